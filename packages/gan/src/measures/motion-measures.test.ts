import { createRandom } from '@filmai/core-tensor/random';
import { describe, expect, it } from 'vitest';
import { boneLengthError, footSkate, jerk, motionDiversity } from './motion-measures.js';
import type { JointPositions } from './motion-measures.js';

/** A hip and a foot, placed by functions of time in seconds. */
function motion(frames: number, fps: number, hip: (t: number) => number[], foot: (t: number) => number[]): JointPositions {
  const positions = new Float64Array(frames * 6);
  for (let frame = 0; frame < frames; frame++) positions.set([...hip(frame / fps), ...foot(frame / fps)], frame * 6);
  return { positions, parents: [-1, 0], fps };
}

const still = (): number[] => [0, 1, 0];

describe('jerk', () => {
  it('is the third derivative, whatever the frame rate', () => {
    for (const fps of [10, 30, 60]) {
      // x = t³ has a third derivative of 6.
      const { value, worst } = jerk(
        motion(
          12,
          fps,
          (t) => [t ** 3, 1, 0],
          (t) => [t ** 3, 0, 5],
        ),
      );
      expect(value).toBeCloseTo(6, 6);
      expect(worst).toBeCloseTo(6, 6);
    }
  });

  it('is zero for steady acceleration and great for noise', () => {
    expect(jerk(motion(9, 30, (t) => [4 * t * t - t, 1, 0], still)).value).toBeCloseTo(0, 6);
    const random = createRandom(2);
    expect(jerk(motion(30, 30, () => [random.normal(0, 0.01), 1, 0], still)).value).toBeGreaterThan(300);
  });
});

describe('foot skate', () => {
  it('is the speed of a foot on the floor, half of it where 2^(h/H) says so, nothing for a foot that stands or flies', () => {
    const slide = (height: number) =>
      footSkate(
        motion(10, 25, still, (t) => [0.3 * t, height, 0.4 * t]),
        { feet: [1] },
      ).value;
    expect(slide(0)).toBeCloseTo(0.5, 9);
    expect(slide(-0.01)).toBeCloseTo(0.5, 9);
    expect(slide(0.025 * Math.log2(1.5))).toBeCloseTo(0.25, 9);
    expect(slide(0.03)).toBe(0);
    expect(
      footSkate(
        motion(
          10,
          25,
          (t) => [t, 1, 0],
          () => [2, 0, 0],
        ),
        { feet: [1] },
      ).value,
    ).toBe(0);
    expect(
      footSkate(
        motion(10, 25, still, (t) => [t, 5, 0]),
        { feet: [1], floor: 5 },
      ).value,
    ).toBeCloseTo(1, 9);
  });

  it('refuses feet that are no joints', () => {
    expect(() => footSkate(motion(4, 25, still, still), { feet: [2] })).toThrow(/foot 2 is none of the 2 joints/);
    expect(() => footSkate(motion(4, 25, still, still), { feet: [] })).toThrow(/at least one/);
  });
});

describe('bone length error', () => {
  it('is zero for a bone that turns, and its relative change otherwise', () => {
    const turning = motion(20, 30, still, (t) => [Math.cos(9 * t), 1 + Math.sin(9 * t), 0]);
    expect(boneLengthError(turning).worst).toBeLessThan(1e-12);
    expect(boneLengthError(turning, [0, 0.8]).value).toBeCloseTo(0.25, 9);
    const rubber = motion(5, 30, still, (t) => [0, 0.5 + 0.5 * Math.round(30 * t) * Number(t > 0.12), 0]);
    expect(boneLengthError(rubber).worst).toBeCloseTo(2, 9);
    expect(boneLengthError(motion(3, 30, still, still)).value).toBe(0);
  });
});

describe('diversity of motions', () => {
  it('is the mean distance of joints, wherever the root is', () => {
    const at = (x: number, reach: number) =>
      motion(
        6,
        30,
        () => [x, 1, x],
        () => [x + reach, 1, x],
      );
    expect(motionDiversity([at(0, 1), at(50, 1)]).value).toBeCloseTo(0, 9);
    expect(motionDiversity([at(0, 1), at(3, 2)]).value).toBeCloseTo(0.5, 9);
    const three = motionDiversity([at(0, 1), at(0, 2), at(0, 4)]);
    expect(three.value).toBeCloseTo(1, 9);
    expect(three.worst).toBeCloseTo(1.5, 9);
    expect(() => motionDiversity([at(0, 1)])).toThrow(/at least 2/);
    expect(() => motionDiversity([at(0, 1), motion(5, 30, still, still)])).toThrow(/motion 1/);
  });
});

describe('motions', () => {
  it('are refused where numbers are missing or not finite', () => {
    expect(() => jerk({ positions: new Float32Array(7), parents: [-1, 0], fps: 30 })).toThrow(/got 7 numbers/);
    expect(() => jerk({ positions: new Float32Array(18), parents: [-1, 0], fps: 30 })).toThrow(/at least 4 frames/);
    expect(() => jerk({ positions: new Float32Array(24), parents: [-1, 7], fps: 30 })).toThrow(/joint 1 hangs on 7/);
    expect(() => jerk({ positions: new Float32Array(24).fill(Number.NaN), parents: [-1, 0], fps: 30 })).toThrow(
      /frame 0, joint 0 is at NaN/,
    );
    expect(() => jerk({ positions: new Float32Array(24), parents: [-1, 0], fps: 0 })).toThrow(/fps/);
  });
});
