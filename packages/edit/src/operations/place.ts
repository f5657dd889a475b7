/** @file Edits that put something on a track or take it off: overwrite, insert, lift, extract. */
import { compareTime, rangeEnd, type RationalTime, type TimeRange } from '../time/rational-time.js';
import { durationOf, gap } from '../timeline/layout.js';
import type { Track } from '../timeline/timeline.js';
import { divide, join, type Solid } from './row.js';

/**
 * Lays an item over what is there. The track keeps its length, except where the item reaches past the end.
 *
 * ```
 *            │    X    │
 *  before  │  A   │  B   │  C  │
 *  after   │ A│    X    │B│  C  │
 * ```
 *
 * @param track - Any track; it is not changed.
 * @param item - What to lay; all of its length is used.
 * @param at - Track time of its first frame. Past the end, the hole becomes a gap.
 * @returns The new track. Transitions at the new cuts are dropped.
 * @throws EditError `OUT_OF_TRACK` for a time before the start; `NO_MEDIA` for an item of unknown length.
 * @example
 * ```ts
 * import { overwrite } from '@filmai/edit/operations';
 * import { clip, gap } from '@filmai/edit/timeline';
 * import { rationalTime, timeRange } from '@filmai/edit/time';
 *
 * const track = { kind: 'track' as const, name: 'V1', media: 'video', items: [gap(rationalTime(48, 24))] };
 * const x = clip('X', { kind: 'missing', name: '' }, timeRange(0, 10, 24));
 * console.log(overwrite(track, x, rationalTime(12, 24)).items.map((item) => item.kind)); // [ 'gap', 'clip', 'gap' ]
 * ```
 */
export function overwrite(track: Track, item: Solid, at: RationalTime): Track {
  const end = rangeEnd({ start: at, duration: durationOf(item) });
  return join(track, divide(track, at).before, [item], divideAfter(track, end));
}

/**
 * Pushes an item in; everything after it moves later.
 *
 * ```
 *            ▼ X
 *  before  │  A   │  B   │
 *  after   │ A│    X    │A │  B   │
 * ```
 *
 * @param track - Any track; it is not changed.
 * @param item - What to insert.
 * @param at - Track time of its first frame.
 * @returns The new track, longer by the item's length.
 * @throws EditError `OUT_OF_TRACK` for a time before the start.
 */
export function insert(track: Track, item: Solid, at: RationalTime): Track {
  const { before, after } = divide(track, at);
  return join(track, before, [item], after);
}

/**
 * Takes a stretch out and leaves a gap, so that nothing moves.
 *
 * ```
 *             ┌─────┐
 *  before  │  A   │  B   │  C  │
 *  after   │ A│ gap │  B │  C  │
 * ```
 *
 * @param track - Any track; it is not changed.
 * @param range - Track time to clear.
 */
export function lift(track: Track, range: TimeRange): Track {
  const length = durationOf(track);
  if (range.duration.value === 0 || compareTime(range.start, length) >= 0) return track;
  const after = divideAfter(track, rangeEnd(range));
  const { before } = divide(track, range.start);
  return join(track, before, after.length > 0 ? [gap(range.duration)] : [], after);
}

/**
 * Takes a stretch out and closes the hole.
 *
 * ```
 *             ┌─────┐
 *  before  │  A   │  B   │  C  │
 *  after   │ A│  B │  C  │
 * ```
 *
 * @param track - Any track; it is not changed.
 * @param range - Track time to remove.
 */
export function extract(track: Track, range: TimeRange): Track {
  if (range.duration.value === 0 || compareTime(range.start, durationOf(track)) >= 0) return track;
  return join(track, divide(track, range.start).before, divideAfter(track, rangeEnd(range)));
}

/**
 * Cuts the item under a time in two; nothing moves and the film looks the same.
 *
 * ```
 *               ▼
 *  before  │  A   │
 *  after   │ A │A │
 * ```
 *
 * @param track - Any track; it is not changed.
 * @param at - Track time of the first frame of the second half. A time at a cut or past the end changes nothing.
 */
export function split(track: Track, at: RationalTime): Track {
  if (compareTime(at, durationOf(track)) >= 0) return track;
  const { before, after } = divide(track, at);
  return before.length + after.length === track.items.length ? track : join(track, before, after);
}

/** What lies after a time, without filling a track up that ends earlier. */
function divideAfter(track: Track, time: RationalTime): Track['items'] {
  return compareTime(time, durationOf(track)) >= 0 ? [] : divide(track, time).after;
}
