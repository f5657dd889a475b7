/**
 * @file Sentences as the rules of content read them: words in lower case with one space between, people marked with `@`, so that a rule
 * can ask "shoots whom?" in one line. Every stretch leads back to its characters.
 */
import { NAMES_OF_HE, NAMES_OF_SHE } from '../breakdown/lexicon/given-names.js';
import type { Token } from '../breakdown/tokens.js';
import { splitSentences, tokenize } from '../breakdown/tokens.js';

/** Words with a capital that name no person. */
const NOT_NAMES = new Set(
  `i i'm i'll i'd i've monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
   november december christmas easter god english french german spanish chinese russian american british coke`.split(/\s+/),
);

/** What stands for a name, so that a Dick is no insult. */
const NAME = '@name';

/** A sentence made ready for rules. */
export interface PatternSentence {
  /** `'@mara shoots @him in the chest .'` */
  pattern: string;
  /** The sentence as written. */
  text: string;
  /** Offset of the sentence in its element. */
  start: number;
  tokens: readonly Token[];
  /** The tokens of a stretch of `pattern`: first and last, both included. */
  tokensAt(from: number, to: number): { first: number; last: number };
}

const PEOPLE = new Set(
  `he him she they them me you us we i who somebody someone anybody anyone everybody everyone man men woman women boy boys girl girls kid kids child
   children baby people person guard guards soldier soldiers officer officers cop cops policeman policemen policewoman sentry watchman prisoner
   prisoners hostage hostages brother brothers sister sisters mother father mom mum dad parents wife husband son daughter friend friends stranger
   strangers bride groom widow lover boyfriend girlfriend teacher student students doctor nurse driver captain sailor sailors priest nun king queen
   prince princess boss neighbor neighbour victim victims intruder intruders thug thugs gangster gangsters robber thief killer murderer assassin
   attacker enemy enemies rebel rebels civilian civilians crowd passenger passengers waiter clerk judge lawyer witness witch stripper torturer
   torturers guy guys dude gunman gunmen bodyguard detective agent agents opponent bully teenager teenagers villager villagers sniper pilot twins
   grandmother grandfather uncle aunt cousin lady gentleman reporter photographer survivor survivors hunter farmer
   sheriff deputy biker bikers trucker landlord landlady barman bartender mayor mob gang gangs protester protesters demonstrator demonstrators
   fighter fighters wrestler boxer maid butler servant servants monk bishop general colonel lieutenant sergeant private recruit recruits
   terrorist terrorists kidnapper kidnappers burglar hitman mobster henchman henchmen refugee refugees nanny toddler infant orphan neighbors
   colleague colleagues employee manager chef cook surgeon patient patients swimmer runner rider knight knights pirate pirates`.split(
    /\s+/,
  ),
);

/** What follows "her" where she is the one it is done to, and not the owner of something. */
const AFTER_OBJECT = new Set(
  `in on with under over from by through into for at around behind beside between against across onto inside outside near along down up off above
   below past without about after before until beyond toward towards to and or but as while when where if because than so then again hard twice too
   back away now there here once alone first harder down. dead alive unconscious the a an that this every all like tonight`.split(
    /\s+/,
  ),
);

/**
 * Makes the sentences of a text ready.
 *
 * @param text - Text of an element.
 * @param nameWords - Lower-case words of the characters' names; they count where they are capitalised.
 */
export function patternSentences(text: string, nameWords: ReadonlySet<string>): PatternSentence[] {
  return splitSentences(text).map((sentence) => {
    const tokens = tokenize(sentence.text);
    const starts: number[] = [];
    let pattern = '';
    for (const [i, token] of tokens.entries()) {
      if (i > 0) pattern += ' ';
      starts.push(pattern.length);
      pattern += isName(tokens, i, nameWords)
        ? `${NAME}${token.lower.endsWith("'s") ? "'s" : ''}`
        : isPerson(tokens, i)
          ? `@${token.lower}`
          : token.lower;
    }
    return {
      pattern,
      text: sentence.text,
      start: sentence.start,
      tokens,
      tokensAt: (from, to) => ({ first: lastAtOrBefore(starts, from), last: lastAtOrBefore(starts, Math.max(from, to - 1)) }),
    };
  });
}

function isPerson(tokens: readonly Token[], at: number): boolean {
  const { lower, word } = tokens[at];
  if (!word) return false;
  if (lower === 'her') {
    const next = tokens[at + 1];
    return !next?.word || AFTER_OBJECT.has(next.lower);
  }
  return PEOPLE.has(lower.replace(/'(?:s|m|re|ll|ve|d)?$/, ''));
}

/** A name of the script, or a common given name with a capital within a sentence. */
function isName(tokens: readonly Token[], at: number, nameWords: ReadonlySet<string>): boolean {
  const { lower, text, word } = tokens[at];
  if (!word || !/^\p{Lu}/u.test(text)) return false;
  const plain = lower.replace(/'s?$/, '');
  if (nameWords.has(plain)) return true;
  const given = NAMES_OF_SHE.has(plain) || NAMES_OF_HE.has(plain);
  // At the start of a sentence Will may be a verb and Rose a past tense.
  if (at === 0 || text === text.toUpperCase()) return false;
  return given || (/^\p{Ll}/u.test(tokens[at - 1].text) && !NOT_NAMES.has(plain) && !/^\p{Lu}/u.test(tokens[at + 1]?.text ?? ''));
}

function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= offset) low = middle;
    else high = middle;
  }
  return low;
}
