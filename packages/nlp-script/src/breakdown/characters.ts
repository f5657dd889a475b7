/** @file The character table: who speaks how much, when first, with whom; and who is there without a word. */
import type { ScriptElement, Screenplay, Span } from '../screenplay/screenplay.js';
import type { Introduction } from './introductions.js';
import { namesInCue } from './names.js';
import type { SceneRange, Speech } from './scenes.js';
import { tokenize } from './tokens.js';

/** One character of the whole script. */
export interface CharacterSummary {
  /** The name above the speeches, or as introduced: `'MARA'`. */
  name: string;
  /** Other ways the script names them: `'MARA VOSS'`, `"MARA'S VOICE"`. */
  aliases: string[];
  /** True for who has at least one line. */
  speaking: boolean;
  /** As introduced: `'30s'`. */
  age?: string;
  /** Middle of the age in years. */
  years?: number;
  /** The words of the introduction. */
  description?: string;
  /** Where they are introduced. */
  introduction?: Span;
  /** Speeches. */
  lines: number;
  /** Spoken words. */
  words: number;
  /** Scenes (indices from 0) where they speak or are named in action. */
  scenes: number[];
  /** Where they first appear or speak. */
  first: { scene: number; span: Span };
  /** How often each extension stands with the cue: `{ 'V.O.': 3 }`. */
  extensions: Record<string, number>;
  /** With whom they exchange lines, the most first: neighbouring speeches in a scene. */
  partners: { name: string; exchanges: number }[];
}

/** A character in one scene. */
export interface SceneCharacter {
  name: string;
  speaking: boolean;
  lines: number;
  words: number;
  /** False where every line is `V.O.` or `O.S.` and no action names them. */
  seen: boolean;
}

/** Names of a script and the way from any of them to its character. */
export interface NameTable {
  /** Canonical names in order of first appearance. */
  names: string[];
  /** Lower-case words and phrases that mean a character: `'mara'`, `'mara voss'`, `'mrs vane'`. */
  byWords: ReadonlyMap<string, string>;
  /** Lower-case single words of names. */
  words: ReadonlySet<string>;
  /** Canonical names of each speech, by its index. */
  speakers: readonly (readonly string[])[];
  aliases: ReadonlyMap<string, readonly string[]>;
}

const TITLES = new Set('mr mrs ms miss dr doctor judge sir lady lord captain sergeant officer professor father mother sister brother the old young king queen'.split(' '));

/**
 * Merges cues and introductions into one list of names: cue LORNE is the FELIX LORNE of the action.
 *
 * @param speeches - All speeches.
 * @param introductions - All introductions.
 */
export function createNameTable(speeches: readonly Speech[], introductions: readonly Introduction[]): NameTable {
  const counts = new Map<string, number>();
  for (const { character } of speeches) if (character !== '') counts.set(character, (counts.get(character) ?? 0) + 1);
  const cues = new Set(counts.keys());
  const speakers = speeches.map((speech) => (speech.character === '' ? [] : namesInCue(speech.character, cues)));
  const order: { name: string; at: number }[] = [];
  const aliases = new Map<string, string[]>();
  const add = (name: string, at: number): void => {
    const entry = order.find((other) => other.name === name);
    if (entry) entry.at = Math.min(entry.at, at);
    else order.push({ name, at });
  };
  for (const [i, speech] of speeches.entries()) for (const name of speakers[i]!) add(name, speech.element);
  const spoken = order.map(({ name }) => name);
  for (const introduction of introductions) {
    const owner = spoken.find((name) => name.toUpperCase() === introduction.name) ?? spoken.find((name) => sharesName(introduction.name, name));
    add(owner ?? introduction.name, introduction.element);
    if (owner && owner !== introduction.name) aliases.set(owner, [...(aliases.get(owner) ?? []), introduction.name]);
  }
  order.sort((a, b) => a.at - b.at);
  const names = order.map(({ name }) => name);
  for (const [i, speech] of speeches.entries()) {
    const [name] = speakers[i]!;
    if (speakers[i]!.length === 1 && speech.cue !== name && !(aliases.get(name!) ?? []).includes(speech.cue)) aliases.set(name!, [...(aliases.get(name!) ?? []), speech.cue]);
  }
  return { names, ...wordsOfNames(names, aliases), speakers, aliases };
}

