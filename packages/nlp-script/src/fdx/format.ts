/** @file Writes a screenplay as Final Draft XML, with scene lengths in eighths of a page. */
import { formatEighths, measurePages } from '../screenplay/pages.js';
import type { PageStyle } from '../screenplay/pages.js';
import type { Screenplay, ScriptElement, StyledText } from '../screenplay/screenplay.js';
import { parseFdx } from './parse.js';
import { layTitleLines } from './title-page.js';
import { readXmlScript } from './xml-script.js';

/** How `formatFdx` writes. */
export interface FdxOptions {
  /** Page layout for the scene lengths; see `measurePages`. */
  pages?: PageStyle;
}

/** Final Draft's names of our elements. */
const TYPE_NAMES: Partial<Record<ScriptElement['type'], string>> = {
  'scene-heading': 'Scene Heading',
  character: 'Character',
  dialogue: 'Dialogue',
  parenthetical: 'Parenthetical',
  transition: 'Transition',
  lyrics: 'Lyrics',
};

/**
 * Writes Final Draft XML (version 5 of the format, which Final Draft 8 to 13 open).
 *
 * A script read from FDX and not changed is given back exactly; of a changed one all parts but the script itself are kept. What the format
 * can't say is left out: boneyards; a synopsis that follows no heading becomes a paragraph of type General.
 *
 * @param screenplay - From any reader, or made by hand.
 * @param options - See `FdxOptions`.
 * @returns The text of an `.fdx` file, to be written as UTF-8.
 * @throws TypeError where it isn't a screenplay; RangeError for a page style out of range.
 * @example
 * ```ts
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 * import { formatFdx } from '@filmai/nlp-script/fdx';
 *
 * const xml = formatFdx(parseFountain('INT. HALL - DAY #7#\n\nDust.\n').screenplay);
 * console.log(xml.includes('<Paragraph Type="Scene Heading" Number="7">'), xml.includes('Length="1/8"')); // true true
 * ```
 */
export function formatFdx(screenplay: Screenplay, { pages }: FdxOptions = {}): string {
  if (typeof screenplay !== 'object' || screenplay === null || !Array.isArray(screenplay.elements))
    throw new TypeError('formatFdx: expected a screenplay with a list of elements');
  const { source } = screenplay;
  const content = formatContent(screenplay, pages);
  const title = formatTitle(screenplay);
  if (source?.format === 'fdx') {
    const original = parseFdx(source.text).screenplay;
    const mark = source.bom ? '\ufeff' : '';
    const sameTitle = JSON.stringify(original.titlePage) === JSON.stringify(screenplay.titlePage);
    const sameBody =
      JSON.stringify([original.elements, original.notes]) === JSON.stringify([screenplay.elements, screenplay.notes]);
    if (sameTitle && sameBody) return mark + source.text;
    const document = readXmlScript(source.text);
    if (document.content && document.faults.length === 0) {
      const changes = [
        ...(sameBody ? [] : [{ ...document.content, text: content }]),
        ...(sameTitle
          ? []
          : [
              document.title
                ? { ...document.title, text: title }
                : { start: document.content.end, end: document.content.end, text: `\n${title}` },
            ]),
      ];
      return mark + splice(source.text, changes);
    }
  }
  return `<?xml version="1.0" encoding="UTF-8" standalone="no" ?>\n<FinalDraft DocumentType="Script" Template="No" Version="5">\n  ${content}\n${title === '' ? '' : `  ${title}\n`}</FinalDraft>\n`;
}

function splice(text: string, changes: readonly { start: number; end: number; text: string }[]): string {
  let out = text;
  for (const change of [...changes].sort((a, b) => b.start - a.start))
    out = out.slice(0, change.start) + change.text + out.slice(change.end);
  return out;
}

function formatContent(screenplay: Screenplay, style: PageStyle | undefined): string {
  const { elements } = screenplay;
  const { scenes } = measurePages(screenplay, style);
  const sceneOf = new Map(scenes.map((scene) => [scene.heading, scene]));
  const notesOf = groupNotes(screenplay);
  const lines: string[] = [];
  let newPage = false;
  for (let i = 0; i < elements.length; i++) {
    const element = elements[i];
    if (element.type === 'boneyard' || element.type === 'note') continue;
    if (element.type === 'page-break') {
      newPage = true;
      continue;
    }
    const next = elements[i + 1];
    const takesSynopsis = element.type === 'scene-heading' && next?.type === 'synopsis';
    const scene = sceneOf.get(i);
    const properties = scene
      ? [
          `<SceneProperties Length="${formatEighths(scene.eighths)}" Page="${scene.page}" Title="">`,
          ...(takesSynopsis ? [`  <Summary><Paragraph><Text>${escapeXml(next.text)}</Text></Paragraph></Summary>`] : []),
          '</SceneProperties>',
        ]
      : [];
    const blank = '    <Paragraph Type="Action"><Text></Text></Paragraph>';
    if (i > 0) lines.push(...Array<string>(Math.min(99, element.blankLines ?? 0)).fill(blank));
    if (element.type === 'character' && element.dual === 'left') lines.push('    <Paragraph>', '      <DualDialogue>');
    lines.push(...formatParagraph(element, newPage, properties, notesOf.get(i) ?? []));
    if (endsDual(elements, i)) lines.push('      </DualDialogue>', '    </Paragraph>');
    newPage = false;
    if (takesSynopsis) i++;
  }
  return ['<Content>', ...lines, '  </Content>'].join('\n');
}

