/**
 * @file The little world of a drawing: triangles that carry a surface label each, ink lines in space, and lamps. Places and
 * figures add to it through a few solid shapes; the drawing reads the arrays. Metres, y up.
 */
import type { Random } from '@filmai/core-tensor/random';
import { type Basis, type V2, type V3, add, basis, cross, mad, mul, norm, sub, toWorld } from './vector.js';

/** What something is drawn as. Where two surfaces meet in the picture there is a pen line. */
export interface Surface {
  /** How light it is: 0 black ink … 1 bare paper. */
  tone: number;
  /** Weak local colour, multiplied in; 1, 1, 1 is none. */
  tint?: V3;
  /** Surfaces of one group are one thing: lines between them are thinner than its silhouette. */
  group: number;
  /** Weight of its outline, default 1; 0 is none. */
  line?: number;
  /** Depth jump inside the surface, in metres, from which a fold is inked. Default: no folds. */
  crease?: number;
  /** Own light, 0…1: a lit window, a lamp. */
  glow?: number;
  /** What it is made of, if that changes how it is drawn. */
  soft?: 'leaf' | 'water' | 'skin' | 'cloth' | 'hair';
}

/** A surface that gets a group of its own unless it names one. */
export type Paint = Omit<Surface, 'group'> & { group?: number };

/** A drawn line or spot in space, hidden by what stands in front. */
export interface Decal {
  pts: V3[];
  /** Width in pixels of a 720-line picture at five metres; with `px` at any distance. */
  w: number;
  /** Fills the outline with this colour instead of drawing a line. */
  fill?: string;
  /** Opacity, default 0.9 for lines and 1 for fills. */
  alpha?: number;
  /** How far behind a surface it may lie and still be drawn, metres. Default 0.03. */
  bias?: number;
  closed?: boolean;
  /** How much the line wobbles, default 0.7. */
  jitter?: number;
  /** Only drawn where this direction faces the camera. */
  n?: V3;
  /** Gouache: drawn over the ink in this colour. */
  color?: string;
  /** Keeps its width at any distance. */
  px?: boolean;
}

/** A lamp. */
export interface PointLight {
  p: V3;
  /** Share of the paper's white on a surface that faces it at no distance. */
  power: number;
  /** Metres at which its light ends. */
  range: number;
  /** Lamp colour rather than daylight. */
  warm?: boolean;
}

/** Triangles, lines and lamps. */
export class Scene {
  /** x, y, z of each vertex. */
  pos: number[] = [];
  /** Unit normal of each vertex. */
  nrm: number[] = [];
  /** Three vertices a triangle. */
  idx: number[] = [];
  /** Surface of each triangle. */
  lab: number[] = [];
  surfaces: Surface[] = [];
  decals: Decal[] = [];
  lights: PointLight[] = [];
  private groups = 0;

  /** A number that no surface has as its group yet. */
  group(): number {
    return ++this.groups;
  }

  /** Adds a surface and returns its label. */
  surf(paint: Paint): number {
    this.surfaces.push({ ...paint, group: paint.group ?? this.group() });
    return this.surfaces.length - 1;
  }

