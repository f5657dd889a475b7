/**
 * @file Soft bodies for figures: round cones and ellipsoids melted into one another, turned into triangles by surface nets.
 * Like `world/clay` it is a signed distance, but blocks of space ask only the parts that can touch them, which makes a whole
 * dressed person affordable several times a second.
 */
import { type Basis, type V3, dot, sub } from '../world/vector.js';

/** Triangles with smooth normals; positions in metres, three numbers a vertex. */
export interface Mesh {
  pos: number[];
  nrm: number[];
  idx: number[];
}

/** How a round cone differs from a plain one. */
export interface ConeShape {
  /** Squash the section along an axis to this share: `[axis, 0.6]`. */
  flat?: [V3, number];
  /** End flat at `b`, as a sleeve does. */
  cut?: boolean;
  /** Take away instead of adding. */
  carve?: boolean;
}

/** Where an ellipsoid ends, in the frame's y, and whether it is taken away instead of added. */
export interface EllipsoidShape {
  carve?: boolean;
  above?: number;
  below?: number;
}

type Distance = (x: number, y: number, z: number) => number;
interface Part {
  distance: Distance;
  blend: number;
  carve: boolean;
  /** Distance at the point that is being looked at. */
  here: number;
}

/** Edges of the blocks of space that are skipped or searched, in cells. */
const LARGE = 16;
const SMALL = 2;
/** Most that folds raise or lower a surface, metres (grooves of hair: head units). */
const RELIEF = 0.008;
/** The squashed parts are not exact distances; this slack keeps blocks that only seem far. */
const SLACK = 1.2;

/** A body under construction. All lengths are metres. */
export class Sculpt {
  private readonly parts: Part[] = [];
  private readonly low: V3 = [1e9, 1e9, 1e9];
  private readonly high: V3 = [-1e9, -1e9, -1e9];

  /** Whether nothing has been added yet. */
  get empty(): boolean {
    return this.parts.length === 0;
  }

  /** Adds a cone with round ends from `a` to `b`; `blend` is how far it melts into what is there. */
  cone(a: V3, b: V3, radiusA: number, radiusB: number, blend = 0.02, { flat, cut, carve = false }: ConeShape = {}): this {
    const [bx, by, bz] = sub(b, a);
    const [ax, ay, az] = a;
    const square = dot([bx, by, bz], [bx, by, bz]) || 1e-9;
    const length = Math.sqrt(square);
    const slope = radiusB - radiusA;
    const axis = flat?.[0];
    const stretch = flat ? 1 / flat[1] - 1 : 0;
    const correction = flat ? (1 + flat[1]) / 2 : 1;
    if (!carve) {
      this.grow(a, radiusA);
      this.grow(b, radiusB);
    }
    return this.add(blend, carve, (x, y, z) => {
      let px = x - ax;
      let py = y - ay;
      let pz = z - az;
      const along = px * bx + py * by + pz * bz;
      const t = Math.min(1, Math.max(0, along / square));
      px -= bx * t;
      py -= by * t;
      pz -= bz * t;
      if (axis) {
        const c = (px * axis[0] + py * axis[1] + pz * axis[2]) * stretch;
        px += axis[0] * c;
        py += axis[1] * c;
        pz += axis[2] * c;
      }
      const d = (Math.sqrt(px * px + py * py + pz * pz) - (radiusA + slope * t)) * correction;
      return cut ? Math.max(d, along / length - length) : d;
    });
  }

  /** Adds a ball. */
  ball(at: V3, radius: number, blend = 0.02): this {
    const [ax, ay, az] = at;
    this.grow(at, radius);
    return this.add(blend, false, (x, y, z) => Math.hypot(x - ax, y - ay, z - az) - radius);
  }

  /** Adds a box with its axes along `frame`, centred at the frame's origin, with rounded edges. */
  box(frame: Basis, half: V3, round = 0.004, blend = 0.002): this {
    const { o, x: X, y: Y, z: Z } = frame;
    const [hx, hy, hz] = half.map((h) => Math.max(0, h - round));
    this.grow(o, Math.hypot(...half));
    return this.add(blend, false, (x, y, z) => {
      const p: V3 = [x - o[0], y - o[1], z - o[2]];
      const qx = Math.abs(dot(p, X)) - hx;
      const qy = Math.abs(dot(p, Y)) - hy;
      const qz = Math.abs(dot(p, Z)) - hz;
      return Math.hypot(Math.max(qx, 0), Math.max(qy, 0), Math.max(qz, 0)) + Math.min(Math.max(qx, qy, qz), 0) - round;
    });
  }

