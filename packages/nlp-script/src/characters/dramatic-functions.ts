/**
 * @file What each character is to the story: lead, adversary, mentor, confidant, love interest, ally, skeptic. Read from how much they carry,
 * from what they say and do to the lead, and when; every function comes with the lines that it rests on.
 */
import type { Breakdown, SceneBreakdown } from '../breakdown/breakdown.js';
import { breakDown } from '../breakdown/breakdown.js';
import { namesInText, nameTableOf } from '../breakdown/name-table.js';
import { isTransition } from '../breakdown/scenes.js';
import { createSpanLocator } from '../breakdown/spans.js';
import { splitSentences } from '../breakdown/tokens.js';
import { measureEmotion } from '../emotion/script-emotion.js';
import type { Screenplay, Span } from '../screenplay/screenplay.js';
import { findAddressees } from './addressees.js';
import type { DramaticFunction, RelationFunction } from './function-cues.js';
import {
  ANTAGONIST_DESCRIPTION,
  CONFIDED,
  CONTRADICTS,
  DEEDS,
  FORCE,
  MENTOR_DESCRIPTION,
  RELATION_FUNCTIONS,
  SAID_TO_LEAD,
} from './function-cues.js';
import { mapCharacterNetwork } from './network.js';

/** Something that speaks for a function. */
export interface FunctionEvidence {
  /** For a person: `'says to Mara'`, `'in 7 scenes with Mara'`. */
  reason: string;
  /** How much it adds. */
  weight: number;
  /** The words, where it rests on some. */
  quote?: string;
  scene?: number;
  span?: Span;
}

/** How far a character fills a function. */
export interface FunctionCandidate {
  character: string;
  /** Sum of the evidence. */
  score: number;
  /** 0 to 1: score / (score + 1). Not a probability. */
  confidence: number;
  /** The strongest first. */
  evidence: FunctionEvidence[];
}

/** One function with those who may fill it. */
export interface FunctionResult {
  function: DramaticFunction;
  /** Who fills it; absent where nobody's evidence is enough. */
  character?: string;
  /** At most three, the likeliest first. */
  candidates: FunctionCandidate[];
}

/** What {@link findDramaticFunctions} gives. Plain JSON. */
export interface DramaticFunctions {
  /** Counts and phrase lists; no model. */
  method: 'evidence-rules';
  /** One entry a function: protagonist first. Empty for a script without characters. */
  functions: FunctionResult[];
  /** Why nothing beyond the protagonist was looked for, where that is so. */
  note?: string;
}

/** Evidence that a function needs to be filled. */
export const FILLED_SCORE = 1;
/** Company alone makes a confidant or an ally; everybody else must have said or done something. */
const BY_COMPANY: ReadonlySet<RelationFunction> = new Set(['confidant', 'ally']);
const CANDIDATES = 3;
/** However often a thing is said, it counts as much as this many times. */
const MOST_REPEATS = 3;

/**
 * Finds the dramatic functions of the characters.
 *
 * The protagonist carries most words, scenes and connections. Everybody else is measured by what they say to the protagonist, what they do
 * with them in the action, the feeling between them, and in which part of the story they meet. Somebody may fill several functions.
 *
 * @param screenplay - The script. Beyond the protagonist only English can be read.
 * @param options - `breakdown` of the same script, where it is at hand.
 * @example
 * ```ts
 * import { findDramaticFunctions } from '@filmai/nlp-script/characters';
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 *
 * const { screenplay } = parseFountain('INT. HALL - NIGHT\n\nMARA\nI will not sell. Not now. Not ever.\n\nVANN\nLast chance. Sign here.\n');
 * findDramaticFunctions(screenplay).functions[0]?.character; // 'MARA'
 * ```
 */
export function findDramaticFunctions(screenplay: Screenplay, options: { breakdown?: Breakdown } = {}): DramaticFunctions {
  const breakdown = options.breakdown ?? breakDown(screenplay);
  const leads = rankLeads(breakdown);
  if (leads.length === 0) return { method: 'evidence-rules', functions: [] };
  const lead = leads[0].character;
  const first: FunctionResult = { function: 'protagonist', character: lead, candidates: leads.slice(0, CANDIDATES) };
  if (breakdown.language !== 'en') {
    const note = `What people are to ${lead} is read in English only; the script's language is '${breakdown.language}'.`;
    return { method: 'evidence-rules', functions: [first], note };
  }
  const collected = collectEvidence(screenplay, breakdown, lead);
  const others = RELATION_FUNCTIONS.map((name): FunctionResult => {
    const candidates = [...collected]
      .map(([character, evidence]) => toCandidate(character, evidence[name]))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || (a.character < b.character ? -1 : 1));
    const best = candidates.find(
      ({ score, evidence }) =>
        score >= FILLED_SCORE && (BY_COMPANY.has(name) || evidence.some(({ quote }) => quote !== undefined)),
    );
    return {
      function: name,
      ...(best ? { character: best.character } : {}),
      candidates: candidates.slice(0, CANDIDATES),
    };
  });
  return { method: 'evidence-rules', functions: [first, ...others] };
}

