/** @file The bench on which small things are made: a place on a surface and a few solids, so that each thing is a short recipe. */
import { at, circle, disc, extruded, lines, polygon, ringOf, slab, turned, yawOf } from './flat-shapes.js';
import type { Paint, Scene } from './scene.js';
import type { Basis, V2, V3 } from './vector.js';

/** A thing that can be shown: the words by which it is asked for, its size and how it is made. */
export interface PropKind {
  name: string;
  /** Words in lower case with `|` between, in English, French, German, Spanish and Chinese. */
  words: string;
  /** Radius of what the frame has to hold, metres. */
  radius: number;
  /** Height of its middle above the surface, metres. */
  middle: number;
  build(bench: PropBench): void;
}

export const PAPER: Paint = { tone: 0.97, tint: [1, 0.97, 0.9] };
export const WHITE: Paint = { tone: 0.95 };
export const DARK: Paint = { tone: 0.16, tint: [0.95, 0.97, 1] };
export const GREY: Paint = { tone: 0.45, tint: [0.96, 0.98, 1] };
export const METAL: Paint = { tone: 0.68, tint: [0.95, 0.98, 1] };
export const BRASS: Paint = { tone: 0.66, tint: [1, 0.86, 0.5] };
export const WOOD: Paint = { tone: 0.42, tint: [0.95, 0.72, 0.5] };
export const LEATHER: Paint = { tone: 0.3, tint: [1, 0.75, 0.55] };
export const RED: Paint = { tone: 0.5, tint: [1, 0.42, 0.36] };
export const GREEN: Paint = { tone: 0.5, tint: [0.62, 0.9, 0.6] };
export const BLUE: Paint = { tone: 0.45, tint: [0.6, 0.78, 1] };
export const CLEAR: Paint = { tone: 0.9, tint: [0.9, 0.97, 1] };
export const FLAME: Paint = { tone: 1, glow: 1, tint: [1, 0.86, 0.5], line: 0.6 };

/** Solids and pen lines in the frame of a thing: x to its right, y up, z towards whoever looks at it. Lengths in metres. */
export class PropBench {
  constructor(
    readonly scene: Scene,
    readonly on: Basis,
  ) {}

  /** The same bench, moved in its own directions and turned about the vertical. */
  moved(x: number, y: number, z: number, yaw = 0): PropBench {
    return new PropBench(this.scene, turned(this.on, yaw, [x, y, z]));
  }

  /** A point in the world. */
  at(x: number, y: number, z: number): V3 {
    return at(this.on, x, y, z);
  }

  /** A box by the middle of its base. */
  box(x: number, y: number, z: number, w: number, h: number, d: number, paint: Paint): this {
    this.scene.box(this.at(x, y, z), w, h, d, paint, yawOf(this.on));
    return this;
  }

  /** An outline (x, z, x, z …; fanned out from its first point) with upright sides, from `y` to `y + h`. */
  plate(outline: readonly number[], h: number, paint: Paint, y = 0): this {
    extruded(this.scene, turned(this.on, 0, [0, y, 0]), pairs(outline), h, paint);
    return this;
  }

  /** A level convex outline without thickness. */
  flat(outline: readonly number[], y: number, paint: Paint): this {
    polygon(this.scene, this.on, pairs(outline), y, paint);
    return this;
  }

  /** A level rectangle. */
  slab(w: number, d: number, y: number, paint: Paint, x = 0, z = 0): this {
    slab(this.scene, this.on, w, d, y, paint, [x, z]);
    return this;
  }

  /** An upright polygon through points (x, y, z, …), counter-clockwise as seen from in front. */
  face(points: readonly number[], paint: Paint): this {
    this.scene.poly(this.points(points), this.scene.surf(paint));
    return this;
  }

  /** A round bar through points (x, y, z, …), closed at both ends. One radius for all, or one a point. */
  rod(points: readonly number[], radius: number | readonly number[], paint: Paint, sides = 12): this {
    const pts = this.points(points);
    const radii = typeof radius === 'number' ? pts.map(() => radius) : [...radius];
    const beyond = (end: V3, before: V3): V3 => end.map((v, i) => v + (v - before[i]) * 1e-3) as V3;
    const [first, last] = [beyond(pts[0], pts[1]), beyond(pts[pts.length - 1], pts[pts.length - 2])];
    this.scene.tube([first, ...pts, last], [1e-5, ...radii, 1e-5], paint, sides);
    return this;
  }

