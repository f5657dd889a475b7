/**
 * @file Tests of the Bechdel kind: do two people of a group talk to each other about something else than people of another group? Groups
 * come from attributes that somebody has given; nothing is ever read from a name, and what isn't given makes the answer unknown.
 */
import type { Breakdown } from '../breakdown/breakdown.js';
import { namesInText, nameTableOf } from '../breakdown/name-table.js';
import type { NameTable } from '../breakdown/name-table.js';
import { tokenize } from '../breakdown/tokens.js';
import type { Span } from '../screenplay/screenplay.js';
import type { AddressedSpeech } from './addressees.js';
import { findAddressees } from './addressees.js';

/** Attributes of characters as their writer gives them: `{ MARA: { gender: 'woman' } }`. */
export type CharacterAttributes = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What is asked. */
export interface ConversationQuestion {
  /** The attribute: `'gender'`. */
  attribute: string;
  /** Whose talk counts: `'woman'`. */
  value: string;
  /** Whom the talk must not be about: `'man'`; absent: anybody whose attribute has another value. */
  about?: string;
  /** Common nouns and pronouns that mean them: `['he', 'him', 'husband']`. Default none. */
  aboutWords?: readonly string[];
  /** Fewest speeches of an exchange that counts, 2 or more. Default 2. */
  minSpeeches?: number;
}

/** One exchange between two people of the group. */
export interface ConversationEvidence {
  scene: number;
  speakers: [string, string];
  speeches: number;
  span: Span;
  /** What it is about of the other group; empty where it is about something else. */
  mentions: string[];
}

/** An answer: `'unknown'` where it hangs on attributes that aren't given. */
export type TestAnswer = 'yes' | 'no' | 'unknown';

/** What {@link testConversations} gives. Plain JSON. */
export interface ConversationTest {
  method: 'given-attributes+rules';
  /** At least two of the group speak. */
  two: TestAnswer;
  /** Two of them speak with each other. */
  talk: TestAnswer;
  /** An exchange isn't about the other group: the whole test is passed. */
  aboutElse: TestAnswer;
  /** How many of the three hold, where all answers are known. */
  score?: 0 | 1 | 2 | 3;
  /** Those of the group that speak. */
  group: string[];
  /** Speaking characters whose attribute isn't given. */
  unknown: string[];
  /** The exchanges, those that pass first. */
  evidence: ConversationEvidence[];
}

/** Words for the three questions of the Bechdel test. */
const MEN = words(
  'he him his himself man men boy boys guy guys husband boyfriend father dad son brother uncle gentleman mister mr sir',
);

/**
 * The Bechdel test: two women, who talk to each other, about something other than a man.
 *
 * @param breakdown - The breakdown of the script.
 * @param attributes - `gender` of each character: `'woman'`, `'man'` or whatever else is so. Names as in the breakdown, in any case.
 * @returns See {@link ConversationTest}.
 * @see A. Bechdel, "The Rule", Dykes to Watch Out For, 1985
 * @example
 * ```ts
 * import { breakDown } from '@filmai/nlp-script/breakdown';
 * import { bechdelTest } from '@filmai/nlp-script/characters';
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 *
 * const { screenplay } = parseFountain('INT. HALL - DAY\n\nMARA\nIs the lamp lit?\n\nINES\nAll night.\n');
 * bechdelTest(breakDown(screenplay), { Mara: { gender: 'woman' } }).aboutElse; // 'unknown'
 * bechdelTest(breakDown(screenplay), { Mara: { gender: 'woman' }, Ines: { gender: 'woman' } }).aboutElse; // 'yes'
 * ```
 */
export function bechdelTest(breakdown: Breakdown, attributes: CharacterAttributes): ConversationTest {
  return testConversations(breakdown, attributes, { attribute: 'gender', value: 'woman', about: 'man', aboutWords: MEN });
}

/**
 * A test of the Bechdel kind for any attribute.
 *
 * @param breakdown - The breakdown of the script.
 * @param attributes - What is known of the characters.
 * @param question - See {@link ConversationQuestion}.
 * @throws TypeError where attributes or question are of another shape; RangeError where `minSpeeches` is below 2.
 * @example
 * ```ts
 * import { breakDown } from '@filmai/nlp-script/breakdown';
 * import { testConversations } from '@filmai/nlp-script/characters';
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 *
 * const { screenplay } = parseFountain('INT. HALL - DAY\n\nMARA\nTeo, the door!\n\nTEO\nIt is shut.\n');
 * const attributes = { Mara: { age: 'old' }, Teo: { age: 'old' } };
 * testConversations(breakDown(screenplay), attributes, { attribute: 'age', value: 'old' }).talk; // 'yes'
 * ```
 */
