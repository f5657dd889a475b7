/**
 * @file Gradients of gradients that TensorFlow.js leaves out: comparisons, which are constant almost everywhere, and the filter gradient of a
 * convolution, which is linear in both of its inputs. Each is put in place only where none is registered.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { NamedAttrMap, Tensor } from '@tensorflow/tfjs-core';

const COMPARISONS = ['Greater', 'GreaterEqual', 'Less', 'LessEqual', 'Equal', 'NotEqual', 'LogicalAnd', 'LogicalOr'];

/**
 * Registers what second-order gradients through layers need and the runtime has not: for penalties on gradients and for steps that are
 * differentiated themselves. May be called any number of times.
 */
export function ensureSecondOrderGradients(): void {
  for (const kernelName of COMPARISONS)
    register({ kernelName, inputsToSave: ['a', 'b'], gradFunc: (_, [a, b]) => ({ a: zeros(a), b: zeros(b) }) });
  register({ kernelName: 'LogicalNot', inputsToSave: ['x'], gradFunc: (_, [x]) => ({ x: zeros(x) }) });
  register({ kernelName: 'Conv2DBackpropFilter', inputsToSave: ['x', 'dy'], gradFunc: filterGradient });
}

function register(config: tf.GradConfig): void {
  if (!tf.getGradient(config.kernelName)) tf.registerGradient(config);
}

const zeros = (like: Tensor) => (): Tensor => tf.zeros(like.shape);

/** The filter gradient is a product of x and dy: seen from x it is a transposed convolution, seen from dy a convolution. */
function filterGradient(
  upstream: Tensor | Tensor[],
  saved: Tensor[],
  attributes: NamedAttrMap,
): Record<'x' | 'dy', () => Tensor> {
  const [x, dy] = saved as [tf.Tensor4D, tf.Tensor4D];
  const filter = upstream as tf.Tensor4D;
  const { strides, pad, dimRoundingMode } = attributes as unknown as {
    strides: [number, number];
    pad: 'valid' | 'same' | number;
    dimRoundingMode?: 'floor' | 'round' | 'ceil';
  };
  return {
    x: () => tf.conv2dTranspose(dy, filter, x.shape, strides, pad, dimRoundingMode),
    dy: () => tf.conv2d(x, filter, strides, pad, 'NHWC', 1, dimRoundingMode),
  };
}
