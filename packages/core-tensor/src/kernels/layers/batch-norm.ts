/**
 * @file Batch normalisation (Ioffe and Szegedy, 2015) in training as one kernel forward and one backward, the way the stock layer computes
 * it; and the gradient of `tf.batchNorm` with given statistics.
 */
import type { Tensor, TensorInfo, Variable } from '@tensorflow/tfjs-core';
import { ScratchSlot, type KernelContext } from '../kernel-context.js';
import type { NormaliseModule } from './modules.js';
import { accelerateLayer, isOnTape } from './stock-layer.js';
import type { StepEngine } from '../../optimisers/step-engine.js';

/** The stock layer, as far as its call goes. */
interface BatchNormalization {
  axis: number;
  momentum: number;
  epsilon: number;
  gamma?: { read(): Tensor };
  beta?: { read(): Tensor };
  movingMean: { read(): Variable };
  movingVariance: { read(): Variable };
}

/** Puts the kernels and the layer's call in place. */
export function accelerateBatchNorm(context: KernelContext, module: NormaliseModule, engine: StepEngine, sample: object): void {
  const { tf } = context;
  defineKernels(context, module);
  defineGradients(context);
  accelerateLayer<BatchNormalization>(context, sample, (layer, input, { training }) => {
    const axis = layer.axis < 0 ? layer.axis + input.rank : layer.axis;
    if (training !== true || axis === 0) return undefined;
    const channels = input.shape[axis];
    const gamma = layer.gamma?.read() ?? tf.ones([channels]);
    const beta = layer.beta?.read() ?? tf.zeros([channels]);
    // Columns are what the kernel normalises: another axis than the last changes places with it.
    const places = input.shape.map((_, i) => i);
    [places[axis], places[input.rank - 1]] = [input.rank - 1, axis];
    const isLast = axis === input.rank - 1;
    const x = isLast ? input : tf.transpose(input, places);
    const outputs = run(context, 'BatchNormInTraining', { x, gamma, beta }, { epsilon: layer.epsilon });
    engine.follow(layer.movingMean.read(), outputs[1], layer.momentum);
    engine.follow(layer.movingVariance.read(), outputs[2], layer.momentum);
    return isLast ? outputs[0] : tf.transpose(outputs[0], places);
  });
}

function defineKernels(context: KernelContext, module: NormaliseModule): void {
  const { pointer, output, floats, scratch, tf } = context;
  const sizes = (x: TensorInfo): [number, number] => {
    const channels = x.shape[x.shape.length - 1];
    return [tf.util.sizeFromShape(x.shape) / channels, channels];
  };
  context.define('BatchNormInTraining', ({ inputs: { x, gamma, beta }, attrs }) => {
    const [rows, channels] = sizes(x);
    const [y, mean, variance] = [output(x.shape), output([channels]), output([channels])];
    const factor = scratch(ScratchSlot.other, channels);
    module.columnMoments(pointer(x), pointer(mean), pointer(variance), rows, channels);
    const [g, v, f] = [gamma, variance].map((one) => floats(pointer(one), channels)).concat(floats(factor, channels));
    for (let c = 0; c < channels; c++) f[c] = g[c] / Math.sqrt(v[c] + (attrs.epsilon as number));
    module.scaleColumns(pointer(x), pointer(y), pointer(mean), factor, pointer(beta), rows, channels);
    return [y, mean, variance];
  });
  // With `fixed` the statistics are given numbers, and have gradients of their own; else they are those of x.
  context.define('BatchNormGrad', ({ inputs: { x, dy, gamma, mean, variance }, attrs }) => {
    const [rows, channels] = sizes(x);
    const [dx, dGamma, dBeta] = [output(x.shape), output([channels]), output([channels])];
    const [dMean, dVariance] = [output([channels]), output([channels])];
    const room = scratch(ScratchSlot.other, 4 * channels);
    const [products, factor, shift, tilt] = [0, 1, 2, 3].map((i) => room + i * channels * 4);
    module.columnProducts(pointer(x), pointer(dy), pointer(mean), pointer(dBeta), products, rows, channels);
    const view = (address: number): Float32Array => floats(address, channels);
    const [g, v, sum, p, dg, dm, dv] = [gamma, variance, dBeta, products, dGamma, dMean, dVariance].map((one) =>
      view(typeof one === 'number' ? one : pointer(one)),
    );
    const [f, s, t] = [view(factor), view(shift), view(tilt)];
    for (let c = 0; c < channels; c++) {
      const scale = 1 / Math.sqrt(v[c] + (attrs.epsilon as number));
      f[c] = g[c] * scale;
      s[c] = attrs.fixed ? 0 : sum[c] / rows;
      t[c] = attrs.fixed ? 0 : (p[c] * scale * scale) / rows;
      dg[c] = p[c] * scale;
      dm[c] = -f[c] * sum[c];
      dv[c] = -0.5 * f[c] * scale * scale * p[c];
    }
    module.columnGradient(pointer(x), pointer(dy), pointer(dx), pointer(mean), factor, shift, tilt, rows, channels);
    return [dx, dGamma, dBeta, dMean, dVariance];
  });
}

