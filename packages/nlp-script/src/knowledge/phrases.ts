/**
 * @file A sentence of action as a row of chunks: noun phrases, verbs, prepositions and what joins them. No parser of everything English
 * can say, but of the short present-tense sentences that action lines are made of.
 */
import { isAuxiliary, isClauseWord, isDeterminer, isPreposition, wordUse } from '../breakdown/grammar.js';
import type { Token } from '../breakdown/tokens.js';
import { tokenize } from '../breakdown/tokens.js';
import { isPlainVerb, verbLemma } from '../breakdown/verbs.js';

/** A stretch of a sentence with one job. Offsets are in the sentence. */
export interface Chunk {
  kind: 'noun' | 'verb' | 'preposition' | 'joint' | 'stop' | 'adverb';
  /** As written. */
  text: string;
  /** The word that decides: the last of a noun phrase without its possessive, the verb. Lower case. */
  head: string;
  /** Offset of the head. */
  headStart: number;
  start: number;
  end: number;
  /** Noun phrases: the words before the head, lower case, without articles. */
  modifiers: string[];
  /** Noun phrases: whose: the possessive in front. */
  owner?: { text: string; start: number };
  /** Noun phrases: with "the", "this", "her" …: something already known. */
  definite: boolean;
  /** Noun phrases: a name of a character stands in them. */
  name?: string;
  /** Verbs: dictionary form. */
  lemma?: string;
  /** Verbs: "doesn't", "never", "can't". */
  negated: boolean;
  /** Verbs: done to the subject: "is shot". */
  passive: boolean;
  /** Verbs: "to go", "-ing": not the finite verb of its clause. */
  finite: boolean;
}

/** A name of a character in the sentence. */
export interface NameMention {
  name: string;
  start: number;
  end: number;
}

