/**
 * @file Effects that networks have learned from the simulations: moving pictures with alpha, of any length, from a seed. Nothing in them is
 * recorded or comes again.
 */
import { createFrame, type Frame } from '@filmai/core-tensor/frames';
import { GanError } from '../../errors/gan-error.js';
import { EFFECT_KINDS, type EffectKind, type EffectOptions } from '../effect-options.js';
import { blastStart } from '../explosion.js';
import { createBurst, createEmbers, type Extras } from '../extras.js';
import { CANVAS_PIXELS, GAS_PLACES, isGas, LEARNED_FPS, type GasKind } from './canvas.js';
import { drawGas, drawWeather, WEATHER_MARGIN } from './draw-effect.js';
import { disposeEffect, loadLearnedEffect, readEffect, type LearnedEffect } from './effect-models.js';
import { placeCanvas, type CanvasPlace } from './place-canvas.js';

/** What is asked of a learned effect. */
export interface GenerateEffectOptions {
  /** Length, at least 0. */
  seconds: number;
  /** Pixels: a side of a square picture, or width and height, each 16…8192. Default 256. */
  size?: number | { width: number; height: number };
  /** Frames in a second, 12…60, default 24. */
  fps?: number;
  /** Equal seeds give equal pictures on one machine. Default 1. */
  seed?: number | string;
  /** −1 blows strongly to the left, 1 to the right. Default 0.1. */
  wind?: number;
  /** How much of it, 0…1, default 0.7: how many drops and flakes, how large a fire, a column of smoke or a blast. */
  strength?: number;
  /** Where it burns or blows up, 0…1 from the top left corner. Default in the middle of the lower third; weather has none. */
  origin?: { x: number; y: number };
  /** Width of the source as a part of the picture's height, 0.02…2, default 0.4; weather has none. */
  sourceSize?: number;
  /** Embers of a fire, sparks and the flash of an explosion, drawn as in the simulation. Default true. */
  extras?: boolean;
  /** File of another generator than the shipped one, as `scripts/train-effects.ts` of this package writes it. */
  model?: string;
  /** Cancels. */
  signal?: AbortSignal;
}

/** Canvases of weather have at most so many lines: what is larger is enlarged. */
const MOST_LINES = 360;
/** Sideways drift of what has risen by a height of the canvas, in canvas heights at full wind. */
const LEAN: Record<'fire' | 'smoke', number> = { fire: 0.8, smoke: 1.1 };
/** Gases have clear edges in the simulation; enlarged ones get them back. */
const CRISP = 1.6;
/** Canvas pixels over which a gas fades at the edge of its canvas, and the seconds in which the last smoke of an explosion goes. */
const FADE_PIXELS = 10;
const FADE_SECONDS = 0.8;

/**
 * Generates a learned effect.
 *
 * @param kind - Which.
 * @param options - See {@link GenerateEffectOptions}.
 * @returns `Math.round(seconds × fps)` frames with alpha, made as they are asked for; a short clip is the beginning of a longer one with the same
 *   seed, only an explosion shorter than a second goes off sooner. Lay them over a picture with `compositeOver`.
 * @throws GanError `UNKNOWN_EFFECT`; RangeError for a value outside its range; ModelError where a file of this package is missing or damaged; the
 *   signal's reason if cancelled.
 * @example
 * ```ts
 * import { generateEffect } from '@filmai/gan/effects';
 *
 * let count = 0;
 * for await (const frame of generateEffect('fire', { seconds: 0.5, size: 128, seed: 7 })) count += frame.data.length / (128 * 128 * 4);
 * console.log(count); // 12
 * ```
 */
export async function* generateEffect(kind: EffectKind, options: GenerateEffectOptions): AsyncGenerator<Frame, void, undefined> {
  const scene = sceneOf(kind, options);
  options.signal?.throwIfAborted();
  if (options.model === undefined) {
    yield* filmEffect(await loadLearnedEffect(kind), scene, options.signal);
    return;
  }
  const effect = await readEffect(kind, options.model);
  try {
    yield* filmEffect(effect, scene, options.signal);
  } finally {
    disposeEffect(effect);
  }
}

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

function sceneOf(kind: EffectKind, options: GenerateEffectOptions): EffectOptions {
  const { seconds, size = 256, fps = 24, seed = 1, wind = 0.1, strength = 0.7, sourceSize = 0.4, extras = true } = options;
  const { origin = { x: 0.5, y: 0.86 } } = options;
  if (!EFFECT_KINDS.includes(kind)) {
    throw new GanError('UNKNOWN_EFFECT', `there is no effect "${kind}"`, {
      remedy: `Choose one of ${EFFECT_KINDS.join(', ')}.`,
    });
  }
  const { width, height } = typeof size === 'number' ? { width: size, height: size } : size;
  const within = (name: string, value: number, low: number, high: number): void => {
    if (!(value >= low && value <= high))
      throw new RangeError(`generateEffect: ${name} must lie in ${low}…${high}, got ${value}`);
  };
  for (const [name, value] of Object.entries({ width, height })) {
    within(`size: ${name}`, value, 16, 8192);
    if (!Number.isInteger(value)) throw new RangeError(`generateEffect: size: ${name} must be a whole number, got ${value}`);
  }
  within('fps', fps, 12, 60);
  within('seconds', seconds, 0, 36_000);
  within('strength', strength, 0, 1);
  within('wind', wind, -1, 1);
  within('origin.x', origin.x, 0, 1);
  within('origin.y', origin.y, 0, 1);
  within('sourceSize', sourceSize, 0.02, 2);
  return { kind, width, height, fps, seconds, seed, strength, wind, origin, size: sourceSize, extras };
}
