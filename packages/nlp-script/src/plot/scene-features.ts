/**
 * @file What can be measured of each scene that may speak for a turn of the story: who and what is new, how it feels, what happens, how
 * it hangs together with the rest. Each feature is standardised within its script, so that scripts of any kind compare.
 */
import type { Breakdown, SceneBreakdown } from '../breakdown/breakdown.js';
import { isTransition } from '../breakdown/scenes.js';
import { baseForms, tokenize } from '../breakdown/tokens.js';
import { cosineSimilarity } from '../embedding/sentence-encoder.js';
import type { ScriptEmotion } from '../emotion/script-emotion.js';
import type { Screenplay } from '../screenplay/screenplay.js';
import type { CueHit, TurningCue } from './turning-cues.js';
import { findTurningCues, TURNING_CUES } from './turning-cues.js';

/** Features of a scene. */
export type SceneFeature =
  | 'newPeople'
  | 'newPlace'
  | 'boundary'
  | 'centrality'
  | 'returns'
  | 'ensemble'
  | 'lead'
  | 'length'
  | 'dialogue'
  | 'feeling'
  | 'fall'
  | 'swing'
  | 'arousal'
  | 'force'
  | TurningCue;

/** All features, in the order of a row. */
export const SCENE_FEATURES: readonly SceneFeature[] = [
  'newPeople',
  'newPlace',
  'boundary',
  'centrality',
  'returns',
  'ensemble',
  'lead',
  'length',
  'dialogue',
  'feeling',
  'fall',
  'swing',
  'arousal',
  'force',
  ...TURNING_CUES,
];

/** The features of a script. */
export interface SceneFeatures {
  /** One row a scene in the order of {@link SCENE_FEATURES}, each column with mean 0 and deviation 1, cut at ±2.5. */
  rows: number[][];
  /** The words found in each scene. */
  cues: CueHit[][];
}

/**
 * Measures the scenes of a script.
 *
 * @param screenplay - The script.
 * @param breakdown - Its breakdown.
 * @param emotion - Its feeling.
 * @param sceneVectors - One vector a scene, from a sentence encoder; without them scenes are compared by their words.
 */
export function measureScenes(
  screenplay: Screenplay,
  breakdown: Breakdown,
  emotion: ScriptEmotion,
  sceneVectors?: readonly ArrayLike<number>[],
): SceneFeatures {
  const { scenes } = breakdown;
  const texts = scenes.map((scene) => textOf(screenplay, scene));
  const cues = texts.map((text) => findTurningCues(text));
  const likeness = sceneVectors ? vectorLikeness(sceneVectors) : wordLikeness(texts);
  const lead = leadOf(breakdown);
  const seenPeople = new Set<string>();
  const seenPlaces = new Set<string>();
  const { scenes: emotions } = emotion;
  const valence = emotions.map((scene) => scene.valence);
  const cut = Math.max(1, Math.floor(scenes.length / 3));
  const raw = scenes.map((scene, i): number[] => {
    const people = scene.characters.map(({ name }) => name);
    const newPeople = people.filter((name) => !seenPeople.has(name)).length;
    const known = people.length - newPeople;
    for (const name of people) seenPeople.add(name);
    const place = scene.placeParts[0]?.toUpperCase() ?? '';
    const newPlace = seenPlaces.has(place) ? 0 : 1;
    seenPlaces.add(place);
    const counts = (cue: TurningCue): number => saturate(cues[i].filter((hit) => hit.cue === cue).length);
    const marks = texts[i].match(/!/g)?.length ?? 0;
    const forces = scene.tags.filter(({ category }) => category === 'effect' || category === 'stunt').length;
    const values: Record<SceneFeature, number> = {
      newPeople,
      newPlace,
      boundary: boundaryAt(likeness, i),
      centrality: likeness.toAll(i),
      returns: i < cut ? 0 : greatest(cut, (other) => likeness.between(i, other)),
      ensemble: known / Math.max(1, seenPeople.size),
      lead: lead !== undefined && people.includes(lead) ? 1 : 0,
      length: Math.log(1 + scene.words),
      dialogue: scene.words === 0 ? 0 : scene.dialogueWords / scene.words,
      feeling: valence[i],
      fall: (valence[i - 1] ?? valence[i]) - valence[i],
      swing: Math.abs((valence[i - 1] ?? valence[i]) - valence[i]) + Math.abs((valence[i + 1] ?? valence[i]) - valence[i]),
      arousal: emotions[i].arousal,
      force: saturate(forces + marks / 2),
      offer: counts('offer'),
      decision: counts('decision'),
      commitment: counts('commitment'),
      loss: counts('loss'),
      clash: counts('clash'),
      rest: counts('rest'),
    };
    return SCENE_FEATURES.map((feature) => values[feature]);
  });
  return { rows: standardize(raw), cues };
}

