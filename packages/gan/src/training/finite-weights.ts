/** @file Looks for weights that are no numbers any more. */
import type { Batch, Trainable } from './trainable.js';

/**
 * Finds the first weight with a value that is not finite.
 *
 * @returns Its name, `'generator: dense_1/kernel'`; `undefined` where all are finite.
 */
export async function firstNotFinite<B extends Batch>(trainable: Trainable<B>): Promise<string | undefined> {
  for (const [name, network] of Object.entries(trainable.networks)) {
    for (const weight of network.weights) {
      const values = await weight.read().data();
      for (const value of values) if (!Number.isFinite(value)) return `${name}: ${weight.originalName}`;
    }
  }
  return undefined;
}