const PRONOUNS = new Set(
  'i me you he him she her it we us they them who whom myself yourself himself herself itself ourselves themselves someone somebody nobody everyone everybody something nothing everything'.split(
    ' ',
  ),
);
const POSSESSIVES = new Set('my your his her its our their whose'.split(' '));
const NEGATIONS = /^(?:not|never|no|nobody|neither|nor|cannot|.*n't)$/;
const PARTICIPLES = new Set(
  'shot stolen taken given held hidden broken torn struck beaten burnt bitten thrown found kept hit cut hurt told seen caught lost killed bound tied written left'.split(
    ' ',
  ),
);
const DEFINITE = /^(?:the|this|that|these|those|his|her|its|their|my|your|our)$/;

/**
 * The chunks of a sentence.
 *
 * @param sentence - One sentence.
 * @param names - Names of characters in it.
 */
export function chunkSentence(sentence: string, names: readonly NameMention[]): Chunk[] {
  const tokens = tokenize(sentence);
  const nameAt = (token: Token): NameMention | undefined =>
    names.find(({ start, end }) => token.start >= start && token.start < end);
  const isName = (token: Token): boolean => nameAt(token) !== undefined;
  const chunks: Chunk[] = [];
  const push = (kind: Chunk['kind'], from: number, to: number, extra: Partial<Chunk> = {}): void => {
    const last = tokens[to - 1];
    chunks.push({
      kind,
      text: sentence.slice(tokens[from].start, last.end),
      head: last.lower.replace(/'s?$/, ''),
      headStart: last.start,
      start: tokens[from].start,
      end: last.end - (last.lower.endsWith("'s") ? 2 : 0),
      modifiers: [],
      definite: false,
      negated: false,
      passive: false,
      finite: true,
      ...extra,
    });
  };
  let negated = false;
  let passive = false;
  for (let i = 0; i < tokens.length;) {
    const token = tokens[i];
    if (!token.word) {
      push(token.text === ',' ? 'joint' : 'stop', i, i + 1);
      negated = passive = false;
      i++;
      continue;
    }
    const verb = nameAt(token) ? undefined : verbAt(tokens, i, isName);
    if (verb !== undefined) {
      push('verb', i, i + 1, { lemma: verb.lemma, negated, passive: passive && isParticiple(token), finite: verb.finite });
      negated = passive = false;
      i++;
      continue;
    }
    if (!nameAt(token) && !startsNoun(tokens, i)) {
      if (NEGATIONS.test(token.lower)) negated = true;
      if (/^(?:is|are|was|were|been|be|being|gets|got|get)$/.test(token.lower)) passive = true;
      const towards = token.lower === 'to' && tokens[i + 1]?.word && verbAt(tokens, i + 1, isName) === undefined;
      const kind =
        isPreposition(token) || towards
          ? 'preposition'
          : isClauseWord(token) || /^(?:because|since|but|so|until|after|before|then)$/.test(token.lower)
            ? 'joint'
            : 'adverb';
      push(kind, i, i + 1);
      i++;
      continue;
    }
    i = pushNoun(tokens, i, nameAt, isName, push);
  }
  return chunks;
}

/** Reads one noun phrase and gives the index after it. */
function pushNoun(
  tokens: readonly Token[],
  from: number,
  nameAt: (token: Token) => NameMention | undefined,
  isName: (token: Token) => boolean,
  push: (kind: Chunk['kind'], from: number, to: number, extra: Partial<Chunk>) => void,
): number {
  const first = tokens[from];
  if (PRONOUNS.has(first.lower) && !(POSSESSIVES.has(first.lower) && continuesNoun(tokens, from + 1, isName))) {
    push('noun', from, from + 1, { definite: true });
    return from + 1;
  }
  const modifiers: string[] = [];
  let owner: Chunk['owner'];
  let definite = DEFINITE.test(first.lower);
  let to = from;
  while (to < tokens.length) {
    const token = tokens[to];
    const name = nameAt(token);
    if (name) {
      let end = to + 1;
      while (end < tokens.length && tokens[end].start < name.end) end++;
      const last = tokens[end - 1];
      if (/'s?$/.test(last.lower) && continuesNoun(tokens, end, isName)) {
        owner = { text: name.name, start: token.start };
        definite = true;
        to = end;
        continue;
      }
      push('noun', from, end, { name: name.name, modifiers, definite: true, ...(owner ? { owner } : {}) });
      return end;
    }
    if (!token.word) break;
    if (to > from && (isPreposition(token) || isClauseWord(token) || isAuxiliary(token) || verbAt(tokens, to, isName))) break;
    if (to > from && PRONOUNS.has(token.lower) && !POSSESSIVES.has(token.lower)) break;
    if (to > from && isDeterminer(token) && !/'s?$/.test(token.lower) && !isDeterminer(tokens[to - 1])) break;
    if (POSSESSIVES.has(token.lower)) owner = { text: token.lower, start: token.start };
    else if (token.lower.endsWith("'s") && continuesNoun(tokens, to + 1, isName))
      owner = { text: token.lower.replace(/'s$/, ''), start: token.start };
    else if (!isDeterminer(token) || /^\d+$/.test(token.lower)) modifiers.push(token.lower);
    to++;
  }
  if (to === from) to++;
  const head = modifiers.pop();
  push('noun', from, to, {
    modifiers,
    definite: definite || owner !== undefined,
    ...(owner ? { owner } : {}),
    ...(head ? { head: head.replace(/'s?$/, '') } : {}),
  });
  return to;
}

/** The verb at a token, or `undefined` where it is none. */
function verbAt(
  tokens: readonly Token[],
  at: number,
  isName: (token: Token) => boolean,
): { lemma: string; finite: boolean } | undefined {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (/^(?:has|have|had)$/.test(token.lower) && (isDeterminer(next) || (next && isName(next))))
    return { lemma: 'have', finite: true };
  if (/^(?:is|are|was|were)$/.test(token.lower) && isPreposition(next)) return { lemma: 'be', finite: true };
  if (!token.word || isPreposition(token) || isDeterminer(token) || isAuxiliary(token)) return undefined;
  const lemma = verbLemma(token.lower);
  const before = tokens[at - 1];
  const use = wordUse(tokens, at, isName);
  const infinitive = before?.lower === 'to';
  const finite = !infinitive && !token.lower.endsWith('ing');
  if (lemma !== undefined) {
    if (use === 'verb') return { lemma, finite };
    const plural =
      before !== undefined && /[^s']s$|^(?:men|women|children|people|police)$/.test(before.lower) && !isDeterminer(before);
    if (plural && lemma === token.lower && isPlainVerb(lemma)) return { lemma, finite };
    const opens = before === undefined || before.text === ',';
    if (opens && token.lower !== lemma && next?.word && !isClauseWord(next)) return { lemma, finite };
    if (opens && before && token.lower !== lemma && isName(tokens[0]) && !/[,:]/.test(next?.text ?? '')) return { lemma, finite };
    if (before?.word && isName(before) && isClauseWord(tokens[at - 2]) && token.lower === lemma) return { lemma, finite };
    if (use === 'noun' && !(before?.word && isName(before) && !/'s?$/.test(before.lower))) return undefined;
    if (before === undefined || !before.word) return /(?:ing|s)$/.test(token.lower) || infinitive ? { lemma, finite } : undefined;
    if (isClauseWord(before) || before.lower.endsWith('ly')) return { lemma, finite };
    if (token.lower !== lemma && !isDeterminer(before)) return { lemma, finite };
    return plural ? { lemma, finite } : undefined;
  }
  const subject = before?.word && (isName(before) || /^(?:he|she|it|who|that)$/.test(before.lower)) && !/'s?$/.test(before.lower);
  if (subject && /[^s']s$/.test(token.lower) && /^\p{Ll}/u.test(token.text))
    return { lemma: token.lower.replace(/s$/, ''), finite: true };
  return undefined;
}

function isParticiple(token: Token): boolean {
  return token.lower.endsWith('ed') || PARTICIPLES.has(token.lower);
}

function startsNoun(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (PRONOUNS.has(token.lower) || isDeterminer(token)) return true;
  if (isPreposition(token) || isClauseWord(token) || isAuxiliary(token)) return false;
  return (
    !(token.lower.endsWith('ly') && token.lower.length > 4) &&
    !/^(?:because|until|there|here|not|away|too|very)$/.test(token.lower)
  );
}

function continuesNoun(tokens: readonly Token[], at: number, isName: (token: Token) => boolean): boolean {
  const token = tokens[at];
  return (
    token !== undefined &&
    token.word &&
    !isPreposition(token) &&
    !isClauseWord(token) &&
    !isAuxiliary(token) &&
    !isDeterminer(token) &&
    !PRONOUNS.has(token.lower) &&
    verbAt(tokens, at, isName) === undefined
  );
}
