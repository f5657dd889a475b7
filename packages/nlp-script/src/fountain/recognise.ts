/**
 * @file What kind of element a line begins, from its own words (Fountain 1.1, and what it leaves open: scripts without
 * capital letters, headings and transitions of other languages).
 */
import { isTimeOfDay, parseHeading } from '../screenplay/heading.js';
import type { HeadingParts } from '../screenplay/heading.js';
import { isEscaped } from './lines.js';

/** Transitions that don't end in `TO:` yet stand on a line of their own in every screenplay. */
const TRANSITIONS = new Set([
  'FADE OUT.',
  'FADE OUT',
  'FADE TO BLACK.',
  'CUT TO BLACK.',
  'FONDU AU NOIR.',
  'ABBLENDE.',
  'FUNDIDO A NEGRO.',
  '淡出',
  '淡入',
  '化入',
  '化出',
  '叠化',
  '叠画',
  '黑场',
  '切至',
  '切到',
  '转场',
  '渐隐',
  '渐显',
]);

/** What a line says as a scene heading that isn't forced, if it is one. Emphasis around it doesn't matter. */
export function headingOf(trimmed: string): HeadingParts | undefined {
  return parseHeading(withoutMarks(trimmed));
}

/** Whether a whole line is a transition without being forced: in capitals, ending in `TO:`, or one of the known ones. */
export function isTransitionLine(trimmed: string): boolean {
  if (trimmed.endsWith('TO:'))
    return trimmed.length > 3 && !/[\p{L}\p{N}]/u.test(trimmed[trimmed.length - 4]) && !hasSmallLetter(trimmed);
  return (
    trimmed.length <= 24 &&
    TRANSITIONS.has(trimmed.replace(/[：:。]$/, (sign) => (sign === ':' || trimmed.charCodeAt(0) < 0x2e80 ? sign : '')))
  );
}

/** How a line can be a character cue. */
export type CueKind = 'capitals' | 'caseless';

/** Longest cue in a script with capitals; longer lines are shouted action. */
const LONGEST_CUE = 200;
/** Longest names in scripts without capitals, where length is half of the evidence: units of Han, kana and hangul, or of any other. */
const LONGEST_DENSE_NAME = 8;
const LONGEST_WIDE_NAME = 20;

/**
 * Whether a line is a character cue if text follows: entirely in capitals outside of brackets with a letter in it, or, in a
 * script that has none, a short name without any sign of punctuation.
 *
 * @param trimmed - The line, with markup.
 */
export function cueKind(trimmed: string): CueKind | undefined {
  if (trimmed.length > LONGEST_CUE || '!.>~#='.includes(trimmed[0])) return undefined;
  let depth = 0;
  let capital = false;
  let other = false;
  for (let i = 0; i < trimmed.length; i++) {
    const unit = trimmed.charCodeAt(i);
    if (unit === 40 || unit === 0xff08) depth++;
    else if (unit === 41 || unit === 0xff09) depth = Math.max(0, depth - 1);
    else if (depth > 0) continue;
    else if (unit >= 97 && unit <= 122) return undefined;
    else if (unit >= 65 && unit <= 90) capital = true;
    else if (unit > 127) other = true;
  }
  if (!other) return capital ? 'capitals' : undefined;
  const bare = outsideBrackets(trimmed);
  if (/\p{Ll}/u.test(bare)) return undefined;
  if (/\p{Lu}/u.test(bare) && !/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(bare)) return 'capitals';
  return isCaselessName(bare.replace(/\^\s*$/, '').trim()) ? 'caseless' : undefined;
}

/** A name in a script without capitals. Words, digits and the dots of foreign names; nothing that ends or parts a sentence. */
function isCaselessName(name: string): boolean {
  if (!/^[\p{L}\p{M}\p{N}·・•\p{Join_Control} .-]+$/u.test(name) || !/\p{Lo}/u.test(name)) return false;
  const dense = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(name);
  return name.length <= (dense ? LONGEST_DENSE_NAME : LONGEST_WIDE_NAME) && name.split(' ').length <= 3;
}

/** A Chinese or Japanese speech on the name's own line: `小明（低声）：走吧。` */
export interface ColonSpeech {
  /** Name with brackets, as written. */
  cue: string;
  /** Length of what stands before the speech, colon and spaces included, in units of the line. */
  speechAt: number;
}

/** Words before a colon that are directions of the script and nobody's name. */
const NOT_NAMES = new Set(
  (
    '字幕 时间 地点 人物 场景 道具 音乐 音效 声音 特写 近景 中景 远景 全景 镜头 注 备注 说明 片名 剧名 编剧 导演 演员 主演 出品 制片 日期 背景 ' +
    '标题 内景 外景 内外景 主题曲 歌词 插曲 服装 化妆 灯光 效果 转场 切至 切到 提示 短信 微信 黑板 标语 横幅 屏幕 画面 闪回 旁注 摘要 梗概'
  ).split(' '),
);

