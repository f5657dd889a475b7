/**
 * @file Finds the lines of a drawing: cracks between pixels of different surfaces, and folds inside one surface where the depth
 * jumps, are joined to chains, run on through junctions, split at real corners and smoothed to strokes.
 */
import type { Vis } from '../camera/raster.js';
import { meshOf } from '../world/mesh.js';
import type { Scene, Surface } from '../world/scene.js';
import type { V2 } from '../world/vector.js';
import { joinThroughJunctions } from './junctions.js';

/** One line to be inked. */
export interface Contour {
  /** Points in picture pixels. */
  pts: V2[];
  /** Distance of the nearer side, metres. */
  depth: number;
  /** Surfaces of the nearer and the farther side, −1 for the sky. */
  label: number;
  other: number;
  /** Whether it bounds a whole thing rather than a face of it. */
  sil: boolean;
  /** Length in pixels. */
  len: number;
  straight: boolean;
}

/** Bits of a lattice point: a crack to the right, a crack downwards. */
const RIGHT = 1;
const DOWN = 2;

/**
 * Traces the contours of a visibility buffer.
 *
 * @param scene - Surfaces decide what is inked.
 * @param vis - What is visible, `ss` times as large as the picture.
 * @param ss - Supersampling of `vis`.
 * @param scale - Picture pixels for one pixel of a 720-line picture, default 1; smoothing is given for 720 lines.
 * @returns The lines, in picture pixels.
 */
export function traceContours(scene: Scene, vis: Vis, ss: number, scale = 1): Contour[] {
  const labels = labelImage(scene, vis);
  const lattice = findCracks(vis, labels, scene.surfaces);
  const chains = joinThroughJunctions(walkChains(lattice), lattice.columns);
  const fine = ss * scale;
  const contours: Contour[] = [];
  for (const chain of chains) {
    if (chain.length < 7 * fine) continue;
    const points = chain.map((q): V2 => [q % lattice.columns, Math.floor(q / lattice.columns)]);
    for (const [from, to] of splitAtCorners(points, 1.1 * fine)) {
      if (to - from + 1 < 5 * fine) continue;
      contours.push(contourOf(points.slice(from, to + 1), vis, labels, scene.surfaces, ss, scale));
    }
  }
  return contours;
}

function labelImage(scene: Scene, { tri }: Vis): Int32Array {
  const { labels } = meshOf(scene);
  const image = new Int32Array(tri.length);
  for (let i = 0; i < tri.length; i++) image[i] = tri[i] < 0 ? -1 : labels[tri[i]];
  return image;
}

/** Corner points between pixels, with the inked cracks that leave them. */
interface Lattice {
  columns: number;
  /** Bits per point; cleared as chains are walked. */
  cracks: Uint8Array;
  /** How many cracks met at each point to begin with. */
  degree: Uint8Array;
  /** Points with at least one crack, in order. */
  points: number[];
}

