/**
 * @file Edits that move the edges or the contents of an item that is on a track: trim, slip, slide, ripple, roll. Amounts
 * are times; a positive amount moves later.
 */
import { EditError } from '../errors/edit-error.js';
import { addTime, subtractTime, type RationalTime } from '../time/rational-time.js';
import { gap } from '../timeline/layout.js';
import type { Item, Track } from '../timeline/timeline.js';
import { neighbour, rangeOf, replaceItems, requireMedia, solidAt, withRange, type Solid } from './row.js';

/** How far the two edges of an item move. Default: not at all. */
export interface EdgeChange {
  /** The first frame; positive makes the item shorter. */
  in?: RationalTime;
  /** The end; positive makes the item longer. */
  out?: RationalTime;
}

/**
 * Moves the edges of one item; its neighbours stay, a gap fills what becomes free, and what the item grows over is
 * overwritten in the gaps beside it.
 *
 * ```
 *  before  │  A   │    B    │  C  │
 *  after   │  A   │gap│ B │g│  C  │     in +, out −
 * ```
 *
 * @param track - Any track; it is not changed.
 * @param index - Of the item in `track.items`.
 * @param change - How far each edge moves.
 * @returns The new track, as long as before.
 * @throws EditError `NOT_A_CLIP`; `OUT_OF_MEDIA` where the media is too short; `NO_NEIGHBOUR` where the item would grow over another clip.
 */
export function trim(track: Track, index: number, change: EdgeChange): Track {
  const item = solidAt(track, index, 'trim');
  const changed = moveEdges(item, change, 'trim');
  const replacements = new Map<number, readonly Item[]>();
  const middle: Item[] = [changed];
  const inward = change.in?.value ?? 0;
  const outward = change.out?.value ?? 0;
  if (inward > 0) middle.unshift(gap(change.in as RationalTime));
  else if (inward < 0) replacements.set(...shrinkGap(track, neighbour(track, index, -1), 'out', change.in as RationalTime));
  if (outward < 0) middle.push(gap(negate(change.out as RationalTime)));
  else if (outward > 0 && neighbour(track, index, 1) >= 0) {
    replacements.set(...shrinkGap(track, neighbour(track, index, 1), 'in', change.out as RationalTime));
  }
  return replaceItems(track, replacements.set(index, middle));
}

/**
 * Shows another part of the media in the same place.
 *
 * ```
 *  media        ░░░░│ B │░░░░         ░░░░░░│ B │░░
 *  before  │  A   │ B │  C  │  after  │  A   │ B │  C  │
 * ```
 *
 * @param track - Any track; it is not changed.
 * @param index - Of the item in `track.items`.
 * @param by - How much later in the media the item starts.
 * @returns The new track; every item is where it was.
 * @throws EditError `NOT_A_CLIP`; `OUT_OF_MEDIA` where the media has no such frames.
 */
export function slip(track: Track, index: number, by: RationalTime): Track {
  const item = solidAt(track, index, 'slip');
  return replaceItems(track, new Map([[index, [moveEdges(item, { in: by, out: by }, 'slip')]]]));
}

/**
 * Moves an item between its neighbours: the one before grows as the one after shrinks.
 *
 * ```
 *  before  │  A   │ B │    C    │
 *  after   │    A    │ B │  C   │     by +
 * ```
 *
 * @param track - Any track; it is not changed.
 * @param index - Of the item in `track.items`.
 * @param by - How much later it plays.
 * @returns The new track, as long as before.
 * @throws EditError `NO_NEIGHBOUR` at the ends of the track; `OUT_OF_MEDIA` where a neighbour has too few frames.
 */
export function slide(track: Track, index: number, by: RationalTime): Track {
  solidAt(track, index, 'slide');
  const left = requireNeighbour(track, index, -1, 'slide');
  const right = requireNeighbour(track, index, 1, 'slide');
  return replaceItems(
    track,
    new Map<number, readonly Item[]>([
      [left, [moveEdges(solidAt(track, left, 'slide'), { out: by }, 'slide')]],
      [right, [moveEdges(solidAt(track, right, 'slide'), { in: by }, 'slide')]],
    ]),
  );
}

/**
 * Moves the edges of one item; everything after it follows.
 *
 * ```
 *  before  │  A   │    B    │  C  │
 *  after   │  A   │  B  │  C  │          out −
 * ```
 *
 * @param track - Any track; it is not changed.
 * @param index - Of the item in `track.items`.
 * @param change - How far each edge moves in the media.
 * @returns The new track, longer or shorter by the change.
 * @throws EditError `NOT_A_CLIP`; `OUT_OF_MEDIA` where the media has no such frames.
 */
export function ripple(track: Track, index: number, change: EdgeChange): Track {
  const item = solidAt(track, index, 'ripple');
  return replaceItems(track, new Map([[index, [moveEdges(item, change, 'ripple')]]]));
}

/**
 * Moves the cut between an item and the one after it.
 *
 * ```
 *  before  │  A   │    B    │
 *  after   │    A    │  B   │     by +
 * ```
 *
 * @param track - Any track; it is not changed.
 * @param index - Of the item before the cut.
 * @param by - How much later the cut comes.
 * @returns The new track, as long as before.
 * @throws EditError `NO_NEIGHBOUR` for the last item; `OUT_OF_MEDIA` where one of the two has too few frames.
 */
export function roll(track: Track, index: number, by: RationalTime): Track {
  const right = requireNeighbour(track, index, 1, 'roll');
  return replaceItems(
    track,
    new Map<number, readonly Item[]>([
      [index, [moveEdges(solidAt(track, index, 'roll'), { out: by }, 'roll')]],
      [right, [moveEdges(solidAt(track, right, 'roll'), { in: by }, 'roll')]],
    ]),
  );
}

function moveEdges(item: Solid, change: EdgeChange, edit: string): Solid {
  const range = rangeOf(item);
  const none = { value: 0, rate: range.duration.rate };
  const head = change.in ?? none;
  const tail = change.out ?? none;
  // A gap has no contents: only its length counts.
  const start = item.kind === 'gap' ? range.start : addTime(range.start, head);
  const duration = addTime(subtractTime(range.duration, head), tail);
  const moved = { start, duration };
  if (duration.value < 0) {
    throw new EditError('OUT_OF_MEDIA', `${edit}: "${item.name}" would be ${duration.value} frames long`, {
      remedy: 'Choose a smaller change.',
    });
  }
  requireMedia(item, moved, edit);
  return withRange(item, start, duration);
}

function shrinkGap(track: Track, index: number, edge: 'in' | 'out', by: RationalTime): [number, readonly Item[]] {
  const item = index >= 0 ? track.items[index] : undefined;
  if (item?.kind !== 'gap') {
    throw new EditError('NO_NEIGHBOUR', `trim: there is no gap ${edge === 'out' ? 'before' : 'after'} the item to grow into`, {
      remedy: 'Use roll to move the cut, or ripple to move what follows.',
    });
  }
  return [index, [moveEdges(item, { [edge]: by }, 'trim')]];
}

function requireNeighbour(track: Track, index: number, direction: 1 | -1, edit: string): number {
  const found = neighbour(track, index, direction);
  if (found < 0) {
    throw new EditError(
      'NO_NEIGHBOUR',
      `${edit}: nothing lies ${direction < 0 ? 'before' : 'after'} item ${index} of track "${track.name}"`,
      {
        remedy: 'Use ripple or trim at the ends of a track.',
      },
    );
  }
  return found;
}

function negate(time: RationalTime): RationalTime {
  return { value: -time.value, rate: time.rate };
}
