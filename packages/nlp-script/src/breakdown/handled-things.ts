/** @file Things that no lexicon knows but that somebody picks up: "she unwraps the astrolabe". */
import { isDeterminer } from './grammar.js';
import type { LexiconEntry } from './lexicon/lexicon.js';
import type { Token } from './tokens.js';
import { baseForms } from './tokens.js';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Verbs that are done to a thing with hands, and hardly ever to anything else. */
const HANDS = set('pick lift carry grab snatch clutch unwrap unfold hand toss pocket wield brandish unscrew uncork');

/** What hands do these things to without a property master: parts of the body, of the house, of speech. */
const NOT_PROPS = set(
  `arm arms hand hands finger fingers face head hair eye eyes eyebrow chin cheek mouth lip lips nose ear ears neck shoulder shoulders back chest leg legs knee
   knees foot feet fist wrist elbow body door doors window windows gate wall floor ceiling roof stair stairs corner edge side end top bottom rest way
   road street path room place seat breath voice gaze glance look moment chance time pace speed thought courage attention breakfast lunch dinner
   man woman boy girl child baby person people one ones other others thing things something anything nothing everything it him her them us
   half part piece bit lot few load weight sense idea question answer word words name number message finger's call chin speed curtain curtains`,
);

const ENDS_GROUP =
  /^(?:of|in|on|with|under|over|from|by|through|into|at|around|behind|beside|between|against|across|and|or|but|that|which|as|to|up|down|off|out|back|over|away|aside|open|shut|towards?|onto|for|then|while)$/;

/**
 * Whether a noun can name a thing of its own that hands hold: no part of a body or a house, no word of speech or time.
 *
 * @param lemma - Dictionary form in lower case.
 */
export function isHandleable(lemma: string): boolean {
  return !NOT_PROPS.has(lemma);
}

interface HandledMatch {
  from: number;
  to: number;
  entry: LexiconEntry;
  rule: 'handled';
  confidence: number;
}

/**
 * Props that only a verb of handling gives away, where no other match covers them.
 *
 * @param tokens - Words of a sentence.
 * @param known - Matches that the lexicons found.
 * @param nameWords - Words of character names, lower case.
 */
export function unknownHandled(
  tokens: readonly Token[],
  known: readonly { from: number; to: number }[],
  nameWords: ReadonlySet<string>,
): HandledMatch[] {
  const found: HandledMatch[] = [];
  for (const [i, token] of tokens.entries()) {
    if (!token.word || !baseForms(token.lower).some((form) => HANDS.has(form)) || isDeterminer(tokens[i - 1])) continue;
    let at = i + 1;
    if (/^(?:up|out|down)$/.test(tokens[at]?.lower ?? '')) at++;
    if (!isDeterminer(tokens[at]) || tokens[at].lower.endsWith("'s")) continue;
    let last = at;
    while (tokens[last + 1]?.word && last - at < 3 && !ENDS_GROUP.test(tokens[last + 1].lower)) last++;
    const head = tokens[last];
    if (last === at || !/^\p{Ll}{3,}$/u.test(head.text) || head.lower.endsWith('ly') || isDeterminer(head)) continue;
    if (baseForms(head.lower).some((form) => NOT_PROPS.has(form)) || nameWords.has(head.lower)) continue;
    if (known.some((match) => match.from <= last && match.to > at)) continue;
    const lemma = baseForms(head.lower).at(-1)!;
    found.push({
      from: last,
      to: last + 1,
      entry: { words: [lemma], category: 'prop', use: 'noun' },
      rule: 'handled',
      confidence: 0.45,
    });
  }
  return found;
}
