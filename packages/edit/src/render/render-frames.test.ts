import { createFrame } from '@filmai/core-tensor/frames';
import type { Frame } from '@filmai/core-tensor/frames';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rationalTime, timeRange, toSeconds } from '../time/rational-time.js';
import { clip, gap, timelineDuration } from '../timeline/layout.js';
import type { Clip, Item, Timeline, Track, Transition } from '../timeline/timeline.js';
import type { FrameSource, FrameSourceRequest } from './clip-reader.js';
import { moveEffect } from './move.js';
import { renderFrames } from './render-frames.js';
import type { RenderFramesOptions } from './render-frames.js';

const size = { width: 16, height: 8, fps: 24 };
const track = (...items: Item[]): Track => ({ kind: 'track', name: 'V', media: 'video', items });
const film = (...tracks: Track[]): Timeline => ({ name: 'film', tracks });
const shot = (name: string, start: number, frames: number, more: Partial<Clip> = {}): Clip => ({
  ...clip(name, { kind: 'missing', name: '' }, timeRange(start, frames, 24)),
  ...more,
});
const transition = (before: number, after: number, type = 'SMPTE_Dissolve'): Transition => ({
  kind: 'transition',
  name: '',
  type,
  inOffset: rationalTime(before, 24),
  outOffset: rationalTime(after, 24),
});
const flat = (value: number, alpha = 255): Frame => createFrame(16, 8, { fill: [value, value, value, alpha] });

/** A source whose pictures tell their time: red is the frame of the media at 24 per second. */
const counting = ({ startSeconds, endSeconds, fps }: FrameSourceRequest): Iterable<Frame> =>
  (function* () {
    for (let k = 0; startSeconds + k / fps < endSeconds; k++) {
      yield createFrame(16, 8, { fill: [Math.round((startSeconds + k / fps) * 24), 100, 0, 255] });
    }
  })();

/** Red, green or blue in the middle of each frame. */
const valuesOf = async (
  timeline: Timeline,
  media: (clip: Clip) => FrameSource | undefined,
  options: Partial<RenderFramesOptions> = {},
): Promise<number[]> => {
  const values: number[] = [];
  for await (const { data, width, height } of renderFrames(timeline, { ...size, media, ...options })) {
    const middle = ((height >> 1) * width + (width >> 1)) * 4;
    expect(data[middle + 3]).toBe(255);
    values.push(data[middle]);
  }
  return values;
};

