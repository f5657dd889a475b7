/**
 * @file Shingles of words, the few of them that are kept (winnowing: S. Schleimer, D. Wilkerson, A. Aiken, "Winnowing: Local Algorithms for
 * Document Fingerprinting", SIGMOD 2003), and the sketch by which whole scripts are compared (one permutation hashing: P. Li, A. Owen,
 * C. Zhang, NIPS 2012; empty bins filled as by A. Shrivastava, "Optimal Densification for Fast and Accurate Minwise Hashing", ICML 2017).
 */

/** Words of a shingle. */
export const SHINGLE_WORDS = 5;
/**
 * Shingles of which at least one is kept. Every passage of SHINGLE_WORDS + WINDOW − 1 = 10 shared words or more shares a kept shingle, and
 * 2 / (WINDOW + 1) of all are kept.
 */
const WINDOW = 6;
/** Numbers of a sketch. */
export const SKETCH_BINS = 128;
/** Numbers of a sketch that have to be equal for two scripts to be compared: two of sixty-four pairs would be chance. */
const BAND = 2;

/** A hash for each stretch of {@link SHINGLE_WORDS} words, by its first word. */
export function shingleHashes(words: Uint16Array, size = SHINGLE_WORDS): Uint32Array {
  const count = Math.max(0, words.length - size + 1);
  const hashes = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    let hash = 0x9e3779b9;
    for (let j = 0; j < size; j++) hash = Math.imul(hash ^ words[i + j], 0x85ebca6b) + j;
    hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
    hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
    hashes[i] = (hash ^ (hash >>> 16)) >>> 0;
  }
  return hashes;
}

/**
 * Winnows shingles: of each window the one with the least hash, of equal ones the rightmost, each once.
 *
 * @param hashes - From {@link shingleHashes}.
 * @returns Indices of the kept ones, rising.
 */
export function winnow(hashes: Uint32Array, window = WINDOW): Uint32Array {
  const kept = new Uint32Array(hashes.length);
  let count = 0;
  let least = -1;
  for (let end = Math.min(window, hashes.length); end <= hashes.length && end > 0; end++) {
    const from = Math.max(0, end - window);
    if (least < from) {
      least = from;
      for (let i = from + 1; i < end; i++) if (hashes[i] <= hashes[least]) least = i;
    } else if (hashes[end - 1] <= hashes[least]) least = end - 1;
    if (count === 0 || kept[count - 1] !== least) kept[count++] = least;
  }
  return kept.slice(0, count);
}

/**
 * A sketch of a set of shingles: the share of equal numbers in two sketches estimates the Jaccard resemblance of the sets, with a standard
 * error of at most 0.044.
 *
 * @param hashes - Shingles; how often each occurs makes no difference.
 */
export function sketchOf(hashes: Uint32Array): Uint32Array {
  const sketch = new Uint32Array(SKETCH_BINS).fill(0xffffffff);
  const full = new Uint8Array(SKETCH_BINS);
  for (const hash of hashes) {
    const bin = hash % SKETCH_BINS;
    full[bin] = 1;
    if (hash < sketch[bin]) sketch[bin] = hash;
  }
  if (hashes.length === 0) return sketch;
  const bins = sketch.slice();
  for (let bin = 0; bin < SKETCH_BINS; bin++) {
    // The donor of an empty bin depends on the bin alone, so equal sets fill alike.
    for (let attempt = 1, donor = bin; full[donor] === 0; attempt++) {
      donor = (Math.imul(bin + 1, 0x9e3779b1) + Math.imul(attempt, 0x85ebca77)) >>> 25;
      if (full[donor] === 1) sketch[bin] = bins[donor];
    }
  }
  return sketch;
}

/** The estimated Jaccard resemblance of two sets, 0 to 1. */
export function resemblance(a: Uint32Array, b: Uint32Array): number {
  let equal = 0;
  for (let i = 0; i < SKETCH_BINS; i++) if (a[i] === b[i]) equal++;
  return equal / SKETCH_BINS;
}

/** Keys under which a sketch is filed: scripts that share one are worth comparing (locality-sensitive hashing in bands). */
export function bandKeys(sketch: Uint32Array): number[] {
  return Array.from({ length: SKETCH_BINS / BAND }, (_, band) => {
    let key = band;
    for (let i = band * BAND; i < (band + 1) * BAND; i++) key = Math.imul(key ^ sketch[i], 0x85ebca6b) ^ (sketch[i] >>> 15);
    return key >>> 0;
  });
}
