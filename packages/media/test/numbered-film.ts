/**
 * @file Films whose truth is known by construction: each frame spells its number in black and white blocks, so that any
 * decoder that gives the wrong frame is found out; the sound is a chirp, so that any shift shows in a correlation.
 */
import { createFrame } from '@filmai/core-tensor/frames';
import type { Frame } from '@filmai/core-tensor/frames';
import type { Sound } from '@filmai/core-tensor/samples';
import { chooseEngine } from '../src/engines/choose-engine.js';
import type { EngineName } from '../src/engines/engine.js';

/** Blocks in a row and column of a numbered frame; 12 bits. */
const COLUMNS = 4;
const ROWS = 3;

/** A frame that spells its number, 0…4095. The first block is the most significant bit. */
export function numberedFrame(number: number, { width = 64, height = 48 } = {}): Frame {
  const frame = createFrame(width, height, { fill: [0, 0, 0, 255] });
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const block = Math.floor((y * ROWS) / height) * COLUMNS + Math.floor((x * COLUMNS) / width);
      const value = (number >> (COLUMNS * ROWS - 1 - block)) & 1 ? 235 : 20;
      frame.data.fill(value, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  return frame;
}

/** The number that a frame spells, read in the middle of its blocks. */
export function numberOf({ width, height, data }: Frame): number {
  let number = 0;
  for (let block = 0; block < COLUMNS * ROWS; block++) {
    const x = Math.floor(((block % COLUMNS) + 0.5) * (width / COLUMNS));
    const y = Math.floor((Math.floor(block / COLUMNS) + 0.5) * (height / ROWS));
    number = number * 2 + (data[(y * width + x) * 4 + 1] > 127 ? 1 : 0);
  }
  return number;
}

/** Numbered frames 0…count − 1. */
export function* numberedFrames(count: number, size?: { width: number; height: number }): Generator<Frame> {
  for (let number = 0; number < count; number++) yield numberedFrame(number, size);
}

/** A chirp from 200 to 2000 Hz over the whole length, at half of full scale; the channels differ in sign. */
export function chirp(seconds: number, { sampleRate = 48_000, channels = 2 } = {}): Sound {
  const first = Float32Array.from({ length: Math.round(seconds * sampleRate) }, (_, i) => {
    const t = i / sampleRate;
    return 0.5 * Math.sin(2 * Math.PI * (200 * t + (900 * t * t) / seconds));
  });
  return {
    sampleRate,
    channels: Array.from({ length: channels }, (_, c) => (c % 2 === 0 ? first : first.map((value) => -value))),
  };
}

/** By how many samples the second signal lags behind the first, at most `reach`, by correlation around the middle. */
export function lagOf(first: Float32Array, second: Float32Array, reach = 200): number {
  const from = Math.floor(first.length / 3);
  let best = -Infinity;
  let found = 0;
  for (let lag = -reach; lag <= reach; lag++) {
    let sum = 0;
    for (let i = from; i < from + 8000; i++) sum += first[i] * (second[i + lag] ?? 0);
    if (sum > best) [best, found] = [sum, lag];
  }
  return found;
}

/** The engines of this machine; tests of the others are skipped. */
export async function installedEngines(): Promise<Set<EngineName>> {
  const found = new Set<EngineName>();
  for (const engine of ['node-av', 'ffmpeg'] as const) {
    await chooseEngine({ engine }).then(
      () => found.add(engine),
      () => undefined,
    );
  }
  return found;
}
