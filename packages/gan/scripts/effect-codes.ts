/** @file Codes of simulated films, and crops of streams of codes that no film has. */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor5D } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { createRandom, type Random } from '@filmai/core-tensor/random';
import { streamCodes, type CodeDynamics } from '../src/effects/learned/code-dynamics.js';
import { padCodes } from '../src/effects/learned/pad-codes.js';
import { encodeClip } from '../src/networks/video-gan.js';
import { CODE_PIXELS } from '../src/networks/video-gan-layers.js';
import { showFrame, type BatchPlan, type Film } from './effect-clips.js';

/** Frames encoded at once. */
const TOGETHER = 8;
/** Streams that are drawn from, and their length. */
const STREAMS = 12;
const STREAM_FRAMES = 144;

/** The codes of each film, frame after frame; the edge of the canvas is drawn with nothing around it, and left out. */
export function codesOfFilms(encode: LayersModel, films: readonly Film[]): Float32Array[] {
  return films.map((film) => {
    const { side, frames } = film;
    const wide = side + 2 * CODE_PIXELS;
    const cells = side / CODE_PIXELS;
    let all: Float32Array | undefined;
    for (let first = 0; first < frames; first += TOGETHER) {
      const count = Math.min(TOGETHER, frames - first);
      const shown = new Float32Array(count * wide * wide * 4);
      for (let t = 0; t < count; t++)
        showFrame(shown, t * wide * wide * 4, film, first + t, { left: -CODE_PIXELS, top: -CODE_PIXELS }, wide);
      const inner = tf.tidy(() => {
        const found = tf.squeeze(encodeClip(encode, tf.tensor5d(shown, [1, count, wide, wide, 4])), [0]);
        return tf.slice(found, [0, 1, 1, 0], [count, cells, cells, -1]);
      });
      const found = inner.dataSync() as Float32Array;
      inner.dispose();
      all ??= new Float32Array((found.length / count) * frames);
      all.set(found, (found.length / count) * first);
    }
    return all as Float32Array;
  });
}

/** The code of a square in which nothing is. */
export function emptyCode(encode: LayersModel): Float32Array {
  const side = 9 * CODE_PIXELS;
  return tf.tidy(() => {
    const codes = tf.squeeze(encodeClip(encode, tf.neg(tf.ones([1, 1, side, side, 4]))), [0, 1]);
    return (tf.slice(codes, [4, 4, 0], [1, 1, -1]).dataSync() as Float32Array).slice();
  });
}

/** Crops of streams by a rule, as large as those of a batch. */
export function cutStreams(
  dynamics: CodeDynamics,
  { codes, empty, seed }: { codes: number; empty: Float32Array; seed: number },
): (plan: BatchPlan, random: Random) => Tensor5D {
  const frames = dynamics.ages?.frames ?? STREAM_FRAMES;
  const cells = Math.sqrt(dynamics.size / codes);
  const streams = Array.from({ length: STREAMS }, (_, i) => {
    const stream = streamCodes(dynamics, createRandom(seed).split('streams').split(i));
    const all = new Float32Array(frames * dynamics.size);
    for (let t = 0; t < frames; t++) stream.next(all.subarray(t * dynamics.size, (t + 1) * dynamics.size));
    return all;
  });
  return ({ clips, frames: count, size, timeMargin, margin }, random) => {
    const wide = (size + 2 * margin) / CODE_PIXELS;
    const edge = margin / CODE_PIXELS;
    const long = count + 2 * timeMargin;
    const cut = new Float32Array(clips * long * wide * wide * codes);
    for (let clip = 0; clip < clips; clip++) {
      const stream = random.pick(streams);
      const late = random.next() ** (dynamics.ages ? 2.5 : 1);
      const first = Math.floor(late * (frames - long + 1));
      const room = cells - size / CODE_PIXELS;
      const view = { left: random.integer(0, room) - edge, top: random.integer(0, room) - edge, wide };
      for (let t = 0; t < long; t++) {
        const from = stream.subarray((first + t) * dynamics.size, (first + t + 1) * dynamics.size);
        padCodes(cut, (clip * long + t) * wide * wide * codes, from, { cells, codes, empty }, view);
      }
    }
    return tf.tensor5d(cut, [clips, long, wide, wide, codes]);
  };
}
