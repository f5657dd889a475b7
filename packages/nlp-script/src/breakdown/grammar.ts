/**
 * @file The little grammar that telling a match from a match needs: is a word used as noun or verb, who does it, and is the
 * thing there at all (not in a simile, not "without").
 */
import type { Token } from './tokens.js';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const DETERMINERS = set(
  `a an the this that these those his her its their my your our whose another each every some any no one two three four five six seven eight nine ten
   eleven twelve twenty thirty forty fifty hundred dozen several many few both all half single second third first last other more most`,
);
const SUBJECTS = set('he she it they i you we who somebody someone nobody everybody everyone which that');
const PEOPLE = set('he she they i you we who somebody someone nobody everybody everyone');
const PERSON_NOUNS = set(
  `man woman boy girl child children people person men women guard nurse doctor officer soldier teacher driver mother father brother sister son daughter
   wife husband judge keeper crowd audience couple kid teenager stranger figure singer choir band waiter clerk guards pupils baby widow priest captain
   sailor sailors fisherman fishermen headmistress photographer reporter reporters student students grandmother grandfather detective killer king queen`,
);
const MODALS = set(
  "can could will would shall should may might must can't won't couldn't wouldn't don't doesn't didn't do does did let's to cannot",
);
const AUXILIARIES = set(
  'is are was were be been being has have had am not just then still now also already never always almost only suddenly slowly again',
);
const PREPOSITIONS = set(
  `of in on with under over from by through into for at around behind beside between against across beneath onto inside outside near along down
   up off above below past without about after before until beyond towards toward upon among amid`,
);
const CLAUSE_WORDS = set('and or but as while when where if because than so then');
const HANDLING = set(
  `hold holds holding take takes taking carry carries carrying grab grabs grabbing pick picks picking lift lifts lifting raise raises raising throw throws
   throwing drop drops dropping give gives giving hand hands handing pull pulls pulling draw draws drawing bring brings bringing use uses using wield wields
   clutch clutches clutching grip grips gripping open opens opening close closes closing put puts putting set sets setting lay lays laying light lights
   lighting strike strikes striking read reads reading wear wears wearing eat eats eating drink drinks drinking pour pours pouring push pushes pushing
   drag drags dragging swing swings swinging toss tosses tossing catch catches catching snatch snatches fetch fetches find finds finding unfold unfolds
   fold folds unwrap unwraps wave waves waving polish polishes wipe wipes wiping produce produces offer offers uncap uncaps place places placing`,
);

/** Words that are read to find a subject or the end of a phrase; sentences of people are shorter. */
const REACH = 60;

/** Numbers, articles, possessives: what stands before a noun. */
export function isDeterminer(token: Token | undefined): boolean {
  return token !== undefined && (DETERMINERS.has(token.lower) || /'s$|s'$/.test(token.lower) || /^\d+$/.test(token.lower));
}

/** "in", "behind": what stands before a noun phrase and ties it to something else. */
export function isPreposition(token: Token | undefined): boolean {
  return token !== undefined && PREPOSITIONS.has(token.lower);
}

/** "and", "while": what a new clause may begin with. */
export function isClauseWord(token: Token | undefined): boolean {
  return token !== undefined && CLAUSE_WORDS.has(token.lower);
}

/** "is", "then", "slowly": what may stand between a subject and its verb. */
export function isAuxiliary(token: Token | undefined): boolean {
  return token !== undefined && (AUXILIARIES.has(token.lower) || MODALS.has(token.lower));
}

/** A common noun for people: "guard", "women", "pupils". */
export function isPersonNoun(lower: string): boolean {
  return PERSON_NOUNS.has(lower);
}

/** A verb that is done to a thing with hands. */
export function isHandling(token: Token | undefined): boolean {
  return token !== undefined && HANDLING.has(token.lower);
}

