/**
 * @file Moves over a picture: pan and zoom between key positions, as on a rostrum camera. A move is an effect on the clip, so
 * it travels with the timeline and survives a file.
 */
import type { Clip, Effect, Json } from '../timeline/timeline.js';
import { placementOf, type Fit, type Placement } from './place-picture.js';

/** A position of the camera over a picture. */
export interface MoveKey {
  /** When, in seconds from the start of the clip. */
  seconds: number;
  /** Middle of the view, 0 (left) … 1 (right) of the picture. */
  x: number;
  /** Middle of the view, 0 (top) … 1 (bottom) of the picture. */
  y: number;
  /** 1 shows as much of the picture as fills the frame; 2 half as much. At least 1. */
  zoom: number;
}

const NAME = 'filmai.move';

/**
 * Makes the effect that moves the view over a clip's picture, slowing down at each key.
 *
 * @param keys - At least one; their order doesn't matter. Before the first and behind the last the view stands still.
 * @returns An effect for `clip.effects`. The view never leaves the picture.
 * @throws RangeError for no key, a zoom below 1, or a position outside 0…1.
 * @example
 * ```ts
 * import { clip } from '@filmai/edit/timeline';
 * import { moveEffect } from '@filmai/edit/render';
 *
 * const pushIn = moveEffect([
 *   { seconds: 0, x: 0.5, y: 0.5, zoom: 1 },
 *   { seconds: 4, x: 0.6, y: 0.4, zoom: 1.5 },
 * ]);
 * const shot = { ...clip('harbour', { kind: 'external', name: '', url: 'harbour.png' }), effects: [pushIn] };
 * console.log(shot.effects[0].effectName); // filmai.move
 * ```
 */
export function moveEffect(keys: readonly MoveKey[]): Effect {
  if (keys.length === 0) throw new RangeError('moveEffect: a move needs at least one key');
  for (const [index, { seconds, x, y, zoom }] of keys.entries()) {
    if (!Number.isFinite(seconds) || !(x >= 0 && x <= 1) || !(y >= 0 && y <= 1) || !(zoom >= 1 && zoom < 1000)) {
      throw new RangeError(
        `moveEffect: key ${index} is ${JSON.stringify({ seconds, x, y, zoom })}, expected x and y in 0…1 and a zoom of at least 1`,
      );
    }
  }
  const plain = keys.map(({ seconds, x, y, zoom }) => ({ seconds, x, y, zoom })).sort((a, b) => a.seconds - b.seconds);
  return { schema: 'Effect.1', name: 'move', effectName: NAME, metadata: { filmai: { keys: plain } } };
}

/** The keys of a clip's move, or `undefined` where it has none; a damaged record counts as none. */
export function moveOf(clip: Clip): readonly MoveKey[] | undefined {
  const filmai = clip.effects?.find(({ effectName }) => effectName === NAME)?.metadata?.filmai;
  const keys = isRecord(filmai) && Array.isArray(filmai.keys) ? filmai.keys : [];
  const good = keys.filter(
    (key) => isRecord(key) && [key.seconds, key.x, key.y, key.zoom].every((value) => Number.isFinite(Number(value))),
  );
  return good.length === 0 ? undefined : (good as unknown as MoveKey[]);
}

/** Where the view is at a moment. */
export function placementAt(
  keys: readonly MoveKey[] | undefined,
  seconds: number,
  picture: { width: number; height: number },
  frame: { width: number; height: number },
  fit: Fit,
): Placement {
  if (!keys) return placementOf(picture, frame, fit);
  const { x, y, zoom } = keyAt(keys, seconds);
  const { view, target } = placementOf(picture, frame, 'cover');
  const width = view.width / Math.max(1, zoom);
  const height = view.height / Math.max(1, zoom);
  const inside = (middle: number, length: number, limit: number): number =>
    Math.min(limit - length, Math.max(0, middle * limit - length / 2));
  return { view: { x: inside(x, width, picture.width), y: inside(y, height, picture.height), width, height }, target };
}

function keyAt(keys: readonly MoveKey[], seconds: number): MoveKey {
  const next = keys.findIndex((key) => key.seconds > seconds);
  if (next === 0) return keys[0];
  if (next < 0) return keys[keys.length - 1];
  const [a, b] = [keys[next - 1], keys[next]];
  const t = (seconds - a.seconds) / (b.seconds - a.seconds);
  // Starts and ends gently (Hermite); the zoom goes in ratios, as the eye sees it.
  const eased = t * t * (3 - 2 * t);
  const mix = (from: number, to: number): number => from + (to - from) * eased;
  return { seconds, x: mix(a.x, b.x), y: mix(a.y, b.y), zoom: a.zoom * (b.zoom / a.zoom) ** eased };
}

function isRecord(value: Json | undefined): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
