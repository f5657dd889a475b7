/**
 * @file Frames of a learned effect, window after window. A window holds the frames that are drawn at once and those around them that the
 * network reads; windows begin at the same frames whatever the length, so a short clip is the beginning of a long one, bit for bit.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { createRandom } from '@filmai/core-tensor/random';
import { drawClip } from '../../networks/video-gan.js';
import { CODE_PIXELS } from '../../networks/video-gan-layers.js';
import { CANVAS_PIXELS, LEARNED_FPS, type WeatherKind } from './canvas.js';
import { streamCodes, type CodeStream } from './code-dynamics.js';
import type { LearnedEffect } from './effect-models.js';
import { padCodes } from './pad-codes.js';
import type { DrawnCanvas } from './place-canvas.js';
import { createWeatherMaps, weatherMapCount, type WeatherMaps } from './weather-maps.js';

/** Frames drawn at once; fewer of large canvases, so that memory stays small. */
const WINDOW = 16;
const LARGE_WINDOW = 4;
const LARGE_PIXELS = 120_000;

/** Draws frame after frame, without an end. */
export interface EffectDrawing {
  /** The next frame. */
  next(): DrawnCanvas;
}

/**
 * Draws a gas on its square canvas.
 *
 * @param fps - Frames in a second: between those of the codes' own rule, codes are blended.
 */
export function drawGas(effect: LearnedEffect, { seed, fps }: { seed: number | string; fps: number }): EffectDrawing {
  const { dynamics, codes, empty } = effect.gas as NonNullable<LearnedEffect['gas']>;
  const cells = CANVAS_PIXELS[effect.kind] / CODE_PIXELS;
  const wide = cells + 2;
  const at = blendCodes(streamCodes(dynamics, createRandom(seed).split(effect.kind)), dynamics.size);
  const step = LEARNED_FPS / fps;
  // Before the first frame of an explosion there is none; a fire burns longer than it is seen.
  const before = dynamics.ages ? 0 : effect.timeMargin * step;
  const side = cells * CODE_PIXELS;
  const now = new Float32Array(dynamics.size);
  return inWindows(WINDOW, side, side, (first, count) => {
    const long = count + 2 * effect.timeMargin;
    const stream = new Float32Array(long * wide * wide * codes);
    for (let t = 0; t < long; t++) {
      at(Math.max(0, (first + t - effect.timeMargin) * step + before), now);
      padCodes(stream, t * wide * wide * codes, now, { cells, codes, empty }, { left: -1, top: -1, wide });
    }
    return valuesOf(() => {
      const drawn = tf.squeeze(drawClip(effect.generator, tf.tensor5d(stream, [1, long, wide, wide, codes])), [0]);
      return tf.slice(drawn, [0, CODE_PIXELS, CODE_PIXELS, 0], [-1, side, side, -1]);
    });
  });
}

/** Pixels around a canvas of weather that are drawn too: what the padding at edges spoils lies there. */
export const WEATHER_MARGIN = CODE_PIXELS;

/**
 * Draws rain or snow, on canvases with a margin of at least `WEATHER_MARGIN` on each side.
 *
 * @param lines - Height of the canvas in pixels, and `columns` its width.
 */
export function drawWeather(
  effect: LearnedEffect,
  scene: { seed: number | string; fps: number; wind: number; strength: number; lines: number; columns: number },
): EffectDrawing {
  const { seed, fps, wind, strength, lines, columns } = scene;
  const kind = effect.kind as WeatherKind;
  const count = weatherMapCount(kind);
  const maps = createWeatherMaps(kind, { seed, wind, strength, lines });
  // A generator without time knows nothing of the frame before: for each, chance is drawn anew.
  const mapsAt = (frame: number): WeatherMaps =>
    effect.timeMargin > 0 ? maps : createWeatherMaps(kind, { seed: `${seed} ${frame}`, wind, strength, lines });
  // Sides are multiples of 8.
  const margin = WEATHER_MARGIN;
  const width = CODE_PIXELS * Math.ceil(columns / CODE_PIXELS) + 2 * margin;
  const height = CODE_PIXELS * Math.ceil(lines / CODE_PIXELS) + 2 * margin;
  const window = width * height > LARGE_PIXELS ? LARGE_WINDOW : WINDOW;
  return inWindows(window, width, height, (first, frames) => {
    const long = frames + 2 * effect.timeMargin;
    const stream = new Float32Array(long * height * width * count);
    for (let t = 0; t < long; t++) {
      const time = (first + t - effect.timeMargin) / fps;
      mapsAt(first + t).write(stream, t * height * width * count, time, { left: -margin, top: -margin, width, height }, 1 / fps);
    }
    return valuesOf(() => drawClip(effect.generator, tf.tensor5d(stream, [1, long, height, width, count])));
  });
}

/** Hands out the frames of windows one by one. */
function inWindows(
  window: number,
  width: number,
  height: number,
  draw: (first: number, count: number) => Float32Array,
): EffectDrawing {
  let frame = 0;
  let drawn: Float32Array = new Float32Array(0);
  const size = width * height * 4;
  return {
    next() {
      const within = frame % window;
      if (within === 0) drawn = draw(frame, window);
      frame++;
      return { width, height, data: drawn.subarray(within * size, (within + 1) * size) };
    },
  };
}

/** Computes something and hands it over as plain numbers. */
function valuesOf(compute: () => Tensor): Float32Array {
  const result = tf.tidy(compute);
  // Outside of the scope: a scope looks through everything that it returns, number by number.
  const values = result.dataSync() as Float32Array;
  result.dispose();
  return values;
}

/** Codes at any moment of a stream, in its frames: between two frames they are blended. Moments must not fall far behind the last. */
function blendCodes(stream: CodeStream, size: number): (moment: number, to: Float32Array) => void {
  const kept: Float32Array[] = [];
  let firstKept = 0;
  const frame = (index: number): Float32Array => {
    while (firstKept + kept.length <= index) {
      const next = new Float32Array(size);
      stream.next(next);
      kept.push(next);
    }
    return kept[index - firstKept];
  };
  /** Windows overlap by less than this many frames of the stream. */
  const reach = 32;
  return (moment, to) => {
    const index = Math.floor(moment + 1e-9);
    const share = Math.max(0, moment - index);
    const now = frame(index);
    if (share < 1e-6) to.set(now);
    else {
      const next = frame(index + 1);
      for (let i = 0; i < size; i++) to[i] = now[i] + (next[i] - now[i]) * share;
    }
    while (kept.length > 2 * reach) {
      kept.shift();
      firstKept++;
    }
  };
}