/** Whether the last speech of a dual dialogue ends here. */
function endsDual(elements: readonly ScriptElement[], i: number): boolean {
  const spoken = (element: ScriptElement | undefined): boolean =>
    element !== undefined && /^(?:dialogue|parenthetical|lyrics)$/.test(element.type);
  const next = elements[i + 1];
  if (spoken(next)) return false;
  let cue = i;
  while (cue > 0 && spoken(elements[cue])) cue--;
  const speaker = elements[cue];
  if (speaker.type !== 'character' || speaker.dual === undefined) return false;
  return speaker.dual === 'right' ? hasLeft(elements, cue, spoken) : !(next?.type === 'character' && next.dual === 'right');
}

/** Whether a left speech stands directly before a right cue, so that a dual dialogue is open. */
function hasLeft(elements: readonly ScriptElement[], right: number, spoken: (element: ScriptElement) => boolean): boolean {
  let cue = right - 1;
  while (cue > 0 && spoken(elements[cue])) cue--;
  const speaker = elements[cue];
  return speaker?.type === 'character' && speaker.dual === 'left';
}

function formatParagraph(
  element: ScriptElement,
  newPage: boolean,
  properties: readonly string[],
  notes: readonly string[],
): string[] {
  const type =
    element.style ??
    (element.type === 'section'
      ? `Outline ${Math.min(4, element.depth)}`
      : element.type === 'synopsis'
        ? 'General'
        : (TYPE_NAMES[element.type] ?? 'Action'));
  const attributes = [
    `Type="${escapeXml(type)}"`,
    ...(element.type === 'scene-heading' && element.sceneNumber ? [`Number="${escapeXml(element.sceneNumber)}"`] : []),
    ...(element.type === 'centered' ? ['Alignment="Center"'] : []),
    ...(newPage ? ['StartsNewPage="Yes"'] : []),
  ];
  return [
    `    <Paragraph ${attributes.join(' ')}>`,
    ...properties.map((line) => `      ${line}`),
    ...notes.map((note) => `      <ScriptNote><Paragraph><Text>${escapeXml(note)}</Text></Paragraph></ScriptNote>`),
    `      ${runsOf(element).map(formatRun).join('')}`,
    '    </Paragraph>',
  ];
}

function runsOf({ text, styled }: ScriptElement): readonly StyledText[] {
  return styled && styled.map((run) => run.text).join('') === text ? styled : [{ text }];
}

function formatRun({ text, bold, italic, underline, strikeout }: StyledText): string {
  const style = [bold && 'Bold', italic && 'Italic', underline && 'Underline', strikeout && 'Strikeout']
    .filter(Boolean)
    .join('+');
  return `<Text${style === '' ? '' : ` Style="${style}"`}>${escapeXml(text)}</Text>`;
}

/** Notes by the element that they stand in or behind. */
function groupNotes({ notes, elements }: Screenplay): Map<number, string[]> {
  const printed = elements.flatMap(({ type, span }, i) =>
    /^(?:note|boneyard|page-break)$/.test(type) ? [] : [{ i, start: span.start.offset }],
  );
  const groups = new Map<number, string[]>();
  for (const { text, span } of notes) {
    const at = printed.findLast(({ start }) => start <= span.start.offset) ?? printed[0];
    if (at) groups.set(at.i, [...(groups.get(at.i) ?? []), text]);
  }
  return groups;
}

function formatTitle({ titlePage }: Screenplay): string {
  const lines = layTitleLines(titlePage ?? []);
  if (lines.length === 0) return '';
  const paragraphs = lines.map(
    ({ text, alignment }) => `      <Paragraph Alignment="${alignment}"><Text>${escapeXml(text)}</Text></Paragraph>`,
  );
  return ['<TitlePage>', '    <Content>', ...paragraphs, '    </Content>', '  </TitlePage>'].join('\n');
}

/** Escapes text for XML 1.0 and leaves out what it can't hold: control characters and halves of surrogate pairs. */
function escapeXml(text: string): string {
  return text
    .replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '&quot;')
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}
