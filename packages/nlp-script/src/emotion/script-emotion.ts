/** @file The feeling of a script by line, scene and character, its course over time, and the mood of a scene for the music. */
import type { Breakdown, SceneBreakdown } from '../breakdown/breakdown.js';
import { breakDown } from '../breakdown/breakdown.js';
import type { Speech } from '../breakdown/scenes.js';
import { collectSpeeches, isTransition, splitScenes } from '../breakdown/scenes.js';
import type { Screenplay, Span } from '../screenplay/screenplay.js';
import type { BasicEmotion } from './lexicon.js';
import { BASIC_EMOTIONS } from './lexicon.js';
import type { Emotion, EmotionMethod } from './sentiment.js';
import { measureText } from './sentiment.js';

/** Feeling without the words that it rests on. */
export type EmotionSummary = Omit<Emotion, 'hits'>;

/** One speech or paragraph of action. */
export interface EmotionLine extends Emotion {
  scene: number;
  /** Who says it; absent for action. */
  character?: string;
  text: string;
  words: number;
  span: Span;
}

/** The feeling of a whole script. Plain JSON. */
export interface ScriptEmotion {
  method: EmotionMethod;
  /** The model that measured it; absent for the lexicon. */
  model?: string;
  lines: EmotionLine[];
  /** By scene, in order. */
  scenes: (EmotionSummary & { scene: number })[];
  /** By character, from their own lines alone. */
  characters: (EmotionSummary & { character: string; lines: number })[];
  overall: EmotionSummary;
}

/** A point of the emotional course. */
export interface CoursePoint {
  scene: number;
  number: string;
  heading: string;
  /** Middle of the scene in the film, by the estimate. */
  seconds: number;
  /** As measured. */
  valence: number;
  arousal: number;
  /** Smoothed over neighbouring scenes. */
  smoothValence: number;
  smoothArousal: number;
}

/**
 * Measures the feeling of a text or a script with a lexicon and rules for negation, degree, capitals, punctuation and "but".
 *
 * @param input - A text, or a screenplay.
 * @returns For a text its {@link Emotion}; for a screenplay lines, scenes, characters and the whole. English only: other languages
 * measure as neutral.
 * @see C. Hutto, E. Gilbert, VADER, ICWSM 2014, for the rules; R. Plutchik 1980 for the eight emotions
 * @example
 * ```ts
 * import { measureEmotion } from '@filmai/nlp-script/emotion';
 *
 * measureEmotion('I have never been so happy!').valence > 0.5; // true
 * measureEmotion('I am not happy.').valence < 0; // true
 * ```
 */
export function measureEmotion(input: string): Emotion;
export function measureEmotion(input: Screenplay): ScriptEmotion;
export function measureEmotion(input: string | Screenplay): Emotion | ScriptEmotion {
  if (typeof input === 'string') return measureText(input);
  if (typeof input !== 'object' || input === null || !Array.isArray(input.elements))
    throw new TypeError('measureEmotion takes a text or a screenplay.');
  return measureScript(input, scenesOf(input));
}

/**
 * Measures a script by any method.
 *
 * @param screenplay - The script.
 * @param measure - Measures texts, in order.
 */
export async function measureScriptBy(
  screenplay: Screenplay,
  measure: (texts: readonly string[]) => Promise<Emotion[]>,
): Promise<ScriptEmotion> {
  const scenes = scenesOf(screenplay);
  const lines = collectLines(screenplay, scenes);
  const measured = await measure(lines.map((line) => line.text));
  return gatherScript(
    scenes.length,
    lines.map((line, i) => ({ ...measured[i], ...line })),
  );
}

/** Options of {@link emotionalCourse}. */
export interface CourseOptions {
  /** Width of the smoothing in scenes, 0 (none) to 20. Default: an eighth of the scenes, 0.75 to 3. */
  smoothScenes?: number;
  /** The breakdown of the same script, where it is at hand: saves making it again. */
  breakdown?: Breakdown;
  /** The feeling of the same script by another method. Default: the lexicon's. */
  measured?: ScriptEmotion;
}

/**
 * The emotional course of a script, for a chart: valence and arousal by scene, smoothed with a Gaussian over scenes.
 *
 * @param screenplay - The script.
 * @param options - See {@link CourseOptions}.
 * @throws RangeError on an option out of range.
 * @example
 * ```ts
 * import { emotionalCourse } from '@filmai/nlp-script/emotion';
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 *
 * const { screenplay } = parseFountain('INT. A - DAY\n\nThey laugh.\n\nINT. B - NIGHT\n\nShe weeps.\n');
 * const { points } = emotionalCourse(screenplay);
 * points.map((point) => Math.sign(point.valence)); // [1, -1]
 * ```
 */
export function emotionalCourse(
  screenplay: Screenplay,
  options: CourseOptions = {},
): { method: EmotionMethod; points: CoursePoint[] } {
  const { scenes } = options.breakdown ?? breakDown(screenplay);
  const width = options.smoothScenes ?? Math.min(3, Math.max(0.75, scenes.length / 8));
  if (!(width >= 0 && width <= 20)) throw new RangeError(`smoothScenes is ${width}; expected 0 to 20.`);
  const { method, scenes: measured } = options.measured ?? measureScript(screenplay, scenes);
  if (measured.length !== scenes.length)
    throw new RangeError(`measured has ${measured.length} scenes; the script has ${scenes.length}.`);
  const valence = smooth(
    measured.map((scene) => scene.valence),
    width,
  );
  const arousal = smooth(
    measured.map((scene) => scene.arousal),
    width,
  );
  let start = 0;
  const points = scenes.map((scene, i): CoursePoint => {
    const seconds = start + scene.estimate.seconds / 2;
    start += scene.estimate.seconds;
    return {
      scene: i,
      number: scene.number,
      heading: scene.heading,
      seconds,
      valence: measured[i].valence,
      arousal: measured[i].arousal,
      smoothValence: valence[i],
      smoothArousal: arousal[i],
    };
  });
  return { method, points };
}

