/**
 * @file Moving pictures from few drawings: a key drawing with its depth is a textured relief, which can be looked at from a
 * camera near by. The depth of the new view is found by carrying the keys' points over; each of its pixels is then looked up
 * in the keys that see it. What one key does not see, because something stood in front, comes from the other.
 *
 * Pen lines lie half outside the thing they outline. Depth is therefore widened by a line's width around whatever is in front,
 * so that an outline moves with its thing and not with the wall behind it.
 *
 * After: W. R. Mark, L. McMillan, G. Bishop, "Post-rendering 3D warping", I3D 1997.
 */
import { type V3, dot, len, sub } from '../world/vector.js';
import type { Camera } from './camera.js';

/** A drawing that others are made from. */
export interface KeyDrawing {
  camera: Camera;
  /** RGBA, of the camera's size. Read anew at each view, so that a face may change in between. */
  pixels: Uint8ClampedArray;
  /** Metres along the optical axis for each pixel; more than 10 km is the sky. */
  depth: Float32Array;
}

/** Draws the view of a camera. `mix` is the share of the second key where both see a point, 0…1. */
export type Reprojection = (view: Camera, mix: number, pixels: Uint8ClampedArray) => void;

/** One key, prepared. */
interface Relief {
  key: KeyDrawing;
  /** Depth, widened by a line's width around what is in front. */
  depth: Float32Array;
}

/** A rigid change from one camera's coordinates (right, up, forward) to another's. */
interface Change {
  /** Rows of the rotation, nine numbers, then the translation. */
  m: Float64Array;
}

/** Half the width of the boldest pen line and a little paper, in pixels of a 720-line picture. */
const LINE = 3;
/** How far off a looked-up point may be, in pixels of a 720-line picture, before another key is preferred. */
const SLACK = 1.5;

/**
 * Prepares key drawings for views between them.
 *
 * @param keys - One or two drawings of the same scene.
 * @returns What draws a view; the cameras may have other sizes than the keys, but the same proportions of pixels to world.
 */
export function reprojectFrom(keys: readonly [KeyDrawing] | readonly [KeyDrawing, KeyDrawing]): Reprojection {
  const reliefs: Relief[] = keys.map((key) => {
    const { W, H } = key.camera;
    return { key, depth: nearest(key.depth, W, H, Math.max(1, Math.round((LINE * H) / 720))) };
  });
  let buffer = new Float32Array(0);
  return (view, mix, pixels) => {
    const w = (view.W + 1) >> 1;
    const h = (view.H + 1) >> 1;
    if (buffer.length !== w * h) buffer = new Float32Array(w * h);
    buffer.fill(Infinity);
    for (const relief of reliefs) carryOver(relief, view, buffer, w, h);
    fillHoles(buffer, w, h);
    lookUp(reliefs, mix, view, buffer, w, h, pixels);
  };
}

/** The least value in a square around each pixel: rows, then columns. */
function nearest(depth: Float32Array, W: number, H: number, radius: number): Float32Array {
  let from = depth;
  let to = new Float32Array(W * H);
  // Steps of one pixel, alternating directions, keep the memory in order; a square of radius r needs r of each.
  for (let pass = 0; pass < radius; pass++) {
    const across = new Float32Array(W * H);
    for (let y = 0; y < H; y++) {
      const row = y * W;
      for (let x = 0; x < W; x++) {
        let least = from[row + x];
        if (x > 0 && from[row + x - 1] < least) least = from[row + x - 1];
        if (x + 1 < W && from[row + x + 1] < least) least = from[row + x + 1];
        across[row + x] = least;
      }
    }
    to = new Float32Array(W * H);
    for (let y = 0; y < H; y++) {
      const row = y * W;
      for (let x = 0; x < W; x++) {
        let least = across[row + x];
        if (y > 0 && across[row - W + x] < least) least = across[row - W + x];
        if (y + 1 < H && across[row + W + x] < least) least = across[row + W + x];
        to[row + x] = least;
      }
    }
    from = to;
  }
  return from;
}

/** Puts every second point of a key into the view's depth buffer of half size, as squares of two by two. */
function carryOver({ key, depth }: Relief, view: Camera, buffer: Float32Array, w: number, h: number): void {
  const { W, H, focal } = key.camera;
  const [a, b, c, d, e, f, g, i, j, tx, ty, tz] = changeOf(key.camera, view).m;
  const half = view.focal / 2;
  const centreX = view.W / 4 - 0.5;
  const centreY = view.H / 4 - 0.5;
  for (let y = 0; y < H; y += 2) {
    const v = (H / 2 - y - 0.5) / focal;
    for (let x = 0; x < W; x += 2) {
      const u = (x + 0.5 - W / 2) / focal;
      const z = depth[y * W + x];
      const Z = tz + z * (g * u + i * v + j);
      if (Z < 0.05) continue;
      const X = Math.floor(centreX + ((tx + z * (a * u + b * v + c)) / Z) * half);
      const Y = Math.floor(centreY - ((ty + z * (d * u + e * v + f)) / Z) * half);
      if (X < -1 || Y < -1 || X >= w || Y >= h) continue;
      const o = Y * w + X;
      if (Y >= 0) {
        if (X >= 0 && Z < buffer[o]) buffer[o] = Z;
        if (X + 1 < w && Z < buffer[o + 1]) buffer[o + 1] = Z;
      }
      if (Y + 1 < h) {
        if (X >= 0 && Z < buffer[o + w]) buffer[o + w] = Z;
        if (X + 1 < w && Z < buffer[o + w + 1]) buffer[o + w + 1] = Z;
      }
    }
  }
}

