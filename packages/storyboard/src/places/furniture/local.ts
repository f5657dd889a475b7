/**
 * @file The carpenter's corner: a spot in the world with its own axes, in which furniture is built without thinking of where it
 * will stand. x is to the right, y up, z towards the front; a thing's front looks along +z, like a figure with yaw 0.
 */
import type { Random } from '@filmai/core-tensor/random';
import type { Decal, Scene, Surface } from '../../world/scene.js';
import { type Basis, type V2, type V3, basis, sub, len, mix3, toWorld } from '../../world/vector.js';
import type { DayTime } from '../place.js';

/** A surface before it belongs to a thing. */
export type Paint = Omit<Surface, 'group'>;

/** Longest piece of a drawn line, metres: a line is dropped as a whole where one end is behind the camera. */
const LONGEST_LINE = 1.6;

/** A place to build at: a point, a direction, and what every builder needs to know. Immutable; `at` gives another one. */
export class Local {
  /** The axes in world space. */
  readonly frame: Basis;

  /**
   * @param scene - The world that is built into.
   * @param random - Draws all variations; shared by the spots made with `at`.
   * @param time - The time of day, which decides whether lamps are lit.
   * @param origin - The spot, metres.
   * @param yaw - Where its front looks, radians about the vertical; 0 is +z. Default 0.
   */
  constructor(
    readonly scene: Scene,
    readonly random: Random,
    readonly time: DayTime,
    readonly origin: V3 = [0, 0, 0],
    readonly yaw = 0,
  ) {
    this.frame = basis(origin, yaw);
  }

  /** Whether lamps are lit. */
  get dark(): boolean {
    return this.time === 'night';
  }

  /** Another spot, given in this one's axes, turned by `turn` radians. */
  at(x: number, y: number, z: number, turn = 0): Local {
    return new Local(this.scene, this.random, this.time, this.point(x, y, z), this.yaw + turn);
  }

  /** A local point in the world. */
  point(x: number, y: number, z: number): V3 {
    return toWorld(this.frame, [x, y, z]);
  }

  /** A box on the centre of its base. */
  box(x: number, y: number, z: number, width: number, height: number, depth: number, paint: Paint, turn = 0): void {
    this.scene.box(this.point(x, y, z), width, height, depth, paint, this.yaw + turn);
  }

  /** A turned body about the vertical; `profile` lists radius and height. `sharp` inks every ring. */
  lathe(x: number, y: number, z: number, profile: V2[], paint: Paint, sides = 14, sharp = false): void {
    this.scene.lathe(this.point(x, y, z), profile, paint, sides, sharp);
  }

  /** A rod or hose through local points. One radius for all, or one each. */
  tube(points: V3[], radius: number | number[], paint: Paint, sides = 7): void {
    const radii = typeof radius === 'number' ? points.map(() => radius) : radius;
    this.scene.tube(
      points.map((p) => this.point(...p)),
      radii,
      paint,
      sides,
    );
  }

  /** A lump. */
  blob(x: number, y: number, z: number, size: V3, paint: Paint, rough = 0.15, rings = 6): void {
    this.scene.blob(this.point(x, y, z), size, paint, this.random, rough, undefined, rings);
  }

  /** A flat convex face through local points, anticlockwise as seen from its front; returns its label. */
  face(points: V3[], paint: Paint | number): number {
    const label = typeof paint === 'number' ? paint : this.scene.surf(paint);
    this.scene.poly(
      points.map((p) => this.point(...p)),
      label,
    );
    return label;
  }

  /** An upright rectangle that looks forward: centre of its lower edge, size. */
  panel(x: number, y: number, z: number, width: number, height: number, paint: Paint | number): number {
    const l = x - width / 2;
    const r = x + width / 2;
    return this.face(
      [
        [l, y, z],
        [r, y, z],
        [r, y + height, z],
        [l, y + height, z],
      ],
      paint,
    );
  }

  /** A level rectangle that looks up: its centre, size. */
  mat(x: number, y: number, z: number, width: number, depth: number, paint: Paint | number): number {
    const [l, r, f, b] = [x - width / 2, x + width / 2, z + depth / 2, z - depth / 2];
    return this.face(
      [
        [l, y, f],
        [r, y, f],
        [r, y, b],
        [l, y, b],
      ],
      paint,
    );
  }

  /** A straight bar of convex cross-section: `section` lists z and y, drawn out along x from `x0` to `x1`. */
  prism(section: V2[], x0: number, x1: number, paint: Paint): void {
    const group = this.scene.group();
    const label = (): number => this.scene.surf({ ...paint, group });
    const end = label();
    this.face(section.map(([z, y]) => [x1, y, z] as V3).reverse(), end);
    this.face(
      section.map(([z, y]) => [x0, y, z] as V3),
      end,
    );
    section.forEach(([z, y], i) => {
      const [nextZ, nextY] = section[(i + 1) % section.length];
      this.face(
        [
          [x0, y, z],
          [x0, nextY, nextZ],
          [x1, nextY, nextZ],
          [x1, y, z],
        ],
        label(),
      );
    });
  }

  /** An ink line through local points; `weight` 1 is a fine pen. */
  line(points: V3[], weight = 0.8, options: Partial<Decal> = {}): void {
    const world = points.map((p) => this.point(...p));
    let run: V3[] = [world[0]];
    for (let i = 1; i < world.length; i++) {
      const pieces = Math.ceil(len(sub(world[i], world[i - 1])) / LONGEST_LINE);
      for (let k = 1; k <= pieces; k++) {
        const p = mix3(world[i - 1], world[i], k / pieces);
        run.push(p);
        if (pieces > 1 && k < pieces) {
          this.scene.line(run, weight, options);
          run = [p];
        }
      }
    }
    if (run.length > 1) this.scene.line(run, weight, options);
  }

  /** The outline of an upright rectangle, as a line. */
  outline(x: number, y: number, z: number, width: number, height: number, weight = 0.7): void {
    const [l, r, t] = [x - width / 2, x + width / 2, y + height];
    this.line(
      [
        [l, y, z],
        [r, y, z],
        [r, t, z],
        [l, t, z],
        [l, y, z],
      ],
      weight,
    );
  }

  /** A point light. It shows at night, a little at dusk, and by day only where `always`. */
  light(x: number, y: number, z: number, power = 0.85, range = 4.5, always = false, warm = true): void {
    const share = { night: 1, dusk: 0.55, dawn: 0.45, day: 0.12 }[this.time];
    this.scene.lights.push({
      p: this.point(x, y, z),
      power: power * 1.15 * (always ? Math.max(share, 0.3) : share),
      range: range * 1.25,
      warm,
    });
  }

  /** The surface of something that shines when lamps are lit. */
  shine(tint: V3 = [1, 0.9, 0.66], always = false): Paint {
    if (this.time === 'night' || always) return { tone: 1, glow: 0.97, tint, line: 0.8 };
    if (this.time === 'day') return { tone: 0.96, line: 0.8 };
    return { tone: 1, glow: 0.86, tint, line: 0.8 };
  }
}
