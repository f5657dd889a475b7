/** @file Layer normalisation (Ba, Kiros and Hinton, 2016) over the last axis as one kernel forward and one backward. */
import type { Tensor, TensorInfo } from '@tensorflow/tfjs-core';
import { ScratchSlot, type KernelContext } from '../kernel-context.js';
import type { NormaliseModule } from './modules.js';
import { accelerateLayer, isOnTape } from './stock-layer.js';

/** The stock layer, as far as its call goes; its axes are resolved when it is built. */
interface LayerNormalization {
  axis: number | number[];
  epsilon: number;
  gamma: { read(): Tensor } | null;
  beta: { read(): Tensor } | null;
}

/** Puts the kernels and the layer's call in place. */
export function accelerateLayerNorm(context: KernelContext, module: NormaliseModule, sample: object): void {
  const { tf } = context;
  defineKernels(context, module);
  context.defineGradient({
    kernelName: 'LayerNorm',
    inputsToSave: ['x', 'gamma'],
    outputsToSave: [false, true, true],
    gradFunc: (dys, [x, gamma, means, scales], attrs) => {
      const dy = (dys as Tensor[])[0];
      const [dx, dGamma, dBeta] = isOnTape(context)
        ? differentiableGradient(context, x, dy, gamma, (attrs as unknown as { epsilon: number }).epsilon)
        : run(context, 'LayerNormGrad', { x, dy, gamma, means, scales }, {});
      return { x: () => dx, gamma: () => dGamma, beta: () => dBeta };
    },
  });
  accelerateLayer<LayerNormalization>(context, sample, (layer, input) => {
    const axes = [layer.axis].flat();
    if (axes.length !== 1 || axes[0] !== input.rank - 1) return undefined;
    const size = input.shape[input.rank - 1];
    const gamma = layer.gamma?.read() ?? tf.ones([size]);
    const beta = layer.beta?.read() ?? tf.zeros([size]);
    return run(context, 'LayerNorm', { x: input, gamma, beta }, { epsilon: layer.epsilon })[0];
  });
}

function defineKernels(context: KernelContext, module: NormaliseModule): void {
  const { pointer, output, scratch, tf } = context;
  const sizes = (x: TensorInfo): [number, number] => {
    const size = x.shape[x.shape.length - 1];
    return [tf.util.sizeFromShape(x.shape) / size, size];
  };
  context.define('LayerNorm', ({ inputs: { x, gamma, beta }, attrs }) => {
    const [rows, size] = sizes(x);
    const [y, means, scales] = [output(x.shape), output([rows]), output([rows])];
    const [a, b, c, d, e, f] = [x, y, gamma, beta, means, scales].map(pointer);
    module.normaliseRows(a, b, c, d, e, f, rows, size, attrs.epsilon as number);
    return [y, means, scales];
  });
  context.define('LayerNormGrad', ({ inputs: { x, dy, gamma, means, scales } }) => {
    const [rows, size] = sizes(x);
    const [dx, dGamma, dBeta] = [output(x.shape), output([size]), output([size])];
    const block = scratch(ScratchSlot.other, 2 * size);
    const [a, b, c, d, ...rest] = [x, dy, dx, gamma, means, scales, dGamma, dBeta].map(pointer);
    module.rowsGradient(a, b, c, d, ...rest, block, block + size * 4, rows, size);
    return [dx, dGamma, dBeta];
  });
}

/** The same gradient in operations that have gradients themselves. */
function differentiableGradient({ tf }: KernelContext, x: Tensor, dy: Tensor, gamma: Tensor, epsilon: number): Tensor[] {
  const last = x.rank - 1;
  const others = x.shape.slice(1).map((_, i) => i);
  const { mean, variance } = tf.moments(x, last, true);
  const scale = tf.rsqrt(tf.add(variance, epsilon));
  const hat = tf.mul(tf.sub(x, mean), scale);
  const slope = tf.mul(dy, gamma);
  const leaning = tf.mul(hat, tf.mean(tf.mul(slope, hat), last, true));
  const dx = tf.mul(scale, tf.sub(tf.sub(slope, tf.mean(slope, last, true)), leaning));
  return [dx, tf.sum(tf.mul(dy, hat), others), tf.sum(dy, others)];
}

function run(context: KernelContext, name: string, inputs: Record<string, Tensor>, attrs: object): Tensor[] {
  return context.tf.engine().runKernel(name, inputs, attrs as never);
}
