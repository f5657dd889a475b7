/** @file Operations on every element. */
import type { Tensor } from '@tensorflow/tfjs-core';
import type * as Tf from '@tensorflow/tfjs-core';
import { input, type InputValues, type OperationCase } from './operation-case.js';

type Unary = (tf: typeof Tf, x: Tensor) => Tensor;
type Binary = (tf: typeof Tf, a: Tensor, b: Tensor) => Tensor;

/** More than four, and no multiple of it: vectors and what is left over. */
const shape = [3, 7];

const single = (operation: string, kernel: string, values: InputValues, run: Unary): OperationCase => ({
  operation,
  kernel,
  inputs: [input(shape, values)],
  run,
});

const pair = (operation: string, kernel: string, values: [InputValues, InputValues], run: Binary): OperationCase[] =>
  (
    [
      ['', shape, shape],
      [' (row)', shape, [7]],
      [' (column)', [3, 1], shape],
      [' (scalar)', shape, []],
    ] as const
  ).map(([suffix, a, b]) => ({
    operation: `${operation}${suffix}`,
    kernel,
    inputs: [input([...a], values[0]), input([...b], values[1])],
    run,
  }));

/** The cases. */
export const elementwiseCases: readonly OperationCase[] = [
  single('abs', 'Abs', 'signed', (tf, x) => tf.abs(x)),
  single('acos', 'Acos', 'unit', (tf, x) => tf.acos(x)),
  single('acosh', 'Acosh', 'positive', (tf, x) => tf.acosh(tf.add(x, 0.6))),
  single('asin', 'Asin', 'unit', (tf, x) => tf.asin(x)),
  single('asinh', 'Asinh', 'free', (tf, x) => tf.asinh(x)),
  single('atan', 'Atan', 'free', (tf, x) => tf.atan(x)),
  single('atanh', 'Atanh', 'unit', (tf, x) => tf.atanh(tf.mul(x, 0.8))),
  single('cast', 'Cast', 'free', (tf, x) => tf.mul(tf.cast(x, 'float32'), 2)),
  single('ceil', 'Ceil', 'unit', (tf, x) => tf.ceil(tf.add(tf.mul(x, 0.4), 0.5))),
  single('clipByValue', 'ClipByValue', 'signed', (tf, x) => tf.clipByValue(x, -0.25, 3)),
  single('clone', 'Identity', 'free', (tf, x) => tf.clone(x)),
  single('cos', 'Cos', 'free', (tf, x) => tf.cos(x)),
  single('cosh', 'Cosh', 'free', (tf, x) => tf.cosh(x)),
  single('elu', 'Elu', 'signed', (tf, x) => tf.elu(x)),
  single('erf', 'Erf', 'free', (tf, x) => tf.erf(x)),
  single('exp', 'Exp', 'free', (tf, x) => tf.exp(x)),
  single('expm1', 'Expm1', 'free', (tf, x) => tf.expm1(x)),
  single('floor', 'Floor', 'unit', (tf, x) => tf.floor(tf.add(tf.mul(x, 0.4), 0.5))),
  single('leakyRelu', 'LeakyRelu', 'signed', (tf, x) => tf.leakyRelu(x, 0.2)),
  single('log', 'Log', 'positive', (tf, x) => tf.log(x)),
  single('log1p', 'Log1p', 'positive', (tf, x) => tf.log1p(x)),
  single('logSigmoid', 'Softplus', 'free', (tf, x) => tf.logSigmoid(x)),
  single('neg', 'Neg', 'free', (tf, x) => tf.neg(x)),
  single('reciprocal', 'Reciprocal', 'positive', (tf, x) => tf.reciprocal(x)),
  single('relu', 'Relu', 'signed', (tf, x) => tf.relu(x)),
  single('relu6', 'Relu6', 'signed', (tf, x) => tf.relu6(tf.mul(x, 4))),
  single('round', 'Round', 'unit', (tf, x) => tf.round(tf.mul(x, 0.4))),
  single('rsqrt', 'Rsqrt', 'positive', (tf, x) => tf.rsqrt(x)),
  single('selu', 'Selu', 'signed', (tf, x) => tf.selu(x)),
  single('sigmoid', 'Sigmoid', 'free', (tf, x) => tf.sigmoid(x)),
  single('sign', 'Sign', 'signed', (tf, x) => tf.sign(x)),
  single('sin', 'Sin', 'free', (tf, x) => tf.sin(x)),
  single('sinh', 'Sinh', 'free', (tf, x) => tf.sinh(x)),
  single('softplus', 'Softplus', 'free', (tf, x) => tf.softplus(x)),
  single('sqrt', 'Sqrt', 'positive', (tf, x) => tf.sqrt(x)),
  single('square', 'Square', 'free', (tf, x) => tf.square(x)),
  single('step', 'Step', 'signed', (tf, x) => tf.step(x, 0.3)),
  single('tan', 'Tan', 'unit', (tf, x) => tf.tan(x)),
  single('tanh', 'Tanh', 'free', (tf, x) => tf.tanh(x)),
  single('zerosLike', 'ZerosLike', 'free', (tf, x) => tf.add(tf.zerosLike(x), x)),
  ...pair('add', 'Add', ['free', 'free'], (tf, a, b) => tf.add(a, b)),
  ...pair('sub', 'Sub', ['free', 'free'], (tf, a, b) => tf.sub(a, b)),
  ...pair('mul', 'Multiply', ['free', 'free'], (tf, a, b) => tf.mul(a, b)),
  ...pair('div', 'RealDiv', ['free', 'positive'], (tf, a, b) => tf.div(a, b)),
  ...pair('maximum', 'Maximum', ['unit', 'signed'], (tf, a, b) => tf.maximum(tf.mul(a, 0.2), b)),
  ...pair('minimum', 'Minimum', ['unit', 'signed'], (tf, a, b) => tf.minimum(tf.mul(a, 0.2), b)),
  ...pair('squaredDifference', 'SquaredDifference', ['free', 'free'], (tf, a, b) => tf.squaredDifference(a, b)),
  ...pair('atan2', 'Atan2', ['positive', 'positive'], (tf, a, b) => tf.atan2(a, b)),
  ...pair('pow', 'Pow', ['positive', 'free'], (tf, a, b) => tf.pow(a, b)),
  ...pair('mod', 'Mod', ['unit', 'positive'], (tf, a, b) => tf.mod(tf.add(tf.mul(a, 0.2), 0.4), b)),
  {
    operation: 'addN',
    kernel: 'AddN',
    inputs: [input(shape), input(shape), input(shape)],
    run: (tf, ...tensors) => tf.addN(tensors),
  },
  {
    operation: 'prelu',
    kernel: 'Prelu',
    inputs: [input(shape, 'signed'), input([7], 'positive')],
    run: (tf, x, alpha) => tf.prelu(x, alpha),
  },
  {
    operation: 'where',
    kernel: 'Select',
    inputs: [input(shape, 'signed'), input(shape)],
    run: (tf, a, b) => tf.where(tf.greater(a, 0), tf.mul(a, a), tf.mul(a, b)),
  },
];
