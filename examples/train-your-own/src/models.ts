/** @file The models that can be trained here, each with the same three things: itself, pictures of latents, and how it likes to be trained. */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor, Tensor4D } from '@tensorflow/tfjs-core';
import type { Frame } from '@filmai/core-tensor/frames';
import { createDcgan, createStyleGan, createVae } from '@filmai/gan/networks';
import { toFrames } from '@filmai/gan/pictures';
import type { Trainable } from '@filmai/gan/training';
import type { Settings } from './settings.js';

/** A model to train. */
export interface Model {
  trainable: Trainable;
  /** Numbers in a latent. */
  latent: number;
  /** Pictures [count, size, size, 3] in −1…1 of latents [count, latent]. */
  pictureOf(latents: Tensor): Tensor4D;
}

/**
 * Builds the model that the settings name, with new weights.
 *
 * @param settings - Which, and how large.
 * @param ground - Brightness of the ground that all pictures stand on, −1…1; default 0, the middle grey, for pictures that share none.
 */
export async function buildModel({ model, size, width, seed }: Settings, ground = 0): Promise<Model> {
  if (model === 'vae') {
    const vae = await createVae({ size, channels: 3, width, latent: 64, seed });
    return { trainable: vae, latent: vae.latent, pictureOf: (latents) => vae.decode(latents) };
  }
  if (model === 'stylegan') {
    const gan = await createStyleGan({ size, channels: 3, width, seed });
    return { trainable: gan, latent: gan.latent, pictureOf: (latents) => gan.generate(gan.styles(latents, { truncation: 0.8 })) };
  }
  // Few pictures: without augmentation the critic learns them by heart.
  const augment = { cutout: 0, translation: 0.1, fill: ground };
  const gan = await createDcgan({ size, channels: 3, width, seed, regularisers: { augment } });
  return { trainable: gan, latent: gan.latent, pictureOf: (latents) => gan.generate(latents) };
}

/** Draws pictures of latents. */
export function drawLatents(model: Model, latents: readonly Float32Array[]): Frame[] {
  const pictures = tf.tidy(() => {
    const values = new Float32Array(latents.length * model.latent);
    for (const [i, latent] of latents.entries()) values.set(latent, i * model.latent);
    return model.pictureOf(tf.tensor2d(values, [latents.length, model.latent]));
  });
  try {
    return toFrames(pictures);
  } finally {
    pictures.dispose();
  }
}
