/**
 * @file Tagged spans: props, vehicles, animals, effects, sounds and so on in action lines, found with lexicons and a little
 * grammar. No model: every tag names the rule that found it and the sentence it stands in.
 */
import type { ScriptElement, Span } from '../screenplay/screenplay.js';
import { absentTokens, hasDeterminer, hasPluralSubject, isDeterminer, isHandling, subjectOf, wordUse } from './grammar.js';
import { PRACTICAL_CONCEPTS } from './lexicon/effects-weather.js';
import type { LexiconEntry, LexiconIndex, ScriptLanguage, TagCategory } from './lexicon/lexicon.js';
import { lexiconIndex } from './lexicon/lexicon.js';
import { unknownHandled } from './handled-things.js';
import { unknownPeople } from './unnamed-people.js';
import type { SpanLocator } from './spans.js';
import type { Token } from './tokens.js';
import { baseForms, splitSentences, tokenize } from './tokens.js';

/** Why a tag was set. */
export type TagRule = 'noun' | 'noun-in-context' | 'verb' | 'adjective' | 'heading' | 'handled' | 'capitals' | 'parenthetical';

/** One thing that a production has to think of, where it is mentioned. */
export interface BreakdownTag {
  category: TagCategory;
  /** As written: `'bread knives'`. */
  text: string;
  /** Dictionary form: `'bread knife'`. */
  lemma: string;
  /** For effects, weather and stunts what it is about: `'fire'`, `'smoke'`, `'rain'`, `'explosion'`, `'fall'`. */
  concept?: string;
  /** For effects: made on the floor, or afterwards. */
  kind?: 'practical' | 'visual';
  /** Where it stands in the source. */
  span: Span;
  /** Index of the element in the screenplay. */
  element: number;
  rule: TagRule;
  /** The sentence that it was found in. */
  evidence: string;
  /** 0 to 1: how far the rule can be trusted. Not a probability. */
  confidence: number;
  language: ScriptLanguage;
}

/** What the tagger knows about the script. */
export interface TagContext {
  language: ScriptLanguage;
  locator: SpanLocator;
  /** Lower-case words of character names. */
  nameWords: ReadonlySet<string>;
}

/** A match before it has a place: token range in a sentence. */
interface Match {
  from: number;
  to: number;
  entry: LexiconEntry;
  rule: TagRule;
  confidence: number;
}

/**
 * All tags of one element, in order of the text. Action is read whole, of a heading only the vehicles, of a parenthetical what is
 * handled; dialogue talks about things and yields none.
 *
 * @param element - An element of the screenplay.
 * @param index - Its index there.
 * @param context - Language, names, and the way to the source.
 */
export function tagElement(element: ScriptElement, index: number, context: TagContext): BreakdownTag[] {
  if (element.type !== 'action' && element.type !== 'scene-heading' && element.type !== 'parenthetical') return [];
  const text = element.type === 'scene-heading' ? lowerHeading(element.text) : element.text;
  const lexicon = lexiconIndex(context.language);
  const tags: BreakdownTag[] = [];
  for (const sentence of splitSentences(text)) {
    const tokens = context.language === 'zh' ? splitHan(tokenize(sentence.text)) : tokenize(sentence.text);
    const matches = findMatches(tokens, lexicon, context);
    if (context.language === 'en' && element.type === 'action')
      matches.push(...unknownHandled(tokens, matches, context.nameWords), ...unknownPeople(tokens, matches, context.nameWords));
    for (const match of matches.sort((a, b) => a.from - b.from)) {
      if (isModifier(match, matches, tokens)) continue;
      if (element.type === 'scene-heading' && match.entry.category !== 'vehicle') continue;
      if (element.type === 'parenthetical' && match.entry.category !== 'prop' && match.entry.category !== 'vehicle') continue;
      const start = tokens[match.from].start;
      const end = tokens[match.to - 1].end - (tokens[match.to - 1].lower.endsWith("'s") ? 2 : 0);
      tags.push(makeTag(element, index, sentence.start + start, sentence.start + end, match, sentence.text, context));
    }
  }
  return tags;
}

/** "tea towel", "laundry van", "waiter's jacket": what only says which towel, van, jacket is no thing of its own. */
function isModifier(match: Match, matches: readonly Match[], tokens: readonly Token[]): boolean {
  const last = tokens[match.to - 1];
  if (match.entry.category === 'extra' && last.lower.endsWith("'s") && tokens[match.to]?.word) return true;
  if (match.entry.category !== 'prop' || match.rule === 'verb' || last.lower !== match.entry.words.at(-1)) return false;
  return matches.some(
    ({ from, entry, rule }) => from === match.to && HEADS.has(entry.category!) && rule !== 'verb' && rule !== 'adjective',
  );
}

const HEADS: ReadonlySet<TagCategory> = new Set(['prop', 'vehicle', 'wardrobe', 'music', 'animal']);

