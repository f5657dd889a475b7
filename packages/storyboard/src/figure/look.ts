/**
 * @file How a person looks, as plain data: body, face, hair, hat and clothes. A look is made by hand or drawn from what the
 * script says (`lookFor`), can be saved as JSON, and gives the same person in every panel.
 */
import type { V3 } from '../world/vector.js';

/** A wash: how light it is (0 black ink … 1 paper) and its weak local colour. */
export interface Paint {
  tone: number;
  tint: V3;
}

/** Hair styles. */
export const HAIR_STYLES = [
  'bald',
  'shaved',
  'crew',
  'short',
  'side',
  'slick',
  'receding',
  'messy',
  'curly',
  'afro',
  'bob',
  'long',
  'wavy',
  'pony',
  'bun',
  'braids',
  'pixie',
  'mohawk',
] as const;
export type HairStyle = (typeof HAIR_STYLES)[number];

/** Head gear. */
export const HAT_STYLES = [
  'beanie',
  'brim',
  'cap',
  'peaked',
  'surgeon',
  'nurse',
  'hardhat',
  'hood',
  'cowboy',
  'space',
  'helmet',
  'beret',
  'headscarf',
  'straw',
  'crown',
  'chef',
  'veil',
] as const;
export type HatStyle = (typeof HAT_STYLES)[number];

export const BEARD_STYLES = ['none', 'stubble', 'moustache', 'goatee', 'full', 'long'] as const;
export type BeardStyle = (typeof BEARD_STYLES)[number];

export const GLASSES_STYLES = ['none', 'round', 'square', 'sun'] as const;
export type GlassesStyle = (typeof GLASSES_STYLES)[number];

/** What makes one face differ from another; each −1 … 1, 0 is average. */
export interface FaceShape {
  /** Width of the jaw. */
  jaw: number;
  /** Length of the chin. */
  chin: number;
  /** Width of the cheekbones; negative is gaunt. */
  cheek: number;
  /** How far the nose stands out. */
  nose: number;
  /** Width of the nose. */
  noseWidth: number;
  /** Thickness of the brows. */
  brow: number;
  /** Size of the eyes. */
  eye: number;
  /** Outer corners up (positive) or down. */
  eyeTilt: number;
  /** Fullness of the lips. */
  lips: number;
  /** Size of the ears. */
  ears: number;
}

/** One person. */
export interface Look {
  /** Standing height in metres, 0.7 … 2.2. */
  height: number;
  /** Stoutness: 0.75 thin, 1 average, 1.35 heavy. */
  build: number;
  /** Years; decides proportions (children), wrinkles and stoop (old people). */
  age: number;
  /** Drawn with a woman's or girl's proportions. */
  female: boolean;
  skin: Paint;
  face: FaceShape;
  hair: HairStyle;
  hairPaint: Paint;
  beard: BeardStyle;
  glasses: GlassesStyle;
  hat?: HatStyle;
  hatPaint: Paint;
  /** Name of a registered costume. */
  costume: string;
  /** Paint of the main garment, of trousers or skirt, and of what stands out (tie, shirt, apron). */
  top: Paint;
  bottom: Paint;
  accent: Paint;
  /** A scarf over the costume. */
  scarf?: Paint;
  /** Varies strands, folds and asymmetries. */
  seed: number;
}

/** Skin from light to dark, as wash. */
export const SKINS: readonly Paint[] = [
  { tone: 0.92, tint: [1, 0.88, 0.79] },
  { tone: 0.89, tint: [1, 0.86, 0.74] },
  { tone: 0.86, tint: [1, 0.84, 0.7] },
  { tone: 0.83, tint: [1, 0.84, 0.67] },
  { tone: 0.77, tint: [1, 0.79, 0.6] },
  { tone: 0.7, tint: [1, 0.75, 0.55] },
  { tone: 0.62, tint: [1, 0.71, 0.52] },
  { tone: 0.54, tint: [1, 0.68, 0.5] },
  { tone: 0.46, tint: [1, 0.67, 0.52] },
  { tone: 0.39, tint: [1, 0.7, 0.58] },
];

/** Hair colours by name. */
export const HAIR_PAINTS = {
  black: { tone: 0.13, tint: [0.95, 0.95, 1] },
  dark: { tone: 0.2, tint: [1, 0.88, 0.78] },
  brown: { tone: 0.33, tint: [1, 0.8, 0.62] },
  auburn: { tone: 0.36, tint: [1, 0.62, 0.42] },
  red: { tone: 0.5, tint: [1, 0.58, 0.32] },
  blonde: { tone: 0.74, tint: [1, 0.88, 0.58] },
  grey: { tone: 0.62, tint: [0.97, 0.98, 1] },
  white: { tone: 0.88, tint: [1, 1, 1] },
} as const satisfies Record<string, Paint>;

