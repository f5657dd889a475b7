/**
 * @file The layout of a shot: what is where, how far and how light, without shadows, strokes, wash or paper. It is drawn many times faster than the
 * picture, and is what a program or a network needs that draws the picture its own way.
 */
import { createInkCanvas } from '#canvas';
import { rasterise, type Vis } from '../camera/raster.js';
import type { Shadow } from '../camera/shadow.js';
import { drawInkDecals } from '../ink/decals.js';
import { dayTimeOf } from '../ink/mood.js';
import { CLOTH, HAIR, LEAF, lightSheet, SKIN, stuffOf, WATER } from '../ink/tone.js';
import type { DayTime } from '../places/place.js';
import { meshOf } from '../world/mesh.js';
import type { Scene } from '../world/scene.js';
import type { V3 } from '../world/vector.js';
import type { ShotDescription } from './shot-description.js';
import { type StagedShot, type StageOptions, stageShot } from './stage-shot.js';

/** What can be at a pixel of a layout. `level` faces up: floor, ground, table top; `upright` is everything else that is built. */
export const LAYOUT_CLASSES = ['sky', 'level', 'upright', 'leaf', 'water', 'skin', 'cloth', 'hair', 'lamp'] as const;

/** The layout of a picture, rows from the top. */
export interface Layout {
  /** Pixels in a row, and rows. */
  width: number;
  height: number;
  /** Index into `LAYOUT_CLASSES`. */
  classes: Uint8Array;
  /** Metres along the optical axis, `Infinity` for the sky. */
  depth: Float32Array;
  /** How light it is if nothing casts a shadow: 0 black … 1 paper white, cut off there. */
  shade: Float32Array;
  /** Share of lamp light in it, 0…1. */
  warmth: Float32Array;
  /** Local colour, red, green and blue for each pixel, around 1; all 1 where a thing has none. */
  tint: Float32Array;
  /** Where one thing ends before another, 0…1: silhouettes near 1, edges within a thing weaker, distance weakens all. */
  outlines: Float32Array;
  /** Ink of drawn details, 0…1: eyes, mouths, panes, bricks, grass. */
  marks: Float32Array;
  /** The time of day. */
  hour: DayTime;
  /** Colours of shadows, of paper and of lamp light, 0…1. */
  wash: readonly [number, number, number];
  paper: readonly [number, number, number];
  lamp: readonly [number, number, number];
}

/** Outlines are found at this multiple of the size and averaged. */
const SUPERSAMPLING = 2;
/** Level ground is what leans less than this from the horizontal: the cosine of 37°. */
const LEVEL = 0.8;
/** An edge between two faces of one thing, as a part of its silhouette. */
const INNER_EDGE = 0.55;
const UNSHADOWED: Shadow = { at: () => 1, lightAt: () => 1 };

/**
 * Draws the layout of a shot.
 *
 * @param shot - A description, or a shot that is already staged; a staged shot with another `camera` gives another moment of its move.
 * @param options - Picture size, seed and places of one's own; ignored where the shot is already staged.
 * @returns The layout.
 * @throws What `stageShot` throws.
 * @example
 * ```ts
 * import { drawLayout, LAYOUT_CLASSES } from '@filmai/storyboard';
 *
 * const layout = drawLayout({ place: 'FOREST', time: 'DAY', size: 'wide', cast: [] }, { width: 320, height: 180 });
 * console.log(layout.classes.length, layout.classes.includes(LAYOUT_CLASSES.indexOf('leaf'))); // 57600 true
 * ```
 */
export function drawLayout(shot: ShotDescription | StagedShot, options: StageOptions = {}): Layout {
  const { scene, camera, mood, seed, description } = 'scene' in shot ? shot : stageShot(shot, options);
  const { W, H } = camera;
  const vis = rasterise(scene, camera, SUPERSAMPLING);
  const sheet = lightSheet(scene, camera, mood, vis, SUPERSAMPLING, UNSHADOWED);
  const tint = new Float32Array(3 * W * H).fill(1);
  for (const [i, label] of sheet.label.entries()) {
    const own = label < 0 ? undefined : scene.surfaces[label].tint;
    if (own) tint.set(own, 3 * i);
  }
  const far = mood.fog > 0 ? Math.min(400, 1.6 / mood.fog) : 120;
  const pen = createInkCanvas(W, H);
  drawInkDecals(pen.context, scene.decals, { cam: camera, vis, ss: SUPERSAMPLING, far, seed });
  return {
    width: W,
    height: H,
    classes: classesOf(scene, sheet.label, vis, camera.eye),
    depth: sheet.depth.map((metres, i) => (sheet.label[i] < 0 ? Number.POSITIVE_INFINITY : metres)),
    shade: sheet.tone.map((tone) => Math.min(1, Math.max(0, tone))),
    warmth: sheet.warm,
    tint,
    outlines: outlinesOf(scene, vis, far),
    marks: inkOf(pen.context.getImageData(0, 0, W, H).data),
    hour: dayTimeOf(description.time),
    wash: mood.wash,
    paper: mood.paper,
    lamp: mood.light,
  };
}