/** The same table from a finished breakdown. */
export function nameTableOf(characters: readonly CharacterSummary[], speeches: readonly Speech[]): NameTable {
  const names = characters.map(({ name }) => name);
  const aliases = new Map(characters.map((character) => [character.name, character.aliases]));
  const known = new Set(names);
  const speakers = speeches.map((speech) => (speech.character === '' ? [] : namesInCue(speech.character, known)));
  return { names, ...wordsOfNames(names, aliases), speakers, aliases };
}

/**
 * Which characters a piece of action names, in the order of the text. Capitalised words alone count, so that "the rose" is
 * no ROSE.
 *
 * @param text - Action.
 * @param table - The script's names.
 */
export function namesInText(text: string, table: NameTable): { name: string; start: number; end: number }[] {
  const found: { name: string; start: number; end: number }[] = [];
  const tokens = tokenize(text);
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (!token.word) continue;
    for (let length = 4; length >= 1; length--) {
      const run = tokens.slice(i, i + length);
      if (run.length < length || !run.every(({ word, text: raw }) => word || raw === '.')) continue;
      const phrase = run.map(({ lower }) => lower.replace(/'s$/, '')).join(' ').replaceAll(' .', '');
      const name = table.byWords.get(phrase);
      if (name === undefined || !(/^[^\p{Ll}]/u.test(token.text) || (length > 1 && !TITLES.has(phrase)) || TITLES.has(phrase.split(' ')[0]!))) continue;
      if (/^\p{Ll}/u.test(token.text) && !isRole(name)) continue;
      found.push({ name, start: token.start, end: run.at(-1)!.end });
      i += length - 1;
      break;
    }
  }
  return found;
}

/** Characters of each scene in the order of appearance, and the table of the whole script. */
export function summarizeCharacters(
  screenplay: Screenplay,
  scenes: readonly SceneRange[],
  speeches: readonly Speech[],
  introductions: readonly Introduction[],
  table: NameTable,
): { summaries: CharacterSummary[]; byScene: SceneCharacter[][] } {
  const summaries = new Map<string, CharacterSummary>();
  const exchanges = new Map<string, Map<string, number>>();
  const byScene = scenes.map((): SceneCharacter[] => []);
  const summaryOf = (name: string, scene: number, span: Span): CharacterSummary => {
    let summary = summaries.get(name);
    if (!summary) {
      summary = { name, aliases: [...(table.aliases.get(name) ?? [])], speaking: false, lines: 0, words: 0, scenes: [], first: { scene, span }, extensions: {}, partners: [] };
      summaries.set(name, summary);
    }
    if (summary.scenes.at(-1) !== scene) summary.scenes.push(scene);
    return summary;
  };
  const inScene = (name: string, scene: number): SceneCharacter => {
    let entry = byScene[scene]!.find((other) => other.name === name);
    if (!entry) byScene[scene]!.push((entry = { name, speaking: false, lines: 0, words: 0, seen: false }));
    return entry;
  };
  let next = 0;
  for (const scene of scenes) {
    let before: Speech | undefined;
    for (let i = scene.from; i < scene.to; i++) {
      const element: ScriptElement = screenplay.elements[i]!;
      if (element.type === 'action') {
        for (const { name } of namesInText(element.text, table)) {
          summaryOf(name, scene.index, element.span);
          inScene(name, scene.index).seen = true;
        }
      }
      const speech = speeches[next];
      if (speech?.element !== i) continue;
      for (const name of table.speakers[next]!) {
        const summary = summaryOf(name, scene.index, speech.span);
        const entry = inScene(name, scene.index);
        summary.speaking = entry.speaking = true;
        summary.lines++;
        entry.lines++;
        summary.words += speech.words;
        entry.words += speech.words;
        if (!speech.extensions.some((extension) => /^(?:V\.O\.|O\.S\.|O\.C\.)$/.test(extension))) entry.seen = true;
        for (const extension of speech.extensions) summary.extensions[extension] = (summary.extensions[extension] ?? 0) + 1;
        if (before) for (const partner of table.speakers[before.index]!) countExchange(exchanges, name, partner);
      }
      before = speech;
      next++;
    }
  }
  for (const introduction of introductions) {
    const summary = summaries.get(table.byWords.get(introduction.name.toLowerCase()) ?? introduction.name);
    if (!summary || summary.introduction) continue;
    summary.introduction = introduction.span;
    if (introduction.age !== undefined) summary.age = introduction.age;
    if (introduction.years !== undefined) summary.years = introduction.years;
    if (introduction.description !== '') summary.description = introduction.description;
  }
  for (const summary of summaries.values()) {
    const counts = [...(exchanges.get(summary.name) ?? [])];
    summary.partners = counts.map(([name, count]) => ({ name, exchanges: count })).sort((a, b) => b.exchanges - a.exchanges || (a.name < b.name ? -1 : 1));
  }
  return { summaries: [...summaries.values()], byScene };
}

function countExchange(exchanges: Map<string, Map<string, number>>, a: string, b: string): void {
  if (a === b) return;
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    const row = exchanges.get(from) ?? new Map<string, number>();
    row.set(to, (row.get(to) ?? 0) + 1);
    exchanges.set(from, row);
  }
}

