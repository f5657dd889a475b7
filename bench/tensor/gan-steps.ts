/** @file One training step of a convolutional GAN, in stock Layers code: what any user of TensorFlow.js would write. */
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';

/** Trains once and returns a loss. */
export type Step = () => number;

const BATCH = 32;
const LATENT = 100;

/** Radford et al., "Unsupervised Representation Learning with DCGANs" (2016), for 28 × 28 × 1: 7 × 7 × 256 and two doublings. */
export function dcgan28Step(batch = BATCH): Step {
  const generator = layers.sequential({
    layers: [
      layers.layers.dense({ units: 7 * 7 * 256, useBias: false, inputShape: [LATENT] }),
      ...normalised(),
      layers.layers.reshape({ targetShape: [7, 7, 256] }),
      up(128, 1),
      ...normalised(),
      up(64, 2),
      ...normalised(),
      up(1, 2),
      layers.layers.activation({ activation: 'tanh' }),
    ],
  });
  const critic = layers.sequential({
    layers: [...down(64, [28, 28, 1]), ...down(128), layers.layers.flatten(), layers.layers.dense({ units: 1 })],
  });
  return ganStep(generator, critic, [28, 28, 1], batch);
}

/** The same for 64 × 64 × 3: 4 × 4 × 512 and four doublings. */
export function dcgan64Step(): Step {
  const generator = layers.sequential({
    layers: [
      layers.layers.dense({ units: 4 * 4 * 512, useBias: false, inputShape: [LATENT] }),
      ...normalised(),
      layers.layers.reshape({ targetShape: [4, 4, 512] }),
      ...[256, 128, 64].flatMap((filters) => [up(filters, 2), ...normalised()]),
      up(3, 2),
      layers.layers.activation({ activation: 'tanh' }),
    ],
  });
  const critic = layers.sequential({
    layers: [
      ...down(64, [64, 64, 3]),
      ...[128, 256, 512].flatMap((filters) => down(filters)),
      layers.layers.flatten(),
      layers.layers.dense({ units: 1 }),
    ],
  });
  return ganStep(generator, critic, [64, 64, 3], BATCH);
}

function up(filters: number, strides: number): layers.layers.Layer {
  return layers.layers.conv2dTranspose({ filters, kernelSize: 5, strides, padding: 'same', useBias: false });
}

function normalised(): layers.layers.Layer[] {
  return [layers.layers.batchNormalization(), layers.layers.leakyReLU({ alpha: 0.2 })];
}

function down(filters: number, inputShape?: number[]): layers.layers.Layer[] {
  return [
    layers.layers.conv2d({ filters, kernelSize: 5, strides: 2, padding: 'same', ...(inputShape ? { inputShape } : {}) }),
    layers.layers.leakyReLU({ alpha: 0.2 }),
    layers.layers.dropout({ rate: 0.3, seed: 7 }),
  ];
}

function ganStep(generator: layers.Sequential, critic: layers.Sequential, shape: number[], batch: number): Step {
  const real = tf.randomUniform([batch, ...shape], -1, 1, 'float32', 7);
  const generatorOptimiser = tf.train.adam(1e-4, 0.5);
  const criticOptimiser = tf.train.adam(1e-4, 0.5);
  const make = (z: tf.Tensor) => generator.apply(z, { training: true }) as tf.Tensor;
  const judge = (x: tf.Tensor) => critic.apply(x, { training: true }) as tf.Tensor;
  const variables = (model: layers.Sequential) => model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  return () => {
    const z = tf.randomNormal([batch, LATENT], 0, 1, 'float32', 7);
    const fake = tf.tidy(() => make(z));
    const criticLoss = criticOptimiser.minimize(
      () => tf.add(crossEntropy(judge(real), 1), crossEntropy(judge(fake), 0)),
      true,
      variables(critic),
    );
    const generatorLoss = generatorOptimiser.minimize(() => crossEntropy(judge(make(z)), 1), true, variables(generator));
    const [loss] = (generatorLoss as tf.Scalar).dataSync();
    tf.dispose([z, fake]);
    criticLoss?.dispose();
    generatorLoss?.dispose();
    return loss;
  };
}

/** Binary cross-entropy from logits. */
function crossEntropy(logits: tf.Tensor, label: number): tf.Scalar {
  return tf.mean(tf.sub(tf.softplus(logits), tf.mul(logits, label)));
}
