import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerTrainingKernels } from '../kernels/index.js';
import { createRuntime } from '../runtime/index.js';
import { clipByGlobalNorm, createAdam, createMovingAverage, globalNorm, type AdamState } from './index.js';

let live = 0;
beforeAll(async () => {
  await registerTrainingKernels(tf, { gemm: 'wasm' });
  await createRuntime({ backend: 'cpu' });
  live = tf.memory().numTensors;
});
afterAll(() => expect(tf.memory().numTensors).toBe(live));

const values = (tensor: tf.Tensor): number[] => Array.from(tensor.dataSync());
const start = (): tf.Variable[] =>
  tf.tidy(() => [tf.variable(tf.tensor2d([1, -2, 3, 0.5, 7, -0.1], [3, 2])), tf.variable(tf.tensor1d([0.3, -4, 2]))]);
const gradients = (variables: tf.Variable[], step: number): tf.NamedTensorMap =>
  Object.fromEntries(variables.map((one, i) => [one.name, tf.tidy(() => tf.sin(tf.add(tf.mul(one, i + 1), step * 0.7)))]));

// In operations of TensorFlow.js, and in one pass over memory.
describe.each(['cpu', 'wasm'])('Adam on the %s backend', (backend) => {
  beforeAll(() => tf.setBackend(backend));

  it('moves as the stock optimiser does', () => {
    const [ours, theirs] = [start(), start()];
    const adam = createAdam(ours, { learningRate: 0.05, beta1: 0.5, beta2: 0.9, epsilon: 1e-7 });
    const stock = tf.train.adam(0.05, 0.5, 0.9, 1e-7);
    for (let step = 0; step < 7; step++) {
      const [a, b] = [gradients(ours, step), gradients(theirs, step)];
      adam.apply(a);
      stock.applyGradients(b as Record<string, tf.Variable>);
      tf.dispose([a, b]);
    }
    ours.forEach((one, i) => values(one).forEach((value, j) => expect(value).toBeCloseTo(values(theirs[i])[j], 5)));
    expect(adam.steps).toBe(7);
    stock.dispose();
    adam.dispose();
    tf.dispose([ours, theirs]);
  });

  it('goes on after a restore as if it had never stopped, bit for bit', async () => {
    const [unbroken, resumed] = [start(), start()];
    const run = (variables: tf.Variable[], adam: ReturnType<typeof createAdam>, from: number, to: number): void => {
      for (let step = from; step < to; step++) {
        const slopes = gradients(variables, step);
        adam.learningRate = 0.1 / (step + 1);
        adam.apply(slopes);
        tf.dispose(slopes);
      }
    };
    const [first, second] = [createAdam(unbroken), createAdam(resumed)];
    run(unbroken, first, 0, 9);
    run(resumed, second, 0, 4);
    const state = await second.save();
    second.dispose();
    const third = createAdam(resumed);
    third.restore(state);
    expect(third.learningRate).toBe(second.learningRate);
    run(resumed, third, 4, 9);
    expect(resumed.map(values)).toEqual(unbroken.map(values));
    expect(await third.save()).toEqual(await first.save());
    first.dispose();
    third.dispose();
    tf.dispose([unbroken, resumed]);
  });

  it('decays weights apart from the gradient', () => {
    const [weight, other] = start();
    const before = values(weight);
    const adam = createAdam([weight], { learningRate: 0.1, decay: 0.5 });
    const still = tf.zerosLike(weight);
    adam.apply({ [weight.name]: still });
    values(weight).forEach((value, i) => expect(value).toBeCloseTo(before[i] * 0.95, 6));
    adam.dispose();
    tf.dispose([weight, other, still]);
  });

  it('with a limit moves as with gradients clipped by hand', () => {
    const [a, b] = [start(), start()];
    const clipping = createAdam(a, { clipNorm: 0.25, epsilon: 0.1 });
    const plain = createAdam(b, { epsilon: 0.1 });
    const slopes = gradients(a, 3);
    const clipped = clipByGlobalNorm(Object.values(slopes), 0.25);
    clipping.apply(slopes);
    plain.apply(Object.fromEntries(b.map((one, i) => [one.name, clipped.gradients[i]])));
    a.forEach((one, i) => values(one).forEach((value, j) => expect(value).toBeCloseTo(values(b[i])[j], 6)));
    clipping.dispose();
    plain.dispose();
    tf.dispose([a, b, slopes, clipped.norm, clipped.gradients]);
  });

  it('refuses what it can not use, and stays as it was', async () => {
    const variables = start();
    expect(() => createAdam([])).toThrow('there are no variables to move');
    expect(() => createAdam(variables, { beta1: 1 })).toThrow('beta1 must be 0 to below 1, got 1');
    const adam = createAdam(variables);
    expect(() => (adam.learningRate = 0)).toThrow('learningRate must be above 0, got 0');
    expect(() => adam.apply({})).toThrow(`there is no gradient for the variable ${variables[0].name}`);
    const other = createAdam([variables[1]]);
    expect(() => adam.restore(NOTHING)).toThrow('expected 2 variables, got 0 shapes');
    const state = await other.save();
    state.first.shapes = state.second.shapes = [[4], [3]];
    state.first.values = state.second.values = [new Float32Array(4), new Float32Array(3)];
    expect(() => adam.restore(state)).toThrow(`expected shape [3, 2] for ${variables[0].name}, got [4]`);
    expect(adam.steps).toBe(0);
    adam.dispose();
    other.dispose();
    tf.dispose(variables);
  });
});

