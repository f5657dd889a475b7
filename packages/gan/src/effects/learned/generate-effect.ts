/**
 * @file Effects that networks have learned from the simulations: moving pictures with alpha, of any length, from a seed. Nothing in them is
 * recorded or comes again. The networks and what runs them are loaded with the first of them: simulated effects need neither.
 */
import type { Frame } from '@filmai/core-tensor/frames';
import { checkRange } from '../../errors/check-range.js';
import { GanError } from '../../errors/gan-error.js';
import { EFFECT_KINDS, type EffectKind, type EffectOptions } from '../effect-options.js';
import { disposeEffect, loadLearnedEffect } from './loaded-effects.js';

/** What is asked of a learned effect. */
export interface GenerateEffectOptions {
  /** Length, at least 0. */
  seconds: number;
  /** Pixels: a side of a square picture, or width and height, each 16…8192. Default 256. */
  size?: number | { width: number; height: number };
  /** Frames in a second, 12…60, default 24. */
  fps?: number;
  /** Equal seeds give equal pictures on one machine. Default 1. */
  seed?: number | string;
  /** −1 blows strongly to the left, 1 to the right. Default 0.1. */
  wind?: number;
  /** How much of it, 0…1, default 0.7: how many drops and flakes, how large a fire, a column of smoke or a blast. */
  strength?: number;
  /** Where it burns or blows up, 0…1 from the top left corner. Default in the middle of the lower third; weather has none. */
  origin?: { x: number; y: number };
  /** Width of the source as a part of the picture's height, 0.02…2, default 0.4; weather has none. */
  sourceSize?: number;
  /** Embers of a fire, sparks and the flash of an explosion, drawn as in the simulation. Default true. */
  extras?: boolean;
  /** File of another generator than the shipped one, as `scripts/train-effects.ts` of this package writes it. */
  model?: string;
  /** Cancels. */
  signal?: AbortSignal;
}

/**
 * Generates a learned effect.
 *
 * @param kind - Which.
 * @param options - See {@link GenerateEffectOptions}.
 * @returns `Math.round(seconds × fps)` frames with alpha, made as they are asked for; a short clip is the beginning of a longer one with the same
 *   seed, only an explosion shorter than a second goes off sooner. Lay them over a picture with `compositeOver`.
 * @throws GanError `UNKNOWN_EFFECT`; RangeError for a value outside its range; ModelError where a file of this package is missing or damaged; the
 *   signal's reason if cancelled.
 * @example
 * ```ts
 * import { generateEffect } from '@filmai/gan/effects';
 *
 * let count = 0;
 * for await (const frame of generateEffect('fire', { seconds: 0.5, size: 128, seed: 7 })) count += frame.data.length / (128 * 128 * 4);
 * console.log(count); // 12
 * ```
 */
export async function* generateEffect(kind: EffectKind, options: GenerateEffectOptions): AsyncGenerator<Frame, void, undefined> {
  const scene = sceneOf(kind, options);
  options.signal?.throwIfAborted();
  const { filmEffect } = await import('./film-effect.js');
  if (options.model === undefined) {
    yield* filmEffect(await loadLearnedEffect(kind), scene, options.signal);
    return;
  }
  const { readEffect } = await import('./effect-models.js');
  const effect = await readEffect(kind, options.model);
  try {
    yield* filmEffect(effect, scene, options.signal);
  } finally {
    disposeEffect(effect);
  }
}

function sceneOf(kind: EffectKind, options: GenerateEffectOptions): EffectOptions {
  const { seconds, size = 256, fps = 24, seed = 1, wind = 0.1, strength = 0.7, sourceSize = 0.4, extras = true } = options;
  const { origin = { x: 0.5, y: 0.86 } } = options;
  if (!EFFECT_KINDS.includes(kind)) {
    throw new GanError('UNKNOWN_EFFECT', `there is no effect "${kind}"`, {
      remedy: `Choose one of ${EFFECT_KINDS.join(', ')}.`,
    });
  }
  const { width, height } = typeof size === 'number' ? { width: size, height: size } : size;
  for (const [name, value] of Object.entries({ width, height })) {
    checkRange(`generateEffect: size: ${name}`, value, 16, 8192);
    if (!Number.isInteger(value)) throw new RangeError(`generateEffect: size: ${name} must be a whole number, got ${value}`);
  }
  checkRange('generateEffect: fps', fps, 12, 60);
  checkRange('generateEffect: seconds', seconds, 0, 36_000);
  checkRange('generateEffect: strength', strength, 0, 1);
  checkRange('generateEffect: wind', wind, -1, 1);
  checkRange('generateEffect: origin.x', origin.x, 0, 1);
  checkRange('generateEffect: origin.y', origin.y, 0, 1);
  checkRange('generateEffect: sourceSize', sourceSize, 0.02, 2);
  return { kind, width, height, fps, seconds, seed, strength, wind, origin, size: sourceSize, extras };
}