const CLASS = Object.fromEntries(LAYOUT_CLASSES.map((name, i) => [name, i])) as Record<(typeof LAYOUT_CLASSES)[number], number>;

function classesOf(scene: Scene, label: Int32Array, vis: Vis, eye: V3): Uint8Array {
  const stuff = stuffOf(scene.surfaces);
  const named = new Map([
    [LEAF, CLASS.leaf],
    [WATER, CLASS.water],
    [SKIN, CLASS.skin],
    [CLOTH, CLASS.cloth],
    [HAIR, CLASS.hair],
  ]);
  const { positions, normals, indices } = meshOf(scene);
  const width = vis.W / SUPERSAMPLING;
  return Uint8Array.from(label, (surface, i) => {
    if (surface < 0) return CLASS.sky;
    if ((scene.surfaces[surface].glow ?? 0) > 0.5) return CLASS.lamp;
    const soft = named.get(stuff[surface]);
    if (soft !== undefined) return soft;
    // The pixel of the larger buffer that the sheet took its label from.
    const [x, y] = [i % width, Math.floor(i / width)];
    const triangle = vis.tri[Math.floor((y + 0.5) * SUPERSAMPLING) * vis.W + Math.floor((x + 0.5) * SUPERSAMPLING)];
    const corner = 3 * indices[3 * triangle];
    // Surfaces have two sides: seen from below, a level one is a ceiling.
    const isLevel = Math.abs(normals[corner + 1]) > LEVEL && eye[1] > positions[corner + 1];
    return isLevel ? CLASS.level : CLASS.upright;
  });
}

/** Cracks between pixels of different surfaces, averaged down to the picture. */
function outlinesOf(scene: Scene, vis: Vis, far: number): Float32Array {
  const { labels } = meshOf(scene);
  const width = vis.W / SUPERSAMPLING;
  const outlines = new Float32Array(width * (vis.H / SUPERSAMPLING));
  const strength = (at: number, beside: number): number => {
    const [a, b] = [vis.tri[at], vis.tri[beside]];
    if (a === b) return 0;
    const [first, second] = [a < 0 ? undefined : scene.surfaces[labels[a]], b < 0 ? undefined : scene.surfaces[labels[b]]];
    const nearer = vis.iz[at] >= vis.iz[beside] ? (first ?? second) : (second ?? first);
    const depth = 1 / Math.max(vis.iz[at], vis.iz[beside]);
    if (first === second) {
      // A fold: the same surface at two depths.
      const fold = Math.abs(1 / vis.iz[at] - 1 / vis.iz[beside]) > (nearer?.crease ?? Number.POSITIVE_INFINITY);
      return fold ? INNER_EDGE * Math.max(0.2, 1 - depth / far) : 0;
    }
    const part = first?.group === second?.group ? INNER_EDGE : 1;
    return part * (nearer?.line ?? 1) * Math.max(0.2, 1 - depth / far);
  };
  for (let y = 0; y + 1 < vis.H; y++) {
    for (let x = 0; x + 1 < vis.W; x++) {
      const at = y * vis.W + x;
      const edge = Math.max(strength(at, at + 1), strength(at, at + vis.W));
      // Two of the four pixels that become one lie along a straight edge.
      if (edge > 0) outlines[(y >> 1) * width + (x >> 1)] += edge / SUPERSAMPLING;
    }
  }
  return outlines.map((edge) => Math.min(1, edge));
}

/** How dark ink on transparent makes white paper. */
function inkOf(pixels: Uint8ClampedArray): Float32Array {
  return Float32Array.from({ length: pixels.length / 4 }, (_, i) => {
    const light = (pixels[4 * i] + pixels[4 * i + 1] + pixels[4 * i + 2]) / 765;
    return (pixels[4 * i + 3] / 255) * (1 - light);
  });
}
