import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeLetterGguf, writeLetterModel } from '../../test/letter-model.js';
import { collectText } from './text-generator.js';
import { openLlamaGenerator } from './llama-generator.js';
import { openTransformersGenerator } from './transformers-generator.js';

/** `a` is followed by `b` three times of four, else by `c`; a stop ends it. */
const table = { a: { b: 3, c: 1 }, b: { a: 1 }, c: { ' ': 1 }, ' ': { a: 2, '.': 1 }, '.': { $: 1 } };

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'filmai-letters-'));
  await writeLetterModel(join(folder, 'letters'), table);
  await writeLetterGguf(join(folder, 'letters.gguf'), table);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const installed = async (name: string): Promise<boolean> => import(name).then(Boolean, () => false);
const packages = ['@huggingface/transformers', '@xenova/transformers'] as const;
const texts: string[] = [];

describe.each(packages)('openTransformersGenerator over %s', async (name) => {
  it.skipIf(!(await installed(name)))('writes what the model says, seeded, stopped, counted and cancelled', async () => {
    const generator = await openTransformersGenerator({ model: 'letters', folder, package: name });
    try {
      const likeliest = await collectText(generator, 'a', { temperature: 0, maxTokens: 5 });
      expect(likeliest).toEqual({ text: 'babab', finish: 'length', usage: { promptTokens: 1, writtenTokens: 5 } });
      const sampled = await collectText(generator, 'ba', { temperature: 1, maxTokens: 200, seed: 3 });
      expect(sampled.text).toMatch(/^(?:b?a)*(?:[abc ])*\.$/);
      expect(sampled.finish).toBe('end');
      expect(await collectText(generator, 'ba', { temperature: 1, maxTokens: 200, seed: 3 })).toEqual(sampled);
      expect((await collectText(generator, 'ba', { temperature: 1, maxTokens: 200, seed: 4 })).text).not.toBe(sampled.text);
      texts.push(sampled.text);
      const stopped = await collectText(generator, 'a', { temperature: 0, maxTokens: 50, stop: ['abab'] });
      expect(stopped).toMatchObject({ text: 'b', finish: 'stop' });
      const both = await Promise.all(
        [1, 2].map((seed) => collectText(generator, 'c', { seed, temperature: 1, topK: 1, maxTokens: 3 })),
      );
      expect(both.map(({ text }) => text)).toEqual([' ab', ' ab']);
      const stop = new AbortController();
      const read = async (): Promise<void> => {
        for await (const piece of generator.generate('a', { temperature: 0, maxTokens: 400, signal: stop.signal }))
          if (piece.text !== '') stop.abort(new Error('enough'));
      };
      await expect(read()).rejects.toThrow('enough');
      await expect(collectText(generator, '')).rejects.toMatchObject({ code: 'MODEL_FAILED', written: '' });
    } finally {
      await generator.dispose();
    }
  });
});

it.skipIf(!(await installed(packages[0])) || !(await installed(packages[1])))(
  'both packages write the same text for the same seed',
  () => {
    expect(texts[0]).toBe(texts[1]);
  },
);

describe('openLlamaGenerator', async () => {
  it.skipIf(!(await installed('node-llama-cpp')))('writes what the model says, seeded, stopped and counted', async () => {
    const generator = await openLlamaGenerator({ file: join(folder, 'letters.gguf'), gpu: false, threads: 1 });
    try {
      expect(generator.id).toBe('gguf:letters.gguf');
      const likeliest = await collectText(generator, 'a', { temperature: 0, maxTokens: 5 });
      expect(likeliest).toMatchObject({ text: 'babab', finish: 'length', usage: { writtenTokens: 5 } });
      const sampled = await collectText(generator, 'ba', { temperature: 1, maxTokens: 200, seed: 3 });
      expect(sampled.text).toMatch(/^[abc ]*\.$/);
      expect(sampled.finish).toBe('end');
      expect(await collectText(generator, 'ba', { temperature: 1, maxTokens: 200, seed: 3 })).toEqual(sampled);
      expect(await collectText(generator, 'a', { temperature: 0, maxTokens: 50, stop: ['abab'] })).toMatchObject({
        text: 'b',
        finish: 'stop',
      });
    } finally {
      await generator.dispose();
    }
  });

  it('says what is wrong with the file', async () => {
    await writeFile(join(folder, 'page.gguf'), '<html>Not found</html>');
    await expect(openLlamaGenerator({ file: join(folder, 'page.gguf') })).rejects.toMatchObject({ code: 'MODEL_INCOMPLETE' });
    await expect(openLlamaGenerator({ file: join(folder, 'none.gguf') })).rejects.toMatchObject({ code: 'NO_FILE' });
    await expect(openLlamaGenerator({ file: 'x', contextTokens: 0 })).rejects.toBeInstanceOf(RangeError);
  });
});
