/**
 * @file How a screenplay fills pages by the standard of the United States: Courier 12 point, ten characters to the inch and six
 * lines to the inch on US Letter, margins 1.5 inches left and 1 inch on the other sides (Riley, "The Hollywood Standard").
 * By its rule of thumb a page is a minute of film, and scenes are counted in eighths of a page.
 */
import type { Screenplay, ScriptElement } from './screenplay.js';

/** Lines of a page and characters of a line. */
export interface PageStyle {
  /** Lines on a page. Default 55. */
  linesPerPage?: number;
  /** Greatest width of action, headings and whatever has no width of its own, in characters. Default 61. */
  actionWidth?: number;
  /** Greatest width of dialogue. Default 35. */
  dialogueWidth?: number;
  /** Greatest width of a parenthetical. Default 25. */
  parentheticalWidth?: number;
  /** Greatest width of a cue. Default 38. */
  cueWidth?: number;
  /** Greatest width of one side of a dual dialogue. Default 28. */
  dualWidth?: number;
}

/** Where an element stands. */
export interface ElementLayout {
  /** Page of its first line, from 1. */
  page: number;
  /** Line on that page, from 1. */
  line: number;
  /** Lines that it fills, blank lines in front not counted; 0 where it isn't printed (notes, sections, synopses, boneyards). */
  lines: number;
}

/** How long a scene is. */
export interface SceneLayout {
  /** Index of its heading in the elements. */
  heading: number;
  /** Index behind its last element. */
  end: number;
  /** Page that it begins on, from 1. */
  page: number;
  /** Eighths of a page, at least 1. */
  eighths: number;
}

/** A script on pages. */
export interface PageLayout {
  /** Pages of script, the title page not counted; 0 where nothing is printed. */
  pages: number;
  /** One for each element, in order. */
  elements: ElementLayout[];
  scenes: SceneLayout[];
}

/** Fewest lines of action or dialogue that may stand alone at a page's end or begin. */
const FEWEST_LINES = 2;

/**
 * Lays a screenplay out on pages.
 *
 * Headings stay with two lines of what follows, a cue with its speech; action and dialogue break with two lines on each side,
 * dialogue with `(MORE)` and a repeated cue. Chinese, Japanese and Korean characters are two columns wide and break anywhere.
 *
 * @param screenplay - Any script.
 * @param style - Lines and widths, whole numbers of at least 1 (lines per page at least 8).
 * @returns Pages, the place of each element, and the length of each scene.
 * @throws RangeError where a number of the style is out of range.
 * @example
 * ```ts
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 * import { formatEighths, measurePages } from '@filmai/nlp-script/screenplay';
 *
 * const { screenplay } = parseFountain('INT. HALL - DAY\n\nDust.\n\nMARA\nHello?\n\nEXT. SEA - DAY\n\nWaves.\n');
 * const { pages, scenes } = measurePages(screenplay);
 * console.log(pages, scenes.map(({ eighths }) => formatEighths(eighths))); // 1 [ '1/8', '1/8' ]
 * ```
 */
export function measurePages(screenplay: Screenplay, style: PageStyle = {}): PageLayout {
  const layout = new Layout(checkStyle(style));
  const { elements } = screenplay;
  for (let i = 0; i < elements.length;) {
    const end = isLeft(elements[i]) ? dualEnd(elements, i) : speechEnd(elements, i);
    if (isLeft(elements[i])) layout.addDual(elements, i, end);
    else if (elements[i].type === 'character') layout.addSpeech(elements, i, end);
    else layout.addPart(elements, i);
    i = Math.max(end, i + 1);
  }
  return layout.finish(elements);
}

/**
 * Writes eighths of a page as production does.
 *
 * @param eighths - A whole number of at least 0.
 * @returns `'3/8'`, `'1'`, `'2 5/8'`, `'0'`.
 */
export function formatEighths(eighths: number): string {
  const whole = Math.floor(eighths / 8);
  const rest = eighths % 8;
  if (rest === 0) return String(whole);
  return whole > 0 ? `${whole} ${rest}/8` : `${rest}/8`;
}

/**
 * Reads eighths of a page.
 *
 * @param text - `'3/8'`, `'2 5/8'`, `'1'`.
 * @returns The number of eighths; `undefined` where it is no length.
 */