/** Action and speech of a scene as one text. */
export function textOf(screenplay: Screenplay, scene: Pick<SceneBreakdown, 'elements'>): string {
  return screenplay.elements
    .slice(scene.elements.from, scene.elements.to)
    .filter(
      (element) =>
        element.type === 'dialogue' || element.type === 'lyrics' || (element.type === 'action' && !isTransition(element)),
    )
    .map(({ text }) => text)
    .join('\n');
}

/** Who speaks and appears most. */
export function leadOf({ characters }: Breakdown): string | undefined {
  let best: string | undefined;
  let most = 0;
  const totalWords = characters.reduce((sum, { words }) => sum + words, 0);
  const totalScenes = Math.max(1, ...characters.map(({ scenes }) => scenes.length));
  for (const { name, words, scenes } of characters) {
    const share = (totalWords === 0 ? 0 : words / totalWords) + scenes.length / totalScenes;
    if (share > most) [best, most] = [name, share];
  }
  return best;
}

/** How alike scenes are, as cosines. */
interface Likeness {
  count: number;
  between(a: number, b: number): number;
  /** The mean over all other scenes. */
  toAll(a: number): number;
}

/** By word counts, weighted by how few scenes a word is in (tf-idf with logarithms, length 1). */
function wordLikeness(texts: readonly string[]): Likeness {
  const documents = texts.map((text) => {
    const counts = new Map<string, number>();
    for (const token of tokenize(text)) {
      if (!token.word) continue;
      const form = baseForms(token.lower).at(-1)!;
      counts.set(form, (counts.get(form) ?? 0) + 1);
    }
    return counts;
  });
  const frequency = new Map<string, number>();
  for (const counts of documents) for (const word of counts.keys()) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const vectors = documents.map((counts) => {
    // A word of one scene ties it to no other, and a word of all tells nothing.
    const shared = [...counts].filter(([word]) => frequency.get(word)! > 1 && frequency.get(word)! < texts.length);
    const weighted = shared.map(
      ([word, count]) => [word, (1 + Math.log(count)) * Math.log(texts.length / frequency.get(word)!)] as const,
    );
    const norm = Math.hypot(...weighted.map(([, weight]) => weight));
    return new Map(weighted.map(([word, weight]) => [word, weight / norm]));
  });
  const sums = new Map<string, number>();
  for (const vector of vectors) for (const [word, weight] of vector) sums.set(word, (sums.get(word) ?? 0) + weight);
  const dot = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number => {
    let product = 0;
    for (const [word, weight] of a) product += weight * (b.get(word) ?? 0);
    return product;
  };
  return {
    count: vectors.length,
    between: (a, b) => (vectors[a].size < vectors[b].size ? dot(vectors[a], vectors[b]) : dot(vectors[b], vectors[a])),
    toAll: (a) => (dot(vectors[a], sums) - dot(vectors[a], vectors[a])) / vectors.length,
  };
}

function vectorLikeness(vectors: readonly ArrayLike<number>[]): Likeness {
  const between = (a: number, b: number): number => cosineSimilarity(vectors[a], vectors[b]);
  return {
    count: vectors.length,
    between,
    toAll: (a) => vectors.reduce((sum, _, b) => sum + (a === b ? 0 : between(a, b)), 0) / vectors.length,
  };
}

/** How unlike the three scenes before are to the three from here on (M. Hearst, TextTiling, 1997). */
function boundaryAt(likeness: Likeness, at: number): number {
  let sum = 0;
  let pairs = 0;
  for (let a = Math.max(0, at - WINDOW); a < at; a++) {
    for (let b = at; b < Math.min(likeness.count, at + WINDOW); b++) {
      sum += likeness.between(a, b);
      pairs++;
    }
  }
  return pairs === 0 ? 0 : 1 - sum / pairs;
}

/** Scenes on each side of a boundary. */
const WINDOW = 3;

function greatest(count: number, value: (i: number) => number): number {
  let most = 0;
  for (let i = 0; i < count; i++) most = Math.max(most, value(i));
  return most;
}

function standardize(rows: readonly number[][]): number[][] {
  const columns = SCENE_FEATURES.map((_, column) => {
    const values = rows.map((row) => row[column]);
    const mean = meanOf(values);
    return { mean, deviation: Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2))) };
  });
  return rows.map((row) =>
    row.map((value, column) => {
      const { mean, deviation } = columns[column];
      return deviation < 1e-9 ? 0 : Math.max(-2.5, Math.min(2.5, (value - mean) / deviation));
    }),
  );
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The first word counts most. */
function saturate(count: number): number {
  return count / (count + 1.5);
}
