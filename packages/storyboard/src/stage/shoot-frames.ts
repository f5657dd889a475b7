/**
 * @file A shot as moving pictures. Few drawings are made: one for a shot that stands still, two or three for one that moves;
 * faces, weather and the camera's way between them are made from these.
 */
import type { Frame } from '@filmai/core-tensor/frames';
import { type Camera, project } from '../camera/camera.js';
import { reprojectFrom } from '../camera/reproject.js';
import { flatten } from '../ink/panel.js';
import { drawPrecipitation, layPrecipitation, type Precipitation } from '../ink/weather.js';
import { clamp, dot, mad, smooth, sub } from '../world/vector.js';
import { drawLiving, type LivingDrawing, livingMembers } from './living-drawing.js';
import type { ShotDescription } from './shot-description.js';
import { assertSpeech, type FaceState, performFace, type ShotSpeechTiming } from './speech.js';
import { type StagedShot, type StageOptions, stageShot } from './stage-shot.js';

/** How a shot is filmed. */
export interface ShootOptions extends StageOptions {
  /** Length of the shot in seconds; 0 gives no frame. */
  seconds: number;
  /** Frames per second, default 24. */
  fps?: number;
  /** Who talks when. Default nobody. */
  speech?: readonly ShotSpeechTiming[];
  /** Whether rain and snow are drawn; `false` leaves them to an effect that is laid over the film. Default true. */
  precipitation?: boolean;
  /** Cancels the work; the iteration then throws the signal's reason. */
  signal?: AbortSignal;
}

/** Faces, weather and camera moves change at most so often: drawn "on twos", as in animation. */
const CHANGES_PER_SECOND = 12;
/** Rain repeats after so many drawings; the eye doesn't follow a drop. */
const RAIN_DRAWINGS = 8;
/** A hand-held picture is cut from a larger drawing: its margin as a share of the height. */
const HANDHELD_MARGIN = 0.035;
/** Seconds that a hand-held path takes from its beginning to its end. */
const HANDHELD_SECONDS = 4;

/**
 * Films a shot: mouths move while people talk, eyes blink, rain falls, and the camera moves with parallax.
 *
 * @param shot - A description, or a shot that is already staged.
 * @param options - Length, rate and speech, and what `stageShot` takes.
 * @returns The frames in order, `Math.round(seconds × fps)` of them. Frames that are equal share their `data`; don't write to it.
 * @throws RangeError for seconds, fps or speech times that are not sensible numbers, and what `stageShot` throws.
 * @example
 * ```ts
 * import { shootFrames } from '@filmai/storyboard';
 *
 * const shot = { place: 'FOREST', time: 'DAY', size: 'wide', cast: [] } as const;
 * let count = 0;
 * for await (const frame of shootFrames(shot, { seconds: 0.5, width: 320, height: 180 })) count += frame.width / 320;
 * console.log(count); // 12
 * ```
 */
