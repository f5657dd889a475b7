import { createRandom } from '@filmai/core-tensor/random';
import * as gpujs from 'gpu.js';
import { afterAll, describe, expect, it } from 'vitest';
import { BLEND_MODES, blendWith } from './blend.js';
import { blurWith, sharpenWith } from './blur.js';
import { createLut } from './colour-lut.js';
import { createFrame } from './frame.js';
import type { Frame } from './frame.js';
import { createFrameKernels } from './frame-kernels.js';
import { runDefinition, runOnArrays } from './frame-pass.js';
import type { PassRunner } from './frame-pass.js';
import { createGpuPasses } from './gpu-passes.js';
import type { GpuModule } from './gpu-passes.js';
import { gradeFrame, gradeWith } from './grade.js';
import { chromaKeyWith, lumaKeyWith } from './key.js';
import { RESIZE_FILTERS, resizeWith } from './resize.js';
import { warpWith } from './warp.js';

const module = gpujs as unknown as GpuModule;
const passes = createGpuPasses(module, 'cpu');
afterAll(() => passes.dispose());

/** Runs a pass in every way there is and checks that all give the same picture. */
const everyWay: PassRunner = (pass, out) => {
  runOnArrays(pass, out);
  const [plain, compiled] = [out.slice(), out.slice()];
  runDefinition(pass, plain);
  passes.run(pass, compiled);
  const worst = [plain, compiled].map((other) => {
    let most = 0;
    for (let i = 0; i < out.length; i++) most = Math.max(most, Math.abs(out[i] - other[i]));
    return most;
  });
  expect(worst[0], `${pass.definition.name}: loop against definition`).toBeLessThanOrEqual(1);
  expect(worst[1], `${pass.definition.name}: typed arrays against gpu.js`).toBeLessThanOrEqual(1);
};

/** Every colour and alpha by chance, the ends of the range more often. */
function noise(width: number, height: number, seed: number): Frame {
  const random = createRandom(seed);
  const frame = createFrame(width, height);
  for (let i = 0; i < frame.data.length; i++) frame.data[i] = random.chance(0.2) ? random.pick([0, 255]) : random.integer(0, 255);
  return frame;
}

const a = noise(13, 9, 1);
const b = noise(13, 9, 2);

describe('every frame kernel gives the same pixels on typed arrays, as its definition, and through gpu.js', () => {
  const curves = {
    all: [
      [0, 0.05],
      [0.4, 0.3],
      [1, 0.95],
    ],
    blue: [
      [0.1, 0],
      [0.9, 1],
    ],
  } as const;
  const matrix = [1.2, -0.1, 0, 0.02, 0.1, 0.8, 0.1, 0, -0.3, 0.2, 1.3, -0.05];
  const lut = createLut(5, ([red, green, blue]) => [red * green, Math.sqrt(green), 1.2 * blue - 0.1]);
  it.each([
    ['nothing', {}],
    ['matrix', { matrix }],
    ['curves', { curves }],
    ['tetrahedral table', { lut }],
    ['trilinear table', { lut, interpolation: 'trilinear' }],
    ['table with a domain', { lut: { ...lut, domainMin: [0.1, 0, -0.5], domainMax: [0.9, 2, 1] } }],
    ['all', { matrix, curves, lut }],
  ] as const)('grade: %s', (_, grade) => void gradeWith(everyWay, a, grade));

  it.each(BLEND_MODES)('blend: %s', (mode) => void blendWith(everyWay, a, b, { mode, opacity: 0.9 }));

  it.each([{ sigma: 1.3 }, { sigma: 0 }, { radius: 2 }, { radius: 0.5 }, { sigma: 20 }])('blur: %o', (options) => {
    blurWith(everyWay, a, options);
  });

  it('sharpen', () => void sharpenWith(everyWay, a, { amount: 2, threshold: 6 }));

  it.each(RESIZE_FILTERS)('resize: %s', (filter) => {
    resizeWith(everyWay, a, { width: 7, height: 4, filter });
    resizeWith(everyWay, a, { width: 21, height: 20, filter });
  });

  it.each([
    ['affine', { matrix: [0.8, -0.5, 4, 0.4, 0.9, -1, 0, 0, 1] }],
    ['perspective', { matrix: [1, 0.2, 0, 0.1, 1, 0, 0.02, 0.01, 1], outside: 'extend', width: 10, height: 11 }],
    ['flow', { field: { width: 13, height: 9, x: new Float32Array(117).fill(1.25), y: new Float32Array(117).fill(-2.5) } }],
  ] as const)('warp: %s', (_, options) => void warpWith(everyWay, a, options));

  it('keys', () => {
    chromaKeyWith(everyWay, a, {});
    chromaKeyWith(everyWay, a, { colour: [0.1, 0.2, 0.9], tolerance: 0.2, softness: 0, despill: 0.5 });
    lumaKeyWith(everyWay, a, {});
    lumaKeyWith(everyWay, a, { threshold: 0.4, softness: 0.3, invert: true });
  });
});

