/** @file Pictures to learn in seconds, how far made ones are from them, and networks through their files; for tests of networks. */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor, Tensor1D, Tensor4D } from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { createRandom } from '@filmai/core-tensor/random';
import { fromArrays, type ItemFeed } from '../src/data/index.js';
import { frechetDistance } from '../src/measures/index.js';
import { train, type Trainable, type TrainOptions } from '../src/training/index.js';

/** Pictures of a bright bar on dark ground: upright (label 0) or lying (1), anywhere. */
export function drawnShapes(count: number, size: number, seed: string, channels = 1): { pictures: Tensor4D; labels: Tensor1D } {
  const random = createRandom(seed);
  const values = new Float32Array(count * size * size * channels).fill(-0.9);
  const labels = Int32Array.from({ length: count }, (_, i) => i % 2);
  labels.forEach((label, i) => {
    const [middle, thickness] = [random.range(0.25, 0.75) * size, random.range(0.1, 0.2) * size];
    const colour = Array.from({ length: channels }, () => random.range(0.5, 0.9));
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size; x++) {
        const inside = Math.abs((label === 0 ? x : y) + 0.5 - middle) < thickness;
        if (inside) values.set(colour, ((i * size + y) * size + x) * channels);
      }
    }
  });
  return { pictures: tf.tensor4d(values, [count, size, size, channels]), labels: tf.tensor1d(labels, 'int32') };
}

/** A feed of them. */
export function feedOfShapes(count: number, size: number, channels = 1): ItemFeed {
  const shapes = drawnShapes(count, size, 'learned', channels);
  const feed = fromArrays({ ...shapes });
  tf.dispose(Object.values(shapes));
  return feed;
}

/** The Fréchet distance of pictures on 4×4 means of their brightness. */
export function distanceOfShapes(a: Tensor, b: Tensor): number {
  const features = (pictures: Tensor): number[][] =>
    tf.tidy(() => {
      const grey = tf.mean(pictures, 3, true) as Tensor4D;
      const cell = grey.shape[1] / 4;
      return tf.reshape(tf.avgPool(grey, cell, cell, 'valid'), [grey.shape[0], 16]).arraySync() as number[][];
    });
  return frechetDistance(features(a), features(b)).value;
}

/** Distance of samples to shapes that were not learned, before and after a training. */
export async function learned(
  gan: Trainable,
  options: TrainOptions & { size: number; channels?: number; feed?: ItemFeed },
): Promise<{ before: number; after: number }> {
  const { size, channels = 1, feed = feedOfShapes(256, size, channels), ...training } = options;
  const heldOut = drawnShapes(128, size, 'held out', channels);
  const distance = (): number => {
    const samples = (gan.sample as NonNullable<Trainable['sample']>)(128, createRandom('judged'));
    const value = distanceOfShapes(samples, heldOut.pictures);
    samples.dispose();
    return value;
  };
  const before = distance();
  for await (const step of train(gan, feed, { watch: false, average: 0.9, ...training })) void step;
  const after = distance();
  tf.dispose(Object.values(heldOut));
  return { before, after };
}

/** Saves a network in TensorFlow.js' format and loads what was saved. */
export async function throughFile(network: LayersModel): Promise<LayersModel> {
  let saved: tf.io.ModelArtifacts | undefined;
  await network.save(
    tf.io.withSaveHandler((artifacts) => {
      saved = artifacts;
      return Promise.resolve({ modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } });
    }),
  );
  // As text and back, as on a disk.
  const { weightData, ...others } = saved as tf.io.ModelArtifacts;
  return layers.loadLayersModel(tf.io.fromMemory({ ...(JSON.parse(JSON.stringify(others)) as object), weightData }));
}

/** All weights of a trainable, one after the other. */
export function weightsOf({ networks }: Trainable): number[] {
  return Object.values(networks).flatMap((network) => network.weights.flatMap((weight) => Array.from(weight.read().dataSync())));
}
