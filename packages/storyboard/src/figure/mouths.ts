/**
 * @file Mouths: a dozen drawn shapes, and which one a speech sound takes. The sounds are those that flite and the CMU
 * dictionary write (ARPAbet), so a phone track becomes lip movement by look-up.
 */

/** Names of the mouths. */
export const MOUTHS = [
  'rest',
  'closed',
  'a',
  'e',
  'i',
  'o',
  'u',
  'm',
  'f',
  'l',
  'smile',
  'grin',
  'grim',
  'open',
  'shout',
  'pout',
  'talk',
] as const;
/** Name of a mouth shape. */
export type MouthName = (typeof MOUTHS)[number];

/** How a mouth is drawn, in head units. */
export interface MouthShape {
  /** Half width relative to rest. */
  width: number;
  /** How far the lips part in the middle. */
  open: number;
  /** Corners up (positive) or down. */
  corner: number;
  /** Share of the opening that shows upper teeth. */
  teeth: number;
  /** Lips pushed out into a ring, 0 … 1. */
  round: number;
  /** Lips pressed together or bitten, 0 … 1. */
  press: number;
}

const shape = (width: number, open: number, corner = 0, teeth = 0, round = 0, press = 0): MouthShape => ({
  width,
  open,
  corner,
  teeth,
  round,
  press,
});

/** The shapes by name. */
export const MOUTH_SHAPES: Record<MouthName, MouthShape> = {
  rest: shape(1, 0, 0.001),
  closed: shape(1, 0, 0),
  a: shape(0.92, 0.088, 0.002, 0.24),
  e: shape(1.06, 0.05, 0.006, 0.42),
  i: shape(1.14, 0.028, 0.01, 0.7),
  o: shape(0.66, 0.078, 0, 0.08, 0.75),
  u: shape(0.48, 0.036, 0, 0, 1),
  m: shape(0.95, 0, 0.001, 0, 0, 1),
  f: shape(0.94, 0.02, 0.002, 0.95, 0, 0.4),
  l: shape(0.94, 0.042, 0.002, 0.3),
  smile: shape(1.2, 0, 0.026),
  grin: shape(1.28, 0.05, 0.034, 0.9),
  grim: shape(1.02, 0, -0.022, 0, 0, 0.6),
  open: shape(0.86, 0.07, -0.004, 0.12, 0.2),
  shout: shape(1.04, 0.14, -0.004, 0.2),
  pout: shape(0.72, 0, -0.014, 0, 0.5, 0.2),
  talk: shape(0.96, 0.046, 0.003, 0.35),
};

const PHONES: Record<string, MouthName> = {
  aa: 'a',
  ae: 'a',
  ah: 'e',
  ao: 'o',
  aw: 'a',
  ax: 'e',
  axr: 'e',
  ay: 'a',
  b: 'm',
  ch: 'u',
  d: 'l',
  dh: 'l',
  dx: 'l',
  eh: 'e',
  el: 'l',
  em: 'm',
  en: 'l',
  er: 'e',
  ey: 'e',
  f: 'f',
  g: 'e',
  hh: 'e',
  hv: 'e',
  h: 'e',
  ih: 'i',
  ix: 'i',
  iy: 'i',
  jh: 'u',
  k: 'e',
  l: 'l',
  m: 'm',
  n: 'l',
  ng: 'e',
  nx: 'l',
  ow: 'o',
  oy: 'o',
  p: 'm',
  r: 'u',
  s: 'i',
  sh: 'u',
  t: 'l',
  th: 'l',
  uh: 'u',
  uw: 'u',
  ux: 'u',
  v: 'f',
  w: 'u',
  y: 'i',
  z: 'i',
  zh: 'u',
  pau: 'rest',
  sil: 'rest',
  h_: 'rest',
  brth: 'rest',
  ssil: 'rest',
  q: 'rest',
};

/** All phones that have a mouth. */
export const MOUTH_PHONES: readonly string[] = Object.keys(PHONES);

/**
 * The mouth for a speech sound.
 *
 * @param phone - ARPAbet in any case, with or without stress digit: `'AA1'`, `'ow'`, `'pau'`.
 * @returns `'rest'` for silence and for sounds that are not known.
 *
 * @example
 * ```ts
 * import { mouthFor } from '@filmai/storyboard/figure';
 *
 * console.log(mouthFor('AA1'), mouthFor('m'), mouthFor('pau')); // a m rest
 * ```
 */
export function mouthFor(phone: string): MouthName {
  return PHONES[phone.toLowerCase().replace(/\d+$/, '')] ?? 'rest';
}
