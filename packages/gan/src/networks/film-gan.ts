/**
 * @file FilmGAN: CycleGAN for moving pictures. A CycleGAN translates each frame by itself, and what it invents (grain, strokes, the fine choice of a
 * colour) changes from frame to frame. Here the translation of a frame must also be that of its neighbour, moved along the motion in the source:
 *
 *   generators = CycleGAN + λ_t·E[M·|G(a′) − warp(G(a), flow)|], and the same for the other way,
 *
 * with a′ the next frame and M near 1 where the frames agree after warping, so that what comes into view is free: M = exp(−α·|a′ − warp(a)|²) (Lai,
 * Huang, Wang, Shechtman, Yumer and Yang 2018, "Learning blind video temporal consistency"; the loss itself goes back to Ruder, Dosovitskiy and Brox 2016,
 * "Artistic style transfer for videos").
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Scalar, Tensor4D } from '@tensorflow/tfjs-core';
import { startRuntime } from '@filmai/core-tensor/runtime';
import type { Trainable } from '../training/trainable.js';
import { createCycleGame, type CycleBatch, type CycleGanOptions, type CycleNetworks, type Translation } from './cycle-game.js';
import { checkNumber } from './network-options.js';
import { flowStays, warpPictures } from './warp-pictures.js';

/** How a FilmGAN is built. Plain JSON. */
export interface FilmGanOptions extends CycleGanOptions {
  /** Weight of temporal consistency, λ_t. Default 10. */
  temporal?: number;
  /** How fast a difference between frames counts as something new, α, at pictures in 0…1. Default 50, as Lai et al. have it. */
  occlusion?: number;
}

/**
 * Neighbouring frames of two domains. The flow says for each pixel of the next frame how far away it was in this one, in pixels to the right and
 * down: what `measureFlow(next, this)` or a renderer gives.
 */
export interface FilmBatch extends CycleBatch {
  /** The frames after `a` [n, height, width, channels]. */
  aNext: Tensor4D;
  /** From `aNext` to `a` [n, height, width, 2]. */
  aFlow: Tensor4D;
  /** The frames after `b` [n, height, width, channels]. */
  bNext: Tensor4D;
  /** From `bNext` to `b` [n, height, width, 2]. */
  bFlow: Tensor4D;
}

/** A FilmGAN: what `train` needs, and what `translate` uses. */
export interface FilmGan extends Trainable<FilmBatch> {
  kind: 'film-gan';
  networks: CycleNetworks;
}

/**
 * Builds a FilmGAN.
 *
 * @param options - See `FilmGanOptions`.
 * @returns What `train` trains on batches `{ a, aNext, aFlow, b, bNext, bFlow }`, and `translate` translates frames with.
 * @throws RangeError for an option outside its range.
 * @example
 * ```ts
 * import { createFilmGan } from '@filmai/gan/networks';
 *
 * const gan = await createFilmGan({ size: 32, width: 8, blocks: 2, temporal: 20, seed: 7 });
 * console.log(gan.batch.aFlow.join(' ')); // 32 32 2
 * ```
 */
export async function createFilmGan(options: FilmGanOptions = {}): Promise<FilmGan> {
  const { temporal = 10, occlusion = 50, ...cycleOptions } = options;
  checkNumber('createFilmGan: temporal', temporal, 0);
  checkNumber('createFilmGan: occlusion', occlusion, 0);
  await startRuntime();
  const { picture, ...game } = createCycleGame<FilmBatch>('createFilmGan', cycleOptions, ({ batch, made, toA, toB }) => {
    const there = unsteadiness({ frame: batch.a, next: batch.aNext, flow: batch.aFlow }, made.b, toB, occlusion);
    const back = unsteadiness({ frame: batch.b, next: batch.bNext, flow: batch.bFlow }, made.a, toA, occlusion);
    return { temporal: tf.mul(tf.add(there, back), temporal) };
  });
  const flow = [...picture.slice(0, 2), 2];
  return {
    kind: 'film-gan',
    options: { ...options },
    ...game,
    batch: { a: picture, aNext: picture, aFlow: flow, b: picture, bNext: picture, bFlow: flow },
  };
}

/** Two neighbouring frames and the way from the second to the first. */
interface Neighbours {
  frame: Tensor4D;
  next: Tensor4D;
  flow: Tensor4D;
}

/** Mean difference between the translation of the next frame and the moved translation of this one, where the source itself only moves. */
function unsteadiness({ frame, next, flow }: Neighbours, translated: Tensor4D, to: Translation, occlusion: number): Scalar {
  // Pictures in −1…1 differ twice as much as in 0…1.
  const difference = tf.mul(tf.sub(next, warpPictures(frame, flow)), 0.5);
  const changed = tf.mean(tf.square(difference), 3, true);
  const seen = tf.mul(flowStays(flow), tf.exp(tf.mul(changed, -occlusion)));
  const unsteady = tf.abs(tf.sub(to(next), warpPictures(translated, flow)));
  return tf.mean(tf.mul(unsteady, seen));
}
