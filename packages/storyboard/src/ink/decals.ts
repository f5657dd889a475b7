/**
 * @file Drawn details: lines and spots that places and figures bring along as curves in space (bricks, grass, folds, eyes,
 * mouths). Each takes its wobble from its own position, so that one of them can be drawn again without moving the others.
 */
import { type Camera, project } from '../camera/camera.js';
import type { Vis } from '../camera/raster.js';
import { hash } from '../world/noise.js';
import type { Decal } from '../world/scene.js';
import { type V2, type V3, clamp, dot, lerp, sub } from '../world/vector.js';
import type { InkContext } from '#canvas';
import { type Dice, stroke } from './stroke.js';

/** The picture that details are drawn into. */
export interface DecalView {
  cam: Camera;
  /** What is visible, `ss` times as large as the picture. */
  vis: Vis;
  ss: number;
  /** Metres at which lines have faded into the air. */
  far: number;
  seed: number;
}

/**
 * Draws ink details: those without a colour of their own.
 *
 * @param pen - Where to draw.
 * @param decals - The details, in drawing order.
 * @param view - The picture.
 */
export function drawInkDecals(pen: InkContext, decals: readonly Decal[], view: DecalView): void {
  const { cam } = view;
  for (const decal of decals) {
    if (decal.color) continue;
    const points = projected(decal, cam);
    if (!points) continue;
    if (decal.fill) fillSpot(pen, decal, points, view);
    else inkLine(pen, decal, points, view);
  }
}

/**
 * Draws details in white or colour that lie over the ink: glints, spray, steam.
 *
 * @param pen - Where to draw.
 * @param decals - The details; those without a colour are skipped.
 * @param view - The picture.
 */
export function drawGouacheDecals(pen: InkContext, decals: readonly Decal[], view: DecalView): void {
  const scale = view.cam.H / 720;
  for (const decal of decals) {
    if (!decal.color) continue;
    const points = projected(decal, view.cam);
    if (!points || !visible(view, points[points.length >> 1], decal.bias ?? 0.05)) continue;
    pen.globalAlpha = decal.alpha ?? 0.9;
    pen.fillStyle = decal.color;
    pen.beginPath();
    if (decal.closed) outline(pen, points);
    else {
      const w = (decal.px ? decal.w : decal.w * clamp(6 / points[0][2], 0.4, 2.5)) * scale;
      stroke(pen, points.map(flat), { w, wobble: 1.2 * scale, scale }, diceFor(decal, view.seed));
    }
    pen.fill();
    pen.globalAlpha = 1;
  }
}

/** The points in the picture, or nothing where one is behind the lens or all are off the same side of the picture. */
function projected(decal: Decal, cam: Camera): V3[] | undefined {
  const points: V3[] = [];
  let sides = 15;
  for (const at of decal.pts) {
    const p = project(cam, at);
    if (p[2] < 0.1) return undefined;
    sides &= (p[0] < 0 ? 1 : 0) | (p[0] > cam.W ? 2 : 0) | (p[1] < 0 ? 4 : 0) | (p[1] > cam.H ? 8 : 0);
    points.push(p);
  }
  return sides === 0 ? points : undefined;
}

/** A filled spot: an iris, the inside of a mouth. Drawn where its middle and most of its edge are seen. */
function fillSpot(pen: InkContext, decal: Decal, points: readonly V3[], view: DecalView): void {
  if (decal.n && dot(decal.n, sub(view.cam.eye, decal.pts[0])) < 0) return;
  const bias = decal.bias ?? 0.03;
  let [x, y, z] = [0, 0, 0];
  for (const p of points) {
    x += p[0] / points.length;
    y += p[1] / points.length;
    z += p[2] / points.length;
  }
  if (!visible(view, [x, y, z], bias)) return;
  const seen = points.filter((p) => visible(view, p, bias));
  if (seen.length < points.length * 0.6) return;
  pen.globalAlpha = decal.alpha ?? 1;
  pen.fillStyle = decal.fill ?? '#000';
  pen.beginPath();
  outline(pen, seen);
  pen.fill();
  pen.globalAlpha = 1;
}

/** A pen line: broken where something stands in front, thinner and paler with distance. */
function inkLine(pen: InkContext, decal: Decal, points: readonly V3[], view: DecalView): void {
  const scale = view.cam.H / 720;
  const bias = decal.bias ?? 0.03;
  const z = points[0][2];
  const fade = clamp(1 - z / view.far, 0.15, 1);
  const w = (decal.px ? decal.w : decal.w * clamp(5 / z, 0.5, 2.4) * (0.6 + 0.4 * fade)) * scale;
  const dice = diceFor(decal, view.seed);
  pen.fillStyle = `rgba(24,21,24,${(decal.alpha ?? 0.9) * (0.35 + 0.65 * fade)})`;
  pen.beginPath();
  let run: V2[] = [];
  const flush = (): void => {
    if (run.length > 1)
      stroke(pen, run, { w, wobble: (decal.jitter ?? 0.7) * scale, taper: 9 * scale, pressure: 0.4, scale }, dice);
    run = [];
  };
  for (const p of densified(points, 9 * scale)) {
    if (visible(view, p, bias)) run.push([p[0], p[1]]);
    else flush();
  }
  flush();
  pen.fill();
}

/** Points in between, at most `step` pixels apart, with depths in perspective. */
function densified(points: readonly V3[], step: number): V3[] {
  const dense: V3[] = [points[0]];
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1], points[i]];
    const parts = Math.min(60, Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / step));
    for (let j = 1; j < parts; j++) {
      const t = j / parts;
      dense.push([lerp(a[0], b[0], t), lerp(a[1], b[1], t), 1 / lerp(1 / a[2], 1 / b[2], t)]);
    }
    dense.push(b);
  }
  return dense;
}

function visible({ vis, ss }: DecalView, p: V3, bias: number): boolean {
  const x = Math.floor(p[0] * ss);
  const y = Math.floor(p[1] * ss);
  if (x < 0 || y < 0 || x >= vis.W || y >= vis.H) return false;
  const near = vis.iz[y * vis.W + x];
  return near === 0 || p[2] < 1 / near + bias + p[2] * 0.004;
}

function outline(pen: InkContext, points: readonly V3[]): void {
  for (const p of points) pen.lineTo(p[0], p[1]);
  pen.closePath();
}

function flat(p: V3): V2 {
  return [p[0], p[1]];
}

/** Dice that depend on the detail's own position and the drawing's seed. */
function diceFor(decal: Decal, seed: number): Dice {
  const [x, y, z] = decal.pts[0];
  const key =
    Math.imul(Math.round(x * 4096) ^ Math.imul(Math.round(y * 4096), 31), 17) ^ Math.imul(Math.round(z * 4096), 101) ^ seed;
  let drawn = 0;
  const next = (): number => hash(key, drawn++);
  return { next, range: (low, high) => low + (high - low) * next() };
}
