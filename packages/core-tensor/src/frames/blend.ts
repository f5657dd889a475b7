/**
 * @file Blend modes: how the colours of a picture mix with what is below it. Formulas of the W3C's "Compositing and Blending Level 1"
 * (9. Blending, 5.1 Simple alpha compositing with source-over), and "add", which sums the light.
 */
import { checkRange, checkSameSize } from './frame.js';
import type { Frame } from './frame.js';
import { frameFrom, runOnArrays } from './frame-pass.js';
import type { PassDefinition, PassRunner, Rows } from './frame-pass.js';

/** Names of the blend modes, as in CSS; the order is their number in the kernel. */
export const BLEND_MODES = [
  'normal',
  'multiply',
  'screen',
  'overlay',
  'darken',
  'lighten',
  'color-dodge',
  'color-burn',
  'hard-light',
  'soft-light',
  'difference',
  'exclusion',
  'add',
  'hue',
  'saturation',
  'color',
  'luminosity',
] as const;

/** One of {@link BLEND_MODES}. */
export type BlendMode = (typeof BLEND_MODES)[number];

/**
 * Lays a picture over another with a blend mode.
 *
 * @param below - The backdrop; is not changed.
 * @param above - The source, of the same size.
 * @param options - `mode`: default `'normal'`. `opacity`: scales the upper picture's alpha, 0…1, default 1.
 * @returns A new frame with the time of the lower one.
 * @throws RangeError where sizes differ, the mode is unknown or the opacity out of range.
 * @example
 * ```ts
 * import { blendFrames, createFrame } from '@filmai/core-tensor/frames';
 *
 * const wall = createFrame(1, 1, { fill: [100, 100, 100, 255] });
 * const fire = createFrame(1, 1, { fill: [200, 90, 0, 255] });
 * console.log([...blendFrames(wall, fire, { mode: 'add' }).data]); // [ 255, 190, 100, 255 ]
 * ```
 */
export function blendFrames(below: Frame, above: Frame, options: { mode?: BlendMode; opacity?: number } = {}): Frame {
  return blendWith(runOnArrays, below, above, options);
}

/** As {@link blendFrames}, on a machine of choice. */
export function blendWith(
  run: PassRunner,
  below: Frame,
  above: Frame,
  { mode = 'normal', opacity = 1 }: { mode?: BlendMode; opacity?: number } = {},
): Frame {
  checkSameSize('blendFrames', below, above);
  checkRange('blendFrames', 'opacity', opacity, 0, 1);
  const number = BLEND_MODES.indexOf(mode);
  if (number < 0) throw new RangeError(`blendFrames: mode must be one of ${BLEND_MODES.join(', ')}; got '${mode}'`);
  const { width, height } = below;
  const pass = {
    definition: blendDefinition,
    inputs: [below, above, number, opacity],
    width,
    height,
    loop: (out: Uint8ClampedArray) => blendLoop(below.data, above.data, number, opacity, out),
  };
  return frameFrom(run, pass, below.seconds);
}

/* The definition: see frame-pass.ts for what these functions may do. Colours in 0…1; b below (backdrop), s above (source). */

function softLight(b: number, s: number): number {
  if (s <= 0.5) {
    return b - (1 - 2 * s) * b * (1 - b);
  }
  if (b <= 0.25) {
    return b + (2 * s - 1) * (((16 * b - 12) * b + 4) * b - b);
  }
  return b + (2 * s - 1) * (Math.sqrt(b) - b);
}

function hardLight(b: number, s: number): number {
  if (s <= 0.5) {
    return b * 2 * s;
  }
  return b + (2 * s - 1) - b * (2 * s - 1);
}

function dodged(b: number, s: number): number {
  if (b <= 0) {
    return 0;
  }
  if (s >= 1) {
    return 1;
  }
  return Math.min(1, b / (1 - s));
}

function burned(b: number, s: number): number {
  if (b >= 1) {
    return 1;
  }
  if (s <= 0) {
    return 0;
  }
  return 1 - Math.min(1, (1 - b) / s);
}

function blendOne(mode: number, b: number, s: number): number {
  if (mode < 0.5) {
    return s;
  }
  if (mode < 1.5) {
    return b * s;
  }
  if (mode < 2.5) {
    return b + s - b * s;
  }
  if (mode < 3.5) {
    return hardLight(s, b);
  }
  if (mode < 4.5) {
    return Math.min(b, s);
  }
  if (mode < 5.5) {
    return Math.max(b, s);
  }
  if (mode < 6.5) {
    return dodged(b, s);
  }
  if (mode < 7.5) {
    return burned(b, s);
  }
  if (mode < 8.5) {
    return hardLight(b, s);
  }
  if (mode < 9.5) {
    return softLight(b, s);
  }
  if (mode < 10.5) {
    return Math.abs(b - s);
  }
  if (mode < 11.5) {
    return b + s - 2 * b * s;
  }
  return Math.min(1, b + s);
}

/** The specification's Lum. */
function lightness(r: number, g: number, b: number): number {
  return 0.3 * r + 0.59 * g + 0.11 * b;
}

/** The specification's Sat. */
function colourfulness(r: number, g: number, b: number): number {
  return Math.max(r, Math.max(g, b)) - Math.min(r, Math.min(g, b));
}

/** One channel, `own`, of the specification's SetLum(colour, light) with its ClipColor. */
function withLightness(own: number, r: number, g: number, b: number, light: number): number {
  const shift = light - lightness(r, g, b);
  const low = Math.min(r, Math.min(g, b)) + shift;
  const high = Math.max(r, Math.max(g, b)) + shift;
  let value = own + shift;
  if (low < 0) {
    value = light + ((value - light) * light) / (light - low);
  }
  if (high > 1) {
    value = light + ((value - light) * (1 - light)) / (high - light);
  }
  return value;
}

