import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRuntime } from '@filmai/core-tensor/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBert, createGpt, createRecurrent, copyModel, type LanguageModel } from './language-model.js';
import { measurePerplexity } from './perplexity.js';
import { createTokenizer, trainTokenizer } from './tokenizer.js';
import { trainLanguageModel } from './train.js';
import { warmUpCosine, type LanguageModelStep, type TrainLanguageModelOptions } from './training-options.js';

const verse = 'Row, row, row your boat, gently down the stream. Merrily, merrily, life is but a dream.\n';
const text = verse.repeat(12);
const tokenizer = trainTokenizer([text], { size: 290 });
const folder = (): string => mkdtempSync(join(tmpdir(), 'filmai-lm-'));
const tiny = { context: 16, width: 16, layers: 1, heads: 2 };

async function train(model: LanguageModel, options: TrainLanguageModelOptions, from = text): Promise<LanguageModelStep[]> {
  const steps: LanguageModelStep[] = [];
  for await (const step of trainLanguageModel(model, from, { batchSize: 4, learningRate: 0.01, ...options })) steps.push(step);
  return steps;
}

const kinds: [string, () => LanguageModel][] = [
  ['gpt', () => createGpt(tokenizer, tiny)],
  ['vanilla', () => createRecurrent(tokenizer, { cell: 'vanilla', width: 24 })],
  ['gru', () => createRecurrent(tokenizer, { cell: 'gru', width: 24, embedding: 12 })],
  ['lstm', () => createRecurrent(tokenizer, { cell: 'lstm', width: 24 })],
];