export function parseEighths(text: string): number | undefined {
  const match = /^\s*(?:(\d{1,4})(?:\s+([0-7])\/8)?|([0-7])\/8)\s*$/.exec(text);
  if (!match) return undefined;
  return Number(match[1] ?? 0) * 8 + Number(match[2] ?? match[3] ?? 0);
}

/** Places elements one below the other. */
class Layout {
  private readonly places: ElementLayout[] = [];
  /** Lines used on the page so far. */
  private used = 0;
  private page = 1;
  private printed = false;

  constructor(private readonly style: Required<PageStyle>) {}

  /** A heading, a paragraph of action, a transition, or something that isn't printed. */
  addPart(elements: readonly ScriptElement[], i: number): void {
    const element = elements[i];
    const lines = this.linesOf(element);
    if (element.type === 'page-break' && this.used > 0) this.turn();
    if (lines === 0) return this.place(i, 0);
    this.gap(element);
    if (element.type === 'scene-heading') this.keep(lines + this.leastAfter(elements, i));
    else if (element.type === 'action') this.keep(Math.min(lines, FEWEST_LINES));
    else this.keep(lines);
    this.place(i, lines);
    this.fill(lines, element.type === 'action');
  }

  /** A cue with what is said under it. */
  addSpeech(elements: readonly ScriptElement[], from: number, to: number): void {
    this.gap(elements[from]);
    const lengths = elements.slice(from, to).map((element) => this.linesOf(element));
    this.keep(lengths.slice(0, 2).reduce((sum, lines) => sum + Math.min(lines, FEWEST_LINES), 0));
    lengths.forEach((lines, k) => {
      // (MORE) at the foot and the cue at the head of the next page.
      if (k > 1 && this.used + Math.min(lines, FEWEST_LINES) + 1 > this.style.linesPerPage) {
        this.turn();
        this.used = 1;
      }
      this.place(from + k, lines);
      this.fill(lines, true, 1);
    });
  }

  /** Two speeches side by side; the longer one counts. */
  addDual(elements: readonly ScriptElement[], from: number, to: number): void {
    this.gap(elements[from]);
    const right = elements.findIndex((element, i) => i > from && i < to && element.type === 'character');
    const sides = [elements.slice(from, right === -1 ? to : right), right === -1 ? [] : elements.slice(right, to)];
    const lengths = sides.map((side) => side.map((element) => this.linesOf(element, this.style.dualWidth)));
    const height = Math.max(...lengths.map((lines) => lines.reduce((sum, count) => sum + count, 0)));
    this.keep(Math.min(height, this.style.linesPerPage));
    let i = from;
    for (const side of lengths) {
      let below = 0;
      for (const lines of side) {
        this.places[i++] = { page: this.page, line: Math.min(this.used + below + 1, this.style.linesPerPage), lines };
        below += lines;
      }
    }
    this.fill(height, true);
    this.printed ||= height > 0;
  }

  finish(elements: readonly ScriptElement[]): PageLayout {
    const total = this.style.linesPerPage;
    const places = elements.map((_, i) => this.places[i]);
    const headings = elements.flatMap(({ type }, i) => (type === 'scene-heading' ? [i] : []));
    const end = { page: this.page, line: this.used + 1 };
    const scenes = headings.map((heading, k) => {
      const next = headings[k + 1];
      const from = places[heading];
      const to = next === undefined ? end : places[next];
      const lines = (to.page - from.page) * total + to.line - from.line;
      return { heading, end: next ?? elements.length, page: from.page, eighths: Math.max(1, Math.round((lines * 8) / total)) };
    });
    return { pages: this.printed ? this.page : 0, elements: places, scenes };
  }

  /** Lines that must stay with a heading: a blank one and the first of what follows. */
  private leastAfter(elements: readonly ScriptElement[], heading: number): number {
    for (let i = heading + 1; i < elements.length && elements[i].type !== 'page-break'; i++) {
      const lines = this.linesOf(elements[i]);
      if (lines > 0) return 1 + (elements[i].type === 'character' ? FEWEST_LINES : Math.min(lines, FEWEST_LINES));
    }
    return 0;
  }