/** One channel of the specification's SetSat(colour, amount). */
function withColourfulness(own: number, r: number, g: number, b: number, amount: number): number {
  const low = Math.min(r, Math.min(g, b));
  const spread = colourfulness(r, g, b);
  if (spread <= 0) {
    return 0;
  }
  return ((own - low) * amount) / spread;
}

/** One channel (`ownB` below, `ownS` above) of the modes that look at the whole colour. */
function blendWhole(
  mode: number,
  ownB: number,
  rb: number,
  gb: number,
  bb: number,
  ownS: number,
  rs: number,
  gs: number,
  bs: number,
): number {
  const light = lightness(rb, gb, bb);
  if (mode < 13.5) {
    const amount = colourfulness(rb, gb, bb);
    const own = withColourfulness(ownS, rs, gs, bs, amount);
    const r = withColourfulness(rs, rs, gs, bs, amount);
    const g = withColourfulness(gs, rs, gs, bs, amount);
    const b = withColourfulness(bs, rs, gs, bs, amount);
    return withLightness(own, r, g, b, light);
  }
  if (mode < 14.5) {
    const amount = colourfulness(rs, gs, bs);
    const own = withColourfulness(ownB, rb, gb, bb, amount);
    const r = withColourfulness(rb, rb, gb, bb, amount);
    const g = withColourfulness(gb, rb, gb, bb, amount);
    const b = withColourfulness(bb, rb, gb, bb, amount);
    return withLightness(own, r, g, b, light);
  }
  if (mode < 15.5) {
    return withLightness(ownS, rs, gs, bs, light);
  }
  return withLightness(ownB, rb, gb, bb, lightness(rs, gs, bs));
}

/** Source-over with the blended colour: both alphas in 0…1, colours in 0…1. */
function composed(blended: number, own: number, alphaAbove: number, under: number, alphaBelow: number): number {
  const union = alphaAbove + alphaBelow * (1 - alphaAbove);
  if (union <= 0) {
    return 0;
  }
  return (alphaAbove * ((1 - alphaBelow) * own + alphaBelow * blended) + (1 - alphaAbove) * alphaBelow * under) / union;
}

function blendValue(x: number, y: number, below: Rows, above: Rows, mode: number, opacity: number): number {
  const first = Math.floor(x / 4) * 4;
  const alphaAbove = (above[y][first + 3] / 255) * opacity;
  const alphaBelow = below[y][first + 3] / 255;
  if (x - first > 2.5) {
    return (alphaAbove + alphaBelow * (1 - alphaAbove)) * 255;
  }
  const under = below[y][x] / 255;
  const own = above[y][x] / 255;
  let blended = 0;
  if (mode < 12.5) {
    blended = blendOne(mode, under, own);
  } else {
    blended = blendWhole(
      mode,
      under,
      below[y][first] / 255,
      below[y][first + 1] / 255,
      below[y][first + 2] / 255,
      own,
      above[y][first] / 255,
      above[y][first + 1] / 255,
      above[y][first + 2] / 255,
    );
  }
  return composed(blended, own, alphaAbove, under, alphaBelow) * 255;
}

export const blendDefinition: PassDefinition = {
  name: 'blend',
  value: blendValue,
  uses: [
    softLight,
    hardLight,
    dodged,
    burned,
    blendOne,
    lightness,
    colourfulness,
    withLightness,
    withColourfulness,
    blendWhole,
    composed,
  ],
};

/** The same pixel by pixel; clear pixels above are passed over, and modes of single channels read from a table of all pairs. */
function blendLoop(
  below: Uint8ClampedArray,
  above: Uint8ClampedArray,
  mode: number,
  opacity: number,
  out: Uint8ClampedArray,
): void {
  const pairs = mode > 12 ? undefined : pairTable(mode);
  for (let p = 0; p < out.length; p += 4) {
    const alphaAbove = (above[p + 3] / 255) * opacity;
    const alphaBelow = below[p + 3] / 255;
    if (alphaAbove === 0) {
      // A clear backdrop has no colour, as in the definition.
      for (let c = p; c < p + 4; c++) out[c] = alphaBelow === 0 ? 0 : below[c];
      continue;
    }
    const union = alphaAbove + alphaBelow * (1 - alphaAbove);
    out[p + 3] = union * 255;
    const mixed = (alphaAbove * alphaBelow) / union;
    const alone = (alphaAbove * (1 - alphaBelow)) / union;
    const behind = ((1 - alphaAbove) * alphaBelow) / union;
    for (let c = p; c < p + 3; c++) {
      const blended = pairs
        ? pairs[below[c] * 256 + above[c]]
        : 255 *
          blendWhole(
            mode,
            below[c] / 255,
            below[p] / 255,
            below[p + 1] / 255,
            below[p + 2] / 255,
            above[c] / 255,
            above[p] / 255,
            above[p + 1] / 255,
            above[p + 2] / 255,
          );
      out[c] = mixed * blended + alone * above[c] + behind * below[c];
    }
  }
}

/** What a mode makes of each pair of levels, 0…255. */
function pairTable(mode: number): Float32Array {
  const table = new Float32Array(65_536);
  for (let b = 0, at = 0; b < 256; b++) for (let s = 0; s < 256; s++, at++) table[at] = 255 * blendOne(mode, b / 255, s / 255);
  return table;
}