  /** Adds (or carves) an ellipsoid with its axes along `frame`, centred at `centre` in that frame. */
  ellipsoid(frame: Basis, centre: V3, radii: V3, blend = 0.02, { carve = false, above, below }: EllipsoidShape = {}): this {
    const { o, x: X, y: Y, z: Z } = frame;
    const [cx, cy, cz] = [0, 1, 2].map((i) => o[i] + X[i] * centre[0] + Y[i] * centre[1] + Z[i] * centre[2]) as V3;
    const [rx, ry, rz] = radii;
    const inner = -Math.min(rx, ry, rz);
    if (!carve) this.grow([cx, cy, cz], Math.max(rx, ry, rz));
    return this.add(blend, carve, (x, y, z) => {
      const dx = x - cx;
      const dy = y - cy;
      const dz = z - cz;
      const ly = dx * Y[0] + dy * Y[1] + dz * Y[2];
      const u = (dx * X[0] + dy * X[1] + dz * X[2]) / rx;
      const v = ly / ry;
      const w = (dx * Z[0] + dy * Z[1] + dz * Z[2]) / rz;
      const k = Math.sqrt(u * u + v * v + w * w);
      const g = Math.sqrt((u * u) / (rx * rx) + (v * v) / (ry * ry) + (w * w) / (rz * rz));
      let d = k < 1e-6 ? inner : (k * (k - 1)) / g;
      if (above !== undefined) d = Math.max(d, above - (ly + centre[1]));
      if (below !== undefined) d = Math.max(d, ly + centre[1] - below);
      return d;
    });
  }

  /** Takes away everything on the far side of a plane through `at` with the outward normal `away`. */
  trim(at: V3, away: V3): this {
    const offset = dot(at, away);
    return this.add(0.004, true, (x, y, z) => offset - (x * away[0] + y * away[1] + z * away[2]));
  }

  /** Signed distance at a point: negative inside. */
  distance(x: number, y: number, z: number): number {
    return combine(this.parts, x, y, z);
  }

  /** First point of the surface along a ray (unit direction), or `undefined` within `reach` metres. */
  hit(from: V3, direction: V3, reach: number): V3 | undefined {
    for (let t = 0, i = 0; i < 70 && t < reach; i++) {
      const q: V3 = [from[0] + direction[0] * t, from[1] + direction[1] * t, from[2] + direction[2] * t];
      const d = this.distance(q[0], q[1], q[2]);
      if (d < 0.0007) return q;
      t += Math.max(0.0007, d * 0.85);
    }
    return undefined;
  }

  /**
   * Triangles of the surface.
   *
   * @param cell - Edge of the sampling grid in metres: 0.004 for a face seen close, 0.02 for a distant coat.
   * @param soften - Rounds of averaging normals with their neighbours: broad, calm shading shapes.
   * @param bump - Added to the distance near the surface, metres: cloth folds.
   */
  mesh(cell: number, soften = 3, bump?: Distance): Mesh {
    if (this.empty) return { pos: [], nrm: [], idx: [] };
    const grid = this.sample(cell, bump);
    return softened(surfaceNet(grid), soften);
  }

  private add(blend: number, carve: boolean, distance: Distance): this {
    this.parts.push({ distance, blend, carve, here: 0 });
    return this;
  }

  private grow(p: V3, r: number): void {
    for (let i = 0; i < 3; i++) {
      this.low[i] = Math.min(this.low[i], p[i] - r);
      this.high[i] = Math.max(this.high[i], p[i] + r);
    }
  }

