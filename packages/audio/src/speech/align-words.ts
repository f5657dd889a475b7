/**
 * @file Which phones belong to which word. Flite prints the phones of an utterance without the words, so the phones are aligned
 * with each word's own pronunciation by dynamic programming (edit distance, Wagner and Fischer, 1974). The two differ where
 * words meet: "the" changes before vowels, "a" is weakened, a pause is put in.
 */
import type { TimedPhone } from './flite.js';

/** A stretch of phones, `from` included, `to` not. */
export interface PhoneRange {
  from: number;
  to: number;
}

const VOWELS = new Set('aa ae ah ao aw ax axr ay eh er ey ih iy ow oy uh uw'.split(' '));
const SKIP_PHONE = 1;
const SKIP_PLANNED = 1;
/** Silence between words costs nothing; within a word it is nearly out of the question. */
const PAUSE_INSIDE = 6;

/**
 * Assigns phones to words.
 *
 * @param phones - What was said, with silence (`pau`).
 * @param words - Each word's own phones, in order; a word may have none.
 * @returns For each word its phones: ranges in order that don't overlap. A word that got none has an empty range in its place.
 */
export function alignWords(phones: readonly Pick<TimedPhone, 'phone'>[], words: readonly (readonly string[])[]): PhoneRange[] {
  const planned = words.flatMap((own, word) => own.map((phone, index) => ({ phone, word, isFirst: index === 0 })));
  const columns = planned.length + 1;
  const cost = new Float32Array((phones.length + 1) * columns);
  const insertion = (i: number, j: number) => {
    if (phones[i].phone !== 'pau') return SKIP_PHONE;
    return j === 0 || j === planned.length || planned[j].isFirst ? 0 : PAUSE_INSIDE;
  };
  for (let i = 0; i <= phones.length; i++) {
    for (let j = 0; j < columns; j++) {
      if (i === 0 && j === 0) continue;
      const inserted = i > 0 ? cost[(i - 1) * columns + j] + insertion(i - 1, j) : Infinity;
      const skipped = j > 0 ? cost[i * columns + j - 1] + SKIP_PLANNED : Infinity;
      const matched =
        i > 0 && j > 0 ? cost[(i - 1) * columns + j - 1] + difference(phones[i - 1].phone, planned[j - 1].phone) : Infinity;
      cost[i * columns + j] = Math.min(inserted, skipped, matched);
    }
  }
  const owner = trace(phones, planned, cost, columns, insertion);
  return toRanges(phones, owner, words.length);
}

/** Walks back along the cheapest path; −1 marks silence. A phone too many belongs to the word it stands in. */
function trace(
  phones: readonly Pick<TimedPhone, 'phone'>[],
  planned: readonly { phone: string; word: number }[],
  cost: Float32Array,
  columns: number,
  insertion: (i: number, j: number) => number,
): Int32Array {
  const owner = new Int32Array(phones.length).fill(-1);
  let i = phones.length;
  let j = planned.length;
  while (i > 0) {
    const here = cost[i * columns + j];
    if (j > 0 && here === Math.fround(cost[(i - 1) * columns + j - 1] + difference(phones[i - 1].phone, planned[j - 1].phone))) {
      owner[i - 1] = planned[j - 1].word;
      i--;
      j--;
    } else if (here === Math.fround(cost[(i - 1) * columns + j] + insertion(i - 1, j))) {
      if (phones[i - 1].phone !== 'pau' && planned.length > 0) owner[i - 1] = planned[Math.max(0, j - 1)].word;
      i--;
    } else j--;
  }
  return owner;
}

function toRanges(phones: readonly unknown[], owner: Int32Array, words: number): PhoneRange[] {
  const ranges: PhoneRange[] = [];
  let last = 0;
  for (let word = 0; word < words; word++) {
    const from = owner.indexOf(word);
    if (from < 0) ranges.push({ from: last, to: last });
    else {
      last = owner.lastIndexOf(word) + 1;
      ranges.push({ from, to: last });
    }
  }
  return ranges;
}

function difference(said: string, planned: string): number {
  if (said === planned) return 0;
  if (said === 'pau') return PAUSE_INSIDE;
  return VOWELS.has(said) === VOWELS.has(planned) ? 0.6 : 1.8;
}
