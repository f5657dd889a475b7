/** @file What came out of a training in numbers, on pictures that did not train the model. */
import * as tf from '@tensorflow/tfjs-core';
import type { Frame } from '@filmai/core-tensor/frames';
import { createRandom } from '@filmai/core-tensor/random';
import type { ItemFeed } from '@filmai/gan/data';
import { extractFeatures, frechetDistance, pairwiseDiversity } from '@filmai/gan/measures';
import { toFrames } from '@filmai/gan/pictures';
import { drawLatents, type Model } from './models.js';
import { thumbnailFeatures } from './thumbnail-features.js';

/** Measures of a model. */
export interface Measures {
  /** Fréchet distance on thumbnails of made pictures to held-out ones. */
  frechet: number;
  /** The same of as many training pictures: what a perfect model would have. */
  frechetOfTraining: number;
  /** The name under which both may be quoted: `'frechet-thumbnails'`. */
  features: string;
  /** Diversity of made pictures over that of held-out ones: 1 is as varied. */
  diversity: number;
  /** Pictures on each side. */
  count: number;
}

/** Measures a model against pictures that were held out. */
export async function measureModel(model: Model, training: ItemFeed, heldOut: ItemFeed, seed: number): Promise<Measures> {
  const count = Math.min(heldOut.size ?? 0, training.size ?? 0, 500);
  const held = await someOf(heldOut, count, seed);
  const seen = await someOf(training, count, seed);
  const made = madeBy(model, count, seed);
  const [features, ofTraining, ofHeldOut] = await Promise.all(
    [made, seen, held].map((frames) => extractFeatures(thumbnailFeatures, frames)),
  );
  const distance = frechetDistance(features, ofHeldOut);
  return {
    frechet: distance.value,
    frechetOfTraining: frechetDistance(ofTraining, ofHeldOut).value,
    features: distance.name,
    diversity: pairwiseDiversity(features).value / pairwiseDiversity(ofHeldOut).value,
    count,
  };
}

/** Pictures that a model makes. */
export function madeBy(model: Model, count: number, seed: number): Frame[] {
  const random = createRandom(`measured/${seed}`);
  const frames: Frame[] = [];
  while (frames.length < count) {
    const some = Math.min(50, count - frames.length);
    const latents = Array.from({ length: some }, () => Float32Array.from({ length: model.latent }, () => random.normal()));
    frames.push(...drawLatents(model, latents));
  }
  return frames;
}

async function someOf(feed: ItemFeed, count: number, seed: number): Promise<Frame[]> {
  const reader = feed.read({ batchSize: Math.max(1, Math.min(50, count)), seed });
  const frames: Frame[] = [];
  try {
    while (frames.length < count) {
      const batch = await reader.next();
      if (!batch) break;
      frames.push(...toFrames(batch.pictures));
      tf.dispose(batch);
    }
  } finally {
    await reader.close();
  }
  return frames.slice(0, count);
}