/** Cloth colours by name. */
export const CLOTH_PAINTS = {
  black: { tone: 0.16, tint: [0.95, 0.95, 1] },
  charcoal: { tone: 0.28, tint: [0.95, 0.97, 1] },
  grey: { tone: 0.5, tint: [0.98, 0.98, 1] },
  navy: { tone: 0.25, tint: [0.72, 0.84, 1] },
  blue: { tone: 0.45, tint: [0.6, 0.8, 1] },
  sky: { tone: 0.7, tint: [0.74, 0.9, 1] },
  teal: { tone: 0.42, tint: [0.58, 0.95, 0.92] },
  green: { tone: 0.42, tint: [0.68, 0.92, 0.62] },
  olive: { tone: 0.4, tint: [0.9, 0.92, 0.62] },
  khaki: { tone: 0.6, tint: [1, 0.92, 0.7] },
  brown: { tone: 0.34, tint: [1, 0.8, 0.62] },
  tan: { tone: 0.62, tint: [1, 0.85, 0.65] },
  beige: { tone: 0.78, tint: [1, 0.93, 0.8] },
  white: { tone: 0.94, tint: [1, 1, 1] },
  cream: { tone: 0.88, tint: [1, 0.96, 0.85] },
  yellow: { tone: 0.8, tint: [1, 0.87, 0.42] },
  orange: { tone: 0.62, tint: [1, 0.68, 0.38] },
  red: { tone: 0.46, tint: [1, 0.46, 0.4] },
  wine: { tone: 0.3, tint: [1, 0.55, 0.58] },
  pink: { tone: 0.72, tint: [1, 0.76, 0.8] },
  purple: { tone: 0.38, tint: [0.86, 0.66, 1] },
} as const satisfies Record<string, Paint>;

/** An average face. */
export const PLAIN_FACE: FaceShape = {
  jaw: 0,
  chin: 0,
  cheek: 0,
  nose: 0,
  noseWidth: 0,
  brow: 0,
  eye: 0,
  eyeTilt: 0,
  lips: 0,
  ears: 0,
};

/** A grown man in a jacket, to start from: `{ ...PLAIN_LOOK, hair: 'afro' }`. */
export const PLAIN_LOOK: Look = {
  height: 1.76,
  build: 1,
  age: 35,
  female: false,
  skin: SKINS[2],
  face: PLAIN_FACE,
  hair: 'short',
  hairPaint: HAIR_PAINTS.dark,
  beard: 'none',
  glasses: 'none',
  hatPaint: CLOTH_PAINTS.charcoal,
  costume: 'jacket',
  top: CLOTH_PAINTS.navy,
  bottom: CLOTH_PAINTS.charcoal,
  accent: CLOTH_PAINTS.white,
  seed: 1,
};

/** How unlike two washes are: 0 the same, about 2 black and white. */
export const paintDistance = (a: Paint, b: Paint): number =>
  2 * Math.abs(a.tone - b.tone) + Math.hypot(a.tint[0] - b.tint[0], a.tint[1] - b.tint[1], a.tint[2] - b.tint[2]);

/**
 * How unlike two people look at a glance: silhouette, hair, colour, height. 0 is the same person; below about 2 an audience
 * mixes them up.
 *
 * @example
 * ```ts
 * import { lookDistance, PLAIN_LOOK } from '@filmai/storyboard/figure';
 *
 * console.log(lookDistance(PLAIN_LOOK, { ...PLAIN_LOOK, hair: 'afro' })); // 1
 * ```
 */
export function lookDistance(a: Look, b: Look): number {
  const gear =
    Number(a.hat !== b.hat) +
    Number(a.hair !== b.hair) +
    0.6 * Number(a.beard !== b.beard) +
    0.5 * Number(a.glasses !== b.glasses);
  const body =
    5 * Math.abs(a.height - b.height) +
    2 * Math.abs(a.build - b.build) +
    Math.min(1.5, Math.abs(a.age - b.age) / 20) +
    Number(a.female !== b.female);
  const colour =
    paintDistance(a.top, b.top) +
    0.4 * paintDistance(a.bottom, b.bottom) +
    0.8 * paintDistance(a.hairPaint, b.hairPaint) +
    paintDistance(a.skin, b.skin);
  return gear + body + colour + 0.8 * Number(a.costume !== b.costume);
}
