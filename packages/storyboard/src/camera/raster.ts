/**
 * @file Software rasteriser: a visibility buffer (which triangle is nearest at each pixel, and how far) which everything else
 * reads. It draws no colours; tone, line and shadow all start from the same buffer.
 */
import { type Mesh, meshOf } from '../world/mesh.js';
import type { Scene } from '../world/scene.js';
import type { Camera } from './camera.js';

export { camera, type Camera } from './camera.js';

/** What is seen at each pixel, rows from the top. */
export interface Vis {
  W: number;
  H: number;
  /** Index of the nearest triangle; −1 is the sky. */
  tri: Int32Array;
  /** One over the depth in metres; 0 is the sky. Linear over a triangle in the picture. */
  iz: Float32Array;
}

/** Nothing nearer than this is drawn, metres. */
const NEAR = 0.08;

/**
 * Finds the nearest triangle at every pixel centre.
 *
 * @param scene - What to look at.
 * @param cam - The camera.
 * @param ss - Supersampling: the buffer is this much larger than the camera's picture. Inked contours are traced at 1.5.
 * @returns The visibility buffer.
 */
export function rasterise(scene: Scene, cam: Camera, ss: number): Vis {
  const W = Math.round(cam.W * ss);
  const H = Math.round(cam.H * ss);
  const buffer: Vis = { W, H, tri: new Int32Array(W * H).fill(-1), iz: new Float32Array(W * H) };
  rasteriseMesh(meshOf(scene), cam, cam.focal * ss, buffer);
  return buffer;
}

/**
 * Rasterises triangles into a buffer that may already hold others.
 *
 * @param mesh - Vertices and triangles.
 * @param cam - Position and direction of the camera.
 * @param focal - Distance of the picture plane in pixels of the buffer.
 * @param buffer - Written where a triangle is nearer than what is there.
 */
export function rasteriseMesh(
  { positions, indices }: Pick<Mesh, 'positions' | 'indices'>,
  cam: Camera,
  focal: number,
  buffer: Vis,
): void {
  const { W, H } = buffer;
  const count = positions.length / 3;
  const X = new Float32Array(count);
  const Y = new Float32Array(count);
  const Z = new Float32Array(count);
  const [ex, ey, ez] = cam.eye;
  const [rx, ry, rz] = cam.r;
  const [ux, uy, uz] = cam.u;
  const [fx, fy, fz] = cam.f;
  // X and Y are picture points where the vertex is in front of the lens, else camera coordinates for the clipper.
  for (let i = 0, o = 0; i < count; i++, o += 3) {
    const dx = positions[o] - ex;
    const dy = positions[o + 1] - ey;
    const dz = positions[o + 2] - ez;
    const x = dx * rx + dy * ry + dz * rz;
    const y = dx * ux + dy * uy + dz * uz;
    const z = dx * fx + dy * fy + dz * fz;
    Z[i] = z;
    const k = z < NEAR ? 1 : focal / z;
    X[i] = z < NEAR ? x : W / 2 + x * k;
    Y[i] = z < NEAR ? y : H / 2 - y * k;
  }
  const clipped = new Float64Array(12);
  for (let t = 0, o = 0; o < indices.length; t++, o += 3) {
    const a = indices[o];
    const b = indices[o + 1];
    const c = indices[o + 2];
    const za = Z[a];
    const zb = Z[b];
    const zc = Z[c];
    const behind = (za < NEAR ? 1 : 0) + (zb < NEAR ? 1 : 0) + (zc < NEAR ? 1 : 0);
    if (behind === 0) {
      fillTriangle(buffer, t, X[a], Y[a], 1 / za, X[b], Y[b], 1 / zb, X[c], Y[c], 1 / zc);
    } else if (behind < 3) {
      const corners = clipNear([a, b, c], X, Y, Z, W, H, focal, clipped);
      for (let i = 1; i + 1 < corners; i++) {
        const p = i * 3;
        fillTriangle(
          buffer,
          t,
          clipped[0],
          clipped[1],
          clipped[2],
          clipped[p],
          clipped[p + 1],
          clipped[p + 2],
          clipped[p + 3],
          clipped[p + 4],
          clipped[p + 5],
        );
      }
    }
  }
}

