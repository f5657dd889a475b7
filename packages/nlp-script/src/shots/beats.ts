/** @file A scene as a run of beats in the order of the page: sentences of action, pieces of speech, transitions. */
import type { NameTable } from '../breakdown/name-table.js';
import { namesInText } from '../breakdown/name-table.js';
import { isTransition } from '../breakdown/scenes.js';
import type { Pronoun } from '../breakdown/pronouns.js';
import type { Speech } from '../breakdown/scenes.js';
import type { SpanLocator } from '../breakdown/spans.js';
import { countWords, splitSentences } from '../breakdown/tokens.js';
import type { Screenplay, Span } from '../screenplay/screenplay.js';
import type { ShotSpeech } from './shot.js';

/** A sentence of action. */
export interface ActionBeat {
  kind: 'action';
  text: string;
  words: number;
  span: Span;
  /** Who is in it, named or meant by a pronoun, in the order of the text. */
  names: string[];
  /** True for the first sentence of a paragraph. */
  opens: boolean;
  /** Index of the element. */
  element: number;
}

/** A piece of speech short enough for one shot. */
export interface SpeechBeat {
  kind: 'speech';
  speech: Speech;
  piece: ShotSpeech;
  /** Everyone who says it. */
  speakers: readonly string[];
  words: number;
  /** True for the first and the last piece of the speech. */
  opens: boolean;
  closes: boolean;
}

/** A transition that the script writes. */
export interface TransitionBeat {
  kind: 'transition';
  text: string;
  span: Span;
}

/** Any of them. Beats are told apart by identity: in a screenplay made by hand their spans may all be the same. */
export type Beat = ActionBeat | SpeechBeat | TransitionBeat;

/** What beats are made from. */
export interface BeatSource {
  screenplay: Screenplay;
  locator: SpanLocator;
  names: NameTable;
  /** Pronoun by character, where known. */
  pronouns: ReadonlyMap<string, Pronoun>;
  /** Seconds that a text takes to say, by its words. */
  speechLength: (text: string) => number;
  /** Pieces of speech longer than this many seconds are parted at sentence ends, then at commas, then between words. */
  maxSeconds: number;
  /** Sentences are put together up to this length. */
  comfortableSeconds: number;
  /** Who was spoken of or spoke, the latest first; carried on from scene to scene. */
  recent: string[];
}

/**
 * The beats of a scene. Centred text (THE END) is a title, not a picture, and makes none.
 *
 * @param elements - Indices of its elements, `to` excluded.
 * @param speeches - Its speeches.
 * @param source - See {@link BeatSource}.
 */
export function sceneBeats(elements: { from: number; to: number }, speeches: readonly Speech[], source: BeatSource): Beat[] {
  const beats: Beat[] = [];
  const bySpeechElement = new Map(speeches.map((speech) => [speech.element, speech]));
  const { recent } = source;
  const remember = (names: readonly string[]): void => {
    recent.unshift(...names);
    recent.length = Math.min(recent.length, 12);
  };
  for (let i = elements.from; i < elements.to; i++) {
    const element = source.screenplay.elements[i];
    const speech = bySpeechElement.get(i);
    if (speech) {
      beats.push(...speechBeats(speech, source));
      remember(source.names.speakers[speech.index]);
    } else if (isTransition(element)) {
      beats.push({ kind: 'transition', text: element.text.trim(), span: element.span });
    } else if (element.type === 'action') {
      for (const [order, sentence] of splitSentences(element.text).entries()) {
        const named = [...new Set(namesInText(sentence.text, source.names).map(({ name }) => name))];
        const names = named.length > 0 ? named : meantByPronoun(sentence.text, recent, source.pronouns);
        remember(names);
        beats.push({
          kind: 'action',
          text: sentence.text.replace(/\s+/g, ' ').replace(/^(?:--+|[–—•*-]) */, ''),
          words: countWords(sentence.text),
          span: source.locator.locate(element, sentence.start, sentence.end),
          names,
          opens: order === 0,
          element: i,
        });
      }
    }
  }
  return beats;
}

