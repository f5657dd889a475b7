/** What every built-in place must keep, checked on the world that it builds. */
import { createRandom } from '@filmai/core-tensor/random';
import { describe, expect, it } from 'vitest';
import { Scene } from '../world/scene.js';
import { add, cross, dot, len, mul, norm, sub, type V3 } from '../world/vector.js';
import type { DayTime, Mark, Place, PlaceGrammar } from './place.js';
import { listPlaces } from './registry.js';

function build(grammar: PlaceGrammar, seed: number | string = 7, time: DayTime = 'day'): { scene: Scene; place: Place } {
  const scene = new Scene();
  const place = grammar.build(scene, createRandom(seed), { words: grammar.name.replaceAll('-', ' '), time, weather: 'clear' });
  return { scene, place };
}

/** Distance along a ray to the first triangle (Möller and Trumbore 1997). */
function firstHit(scene: Scene, from: V3, direction: V3): number {
  let nearest = Number.POSITIVE_INFINITY;
  const corner = (i: number): V3 => [scene.pos[i * 3], scene.pos[i * 3 + 1], scene.pos[i * 3 + 2]];
  for (let t = 0; t < scene.idx.length; t += 3) {
    const a = corner(scene.idx[t]);
    const ab = sub(corner(scene.idx[t + 1]), a);
    const ac = sub(corner(scene.idx[t + 2]), a);
    const p = cross(direction, ac);
    const determinant = dot(ab, p);
    if (Math.abs(determinant) < 1e-12) continue;
    const toEye = sub(from, a);
    const u = dot(toEye, p) / determinant;
    if (u < 0 || u > 1) continue;
    const q = cross(toEye, ab);
    const v = dot(direction, q) / determinant;
    if (v < 0 || u + v > 1) continue;
    const distance = dot(ac, q) / determinant;
    if (distance > 1e-6 && distance < nearest) nearest = distance;
  }
  return nearest;
}

const looks = (mark: Mark): V3 => [Math.sin(mark.yaw), 0, Math.cos(mark.yaw)];
const flat = (v: V3): V3 => norm([v[0], 0, v[2]]);
const inside = (p: V3, { min, max }: NonNullable<Place['bounds']>): boolean =>
  p.every((value, i) => value >= min[i] - 0.02 && value <= max[i] + 0.02);
const head = (mark: Mark): V3 =>
  add(mark.at, [0, mark.kind === 'sit' || mark.kind === 'drive' ? (mark.seatHeight ?? 0.45) + 0.75 : 1.55, 0]);

