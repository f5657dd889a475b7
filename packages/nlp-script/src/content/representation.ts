/**
 * @file Who is heard, and for how long, by attributes that people give: gender, age, origin, whatever is asked about. Nothing is guessed, not
 * from a name, not from a pronoun: what isn't given is unknown and counted as such.
 */
import type { Breakdown } from '../breakdown/breakdown.js';
import { ESTIMATE_RATES } from '../breakdown/estimate.js';
import type { Speech } from '../breakdown/scenes.js';

/** What is known of the characters: by name, by attribute its value. Case of names makes no difference. */
export type AttributeTable = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What one group says. */
export interface SpeakingShare {
  /** Characters with a line. */
  characters: number;
  /** Speeches. */
  lines: number;
  words: number;
  /** Estimated, at the pace of the breakdown. */
  seconds: number;
  /** Share of all words, 0 to 1. */
  share: number;
  /** Scenes in which they speak. */
  scenes: number;
  /** Scenes in which they have the first word, and the last. */
  firstWords: number;
  lastWords: number;
  /** How often they break in on others, and are broken in on: a line that ends in a dash, and another's comes. */
  interrupts: number;
  interrupted: number;
}

/** Who is heard. Plain JSON. */
export interface Representation {
  method: 'counted by given attributes';
  /** By attribute, by value; what isn't given is `'unknown'`. */
  attributes: Record<string, Record<string, SpeakingShare>>;
  characters: (SpeakingShare & { character: string; attributes: Record<string, string> })[];
  /** Names in the table that no character has: probably spelled otherwise. */
  unmatched: string[];
}

/** The value of what nobody gave. */
const UNKNOWN = 'unknown';

/**
 * Counts who speaks how much, by attributes that the user gives.
 *
 * A line spoken by several together counts for each of them. A combined value such as `'woman'` of gender is whatever the table says; there is no list of
 * allowed ones.
 *
 * @param breakdown - Of the script.
 * @param attributes - What is known: `{ MARA: { gender: 'woman', age: '30s' } }`.
 * @param options - `wordsPerSecond` and `breathSeconds`: pace of speech; defaults as in `ESTIMATE_RATES`.
 * @returns See {@link Representation}.
 * @throws TypeError where a value of the table is no text; RangeError on a pace of zero or less.
 * @example
 * ```ts
 * import { breakDown } from '@filmai/nlp-script/breakdown';
 * import { measureRepresentation } from '@filmai/nlp-script/content';
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 *
 * const { screenplay } = parseFountain('INT. HALL - DAY\n\nMARA\nWho is there?\n\nTOM\nMe.\n\nKIM\nAnd me.\n');
 * const { attributes } = measureRepresentation(breakDown(screenplay), { MARA: { gender: 'woman' }, TOM: { gender: 'man' } });
 * console.log(attributes.gender.woman.words, attributes.gender.unknown.words); // 3 2
 * ```
 */
export function measureRepresentation(
  breakdown: Pick<Breakdown, 'scenes' | 'characters'>,
  attributes: AttributeTable,
  options: { wordsPerSecond?: number; breathSeconds?: number } = {},
): Representation {
  const { wordsPerSecond = ESTIMATE_RATES.wordsPerSecond, breathSeconds = ESTIMATE_RATES.breathSeconds } = options;
  if (!(wordsPerSecond > 0) || !(breathSeconds >= 0))
    throw new RangeError(
      `measureRepresentation: a pace of ${wordsPerSecond} words a second and ${breathSeconds} s between; expected more than 0`,
    );
  const given = readTable(attributes);
  const names = [...new Set([...given.values()].flatMap((values) => Object.keys(values)))];
  const known = new Map(
    breakdown.characters.flatMap(({ name, aliases }) => [name, ...aliases].map((each) => [plain(each), name] as const)),
  );
  const valuesOf = (character: string): Record<string, string> => {
    const own = [...given].find(([name]) => name === plain(character) || known.get(name) === character)?.[1] ?? {};
    return Object.fromEntries(names.map((name) => [name, own[name] ?? UNKNOWN]));
  };
  const tallies = new Map<string, Tally>();
  const tallyOf = (character: string): Tally => {
    const tally = tallies.get(character) ?? createTally();
    tallies.set(character, tally);
    return tally;
  };
  for (const { index, speeches } of breakdown.scenes) {
    const speakers = speeches.map((speech) => speakersOf(speech, known));
    for (const [i, speech] of speeches.entries()) {
      for (const character of speakers[i]) {
        const tally = tallyOf(character);
        tally.lines++;
        tally.words += speech.words;
        tally.seconds += speech.words / wordsPerSecond + breathSeconds;
        tally.scenes.add(index);
        if (i === 0) tally.firstWords.add(index);
        if (i === speeches.length - 1) tally.lastWords.add(index);
      }
      if (i === 0 || !breaksIn(speeches[i - 1], speech)) continue;
      for (const character of speakers[i]) tallyOf(character).interrupts++;
      for (const character of speakers[i - 1]) tallyOf(character).interrupted++;
    }
  }
  const all = [...tallies.values()].reduce((sum, { words }) => sum + words, 0);
  const byAttribute = Object.fromEntries(
    names.map((name) => {
      const groups = new Map<string, Tally[]>();
      for (const [character, tally] of tallies) {
        const value = valuesOf(character)[name];
        groups.set(value, [...(groups.get(value) ?? []), tally]);
      }
      return [name, Object.fromEntries([...groups].map(([value, own]) => [value, summarize(own, all)]))];
    }),
  );
  const heard = new Set([...tallies.keys()].map(plain));
  return {
    method: 'counted by given attributes',
    attributes: byAttribute,
    characters: [...tallies].map(([character, tally]) => ({
      character,
      attributes: valuesOf(character),
      ...summarize([tally], all),
    })),
    unmatched: Object.keys(attributes).filter((name) => !heard.has(plain(name)) && !known.has(plain(name))),
  };
}

