/**
 * @file Moving pictures from few drawings. A key drawing with its depth is a textured relief that can be looked at from a camera
 * near by: the triangles that the keys have seen are rasterised anew, and each pixel is looked up in the keys that see its
 * point. What one key does not see, because something stood in front, comes from the other.
 *
 * Pen lines lie half outside the thing they outline. Contours are therefore a layer of their own, and are looked up with the
 * depth of whatever is in front within a line's width, so that an outline moves with its thing and not with the wall behind.
 *
 * After: P. Debevec, Y. Yu, G. Borshukov, "Efficient view-dependent image-based rendering with projective texture-mapping",
 * EGWR 1998.
 */
import { type Mesh, meshOf } from '../world/mesh.js';
import type { Scene } from '../world/scene.js';
import { dot, len, sub } from '../world/vector.js';
import type { Camera } from './camera.js';
import { rasteriseMesh, type Vis } from './raster.js';

/** A drawing that others are made from. */
export interface KeyDrawing {
  camera: Camera;
  /** Red, green, blue and contour ink, of the camera's size. Read anew at each view, so that a face may change in between. */
  layers: Uint8ClampedArray;
  /** Metres along the optical axis for each pixel; more than 10 km is the sky. */
  depth: Float32Array;
  /** The triangles that were seen. */
  seen: { tri: Int32Array };
}

/** Draws the view of a camera as RGBA. `mix` is the share of the second key where both see a point, 0…1. */
export type Reprojection = (view: Camera, mix: number, pixels: Uint8ClampedArray) => void;

/** How far a pen line reaches beyond what it outlines, in pixels of a 720-line picture. */
const LINE = 6;
/** How far off a looked-up point may be, in pixels of a 720-line picture, before another key is preferred. */
const SLACK = 1.5;
/** Weight of a key that is used only where no other sees the point. */
const LAST_RESORT = 1e-7;
const SKY = 1e6;
const NEAR = 0.08;
/** As in `flatten`: what full contour ink leaves of the paper, per step of 1/255. */
const CONTOUR_DARKNESS = 0.91 / 255;

/** One key, prepared. */
interface Relief {
  camera: Camera;
  layers: Uint8ClampedArray;
  /** The same, one number a pixel; the last points that have neighbours to the right and below. */
  words: Int32Array;
  W: number;
  lastX: number;
  lastY: number;
  /** One over the depth. */
  inverse: Float32Array;
  /** One over the depth of what is in front within a line's width, at half size. */
  inverseFront: Float32Array;
}

/** Where a point of the view is found in each key, and how well each key fits: for what lies on surfaces, and for contours. */
interface Aim {
  x: Float64Array;
  y: Float64Array;
  /** Pixels of the key for one of the view. */
  step: Float64Array;
  surface: Float64Array;
  contour: Float64Array;
}

/** Finds a point of the view, at a depth, in the keys. */
type Finder = (aim: Aim, x: number, y: number, z: number) => void;

/**
 * Prepares key drawings for views between them.
 *
 * @param scene - What was drawn.
 * @param keys - One or two drawings of it.
 * @returns What draws a view.
 */
export function reprojectFrom(scene: Scene, keys: readonly [KeyDrawing] | readonly [KeyDrawing, KeyDrawing]): Reprojection {
  const mesh = seenMesh(scene, keys);
  const reliefs = keys.map(reliefOf);
  let target: Vis = { W: 0, H: 0, tri: new Int32Array(0), iz: new Float32Array(0) };
  const here = newAim();
  const line = newAim();
  return (view, mix, pixels) => {
    const { W, H } = view;
    if (target.W !== W || target.H !== H) target = { W, H, tri: new Int32Array(W * H), iz: new Float32Array(W * H) };
    target.iz.fill(0);
    rasteriseMesh(mesh, view, view.focal, target);
    const depth = target.iz;
    for (let o = 0; o < depth.length; o++) depth[o] = depth[o] > 0 ? 1 / depth[o] : SKY;
    closePinholes(depth, W, H);
    const w = (W + 1) >> 1;
    const h = (H + 1) >> 1;
    const front = inFront(halved(depth, W, H), w, h, lineRadius(H));
    const find = finderFor(reliefs, view, mix);
    const words = new Int32Array(pixels.buffer, pixels.byteOffset, W * H);
    // Blocks of two by two pixels share one search where their depth is even.
    for (let by = 0; by < h; by++) {
      const rows = Math.min(2, H - by * 2);
      for (let bx = 0; bx < w; bx++) {
        const columns = Math.min(2, W - bx * 2);
        const x0 = bx * 2;
        const y0 = by * 2;
        const o = y0 * W + x0;
        const z = depth[o];
        const beside = depth[o + columns - 1];
        const below = depth[o + (rows - 1) * W];
        const across = depth[o + (rows - 1) * W + columns - 1];
        const nearest = Math.min(z, beside, below, across);
        const farthest = Math.max(z, beside, below, across);
        const even = farthest < nearest * 1.02;
        const lineDepth = front[by * w + bx];
        // Something in front within a line's width: its contour lies over this block.
        const edge = lineDepth < farthest * 0.97;
        if (edge) find(line, x0 + 1, y0 + 1, lineDepth);
        if (even) find(here, x0 + 1, y0 + 1, z);
        if (even && !edge && isPlain(here)) {
          paintPlain(reliefs, here, words, o, W, columns, rows);
          continue;
        }
        for (let j = 0; j < rows; j++) {
          for (let i = 0; i < columns; i++) {
            const own = depth[o + j * W + i];
            if (!even) find(here, x0 + i + 0.5, y0 + j + 0.5, own);
            const dx = even ? i - 0.5 : 0;
            const dy = even ? j - 0.5 : 0;
            paint(
              reliefs,
              here,
              dx,
              dy,
              edge && lineDepth < own * 0.97 ? line : undefined,
              i - 0.5,
              j - 0.5,
              pixels,
              (o + j * W + i) * 4,
            );
          }
        }
      }
    }
    fillHoles(pixels, depth, W, H);
  };
}

