/** @file A flat screenplay taken apart into scenes and speeches: the ground that breakdown, shots and emotion stand on. */
import type { Character, SceneHeading, ScriptElement, Screenplay, Span } from '../screenplay/screenplay.js';
import { canonicalName, normalizeExtensions } from './names.js';
import { countWords } from './tokens.js';

/** One piece of a speech: a line of dialogue with the direction in brackets that stands before it. */
export interface SpeechPart {
  /** One paragraph: line breaks of the page have become spaces. */
  text: string;
  /** `'quietly'`, without brackets. */
  parenthetical?: string;
  /** Where the text stands. */
  span: Span;
  /** Index of the element in the screenplay; a text of several elements names the first. */
  element: number;
  /** True where it is sung (lyrics). */
  sung?: boolean;
}

/** A cue with everything said under it. */
export interface Speech {
  /** Running number in the script, from 0. */
  index: number;
  /** Index of the scene, from 0. */
  scene: number;
  /** Canonical name: the cue without extension. */
  character: string;
  /** The cue as written, without extension. */
  cue: string;
  /** `V.O.`, `O.S.`, `O.C.`, `CONT'D` in one spelling, others as written. */
  extensions: string[];
  parts: SpeechPart[];
  /** All parts, joined with spaces. */
  text: string;
  words: number;
  /** Both sides of a dual dialogue carry the same number, from 1. */
  dual?: number;
  /** From the cue to the last word. */
  span: Span;
  /** Index of the cue in the screenplay's elements. */
  element: number;
}

/** What stands between a heading and the next. */
export interface SceneRange {
  index: number;
  heading?: SceneHeading;
  /** Indices into the screenplay's elements: `from` is the heading, `to` is excluded. */
  from: number;
  to: number;
}

/** Transitions that end no scene but stand in one, as written: readers take `FADE OUT.` for action unless it is forced. */
const TRANSITION =
  /^(?:(?:SMASH |MATCH |JUMP |HARD |QUICK |TIME )?CUT TO|CUT TO BLACK|SLOW DISSOLVE|(?:SLOW |CROSS)?DISSOLVE(?: TO)?|(?:SLOW |SLOWLY )?FADE (?:IN|OUT|UP|TO)(?: (?:ON|TO|FROM) (?:BLACK|WHITE))?(?: BLACK| WHITE)?|FADE IN|FADE OUT|WIPE(?: TO)?|IRIS (?:IN|OUT)|BLACK ?OUT|INTERCUT(?: WITH)?|BACK TO(?: SCENE)?|SCHNITT(?: AUF| ZU)?|BLENDE(?: AUF)?|FONDU(?: AU NOIR| ENCHAÎNÉ)?|COUPE(?: SUR)?|CORTE A|FUNDIDO(?: A NEGRO)?|淡入|淡出|切至|切到|叠化|溶至)[:.。：]?$/u;

/** Whether an element is a transition, forced, recognised, or written as a line of its own. */
export function isTransition(element: ScriptElement): boolean {
  return element.type === 'transition' || (element.type === 'action' && TRANSITION.test(element.text.trim()));
}

/**
 * The scenes of a screenplay in order. What is seen or said before the first heading becomes a scene without heading; a
 * transition, title or note there does not.
 *
 * @param screenplay - Read by any reader, or made by hand.
 */
export function splitScenes(screenplay: Screenplay): SceneRange[] {
  const { elements } = screenplay;
  const starts = elements.flatMap((element, i) => (element.type === 'scene-heading' ? [i] : []));
  const first = starts[0] ?? elements.length;
  const opening = elements.slice(0, first).findIndex((element) => isContent(element));
  if (opening >= 0) starts.unshift(opening);
  return starts.map((from, index) => {
    const element = elements[from];
    const to = starts[index + 1] ?? elements.length;
    return element.type === 'scene-heading' ? { index, heading: element, from, to } : { index, from, to };
  });
}

/**
 * All speeches in order. Dialogue that stands without a cue (in a screenplay made by hand) is a speech of nobody, `''`.
 *
 * @param screenplay - The screenplay.
 * @param scenes - Its scenes, from {@link splitScenes}.
 */
export function collectSpeeches(screenplay: Screenplay, scenes: readonly SceneRange[]): Speech[] {
  const speeches: Speech[] = [];
  let duals = 0;
  for (const scene of scenes) {
    let left: Speech | undefined;
    for (let i = scene.from; i < scene.to;) {
      const element = screenplay.elements[i];
      if (element.type !== 'character' && !isSpoken(element)) {
        if (element.type !== 'note' && element.type !== 'boneyard') left = undefined;
        i++;
        continue;
      }
      const { speech, next } = readSpeech(screenplay, scene, i, speeches.length);
      i = next;
      if (speech.parts.length === 0) continue;
      const side = element.type === 'character' ? element.dual : undefined;
      if (side === 'right' && left) {
        left.dual ??= ++duals;
        speech.dual = left.dual;
      }
      left = side === 'right' ? undefined : speech;
      speeches.push(speech);
    }
  }
  return speeches;
}

function readSpeech(screenplay: Screenplay, scene: SceneRange, from: number, index: number): { speech: Speech; next: number } {
  const first = screenplay.elements[from];
  const cue: Character | undefined = first.type === 'character' ? first : undefined;
  const parts: SpeechPart[] = [];
  let parenthetical: string | undefined;
  let i = cue ? from + 1 : from;
  for (; i < scene.to; i++) {
    const element = screenplay.elements[i];
    if (element.type === 'parenthetical') {
      parenthetical = element.text.replace(/^\s*[(（]?|[)）]?\s*$/g, '').replace(/\s+/g, ' ');
    } else if (isSpoken(element)) {
      const text = element.text.replace(/\s+/g, ' ').trim();
      if (text === '') continue;
      const sung = element.type === 'lyrics' ? { sung: true } : {};
      parts.push({ text, ...(parenthetical ? { parenthetical } : {}), span: element.span, element: i, ...sung });
      parenthetical = undefined;
    } else if (element.type !== 'note' && element.type !== 'boneyard' && element.type !== 'page-break') break;
  }
  const text = parts.map((part) => part.text).join(' ');
  const speech: Speech = {
    index,
    scene: scene.index,
    character: cue ? canonicalName(cue.name) : '',
    cue: cue?.name ?? '',
    extensions: cue ? normalizeExtensions(cue) : [],
    parts,
    text,
    words: countWords(text),
    span: { start: first.span.start, end: (parts.at(-1)?.span ?? first.span).end },
    element: from,
  };
  return { speech, next: i };
}

function isSpoken(element: ScriptElement): boolean {
  return element.type === 'dialogue' || element.type === 'lyrics';
}

function isContent(element: ScriptElement): boolean {
  return element.type === 'character' || isSpoken(element) || (element.type === 'action' && !isTransition(element));
}
