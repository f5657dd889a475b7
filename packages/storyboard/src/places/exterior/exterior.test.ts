import { createRandom } from '@filmai/core-tensor/random';
import { describe, expect, it } from 'vitest';
import { Scene } from '../../world/scene.js';
import type { DayTime, Place, PlaceRequest } from '../place.js';
import { exteriorPlaces } from './index.js';

const build = (
  grammar: (typeof exteriorPlaces)[number],
  seed: string,
  request: Partial<PlaceRequest> = {},
): { scene: Scene; place: Place } => {
  const scene = new Scene();
  const place = grammar.build(scene, createRandom(seed), { words: grammar.words[0], time: 'day', weather: 'clear', ...request });
  return { scene, place };
};

const glowing = (scene: Scene): number => scene.surfaces.filter((surface) => (surface.glow ?? 0) > 0.5).length;

describe('exterior places', () => {
  it('are at least 38, with names and heading words of their own', () => {
    expect(exteriorPlaces.length).toBeGreaterThanOrEqual(38);
    expect(new Set(exteriorPlaces.map((place) => place.name)).size).toBe(exteriorPlaces.length);
    const words = exteriorPlaces.flatMap((place) => place.words);
    expect(new Set(words).size).toBe(words.length);
    for (const word of words) expect(word).toBe(word.trim().toLowerCase());
    expect(exteriorPlaces.every((place) => place.words.some((word) => /[\u4e00-\u9fff]/.test(word)))).toBe(true);
  });

  describe.each(exteriorPlaces.map((grammar) => [grammar.name, grammar] as const))('%s', (_, grammar) => {
    it('is finite, small enough, and the same for the same seed', () => {
      const { scene } = build(grammar, 'a');
      const again = build(grammar, 'a').scene;
      expect(scene.idx.length / 3).toBeGreaterThan(200);
      expect(scene.idx.length / 3).toBeLessThanOrEqual(50_000);
      expect(scene.surfaces.length).toBeLessThan(8_000);
      expect(scene.pos.every(Number.isFinite)).toBe(true);
      expect(scene.nrm.every(Number.isFinite)).toBe(true);
      expect(scene.decals.every((decal) => decal.pts.flat().every(Number.isFinite))).toBe(true);
      expect(Buffer.from(Float64Array.from(again.pos).buffer).equals(Buffer.from(Float64Array.from(scene.pos).buffer))).toBe(
        true,
      );
      expect(again.decals.length).toBe(scene.decals.length);
    });

    it('differs from seed to seed', () => {
      const other = build(grammar, 'b').scene;
      expect(Float64Array.from(other.pos)).not.toEqual(Float64Array.from(build(grammar, 'a').scene.pos));
    });

    it('has six marks, the first two face each other at talking distance, and two views apart', () => {
      const { place } = build(grammar, 'a');
      expect(place.marks.length).toBeGreaterThanOrEqual(6);
      const [a, b] = place.marks;
      const [dx, dz] = [b.at[0] - a.at[0], b.at[2] - a.at[2]];
      const gap = Math.hypot(dx, dz);
      expect(gap).toBeGreaterThan(1.15);
      expect(gap).toBeLessThan(1.85);
      const facing = (yaw: number, x: number, z: number): number => (Math.sin(yaw) * x + Math.cos(yaw) * z) / gap;
      expect(facing(a.yaw, dx, dz)).toBeGreaterThan(0.9);
      expect(facing(b.yaw, -dx, -dz)).toBeGreaterThan(0.9);
      expect(place.views.length).toBeGreaterThanOrEqual(2);
      const [first, second] = place.views;
      expect(Math.hypot(first.eye[0] - second.eye[0], first.eye[2] - second.eye[2])).toBeGreaterThan(2);
      expect(place.exit).toBeDefined();
    });

    it('has something to stand on under every mark', () => {
      const { scene, place } = build(grammar, 'a');
      for (const mark of place.marks) {
        // In space one may hang on a line.
        if (grammar.name === 'space' && mark.at[1] > 1) continue;
        const gap = distanceToFloor(scene, mark.at);
        expect(gap, `${grammar.name} mark ${place.marks.indexOf(mark)}`).toBeLessThan(0.45);
      }
    });

    it.each<DayTime>(['dawn', 'dusk', 'night'])('stands at %s and in snow', (time) => {
      const { scene } = build(grammar, 'a', { time, weather: 'snow' });
      expect(scene.pos.every(Number.isFinite)).toBe(true);
    });
  });

  it.each(['street', 'gas-station', 'hospital-front', 'bar-front', 'police-station-front'])('%s lights up at night', (name) => {
    const grammar = exteriorPlaces.find((place) => place.name === name);
    if (!grammar) throw new Error(`no place ${name}`);
    const day = build(grammar, 'a', { time: 'day' }).scene;
    const night = build(grammar, 'a', { time: 'night' }).scene;
    expect(night.lights.length).toBeGreaterThan(day.lights.length);
    expect(glowing(night)).toBeGreaterThan(glowing(day));
  });
});

/** Height difference between a point and the nearest triangle straight above or below it. */
function distanceToFloor(scene: Scene, [px, py, pz]: readonly number[]): number {
  let best = Infinity;
  const at = (corner: number, axis: number): number => scene.pos[scene.idx[corner] * 3 + axis];
  for (let t = 0; t < scene.idx.length; t += 3) {
    const [ax, az, bx, bz, cx, cz] = [at(t, 0), at(t, 2), at(t + 1, 0), at(t + 1, 2), at(t + 2, 0), at(t + 2, 2)];
    const area = (bx - ax) * (cz - az) - (cx - ax) * (bz - az);
    if (Math.abs(area) < 1e-9) continue;
    const u = ((px - ax) * (cz - az) - (cx - ax) * (pz - az)) / area;
    const v = ((bx - ax) * (pz - az) - (px - ax) * (bz - az)) / area;
    if (u < 0 || v < 0 || u + v > 1) continue;
    const y = at(t, 1) + u * (at(t + 1, 1) - at(t, 1)) + v * (at(t + 2, 1) - at(t, 1));
    best = Math.min(best, Math.abs(y - py));
  }
  return best;
}
