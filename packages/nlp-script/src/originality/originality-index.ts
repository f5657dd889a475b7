/** @file The scripts that others are compared with: their words, and a table from fingerprint to place. Scripts can be added at any time. */
import type { Screenplay } from '../screenplay/screenplay.js';
import { bandKeys, shingleHashes, sketchOf, winnow } from './fingerprints.js';
import { wordStreamOf } from './word-stream.js';
import type { WordStream } from './word-stream.js';

/** A script in an index. */
export interface IndexedScript extends WordStream {
  /** The name it is reported by. */
  name: string;
  /** Sketch of its shingles. */
  sketch: Uint32Array;
}

/** Scripts to compare with. Holds no text: of every word sixteen bits and its place. */
export interface OriginalityIndex {
  /** In the order in which they were added. */
  readonly scripts: readonly IndexedScript[];
  /** Adds a script; one of the same name is replaced. */
  add(name: string, screenplay: Screenplay): void;
  /** Takes a script out; false where there is none of that name. */
  remove(name: string): boolean;
  /** Where a shingle stands in the index, as numbers of words from the start of the first script, rising. */
  find(shingle: number): Uint32Array;
  /** The script and the word in it of a number from {@link find}. */
  placeOf(position: number): { script: number; word: number };
  /** Indices of scripts whose sketches share a band with another's. */
  similarTo(sketch: Uint32Array): number[];
}

/** A part of the table: fingerprints in rising order with their places. */
interface Segment {
  hashes: Uint32Array;
  positions: Uint32Array;
}

/** Segments that are searched one after the other before they are merged. */
const MOST_SEGMENTS = 6;
const NOTHING = new Uint32Array(0);

/**
 * Makes an index of scripts.
 *
 * @param scripts - What another index held, from its `scripts`. Default none.
 * @returns The index.
 * @example
 * ```ts
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 * import { createOriginalityIndex } from '@filmai/nlp-script/originality';
 *
 * const index = createOriginalityIndex();
 * index.add('first', parseFountain('INT. HALL - DAY\n\nThe lamp is lit, and nobody sees who did it.\n').screenplay);
 * console.log(index.scripts[0].words.length); // 10
 * ```
 */
export function createOriginalityIndex(scripts: readonly IndexedScript[] = []): OriginalityIndex {
  let held = [...scripts];
  // Number of the first word of each script, one more at the end.
  let bases = [0];
  let segments: Segment[] = [];
  let bands = new Map<number, number[]>();
  /** Scripts that the table knows. */
  let tabled = 0;

  const forget = (): void => {
    bases = [0];
    segments = [];
    bands = new Map();
    tabled = 0;
  };
  const remove = (name: string): boolean => {
    const left = held.filter((script) => script.name !== name);
    if (left.length === held.length) return false;
    held = left;
    forget();
    return true;
  };
  const table = (): void => {
    if (tabled === held.length) return;
    const added = segmentOf(held, tabled, bases);
    for (; tabled < held.length; tabled++) {
      for (const key of bandKeys(held[tabled].sketch)) {
        const known = bands.get(key);
        if (known) known.push(tabled);
        else bands.set(key, [tabled]);
      }
    }
    segments.push(added);
    if (segments.length > MOST_SEGMENTS) segments = [mergeSegments(segments)];
  };

  table();
  return {
    get scripts() {
      return held;
    },
    add(name, screenplay) {
      if (typeof name !== 'string' || name === '') throw new TypeError('add: a script in an index needs a name');
      const stream = wordStreamOf(screenplay);
      remove(name);
      held = [...held, { name, ...stream, sketch: sketchOf(shingleHashes(stream.words)) }];
    },
    remove,
    find(shingle) {
      table();
      const parts = segments.map((segment) => findIn(segment, shingle)).filter((part) => part.length > 0);
      if (parts.length <= 1) return parts[0] ?? NOTHING;
      return Uint32Array.from(parts.flatMap((part) => [...part]));
    },
    placeOf(position) {
      let low = 0;
      let high = held.length;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (bases[middle] <= position) low = middle;
        else high = middle;
      }
      return { script: low, word: position - bases[low] };
    },
    similarTo(sketch) {
      table();
      return [...new Set(bandKeys(sketch).flatMap((key) => bands.get(key) ?? []))].sort((a, b) => a - b);
    },
  };
}

/** Fingerprints of the scripts from a number on; `bases` grows with them. */
function segmentOf(scripts: readonly IndexedScript[], from: number, bases: number[]): Segment {
  const kept: { hashes: Uint32Array; at: Uint32Array; base: number }[] = [];
  let count = 0;
  for (let i = from; i < scripts.length; i++) {
    const hashes = shingleHashes(scripts[i].words);
    const at = winnow(hashes);
    const base = bases[i];
    bases.push(base + scripts[i].words.length);
    kept.push({ hashes: pick(hashes, at), at, base });
    count += at.length;
  }
  const hashes = new Uint32Array(count);
  const positions = new Uint32Array(count);
  let next = 0;
  for (const script of kept) {
    for (let j = 0; j < script.at.length; j++) {
      hashes[next] = script.hashes[j];
      positions[next++] = script.base + script.at[j];
    }
  }
  return sortByHash({ hashes, positions });
}

function pick(values: Uint32Array, at: Uint32Array): Uint32Array {
  const picked = new Uint32Array(at.length);
  for (let i = 0; i < at.length; i++) picked[i] = values[at[i]];
  return picked;
}

function mergeSegments(segments: readonly Segment[]): Segment {
  const count = segments.reduce((sum, { hashes }) => sum + hashes.length, 0);
  const all = { hashes: new Uint32Array(count), positions: new Uint32Array(count) };
  let next = 0;
  // In the order of the scripts, so that equal hashes keep rising positions through the stable sort.
  for (const { hashes, positions } of segments) {
    all.hashes.set(hashes, next);
    all.positions.set(positions, next);
    next += hashes.length;
  }
  return sortByHash(all);
}

/** Radix sort by two times sixteen bits: stable, and linear in the number of fingerprints. */
function sortByHash({ hashes, positions }: Segment): Segment {
  let from: Segment = { hashes, positions };
  let to: Segment = { hashes: new Uint32Array(hashes.length), positions: new Uint32Array(hashes.length) };
  for (const shift of [0, 16]) {
    const offsets = new Uint32Array(65_537);
    for (const hash of from.hashes) offsets[((hash >>> shift) & 0xffff) + 1]++;
    for (let i = 1; i <= 65_536; i++) offsets[i] += offsets[i - 1];
    for (let i = 0; i < from.hashes.length; i++) {
      const at = offsets[(from.hashes[i] >>> shift) & 0xffff]++;
      to.hashes[at] = from.hashes[i];
      to.positions[at] = from.positions[i];
    }
    [from, to] = [to, from];
  }
  return from;
}

function findIn({ hashes, positions }: Segment, wanted: number): Uint32Array {
  const from = lowerBound(hashes, wanted);
  let to = from;
  while (to < hashes.length && hashes[to] === wanted) to++;
  return positions.subarray(from, to);
}

function lowerBound(sorted: Uint32Array, wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
