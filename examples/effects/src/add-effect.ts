/** @file The whole job: frames of a clip, an effect beside them, light, the effect over it, a film. */
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { compositeOver, createFrame, type Frame } from '@filmai/core-tensor/frames';
import { generateEffect } from '@filmai/gan/effects';
import { probeMedia, readFrames, videoTrackOf, writeMovie } from '@filmai/media';
import type { Settings } from './settings.js';
import { spillLight } from './spill-light.js';
import { filmYard } from './yard.js';

/** What was written. */
export interface WrittenEffect {
  path: string;
  frames: number;
  width: number;
  height: number;
}

/** A clip to work on. */
interface Plate {
  frames: AsyncIterable<Frame> | Iterable<Frame>;
  width: number;
  height: number;
  fps: number;
  seconds: number;
}

const YARD_FPS = 24;
/** Effects move at 12…60 frames a second. */
const SLOWEST = 12;
const FASTEST = 60;

/** Adds an effect to a clip and writes the film. */
export async function addEffect(settings: Settings, signal?: AbortSignal): Promise<WrittenEffect> {
  const plate = settings.clip === undefined ? yardPlate(settings) : await clipPlate(settings.clip, settings, signal);
  const { width, height, fps } = plate;
  const shown = { width: settings.layout === 'after' ? width : 2 * width, height };
  let frames = 0;
  async function* pictures(): AsyncGenerator<Frame> {
    for await (const picture of withEffect(plate, settings, signal)) {
      frames++;
      yield picture;
    }
  }
  await mkdir(dirname(settings.out), { recursive: true });
  await writeMovie(settings.out, { video: { frames: pictures(), ...shown, fps }, signal });
  return { path: settings.out, frames, ...shown };
}

async function* withEffect(plate: Plate, settings: Settings, signal?: AbortSignal): AsyncGenerator<Frame> {
  const { width, height, fps, seconds } = plate;
  const { effect, at, size, wind, strength, light, seed, layout } = settings;
  const effects = generateEffect(effect, {
    seconds,
    fps,
    size: { width, height },
    origin: at,
    sourceSize: size,
    wind,
    strength,
    seed,
    signal,
  });
  for await (const before of plate.frames) {
    const next = await effects.next();
    if (next.done) return;
    const after = spillLight(before, next.value, light);
    compositeOver(after, next.value);
    yield layout === 'after' ? after : sideBySide(before, after);
  }
}

function sideBySide(left: Frame, right: Frame): Frame {
  const both = createFrame(left.width + right.width, left.height, { seconds: left.seconds, fill: [0, 0, 0, 255] });
  for (let y = 0; y < left.height; y++) {
    const row = y * left.width * 4;
    both.data.set(left.data.subarray(row, row + left.width * 4), 2 * row);
    both.data.set(right.data.subarray(row, row + right.width * 4), 2 * row + left.width * 4);
  }
  return both;
}

function yardPlate({ width, seconds }: Settings): Plate {
  const height = even((width * 9) / 16);
  return { frames: filmYard({ width, height, fps: YARD_FPS, seconds }), width, height, fps: YARD_FPS, seconds };
}

async function clipPlate(path: string, settings: Settings, signal?: AbortSignal): Promise<Plate> {
  const track = videoTrackOf(await probeMedia(path, { signal }));
  const fps = Math.min(FASTEST, Math.max(SLOWEST, Math.round(track?.framesPerSecond ?? YARD_FPS)));
  const { seconds } = settings;
  let size: { width: number; height: number } | undefined;
  // The first frame says how large they come: rotation and pixel shape are applied by the reader.
  for await (const first of readFrames(path, { width: settings.width, endSeconds: 1, signal })) {
    size = { width: even(first.width), height: even(first.height) };
    break;
  }
  if (!size) throw new RangeError(`${path}: has no pictures`);
  const { width, height } = size;
  const frames = cropped(readFrames(path, { width: settings.width, endSeconds: seconds, fps, signal }), width, height);
  return { frames, width, height, fps, seconds };
}

/** Encoders want even sides. */
async function* cropped(frames: AsyncIterable<Frame>, width: number, height: number): AsyncGenerator<Frame> {
  for await (const frame of frames) {
    const part = createFrame(width, height, { seconds: frame.seconds });
    for (let y = 0; y < height; y++) {
      const from = y * frame.width * 4;
      part.data.set(frame.data.subarray(from, from + width * 4), y * width * 4);
    }
    yield part;
  }
}

function even(value: number): number {
  return 2 * Math.floor(value / 2);
}
