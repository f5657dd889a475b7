/** @file The film of a learned effect: its canvases, one after another, laid into the picture where the scene wants them, with what is drawn over them. */
import { createFrame, type Frame } from '@filmai/core-tensor/frames';
import type { EffectOptions } from '../effect-options.js';
import { blastStart } from '../explosion.js';
import { createBurst, createEmbers, type Extras } from '../extras.js';
import { CANVAS_PIXELS, GAS_PLACES, isGas, LEARNED_FPS, type GasKind } from './canvas.js';
import { drawGas, drawWeather, WEATHER_MARGIN } from './draw-effect.js';
import type { LearnedEffect } from './effect-models.js';
import { placeCanvas, type CanvasPlace } from './place-canvas.js';

/** Canvases of weather have at most so many lines: what is larger is enlarged. */
const MOST_LINES = 360;
/** Sideways drift of what has risen by a height of the canvas, in canvas heights at full wind. */
const LEAN: Record<'fire' | 'smoke', number> = { fire: 0.8, smoke: 1.1 };
/** Gases have clear edges in the simulation; enlarged ones get them back. */
const CRISP = 1.6;
/** Canvas pixels over which a gas fades at the edge of its canvas, and the seconds in which the last smoke of an explosion goes. */
const FADE_PIXELS = 10;
const FADE_SECONDS = 0.8;

/** Films a loaded effect; see `generateEffect`. */
export function* filmEffect(
  effect: LearnedEffect,
  scene: EffectOptions,
  signal?: AbortSignal,
): Generator<Frame, void, undefined> {
  const { width, height, fps, seconds } = scene;
  const paint = isGas(effect.kind) ? gasPainter(effect, scene, effect.kind) : weatherPainter(effect, scene);
  const over = extrasOf(scene);
  for (let index = 0; index < Math.round(seconds * fps); index++) {
    signal?.throwIfAborted();
    const frame = createFrame(width, height, { seconds: index / fps });
    paint(frame, index / fps);
    over?.(frame, index / fps);
    yield frame;
  }
}

type Painter = (frame: Frame, time: number) => void;

function gasPainter(effect: LearnedEffect, scene: EffectOptions, kind: GasKind): Painter {
  const { width, height, fps, seed, wind, origin, size, strength, seconds } = scene;
  const drawing = drawGas(effect, { seed, fps });
  const middle = GAS_PLACES[kind];
  const side = CANVAS_PIXELS[kind];
  // Twice the strength is a source a third wider, as in the simulation.
  const scale = ((size * (0.7 + 0.43 * strength)) / middle.size) * (height / side);
  const place: CanvasPlace = {
    left: origin.x * width - middle.origin.x * side * scale,
    top: origin.y * height - middle.origin.y * side * scale,
    scale,
    crisp: CRISP,
    fade: FADE_PIXELS,
  };
  if (kind !== 'explosion') {
    const foot = middle.origin.y * side;
    const lean = wind * LEAN[kind];
    const carried = Float32Array.from({ length: side }, (_, row) => lean * side * Math.max(0, (foot - row) / side) ** 1.5);
    return (frame) => placeCanvas(frame, drawing.next(), { ...place, carried });
  }
  const start = blastStart(seconds);
  const lasts = (effect.gas?.dynamics.ages?.frames ?? 0) / LEARNED_FPS;
  return (frame, time) => {
    const age = time - start + 1e-6;
    if (age < 0 || age > lasts) return;
    const canvas = drawing.next();
    const carried = new Float32Array(side).fill(0.17 * wind * side * (age - 0.35 * (1 - Math.exp(-age / 0.35))));
    placeCanvas(frame, canvas, { ...place, carried });
    const left = Math.min(1, (lasts - age) / FADE_SECONDS);
    if (left < 1) for (let i = 3; i < frame.data.length; i += 4) frame.data[i] *= left;
  };
}

function weatherPainter(effect: LearnedEffect, scene: EffectOptions): Painter {
  const { width, height, fps, seed, wind, strength } = scene;
  const lines = Math.min(height, MOST_LINES);
  const scale = height / lines;
  const columns = Math.ceil(width / scale);
  const drawing = drawWeather(effect, { seed, fps, wind, strength, lines, columns });
  const corner = -WEATHER_MARGIN * scale;
  return (frame) => placeCanvas(frame, drawing.next(), { left: corner, top: corner, scale });
}

function extrasOf(scene: EffectOptions): Extras | undefined {
  if (!scene.extras) return undefined;
  if (scene.kind === 'fire') return createEmbers(scene);
  return scene.kind === 'explosion' ? createBurst(scene, blastStart(scene.seconds)) : undefined;
}