function reliefOf({ camera, layers, depth }: KeyDrawing): Relief {
  const { W, H } = camera;
  const front = inFront(halved(depth, W, H), (W + 1) >> 1, (H + 1) >> 1, lineRadius(H));
  return {
    camera,
    layers,
    words: new Int32Array(layers.buffer, layers.byteOffset, W * H),
    W,
    lastX: W - 1.001,
    lastY: H - 1.001,
    inverse: depth.map((z) => 1 / z),
    inverseFront: front.map((z) => 1 / z),
  };
}

function newAim(): Aim {
  return {
    x: new Float64Array(2),
    y: new Float64Array(2),
    step: new Float64Array(2),
    surface: new Float64Array(2),
    contour: new Float64Array(2),
  };
}

function lineRadius(H: number): number {
  return Math.max(1, Math.round((LINE * H) / 1440));
}

/** The triangles that any key has seen, with only their own vertices: a fraction of a scene's. */
function seenMesh(scene: Scene, keys: readonly KeyDrawing[]): Pick<Mesh, 'positions' | 'indices'> {
  const { positions, indices } = meshOf(scene);
  const seen = new Uint8Array(indices.length / 3);
  for (const { seen: vis } of keys) for (const t of vis.tri) if (t >= 0) seen[t] = 1;
  const number = new Int32Array(positions.length / 3).fill(-1);
  const kept: number[] = [];
  const corners: number[] = [];
  for (let t = 0; t < seen.length; t++) {
    if (!seen[t]) continue;
    for (let i = t * 3; i < t * 3 + 3; i++) {
      const v = indices[i];
      if (number[v] < 0) {
        number[v] = kept.length / 3;
        kept.push(positions[v * 3], positions[v * 3 + 1], positions[v * 3 + 2]);
      }
      corners.push(number[v]);
    }
  }
  return { positions: Float32Array.from(kept), indices: Uint32Array.from(corners) };
}

/** Single pixels that look through a surface, because their triangle was too small for the keys, are closed. */
function closePinholes(depth: Float32Array, W: number, H: number): void {
  for (let y = 1; y + 1 < H; y++) {
    for (let o = y * W + 1, end = y * W + W - 1; o < end; o++) {
      const z = depth[o] * 0.97;
      const left = depth[o - 1];
      const right = depth[o + 1];
      const up = depth[o - W];
      const down = depth[o + W];
      if ((left < z && right < z && (up < z || down < z)) || (up < z && down < z && (left < z || right < z))) {
        depth[o] = Math.max(left < z ? left : 0, right < z ? right : 0, up < z ? up : 0, down < z ? down : 0);
      }
    }
  }
}

/** The least of each two by two pixels. */
function halved(depth: Float32Array, W: number, H: number): Float32Array {
  const w = (W + 1) >> 1;
  const h = (H + 1) >> 1;
  const small = new Float32Array(w * h);
  for (let y = 0; y < h; y++) {
    const row = y * 2 * W;
    const next = y * 2 + 1 < H ? row + W : row;
    for (let x = 0; x < w; x++) {
      const a = x * 2;
      const b = a + 1 < W ? a + 1 : a;
      small[y * w + x] = Math.min(depth[row + a], depth[row + b], depth[next + a], depth[next + b]);
    }
  }
  return small;
}

