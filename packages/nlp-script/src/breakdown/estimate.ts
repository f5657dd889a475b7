/**
 * @file Running time from the page: the trade's rule of one page a minute, tempered by what is on the page, because a page of
 * talk and a page of action take different times.
 */
import type { ScriptElement } from '../screenplay/screenplay.js';
import type { SceneRange, Speech } from './scenes.js';
import { isTransition } from './scenes.js';
import { countWords, splitSentences } from './tokens.js';

/** Rates that an estimate rests on. */
export interface EstimateRates {
  /** Spoken words in a second. Default 2.6 (156 a minute, unhurried acting). */
  wordsPerSecond: number;
  /** Seconds between speeches. Default 0.5. */
  breathSeconds: number;
  /** Seconds of picture for each word of action. Default 0.25. */
  secondsPerActionWord: number;
  /** Seconds that each sentence of action takes at least. Default 1.3. */
  secondsPerActionSentence: number;
}

/** Rates of {@link EstimateRates} by default. */
export const ESTIMATE_RATES: EstimateRates = { wordsPerSecond: 2.6, breathSeconds: 0.5, secondsPerActionWord: 0.25, secondsPerActionSentence: 1.3 };

/** How long a scene will run. */
export interface TimeEstimate {
  /** The mean of the two below. */
  seconds: number;
  /** Page rule: an eighth of a page is 7.5 seconds. */
  pageSeconds: number;
  /** Speech by its words, action by its sentences. */
  contentSeconds: number;
  /** How `seconds` was made. */
  method: 'mean of page rule and content';
}

/**
 * Estimates a scene.
 *
 * @param eighths - Length on the page in eighths, not rounded.
 * @param speeches - Its speeches. The two sides of a dual dialogue count once, by the longer.
 * @param elements - Its elements.
 * @param rates - See {@link EstimateRates}.
 */
export function estimateScene(eighths: number, speeches: readonly Speech[], elements: readonly ScriptElement[], rates: EstimateRates): TimeEstimate {
  const pageSeconds = eighths * 7.5;
  const duals = new Map<number, number>();
  let contentSeconds = 0;
  for (const speech of speeches) {
    const seconds = speech.words / rates.wordsPerSecond + rates.breathSeconds;
    if (speech.dual === undefined) contentSeconds += seconds;
    else duals.set(speech.dual, Math.max(duals.get(speech.dual) ?? 0, seconds));
  }
  for (const seconds of duals.values()) contentSeconds += seconds;
  for (const element of elements) if (element.type === 'action' && !isTransition(element)) contentSeconds += actionSeconds(element.text, rates);
  return { seconds: (pageSeconds + contentSeconds) / 2, pageSeconds, contentSeconds, method: 'mean of page rule and content' };
}

/** Seconds of picture that a piece of action needs. */
export function actionSeconds(text: string, rates: EstimateRates = ESTIMATE_RATES): number {
  let seconds = 0;
  for (const sentence of splitSentences(text)) {
    const words = countWords(sentence.text);
    if (words > 0) seconds += Math.max(words <= 2 ? rates.secondsPerActionSentence / 2 : rates.secondsPerActionSentence, words * rates.secondsPerActionWord);
  }
  return seconds;
}

/** Lines of a page of twelve-point Courier on Letter paper with a one-inch margin above and below. */
const LINES_PER_PAGE = 55;
const COLUMNS: Partial<Record<ScriptElement['type'], number>> = { dialogue: 35, lyrics: 35, parenthetical: 25, character: 33 };

/** Length on the page in eighths by counting lines: 61 columns of action, 35 of dialogue, a blank line between paragraphs. */
export function countEighths(elements: readonly ScriptElement[]): number {
  let lines = 0;
  for (const element of elements) {
    if (element.type === 'note' || element.type === 'boneyard' || element.type === 'section' || element.type === 'synopsis' || element.type === 'page-break') continue;
    if (element.type === 'character' && element.dual === 'right') continue;
    const columns = COLUMNS[element.type] ?? 61;
    if (element.type === 'scene-heading') lines += 2;
    else if (COLUMNS[element.type] === undefined || element.type === 'character') lines += 1;
    for (const line of element.text.split('\n')) lines += Math.max(1, Math.ceil(line.length / columns));
  }
  return (lines * 8) / LINES_PER_PAGE;
}