interface Tally {
  lines: number;
  words: number;
  seconds: number;
  interrupts: number;
  interrupted: number;
  scenes: Set<number>;
  firstWords: Set<number>;
  lastWords: Set<number>;
}

function createTally(): Tally {
  return {
    lines: 0,
    words: 0,
    seconds: 0,
    interrupts: 0,
    interrupted: 0,
    scenes: new Set(),
    firstWords: new Set(),
    lastWords: new Set(),
  };
}

function summarize(tallies: readonly Tally[], allWords: number): SpeakingShare {
  const sum = (value: (tally: Tally) => number): number => tallies.reduce((total, tally) => total + value(tally), 0);
  // A scene in which two of a group speak is one scene.
  const scenes = (value: (tally: Tally) => Set<number>): number => new Set(tallies.flatMap((tally) => [...value(tally)])).size;
  const words = sum((tally) => tally.words);
  return {
    characters: tallies.length,
    lines: sum((tally) => tally.lines),
    words,
    seconds: sum((tally) => tally.seconds),
    share: allWords === 0 ? 0 : words / allWords,
    scenes: scenes((tally) => tally.scenes),
    firstWords: scenes((tally) => tally.firstWords),
    lastWords: scenes((tally) => tally.lastWords),
    interrupts: sum((tally) => tally.interrupts),
    interrupted: sum((tally) => tally.interrupted),
  };
}

function readTable(table: AttributeTable): Map<string, Readonly<Record<string, string>>> {
  if (typeof table !== 'object' || table === null)
    throw new TypeError('measureRepresentation: expected a table of attributes by name');
  for (const [name, values] of Object.entries(table))
    for (const [attribute, value] of Object.entries(values))
      if (typeof value !== 'string')
        throw new TypeError(`measureRepresentation: ${attribute} of ${name} is ${typeof value}; expected a text`);
  return new Map(Object.entries(table).map(([name, values]) => [plain(name), values]));
}

/** The people of a cue: of "NOOR AND BENNY" both, where each speaks elsewhere too. */
function speakersOf({ character }: Speech, known: ReadonlyMap<string, string>): string[] {
  if (character === '') return [];
  const whole = known.get(plain(character));
  if (whole !== undefined) return [whole];
  const parts = character.split(/\s*(?:\/|&|,|\+)\s*|\s+(?:AND|ET|UND|Y|和)\s+/u).map((part) => known.get(plain(part)));
  return parts.length > 1 && parts.every((part) => part !== undefined) ? [...new Set(parts)] : [character];
}

/** A line that ends in a dash, and somebody else's follows that isn't spoken at the same time. */
function breaksIn(before: Speech, after: Speech): boolean {
  if (before.character === after.character || (before.dual !== undefined && before.dual === after.dual)) return false;
  return /(?:--|—|–|-)\s*["”’]?$/.test(before.text);
}

function plain(name: string): string {
  return name.normalize('NFKC').toUpperCase().replace(/\s+/g, ' ').trim();
}