/** What no key has seen is taken to be as far as the farther of its neighbours in the row. */
function fillHoles(buffer: Float32Array, w: number, h: number): void {
  for (let y = 0; y < h; y++) {
    const row = y * w;
    for (let x = 0; x < w; x++) {
      if (buffer[row + x] !== Infinity) continue;
      let end = x;
      while (end < w && buffer[row + end] === Infinity) end++;
      const left = x > 0 ? buffer[row + x - 1] : 0;
      const right = end < w ? buffer[row + end] : 0;
      const depth = Math.max(left, right);
      buffer.fill(depth > 0 ? depth : 1e6, row + x, row + end);
      x = end;
    }
  }
}

/** Colours each pixel of the view from the keys. Works in blocks of two by two, which share a depth. */
function lookUp(
  reliefs: readonly Relief[],
  mix: number,
  view: Camera,
  buffer: Float32Array,
  w: number,
  h: number,
  pixels: Uint8ClampedArray,
): void {
  const { W, H, focal } = view;
  const count = reliefs.length;
  const changes = reliefs.map(({ key }) => changeOf(view, key.camera).m);
  const baselines = reliefs.map(({ key }) => len(sub(view.eye, key.camera.eye)) * focal);
  const slack = (SLACK * H) / 720;
  const share = new Float64Array(2);
  const atX = new Float64Array(2);
  const atY = new Float64Array(2);
  const step = new Float64Array(2);
  for (let by = 0; by < h; by++) {
    const v = (H / 2 - by * 2 - 1) / focal;
    for (let bx = 0; bx < w; bx++) {
      const u = (bx * 2 + 1 - W / 2) / focal;
      const z = buffer[by * w + bx];
      let total = 0;
      let best = 0;
      let least = Infinity;
      for (let k = 0; k < count; k++) {
        const wish = count === 1 ? 1 : k === 0 ? 1 - mix : mix;
        const { camera } = reliefs[k].key;
        const m = changes[k];
        const Z = m[11] + z * (m[6] * u + m[7] * v + m[8]);
        share[k] = 0;
        if (Z < 0.05) continue;
        const scale = camera.focal / Z;
        const x = camera.W / 2 + (m[9] + z * (m[0] * u + m[1] * v + m[2])) * scale - 0.5;
        const y = camera.H / 2 - (m[10] + z * (m[3] * u + m[4] * v + m[5])) * scale - 0.5;
        atX[k] = x;
        atY[k] = y;
        // One pixel of the view is so many of the key.
        step[k] = (z * scale) / focal;
        const X = x < 0 ? 0 : x > camera.W - 1 ? camera.W - 1 : Math.round(x);
        const Y = y < 0 ? 0 : y > camera.H - 1 ? camera.H - 1 : Math.round(y);
        const outside = Math.abs(X - x) + Math.abs(Y - y);
        const there = reliefs[k].depth[Y * camera.W + X];
        const apart = 1 / Z - 1 / there;
        // How far off the key's point would land in the view; worse where something stands in front than where nothing does.
        const off = Math.abs(apart) * baselines[k] * (apart < 0 ? 2 : 1) + (outside > 1 ? outside * 0.5 + 2 * slack : 0);
        if (off < least) {
          least = off;
          best = k;
        }
        const fits = off < slack ? 1 : off < 2 * slack ? 2 - off / slack : 0;
        // Even the key that is not wished for is better than one that does not fit.
        share[k] = fits * (wish + 1e-4);
        total += share[k];
      }
      if (total < 1e-6) {
        share[best] = 1;
        share[1 - best] = 0;
        total = 1;
      }
      const x1 = bx * 2 + 1 < W ? 2 : 1;
      const y1 = by * 2 + 1 < H ? 2 : 1;
      for (let j = 0; j < y1; j++) {
        for (let i = 0; i < x1; i++) {
          let red = 0;
          let green = 0;
          let blue = 0;
          for (let k = 0; k < count; k++) {
            const part = share[k] / total;
            if (part < 0.004) continue;
            const { camera, pixels: from } = reliefs[k].key;
            let x = atX[k] + (i - 0.5) * step[k];
            let y = atY[k] + (j - 0.5) * step[k];
            if (x < 0) x = 0;
            else if (x > camera.W - 1.001) x = camera.W - 1.001;
            if (y < 0) y = 0;
            else if (y > camera.H - 1.001) y = camera.H - 1.001;
            const X = x | 0;
            const Y = y | 0;
            const fx = x - X;
            const fy = y - Y;
            const p = (Y * camera.W + X) * 4;
            const q = p + camera.W * 4;
            const w11 = fx * fy * part;
            const w01 = fx * part - w11;
            const w10 = fy * part - w11;
            const w00 = part - w01 - w10 - w11;
            red += from[p] * w00 + from[p + 4] * w01 + from[q] * w10 + from[q + 4] * w11;
            green += from[p + 1] * w00 + from[p + 5] * w01 + from[q + 1] * w10 + from[q + 5] * w11;
            blue += from[p + 2] * w00 + from[p + 6] * w01 + from[q + 2] * w10 + from[q + 6] * w11;
          }
          const o = ((by * 2 + j) * W + bx * 2 + i) * 4;
          pixels[o] = red;
          pixels[o + 1] = green;
          pixels[o + 2] = blue;
          pixels[o + 3] = 255;
        }
      }
    }
  }
}

/** From coordinates of one camera to those of another. */
function changeOf(from: Camera, to: Camera): Change {
  const rows: V3[] = [to.r, to.u, to.f];
  const columns: V3[] = [from.r, from.u, from.f];
  const offset = sub(from.eye, to.eye);
  const m = new Float64Array(12);
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) m[i * 3 + j] = dot(rows[i], columns[j]);
    m[9 + i] = dot(rows[i], offset);
  }
  return { m };
}
