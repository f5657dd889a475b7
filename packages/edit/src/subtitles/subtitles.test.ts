import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captionsOf, formatSrt, formatVtt, parseSrt, parseVtt, type Cue } from './index.js';

const line = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .map((text) => `x${text.replace(/[\s<>&\p{C}]|-->|^\d+$/gu, '_')}`);
const cue: fc.Arbitrary<Cue> = fc
  .record({
    at: fc.integer({ min: 0, max: 360_000_000 }),
    length: fc.integer({ min: 1, max: 100_000 }),
    lines: fc.array(line, { minLength: 1, maxLength: 3 }),
  })
  .map(({ at, length, lines }) => ({ startSeconds: at / 1000, endSeconds: (at + length) / 1000, text: lines.join('\n') }));

describe('captions', () => {
  it('come back from SubRip and WebVTT as they were', () => {
    fc.assert(
      fc.property(fc.array(cue, { maxLength: 8 }), (cues) => {
        const plain = (list: Cue[]) => list.map(({ startSeconds, endSeconds, text }) => ({ startSeconds, endSeconds, text }));
        expect(plain(parseSrt(formatSrt(cues)).cues)).toEqual(cues);
        expect(plain(parseVtt(formatVtt({ cues })).vtt.cues)).toEqual(cues);
      }),
    );
  });

  it('are read from the files that people really have', () => {
    const text =
      '\uFEFF1\r\n00:00:01.000 --> 00:00:02,5 X1:10\r\nOne\r\n\r\nstill one\r\n\r\n2\r\n0:00:03,000-->0:00:04,000\r\nTwo\r\n\r\nbad --> worse\r\nlost\r\n';
    const { cues, diagnostics } = parseSrt(text);
    expect(cues.map((entry) => entry.text)).toEqual(['One\n\nstill one', 'Two']);
    expect(cues[1]).toMatchObject({ id: '2', startSeconds: 3 });
    expect(diagnostics).toMatchObject([{ code: 'BAD_TIME', line: 11 }]);
    expect(parseSrt('').cues).toEqual([]);
  });

  it('keep the blocks, ids and settings of WebVTT', () => {
    const text = 'WEBVTT film\n\nSTYLE\n::cue { color: red }\n\nintro\n00:01.000 --> 00:02.000 align:start\n<v Mara>A &amp; B\n';
    const { vtt, diagnostics } = parseVtt(text);
    expect(vtt).toEqual({
      header: 'film',
      blocks: ['STYLE\n::cue { color: red }'],
      cues: [{ startSeconds: 1, endSeconds: 2, id: 'intro', settings: 'align:start', text: '<v Mara>A & B' }],
    });
    expect(diagnostics).toEqual([]);
    expect(formatVtt(vtt)).toBe(text.replace('00:01.000 --> 00:02.000', '00:00:01.000 --> 00:00:02.000'));
  });

  it('name a missing header and a cue that ends before it starts', () => {
    expect(parseVtt('00:02.000 --> 00:01.000\nx').diagnostics.map((d) => d.code)).toEqual(['NO_HEADER', 'ENDS_BEFORE_START']);
  });

  it('break speech into lines that can be read, and lose no word', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('sea.', 'lighthouse', 'a', 'keeper,', 'never', '灯塔守望人'), { minLength: 1, maxLength: 80 }),
        (words) => {
          const cues = captionsOf({ text: words.join(' '), startSeconds: 10, endSeconds: 40 });
          expect(cues.map((entry) => entry.text.replaceAll('\n', ' ')).join(' ')).toBe(words.join(' '));
          expect(cues[0].startSeconds).toBe(10);
          expect(cues.at(-1)?.endSeconds).toBe(40);
          for (const entry of cues) {
            expect(entry.text.split('\n').length).toBeLessThanOrEqual(2);
            expect(Math.max(...entry.text.split('\n').map((part) => part.length))).toBeLessThanOrEqual(42);
          }
        },
      ),
    );
  });

  it('break text without spaces wherever a line is full', () => {
    const cues = captionsOf({ text: '海'.repeat(60), startSeconds: 0, endSeconds: 6 });
    expect(cues.flatMap((entry) => entry.text.split('\n')).every((part) => [...part].length <= 21)).toBe(true);
  });
});
