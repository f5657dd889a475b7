import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { len, sub, type V3 } from '../world/vector.js';
import { PLAIN_LOOK } from './look.js';
import { ACTIONS, mirrored, poseOf } from './poses.js';
import { gazeAt, lowestShoe, reach, rigOf } from './skeleton.js';

const coordinate = fc.double({ min: -1, max: 1, noNaN: true });
const point = fc.tuple(coordinate, coordinate, coordinate) as fc.Arbitrary<V3>;

describe('reach', () => {
  it('keeps the bones their lengths and gets to every target within them', () => {
    fc.assert(
      fc.property(point, point, point, (from, to, pole) => {
        const [joint, end] = reach(from, to, 0.5, 0.45, pole);
        expect(len(sub(joint, from))).toBeCloseTo(0.5, 5);
        expect(len(sub(end, joint))).toBeCloseTo(0.45, 5);
        const far = len(sub(to, from));
        if (far > 0.06 && far < 0.94) expect(len(sub(end, to))).toBeLessThan(1e-6);
      }),
    );
  });

  it('stretches towards a target that is out of reach', () => {
    const [, end] = reach([0, 0, 0], [0, 0, 9], 0.5, 0.45, [0, 1, 0]);
    expect(end[2]).toBeCloseTo(0.948, 2);
  });
});

describe('rigOf', () => {
  it('mirrors a mirrored pose', () => {
    for (const action of ACTIONS) {
      const rig = rigOf(PLAIN_LOOK, poseOf(action));
      const other = rigOf(PLAIN_LOOK, mirrored(poseOf(action)));
      const flip = ([x, y, z]: V3): V3 => [-x, y, z];
      for (const side of [0, 1] as const) {
        expect(len(sub(flip(other.wrist[1 - side]), rig.wrist[side])), `${action} wrist`).toBeLessThan(1e-6);
        expect(len(sub(flip(other.ankle[1 - side]), rig.ankle[side])), `${action} ankle`).toBeLessThan(1e-6);
      }
    }
  });

  it('puts the shoes of everybody who stands on the floor', () => {
    for (const action of ACTIONS)
      for (const look of [
        PLAIN_LOOK,
        { ...PLAIN_LOOK, age: 6, height: 1.15 },
        { ...PLAIN_LOOK, female: true, height: 1.6, build: 1.3 },
      ]) {
        const pose = poseOf(action);
        if (pose.rest === 'ground') expect(lowestShoe(rigOf(look, pose)), action).toBeCloseTo(0, 6);
      }
  });

  it('carries a seated pelvis with the seat', () => {
    for (const action of ACTIONS.filter((name) => poseOf(name).rest === 'seat')) {
      const [low, high] = [0.4, 0.75].map((seatHeight) => rigOf(PLAIN_LOOK, poseOf(action), { seatHeight }).pelvis[1]);
      expect(high - low, action).toBeCloseTo(0.35, 6);
      expect(low - 0.4, action).toBeGreaterThan(0.08);
      expect(low - 0.4, action).toBeLessThan(0.18);
    }
  });

  it('keeps every joint finite for all actions, ages and builds', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ACTIONS),
        fc.integer({ min: 2, max: 95 }),
        fc.double({ min: 0.75, max: 1.35, noNaN: true }),
        fc.boolean(),
        (action, age, build, female) => {
          const rig = rigOf(
            { ...PLAIN_LOOK, age, build, female, height: age < 12 ? 1.2 : 1.7 },
            poseOf(action, { variation: age, seated: true }),
          );
          const joints = [...rig.wrist, ...rig.elbow, ...rig.ankle, ...rig.knee, rig.head.o, rig.neck, rig.pelvis].flat();
          expect(joints.every(Number.isFinite)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('turns head and eyes to what is looked at, but not the head behind the shoulder', () => {
    const pose = poseOf('stand');
    const ahead = rigOf(PLAIN_LOOK, pose, { lookAt: [0, 1.66, 5] });
    expect(ahead.head.z[2]).toBeGreaterThan(0.98);
    const left = rigOf(PLAIN_LOOK, pose, { lookAt: [5, 1.66, 1] });
    expect(left.head.z[0]).toBeGreaterThan(0.8);
    expect(gazeAt(left.head, [5, 1.66, 1])[0]).toBeGreaterThan(0);
    const behind = rigOf(PLAIN_LOOK, pose, { lookAt: [1, 1.66, -5] });
    expect(Math.acos(behind.head.z[2])).toBeLessThan(1.3);
  });
});

describe('poseOf', () => {
  it('names the poses it knows when asked for another', () => {
    expect(() => poseOf('levitate' as never)).toThrow(/no pose 'levitate'.*stand/s);
  });

  it('varies from person to person and stays the same for one', () => {
    expect(poseOf('stand', { variation: 3 })).toEqual(poseOf('stand', { variation: 3 }));
    const stances = new Set([1, 2, 3, 4, 5, 6, 7, 8].map((variation) => JSON.stringify(poseOf('stand', { variation }))));
    expect(stances.size).toBe(8);
  });

  it('seats what hands do, and leaves whole-body actions alone', () => {
    expect(poseOf('phone', { seated: true }).rest).toBe('seat');
    expect(poseOf('phone', { seated: true }).hands[1].grip).toBe('grasp');
    expect(poseOf('run', { seated: true }).rest).toBe('air');
  });

  it('brings a walk back to its start after a cycle', () => {
    const start = poseOf('walk', { phase: 0 });
    const half = poseOf('walk', { phase: 0.5 });
    expect(half.feet[0].at[2]).toBeCloseTo(start.feet[1].at[2], 6);
    expect(poseOf('walk', { phase: 1 })).toEqual(start);
  });
});
