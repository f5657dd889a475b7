/**
 * @file The few colours that a picture is made of: k-means (Lloyd 1982, started by k-means++) in the OKLab space of Ottosson (2020),
 * where distances are about as big as they look.
 */
import type { Frame } from '@filmai/core-tensor/frames';
import { createRandom, type Random } from '@filmai/core-tensor/random';
import { lumaOf } from './luma.js';

/** One colour of a picture. */
export interface DominantColour {
  /** `'#a1b2c3'` */
  hex: string;
  /** How much of the picture it covers, 0…1. */
  share: number;
}

type Lab = [number, number, number];

const SAMPLES = 4096;
const ROUNDS = 12;

/**
 * Finds the colours that dominate a picture.
 *
 * @param frame - Any frame; transparent pixels are left out.
 * @param options - `count`: how many colours at most, 1…16, default 5. `seed`: of the sampling, default 1.
 * @returns Colours by their share, the largest first; none for a picture that is all transparent.
 * @throws RangeError for a count outside its range; VisionError `BAD_FRAME`.
 * @example
 * ```ts
 * import { createFrame } from '@filmai/core-tensor/frames';
 * import { dominantColours } from '@filmai/vision/composition';
 *
 * console.log(dominantColours(createFrame(8, 8, { fill: [255, 0, 0, 255] }))); // [ { hex: '#ff0000', share: 1 } ]
 * ```
 */
export function dominantColours(
  frame: Frame,
  { count = 5, seed = 1 }: { count?: number; seed?: number | string } = {},
): DominantColour[] {
  if (!Number.isInteger(count) || count < 1 || count > 16)
    throw new RangeError(`dominantColours: count must be 1 to 16, got ${count}`);
  const random = createRandom(seed);
  const points = samplesOf(frame, random);
  if (points.length === 0) return [];
  let centres = startingCentres(points, count, random);
  let owners: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    owners = points.map((point) => nearest(centres, point));
    centres = centres.map((centre, c) => meanOf(points.filter((_, i) => owners[i] === c)) ?? centre);
  }
  return centres
    .map((centre, c) => ({ hex: hexOf(centre), share: owners.filter((owner) => owner === c).length / points.length }))
    .filter(({ share }) => share > 0)
    .toSorted((a, b) => b.share - a.share);
}

function samplesOf(frame: Frame, random: Random): Lab[] {
  const { data } = frame;
  const pixels = lumaOf(frame).length;
  const step = Math.max(1, pixels / SAMPLES);
  const points: Lab[] = [];
  // One sample from each of equal stretches: even cover, no beat with patterns.
  for (let at = 0; at < pixels; at += step) {
    const i = Math.min(pixels - 1, Math.floor(at + random.next() * step)) * 4;
    if (data[i + 3] > 127) points.push(toLab(data[i], data[i + 1], data[i + 2]));
  }
  return points;
}

/** Each next centre is drawn with a chance that grows with the square of its distance to those before (Arthur and Vassilvitskii 2007). */
function startingCentres(points: readonly Lab[], count: number, random: Random): Lab[] {
  const centres = [random.pick(points)];
  while (centres.length < count) {
    const distances = points.map((point) => distance(point, centres[nearest(centres, point)]));
    const total = distances.reduce((sum, one) => sum + one, 0);
    if (total < 1e-9) break;
    let rest = random.next() * total;
    const index = distances.findIndex((one) => (rest -= one) <= 0);
    centres.push(points[index < 0 ? points.length - 1 : index]);
  }
  return centres;
}

function nearest(centres: readonly Lab[], point: Lab): number {
  let best = 0;
  for (let c = 1; c < centres.length; c++) if (distance(point, centres[c]) < distance(point, centres[best])) best = c;
  return best;
}

function distance(a: Lab, b: Lab): number {
  return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
}

function meanOf(points: readonly Lab[]): Lab | undefined {
  if (points.length === 0) return undefined;
  const sum = points.reduce<Lab>((total, point) => [total[0] + point[0], total[1] + point[1], total[2] + point[2]], [0, 0, 0]);
  return [sum[0] / points.length, sum[1] / points.length, sum[2] / points.length];
}

/** sRGB 0…255 to OKLab; the constants are Ottosson's. */
function toLab(red: number, green: number, blue: number): Lab {
  const [r, g, b] = [red, green, blue].map((value) =>
    value <= 10.31475 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4,
  );
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function hexOf([lightness, a, b]: Lab): string {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  const bytes = linear.map((value) =>
    Math.round(255 * Math.min(1, Math.max(0, value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055))),
  );
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
