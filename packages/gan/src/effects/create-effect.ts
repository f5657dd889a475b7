/**
 * @file Effects as moving pictures with alpha, from a seed: simulated, not recorded and not learned. They are drawn over a film, and
 * they are the ground on which learned effects are trained and measured.
 */
import type { Frame } from '@filmai/core-tensor/frames';
import { checkRange } from '../errors/check-range.js';
import { GanError } from '../errors/gan-error.js';
import { fire, smoke } from './burning.js';
import { EFFECT_KINDS, type EffectKind, type EffectOptions } from './effect-options.js';
import { explosion } from './explosion.js';
import { rain, snow } from './precipitation.js';

/** What is asked of an effect. */
export interface EffectRequest {
  kind: EffectKind;
  /** Pixels, default 1280. */
  width?: number;
  /** Pixels, default 720. */
  height?: number;
  /** Frames in a second, default 24. */
  fps?: number;
  /** Length, at least 0. */
  seconds: number;
  /** Equal seeds give equal pictures. Default 1. */
  seed?: number | string;
  /** How much of it, 0…1, default 0.7. */
  strength?: number;
  /** −1 blows strongly to the left, 1 to the right. Default 0.1. */
  wind?: number;
  /** Where it burns or blows up, 0…1 from the top left corner. Default in the middle of the lower third; weather has none. */
  origin?: { x: number; y: number };
  /** Width of the source as a part of the picture's height, default 0.4; weather has none. */
  size?: number;
  /** Embers of a fire, sparks and the flash of an explosion. Default true. */
  extras?: boolean;
}

const MAKERS: Record<EffectKind, (options: EffectOptions) => Generator<Frame, void, undefined>> = {
  rain,
  snow,
  fire,
  smoke,
  explosion,
};

/**
 * Makes an effect.
 *
 * @param request - See `EffectRequest`.
 * @returns Frames with alpha, made one at a time as they are asked for: `Math.round(seconds × fps)` of them. Lay them over a picture with
 *   `compositeOver`.
 * @throws GanError `UNKNOWN_EFFECT`; RangeError for a value outside its range.
 * @example
 * ```ts
 * import { createEffect } from '@filmai/gan/effects';
 *
 * const frames = [...createEffect({ kind: 'fire', seconds: 0.5, width: 320, height: 180 })];
 * console.log(frames.length, frames[0].data.length); // 12 230400
 * ```
 */
export function createEffect(request: EffectRequest): Generator<Frame, void, undefined> {
  const {
    kind,
    width = 1280,
    height = 720,
    fps = 24,
    seconds,
    seed = 1,
    strength = 0.7,
    wind = 0.1,
    origin = { x: 0.5, y: 0.86 },
    size = 0.4,
    extras = true,
  } = request;
  if (!EFFECT_KINDS.includes(kind)) {
    throw new GanError('UNKNOWN_EFFECT', `there is no effect "${kind}"`, { remedy: `Choose one of ${EFFECT_KINDS.join(', ')}.` });
  }
  checkRange('createEffect: width', width, 16, 8192);
  checkRange('createEffect: height', height, 16, 8192);
  checkRange('createEffect: fps', fps, 1, 240);
  checkRange('createEffect: seconds', seconds, 0, 36_000);
  checkRange('createEffect: strength', strength, 0, 1);
  checkRange('createEffect: wind', wind, -1, 1);
  checkRange('createEffect: origin.x', origin.x, 0, 1);
  checkRange('createEffect: origin.y', origin.y, 0, 1);
  checkRange('createEffect: size', size, 0.02, 2);
  return MAKERS[kind]({
    kind,
    width: Math.round(width),
    height: Math.round(height),
    fps,
    seconds,
    seed,
    strength,
    wind,
    origin,
    size,
    extras,
  });
}
