/** @file A hash for names that must stay the same between runs, machines and versions; not for secrets. */

/**
 * Sixty-four bits of a text as sixteen hexadecimal digits: two lanes of FNV-1a (Fowler, Noll, Vo) with different primes over the
 * UTF-16 units, each finished by the mixer of MurmurHash3 (Appleby 2011).
 *
 * @param text - Any text.
 */
export function stableHash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0xc9dc5118;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x85ebca6b);
  }
  return hex(mix(a ^ (b >>> 15))) + hex(mix(b ^ text.length));
}

function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}
