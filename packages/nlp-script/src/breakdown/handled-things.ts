/** @file Things that no lexicon knows but that somebody picks up: "she unwraps the astrolabe". */
import { isDeterminer } from './grammar.js';
import type { LexiconEntry } from './lexicon/lexicon.js';
import type { Token } from './tokens.js';
import { baseForms } from './tokens.js';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Verbs that are done to a thing with hands, and hardly ever to anything else. */
const HANDS = set(
  'pick lift carry grab snatch clutch unwrap unfold hand toss pocket wield brandish unscrew uncork hold grip fetch unroll polish mend sharpen unpack juggle',
);

/** What stands after a thing that somebody has about them: "a crook under his arm", "an axe in each hand". */
const ABOUT_ONE =
  /^(?:(?:in|from) (?:his|her|their|its|one|each|either|both|the other) (?:hands?|fists?|fingers?|mouth|lap)|(?:under|beneath|over|across|on) (?:his|her|their|one|an|each) (?:arms?|shoulders?|back|knees?|lap|head)|between (?:his|her|their) (?:teeth|knees|fingers))(?!\p{L})/iu;

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

interface Handled {
  /** Index of the noun that names the thing. */
  at: number;
  category: 'prop' | 'wardrobe';
}

interface HandledMatch {
  from: number;
  to: number;
  entry: LexiconEntry;
  rule: 'handled';
  confidence: number;
}

/**
 * Props that only their handling gives away, and clothes that only "wears" does, where no other match covers them.
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
    const handled = token.word ? (objectOfHands(tokens, i) ?? aboutOne(tokens, i)) : undefined;
    if (!handled) continue;
    const head = tokens[handled.at];
    if (!/^\p{Ll}{3,}$/u.test(head.text) || head.lower.endsWith('ly') || isDeterminer(head)) continue;
    if (baseForms(head.lower).some((form) => NOT_PROPS.has(form)) || nameWords.has(head.lower)) continue;
    if ([...known, ...found].some((match) => match.from <= handled.at && match.to > i)) continue;
    const lemma = baseForms(head.lower).at(-1)!;
    found.push({
      from: handled.at,
      to: handled.at + 1,
      entry: { words: [lemma], category: handled.category, use: 'noun' },
      rule: 'handled',
      confidence: 0.45,
    });
  }
  return found;
}

/** "She unwraps the astrolabe": the noun that a verb of hands is done to. */
function objectOfHands(tokens: readonly Token[], i: number): Handled | undefined {
  const forms = baseForms(tokens[i].lower);
  const worn = forms.includes('wear');
  if ((!worn && !forms.some((form) => HANDS.has(form))) || isDeterminer(tokens[i - 1])) return undefined;
  let at = i + 1;
  if (/^(?:up|out|down)$/.test(tokens[at]?.lower ?? '')) at++;
  if (!isDeterminer(tokens[at]) || tokens[at].lower.endsWith("'s")) return undefined;
  const last = endOfGroup(tokens, at);
  return last === at ? undefined : { at: last, category: worn ? 'wardrobe' : 'prop' };
}

/** "A crook under his arm": the last noun of a group that hands, arms or shoulders come after. */
function aboutOne(tokens: readonly Token[], i: number): Handled | undefined {
  if (!/^(?:an?|the|his|her|their)$/.test(tokens[i].lower)) return undefined;
  const last = endOfGroup(tokens, i);
  if (last === i) return undefined;
  const after = tokens.slice(last + 1, last + 4).map(({ lower }) => lower);
  return ABOUT_ONE.test(after.join(' ')) ? { at: last, category: 'prop' } : undefined;
}

function endOfGroup(tokens: readonly Token[], from: number): number {
  let last = from;
  while (tokens[last + 1]?.word && last - from < 3 && !ENDS_GROUP.test(tokens[last + 1].lower)) last++;
  return last;
}