function rankLeads(breakdown: Breakdown): FunctionCandidate[] {
  const { characters, scenes, totals } = breakdown;
  const ranks = new Map(mapCharacterNetwork(breakdown).nodes.map(({ name, pageRank }) => [name, pageRank]));
  const mostRank = Math.max(...ranks.values(), Number.EPSILON);
  const ends = new Set([...scenes.slice(0, Math.ceil(scenes.length / 8)), ...scenes.slice(-Math.ceil(scenes.length / 5))]);
  return characters
    .map((character) => {
      const words = totals.dialogueWords === 0 ? 0 : character.words / totals.dialogueWords;
      const share = character.scenes.length / scenes.length;
      const atEnds = [...ends].filter((scene) => scene.characters.some(({ name }) => name === character.name)).length / ends.size;
      const percent = (part: number): string => `${Math.round(part * 100)} %`;
      return toCandidate(character.name, [
        { reason: `speaks ${percent(words)} of the words`, weight: 1.5 * words },
        { reason: `is in ${percent(share)} of the scenes`, weight: 2.5 * share },
        {
          reason: `stands in the middle of the network (PageRank ${percent(ranks.get(character.name)!)})`,
          weight: ranks.get(character.name)! / mostRank,
        },
        { reason: `is in ${percent(atEnds)} of the first and last scenes`, weight: atEnds },
      ]);
    })
    .sort((a, b) => b.score - a.score || (a.character < b.character ? -1 : 1));
}

type EvidenceTable = Map<string, Record<RelationFunction, FunctionEvidence[]>>;

function collectEvidence(screenplay: Screenplay, breakdown: Breakdown, lead: string): EvidenceTable {
  const table: EvidenceTable = new Map();
  for (const { name } of breakdown.characters) {
    if (name !== lead) table.set(name, { antagonist: [], mentor: [], confidant: [], 'love-interest': [], ally: [], skeptic: [] });
  }
  addSpeeches(breakdown, lead, table);
  addDeeds(screenplay, breakdown, lead, table);
  addCircumstances(breakdown, lead, table);
  return table;
}

function addSpeeches(breakdown: Breakdown, lead: string, table: EvidenceTable): void {
  for (const { speech, from, to } of findAddressees(breakdown)) {
    const text = speech.text.toLowerCase().replaceAll('’', "'");
    const place = { quote: speech.text, scene: speech.scene, span: speech.span };
    if (to === lead) {
      for (const name of from) {
        const own = table.get(name);
        if (!own) continue;
        for (const relation of RELATION_FUNCTIONS)
          if (SAID_TO_LEAD[relation].test(text)) own[relation].push({ reason: `says to ${lead}`, weight: 0.8, ...place });
        const { valence } = measureEmotion(speech.text);
        if (valence < -0.5) own.antagonist.push({ reason: `is harsh to ${lead}`, weight: 0.4, ...place });
      }
    } else if (!from.includes(lead)) {
      // Who threatens anybody is against the side that the story is told from more often than not.
      for (const name of from)
        if (SAID_TO_LEAD.antagonist.test(text))
          table.get(name)?.antagonist.push({ reason: `threatens or commands ${to ?? 'others'}`, weight: 0.6, ...place });
    } else if (to !== undefined) {
      if (CONFIDED.test(text)) table.get(to)?.confidant.push({ reason: `${lead} confides in them`, weight: 0.8, ...place });
      if (CONTRADICTS.test(text)) table.get(to)?.antagonist.push({ reason: `${lead} contradicts them`, weight: 0.3, ...place });
    }
  }
}