describe('a rendered timeline', () => {
  it('has exactly as many frames as it lasts, whatever is on it, and closes what it opened', async () => {
    const part = fc.oneof(
      fc.record({
        kind: fc.constant('clip' as const),
        frames: fc.integer({ min: 1, max: 30 }),
        start: fc.integer({ min: 0, max: 40 }),
      }),
      fc.record({ kind: fc.constant('gap' as const), frames: fc.integer({ min: 1, max: 12 }), start: fc.constant(0) }),
    );
    const change = fc.option(fc.record({ before: fc.integer({ min: 0, max: 6 }), after: fc.integer({ min: 0, max: 6 }) }), {
      nil: undefined,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(part, change), { minLength: 1, maxLength: 5 }),
        fc.constantFrom(24, 25, 30000 / 1001, 12),
        async (parts, fps) => {
          const items = parts.flatMap(([{ kind, frames, start }, between]): Item[] => [
            kind === 'gap' ? gap(rationalTime(frames, 24)) : shot('a', start, frames),
            ...(between && between.before + between.after > 0 ? [transition(between.before, between.after)] : []),
          ]);
          const timeline = film(track(...items));
          let open = 0;
          const media = (): FrameSource => (request) =>
            (function* () {
              open++;
              try {
                yield* counting(request);
              } finally {
                open--;
              }
            })();
          const values = await valuesOf(timeline, media, { fps });
          expect(values).toHaveLength(Math.round(toSeconds(timelineDuration(timeline)) * fps));
          expect(open).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('shows each clip from its first frame, and black in gaps', async () => {
    const timeline = film(track(shot('a', 10, 3), gap(rationalTime(2, 24)), shot('b', 50, 4)));
    expect(await valuesOf(timeline, () => counting)).toEqual([10, 11, 12, 0, 0, 50, 51, 52, 53]);
  });

  it('dissolves evenly around the cut, using the media beyond it', async () => {
    const timeline = film(track(shot('a', 0, 6), transition(2, 2), shot('b', 0, 6)));
    const values = await valuesOf(timeline, ({ name }) => flat(name === 'a' ? 0 : 240));
    expect(values).toEqual([0, 0, 0, 0, 30, 90, 150, 210, 240, 240, 240, 240]);
    const moving = await valuesOf(film(track(shot('a', 10, 6), transition(0, 4), shot('b', 60, 6))), ({ name }) =>
      name === 'a' ? counting : flat(0),
    );
    // The outgoing clip goes on beyond its end: 16, 17, 18, 19, weighed 7/8, 5/8, 3/8, 1/8.
    expect(moving.slice(6, 10)).toEqual([14, 11, 7, 2]);
  });

  it('fades in and out where a transition has no neighbour or a gap', async () => {
    const timeline = film(track(transition(0, 2), shot('a', 0, 4), transition(2, 0), gap(rationalTime(1, 24))));
    expect(await valuesOf(timeline, () => flat(200))).toEqual([50, 150, 150, 50, 0]);
  });

  it('wipes in the direction of its name, and dips through black', async () => {
    const halfway = async (type: string): Promise<Frame> => {
      const frames: Frame[] = [];
      const timeline = film(track(shot('a', 0, 4), transition(1, 0, type), shot('b', 0, 4)));
      for await (const frame of renderFrames(timeline, { ...size, media: ({ name }) => flat(name === 'a' ? 10 : 250) }))
        frames.push(frame);
      return frames[3];
    };
    const corners = ({ data, width }: Frame): number[] => [data[0], data[(width - 1) * 4], data[7 * width * 4]];
    expect(corners(await halfway('SMPTE_Wipe'))).toEqual([250, 10, 250]);
    expect(corners(await halfway('wipe left'))).toEqual([10, 250, 10]);
    expect(corners(await halfway('wipe down'))).toEqual([250, 250, 10]);
    expect(corners(await halfway('wipe up'))).toEqual([10, 10, 250]);
    expect(corners(await halfway('DipToBlack'))).toEqual([0, 0, 0]);
  });

  it('lays tracks over each other by their alpha', async () => {
    const bottom = track(shot('bottom', 0, 3));
    const top = track(gap(rationalTime(1, 24)), shot('top', 0, 1), gap(rationalTime(1, 24)));
    const media = ({ name }: Clip): Frame => (name === 'top' ? flat(200, 128) : flat(100));
    expect(await valuesOf(film(bottom, top), media)).toEqual([100, 150, 100]);
    expect(await valuesOf(film(bottom, { ...top, enabled: false }), media)).toEqual([100, 100, 100]);
    expect(await valuesOf(film(bottom, { ...top, media: 'audio' }), media)).toEqual([100, 100, 100]);
  });

  it('plays nested tracks and stacks from the part that is used', async () => {
    const inner: Track = { ...track(shot('a', 10, 4), shot('b', 30, 4)), sourceRange: timeRange(2, 4, 24) };
    expect(await valuesOf(film(track(shot('c', 0, 1), inner)), () => counting)).toEqual([0, 12, 13, 30, 31]);
    const stack: Item = {
      kind: 'stack',
      name: '',
      children: [track(shot('a', 10, 4)), shot('top', 0, 2)],
      sourceRange: timeRange(1, 3, 24),
    };
    expect(await valuesOf(film(track(stack)), ({ name }) => (name === 'top' ? flat(77) : counting))).toEqual([77, 12, 13]);
  });

  it('plays faster, slower and not at all', async () => {
    const warp = (timeScalar: number): Partial<Clip> => ({
      effects: [{ schema: 'LinearTimeWarp.1', name: '', effectName: '', timeScalar }],
    });
    expect(await valuesOf(film(track(shot('a', 10, 4, warp(2)))), () => counting)).toEqual([10, 12, 14, 16]);
    expect(await valuesOf(film(track(shot('a', 10, 4, warp(0.5)))), () => counting)).toEqual([10, 11, 11, 12]);
    expect(await valuesOf(film(track(shot('a', 10, 4, warp(0)))), () => counting)).toEqual([10, 10, 10, 10]);
    await expect(valuesOf(film(track(shot('a', 10, 4, warp(-1)))), () => counting)).rejects.toMatchObject({
      code: 'NOT_REPRESENTABLE',
    });
  });

  it('holds the last picture of media that is too short, and says so once', async () => {
    const short = (): Iterable<Frame> => [flat(5), flat(6)];
    const held: string[] = [];
    const values = await valuesOf(film(track(shot('a', 0, 5), shot('b', 0, 1))), () => short, {
      onHold: ({ name }) => held.push(name),
    });
    expect(values).toEqual([5, 6, 6, 6, 6, 5]);
    expect(held).toEqual(['a']);
  });

  it('counts from the start of media that begins at a time code', async () => {
    const media = { kind: 'missing' as const, name: '', availableRange: timeRange(86_400, 100, 24) };
    expect(await valuesOf(film(track(clip('a', media, timeRange(86_410, 2, 24)))), () => counting)).toEqual([10, 11]);
  });

  it('moves over a picture, gently, without leaving it', async () => {
    const ramp = createFrame(160, 80);
    for (let i = 0; i < 160 * 80; i++) ramp.data.set([i % 160, 0, 0, 255], i * 4);
    const keys = [
      { seconds: 0, x: 0, y: 0, zoom: 2 },
      { seconds: 1, x: 1, y: 1, zoom: 2 },
    ];
    const values = await valuesOf(film(track(shot('a', 0, 25, { effects: [moveEffect(keys)] }))), () => ramp);
    expect(Math.abs(values[0] - 42)).toBeLessThanOrEqual(3);
    expect(Math.abs(values[12] - 82)).toBeLessThanOrEqual(3);
    expect(Math.abs(values[24] - 122)).toBeLessThanOrEqual(3);
    for (let i = 1; i < values.length; i++) expect(values[i]).toBeGreaterThanOrEqual(values[i - 1]);
  });

  it('gives the same pixels without drawing again while nothing changes', async () => {
    const seen = new Set<Uint8ClampedArray>();
    for await (const { data } of renderFrames(film(track(shot('a', 0, 20)), track(shot('b', 0, 20))), {
      ...size,
      media: () => flat(100, 100),
    }))
      seen.add(data);
    expect(seen.size).toBe(1);
  });

  it('shows a source that draws into one array as it is at each moment', async () => {
    const one = flat(0);
    const redrawn = function* (): Generator<Frame> {
      for (let value = 10; value < 15; value++) {
        one.data.fill(value);
        for (let i = 3; i < one.data.length; i += 4) one.data[i] = 255;
        yield one;
      }
    };
    expect(await valuesOf(film(track(shot('a', 0, 5))), () => redrawn)).toEqual([10, 11, 12, 13, 14]);
  });

  it('closes its sources when it is left early or cancelled', async () => {
    let open = 0;
    const media = (): FrameSource =>
      function* () {
        open++;
        try {
          for (;;) yield flat(1);
        } finally {
          open--;
        }
      };
    for await (const frame of renderFrames(film(track(shot('a', 0, 9))), { ...size, media })) if (frame.seconds > 0.1) break;
    expect(open).toBe(0);
    const stop = new AbortController();
    const reason = new Error('enough');
    const rendering = valuesOf(film(track(shot('a', 0, 9))), media, {
      signal: AbortSignal.any([stop.signal, AbortSignal.abort(reason)]),
    });
    await expect(rendering).rejects.toBe(reason);
    expect(open).toBe(0);
  });

  it('says which clip has no pictures, and what options make no sense', async () => {
    await expect(valuesOf(film(track(shot('harbour', 0, 2))), () => undefined)).rejects.toMatchObject({
      code: 'NO_MEDIA',
      message: /harbour/,
    });
    await expect(valuesOf(film(track(shot('harbour', 0, 2))), () => () => [])).rejects.toMatchObject({ code: 'NO_MEDIA' });
    for (const options of [{ width: 0 }, { height: 1.5 }, { fps: 0 }, { fit: 'stretch' as never }]) {
      await expect(valuesOf(film(), () => flat(0), options)).rejects.toBeInstanceOf(RangeError);
    }
    expect(() => moveEffect([])).toThrow(RangeError);
    expect(() => moveEffect([{ seconds: 0, x: 0, y: 0, zoom: 0.5 }])).toThrow(RangeError);
  });
});
