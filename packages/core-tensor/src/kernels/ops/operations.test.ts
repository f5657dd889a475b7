/** @file Kernels on the wasm heap give what the cpu backend gives. */
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../random/index.js';
import { registerTrainingKernels } from '../register-training-kernels.js';

let tensorsBefore = 0;

/** The same work on both backends; inputs are the same on both. */
async function onBoth(work: (make: (shape: number[], scale?: number) => tf.Tensor) => tf.Tensor): Promise<Float32Array[]> {
  const results: Float32Array[] = [];
  for (const backend of ['cpu', 'wasm']) {
    await tf.setBackend(backend);
    const random = createRandom(5);
    const make = (shape: number[], scale = 2): tf.Tensor =>
      tf.tensor(
        Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => random.range(-scale, scale)),
        shape,
      );
    results.push(tf.tidy(() => work(make).dataSync() as Float32Array));
  }
  return results;
}

async function expectEqual(work: Parameters<typeof onBoth>[0], tolerance = 5e-6): Promise<void> {
  const [cpu, wasm] = await onBoth(work);
  expect(wasm).toHaveLength(cpu.length);
  const scale = cpu.reduce((most, value) => Math.max(most, Number.isFinite(value) ? Math.abs(value) : 0), 1e-6);
  for (const [i, value] of cpu.entries()) {
    if (Number.isFinite(value)) expect(Math.abs(wasm[i] - value) / scale).toBeLessThan(tolerance);
    else expect(wasm[i]).toBe(value);
  }
}

beforeAll(async () => {
  tf.env().set('PROD', true);
  await registerTrainingKernels(tf, { gemm: 'wasm' });
  tensorsBefore = tf.memory().numTensors;
});

afterAll(() => {
  expect(tf.memory().numTensors).toBe(tensorsBefore);
});

describe('operations on elements', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 5 });

  it('meet in any shapes that broadcast', async () => {
    const masked = fc.tuple(
      sizes,
      fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
      fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
      fc.integer({ min: 0, max: 5 }),
    );
    await fc.assert(
      fc.asyncProperty(masked, async ([shape, inA, inB, dropped]) => {
        const a = shape.map((size, i) => (inA[i] ? size : 1)).slice(dropped);
        const b = shape.map((size, i) => (inB[i] ? size : 1));
        await expectEqual((make) => tf.sub(make(a), make(b)));
      }),
      { numRuns: 60 },
    );
  });

  it('hold at zero, at the ends of the range and for what is not a number', async () => {
    const values = [0, -0, 1e-30, 1e-3, -1e-3, 20, -20, 88.5, -88.5, -103, 200, -200, Infinity, -Infinity, NaN, 3e38, 6.5];
    for (const operation of [tf.exp, tf.expm1, tf.tanh, tf.sigmoid, tf.relu, tf.relu6, tf.elu, tf.selu, tf.abs, tf.neg])
      await expectEqual(() => operation(tf.tensor1d(values)));
    await expectEqual(() => tf.leakyRelu(tf.tensor1d(values), 0.3));
  });

  it('choose by a condition', async () => {
    await expectEqual((make) => tf.where(tf.greater(make([5, 7]), 0), make([5, 7]), make([5, 7])));
  });

  it('take every number but zero for true', async () => {
    await expectEqual(() => tf.cast(tf.cast(tf.tensor1d([0, 0.5, 256, -1, 512]), 'bool'), 'float32'));
    await expectEqual(() => tf.cast(tf.cast(tf.tensor1d([0, 256, -1], 'int32'), 'bool'), 'float32'));
  });

  it('leave other types to others', async () => {
    await expectEqual(() => tf.cast(tf.add(tf.tensor1d([1, 2], 'int32'), tf.tensor1d([3, 4], 'int32')), 'float32'));
    await expectEqual(() => tf.cast(tf.sum(tf.tensor2d([[1, 2]], [1, 2], 'int32'), 1), 'float32'));
  });

  it('share data where nothing changes, and keep it until its last user is gone', () => {
    const x = tf.tensor1d([1, 2, 3]);
    const copy = tf.clone(x);
    expect(copy.dataId).toBe(x.dataId);
    x.dispose();
    expect(Array.from(copy.dataSync())).toEqual([1, 2, 3]);
    copy.dispose();
  });
});