function addDeeds(screenplay: Screenplay, breakdown: Breakdown, lead: string, table: EvidenceTable): void {
  const names = nameTableOf(
    breakdown.characters,
    breakdown.scenes.flatMap((scene) => scene.speeches),
  );
  const locator = createSpanLocator(screenplay);
  for (const scene of breakdown.scenes) {
    for (let i = scene.elements.from; i < scene.elements.to; i++) {
      const element = screenplay.elements[i];
      if (element.type !== 'action' || isTransition(element)) continue;
      for (const { text, start, end } of splitSentences(element.text)) {
        const named = [...new Set(namesInText(text, names).map(({ name }) => name))];
        const here = scene.characters.some(({ name }) => name === lead);
        if (here && named[0] !== undefined && named[0] !== lead && FORCE.test(text)) {
          const place = { quote: text, scene: scene.index, span: locator.locate(element, start, end) };
          table.get(named[0])?.antagonist.push({ reason: `turns to force where ${lead} is`, weight: 0.6, ...place });
        }
        const pair = pairWith(lead, named, scene, text);
        if (pair === undefined) continue;
        for (const { of, does, says } of DEEDS) {
          if (!does.test(text)) continue;
          // Harm counts for who does it, tenderness and help for both.
          if (of !== 'love-interest' && named[0] === lead) continue;
          table.get(pair)?.[of].push({
            reason: `${says} ${lead}`,
            weight: of === 'love-interest' ? 1.5 : 1,
            quote: text,
            scene: scene.index,
            span: locator.locate(element, start, end),
          });
        }
      }
    }
  }
}

/** The one other person of a sentence about two: both named, or "they" in a scene of two. */
function pairWith(lead: string, named: readonly string[], scene: SceneBreakdown, text: string): string | undefined {
  const others = named.filter((name) => name !== lead);
  const present = scene.characters.map(({ name }) => name);
  if (named.includes(lead) && others.length === 1) return others[0];
  if (present.length !== 2 || !present.includes(lead)) return undefined;
  const other = present.find((name) => name !== lead);
  if (named.length === 0) return /^They\b/.test(text) ? other : undefined;
  return others.length === 1 && /\b(?:him|her|them)\b/.test(text) ? other : undefined;
}

function addCircumstances(breakdown: Breakdown, lead: string, table: EvidenceTable): void {
  const { scenes, characters } = breakdown;
  const own = characters.find(({ name }) => name === lead)!;
  const half = scenes.length / 2;
  for (const character of characters) {
    const row = table.get(character.name);
    if (!row) continue;
    const shared = character.scenes.filter((scene) => own.scenes.includes(scene));
    const together = shared.length / Math.max(1, own.scenes.length);
    const late = shared.some((scene) => scene >= scenes.length * 0.8);
    const described = [character.name, character.description ?? '', ...character.aliases].join(' ');
    const exchanges = character.partners.find(({ name }) => name === lead)?.exchanges ?? 0;
    if (row.antagonist.length > 0 && late)
      row.antagonist.push({ reason: `meets ${lead} in the last fifth of the story`, weight: 0.6 });
    if (ANTAGONIST_DESCRIPTION.test(described))
      row.antagonist.push({ reason: `is introduced as: ${described.trim()}`, weight: 0.6 });
    if (MENTOR_DESCRIPTION.test(described)) row.mentor.push({ reason: `is introduced as: ${described.trim()}`, weight: 0.7 });
    if (own.years !== undefined && character.years !== undefined && character.years - own.years >= 15)
      row.mentor.push({ reason: `is ${character.years - own.years} years older than ${lead}`, weight: 0.7 });
    if (shared.length > 0 && shared.every((scene) => scene < half) && row.mentor.length > 0)
      row.mentor.push({ reason: 'leaves the story before its middle', weight: 0.3 });
    if (exchanges >= 2) {
      const part = exchanges / own.partners.reduce((sum, partner) => sum + partner.exchanges, 0);
      row.confidant.push({ reason: `${exchanges} exchanges with ${lead}`, weight: part });
    }
    if (shared.length >= 2)
      row.ally.push({ reason: `in ${shared.length} of ${lead}'s ${own.scenes.length} scenes`, weight: together * 1.5 });
  }
}

function toCandidate(character: string, evidence: readonly FunctionEvidence[]): FunctionCandidate {
  const repeats = new Map<string, number>();
  const counted = evidence.filter(({ reason }) => {
    const count = (repeats.get(reason) ?? 0) + 1;
    repeats.set(reason, count);
    return count <= MOST_REPEATS;
  });
  const score = counted.reduce((sum, { weight }) => sum + weight, 0);
  return { character, score, confidence: score / (score + 1), evidence: counted.toSorted((a, b) => b.weight - a.weight) };
}