  private linesOf(element: ScriptElement, widest = Infinity): number {
    const { actionWidth, dialogueWidth, parentheticalWidth, cueWidth } = this.style;
    switch (element.type) {
      case 'note':
      case 'boneyard':
      case 'section':
      case 'synopsis':
      case 'page-break':
        return 0;
      case 'character':
        return countLines(element.text, Math.min(cueWidth, widest));
      case 'dialogue':
      case 'lyrics':
        return countLines(element.text, Math.min(dialogueWidth, widest));
      case 'parenthetical':
        return countLines(element.text, Math.min(parentheticalWidth, widest));
      default:
        return countLines(element.text, Math.min(actionWidth, widest));
    }
  }

  /** Blank lines in front; none at the top of a page. */
  private gap(element: ScriptElement): void {
    if (this.used === 0) return;
    this.used += 1 + (element.type === 'action' ? Math.min(element.blankLines ?? 0, this.style.linesPerPage) : 0);
    if (this.used >= this.style.linesPerPage) this.turn();
  }

  /** Turns the page where fewer lines are left. */
  private keep(lines: number): void {
    if (this.used > 0 && this.used + Math.min(lines, this.style.linesPerPage) > this.style.linesPerPage) this.turn();
  }

  private place(i: number, lines: number): void {
    this.places[i] = { page: this.page, line: Math.min(this.used + 1, this.style.linesPerPage), lines };
    this.printed ||= lines > 0;
  }

  /** Uses lines, over as many pages as it takes; `repeated` lines are printed again at the head of each further page. */
  private fill(lines: number, breakable: boolean, repeated = 0): void {
    const total = this.style.linesPerPage;
    let left = lines;
    while (this.used + left > total) {
      const room = total - this.used;
      const here = breakable ? Math.max(1, Math.min(room, left - FEWEST_LINES)) : room;
      left -= Math.max(1, here);
      this.turn();
      this.used = repeated;
    }
    this.used += left;
  }

  private turn(): void {
    this.page++;
    this.used = 0;
  }
}

/** Lines that a text fills, words kept whole where they fit. */
function countLines(text: string, width: number): number {
  let lines = 0;
  for (const line of text.split('\n')) lines += wrap(line, width);
  return text === '' ? 0 : lines;
}

function wrap(line: string, width: number): number {
  let lines = 1;
  let column = 0;
  let wordStart = 0;
  for (const character of line) {
    const columns = columnsOf(character);
    if (columns === 0) continue;
    if (character === ' ') {
      // A space at the margin hangs over it.
      column++;
      wordStart = column;
      continue;
    }
    if (column + columns > width && column > 0) {
      lines++;
      const carried = columns === 1 && wordStart > 0 && wordStart <= width ? column - wordStart : 0;
      column = carried;
      wordStart = 0;
    }
    column += columns;
    if (columns === 2) wordStart = column;
  }
  return lines;
}

/** Columns of a character: two for East Asian wide ones and emoji (Unicode Standard Annex 11, in blocks), none for marks on others. */
function columnsOf(character: string): 0 | 1 | 2 {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  if (/^[\p{Mn}\p{Me}\p{Cf}]$/u.test(character)) return 0;
  const wide =
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd);
  return wide ? 2 : 1;
}

function isLeft(element: ScriptElement): boolean {
  return element.type === 'character' && element.dual === 'left';
}

function speechEnd(elements: readonly ScriptElement[], cue: number): number {
  let end = cue + 1;
  if (elements[cue].type !== 'character') return end;
  while (end < elements.length && /^(?:dialogue|parenthetical|lyrics)$/.test(elements[end].type)) end++;
  return end;
}

function dualEnd(elements: readonly ScriptElement[], cue: number): number {
  const end = speechEnd(elements, cue);
  const right = elements[end];
  return right?.type === 'character' && right.dual === 'right' ? speechEnd(elements, end) : end;
}

function checkStyle(style: PageStyle): Required<PageStyle> {
  const full = {
    linesPerPage: 55,
    actionWidth: 61,
    dialogueWidth: 35,
    parentheticalWidth: 25,
    cueWidth: 38,
    dualWidth: 28,
    ...style,
  };
  for (const [name, value] of Object.entries(full)) {
    const least = name === 'linesPerPage' ? 8 : 1;
    if (!Number.isInteger(value) || value < least)
      throw new RangeError(`measurePages: ${name} must be a whole number of at least ${least}, got ${String(value)}`);
  }
  return full;
}
