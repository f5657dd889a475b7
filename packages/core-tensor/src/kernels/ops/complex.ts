/**
 * @file Complex tensors on the wasm backend, which has none: one block of [re, im] pairs on the heap, as `dataSync()` gives them.
 *
 * Gradients by complex tensors are complex too, but TensorFlow.js insists that a gradient says it is float32. So ours say so, and
 * what they hold is known from the backend's own record of their data; the kernels here, and the sum of two gradients, look there.
 */
import type { DataType, TensorInfo } from '@tensorflow/tfjs-core';
import type { KernelContext } from '../kernel-context.js';

/** Operations on two complex numbers. `adjoint` multiplies by the conjugate of the second. */
export type ComplexPair = 'add' | 'subtract' | 'multiply' | 'adjoint';

/** The backend's record of a tensor's data. */
interface StoredTensor {
  dtype: string;
  memoryOffset: number;
  shape: number[];
}

/** Puts the kernels in place, and teaches the backend to read complex tensors. */
export function defineComplexKernels(context: KernelContext): void {
  readComplexTensors(context);
  context.define('Complex', ({ inputs: { real, imag } }) => join(context, real, imag, 'complex64'));
  // The gradients by a complex tensor that has real ones for its parts; either may be missing, which means zero.
  context.define('ComplexGradient', ({ inputs: { real, imag } }) => join(context, real, imag, 'float32'));
  context.define('Real', ({ inputs: { input } }) => part(context, input, 0));
  context.define('Imag', ({ inputs: { input } }) => part(context, input, 1));
  context.define('ComplexAbs', ({ inputs: { x } }) => {
    const y = context.output(x.shape);
    const [from, to] = [pairsOf(context, x), context.floats(context.pointer(y), sizeOf(x))];
    for (let i = 0; i < to.length; i++) to[i] = Math.hypot(from[2 * i], from[2 * i + 1]);
    return y;
  });
  context.define('ComplexAbsGradient', ({ inputs: { x, dy } }) => {
    const y = complexOutput(context, x.shape, 'float32');
    const [from, to, gradient] = [pairsOf(context, x), pairsOf(context, y), context.floats(context.pointer(dy), sizeOf(x))];
    for (let i = 0; i < gradient.length; i++) {
      const length = Math.hypot(from[2 * i], from[2 * i + 1]);
      const scale = length === 0 ? 0 : gradient[i] / length;
      to[2 * i] = from[2 * i] * scale;
      to[2 * i + 1] = from[2 * i + 1] * scale;
    }
    return y;
  });
  context.define('ComplexAdjointProduct', ({ inputs: { a, b } }) => pairOfComplex(context, 'adjoint', a, b));
  context.define('ComplexProduct', ({ inputs: { a, b } }) => pairOfComplex(context, 'multiply', a, b));
  context.define('Cast', ({ inputs: { x }, attrs }) => {
    if (isComplex(context, x)) return attrs.dtype === 'float32' && x.dtype === 'complex64' ? part(context, x, 0) : undefined;
    return attrs.dtype === 'complex64' && x.dtype === 'float32' ? join(context, x, undefined, 'complex64') : undefined;
  });
  context.define('ZerosLike', ({ inputs: { x } }) => {
    if (!isComplex(context, x)) return undefined;
    const y = complexOutput(context, x.shape, x.dtype);
    pairsOf(context, y).fill(0);
    return y;
  });
}

/** Whether a tensor's data are pairs, whatever it says of itself. */
export function isComplex(context: KernelContext, tensor: TensorInfo): boolean {
  return context.backend.dataIdMap.get(tensor.dataId).dtype === 'complex64';
}

/** Room for a complex tensor that says it is of `dtype`. */
export function complexOutput(context: KernelContext, shape: readonly number[], dtype: DataType): TensorInfo {
  return { ...context.output(shape, 'complex64'), dtype };
}

/** Adds, subtracts or multiplies complex tensors of one shape; one of them may be real. */
export function pairOfComplex(context: KernelContext, operation: ComplexPair, a: TensorInfo, b: TensorInfo): TensorInfo {
  if (String(a.shape) !== String(b.shape))
    throw new TypeError(
      `${operation} of complex tensors: expected equal shapes, got [${a.shape.join()}] and [${b.shape.join()}]`,
    );
  // A gradient with anything stays a gradient.
  const y = complexOutput(context, a.shape, a.dtype === 'complex64' && b.dtype === 'complex64' ? 'complex64' : 'float32');
  const [first, second, to] = [partsOf(context, a), partsOf(context, b), pairsOf(context, y)];
  const sign = operation === 'subtract' ? -1 : 1;
  const turn = operation === 'adjoint' ? -1 : 1;
  const sums = operation === 'add' || operation === 'subtract';
  for (let i = 0; i < to.length; i += 2) {
    const [ar, ai, br, bi] = [first(i), first(i + 1), second(i), turn * second(i + 1)];
    to[i] = sums ? ar + sign * br : ar * br - ai * bi;
    to[i + 1] = sums ? ai + sign * bi : ar * bi + ai * br;
  }
  return y;
}

/** −z. */
export function negateComplex(context: KernelContext, x: TensorInfo): TensorInfo {
  const y = complexOutput(context, x.shape, x.dtype);
  const [from, to] = [pairsOf(context, x), pairsOf(context, y)];
  for (let i = 0; i < to.length; i++) to[i] = -from[i];
  return y;
}

/** A view of a complex tensor's pairs. */
export function pairsOf(context: KernelContext, tensor: TensorInfo): Float32Array {
  return context.floats(context.pointer(tensor), 2 * sizeOf(tensor));
}

function partsOf(context: KernelContext, tensor: TensorInfo): (i: number) => number {
  if (isComplex(context, tensor)) {
    const pairs = pairsOf(context, tensor);
    return (i) => pairs[i];
  }
  const reals = context.floats(context.pointer(tensor), sizeOf(tensor));
  return (i) => (i % 2 === 0 ? reals[i / 2] : 0);
}

function join(context: KernelContext, real: TensorInfo | undefined, imag: TensorInfo | undefined, dtype: DataType): TensorInfo {
  const shape = (real ?? imag)?.shape ?? [];
  const y = complexOutput(context, shape, dtype);
  const to = pairsOf(context, y);
  for (const [offset, source] of [real, imag].entries()) {
    const from = source && context.floats(context.pointer(source), to.length / 2);
    for (let i = 0; i < to.length / 2; i++) to[2 * i + offset] = from ? from[i] : 0;
  }
  return y;
}

function part(context: KernelContext, input: TensorInfo, offset: number): TensorInfo {
  const y = context.output(input.shape);
  const [from, to] = [pairsOf(context, input), context.floats(context.pointer(y), sizeOf(input))];
  for (let i = 0; i < to.length; i++) to[i] = from[2 * i + offset];
  return y;
}

/** The stock reader refuses the type. */
function readComplexTensors({ backend }: KernelContext): void {
  const read = backend.readSync.bind(backend);
  backend.readSync = (dataId) => {
    const { dtype, memoryOffset, shape } = backend.dataIdMap.get(dataId) as unknown as StoredTensor;
    if (dtype !== 'complex64') return read(dataId);
    return new Float32Array(backend.wasm.HEAPU8.buffer, memoryOffset, 2 * sizeOf({ shape })).slice();
  };
}

function sizeOf({ shape }: { shape: readonly number[] }): number {
  return shape.reduce((product, size) => product * size, 1);
}