/** Whether a determiner stands up to three words before, with nothing but words that can describe a noun between. */
export function hasDeterminer(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    const token = tokens[i];
    if (isDeterminer(token)) return true;
    if (!token.word && token.text !== ',') return false;
    if (PREPOSITIONS.has(token.lower) || SUBJECTS.has(token.lower) || MODALS.has(token.lower) || AUXILIARIES.has(token.lower))
      return false;
    if (CLAUSE_WORDS.has(token.lower)) return false;
  }
  return false;
}

/** How a word is plainly used; `'unclear'` where the little grammar can't say. */
export function wordUse(tokens: readonly Token[], at: number, isName: (token: Token) => boolean): 'noun' | 'verb' | 'unclear' {
  const token = tokens[at];
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (isDeterminer(before)) return 'noun';
  const participle = /(?:ing|ed)$/.test(token.lower) && token.lower.length > 4;
  if (before?.word) {
    if (MODALS.has(before.lower) && !(before.lower === 'to' && token.lower.endsWith('s'))) return 'verb';
    if (SUBJECTS.has(before.lower) && before.lower !== 'that') return 'verb';
    if (isName(before) && !before.lower.endsWith("'s") && /(?:s|ed)$/.test(token.lower)) return 'verb';
    if (before.lower.endsWith('ly') && token.lower.endsWith('s')) return 'verb';
    if (PREPOSITIONS.has(before.lower) && !participle) return 'noun';
    if (isHandling(before) && !participle) return 'noun';
  }
  if (participle) return hasDeterminer(tokens, at) && !AUXILIARIES.has(before?.lower ?? '') ? 'unclear' : 'verb';
  if (/[^s]s$/.test(token.lower) && before?.word && !CLAUSE_WORDS.has(before.lower) && hasDeterminer(tokens, at)) {
    return after &&
      (PREPOSITIONS.has(after.lower) ||
        isDeterminer(after) ||
        !after.word ||
        CLAUSE_WORDS.has(after.lower) ||
        after.lower.endsWith('ly'))
      ? 'verb'
      : 'unclear';
  }
  if (hasDeterminer(tokens, at)) return 'noun';
  if (!before || !before.word) return !after || !after.word || PREPOSITIONS.has(after.lower) ? 'noun' : 'unclear';
  return 'unclear';
}

