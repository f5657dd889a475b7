import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rationalTime, timeRange } from '../time/index.js';
import { clip, durationOf, layOut, usedRange, type Clip, type Track, type Transition } from '../timeline/index.js';
import { extract, insert, lift, overwrite, ripple, roll, slide, slip, split, trim } from './index.js';

const RATE = 24;
const frames = (value: number) => rationalTime(value, RATE);

/** A clip with 50 frames of handle on both sides. */
function take(name: string, length: number): Clip {
  return clip(
    name,
    { kind: 'external', name: '', url: `${name}.mov`, availableRange: timeRange(0, length + 100, RATE) },
    timeRange(50, length, RATE),
  );
}

function trackOf(...items: Track['items']): Track {
  return { kind: 'track', name: 'V1', media: 'video', items };
}

/** What is seen at each frame of a track: the clip's name and the frame of its media. */
function seen(track: Track): string[] {
  return layOut(track).flatMap(({ item, range }) => {
    if (item.kind === 'transition') return [];
    return Array.from({ length: range.duration.value }, (_, i) =>
      item.kind === 'clip' ? `${item.name}${usedRange(item).start.value + i}` : '·',
    );
  });
}

const abc = trackOf(take('A', 10), take('B', 20), take('C', 10));

describe('edits', () => {
  it('overwrite what lies under them and move nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 30 }), (at, length) => {
        const before = seen(abc);
        const after = seen(overwrite(abc, take('X', length), frames(at)));
        const expected = Array.from({ length: Math.max(before.length, at + length) }, (_, i) =>
          i >= at && i < at + length ? `X${50 + i - at}` : (before[i] ?? '·'),
        );
        expect(after).toEqual(expected);
      }),
    );
  });

  it('insert by pushing the rest later', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), (at) => {
        const before = seen(abc);
        const pushed = Array.from({ length: 5 }, (_, i) => `X${50 + i}`);
        expect(seen(insert(abc, take('X', 5), frames(at)))).toEqual([...before.slice(0, at), ...pushed, ...before.slice(at)]);
      }),
    );
  });

  it('lift leaves a hole, extract closes it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 39 }), fc.integer({ min: 1, max: 39 }), (at, length) => {
        const before = seen(abc);
        const range = timeRange(at, length, RATE);
        const holed = before.map((frame, i) => (i >= at && i < at + length ? '·' : frame));
        while (at + length >= before.length && holed.at(-1) === '·') holed.pop();
        expect(seen(lift(abc, range))).toEqual(holed);
        expect(seen(extract(abc, range))).toEqual(before.filter((_, i) => i < at || i >= at + length));
      }),
    );
  });

  it('split so that nobody sees it', () => {
    const cut = split(abc, frames(15));
    expect(cut.items).toHaveLength(4);
    expect(seen(cut)).toEqual(seen(abc));
    expect(split(abc, frames(10))).toBe(abc);
  });

  it('slip changes what is shown and nothing else', () => {
    const slipped = seen(slip(abc, 1, frames(7)));
    expect(slipped.slice(10, 30)).toEqual(Array.from({ length: 20 }, (_, i) => `B${57 + i}`));
    expect(slipped.filter((_, i) => i < 10 || i >= 30)).toEqual(seen(abc).filter((_, i) => i < 10 || i >= 30));
  });

  it('slide and roll keep the length of the track', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9, max: 9 }), (by) => {
        const slid = seen(slide(abc, 1, frames(by)));
        expect(slid).toHaveLength(40);
        expect(slid.slice(10 + by, 30 + by)).toEqual(seen(abc).slice(10, 30));
        const rolled = seen(roll(abc, 0, frames(by)));
        expect(rolled).toHaveLength(40);
        expect(rolled.filter((frame) => frame.startsWith('A'))).toHaveLength(10 + by);
      }),
    );
  });

  it('ripple moves what follows, trim does not', () => {
    const rippled = ripple(abc, 1, { out: frames(-5) });
    expect(seen(rippled)).toHaveLength(35);
    const trimmed = seen(trim(abc, 1, { in: frames(3), out: frames(-5) }));
    expect(trimmed).toHaveLength(40);
    expect(trimmed.slice(10, 13)).toEqual(['·', '·', '·']);
    expect(trimmed.slice(25, 30)).toEqual(['·', '·', '·', '·', '·']);
  });

  it('trim grows back into the gaps that it left', () => {
    const there = trim(abc, 1, { in: frames(3), out: frames(-5) });
    expect(seen(trim(there, 2, { in: frames(-3), out: frames(5) }))).toEqual(seen(abc));
  });

  it('never change the track that they were given', () => {
    const copy = structuredClone(abc);
    overwrite(abc, take('X', 5), frames(3));
    roll(abc, 0, frames(2));
    extract(abc, timeRange(5, 10, RATE));
    expect(abc).toEqual(copy);
  });

  it('drop a transition whose cut is gone and keep the others', () => {
    const fade: Transition = { kind: 'transition', name: '', type: 'SMPTE_Dissolve', inOffset: frames(3), outOffset: frames(3) };
    const track = trackOf(take('A', 10), fade, take('B', 20), { ...fade, name: 'later' }, take('C', 10));
    const kinds = overwrite(track, take('X', 4), frames(8)).items.map((item) => item.name);
    expect(kinds).toEqual(['A', 'X', 'B', 'later', 'C']);
    expect(ripple(track, 2, { out: frames(-18) }).items.map((item) => item.kind)).toEqual(['clip', 'clip', 'clip']);
  });

  it('say why they can not be done', () => {
    expect(() => slip(abc, 1, frames(60))).toThrow(/its media has 0 to 120/);
    expect(() => slide(abc, 0, frames(1))).toThrow(/nothing lies before/);
    expect(() => roll(abc, 2, frames(1))).toThrow(/nothing lies after/);
    expect(() => trim(abc, 1, { in: frames(-1) })).toThrow(/no gap before/);
    expect(() => ripple(abc, 9, { in: frames(1) })).toThrow(/not there/);
    expect(() => insert(abc, take('X', 1), frames(-1))).toThrow(/before its start/);
    expect(durationOf(abc).value).toBe(40);
  });
});
