/**
 * @file Frame kernels on whichever is faster: typed arrays, or a GPU through gpu.js (optional peer). Each kernel is timed once on both,
 * on the first frame that it gets; a GPU that is slower, fails, or gives other pixels (more than one level of 255) is not used, and the
 * report says so. gpu.js reads the source of functions: a bundle whose minifier renames them may fail to compile there, and then runs on
 * typed arrays.
 */
import { MissingPeerError } from '../errors/index.js';
import { blendWith } from './blend.js';
import type { BlendMode } from './blend.js';
import { blurWith, sharpenWith } from './blur.js';
import type { BlurOptions, SharpenOptions } from './blur.js';
import type { Frame } from './frame.js';
import { runOnArrays } from './frame-pass.js';
import type { Pass, PassRunner } from './frame-pass.js';
import { createGpuPasses, hasGpu } from './gpu-passes.js';
import type { GpuModule, GpuPasses } from './gpu-passes.js';
import { gradeWith } from './grade.js';
import type { Grade } from './grade.js';
import { chromaKeyWith, lumaKeyWith } from './key.js';
import type { ChromaKeyOptions, LumaKeyOptions } from './key.js';
import { resizeWith } from './resize.js';
import type { ResizeOptions } from './resize.js';
import { warpWith } from './warp.js';
import type { WarpOptions } from './warp.js';

/** Where kernels may run. */
export interface FrameKernelOptions {
  /** `'auto'` (default): gpu.js where it is installed; `'off'`: typed arrays alone; or the module, where a bundler needs to see its import. */
  gpu?: 'auto' | 'off' | GpuModule;
}

/** What was chosen for a kernel, and why. */
export interface KernelChoice {
  /** `'grade'`, `'blend'`, `'weigh columns'` … */
  kernel: string;
  engine: 'typed arrays' | 'gpu.js';
  /** One sentence. */
  reason: string;
  /** Milliseconds for the first frame on typed arrays, where both were timed. */
  arraysMs?: number;
  /** Milliseconds for it on the GPU, compiled before. */
  gpuMs?: number;
  /** Largest difference between both, in levels of 255, of colours as far as alpha lets them through. */
  worstDifference?: number;
}

/** The frame functions, on the machine that was chosen. */
export interface FrameKernels {
  /** As `gradeFrame`. */
  grade(frame: Frame, grade: Grade): Frame;
  /** As `blendFrames`. */
  blend(below: Frame, above: Frame, options?: { mode?: BlendMode; opacity?: number }): Frame;
  /** As `blurFrame`. */
  blur(frame: Frame, options: BlurOptions): Frame;
  /** As `sharpenFrame`. */
  sharpen(frame: Frame, options?: SharpenOptions): Frame;
  /** As `resizeFrame`. */
  resize(frame: Frame, options: ResizeOptions): Frame;
  /** As `warpFrame`. */
  warp(frame: Frame, options: WarpOptions): Frame;
  /** As `chromaKey`. */
  chromaKey(frame: Frame, options?: ChromaKeyOptions): Frame;
  /** As `lumaKey`. */
  lumaKey(frame: Frame, options?: LumaKeyOptions): Frame;
  /** What has been chosen so far. */
  choices(): readonly KernelChoice[];
  /** Gives the GPU back; kernels then run on typed arrays. */
  dispose(): void;
}

/**
 * Prepares the frame kernels.
 *
 * @param options - See {@link FrameKernelOptions}.
 * @returns The kernels.
 * @throws MissingPeerError where a module was given that is not gpu.js.
 * @example
 * ```ts
 * import { createFrame, createFrameKernels } from '@filmai/core-tensor/frames';
 *
 * const kernels = await createFrameKernels({ gpu: 'off' });
 * kernels.blur(createFrame(64, 64), { sigma: 2 });
 * console.log(kernels.choices()[0].engine); // typed arrays
 * kernels.dispose();
 * ```
 */
