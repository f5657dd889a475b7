/**
 * @file Keying: alpha from colour or from light. The chroma key measures how far a pixel's BT.709 chroma (Cb, Cr) is from the key's, so
 * that shadows on the screen go with it; spill is taken out by Vlahos' rule (see Smith & Blinn, "Blue Screen Matting", 1996): the key's
 * strongest primary may not exceed the mean of the other two.
 */
import { checkFrame, checkRange } from './frame.js';
import type { Frame } from './frame.js';
import { frameFrom, runOnArrays } from './frame-pass.js';
import type { PassDefinition, PassRunner, Rows } from './frame-pass.js';

/** What is keyed out by colour. */
export interface ChromaKeyOptions {
  /** The screen's colour, 0…1, default a pure green. */
  colour?: readonly [number, number, number];
  /** Distance in the Cb Cr plane (0…1) up to which a pixel is clear, default 0.12. */
  tolerance?: number;
  /** Further distance over which it becomes opaque, default 0.12. */
  softness?: number;
  /** How much of the screen's light is taken from what stays, 0…1, default 1. */
  despill?: number;
}

/** What is keyed out by light. */
export interface LumaKeyOptions {
  /** BT.709 luma up to which a pixel is clear, 0…1, default 0.1. */
  threshold?: number;
  /** Further luma over which it becomes opaque, default 0.1. */
  softness?: number;
  /** Clears what is bright instead of what is dark. */
  invert?: boolean;
}

/**
 * Clears a coloured screen behind an actor.
 *
 * @param frame - Is not changed; its alpha is multiplied by the key.
 * @param options - See {@link ChromaKeyOptions}.
 * @returns A new frame of the same size and time.
 * @throws RangeError where an option is out of range, or the colour is a grey.
 * @example
 * ```ts
 * import { chromaKey, createFrame } from '@filmai/core-tensor/frames';
 *
 * const screen = createFrame(4, 4, { fill: [20, 200, 40, 255] });
 * console.log(chromaKey(screen, { colour: [0.1, 0.8, 0.15] }).data[3]); // 0
 * ```
 */
export function chromaKey(frame: Frame, options: ChromaKeyOptions = {}): Frame {
  return chromaKeyWith(runOnArrays, frame, options);
}

/**
 * Clears what is dark (or bright): smoke and fire shot before black.
 *
 * @param frame - Is not changed; its alpha is multiplied by the key.
 * @param options - See {@link LumaKeyOptions}.
 * @returns A new frame of the same size and time.
 * @throws RangeError where an option is out of range.
 * @example
 * ```ts
 * import { createFrame, lumaKey } from '@filmai/core-tensor/frames';
 *
 * console.log(lumaKey(createFrame(2, 2, { fill: [8, 8, 8, 255] })).data[3]); // 0
 * ```
 */
export function lumaKey(frame: Frame, options: LumaKeyOptions = {}): Frame {
  return lumaKeyWith(runOnArrays, frame, options);
}

/** As {@link chromaKey}, on a machine of choice. */
export function chromaKeyWith(
  run: PassRunner,
  frame: Frame,
  { colour = [0, 1, 0], tolerance = 0.12, softness = 0.12, despill = 1 }: ChromaKeyOptions = {},
): Frame {
  for (const value of colour) checkRange('chromaKey', 'colour', value, 0, 1);
  checkRange('chromaKey', 'tolerance', tolerance, 0, 1);
  checkRange('chromaKey', 'softness', softness, 0, 1);
  checkRange('chromaKey', 'despill', despill, 0, 1);
  const [red, green, blue] = colour;
  const [cb, cr] = [chromaBlue(red, green, blue), chromaRed(red, green, blue)];
  if (Math.hypot(cb, cr) < 0.02) throw new RangeError(`chromaKey: colour ${colour.join(' ')} is a grey; use lumaKey`);
  const strongest = colour.indexOf(Math.max(...colour));
  return keyWith(
    run,
    'chromaKey',
    frame,
    chromaDefinition,
    Float32Array.of(cb, cr, tolerance, Math.max(softness, 1e-4), strongest, despill),
  );
}

/** As {@link lumaKey}, on a machine of choice. */
export function lumaKeyWith(
  run: PassRunner,
  frame: Frame,
  { threshold = 0.1, softness = 0.1, invert = false }: LumaKeyOptions = {},
): Frame {
  checkRange('lumaKey', 'threshold', threshold, 0, 1);
  checkRange('lumaKey', 'softness', softness, 0, 1);
  return keyWith(run, 'lumaKey', frame, lumaDefinition, Float32Array.of(threshold, Math.max(softness, 1e-4), invert ? 1 : 0));
}

