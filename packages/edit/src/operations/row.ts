/**
 * @file What all edits are made of: a track cut into what lies before a time and what lies after it, and pieces of clips
 * that still show the same frames.
 */
import { EditError } from '../errors/edit-error.js';
import { addTime, compareTime, rangeEnd, subtractTime, type RationalTime, type TimeRange } from '../time/rational-time.js';
import { durationOf, gap, layOut, usedRange } from '../timeline/layout.js';
import type { Clip, Gap, Item, Stack, Track } from '../timeline/timeline.js';

/** An item that takes room on a track. */
export type Solid = Clip | Gap | Stack | Track;

/** A track in two halves. */
export interface Halves {
  before: Item[];
  after: Item[];
}

/**
 * Cuts a track at a time. The item under the cut is divided; a transition that lies at or across the cut is left out of
 * both halves, since its cut is gone. Past the end the first half is filled up with a gap.
 */
export function divide(track: Track, time: RationalTime): Halves {
  if (time.value < 0) throw new EditError('OUT_OF_TRACK', `track "${track.name}": frame ${time.value} lies before its start`);
  const before: Item[] = [];
  const after: Item[] = [];
  for (const { item, range } of layOut(track)) {
    if (item.kind === 'unknown' || item.kind === 'transition') {
      (compareTime(range.start, time) < 0 ? before : after).push(item);
    } else if (compareTime(rangeEnd(range), time) <= 0) {
      before.push(item);
    } else if (compareTime(range.start, time) >= 0) {
      after.push(item);
    } else {
      const cut = subtractTime(time, range.start);
      before.push(piece(item, { start: { value: 0, rate: cut.rate }, duration: cut }));
      after.push(piece(item, { start: cut, duration: subtractTime(range.duration, cut) }));
    }
  }
  const length = lengthOf(before);
  const missing = subtractTime(time, length);
  if (after.length === 0 && missing.value > 0 && compareTime(time, length) > 0) before.push(gap(missing));
  return { before, after };
}

/**
 * Puts halves and what comes between them together, and drops transitions that have lost a neighbour or the room they need.
 */
export function join(track: Track, ...parts: (readonly Item[])[]): Track {
  const seams = new Set<number>();
  let count = 0;
  for (const part of parts.slice(0, -1)) seams.add((count += part.length));
  const items = parts.flat();
  const kept = items.filter(
    (item, index) => item.kind !== 'transition' || (!seams.has(index) && !seams.has(index + 1) && fits(items, index)),
  );
  return { ...track, items: kept };
}

/** The part of an item from `within.start` on, in the item's own time from 0. */
export function piece<T extends Solid>(item: T, within: TimeRange): T {
  return withRange(item, addTime(rangeOf(item).start, within.start), within.duration);
}

/** The same item with another first frame and length. */
export function withRange<T extends Solid>(item: T, start: RationalTime, duration: RationalTime): T {
  return { ...item, sourceRange: { start, duration } };
}

/** The range that an item plays, in its own time. */
export function rangeOf(item: Solid): TimeRange {
  if (item.kind === 'clip') return usedRange(item);
  return item.sourceRange ?? { start: { value: 0, rate: durationOf(item).rate }, duration: durationOf(item) };
}

/**
 * Checks that media has the frames that an edit asks for. Gaps have as many as one likes; media of unknown length is trusted.
 */
export function requireMedia(item: Solid, range: TimeRange, edit: string): void {
  if (item.kind === 'gap') return;
  if (range.duration.value < 0) {
    throw new EditError('OUT_OF_MEDIA', `${edit}: "${item.name}" would end ${-range.duration.value} frames before it starts`, {
      remedy: 'Choose a smaller change.',
    });
  }
  const available = item.kind === 'clip' ? item.media.availableRange : undefined;
  if (!available) return;
  if (compareTime(range.start, available.start) < 0 || compareTime(rangeEnd(range), rangeEnd(available)) > 0) {
    const last = rangeEnd(available);
    throw new EditError(
      'OUT_OF_MEDIA',
      `${edit}: "${item.name}" would play frames ${range.start.value} to ${rangeEnd(range).value}, its media has ${available.start.value} to ${last.value}`,
      { remedy: 'Choose a smaller change, or media with longer handles.' },
    );
  }
}

/** The solid item at an index, or an error that says what is there instead. */
export function solidAt(track: Track, index: number, edit: string): Solid {
  const item = track.items[index] as Item | undefined;
  if (!item || item.kind === 'transition' || item.kind === 'unknown') {
    throw new EditError(
      'NOT_A_CLIP',
      `${edit}: item ${index} of track "${track.name}" is ${item ? `a ${item.kind}` : 'not there'}`,
      {
        remedy: `Choose a clip or gap among items 0 to ${track.items.length - 1}.`,
      },
    );
  }
  return item;
}

/** Index of the next solid item in a direction, or −1. */
export function neighbour(track: Track, index: number, direction: 1 | -1): number {
  for (let i = index + direction; i >= 0 && i < track.items.length; i += direction) {
    const { kind } = track.items[i];
    if (kind !== 'transition' && kind !== 'unknown') return i;
  }
  return -1;
}

/** A track with some items replaced; items of no length vanish, transitions without room are dropped. */
export function replaceItems(track: Track, replacements: ReadonlyMap<number, readonly Item[]>): Track {
  const items = track.items
    .flatMap((item, index) => replacements.get(index) ?? [item])
    .filter((item) => item.kind === 'transition' || item.kind === 'unknown' || durationOf(item).value > 0);
  return { ...track, items: items.filter((item, index) => item.kind !== 'transition' || fits(items, index)) };
}

function lengthOf(items: readonly Item[]): RationalTime {
  return durationOf({ kind: 'track', name: '', media: 'video', items: [...items] });
}

/** A transition needs a neighbour at least as long as each of its offsets, on each side that it reaches into. */
function fits(items: readonly Item[], index: number): boolean {
  const transition = items[index];
  if (transition.kind !== 'transition') return true;
  const enough = (item: Item | undefined, offset: RationalTime): boolean =>
    item === undefined ? true : item.kind !== 'transition' && compareTime(durationOf(item), offset) >= 0;
  const left = items[index - 1] as Item | undefined;
  const right = items[index + 1] as Item | undefined;
  return (left !== undefined || right !== undefined) && enough(left, transition.inOffset) && enough(right, transition.outOffset);
}