const LONGEST_SPOKEN_NAME = 6;

/**
 * Whether a line is a name, a full-width colon and a speech.
 *
 * @param trimmed - The line without spaces at its ends.
 */
export function colonSpeech(trimmed: string): ColonSpeech | undefined {
  // A name, brackets of some length, and the colon: farther on there is no name.
  const colon = trimmed.slice(0, 48).indexOf('：');
  if (colon <= 0) return undefined;
  const cue = trimmed.slice(0, colon).trim();
  const name = outsideBrackets(cue).trim();
  if (
    name.length > LONGEST_SPOKEN_NAME ||
    NOT_NAMES.has(name) ||
    !/[\u3040-\u30ff\u3400-\u9fff]/.test(name) ||
    !isCaselessName(name)
  )
    return undefined;
  let speechAt = colon + 1;
  while (speechAt < trimmed.length && trimmed[speechAt].trim() === '') speechAt++;
  return speechAt < trimmed.length ? { cue, speechAt } : undefined;
}

/** Brackets behind a name that say where the voice comes from; all others say how the line is spoken. */
export function isVoiceExtension(text: string): boolean {
  return /^(?:画外音?|旁白|内心(?:独白|os)?|独白|心声|电话(?:中|里|声)?|广播|录音|v\.?o\.?|o\.?s\.?|o\.?c\.?|声音?)$/i.test(
    text.trim(),
  );
}

/** Why a line of action looks like a heading that went wrong. */
export function headingMistake(trimmed: string): string | undefined {
  if (trimmed.length > 120) return undefined;
  const word = /^[A-Za-z]{2,5}(?=[ ./:,;-])/.exec(trimmed)?.[0].toUpperCase();
  const sign = word && trimmed[word.length];
  if (word && /^(?:INT|EXT)$/.test(word) && sign && ':,;-'.includes(sign)) return `write "${word}." in place of "${word}${sign}"`;
  if (
    word &&
    sign === '.' &&
    [
      'ITN',
      'NIT',
      'IN',
      'INTT',
      'IINT',
      'INR',
      'INY',
      'IMT',
      'ETX',
      'EX',
      'EXTT',
      'EXR',
      'EXY',
      'EXTR',
      'XET',
      'EEXT',
      'ECT',
    ].includes(word)
  ) {
    return `write "${word.includes('X') || word === 'ECT' ? 'EXT' : 'INT'}." in place of "${word}."`;
  }
  if (hasSmallLetter(trimmed)) return undefined;
  const dash = trimmed.search(/ [-–—]+ [^-–—]+$/);
  if (dash > 0 && isTimeOfDay(trimmed.slice(dash).replace(/^[ \-–—]+/, '')))
    return 'begin the line with INT. or EXT., or with a full stop';
  return undefined;
}

/** Whether any letter is small, brackets included. */
export function hasSmallLetter(text: string): boolean {
  return /\p{Ll}/u.test(text);
}

/** Whether a line is wrapped in brackets, emphasis around them aside. */
export function isParentheticalLine(trimmed: string): boolean {
  const bare = withoutMarks(trimmed);
  const first = bare[0];
  const last = bare[bare.length - 1];
  return bare.length > 2 && (first === '(' || first === '（') && (last === ')' || last === '）');
}

/** Takes `*` and `_` from both ends. */
export function withoutMarks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && (text[start] === '*' || text[start] === '_')) start++;
  while (end > start && (text[end - 1] === '*' || text[end - 1] === '_') && text[end - 2] !== '\\') end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

function outsideBrackets(text: string): string {
  if (!/[(（]/.test(text)) return text;
  let depth = 0;
  let kept = '';
  for (const character of text) {
    if (character === '(' || character === '（') depth++;
    else if (character === ')' || character === '）') depth = Math.max(0, depth - 1);
    else if (depth === 0) kept += character;
  }
  return kept;
}

/** Lines that end a paragraph of action without a blank line. */
export function standsAlone(trimmed: string): boolean {
  switch (trimmed[0]) {
    case '#':
    case '~':
      return true;
    case '=':
      return trimmed[1] !== '=' || isPageBreak(trimmed);
    case '>':
      return isCentered(trimmed);
    default:
      return false;
  }
}

/** A line of nothing but three or more equals signs. */
export function isPageBreak(trimmed: string): boolean {
  if (trimmed.length < 3) return false;
  for (let i = 0; i < trimmed.length; i++) if (trimmed[i] !== '=') return false;
  return true;
}

/** `> text <` */
export function isCentered(trimmed: string): boolean {
  return trimmed.length > 2 && trimmed.endsWith('<') && !isEscaped(trimmed, trimmed.length - 1);
}
