/** The little world: triangles with a surface label each, plus ink "decals" (3D polylines and polygons). */
import { type Random } from '@filmai/core-tensor/random';
import { type V3, type V2, add, sub, mul, mad, cross, norm, type Basis, basis, toWorld } from './vector.js';

export interface Surface {
  tone: number; // albedo, 0 black ink .. 1 paper
  tint?: V3; // local colour, multiplied in weakly
  group: number; // surfaces of one group share a silhouette
  line?: number; // outline weight factor (0 = none)
  crease?: number; // metres of depth jump inside one surface which gets inked
  glow?: number; // self light
  hatch?: number; // hatch angle in degrees; undefined = artist's default slant
  soft?: 'leaf' | 'water' | 'skin' | 'cloth' | 'hair';
}
export interface Decal {
  pts: V3[];
  w: number;
  fill?: string;
  alpha?: number;
  bias?: number;
  closed?: boolean;
  wash?: boolean;
  jitter?: number;
  n?: V3;
  color?: string;
  px?: boolean;
}
export interface PointLight {
  p: V3;
  power: number;
  range: number;
  warm?: boolean;
}

export class Scene {
  pos: number[] = [];
  nrm: number[] = [];
  idx: number[] = [];
  lab: number[] = [];
  surfaces: Surface[] = [];
  decals: Decal[] = [];
  lights: PointLight[] = [];
  private groups = 0;
  group() {
    return ++this.groups;
  }
  surf(s: Omit<Surface, 'group'> & { group?: number }): number {
    this.surfaces.push({ ...s, group: s.group ?? this.group() });
    return this.surfaces.length - 1;
  }
  /** A scene with the same contents, to which things can be added without changing this one. */
  clone(): Scene {
    const copy = new Scene();
    copy.pos = this.pos.slice();
    copy.nrm = this.nrm.slice();
    copy.idx = this.idx.slice();
    copy.lab = this.lab.slice();
    copy.surfaces = this.surfaces.slice();
    copy.decals = this.decals.slice();
    copy.lights = this.lights.slice();
    copy.groups = this.groups;
    return copy;
  }
  line(pts: V3[], w = 1, o: Partial<Decal> = {}) {
    this.decals.push({ pts, w, ...o });
  }

