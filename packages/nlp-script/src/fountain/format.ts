/**
 * @file Writes a screenplay as Fountain: unchanged as it was read, to the byte; changed with the untouched parts as the writer
 * left them; made by hand as clean text. What is written is read again before it is given out, so that a part that can't
 * be kept is never silently turned into something else where a cleaner way of writing it exists.
 */
import type { Note, Screenplay, ScriptElement } from '../screenplay/screenplay.js';
import { encodeText } from '../screenplay/encode-text.js';
import { formatElement, formatNote, formatSpeechPart, withNotes } from './format-element.js';
import { parseFountain } from './parse.js';
import { formatTitlePage } from './title-page.js';

/**
 * Writes Fountain.
 *
 * An unchanged script that was read from Fountain is given back exactly, line ends and byte order mark included. Of a changed one,
 * elements that are as they were read keep their own text, notes and blank lines. What Fountain can't say is written as near as it can be:
 * strike-out is lost, dialogue without a cue becomes action, two dialogues in a row become one.
 *
 * @param screenplay - From any reader, or made by hand. Spans are ignored where there is no source.
 * @returns The text of a `.fountain` file.
 * @throws TypeError where it isn't a screenplay.
 * @example
 * ```ts
 * import { formatFountain, parseFountain } from '@filmai/nlp-script/fountain';
 *
 * const { screenplay } = parseFountain('int. hall - day\n\n\nShe *waits*.\n');
 * screenplay.elements[0] = { ...screenplay.elements[0], text: 'INT. HALL - NIGHT' };
 * console.log(JSON.stringify(formatFountain(screenplay))); // "INT. HALL - NIGHT\n\n\nShe *waits*.\n"
 * ```
 */
export function formatFountain(screenplay: Screenplay): string {
  if (typeof screenplay !== 'object' || screenplay === null || !Array.isArray(screenplay.elements)) {
    throw new TypeError('formatFountain: expected a screenplay with a list of elements');
  }
  const { source } = screenplay;
  if (source?.format !== 'fountain') return formatClean(screenplay);
  const mark = source.bom ? '\ufeff' : '';
  const read = [true, false]
    .map((titlePage) => parseFountain(source.text, { titlePage }).screenplay)
    .find((original) => sameJson(original.titlePage, screenplay.titlePage));
  const original = read ?? parseFountain(source.text).screenplay;
  if (
    sameJson(
      [original.titlePage, original.elements, original.notes, original.boneyards],
      [screenplay.titlePage, screenplay.elements, screenplay.notes, screenplay.boneyards],
    )
  ) {
    return mark + source.text;
  }
  const lineEnd = /\r\n|\r|\n/.exec(source.text)?.[0] ?? '\n';
  const clean = formatClean(screenplay).replaceAll('\n', lineEnd);
  if (!read || !sameJson(original.notes, screenplay.notes) || !sameJson(original.boneyards, screenplay.boneyards))
    return mark + clean;
  const patched = patch(screenplay, original, source.text, lineEnd);
  return mark + (saysTheSame(patched, clean) ? patched : clean);
}

/**
 * Writes the bytes of a Fountain file, in the encoding that the script was read from.
 *
 * @param screenplay - As for `formatFountain`.
 * @returns Bytes; UTF-8 where the script has no source or its encoding lacks a character.
 * @throws TypeError where it isn't a screenplay.
 * @example
 * ```ts
 * import { encodeFountain, parseFountain } from '@filmai/nlp-script/fountain';
 *
 * const bytes = Uint8Array.of(0xff, 0xfe, 0x41, 0x00, 0x0a, 0x00);
 * console.log(encodeFountain(parseFountain(bytes).screenplay).length); // 6
 * ```
 */
export function encodeFountain(screenplay: Screenplay): Uint8Array {
  return encodeText(formatFountain(screenplay), screenplay.source?.format === 'fountain' ? screenplay.source.encoding : 'utf-8');
}

/** The whole script anew. */
function formatClean(screenplay: Screenplay): string {
  const { titlePage, elements } = screenplay;
  const title = formatTitlePage(titlePage ?? []);
  const notesOf = noteFinder(screenplay.notes ?? [], elements);
  let out = title;
  for (let i = 0; i < elements.length;) {
    const element = elements[i];
    const next = element.type === 'character' ? speechEnd(elements, i) : i + 1;
    const parts = elements.slice(i + 1, next).map((part) => withNotes(formatSpeechPart(part), { notes: notesOf(part) }));
    const spoken = parts.filter((part) => part !== '');
    const first = out === '';
    const head = formatElement(element, { followed: spoken.length > 0, first, notes: notesOf(element) });
    const block = [head, ...spoken].filter((part) => part !== '').join('\n');
    if (block !== '') out += `${first ? '' : '\n'.repeat(1 + (i > 0 ? Math.min(99, element.blankLines ?? 0) : 0))}${block}\n`;
    i = next;
  }
  for (const note of notesOf.left()) out += `${out === '' ? '' : '\n'}${formatNote(note)}\n`;
  return out;
}

