/**
 * @file What a track shows at each frame of the film: its clips in turn, with transitions between them; nested tracks and
 * stacks as if they were clips.
 *
 * ```
 *   A ──────────────╲
 *          in  ╲ mix ╲ out      frames of the film ─►
 *               ╲──────────── B
 * ```
 */
import type { Frame } from '@filmai/core-tensor/frames';
import { rangeEnd, toSeconds, type RationalTime } from '../time/rational-time.js';
import { layOut, usedRange } from '../timeline/layout.js';
import type { Clip, Item, Stack, Track, Transition } from '../timeline/timeline.js';
import { ClipReader, type Screen, type Shown } from './clip-reader.js';
import { layOver, mixPictures, type TransitionStyle } from './mix.js';

/** Gives pictures in order; `undefined` is nothing, so that what lies below is seen. */
export interface Player {
  at(frame: number): Promise<Shown | undefined>;
  close(): Promise<void>;
}

interface Slot {
  item: Item;
  /** First frame and the one behind the last, without transitions. */
  from: number;
  to: number;
  /** The same with the transitions on both sides. */
  earliest: number;
  latest: number;
  player?: Player;
}

interface Change {
  style: TransitionStyle;
  from: number;
  to: number;
  before: Slot | undefined;
  after: Slot | undefined;
}

/** Plays one track. */
export class TrackPlayer implements Player {
  readonly #slots: Slot[] = [];
  readonly #changes: Change[] = [];
  readonly #screen: Screen;
  readonly #offset: number;

  /**
   * @param track - The track.
   * @param screen - The film.
   * @param offset - Frame of the film at which the track begins.
   */
  constructor(track: Track, screen: Screen, offset = 0) {
    this.#screen = screen;
    const frames = (time: RationalTime): number => Math.round(toSeconds(time) * screen.fps);
    this.#offset = offset - (track.sourceRange ? frames(track.sourceRange.start) : 0);
    const placed = layOut(track);
    const bySource = new Map<number, Slot>();
    for (const { item, index, range } of placed) {
      if (item.kind === 'transition' || item.kind === 'unknown') continue;
      const [from, to] = [frames(range.start), frames(rangeEnd(range))];
      const slot = { item, from, to, earliest: from, latest: to };
      bySource.set(index, slot);
      this.#slots.push(slot);
    }
    for (const { item, index, range } of placed) {
      if (item.kind !== 'transition') continue;
      const cut = frames(range.start);
      const change = {
        style: styleOf(item),
        from: cut - frames(item.inOffset),
        to: cut + frames(item.outOffset),
        before: bySource.get(index - 1),
        after: bySource.get(index + 1),
      };
      if (change.before) change.before.latest = Math.max(change.before.latest, change.to);
      if (change.after) change.after.earliest = Math.min(change.after.earliest, change.from);
      this.#changes.push(change);
    }
  }

  async at(filmFrame: number): Promise<Shown | undefined> {
    const frame = filmFrame - this.#offset;
    for (const slot of this.#slots) if (slot.player && frame >= slot.latest) await this.#closeSlot(slot);
    const change = this.#changes.find(({ from, to }) => from <= frame && frame < to);
    if (!change)
      return this.#show(
        this.#slots.find(({ from, to }) => from <= frame && frame < to),
        frame,
      );
    const before = await this.#show(change.before, frame);
    const after = await this.#show(change.after, frame);
    // The first and last frame of a transition already differ from what is beside them.
    const progress = (frame - change.from + 0.5) / (change.to - change.from);
    const picture = mixPictures(before?.picture, after?.picture, progress, change.style);
    return picture && { picture, still: false };
  }

  async close(): Promise<void> {
    for (const slot of this.#slots) await this.#closeSlot(slot);
  }

  async #show(slot: Slot | undefined, frame: number): Promise<Shown | undefined> {
    if (!slot) return undefined;
    slot.player ??= createPlayer(slot.item, slot.from + this.#offset, slot.latest + this.#offset, this.#screen);
    return slot.player.at(frame + this.#offset);
  }

  async #closeSlot(slot: Slot): Promise<void> {
    await slot.player?.close();
    slot.player = undefined;
  }
}

/** Plays layers together, the first at the bottom. */
export class LayerPlayer implements Player {
  readonly #layers: Player[];

  constructor(layers: Player[]) {
    this.#layers = layers;
  }

  async at(frame: number): Promise<Shown | undefined> {
    const shown: Shown[] = [];
    for (const layer of this.#layers) {
      const picture = await layer.at(frame);
      if (picture) shown.push(picture);
    }
    return shown.length <= 1 ? shown[0] : { picture: flatten(shown.map(({ picture }) => picture)), still: false };
  }

  async close(): Promise<void> {
    for (const layer of this.#layers) await layer.close();
  }
}

const NOTHING: Player = { at: async () => undefined, close: async () => undefined };

function createPlayer(item: Item, from: number, end: number, screen: Screen): Player {
  if ('enabled' in item && item.enabled === false) return NOTHING;
  switch (item.kind) {
    case 'clip':
      return clipPlayer(item, from, end, screen);
    case 'track':
      return item.media.toLowerCase() === 'audio' ? NOTHING : new TrackPlayer(item, screen, from);
    case 'stack':
      return stackPlayer(item, from, screen);
    default:
      return NOTHING;
  }
}

function clipPlayer(clip: Clip, from: number, end: number, screen: Screen): Player {
  usedRange(clip); // says at once where a length is missing
  return new ClipReader(clip, from, end, screen);
}

function stackPlayer(stack: Stack, from: number, screen: Screen): Player {
  const start = stack.sourceRange ? Math.round(toSeconds(stack.sourceRange.start) * screen.fps) : 0;
  // A row of its own keeps each layer to its length.
  const rows = stack.children.filter((child) => child.kind !== 'track' || child.media.toLowerCase() !== 'audio');
  return new LayerPlayer(
    rows.map((child) => new TrackPlayer({ kind: 'track', name: '', media: 'video', items: [child] }, screen, from - start)),
  );
}

/** Lays pictures over one another into a new frame. */
function flatten(pictures: readonly Frame[]): Frame {
  const [bottom, ...rest] = pictures;
  const frame = { ...bottom, data: bottom.data.slice() };
  for (const above of rest) layOver(frame, above);
  return frame;
}

/** Names of other programs are taken by their sense; what isn't known is dissolved. */
function styleOf({ type, metadata }: Transition): TransitionStyle {
  if (/black|dip/i.test(type)) return 'dip';
  if (!/wipe/i.test(type)) return 'dissolve';
  const told = `${type} ${JSON.stringify(metadata ?? {}, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))}`;
  const direction = (['left', 'up', 'down'] as const).find((name) => new RegExp(`\\b${name}\\b`, 'i').test(told));
  return direction ? `wipe-${direction}` : 'wipe-right';
}