/** The least depth within a radius, along rows and then along columns. */
function inFront(depth: Float32Array, w: number, h: number, radius: number): Float32Array {
  let from = depth;
  for (let pass = 0; pass < radius; pass++) {
    const to = new Float32Array(w * h);
    for (let y = 0; y < h; y++) {
      const up = y > 0 ? -w : 0;
      const down = y + 1 < h ? w : 0;
      for (let o = y * w, end = o + w; o < end; o++) {
        let least = from[o];
        const a = from[o + up];
        const b = from[o + down];
        if (a < least) least = a;
        if (b < least) least = b;
        if (o + 1 < end && from[o + 1] < least) least = from[o + 1];
        if (o > y * w && from[o - 1] < least) least = from[o - 1];
        to[o] = least;
      }
    }
    from = to;
  }
  return from;
}

/** A search through the keys for one view. */
function finderFor(reliefs: readonly Relief[], view: Camera, mix: number): Finder {
  const { W, H, focal } = view;
  const wishes = reliefs.length === 1 ? [1] : [1 - mix + 1e-4, mix + 1e-4];
  const [first, second] = reliefs.map((relief, k) => finderIn(relief, view, k, wishes[k]));
  return (aim, px, py, z) => {
    const u = (px - W / 2) / focal;
    const v = (H / 2 - py) / focal;
    const { surface, contour } = aim;
    if (!second) {
      first(aim, u, v, z);
      return;
    }
    // A key that hardly counts costs as much as one that does: near an end of the path the other key is only asked in need.
    if (mix < 0.005) {
      first(aim, u, v, z);
      if (surface[0] > 0.5 && contour[0] > 0.5) {
        surface[1] = contour[1] = 0;
        return;
      }
      second(aim, u, v, z);
    } else {
      second(aim, u, v, z);
      if (mix > 0.995 && surface[1] > 0.5 && contour[1] > 0.5) {
        surface[0] = contour[0] = 0;
        return;
      }
      first(aim, u, v, z);
    }
    if (surface[0] < surface[1] * 0.01) surface[0] = 0;
    else if (surface[1] < surface[0] * 0.01) surface[1] = 0;
    if (contour[0] < contour[1] * 0.01) contour[0] = 0;
    else if (contour[1] < contour[0] * 0.01) contour[1] = 0;
  };
}

/**
 * The search in one key. A key fits a point if the depth that it has there puts the point back to where it was looked for; the
 * error is measured in pixels of the view, so that far things, whose parallax nobody sees, always fit.
 */
function finderIn({ camera, inverse, inverseFront }: Relief, view: Camera, k: number, wish: number): Finder {
  const [a, b, c, d, e, f, g, h, i, tx, ty, tz] = changeOf(view, camera);
  const { W, H, focal } = camera;
  const halfWidth = (W + 1) >> 1;
  const baseline = len(sub(view.eye, camera.eye)) * view.focal;
  const perFocal = 1 / view.focal;
  const slack = (SLACK * view.H) / 720;
  return ({ x: toX, y: toY, step, surface, contour }, u, v, z) => {
    const Z = tz + z * (g * u + h * v + i);
    surface[k] = 0;
    contour[k] = 0;
    if (Z < NEAR) return;
    const near = 1 / Z;
    const scale = focal * near;
    const x = W / 2 + (tx + z * (a * u + b * v + c)) * scale - 0.5;
    const y = H / 2 - (ty + z * (d * u + e * v + f)) * scale - 0.5;
    if (x < -1.5 || y < -1.5 || x > W + 0.5 || y > H + 0.5) return;
    toX[k] = x;
    toY[k] = y;
    step[k] = z * scale * perFocal;
    const X = x < 0 ? 0 : x > W - 1 ? W - 1 : (x + 0.5) | 0;
    const Y = y < 0 ? 0 : y > H - 1 ? H - 1 : (y + 0.5) | 0;
    const off = Math.abs(near - inverse[Y * W + X]) * baseline;
    const lineOff = Math.abs(near - inverseFront[(Y >> 1) * halfWidth + (X >> 1)]) * baseline;
    // Beside an edge the key's colours are those of both sides: another key is better there.
    const clean = lineOff < 4 * slack ? 1 : LAST_RESORT;
    surface[k] =
      wish * clean * (off < slack ? 1 : off < 2 * slack ? 2 - off / slack + LAST_RESORT : off < 6 * slack ? LAST_RESORT : 0);
    contour[k] = lineOff < 2 * slack ? wish : lineOff < 4 * slack ? wish * (2 - lineOff / (2 * slack)) : 0;
  };
}

