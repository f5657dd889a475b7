/**
 * @file How the codes of a gas go on in time: a "dynamic texture" (Doretto, Chiuso, Wu and Soatto 2003), not of pixels but of a network's
 * codes. The codes of a picture are a sum of few patterns, and the amounts of these patterns follow a linear rule of second order with
 * chance in every frame. Such a stream never ends, never comes again, and moves as the clips moved from which it was fitted.
 */
import type { Random } from '@filmai/core-tensor/random';

/** A fitted rule. Matrices are row by row. */
export interface CodeDynamics {
  /** Numbers of a frame's codes. */
  size: number;
  /** Number of patterns. */
  patterns: number;
  /** Codes on average, `size`. */
  mean: Float32Array;
  /** Patterns, `patterns × size`, each as strong as it is on average. */
  basis: Float32Array;
  /** What becomes of the amounts of the frame before and of the one before that, `patterns × 2·patterns`. */
  feedback: Float32Array;
  /** How chance acts on the amounts, `patterns × patterns`, lower triangle. */
  kick: Float32Array;
  /**
   * Where codes depend on age, as an explosion's: mean and deviation of the amounts in each frame since its start, `frames × patterns`
   * each; after the last frame nothing is left.
   */
  ages?: { frames: number; mean: Float32Array; deviation: Float32Array };
}

/** A stream of codes. */
export interface CodeStream {
  /** Writes the codes of the next frame. */
  next(to: Float32Array): void;
}

/** Frames that a stream runs before its first, so that the start is as likely as any other moment. */
const SETTLING = 120;

/** Starts a stream; equal seeds give equal streams. */
export function streamCodes({ size, patterns, mean, basis, feedback, kick, ages }: CodeDynamics, random: Random): CodeStream {
  let now = new Float32Array(patterns);
  let before = new Float32Array(patterns);
  let after = new Float32Array(patterns);
  const chance = new Float32Array(patterns);
  const advance = (): void => {
    for (let i = 0; i < patterns; i++) chance[i] = random.normal();
    for (let i = 0, row = 0; i < patterns; i++, row += 2 * patterns) {
      let sum = 0;
      for (let j = 0; j < patterns; j++) sum += feedback[row + j] * now[j] + feedback[row + patterns + j] * before[j];
      for (let j = 0; j <= i; j++) sum += kick[i * patterns + j] * chance[j];
      after[i] = sum;
    }
    [before, now, after] = [now, after, before];
  };
  for (let i = 0; i < SETTLING; i++) advance();
  let frame = 0;
  return {
    next(to) {
      to.set(mean);
      const age = ages ? Math.min(frame, ages.frames - 1) * patterns : 0;
      for (let i = 0; i < patterns; i++) {
        const amount = ages ? ages.mean[age + i] + ages.deviation[age + i] * now[i] : now[i];
        for (let j = 0, at = i * size; j < size; j++, at++) to[j] += amount * basis[at];
      }
      advance();
      frame++;
    },
  };
}