  /** Distances on a grid, computed only in blocks the surface passes through. */
  private sample(cell: number, bump?: Distance): Grid {
    const margin = cell * 2 + 0.004;
    const origin = this.low.map((l) => l - margin) as V3;
    const [nx, ny, nz] = this.low.map((l, i) => Math.ceil((this.high[i] - l + 2 * margin) / cell) + 2) as V3;
    const values = new Float32Array(nx * ny * nz).fill(9);
    const active: number[] = [];
    const fill = (parts: readonly Part[], lo: V3, size: number): void => {
      const half = (size * cell) / 2;
      const centre = lo.map((l, i) => origin[i] + l * cell + half) as V3;
      // Half a cell more for small blocks: a corner next to a skipped one must lie on its side of the surface.
      const near = partsNear(parts, centre, size * cell * 0.5 * Math.sqrt(3) * SLACK + (size === SMALL ? 0.5 * cell : 0));
      if (near === 'outside') return;
      if (near !== 'inside' && size > SMALL) {
        const step = size > 4 ? size / 4 : SMALL;
        for (let z = lo[2]; z < Math.min(nz, lo[2] + size); z += step)
          for (let y = lo[1]; y < Math.min(ny, lo[1] + size); y += step)
            for (let x = lo[0]; x < Math.min(nx, lo[0] + size); x += step) fill(near, [x, y, z], step);
        return;
      }
      for (let z = lo[2]; z < Math.min(nz, lo[2] + size); z++)
        for (let y = lo[1]; y < Math.min(ny, lo[1] + size); y++)
          for (let x = lo[0]; x < Math.min(nx, lo[0] + size); x++) {
            const at = (z * ny + y) * nx + x;
            if (near === 'inside') {
              values[at] = -9;
              continue;
            }
            const px = origin[0] + x * cell;
            const py = origin[1] + y * cell;
            const pz = origin[2] + z * cell;
            const d = combine(near, px, py, pz);
            values[at] = bump && Math.abs(d) < 0.03 ? d + bump(px, py, pz) : d;
            active.push(at);
          }
    };
    for (let z = 0; z < nz; z += LARGE)
      for (let y = 0; y < ny; y += LARGE) for (let x = 0; x < nx; x += LARGE) fill(this.parts, [x, y, z], LARGE);
    return { values, nx, ny, nz, origin, cell, active };
  }
}

interface Grid {
  values: Float32Array;
  nx: number;
  ny: number;
  nz: number;
  origin: V3;
  cell: number;
  active: number[];
}

/** The parts that can shape the surface within `radius` of a point. */
function partsNear(parts: readonly Part[], [x, y, z]: V3, radius: number): readonly Part[] | 'inside' | 'outside' {
  let nearest = 1e9;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    part.here = part.distance(x, y, z);
    if (!part.carve && part.here < nearest) nearest = part.here;
  }
  let widest = 0;
  const near: Part[] = [];
  let d = 1e3;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    const { carve, here, blend } = part;
    if (carve ? here >= radius + blend : here >= nearest + 2 * radius + blend) continue;
    near.push(part);
    if (blend > widest) widest = blend;
    d = joined(d, carve ? -here : here, blend, carve);
  }
  if (d > radius + RELIEF) return 'outside';
  if (d < -radius - widest * 0.25 - RELIEF) return 'inside';
  return near.length === parts.length ? parts : near;
}

/** Smooth union (and subtraction) of the parts in order, after Quilez' polynomial smooth minimum. */
function combine(parts: readonly Part[], x: number, y: number, z: number): number {
  let d = 1e3;
  for (let i = 0; i < parts.length; i++) {
    const { distance, blend, carve } = parts[i];
    d = joined(d, carve ? -distance(x, y, z) : distance(x, y, z), blend, carve);
  }
  return d;
}

function joined(d: number, e: number, blend: number, carve: boolean): number {
  const overlap = blend - Math.abs(d - e);
  const melt = overlap > 0 ? (overlap * overlap) / (4 * blend) : 0;
  return carve ? Math.max(d, e) + melt : Math.min(d, e) - melt;
}

const EDGES: readonly (readonly [number, number])[] = [
  [0, 1],
  [0, 2],
  [0, 4],
  [1, 3],
  [1, 5],
  [2, 3],
  [2, 6],
  [3, 7],
  [4, 5],
  [4, 6],
  [5, 7],
  [6, 7],
];