/** Whether both layers of a point come from the same keys, so that four bytes can be read as one number. */
function isPlain({ surface, contour }: Aim): boolean {
  return surface[0] > 0 === contour[0] > 0 && surface[1] > 0 === contour[1] > 0 && surface[0] + surface[1] > 0;
}

/**
 * Mixes a block of which both layers come from the same keys. Two bytes at a time are weighed in one multiplication, with
 * weights that add up to 256; everything stays a 32-bit integer.
 */
function paintPlain(
  reliefs: readonly Relief[],
  aim: Aim,
  words: Int32Array,
  o: number,
  W: number,
  columns: number,
  rows: number,
): void {
  const { surface } = aim;
  const both = surface[0] > 0 && surface[1] > 0;
  const part = both ? ((surface[1] / (surface[0] + surface[1])) * 256 + 0.5) | 0 : 0;
  const k = surface[0] > 0 ? 0 : 1;
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      sampleInto(first, reliefs[k], aim.x[k] + (i - 0.5) * aim.step[k], aim.y[k] + (j - 0.5) * aim.step[k]);
      let redBlue = first[0];
      let greenInk = first[1];
      if (both) {
        sampleInto(second, reliefs[1], aim.x[1] + (i - 0.5) * aim.step[1], aim.y[1] + (j - 0.5) * aim.step[1]);
        redBlue = ((Math.imul(redBlue, 256 - part) + Math.imul(second[0], part)) >>> 8) & 0xff00ff;
        greenInk = ((Math.imul(greenInk, 256 - part) + Math.imul(second[1], part)) >>> 8) & 0xff00ff;
      }
      const keep = INK_LEAVES[greenInk >>> 16];
      const red = ((redBlue & 255) * keep) >>> 8;
      const green = ((greenInk & 255) * keep) >>> 8;
      const blue = ((redBlue >>> 16) * keep) >>> 8;
      words[o + j * W + i] = 0xff000000 | (blue << 16) | (green << 8) | red;
    }
  }
}

/** What contour ink leaves of the paper, in 256ths. */
const INK_LEAVES = Int32Array.from({ length: 256 }, (_, ink) => Math.round(256 * (1 - ink * CONTOUR_DARKNESS)));
const first = new Int32Array(2);
const second = new Int32Array(2);

/** Red and blue, green and contour ink at a point between pixels, as two numbers of two bytes each. */
function sampleInto(out: Int32Array, { words, W, lastX, lastY }: Relief, atX: number, atY: number): void {
  const x = atX < 0 ? 0 : atX > lastX ? lastX : atX;
  const y = atY < 0 ? 0 : atY > lastY ? lastY : atY;
  const X = x | 0;
  const Y = y | 0;
  const fx = ((x - X) * 16 + 0.5) | 0;
  const fy = ((y - Y) * 16 + 0.5) | 0;
  const w11 = Math.imul(fx, fy);
  const w01 = (fx << 4) - w11;
  const w10 = (fy << 4) - w11;
  const w00 = 256 - w01 - w10 - w11;
  const p = Math.imul(Y, W) + X;
  const p00 = words[p];
  const p01 = words[p + 1];
  const p10 = words[p + W];
  const p11 = words[p + W + 1];
  const redBlue = (Math.imul(p00 & 0xff00ff, w00) + Math.imul(p01 & 0xff00ff, w01)) | 0;
  const greenInk = (Math.imul((p00 >>> 8) & 0xff00ff, w00) + Math.imul((p01 >>> 8) & 0xff00ff, w01)) | 0;
  out[0] = ((redBlue + ((Math.imul(p10 & 0xff00ff, w10) + Math.imul(p11 & 0xff00ff, w11)) | 0)) >>> 8) & 0xff00ff;
  out[1] =
    ((greenInk + ((Math.imul((p10 >>> 8) & 0xff00ff, w10) + Math.imul((p11 >>> 8) & 0xff00ff, w11)) | 0)) >>> 8) & 0xff00ff;
}

