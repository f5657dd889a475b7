/**
 * @file CycleGAN: translates pictures between two domains without pairs (Zhu, Park, Isola and Efros 2017, "Unpaired image-to-image translation using
 * cycle-consistent adversarial networks"): photographs into drawings and back, summer into winter, one grade into another.
 *
 *   generators = E[adversarial(D_B(G(a)))] + E[adversarial(D_A(F(b)))] + λ·(E‖F(G(a)) − a‖₁ + E‖G(F(b)) − b‖₁) + λ_id·(E‖G(b) − b‖₁ + E‖F(a) − a‖₁)
 */
import { startRuntime } from '@filmai/core-tensor/runtime';
import type { Trainable } from '../training/trainable.js';
import { createCycleGame, type CycleBatch, type CycleGanOptions, type CycleNetworks } from './cycle-game.js';

export type { CycleBatch, CycleGanOptions, CycleNetworks } from './cycle-game.js';

/** A CycleGAN: what `train` needs, and what `translate` uses. */
export interface CycleGan extends Trainable<CycleBatch> {
  kind: 'cycle-gan';
  networks: CycleNetworks;
}

/**
 * Builds a CycleGAN.
 *
 * @param options - See `CycleGanOptions`.
 * @returns What `train` trains on batches `{ a, b }`, and `translate` translates with.
 * @throws RangeError for an option outside its range.
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { createCycleGan, translate } from '@filmai/gan/networks';
 *
 * const gan = await createCycleGan({ size: 32, width: 8, blocks: 2, seed: 7 });
 * const picture = translate(gan, tf.zeros([1, 32, 32, 3]), { to: 'a' });
 * console.log(picture.shape.join(' ')); // 1 32 32 3
 * ```
 */
export async function createCycleGan(options: CycleGanOptions = {}): Promise<CycleGan> {
  await startRuntime();
  const { picture, ...game } = createCycleGame<CycleBatch>('createCycleGan', options);
  return { kind: 'cycle-gan', options: { ...options }, ...game, batch: { a: picture, b: picture } };
}
