/**
 * @file The artist: light, tone, wash, hatching, contours, drawn details, weather, on grained paper. A drawing keeps its layers,
 * so that a face can be drawn again with another mouth while everything else stays as it is.
 */
import type { Canvas } from '@napi-rs/canvas';
import { createRandom } from '@filmai/core-tensor/random';
import type { Camera } from '../camera/camera.js';
import { rasterise } from '../camera/raster.js';
import { shadowMap } from '../camera/shadow.js';
import type { Decal, Scene } from '../world/scene.js';
import { clamp, noiseTex, texAt } from '../world/vector.js';
import { castBeams, darkenContacts, glowAroundLamps, mirrorInWater, rimLight } from './air.js';
import { createInkCanvas, type InkCanvas } from '#canvas';
import { inkContours } from './contours.js';
import { type DecalView, drawGouacheDecals, drawInkDecals } from './decals.js';
import { hatch } from './hatch.js';
import type { Mood } from './mood.js';
import { paintLightsOfTheSky } from './sky.js';
import { lightSheet } from './tone.js';
import { traceContours } from './trace.js';
import { paintWash } from './wash.js';
import { drawPrecipitation, layPrecipitation } from './weather.js';

export type { Mood } from './mood.js';

/** Contours are traced at this multiple of the picture's size, so that pen lines are smooth. */
const SUPERSAMPLING = 1.5;
const SHADOW_MAP = 1200;
/** How much darker full contour ink makes the paper, per step of 1/255. */
export const CONTOUR_DARKNESS = 0.91 / 255;

/** Milliseconds by stage, for profiling. */
export type Stats = Record<string, number>;

/** A rectangle of a drawing's layers, drawn again. */
export interface Patch {
  x: number;
  y: number;
  width: number;
  height: number;
  /** As `Drawing.layers`. */
  layers: Uint8ClampedArray;
}

/** A finished drawing and what is needed to draw parts of it again. */
export interface Drawing {
  camera: Camera;
  /**
   * The whole picture without rain and snow, before the contours are laid over it: red, green, blue of what lies on the
   * surfaces, and in the fourth byte how much ink the contours put there. `flatten` makes a picture of it.
   */
  layers: Uint8ClampedArray;
  /** What was visible, for the triangles that a view from near by needs. */
  seen: { tri: Int32Array };
  /** Metres along the optical axis for each pixel. */
  depth: Float32Array;
  /**
   * Draws details over a rectangle, as if they had been drawn last: what was withheld from the drawing, or another version
   * of it. The drawing itself is not changed.
   */
  patch(area: { x: number; y: number; width: number; height: number }, details: readonly Decal[]): Patch;
}

/** How a drawing is made. */
export interface DrawingOptions {
  /** Details that are left out, to be drawn by `patch`. */
  withhold?: ReadonlySet<Decal>;
  /** Surfaces below this index cast no shadow: in a close shot the key light belongs to the face alone. Default 0. */
  shadowsFrom?: number;
  /** Filled with the milliseconds that each stage took. */
  stats?: Stats;
}

/**
 * Draws a scene.
 *
 * @param scene - What is there.
 * @param cam - From where; its size is the picture's.
 * @param mood - Light and air.
 * @param seed - Seeds every irregularity of hand and paper.
 * @param options - What to leave out.
 * @returns The drawing.
 */
export function createDrawing(scene: Scene, cam: Camera, mood: Mood, seed: number, options: DrawingOptions = {}): Drawing {
  const { withhold, shadowsFrom = 0, stats = {} } = options;
  const { W, H } = cam;
  const random = createRandom(seed);
  const lap = stopwatch(stats);
  const ss = SUPERSAMPLING;
  const { surfaces } = scene;

  const vis = rasterise(scene, cam, ss);
  lap('raster');
  const castsNone = (label: number): boolean => label < shadowsFrom || (surfaces[label].glow ?? 0) > 0.5;
  const shadow = shadowMap(scene, mood.key, mood.shadowCentre, mood.shadowRadius, SHADOW_MAP, castsNone);
  lap('shadow');
  const sheet = lightSheet(scene, cam, mood, vis, ss, shadow);
  lap('tone');
  if (mood.wet) mirrorInWater(sheet, scene, cam);
  rimLight(sheet, scene, cam, mood);
  if (mood.foreground !== undefined) darkenForeground(sheet.tone, sheet.depth, mood.foreground);
  darkenContacts(sheet);
  if (mood.halo !== 0) glowAroundLamps(sheet, scene, cam, mood);
  castBeams(sheet, cam, mood);
  lap('air');
  const wash = new Uint8ClampedArray(W * H * 4);
  paintWash(sheet, scene, mood, wash);
  paintLightsOfTheSky({ W, H, scale: sheet.scale, label: sheet.label, pixels: wash }, cam, mood, random.split('sky'));
  lap('wash');

  const ink = createInkCanvas(W, H);
  hatch(ink.context, sheet, surfaces, random.split('hatch'), mood.hatch ?? 1);
  lap('hatch');
  const contours = traceContours(scene, vis, ss, sheet.scale);
  lap('trace');
  const far = mood.fog > 0 ? Math.min(400, 1.6 / mood.fog) : 120;
  const outlines = createInkCanvas(W, H);
  inkContours(outlines.context, contours, surfaces, random.split('contours'), far, sheet.scale);
  lap('contours');
  const view: DecalView = { cam, vis, ss, far, seed };
  const details = withhold ? scene.decals.filter((decal) => !withhold.has(decal)) : scene.decals;
  drawInkDecals(ink.context, details, view);
  const gouache = drawGouache(details, view);
  lap('decals');

  const finish = (area: Omit<Patch, 'layers'>): Uint8ClampedArray => blend(area, wash, ink, gouache, outlines, cam);
  const layers = finish({ x: 0, y: 0, width: W, height: H });
  lap('finish');
  return {
    camera: cam,
    layers,
    depth: sheet.depth,
    seen: vis,
    patch: (area, over) => {
      const before = ink.context.getImageData(area.x, area.y, area.width, area.height);
      drawInkDecals(ink.context, over, view);
      const redrawn = finish(area);
      // Restored whole: a line may leave the area by its width, which the clip of the next read would show.
      ink.context.putImageData(before, area.x, area.y);
      return { ...area, layers: redrawn };
    },
  };
}

