/** @file Value noise: the irregularity of paper, brush and weather. A function of position alone, equal on every machine. */

const SIZE = 512;
const MASK = SIZE - 1;

/** A whole-number hash of two whole numbers, 0…1. */
export function hash(x: number, y: number): number {
  let h = Math.imul(x, 374761393) + Math.imul(y, 668265263);
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

/** Smooth value noise in the plane, 0…1, with a grain of one unit. */
export function noise2(x: number, y: number): number {
  const xi = Math.floor(x);
  const yi = Math.floor(y);
  let fx = x - xi;
  let fy = y - yi;
  fx = fx * fx * (3 - 2 * fx);
  fy = fy * fy * (3 - 2 * fy);
  const a = hash(xi, yi);
  const b = hash(xi + 1, yi);
  const c = hash(xi, yi + 1);
  const d = hash(xi + 1, yi + 1);
  return a + (b - a) * fx + (c - a) * fy + (a - b - c + d) * fx * fy;
}

/** Octaves of noise, each twice as fine and half as strong as the one before; 0…1. */
export function fbm(x: number, y: number, octaves = 4): number {
  let sum = 0;
  let total = 0;
  let weight = 0.5;
  let u = x;
  let v = y;
  for (let i = 0; i < octaves; i++) {
    sum += weight * noise2(u, v);
    total += weight;
    u = u * 2.03 + 17.1;
    v = v * 2.03 + 9.7;
    weight *= 0.5;
  }
  return sum / total;
}

let texture: Float32Array | undefined;

/** Wrapping noise of five octaves, 512 × 512, so that noise at a pixel is one read from an array. Values 0…1. */
export function noiseTex(): Float32Array {
  if (texture) return texture;
  const made = new Float32Array(SIZE * SIZE);
  for (const [period, weight] of [
    [8, 0.36],
    [16, 0.26],
    [32, 0.18],
    [64, 0.12],
    [128, 0.08],
  ]) {
    const corner = (i: number, j: number): number => hash((i % period) + period * 131, (j % period) + period * 57);
    for (let y = 0; y < SIZE; y++) {
      for (let x = 0; x < SIZE; x++) {
        const u = (x / SIZE) * period;
        const v = (y / SIZE) * period;
        const xi = Math.floor(u);
        const yi = Math.floor(v);
        let fx = u - xi;
        let fy = v - yi;
        fx = fx * fx * (3 - 2 * fx);
        fy = fy * fy * (3 - 2 * fy);
        const a = corner(xi, yi);
        const b = corner(xi + 1, yi);
        const c = corner(xi, yi + 1);
        const d = corner(xi + 1, yi + 1);
        made[y * SIZE + x] += weight * (a + (b - a) * fx + (c - a) * fy + (a - b - c + d) * fx * fy);
      }
    }
  }
  texture = made;
  return made;
}

/** Reads the noise texture at whole coordinates, which wrap. */
export const texAt = (t: Float32Array, x: number, y: number): number => t[((y & MASK) << 9) | (x & MASK)];

/** Reads the noise texture between its points. */
export function texLin(t: Float32Array, x: number, y: number): number {
  const xi = Math.floor(x);
  const yi = Math.floor(y);
  const fx = x - xi;
  const fy = y - yi;
  const a = texAt(t, xi, yi);
  const b = texAt(t, xi + 1, yi);
  const c = texAt(t, xi, yi + 1);
  const d = texAt(t, xi + 1, yi + 1);
  return a + (b - a) * fx + (c - a) * fy + (a - b - c + d) * fx * fy;
}
