/** @file Who is introduced in action: "MARA VOSS, 30s, oilskin, …" gives name, age and description. */
import type { Screenplay, Span } from '../screenplay/screenplay.js';
import type { SceneRange } from './scenes.js';
import { isTransition } from './scenes.js';
import type { SpanLocator } from './spans.js';
import { findNamedThings } from './named-things.js';
import { lexiconIndex } from './lexicon/lexicon.js';
import { baseForms, splitSentences } from './tokens.js';

/** A character's first description. */
export interface Introduction {
  /** In capitals as written: `'MARA VOSS'`. */
  name: string;
  /** As written: `'34'`, `'30s'`, `'late forties'`. */
  age?: string;
  /** Middle of the age in years: 34, 35, 47. */
  years?: number;
  /** What else they are called where they are introduced: the OLD TOM of "THOMAS ARKWRIGHT, 71, called OLD TOM". */
  called?: string;
  /** The words after the name, age left out: `'pressed raincoat, city shoes'`. */
  description: string;
  scene: number;
  element: number;
  span: Span;
}

/** A run of one to four words in capitals; titles may keep their stop. */
const CAPITAL_RUN =
  /(?<![\p{L}\p{N}'’])(?:(?:MR|MRS|MS|DR|ST)\.? )?\p{Lu}[\p{Lu}\p{N}'’.-]+(?: (?:\p{Lu}\.|\p{Lu}[\p{Lu}\p{N}'’-]+)){0,3}(?![\p{Ll}])/gu;

/** `34`, `30s`, `mid-30s`, `(34)`, `early forties`, `twenty-five`, `teens`, `34 years old`. */
const AGE =
  /^\s*[,(（]?\s*(?:aged? )?((?:(?:early|mid|late)[ -])?(?:\d{1,3}(?:['’]?s)?(?:-\d{1,3})?|teens|(?:twen|thir|for|fif|six|seven|eigh|nine)ties|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen))(?:[ -]years?[ -]old| ans| Jahre| años|岁)?\s*(?=[,.;:)）]|$)[,)）]?/iu;

/** "called OLD TOM", "known as THE DUKE", after a name and perhaps an age. */
const CALLED =
  /^[\s,]*(?:(?:better |also )?known as|(?:also )?called|nicknamed|alias|a\.k\.a\.|aka) (?:["“']?)((?:THE )?\p{Lu}[\p{Lu}'’-]+(?: \p{Lu}[\p{Lu}'’-]+){0,2})(?!\p{Ll})/u;

const NOT_NAMES =
  /^(?:THE|AN?|CLOSE|WIDE|ANGLE|POV|INSERT|PAN|PUSH|PULL|TILT|TRACK|DOLLY|CRANE|ZOOM|SMASH|CUT|FADE|DISSOLVE|WIPE|TITLE|SUPER|SUPERIMPOSE|CHYRON|MONTAGE|SERIES|BACK|FLASHBACK|CONTINUED|MORE|END|BEGIN|INTERCUT|LATER|NIGHT|DAY|INT|EXT|HIGH|LOW|WE|ON|OFF|BANG|CLICK|CRASH|BOOM|SLAM|ON SCREEN)(?=$|[\s.:-])/u;

/**
 * Introductions in the order of the script, one per name.
 *
 * @param screenplay - The screenplay.
 * @param scenes - Its scenes.
 * @param cues - Canonical names that speak somewhere: a cue in capitals needs no age to count.
 * @param locator - The way to the source.
 */
export function findIntroductions(
  screenplay: Screenplay,
  scenes: readonly SceneRange[],
  cues: ReadonlySet<string>,
  locator: SpanLocator,
): Introduction[] {
  const found = new Map<string, Introduction>();
  for (const scene of scenes) {
    for (let i = scene.from; i < scene.to; i++) {
      const element = screenplay.elements[i];
      if (element.type !== 'action' || isTransition(element)) continue;
      for (const sentence of splitSentences(element.text)) {
        for (const match of sentence.text.matchAll(CAPITAL_RUN)) {
          const name = match[0].replace(/['’]S$/u, '').replace(/[.,]$/, '');
          const after = sentence.text.slice(match.index + match[0].length);
          const age = AGE.exec(after);
          const known = belongsToCue(name, cues) || isSetOff(sentence.text, match.index, name);
          if (found.has(name) || NOT_NAMES.test(name) || (!age && !known) || (!age && !/\p{Ll}/u.test(sentence.text))) continue;
          if (isNickname(sentence.text.slice(0, match.index))) continue;
          const called = CALLED.exec(age ? after.slice(age[0].length) : after)?.[1];
          const start = sentence.start + match.index;
          found.set(name, {
            name,
            ...(called ? { called } : {}),
            ...(age ? { age: age[1], ...yearsOf(age[1]) } : {}),
            description: describe(/^\s*[(（]/.test(after) ? after.slice(0, after.search(/[)）]|$/)) : after, age),
            scene: scene.index,
            element: i,
            span: locator.locate(element, start, start + name.length),
          });
        }
      }
    }
  }
  return [...found.values()];
}

/** "…, called OLD TOM": the name was given with the one before it. */
function isNickname(before: string): boolean {
  return /\p{Lu}{2}[^.!?]{0,24}\b(?:known as|called|nicknamed|alias|a\.k\.a\.|aka) ["“']?$/u.test(before);
}

/** Whether a name in action is the one above a speech: "ANSELM OKORO" for ANSELM, "FELIX LORNE" for LORNE. */
export function belongsToCue(name: string, cues: ReadonlySet<string>): boolean {
  return cues.has(name) || name.split(' ').some((word) => cues.has(word));
}

/**
 * "One of them, JADWIGA, hums": a name between commas or after a colon, of letters alone, that no article stands before and no lexicon
 * knows. Things with names ("a trawler, the CONSTANCE") and animals ("her falcon, GRIM") are none.
 */
function isSetOff(sentence: string, at: number, name: string): boolean {
  const before = sentence.slice(0, at);
  const after = sentence.slice(at + name.length);
  if (!/(?:[,:—–-] )$/.test(before) || !/^[,:]/.test(after) || !/^\p{Lu}[\p{Lu}'’-]{2,}(?: \p{Lu}[\p{Lu}'’-]+)?$/u.test(name))
    return false;
  if (name.split(' ').some((word) => baseForms(word.toLowerCase()).some((form) => lexiconIndex('en').has(form)))) return false;
  return PERSON_BEFORE.test(before) && findNamedThings(sentence).every((thing) => !thing.name.startsWith(name));
}

const PERSON_BEFORE =
  /\b(?:one of (?:them|the \p{Ll}+)|(?:wo)?man|girl|boy|child|mother|father|sister|brother|son|daughter|wife|husband|friend|(?:an?|the|his|her|their) (?:\p{Ll}+ ){0,3}\p{Ll}+(?:er|or|man|woman|ist|ian)|of (?:\d+|\p{Ll}+))[,:—–-] $/u;

/** Up to the closing bracket or the first finite clause: what is left of the noun phrases that follow a name. */
function describe(after: string, age: RegExpExecArray | null): string {
  if (!age && !/^\s*[,(（]/.test(after)) return '';
  const text = after
    .slice(age ? age[0].length : 0)
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:)（(—–-]+/, '');
  const phrases: string[] = [];
  for (const phrase of text.replace(/[.!?]+$/, '').split(/,\s*/)) {
    if (
      /^(?:is|are|was|were|has|stands?|sits?|walks?|steps?|comes?|lies|looks?|holds?|carries|floats?|drifts?|pushes|writes|moves|enters|leans|runs|turns|eats|drinks|reads|sleeps|wears|empties|polishes|mends|works|watches|smokes|plays|types|waits?|opens|takes|puts|speaks|and (?:is|her|his))\b/i.test(
        phrase,
      )
    )
      break;
    phrases.push(phrase);
  }
  return phrases.join(', ');
}

const TENS: Readonly<Record<string, number>> = { twen: 20, thir: 30, for: 40, fif: 50, six: 60, seven: 70, eigh: 80, nine: 90 };
const NUMBERS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TY = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

function yearsOf(age: string): { years?: number } {
  const plain = age.toLowerCase();
  const offset = plain.startsWith('early') ? 2 : plain.startsWith('late') ? 8 : 5;
  const digits = /(\d{1,3})(['’]?s)?(?:-(\d{1,3}))?/.exec(plain);
  if (digits) {
    const first = Number(digits[1]);
    return { years: digits[2] ? first + offset : digits[3] ? Math.round((first + Number(digits[3])) / 2) : first };
  }
  const decade = /(twen|thir|for|fif|six|seven|eigh|nine)ties/.exec(plain);
  if (decade) return { years: TENS[decade[1]] + offset };
  if (plain.includes('teens')) return { years: plain.startsWith('early') ? 14 : plain.startsWith('late') ? 18 : 16 };
  const [ten, one] = plain.split('-') as [string, string | undefined];
  const small = NUMBERS.indexOf(ten);
  if (small > 0) return { years: small };
  const tens = TY.indexOf(ten);
  return tens < 0 ? {} : { years: (tens + 2) * 10 + (one ? NUMBERS.indexOf(one) : 0) };
}
