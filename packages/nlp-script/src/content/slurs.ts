/**
 * @file Slurs, as hashes. A library that is read, indexed and searched by many has no need to print them, and nobody should meet them in an
 * editor; hashes are enough to recognise them. Words that are harmless elsewhere (an armour's flaw, a dam) count where they name a person.
 */
import { stableHash } from '../findings/stable-hash.js';
import type { Token } from '../breakdown/tokens.js';
import { baseForms } from '../breakdown/tokens.js';

/** First eight digits of `stableHash('content/' + word)`, words in lower case and singular. */
const SLURS = new Set(
  '45ccf447 4a5395dd 0937bc4f 762cf85e 5251b5bc 9d6ad317 383d2f8e 4b0e1554 0a973df5 37808f5c 55282dbe 22b1bd06 5c596047 629f1a35 10068aef b844ddff debf5566 d88e8ab9 1fbb1018 2689870a f69d1461 e3f03f05 27becec7'.split(
    ' ',
  ),
);
const GUARDED = new Set('a212c454 15e65891 7aa9cc97 d9d71596 c2f17d57 2d1eceb9 8feb5c8a 9361cf3d 95adadd3 96873a3c'.split(' '));

/** Words that make a guarded one name a person: "you …", "that dirty …", "a … like you". */
const ADDRESS = new Set('you dirty filthy fucking bloody damn damned goddamn stupid ugly lousy little these those'.split(' '));

/** Whether a word of a sentence is a slur. */
export function isSlur(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token.word) return false;
  const hashes = baseForms(token.lower).map((form) => stableHash(`content/${form}`).slice(0, 8));
  if (hashes.some((hash) => SLURS.has(hash))) return true;
  if (!hashes.some((hash) => GUARDED.has(hash))) return false;
  return ADDRESS.has(tokens[at - 1]?.lower ?? '');
}
