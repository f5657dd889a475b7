/** @file What things are made of: a small palette of surfaces, so that rooms of one film belong together. */
import type { Random } from '@filmai/core-tensor/random';
import type { V3 } from '../../world/vector.js';
import type { Paint } from './local.js';

/** Oiled oak, the default wood. */
export const oak: Paint = { tone: 0.62, tint: [0.86, 0.7, 0.54] };
/** Walnut or stained wood. */
export const walnut: Paint = { tone: 0.4, tint: [0.8, 0.62, 0.5] };
/** Birch, pine, laminate. */
export const birch: Paint = { tone: 0.8, tint: [0.96, 0.86, 0.68] };
/** White paint, enamel, porcelain. */
export const white: Paint = { tone: 0.96, line: 0.9 };
/** Light plaster. */
export const plaster: Paint = { tone: 0.92, tint: [1, 0.96, 0.88] };
/** Brushed steel. */
export const steel: Paint = { tone: 0.66, tint: [0.88, 0.94, 1] };
/** Cast iron, black steel. */
export const iron: Paint = { tone: 0.26, tint: [0.86, 0.9, 1] };
/** Brass and gilt. */
export const brass: Paint = { tone: 0.62, tint: [1, 0.82, 0.48] };
/** Grey stone, concrete. */
export const stone: Paint = { tone: 0.68, tint: [0.94, 0.94, 0.96] };
/** Black plastic, screens that are off. */
export const black: Paint = { tone: 0.14, tint: [0.85, 0.9, 1] };
/** Window glass seen from outside or without a world behind it. */
export const glass: Paint = { tone: 0.5, tint: [0.8, 0.92, 1], line: 0.8 };
/** Paper, bed linen. */
export const paper: Paint = { tone: 1, line: 0.7 };
/** Leaves of a pot plant. */
export const leaf: Paint = { tone: 0.5, tint: [0.66, 0.84, 0.6], soft: 'leaf' };

const accents: readonly V3[] = [
  [0.92, 0.5, 0.42],
  [0.52, 0.68, 0.9],
  [0.6, 0.8, 0.62],
  [1, 0.8, 0.46],
  [0.8, 0.6, 0.78],
  [0.5, 0.78, 0.78],
  [0.95, 0.66, 0.5],
];

/** One of the film's accent colours. */
export function accent(random: Random): V3 {
  return random.pick(accents);
}

/** Dyed cloth in a colour of its own. */
export function cloth(random: Random, tone = 0.62, tint: V3 = accent(random)): Paint {
  return { tone, tint, soft: 'cloth' };
}

/** One of the three woods. */
export function anyWood(random: Random): Paint {
  return random.pick([oak, walnut, birch]);
}

/** A copy of a paint that is lighter (above 1) or darker. */
export function shade(paint: Paint, factor: number): Paint {
  return { ...paint, tone: Math.min(1, paint.tone * factor) };
}
