/** @file Final Draft's title page is centred and left-aligned paragraphs without names; this gives them names and takes them away. */
import type { TitleEntry } from '../screenplay/screenplay.js';
import type { FdxParagraph } from './xml-script.js';

/** A line of the title page and where it stands on it. */
export interface TitleLine {
  text: string;
  alignment: 'Center' | 'Left';
}

/** `Written by`, `Screenplay by`, `Écrit par` … alone on a line. */
const CREDIT =
  /^(?:(?:written|screenplay|teleplay|story|script|a film|directed)(?: and directed)? by|by|écrit par|scénario de|drehbuch von|von|escrita? por|guion de|scritto da|编剧|作者)$/i;
const NAMED = /^(Draft date|Date|Contact|Copyright|Source|Notes|Revision|[\p{L}][\p{L}\p{N} ]{0,30}): *(.*)$/u;

/**
 * Names the lines of a title page: the first is the title, what follows `written by` the author, `Key: value` an entry of its own, the rest
 * after the author contact.
 */
export function parseTitleParagraphs(
  paragraphs: readonly FdxParagraph[],
): { key: string; values: string[]; start: number; end: number }[] {
  const entries: { key: string; values: string[]; start: number; end: number }[] = [];
  const add = (key: string, value: string, { start, end }: FdxParagraph): void => {
    const known = entries.find((entry) => entry.key === key);
    if (known) {
      known.values.push(value);
      known.end = end;
    } else entries.push({ key, values: [value], start, end });
  };
  let expected = 'Title';
  for (const paragraph of paragraphs) {
    const lines = paragraph.runs
      .map((run) => run.text)
      .join('')
      .split(/\r\n|\r|\n/);
    for (const line of lines.map((text) => text.trim())) {
      const named = NAMED.exec(line);
      if (line === '') {
        if (expected === 'Title' && entries.length > 0) expected = 'Source';
        else if (expected === 'Author' && entries.some(({ key }) => key === 'Author')) expected = 'Contact';
      } else if (CREDIT.test(line)) {
        add('Credit', line, paragraph);
        expected = 'Author';
      } else if (named && entries.length > 0) {
        const [, key, value] = named;
        if (value !== '') add(key, value, paragraph);
        expected = key;
      } else add(expected, line, paragraph);
    }
  }
  return entries;
}

/** Lays the entries out as lines. */
export function layTitleLines(entries: readonly Pick<TitleEntry, 'key' | 'values'>[]): TitleLine[] {
  const lines: TitleLine[] = [];
  const centered = (texts: readonly string[]): void => {
    if (texts.length > 0)
      lines.push(...texts.map((text): TitleLine => ({ text, alignment: 'Center' })), { text: '', alignment: 'Center' });
  };
  const values = (...keys: string[]): string[] =>
    entries.filter(({ key }) => keys.includes(key.toLowerCase())).flatMap((entry) => entry.values.map(withoutMarks));
  centered(values('title'));
  const authors = values('author', 'authors');
  const credit = values('credit');
  if (authors.length > 0 || credit.length > 0) centered([...(credit.length > 0 ? credit : ['Written by']), ...authors]);
  for (const { key, values: texts } of entries) {
    if (['title', 'author', 'authors', 'credit'].includes(key.toLowerCase())) continue;
    texts.forEach((text, i) =>
      lines.push({ text: i === 0 ? `${key}: ${withoutMarks(text)}` : withoutMarks(text), alignment: 'Left' }),
    );
  }
  return lines;
}

/** Fountain's emphasis at the ends of a value says nothing in Final Draft. */
function withoutMarks(text: string): string {
  return text.replace(/^[*_]{1,8}/, '').replace(/[*_]{1,8}$/, '');
}