/** Mixes one pixel from the keys; alpha 0 is left where no key sees the point. */
function paint(
  reliefs: readonly Relief[],
  here: Aim,
  dx: number,
  dy: number,
  line: Aim | undefined,
  lineX: number,
  lineY: number,
  pixels: Uint8ClampedArray,
  o: number,
): void {
  const ink = line ?? here;
  let total = 0;
  let inkTotal = 0;
  let red = 0;
  let green = 0;
  let blue = 0;
  let contour = 0;
  for (let k = 0; k < reliefs.length; k++) {
    const { camera, layers } = reliefs[k];
    const part = here.surface[k];
    const inkPart = ink.contour[k];
    if (part > 0) {
      let x = here.x[k] + dx * here.step[k];
      let y = here.y[k] + dy * here.step[k];
      if (x < 0) x = 0;
      else if (x > camera.W - 1.001) x = camera.W - 1.001;
      if (y < 0) y = 0;
      else if (y > camera.H - 1.001) y = camera.H - 1.001;
      const X = x | 0;
      const Y = y | 0;
      const p = (Y * camera.W + X) * 4;
      const q = p + camera.W * 4;
      const fx = x - X;
      const fy = y - Y;
      const w11 = fx * fy;
      const w01 = fx - w11;
      const w10 = fy - w11;
      const w00 = 1 - fx - w10;
      red += (layers[p] * w00 + layers[p + 4] * w01 + layers[q] * w10 + layers[q + 4] * w11) * part;
      green += (layers[p + 1] * w00 + layers[p + 5] * w01 + layers[q + 1] * w10 + layers[q + 5] * w11) * part;
      blue += (layers[p + 2] * w00 + layers[p + 6] * w01 + layers[q + 2] * w10 + layers[q + 6] * w11) * part;
      total += part;
      if (!line && inkPart > 0) {
        contour += (layers[p + 3] * w00 + layers[p + 7] * w01 + layers[q + 3] * w10 + layers[q + 7] * w11) * inkPart;
        inkTotal += inkPart;
      }
    }
    if (line && inkPart > 0) {
      let x = line.x[k] + lineX * line.step[k];
      let y = line.y[k] + lineY * line.step[k];
      if (x < 0) x = 0;
      else if (x > camera.W - 1.001) x = camera.W - 1.001;
      if (y < 0) y = 0;
      else if (y > camera.H - 1.001) y = camera.H - 1.001;
      const X = x | 0;
      const Y = y | 0;
      const p = (Y * camera.W + X) * 4 + 3;
      const q = p + camera.W * 4;
      const fx = x - X;
      const fy = y - Y;
      contour +=
        (layers[p] * (1 - fx) * (1 - fy) + layers[p + 4] * fx * (1 - fy) + layers[q] * (1 - fx) * fy + layers[q + 4] * fx * fy) *
        inkPart;
      inkTotal += inkPart;
    }
  }
  const keep = (inkTotal > 0 ? 1 - (contour / inkTotal) * CONTOUR_DARKNESS : 1) / (total || 1);
  pixels[o] = red * keep;
  pixels[o + 1] = green * keep;
  pixels[o + 2] = blue * keep;
  pixels[o + 3] = total > 0 ? 255 : 0;
}

/** What no key has seen is washed over from both ends of its row, more from the side that is as far away, and from above. */
function fillHoles(pixels: Uint8ClampedArray, depth: Float32Array, W: number, H: number): void {
  for (let y = 0; y < H; y++) {
    const row = y * W;
    for (let x = 0; x < W; x++) {
      if (pixels[(row + x) * 4 + 3] !== 0) continue;
      let end = x;
      while (end < W && pixels[(row + end) * 4 + 3] === 0) end++;
      for (let i = x; i < end; i++) {
        const z = 1 / depth[row + i];
        let weight = 0;
        const sums = [0, 0, 0];
        const add = (from: number, distance: number): void => {
          const share = 1 / (distance * (0.02 + Math.abs(1 / depth[from] - z) / z));
          weight += share;
          for (let c = 0; c < 3; c++) sums[c] += pixels[from * 4 + c] * share;
        };
        if (x > 0) add(row + x - 1, i - x + 1);
        if (end < W) add(row + end, end - i);
        if (y > 0) add(row + i - W, 1.5);
        for (let c = 0; c < 3; c++) pixels[(row + i) * 4 + c] = weight > 0 ? sums[c] / weight : 128;
      }
      for (let i = x; i < end; i++) pixels[(row + i) * 4 + 3] = 255;
      x = end;
    }
  }
}

/** From coordinates of one camera (right, up, forward) to those of another: nine numbers of a rotation, three of a shift. */
function changeOf(from: Camera, to: Camera): Float64Array {
  const rows = [to.r, to.u, to.f];
  const columns = [from.r, from.u, from.f];
  const offset = sub(from.eye, to.eye);
  const m = new Float64Array(12);
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) m[i * 3 + j] = dot(rows[i], columns[j]);
    m[9 + i] = dot(rows[i], offset);
  }
  return m;
}
