/** @file The pictures on which effects are learned: how large, how fast, and where a gas is in them. */
import type { EffectKind } from '../effect-options.js';

/** Gases are learned by their codes, weather by maps of what falls. */
export type GasKind = Extract<EffectKind, 'fire' | 'smoke' | 'explosion'>;
/** Weather. */
export type WeatherKind = Extract<EffectKind, 'rain' | 'snow'>;

/** Height of the canvas in pixels, which stands for a picture's height. A gas has a square canvas. */
export const CANVAS_PIXELS: Readonly<Record<EffectKind, number>> = {
  fire: 128,
  smoke: 128,
  explosion: 128,
  rain: 256,
  snow: 256,
};

/** Frames in a second of the clips that were learned. */
export const LEARNED_FPS = 24;

/** Middle and width of the source on the canvas, as `origin` and `size` of `createEffect`: there must be room for what rises. */
export const GAS_PLACES: Readonly<Record<GasKind, { origin: { x: number; y: number }; size: number }>> = {
  fire: { origin: { x: 0.5, y: 0.88 }, size: 0.36 },
  smoke: { origin: { x: 0.5, y: 0.92 }, size: 0.25 },
  explosion: { origin: { x: 0.5, y: 0.72 }, size: 0.25 },
};

/** Whether an effect is a gas. */
export function isGas(kind: EffectKind): kind is GasKind {
  return kind === 'fire' || kind === 'smoke' || kind === 'explosion';
}