function findCracks({ W, H, tri, iz }: Vis, labels: Int32Array, surfaces: readonly Surface[]): Lattice {
  const columns = W + 1;
  const cracks = new Uint8Array(columns * (H + 1));
  const degree = new Uint8Array(columns * (H + 1));
  const inked = Uint8Array.from(surfaces, (surface) => ((surface.line ?? 1) > 0 ? 1 : 0));
  const crease = Float64Array.from(surfaces, (surface) => surface.crease ?? 0);
  /** Is there a line between pixels a and b? `beforeA` and `afterB` are the next pixels outward. */
  const divides = (a: number, b: number, beforeA: number, afterB: number): boolean => {
    const la = labels[a];
    const lb = labels[b];
    if (la !== lb) return inked[la < 0 ? lb : lb < 0 ? la : iz[a] > iz[b] ? la : lb] === 1;
    if (la < 0) return false;
    const least = crease[la];
    if (least === 0) return false;
    const za = 1 / iz[a];
    const zb = 1 / iz[b];
    const jump = Math.abs(za - zb);
    if (jump < least) return false;
    // A steep slope is no fold: the jump must stand out against the slopes on both sides.
    const slopeA = labels[beforeA] === la ? Math.abs(za - 1 / iz[beforeA]) : 1e9;
    const slopeB = labels[afterB] === la ? Math.abs(zb - 1 / iz[afterB]) : 1e9;
    return jump > least + 2.2 * Math.min(slopeA, slopeB);
  };
  for (let y = 0; y < H; y++) {
    for (let x = 0; x < W; x++) {
      const b = y * W + x;
      const t = tri[b];
      const q = y * columns + x;
      if (y > 0 && tri[b - W] !== t && divides(b - W, b, y > 1 ? b - 2 * W : b - W, y < H - 1 ? b + W : b)) {
        cracks[q] |= RIGHT;
        degree[q]++;
        degree[q + 1]++;
      }
      if (x > 0 && tri[b - 1] !== t && divides(b - 1, b, x > 1 ? b - 2 : b - 1, x < W - 1 ? b + 1 : b)) {
        cracks[q] |= DOWN;
        degree[q]++;
        degree[q + columns]++;
      }
    }
  }
  const points: number[] = [];
  for (let q = 0; q < degree.length; q++) if (degree[q] > 0) points.push(q);
  return { columns, cracks, degree, points };
}

/** Chains of lattice points from junction to junction or end, then the closed ones. */
function walkChains({ columns, cracks, degree, points }: Lattice): number[][] {
  /** Follows and removes one crack at a point; −1 where none is left. */
  const step = (q: number): number => {
    if (cracks[q] & RIGHT) {
      cracks[q] &= ~RIGHT;
      return q + 1;
    }
    if (cracks[q] & DOWN) {
      cracks[q] &= ~DOWN;
      return q + columns;
    }
    if (q % columns > 0 && cracks[q - 1] & RIGHT) {
      cracks[q - 1] &= ~RIGHT;
      return q - 1;
    }
    if (q >= columns && cracks[q - columns] & DOWN) {
      cracks[q - columns] &= ~DOWN;
      return q - columns;
    }
    return -1;
  };
  const chains: number[][] = [];
  const walk = (from: number): boolean => {
    const chain = [from];
    for (let q = from; ;) {
      const next = step(q);
      if (next < 0) break;
      chain.push(next);
      q = next;
      if (degree[next] !== 2) break;
    }
    if (chain.length > 2) chains.push(chain);
    return chain.length > 1;
  };
  for (const q of points) if (degree[q] !== 2) while (walk(q));
  for (const q of points) if (degree[q] === 2) while (cracks[q] & RIGHT) walk(q);
  return chains;
}

/** Douglas–Peucker, then a cut wherever two long sides meet at a sharp angle. Returns first and last index of each piece. */
function splitAtCorners(p: readonly V2[], tolerance: number): [number, number][] {
  const n = p.length;
  const kept = new Uint8Array(n);
  kept[0] = kept[n - 1] = 1;
  const open: [number, number][] = [];
  if (p[0][0] === p[n - 1][0] && p[0][1] === p[n - 1][1]) {
    const middle = n >> 1;
    kept[middle] = 1;
    open.push([0, middle], [middle, n - 1]);
  } else open.push([0, n - 1]);
  for (let range = open.pop(); range; range = open.pop()) {
    const [a, b] = range;
    const [ax, ay] = p[a];
    const dx = p[b][0] - ax;
    const dy = p[b][1] - ay;
    const l = Math.hypot(dx, dy) || 1;
    let most = 0;
    let at = -1;
    for (let i = a + 1; i < b; i++) {
      const off = Math.abs((p[i][0] - ax) * dy - (p[i][1] - ay) * dx) / l;
      if (off > most) {
        most = off;
        at = i;
      }
    }
    if (most > tolerance) {
      kept[at] = 1;
      open.push([a, at], [at, b]);
    }
  }
  const corners: number[] = [];
  for (let i = 0; i < n; i++) if (kept[i]) corners.push(i);
  const pieces: [number, number][] = [];
  let start = 0;
  for (let i = 1; i + 1 < corners.length; i++) {
    const [a, b, c] = [p[corners[i - 1]], p[corners[i]], p[corners[i + 1]]];
    const ux = b[0] - a[0];
    const uy = b[1] - a[1];
    const vx = c[0] - b[0];
    const vy = c[1] - b[1];
    const lu = Math.hypot(ux, uy);
    const lv = Math.hypot(vx, vy);
    if (lu > tolerance * 7 && lv > tolerance * 7 && (ux * vx + uy * vy) / (lu * lv) < 0.8) {
      pieces.push([start, corners[i]]);
      start = corners[i];
    }
  }
  pieces.push([start, n - 1]);
  return pieces;
}