  /** Adds a drawn line. */
  line(pts: V3[], w = 1, style: Partial<Decal> = {}): void {
    this.decals.push({ pts, w, ...style });
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

  /** A flat convex polygon. */
  poly(pts: V3[], label: number): void {
    const normal = norm(cross(sub(pts[1], pts[0]), sub(pts[2], pts[0])));
    const first = this.pos.length / 3;
    for (const p of pts) {
      this.pos.push(p[0], p[1], p[2]);
      this.nrm.push(normal[0], normal[1], normal[2]);
    }
    for (let i = 1; i + 1 < pts.length; i++) {
      this.idx.push(first, first + i, first + i + 1);
      this.lab.push(label);
    }
  }

  /** Triangles made elsewhere: coordinates, normals, and vertices of each triangle. */
  mesh(pos: readonly number[], nrm: readonly number[], idx: readonly number[], label: number): void {
    const first = this.pos.length / 3;
    for (let i = 0; i < pos.length; i++) {
      this.pos.push(pos[i]);
      this.nrm.push(nrm[i]);
    }
    for (let i = 0; i < idx.length; i++) this.idx.push(idx[i] + first);
    for (let i = 0; i < idx.length; i += 3) this.lab.push(label);
  }

  /**
   * A box. Pairs of opposite faces have a label of their own, so that its edges are inked.
   *
   * @param c - Middle of the base.
   * @param w - Size along its own x, metres; `h` along y, `d` along z.
   * @param yaw - Turn about the vertical, radians.
   * @returns Its frame, with the origin in the middle of the base.
   */
  box(c: V3, w: number, h: number, d: number, paint: Paint, yaw = 0): Basis {
    const frame = basis(c, yaw);
    const group = paint.group ?? this.group();
    const [front, side, top] = [0, 1, 2].map(() => this.surf({ ...paint, group }));
    const at = (x: number, y: number, z: number): V3 => toWorld(frame, [(x * w) / 2, y * h, (z * d) / 2]);
    this.poly([at(-1, 0, 1), at(1, 0, 1), at(1, 1, 1), at(-1, 1, 1)], front);
    this.poly([at(1, 0, -1), at(-1, 0, -1), at(-1, 1, -1), at(1, 1, -1)], front);
    this.poly([at(1, 0, 1), at(1, 0, -1), at(1, 1, -1), at(1, 1, 1)], side);
    this.poly([at(-1, 0, -1), at(-1, 0, 1), at(-1, 1, 1), at(-1, 1, -1)], side);
    this.poly([at(-1, 1, 1), at(1, 1, 1), at(1, 1, -1), at(-1, 1, -1)], top);
    this.poly([at(-1, 0, -1), at(1, 0, -1), at(1, 0, 1), at(-1, 0, 1)], top);
    return frame;
  }

  /** A tube through points, with a radius at each; smooth, with open ends. Returns its label. */
  tube(pts: V3[], r: number[], paint: Paint, sides = 10, group?: number): number {
    const label = this.surf({ ...paint, group: group ?? paint.group ?? this.group() });
    const first = this.pos.length / 3;
    for (let i = 0; i < pts.length; i++) {
      const along = norm(sub(pts[Math.min(i + 1, pts.length - 1)], pts[Math.max(i - 1, 0)]));
      const u = norm(cross(along, Math.abs(along[1]) < 0.9 ? [0, 1, 0] : [1, 0, 0]));
      const v = cross(along, u);
      for (let k = 0; k < sides; k++) {
        const angle = (k / sides) * Math.PI * 2;
        const normal = add(mul(u, Math.cos(angle)), mul(v, Math.sin(angle)));
        this.vertex(mad(pts[i], normal, r[i]), normal);
      }
    }
    for (let i = 0; i + 1 < pts.length; i++) {
      for (let k = 0; k < sides; k++) {
        const a = first + i * sides + k;
        const b = first + i * sides + ((k + 1) % sides);
        this.triangle(a, b, a + sides, label);
        this.triangle(b, b + sides, a + sides, label);
      }
    }
    return label;
  }

  /** A body of revolution about the vertical through `c`, from radius and height pairs; `sharp` inks the edges between its bands. */
  lathe(c: V3, profile: V2[], paint: Paint, sides = 20, sharp = true): void {
    const group = paint.group ?? this.group();
    let label = -1;
    for (let i = 0; i + 1 < profile.length; i++) {
      if (sharp || label < 0) label = this.surf({ ...paint, group });
      const [r0, y0] = profile[i];
      const [r1, y1] = profile[i + 1];
      const length = Math.hypot(y1 - y0, r0 - r1) || 1;
      const outward = (y1 - y0) / length;
      const upward = (r0 - r1) / length;
      const first = this.pos.length / 3;
      for (let k = 0; k <= sides; k++) {
        const angle = (k / sides) * Math.PI * 2;
        const [x, z] = [Math.cos(angle), Math.sin(angle)];
        const normal: V3 = [x * outward, upward, z * outward];
        this.vertex([c[0] + x * r0, c[1] + y0, c[2] + z * r0], normal);
        this.vertex([c[0] + x * r1, c[1] + y1, c[2] + z * r1], normal);
      }
      for (let k = 0; k < sides; k++) {
        const a = first + k * 2;
        this.triangle(a, a + 1, a + 2, label);
        this.triangle(a + 1, a + 3, a + 2, label);
      }
    }
  }

  /** Ground: a height over a rectangle, in `nx` by `nz` cells. Returns its label. */
  ground(
    x0: number,
    x1: number,
    z0: number,
    z1: number,
    nx: number,
    nz: number,
    height: (x: number, z: number) => number,
    paint: Paint,
  ): number {
    const label = this.surf(paint);
    const first = this.pos.length / 3;
    const e = Math.max(0.05, ((x1 - x0) / nx) * 0.5);
    for (let j = 0; j <= nz; j++) {
      for (let i = 0; i <= nx; i++) {
        const x = x0 + ((x1 - x0) * i) / nx;
        const z = z0 + ((z1 - z0) * j) / nz;
        this.vertex(
          [x, height(x, z), z],
          norm([height(x - e, z) - height(x + e, z), 2 * e, height(x, z - e) - height(x, z + e)]),
        );
      }
    }
    this.grid(first, nx, nz, label);
    return label;
  }

  /** A lumpy ball with radii `r`: a bush, a rock. `rough` is the height of the lumps as a share of the radius. Returns its label. */
  blob(c: V3, r: V3, paint: Paint, random: Random, rough = 0.2, group?: number, n = 9): number {
    const label = this.surf({ ...paint, group: group ?? paint.group ?? this.group() });
    const first = this.pos.length / 3;
    const [p0, p1, p2] = [0, 1, 2, 3].map(() => random.range(0, 6.28));
    for (let j = 0; j <= n; j++) {
      for (let i = 0; i <= n * 2; i++) {
        const theta = (j / n) * Math.PI;
        const a = (i / (n * 2)) * Math.PI * 2;
        const d: V3 = [Math.sin(theta) * Math.cos(a), Math.cos(theta), Math.sin(theta) * Math.sin(a)];
        const lumps = Math.sin(3 * a + p0 + 2 * theta) * 0.5 + Math.sin(5 * a + p1) * 0.3 + Math.sin(7 * theta + p2 + a) * 0.35;
        const k = 1 + rough * Math.sin(theta) * lumps;
        this.vertex(
          [c[0] + d[0] * r[0] * k, c[1] + d[1] * r[1] * k, c[2] + d[2] * r[2] * k],
          norm([d[0] / r[0], d[1] / r[1], d[2] / r[2]]),
        );
      }
    }
    this.grid(first, n * 2, n, label);
    return label;
  }

  private vertex(p: V3, normal: V3): void {
    this.pos.push(p[0], p[1], p[2]);
    this.nrm.push(normal[0], normal[1], normal[2]);
  }

  private triangle(a: number, b: number, c: number, label: number): void {
    this.idx.push(a, b, c);
    this.lab.push(label);
  }

  /** Triangles between rows of `columns + 1` vertices. */
  private grid(first: number, columns: number, rows: number, label: number): void {
    for (let j = 0; j < rows; j++) {
      for (let i = 0; i < columns; i++) {
        const a = first + j * (columns + 1) + i;
        const b = a + columns + 1;
        this.triangle(a, a + 1, b, label);
        this.triangle(a + 1, b + 1, b, label);
      }
    }
  }
}
