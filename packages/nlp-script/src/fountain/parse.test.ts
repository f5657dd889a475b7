/** @file Every rule of Fountain 1.1 on a text of its own, the places of everything, and the remarks on bad writing. */
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '@filmai/core-tensor/random';
import type { ScriptElement } from '../screenplay/screenplay.js';
import { formatFountain } from './format.js';
import { parseFountain } from './parse.js';

/** Elements in short: type, text and whatever else is not usual. */
const read = (text: string): string[] => parseFountain(text).screenplay.elements.map(brief);
const brief = (element: ScriptElement): string => {
  const extra = [
    element.type === 'scene-heading' && element.sceneNumber && `#${element.sceneNumber}`,
    element.type === 'character' && element.dual && `^${element.dual}`,
    element.type === 'section' && `d${element.depth}`,
  ].filter(Boolean);
  return [element.type, JSON.stringify(element.text), ...extra].join(' ');
};
const codes = (text: string | Uint8Array): string[] => parseFountain(text).diagnostics.map(({ code }) => code);

describe('Fountain 1.1', () => {
  it.each<[string, string, string[]]>([
    [
      'scene headings in all standard forms',
      'INT. BARN - DAY\n\next. field\n\nEST. FARM\n\nINT./EXT. CAR\n\nINT/EXT CAB\n\nI/E VAN\n',
      ['"INT. BARN - DAY"', '"ext. field"', '"EST. FARM"', '"INT./EXT. CAR"', '"INT/EXT CAB"', '"I/E VAN"'].map(
        (text) => `scene-heading ${text}`,
      ),
    ],
    [
      'words that only begin like a heading as action',
      'Internal doubts.\n\nExtra sugar.\n\nINTERIOR monologue begins.\n',
      ['action "Internal doubts."', 'action "Extra sugar."', 'action "INTERIOR monologue begins."'],
    ],
    [
      'a forced heading, but not an ellipsis',
      '.THROUGH THE KEYHOLE\n\n...and on.\n',
      ['scene-heading "THROUGH THE KEYHOLE"', 'action "...and on."'],
    ],
    [
      'scene numbers of letters, digits, dashes and stops',
      'INT. BARN #1A#\n\n.DREAM #2-B.#\n\nINT. BARN #not one#\n',
      ['scene-heading "INT. BARN" #1A', 'scene-heading "DREAM" #2-B.', 'scene-heading "INT. BARN #not one#"'],
    ],
    [
      'a heading in mid-paragraph as action',
      'He runs.\nINT. BARN - DAY\nHe stops.\n',
      ['action "He runs.\\nINT. BARN - DAY\\nHe stops."'],
    ],
    ['action with its line breaks and leading spaces', 'One.\n    Two.\n\tThree.\n', ['action "One.\\n    Two.\\n    Three."']],
    ['forced action', '!BANG\nWent the door.\n', ['action "BANG\\nWent the door."']],
    [
      'a cue with extensions and small letters in brackets',
      'ANNA (on the phone) (V.O.)\nYes.\n',
      ['character "ANNA (on the phone) (V.O.)"', 'dialogue "Yes."'],
    ],
    ['capitals without a speech as action', 'THE LIGHT GOES OUT\n\nDark.\n', ['action "THE LIGHT GOES OUT"', 'action "Dark."']],
    ['a cue needs a letter', '42\nis the number.\n', ['action "42\\nis the number."']],
    ['a forced cue', '@van Dyke\nHello.\n', ['character "van Dyke"', 'dialogue "Hello."']],
    [
      'parentheticals among dialogue',
      'ANNA\n(low)\nYes.\n(beat)\nNo.\n',
      ['character "ANNA"', 'parenthetical "(low)"', 'dialogue "Yes."', 'parenthetical "(beat)"', 'dialogue "No."'],
    ],
    [
      'a line of two spaces as a blank line in a speech',
      'ANNA\nYes.\n  \nNo.\n',
      ['character "ANNA"', 'dialogue "Yes.\\n\\nNo."'],
    ],
    [
      'a speech that ends at a blank line',
      'ANNA\nYes.\n\nShe goes.\n',
      ['character "ANNA"', 'dialogue "Yes."', 'action "She goes."'],
    ],
    [
      'dual dialogue',
      'ANNA\nYes.\n\nBEN ^\nNo.\n',
      ['character "ANNA" ^left', 'dialogue "Yes."', 'character "BEN" ^right', 'dialogue "No."'],
    ],
    [
      'lyrics alone and in a speech',
      '~La la\n~lo\n\nANNA\n~Sing\nsay\n',
      ['lyrics "La la\\nlo"', 'character "ANNA"', 'lyrics "Sing"', 'dialogue "say"'],
    ],
    [
      'transitions by TO: and forced',
      'He falls.\n\nMATCH CUT TO:\n\n> Iris out.\n',
      ['action "He falls."', 'transition "MATCH CUT TO:"', 'transition "Iris out."'],
    ],
    ['TO: with text below as no transition', 'HE SHOUTS TO:\nnobody.\n', ['action "HE SHOUTS TO:\\nnobody."']],
    ['centred text', '> THE END <\n>really<\n', ['centered "THE END\\nreally"']],
    [
      'sections by depth and synopses',
      '# Act\n## Sequence\n= What happens.\nINT. BARN - DAY\n',
      ['section "Act" d1', 'section "Sequence" d2', 'synopsis "What happens."', 'scene-heading "INT. BARN - DAY"'],
    ],
    [
      'page breaks of three and more signs',
      'One.\n\n===\n\nTwo.\n\n======\n',
      ['action "One."', 'page-break ""', 'action "Two."', 'page-break ""'],
    ],
    [
      'text without its inline notes',
      'A [[really?]] dog.\n\nANNA\nYes[[or no]].\n',
      ['action "A dog."', 'character "ANNA"', 'dialogue "Yes."'],
    ],
    [
      'a note of its own, over lines and blank lines of two spaces',
      '[[One\n  \ntwo]]\n\nText.\n',
      ['note "One\\n\\ntwo"', 'action "Text."'],
    ],
    ['a note line inside a speech as not there', 'ANNA\nYes.\n[[faster]]\nNo.\n', ['character "ANNA"', 'dialogue "Yes.\\nNo."']],
    [
      'nothing of a boneyard',
      'He /* never */ runs.\n\n/*\nINT. CUT - DAY\n\nGone.\n*/\n\nHe stops.\n',
      ['action "He runs."', 'boneyard "INT. CUT - DAY\\n\\nGone."', 'action "He stops."'],
    ],
    [
      'a boneyard between transition and heading as a blank line',
      'CUT TO:\n/* old\nscene */\nEXT. SEA - DAY\n',
      ['transition "CUT TO:"', 'boneyard "old\\nscene"', 'scene-heading "EXT. SEA - DAY"'],
    ],
    [
      'indentation of anything but action as nothing',
      '\tINT. BARN - DAY\n\n\t\t\tANNA\n\t\t(low)\n\tYes.\n',
      ['scene-heading "INT. BARN - DAY"', 'character "ANNA"', 'parenthetical "(low)"', 'dialogue "Yes."'],
    ],
    [
      'CR LF and CR',
      'INT. BARN - DAY\r\n\r\nANNA\rYes.\r',
      ['scene-heading "INT. BARN - DAY"', 'character "ANNA"', 'dialogue "Yes."'],
    ],
    [
      'accented capitals',
      'ÉLOÏSE\nOui.\n\nЖАННА\nДа.\n',
      ['character "ÉLOÏSE"', 'dialogue "Oui."', 'character "ЖАННА"', 'dialogue "Да."'],
    ],
  ])('reads %s', (_rule, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('reads a title page with values over several lines', () => {
    const { titlePage, elements } = parseFountain(
      'Title:\n    _**FOG**_\n\tA play\nAuthor: A. Writer\nMy key: x\n\nFADE IN:\n',
    ).screenplay;
    expect(titlePage.map(({ key, values }) => [key, values])).toEqual([
      ['Title', ['_**FOG**_', 'A play']],
      ['Author', ['A. Writer']],
      ['My key', ['x']],
    ]);
    expect(elements.map(brief)).toEqual(['action "FADE IN:"']);
  });

  it('does not take a first line with a colon for a title page', () => {
    expect(parseFountain('FADE IN:\n\nCaption: later.\n').screenplay.titlePage).toEqual([]);
  });

  it('keeps how many blank lines stand before an element', () => {
    expect(parseFountain('One.\n\n\n\nTwo.\n').screenplay.elements.map(({ blankLines }) => blankLines)).toEqual([undefined, 2]);
  });

  it('remembers what was forced', () => {
    expect(parseFountain('.A\n\n@b\nc\n\n!D\n\n> e\n').screenplay.elements.map(({ forced }) => forced)).toEqual([
      true,
      true,
      undefined,
      true,
      true,
    ]);
  });
});

describe('emphasis', () => {
  const styled = (text: string): unknown => parseFountain(text).screenplay.elements[0].styled;

  it('nests', () => {
    expect(styled('a _**b** *c*_ ***d***\n')).toEqual([
      { text: 'a ' },
      { text: 'b', bold: true, underline: true },
      { text: ' ', underline: true },
      { text: 'c', italic: true, underline: true },
      { text: ' ' },
      { text: 'd', bold: true, italic: true },
    ]);
  });

  it.each([
    '3 * 4 * 5 = 60',
    'dialled *69 and then *23',
    'snake_case_name',
    'no \\*stars\\*',
    'a lone * star',
    '*broken\nover lines*',
  ])('is not seen in %j', (text) => {
    expect(styled(`${text}\n`)).toBeUndefined();
  });

  it('is taken out of headings, cues and dialogue', () => {
    expect(read('**INT. BARN - DAY**\n\nANNA\nYes, *now*.\n')).toEqual([
      'scene-heading "INT. BARN - DAY"',
      'character "ANNA"',
      'dialogue "Yes, now."',
    ]);
  });
});

describe('other languages', () => {
  it.each<[string, string, string, string | undefined]>([
    ['INTÉRIEUR. CUISINE - NUIT', 'int', 'CUISINE', 'NUIT'],
    ['EXT. JARDIN - JOUR', 'ext', 'JARDIN', 'JOUR'],
    ['INT. JOUR - CUISINE', 'int', 'CUISINE', 'JOUR'],
    ['INNEN. KÜCHE - NACHT', 'int', 'KÜCHE', 'NACHT'],
    ['AUSSEN. HOF - TAG', 'ext', 'HOF', 'TAG'],
    ['INNEN/AUßEN. AUTO - TAG', 'int-ext', 'AUTO', 'TAG'],
    ['INTERIOR. COCINA - DÍA', 'int', 'COCINA', 'DÍA'],
    ['EXTERIOR CALLE - NOCHE', 'ext', 'CALLE', 'NOCHE'],
    ['INT. CASA - NOITE', 'int', 'CASA', 'NOITE'],
    ['ESTERNO. PIAZZA - GIORNO', 'ext', 'PIAZZA', 'GIORNO'],
    ['ИНТ. КУХНЯ - НОЧЬ', 'int', 'КУХНЯ', 'НОЧЬ'],
    ['内景 厨房 夜', 'int', '厨房', '夜'],
    ['外景。街道。日', 'ext', '街道', '日'],
    ['内外景：汽车，夜', 'int-ext', '汽车', '夜'],
    ['内　办公室　日', 'int', '办公室', '日'],
    ['第三场 外景 码头－黄昏', 'ext', '码头', '黄昏'],
    ['2、客厅 日 内', 'int', '客厅', '日'],
    ['INT. LIGHTHOUSE - LAMP ROOM', 'int', 'LIGHTHOUSE - LAMP ROOM', undefined],
    ['INT. HOUSE. NIGHT', 'int', 'HOUSE', 'NIGHT'],
    ['EXT. STREET — LATE AFTERNOON', 'ext', 'STREET', 'LATE AFTERNOON'],
    ['INT. OFFICE - NIGHT (FLASHBACK)', 'int', 'OFFICE', 'NIGHT (FLASHBACK)'],
    ['EXT. BEACH - MOMENTS LATER', 'ext', 'BEACH', 'MOMENTS LATER'],
    ['INT. CITY - NIGHT CLUB', 'int', 'CITY - NIGHT CLUB', undefined],
  ])('reads the heading %s', (text, setting, place, time) => {
    const [heading] = parseFountain(`${text}\n`).screenplay.elements;
    expect(heading).toMatchObject({ type: 'scene-heading', setting, place });
    expect(heading.type === 'scene-heading' && heading.time).toBe(time);
  });

  it('reads Chinese cues without capitals, and speeches behind a colon, and says so', () => {
    const text =
      '内景 厨房 夜\n\n小明\n（低声）\n谁？\n\n小红（画外音）：我。\n小明（笑）：进来。\n\n字幕：三年后\n\n外面下着雨。\n内心很平静。\n';
    expect(read(text)).toEqual([
      'scene-heading "内景 厨房 夜"',
      'character "小明"',
      'parenthetical "（低声）"',
      'dialogue "谁？"',
      'character "小红（画外音）"',
      'dialogue "我。"',
      'character "小明"',
      'parenthetical "（笑）"',
      'dialogue "进来。"',
      'action "字幕：三年后"',
      'action "外面下着雨。\\n内心很平静。"',
    ]);
    expect(codes(text)).toEqual(['CUE_GUESSED', 'CUE_GUESSED']);
  });
});

describe('places', () => {
  it('are those of the source for every element, note and boneyard', () => {
    const text = 'INT. BARN - DAY\r\n\r\nA [[who?]] dog /* no */ barks.\r\nTwice.\r\n\r\n小红：我。\r\n';
    const { elements, notes, boneyards } = parseFountain(text).screenplay;
    const cut = ({ start, end }: { start: { offset: number }; end: { offset: number } }): string =>
      text.slice(start.offset, end.offset);
    expect(elements.map(({ span }) => cut(span))).toEqual([
      'INT. BARN - DAY',
      'A [[who?]] dog /* no */ barks.\r\nTwice.',
      '小红',
      '我。',
    ]);
    expect(notes.map(({ span }) => cut(span))).toEqual(['[[who?]]']);
    expect(boneyards.map(cut)).toEqual(['/* no */']);
    expect(elements[3].span.start).toEqual({ offset: text.indexOf('我'), line: 6, column: 4 });
  });

  it('rise and lie inside the source, whatever stands in it', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'INT. A - DAY',
            'BOB',
            'x',
            '\n',
            '\r\n',
            '\n\n',
            '[[',
            ']]',
            '/*',
            '*/',
            '>',
            '<',
            '~',
            '#',
            '=',
            ' ',
            '小明：好',
          ),
          { maxLength: 40 },
        ),
        (parts) => {
          const text = parts.join('');
          let last = 0;
          for (const { span } of parseFountain(text).screenplay.elements) {
            expect(span.start.offset).toBeGreaterThanOrEqual(last);
            expect(span.end.offset).toBeGreaterThanOrEqual(span.start.offset);
            expect(span.end.offset).toBeLessThanOrEqual(text.length);
            last = span.end.offset;
          }
        },
      ),
      { numRuns: 1000, seed: 7 },
    );
  });
});

