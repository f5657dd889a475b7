/** @file The character table: who speaks how much, when first, with whom; and who is there without a word. */
import type { ScriptElement, Screenplay, Span } from '../screenplay/screenplay.js';
import type { Introduction } from './introductions.js';
import type { NameTable } from './name-table.js';
import { namesInText } from './name-table.js';
import type { Pronoun } from './pronouns.js';
import { findPronouns } from './pronouns.js';
import type { SceneRange, Speech } from './scenes.js';

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
  /** How the script refers to them; absent where it never says. */
  pronoun?: Pronoun;
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
      summary = {
        name,
        aliases: [...(table.aliases.get(name) ?? [])],
        speaking: false,
        lines: 0,
        words: 0,
        scenes: [],
        first: { scene, span },
        extensions: {},
        partners: [],
      };
      summaries.set(name, summary);
    }
    if (summary.scenes.at(-1) !== scene) summary.scenes.push(scene);
    return summary;
  };
  const inScene = (name: string, scene: number): SceneCharacter => {
    let entry = byScene[scene].find((other) => other.name === name);
    if (!entry) byScene[scene].push((entry = { name, speaking: false, lines: 0, words: 0, seen: false }));
    return entry;
  };
  let next = 0;
  for (const scene of scenes) {
    let before: Speech | undefined;
    for (let i = scene.from; i < scene.to; i++) {
      const element: ScriptElement = screenplay.elements[i];
      if (element.type === 'action') {
        for (const { name } of namesInText(element.text, table)) {
          summaryOf(name, scene.index, element.span);
          inScene(name, scene.index).seen = true;
        }
      }
      const speech = speeches[next];
      if (speech?.element !== i) continue;
      for (const name of table.speakers[next]) {
        const summary = summaryOf(name, scene.index, speech.span);
        const entry = inScene(name, scene.index);
        summary.speaking = entry.speaking = true;
        summary.lines++;
        entry.lines++;
        summary.words += speech.words;
        entry.words += speech.words;
        if (!speech.extensions.some((extension) => /^(?:V\.O\.|O\.S\.|O\.C\.)$/.test(extension))) entry.seen = true;
        for (const extension of speech.extensions) summary.extensions[extension] = (summary.extensions[extension] ?? 0) + 1;
        if (before) for (const partner of table.speakers[before.index]) countExchange(exchanges, name, partner);
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
  const pronouns = findPronouns(screenplay, table, introductions);
  for (const summary of summaries.values()) {
    const pronoun = pronouns.get(summary.name);
    if (pronoun) summary.pronoun = pronoun;
    const counts = [...(exchanges.get(summary.name) ?? [])];
    summary.partners = counts
      .map(([name, count]) => ({ name, exchanges: count }))
      .sort((a, b) => b.exchanges - a.exchanges || (a.name < b.name ? -1 : 1));
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