describe('reductions', () => {
  it('go over any axes', async () => {
    const choice = fc.tuple(
      fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 5 }),
      fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
      fc.boolean(),
    );
    await fc.assert(
      fc.asyncProperty(choice, async ([shape, over, keepDims]) => {
        const axes = shape.flatMap((_, i) => (over[i] ? [i] : []));
        for (const operation of [tf.sum, tf.mean, tf.max, tf.min])
          await expectEqual((make) => operation(make(shape), axes.length > 0 ? axes : undefined, keepDims));
      }),
      { numRuns: 30 },
    );
  });

  it('lose no more digits over a million elements than over a hundred', () => {
    const count = 1_000_000;
    const sum = tf.tidy(() => tf.sum(tf.mul(tf.ones([count]), 0.1)).dataSync()[0]);
    expect(Math.abs(sum / (count * Math.fround(0.1)) - 1)).toBeLessThan(1e-6);
    const columns = tf.tidy(() => tf.sum(tf.mul(tf.ones([count / 4, 4]), 0.1), 0).dataSync());
    expect(Math.abs(columns[0] / ((count / 4) * Math.fround(0.1)) - 1)).toBeLessThan(1e-6);
  });

  it('give softmax rows that sum to one, also for great numbers', async () => {
    await expectEqual((make) => tf.softmax(make([7, 13], 50)));
    const sums = tf.tidy(() => tf.sum(tf.softmax(tf.tensor2d([[1000, 999, -1000]])), 1).dataSync());
    expect(sums[0]).toBeCloseTo(1, 6);
  });

  it('leave out segments that are not there', () => {
    const sums = tf.tidy(() =>
      tf.unsortedSegmentSum(tf.tensor2d([[1], [2], [4], [8]]), tf.tensor1d([1, -1, 1, 0], 'int32'), 3).dataSync(),
    );
    expect(Array.from(sums)).toEqual([8, 5, 0]);
  });
});

describe('transposition', () => {
  it('holds for any order of axes', async () => {
    const choice = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 5 }).chain((shape) =>
      fc.tuple(
        fc.constant(shape),
        fc.shuffledSubarray(
          shape.map((_, i) => i),
          { minLength: shape.length },
        ),
      ),
    );
    await fc.assert(
      fc.asyncProperty(choice, async ([shape, perm]) => expectEqual((make) => tf.transpose(make(shape), perm))),
      { numRuns: 60 },
    );
    await expectEqual((make) => tf.transpose(make([70, 45])));
  });
});

describe('Fourier transforms', () => {
  it('equal the sum that defines them, for any length', async () => {
    await tf.setBackend('wasm');
    for (const n of [1, 2, 3, 5, 8, 12, 17, 64, 100]) {
      const random = createRandom(n);
      const [re, im] = [0, 1].map(() => Float32Array.from({ length: n }, () => random.range(-1, 1)));
      const got = tf.tidy(() => tf.spectral.fft(tf.complex(re, im)).dataSync());
      for (let k = 0; k < n; k++) {
        const sum = [0, 0];
        for (let t = 0; t < n; t++) {
          const [cos, sin] = [Math.cos((2 * Math.PI * k * t) / n), Math.sin((2 * Math.PI * k * t) / n)];
          sum[0] += re[t] * cos + im[t] * sin;
          sum[1] += im[t] * cos - re[t] * sin;
        }
        expect(Math.hypot(got[2 * k] - sum[0], got[2 * k + 1] - sum[1])).toBeLessThan(2e-6 * Math.sqrt(n));
      }
    }
  });

  it('come back', async () => {
    await tf.setBackend('wasm');
    for (const n of [6, 16, 31]) {
      const [x, back] = tf.tidy(() => {
        const signal = tf.tensor2d(
          Array.from({ length: 2 * n }, (_, i) => Math.sin(i * i)),
          [2, n],
        );
        return [signal.dataSync(), tf.spectral.irfft(tf.spectral.rfft(signal)).dataSync()];
      });
      // The stock inverse of real transforms gives rows of an even length.
      if (n % 2 === 0) for (const [i, value] of x.entries()) expect(back[i]).toBeCloseTo(value, 5);
      else expect(back).toHaveLength(2 * (n - 1));
    }
  });

  it('of many lengths keep no more tables than they may', async () => {
    await tf.setBackend('wasm');
    const once = (n: number): number => tf.tidy(() => tf.spectral.fft(tf.complex(tf.ones([n]), tf.zeros([n]))).dataSync()[0]);
    for (let n = 2; n < 40; n++) expect(once(n)).toBeCloseTo(n, 4);
    for (let n = 2; n < 40; n++) expect(once(n)).toBeCloseTo(n, 4);
  });

  it('make the spectra of short pieces', async () => {
    await expectEqual((make) => tf.abs(tf.signal.stft(make([300]) as tf.Tensor1D, 64, 24, 50)));
  });
});

