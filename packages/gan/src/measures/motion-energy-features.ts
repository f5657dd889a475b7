/**
 * @file Features of clips without a trained model: how light, how lively and which way each place of the picture moves, as the elements of
 * the space-time structure tensor (after Shechtman & Irani, "Space-Time Behavior Based Correlation", 2005), put through a random
 * projection that keeps distances (Johnson & Lindenstrauss 1984). They see movement and texture, not what is shown; hence the honest name.
 */
import { createRandom } from '@filmai/core-tensor/random';
import type { FeatureFunction } from './feature-matrix.js';
import { checkClip, lumaPlane } from './luma-plane.js';
import type { Picture } from './luma-plane.js';

/** How fine the features look. */
export interface MotionEnergyOptions {
  /** Cells a side over which values are averaged, default 8. */
  grid?: number;
  /** Features of a clip, default 64. Fewer are steadier for few clips. */
  dimensions?: number;
  /** Seed of the projection, default 0: equal seeds make comparable features. */
  seed?: number;
}

/** Numbers of a cell: mean light, its deviation over time, squared changes along x, y, t, and the products of t with x and y. */
const NUMBERS = 7;

/**
 * Features of clips for a Fréchet distance named `'frechet-motion-energy'`.
 *
 * All clips must have the same frames a second; alpha counts as over black.
 *
 * @param options - See {@link MotionEnergyOptions}.
 * @returns A feature function over clips of at least two frames.
 * @throws RangeError where an option is no whole number of at least 1.
 * @example
 * ```ts
 * import { createFrame } from '@filmai/core-tensor/frames';
 * import { extractFeatures, motionEnergyFeatures } from '@filmai/gan/measures';
 *
 * const clip = [10, 200, 30].map((grey) => createFrame(32, 32, { fill: [grey, grey, grey, 255] }));
 * const { columns } = await extractFeatures(motionEnergyFeatures({ dimensions: 16 }), [clip]);
 * console.log(columns); // 16
 * ```
 */
export function motionEnergyFeatures({ grid = 8, dimensions = 64, seed = 0 }: MotionEnergyOptions = {}): FeatureFunction<
  readonly Picture[]
> {
  for (const [name, value] of Object.entries({ grid, dimensions })) {
    if (!Number.isInteger(value) || value < 1)
      throw new RangeError(`motionEnergyFeatures: ${name} must be a whole number of at least 1, got ${value}`);
  }
  const inputs = grid * grid * NUMBERS;
  const random = createRandom(seed).split('motion energy');
  const projection = Float64Array.from({ length: dimensions * inputs }, () => random.normal(0, 1 / Math.sqrt(dimensions)));
  return {
    name: 'motion-energy',
    extract: (clips) =>
      clips.map((clip) => {
        const energies = energiesOf(clip, grid);
        return Float64Array.from({ length: dimensions }, (_, row) => {
          let sum = 0;
          for (let i = 0; i < inputs; i++) sum += projection[row * inputs + i] * energies[i];
          return sum;
        });
      }),
  };
}

/** The numbers of each cell, all in units of light: energies as their roots, with their signs. */
function energiesOf(clip: readonly Picture[], grid: number): Float64Array {
  checkClip('motionEnergyFeatures', clip, 2);
  const [{ width, height }] = clip;
  if (width < grid || height < grid)
    throw new RangeError(`motionEnergyFeatures: frames of ${width}×${height} for a grid of ${grid}×${grid}`);
  const sums = new Float64Array(grid * grid * NUMBERS);
  const counts = new Float64Array(grid * grid);
  const light = new Float64Array(grid * grid);
  const cells = Int32Array.from(
    { length: width * height },
    (_, i) => Math.floor((Math.floor(i / width) * grid) / height) * grid + Math.floor(((i % width) * grid) / width),
  );
  for (const cell of cells) counts[cell]++;
  let before: Float32Array | undefined;
  for (const frame of clip) {
    const { data } = lumaPlane(frame);
    light.fill(0);
    for (let i = 0; i < data.length; i++) {
      light[cells[i]] += data[i];
      if (!before) continue;
      const x = i % width === width - 1 ? 0 : data[i + 1] - data[i];
      const y = i + width >= data.length ? 0 : data[i + width] - data[i];
      const t = data[i] - before[i];
      const at = cells[i] * NUMBERS;
      sums[at + 2] += x * x;
      sums[at + 3] += y * y;
      sums[at + 4] += t * t;
      sums[at + 5] += x * t;
      sums[at + 6] += y * t;
    }
    for (let cell = 0; cell < counts.length; cell++) {
      const mean = light[cell] / counts[cell];
      sums[cell * NUMBERS] += mean;
      sums[cell * NUMBERS + 1] += mean * mean;
    }
    before = data;
  }
  for (let cell = 0; cell < counts.length; cell++) {
    const at = cell * NUMBERS;
    sums[at] /= clip.length;
    sums[at + 1] = Math.sqrt(Math.max(0, sums[at + 1] / clip.length - sums[at] ** 2));
    for (let k = at + 2; k < at + NUMBERS; k++) {
      const energy = sums[k] / (counts[cell] * (clip.length - 1));
      sums[k] = Math.sign(energy) * Math.sqrt(Math.abs(energy));
    }
  }
  return sums;
}