/**
 * Draws a scene as one picture, with rain or snow.
 *
 * @param scene - What is there.
 * @param cam - From where; its size is the picture's.
 * @param mood - Light and air.
 * @param seed - Seeds every irregularity of hand and paper.
 * @param stats - Filled with the milliseconds that each stage took.
 * @returns A canvas with the picture.
 */
export function drawPanel(scene: Scene, cam: Camera, mood: Mood, seed: number, stats: Stats = {}): Canvas {
  const pixels = flatten(createDrawing(scene, cam, mood, seed, { stats }).layers);
  const falling = drawPrecipitation(mood, cam.W, cam.H, seed);
  if (falling) layPrecipitation(pixels, falling);
  const canvas = createInkCanvas(cam.W, cam.H);
  const block = canvas.context.createImageData(cam.W, cam.H);
  block.data.set(pixels);
  canvas.context.putImageData(block, 0, 0);
  return canvas.native as Canvas;
}

/** A shoulder or head that frames the shot goes dark. */
function darkenForeground(tone: Float32Array, depth: Float32Array, nearer: number): void {
  for (let i = 0; i < tone.length; i++) if (depth[i] < nearer) tone[i] *= 0.68;
}

function drawGouache(details: readonly Decal[], view: DecalView): InkCanvas | undefined {
  if (!details.some((decal) => decal.color)) return undefined;
  const canvas = createInkCanvas(view.cam.W, view.cam.H);
  drawGouacheDecals(canvas.context, details, view);
  return canvas;
}

/**
 * Lays the contours of a drawing's layers over the rest.
 *
 * @param layers - As in `Drawing.layers`; not changed.
 * @returns RGBA, opaque.
 */
export function flatten(layers: Uint8ClampedArray): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(layers.length);
  for (let p = 0; p < layers.length; p += 4) {
    const keep = 1 - layers[p + 3] * CONTOUR_DARKNESS;
    pixels[p] = layers[p] * keep;
    pixels[p + 1] = layers[p + 1] * keep;
    pixels[p + 2] = layers[p + 2] * keep;
    pixels[p + 3] = 255;
  }
  return pixels;
}

/** Multiplies ink, broken up by the tooth of the paper, into the wash, lays the gouache over it, and notes the contours. */
function blend(
  area: Omit<Patch, 'layers'>,
  wash: Uint8ClampedArray,
  ink: InkCanvas,
  gouache: InkCanvas | undefined,
  outlines: InkCanvas,
  { W, H }: Camera,
): Uint8ClampedArray {
  const { x: x0, y: y0, width, height } = area;
  const noise = noiseTex();
  const grain = 720 / H;
  const out = new Uint8ClampedArray(width * height * 4);
  const lines = ink.context.getImageData(x0, y0, width, height).data;
  const contours = outlines.context.getImageData(x0, y0, width, height).data;
  const touches = gouache?.context.getImageData(x0, y0, width, height).data;
  for (let y = 0; y < height; y++) {
    const gy = (((y + y0) * grain) | 0) * 9 + 31;
    const from = ((y + y0) * W + x0) * 4;
    out.set(wash.subarray(from, from + width * 4), y * width * 4);
    for (let x = 0; x < width; x++) {
      const p = (y * width + x) * 4;
      const coverage = lines[p + 3];
      const contour = contours[p + 3];
      // The paper breaks a thin touch of the pencil more than a full line of the pen.
      const tooth = coverage + contour > 0 ? 1.15 * texAt(noise, (((x + x0) * grain) | 0) * 9 + 5, gy) : 0;
      out[p + 3] = contour * clamp(0.62 + tooth * (0.5 + contour / 510));
      if (coverage > 0) {
        const a = (coverage / 255) * clamp(0.62 + tooth * (0.5 + coverage / 510));
        for (let c = 0; c < 3; c++) out[p + c] *= 1 - a * (1 - lines[p + c] / 255);
      }
      if (touches && touches[p + 3] > 0) {
        const a = touches[p + 3] / 255;
        for (let c = 0; c < 3; c++) out[p + c] += (touches[p + c] - out[p + c]) * a;
      }
    }
  }
  return out;
}

function stopwatch(stats: Stats): (name: string) => void {
  let last = performance.now();
  return (name) => {
    const now = performance.now();
    stats[name] = Math.round(now - last);
    last = now;
  };
}