describe('diagnostics', () => {
  it.each<[string, string]>([
    ['', 'EMPTY'],
    [' \n\t\n', 'EMPTY'],
    ['Only prose.\n', 'NO_SCENE'],
    ['INT. A - DAY\n\nA [[note\n\nmore.\n', 'UNCLOSED_NOTE'],
    ['INT. A - DAY\n\nA /* cut\n\nmore.\n', 'UNCLOSED_BONEYARD'],
    ['INT. A - DAY\n\n@Bob\n\nRuns.\n', 'CUE_WITHOUT_DIALOGUE'],
    ['INT. A - DAY\n\nRuns.\n\nBOB ^\nHi.\n', 'DUAL_WITHOUT_PARTNER'],
    ['INT. A - DAY\n\nITN. HALL - DAY\n', 'HEADING_MISSPELT'],
    ['INT. A - DAY\n\nKITCHEN - NIGHT\n', 'HEADING_MISSPELT'],
    ['INT. A - DAY\n\nINT: HALL - DAY\n', 'HEADING_MISSPELT'],
    ['INT. A - DAY\n\nRuns.\nINT. B - DAY\n', 'HEADING_NOT_SEPARATED'],
    ['INT. A - DAY\nRuns.\n', 'HEADING_WITHOUT_BLANK_LINE'],
    ['INT. A - DAY #1#\n\nINT. B - DAY #1#\n', 'SCENE_NUMBER_TWICE'],
    ['Runs.\n\nINT. A - DAY\n', 'TEXT_BEFORE_SCENE'],
    ['INT. A - DAY\n\nBANG!\nA door.\n', 'CUE_LIKE_ACTION'],
    ['INT. A - DAY\n\nBOB\n(low\nHi.\n', 'UNCLOSED_PARENTHETICAL'],
  ])('remark on %j with %s, and on nothing else', (text, code) => {
    expect(codes(text)).toEqual([code]);
  });

  it('say nothing of a good script', () => {
    expect(
      codes('Title: A\n\nFADE IN:\n\nINT. A - DAY\n\nRuns.\n\nBOB (V.O.)\nHi.\n\nCUT TO:\n\nEXT. B - NIGHT\n\nEnd.\n'),
    ).toEqual([]);
  });

  it('name what a renamed file is', () => {
    const { diagnostics, screenplay } = parseFountain(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46));
    expect(diagnostics).toMatchObject([
      { severity: 'error', code: 'NOT_TEXT', message: expect.stringContaining('JPEG') as string },
    ]);
    expect(screenplay.elements).toEqual([]);
    const noise = Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 251);
    expect(codes(noise)).toEqual(['NOT_TEXT']);
  });

  it('leave wrong arguments to TypeError and RangeError', () => {
    expect(() => parseFountain(5 as unknown as string)).toThrow(TypeError);
    expect(() => parseFountain(null as unknown as string)).toThrow(TypeError);
    expect(() => parseFountain('', { titlePage: 1 as unknown as boolean })).toThrow(TypeError);
    expect(() => parseFountain(new Uint8Array(3), { encoding: 'klingon' })).toThrow(RangeError);
  });
});