describe.each(listPlaces().map((grammar) => [grammar.name, grammar] as const))('%s', (_, grammar) => {
  const { scene, place } = build(grammar);

  it('builds the same world from the same seed and another from another', () => {
    const again = build(grammar);
    expect(again.scene.pos).toEqual(scene.pos);
    expect(again.scene.surfaces).toEqual(scene.surfaces);
    expect(again.place).toEqual(place);
    const other = build(grammar, 8).scene;
    expect(
      JSON.stringify([other.pos, other.surfaces, other.decals]) === JSON.stringify([scene.pos, scene.surfaces, scene.decals]),
    ).toBe(false);
  });

  it('is made of finite triangles, fewer than 60,000, with finite lines and lamps', () => {
    expect(scene.pos.every(Number.isFinite)).toBe(true);
    expect(scene.nrm.every(Number.isFinite)).toBe(true);
    expect(scene.lab.every((label) => label >= 0 && label < scene.surfaces.length)).toBe(true);
    expect(scene.idx.length / 3).toBeGreaterThan(100);
    expect(scene.idx.length / 3).toBeLessThan(60_000);
    expect(scene.decals.flatMap((decal) => decal.pts.flat()).every(Number.isFinite)).toBe(true);
    expect(scene.lights.every((light) => light.p.every(Number.isFinite) && light.range > 0)).toBe(true);
  });

  it('keeps its furniture at every time of day', () => {
    if (!place.interior) return;
    const night = build(grammar, 7, 'night');
    expect(night.place.marks).toEqual(place.marks);
    expect(Math.abs(night.scene.idx.length - scene.idx.length)).toBeLessThan(scene.idx.length * 0.05);
  });

  it('has at least six marks on a floor within the bounds', () => {
    expect(place.marks.length).toBeGreaterThanOrEqual(6);
    for (const mark of place.marks) {
      // Outside one may float in space or stand on a wreck; a room has a floor.
      if (place.interior)
        expect(firstHit(scene, add(mark.at, [0, 0.12, 0]), [0, -1, 0]), `floor under ${mark.at.join(' ')}`).toBeLessThan(0.6);
      if (place.bounds)
        expect(
          inside([mark.at[0], Math.max(mark.at[1], place.bounds.min[1]), mark.at[2]], wider(place.bounds)),
          mark.at.join(' '),
        ).toBe(true);
      if (mark.kind === 'sit' || mark.kind === 'lie' || mark.kind === 'drive') expect(mark.seatHeight).toBeGreaterThanOrEqual(0);
    }
  });

  it('lets its first two marks face each other, or sit side by side', () => {
    const [a, b] = place.marks;
    const apart = sub(b.at, a.at);
    expect(len(apart)).toBeGreaterThan(0.4);
    expect(len(apart)).toBeLessThan(3);
    const facing = dot(looks(a), flat(apart)) > 0.55 && dot(looks(b), flat(mul(apart, -1))) > 0.55;
    const beside = len(apart) < 1.6 && dot(looks(a), looks(b)) > 0.2 && a.kind !== 'stand';
    expect(facing || beside).toBe(true);
  });

  it('has two views or more that stand free, inside the bounds, and look at marks', () => {
    expect(place.views.length).toBeGreaterThanOrEqual(2);
    for (const view of place.views) {
      const axis = norm(sub(view.target, view.eye));
      if (place.bounds) expect(inside(view.eye, place.bounds), `eye ${view.eye.join(' ')}`).toBe(true);
      expect(firstHit(scene, view.eye, axis), `view from ${view.eye.join(' ')}`).toBeGreaterThan(0.35);
      const half = Math.cos(((view.fov * 0.5 * Math.hypot(16, 9)) / 9 / 180) * Math.PI);
      expect(place.marks.some((mark) => dot(norm(sub(head(mark), view.eye)), axis) > half)).toBe(true);
    }
    const seen = place.marks.slice(0, 2).filter((mark) => {
      const way = sub(head(mark), place.views[0].eye);
      return firstHit(scene, place.views[0].eye, norm(way)) > len(way) - 0.45;
    });
    if (place.interior) expect(seen.length, 'of the first two marks in the establishing view').toBeGreaterThan(0);
  });
});

/** Marks may stand closer to the walls than a camera. */
function wider(bounds: NonNullable<Place['bounds']>): NonNullable<Place['bounds']> {
  return { min: sub(bounds.min, [0.5, 0.3, 0.5]), max: add(bounds.max, [0.5, 0.3, 0.5]) };
}

describe('the words of all places', () => {
  it('name one interior and one exterior at most', () => {
    for (const setting of [true, false]) {
      const owner = new Map<string, string>();
      for (const grammar of listPlaces())
        for (const word of grammar.words) {
          if (grammar.interior !== setting && grammar.interior !== 'either') continue;
          expect(owner.get(word) ?? grammar.name, `'${word}'`).toBe(grammar.name);
          owner.set(word, grammar.name);
        }
    }
  });

  it('are lower case, and each grammar has a name of its own', () => {
    for (const grammar of listPlaces()) for (const word of grammar.words) expect(word).toBe(word.toLowerCase().trim());
    expect(new Set(listPlaces().map((grammar) => `${grammar.name}/${String(grammar.interior)}`)).size).toBe(listPlaces().length);
  });
});