export async function* shootFrames(
  shot: ShotDescription | StagedShot,
  options: ShootOptions,
): AsyncGenerator<Frame, void, undefined> {
  const { seconds, fps = 24, speech = [], precipitation = true, signal } = options;
  if (!Number.isFinite(seconds) || seconds < 0) throw new RangeError(`shootFrames: seconds must be at least 0, got ${seconds}`);
  if (!Number.isFinite(fps) || fps <= 0) throw new RangeError(`shootFrames: fps must be more than 0, got ${fps}`);
  assertSpeech(speech);
  const count = Math.round(seconds * fps);
  if (count === 0) return;
  await breathe(signal);
  const staged = 'scene' in shot ? shot : stageShot(shot, options);
  await breathe(signal);
  const { width, height, seed } = staged;

  const cameras = keyCameras(staged);
  const living = livingMembers(staged, cameras);
  const performances = living.map(({ member }) => performFace(member.name, speech, seconds, seed, true));
  const drawings: LivingDrawing[] = [];
  for (const camera of cameras) {
    drawings.push(drawLiving(staged, camera, living));
    await breathe(signal);
  }
  const [first] = drawings;
  const moves = staged.description.move !== undefined && staged.description.move !== 'static';
  // Between each two drawings that follow each other.
  const stretches =
    drawings.length === 1 ? [[first] as const] : drawings.slice(1).map((drawing, i) => [drawings[i], drawing] as const);
  const handheld = staged.description.move === 'handheld';
  const lastStep = Math.max(1, Math.floor(((count - 1) * CHANGES_PER_SECOND) / fps + 1e-9));
  const reproject = moves && !handheld ? stretches.map((keys) => reprojectFrom(staged.scene, keys)) : undefined;
  const falling = precipitation ? weatherLayers(staged) : undefined;

  let last: Uint8ClampedArray | undefined;
  let lastStepShown = -1;
  let lastOffset: readonly number[] = [];
  let whole: Uint8ClampedArray | undefined;
  for (let i = 0; i < count; i++) {
    if (i % Math.ceil(fps) === 0) await breathe(signal);
    else signal?.throwIfAborted();
    const at = i / fps;
    const step = Math.floor((i * CHANGES_PER_SECOND) / fps + 1e-9);
    const isNewStep = step !== lastStepShown;
    lastStepShown = step;
    const states = performances.map((perform): FaceState => perform(step / CHANGES_PER_SECOND));
    let changed = false;
    if (isNewStep) for (const drawing of drawings) changed = drawing.show(states) || changed;
    let falls = falling !== undefined && isNewStep;
    if (reproject) {
      if (isNewStep || !last) {
        const progress = Math.min(1, step / lastStep);
        last = new Uint8ClampedArray(width * height * 4);
        const stretch = Math.min(reproject.length - 1, Math.floor(progress * reproject.length));
        reproject[stretch](staged.path(progress), smooth(0.35, 0.65, progress * reproject.length - stretch), last);
        falls = true;
      }
    } else if (handheld) {
      if (changed || !whole) whole = flatten(first.layers);
      const offset = swayAt(staged, first.camera, at);
      if (changed || falls || offset.some((pixels, axis) => pixels !== lastOffset[axis]) || !last) {
        last = cropped(whole, first.camera.W, offset, width, height);
        lastOffset = offset;
        falls = true;
      }
    } else if (changed || falls || !last) {
      last = flatten(first.layers);
      falls = true;
    }
    const layer = falls ? falling?.(step) : undefined;
    if (layer) layPrecipitation(last, layer);
    yield { width, height, data: last, seconds: at };
  }
}

/** The cameras of the drawings that a shot is made from. */
function keyCameras({ description: { move = 'static' }, path, camera }: StagedShot): Camera[] {
  if (move === 'static') return [camera];
  if (move === 'handheld') {
    const margin = 2 * Math.ceil((camera.H * HANDHELD_MARGIN) / 2);
    return [{ ...camera, W: camera.W + 2 * margin, H: camera.H + 2 * margin }];
  }
  // Where things pass in front of each other most, a third drawing shows what the ends don't see.
  if (move === 'crane-up' || move === 'track-left' || move === 'track-right') return [path(0), path(0.5), path(1)];
  return [path(0), path(1)];
}

/** Where in its larger drawing a hand-held picture lies at a moment, in whole pixels: lines stay as sharp as they were drawn. */
function swayAt({ path, camera, cast }: StagedShot, { W, H }: Camera, seconds: number): [number, number] {
  const reach = cast.length > 0 ? Math.max(0.4, dot(sub(cast[0].figure.head, camera.eye), camera.f)) : 6;
  const [x, y] = project(path(seconds / HANDHELD_SECONDS), mad(camera.eye, camera.f, reach));
  const [right, down] = [W - camera.W, H - camera.H];
  return [Math.round(clamp(right / 2 + camera.W / 2 - x, 0, right)), Math.round(clamp(down / 2 + camera.H / 2 - y, 0, down))];
}

function cropped(
  from: Uint8ClampedArray,
  W: number,
  [x, y]: readonly [number, number],
  width: number,
  height: number,
): Uint8ClampedArray {
  const out = new Uint8ClampedArray(width * height * 4);
  for (let row = 0; row < height; row++) {
    const o = ((row + y) * W + x) * 4;
    out.set(from.subarray(o, o + width * 4), row * width * 4);
  }
  return out;
}

/** Rain or snow by drawing step. */
function weatherLayers({ mood, width, height, seed }: StagedShot): ((step: number) => Precipitation | undefined) | undefined {
  if (!mood.rain && !mood.snow) return undefined;
  const kept = new Map<number, Precipitation | undefined>();
  return (step) => {
    if (mood.snow) return drawPrecipitation(mood, width, height, step);
    const moment = step % RAIN_DRAWINGS;
    if (!kept.has(moment)) kept.set(moment, drawPrecipitation(mood, width, height, seed + moment));
    return kept.get(moment);
  };
}

/** Lets other work of the thread run, an abort among it. */
async function breathe(signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve) => {
    setTimeout(resolve, 0);
  });
  signal?.throwIfAborted();
}
