/**
 * @file Words and sentences with their offsets, and the base forms that an English word may have. Small on purpose: the
 * lexicons ask "could this be a form of …?", so a word yields candidates, not one verdict.
 */

import { rememberWords } from './word-memory.js';

/** A word, a number, or a mark. */
export interface Token {
  /** As written. */
  text: string;
  /** Lower case, curly apostrophes made straight. */
  lower: string;
  /** Offset in the text, from 0. */
  start: number;
  end: number;
  /** False for punctuation. */
  word: boolean;
  /** True for a word of two letters or more without a lower-case letter: `FIRE`. */
  capitals: boolean;
}

/** A stretch of a text. */
export interface TextRange {
  text: string;
  start: number;
  end: number;
}

const TOKEN = /\p{Script=Han}+|[\p{L}\p{M}\p{N}]+(?:['’.-][\p{L}\p{M}\p{N}]+)*['’]?|\.{3}|…|--+|[^\s\p{L}\p{N}]/gu;

/**
 * Words and marks of a text in order. A possessive `'s` stays with its word.
 *
 * @param text - Any text.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const raw = match[0];
    const word = /[\p{L}\p{N}]/u.test(raw);
    const capitals = word && raw.length > 1 && raw === raw.toUpperCase() && raw !== raw.toLowerCase();
    tokens.push({
      text: raw,
      lower: raw.toLowerCase().replaceAll('’', "'"),
      start: match.index,
      end: match.index + raw.length,
      word,
      capitals,
    });
  }
  return tokens;
}

/** Number of words in a text; a Chinese, Japanese or Korean character counts as two thirds of one. */
export function countWords(text: string): number {
  const han = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
  const rest = han > 0 ? text.replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu, ' ') : text;
  const words = rest.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu)?.length ?? 0;
  return words + Math.ceil((han * 2) / 3);
}

/** Titles and shortenings whose full stop doesn't end a sentence. */
const SHORTENED =
  /(?:^|\s)(?:Mr|Mrs|Ms|Dr|St|Prof|Sgt|Lt|Capt|Col|Gen|Rev|Jr|Sr|vs|etc|No|p|a\.m|p\.m|i\.e|e\.g|V\.O|O\.S|O\.C|[A-Z])\.$/;

/**
 * Sentences of a text, trimmed, in order; together they hold every character that isn't white space. An ellipsis or a closing
 * quotation mark belongs to the sentence it ends.
 *
 * @param text - Any text.
 */
export function splitSentences(text: string): TextRange[] {
  const sentences: TextRange[] = [];
  let start = 0;
  const push = (end: number): void => {
    const raw = text.slice(start, end);
    const trimmed = raw.trim();
    if (trimmed !== '') {
      const from = start + raw.indexOf(trimmed);
      sentences.push({ text: trimmed, start: from, end: from + trimmed.length });
    }
    start = end;
  };
  for (const match of text.matchAll(/(?:[.!?…]+["”’')\]]*(?=\s|$)|[。！？]+["”』」]?)|\n\s*\n/gu)) {
    const end = match.index + match[0].length;
    if (match[0] === '.' && SHORTENED.test(text.slice(Math.max(start, end - 12), end))) continue;
    if (/^(?:\.{2,}|…)/.test(match[0]) && /^\s+\p{Ll}/u.test(text.slice(end, end + 4))) continue;
    push(end);
  }
  push(text.length);
  return sentences;
}

const IRREGULAR: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'knives:knife wives:wife lives:life loaves:loaf leaves:leaf wolves:wolf shelves:shelf calves:calf thieves:thief scarves:scarf halves:half hooves:hoof ' +
    'men:man women:woman children:child people:person feet:foot teeth:tooth geese:goose mice:mouse oxen:ox dice:die policemen:policeman ' +
    'policewomen:policewoman firemen:fireman fishermen:fisherman fell:fall fallen:fall fought:fight shot:shoot leapt:leap threw:throw thrown:throw ' +
    'sang:sing sung:sing rang:ring rung:ring broke:break broken:break burst:burst burnt:burn blew:blow blown:blow bled:bleed wept:weep ' +
    'flew:fly flown:fly drove:drive driven:drive rode:ride ridden:ride swam:swim fled:flee slid:slide spun:spin struck:strike tore:tear ' +
    'torn:tear shook:shake shaken:shake held:hold took:take taken:take bore:bear wore:wear worn:wear caught:catch dove:dive ' +
    'brought:bring grew:grow lit:light swung:swing dealt:deal drew:draw drawn:draw wrote:write written:write felt:feel hurt:hurt lost:lose ' +
    'won:win died:die dying:die lying:lie tied:tie tying:tie froze:freeze frozen:freeze stolen:steal stole:steal beaten:beat hid:hide hidden:hide ' +
    'forgave:forgive forgiven:forgive forgot:forget forgotten:forget chose:choose chosen:choose sank:sink sunk:sink drank:drink drunk:drunk ' +
    'ate:eat eaten:eat gave:give given:give knew:know known:know saw:see seen:see went:go gone:go came:come left:leave kept:keep slept:sleep ' +
    'told:tell said:say thought:think found:find stood:stand understood:understand won:win smelt:smell sat:sit ran:run bit:bite bitten:bite'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

/**
 * Base forms that a word may have, the likeliest first, itself included: `'knives'` → knife, `'stopped'` → stop.
 *
 * @param lower - A word in lower case.
 */
export const baseForms: (lower: string) => readonly string[] = rememberWords(readBaseForms);

function readBaseForms(lower: string): string[] {
  const word = lower.endsWith("'s") ? lower.slice(0, -2) : lower.endsWith("'") ? lower.slice(0, -1) : lower;
  const forms = [word];
  const add = (form: string): void => {
    if (form.length > 1 && !forms.includes(form)) forms.push(form);
  };
  const irregular = Object.hasOwn(IRREGULAR, word) ? IRREGULAR[word] : undefined;
  if (irregular) add(irregular);
  const tail = (suffix: string): string | undefined =>
    word.length > suffix.length + 1 && word.endsWith(suffix) ? word.slice(0, -suffix.length) : undefined;
  // Compounds bend like their last part: headscarves, spearmen.
  if (word.length > 6 && /(?:scar|kni|wi|lea|loa|shel|wol|cal|thie|hal)ves$/.test(word)) {
    add(`${word.slice(0, -3)}f`);
    add(`${word.slice(0, -3)}fe`);
  }
  if (word.length > 5 && /(?:men|women)$/.test(word)) add(`${word.slice(0, -2)}an`);
  let stem = tail('ies') ?? tail('ied');
  if (stem) add(stem + 'y');
  stem = tail('s');
  if (stem && !stem.endsWith('s')) add(stem);
  stem = tail('es');
  if (stem && /(?:s|x|z|ch|sh|o)$/.test(stem)) add(stem);
  for (const suffix of ['ing', 'ed']) {
    stem = tail(suffix);
    if (!stem || !/[aeiouy]/.test(stem)) continue;
    add(stem + 'e');
    add(stem);
    if (/([bdfgklmnprtvz])\1$/.test(stem)) add(stem.slice(0, -1));
  }
  return forms;
}
