import { mkdtempSync } from 'node:fs';
import { readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createBert, createGpt, createRecurrent } from './language-model.js';
import { loadLanguageModel, saveLanguageModel } from './model-files.js';
import { createTokenizer, trainTokenizer } from './tokenizer.js';

const folder = (): string => mkdtempSync(join(tmpdir(), 'filmai-lm-'));
const tokenizer = trainTokenizer(['to be or not to be, to be'], { size: 262 });
const tiny = { context: 8, width: 8, layers: 1, heads: 2 };

describe('saveLanguageModel and loadLanguageModel', () => {
  it.each([
    createGpt(tokenizer, tiny),
    createBert(tokenizer, tiny),
    createRecurrent(tokenizer, { cell: 'lstm', width: 5, embedding: 3 }),
  ])('bring a $kind back bit for bit', async (model) => {
    const path = folder();
    await saveLanguageModel(path, model);
    const loaded = await loadLanguageModel(path);
    expect(loaded).toMatchObject({ kind: model.kind, shape: model.shape });
    expect(loaded.weights).toEqual(model.weights);
    expect(loaded.tokenizer.encode('to be')).toEqual(tokenizer.encode('to be'));
  });

  it('keep halves and quarters of the bytes, near to what they were', async () => {
    const model = createGpt(tokenizer, tiny);
    const sizes: number[] = [];
    for (const [precision, error] of [
      ['float16', 1e-4],
      ['uint8', 2e-3],
    ] as const) {
      // prettier-ignore
      const path = folder();
      await saveLanguageModel(path, model, { precision });
      sizes.push((await readFile(join(path, 'weights.bin'))).length);
      const loaded = (await loadLanguageModel(path)).weights['wte.weight'].values;
      const worst = loaded.reduce((most, value, i) => Math.max(most, Math.abs(value - model.weights['wte.weight'].values[i])), 0);
      expect(worst).toBeLessThan(error);
      expect(worst).toBeGreaterThan(0);
    }
    expect(sizes[1]).toBeLessThan(sizes[0] * 0.7);
  });

  it('replace a model whole and leave nothing of the old one', async () => {
    const path = folder();
    await saveLanguageModel(path, createGpt(tokenizer, tiny));
    const next = createGpt(tokenizer, { ...tiny, seed: 2 });
    await saveLanguageModel(path, next);
    expect((await loadLanguageModel(path)).weights).toEqual(next.weights);
    expect((await readdir(path)).length).toBe(3);
  });

  it('say what is wrong with missing, cut off, changed and foreign files', async () => {
    const path = folder();
    await expect(loadLanguageModel(path)).rejects.toMatchObject({ code: 'NO_MODEL' });
    await saveLanguageModel(path, createGpt(tokenizer, tiny));
    const [model, weights] = ['model.json', 'weights.bin'].map((name) => join(path, name));
    const [text, bytes] = [await readFile(model, 'utf8'), await readFile(weights)];
    await truncate(weights, 100);
    await expect(loadLanguageModel(path)).rejects.toMatchObject({ code: 'MODEL_INCOMPLETE', message: /has 100 of \d+ bytes/ });
    bytes[5] ^= 1;
    await writeFile(weights, bytes);
    await expect(loadLanguageModel(path)).rejects.toMatchObject({ code: 'BAD_MODEL', message: /SHA-256/ });
    bytes[5] ^= 1;
    await writeFile(weights, bytes);
    const changes = [
      '',
      '{}',
      text.replace('"version":1', '"version":2'),
      text.replace('"kind":"gpt"', '"kind":"bert"'),
      text.replace('"layers":1', '"layers":2'),
      text.replace('"weights.bin"', '"../weights.bin"'),
    ];
    for (const changed of changes) {
      await writeFile(model, changed);
      await expect(loadLanguageModel(path)).rejects.toMatchObject({ code: 'BAD_MODEL' });
    }
    await writeFile(model, text);
    await rm(join(path, 'tokenizer.json'));
    await expect(loadLanguageModel(path)).rejects.toMatchObject({ code: 'MODEL_INCOMPLETE' });
  });

  it('refuse a tokenizer of another size', async () => {
    const path = folder();
    await saveLanguageModel(path, createGpt(tokenizer, tiny));
    const other = folder();
    await saveLanguageModel(other, createGpt(createTokenizer([]), tiny));
    await writeFile(join(path, 'tokenizer.json'), await readFile(join(other, 'tokenizer.json')));
    await expect(loadLanguageModel(path)).rejects.toMatchObject({ code: 'BAD_MODEL', message: /wte.weight/ });
  });
});
