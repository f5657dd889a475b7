/** @file Where things are: durations of items, tracks and timelines, and which item lies at a time. */
import { EditError } from '../errors/edit-error.js';
import { addTime, compareTime, later, rangeEnd, type RationalTime, type TimeRange } from '../time/rational-time.js';
import type { Clip, Gap, Item, MediaReference, Timeline, Track } from './timeline.js';

/** An item with its place on the track. */
export interface PlacedItem {
  item: Item;
  /** Index in `track.items`. */
  index: number;
  /** In track time. Transitions have a duration of 0. */
  range: TimeRange;
}

/**
 * Makes a clip.
 *
 * @param name - What an editor sees.
 * @param media - Where the media is.
 * @param sourceRange - The part that is used; absent: all of the media.
 * @example
 * ```ts
 * import { clip, durationOf } from '@filmai/edit/timeline';
 * import { timeRange } from '@filmai/edit/time';
 *
 * const take = clip('take 3', { kind: 'external', name: '', url: 'take3.mov' }, timeRange(10, 48, 24));
 * console.log(durationOf(take).value); // 48
 * ```
 */
export function clip(name: string, media: MediaReference, sourceRange?: TimeRange): Clip {
  return { kind: 'clip', name, media, ...(sourceRange ? { sourceRange } : {}) };
}

/** Makes a gap of some length. */
export function gap(duration: RationalTime): Gap {
  return { kind: 'gap', name: '', sourceRange: { start: { value: 0, rate: duration.rate }, duration } };
}

/**
 * How much of the track an item takes. Transitions and unknown records take nothing.
 *
 * @throws EditError `NO_MEDIA` for a clip with neither a source range nor an available range.
 */
export function durationOf(item: Item): RationalTime {
  switch (item.kind) {
    case 'transition':
    case 'unknown':
      return { value: 0, rate: 24 };
    case 'clip':
      return usedRange(item).duration;
    case 'gap':
      return item.sourceRange.duration;
    case 'track':
      return item.sourceRange?.duration ?? sum(item.items);
    case 'stack': {
      if (item.sourceRange) return item.sourceRange.duration;
      return item.children.map(durationOf).reduce(later, { value: 0, rate: 1 });
    }
  }
}

/**
 * The part of its media that a clip uses, in the media's own time.
 *
 * @throws EditError `NO_MEDIA` for a clip with neither a source range nor an available range.
 */
export function usedRange(item: Clip): TimeRange {
  const range = item.sourceRange ?? item.media.availableRange;
  if (!range) {
    throw new EditError('NO_MEDIA', `clip "${item.name}": how long it is can't be told`, {
      remedy: 'Give it a sourceRange, or its media an availableRange.',
    });
  }
  return range;
}

/** Every item of a track with its place, in order. */
export function layOut(track: Track): PlacedItem[] {
  let at: RationalTime = { value: 0, rate: 1 };
  return track.items.map((item, index) => {
    const duration = durationOf(item);
    const start = compareTime(at, { value: 0, rate: 1 }) === 0 ? { value: 0, rate: duration.rate } : at;
    const range = { start, duration };
    if (item.kind !== 'transition' && item.kind !== 'unknown') at = rangeEnd(range);
    return { item, index, range };
  });
}

/** Length of a timeline: that of its longest track. */
export function timelineDuration(timeline: Timeline): RationalTime {
  return timeline.tracks.map(durationOf).reduce(later, { value: 0, rate: 1 });
}

/**
 * The clip, gap or nested item that plays at a time, or `undefined` past the end.
 *
 * @param track - Any track.
 * @param time - Track time.
 */
export function itemAt(track: Track, time: RationalTime): PlacedItem | undefined {
  return layOut(track).find(
    ({ item, range }) =>
      item.kind !== 'transition' && compareTime(range.start, time) <= 0 && compareTime(time, rangeEnd(range)) < 0,
  );
}

function sum(items: readonly Item[]): RationalTime {
  return items
    .filter((item) => item.kind !== 'transition' && item.kind !== 'unknown')
    .map(durationOf)
    .reduce<RationalTime>((total, duration) => (total.value === 0 ? duration : addTime(total, duration)), { value: 0, rate: 1 });
}
