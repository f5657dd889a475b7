/** @file Small pictures whose translations are known because the same shapes are drawn in two ways: truth for tests of networks that translate. */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor4D } from '@tensorflow/tfjs-core';
import { createRandom, type Random } from '@filmai/core-tensor/random';

/** Pixels on a side. */
export const SIDE = 16;

/** A disc on a ground. */
export interface Disc {
  x: number;
  y: number;
  radius: number;
}

/** A colour, each value in −1…1, at a pixel that is inside of the disc or not. */
export type Painting = (inside: boolean, x: number, y: number) => readonly number[];

/** Discs that lie within the picture. */
export function drawDiscs(count: number, random: Random): Disc[] {
  return Array.from({ length: count }, () => ({
    x: random.range(5, SIDE - 5),
    y: random.range(5, SIDE - 5),
    radius: random.range(2.5, 4.5),
  }));
}

/** Paints a picture of each disc: [discs, SIDE, SIDE, channels]. */
export function paint(discs: readonly Disc[], painting: Painting): Tensor4D {
  const values = discs.flatMap((disc) =>
    Array.from({ length: SIDE * SIDE }, (_, i) => {
      const [x, y] = [i % SIDE, Math.floor(i / SIDE)];
      return painting(Math.hypot(x - disc.x, y - disc.y) < disc.radius, x, y);
    }).flat(),
  );
  return tf.tensor4d(values, [discs.length, SIDE, SIDE, values.length / (discs.length * SIDE * SIDE)]);
}

/** Mean absolute difference. */
export function distance(a: Tensor4D, b: Tensor4D): number {
  return tf.tidy(() => tf.mean(tf.abs(tf.sub(a, b))).dataSync()[0]);
}

/** Batches without end, each from a stream of its own. */
export function* endless<B>(seed: string, make: (random: Random) => B): Generator<B> {
  for (let step = 0; ; step++) yield make(createRandom(`${seed}/${step}`));
}

/** Every weight of a network, in one list. */
export function weightsOf(network: { getWeights(): tf.Tensor[] }): number[] {
  return network.getWeights().flatMap((weight) => Array.from(weight.dataSync()));
}
