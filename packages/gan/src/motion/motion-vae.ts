/**
 * @file A variational autoencoder over windows of motion (Kingma and Welling 2014), told what is done and how: convolutions over time turn a window
 * into a small latent and back. Conditioned (Sohn et al. 2015), so the same latent can be decoded as somebody else's way of moving.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Scalar, Tensor, Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-layers';
import { createRandom, type Random } from '@filmai/core-tensor/random';
import { startRuntime } from '@filmai/core-tensor/runtime';
import { checkNumber, checkWhole } from '../networks/network-options.js';
import { runNetwork, trainNetwork } from '../networks/run-network.js';
import { glorotWeights, heWeights } from '../networks/seeded-initializers.js';
import type { Batch, LossContext, PlayerLoss, Trainable } from '../training/trainable.js';

/** Windows with their labels. */
export interface MotionBatch extends Batch {
  /** [count, frames, features], each feature with mean 0 and deviation 1. */
  motion: Tensor;
  /** [count, labels], 1 for what applies. */
  labels: Tensor;
}

/** How a motion VAE is built. */
export interface MotionVaeOptions {
  /** Numbers in a row, as `featureLayout` says. */
  features: number;
  /** How many labels there are (kinds and styles together); 0 for none. */
  labels: number;
  /** Rows in a window, a multiple of 8; default 64. */
  frames?: number;
  /** Numbers in a latent, default 24. */
  latent?: number;
  /** Filters of the first convolution; the later ones have 1½ times as many. Default 96. */
  filters?: number;
  /** Weight λ of the divergence from the prior against the reconstruction of one number, default 0.002. */
  lambda?: number;
  /** Weight of how rows change against how they are, default 2: keeps motion smooth. */
  change?: number;
  /** Seed of the first weights, default 1. */
  seed?: number | string;
}

/** A motion VAE. */
export interface MotionVae extends Trainable<MotionBatch> {
  networks: { encoder: LayersModel; decoder: LayersModel };
  /** Rows in a window. */
  frames: number;
  /** Numbers in a latent. */
  latent: number;
  /** Means of latents, [count, latent]; the caller disposes them. */
  encode(motion: Tensor, labels: Tensor): Tensor2D;
  /** Windows [count, frames, features]; the caller disposes them. */
  decode(latents: Tensor, labels: Tensor): Tensor3D;
}

/** Frames that one step of the deepest layer stands for. */
const STRIDE = 8;

/**
 * Builds a motion VAE.
 *
 * @param options - See `MotionVaeOptions`.
 * @returns A `Trainable` for batches of `motion` and `labels`.
 * @throws RangeError for an option outside its range.
 * @example
 * ```ts
 * import { createMotionVae } from '@filmai/gan/motion';
 *
 * const vae = await createMotionVae({ features: 132, labels: 14, frames: 32, filters: 16 });
 * console.log(vae.networks.decoder.outputs[0].shape); // [ null, 32, 132 ]
 * vae.dispose();
 * ```
 */
export async function createMotionVae(options: MotionVaeOptions): Promise<MotionVae> {
  const { features, labels, frames = 64, latent = 24, filters = 96, lambda = 0.002, change = 2, seed = 1 } = options;
  checkWhole('createMotionVae: features', features, 1);
  checkWhole('createMotionVae: labels', labels, 0);
  checkWhole('createMotionVae: frames', frames, STRIDE);
  checkWhole('createMotionVae: latent', latent, 1);
  checkWhole('createMotionVae: filters', filters, 1);
  checkNumber('createMotionVae: lambda', lambda, 0);
  checkNumber('createMotionVae: change', change, 0);
  if (frames % STRIDE !== 0) throw new RangeError(`createMotionVae: frames must be a multiple of ${STRIDE}, got ${frames}`);
  await startRuntime();
  const plan: Plan = { features, labels: Math.max(1, labels), frames, latent, filters, random: createRandom(seed) };
  const encoder = buildEncoder(plan);
  const decoder = buildDecoder(plan);

  const loss = ({ motion, labels: told }: MotionBatch, { random, normal }: LossContext): PlayerLoss => {
    const [mean, logVariance] = trainNetwork(encoder, random, motion, told);
    const drawn = tf.add(mean, tf.mul(tf.exp(tf.mul(logVariance, 0.5)), normal(mean.shape)));
    const [decoded] = trainNetwork(decoder, random, drawn, told);
    const error = tf.sub(decoded, motion);
    const reconstruction = tf.mean(tf.square(error));
    const [now, before] = [tf.slice(error, [0, 1, 0], [-1, frames - 1, -1]), tf.slice(error, [0, 0, 0], [-1, frames - 1, -1])];
    const smoothness = tf.mean(tf.square(tf.sub(now, before)));
    // −½ Σ (1 + log σ² − μ² − σ²), over the batch.
    const inner = tf.sub(tf.add(tf.square(mean), tf.exp(logVariance)), tf.add(logVariance, 1));
    const divergence = tf.mul(tf.mean(tf.sum(inner, 1)), 0.5);
    const total = tf.add(tf.add(reconstruction, tf.mul(smoothness, change)), tf.mul(divergence, lambda));
    return {
      total: total as Scalar,
      parts: { reconstruction: reconstruction as Scalar, smoothness: smoothness as Scalar, divergence: divergence as Scalar },
    };
  };

  return {
    kind: 'motion-vae',
    options: { features, labels, frames, latent, filters, lambda, change, seed },
    networks: { encoder, decoder },
    players: [
      { name: 'autoencoder', networks: ['encoder', 'decoder'], loss, adam: { learningRate: 1e-3, beta1: 0.9, beta2: 0.999 } },
    ],
    batch: { motion: [frames, features], labels: [Math.max(1, labels)] },
    averaged: ['encoder', 'decoder'],
    frames,
    latent,
    encode: (motion, told) => tf.tidy(() => runNetwork(encoder, motion, told)[0] as Tensor2D),
    decode: (latents, told) => tf.tidy(() => runNetwork(decoder, latents, told)[0] as Tensor3D),
    dispose() {
      encoder.dispose();
      decoder.dispose();
    },
  };
}