const NOTHING: AdamState = {
  kind: 'adam',
  steps: 1,
  learningRate: 1,
  first: { shapes: [], values: [] },
  second: { shapes: [], values: [] },
};

describe.each(['cpu', 'wasm'])('the clipping of gradients on the %s backend', (backend) => {
  beforeAll(() => tf.setBackend(backend));

  it('bounds the norm, keeps the direction, and leaves short gradients alone', () => {
    const number = fc.float({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(number, { minLength: 1, maxLength: 6 }),
        fc.double({ min: 0.5, max: 50, noNaN: true }),
        (list, limit) => {
          tf.tidy(() => {
            const parts = [tf.tensor1d(list), tf.tensor1d([list[0] / 2])];
            const { gradients: clipped, norm } = clipByGlobalNorm(parts, limit);
            const length = Math.hypot(...list, list[0] / 2);
            expect(norm.dataSync()[0]).toBeCloseTo(length, 2);
            const scale = length > limit ? limit / length : 1;
            values(clipped[0]).forEach((value, i) => expect(value).toBeCloseTo(list[i] * scale, 3));
            expect(globalNorm(clipped).dataSync()[0]).toBeLessThanOrEqual(Math.max(limit, 1e-6) * 1.0001);
          });
        },
      ),
      { numRuns: 40 },
    );
    expect(() => clipByGlobalNorm([], 0)).toThrow('the limit must be above 0, got 0');
  });
});

describe.each(['cpu', 'wasm'])('the moving average on the %s backend', (backend) => {
  beforeAll(() => tf.setBackend(backend));

  it('is the weighted sum of all that the variable held', () => {
    const variable = tf.tidy(() => tf.variable(tf.tensor1d([1, -1])));
    const average = createMovingAverage([variable], { decay: 0.9, warmUp: false });
    let expected = 1;
    for (let i = 2; i < 8; i++) {
      tf.tidy(() => variable.assign(tf.tensor1d([i, -i])));
      average.update();
      expected = expected * 0.9 + i * 0.1;
    }
    const [a, b] = average.use(() => values(variable));
    expect(a).toBeCloseTo(expected, 5);
    expect(b).toBeCloseTo(-expected, 5);
    expect(values(variable)).toEqual([7, -7]);
    average.dispose();
    variable.dispose();
  });

  it('forgets the start quickly with a warm-up', () => {
    const variable = tf.tidy(() => tf.variable(tf.scalar(1000)));
    const average = createMovingAverage([variable], { decay: 0.999 });
    tf.tidy(() => variable.assign(tf.scalar(0)));
    for (let i = 0; i < 20; i++) average.update();
    expect(average.use(() => values(variable)[0])).toBeLessThan(1);
    average.dispose();
    variable.dispose();
  });

  it('gives the variable back also where the work fails, now or later', async () => {
    const variable = tf.tidy(() => tf.variable(tf.scalar(1)));
    const average = createMovingAverage([variable]);
    tf.tidy(() => variable.assign(tf.scalar(2)));
    expect(() => average.use(() => expect.unreachable())).toThrow();
    await expect(average.use(() => Promise.reject(new Error('late')))).rejects.toThrow('late');
    expect(await average.use(async () => values(variable))).toEqual([1]);
    expect(values(variable)).toEqual([2]);
    average.swapIn();
    expect(() => average.update()).toThrow('update while the variables hold the average. Call swapOut first.');
    average.dispose();
    expect(values(variable)).toEqual([2]);
    variable.dispose();
  });

  it('is restored bit for bit', async () => {
    const variable = tf.tidy(() => tf.variable(tf.tensor1d([0.1, 0.2, 0.3])));
    const [first, second] = [createMovingAverage([variable]), createMovingAverage([variable])];
    tf.tidy(() => variable.assign(tf.tensor1d([7, 8, 9])));
    first.update();
    second.restore(await first.save());
    first.update();
    second.update();
    expect(await second.save()).toEqual(await first.save());
    first.dispose();
    second.dispose();
    variable.dispose();
  });
});
