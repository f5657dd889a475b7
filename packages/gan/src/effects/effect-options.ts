/** @file What an effect is made from, every choice made. */

/** Kinds of effect. */
export const EFFECT_KINDS = ['rain', 'snow', 'fire', 'smoke', 'explosion'] as const;
/** A kind of effect. */
export type EffectKind = (typeof EFFECT_KINDS)[number];

/** An effect with nothing left to defaults; see `createEffect`. */
export interface EffectOptions {
  kind: EffectKind;
  width: number;
  height: number;
  fps: number;
  seconds: number;
  seed: number | string;
  strength: number;
  wind: number;
  origin: { x: number; y: number };
  size: number;
  extras: boolean;
}