  /** A turned body about the vertical through x, z: radius, height, radius, height … */
  turn(profile: readonly number[], paint: Paint, { x = 0, y = 0, z = 0, sharp = false, sides = 28 } = {}): this {
    this.scene.lathe(this.at(x, y, z), pairs(profile), paint, sides, sharp);
    return this;
  }

  /** A ball. */
  ball(x: number, y: number, z: number, r: number, paint: Paint): this {
    const profile = Array.from({ length: 11 }, (_, i) => [Math.sin((i / 10) * Math.PI) * r, -Math.cos((i / 10) * Math.PI) * r]);
    return this.turn(profile.flat(), paint, { x, y, z, sides: 24 });
  }

  /** A level disc. */
  disc(x: number, z: number, r: number, y: number, paint: Paint): this {
    disc(this.scene, this.on, [x, z], r, y, paint);
    return this;
  }

  /** A level ring of round section that lies on the height `y`. */
  ring(x: number, z: number, r: number, thick: number, paint: Paint, y = 0): this {
    ringOf(this.scene, turned(this.on, 0, [0, y, 0]), [x, z], r, thick, paint);
    return this;
  }

  /** Level pen lines: x, z, x, z each. */
  pen(segments: readonly number[], y: number, width = 1, jitter = 0.6): this {
    const quads = Array.from({ length: segments.length / 4 }, (_, i) => segments.slice(i * 4, i * 4 + 4));
    lines(this.scene, this.on, quads as unknown as [number, number, number, number][], y, width, jitter);
    return this;
  }

  /** Rows of writing in a rectangle: the last line of each paragraph is shorter. */
  rows(x0: number, x1: number, z0: number, step: number, count: number, y: number, width = 0.5): this {
    for (let i = 0; i < count; i++) {
      const end = i % 4 === 3 ? 0.55 : 1 - ((i * 37) % 5) * 0.025;
      this.pen([x0, z0 + i * step, x0 + (x1 - x0) * end, z0 + i * step], y, width, 1.2);
    }
    return this;
  }

  /** One pen line through points in space (x, y, z, …). */
  stroke(points: readonly number[], width = 1, alpha = 0.9): this {
    this.scene.line(this.points(points), width, { alpha, bias: 0.004 });
    return this;
  }

  /** A pen line around, level. */
  round(x: number, z: number, r: number, y: number, width = 1): this {
    this.scene.line(circle(this.on, [x, z], r, y), width, { bias: 0.01 });
    return this;
  }

  /** A round disc that faces whoever looks at it. */
  front(x: number, y: number, z: number, r: number, paint: Paint): this {
    const rim = Array.from({ length: 32 }, (_, i) => [
      x + Math.cos((i / 16) * Math.PI) * r,
      y + Math.sin((i / 16) * Math.PI) * r,
      z,
    ]);
    return this.face(rim.flat(), paint);
  }

  /** A small lamp. */
  shine(x: number, y: number, z: number, power = 0.7, range = 1.4): this {
    this.scene.lights.push({ p: this.at(x, y, z), power, range, warm: true });
    return this;
  }

  private points(flat: readonly number[]): V3[] {
    return Array.from({ length: flat.length / 3 }, (_, i) => this.at(flat[i * 3], flat[i * 3 + 1], flat[i * 3 + 2]));
  }
}

/** x, z, x, z … as points. */
function pairs(flat: readonly number[]): V2[] {
  return Array.from({ length: flat.length / 2 }, (_, i) => [flat[i * 2], flat[i * 2 + 1]]);
}

/** Points of an arc in the level plane, as x, z, x, z …; angles in turns from +x towards +z. */
export function arc(x: number, z: number, rx: number, rz: number, from = 0, to = 1, count = 20): number[] {
  return Array.from({ length: count + 1 }, (_, i) => {
    const angle = (from + ((to - from) * i) / count) * 2 * Math.PI;
    return [x + Math.cos(angle) * rx, z + Math.sin(angle) * rz];
  }).flat();
}

/** The same arc as points in space at the height `y`. */
export function arcAt(y: number, x: number, z: number, rx: number, rz = rx, from = 0, to = 1, count = 20): number[] {
  const flat = arc(x, z, rx, rz, from, to, count);
  return Array.from({ length: flat.length / 2 }, (_, i) => [flat[i * 2], y, flat[i * 2 + 1]]).flat();
}
