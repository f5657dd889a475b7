/** @file A script as passages that can stand alone: sentences of action, speeches, synopses; each with its scene and its lines. */
import type { Breakdown } from '../breakdown/breakdown.js';
import { isTransition } from '../breakdown/scenes.js';
import { createSpanLocator } from '../breakdown/spans.js';
import { splitSentences } from '../breakdown/tokens.js';
import type { Screenplay, Span } from '../screenplay/screenplay.js';
import { contentTerms } from './terms.js';

/** A stretch of a script that is searched, ranked and quoted as one. */
export interface Passage {
  kind: 'action' | 'speech' | 'synopsis';
  text: string;
  /** Who says it, for speeches. */
  speaker?: string;
  /** Index of the scene, from 0. */
  scene: number;
  /** Index of the element in the screenplay. */
  element: number;
  span: Span;
  /** Content words in one spelling. */
  terms: string[];
}

/**
 * All passages in the order of the script.
 *
 * @param screenplay - The script.
 * @param breakdown - Its breakdown.
 * @param unit - A speech as a whole, or sentence by sentence.
 */
export function collectPassages(screenplay: Screenplay, breakdown: Breakdown, unit: 'speech' | 'sentence'): Passage[] {
  const locator = createSpanLocator(screenplay);
  const passages: Passage[] = [];
  const add = (passage: Omit<Passage, 'terms'>): void => {
    const terms = contentTerms(passage.text);
    if (passage.text !== '') passages.push({ ...passage, terms });
  };
  for (const scene of breakdown.scenes) {
    const speeches = new Map(scene.speeches.map((speech) => [speech.element, speech]));
    for (let i = scene.elements.from; i < scene.elements.to; i++) {
      const element = screenplay.elements[i];
      const speech = speeches.get(i);
      if (speech && unit === 'speech')
        add({ kind: 'speech', text: speech.text, speaker: speech.character, scene: scene.index, element: i, span: speech.span });
      if (speech && unit === 'sentence')
        for (const part of speech.parts)
          for (const sentence of splitSentences(part.text))
            add({
              kind: 'speech',
              text: sentence.text,
              speaker: speech.character,
              scene: scene.index,
              element: part.element,
              span: part.span,
            });
      if (element.type === 'synopsis')
        add({ kind: 'synopsis', text: element.text.trim(), scene: scene.index, element: i, span: element.span });
      if (element.type !== 'action' || isTransition(element)) continue;
      for (const sentence of splitSentences(element.text))
        add({
          kind: 'action',
          text: sentence.text.replace(/\s+/g, ' '),
          scene: scene.index,
          element: i,
          span: locator.locate(element, sentence.start, sentence.end),
        });
    }
  }
  return passages;
}
