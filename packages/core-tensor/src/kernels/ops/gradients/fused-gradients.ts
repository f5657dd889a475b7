/**
 * @file Gradients on the wasm backend that are one kernel where TensorFlow.js takes several, and the gradients of those kernels.
 */
import type { Tensor } from '@tensorflow/tfjs-core';
import type { KernelContext } from '../../kernel-context.js';
import type { SpreadAttributes } from '../elementwise.js';
import { gradientConfig, kernelRunner, type Gradient, type RunKernel } from './run-kernel.js';

/** Klambauer et al. (2017). */
const SELU_SCALE_ALPHA = 1.0507009873554805 * 1.6732632423543772;

/** Puts them in place. */
export function defineFusedGradients(context: KernelContext): void {
  const run = kernelRunner(context.tf);
  defineActivationGradients(context, run);
  defineReductionGradients(context, run);
  defineSoftmaxGradients(context, run);
  definePoolGradients(context, run);
}

function defineActivationGradients(context: KernelContext, run: RunKernel): void {
  const { tf } = context;
  const define = (name: string, gradient: Gradient, saved: { inputs?: string[]; outputs?: boolean[] } = {}): void =>
    context.defineGradient(gradientConfig(name, gradient, saved));
  // Piecewise linear: linear in the gradient, and constant in what decides.
  for (const [activation, kernel] of [
    ['Relu', 'ReluGradient'],
    ['Relu6', 'Relu6Gradient'],
    ['LeakyRelu', 'LeakyReluGradient'],
  ]) {
    define(activation, (dy, [x], attrs) => ({ x: () => run(kernel, { dy }, { ...attrs, of: x }) }), { inputs: ['x'] });
    define(kernel, (ddx, _saved, attrs) => ({ dy: () => run(kernel, { dy: ddx }, attrs) }));
  }
  const smooth = (kernel: string, secondDerivative: (of: Tensor) => Tensor): void =>
    define(
      kernel,
      (ddx, [of, dy]) => ({
        dy: () => run(kernel, { of, dy: ddx }),
        of: () => tf.mul(tf.mul(ddx, dy), secondDerivative(of)),
      }),
      { inputs: ['of', 'dy'] },
    );
  define('Tanh', (dy, [y]) => ({ x: () => run('TanhGradient', { of: y, dy }) }), { outputs: [true] });
  define('Sigmoid', (dy, [y]) => ({ x: () => run('SigmoidGradient', { of: y, dy }) }), { outputs: [true] });
  define('Selu', (dy, [x]) => ({ x: () => run('SeluGradient', { of: x, dy }) }), { inputs: ['x'] });
  define('Square', (dy, [x]) => ({ x: () => run('SquareGradient', { of: x, dy }) }), { inputs: ['x'] });
  define('Rsqrt', (dy, [y]) => ({ x: () => run('RsqrtGradient', { of: y, dy }) }), { outputs: [true] });
  smooth('SquareGradient', (x) => tf.fill(x.shape, 2));
  smooth('RsqrtGradient', (y) => tf.mul(tf.square(y), -1.5));
  // Derivatives of 1 − y², of y (1 − y), and of what selu has below zero.
  smooth('TanhGradient', (y) => tf.mul(y, -2));
  smooth('SigmoidGradient', (y) => tf.sub(1, tf.mul(y, 2)));
  smooth('SeluGradient', (x) =>
    tf.mul(tf.mul(tf.exp(tf.minimum(x, 0)), SELU_SCALE_ALPHA), tf.cast(tf.lessEqual(x, 0), 'float32')),
  );
}

function defineReductionGradients(context: KernelContext, run: RunKernel): void {
  const { tf } = context;
  const spread =
    (scaleOf: (count: number) => number): Gradient =>
    (dy, [x], attrs) => {
      const axes = tf.util.parseAxisParam(attrs.axis as number | number[] | null | undefined as number[], x.shape);
      const kept = x.shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
      const count = axes.reduce((product, axis) => product * x.shape[axis], 1);
      return { x: () => run('Spread', { dy }, { kept, shape: x.shape, scale: scaleOf(count) }) };
    };
  context.defineGradient(
    gradientConfig(
      'Sum',
      spread(() => 1),
      { inputs: ['x'] },
    ),
  );
  context.defineGradient(
    gradientConfig(
      'Mean',
      spread((count) => 1 / count),
      { inputs: ['x'] },
    ),
  );
  context.defineGradient(
    gradientConfig(
      'Spread',
      (ddx, [dy], attrs) => {
        const { kept, shape, scale } = attrs as unknown as SpreadAttributes;
        const axes = kept.flatMap((size, axis) => (size === shape[axis] ? [] : [axis]));
        return { dy: () => tf.reshape(tf.mul(axes.length > 0 ? tf.sum(ddx, axes) : ddx, scale), dy.shape) };
      },
      { inputs: ['dy'] },
    ),
  );
}

function defineSoftmaxGradients(context: KernelContext, run: RunKernel): void {
  const { tf } = context;
  context.defineGradient(
    gradientConfig('Softmax', (dy, [y]) => ({ logits: () => run('SoftmaxGradient', { y, dy }) }), { outputs: [true] }),
  );
  // dx = y (dy − Σ dy y): linear in dy, quadratic in y.
  context.defineGradient(
    gradientConfig(
      'SoftmaxGradient',
      (ddx, [y, dy]) => ({
        dy: () => run('SoftmaxGradient', { y, dy: ddx }),
        y: () => {
          const inner = tf.sum(tf.mul(dy, y), -1, true);
          const outer = tf.sum(tf.mul(ddx, y), -1, true);
          return tf.sub(tf.mul(ddx, tf.sub(dy, inner)), tf.mul(dy, outer));
        },
      }),
      { inputs: ['y', 'dy'] },
    ),
  );
}

/** Where the maxima lie doesn't change with the values, wherever there is a derivative: they are attributes. */
function definePoolGradients(context: KernelContext, run: RunKernel): void {
  context.defineGradient(
    gradientConfig(
      'MaxPool',
      (dy, [x, y], attrs) => ({ x: () => run('MaxPoolGradient', { dy }, { ...attrs, input: x, output: y }) }),
      { inputs: ['x'], outputs: [true] },
    ),
  );
  context.defineGradient(
    gradientConfig('MaxPoolGradient', (ddx, _saved, attrs) => ({ dy: () => run('MaxPoolPick', { picture: ddx }, attrs) })),
  );
  context.defineGradient(
    gradientConfig('MaxPoolPick', (dy, _saved, attrs) => ({ picture: () => run('MaxPoolGradient', { dy }, attrs) })),
  );
}
