import { beforeAll, describe, expect, it } from 'vitest';
import { collectText } from '../generation/text-generator.js';
import { createBert, createGpt, createRecurrent, type LanguageModel } from './language-model.js';
import { fineTune } from './fine-tune.js';
import { gptGenerator, languageModelGenerator } from './model-generator.js';
import { bertEncoder, guessMasked } from './masked-encoder.js';
import { openPretrainedGpt } from './pretrained.js';
import { createTokenizer, trainTokenizer } from './tokenizer.js';
import { trainLanguageModel } from './train.js';

const verse = 'Old keepers wind their lamps at dusk; no ship has come since Sunday, yet we wait.\n';
const tokenizer = trainTokenizer([verse.repeat(4)], { size: 290 });
const tiny = { context: 48, width: 24, layers: 1, heads: 2 };
const trained: LanguageModel = createGpt(tokenizer, tiny);

beforeAll(async () => {
  const steps = trainLanguageModel(
    trained,
    Array.from({ length: 8 }, () => verse),
    { steps: 120, batchSize: 2, learningRate: 0.01 },
  );
  while (!(await steps.next()).done);
});

describe('languageModelGenerator', () => {
  it('writes on what it knows by heart, and ends where it ended', async () => {
    const { text, finish, usage } = await collectText(languageModelGenerator(trained), 'Old keepers', { temperature: 0 });
    expect(text).toBe(verse.slice('Old keepers'.length));
    expect(finish).toBe('end');
    expect(usage).toEqual({
      promptTokens: tokenizer.encode('Old keepers').length,
      writtenTokens: tokenizer.encode(text).length + 1,
    });
  });

  it('begins a text where there is no prompt', async () => {
    expect((await collectText(languageModelGenerator(trained), '', { temperature: 0, maxTokens: 4 })).text).toMatch(/^Old/);
  });

  it('writes the same with the same seed, something else with another', async () => {
    const generator = languageModelGenerator(createGpt(tokenizer, tiny));
    const write = async (seed: number): Promise<string> =>
      (await collectText(generator, 'Old', { seed, temperature: 1.5, maxTokens: 30 })).text;
    expect(await write(1)).toBe(await write(1));
    expect(await write(1)).not.toBe(await write(2));
  });

  it('ends before a stop text, though that comes in pieces', async () => {
    const generator = languageModelGenerator(trained);
    const options = { temperature: 0, stop: ['no ship', 'wait'] };
    const { text, finish } = await collectText(generator, 'Old keepers', options);
    expect(text).toBe(' wind their lamps at dusk; ');
    expect(finish).toBe('stop');
  });

  it('draws among the likeliest alone where it is told to', async () => {
    const generator = languageModelGenerator(trained);
    const greedy = await collectText(generator, 'Old', { temperature: 0, maxTokens: 12 });
    for (const narrow of [{ topK: 1 }, { topP: 1e-6 }])
      expect((await collectText(generator, 'Old', { ...narrow, temperature: 2, seed: 3, maxTokens: 12 })).text).toBe(greedy.text);
  });

  it('never shows half a character', async () => {
    const model = createRecurrent(tokenizer, { width: 8 });
    const pieces: string[] = [];
    for await (const { text } of languageModelGenerator(model).generate('守', { temperature: 2, maxTokens: 60, seed: 4 }))
      pieces.push(text);
    const { text } = await collectText(languageModelGenerator(model), '守', { temperature: 2, maxTokens: 60, seed: 4 });
    expect(pieces.join('')).toBe(text);
  });

  it('stops when it is cancelled, and refuses what it can not do', async () => {
    const controller = new AbortController();
    const run = async (): Promise<void> => {
      for await (const piece of languageModelGenerator(trained).generate('Old', { signal: controller.signal }))
        if (piece.text !== '') controller.abort(new Error('enough'));
    };
    await expect(run()).rejects.toThrow('enough');
    expect(() => languageModelGenerator(createBert(tokenizer, tiny))).toThrow(TypeError);
    await expect(collectText(languageModelGenerator(trained), 'Old', { topP: 0 })).rejects.toThrow(RangeError);
  });
});

