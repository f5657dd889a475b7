/**
 * @file The breakdown of a script: scenes with place, time and length, characters, and everything a production has to provide.
 * Found with lexicons and a little grammar, no model; the result says so in `method`.
 */
import type { Screenplay, Setting, Span } from '../screenplay/screenplay.js';
import type { CharacterSummary, SceneCharacter } from './characters.js';
import { summarizeCharacters } from './characters.js';
import type { EstimateRates, TimeEstimate } from './estimate.js';
import { countEighths, ESTIMATE_RATES, estimateScene } from './estimate.js';
import { findIntroductions } from './introductions.js';
import { detectLanguage } from './language.js';
import type { ScriptLanguage, TagCategory } from './lexicon/lexicon.js';
import { TAG_CATEGORIES } from './lexicon/lexicon.js';
import type { SceneRange, Speech } from './scenes.js';
import { createNameTable } from './name-table.js';
import { collectSpeeches, isTransition, splitScenes } from './scenes.js';
import { createSpanLocator } from './spans.js';
import type { BreakdownTag } from './tags.js';
import { tagElement } from './tags.js';
import type { TimeOfDay } from './time-of-day.js';
import { resolveTimes } from './time-of-day.js';
import { countWords } from './tokens.js';

/** One scene. */
export interface SceneBreakdown {
  /** From 0. */
  index: number;
  /** The script's own number, or the count from 1. */
  number: string;
  /** The heading as written; empty for what stands before the first heading. */
  heading: string;
  setting?: Setting;
  /** The place as written: `'LIGHTHOUSE - LAMP ROOM'`. */
  place: string;
  /** From the whole to the part: `['LIGHTHOUSE', 'LAMP ROOM']`. */
  placeParts: string[];
  timeOfDay: TimeOfDay;
  /** Whether the heading says it, an earlier one does, or nothing does (day is assumed). */
  timeFrom: 'written' | 'inherited' | 'assumed';
  /** Length on the page in eighths, at least 1. */
  eighths: number;
  /** Seconds on screen, estimated. */
  estimate: TimeEstimate;
  /** In the order of appearance. */
  characters: SceneCharacter[];
  /** Speeches in order; indices into them are {@link Speech.index}. */
  speeches: Speech[];
  /** All words of action and dialogue. */
  words: number;
  dialogueWords: number;
  actionWords: number;
  /** Every mention, in the order of the text. {@link elementSheet} gives each thing once. */
  tags: BreakdownTag[];
  /** The synopsis line under the heading, if any. */
  synopsis?: string;
  /** Indices into the screenplay's elements, `to` excluded. */
  elements: { from: number; to: number };
  span: Span;
}

/** A place and where it is used. */
export interface PlaceSummary {
  place: string;
  settings: Setting[];
  scenes: number[];
  eighths: number;
}

/** The breakdown. Plain JSON. */
export interface Breakdown {
  /** How tags and estimates were made. */
  method: 'lexicon';
  language: ScriptLanguage;
  /** From the title page. */
  title?: string;
  scenes: SceneBreakdown[];
  /** In the order of appearance. */
  characters: CharacterSummary[];
  places: PlaceSummary[];
  totals: {
    scenes: number;
    speeches: number;
    words: number;
    dialogueWords: number;
    actionWords: number;
    /** Pages in eighths. */
    eighths: number;
    /** Estimated seconds. */
    seconds: number;
    /** Mentions by category. */
    tags: Record<TagCategory, number>;
  };
}

/** Options of {@link breakDown}. */
export interface BreakDownOptions {
  /** Language of the lexicons. Default: found from the text. */
  language?: ScriptLanguage;
  /** Rates of the running time. Defaults: {@link EstimateRates}. */
  rates?: Partial<EstimateRates>;
  /** Tags below this confidence are left out, 0 to 1. Default 0.4. */
  minConfidence?: number;
}