describe('the choice of a machine', () => {
  const lift = {
    curves: {
      all: [
        [0, 0.2],
        [1, 1],
      ],
    },
  } as const;

  it('is typed arrays where the GPU is switched off or has no context, with the reason', async () => {
    const off = await createFrameKernels({ gpu: 'off' });
    expect([...off.grade(a, lift).data]).toEqual([...gradeFrame(a, lift).data]);
    expect(off.choices()).toEqual([{ kernel: 'grade', engine: 'typed arrays', reason: 'the GPU is switched off by option' }]);
    const none = { ...gpuOf(() => undefined), GPU: noContext() };
    const without = await createFrameKernels({ gpu: none });
    without.lumaKey(a);
    expect(without.choices()[0].reason).toBe('gpu.js finds no WebGL context here');
  });

  it('uses a GPU that is faster and gives the same pixels, and measures each kernel once', async () => {
    let runs = 0;
    const kernels = await createFrameKernels({
      gpu: gpuOf((width, height) => {
        runs++;
        return lines(gradeFrame(slow, lift).data, width, height);
      }),
    });
    const slow = noise(600, 600, 4);
    expect(kernels.grade(slow, lift).data.slice(0, 99)).toEqual(gradeFrame(slow, lift).data.slice(0, 99));
    expect(runs).toBe(2);
    const [choice] = kernels.choices();
    expect(choice).toMatchObject({ kernel: 'grade', worstDifference: 0 });
    kernels.grade(slow, lift);
    expect(runs).toBe(choice.engine === 'gpu.js' ? 3 : 2);
    expect(choice.engine === 'gpu.js').toBe((choice.gpuMs ?? 0) < (choice.arraysMs ?? 0));
    kernels.dispose();
    expect([...kernels.grade(a, lift).data]).toEqual([...gradeFrame(a, lift).data]);
  });

  it('does not use a GPU that gives other pixels or fails', async () => {
    const black = await createFrameKernels({
      gpu: gpuOf((width, height) => lines(new Uint8ClampedArray(width * height), width, height)),
    });
    expect([...black.grade(a, lift).data]).toEqual([...gradeFrame(a, lift).data]);
    expect(black.choices()[0]).toMatchObject({ engine: 'typed arrays', reason: 'gpu.js gives other pixels here' });
    const broken = await createFrameKernels({
      gpu: gpuOf(() => {
        throw new Error('context lost');
      }),
    });
    expect([...broken.grade(a, lift).data]).toEqual([...gradeFrame(a, lift).data]);
    expect(broken.choices()[0].reason).toBe('gpu.js failed: context lost');
  });

  it('refuses a module that is not gpu.js', async () => {
    await expect(createFrameKernels({ gpu: {} as GpuModule })).rejects.toThrow(/npm install gpu\.js/);
  });
});

/** A stand-in for gpu.js with a context, whose kernels give what `draw` gives. */
function gpuOf(draw: (width: number, height: number) => Float32Array[] | undefined): GpuModule {
  class GPU {
    static isWebGL2Supported = true;
    static isWebGLSupported = true;
    static isHeadlessGLSupported = false;
    addFunction = (): void => {};
    destroy = (): void => {};
    createKernel =
      (_: string, { output }: { output: [number, number] }) =>
      () =>
        draw(output[0], output[1]);
  }
  return { GPU: GPU as unknown as GpuModule['GPU'], input: (data: unknown) => data };
}

function noContext(): GpuModule['GPU'] {
  const nothing = { isWebGL2Supported: false, isWebGLSupported: false, isHeadlessGLSupported: false };
  return Object.assign(() => undefined, nothing) as unknown as GpuModule['GPU'];
}

function lines(data: Uint8ClampedArray, width: number, height: number): Float32Array[] {
  return Array.from({ length: height }, (_, y) => Float32Array.from(data.subarray(y * width, (y + 1) * width)));
}
