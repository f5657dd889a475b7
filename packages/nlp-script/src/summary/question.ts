/** @file What a question asks for: its content words, the kind of answer, and whether a passage holds something of that kind. */
import { verbLemma } from '../breakdown/verbs.js';
import { tokenize } from '../breakdown/tokens.js';
import { contentTerms } from './terms.js';

/** What would answer a question. */
export type AnswerKind = 'person' | 'place' | 'time' | 'number' | 'reason' | 'name' | 'thing' | 'yes-no';

/** A question taken apart. */
export interface ReadQuestion {
  kind: AnswerKind;
  /** Content words in one spelling, without those that only ask. */
  terms: string[];
  /** Words with a capital that don't open the question: names that the script has to know. */
  names: string[];
  /** What it is about as a word of the text: verbs in their dictionary form. */
  verbs: string[];
}

const ASKING =
  /^(?:name|called|call|kind|sort|happen|happens|many|much|long|old|colour|color|time|script|scene|story|film|movie)$/;

/**
 * Reads a question in English; others get their words and the kind `'thing'`.
 *
 * @param question - As typed.
 */
export function readQuestion(question: string): ReadQuestion {
  const plain = question.trim().replaceAll('’', "'").toLowerCase();
  const words = tokenize(question);
  const content = contentTerms(question.replace(/^\s*\S+/, (first) => (isAsking(first) ? ' ' : first)));
  const asking = new Set(words.filter(({ lower }) => ASKING.test(lower)).flatMap(({ lower }) => contentTerms(lower)));
  return {
    kind: kindOf(plain),
    terms: content.filter((term) => !asking.has(term)),
    names: words.slice(1).flatMap(({ text, lower, word }) => (word && /^\p{Lu}\p{Ll}/u.test(text) ? contentTerms(lower) : [])),
    verbs: words.flatMap(({ lower, word }) => (word && !isAsking(lower) ? (verbLemma(lower) ?? []) : [])),
  };
}

function isAsking(word: string): boolean {
  return /^(?:who|whom|whose|what|which|where|when|why|how|is|are|was|were|does|do|did|has|have|had|can|will|would)(?:'s)?$/i.test(
    word,
  );
}

function kindOf(question: string): AnswerKind {
  if (/^(?:who|whom|whose)\b/.test(question)) return 'person';
  if (/^where\b|^(?:in|at) (?:which|what) place\b/.test(question)) return 'place';
  if (/^(?:when|at what time|what time|since when|how long)\b/.test(question)) return 'time';
  if (/^how (?:many|much|old|far|big|tall|often)\b|^what age\b/.test(question)) return 'number';
  if (/^(?:why|how come|what for)\b/.test(question)) return 'reason';
  if (/\b(?:name|called|named)\b/.test(question)) return 'name';
  if (/^(?:is|are|was|were|does|do|did|has|have|had|can|will|would|could|should)\b/.test(question)) return 'yes-no';
  return 'thing';
}

const NUMBER =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million|dozen|half|none|older|younger)\b/i;
const TIME =
  /\d|\bat (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|\b(?:night|day|morning|evening|noon|midnight|dawn|dusk|today|tonight|tomorrow|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|month|year|years|hours?|minutes?|seconds?|ago|before|after|when|since|until|o'clock|spring|summer|autumn|winter)\b/i;
const REASON = /\b(?:because|since|so|therefore|for|to|mistake|typo|fault|reason|why|due|thanks|or|otherwise|wanted|had to)\b/i;
const PLACE =
  /\b(?:in|into|inside|on|onto|at|under|beneath|behind|beside|between|through|over|above|below|near|by|from|to|against|across|outside)\b \w/i;

/**
 * Whether a passage has something that such a question can be answered with, beyond the question's own words.
 *
 * @param kind - What is asked for.
 * @param text - The passage.
 * @param people - Whether a person stands in it who isn't in the question: named, or speaking.
 */
export function holdsAnswer(kind: AnswerKind, text: string, people: boolean): boolean {
  switch (kind) {
    case 'person':
      return (
        people ||
        /\b(?:man|woman|boy|girl|father|mother|brother|sister|son|daughter|wife|husband|I|I'm|he|she|someone|somebody|they)\b/.test(
          text,
        ) ||
        /\b(?:an?|the) \p{Ll}+(?:er|or|man|woman|ist|ian)\b/u.test(text)
      );
    case 'place':
      return PLACE.test(text);
    case 'time':
      return TIME.test(text);
    case 'number':
      return NUMBER.test(text);
    case 'reason':
      return REASON.test(text);
    case 'name':
      return /["“”]|\p{Lu}\p{L}+/u.test(text.slice(1));
    case 'thing':
    case 'yes-no':
      return true;
  }
}