function keyWith(run: PassRunner, who: string, frame: Frame, definition: PassDefinition, facts: Float32Array): Frame {
  checkFrame(who, frame);
  const { width, height, data } = frame;
  const loop = definition === chromaDefinition ? chromaLoop : lumaLoop;
  const pass = { definition, inputs: [frame, facts], width, height, loop: (out: Uint8ClampedArray) => loop(data, facts, out) };
  return frameFrom(run, pass, frame.seconds);
}

/* The definitions: see frame-pass.ts for what these functions may do. Colours in 0…1. */

function chromaBlue(red: number, green: number, blue: number): number {
  return (blue - (0.2126 * red + 0.7152 * green + 0.0722 * blue)) / 1.8556;
}

function chromaRed(red: number, green: number, blue: number): number {
  return (red - (0.2126 * red + 0.7152 * green + 0.0722 * blue)) / 1.5748;
}

/** `facts`: the key's Cb and Cr, tolerance, softness, its strongest primary, despill. */
function chromaKept(red: number, green: number, blue: number, facts: Float32Array): number {
  const b = chromaBlue(red, green, blue) - facts[0];
  const r = chromaRed(red, green, blue) - facts[1];
  return Math.min(Math.max((Math.sqrt(b * b + r * r) - facts[2]) / facts[3], 0), 1);
}

function unspilled(channel: number, red: number, green: number, blue: number, facts: Float32Array): number {
  let own = red;
  if (channel > 0.5) {
    own = green;
  }
  if (channel > 1.5) {
    own = blue;
  }
  if (Math.abs(channel - facts[4]) > 0.5) {
    return own;
  }
  const others = (red + green + blue - own) / 2;
  return own - facts[5] * Math.max(0, own - others);
}

/** `facts`: threshold, softness, invert. */
function lumaKept(red: number, green: number, blue: number, facts: Float32Array): number {
  let luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  if (facts[2] > 0.5) {
    luma = 1 - luma;
  }
  return Math.min(Math.max((luma - facts[0]) / facts[1], 0), 1);
}

function chromaValue(x: number, y: number, source: Rows, facts: Float32Array): number {
  const first = Math.floor(x / 4) * 4;
  const channel = x - first;
  const red = source[y][first] / 255;
  const green = source[y][first + 1] / 255;
  const blue = source[y][first + 2] / 255;
  if (channel > 2.5) {
    return source[y][x] * chromaKept(red, green, blue, facts);
  }
  return 255 * unspilled(channel, red, green, blue, facts);
}

function lumaValue(x: number, y: number, source: Rows, facts: Float32Array): number {
  const first = Math.floor(x / 4) * 4;
  if (x - first > 2.5) {
    return source[y][x] * lumaKept(source[y][first] / 255, source[y][first + 1] / 255, source[y][first + 2] / 255, facts);
  }
  return source[y][x];
}

export const chromaDefinition: PassDefinition = {
  name: 'chroma key',
  value: chromaValue,
  uses: [chromaBlue, chromaRed, chromaKept, unspilled],
};
export const lumaDefinition: PassDefinition = { name: 'luma key', value: lumaValue, uses: [lumaKept] };

/** The same for whole pixels. */
function chromaLoop(data: Uint8ClampedArray, facts: Float32Array, out: Uint8ClampedArray): void {
  const own = Math.round(facts[4]);
  for (let p = 0; p < out.length; p += 4) {
    const red = data[p] / 255;
    const green = data[p + 1] / 255;
    const blue = data[p + 2] / 255;
    out[p] = data[p];
    out[p + 1] = data[p + 1];
    out[p + 2] = data[p + 2];
    out[p + own] = 255 * unspilled(own, red, green, blue, facts);
    out[p + 3] = data[p + 3] * chromaKept(red, green, blue, facts);
  }
}

/** The same for whole pixels. */
function lumaLoop(data: Uint8ClampedArray, facts: Float32Array, out: Uint8ClampedArray): void {
  for (let p = 0; p < out.length; p += 4) {
    out[p] = data[p];
    out[p + 1] = data[p + 1];
    out[p + 2] = data[p + 2];
    out[p + 3] = data[p + 3] * lumaKept(data[p] / 255, data[p + 1] / 255, data[p + 2] / 255, facts);
  }
}
