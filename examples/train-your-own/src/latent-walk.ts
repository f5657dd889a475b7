/** @file A film through the latent space: from one made picture to the next on arcs, back to the first at the end. */
import * as tf from '@tensorflow/tfjs-core';
import { resizeFrame, type Frame } from '@filmai/core-tensor/frames';
import type { Random } from '@filmai/core-tensor/random';
import { interpolate } from '@filmai/gan/networks';
import { drawLatents, type Model } from './models.js';

/** Frames a second. */
export const WALK_FPS = 24;
const STOPS = 8;
const FRAMES_BETWEEN = 30;

/**
 * Frames of the film, one after another.
 *
 * @param model - A trained model.
 * @param random - Decides where it stops.
 * @param size - Pixels on a side of the film: pictures are enlarged.
 */
export function* walk(model: Model, random: Random, size: number): Generator<Frame> {
  const stops = Array.from({ length: STOPS }, () => Float32Array.from({ length: model.latent }, () => random.normal()));
  let count = 0;
  for (const [i, from] of stops.entries()) {
    const way = tf.tidy(() => {
      const ends = [from, stops[(i + 1) % STOPS]].map((values) => tf.tensor1d(values));
      return interpolate(ends[0], ends[1], { steps: FRAMES_BETWEEN + 1 });
    });
    const latents = way.arraySync().slice(0, FRAMES_BETWEEN);
    way.dispose();
    const frames = drawLatents(
      model,
      latents.map((latent) => Float32Array.from(latent)),
    );
    for (const frame of frames) yield { ...resizeFrame(frame, { width: size, height: size }), seconds: count++ / WALK_FPS };
  }
}

/** How many frames the film has. */
export const WALK_FRAMES = STOPS * FRAMES_BETWEEN;