describe('trainLanguageModel', () => {
  let live = 0;
  beforeAll(async () => {
    live = (await startRuntime()).liveTensors();
  });
  afterAll(async () => {
    expect((await startRuntime()).liveTensors()).toBe(live);
  });

  it.each(kinds)('%s learns a verse by heart, so that few choices are left', async (_, make) => {
    const model = make();
    const before = await measurePerplexity(model, verse);
    const steps = await train(model, { steps: 120, length: 16 });
    expect(steps).toHaveLength(120);
    const after = await measurePerplexity(model, text, { length: 16 });
    expect(before.perTokenPerplexity).toBeGreaterThan(200);
    expect(after.perTokenPerplexity).toBeLessThan(12);
  });

  it('bert is measured on what was hidden, and learns what there is', async () => {
    const model = createBert(tokenizer, tiny);
    const before = await measurePerplexity(model, text);
    await train(model, { steps: 60 });
    const after = await measurePerplexity(model, text);
    expect(after.method).toBe('bert');
    expect(after.tokens).toBeLessThan(text.length * 0.2);
    expect(after.nats / after.tokens).toBeLessThan((before.nats / before.tokens) * 0.75);
  });

  it('goes on from a checkpoint to the same weights, bit for bit', async () => {
    const make = (): LanguageModel => createGpt(tokenizer, tiny);
    const options = { steps: 8, seed: 'resume', dropout: 0.1, heldOut: { texts: verse, everySteps: 2 } };
    const [whole, halves] = [make(), make()];
    await train(whole, options);
    const checkpoint = { folder: folder(), everySteps: 4 };
    for await (const { saved } of trainLanguageModel(halves, text, { ...options, batchSize: 4, learningRate: 0.01, checkpoint }))
      if (saved !== undefined) break;
    const again = make();
    const steps = await train(again, { ...options, checkpoint });
    expect(steps.map(({ step }) => step)).toEqual([5, 6, 7, 8]);
    expect(steps[0].resumedFrom).toMatch(/-step-4$/);
    expect(again.weights).toEqual(whole.weights);
    await expect(train(make(), { ...options, seed: 'other', checkpoint })).rejects.toMatchObject({ code: 'OTHER_TRAINING' });
    await expect(train(make(), { ...options, checkpoint }, verse)).rejects.toMatchObject({ code: 'OTHER_TRAINING' });
    await expect(train(createGpt(tokenizer, { ...tiny, width: 8 }), { ...options, checkpoint })).rejects.toMatchObject({
      code: 'OTHER_ARCHITECTURE',
    });
  });

  it('keeps what was best on held-out texts and ends when nothing gets better', async () => {
    const model = createGpt(tokenizer, tiny);
    const other = 'Quick zephyrs blow, vexing daft Jim. '.repeat(4);
    const steps = await train(model, { steps: 300, heldOut: { texts: other, everySteps: 10, patience: 2 } });
    expect(steps.length).toBeLessThan(300);
    expect(steps.at(-1)).toMatchObject({ stopped: 'no better on held-out texts', best: false });
    const best = Math.min(...steps.flatMap(({ heldOutLoss }) => heldOutLoss ?? []));
    const { nats, tokens } = await measurePerplexity(model, other);
    expect(nats / tokens).toBeCloseTo(best, 5);
  });

  it('gives the trained weights also to who leaves the loop', async () => {
    const model = createGpt(tokenizer, tiny);
    const before = copyModel(model).weights;
    for await (const { step } of trainLanguageModel(model, text, { steps: 50, batchSize: 2 })) if (step === 2) break;
    expect(model.weights).not.toEqual(before);
  });

  it('notes losses and reports progress', async () => {
    const noted: string[] = [];
    const done: number[] = [];
    await train(createGpt(tokenizer, tiny), {
      steps: 2,
      heldOut: { texts: verse, everySteps: 2 },
      tracker: { scalar: (name, _value, step) => noted.push(`${name} ${step}`) },
      onProgress: (progress) => done.push(progress.done),
    });
    expect(noted).toEqual(['loss 1', 'loss 2', 'heldOutLoss 2']);
    expect(done).toEqual([1, 2]);
  });

  it('stops when it is cancelled', async () => {
    const controller = new AbortController();
    const model = createGpt(tokenizer, tiny);
    const run = async (): Promise<void> => {
      for await (const { step } of trainLanguageModel(model, text, { steps: 50, batchSize: 2, signal: controller.signal }))
        if (step === 2) controller.abort(new Error('enough'));
    };
    await expect(run()).rejects.toThrow('enough');
  });

  it('says at which step the loss was lost, and leaves finite weights', async () => {
    const model = createGpt(tokenizer, tiny);
    model.weights['ln_f.weight'].values[0] = NaN;
    await expect(train(model, { steps: 3 })).rejects.toMatchObject({ code: 'NOT_FINITE' });
  });

  it('refuses empty texts and options out of range', async () => {
    const model = createGpt(tokenizer, tiny);
    await expect(train(model, { steps: 1 }, '')).rejects.toMatchObject({ code: 'EMPTY' });
    await expect(measurePerplexity(model, [])).rejects.toMatchObject({ code: 'EMPTY' });
    await expect(train(model, { steps: 0 })).rejects.toThrow(RangeError);
    await expect(train(model, { steps: 1, learningRate: -1 })).rejects.toThrow(/learningRate/);
    await expect(train(model, { steps: 1, dropout: 1 })).rejects.toThrow(/dropout/);
    await expect(train(model, { steps: 1, heldOut: { texts: verse, patience: 0 } })).rejects.toThrow(/patience/);
    await expect(trainLanguageModel(model, [7 as unknown as string], { steps: 1 }).next()).rejects.toThrow(TypeError);
  });

  it('trains on a text shorter than a window', async () => {
    expect(await train(createGpt(createTokenizer([]), tiny), { steps: 1 }, 'hi')).toHaveLength(1);
  });
});

describe('warmUpCosine', () => {
  it('grows on a line, then falls to where it shall end', () => {
    const schedule = warmUpCosine({ warmUp: 0.2, to: 0.25 });
    expect([0, 1, 9, 19, 60, 100].map((step) => Number(schedule(step, 100).toFixed(3)))).toEqual([
      0.05, 0.1, 0.5, 1, 0.625, 0.25,
    ]);
    expect(() => warmUpCosine({ warmUp: 1 })).toThrow(RangeError);
  });
});
