/** @file Final Draft: what its XML says becomes a screenplay and goes back into it; broken files give diagnostics. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFountain } from '../fountain/parse.js';
import type { ScriptElement } from '../screenplay/screenplay.js';
import { readFdx, writeFdx } from './file.js';
import { formatFdx } from './format.js';
import { parseFdx } from './parse.js';

const sample = `<?xml version="1.0" encoding="UTF-8" standalone="no" ?>
<FinalDraft DocumentType="Script" Template="No" Version="5">
  <Content>
    <Paragraph Type="Scene Heading" Number="7A">
      <SceneProperties Length="1 3/8" Page="2" Title=""><Summary><Paragraph><Text>They meet.</Text></Paragraph></Summary></SceneProperties>
      <Text>INT. PIER &amp; SHED - NIGHT</Text>
    </Paragraph>
    <Paragraph Type="Action">
      <ScriptNote ID="1"><Paragraph><Text>too dark?</Text></Paragraph></ScriptNote>
      <Text>Fog. A </Text><Text Style="Bold+Italic">horn</Text><Text> sounds.</Text>
    </Paragraph>
    <Paragraph>
      <DualDialogue>
        <Paragraph Type="Character"><Text>ADA (O.S.)</Text></Paragraph>
        <Paragraph Type="Parenthetical"><Text>(low)</Text></Paragraph>
        <Paragraph Type="Dialogue"><Text>Here.</Text></Paragraph>
        <Paragraph Type="Character"><Text>BEN</Text></Paragraph>
        <Paragraph Type="Dialogue"><Text>Where?</Text></Paragraph>
      </DualDialogue>
    </Paragraph>
    <Paragraph Type="Shot"><Text>CLOSE ON ADA</Text></Paragraph>
    <Paragraph Type="Action" Alignment="Center" StartsNewPage="Yes"><Text>THE END</Text></Paragraph>
    <Paragraph Type="Dance"><Text>They dance.</Text></Paragraph>
    <Paragraph Type="Transition"><Text>CUT TO:</Text></Paragraph>
  </Content>
  <TitlePage><Content>
    <Paragraph Alignment="Center"><Text>Fog</Text></Paragraph>
    <Paragraph Alignment="Center"><Text></Text></Paragraph>
    <Paragraph Alignment="Center"><Text>Written by</Text></Paragraph>
    <Paragraph Alignment="Center"><Text>A. Writer</Text></Paragraph>
    <Paragraph Alignment="Left"><Text>Draft date: May</Text></Paragraph>
  </Content></TitlePage>
  <Revisions ActiveSet="1"><Revision Name="Blue"/></Revisions>
</FinalDraft>
`;

const bare = (elements: readonly ScriptElement[]): object[] => elements.map(({ span: _span, forced: _forced, ...rest }) => rest);

describe('reading', () => {
  it('gives the elements that the paragraphs are', () => {
    const { screenplay } = parseFdx(sample);
    expect(bare(screenplay.elements)).toEqual([
      {
        type: 'scene-heading',
        text: 'INT. PIER & SHED - NIGHT',
        setting: 'int',
        place: 'PIER & SHED',
        time: 'NIGHT',
        sceneNumber: '7A',
        eighths: 11,
      },
      { type: 'synopsis', text: 'They meet.' },
      {
        type: 'action',
        text: 'Fog. A horn sounds.',
        styled: [{ text: 'Fog. A ' }, { text: 'horn', bold: true, italic: true }, { text: ' sounds.' }],
      },
      { type: 'character', text: 'ADA (O.S.)', name: 'ADA', extensions: ['O.S.'], dual: 'left' },
      { type: 'parenthetical', text: '(low)' },
      { type: 'dialogue', text: 'Here.' },
      { type: 'character', text: 'BEN', name: 'BEN', extensions: [], dual: 'right' },
      { type: 'dialogue', text: 'Where?' },
      { type: 'action', text: 'CLOSE ON ADA', style: 'Shot' },
      { type: 'page-break', text: '' },
      { type: 'centered', text: 'THE END' },
      { type: 'action', text: 'They dance.', style: 'Dance' },
      { type: 'transition', text: 'CUT TO:' },
    ]);
    expect(screenplay.notes.map(({ text }) => text)).toEqual(['too dark?']);
    expect(screenplay.titlePage.map(({ key, values }) => [key, values])).toEqual([
      ['Title', ['Fog']],
      ['Credit', ['Written by']],
      ['Author', ['A. Writer']],
      ['Draft date', ['May']],
    ]);
  });

  it('names what it does not read, with its place', () => {
    const { diagnostics } = parseFdx(sample);
    expect(diagnostics.map(({ code, span }) => [code, span.start.line])).toEqual([
      ['UNKNOWN_PARAGRAPH', 23],
      ['PART_NOT_READ', 33],
    ]);
  });

  it('spans each paragraph in the XML', () => {
    const { screenplay } = parseFdx(sample);
    const shot = screenplay.elements.find(({ style }) => style === 'Shot');
    expect(sample.slice(shot?.span.start.offset, shot?.span.end.offset)).toBe(
      '<Paragraph Type="Shot"><Text>CLOSE ON ADA</Text></Paragraph>',
    );
  });

  it('reads UTF-16 as its mark says', () => {
    expect(parseFdx(new Uint8Array(Buffer.from(`\ufeff${sample}`, 'utf16le'))).screenplay.elements).toHaveLength(13);
  });

  it.each([
    ['<FinalDraft><Content><Paragraph Type="Action"><Text>cut', 'MALFORMED_XML'],
    ['<html></html>', 'NOT_FDX'],
    ['plain words', 'NOT_FDX'],
    ['  ', 'EMPTY'],
    [
      '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><FinalDraft><Content><Paragraph><Text>&c;</Text></Paragraph></Content></FinalDraft>',
      'ENTITIES_REFUSED',
    ],
    ['<FinalDraft><Content/></FinalDraft>', 'NO_SCENE'],
  ])('remarks on %j without throwing', (text, code) => {
    const { screenplay, diagnostics } = parseFdx(text);
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
    expect(screenplay.elements).toEqual([]);
  });

  it('never throws, whatever is cut out of or put into a file', () => {
    fc.assert(
      fc.property(
        fc.nat(sample.length),
        fc.nat(60),
        fc.constantFrom('', '<', '&', '>', '"', '<Paragraph>', '</Content>', '<![CDATA[', '\0'),
        (at, length, put) => {
          const broken = sample.slice(0, at) + put + sample.slice(at + length);
          const { screenplay } = parseFdx(broken);
          expect(formatFdx(screenplay)).toBe(broken);
        },
      ),
      { numRuns: 400, seed: 7 },
    );
  });

  it('refuses what is neither text nor bytes', () => {
    expect(() => parseFdx(7 as unknown as string)).toThrow(TypeError);
  });
});

describe('writing', () => {
  it('gives an unchanged script back exactly', () => {
    expect(formatFdx(parseFdx(sample).screenplay)).toBe(sample);
  });

  it('keeps the other parts of a changed script', () => {
    const { screenplay } = parseFdx(sample);
    const elements = screenplay.elements.map((element) =>
      element.text === 'Here.' ? { ...element, text: 'Over <here>.' } : element,
    );
    const text = formatFdx({ ...screenplay, elements });
    expect(text).toContain('<Revisions ActiveSet="1">');
    const withoutLengths = (list: object[]): object[] => list.map((element) => ({ ...element, eighths: undefined }));
    expect(withoutLengths(bare(parseFdx(text).screenplay.elements))).toEqual(withoutLengths(bare(elements)));
    expect(parseFdx(text).screenplay.notes.map((note) => note.text)).toEqual(['too dark?']);
  });

  it('keeps a Fountain script through FDX', () => {
    const source =
      'Title: Fog\nCredit: by\nAuthor: A\nContact: here\n\nINT. PIER - NIGHT #7A#\n\n= They meet.\n\nFog. A *horn* **sounds**.\n\n\nADA (O.S.)\n(low)\nHere.\n\nBEN ^\nWhere?\n\n# Act two\n\n> THE END <\n\n===\n\n~la la\n\nCUT TO:\n\nEXT. SEA - DAY\n\nWaves [[blue]].\n';
    const { screenplay } = parseFountain(source);
    const back = parseFdx(formatFdx(screenplay)).screenplay;
    const plain = (elements: readonly ScriptElement[]): object[] =>
      bare(elements).map((element) => ({ ...element, eighths: undefined }));
    expect(plain(back.elements)).toEqual(plain(screenplay.elements));
    expect(back.titlePage.map(({ key, values }) => [key, values])).toEqual(
      screenplay.titlePage.map(({ key, values }) => [key, values]),
    );
    expect(back.notes.map(({ text }) => text)).toEqual(['blue']);
  });

  it('keeps any text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string({ unit: 'grapheme' }).filter((text) => text.trim() !== ''),
          { maxLength: 6 },
        ),
        (texts) => {
          const nowhere = { start: { offset: 0, line: 1, column: 1 }, end: { offset: 0, line: 1, column: 1 } };
          const elements: ScriptElement[] = texts.map((text) => ({ type: 'action', text, span: nowhere }));
          expect(
            parseFdx(formatFdx({ titlePage: [], elements, notes: [], boneyards: [] })).screenplay.elements.map(
              ({ text }) => text,
            ),
          ).toEqual(texts);
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });

  it('writes scene lengths in eighths of a page', () => {
    const { screenplay } = parseFountain(`INT. HALL - DAY\n\n${'Dust falls.\n\n'.repeat(40)}EXT. SEA - DAY\n\nWaves.\n`);
    expect([...formatFdx(screenplay).matchAll(/Length="([^"]+)"/g)].map((match) => match[1])).toEqual(['1 4/8', '1/8']);
  });
});

describe('files', () => {
  it('are read as they were written, and refused where they are none', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'filmai-fdx-'));
    try {
      const path = join(folder, 'fog.fdx');
      await writeFdx(path, parseFdx(sample).screenplay);
      expect((await readFdx(path)).screenplay.source?.text).toBe(sample);
      await writeFile(join(folder, 'other.fdx'), '<html/>');
      await expect(readFdx(join(folder, 'other.fdx'))).rejects.toMatchObject({ code: 'NOT_FDX' });
      await expect(readFdx(join(folder, 'none.fdx'))).rejects.toMatchObject({ code: 'NO_FILE' });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