  private vert(p: V3, n: V3) {
    this.pos.push(...p);
    this.nrm.push(...n);
    return this.pos.length / 3 - 1;
  }
  /** flat polygon (convex) */
  poly(pts: V3[], label: number) {
    const n = norm(cross(sub(pts[1], pts[0]), sub(pts[2], pts[0])));
    const i0 = pts.map((p) => this.vert(p, n));
    for (let i = 1; i + 1 < pts.length; i++) {
      this.idx.push(i0[0], i0[i], i0[i + 1]);
      this.lab.push(label);
    }
  }
  mesh(pos: number[], nrm: number[], idx: number[], label: number) {
    const b = this.pos.length / 3;
    for (let i = 0; i < pos.length; i++) {
      this.pos.push(pos[i]);
      this.nrm.push(nrm[i]);
    }
    for (let i = 0; i < idx.length; i++) this.idx.push(idx[i] + b);
    for (let i = 0; i < idx.length; i += 3) this.lab.push(label);
  }
  /** Box: every face its own label, so that edges between faces get inked. `c` is the centre of the base. */
  box(c: V3, w: number, h: number, d: number, s: Omit<Surface, 'group'>, yaw = 0) {
    const f = basis(c, yaw),
      g = this.group();
    const L = [0, 1, 2].map(() => this.surf({ ...s, group: g }));
    const P = (x: number, y: number, z: number) => toWorld(f, [(x * w) / 2, y * h, (z * d) / 2]);
    const q = (a: V3, b: V3, cc: V3, dd: V3, l: number) => this.poly([a, b, cc, dd], l);
    q(P(-1, 0, 1), P(1, 0, 1), P(1, 1, 1), P(-1, 1, 1), L[0]);
    q(P(1, 0, -1), P(-1, 0, -1), P(-1, 1, -1), P(1, 1, -1), L[0]);
    q(P(1, 0, 1), P(1, 0, -1), P(1, 1, -1), P(1, 1, 1), L[1]);
    q(P(-1, 0, -1), P(-1, 0, 1), P(-1, 1, 1), P(-1, 1, -1), L[1]);
    q(P(-1, 1, 1), P(1, 1, 1), P(1, 1, -1), P(-1, 1, -1), L[2]);
    q(P(-1, 0, -1), P(1, 0, -1), P(1, 0, 1), P(-1, 0, 1), L[2]);
    return f;
  }
  /** Tapered tube through points with radii; smooth normals. */
  tube(pts: V3[], r: number[], s: Omit<Surface, 'group'>, sides = 10, group?: number) {
    const L = this.surf({ ...s, group: group ?? this.group() });
    const pos: number[] = [],
      nrm: number[] = [],
      idx: number[] = [];
    for (let i = 0; i < pts.length; i++) {
      const t = norm(sub(pts[Math.min(i + 1, pts.length - 1)], pts[Math.max(i - 1, 0)]));
      const u = norm(cross(t, Math.abs(t[1]) < 0.9 ? [0, 1, 0] : [1, 0, 0])),
        w = cross(t, u);
      for (let k = 0; k < sides; k++) {
        const a = (k / sides) * Math.PI * 2,
          n = add(mul(u, Math.cos(a)), mul(w, Math.sin(a)));
        pos.push(...mad(pts[i], n, r[i]));
        nrm.push(...n);
      }
    }
    for (let i = 0; i + 1 < pts.length; i++)
      for (let k = 0; k < sides; k++) {
        const a = i * sides + k,
          b = i * sides + ((k + 1) % sides);
        idx.push(a, b, a + sides, b, b + sides, a + sides);
      }
    this.mesh(pos, nrm, idx, L);
    return L;
  }
  /** Body of revolution about the vertical through c: profile of [radius, y]; sharp = a label per ring band. */
  lathe(c: V3, prof: V2[], s: Omit<Surface, 'group'>, sides = 20, sharp = true) {
    const g = this.group();
    const one = sharp ? -1 : this.surf({ ...s, group: g });
    for (let i = 0; i + 1 < prof.length; i++) {
      const L = sharp ? this.surf({ ...s, group: g }) : one;
      const [r0, y0] = prof[i],
        [r1, y1] = prof[i + 1];
      const pos: number[] = [],
        nrm: number[] = [],
        idx: number[] = [];
      const nl = Math.hypot(y1 - y0, r0 - r1) || 1,
        nr = (y1 - y0) / nl,
        ny = (r0 - r1) / nl;
      for (let k = 0; k <= sides; k++) {
        const a = (k / sides) * Math.PI * 2,
          cx = Math.cos(a),
          cz = Math.sin(a);
        for (const [r, y] of [
          [r0, y0],
          [r1, y1],
        ]) {
          pos.push(c[0] + cx * r, c[1] + y, c[2] + cz * r);
          nrm.push(cx * nr, ny, cz * nr);
        }
      }
      for (let k = 0; k < sides; k++) {
        const a = k * 2;
        idx.push(a, a + 1, a + 2, a + 1, a + 3, a + 2);
      }
      this.mesh(pos, nrm, idx, L);
    }
  }
  /** Height field over a rectangle. */
  ground(
    x0: number,
    x1: number,
    z0: number,
    z1: number,
    nx: number,
    nz: number,
    h: (x: number, z: number) => number,
    s: Omit<Surface, 'group'>,
  ) {
    const L = this.surf(s);
    const pos: number[] = [],
      nrm: number[] = [],
      idx: number[] = [];
    for (let j = 0; j <= nz; j++)
      for (let i = 0; i <= nx; i++) {
        const x = x0 + ((x1 - x0) * i) / nx,
          z = z0 + ((z1 - z0) * j) / nz,
          e = Math.max(0.05, ((x1 - x0) / nx) * 0.5);
        pos.push(x, h(x, z), z);
        nrm.push(...norm([h(x - e, z) - h(x + e, z), 2 * e, h(x, z - e) - h(x, z + e)]));
      }
    for (let j = 0; j < nz; j++)
      for (let i = 0; i < nx; i++) {
        const a = j * (nx + 1) + i;
        idx.push(a, a + 1, a + nx + 1, a + 1, a + nx + 2, a + nx + 1);
      }
    this.mesh(pos, nrm, idx, L);
    return L;
  }
  /** Lumpy blob (foliage clump, rock): noisy sphere. */
  blob(c: V3, r: V3, s: Omit<Surface, 'group'>, rng: Random, rough = 0.2, group?: number, n = 9) {
    const L = this.surf({ ...s, group: group ?? this.group() });
    const pos: number[] = [],
      nrm: number[] = [],
      idx: number[] = [];
    const ph = [0, 1, 2, 3].map(() => rng.range(0, 6.28));
    for (let j = 0; j <= n; j++)
      for (let i = 0; i <= n * 2; i++) {
        const th = (j / n) * Math.PI,
          a = (i / (n * 2)) * Math.PI * 2;
        const d: V3 = [Math.sin(th) * Math.cos(a), Math.cos(th), Math.sin(th) * Math.sin(a)];
        const k =
          1 +
          rough *
            Math.sin(th) *
            (Math.sin(3 * a + ph[0] + 2 * th) * 0.5 + Math.sin(5 * a + ph[1]) * 0.3 + Math.sin(7 * th + ph[2] + a) * 0.35);
        pos.push(c[0] + d[0] * r[0] * k, c[1] + d[1] * r[1] * k, c[2] + d[2] * r[2] * k);
        nrm.push(...norm([d[0] / r[0], d[1] / r[1], d[2] / r[2]]));
      }
    for (let j = 0; j < n; j++)
      for (let i = 0; i < n * 2; i++) {
        const a = j * (n * 2 + 1) + i,
          b = a + n * 2 + 1;
        idx.push(a, a + 1, b, a + 1, b + 1, b);
      }
    this.mesh(pos, nrm, idx, L);
    return L;
  }
  /** Gabled house, front towards local +z, with windows as inset lit/dark quads and frame decals. */
  house(
    c: V3,
    w: number,
    h: number,
    d: number,
    roof: number,
    yaw: number,
    rng: Random,
    o: { lit?: number; tone?: number; door?: boolean; brick?: boolean; floors?: number; gableFront?: boolean; tint?: V3 } = {},
  ) {
    const f = basis(c, yaw),
      T = (x: number, y: number, z: number) => toWorld(f, [x, y, z]);
    const g = this.group();
    const wall = { tone: o.tone ?? 0.8, line: 1, tint: o.tint },
      S = (t: number) => this.surf({ ...wall, tone: t, group: g });
    const a = S(wall.tone),
      b = S(wall.tone * 0.96),
      r1 = this.surf({ tone: 0.45, group: g, line: 1.1, tint: [0.75, 0.62, 0.58] }),
      r2 = this.surf({ tone: 0.45, group: g, line: 1.1, tint: [0.75, 0.62, 0.58] });
    const x = w / 2,
      z = d / 2,
      ov = 0.25;
    if (o.gableFront) {
      this.poly([T(-x, 0, z), T(x, 0, z), T(x, h, z), T(0, h + roof, z), T(-x, h, z)], a);
      this.poly([T(x, 0, -z), T(-x, 0, -z), T(-x, h, -z), T(0, h + roof, -z), T(x, h, -z)], a);
      this.poly([T(x, 0, z), T(x, 0, -z), T(x, h, -z), T(x, h, z)], b);
      this.poly([T(-x, 0, -z), T(-x, 0, z), T(-x, h, z), T(-x, h, -z)], b);
      const k = (ov / x) * roof;
      this.poly([T(x + ov, h - k, z + ov), T(x + ov, h - k, -z - ov), T(0, h + roof, -z - ov), T(0, h + roof, z + ov)], r1);
      this.poly([T(-x - ov, h - k, -z - ov), T(-x - ov, h - k, z + ov), T(0, h + roof, z + ov), T(0, h + roof, -z - ov)], r2);
    } else {
      this.poly([T(-x, 0, z), T(x, 0, z), T(x, h, z), T(-x, h, z)], a);
      this.poly([T(x, 0, -z), T(-x, 0, -z), T(-x, h, -z), T(x, h, -z)], a);
      this.poly([T(x, 0, z), T(x, 0, -z), T(x, h, -z), T(x, h + roof, 0), T(x, h, z)], b);
      this.poly([T(-x, 0, -z), T(-x, 0, z), T(-x, h, z), T(-x, h + roof, 0), T(-x, h, -z)], b);
      const k = (ov / z) * roof;
      this.poly([T(-x - ov, h - k, z + ov), T(x + ov, h - k, z + ov), T(x + ov, h + roof, 0), T(-x - ov, h + roof, 0)], r1);
      this.poly([T(x + ov, h - k, -z - ov), T(-x - ov, h - k, -z - ov), T(-x - ov, h + roof, 0), T(x + ov, h + roof, 0)], r2);
      for (let i = 0; i < 14; i++) {
        const t = rng.range(0.05, 0.95),
          xx = rng.range(-x, x * 0.7),
          l = rng.range(0.3, 1.2);
        const yy = h - k + (roof + k) * t,
          zz = (z + ov) * (1 - t);
        this.line([T(xx, yy, zz + 0.02), T(xx + l, yy, zz + 0.02)], 0.5, { alpha: 0.6 });
      }
    }
    // chimney
    const chx = (rng.chance(0.5) ? -1 : 1) * x * 0.6;
    this.box(
      T(o.gableFront ? x * 0.5 : chx, h + roof * 0.4, o.gableFront ? -z * 0.3 : 0),
      0.6,
      roof * 0.6 + 0.9,
      0.6,
      { tone: 0.6, tint: o.tint },
      yaw,
    );
    const floors = o.floors ?? Math.max(1, Math.round(h / 2.9)),
      cols = Math.max(1, Math.round(w / 2.4));
    for (let fl = 0; fl < floors; fl++)
      for (let cI = 0; cI < cols; cI++) {
        const cx = ((cI + 0.5) / cols) * w - x,
          y0 = fl * (h / floors) + 0.95,
          isDoor = o.door !== false && fl === 0 && cI === Math.floor(cols / 2);
        const lit = rng.chance(o.lit ?? 0);
        if (isDoor) {
          this.quadOn(f, cx, 0, 0.95, 2.1, z, { tone: 0.3, tint: [0.6, 0.45, 0.4] });
          this.line([T(cx + 0.32, 1.0, z + 0.05), T(cx + 0.34, 1.06, z + 0.05)], 1.6);
          continue;
        }
        this.quadOn(
          f,
          cx,
          y0,
          0.9,
          1.3,
          z,
          lit ? { tone: 1, glow: 0.95, tint: [1, 0.86, 0.55] } : { tone: 0.28, tint: [0.8, 0.9, 1] },
        );
        this.line([T(cx, y0, z + 0.04), T(cx, y0 + 1.3, z + 0.04)], 0.9);
        this.line([T(cx - 0.45, y0 + 0.68, z + 0.04), T(cx + 0.45, y0 + 0.68, z + 0.04)], 0.9);
        this.line([T(cx - 0.58, y0 - 0.07, z + 0.06), T(cx + 0.58, y0 - 0.07, z + 0.06)], 1.5);
      }
    if (o.brick !== false)
      for (let i = 0; i < w * h * 0.7; i++) {
        const bx = rng.range(-x, x - 0.4),
          by = rng.range(0.1, h - 0.1);
        if (noiseMask(bx + c[0], by + c[2])) continue;
        this.line([T(bx, by, z + 0.02), T(bx + rng.range(0.2, 0.45), by, z + 0.02)], 0.5, { alpha: 0.5 });
      }
    return f;
  }
  quadOn(f: Basis, cx: number, y0: number, w: number, h: number, z: number, s: Omit<Surface, 'group'>) {
    const L = this.surf({ line: 0.8, ...s });
    const T = (x: number, y: number) => toWorld(f, [x, y, z + 0.03]);
    this.poly([T(cx - w / 2, y0), T(cx + w / 2, y0), T(cx + w / 2, y0 + h), T(cx - w / 2, y0 + h)], L);
    return L;
  }
}
const noiseMask = (x: number, y: number) => Math.sin(x * 1.7 + Math.sin(y * 1.3)) * Math.sin(y * 2.1 + x * 0.4) < 0.25;
