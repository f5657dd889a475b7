/**
 * @file Runs passes with gpu.js: on a GPU where a WebGL context is real, on its own processor mode otherwise. The definition goes to
 * gpu.js as it is; only the line that calls it is written here.
 */
import type { Pass, PassInput } from './frame-pass.js';
import { rowsOf } from './frame-pass.js';

/** What is used of gpu.js, so that its types are not needed. */
export interface GpuModule {
  GPU: {
    new (options: { mode: 'gpu' | 'cpu' }): GpuJs;
    isWebGL2Supported: boolean;
    isHeadlessGLSupported: boolean;
    isWebGLSupported: boolean;
  };
  /** Wraps a flat array with its size. */
  input(data: unknown, size: number[]): unknown;
}

interface GpuJs {
  addFunction(source: string, settings?: object): unknown;
  createKernel(source: string, settings: object): GpuKernel;
  destroy(): Promise<void> | void;
}

interface GpuKernel {
  (...inputs: unknown[]): Float32Array[];
  setOutput(size: number[]): unknown;
}

/** Compiled passes of one machine. */
export interface GpuPasses {
  /** `'gpu'` with a real context, else `'cpu'`. */
  mode: 'gpu' | 'cpu';
  /** Runs a pass; the first of its kind is compiled. */
  run(pass: Pass, out: Uint8ClampedArray | Float32Array): void;
  /** Gives the context back. */
  dispose(): void;
}

/** A kernel's sums have no more terms than this: shaders need to know. */
const MOST_TERMS = 4096;

/** Whether gpu.js found a context to draw with. */
export function hasGpu({ GPU }: GpuModule): boolean {
  return GPU.isWebGL2Supported || GPU.isWebGLSupported || GPU.isHeadlessGLSupported;
}

/** Prepares gpu.js. Each definition gets an instance of its own, as functions are global to one. */
export function createGpuPasses(module: GpuModule, mode: 'gpu' | 'cpu'): GpuPasses {
  const machines: GpuJs[] = [];
  const kernels = new Map<string, GpuKernel>();
  const kernelFor = ({ definition, inputs, width, height }: Pass): GpuKernel => {
    const key = `${definition.name} ${width}×${height} ${inputs.map(describe).join(' ')}`;
    const known = kernels.get(key);
    if (known) return known;
    const machine = new module.GPU({ mode });
    machines.push(machine);
    for (const used of [...definition.uses, definition.value]) machine.addFunction(used.toString());
    const names = inputs.map((_, i) => `input${i}`).join(', ');
    const kernel = machine.createKernel(
      `function (${names}) { return ${definition.value.name}(this.thread.x, this.thread.y, ${names}); }`,
      { output: [width * 4, height], loopMaxIterations: MOST_TERMS, precision: 'single', tactic: 'precision' },
    );
    kernels.set(key, kernel);
    return kernel;
  };
  return {
    mode,
    run(pass, out) {
      const lines = kernelFor(pass)(...pass.inputs.map((value) => handedOver(module, mode, value)));
      for (const [y, line] of lines.entries()) out.set(line, y * pass.width * 4);
    },
    dispose() {
      for (const machine of machines.splice(0)) void machine.destroy();
      kernels.clear();
    },
  };
}

/** Pictures go to a GPU flat, with their size; to the processor mode as rows. */
function handedOver(module: GpuModule, mode: 'gpu' | 'cpu', value: PassInput): unknown {
  if (typeof value === 'number' || value instanceof Float32Array) return value;
  return mode === 'gpu' ? module.input(value.data, [value.width * 4, value.height]) : rowsOf(value);
}

/** Kernels are compiled for kinds and sizes of inputs. */
function describe(value: PassInput): string {
  if (typeof value === 'number') return 'n';
  return value instanceof Float32Array
    ? `f${value.length}`
    : `${value.data instanceof Float32Array ? 'f' : 'b'}${value.width}×${value.height}`;
}
