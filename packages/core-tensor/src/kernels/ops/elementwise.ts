/** @file Kernels on every element of float32 tensors, alone and in pairs, with whatever shapes broadcast. */
import type { DataType, TensorInfo } from '@tensorflow/tfjs-core';
import { elementwiseBinary } from '../binaries/elementwise.js';
import type { KernelContext } from '../kernel-context.js';
import { planBroadcast } from './broadcast.js';
import { isComplex, negateComplex, pairOfComplex, type ComplexPair } from './complex.js';
import type { ElementwiseModule, GradientName, PairName, SingleName } from './elementwise-module.js';

/** Where the stock kernels (by XNNPACK: sigmoid, elu, softmax) are as fast, they stay. */
const singles: Record<string, SingleName> = {
  Neg: 'negate',
  Abs: 'absolute',
  Square: 'square',
  Sqrt: 'squareRoot',
  Rsqrt: 'inverseSquareRoot',
  Reciprocal: 'reciprocal',
  Exp: 'exponential',
  Expm1: 'exponentialLessOne',
  Tanh: 'hyperbolicTangent',
  Relu: 'relu',
  Relu6: 'relu6',
  LeakyRelu: 'leakyRelu',
  Selu: 'selu',
};

const pairs: Record<string, PairName> = {
  Add: 'add',
  Sub: 'subtract',
  Multiply: 'multiply',
  RealDiv: 'divide',
  Maximum: 'maximum',
  Minimum: 'minimum',
  SquaredDifference: 'squaredDifference',
};

const complexPairs: Partial<Record<string, ComplexPair>> = { Add: 'add', Sub: 'subtract', Multiply: 'multiply' };

/**
 * Gradients of activations as kernels of their own: inputs `{ dy }`, attributes `of` (the tensor that decides: the activation's
 * input or output) and `alpha`. What decides is an attribute because the derivative by it is zero wherever there is one: so a
 * gradient of the gradient doesn't walk back through it.
 */
export const activationGradients: Record<string, GradientName> = {
  ReluGradient: 'reluGradient',
  Relu6Gradient: 'relu6Gradient',
  LeakyReluGradient: 'leakyReluGradient',
};

/** Those whose derivative by what decides isn't zero: inputs `{ of, dy }`. */
export const smoothGradients: Record<string, GradientName> = {
  TanhGradient: 'hyperbolicTangentGradient',
  SigmoidGradient: 'sigmoidGradient',
  SeluGradient: 'seluGradient',
  SquareGradient: 'squareGradient',
  RsqrtGradient: 'inverseSquareRootGradient',
};

/** Attributes of `Spread`. */
export interface SpreadAttributes {
  /** The gradient's shape with the axes that were summed, of size 1. */
  kept: number[];
  /** The result's. */
  shape: number[];
  scale: number;
}

