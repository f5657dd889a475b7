import { startRuntime } from '@filmai/core-tensor/runtime';
import { createRandom } from '@filmai/core-tensor/random';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countWeights, createBert, createGpt, createRecurrent, type LanguageModel } from './language-model.js';
import { openSession } from './model-session.js';
import { openNetwork } from './network-engine.js';
import { createTokenizer } from './tokenizer.js';

const tokenizer = createTokenizer([]);
const tokens = tokenizer.encode('To be, or not to be?');
const small = { context: 32, width: 16, layers: 2, heads: 4 };

/** A model whose weights are large enough that nothing vanishes in rounding. */
function shaken<Model extends LanguageModel>(model: Model): Model {
  const random = createRandom('shake');
  for (const { values } of Object.values(model.weights))
    values.forEach((value, i) => (values[i] = value + random.normal(0, 0.2)));
  return model;
}

async function logitsOf(model: LanguageModel, ids: readonly number[]): Promise<number[][]> {
  const engine = await openNetwork(model);
  const { tf } = engine;
  const logits = tf.tidy(() => engine.logits(tf.tensor2d([[...ids]], [1, ids.length], 'int32')));
  const values = await logits.array();
  logits.dispose();
  engine.dispose();
  return values;
}

const models: [string, LanguageModel][] = [
  ['gpt', shaken(createGpt(tokenizer, small))],
  ...(['vanilla', 'gru', 'lstm'] as const).flatMap((cell): [string, LanguageModel][] => [
    [`${cell}, one-hot`, shaken(createRecurrent(tokenizer, { cell, width: 12 }))],
    [`${cell}, embedding`, shaken(createRecurrent(tokenizer, { cell, width: 12, embedding: 6 }))],
  ]),
];

describe('networks', () => {
  let live = 0;
  beforeAll(async () => {
    live = (await startRuntime()).liveTensors();
  });
  afterAll(async () => {
    expect((await startRuntime()).liveTensors()).toBe(live);
  });

  it.each(models)('%s reads a token at a time as it reads them all at once', async (_, model) => {
    const all = await logitsOf(model, tokens);
    const session = openSession(model);
    tokens.forEach((token, i) => {
      const one = session.read([token]);
      expect(Math.max(...one.map((value, j) => Math.abs(value - all[i][j])))).toBeLessThan(1e-4);
    });
    expect(openSession(model).read(tokens)).toEqual(session.read([tokens[0]]).map((__, j) => openSession(model).read(tokens)[j]));
  });

  it.each(models)('%s says nothing of a token from what comes after it', async (_, model) => {
    const changed = tokens.with(tokens.length - 1, tokens[0]);
    const [before, after] = [await logitsOf(model, tokens), await logitsOf(model, changed)];
    expect(after.slice(0, -1)).toEqual(before.slice(0, -1));
    expect(after.at(-1)).not.toEqual(before.at(-1));
  });

  it('a masked encoder sees both sides', async () => {
    const bert = shaken(createBert(tokenizer, small));
    expect((await logitsOf(bert, tokens.with(tokens.length - 1, tokens[0])))[0]).not.toEqual((await logitsOf(bert, tokens))[0]);
  });

  it('the vanilla network is h = tanh(W_hh h + W_xh x + b), y = W_hy h + b', () => {
    const width = 3;
    const model = shaken(createRecurrent(tokenizer, { cell: 'vanilla', width }));
    const at = (name: string, row: number, column: number): number =>
      model.weights[name].values[row * (model.weights[name].shape[1] ?? 0) + column];
    let h = [0, 0, 0];
    for (const token of tokens)
      h = h.map((__, j) =>
        Math.tanh(
          h.reduce((sum, value, i) => sum + value * at('rnn.recurrent', i, j), 0) +
            at('rnn.input', token, j) +
            model.weights['rnn.bias'].values[j],
        ),
      );
    const y = h.reduce((sum, value, i) => sum + value * at('head.weight', i, 7), model.weights['head.bias'].values[7]);
    expect(openSession(model).read(tokens)[7]).toBeCloseTo(y, 5);
  });

  it('a full context goes on with its newer half', () => {
    const model = shaken(createGpt(tokenizer, { ...small, context: 8 }));
    const long = tokens.slice(0, 12);
    const session = openSession(model);
    const last = long.map((token) => session.read([token])).at(-1);
    expect(last).toEqual(openSession(model).read(long.slice(4)));
    expect(openSession(model).read(long)).toEqual(openSession(model).read(long.slice(-8)));
  });

  it('has as many weights as the sizes say, drawn from the seed', () => {
    const { context, width, layers } = small;
    const blocks = layers * (12 * width * width + 13 * width);
    expect(countWeights(createGpt(tokenizer, small))).toBe((258 + context) * width + blocks + 2 * width);
    expect(createGpt(tokenizer, { ...small, seed: 2 }).weights).toEqual(createGpt(tokenizer, { ...small, seed: 2 }).weights);
    expect(createGpt(tokenizer, { ...small, seed: 2 }).weights).not.toEqual(createGpt(tokenizer, small).weights);
  });

  it('refuses sizes that can not be, tokens that are none, and encoders as writers', () => {
    expect(() => createGpt(tokenizer, { width: 10, heads: 4 })).toThrow(/heads must divide/);
    expect(() => createGpt(tokenizer, { layers: 0 })).toThrow(/layers/);
    expect(() => createBert(tokenizer, { context: 1 })).toThrow(/context/);
    expect(() => createRecurrent(tokenizer, { width: 0.5 })).toThrow(/width/);
    expect(() => createRecurrent(tokenizer, { cell: 'ltsm' as 'lstm' })).toThrow(/cell must be one of vanilla, gru, lstm/);
    expect(() => openSession(createBert(tokenizer, small))).toThrow(TypeError);
    expect(() => openSession(models[0][1]).read([258])).toThrow(/from 0 to 257/);
    expect(() => openSession(models[0][1]).read([])).toThrow(RangeError);
  });
});
