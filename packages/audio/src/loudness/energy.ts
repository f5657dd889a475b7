/** @file The weighted energy of a sound over time, from which every loudness figure is read. */
import type { Sound } from '@filmai/core-tensor/samples';
import { kWeighting } from './k-weighting.js';

/** Cells in a second: gating blocks begin every tenth of a second, meters here move every hundredth. */
export const CELLS_PER_SECOND = 100;

/** Weights of surround channels by the number of channels: L; L R; L R C; L R Ls Rs; L R C Ls Rs; L R C LFE Ls Rs. */
const WEIGHTS: readonly (readonly number[])[] = [
  [1],
  [1, 1],
  [1, 1, 1],
  [1, 1, 1.41, 1.41],
  [1, 1, 1, 1.41, 1.41],
  [1, 1, 1, 0, 1.41, 1.41],
];

/** Running sums of weighted energy. */
export interface EnergyCurve {
  /** Energy from the start to each cell's border: one more entry than cells. */
  sums: Float64Array;
  /** Samples from the start to each border. */
  borders: Float64Array;
}

/**
 * Filters all channels and sums their energy in cells of 10 ms. A last cell that is not whole is left out.
 *
 * @param sound - 1 to 6 channels.
 * @throws RangeError for more channels.
 */
export function measureEnergy(sound: Sound): EnergyCurve {
  const weights = WEIGHTS[sound.channels.length - 1];
  if (!weights) throw new RangeError(`measureLoudness: expected 1 to 6 channels, got ${sound.channels.length}`);
  const cells = Math.floor((sound.channels[0].length * CELLS_PER_SECOND) / sound.sampleRate);
  const borders = Float64Array.from({ length: cells + 1 }, (_, cell) => Math.round((cell * sound.sampleRate) / CELLS_PER_SECOND));
  const sums = new Float64Array(cells + 1);
  for (const [index, samples] of sound.channels.entries()) {
    if (weights[index] > 0) addChannel(samples, weights[index], sound.sampleRate, borders, sums);
  }
  for (let cell = 1; cell <= cells; cell++) sums[cell] += sums[cell - 1];
  return { sums, borders };
}

/** Adds one channel's energy to the cells; both sections run in one pass, as transposed direct form II. */
function addChannel(samples: Float32Array, weight: number, sampleRate: number, borders: Float64Array, sums: Float64Array): void {
  const { shelf: s, highPass: h } = kWeighting(sampleRate);
  const { b0, b1, b2, a1, a2 } = s;
  const h1 = h.a1;
  const h2 = h.a2;
  let s1 = 0;
  let s2 = 0;
  let t1 = 0;
  let t2 = 0;
  for (let cell = 0; cell + 1 < borders.length; cell++) {
    let energy = 0;
    for (let i = borders[cell]; i < borders[cell + 1]; i++) {
      const x = samples[i];
      const y = b0 * x + s1;
      s1 = b1 * x - a1 * y + s2;
      s2 = b2 * x - a2 * y;
      const z = y + t1;
      t1 = t2 - 2 * y - h1 * z;
      t2 = y - h2 * z;
      energy += z * z;
    }
    // Filters that ring out in silence would crawl through denormal numbers.
    if (energy < 1e-30) s1 = s2 = t1 = t2 = 0;
    sums[cell + 1] += weight * energy;
  }
}

/**
 * Mean energy of a window of cells.
 *
 * @param curve - From `measureEnergy`.
 * @param start - First cell.
 * @param cells - How many.
 */
export function meanEnergy({ sums, borders }: EnergyCurve, start: number, cells: number): number {
  return Math.max(0, sums[start + cells] - sums[start]) / (borders[start + cells] - borders[start]);
}

/** Loudness in LUFS of a mean energy; −Infinity for none. */
export function toLufs(energy: number): number {
  return energy > 0 ? -0.691 + 10 * Math.log10(energy) : -Infinity;
}
