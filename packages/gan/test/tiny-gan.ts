/** @file A GAN of a few hundred weights that learns four points on a circle in seconds; for tests of losses and of the training loop. */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { createRandom, type Random } from '@filmai/core-tensor/random';
import { fromArrays, type ItemFeed } from '../src/data/index.js';
import { adversarialPlayers, type AdversaryOptions } from '../src/losses/index.js';
import type { Trainable } from '../src/training/index.js';

const LATENT = 4;

/** How the tiny GAN differs from test to test. */
export interface TinyGanOptions extends Pick<AdversaryOptions, 'loss' | 'regularisers' | 'further' | 'adam'> {
  /** Neurons of a hidden layer, default 24. */
  width?: number;
  /** Dropout in the critic, default 0. */
  dropout?: number;
  /** Batch norm in the generator. Default false. */
  batchNorm?: boolean;
  seed?: number;
}

/** A dense GAN for points in the plane. */
export function tinyGan({ width = 24, dropout = 0, batchNorm = false, seed = 1, ...game }: TinyGanOptions = {}): Trainable {
  let count = 0;
  const dense = (units: number, inputs?: number, activation?: 'relu'): layers.layers.Layer =>
    layers.layers.dense({
      units,
      activation,
      kernelInitializer: layers.initializers.heNormal({ seed: 100 * seed + count++ }),
      ...(inputs && { inputShape: [inputs] }),
    });
  const generator = layers.sequential({
    name: 'generator',
    layers: [
      dense(width, LATENT, 'relu'),
      ...(batchNorm ? [layers.layers.batchNormalization({ momentum: 0.9 })] : []),
      dense(width, undefined, 'relu'),
      dense(2),
    ],
  });
  const critic = layers.sequential({
    name: 'critic',
    layers: [
      dense(width, 2),
      layers.layers.leakyReLU({ alpha: 0.2 }),
      ...(dropout > 0 ? [layers.layers.dropout({ rate: dropout })] : []),
      dense(width),
      layers.layers.leakyReLU({ alpha: 0.2 }),
      dense(1),
    ],
  });
  const networks: Record<string, LayersModel> = { generator, critic };
  const adam = { learningRate: 5e-3, beta1: 0.5, beta2: 0.9 };
  const { disposeGame, ...players } = adversarialPlayers({
    generator,
    critic,
    latent: LATENT,
    adam: { generator: adam, critic: adam },
    ...game,
  });
  return {
    kind: 'tiny-gan',
    options: { width, dropout, batchNorm },
    networks,
    ...players,
    batch: { points: [2] },
    averaged: ['generator'],
    sample: (samples, random) =>
      tf.tidy(() => {
        const noise = Float32Array.from({ length: samples * LATENT }, () => random.normal());
        return generator.apply(tf.tensor2d(noise, [samples, LATENT]), { training: false }) as Tensor;
      }),
    dispose() {
      disposeGame();
      for (const network of Object.values(networks)) network.dispose();
    },
  };
}

/** Points around the four ends of a cross. */
export function crossPoints(count: number, random: Random): Float32Array {
  const points = new Float32Array(2 * count);
  for (let i = 0; i < count; i++) {
    const angle = ((i % 4) * Math.PI) / 2;
    points.set([Math.cos(angle) + random.normal(0, 0.05), Math.sin(angle) + random.normal(0, 0.05)], 2 * i);
  }
  return points;
}

/** A feed of them. */
export function crossFeed(count = 256): ItemFeed {
  return fromArrays({ points: { shape: [count, 2], values: crossPoints(count, createRandom('cross')) } });
}

/** How far made points are from the data and the data from made points: the mean distance to the nearest, both ways (Chamfer). */
export function chamferDistance(gan: Trainable, count = 128): number {
  const made = tf.tidy(() => (gan.sample as NonNullable<Trainable['sample']>)(count, createRandom('judge')).dataSync());
  const real = crossPoints(count, createRandom('held out'));
  const nearest = (from: ArrayLike<number>, to: ArrayLike<number>): number => {
    let sum = 0;
    for (let i = 0; i < from.length; i += 2) {
      let least = Infinity;
      for (let k = 0; k < to.length; k += 2) least = Math.min(least, Math.hypot(from[i] - to[k], from[i + 1] - to[k + 1]));
      sum += least;
    }
    return sum / (from.length / 2);
  };
  return nearest(made, real) + nearest(real, made);
}

/** Every weight of every network, as one list. */
export function weightsOf({ networks }: Trainable): number[] {
  return Object.values(networks).flatMap((network) => network.weights.flatMap((weight) => [...weight.read().dataSync()]));
}
