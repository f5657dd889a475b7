/** @file What may be added to any game to keep it steady: one plain value that builders pass on. */
import { checkAugmentation, type AugmentationOptions } from './picture-augmentation.js';
import type { UnrolledOptions } from './unrolled-steps.js';

/** A penalty that may be left out of most steps. Plain JSON. */
export interface PenaltyOptions {
  /** At least 0. */
  weight: number;
  /** Due every so many steps and then so many times as heavy: a whole number of at least 1, default 1. */
  every?: number;
}

/** Regularisers of a game. Default none. Plain JSON. */
export interface Regularisers {
  /** R1 on real ones; weights of 1…10 are usual, every 16 steps. */
  r1?: PenaltyOptions;
  /** Gradient penalty between real and made ones. Default: the game's own, if it has one. */
  gradientPenalty?: PenaltyOptions;
  /** Normalises the critic's kernels by their largest singular value. */
  spectralNorm?: boolean;
  /** The generator is judged by the critic as it would be after some more steps. */
  unrolled?: UnrolledOptions;
  /** Shows the critic real and made pictures through the same random changes. */
  augment?: AugmentationOptions;
}

/**
 * Checks regularisers.
 *
 * @throws RangeError with the name of what is wrong.
 */
export function checkRegularisers({ r1, gradientPenalty, unrolled, augment }: Regularisers): void {
  for (const [name, penalty] of Object.entries({ r1, gradientPenalty })) {
    if (!penalty) continue;
    const { weight, every = 1 } = penalty;
    if (!(weight >= 0 && Number.isFinite(weight))) throw new RangeError(`${name}: weight must be at least 0, got ${weight}`);
    checkSteps(`${name}: every`, every);
  }
  if (unrolled) {
    const { steps, learningRate = 1 } = unrolled;
    checkSteps('unrolled: steps', steps);
    if (!(learningRate > 0 && Number.isFinite(learningRate)))
      throw new RangeError(`unrolled: learningRate must be above 0, got ${learningRate}`);
  }
  if (augment) checkAugmentation(augment);
}

function checkSteps(name: string, value: number): void {
  if (!Number.isInteger(value) || value < 1) throw new RangeError(`${name} must be a whole number of at least 1, got ${value}`);
}
