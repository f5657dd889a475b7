/**
 * @file Dropout (Srivastava et al., 2014) as one pass whose random numbers are a hash of seed, call and place: the gradient makes the mask
 * again instead of keeping it.
 */
import type { Tensor } from '@tensorflow/tfjs-core';
import type { KernelContext } from '../kernel-context.js';
import { nextDropoutKeys } from './dropout-state.js';
import type { NormaliseModule } from './modules.js';
import { accelerateLayer } from './stock-layer.js';

/** Random numbers have this many levels: a rate is exact to 8e-6. */
const LEVELS = 2 ** 16;

/** The stock layer, as far as its call goes. */
interface Dropout {
  rate: number;
  noiseShape?: number[] | null;
  seed?: number;
}

/** Attributes of the kernel. */
interface DropoutAttributes {
  rate: number;
  keys: [number, number];
}

/** Puts the kernel and the layer's call in place. */
export function accelerateDropout(context: KernelContext, module: NormaliseModule, sample: object): void {
  const { tf, output, pointer } = context;
  context.define('HashedDropout', ({ inputs: { x }, attrs }) => {
    const { rate, keys } = attrs as unknown as DropoutAttributes;
    const y = output(x.shape);
    const size = tf.util.sizeFromShape(x.shape);
    module.dropOut(pointer(x), pointer(y), size, keys[0], keys[1], Math.round(rate * LEVELS), 1 / (1 - rate));
    return y;
  });
  const drop = (x: Tensor, attrs: DropoutAttributes): Tensor =>
    tf.engine().runKernel('HashedDropout', { x }, attrs as never) as unknown as Tensor;
  context.defineGradient({
    kernelName: 'HashedDropout',
    gradFunc: (dy, _, attrs) => ({ x: () => drop(dy as Tensor, attrs as unknown as DropoutAttributes) }),
  });
  accelerateLayer<Dropout>(context, sample, ({ rate, noiseShape, seed }, input, { training }) => {
    if (training !== true || !(rate > 0 && rate < 1) || noiseShape != null) return undefined;
    return drop(input, { rate, keys: nextDropoutKeys(seed) });
  });
}
