/** @file Smooth noise from a seed: values on a lattice of whole numbers, blended in between (Perlin 1985, in its simplest form). */
import type { Random } from '@filmai/core-tensor/random';

const PERIOD = 256;

/** Smooth noise over three coordinates, −1…1, with features about one unit wide; it repeats every 256 units. */
export type Noise = (x: number, y: number, z: number) => number;

/** Makes a noise. */
export function createNoise(random: Random): Noise {
  const order = random.shuffle(Array.from({ length: PERIOD }, (_, i) => i));
  const shuffled = Uint8Array.from(order);
  const values = Float32Array.from(order, () => random.range(-1, 1));
  const mask = PERIOD - 1;
  return (x, y, z) => {
    const column = Math.floor(x);
    const row = Math.floor(y);
    const layer = Math.floor(z);
    const fx = ease(x - column);
    const fy = ease(y - row);
    const fz = ease(z - layer);
    let sum = 0;
    for (let corner = 0; corner < 8; corner++) {
      const right = corner & 1;
      const below = (corner >> 1) & 1;
      const behind = corner >> 2;
      const hash = shuffled[(shuffled[(shuffled[(column + right) & mask] + row + below) & mask] + layer + behind) & mask];
      sum += values[hash] * (right ? fx : 1 - fx) * (below ? fy : 1 - fy) * (behind ? fz : 1 - fz);
    }
    return sum;
  };
}

function ease(t: number): number {
  return t * t * (3 - 2 * t);
}