describe('beside fountain-js', () => {
  const { Fountain } = createRequire(import.meta.url)('fountain-js') as {
    Fountain: new () => {
      parse(text: string, tokens: boolean): { tokens: { type: string; text?: string; scene_number?: string; dual?: string }[] };
    };
  };
  /** Both in one form; dialogue brackets of theirs left out, emphasis of ours not looked at. */
  const theirs = (text: string): string[] =>
    new Fountain()
      .parse(text, true)
      .tokens.flatMap(({ type, text: words, scene_number: number }) =>
        /_(?:begin|end)$/.test(type) || type === 'spaces' ? [] : [`${type.replace('_', '-')}|${words ?? ''}|${number ?? ''}`],
      );
  const ours = (text: string): string[] =>
    parseFountain(text).screenplay.elements.map(
      (element) => `${element.type}|${element.text}|${element.type === 'scene-heading' ? (element.sceneNumber ?? '') : ''}`,
    );

  it('reads well-formed scripts the same', () => {
    const random = createRandom(7);
    const kinds = [
      () =>
        `${random.pick(['INT.', 'EXT.', 'INT./EXT.', 'I/E', 'est.'])} ${random.pick(['BARN', "BRICK'S POOL", 'CAFÉ'])} - ${random.pick(['DAY', 'NIGHT'])}${random.chance(0.3) ? ` #${random.integer(1, 99)}A#` : ''}`,
      () =>
        random.pick([
          '.SNIPER SCOPE',
          'He runs.',
          'He runs.\nShe sits.',
          '...and on.',
          '!SCANNING',
          'CUT TO:',
          '> Burn to white.',
          '> THE END <',
          '# Act',
          '## Part',
          '= What happens.',
          '===',
          '~La la\n~lo',
        ]),
      () =>
        `${random.pick(['ANNA', 'BEN (O.S.)', 'R2D2', '@McCLANE', 'HANS (on the radio)'])}\n${random.chance(0.4) ? '(low)\n' : ''}${random.pick(['Yes.', 'Yes.\nNo.', 'Yes.\n(beat)\nNo.', 'One.\n  \nTwo.'])}`,
    ];
    for (let i = 0; i < 500; i++) {
      const text = `${Array.from({ length: random.integer(1, 10) }, () => random.pick(kinds)()).join('\n\n')}\n`;
      expect(ours(text), text).toEqual(theirs(text));
    }
  });
});

describe('mutilated scripts', () => {
  it('are read without an exception and written back exactly', () => {
    const good =
      'Title: A\n\nINT. BARN - DAY #1#\n\nA *dog* [[big]] barks. /* no */\n\nANNA (O.S.)\n(low)\nYes.\n\nBEN ^\nNo.\n\n> END <\n\n# Act\n\n= Sum\n\n===\n\n~la\n\n内景 厨房 夜\n\n小明：走。\n';
    const signs = [...'\n\r*_[]/#=><^@!~.()\\: \t\0', '\ud800', '内', '🎬'];
    const random = createRandom(7);
    for (let i = 0; i < 5000; i++) {
      let text = good.slice(random.integer(0, 60));
      for (let changes = random.integer(1, 20); changes > 0; changes--) {
        const at = random.integer(0, text.length);
        text = text.slice(0, at) + random.pick(signs) + text.slice(at + random.integer(0, 3));
      }
      expect(formatFountain(parseFountain(text).screenplay)).toBe(text);
    }
  });
});
