import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixture } from '../../../../tools/fixtures.js';
import { timeRange } from '../time/index.js';
import { clip, durationOf, gap, type Timeline, type Transition } from '../timeline/index.js';
import { edlFromTimeline, formatEdl, parseEdl, timelineFromEdl } from './index.js';

const lists = fixture('timeline/otio-cmx3600');
const dissolve = (inFrames: number, outFrames: number): Transition => ({
  kind: 'transition',
  name: '',
  type: 'SMPTE_Dissolve',
  inOffset: { value: inFrames, rate: 24 },
  outOffset: { value: outFrames, rate: 24 },
});
const shot = (name: string, start: number, length: number) =>
  clip(
    name,
    { kind: 'external', name: '', url: `${name}.mov`, availableRange: timeRange(0, 500, 24) },
    timeRange(start, length, 24),
  );
const filmOf = (...items: Timeline['tracks'][number]['items']): Timeline => ({
  name: 'cut',
  start: { value: 86_400, rate: 24 },
  tracks: [{ kind: 'track', name: 'V', media: 'video', items }],
});

describe('CMX3600', () => {
  it('writes a cut as one line with source and record times', () => {
    expect(formatEdl(edlFromTimeline(filmOf(shot('door', 12, 48))))).toBe(
      'TITLE: cut\nFCM: NON-DROP FRAME\n' +
        '001   AX       V     C        00:00:00:12 00:00:02:12 01:00:00:00 01:00:02:00\n' +
        '* FROM CLIP NAME: door\n* FROM FILE: door.mov\n',
    );
  });

  it('reads back what it wrote: clips, gaps, dissolves', () => {
    const film = filmOf(shot('A', 0, 48), dissolve(0, 12), shot('B', 24, 36), gap({ value: 10, rate: 24 }), shot('C', 0, 24));
    const back = timelineFromEdl(parseEdl(formatEdl(edlFromTimeline(film))).edl);
    expect(
      back.tracks[0].items.map((item) => [item.kind, item.kind === 'transition' ? item.outOffset.value : durationOf(item).value]),
    ).toEqual([
      ['clip', 48],
      ['transition', 12],
      ['clip', 36],
      ['gap', 10],
      ['clip', 24],
    ]);
    expect(back.tracks[0].items[2]).toMatchObject({ name: 'B', sourceRange: timeRange(24, 36, 24), media: { url: 'B.mov' } });
  });

  it('moves the cut to where a dissolve begins', () => {
    const { events } = edlFromTimeline(filmOf(shot('A', 0, 48), dissolve(6, 6), shot('B', 24, 36)));
    expect(
      events.map((event) => [event.effect, event.effectFrames, event.recordIn.value - 86_400, event.sourceIn.value]),
    ).toEqual([
      ['C', 0, 0, 0],
      ['C', 0, 42, 48],
      ['D', 12, 42, 18],
    ]);
    expect(events.map((event) => event.number)).toEqual(['001', '002', '002']);
  });

  it('fades from and to black through the black reel', () => {
    const { events } = edlFromTimeline(filmOf(dissolve(0, 12), shot('A', 0, 48), dissolve(0, 24), gap({ value: 24, rate: 24 })));
    expect(events.map((event) => [event.reel, event.effect])).toEqual([
      ['BL', 'C'],
      ['AX', 'D'],
      ['AX', 'C'],
      ['BL', 'D'],
    ]);
  });

  it('says what a list can not hold', () => {
    const two: Timeline = {
      ...filmOf(shot('A', 0, 10)),
      tracks: [filmOf(shot('A', 0, 10)).tracks[0], filmOf(shot('B', 0, 10)).tracks[0]],
    };
    expect(() => edlFromTimeline(two)).toThrow(/1 picture track/);
  });

  it('leaves out a bad line, names it, and refuses a text without events', () => {
    const { edl, diagnostics } = parseEdl(
      'TITLE: x\n001 AX V C 00:00:00:00 00:00:01:00 01:00:00:00 01:00:01:00\n002 AX V C 00:00:00:99 00:00:01:00 01:00:01:00 01:00:02:00',
    );
    expect(edl.events).toHaveLength(1);
    expect(diagnostics).toMatchObject([{ code: 'BAD_TIMECODE', line: 3 }]);
    expect(() => parseEdl('a shopping list\n1 milk')).toThrow(/no event found/);
    expect(() => parseEdl('')).toThrow(/no event found/);
  });

  it.skipIf(!lists)('writes every reference list back event for event (skipped where the fixtures are absent)', () => {
    for (const name of readdirSync(lists as string).filter((file) => file.endsWith('.edl'))) {
      const text = readFileSync(join(lists as string, name), 'utf8');
      const rate = /(?:\d\d:){3}24\b/.test(text) ? 25 : 24;
      const { edl, diagnostics } = parseEdl(text, { rate });
      expect(parseEdl(formatEdl(edl), { rate }).edl, name).toEqual(edl);
      expect(diagnostics, name).toEqual([]);
    }
  });
});