describe('Einstein sums', () => {
  it('equal those of the cpu backend', async () => {
    const cases: [string, ...number[][]][] = [
      ['ij,jk->ik', [3, 4], [4, 5]],
      ['bij,bjk->bik', [2, 3, 4], [2, 4, 5]],
      ['i,i->', [5], [5]],
      ['i,j->ij', [3], [4]],
      ['bij->bji', [2, 3, 4]],
      ['bhqd,bhkd->bhqk', [2, 3, 4, 5], [2, 3, 6, 5]],
    ];
    for (const [equation, ...shapes] of cases)
      await expectEqual((make) => tf.einsum(equation, ...shapes.map((shape) => make(shape))));
  });

  it('are taken over any number of tensors, over axes that only one has, and without an arrow', async () => {
    await tf.setBackend('wasm');
    const values = tf.tidy(() => [
      ...tf.einsum('ij,jk,kl->il', tf.ones([2, 3]), tf.ones([3, 4]), tf.ones([4, 2])).dataSync(),
      ...tf.einsum('ij,jk', tf.ones([1, 5]), tf.ones([5, 1])).dataSync(),
      ...tf.einsum('abc,cd->bd', tf.ones([2, 1, 3]), tf.ones([3, 2])).dataSync(),
    ]);
    expect(values).toEqual([12, 12, 12, 12, 5, 6, 6]);
  });

  it('say what is wrong with an equation', async () => {
    await tf.setBackend('wasm');
    const message = (equation: string, ...shapes: number[][]): string => {
      try {
        tf.tidy(() => tf.einsum(equation, ...shapes.map((shape) => tf.ones(shape))));
      } catch (error) {
        return (error as Error).message;
      }
      return 'nothing';
    };
    expect(message('ij,jk->ik', [2, 3])).toContain('2 terms for 1 tensors');
    expect(message('ij->i', [2, 3, 4])).toContain('term 1 names 2 axes, its tensor has 3');
    expect(message('ii->i', [2, 2])).toContain('names an axis twice');
    expect(message('ij->k', [2, 2])).toContain("no tensor has the axis 'k'");
    expect(message('ij,jk->ik', [2, 3], [4, 2])).toContain("axis 'j' is 3 long in one tensor and 4 in another");
  });
});

describe('kernels of the cpu backend', () => {
  it('work on copies, and keep none', async () => {
    await tf.setBackend('wasm');
    await expectEqual((make) => tf.dilation2d(make([1, 5, 5, 2]) as tf.Tensor4D, make([2, 2, 2]) as tf.Tensor3D, 1, 'same'));
    expect(tf.tidy(() => tf.string.staticRegexReplace(tf.tensor1d(['take 1', 'take 22']), '[0-9]+', 'n').dataSync())).toEqual([
      'take n',
      'take n',
    ]);
  });
});
