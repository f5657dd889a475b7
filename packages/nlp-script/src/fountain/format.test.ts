/** @file Laws of writing Fountain: what was read comes back to the byte, what is made by hand is read as it was meant. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeHeading } from '../screenplay/heading.js';
import { parseCue } from '../screenplay/cue.js';
import type { ScriptElement, Screenplay, Span } from '../screenplay/screenplay.js';
import { encodeFountain, formatFountain } from './format.js';
import { parseFountain } from './parse.js';

const nowhere: Span = { start: { offset: 0, line: 1, column: 1 }, end: { offset: 0, line: 1, column: 1 } };

/** Pieces that mean something in Fountain, so that chance meets them. */
const pieces = fc.constantFrom(
  'INT. HALL - DAY',
  'ext. sea',
  '.',
  '!',
  '@',
  '~',
  '>',
  '<',
  '#',
  '##',
  '=',
  '===',
  '(',
  ')',
  '^',
  '*',
  '**',
  '_',
  '\\',
  '[[',
  ']]',
  '/*',
  '*/',
  ' ',
  '  ',
  '\t',
  'CUT TO:',
  'MARA',
  'Tom (V.O.)',
  'word',
  'TWO WORDS',
  '#1A#',
  '内景 厨房 夜',
  '小明',
  '小明：走吧',
  'Title: x',
  'FADE OUT.',
  'é',
  '🎬',
);
const lineEnds = fc.constantFrom('\n', '\n\n', '\r\n', '\r\n\r\n', '\r', '\n  \n', '\n\n\n');
const wildText = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: pieces },
      { weight: 3, arbitrary: lineEnds },
      { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe('an unchanged script', () => {
  it('is given back exactly, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.oneof(wildText, fc.string({ unit: 'binary' })), fc.boolean(), (text, mark) => {
        const source = (mark ? '\ufeff' : '') + text;
        expect(formatFountain(parseFountain(source).screenplay)).toBe(source);
      }),
      { numRuns: 2000, seed: 7 },
    );
  });

  it('is given back exactly where its title page was not read', () => {
    const source = 'Title: A\n\nINT. HALL - DAY\n\nDust.\n';
    expect(formatFountain(parseFountain(source, { titlePage: false }).screenplay)).toBe(source);
  });

  it('keeps the bytes of its encoding', () => {
    const text = 'INT. CAFÉ - NUIT\r\n\r\nÉLOÏSE\r\nÇa va “bien” ?\r\n';
    const latin = Uint8Array.from(
      [...text].map((character) => (character === '“' ? 0x93 : character === '”' ? 0x94 : character.charCodeAt(0))),
    );
    expect(encodeFountain(parseFountain(latin).screenplay)).toEqual(latin);
    const wide = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
    expect(encodeFountain(parseFountain(wide).screenplay)).toEqual(wide);
  });
});

const word = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'a',
      'The',
      'INT.',
      'MARA',
      'TO:',
      'x*y',
      '_',
      '**',
      '[[',
      ']]',
      '/*',
      '*/',
      '\\',
      '#',
      '#1#',
      '.',
      '!',
      '@',
      '~',
      '>',
      '<',
      '=',
      '^',
      '(beat)',
      '夜',
      '小明',
      '：',
      'Title:',
      '🎬',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme-ascii', maxLength: 6 }) },
);
const lineText = fc
  .array(word, { minLength: 1, maxLength: 5 })
  .map((words) => words.join(' ').replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '');