function defineGradients(context: KernelContext): void {
  const { tf } = context;
  context.defineGradient({
    kernelName: 'BatchNormInTraining',
    inputsToSave: ['x', 'gamma'],
    outputsToSave: [false, true, true],
    gradFunc: (dys, [x, gamma, mean, variance], attrs) => {
      const dy = (dys as Tensor[])[0];
      const { epsilon } = attrs as unknown as { epsilon: number };
      const [dx, dGamma, dBeta] = isOnTape(context)
        ? differentiableGradient(context, x, dy, gamma, epsilon)
        : run(context, 'BatchNormGrad', { x, dy, gamma, mean, variance }, { epsilon, fixed: false });
      return { x: () => dx, gamma: () => dGamma, beta: () => dBeta };
    },
  });
  const stock = tf.getGradient('FusedBatchNorm');
  context.defineGradient({
    kernelName: 'FusedBatchNorm',
    inputsToSave: ['x', 'mean', 'variance', 'scale'],
    gradFunc: (dy, saved, attrs) => {
      const [x, mean, variance, scale] = saved as (Tensor | null)[];
      if (isOnTape(context) || mean?.rank !== 1 || !x || !variance || x.dtype !== 'float32')
        return stock.gradFunc(dy, saved, attrs);
      const { varianceEpsilon: epsilon } = attrs as unknown as { varianceEpsilon: number };
      const gamma = scale ?? tf.ones(mean.shape);
      const inputs = { x, dy: dy as Tensor, gamma, mean, variance };
      const [dx, dScale, dOffset, dMean, dVariance] = run(context, 'BatchNormGrad', inputs, { epsilon, fixed: true });
      const results = { x: dx, mean: dMean, variance: dVariance, scale: dScale, offset: dOffset };
      return Object.fromEntries(Object.entries(results).map(([name, tensor]) => [name, () => tensor]));
    },
  });
}

/** The same gradient in operations that have gradients themselves. */
function differentiableGradient({ tf }: KernelContext, x: Tensor, dy: Tensor, gamma: Tensor, epsilon: number): Tensor[] {
  const axes = x.shape.slice(1).map((_, i) => i);
  const { mean, variance } = tf.moments(x, axes);
  const scale = tf.rsqrt(tf.add(variance, epsilon));
  const hat = tf.mul(tf.sub(x, mean), scale);
  const product = tf.mul(dy, hat);
  const leaning = tf.mul(hat, tf.mean(product, axes));
  const dx = tf.mul(tf.mul(gamma, scale), tf.sub(tf.sub(dy, tf.mean(dy, axes)), leaning));
  return [dx, tf.sum(product, axes), tf.sum(dy, axes)];
}

function run(context: KernelContext, name: string, inputs: Record<string, Tensor>, attrs: object): Tensor[] {
  return context.tf.engine().runKernel(name, inputs, attrs as never);
}
