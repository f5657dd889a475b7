/** @file The same step as `dcgan28Step` in plain operations, without layers: what someone who writes for speed would write. */
import * as tf from '@tensorflow/tfjs-core';
import type { Step } from './gan-steps.js';

const BATCH = 32;
const LATENT = 100;

/** One training step of the DCGAN for 28 × 28 × 1. */
export function functionalDcgan28Step(): Step {
  const ofGenerator: tf.Variable[] = [];
  const ofCritic: tf.Variable[] = [];
  const weight = <R extends tf.Rank>(into: tf.Variable[], shape: tf.ShapeMap[R], deviation: number, mean = 0): tf.Variable<R> => {
    const variable = tf.variable(tf.randomNormal<R>(shape, mean, deviation, 'float32', into.length + 1));
    into.push(variable);
    return variable;
  };
  const normal = (channels: number) => ({
    scale: weight<tf.Rank.R1>(ofGenerator, [channels], 0.01, 1),
    offset: weight<tf.Rank.R1>(ofGenerator, [channels], 0.01),
  });
  const dense = weight<tf.Rank.R2>(ofGenerator, [LATENT, 12_544], 0.05);
  const ups = [
    weight<tf.Rank.R4>(ofGenerator, [5, 5, 128, 256], 0.02),
    weight<tf.Rank.R4>(ofGenerator, [5, 5, 64, 128], 0.02),
    weight<tf.Rank.R4>(ofGenerator, [5, 5, 1, 64], 0.02),
  ];
  const norms = [normal(12_544), normal(128), normal(64)];
  const downs = [weight<tf.Rank.R4>(ofCritic, [5, 5, 1, 64], 0.05), weight<tf.Rank.R4>(ofCritic, [5, 5, 64, 128], 0.05)];
  const biases = [weight<tf.Rank.R1>(ofCritic, [64], 0.01), weight<tf.Rank.R1>(ofCritic, [128], 0.01)];
  const last = weight<tf.Rank.R2>(ofCritic, [6272, 1], 0.02);
  const lastBias = weight<tf.Rank.R1>(ofCritic, [1], 0.01);

  const normalise = (x: tf.Tensor, { scale, offset }: ReturnType<typeof normal>): tf.Tensor => {
    const { mean, variance } = tf.moments(
      x,
      Array.from({ length: x.rank - 1 }, (_, axis) => axis),
    );
    return tf.leakyRelu(tf.batchNorm(x, mean as tf.Tensor1D, variance as tf.Tensor1D, offset, scale, 1e-3), 0.2);
  };
  const up = (x: tf.Tensor, filter: tf.Variable<tf.Rank.R4>, size: number, strides: number): tf.Tensor =>
    tf.conv2dTranspose(x as tf.Tensor4D, filter, [BATCH, size, size, filter.shape[2]], strides, 'same');
  const make = (z: tf.Tensor2D): tf.Tensor => {
    let x: tf.Tensor = tf.reshape(normalise(tf.matMul(z, dense), norms[0]), [BATCH, 7, 7, 256]);
    x = normalise(up(x, ups[0], 7, 1), norms[1]);
    x = normalise(up(x, ups[1], 14, 2), norms[2]);
    return tf.tanh(up(x, ups[2], 28, 2));
  };
  const judge = (pictures: tf.Tensor): tf.Tensor => {
    let x = pictures;
    for (const [i, filter] of downs.entries())
      x = tf.dropout(tf.leakyRelu(tf.add(tf.conv2d(x as tf.Tensor4D, filter, 2, 'same'), biases[i]), 0.2), 0.3, undefined, 7);
    return tf.add(tf.matMul(tf.reshape(x, [BATCH, 6272]), last), lastBias);
  };
  const crossEntropy = (logits: tf.Tensor, label: number): tf.Scalar =>
    tf.mean(tf.sub(tf.softplus(logits), tf.mul(logits, label)));

  const optimisers = [tf.train.adam(1e-4, 0.5), tf.train.adam(1e-4, 0.5)];
  const real = tf.randomUniform([BATCH, 28, 28, 1], -1, 1, 'float32', 7);
  return () => {
    const z = tf.randomNormal<tf.Rank.R2>([BATCH, LATENT], 0, 1, 'float32', 7);
    const fake = tf.tidy(() => make(z));
    const losses = [
      optimisers[0].minimize(() => tf.add(crossEntropy(judge(real), 1), crossEntropy(judge(fake), 0)), true, ofCritic),
      optimisers[1].minimize(() => crossEntropy(judge(make(z)), 1), true, ofGenerator),
    ];
    const [loss] = losses[1]?.dataSync() ?? [NaN];
    tf.dispose([z, fake]);
    for (const one of losses) one?.dispose();
    return loss;
  };
}