/** Index behind what is said under a cue. Lyrics that follow lyrics stand apart, so that they stay two. */
function speechEnd(elements: readonly ScriptElement[], cue: number): number {
  let end = cue + 1;
  for (; end < elements.length; end++) {
    const { type } = elements[end];
    if (type !== 'dialogue' && type !== 'parenthetical' && type !== 'lyrics') break;
    if (type === 'lyrics' && elements[end - 1].type === 'lyrics') break;
  }
  return end;
}

/** Finds the notes that stand inside an element; `left` gives those that stand in none. */
function noteFinder(
  notes: readonly Note[],
  elements: readonly ScriptElement[],
): ((element: ScriptElement) => string[]) & { left: () => string[] } {
  const own = new Set(elements.filter(({ type }) => type === 'note').map(({ text, span }) => `${span.start.offset} ${text}`));
  const free = notes
    .filter(({ text, span }) => !own.has(`${span.start.offset} ${text}`))
    .sort((a, b) => a.span.start.offset - b.span.start.offset);
  const given = new Set<Note>();
  const find = (element: ScriptElement): string[] => {
    const { start, end } = element.span;
    const low = firstFrom(free, start.offset);
    const inside: string[] = [];
    for (let i = low; i < free.length && free[i].span.start.offset < end.offset; i++) {
      if (given.has(free[i])) continue;
      given.add(free[i]);
      inside.push(free[i].text);
    }
    return inside;
  };
  return Object.assign(find, { left: () => free.filter((note) => !given.has(note)).map(({ text }) => text) });
}

function firstFrom(notes: readonly Note[], offset: number): number {
  let low = 0;
  let high = notes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (notes[middle].span.start.offset < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The source with new text for what was changed. */
function patch(screenplay: Screenplay, original: Screenplay, text: string, lineEnd: string): string {
  const places = new Map(original.elements.map((element, i) => [element.span.start.offset, i]));
  const { elements } = screenplay;
  const kept: number[] = [];
  let last = -1;
  for (const element of elements) {
    const i = places.get(element.span?.start.offset);
    const same = i !== undefined && i > last && sameJson(original.elements[i], element);
    kept.push(same ? i : -1);
    if (same) last = i;
  }
  let out = text.slice(0, original.elements[0]?.span.start.offset ?? text.length);
  for (let i = 0; i < elements.length;) {
    let next = i + 1;
    let block: string;
    if (kept[i] !== -1) {
      while (next < elements.length && kept[next] === kept[next - 1] + 1) next++;
      const atEnd = kept[next - 1] === original.elements.length - 1;
      block = text.slice(elements[i].span.start.offset, atEnd ? text.length : elements[next - 1].span.end.offset);
    } else block = formatChanged(elements, i).replaceAll('\n', lineEnd);
    if (i > 0) out += gapBefore(elements, i).replaceAll('\n', lineEnd);
    out += block;
    i = next;
  }
  return out.endsWith(lineEnd) ? out : out + lineEnd;
}

/** One changed element, as part of its speech where it belongs to one. */
function formatChanged(elements: readonly ScriptElement[], i: number): string {
  const element = elements[i];
  if (isSpoken(elements, i)) return formatSpeechPart(element);
  return formatElement(element, { followed: i + 1 < elements.length && isSpoken(elements, i + 1), first: i === 0, notes: [] });
}

function isSpoken(elements: readonly ScriptElement[], i: number): boolean {
  const { type } = elements[i];
  if (type !== 'dialogue' && type !== 'parenthetical' && type !== 'lyrics') return false;
  const before = elements[i - 1]?.type;
  return (
    before === 'character' || before === 'dialogue' || before === 'parenthetical' || (before === 'lyrics' && type !== 'lyrics')
  );
}

function gapBefore(elements: readonly ScriptElement[], i: number): string {
  return isSpoken(elements, i) ? '\n' : '\n'.repeat(2 + Math.min(99, elements[i].blankLines ?? 0));
}

/** Whether two texts are read as the same elements. */
function saysTheSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => parseFountain(text).screenplay);
  return sameJson([a.titlePage.map(bare), a.elements.map(bare)], [b.titlePage.map(bare), b.elements.map(bare)]);
}

/** Without what depends on the way of writing. */
function bare(part: object): object {
  return { ...part, span: undefined, forced: undefined };
}

/** Deep equality of plain data; a field that is undefined is as good as absent. */
function sameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) || Array.isArray(other)) {
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((part, i) => sameJson(part, other[i]))
    );
  }
  const a = one as Record<string, unknown>;
  const b = other as Record<string, unknown>;
  return (
    Object.keys(a).every((key) => sameJson(a[key], b[key])) && Object.keys(b).every((key) => b[key] === undefined || key in a)
  );
}
