/** @file Chance without an end: a hash gives every point of a lattice of whole numbers its number, however far out, and no table repeats. */

/**
 * The number of a point: equal points have equal numbers, neighbours have nothing in common.
 *
 * @returns 0…1.
 */
export function latticeUniform(seed: number, x: number, y: number, z: number): number {
  let h = Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ Math.imul(z, 0x61c88647) ^ seed;
  // The finaliser of MurmurHash3.
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 4_294_967_296;
}
