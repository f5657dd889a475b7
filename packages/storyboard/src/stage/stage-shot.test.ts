import { describe, expect, test } from 'vitest';
import { type Camera, project } from '../camera/camera.js';
import { PLAIN_LOOK } from '../figure/index.js';
import type { PlaceGrammar } from '../places/place.js';
import { cross, dot, sub } from '../world/vector.js';
import { CAMERA_MOVES, type CastMember, SHOT_ANGLES, SHOT_SIZES, type ShotDescription } from './shot-description.js';
import { type StagedShot, stageShot } from './stage-shot.js';

const picture = { width: 320, height: 180 };
const ANN: CastMember = { name: 'ANN', look: { ...PLAIN_LOOK, female: true, height: 1.66 }, mark: 0 };
const BEN: CastMember = { name: 'BEN', look: PLAIN_LOOK, mark: 1 };

function shot(changes: Partial<ShotDescription>): ShotDescription {
  return { place: 'KITCHEN', time: 'DAY', size: 'medium', cast: [ANN, BEN], seed: 7, ...changes };
}

function stage(changes: Partial<ShotDescription>): StagedShot {
  return stageShot(shot(changes), picture);
}

/** Whether the subject's eyes are inside the frame. */
function showsFace({ cast: [subject], camera }: StagedShot): boolean {
  const [x, y, z] = project(camera, subject.placed.eye);
  return z > 0 && x > 0 && y > 0 && x < camera.W && y < camera.H;
}

/** On which side of the line from mark 0 to mark 1 a camera is. */
function sideOf(camera: Camera, { cast }: StagedShot): number {
  const [ann, ben] = ['ANN', 'BEN'].map((name) => cast.find(({ member }) => member.name === name));
  const along = sub(ben!.figure.head, ann!.figure.head);
  return Math.sign(dot(cross(along, [0, 1, 0]), sub(camera.eye, ann!.figure.head)));
}

