/** @file A few steps of a DCGAN in numbers, the same wherever it runs: in Node and in a page. */
import * as tf from '@tensorflow/tfjs-core';
import { createRandom, type Random } from '@filmai/core-tensor/random';
import { createRuntime, type BackendName, type RuntimeOptions } from '@filmai/core-tensor/runtime';
import { createDcgan } from '@filmai/gan/networks';
import { lossContext } from '../../packages/gan/src/training/loss-context.js';
import { makeMove, takeSeats } from '../../packages/gan/src/training/player-turn.js';

/** What came out. */
export interface Outcome {
  backend: BackendName;
  /** What computed, and why nothing faster did. */
  description: string;
  /** Losses of both players in every step. */
  losses: number[];
  /** Made pictures, one after another, in −1…1. */
  pictures: number[];
  /** Of every step. */
  milliseconds: number[];
}

const SIZE = 28;
const BATCH = 32;

/**
 * Trains from one seed.
 *
 * @param steps - How many.
 * @param options - For the runtime: in a page where the files of the wasm backend are, in Node that backend.
 */
export async function trainDcgan(steps: number, options: RuntimeOptions): Promise<Outcome> {
  const { backend, description } = await createRuntime(options);
  const gan = await createDcgan({ size: SIZE, seed: 7 });
  const seats = takeSeats(gan, {});
  const [losses, milliseconds]: number[][] = [[], []];
  for (let step = 0; step < steps; step++) {
    const batch = { pictures: drawDiscs(createRandom(`batch ${step}`)) };
    const begun = performance.now();
    for (const seat of seats) {
      const parts = await makeMove(seat, batch, lossContext(7, step, seat.player.name));
      losses.push(parts[seat.player.name]);
    }
    milliseconds.push(performance.now() - begun);
    batch.pictures.dispose();
  }
  const made = gan.sample(4, createRandom('made'));
  const pictures = Array.from(await made.data());
  made.dispose();
  for (const { adam } of seats) adam.dispose();
  gan.dispose();
  return { backend, description, losses, pictures, milliseconds };
}

/** A batch of light discs on a dark ground. */
function drawDiscs(random: Random): tf.Tensor4D {
  const values = new Float32Array(BATCH * SIZE * SIZE);
  for (let i = 0; i < BATCH; i++) {
    const [x, y, radius] = [random.range(8, 20), random.range(8, 20), random.range(3, 7)];
    for (let at = 0; at < SIZE * SIZE; at++)
      values[i * SIZE * SIZE + at] = Math.hypot((at % SIZE) - x, Math.floor(at / SIZE) - y) < radius ? 0.9 : -0.9;
  }
  return tf.tensor4d(values, [BATCH, SIZE, SIZE, 1]);
}