/** What measuring needs to know of a scene. */
export type MeasuredScene = Pick<SceneBreakdown, 'index' | 'elements' | 'speeches'>;

/** The lines of some scenes with their feeling. */
export function measureLines(screenplay: Screenplay, scenes: readonly MeasuredScene[]): EmotionLine[] {
  return collectLines(screenplay, scenes).map((line) => ({ ...measureText(line.text), ...line }));
}

type PlainLine = Omit<EmotionLine, keyof Emotion>;

function collectLines(screenplay: Screenplay, scenes: readonly MeasuredScene[]): PlainLine[] {
  const lines: PlainLine[] = [];
  for (const scene of scenes) {
    const speeches = new Map(scene.speeches.map((speech) => [speech.element, speech]));
    for (let i = scene.elements.from; i < scene.elements.to; i++) {
      const element = screenplay.elements[i];
      const speech = speeches.get(i);
      const spoken = speech ? { character: speech.character, text: speech.text, span: speech.span } : undefined;
      const shown = element.type === 'action' && !isTransition(element) ? { text: element.text, span: element.span } : undefined;
      const line = spoken ?? shown;
      if (line) lines.push({ ...line, scene: scene.index, words: line.text.split(/\s+/).length });
    }
  }
  return lines;
}

/** The mean of lines by their length and strength: a strong line counts more than a long flat one. */
export function summarize(lines: readonly EmotionLine[]): EmotionSummary {
  const emotions = Object.fromEntries(BASIC_EMOTIONS.map((emotion) => [emotion, 0])) as Record<BasicEmotion, number>;
  let valence = 0;
  let arousal = 0;
  let weights = 0;
  let arousalWeights = 0;
  for (const line of lines) {
    const weight = (strengthOf(line) + 0.25) * Math.sqrt(line.words) * (line.character === undefined ? 0.7 : 1);
    const arousalWeight = Math.sqrt(line.words) * (strengthOf(line) > 0.5 ? 1 : 0.5);
    valence += line.valence * weight;
    arousal += line.arousal * arousalWeight;
    weights += weight;
    arousalWeights += arousalWeight;
    for (const emotion of BASIC_EMOTIONS) emotions[emotion] += line.emotions[emotion] * weight;
  }
  for (const emotion of BASIC_EMOTIONS) emotions[emotion] = weights === 0 ? 0 : emotions[emotion] / weights;
  return {
    method: lines[0]?.method ?? 'lexicon',
    ...(lines[0]?.model === undefined ? {} : { model: lines[0].model }),
    valence: weights === 0 ? 0 : valence / weights,
    arousal: arousalWeights === 0 ? 0 : arousal / arousalWeights,
    emotions,
  };
}

/** Words of feeling; where a method names none, as many as such a valence usually rests on. */
function strengthOf({ method, hits, valence }: EmotionLine): number {
  return method === 'lexicon' ? hits.length : 3 * Math.abs(valence);
}

function scenesOf(screenplay: Screenplay): MeasuredScene[] {
  const ranges = splitScenes(screenplay);
  const speeches = ranges.map((): Speech[] => []);
  for (const speech of collectSpeeches(screenplay, ranges)) speeches[speech.scene].push(speech);
  return ranges.map(({ index, from, to }) => ({ index, elements: { from, to }, speeches: speeches[index] }));
}

function measureScript(screenplay: Screenplay, scenes: readonly MeasuredScene[]): ScriptEmotion {
  return gatherScript(scenes.length, measureLines(screenplay, scenes));
}

function gatherScript(sceneCount: number, lines: EmotionLine[]): ScriptEmotion {
  const byScene = Array.from({ length: sceneCount }, (): EmotionLine[] => []);
  const byCharacter = new Map<string, EmotionLine[]>();
  for (const line of lines) {
    byScene[line.scene].push(line);
    if (!line.character) continue;
    const own = byCharacter.get(line.character);
    if (own) own.push(line);
    else byCharacter.set(line.character, [line]);
  }
  const overall = summarize(lines);
  return {
    method: overall.method,
    ...(overall.model === undefined ? {} : { model: overall.model }),
    lines,
    scenes: byScene.map((own, scene) => ({ ...summarize(own), scene })),
    characters: [...byCharacter].map(([character, own]) => ({ ...summarize(own), character, lines: own.length })),
    overall,
  };
}

function smooth(values: readonly number[], width: number): number[] {
  if (width === 0) return [...values];
  const reach = Math.ceil(width * 3);
  return values.map((_, i) => {
    let sum = 0;
    let weights = 0;
    for (let j = Math.max(0, i - reach); j <= Math.min(values.length - 1, i + reach); j++) {
      const weight = Math.exp(-((j - i) ** 2) / (2 * width * width));
      sum += values[j] * weight;
      weights += weight;
    }
    return sum / weights;
  });
}
