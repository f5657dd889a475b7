/** @file A frame that stands somewhere and is turned: builders write in its own metres, the scene gets world ones. */
import type { Decal, Scene } from '../../world/scene.js';
import { type Basis, type V2, type V3, basis, toWorld } from '../../world/vector.js';
import type { Paint } from './materials.js';

/** Local coordinates: x to the thing's left-right, y up, z to its front. */
export class Local {
  readonly frame: Basis;

  constructor(
    readonly scene: Scene,
    at: V3,
    readonly yaw = 0,
    pitch = 0,
    roll = 0,
  ) {
    this.frame = basis(at, yaw, pitch, roll);
  }

  /** World position of a local point. */
  p(x: number, y: number, z: number): V3 {
    return toWorld(this.frame, [x, y, z]);
  }

  /** A frame within this one. */
  part(x: number, y: number, z: number, yaw = 0): Local {
    return new Local(this.scene, this.p(x, y, z), this.yaw + yaw);
  }

  /** Upright box on its base centre. */
  box(x: number, y: number, z: number, width: number, height: number, depth: number, paint: Paint, yaw = 0): void {
    this.scene.box(this.p(x, y, z), width, height, depth, paint, this.yaw + yaw);
  }

  /** One flat convex polygon; a label instead of a paint shares a surface. */
  poly(points: readonly V3[], paint: Paint | number): void {
    const label = typeof paint === 'number' ? paint : this.scene.surf(paint);
    this.scene.poly(
      points.map(([x, y, z]) => this.p(x, y, z)),
      label,
    );
  }

  /** Upright rectangle that faces local +z. */
  panel(x: number, y: number, z: number, width: number, height: number, paint: Paint | number): void {
    const l = x - width / 2;
    const r = x + width / 2;
    this.poly(
      [
        [l, y, z],
        [r, y, z],
        [r, y + height, z],
        [l, y + height, z],
      ],
      paint,
    );
  }

  /** Flat rectangle seen from above. */
  slab(x: number, y: number, z: number, width: number, depth: number, paint: Paint | number): void {
    const l = x - width / 2;
    const r = x + width / 2;
    const f = z + depth / 2;
    const b = z - depth / 2;
    this.poly(
      [
        [l, y, f],
        [r, y, f],
        [r, y, b],
        [l, y, b],
      ],
      paint,
    );
  }

  line(points: readonly V3[], width = 1, options: Partial<Decal> = {}): void {
    this.scene.line(
      points.map(([x, y, z]) => this.p(x, y, z)),
      width,
      options,
    );
  }

  /** Outline of an upright rectangle, as a drawn line. */
  outline(x: number, y: number, z: number, width: number, height: number, lineWidth = 0.8): void {
    const l = x - width / 2;
    const r = x + width / 2;
    this.line(
      [
        [l, y, z],
        [r, y, z],
        [r, y + height, z],
        [l, y + height, z],
        [l, y, z],
      ],
      lineWidth,
    );
  }

  tube(points: readonly V3[], radii: readonly number[] | number, paint: Paint, sides = 8): void {
    this.scene.tube(
      points.map(([x, y, z]) => this.p(x, y, z)),
      typeof radii === 'number' ? points.map(() => radii) : [...radii],
      paint,
      sides,
    );
  }

  lathe(x: number, y: number, z: number, profile: readonly V2[], paint: Paint, sides = 12, sharp = false): void {
    this.scene.lathe(this.p(x, y, z), [...profile], paint, sides, sharp);
  }

  /**
   * Closed body with one outline for its whole length: the outline is given as (z, y) and runs along local x.
   * `half` is half the width at each outline point, so that a cabin may be narrower than its doors. The outline must be
   * visible from its mean point.
   */
  prism(outline: readonly V2[], half: number | ((z: number, y: number) => number), paint: Paint): void {
    const { scene } = this;
    const width = typeof half === 'number' ? () => half : half;
    const group = scene.group();
    const n = outline.length;
    const point = ([z, y]: V2, side: number): V3 => this.p(side * width(z, y), y, z);
    for (let i = 0; i < n; i++) {
      const a = outline[i];
      const b = outline[(i + 1) % n];
      scene.poly([point(a, -1), point(a, 1), point(b, 1), point(b, -1)], scene.surf({ ...paint, group }));
    }
    const mean: V2 = [outline.reduce((s, q) => s + q[0], 0) / n, outline.reduce((s, q) => s + q[1], 0) / n];
    const reach = Math.max(...outline.map(([z, y]) => width(z, y)));
    for (const side of [-1, 1]) {
      const label = scene.surf({ ...paint, group });
      const centre = this.p(side * Math.min(reach, width(mean[0], mean[1])), mean[1], mean[0]);
      for (let i = 0; i < n; i++) scene.poly([centre, point(outline[i], side), point(outline[(i + 1) % n], side)], label);
    }
  }

  /** Closed cylinder that lies along local x: a wheel, a roll, a tank. */
  wheel(x: number, y: number, z: number, radius: number, width: number, paint: Paint, sides = 14): void {
    const outline: V2[] = [];
    for (let i = 0; i < sides; i++) {
      const a = (i / sides) * Math.PI * 2;
      outline.push([Math.cos(a) * radius, Math.sin(a) * radius]);
    }
    const { scene } = this;
    const group = scene.group();
    const rim = scene.surf({ ...paint, group });
    const point = ([dz, dy]: V2, side: number): V3 => this.p(x + (side * width) / 2, y + dy, z + dz);
    outline.forEach((a, i) => {
      const b = outline[(i + 1) % sides];
      scene.poly([point(a, -1), point(a, 1), point(b, 1), point(b, -1)], rim);
    });
    for (const side of [-1, 1]) {
      scene.poly(
        outline.map((a) => point(a, side)),
        scene.surf({ ...paint, group }),
      );
    }
  }

  /** A flat quadrangle with thickness, closed: wings, rotor blades, solar cells. */
  plate(corners: readonly V3[], thickness: number, paint: Paint): void {
    const { scene } = this;
    const group = scene.group();
    const up = corners.map(([x, y, z]): V3 => [x, y + thickness / 2, z]);
    const down = corners.map(([x, y, z]): V3 => [x, y - thickness / 2, z]);
    const face = scene.surf({ ...paint, group });
    const edge = scene.surf({ ...paint, tone: paint.tone * 0.9, group });
    this.poly(up, face);
    this.poly(down, edge);
    for (let i = 0; i < corners.length; i++) {
      const j = (i + 1) % corners.length;
      this.poly([up[i], up[j], down[j], down[i]], edge);
    }
  }
}
