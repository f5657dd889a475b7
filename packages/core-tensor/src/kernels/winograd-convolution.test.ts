import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gemmBinary } from './binaries/gemm.js';
import { imageBinary } from './binaries/image.js';
import { geometryOf, type ConvolutionAttributes, type Geometry } from './convolution-geometry.js';
import { createRandom } from '../random/index.js';
import type { ImageModule } from './image-module.js';
import { createKernelContext, type KernelContext } from './kernel-context.js';
import { registerTrainingKernels } from './register-training-kernels.js';
import { singleThread } from './threads.js';
import { openWasmEngine, wasmGemm, type GemmModule } from './wasm-gemm.js';
import { openWinograd, type WinogradConvolution } from './winograd-convolution.js';

/** Numbers that don't cancel each other, as those of waves do. */
const noise = (count: number, seed: string): Float32Array => {
  const random = createRandom(seed);
  return Float32Array.from({ length: count }, () => random.range(-1, 1));
};

/** Calls `meet` with the places of every input pixel, tap and output pixel that meet. */
function forMeetings(g: Geometry, meet: (x: number, tap: number, y: number) => void): void {
  for (let picture = 0; picture < g.pictures; picture++)
    for (let row = 0; row < g.outHeight; row++)
      for (let column = 0; column < g.outWidth; column++)
        for (let i = 0; i < g.filterHeight; i++)
          for (let j = 0; j < g.filterWidth; j++) {
            const y = row * g.strideY + i - g.padTop;
            const x = column * g.strideX + j - g.padLeft;
            if (y < 0 || y >= g.height || x < 0 || x >= g.width) continue;
            const from = (picture * g.height + y) * g.width + x;
            meet(from, i * g.filterWidth + j, (picture * g.outHeight + row) * g.outWidth + column);
          }
}

/** The three by their definition, in double precision. */
function byDefinition(g: Geometry, x: Float32Array, filter: Float32Array, dy: Float32Array): Float64Array[] {
  const { channels, outChannels: outputs } = g;
  const [y, dx, dFilter] = [dy, x, filter].map(({ length }) => new Float64Array(length));
  forMeetings(g, (from, tap, to) => {
    for (let c = 0; c < channels; c++)
      for (let o = 0; o < outputs; o++) {
        const [atX, atY, atFilter] = [from * channels + c, to * outputs + o, (tap * channels + c) * outputs + o];
        y[atY] += x[atX] * filter[atFilter];
        dx[atX] += dy[atY] * filter[atFilter];
        dFilter[atFilter] += x[atX] * dy[atY];
      }
  });
  return [y, dx, dFilter];
}

