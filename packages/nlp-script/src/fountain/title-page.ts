/**
 * @file The title page: `Key: value` lines at the top of a Fountain text up to the first blank line, values over several lines
 * indented.
 */
import type { TitleEntry } from '../screenplay/screenplay.js';
import type { LineTable } from '../screenplay/line-table.js';
import type { Line } from './lines.js';

/**
 * Keys that make a first paragraph a title page. Further keys of the writer's own may stand beside them; without a known one,
 * `FADE IN:` or `CAPTION: Three years later` would be taken for a title page.
 */
const KNOWN_KEYS = new Set(
  (
    'title|credit|author|authors|writer|writers|source|notes|note|draft date|draft|date|contact|contact info|copyright|revision|revisions|episode|series|format|' +
    'written by|font|language|format as|titre|auteur|auteurs|scénario|titel|autor|autoren|autorin|drehbuch|título|titulo|guion|guión|titolo|autore|scritto da|' +
    '标题|片名|剧名|编剧|作者|日期|版本|联系方式|版权|原著|タイトル|作者|脚本|제목|작가'
  ).split('|'),
);

/** Fewest spaces that make a line the continuation of a value (Fountain 1.1: "three or more spaces, or a tab"). */
const INDENT = 3;

/**
 * Reads a title page.
 *
 * @param lines - Lines of the text, comments taken out.
 * @param table - Lines of the source, for the spans.
 * @returns The entries and the index of the first line behind them; no entries and 0 where the text has no title page.
 */
export function parseTitlePage(lines: readonly Line[], table: LineTable): { entries: TitleEntry[]; next: number } {
  let i = 0;
  while (i < lines.length && lines[i].text.trim() === '') i++;
  const found: { key: string; values: string[]; start: number; end: number }[] = [];
  let known = false;
  for (; i < lines.length; i++) {
    const { text, start, end, comments } = lines[i];
    if (text.trim() === '') {
      if (comments) continue;
      break;
    }
    const pair = isIndented(text) && found.length > 0 ? undefined : readKey(text);
    if (pair) {
      known ||= KNOWN_KEYS.has(pair.key.toLowerCase());
      found.push({ key: pair.key, values: pair.value === '' ? [] : [pair.value], start, end });
    } else {
      const last = found.at(-1);
      if (!last) return { entries: [], next: 0 };
      last.values.push(text.trim());
      last.end = end;
    }
  }
  if (!known) return { entries: [], next: 0 };
  return { entries: found.map(({ key, values, start, end }) => ({ key, values, span: table.spanOf(start, end) })), next: i };
}

/**
 * Writes a title page, its last line ended.
 *
 * @param entries - Entries in order. Empty values are left out; without a known key a `Title:` is put in front, so that it is read as a title page.
 */
export function formatTitlePage(entries: readonly Pick<TitleEntry, 'key' | 'values'>[]): string {
  const clean = entries
    .map(({ key, values }) => ({ key: key.replace(/[\s:：]+/g, ' ').trim(), values: values.flatMap(splitValue) }))
    .filter(({ key }) => key !== '');
  if (clean.length === 0) return '';
  if (!clean.some(({ key }) => KNOWN_KEYS.has(key.toLowerCase()))) clean.unshift({ key: 'Title', values: [] });
  return clean
    .map(({ key, values }) =>
      values.length > 1
        ? `${key}:\n${values.map((value) => `    ${value}\n`).join('')}`
        : `${key}: ${values[0] ?? ''}`.trimEnd() + '\n',
    )
    .join('');
}

/** Whether a line at the very top could be taken for an entry of a title page. */
export function hasTitleKey(line: string): boolean {
  return readKey(line) !== undefined;
}

function splitValue(value: string): string[] {
  return value
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function isIndented(text: string): boolean {
  const first = text[0];
  return first === '\t' || first === '\u3000' || text.startsWith(' '.repeat(INDENT));
}

/** Longest key; a colon farther on belongs to a sentence. */
const LONGEST_KEY = 40;

function readKey(text: string): { key: string; value: string } | undefined {
  const colon = text.slice(0, LONGEST_KEY + 1).search(/[:：]/);
  if (colon <= 0 || text[colon - 1] === '\\') return undefined;
  const key = text.slice(0, colon).trim();
  if (!/^[\p{L}\p{M}][\p{L}\p{M}\p{N} _.'’-]*$/u.test(key)) return undefined;
  return { key, value: text.slice(colon + 1).trim() };
}
