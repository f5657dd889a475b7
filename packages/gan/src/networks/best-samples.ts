/** @file Samples that the critic holds for real: of more than are asked for, the better ones. */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor, Tensor4D } from '@tensorflow/tfjs-core';
import type { Random } from '@filmai/core-tensor/random';
import { GanError } from '../errors/gan-error.js';
import { inPieces, normalLatents } from './latents.js';
import { checkWhole } from './network-options.js';
import type { PictureGan } from './picture-gan.js';
import { runNetwork } from './run-network.js';

/** How samples are chosen. */
export interface BestSamplesOptions {
  /** Share of the drawn ones that is kept, above 0, at most 1; default 0.5. The smaller, the better they look and the fewer kinds there are. */
  share?: number;
}

/**
 * Draws more samples than are asked for and keeps those that the game's own critic gives the highest logits. A generator turns one cloud of latents
 * into kinds that have nothing between them; what lies between looks like neither, and the critic knows it. The idea is that of rejection by the
 * discriminator (Azadi, Olsson, Darrell, Goodfellow and Odena 2019); ranks need no calibrated probabilities.
 *
 * @param gan - A GAN without classes whose critic reads pictures alone: DCGAN or dense. Its critic should be as it was at the end of the training.
 * @param count - How many, at least 1.
 * @param random - Where the latents come from.
 * @param options - See `BestSamplesOptions`.
 * @returns Pictures [count, height, width, channels] in −1…1, in the order in which they were drawn. The caller disposes them.
 * @throws RangeError for a count or a share that can't be; GanError `WRONG_SHAPE` for a GAN with classes.
 * @example
 * ```ts
 * import { createRandom } from '@filmai/core-tensor/random';
 * import { bestSamples, createDcgan } from '@filmai/gan/networks';
 *
 * const gan = await createDcgan({ size: 8, width: 0.1, latent: 4, seed: 7 });
 * console.log(bestSamples(gan, 3, createRandom(1), { share: 0.25 }).shape); // [ 3, 8, 8, 1 ]
 * gan.dispose();
 * ```
 */
export function bestSamples(gan: PictureGan, count: number, random: Random, { share = 0.5 }: BestSamplesOptions = {}): Tensor4D {
  checkWhole('bestSamples: count', count, 1);
  if (!(share > 0 && share <= 1)) throw new RangeError(`bestSamples: share must be above 0 and at most 1, got ${share}`);
  const { generator, critic } = gan.networks;
  if (generator.inputs.length !== 1 || critic.inputs.length !== 1)
    throw new GanError('WRONG_SHAPE', `bestSamples: expected a critic that reads pictures alone, got one of ${gan.kind}`, {
      remedy: 'Sample a GAN with classes by class: its own `generate` takes labels.',
    });
  return tf.tidy(() => {
    const pictures = gan.generate(normalLatents(random, Math.ceil(count / share), gan.latent));
    const logits = inPieces([pictures], (piece) => runNetwork(critic, piece)[0]);
    return tf.gather(pictures, highest(logits, count));
  });
}

/** Indices of the highest values, ascending. */
function highest(logits: Tensor, count: number): Tensor {
  const values = logits.dataSync();
  const order = Array.from(values, (_, i) => i).sort((a, b) => values[b] - values[a] || a - b);
  return tf.tensor1d(
    order.slice(0, count).sort((a, b) => a - b),
    'int32',
  );
}