describe('convolution in tiles', () => {
  let context: KernelContext;
  let winograd: WinogradConvolution;
  let before: number;

  beforeAll(async () => {
    await registerTrainingKernels(tf, { gemm: 'wasm' });
    context = createKernelContext(tf, (a, b, y, shape) => multiply(a, b, y, shape));
    const module = context.instantiate<GemmModule>(gemmBinary);
    const multiply = wasmGemm(openWasmEngine(context, module, singleThread(module.run)));
    winograd = openWinograd(context, context.instantiate<ImageModule>(imageBinary));
    before = tf.memory().numTensors;
  });

  afterAll(() => expect(tf.memory().numTensors).toBe(before));

  /** Our three results beside those of the definition; none where it can't be done in tiles. */
  const results = (g: Geometry): [Float32Array, Float64Array][] => {
    const sizes = [g.pictures * g.height * g.width * g.channels, g.filterHeight * g.filterWidth * g.channels * g.outChannels];
    sizes.push(g.pictures * g.outHeight * g.outWidth * g.outChannels);
    const values = sizes.map((size, i) => noise(size, `values ${i}`));
    const [x, filter, dy] = values;
    const expected = byDefinition(g, x, filter, dy);
    const got: Float32Array[] = [];
    tf.tidy(() => {
      const inputs = values.map((one) => context.pointer(tf.tensor1d(one)));
      // What is not written shows.
      const outputs = [sizes[2], sizes[0], sizes[1]].map((size) => tf.tensor1d(new Float32Array(size).fill(NaN)));
      const [y, dx, dFilter] = outputs.map((one) => context.pointer(one));
      winograd.forward(inputs[0], inputs[1], y, g);
      winograd.inputGradient(inputs[2], inputs[1], dx, g);
      winograd.filterGradient(inputs[0], inputs[2], dFilter, g);
      got.push(...outputs.map((one) => one.dataSync<'float32'>()));
    });
    return got.map((one, i) => [one, expected[i]]);
  };

  const expectAgreement = (g: Geometry): void => {
    for (const [i, [got, expected]] of results(g).entries()) {
      const size = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-3);
      const apart = expected.reduce((most, value, at) => Math.max(most, Math.abs(value - got[at]) / size), 0);
      expect(apart, `${['output', 'input gradient', 'filter gradient'][i]} of ${JSON.stringify(g)}`).toBeLessThan(5e-5);
      expect(got.some(Number.isNaN)).toBe(false);
    }
  };

  const geometry = (x: number[], filter: number[], attributes: ConvolutionAttributes): Geometry => {
    const g = geometryOf(tf, x, filter, attributes);
    if (!g) throw new Error('no geometry');
    return g;
  };

  it.each([
    ['3 × 3', [2, 9, 8, 8], [3, 3, 8, 12], 1, 'same'],
    ['3 × 3 with strides, where one phase has a tap more', [2, 9, 8, 4], [3, 3, 4, 8], 2, 'same'],
    ['4 × 4', [1, 7, 11, 4], [4, 4, 4, 4], 1, 'same'],
    ['4 × 4 with strides', [2, 8, 8, 8], [4, 4, 8, 4], 2, 'same'],
    ['5 × 5 on few pixels', [3, 7, 7, 8], [5, 5, 8, 8], 1, 'same'],
    ['5 × 5 with strides', [2, 14, 14, 4], [5, 5, 4, 8], 2, 'same'],
    ['no padding', [2, 10, 9, 4], [5, 5, 4, 4], 1, 'valid'],
    ['channels beyond a block', [1, 5, 5, 68], [3, 3, 68, 4], 1, 'same'],
    ['more padding than filter', [1, 4, 4, 4], [3, 3, 4, 4], 1, 4],
  ] as const)('agrees with the definition: %s', (_name, x, filter, strides, pad) => {
    expectAgreement(geometry([...x], [...filter], { strides, pad }));
  });

  it('agrees with the definition for all sizes', () => {
    const quadruple = fc.integer({ min: 1, max: 3 }).map((count) => 4 * count);
    const sizes = fc.record({
      pictures: fc.integer({ min: 1, max: 3 }),
      height: fc.integer({ min: 5, max: 12 }),
      width: fc.integer({ min: 5, max: 12 }),
      channels: quadruple,
      outputs: quadruple,
      filter: fc.tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 5 })),
      strides: fc.constantFrom(1, 2),
      pad: fc.constantFrom<('same' | 'valid')[]>('same', 'valid'),
    });
    fc.assert(
      fc.property(sizes, ({ pictures, height, width, channels, outputs, filter, strides, pad }) => {
        const g = geometry([pictures, height, width, channels], [...filter, channels, outputs], { strides, pad });
        expectAgreement(g);
      }),
      { numRuns: 40, seed: 11 },
    );
  });

  it('gains where channels and tiles are many, and only there', () => {
    const many = geometry([32, 14, 14, 64], [5, 5, 64, 128], { strides: 2, pad: 'same' });
    const parts = ['forward', 'inputGradient', 'filterGradient'] as const;
    for (const part of parts) expect(winograd.gains(part, many)).toBe(true);
    const others: Geometry[] = [
      geometry([32, 14, 14, 3], [5, 5, 3, 64], { strides: 1, pad: 'same' }),
      geometry([1, 4, 4, 64], [3, 3, 64, 64], { strides: 1, pad: 'same' }),
      geometry([32, 14, 14, 64], [3, 3, 64, 64], { strides: 1, pad: 'same', dilations: 2 }),
      geometry([32, 14, 14, 64], [7, 7, 64, 64], { strides: 1, pad: 'same' }),
      geometry([32, 14, 14, 64], [5, 5, 64, 64], { strides: [1, 2], pad: 'same' }),
    ];
    for (const g of others) for (const part of parts) expect(winograd.gains(part, g), JSON.stringify(g)).toBe(false);
  });
});
