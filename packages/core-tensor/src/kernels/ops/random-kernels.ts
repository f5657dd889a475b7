/** @file Random kernels of the wasm backend from the seeded generator. */
import { createRandom, type Random } from '../../random/index.js';
import type { KernelContext } from '../kernel-context.js';
import { sizeOf } from './elementwise.js';
import { fillNormal, fillUniform } from './random-tensors.js';

/**
 * Puts the kernels in place. `RandomUniform` takes `{ shape, low, high, seed }`, `RandomStandardNormal` `{ shape, mean, deviation,
 * seed }`, `Multinomial` what TensorFlow.js gives it: `{ numSamples, seed, normalized }`.
 */
export function defineRandomKernels(context: KernelContext): void {
  context.define('RandomUniform', ({ attrs }) => {
    const { shape, low = 0, high = 1, seed } = attrs as { shape: number[]; low?: number; high?: number; seed: number | string };
    const y = context.output(shape);
    fillUniform(context.floats(context.pointer(y), sizeOf(shape)), createRandom(seed), low, high);
    return y;
  });
  context.define('RandomStandardNormal', ({ attrs }) => {
    const {
      shape,
      mean = 0,
      deviation = 1,
      seed,
    } = attrs as { shape: number[]; mean?: number; deviation?: number; seed: number | string };
    const y = context.output(shape);
    fillNormal(context.floats(context.pointer(y), sizeOf(shape)), createRandom(seed), mean, deviation);
    return y;
  });
  context.define('Multinomial', ({ inputs: { logits }, attrs }) => {
    const { numSamples, seed, normalized } = attrs as { numSamples: number; seed: number; normalized: boolean };
    const [rows, outcomes] = logits.shape;
    const y = context.output([rows, numSamples], 'int32');
    const weights = context.floats(context.pointer(logits), rows * outcomes);
    const to = new Int32Array(context.backend.wasm.HEAPU8.buffer, context.pointer(y), rows * numSamples);
    const random = createRandom(seed);
    for (let row = 0; row < rows; row++) {
      const cumulative = cumulate(weights.subarray(row * outcomes, (row + 1) * outcomes), normalized);
      for (let i = 0; i < numSamples; i++) to[row * numSamples + i] = draw(cumulative, random);
    }
    return y;
  });
}

/** Running sums of probabilities, from probabilities or from their logarithms. */
function cumulate(values: Float32Array, normalized: boolean): Float64Array {
  const greatest = normalized ? 0 : values.reduce((best, value) => Math.max(best, value), -Infinity);
  const sums = new Float64Array(values.length);
  let total = 0;
  for (let i = 0; i < values.length; i++) sums[i] = total += normalized ? values[i] : Math.exp(values[i] - greatest);
  return sums;
}

function draw(cumulative: Float64Array, random: Random): number {
  const place = random.next() * cumulative[cumulative.length - 1];
  const outcome = cumulative.findIndex((sum) => place < sum);
  return outcome < 0 ? cumulative.length - 1 : outcome;
}
