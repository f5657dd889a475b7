/**
 * @file How a script refers to its people: he, she or they. Needed to know who "she" is in "She looks at the window", and to
 * choose voices. Read from titles, introductions, and the pronouns that follow a name; unknown stays unknown.
 */
import type { Screenplay } from '../screenplay/screenplay.js';
import type { NameTable } from './name-table.js';
import { namesInText } from './name-table.js';
import type { Introduction } from './introductions.js';
import { NAMES_OF_HE, NAMES_OF_SHE } from './lexicon/given-names.js';
import { splitSentences } from './tokens.js';

/** A pronoun of the third person. */
export type Pronoun = 'he' | 'she' | 'they';

const SHE_WORDS =
  /\b(?:woman|female|girl|lady|mother|grandmother|daughter|granddaughter|sister|aunt|niece|wife|widow|queen|princess|actress|waitress|headmistress|mistress|mrs|ms|miss|madame|mademoiselle|frau|señora|nun|bride|heroine|policewoman|she|her|femme|fille|mère|mutter|tochter|mujer|niña|madre)\b/giu;
const HE_WORDS =
  /\b(?:man|male|boy|gentleman|father|grandfather|son|grandson|brother|uncle|nephew|husband|widower|king|prince|actor|waiter|headmaster|mr|sir|lord|monsieur|herr|señor|monk|groom|policeman|fisherman|he|his|him|homme|garçon|père|vater|sohn|hombre|niño|padre|beard|bearded|moustache|unshaven)\b/giu;

/**
 * Pronouns of the characters that can be told.
 *
 * @param screenplay - The script.
 * @param table - Its names.
 * @param introductions - Where people are described.
 */
export function findPronouns(
  screenplay: Screenplay,
  table: NameTable,
  introductions: readonly Introduction[],
): Map<string, Pronoun> {
  const votes = new Map<string, { he: number; she: number; they: number }>();
  const vote = (name: string, pronoun: Pronoun, weight: number): void => {
    const row = votes.get(name) ?? { he: 0, she: 0, they: 0 };
    row[pronoun] += weight;
    votes.set(name, row);
  };
  for (const name of table.names) {
    const words = [name, ...(table.aliases.get(name) ?? [])].join(' ').toLowerCase();
    voteByWords(words, (pronoun) => vote(name, pronoun, 6));
    for (const word of words.split(/\s+/)) {
      if (NAMES_OF_SHE.has(word)) vote(name, 'she', 1.5);
      if (NAMES_OF_HE.has(word)) vote(name, 'he', 1.5);
    }
    if (/^[^ ]{3,}S$/.test(name) && /(?:PUPILS|GUARDS|REPORTERS|SOLDIERS|STUDENTS)$/.test(name)) vote(name, 'they', 6);
  }
  for (const { name, description } of introductions) {
    const owner = table.byWords.get(name.toLowerCase()) ?? name;
    const own = description.replace(/\b(?:his|her) (?=\p{Ll}+)/gu, '');
    voteByWords(own, (pronoun) => vote(owner, pronoun, 4));
  }
  for (const element of screenplay.elements) {
    if (element.type !== 'action') continue;
    let alone: string | undefined;
    for (const sentence of splitSentences(element.text)) {
      const named = new Set(namesInText(sentence.text, table).map(({ name }) => name));
      const pronoun = /^(He|She|They)\b/.exec(sentence.text)?.[1]?.toLowerCase() as Pronoun | undefined;
      if (pronoun && alone && named.size === 0 && pronoun !== 'they') vote(alone, pronoun, 2);
      if (named.size === 1) {
        alone = [...named][0]!;
        const own = /\b(his|her)\b/.exec(sentence.text.slice(sentence.text.search(/\p{Lu}/u)))?.[1];
        if (own && !/^\p{Lu}[\p{Lu} ]+,/u.test(sentence.text)) vote(alone, own === 'his' ? 'he' : 'she', 1);
      } else if (named.size > 1) alone = undefined;
    }
  }
  const pronouns = new Map<string, Pronoun>();
  for (const [name, { he, she, they }] of votes) {
    const best = Math.max(he, she, they);
    if (best === they) pronouns.set(name, 'they');
    else if (he !== she) pronouns.set(name, he > she ? 'he' : 'she');
  }
  return pronouns;
}

function voteByWords(text: string, vote: (pronoun: Pronoun) => void): void {
  for (let i = text.match(SHE_WORDS)?.length ?? 0; i > 0; i--) vote('she');
  for (let i = text.match(HE_WORDS)?.length ?? 0; i > 0; i--) vote('he');
}
