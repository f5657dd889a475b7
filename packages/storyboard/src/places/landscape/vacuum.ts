/** @file What stands in for the sky where there is no air: a black dome with stars, planets, and a sun that is a lamp. */
import type { Random } from '@filmai/core-tensor/random';
import type { Scene } from '../../world/scene.js';
import { type V3, mad, norm } from '../../world/vector.js';

/** Metres from the origin to the dome: near enough that haze does not grey it, far enough for parallax. */
const DOME = 78;

/** Hangs the black dome and its stars. The weather's sky stays outside. */
export function hangStars(scene: Scene, random: Random, count = 420): void {
  const label = scene.surf({ tone: 0.02, glow: 0.03, tint: [0.85, 0.9, 1], line: 0 });
  const [rings, sides] = [10, 20];
  const at = (j: number, i: number): V3 => {
    const [t, a] = [(j / rings) * Math.PI, (i / sides) * Math.PI * 2];
    return [Math.sin(t) * Math.cos(a) * DOME, Math.cos(t) * DOME, Math.sin(t) * Math.sin(a) * DOME];
  };
  for (let j = 0; j < rings; j++)
    for (let i = 0; i < sides; i++) scene.poly([at(j, i), at(j, i + 1), at(j + 1, i + 1), at(j + 1, i)], label);
  for (let i = 0; i < count; i++) {
    const y = random.range(-1, 1);
    const a = random.range(0, 6.283);
    const r = Math.sqrt(1 - y * y);
    const p: V3 = [Math.cos(a) * r * DOME * 0.93, y * DOME * 0.93, Math.sin(a) * r * DOME * 0.93];
    const size = random.range(0.1, 0.36);
    const along: V3 = [Math.sin(a), 0, -Math.cos(a)];
    const corner = (u: number, v: number): V3 => mad(mad(p, along, u * size), [0, 1, 0], v * size);
    scene.line([corner(1, 0), corner(0, 1), corner(-1, 0), corner(0, -1)], 1, {
      color: '#fffaf0',
      alpha: random.range(0.5, 1),
      closed: true,
      bias: 2,
    });
  }
}

/** A planet on that sky: a sphere with bands of cloud, lit by the place's sun. */
export function hangPlanet(
  scene: Scene,
  random: Random,
  direction: V3,
  distance: number,
  radius: number,
  tint: V3,
  tone = 0.8,
): void {
  const centre = mad([0, 0, 0], norm(direction), Math.min(distance, DOME - radius * 0.2));
  scene.blob(centre, [radius, radius, radius], { tone, tint, line: 1 }, random, 0, undefined, 22);
  for (let k = 0; k < 26; k++) {
    const lat = random.range(-1.1, 1.1);
    const from = random.range(0, 6.283);
    const arc: V3[] = [];
    for (let i = 0; i < 8; i++) {
      const a = from + i * 0.09;
      const l = lat + 0.05 * Math.sin(i + k);
      arc.push(mad(centre, [Math.cos(l) * Math.cos(a), Math.sin(l), Math.cos(l) * Math.sin(a)], radius * 1.01));
    }
    if (k % 3 === 0) scene.line(arc, 1.1, { alpha: 0.5, bias: 0.4, px: true });
    else scene.line(arc, random.range(2, 5), { color: '#fffaf0', alpha: 0.6, bias: 0.4, px: true });
  }
}

/** A hard sun: one strong cold lamp at a distance, out of every picture. */
export function lightSun(scene: Scene, direction: V3, power = 1.1): void {
  scene.lights.push({ p: mad([0, 0, 0], norm(direction), 62), power: power * 1.15, range: 150, warm: false });
}