const block = fc.array(lineText, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
const plain = (type: string, text: fc.Arbitrary<string>): fc.Arbitrary<ScriptElement[]> =>
  text.map((value) => [{ type, text: value, span: nowhere } as ScriptElement]);

const heading = fc
  .tuple(lineText, fc.option(fc.constantFrom('1', '12A', 'I-1.'), { nil: undefined }))
  .map(([text, sceneNumber]): ScriptElement[] => [
    { type: 'scene-heading', text, ...describeHeading(text), span: nowhere, ...(sceneNumber ? { sceneNumber } : {}) },
  ]);
const cue = lineText
  .filter((text) => parseCue(text).name !== '')
  .map((text): ScriptElement => ({ type: 'character', text, ...parseCue(text), span: nowhere }));
const said = fc
  .tuple(
    fc.boolean(),
    lineText.map((text) => `(${text})`),
    block.filter((text) => !text.split('\n').some((line) => line === '  ')),
  )
  .map(([manner, parenthetical, text]): ScriptElement[] => [
    ...(manner ? [{ type: 'parenthetical', text: parenthetical, span: nowhere } as ScriptElement] : []),
    { type: 'dialogue', text, span: nowhere },
  ]);
const speech = fc.tuple(cue, said).map(([name, rest]): ScriptElement[] => [name, ...rest]);
const dual = fc
  .tuple(cue, said, cue, said)
  .map(([left, one, right, two]): ScriptElement[] => [
    { ...left, dual: 'left' } as ScriptElement,
    ...one,
    { ...right, dual: 'right' } as ScriptElement,
    ...two,
  ]);
const section = fc
  .tuple(lineText, fc.integer({ min: 1, max: 6 }))
  .map(([text, depth]): ScriptElement[] => [{ type: 'section', text, depth, span: nowhere }]);
const anyElements = fc
  .array(
    fc.oneof(
      heading,
      plain('action', block),
      speech,
      dual,
      plain('transition', lineText),
      plain('centered', block),
      plain('lyrics', block),
      plain('synopsis', lineText),
      section,
      plain('page-break', fc.constant('')),
    ),
    { maxLength: 8 },
  )
  .map((groups) => groups.flat());

const content = (elements: readonly ScriptElement[]): object[] =>
  elements.map(({ span: _span, forced: _forced, styled: _styled, ...rest }) => rest);

describe('a script made by hand', () => {
  it('is read as it was meant', () => {
    fc.assert(
      fc.property(anyElements, (elements) => {
        const text = formatFountain({ titlePage: [], elements, notes: [], boneyards: [] });
        expect(content(parseFountain(text).screenplay.elements), text).toEqual(content(elements));
      }),
      { numRuns: 3000, seed: 7 },
    );
  });

  it('keeps a title page', () => {
    const titlePage = [
      { key: 'Title', values: ['_**THE LAMP**_', 'Part two'], span: nowhere },
      { key: 'My own key', values: ['Contact: not a key'], span: nowhere },
    ];
    const text = formatFountain({ titlePage, elements: [], notes: [], boneyards: [] });
    expect(parseFountain(text).screenplay.titlePage.map(({ key, values }) => [key, values])).toEqual(
      titlePage.map(({ key, values }) => [key, values]),
    );
  });

  it('keeps emphasis', () => {
    const style = fc.record({ bold: fc.boolean(), italic: fc.boolean(), underline: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('word', 'x*y', 'a_b', '…'), style), { minLength: 1, maxLength: 4 }),
        (runs) => {
          const styled = runs.flatMap(([text, { bold, italic, underline }], i) => [
            ...(i > 0 ? [{ text: ' ' }] : []),
            { text, ...(bold ? { bold } : {}), ...(italic ? { italic } : {}), ...(underline ? { underline } : {}) },
          ]);
          const text = styled.map((run) => run.text).join('');
          const element: ScriptElement = { type: 'action', text, styled, span: nowhere };
          const read = parseFountain(formatFountain({ titlePage: [], elements: [element], notes: [], boneyards: [] })).screenplay
            .elements[0];
          expect(read.text).toBe(text);
          const perLetter = (parts: typeof styled | undefined): string[] =>
            (parts ?? [{ text }]).flatMap((run) =>
              [...run.text]
                .filter((letter) => letter !== ' ')
                .map(
                  (letter) =>
                    `${letter}${'bold' in run && run.bold ? 'b' : ''}${'italic' in run && run.italic ? 'i' : ''}${'underline' in run && run.underline ? 'u' : ''}`,
                ),
            );
          expect(perLetter(read.styled as typeof styled)).toEqual(perLetter(styled));
        },
      ),
      { numRuns: 500, seed: 7 },
    );
  });

  it('writes notes behind their element, or at the end', () => {
    const screenplay: Screenplay = {
      titlePage: [],
      elements: [{ type: 'action', text: 'Dust.', span: nowhere }],
      notes: [{ text: 'how much?', span: nowhere }],
      boneyards: [],
    };
    expect(parseFountain(formatFountain(screenplay)).screenplay.notes[0].text).toBe('how much?');
  });
});

describe('a changed script', () => {
  const source =
    'Title: Lamp\r\nAuthor: me\r\n\r\nint. hall - day\r\n\r\n\r\nShe [[who?]] waits,  *long*.\r\n\r\nMARA\r\n(soft)\r\nHello.\r\n\r\n/* old */\r\n\r\n> End <\r\n';

  it('keeps what was not touched as the writer left it', () => {
    const { screenplay } = parseFountain(source);
    const at = screenplay.elements.findIndex(({ type }) => type === 'dialogue');
    screenplay.elements[at] = { ...screenplay.elements[at], text: 'Good night.' };
    expect(formatFountain(screenplay)).toBe(source.replace('Hello.', 'Good night.'));
  });

  it('takes out what was taken out and puts in what was put in', () => {
    const { screenplay } = parseFountain(source);
    const elements = screenplay.elements.filter(({ type }) => type !== 'centered');
    elements.push(
      { type: 'action', text: 'CUT TO: nothing', span: nowhere },
      { type: 'action', text: 'MARA\nleaves.', span: nowhere },
    );
    const text = formatFountain({ ...screenplay, elements });
    expect(text).toContain('She [[who?]] waits,  *long*.\r\n');
    expect(content(parseFountain(text).screenplay.elements).slice(-2)).toEqual([
      { type: 'action', text: 'CUT TO: nothing' },
      { type: 'action', text: 'MARA\nleaves.' },
    ]);
  });

  it('writes a changed name in the cue', () => {
    const { screenplay } = parseFountain('INT. HALL - DAY\n\nMARA (O.S.)\nHello.\n');
    const elements = screenplay.elements.map((element) => (element.type === 'character' ? { ...element, name: 'TOM' } : element));
    expect(formatFountain({ ...screenplay, elements })).toBe('INT. HALL - DAY\n\nTOM (O.S.)\nHello.\n');
  });

  it('refuses what is no screenplay', () => {
    expect(() => formatFountain('INT.' as unknown as Screenplay)).toThrow(TypeError);
  });
});
