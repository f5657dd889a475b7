/**
 * @file People without a name that no list has: "three pickers", "a stretcher bearer", "two spearmen". Told by how nouns for people are made
 * in English, by a number or article before them, and by what they do after them.
 */
import { isAuxiliary, isClauseWord, isPreposition } from './grammar.js';
import type { LexiconEntry } from './lexicon/lexicon.js';
import { lexiconIndex } from './lexicon/lexicon.js';
import type { Token } from './tokens.js';
import { baseForms } from './tokens.js';
import { verbLemma } from './verbs.js';

/** Endings that make a noun for a person, and hardly ever another. */
const PERSON = /(?:man|men|woman|women|smith|smiths|keeper|keepers|herd|herds|wright|wrights|maid|maids|boy|boys|girl|girls)$/;
/** Endings that make one from a verb or a trade, and tools and things just as often: these need to do something. */
const DOER = /(?:[^aeiou]ers?|[^aeiou]ors?|ists?|ians?|eers?)$/;
const NOT_PEOPLE =
  /^(?:human|german|roman|ottoman|talisman|omen|specimen|women|men|man|woman|boy|girl|boys|girls|regimen|abdomen|walkman|snowman|scarecrow|number|numbers|water|paper|finger|fingers|shoulder|shoulders|corner|winter|summer|matter|letter|letters|order|under|over|after|never|ever|other|others|another|rather|together|daughter|mother|father|sister|brother|character|shelter|river|rivers|ladder|shutter|shutters|trailer|container|counter|computer|tower|power|weather|leather|feather|silver|dinner|supper|flower|flowers|mirror|mirrors|floor|door|doors|color|motor|motors|corridor|harbor|tractor|doctor|doctors|list|fist|mist|wrist|twist|waist|mister|centre|center|quarter|quarters|laughter|whisper|thunder|danger|anger|fever|cover|powder|border|sewer|layer|gutter|chapter|poster|register|filter|butter|pepper|cancer|monster|spider|tiger|lobster|hamster)$/;
const COUNT =
  /^(?:an?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some|a|dozen|many|few|other|more|young|old|another|\d+)$/;

interface PersonMatch {
  from: number;
  to: number;
  entry: LexiconEntry;
  rule: 'noun-in-context';
  confidence: number;
}

/**
 * People that their ending gives away, where no other match covers them.
 *
 * @param tokens - Words of a sentence.
 * @param known - Matches that the lexicons found.
 * @param nameWords - Words of character names, lower case.
 */
export function unknownPeople(
  tokens: readonly Token[],
  known: readonly { from: number; to: number }[],
  nameWords: ReadonlySet<string>,
): PersonMatch[] {
  const found: PersonMatch[] = [];
  for (const [i, token] of tokens.entries()) {
    if (!token.word || token.lower.endsWith("'s") || NOT_PEOPLE.test(token.lower) || nameWords.has(token.lower)) continue;
    if (known.some(({ from, to }) => from <= i && to > i) || !isCounted(tokens, i)) continue;
    const made = token.lower.length > 4 && PERSON.test(token.lower);
    if (!made && !(token.lower.length > 4 && DOER.test(token.lower) && !isThing(token.lower) && actsNext(tokens, i))) continue;
    const forms = baseForms(token.lower);
    const lemma = /(?:[^s]s|men)$/.test(token.lower) ? forms.at(-1)! : token.lower;
    found.push({
      from: i,
      to: i + 1,
      entry: { words: [lemma], category: 'extra', use: 'noun' },
      rule: 'noun-in-context',
      confidence: made ? 0.6 : 0.5,
    });
  }
  return found;
}

/** An indefinite article or a number up to three words before: the definite ones have been met, or have a name. */
function isCounted(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const { lower, word } = tokens[i];
    if (!word || isPreposition(tokens[i]) || isClauseWord(tokens[i])) return plural(tokens[at].lower) && i === at - 1;
    if (COUNT.test(lower)) return true;
    if (/^(?:the|his|her|its|their|my|your|our|this|that)$/.test(lower)) return plural(tokens[at].lower);
  }
  return plural(tokens[at].lower) && at <= 2;
}

function plural(lower: string): boolean {
  return /[^s]s$|men$/.test(lower);
}

function isThing(lower: string): boolean {
  return baseForms(lower).some((form) => lexiconIndex('en').has(form) || verbLemma(form) === form);
}

/** Within the next words stands a verb that people do, in the form that goes with the noun. */
function actsNext(tokens: readonly Token[], at: number): boolean {
  const many = plural(tokens[at].lower);
  for (let i = at + 1; i < Math.min(tokens.length, at + 5); i++) {
    const { lower, word } = tokens[i];
    if (!word) return false;
    if (isAuxiliary(tokens[i])) continue;
    const lemma = verbLemma(lower);
    if (lemma !== undefined && (many ? lower === lemma : lower !== lemma && lower.endsWith('s')))
      return /^(?:walk|run|sit|stand|kneel|crouch|shout|sing|laugh|talk|carry|take|give|drop|look|watch|hold|wear|lead|pull|push|fire|fight|dance|bow|smoke|drink|eat|shoot|ride|wait|work|march|throw|bring|serve|pour|hand|open|close|turn|step|lean|wave|cheer|pray|sleep|swing|jump|climb|cross|enter|leave|haul|drag|dig|cook|clean|film|point|nod|offer|gather|follow|hurry|stare|peer|scream|cry|speak|whisper|read|write|play|fish|mend|chew|check)$/.test(
        lemma,
      );
  }
  return false;
}