/** "Two guards dive for the hedge", "Glasses shatter.": a plain form after a plural, before what no noun would stand before. */
export function hasPluralSubject(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (!before?.word || !/(?:[^s']s|men|women|children|people)$/.test(before.lower) || isDeterminer(before)) return false;
  if (PREPOSITIONS.has(before.lower) || AUXILIARIES.has(before.lower) || SUBJECTS.has(before.lower)) return false;
  return !/(?:s|ed|ing)$/.test(tokens[at].lower) && (!after?.word || PREPOSITIONS.has(after.lower) || after.lower.endsWith('ly'));
}

/** Who does what the verb at `at` says: a person, something else (given by its word), or unknown. */
export function subjectOf(
  tokens: readonly Token[],
  at: number,
  isName: (token: Token) => boolean,
): { person: boolean; word?: string } {
  if (/^(?:and|then|,)$/.test(tokens[at - 1]?.lower ?? '')) return firstSubject(tokens, at, isName);
  let noun: string | undefined;
  for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
    const token = tokens[i];
    if (!token.word) {
      if (/^[.!?:;…]/.test(token.text)) break;
      continue;
    }
    if (PEOPLE.has(token.lower) || (isName(token) && !token.lower.endsWith("'s"))) return { person: true };
    if (token.lower === 'it' || token.lower === 'its') return { person: false, word: 'it' };
    if (PERSON_NOUNS.has(token.lower)) return { person: true, word: token.lower };
    if (isDeterminer(token)) return noun === undefined ? { person: false } : { person: false, word: noun };
    if (!AUXILIARIES.has(token.lower) && !token.lower.endsWith('ly')) noun ??= token.lower;
    if (PREPOSITIONS.has(token.lower) || CLAUSE_WORDS.has(token.lower)) noun = undefined;
  }
  return noun === undefined ? { person: false } : { person: false, word: noun };
}

/** "She tucks it in and dives": a verb after "and" or a comma has the subject that its sentence begins with. */
function firstSubject(
  tokens: readonly Token[],
  at: number,
  isName: (token: Token) => boolean,
): { person: boolean; word?: string } {
  for (let i = Math.max(0, at - REACH); i < at; i++) {
    const token = tokens[i];
    if (!token.word) continue;
    if (PEOPLE.has(token.lower) || (isName(token) && !token.lower.endsWith("'s"))) return { person: true };
    if (token.lower === 'it') return { person: false, word: 'it' };
    if (PERSON_NOUNS.has(token.lower)) return { person: true, word: token.lower };
    const next = tokens[i + 1];
    if (isDeterminer(token)) continue;
    if (next && !next.word) return { person: false, word: token.lower };
    if (
      next &&
      (next.lower.endsWith('s') || CLAUSE_WORDS.has(next.lower) || PREPOSITIONS.has(next.lower) || AUXILIARIES.has(next.lower))
    )
      return { person: false, word: token.lower };
  }
  return { person: false };
}

/** For each token whether it stands in a comparison or a negation: "like a general", "flat as slate", "without its siren". */
export function absentTokens(tokens: readonly Token[]): boolean[] {
  const absent = tokens.map(() => false);
  const markUntil = (from: number, stop: (token: Token, i: number) => boolean): void => {
    for (let i = from; i < Math.min(tokens.length, from + REACH) && !stop(tokens[i], i); i++) absent[i] = true;
  };
  const endOfPhrase = (token: Token, from: number, i: number): boolean =>
    /^[.,;:!?—…)]/.test(token.text) ||
    (i > from + 1 && (CLAUSE_WORDS.has(token.lower) || PREPOSITIONS.has(token.lower)) && token.lower !== 'of');
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1];
    const next = tokens[i + 1];
    if (token.lower === 'like' && next && !SUBJECTS.has(before?.lower ?? '') && !MODALS.has(before?.lower ?? '')) {
      markUntil(i + 1, (at, j) => /^[.,;:!?—…)]/.test(at.text) && j > i + 1);
    } else if (token.lower === 'as' && next?.word && before?.word) {
      const comparison =
        /^(?:a|an)$/.test(next.lower) ||
        (!isDeterminer(next) && !SUBJECTS.has(next.lower) && /^\p{Ll}/u.test(next.text) && isAdjectiveBefore(tokens, i));
      if (comparison) markUntil(i + 1, (at, j) => endOfPhrase(at, i + 1, j));
    } else if (token.lower === 'the' && next?.lower === 'way') {
      markUntil(i + 1, (at) => /^[.;:!?]/.test(at.text));
    } else if (token.lower === 'without' || token.lower === 'no' || token.lower === 'than') {
      markUntil(i + 1, (at, j) => endOfPhrase(at, i + 1, j));
    } else if (token.lower === 'made' && (next?.lower === 'for' || next?.lower === 'of')) {
      markUntil(i + 1, (at, j) => endOfPhrase(at, i + 2, j));
    } else if (token.lower === 'size' && next?.lower === 'of') {
      markUntil(i + 1, (at, j) => endOfPhrase(at, i + 2, j));
    }
  }
  return absent;
}

/** "flat as slate", "as tall as": the word before `as` describes, it isn't a thing that something happens to. */
function isAdjectiveBefore(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (!before?.word) return false;
  if (tokens[at - 2]?.lower === 'as' || !tokens[at - 2]?.word) return !PEOPLE.has(before.lower);
  return (
    /(?:y|k|t|d|n|w|l|ck|sh|p|ue)$/.test(before.lower) && !/(?:ing|ly)$/.test(before.lower) && !hasDeterminer(tokens, at - 1)
  );
}
