import fc from 'fast-check';
import { io } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createRuntime } from '../runtime/index.js';
import { packWeight, unpackWeight } from './compact-weights.js';

beforeAll(async () => {
  await createRuntime({ backend: 'cpu' });
});

const unpacked = (values: Float32Array, precision: 'float16' | 'uint8'): Float32Array => {
  const { bytes, quantization } = packWeight(values, precision);
  if (!quantization) throw new Error('it was kept whole');
  return unpackWeight(bytes, quantization);
};

const weights = fc
  .array(fc.float({ min: -8, max: 8, noNaN: true }), { minLength: 256, maxLength: 300 })
  .map((values) => Float32Array.from(values));

describe('weights in fewer bytes', () => {
  it('come back within half a step of a half, and halves exactly', () => {
    fc.assert(
      fc.property(weights, (values) => {
        const back = unpacked(values, 'float16');
        for (const [i, value] of values.entries())
          expect(Math.abs(back[i] - value)).toBeLessThanOrEqual(Math.abs(value) * 2 ** -11 + 2 ** -25);
        expect(unpacked(back, 'float16')).toEqual(back);
      }),
    );
  });

  it('come back within half a step of a byte', () => {
    fc.assert(
      fc.property(weights, (values) => {
        const step = (Math.max(...values) - Math.min(...values)) / 255;
        const back = unpacked(values, 'uint8');
        for (const [i, value] of values.entries()) expect(Math.abs(back[i] - value)).toBeLessThanOrEqual(step * 0.5001 + 1e-6);
      }),
    );
  });

  it('are read alike by TensorFlow.js itself', () => {
    const values = Float32Array.from({ length: 512 }, (_, i) => Math.sin(i) * 2 ** (i % 9));
    for (const precision of ['float16', 'uint8'] as const) {
      const { bytes, quantization } = packWeight(values, precision);
      const stock = io.decodeWeights(Uint8Array.from(bytes).buffer, [
        { name: 'w', shape: [512], dtype: 'float32', quantization },
      ]);
      const theirs = stock.w.dataSync();
      for (const [i, value] of unpacked(values, precision).entries())
        expect(Math.abs(theirs[i] - value)).toBeLessThan(1e-5 * Math.abs(value) + 1e-5);
      stock.w.dispose();
    }
  });

  it('stay whole where they are few or all is asked for', () => {
    const few = Float32Array.of(1 / 3, 2 / 3);
    expect(packWeight(few, 'uint8').quantization).toBeUndefined();
    expect(packWeight(new Float32Array(300).fill(1 / 3), 'float32').bytes.length).toBe(1200);
    expect([...unpacked(new Float32Array(300).fill(0.25), 'uint8')]).toEqual(Array.from({ length: 300 }, () => 0.25));
    expect(unpacked(new Float32Array(300).fill(1e9), 'float16')[0]).toBe(65504);
  });
});