/**
 * Breaks a screenplay down.
 *
 * @param screenplay - Read by any reader or made by hand; without `source` the spans count from each element's own.
 * @param options - See {@link BreakDownOptions}.
 * @returns Scenes, characters, places, tags, times. Never throws on bad writing: an empty script has no scenes.
 * @throws RangeError on an option out of range.
 * @example
 * ```ts
 * import { breakDown } from '@filmai/nlp-script/breakdown';
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 *
 * const { screenplay } = parseFountain('INT. KITCHEN - NIGHT\n\nRain. MARA, 30s, lifts a knife.\n\nMARA\nWho is there?\n');
 * const { scenes } = breakDown(screenplay);
 * scenes[0]?.timeOfDay; // 'night'
 * scenes[0]?.tags.map((tag) => `${tag.category}: ${tag.lemma}`); // ['weather: rain', 'prop: knife']
 * ```
 */
export function breakDown(screenplay: Screenplay, options: BreakDownOptions = {}): Breakdown {
  const rates = readRates(options.rates);
  const minConfidence = options.minConfidence ?? 0.4;
  if (!(minConfidence >= 0 && minConfidence <= 1))
    throw new RangeError(`minConfidence is ${minConfidence}; expected a number from 0 to 1.`);
  const ranges = splitScenes(screenplay);
  const speeches = collectSpeeches(screenplay, ranges);
  const locator = createSpanLocator(screenplay);
  const introductions = findIntroductions(screenplay, ranges, new Set(speeches.map((speech) => speech.character)), locator);
  const names = createNameTable(speeches, introductions);
  const { summaries, byScene } = summarizeCharacters(screenplay, ranges, speeches, introductions, names);
  const language = options.language ?? detectLanguage(sampleOf(screenplay));
  const times = resolveTimes(ranges.map(({ heading }) => heading?.time));
  const context = { language, locator, nameWords: names.words };
  const speechesByScene = ranges.map((): Speech[] => []);
  for (const speech of speeches) speechesByScene[speech.scene].push(speech);
  const lengths = countEighths(screenplay, ranges);
  let headings = 0;
  const scenes = ranges.map((range, index): SceneBreakdown => {
    if (range.heading) headings++;
    const own = screenplay.elements.slice(range.from, range.to);
    const tags = own.flatMap((element, i) => (isTransition(element) ? [] : tagElement(element, range.from + i, context)));
    const dialogueWords = speechesByScene[index].reduce((sum, speech) => sum + speech.words, 0);
    const actionWords = own.reduce(
      (sum, element) => sum + (element.type === 'action' && !isTransition(element) ? countWords(element.text) : 0),
      0,
    );
    const eighths = lengths[index];
    const synopsis = own.find((element) => element.type === 'synopsis')?.text;
    const { time, from } = times[index];
    return {
      index,
      number: range.heading?.sceneNumber ?? String(headings),
      heading: range.heading?.text ?? '',
      ...(range.heading?.setting ? { setting: range.heading.setting } : {}),
      place: range.heading?.place ?? '',
      placeParts: placeParts(range.heading?.place ?? ''),
      timeOfDay: time,
      timeFrom: from,
      eighths: Math.max(1, Math.round(eighths)),
      estimate: estimateScene(eighths, speechesByScene[index], own, rates),
      characters: byScene[index],
      speeches: speechesByScene[index],
      words: dialogueWords + actionWords,
      dialogueWords,
      actionWords,
      tags: tags.filter((tag) => tag.confidence >= minConfidence),
      ...(synopsis === undefined ? {} : { synopsis }),
      elements: { from: range.from, to: range.to },
      span: spanOfRange(screenplay, range),
    };
  });
  const title = screenplay.titlePage
    .find((entry) => entry.key.toLowerCase() === 'title')
    ?.values.join(' ')
    .replace(/[*_]/g, '')
    .trim();
  return {
    method: 'lexicon',
    language,
    ...(title ? { title } : {}),
    scenes,
    characters: summaries,
    places: summarizePlaces(scenes),
    totals: totalsOf(scenes),
  };
}

/** One thing of a scene's breakdown sheet. */
export interface SheetEntry {
  category: TagCategory;
  lemma: string;
  concept?: string;
  /** How often it is mentioned. */
  mentions: number;
  /** Highest of the mentions. */
  confidence: number;
  /** The first mention. */
  first: BreakdownTag;
}

