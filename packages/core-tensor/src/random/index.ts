/**
 * @file Seeded random numbers. Every random choice in every package comes from a seed in the call, through this generator,
 * so that the same seed on the same machine gives the same result. Streams split by name: adding a draw in one part of a
 * program does not move the numbers of another.
 *
 * The generator is sfc32 (Chris Doty-Humphrey, PractRand), 128 bits of state; seeds are hashed with MurmurHash3's mixer.
 */

/** A stream of random numbers. Its state is four 32-bit words, so that it can be saved and resumed. */
export interface Random {
  /** The next number, uniform in [0, 1), with 32 bits of resolution. */
  next(): number;
  /** Uniform in [low, high). */
  range(low: number, high: number): number;
  /** A whole number, uniform in low…high, both included. */
  integer(low: number, high: number): number;
  /** Normal with the given mean (default 0) and standard deviation (default 1). */
  normal(mean?: number, deviation?: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** One entry of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** A copy of a list in random order. */
  shuffle<T>(list: readonly T[]): T[];
  /** A new stream that depends on this stream's seed and the name alone, not on what has been drawn from it. */
  split(name: string | number): Random;
  /** The state, for a checkpoint; give it to `restoreRandom`. */
  save(): RandomState;
}

/** A saved stream. Plain JSON. */
export interface RandomState {
  /** The hashed seed, from which `split` derives. */
  seed: number;
  /** The four words of the generator. */
  words: [number, number, number, number];
}

/**
 * Starts a stream of random numbers.
 *
 * @param seed - Any number or text; equal seeds give equal streams.
 * @returns The stream.
 * @throws TypeError where the seed is neither a finite number nor text.
 * @example
 * ```ts
 * import { createRandom } from '@filmai/core-tensor/random';
 *
 * const random = createRandom(7);
 * console.log(random.integer(1, 6) === createRandom(7).integer(1, 6)); // true
 * ```
 */
export function createRandom(seed: number | string): Random {
  if (typeof seed !== 'string' && !Number.isFinite(seed))
    throw new TypeError(`createRandom: seed must be a finite number or text, got ${String(seed)}`);
  const hashed = hash(String(seed));
  const words: RandomState['words'] = [hashed, mix(hashed ^ 0x9e3779b9), mix(hashed ^ 0x243f6a88), 1];
  const random = restoreRandom({ seed: hashed, words });
  for (let warm = 0; warm < 12; warm++) random.next();
  return random;
}

/**
 * Goes on with a saved stream.
 *
 * @param state - What `save` returned; it is not changed.
 * @returns A stream whose next number is the one that the saved stream would have given.
 * @example
 * ```ts
 * import { createRandom, restoreRandom } from '@filmai/core-tensor/random';
 *
 * const random = createRandom('film');
 * const copy = restoreRandom(random.save());
 * console.log(random.next() === copy.next()); // true
 * ```
 */
export function restoreRandom(state: RandomState): Random {
  let [a, b, c, counter] = state.words;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  const range = (low: number, high: number): number => low + (high - low) * next();
  const integer = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    range,
    integer,
    // Box and Muller (1958); 1 − next() keeps the logarithm finite.
    normal: (mean = 0, deviation = 1) => mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    chance: (probability) => next() < probability,
    pick: (list) => {
      if (list.length === 0) throw new RangeError('pick: the list is empty');
      return list[integer(0, list.length - 1)];
    },
    shuffle: (list) => {
      const copy = [...list];
      for (let i = copy.length - 1; i > 0; i--) {
        const j = integer(0, i);
        [copy[i], copy[j]] = [copy[j], copy[i]];
      }
      return copy;
    },
    split: (name) => createRandom(`${state.seed}/${name}`),
    save: () => ({ seed: state.seed, words: [a, b, c, counter] }),
  };
}

/** FNV-1a over the text's UTF-16 units, finished by the mixer. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return mix(value);
}

/** MurmurHash3's 32-bit finaliser. */
function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