/** Naive surface nets (Gibson 1998): one vertex a cell that the surface crosses, one quad an edge that it crosses. */
function surfaceNet({ values, nx, ny, nz, origin, cell, active }: Grid): Mesh {
  const corner = [0, 1, nx, nx + 1, nx * ny, nx * ny + 1, nx * ny + nx, nx * ny + nx + 1];
  const vertex = new Int32Array(values.length).fill(-1);
  const pos: number[] = [];
  const idx: number[] = [];
  for (const at of active) {
    const x = at % nx;
    const y = Math.floor(at / nx) % ny;
    const z = Math.floor(at / (nx * ny));
    if (x >= nx - 1 || y >= ny - 1 || z >= nz - 1) continue;
    let mask = 0;
    for (let c = 0; c < 8; c++) if (values[at + corner[c]] < 0) mask |= 1 << c;
    if (mask === 0 || mask === 255) continue;
    let sx = 0;
    let sy = 0;
    let sz = 0;
    let count = 0;
    for (const [a, b] of EDGES) {
      if (((mask >> a) & 1) === ((mask >> b) & 1)) continue;
      const va = values[at + corner[a]];
      const t = va / (va - values[at + corner[b]]);
      sx += (a & 1) + ((b & 1) - (a & 1)) * t;
      sy += ((a >> 1) & 1) + (((b >> 1) & 1) - ((a >> 1) & 1)) * t;
      sz += (a >> 2) + ((b >> 2) - (a >> 2)) * t;
      count++;
    }
    vertex[at] = pos.length / 3;
    pos.push(origin[0] + (x + sx / count) * cell, origin[1] + (y + sy / count) * cell, origin[2] + (z + sz / count) * cell);
  }
  const quad = (a: number, b: number, c: number, d: number, flip: boolean) => {
    if (a < 0 || b < 0 || c < 0 || d < 0) return;
    if (flip) idx.push(a, c, b, a, d, c);
    else idx.push(a, b, c, a, c, d);
  };
  const Y = nx;
  const Z = nx * ny;
  for (const at of active) {
    if (at % nx < 1 || Math.floor(at / nx) % ny < 1 || at < Z) continue;
    const inside = values[at] < 0;
    if (values[at + 1] < 0 !== inside) quad(vertex[at - Y - Z], vertex[at - Z], vertex[at], vertex[at - Y], !inside);
    if (values[at + Y] < 0 !== inside) quad(vertex[at - 1 - Z], vertex[at - Z], vertex[at], vertex[at - 1], inside);
    if (values[at + Z] < 0 !== inside) quad(vertex[at - 1 - Y], vertex[at - Y], vertex[at], vertex[at - 1], !inside);
  }
  return { pos, nrm: [], idx };
}

/** Gives a mesh its normals: the faces' average, then averaged with the neighbours `rounds` times. */
function softened({ pos, idx }: Mesh, rounds: number): Mesh {
  let normal = new Float32Array(pos.length);
  for (let i = 0; i < idx.length; i += 3) {
    const a = idx[i] * 3;
    const b = idx[i + 1] * 3;
    const c = idx[i + 2] * 3;
    const ux = pos[b] - pos[a];
    const uy = pos[b + 1] - pos[a + 1];
    const uz = pos[b + 2] - pos[a + 2];
    const vx = pos[c] - pos[a];
    const vy = pos[c + 1] - pos[a + 1];
    const vz = pos[c + 2] - pos[a + 2];
    const nx = uy * vz - uz * vy;
    const ny = uz * vx - ux * vz;
    const nz = ux * vy - uy * vx;
    for (let k = 0; k < 3; k++) {
      const p = k === 0 ? a : k === 1 ? b : c;
      normal[p] += nx;
      normal[p + 1] += ny;
      normal[p + 2] += nz;
    }
  }
  normalise(normal);
  for (let round = 0; round < rounds; round++) {
    const next = normal.slice();
    for (let i = 0; i < idx.length; i += 3)
      for (let e = 0; e < 3; e++) {
        const a = idx[i + e] * 3;
        const b = idx[i + ((e + 1) % 3)] * 3;
        next[a] += normal[b] * 0.7;
        next[a + 1] += normal[b + 1] * 0.7;
        next[a + 2] += normal[b + 2] * 0.7;
      }
    normalise(next);
    normal = next;
  }
  return { pos, nrm: Array.from(normal), idx };
}

function normalise(n: Float32Array): void {
  for (let i = 0; i < n.length; i += 3) {
    const l = Math.sqrt(n[i] * n[i] + n[i + 1] * n[i + 1] + n[i + 2] * n[i + 2]) || 1;
    n[i] /= l;
    n[i + 1] /= l;
    n[i + 2] /= l;
  }
}