/** Puts the kernels in place. */
export function defineElementwiseKernels(context: KernelContext): void {
  const module = context.instantiate<ElementwiseModule>(elementwiseBinary);
  const pairUp = (op: PairName, a: TensorInfo, b: TensorInfo): TensorInfo | undefined => {
    if (!isFloat(context, a) || !isFloat(context, b)) return undefined;
    const plan = planBroadcast(a.shape, b.shape);
    if (!plan) return undefined;
    const y = context.output(plan.shape);
    const [atA, atB, atY] = [context.pointer(a), context.pointer(b), context.pointer(y)];
    const { rows, columns, stepA, stepB, staysA, staysB, blocks } = plan;
    for (let i = 0; i < blocks.length; i += 3) {
      const [fromA, fromB, to] = [atA + blocks[i] * 4, atB + blocks[i + 1] * 4, atY + blocks[i + 2] * 4];
      module[op](fromA, fromB, to, rows, columns, stepA * 4, stepB * 4, staysA, staysB, 0);
    }
    return y;
  };
  for (const [name, op] of Object.entries(singles)) {
    context.define(name, ({ inputs: { x }, attrs }) => {
      if (name === 'Neg' && isComplex(context, x)) return negateComplex(context, x);
      if (!isFloat(context, x)) return undefined;
      const y = context.output(x.shape);
      module[op](context.pointer(x), context.pointer(y), sizeOf(x.shape), (attrs?.alpha as number | undefined) ?? 0);
      return y;
    });
  }
  for (const [name, op] of Object.entries(pairs)) {
    const complex = complexPairs[name];
    context.define(name, ({ inputs: { a, b } }) =>
      complex && (isComplex(context, a) || isComplex(context, b)) ? pairOfComplex(context, complex, a, b) : pairUp(op, a, b),
    );
  }
  const gradientOf = (op: GradientName, of: TensorInfo, dy: TensorInfo, alpha = 0): TensorInfo | undefined => {
    if (!isFloat(context, of) || !isFloat(context, dy)) return undefined;
    const dx = context.output(dy.shape);
    module[op](context.pointer(of), context.pointer(dy), context.pointer(dx), sizeOf(dy.shape), alpha);
    return dx;
  };
  for (const [name, op] of Object.entries(activationGradients)) {
    context.define(name, ({ inputs: { dy }, attrs }) =>
      gradientOf(op, attrs.of as TensorInfo, dy, (attrs.alpha as number | undefined) ?? 0),
    );
  }
  for (const [name, op] of Object.entries(smoothGradients))
    context.define(name, ({ inputs: { of, dy } }) => gradientOf(op, of, dy));
  // What a sum has taken together, spread again: `dy`, seen with the shape `kept`, over `shape`, times `scale`.
  context.define('Spread', ({ inputs: { dy }, attrs }) => {
    const { kept, shape, scale } = attrs as unknown as SpreadAttributes;
    const plan = planBroadcast(kept, shape);
    if (!isFloat(context, dy) || !plan) return undefined;
    const y = context.output(shape);
    const [from, to] = [context.pointer(dy), context.pointer(y)];
    const { rows, columns, stepA, stepB, staysA, blocks } = plan;
    for (let i = 0; i < blocks.length; i += 3) {
      const at = to + blocks[i + 2] * 4;
      module.spread(from + blocks[i] * 4, at, at, rows, columns, stepA * 4, stepB * 4, staysA, false, scale);
    }
    return y;
  });
  context.define('EluGrad', ({ inputs: { dy, y } }) => gradientOf('eluGradient', y, dy));
  context.define('Select', ({ inputs: { condition, t, e } }) => {
    const plain = isFloat(context, t) && isFloat(context, e) && String(condition.shape) === String(t.shape);
    if (!plain || condition.dtype !== 'bool') return undefined;
    const y = context.output(t.shape);
    const [where, first, second] = [context.pointer(condition), context.pointer(t), context.pointer(e)];
    module.select(where, first, second, context.pointer(y), sizeOf(t.shape));
    return y;
  });
  context.define('Identity', ({ inputs: { x } }) => share(context, x, x.dtype));
  context.define('Cast', ({ inputs: { x }, attrs }) => cast(context, x, attrs.dtype as DataType));
}

/** Whether a tensor's data are float32: what it says of itself may hide complex numbers (see `complex.ts`). */
export function isFloat(context: KernelContext, tensor: TensorInfo): boolean {
  return tensor.dtype === 'float32' && context.backend.dataIdMap.get(tensor.dataId).dtype === 'float32';
}

/** Elements of a shape. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** The same data once more, without a copy. */
function share(context: KernelContext, x: TensorInfo, dtype: DataType): TensorInfo {
  context.backend.incRef(x.dataId);
  return { dataId: x.dataId, shape: x.shape, dtype };
}

function cast(context: KernelContext, x: TensorInfo, dtype: DataType): TensorInfo | undefined {
  if (x.dtype === dtype) return share(context, x, dtype);
  // Every number but zero is true; the stock kernel keeps the lowest eight bits.
  if (dtype !== 'bool' || (x.dtype !== 'float32' && x.dtype !== 'int32')) return undefined;
  const y = context.output(x.shape, 'bool');
  const count = sizeOf(x.shape);
  const { buffer } = context.backend.wasm.HEAPU8;
  const at = context.pointer(x);
  const from = x.dtype === 'float32' ? new Float32Array(buffer, at, count) : new Int32Array(buffer, at, count);
  const to = new Uint8Array(buffer, context.pointer(y), count);
  for (let i = 0; i < count; i++) to[i] = from[i] === 0 ? 0 : 1;
  return y;
}