export async function createFrameKernels({ gpu = 'auto' }: FrameKernelOptions = {}): Promise<FrameKernels> {
  const found = await findGpu(gpu);
  let passes = typeof found === 'string' ? undefined : found;
  const noGpu = typeof found === 'string' ? found : 'disposed of';
  const choices = new Map<string, KernelChoice>();
  const run: PassRunner = (pass, out) => {
    const kernel = pass.definition.name;
    const choice = choices.get(kernel);
    if (choice?.engine === 'gpu.js' && passes) {
      passes.run(pass, out);
      return;
    }
    if (choice || !passes) {
      if (!choice) choices.set(kernel, { kernel, engine: 'typed arrays', reason: noGpu });
      runOnArrays(pass, out);
      return;
    }
    choices.set(kernel, measure(passes, pass, out));
  };
  return {
    grade: (frame, grade) => gradeWith(run, frame, grade),
    blend: (below, above, options) => blendWith(run, below, above, options),
    blur: (frame, options) => blurWith(run, frame, options),
    sharpen: (frame, options) => sharpenWith(run, frame, options),
    resize: (frame, options) => resizeWith(run, frame, options),
    warp: (frame, options) => warpWith(run, frame, options),
    chromaKey: (frame, options) => chromaKeyWith(run, frame, options),
    lumaKey: (frame, options) => lumaKeyWith(run, frame, options),
    choices: () => [...choices.values()],
    dispose: () => {
      passes?.dispose();
      passes = undefined;
    },
  };
}

/** Runs a pass on both, twice each as the first compiles; leaves the result of the typed arrays. */
function measure(passes: GpuPasses, pass: Pass, out: Uint8ClampedArray | Float32Array): KernelChoice {
  const kernel = pass.definition.name;
  const timed = (run: () => void): number => {
    run();
    const begun = performance.now();
    run();
    return performance.now() - begun;
  };
  const arraysMs = timed(() => runOnArrays(pass, out));
  const theirs = out.slice();
  let gpuMs: number;
  try {
    gpuMs = timed(() => passes.run(pass, theirs));
  } catch (error) {
    const reason = `gpu.js failed: ${error instanceof Error ? error.message : String(error)}`;
    return { kernel, engine: 'typed arrays', reason, arraysMs };
  }
  const worstDifference = difference(out, theirs);
  const facts = { kernel, arraysMs, gpuMs, worstDifference };
  if (!(worstDifference <= 1)) return { ...facts, engine: 'typed arrays', reason: 'gpu.js gives other pixels here' };
  return gpuMs < arraysMs
    ? { ...facts, engine: 'gpu.js', reason: 'faster on the first frame, equal pixels' }
    : { ...facts, engine: 'typed arrays', reason: 'faster on the first frame' };
}

/** The largest difference that can be seen: of colours as far as alpha lets them through. */
function difference(a: Uint8ClampedArray | Float32Array, b: Uint8ClampedArray | Float32Array): number {
  const straight = a instanceof Uint8ClampedArray;
  let worst = 0;
  for (let i = 0; i < a.length; i++) {
    const through = straight && i % 4 < 3 ? Math.max(a[i | 3], b[i | 3]) / 255 : 1;
    const apart = Math.abs(a[i] - b[i]) * through;
    // Not a number is worse than any difference.
    if (!(apart <= worst)) worst = apart;
  }
  return worst;
}

/** Passes on a GPU, or why there are none. */
async function findGpu(gpu: 'auto' | 'off' | GpuModule): Promise<GpuPasses | string> {
  if (gpu === 'off') return 'the GPU is switched off by option';
  let module: GpuModule;
  if (gpu === 'auto') {
    try {
      const loaded = (await import('gpu.js')) as unknown as GpuModule & { default?: GpuModule };
      module = loaded.GPU ? loaded : (loaded.default ?? loaded);
    } catch {
      return 'gpu.js is not installed';
    }
  } else module = gpu;
  if (typeof module.GPU !== 'function' || typeof module.input !== 'function')
    throw new MissingPeerError('createFrameKernels with gpu', ['gpu.js']);
  if (!hasGpu(module)) return 'gpu.js finds no WebGL context here';
  return createGpuPasses(module, 'gpu');
}