describe('stageShot', () => {
  test.each(
    SHOT_SIZES.filter((size) => size !== 'insert').flatMap((size) =>
      ['KITCHEN', 'STREET', 'FOREST'].map((place) => [size, place] as const),
    ),
  )('%s in a %s shows the subject’s face from inside the bounds', (size, place) => {
    const staged = stage({ size, place });
    expect(showsFace(staged)).toBe(true);
    const [x, y, z] = staged.camera.eye;
    const bounds = staged.bounds;
    if (!bounds) return;
    for (const [i, value] of [x, y, z].entries()) {
      expect(value).toBeGreaterThanOrEqual(bounds.min[i]);
      expect(value).toBeLessThanOrEqual(bounds.max[i]);
    }
  });

  test.each(SHOT_ANGLES)('angle %s still shows the face of a medium shot', (angle) => {
    expect(showsFace(stage({ angle }))).toBe(true);
  });

  test('a closer size shows a larger head', () => {
    const sizes = ['extreme-wide', 'wide', 'full', 'medium', 'close', 'extreme-close'] as const;
    const heights = sizes.map((size) => {
      const { camera, cast } = stage({ size, place: 'STREET', cast: [ANN] });
      const [subject] = cast;
      return (subject.figure.headHeight * camera.focal) / project(camera, subject.figure.head)[2] / camera.H;
    });
    for (let i = 1; i < heights.length; i++) expect(heights[i]).toBeGreaterThan(heights[i - 1] * 0.99);
    expect(heights[5]).toBeGreaterThan(0.6);
    expect(heights[1]).toBeLessThan(0.12);
  });

  test('wide shots of different numbers are different, and an extreme wide one shows more', () => {
    for (const place of ['KITCHEN', 'HARBOUR']) {
      const cameras = [0, 1, 2, 3, 4, 5].map((view) => stage({ size: 'wide', place, cast: [], view }).camera);
      for (const [i, a] of cameras.entries()) {
        for (const b of cameras.slice(i + 1)) {
          const apart = Math.hypot(...sub(a.eye, b.eye)) + Math.hypot(...sub(a.f, b.f)) + Math.abs(Math.log(a.focal / b.focal));
          expect(apart, place).toBeGreaterThan(0.25);
        }
      }
      const farther = stage({ size: 'extreme-wide', place, cast: [] }).camera;
      expect(cameras[0].focal / farther.focal + Math.hypot(...sub(cameras[0].eye, farther.eye)) / 10).toBeGreaterThan(1.15);
    }
  });

  test('low looks up, high and overhead look down, dutch tilts the horizon', () => {
    const tilt = (angle: ShotDescription['angle']): number => stage({ angle, place: 'STREET' }).camera.f[1];
    expect(tilt('low')).toBeGreaterThan(tilt('eye') + 0.1);
    expect(tilt('high')).toBeLessThan(tilt('eye') - 0.2);
    expect(tilt('overhead')).toBeLessThan(-0.85);
    expect(Math.abs(stage({ angle: 'dutch' }).camera.r[1])).toBeGreaterThan(0.1);
  });

  test('the camera keeps its side of the line when the cast is named the other way round', () => {
    for (const size of ['medium', 'close', 'over-shoulder', 'two-shot'] as const) {
      for (const side of [1, -1] as const) {
        const one = stage({ place: 'STREET', size, side });
        const other = stage({ place: 'STREET', size, side, cast: [BEN, ANN] });
        expect(sideOf(one.camera, one), `${size} ${side}`).toBe(side);
        expect(sideOf(other.camera, other), `${size} ${side} reversed`).toBe(side);
      }
    }
  });

  test('in shot and reverse shot the two look to opposite sides of the frame', () => {
    const looks = (cast: CastMember[]): number => {
      const { camera, cast: staged } = stage({ place: 'STREET', size: 'close', cast });
      return dot(staged[0].figure.facing, camera.r);
    };
    expect(looks([ANN, BEN]) * looks([BEN, ANN])).toBeLessThan(0);
  });

  test('over the shoulder the partner is at the edge and nearer than the subject, who is near the middle', () => {
    const { camera, cast } = stage({ place: 'STREET', size: 'over-shoulder' });
    const [x, , depth] = project(camera, cast[0].figure.head);
    const [partnerX, , partnerDepth] = project(camera, cast[1].figure.head);
    expect(Math.abs(x / camera.W - 0.5)).toBeLessThan(0.2);
    expect(Math.abs(partnerX / camera.W - 0.5)).toBeGreaterThan(0.27);
    expect(partnerDepth).toBeLessThan(depth);
  });

  test('a group of four fits into the frame', () => {
    const group = ['A', 'B', 'C', 'D'].map((name, mark) => ({ name, look: PLAIN_LOOK, mark }));
    for (const size of ['full', 'medium'] as const) {
      const { camera, cast } = stage({ place: 'STREET', size, cast: group });
      for (const { figure } of cast) {
        const [x, y, z] = project(camera, figure.head);
        expect(z).toBeGreaterThan(0);
        expect(Math.min(x / camera.W, 1 - x / camera.W, y / camera.H, 1 - y / camera.H)).toBeGreaterThan(0);
      }
    }
  });

  test('without marks the order of the names decides, not that of the cast', () => {
    const [ann, ben] = [ANN, BEN].map(({ name, look }) => ({ name, look }));
    const where = (cast: CastMember[]): unknown => stage({ cast }).cast.find(({ member }) => member.name === 'ANN')?.mark.at;
    expect(where([ben, ann])).toEqual(where([ann, ben]));
  });

  test('every move begins and ends inside the bounds, and only static and handheld arrive where they began', () => {
    for (const move of CAMERA_MOVES) {
      const staged = stage({ move });
      const [from, to] = [staged.path(0), staged.path(1)];
      const moved = Math.hypot(...sub(to.eye, from.eye)) + Math.hypot(...sub(to.f, from.f));
      if (move === 'static') expect(moved).toBe(0);
      else if (move !== 'handheld') expect(moved).toBeGreaterThan(0.02);
    }
  });

  test('an insert shows its object in the middle', () => {
    const { cast, camera, scene } = stage({ size: 'insert', object: 'a torn letter', cast: [] });
    expect(cast).toEqual([]);
    expect(camera.f[1]).toBeLessThan(-0.3);
    expect(scene.lab.length).toBeGreaterThan(0);
  });

  test('a place of one’s own is used before the built-in ones', () => {
    const igloo: PlaceGrammar = {
      name: 'igloo',
      words: ['igloo'],
      interior: true,
      build: (scene) => {
        scene.box([0, -0.1, 0], 8, 0.1, 8, { tone: 0.95 });
        const mark = (x: number, yaw: number): { at: [number, number, number]; yaw: number } => ({ at: [x, 0, 0], yaw });
        return {
          marks: [mark(-0.6, Math.PI / 2), mark(0.6, -Math.PI / 2)],
          views: [{ eye: [0, 1.5, 3.6], target: [0, 1.2, 0], fov: 45 }],
          centre: [0, 0, 0],
          radius: 5,
          interior: true,
        };
      },
    };
    const staged = stageShot(shot({ place: 'IGLOO', size: 'two-shot' }), { ...picture, places: [igloo] });
    expect(staged.place).toEqual({ name: 'igloo', neutral: false });
    expect(showsFace(staged)).toBe(true);
  });

  test('words that no place knows give the neutral one, and it says so', () => {
    expect(stage({ place: 'QXZZY', setting: 'int' }).place.neutral).toBe(true);
  });

  test.each([
    ['size', 'huge', TypeError],
    ['angle', 'sideways', TypeError],
    ['move', 'teleport', TypeError],
    ['side', 0, TypeError],
    ['place', undefined, TypeError],
    ['time', 3, TypeError],
    ['cast', 'ANN', TypeError],
    ['cast', [{ name: 'ANN' }], TypeError],
    ['cast', [{ ...ANN, mark: -1 }], TypeError],
    ['view', -1, TypeError],
    ['view', 0.5, TypeError],
    ['seed', Number.NaN, TypeError],
  ])('refuses %s: %s', (field, value, kind) => {
    const bad = { ...shot({}), [field]: value };
    expect(() => stageShot(bad, picture)).toThrow(kind);
    expect(() => stageShot(bad, picture)).toThrow(`shot.${field}`);
  });

  test.each([0, -5, 1.5, Number.NaN, 100_000])('refuses a width of %s', (width) => {
    expect(() => stageShot(shot({}), { width, height: 180 })).toThrow(RangeError);
  });

  test('a place that cannot be filmed is a StoryboardError that names it', () => {
    const broken: PlaceGrammar = {
      name: 'void',
      words: ['void'],
      interior: false,
      build: () => ({ marks: [], views: [], centre: [0, 0, 0], radius: 1, interior: false }),
    };
    expect(() => stageShot(shot({ place: 'VOID' }), { ...picture, places: [broken] })).toThrow(
      expect.objectContaining({
        name: 'StoryboardError',
        code: 'BAD_PLACE',
        message:
          'place "void" was built with no marks. Return at least one mark and one view, in metres and radians, from build().',
      }),
    );
  });
});
