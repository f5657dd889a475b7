/**
 * @file Draws a gas into a frame: light falls on its smoke from above on the left, then heat, cover and light are enlarged from cells to
 * pixels with cubic B-splines (smooth enough for clean edges) and looked up in a table of colours.
 */
import type { Frame } from '@filmai/core-tensor/frames';
import type { Gas } from './fluid.js';
import type { GasDomain } from './gas-domain.js';
import { COVER_STEPS, HEAT_STEPS, HOTTEST, LIGHT_STEPS } from './gas-tones.js';

/** Thickness of smoke: what a soot of 1 takes from the light that comes through. */
const EXTINCTION = 1.5;
/** What smoke takes from the light on its way down, per soot and width of the source. */
const SHADE = 2.3;
/** How strongly a slope in the soot turns smoke to the light. */
const RELIEF = 1 / 46;
/** Sideways way of the light per row. */
const LIGHT_SLANT = 0.6;
/** Gas fades out over this part of its box's sides. */
const FADE = 0.14;
/** And over this many cells at its bed's front edge. */
const FOOT_FADE = 3;

/** Draws gas into frames of one size. */
export interface GasPainter {
  paint(frame: Frame, gas: Gas): void;
}

/** Four neighbouring cells and what they weigh, for each pixel along a line. */
interface Spline {
  first: number;
  count: number;
  cell: Int32Array;
  weights: Float32Array;
}

/** Prepares painting; `table` comes from `createGasTable`. */
export function createGasPainter(width: number, height: number, domain: GasDomain, table: Uint32Array): GasPainter {
  const { columns, rows } = domain;
  const across = splineAlong(width, height, domain.left, domain.cell, columns);
  const down = splineAlong(height, height, domain.top, domain.cell, rows);
  // Heat, cover and light in steps of the table: per cell, then enlarged across.
  const optics = [0, 1, 2].map(() => new Float32Array(columns * rows));
  const wide = [0, 1, 2].map(() => new Float32Array(across.count * rows));
  return {
    paint(frame, gas) {
      const seen = measureOptics(gas, optics, domain);
      if (!seen) return;
      enlargeAcross(optics, wide, columns, across, seen);
      enlargeDown(frame, wide, across, down, seen, table);
    },
  };
}

/** Pixels whose four cells all exist. */
function splineAlong(pixels: number, height: number, start: number, cell: number, cells: number): Spline {
  const placeOf = (pixel: number): number => ((pixel + 0.5) / height - start) / cell - 0.5;
  let first = 0;
  while (first < pixels && placeOf(first) < 1) first++;
  let end = first;
  while (end < pixels && placeOf(end) < cells - 2) end++;
  const count = end - first;
  const spline: Spline = { first, count, cell: new Int32Array(count), weights: new Float32Array(4 * count) };
  for (let i = 0; i < count; i++) {
    const place = placeOf(first + i);
    const t = place - Math.floor(place);
    spline.cell[i] = Math.floor(place) - 1;
    spline.weights.set(
      [(1 - t) ** 3 / 6, (3 * t ** 3 - 6 * t * t + 4) / 6, (-3 * t ** 3 + 3 * t * t + 3 * t + 1) / 6, t ** 3 / 6],
      4 * i,
    );
  }
  return spline;
}