function contourOf(piece: V2[], vis: Vis, labels: Int32Array, surfaces: readonly Surface[], ss: number, scale: number): Contour {
  const { W, H, iz } = vis;
  // The nearest and the farthest of the four pixels around the middle of the line.
  const [mx, my] = piece[piece.length >> 1];
  let near = -1;
  let far = -1;
  for (let i = 0; i < 4; i++) {
    const x = Math.min(W - 1, Math.max(0, mx - (i & 1)));
    const y = Math.min(H - 1, Math.max(0, my - (i >> 1)));
    const o = y * W + x;
    if (near < 0 || iz[o] > iz[near]) near = o;
    if (far < 0 || iz[o] < iz[far]) far = o;
  }
  const label = labels[near];
  const other = labels[far];
  const depth = 1 / iz[near];
  const apart = label < 0 || other < 0 || surfaces[label].group !== surfaces[other].group || 1 / iz[far] - depth > 0.15;
  const pts = resample(relax(piece, Math.max(2, Math.round(9 * ss * scale))), 5 * ss * scale).map(([x, y]): V2 => [
    x / ss,
    y / ss,
  ]);
  let len = 0;
  for (let i = 1; i < pts.length; i++) len += Math.hypot(pts[i][0] - pts[i - 1][0], pts[i][1] - pts[i - 1][1]);
  const [first, last] = [pts[0], pts[pts.length - 1]];
  const chord = Math.hypot(last[0] - first[0], last[1] - first[1]);
  return { pts, depth, label, other, sil: apart, len, straight: chord > len * 0.995 };
}

/** Binomial smoothing, `passes` times; ends stay, unless the line is closed. */
function relax(p: readonly V2[], passes: number): V2[] {
  const n = p.length;
  const closed = n > 8 && p[0][0] === p[n - 1][0] && p[0][1] === p[n - 1][1];
  let from = new Float64Array(n * 2);
  let to = new Float64Array(n * 2);
  for (let i = 0; i < n; i++) {
    from[i * 2] = p[i][0];
    from[i * 2 + 1] = p[i][1];
  }
  const end = n * 2 - 2;
  for (let pass = 0; pass < passes; pass++) {
    for (let i = 2; i < end; i++) to[i] = (from[i - 2] + 2 * from[i] + from[i + 2]) / 4;
    for (let c = 0; c < 2; c++) {
      to[c] = closed ? (from[end - 2 + c] + 2 * from[c] + from[2 + c]) / 4 : from[c];
      to[end + c] = closed ? to[c] : from[end + c];
    }
    [from, to] = [to, from];
  }
  return Array.from({ length: n }, (_, i): V2 => [from[i * 2], from[i * 2 + 1]]);
}

/** Fewer points, about `step` apart; the ends stay. */
export function resample(p: readonly V2[], step: number): V2[] {
  const kept: V2[] = [p[0]];
  let along = 0;
  for (let i = 1; i < p.length; i++) {
    along += Math.hypot(p[i][0] - p[i - 1][0], p[i][1] - p[i - 1][1]);
    if (along < step) continue;
    kept.push(p[i]);
    along = 0;
  }
  const last = p[p.length - 1];
  if (kept[kept.length - 1] !== last) kept.push(last);
  return kept;
}