interface Plan {
  features: number;
  labels: number;
  frames: number;
  latent: number;
  filters: number;
  random: Random;
}

function buildEncoder({ features, labels, frames, latent, filters, random }: Plan): LayersModel {
  const motion = layers.input({ shape: [frames, features], name: 'motion' });
  const told = layers.input({ shape: [labels], name: 'labels' });
  const everywhere = layers.layers.repeatVector({ n: frames }).apply(told) as SymbolicTensor;
  let x = layers.layers.concatenate().apply([motion, everywhere]) as SymbolicTensor;
  for (const [i, wide] of [filters, Math.round(filters * 1.5), Math.round(filters * 1.5)].entries()) {
    const name = `encoder-${i + 1}`;
    x = layers.layers
      .conv1d({ filters: wide, kernelSize: 5, strides: 2, padding: 'same', name, kernelInitializer: heWeights(random, name) })
      .apply(x) as SymbolicTensor;
    x = layers.layers.leakyReLU({ alpha: 0.2 }).apply(x) as SymbolicTensor;
  }
  x = layers.layers.flatten().apply(x) as SymbolicTensor;
  const out = (name: string): SymbolicTensor =>
    layers.layers.dense({ units: latent, name, kernelInitializer: glorotWeights(random, name) }).apply(x) as SymbolicTensor;
  return layers.model({ inputs: [motion, told], outputs: [out('mean'), out('log-variance')], name: 'encoder' });
}

function buildDecoder({ features, labels, frames, latent, filters, random }: Plan): LayersModel {
  const wide = Math.round(filters * 1.5);
  const drawn = layers.input({ shape: [latent], name: 'latent' });
  const told = layers.input({ shape: [labels], name: 'labels' });
  let x = layers.layers.concatenate().apply([drawn, told]) as SymbolicTensor;
  x = layers.layers
    .dense({ units: (frames / STRIDE) * wide, name: 'decoder-in', kernelInitializer: heWeights(random, 'decoder-in') })
    .apply(x) as SymbolicTensor;
  x = layers.layers.leakyReLU({ alpha: 0.2 }).apply(x) as SymbolicTensor;
  // Time lies along the height of a picture one pixel wide: stock layers have no transposed convolution in one dimension.
  x = layers.layers.reshape({ targetShape: [frames / STRIDE, 1, wide] }).apply(x) as SymbolicTensor;
  for (const [i, size] of [wide, filters, filters].entries()) {
    const name = `decoder-${i + 1}`;
    x = layers.layers
      .conv2dTranspose({
        filters: size,
        kernelSize: [4, 1],
        strides: [2, 1],
        padding: 'same',
        name,
        kernelInitializer: heWeights(random, name),
      })
      .apply(x) as SymbolicTensor;
    x = layers.layers.leakyReLU({ alpha: 0.2 }).apply(x) as SymbolicTensor;
  }
  x = layers.layers
    .conv2d({
      filters: features,
      kernelSize: [5, 1],
      padding: 'same',
      name: 'rows',
      kernelInitializer: glorotWeights(random, 'rows'),
    })
    .apply(x) as SymbolicTensor;
  const rows = layers.layers.reshape({ targetShape: [frames, features] }).apply(x) as SymbolicTensor;
  return layers.model({ inputs: [drawn, told], outputs: rows, name: 'decoder' });
}