/** Cuts a triangle at the near plane; writes the corners left (picture x, y, one over depth) and returns how many there are. */
function clipNear(
  corners: readonly number[],
  X: Float32Array,
  Y: Float32Array,
  Z: Float32Array,
  W: number,
  H: number,
  focal: number,
  out: Float64Array,
): number {
  let n = 0;
  const put = (x: number, y: number, z: number): void => {
    out[n++] = W / 2 + (x / z) * focal;
    out[n++] = H / 2 - (y / z) * focal;
    out[n++] = 1 / z;
  };
  const cameraX = (i: number): number => (Z[i] < NEAR ? X[i] : ((X[i] - W / 2) * Z[i]) / focal);
  const cameraY = (i: number): number => (Z[i] < NEAR ? Y[i] : ((H / 2 - Y[i]) * Z[i]) / focal);
  for (let i = 0; i < 3; i++) {
    const p = corners[i];
    const q = corners[(i + 1) % 3];
    if (Z[p] >= NEAR) put(cameraX(p), cameraY(p), Z[p]);
    if (Z[p] < NEAR !== Z[q] < NEAR) {
      const k = (NEAR - Z[p]) / (Z[q] - Z[p]);
      put(cameraX(p) + (cameraX(q) - cameraX(p)) * k, cameraY(p) + (cameraY(q) - cameraY(p)) * k, NEAR);
    }
  }
  return n / 3;
}

/**
 * Writes a triangle where it is nearer than what is there. Corners are picture x, y and a depth key that grows towards the
 * viewer and is linear in the picture. A pixel belongs to the triangle if its centre is inside; the span of each row is
 * solved from the three barycentric weights instead of testing pixel by pixel.
 */
export function fillTriangle(
  { W, H, tri, iz }: Vis,
  t: number,
  ax: number,
  ay: number,
  az: number,
  bx: number,
  by: number,
  bz: number,
  cx: number,
  cy: number,
  cz: number,
): void {
  const left = ax < bx ? (ax < cx ? ax : cx) : bx < cx ? bx : cx;
  const right = ax > bx ? (ax > cx ? ax : cx) : bx > cx ? bx : cx;
  const top = ay < by ? (ay < cy ? ay : cy) : by < cy ? by : cy;
  const bottom = ay > by ? (ay > cy ? ay : cy) : by > cy ? by : cy;
  const x0 = left < 0.5 ? 0 : Math.ceil(left - 0.5);
  const y0 = top < 0.5 ? 0 : Math.ceil(top - 0.5);
  const x1 = right > W - 0.5 ? W - 1 : Math.floor(right - 0.5);
  const y1 = bottom > H - 0.5 ? H - 1 : Math.floor(bottom - 0.5);
  if (x0 > x1 || y0 > y1) return;
  const area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  if (area < 1e-9 && area > -1e-9) return;
  const s = 1 / area;
  // Barycentric weights of b and c grow linearly with x and y; that of a is what is left of 1.
  const bX = (cy - ay) * s;
  const bY = -(cx - ax) * s;
  const cX = -(by - ay) * s;
  const cY = (bx - ax) * s;
  const aX = -bX - cX;
  const zb = bz - az;
  const zc = cz - az;
  const zX = bX * zb + cX * zc;
  const px = 0.5 - ax;
  for (let y = y0; y <= y1; y++) {
    const py = y + 0.5 - ay;
    const wb = bX * px + bY * py;
    const wc = cX * px + cY * py;
    const wa = 1 - wb - wc;
    let lo = x0;
    let hi = x1;
    if (bX > 1e-12) {
      const v = Math.ceil(-wb / bX - 1e-6);
      if (v > lo) lo = v;
    } else if (bX < -1e-12) {
      const v = Math.floor(-wb / bX + 1e-6);
      if (v < hi) hi = v;
    } else if (wb < -1e-7) continue;
    if (cX > 1e-12) {
      const v = Math.ceil(-wc / cX - 1e-6);
      if (v > lo) lo = v;
    } else if (cX < -1e-12) {
      const v = Math.floor(-wc / cX + 1e-6);
      if (v < hi) hi = v;
    } else if (wc < -1e-7) continue;
    if (aX > 1e-12) {
      const v = Math.ceil(-wa / aX - 1e-6);
      if (v > lo) lo = v;
    } else if (aX < -1e-12) {
      const v = Math.floor(-wa / aX + 1e-6);
      if (v < hi) hi = v;
    } else if (wa < -1e-7) continue;
    let z = az + (wb + bX * lo) * zb + (wc + cX * lo) * zc;
    for (let o = y * W + lo, end = y * W + hi; o <= end; o++, z += zX) {
      if (z > iz[o]) {
        iz[o] = z;
        tri[o] = t;
      }
    }
  }
}