/** He or she is the latest whom the script calls so, or of whom it isn't known; they are the two latest. */
function meantByPronoun(text: string, recent: readonly string[], pronouns: ReadonlyMap<string, Pronoun>): string[] {
  const word = /(?:^|[\s,])(he|she|his|her|him|hers)\b/i.exec(text)?.[1]?.toLowerCase();
  if (word) {
    const pronoun: Pronoun = word.startsWith('h') && !word.startsWith('her') ? 'he' : 'she';
    const name = recent.find((other) => pronouns.get(other) === pronoun) ?? recent.find((other) => !pronouns.has(other));
    return name ? [name] : [];
  }
  if (/(?:^|[\s,])(?:they|their|them|both)\b/i.test(text)) return [...new Set(recent)].slice(0, 2);
  return [];
}

function speechBeats(speech: Speech, source: BeatSource): SpeechBeat[] {
  const speakers = source.names.speakers[speech.index];
  const beats = speech.parts.flatMap((part) => {
    const element = source.screenplay.elements[part.element];
    return partSpeech(element.text, source).map((piece, i): SpeechBeat => {
      const text = element.text.slice(piece.start, piece.end).replace(/\s+/g, ' ').trim();
      return {
        kind: 'speech',
        speech,
        speakers,
        words: countWords(text),
        opens: false,
        closes: false,
        piece: {
          character: speech.character,
          extensions: speech.extensions,
          text,
          ...(i === 0 && part.parenthetical ? { parenthetical: part.parenthetical } : {}),
          ...(speech.dual === undefined ? {} : { dual: speech.dual }),
          span: source.locator.locate(element, piece.start, piece.end),
        },
      };
    });
  });
  beats[0].opens = true;
  beats.at(-1)!.closes = true;
  return beats;
}

/** Pieces of at most `maxSeconds`, near `comfortableSeconds` where sentences allow it; together they are the whole text. */
function partSpeech(text: string, source: BeatSource): { start: number; end: number }[] {
  const { speechLength, maxSeconds, comfortableSeconds } = source;
  const pieces: { start: number; end: number }[] = [];
  for (const sentence of splitSentences(text)) {
    for (const piece of partSentence(sentence.text, source)) {
      const start = sentence.start + piece.start;
      const end = sentence.start + piece.end;
      const last = pieces.at(-1);
      const short = countWords(text.slice(start, end)) < 4 ? 2 : 0;
      if (last && speechLength(text.slice(last.start, end)) <= Math.min(maxSeconds, comfortableSeconds + short)) last.end = end;
      else pieces.push({ start, end });
    }
  }
  return pieces;
}

/** Characters for each second of a shot that are looked at when a sentence is cut: far more than anybody can say. */
const CHARACTERS_PER_SECOND = 200;

/** A sentence that is too long for a shot, cut behind the last comma that fits, else the last space, else the last character. */
function partSentence(text: string, { speechLength, maxSeconds }: BeatSource): { start: number; end: number }[] {
  const reach = Math.ceil(maxSeconds * CHARACTERS_PER_SECOND);
  const pieces: { start: number; end: number }[] = [];
  let start = 0;
  while (text.length - start > reach || speechLength(text.slice(start)) > maxSeconds) {
    const rest = text.slice(start, start + reach);
    let comma = 0;
    let space = 0;
    for (const match of rest.matchAll(/[,;:–—，、；：]\s*|\s+/gu)) {
      const end = match.index + (/^\s/.test(match[0]) ? 0 : 1);
      if (end > 0 && speechLength(rest.slice(0, end)) > maxSeconds) break;
      if (/^\s/.test(match[0])) space = end;
      else comma = end;
    }
    const cut = comma > 0 && comma >= space / 2 ? comma : space > 0 ? space : characterCut(rest, speechLength, maxSeconds);
    pieces.push({ start, end: start + cut });
    start += cut + (/^\s*/.exec(rest.slice(cut))?.[0].length ?? 0);
    if (start >= text.length) return pieces;
  }
  pieces.push({ start, end: text.length });
  return pieces;
}

/** A text without spaces (Chinese) is cut by characters. */
function characterCut(text: string, speechLength: (text: string) => number, maxSeconds: number): number {
  let end = text.length;
  while (end > 1 && speechLength(text.slice(0, end)) > maxSeconds) end = Math.floor(end * 0.8);
  return Math.max(1, end);
}
