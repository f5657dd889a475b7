/** @file What is spoken of: each sentence of dialogue with the entities that it names, who says it and who hears it. */
import type { Breakdown } from '../breakdown/breakdown.js';
import { isDeterminer, wordUse } from '../breakdown/grammar.js';
import type { NameTable } from '../breakdown/name-table.js';
import { namesInText } from '../breakdown/name-table.js';
import { placesInText } from '../breakdown/place-mentions.js';
import type { SpanLocator } from '../breakdown/spans.js';
import { splitSentences, tokenize } from '../breakdown/tokens.js';
import type { Screenplay } from '../screenplay/screenplay.js';
import type { EntityTable } from './entities.js';
import { knownThing, singular } from './entities.js';
import type { Evidence, GraphScene } from './graph.js';
import { isPresent } from './presence.js';
import { verbLemma } from '../breakdown/verbs.js';

/** One sentence that somebody says. */
export interface SpokenSentence extends Evidence {
  speakers: string[];
  hearers: string[];
  /** Entities that it names, without speaker. */
  about: string[];
  /** Verbs in it, dictionary forms. */
  verbs: string[];
  /** Offset in the element's text. */
  at: number;
}

/**
 * All dialogue by sentence. Who is there hears it; a voice over is heard by nobody, and what is whispered or said aside "(to Ben)" by
 * the one it is said to.
 */
export function readDialogue(
  screenplay: Screenplay,
  breakdown: Breakdown,
  scenes: readonly GraphScene[],
  names: NameTable,
  table: EntityTable,
  locator: SpanLocator,
): SpokenSentence[] {
  const spoken: SpokenSentence[] = [];
  for (const scene of breakdown.scenes) {
    for (const speech of scene.speeches) {
      const speakers = (names.speakers[speech.index] ?? []).map((name) => table.person(name));
      const voiceOver = speech.extensions.includes('V.O.');
      const around = voiceOver
        ? []
        : scenes[scene.index].present
            .map(({ who }) => who)
            .filter((who) => who.startsWith('person:') && !speakers.includes(who))
            .filter((who) => isPresent(scenes[scene.index], who, speech.element));
      let hearers = around;
      for (const part of speech.parts) {
        if (part.parenthetical !== undefined) hearers = addressed(part.parenthetical, around, names, table) ?? around;
        const element = screenplay.elements[part.element];
        for (const sentence of splitSentences(element.text)) {
          const evidence: Evidence = {
            scene: scene.index,
            element: part.element,
            span: locator.locate(element, sentence.start, sentence.end),
            quote: sentence.text.replace(/\s+/g, ' '),
          };
          const about = entitiesIn(sentence.text, names, table, breakdown.language === 'en').filter(
            (id) => !speakers.includes(id),
          );
          for (const id of about) table.note(id, evidence);
          const verbs = tokenize(sentence.text).flatMap(({ lower, word }) => (word ? (verbLemma(lower) ?? []) : []));
          spoken.push({ ...evidence, speakers, hearers, about, verbs, at: sentence.start });
        }
      }
    }
  }
  return spoken;
}

/** "(to Ben)", "(whispers to Ben)", "(aside)": who alone hears it; `undefined` where everybody does. */
function addressed(parenthetical: string, around: readonly string[], names: NameTable, table: EntityTable): string[] | undefined {
  if (/\b(?:aside|to (?:him|her|them)self|under (?:his|her|their) breath)\b/i.test(parenthetical)) return [];
  const secret = /\b(?:whisper\w*|quietly|low|sotto|in (?:his|her|their) ear|phone|radio)\b/i.test(parenthetical);
  const to = /\bto (.+)/i.exec(parenthetical)?.[1];
  if (!secret || to === undefined) return undefined;
  const named = namesInText(to, names).map(({ name }) => table.person(name));
  return named.length > 0 ? named.filter((id) => around.includes(id)) : undefined;
}

function entitiesIn(text: string, names: NameTable, table: EntityTable, english: boolean): string[] {
  const found = new Set<string>();
  const people = namesInText(text, names);
  for (const { name } of people) found.add(table.person(name));
  if (!english) return [...found];
  const tokens = tokenize(text);
  for (const { place } of placesInText(text, table.placeNames, tokens)) found.add(table.place(place));
  const plain = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  for (const id of table.spelledIn(plain)) found.add(id);
  const isName = (token: { start: number }): boolean =>
    people.some(({ start, end }) => token.start >= start && token.start < end);
  for (const [i, token] of tokens.entries()) {
    if (!token.word || isName(token) || wordUse(tokens, i, isName) === 'verb') continue;
    const lemma = singular(token.lower.replace(/'s?$/, ''));
    const thing = knownThing(lemma);
    if (!thing || [...found].some((id) => table.entities.get(id)?.name.split(' ').at(-1) === lemma)) continue;
    if (table.placeNames.has(lemma)) continue;
    const definite = isDeterminer(tokens[i - 1]) && !/^(?:an?|some|any|another|every)$/.test(tokens[i - 1].lower);
    found.add(table.thing(lemma, thing.category, definite));
  }
  return [...found];
}
