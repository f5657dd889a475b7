/**
 * @file Things that fill an insert, lying or standing on a surface: a letter, a key, a gun. Found by their words in five
 * languages; each is small geometry with a few drawn lines. Real sizes in metres, the origin in the middle of the surface.
 */
import { type PropKind, PropBench } from './prop-bench.js';
import { DEVICE_PROPS } from './props-devices.js';
import { PAPER_PROPS } from './props-paper.js';
import { parcel, PLAY_PROPS } from './props-play.js';
import { TABLE_PROPS } from './props-table.js';
import { TOOL_PROPS } from './props-tools.js';
import { WORN_PROPS } from './props-worn.js';
import type { Scene } from './scene.js';
import { basis, type V3 } from './vector.js';

/** A thing that can be shown, and how large it is seen from above. */
export interface Prop {
  name: string;
  /** Radius of what the frame has to hold, metres. */
  radius: number;
  /** Height of its middle above the surface, metres. */
  middle: number;
}

const KINDS: readonly PropKind[] = [...PAPER_PROPS, ...TOOL_PROPS, ...TABLE_PROPS, ...DEVICE_PROPS, ...WORN_PROPS, ...PLAY_PROPS];
const UNKNOWN: PropKind = { name: 'parcel', words: '', radius: 0.2, middle: 0.08, build: parcel };

/** Names of all things that can be shown. */
export const PROP_KINDS: readonly string[] = KINDS.map((kind) => kind.name);

/**
 * Finds the thing that words name, and says so where none is known: then something else should be shown.
 *
 * @param words - `'a torn letter'`, `'PHONE'`, `'the bread knife on the table'`: the noun before the first preposition counts.
 * @returns The thing, or `undefined`.
 */
export function knownProp(words: string): Prop | undefined {
  return plain(kindFor(words));
}

/**
 * Finds the thing that words name.
 *
 * @param words - `'a torn letter'`, `'PHONE'`.
 * @returns The thing; a parcel where none is known.
 */
export function propFor(words: string): Prop {
  return knownProp(words) ?? (plain(UNKNOWN) as Prop);
}

/**
 * Puts a thing on a surface.
 *
 * @param scene - Gets the thing.
 * @param words - What it is; a parcel where it isn't known.
 * @param place - Where on the surface.
 * @param yaw - How it is turned, radians.
 * @returns The thing that was built.
 */
export function addProp(scene: Scene, words: string, place: V3, yaw: number): Prop {
  (kindFor(words) ?? UNKNOWN).build(new PropBench(scene, basis(place, yaw)));
  return propFor(words);
}

const plain = (kind: PropKind | undefined): Prop | undefined =>
  kind && { name: kind.name, radius: kind.radius, middle: kind.middle };

/** A whole word, with its plural and genitive; words of scripts without spaces anywhere. */
const patterns = KINDS.map((kind) => {
  const words = kind.words.split('|').toSorted((a, b) => b.length - a.length);
  const spaced = words.filter((word) => /^[\x20-\x7fÀ-ɏ’]+$/.test(word)).join('|');
  const others = words.filter((word) => !/^[\x20-\x7fÀ-ɏ’]+$/.test(word)).join('|');
  return {
    kind,
    pattern: new RegExp(`(?<![\\p{L}])(${spaced})(?:['’]?s|es|n|en)?(?![\\p{L}])${others && `|${others}`}`, 'giu'),
  };
});

/** What comes after these words tells where a thing is or what is in it, not what it is. */
const AFTER_NOUN =
  /[,;:.(–—]|(?<![\p{L}])(?:of|with|on|in|under|from|at|for|that|which|de|du|des|del|avec|sur|dans|von|mit|auf|unter|aus|con|sobre|en|bajo)(?![\p{L}])/u;

function kindFor(words: string): PropKind | undefined {
  const lower = words.toLowerCase().trim();
  const cut = AFTER_NOUN.exec(lower);
  return (cut && cut.index > 0 ? lastNamed(lower.slice(0, cut.index)) : undefined) ?? lastNamed(lower);
}

/** The kind whose word ends last, and of those the longest: in `bread knife` the knife. */
function lastNamed(text: string): PropKind | undefined {
  let best: { kind: PropKind; end: number; length: number } | undefined;
  for (const { kind, pattern } of patterns)
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const length = (match[1] ?? match[0]).length;
      if (!best || end > best.end || (end === best.end && length > best.length)) best = { kind, end, length };
    }
  return best?.kind;
}