export function testConversations(
  breakdown: Breakdown,
  attributes: CharacterAttributes,
  question: ConversationQuestion,
): ConversationTest {
  if (typeof attributes !== 'object' || attributes === null)
    throw new TypeError(`attributes is ${String(attributes)}; expected { NAME: { gender: 'woman' } }.`);
  const minSpeeches = question.minSpeeches ?? 2;
  if (!(Number.isInteger(minSpeeches) && minSpeeches >= 2))
    throw new RangeError(`minSpeeches is ${minSpeeches}; expected a whole number of 2 or more.`);
  const values = givenValues(breakdown, attributes, question.attribute);
  const speaking = breakdown.characters.filter((character) => character.speaking).map(({ name }) => name);
  const isOf = (name: string): TestAnswer =>
    values.has(name) ? (values.get(name) === question.value ? 'yes' : 'no') : 'unknown';
  const group = speaking.filter((name) => isOf(name) === 'yes');
  const unknown = speaking.filter((name) => isOf(name) === 'unknown');
  const table = nameTableOf(
    breakdown.characters,
    breakdown.scenes.flatMap((scene) => scene.speeches),
  );
  const exchanges = findExchanges(findAddressees(breakdown), minSpeeches).map((exchange) => ({
    ...exchange,
    members: exchange.speakers.map(isOf),
    mentions: mentionsIn(exchange.texts, table, values, question, exchange.speakers),
  }));
  const answers = exchanges.map(({ members, mentions }) => {
    const talk = worstOf(members);
    const about: TestAnswer = mentions.some(({ sure }) => sure) ? 'no' : mentions.length > 0 ? 'unknown' : 'yes';
    return { talk, pass: worstOf([talk, about]) };
  });
  const two = group.length >= 2 ? 'yes' : group.length + unknown.length >= 2 ? 'unknown' : 'no';
  const talk = bestOf(answers.map((answer) => answer.talk));
  const aboutElse = bestOf(answers.map((answer) => answer.pass));
  const known = two !== 'unknown' && talk !== 'unknown' && aboutElse !== 'unknown';
  const evidence = exchanges
    .filter(({ members }) => members.every((member) => member === 'yes'))
    .map(({ scene, speakers, texts, span, mentions }) => ({
      scene,
      speakers,
      speeches: texts.length,
      span,
      mentions: [...new Set(mentions.map(({ text }) => text))],
    }))
    .sort((a, b) => a.mentions.length - b.mentions.length || a.scene - b.scene);
  const score = [two, talk, aboutElse].filter((answer) => answer === 'yes').length as 0 | 1 | 2 | 3;
  return { method: 'given-attributes+rules', two, talk, aboutElse, ...(known ? { score } : {}), group, unknown, evidence };
}

/** Values by canonical name; keys may be written in any case and by any of the names of a character. */
function givenValues({ characters }: Breakdown, attributes: CharacterAttributes, attribute: string): Map<string, string> {
  const given = new Map(Object.entries(attributes).map(([name, entry]) => [name.toLowerCase(), entry[attribute]]));
  return new Map(
    characters.flatMap(({ name, aliases }) => {
      const value = [name, ...aliases].map((form) => given.get(form.toLowerCase())).find((each) => each !== undefined);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

interface Exchange {
  scene: number;
  speakers: [string, string];
  texts: string[];
  span: Span;
}

/** Runs of speeches of two people to each other, in which both speak. */
function findExchanges(speeches: readonly AddressedSpeech[], minSpeeches: number): Exchange[] {
  const exchanges: Exchange[] = [];
  let run: AddressedSpeech[] = [];
  const close = (): void => {
    const speakers = new Set(run.flatMap(({ from }) => from));
    if (run.length >= minSpeeches && speakers.size === 2) {
      const span = { start: run[0].speech.span.start, end: run.at(-1)!.speech.span.end };
      exchanges.push({
        scene: run[0].speech.scene,
        speakers: [...speakers] as [string, string],
        texts: run.map(({ speech }) => speech.text),
        span,
      });
    }
    run = [];
  };
  for (const entry of speeches) {
    const first = run[0];
    const pair = first ? [first.from[0], first.to] : [];
    const continues =
      first !== undefined &&
      entry.speech.scene === first.speech.scene &&
      entry.from.length === 1 &&
      pair.includes(entry.from[0]) &&
      entry.to !== undefined &&
      pair.includes(entry.to);
    if (!continues) close();
    if (continues || (entry.from.length === 1 && entry.to !== undefined)) run.push(entry);
  }
  close();
  return exchanges;
}

/** What of the other group an exchange speaks of; not `sure` where somebody is named whose attribute isn't given. */
function mentionsIn(
  texts: readonly string[],
  table: NameTable,
  values: ReadonlyMap<string, string>,
  question: ConversationQuestion,
  speakers: readonly string[],
): { text: string; sure: boolean }[] {
  const nouns = new Set(question.aboutWords?.map((word) => word.toLowerCase()));
  return texts.flatMap((text) => {
    const named = namesInText(text, table)
      .filter(({ name }) => !speakers.includes(name))
      .flatMap(({ name }) => {
        const value = values.get(name);
        if (value === undefined) return [{ text: name, sure: false }];
        const counts = question.about === undefined ? value !== question.value : value === question.about;
        return counts ? [{ text: name, sure: true }] : [];
      });
    const common = tokenize(text)
      .map(({ lower }) => lower.replace(/'(?:s|d|ll)$/, ''))
      .filter((word) => nouns.has(word))
      .map((word) => ({ text: word, sure: true }));
    return [...named, ...common];
  });
}

function worstOf(answers: readonly TestAnswer[]): TestAnswer {
  if (answers.includes('no')) return 'no';
  return answers.includes('unknown') ? 'unknown' : 'yes';
}

function bestOf(answers: readonly TestAnswer[]): TestAnswer {
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unknown') ? 'unknown' : 'no';
}

function words(list: string): readonly string[] {
  return list.split(' ');
}