/**
 * The breakdown sheet of a scene: each thing once, in the order of the categories of a printed sheet.
 *
 * @param scene - A scene of a breakdown.
 * @example
 * ```ts
 * import { breakDown, elementSheet } from '@filmai/nlp-script/breakdown';
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 *
 * const { screenplay } = parseFountain('EXT. ROAD - DAY\n\nA truck. The truck stops.\n');
 * elementSheet(breakDown(screenplay).scenes[0]!); // [{ category: 'vehicle', lemma: 'truck', mentions: 2, … }]
 * ```
 */
export function elementSheet(scene: SceneBreakdown): SheetEntry[] {
  const entries = new Map<string, SheetEntry>();
  for (const tag of scene.tags) {
    const key = `${tag.category}/${tag.lemma}`;
    const entry = entries.get(key);
    if (entry) {
      entry.mentions++;
      entry.confidence = Math.max(entry.confidence, tag.confidence);
    } else {
      entries.set(key, {
        category: tag.category,
        lemma: tag.lemma,
        ...(tag.concept ? { concept: tag.concept } : {}),
        mentions: 1,
        confidence: tag.confidence,
        first: tag,
      });
    }
  }
  return [...entries.values()].sort((a, b) => TAG_CATEGORIES.indexOf(a.category) - TAG_CATEGORIES.indexOf(b.category));
}

/** The parts of a place: `'LIGHTHOUSE - LAMP ROOM'` → two. */
function placeParts(place: string): string[] {
  return place
    .split(/\s+[-–—]+\s+|\s*[,/·，、]\s*/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function readRates(rates: Partial<EstimateRates> | undefined): EstimateRates {
  const all = { ...ESTIMATE_RATES, ...rates };
  for (const [name, value] of Object.entries(all)) {
    if (!(Number.isFinite(value) && value >= 0) || (name === 'wordsPerSecond' && value === 0)) {
      throw new RangeError(`rates.${name} is ${value}; expected a positive number.`);
    }
  }
  return all;
}

function sampleOf(screenplay: Screenplay): string {
  let sample = '';
  for (const element of screenplay.elements) {
    if (element.type === 'action' || element.type === 'dialogue') sample += `${element.text}\n`;
    if (sample.length > 20_000) break;
  }
  return sample;
}

function spanOfRange(screenplay: Screenplay, range: SceneRange): Span {
  return { start: screenplay.elements[range.from].span.start, end: screenplay.elements[range.to - 1].span.end };
}

function summarizePlaces(scenes: readonly SceneBreakdown[]): PlaceSummary[] {
  const places = new Map<string, PlaceSummary>();
  for (const scene of scenes) {
    if (scene.place === '') continue;
    const key = scene.place.toUpperCase();
    const place = places.get(key) ?? { place: scene.place, settings: [], scenes: [], eighths: 0 };
    places.set(key, place);
    if (scene.setting && !place.settings.includes(scene.setting)) place.settings.push(scene.setting);
    place.scenes.push(scene.index);
    place.eighths += scene.eighths;
  }
  return [...places.values()];
}

function totalsOf(scenes: readonly SceneBreakdown[]): Breakdown['totals'] {
  const tags = Object.fromEntries(TAG_CATEGORIES.map((category) => [category, 0])) as Record<TagCategory, number>;
  for (const scene of scenes) for (const tag of scene.tags) tags[tag.category]++;
  const sum = (value: (scene: SceneBreakdown) => number): number => scenes.reduce((total, scene) => total + value(scene), 0);
  return {
    scenes: scenes.length,
    speeches: sum((scene) => scene.speeches.length),
    words: sum((scene) => scene.words),
    dialogueWords: sum((scene) => scene.dialogueWords),
    actionWords: sum((scene) => scene.actionWords),
    eighths: sum((scene) => scene.eighths),
    seconds: sum((scene) => scene.estimate.seconds),
    tags,
  };
}