describe('fineTune', () => {
  const script = 'KEEPER\nThe lamp is out again.\n\nMARA\nThen row, and row fast.\n\n'.repeat(20);

  it('knows the new texts better on what it was not shown, and leaves the first model as it was', async () => {
    const before = structuredClone(trained.weights);
    const tuned = await fineTune(trained, script, { steps: 60, batchSize: 4, everySteps: 20, learningRate: 0.005 });
    expect(tuned.after.perTokenPerplexity).toBeLessThan(tuned.before.perTokenPerplexity * 0.5);
    expect(trained.weights).toEqual(before);
    const { text } = await collectText(languageModelGenerator(tuned.model), 'KEEPER\n', { temperature: 0, maxTokens: 12 });
    expect(text).toContain('The');
  });

  it('gives the first model back where nothing got better', async () => {
    const { model, before, after, stoppedEarly } = await fineTune(trained, script, {
      heldOut: verse,
      steps: 200,
      everySteps: 5,
      patience: 1,
      batchSize: 2,
      learningRate: 0.05,
    });
    expect(stoppedEarly).toBe(true);
    expect(after).toEqual(before);
    expect(model.weights).toEqual(trained.weights);
  });

  it('refuses texts of which nothing can be held out', async () => {
    await expect(fineTune(trained, ' ')).rejects.toMatchObject({ code: 'EMPTY' });
  });
});

describe('a masked encoder', () => {
  const letters = createTokenizer([]);
  const bert = createBert(letters, { context: 16, width: 32, layers: 1, heads: 2 });
  const options = { steps: 80, batchSize: 4, learningRate: 0.01 };
  beforeAll(async () => {
    const steps = trainLanguageModel(bert, 'abcdefgh'.repeat(60), options);
    while (!(await steps.next()).done);
  });

  it('guesses what is hidden among what it knows', async () => {
    const [first, second] = await guessMasked(bert, 'abcd<|mask|>fgh<|mask|>bc', { top: 3 });
    for (const guesses of [first, second]) expect('abcdefgh').toContain(guesses[0].text);
    expect(first).toHaveLength(3);
    expect(first[0].probability).toBeGreaterThanOrEqual(first[1].probability);
    await expect(guessMasked(bert, 'abc')).rejects.toThrow(RangeError);
    await expect(guessMasked(bert, `<|mask|>${'abcdefgh'.repeat(2)}`)).rejects.toThrow(/17 tokens, the model sees 16/);
    await expect(guessMasked(trained, '<|mask|>')).rejects.toThrow(TypeError);
  });

  it('gives texts as vectors of length 1, near for texts that are alike', async () => {
    const encoder = bertEncoder(bert);
    const [a, b, c, empty] = await encoder.embed(['abcdefgh'.repeat(3), 'abcdefgh'.repeat(2), 'ZZTOP', '']);
    const cosine = (x: Float32Array, y: Float32Array): number => x.reduce((sum, value, i) => sum + value * y[i], 0);
    expect(cosine(a, a)).toBeCloseTo(1, 5);
    expect(cosine(a, b)).toBeGreaterThan(cosine(a, c));
    expect(empty.every((value) => value === 0)).toBe(true);
    expect(() => bertEncoder(trained)).toThrow(TypeError);
  });
});

describe('the GPT of this package', () => {
  it('is what its card says, small, and writes like a play', async () => {
    const { model, card } = await openPretrainedGpt();
    expect(card.bytes).toBeLessThan(5_000_000);
    expect(card.weights).toBe(Object.values(model.weights).reduce((sum, { values }) => sum + values.length, 0));
    const generator = await gptGenerator();
    expect(generator.id).toBe(`filmai:${card.id}`);
    const { text } = await collectText(generator, 'HAMLET\n', { maxTokens: 60, seed: 1, temperature: 0.7 });
    // Words of its tongue, not letters by chance.
    expect(text.match(/\b(the|and|of|to|I|my|you|that|is|in|a|not)\b/g)?.length ?? 0).toBeGreaterThan(5);
  });
});