/** Cells in which anything is to be seen. */
interface Bounds {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

function measureOptics(
  { columns, rows, heat, soot }: Gas,
  [hot, cover, light]: Float32Array[],
  { foot, cellsAcross }: GasDomain,
): Bounds | undefined {
  const seen: Bounds = { top: rows, bottom: -1, left: columns, right: -1 };
  const fade = (place: number): number => Math.min(1, Math.max(0, place) / FADE);
  const sides = Float32Array.from(
    { length: columns },
    (_, column) => fade(column / columns) * fade((columns - 1 - column) / columns),
  );
  const shade = SHADE / cellsAcross;
  const slope = RELIEF * cellsAcross;
  const shine = new Float32Array(columns).fill(1);
  const above = new Float32Array(columns).fill(1);
  for (let row = 0; row < rows; row++) {
    const window = fade(row / rows);
    above.set(shine);
    for (let column = 0, i = row * columns; column < columns; column++, i++) {
      const edge = window * sides[column] * Math.min(1, Math.max(0, (foot[column] - row) / FOOT_FADE));
      const s = soot[i] * edge;
      const h = Math.min(HOTTEST, heat[i] * edge);
      const came = column > 0 ? above[column] + (above[column - 1] - above[column]) * LIGHT_SLANT : 1;
      // A little light comes back from the side, so that deep smoke is not black.
      shine[column] = came * Math.exp(-shade * s) + 0.02 * (1 - came);
      hot[i] = (h * (HEAT_STEPS - 1)) / HOTTEST;
      cover[i] = (1 - Math.exp(-EXTINCTION * s)) * (COVER_STEPS - 1);
      const inner = row > 0 && row < rows - 1 && column > 0 && column < columns - 1;
      // Billows bulge towards the camera where they are thick: their upper left side is turned to the light.
      const relief = inner ? slope * (soot[i + 1] + soot[i + columns] - soot[i - 1] - soot[i - columns]) : 0;
      const lit = 0.12 + 0.6 * shine[column] + 0.5 * (relief / (0.5 + Math.abs(relief) + 0.4 * s));
      light[i] = Math.min(1, Math.max(0, lit)) * (LIGHT_STEPS - 1) + 0.5;
      if (light[i] > LIGHT_STEPS - 1) light[i] = LIGHT_STEPS - 1;
      if (h < 0.03 && s < 0.02) continue;
      if (row < seen.top) seen.top = row;
      seen.bottom = row;
      if (column < seen.left) seen.left = column;
      if (column > seen.right) seen.right = column;
    }
  }
  return seen.bottom < 0 ? undefined : { top: seen.top - 2, bottom: seen.bottom + 2, left: seen.left - 2, right: seen.right + 2 };
}

function enlargeAcross(
  optics: Float32Array[],
  wide: Float32Array[],
  columns: number,
  { count, cell, weights }: Spline,
  seen: Bounds,
): void {
  const rows = optics[0].length / columns;
  const bottom = Math.min(rows - 1, seen.bottom + 2);
  for (const [kind, from] of optics.entries()) {
    const to = wide[kind];
    for (let row = Math.max(0, seen.top - 2); row <= bottom; row++) {
      for (let x = 0, w = 0, i = row * count; x < count; x++, w += 4, i++) {
        const at = row * columns + cell[x];
        to[i] =
          from[at] * weights[w] + from[at + 1] * weights[w + 1] + from[at + 2] * weights[w + 2] + from[at + 3] * weights[w + 3];
      }
    }
  }
}

function enlargeDown(
  frame: Frame,
  [hot, cover, light]: Float32Array[],
  across: Spline,
  down: Spline,
  seen: Bounds,
  table: Uint32Array,
): void {
  const pixels = new Uint32Array(frame.data.buffer);
  const { count } = across;
  let from = 0;
  while (from < count && across.cell[from] + 2 < seen.left) from++;
  let to = count;
  while (to > from && across.cell[to - 1] > seen.right) to--;
  for (let y = 0; y < down.count; y++) {
    const row = down.cell[y];
    if (row + 2 < seen.top || row > seen.bottom) continue;
    const a = down.weights[4 * y];
    const b = down.weights[4 * y + 1];
    const c = down.weights[4 * y + 2];
    const d = down.weights[4 * y + 3];
    const out = (down.first + y) * frame.width + across.first;
    const r0 = row * count;
    const r1 = r0 + count;
    const r2 = r1 + count;
    const r3 = r2 + count;
    for (let x = from; x < to; x++) {
      const h = a * hot[r0 + x] + b * hot[r1 + x] + c * hot[r2 + x] + d * hot[r3 + x];
      const s = a * cover[r0 + x] + b * cover[r1 + x] + c * cover[r2 + x] + d * cover[r3 + x];
      if (h < 1 && s < 1) continue;
      const l = a * light[r0 + x] + b * light[r1 + x] + c * light[r2 + x] + d * light[r3 + x];
      pixels[out + x] = table[((h | 0) << 10) | ((s | 0) << 4) | (l | 0)];
    }
  }
}
