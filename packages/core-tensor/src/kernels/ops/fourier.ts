/** @file Fourier transforms of complex tensors along their last axis, of any length. */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { fourierBinary } from '../binaries/fourier.js';
import { ScratchSlot, type KernelContext } from '../kernel-context.js';
import { complexOutput, isComplex, pairsOf } from './complex.js';

interface FourierExports {
  transform(x: number, y: number, batch: number, n: number, twiddles: number, work: number, inverse: boolean): void;
  transformChirp(
    x: number,
    y: number,
    batch: number,
    n: number,
    m: number,
    chirp: number,
    spectrum: number,
    twiddles: number,
    work: number,
    inverse: boolean,
  ): void;
  transformDoubles(values: number, m: number, twiddles: number, work: number): void;
}

/** What a length needs, on the heap: addresses in bytes. */
interface Tables {
  /** A power of two: the length itself, or that of the convolution. */
  power: number;
  twiddles: number;
  chirp?: number;
  spectrum?: number;
}

/** Lengths whose tables stay; short-time transforms use one or two. */
const KEPT_LENGTHS = 16;

/** Puts the kernels in place. The attribute `scale` (default 1) multiplies the result: gradients use it. */
export function defineFourierKernels(context: KernelContext): void {
  const module = context.instantiate<FourierExports>(fourierBinary);
  const tables = new Map<number, Tables>();
  const run = (input: TensorInfo, scale: number, inverse: boolean): TensorInfo | undefined => {
    const n = input.shape.at(-1) ?? 0;
    if (!isComplex(context, input) || input.shape.includes(0) || input.shape.length === 0) return undefined;
    const y = complexOutput(context, input.shape, input.dtype);
    const table = tables.get(n) ?? makeTables(context, module, n);
    remember(context, tables, n, table);
    const batch = input.shape.reduce((product, size) => product * size, 1) / n;
    const work = workFor(context, table.power);
    const { power, twiddles, chirp, spectrum } = table;
    const [from, to] = [context.pointer(input), context.pointer(y)];
    if (chirp === undefined || spectrum === undefined) module.transform(from, to, batch, n, twiddles, work, inverse);
    else module.transformChirp(from, to, batch, n, power, chirp, spectrum, twiddles, work, inverse);
    if (scale !== 1) {
      const values = pairsOf(context, y);
      for (let i = 0; i < values.length; i++) values[i] *= scale;
    }
    return y;
  };
  for (const [name, inverse] of [
    ['FFT', false],
    ['IFFT', true],
  ] as const) {
    context.define(name, ({ inputs: { input }, attrs }) => run(input, (attrs?.scale as number | undefined) ?? 1, inverse));
  }
}

/** Two buffers of complex doubles. */
function workFor(context: KernelContext, power: number): number {
  return context.scratch(ScratchSlot.other, 2 * power * 4);
}

function makeTables(context: KernelContext, module: FourierExports, n: number): Tables {
  const isPower = (n & (n - 1)) === 0;
  const power = isPower ? n : 2 ** Math.ceil(Math.log2(2 * n - 1));
  const twiddles = store(context, Math.max(1, power / 2), (k) => (-2 * Math.PI * k) / power);
  if (isPower) return { power, twiddles };
  // k² grows large; what counts is the rest after 2 n.
  const angle = (k: number): number => (-Math.PI * ((k * k) % (2 * n))) / n;
  const chirp = store(context, n, angle);
  const spectrum = store(
    context,
    power,
    (k) => -angle(k < n ? k : power - k),
    (k) => k < n || k > power - n,
  );
  module.transformDoubles(spectrum, power, twiddles, workFor(context, power));
  return { power, twiddles, chirp, spectrum };
}

/** Points on the unit circle, where wanted, else 0. */
function store(
  { backend }: KernelContext,
  count: number,
  angle: (k: number) => number,
  wanted: (k: number) => boolean = () => true,
): number {
  const pointer = backend.wasm._malloc(count * 16) >>> 0;
  if (pointer === 0) throw new RangeError(`the wasm heap has no room for the tables of a transform: ${count * 16} bytes`);
  const values = new Float64Array(backend.wasm.HEAPU8.buffer, pointer, 2 * count);
  for (let k = 0; k < count; k++) {
    values[2 * k] = wanted(k) ? Math.cos(angle(k)) : 0;
    values[2 * k + 1] = wanted(k) ? Math.sin(angle(k)) : 0;
  }
  return pointer;
}

/** The length used last goes to the end; the one unused longest is given up. */
function remember({ backend }: KernelContext, tables: Map<number, Tables>, n: number, table: Tables): void {
  tables.delete(n);
  tables.set(n, table);
  if (tables.size <= KEPT_LENGTHS) return;
  const [oldest, { twiddles, chirp, spectrum }] = [...tables][0];
  tables.delete(oldest);
  for (const pointer of [twiddles, chirp, spectrum]) if (pointer !== undefined) backend.wasm._free(pointer);
}