/** FELIX LORNE and LORNE, ANSELM OKORO and ANSELM, MRS VANE and HESTER VANE only by a word that isn't a title. */
function sharesName(introduced: string, cue: string): boolean {
  const words = introduced.split(' ');
  const cueWords = cue.toUpperCase().split(' ').filter((word) => !TITLES.has(word.toLowerCase().replace('.', '')));
  return cueWords.length > 0 && cueWords.every((word) => words.includes(word));
}

function wordsOfNames(names: readonly string[], aliases: ReadonlyMap<string, readonly string[]>): Pick<NameTable, 'byWords' | 'words'> {
  const owners = new Map<string, Set<string>>();
  const claim = (phrase: string, name: string): void => {
    owners.set(phrase, (owners.get(phrase) ?? new Set<string>()).add(name));
  };
  for (const name of names) {
    for (const form of [name, ...(aliases.get(name) ?? [])]) {
      const words = form.toLowerCase().replaceAll('’', "'").replaceAll('.', '').split(/\s+/).filter((word) => word !== '');
      claim(words.join(' '), name);
      for (const word of words) if (!TITLES.has(word) && !isRoleWord(word) && !/'s$/.test(word) && word !== 'voice') claim(word, name);
      const last = words.at(-1)!;
      if (words.length > 1 && !isRoleWord(last)) for (const title of ['mr', 'mrs', 'ms', 'miss', 'dr', 'judge', 'captain', 'officer']) claim(`${title} ${last}`, name);
    }
  }
  const byWords = new Map<string, string>();
  for (const [phrase, own] of owners) {
    const exact = names.find((name) => name.toLowerCase() === phrase);
    const only = exact ?? (own.size === 1 ? [...own][0] : undefined);
    if (only !== undefined) byWords.set(phrase, only);
  }
  return { byWords, words: new Set([...byWords.keys()].flatMap((phrase) => phrase.split(' ')).filter((word) => !TITLES.has(word) && !isRoleWord(word))) };
}

const ROLES = new Set(
  `man woman boy girl guard guards nurse doctor driver clerk waiter waitress officer soldier soldiers pupil pupils reporter reporters headmistress headmaster teacher
   control crowd voice cop policeman bartender barman priest judge captain pilot photographer student students child children kid kids narrator everyone all both
   mother father grandmother grandfather boss secretary customer stranger receptionist operator announcer #1 #2 #3 1 2 3 4 one two three first second`.split(/\s+/),
);

function isRoleWord(word: string): boolean {
  return ROLES.has(word);
}

/** Cues like HEADMISTRESS or PUPILS stand in lower case in later action. */
function isRole(name: string): boolean {
  return name.toLowerCase().split(' ').every((word) => isRoleWord(word) || TITLES.has(word));
}
