/**
 * @file Running time from the page: the trade's rule of one page a minute, tempered by what is on the page, because a page of
 * talk and a page of action take different times.
 */
import { measurePages } from '../screenplay/pages.js';
import type { ScriptElement, Screenplay } from '../screenplay/screenplay.js';
import type { SceneRange, Speech } from './scenes.js';
import { isTransition } from './scenes.js';
import { countWords, splitSentences } from './tokens.js';

/** Rates that an estimate rests on. */
export interface EstimateRates {
  /** Spoken words in a second. Default 2.8 (168 a minute). */
  wordsPerSecond: number;
  /** Seconds between speeches. Default 0.45. */
  breathSeconds: number;
  /** Seconds of picture for each word of action. Default 0.23. */
  secondsPerActionWord: number;
  /** Seconds that each sentence of action takes at least. Default 1.2. */
  secondsPerActionSentence: number;
}

/** Rates of {@link EstimateRates} by default. */
export const ESTIMATE_RATES: EstimateRates = {
  wordsPerSecond: 2.8,
  breathSeconds: 0.45,
  secondsPerActionWord: 0.23,
  secondsPerActionSentence: 1.2,
};

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
export function estimateScene(
  eighths: number,
  speeches: readonly Speech[],
  elements: readonly ScriptElement[],
  rates: EstimateRates,
): TimeEstimate {
  const pageSeconds = eighths * 7.5;
  const duals = new Map<number, number>();
  let contentSeconds = 0;
  for (const speech of speeches) {
    const seconds = speech.words / rates.wordsPerSecond + rates.breathSeconds;
    if (speech.dual === undefined) contentSeconds += seconds;
    else duals.set(speech.dual, Math.max(duals.get(speech.dual) ?? 0, seconds));
  }
  for (const seconds of duals.values()) contentSeconds += seconds;
  for (const element of elements)
    if (element.type === 'action' && !isTransition(element)) contentSeconds += actionSeconds(element.text, rates);
  return { seconds: (pageSeconds + contentSeconds) / 2, pageSeconds, contentSeconds, method: 'mean of page rule and content' };
}

/** Seconds of picture that a piece of action needs. */
export function actionSeconds(text: string, rates: EstimateRates = ESTIMATE_RATES): number {
  let seconds = 0;
  for (const sentence of splitSentences(text)) {
    const words = countWords(sentence.text);
    if (words > 0)
      seconds += Math.max(
        words <= 2 ? rates.secondsPerActionSentence / 2 : rates.secondsPerActionSentence,
        words * rates.secondsPerActionWord,
      );
  }
  return seconds;
}

/** Lines of a page that eighths are counted by here; the same as the standard page of `measurePages`. */
const LINES_PER_PAGE = 55;

/**
 * Lengths of scenes in eighths, not rounded: from the first line of each on the page to the first line of the next.
 *
 * @param screenplay - The script.
 * @param scenes - Its scenes.
 */
export function countEighths(screenplay: Screenplay, scenes: readonly SceneRange[]): number[] {
  const { elements } = measurePages(screenplay, { linesPerPage: LINES_PER_PAGE });
  const starts = scenes.map(({ from, to }) => {
    const first = elements.slice(from, to).find(({ lines }) => lines > 0);
    return first ? (first.page - 1) * LINES_PER_PAGE + first.line - 1 : undefined;
  });
  const last = elements.findLast(({ lines }) => lines > 0);
  const end = last ? (last.page - 1) * LINES_PER_PAGE + last.line + last.lines : 0;
  return starts.map((start, i) => {
    if (start === undefined) return 0;
    const next = starts.slice(i + 1).find((other) => other !== undefined) ?? end;
    return (Math.max(1, next - start) * 8) / LINES_PER_PAGE;
  });
}