function makeTag(
  element: ScriptElement,
  index: number,
  from: number,
  to: number,
  match: Match,
  evidence: string,
  context: TagContext,
): BreakdownTag {
  const { category, concept } = match.entry;
  const rule = element.type === 'action' ? match.rule : element.type === 'scene-heading' ? 'heading' : 'parenthetical';
  return {
    category: category!,
    text: element.text.slice(from, to),
    lemma: match.entry.words.join(context.language === 'zh' ? '' : ' '),
    ...(concept ? { concept } : {}),
    ...(category === 'effect'
      ? { kind: PRACTICAL_CONCEPTS.has(concept ?? '') ? ('practical' as const) : ('visual' as const) }
      : {}),
    span: context.locator.locate(element, from, to),
    element: index,
    rule,
    evidence: evidence.replace(/\s+/g, ' '),
    confidence: rule === 'parenthetical' ? match.confidence * 0.75 : match.confidence,
    language: context.language,
  };
}

/** Headings are capitals; tags read them like a sentence. Lengths stay equal so that offsets hold. */
function lowerHeading(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

function findMatches(tokens: readonly Token[], lexicon: LexiconIndex, context: TagContext): Match[] {
  const forms = tokens.map((token) => (token.word ? wordForms(token.lower, context.language) : []));
  const isName = (token: Token): boolean => context.nameWords.has(plain(token.lower)) && /^\p{Lu}/u.test(token.text);
  const absent = context.language === 'en' ? absentTokens(tokens) : [];
  const matches: Match[] = [];
  for (let i = 0; i < tokens.length;) {
    const found = absent[i] ? [] : matchesAt(tokens, forms, i, lexicon, isName, context.language);
    const length = found[0]?.entry.words.length ?? 1;
    for (const match of found) if (match.entry.category && !isNameRun(tokens, match, isName)) matches.push(match);
    i += length;
  }
  return matches;
}

/** Every entry of the greatest length that fits at a token; several categories may share a word (thunder is weather and sound). */
function matchesAt(
  tokens: readonly Token[],
  forms: readonly (readonly string[])[],
  at: number,
  lexicon: LexiconIndex,
  isName: (token: Token) => boolean,
  language: ScriptLanguage,
): Match[] {
  let best: Match[] = [];
  let length = 0;
  for (const form of forms[at]) {
    for (const entry of lexicon.get(form) ?? []) {
      if (entry.words.length < length || !fits(entry, forms, at)) continue;
      if (
        best.some(
          (other) =>
            other.entry.category === entry.category &&
            other.entry.words.length === entry.words.length &&
            other.entry.use !== 'false-friend',
        )
      ) {
        if (entry.words.length === length) continue;
      }
      const match = judge(tokens, at, entry, isName, language);
      if (!match) continue;
      if (entry.words.length > length) best = [];
      length = entry.words.length;
      best.push(match);
    }
  }
  return best.some((match) => match.entry.use === 'false-friend')
    ? best.filter((match) => match.entry.use === 'false-friend')
    : best;
}

/** Any form of each word; of a false friend only the first word bends: "fires a question" is one, "the bus stops" is none. */
function fits(entry: LexiconEntry, forms: readonly (readonly string[])[], at: number): boolean {
  const { words, use } = entry;
  for (let k = 1; k < words.length; k++) {
    const form = forms[at + k];
    if (use === 'false-friend' ? form?.[0] !== words[k] : !form?.includes(words[k])) return false;
  }
  return true;
}

/** "She boxes in …" is no box, "the box in the corner" is one. */
const PARTICLES = /^(?:in|on|off|out|up|down|over|to|at|into|through|around|away|back|past|his|her|their)$/;

/** Whether an entry that fits by its letters also fits by its use. */
function judge(
  tokens: readonly Token[],
  at: number,
  entry: LexiconEntry,
  isName: (token: Token) => boolean,
  language: ScriptLanguage,
): Match | undefined {
  const to = at + entry.words.length;
  const match = (rule: TagRule, confidence: number): Match => ({
    from: at,
    to,
    entry,
    rule,
    confidence: withCapitals(tokens[at], confidence),
  });
  if (entry.use === 'false-friend') {
    const verbal = entry.words.length > 1 && PARTICLES.test(entry.words[1]) && isDeterminer(tokens[at - 1]);
    return verbal ? undefined : match('noun', 1);
  }
  if (language !== 'en') return match('noun', 0.7);
  const phrase = entry.words.length > 1;
  const last = to - 1;
  const use = wordUse(tokens, at, isName);
  switch (entry.use) {
    case 'noun':
      if (!phrase && isMassNoun(entry) && tokens[at].lower === `${entry.words[0]}s`) return undefined;
      if (!phrase && use === 'verb') return entry.category === 'sound' ? match('verb', 0.75) : undefined;
      return match('noun', use === 'noun' || phrase ? 0.9 : 0.8);
    case 'guarded': {
      if (use === 'verb' || /(?:ing|ed)$/.test(tokens[last].lower)) return undefined;
      const before = tokens[at - 1];
      const inflected = !phrase && tokens[last].lower !== entry.words[0];
      if (
        !phrase &&
        before?.word &&
        !isDeterminer(before) &&
        (inflected || /[^s']s$/.test(before.lower)) &&
        !(isHandling(before) && !isDeterminer(tokens[at - 2]))
      )
        return undefined;
      const held = isHandling(before) && !isDeterminer(tokens[at - 2]);
      if (!held && !(hasDeterminer(tokens, at) && looksLikeHead(tokens, last))) return undefined;
      return match('noun-in-context', held ? 0.75 : 0.65);
    }
    case 'verb': {
      const many = !phrase && hasPluralSubject(tokens, at);
      if (!phrase && !many && (use === 'noun' || isDeterminer(tokens[at - 1]))) return undefined;
      const subject = subjectOf(tokens, at, isName);
      if (entry.category === 'weather' && subject.word !== 'it' && (subject.person || subject.word !== undefined))
        return undefined;
      if (entry.category === 'music' && !subject.person) return undefined;
      if (entry.category === 'sound' && (entry.words[0] === 'hum' || entry.words[0] === 'drone') && subject.person)
        return undefined;
      if (entry.category === 'stunt') {
        const doer = tokens[at - 1]?.word ? tokens[at - 1].lower : undefined;
        const able = subject.person || canDoStunts(subject.word) || (subject.word === 'it' && entry.concept === 'vehicle');
        if (able && use === 'unclear' && canDoStunts(doer)) return match('verb', 0.6);
        if (!able || (entry.concept === 'vehicle' && subject.person)) return undefined;
      }
      if (entry.words[0] === 'fire' && !subject.person) return undefined;
      return use === 'verb' || many || phrase || /(?:s|ed|ing)$/.test(tokens[at].lower)
        ? match('verb', use === 'verb' ? 0.8 : 0.6)
        : undefined;
    }
    case 'adjective':
      return match('adjective', 0.7);
  }
}

/** Rain, fire, thunder have no plural: "glass rains down" is a verb. */
function isMassNoun({ category, words }: LexiconEntry): boolean {
  return (
    (category === 'weather' || category === 'effect' || category === 'sound') &&
    /^(?:rain|snow|thunder|fire|smoke|steam|blaze|fog|haze|frost|storm|wind)$/.test(words[0])
  );
}

/** A guarded noun has to end its group: "the light switch" is no light. */
function looksLikeHead(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const after = tokens[at + 1];
  if (!after?.word || token.lower.endsWith("'s")) return true;
  if (/^(?:is|are|was|were|has|have|had|and|or|but|that|which|who|as|to|he|she|it|they)$/.test(after.lower)) return true;
  return (
    /^(?:of|in|on|with|under|over|from|by|through|into|at|around|behind|beside|between|against|across|up|down|off|out|above|below|before|after|towards?)$/.test(
      after.lower,
    ) ||
    isDeterminer(after) ||
    (after.lower.endsWith('s') && !after.lower.endsWith('ss')) ||
    after.lower.endsWith('ly')
  );
}

function canDoStunts(word: string | undefined): boolean {
  if (!word) return false;
  const index = lexiconIndex('en');
  return baseForms(word).some((form) =>
    index
      .get(form)
      ?.some(
        ({ words, category }) => words.length === 1 && (category === 'vehicle' || category === 'animal' || category === 'extra'),
      ),
  );
}

/** "ROSE" is nobody's flower where Rose is a character. */
function isNameRun(tokens: readonly Token[], match: Match, isName: (token: Token) => boolean): boolean {
  return (
    match.to - match.from === 1 &&
    isName(tokens[match.from]) &&
    !(match.from === 0 && !tokens[match.from].capitals && isDeterminer(tokens[match.from]))
  );
}

/** Writers put what must not be overlooked in capitals. */
function withCapitals(token: Token, confidence: number): number {
  return token.capitals ? Math.min(1, confidence + 0.1) : confidence;
}

function plain(lower: string): string {
  return lower.replace(/'s?$/, '');
}

function wordForms(lower: string, language: ScriptLanguage): readonly string[] {
  if (language !== 'de' && language !== 'fr') return baseForms(lower);
  const forms = [...baseForms(lower)];
  if (language === 'de')
    for (const suffix of ['en', 'e', 'n', 'er', 'es'])
      if (lower.endsWith(suffix) && lower.length > suffix.length + 2) forms.push(lower.slice(0, -suffix.length));
  if (language === 'fr' && lower.includes("'")) forms.push(...baseForms(lower.slice(lower.indexOf("'") + 1)));
  return forms;
}

/** Chinese has no spaces: each character is a word, and entries are phrases of them. */
function splitHan(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) =>
    /\p{Script=Han}/u.test(token.text)
      ? Array.from(token.text, (text, i): Token => ({
          ...token,
          text,
          lower: text,
          start: token.start + i,
          end: token.start + i + 1,
        }))
      : [token],
  );
}
