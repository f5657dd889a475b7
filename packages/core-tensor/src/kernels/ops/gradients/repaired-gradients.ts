/**
 * @file Gradients that TensorFlow.js has but gets wrong, right on every backend: those of `maximum`, `minimum` and
 * `squaredDifference` don't sum over the axes along which an input was broadcast; that of `cumsum` turns any axis but the last
 * around; that of `mirrorPad` forgets the mirrored elements; that of `prod` needs chained operations, which are not there unless asked for.
 */
import type { Tensor } from '@tensorflow/tfjs-core';
import type * as Tf from '@tensorflow/tfjs-core';
import { scatterFlat } from './missing-gradients.js';
import { gradientConfig, kernelRunner, replaceGradient } from './run-kernel.js';

/** Puts them in place. */
export function repairGradients(tf: typeof Tf): void {
  const back = (gradient: Tensor, shape: number[]): Tensor => {
    const axes = tf.broadcast_util.getReductionAxes(shape, gradient.shape);
    return tf.reshape(axes.length > 0 ? tf.sum(gradient, axes) : gradient, shape);
  };
  const inputs = ['a', 'b'];
  const chosen = (dy: Tensor, mask: Tensor, shape: number[]): Tensor => back(tf.mul(dy, tf.cast(mask, 'float32')), shape);
  // Where both are equal, the first input takes the gradient of the maximum and of the minimum, and so the second takes none.
  replaceGradient(
    tf,
    gradientConfig(
      'Maximum',
      (dy, [a, b]) => ({
        a: () => chosen(dy, tf.greaterEqual(a, b), a.shape),
        b: () => chosen(dy, tf.less(a, b), b.shape),
      }),
      { inputs },
    ),
  );
  replaceGradient(
    tf,
    gradientConfig(
      'Minimum',
      (dy, [a, b]) => ({
        a: () => chosen(dy, tf.lessEqual(a, b), a.shape),
        b: () => chosen(dy, tf.greater(a, b), b.shape),
      }),
      { inputs },
    ),
  );
  const twice = (dy: Tensor, first: Tensor, second: Tensor): Tensor =>
    back(tf.mul(dy, tf.mul(tf.sub(first, second), 2)), first.shape);
  replaceGradient(
    tf,
    gradientConfig('SquaredDifference', (dy, [a, b]) => ({ a: () => twice(dy, a, b), b: () => twice(dy, b, a) }), { inputs }),
  );
  replaceGradient(
    tf,
    gradientConfig('Cumsum', (dy, _saved, attrs) => {
      const { axis, exclusive, reverse } = attrs as { axis: number; exclusive: boolean; reverse: boolean };
      return { x: () => tf.cumsum(dy, axis, exclusive, !reverse) };
    }),
  );
  const run = kernelRunner(tf);
  replaceGradient(
    tf,
    gradientConfig(
      'MirrorPad',
      (dy, [x], attrs) => ({ x: () => scatterFlat(tf, x.shape, dy, (places) => run('MirrorPad', { x: places }, attrs)) }),
      { inputs: ['x'] },
    ),
  );
  replaceGradient(
    tf,
    gradientConfig(
      'Prod',
      (dy, [x], attrs) => ({ x: () => productGradient(tf, x, dy, attrs.axis as number | number[] | null) }),
      {
        inputs: ['x'],
      },
    ),
  );
}

/** The product of all others, from both sides: right also where elements are zero. */
function productGradient(tf: typeof Tf, x: Tensor, dy: Tensor, axis: number | number[] | null): Tensor {
  const axes = tf.util.parseAxisParam(axis as number[], x.shape);
  const kept = x.shape.flatMap((_, i) => (axes.includes(i) ? [] : [i]));
  const order = [...kept, ...axes];
  const sizes = order.map((i) => x.shape[i]);
  const rows = kept.reduce((product, i) => product * x.shape[i], 1);
  const flat = tf.reshape(tf.transpose(x, order), [rows, -1]);
  const others = tf.mul(tf.cumprod(flat, 1, true, false), tf.cumprod(flat, 1, true, true));
  const gradient = tf.reshape(tf.mul(others, tf.reshape(dy, [rows, 1])), sizes);
  return tf.transpose(
    gradient,
    x.shape.map((_, i) => order.indexOf(i)),
  );
}
