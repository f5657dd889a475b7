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

/** Any of them. */
export type Beat = ActionBeat | SpeechBeat | TransitionBeat;

/** What beats are made from. */
export interface BeatSource {
  screenplay: Screenplay;
  locator: SpanLocator;
  names: NameTable;
  /** Pronoun by character, where known. */
  pronouns: ReadonlyMap<string, Pronoun>;
  /** Pieces of speech longer than this many words are parted at sentence ends, then at commas, then between words. */
  maxWords: number;
  /** Pieces at least this long are parted where a sentence ends. */
  comfortableWords: number;
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
    const element = source.screenplay.elements[i]!;
    const speech = bySpeechElement.get(i);
    if (speech) {
      beats.push(...speechBeats(speech, source));
      remember(source.names.speakers[speech.index]!);
    } else if (isTransition(element)) {
      beats.push({ kind: 'transition', text: element.text.trim(), span: element.span });
    } else if (element.type === 'action') {
      for (const [order, sentence] of splitSentences(element.text).entries()) {
        const named = [...new Set(namesInText(sentence.text, source.names).map(({ name }) => name))];
        const names = named.length > 0 ? named : meantByPronoun(sentence.text, recent, source.pronouns);
        remember(names);
        beats.push({
          kind: 'action',
          text: sentence.text.replace(/\s+/g, ' '),
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
  const speakers = source.names.speakers[speech.index]!;
  const beats = speech.parts.flatMap((part) => {
    const element = source.screenplay.elements[part.element]!;
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
  beats[0]!.opens = true;
  beats.at(-1)!.closes = true;
  return beats;
}

/** Pieces of at most `maxWords`, near `comfortableWords` where sentences allow it; together they are the whole text. */
function partSpeech(text: string, { maxWords, comfortableWords }: BeatSource): { start: number; end: number }[] {
  const pieces: { start: number; end: number; words: number }[] = [];
  for (const sentence of splitSentences(text)) {
    for (const piece of partSentence(sentence.text, maxWords)) {
      const start = sentence.start + piece.start;
      const end = sentence.start + piece.end;
      const words = countWords(text.slice(start, end));
      const last = pieces.at(-1);
      if (last && last.words + words <= Math.max(comfortableWords, words < 4 ? Math.min(maxWords, comfortableWords + 6) : 0)) {
        last.end = end;
        last.words += words;
      } else pieces.push({ start, end, words });
    }
  }
  return pieces;
}

function partSentence(text: string, maxWords: number): { start: number; end: number }[] {
  if (countWords(text) <= maxWords) return [{ start: 0, end: text.length }];
  const pieces: { start: number; end: number }[] = [];
  let start = 0;
  const breaks = [...text.matchAll(/[,;:–—]\s+|\s+/g)];
  let comma = -1;
  let space = -1;
  for (const match of breaks) {
    const end = match.index + (/^\s/.test(match[0]) ? 0 : 1);
    if (countWords(text.slice(start, end)) > maxWords) {
      const cut = comma > start ? comma : space > start ? space : end;
      pieces.push({ start, end: cut });
      start = cut + (/^\s+/.exec(text.slice(cut))?.[0].length ?? 0);
      comma = -1;
    }
    space = end;
    if (!/^\s/.test(match[0])) comma = end;
  }
  while (start < text.length) {
    const rest = text.slice(start);
    if (countWords(rest) > maxWords && space > start) {
      pieces.push({ start, end: space });
      start = space + (/^\s+/.exec(text.slice(space))?.[0].length ?? 0);
    } else {
      const end = hardEnd(rest, maxWords);
      pieces.push({ start, end: start + end });
      start += end;
    }
  }
  return pieces;
}

/** A text without spaces (Chinese) is cut by characters. */
function hardEnd(text: string, maxWords: number): number {
  if (countWords(text) <= maxWords) return text.length;
  let end = text.length;
  while (end > 1 && countWords(text.slice(0, end)) > maxWords) end = Math.ceil(end * 0.8);
  return end;
}
