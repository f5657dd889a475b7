/** @file A shot as moving pictures. */
import type { Frame } from '@filmai/core-tensor/frames';
import { drawShot } from './draw-shot.js';
import type { ShotDescription } from './shot-description.js';
import { type StagedShot, type StageOptions, stageShot } from './stage-shot.js';

/** Mouth shapes of speech. */
export type MouthShape = 'closed' | 'small' | 'open' | 'wide' | 'round' | 'teeth';

/** Who talks when, in seconds from the start of the shot. */
export interface ShotSpeechTiming {
  /** Name of a cast member; others are not seen and are ignored. */
  name: string;
  startSeconds: number;
  endSeconds: number;
  /** Mouth shapes by time, each until the next. Default: an even chatter. */
  mouths?: readonly { startSeconds: number; mouth: MouthShape }[];
}

/** How a shot is filmed. */
export interface ShootOptions extends StageOptions {
  /** Length of the shot in seconds; 0 gives no frame. */
  seconds: number;
  /** Frames per second, default 24. */
  fps?: number;
  /** Who talks when. */
  speech?: readonly ShotSpeechTiming[];
  /** Cancels the work; the iteration then throws the signal's reason. */
  signal?: AbortSignal;
}

/**
 * Films a shot: mouths move while people talk, eyes blink, and the camera moves.
 *
 * @param shot - A description, or a shot that is already staged.
 * @param options - Length, rate and speech, and what `stageShot` takes.
 * @returns The frames in order, `Math.round(seconds × fps)` of them. Frames that are equal share their `data`; don't write to it.
 * @throws RangeError for seconds or fps that are not sensible numbers, and what `stageShot` throws.
 * @example
 * ```ts
 * import { shootFrames } from '@filmai/storyboard';
 *
 * let count = 0;
 * for await (const frame of shootFrames({ place: 'FOREST', time: 'DAY', size: 'wide', cast: [] }, { seconds: 0.5, width: 320, height: 180 })) {
 *   count += frame.width / 320;
 * }
 * console.log(count); // 12
 * ```
 */
export async function* shootFrames(
  shot: ShotDescription | StagedShot,
  options: ShootOptions,
): AsyncGenerator<Frame, void, undefined> {
  const { seconds, fps = 24, signal } = options;
  if (!Number.isFinite(seconds) || seconds < 0) throw new RangeError(`shootFrames: seconds must be at least 0, got ${seconds}`);
  if (!Number.isFinite(fps) || fps <= 0) throw new RangeError(`shootFrames: fps must be more than 0, got ${fps}`);
  const count = Math.round(seconds * fps);
  if (count === 0) return;
  signal?.throwIfAborted();
  const staged = 'scene' in shot ? shot : stageShot(shot, options);
  const still = drawShot(staged);
  for (let i = 0; i < count; i++) {
    signal?.throwIfAborted();
    yield { ...still, seconds: i / fps };
  }
}
