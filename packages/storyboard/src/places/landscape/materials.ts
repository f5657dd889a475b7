/** @file The paints outdoor things are made of, and how light and snow change them. */
import type { Surface } from '../../world/scene.js';
import type { V3 } from '../../world/vector.js';
import type { DayTime, PlaceRequest } from '../place.js';

/** A surface before it belongs to a silhouette group. Tones run from 0 (ink) to 1 (paper). */
export type Paint = Omit<Surface, 'group'>;

export const TIMBER: Paint = { tone: 0.62, tint: [0.85, 0.7, 0.55] };
export const DARK_TIMBER: Paint = { tone: 0.4, tint: [0.82, 0.7, 0.58] };
export const STONE: Paint = { tone: 0.74, tint: [0.95, 0.94, 0.9] };
export const DARK_STONE: Paint = { tone: 0.52, tint: [0.9, 0.88, 0.84] };
export const CONCRETE: Paint = { tone: 0.76, tint: [0.94, 0.95, 0.96] };
export const STEEL: Paint = { tone: 0.5, tint: [0.86, 0.92, 1] };
export const IRON: Paint = { tone: 0.24, tint: [0.9, 0.94, 1], line: 0.9 };
export const RUBBER: Paint = { tone: 0.16 };
export const WHITEWASH: Paint = { tone: 0.95 };
export const RUST: Paint = { tone: 0.5, tint: [1, 0.66, 0.48] };
export const CANVAS: Paint = { tone: 0.8, tint: [1, 0.93, 0.8], soft: 'leaf', line: 0.9 };
export const DARK_GLASS: Paint = { tone: 0.28, tint: [0.8, 0.9, 1], line: 0.8 };
export const LAMPLIGHT: Paint = { tone: 1, glow: 0.97, tint: [1, 0.88, 0.6], line: 0.7 };
export const WARM_WINDOW: Paint = { tone: 1, glow: 0.95, tint: [1, 0.86, 0.55], line: 0.8 };
export const COLD_WINDOW: Paint = { tone: 1, glow: 0.9, tint: [0.88, 0.95, 1], line: 0.8 };
export const TAIL_LIGHT: Paint = { tone: 0.55, tint: [1, 0.35, 0.3], line: 0.7 };

/** House paints that sit well side by side. */
export const WALL_TINTS: readonly V3[] = [
  [1, 0.9, 0.78],
  [0.86, 0.92, 1],
  [1, 0.82, 0.76],
  [0.95, 0.95, 0.88],
  [0.9, 0.95, 0.86],
  [1, 0.95, 0.7],
];

/** Brick, from red to sand. */
export const BRICK_TINTS: readonly V3[] = [
  [1, 0.76, 0.66],
  [0.96, 0.82, 0.72],
  [0.9, 0.8, 0.76],
];

/** Car body colours. */
export const BODY_TINTS: readonly V3[] = [
  [0.92, 0.5, 0.44],
  [0.6, 0.74, 0.95],
  [0.9, 0.9, 0.88],
  [0.66, 0.8, 0.7],
  [1, 0.86, 0.55],
  [0.7, 0.7, 0.76],
];

/** True when lamps are on. */
export function isDark(time: DayTime): boolean {
  return time === 'night' || time === 'dusk';
}

/** Share of windows that are lit, 0 to 1. */
export function litShare(time: DayTime): number {
  return { dawn: 0.18, day: 0, dusk: 0.42, night: 0.34 }[time];
}

/** What covers the ground and the roofs under this request. */
export interface Cover {
  snow: boolean;
  grass: Paint;
  earth: Paint;
  sand: Paint;
  rock: Paint;
  path: Paint;
  asphalt: Paint;
  paving: Paint;
  roof: Paint;
  slate: Paint;
  leaf: Paint;
  needle: Paint;
  far: Paint;
}

/** The paints of ground, roofs and leaves; snow turns what faces the sky to paper. */
export function coverOf(request: PlaceRequest): Cover {
  const snow = request.weather === 'snow';
  const under = (paint: Paint): Paint => (snow ? { ...paint, tone: 0.97, tint: [0.96, 0.98, 1] } : paint);
  return {
    snow,
    grass: under({ tone: 0.79, tint: [0.92, 0.95, 0.82], crease: 0.6 }),
    earth: under({ tone: 0.7, tint: [0.94, 0.86, 0.72], crease: 0.6 }),
    sand: under({ tone: 0.93, tint: [1, 0.93, 0.78], crease: 0.6 }),
    rock: under({ tone: 0.6, tint: [0.92, 0.88, 0.82], crease: 0.8 }),
    path: under({ tone: 0.95, tint: [1, 0.94, 0.84], line: 0.6 }),
    asphalt: under({ tone: 0.58, tint: [0.94, 0.95, 1], soft: 'water' }),
    paving: under({ tone: 0.78, tint: [0.98, 0.96, 0.92] }),
    roof: under({ tone: 0.45, tint: [0.86, 0.62, 0.55], line: 1.1 }),
    slate: under({ tone: 0.42, tint: [0.78, 0.82, 0.92], line: 1.1 }),
    leaf: snow
      ? { tone: 0.82, tint: [0.94, 0.97, 1], soft: 'leaf', line: 0.8 }
      : { tone: 0.55, tint: [0.78, 0.88, 0.7], soft: 'leaf', line: 0.8 },
    needle: snow
      ? { tone: 0.7, tint: [0.9, 0.97, 0.96], soft: 'leaf', line: 0.8 }
      : { tone: 0.36, tint: [0.72, 0.86, 0.74], soft: 'leaf', line: 0.8 },
    far: { tone: 0.7, tint: [0.9, 0.94, 1] },
  };
}

/** A paint made lighter or darker by a factor. */
export function shade(paint: Paint, factor: number): Paint {
  return { ...paint, tone: Math.min(1, paint.tone * factor) };
}
