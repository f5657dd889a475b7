/** @file Laws of made motion: feet stand, bones keep their lengths, flights are parabolas, files come back as they went. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createMotion,
  formatBvh,
  frameCount,
  jointIndex,
  MOTION_KINDS,
  MOTION_STYLES,
  parseBvh,
  worldPositions,
} from './index.js';
import type { MotionClip, MotionKind, MotionStyleName } from './index.js';
import { fromEuler, fromSixNumbers, rotate, slerp, toEuler, toSixNumbers, unit, type Quaternion } from './quaternion.js';

const FPS = 60;

const anyQuaternion = fc
  .tuple(
    fc.double({ min: -1, max: 1, noNaN: true }),
    fc.double({ min: -1, max: 1, noNaN: true }),
    fc.double({ min: -1, max: 1, noNaN: true }),
  )
  .map(([x, y, z]): Quaternion => {
    const w = 1 - Math.min(1, x * x * 0.3 + y * y * 0.3);
    const size = Math.hypot(x, y, z, w);
    return [x / size, y / size, z / size, w / size];
  });

const turned = (q: Quaternion): number[] => [...rotate(q, [1, 2, 3]), ...rotate(q, [-2, 0.5, 1])];

const closeTo = (got: readonly number[], expected: readonly number[], tolerance: number): void => {
  expect(Math.max(...got.map((value, i) => Math.abs(value - expected[i])))).toBeLessThan(tolerance);
};

const joint = (clip: MotionClip, positions: Float32Array, frame: number, name: string): readonly [number, number, number] => {
  const at = (frame * clip.skeleton.joints.length + jointIndex(clip.skeleton, name)) * 3;
  return [positions[at], positions[at + 1], positions[at + 2]];
};

describe('rotations', () => {
  it('come back from angles in every order and from six numbers', () => {
    fc.assert(
      fc.property(anyQuaternion, fc.constantFrom('XYZ', 'XZY', 'YXZ', 'YZX', 'ZXY', 'ZYX'), (q, order) => {
        // Within a hundred-thousandth of the pole one angle is left out.
        closeTo(turned(fromEuler(toEuler(q, order), order)), turned(q), 3e-5);
        closeTo(turned(fromSixNumbers(toSixNumbers(q))), turned(q), 1e-9);
      }),
    );
  });

  it('lie on the way between two, at both ends and turned alike from either side', () => {
    fc.assert(
      fc.property(anyQuaternion, anyQuaternion, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, t) => {
        closeTo(turned(slerp(a, b, 0)), turned(a), 1e-6);
        closeTo(turned(slerp(a, b, 1)), turned(b), 1e-6);
        expect(Math.hypot(...slerp(a, b, t))).toBeCloseTo(1, 9);
      }),
    );
  });

  it('hold at the pole, where two axes fall together', () => {
    for (const order of ['XYZ', 'ZXY', 'YZX']) {
      const q = fromEuler([0.4, Math.PI / 2, 0.3], order);
      closeTo(turned(fromEuler(toEuler(q, order), order)), turned(q), 1e-5);
    }
  });

  it('give no rotation for six numbers without direction', () => {
    expect(fromSixNumbers([0, 0, 0, 0, 0, 0])).toEqual([0, 0, 0, 1]);
    expect(fromSixNumbers([1, 0, 0, 1, 0, 0])).toEqual([0, 0, 0, 1]);
    expect(unit([0, 3, 0])).toEqual([0, 1, 0]);
  });
});

describe('made motion', () => {
  it('keeps the length of every bone, whatever is done and however', () => {
    for (const kind of MOTION_KINDS) {
      for (const style of Object.keys(MOTION_STYLES) as MotionStyleName[]) {
        const clip = createMotion({ kind, style, seconds: 1.5, seed: style });
        const positions = worldPositions(clip);
        expect(positions.every(Number.isFinite), `${kind} ${style}`).toBe(true);
        const { joints } = clip.skeleton;
        for (let frame = 0; frame < frameCount(clip); frame += 7) {
          for (const [j, { parent, offset }] of joints.entries()) {
            if (parent < 0) continue;
            const at = (frame * joints.length + j) * 3;
            const from = (frame * joints.length + parent) * 3;
            const bone = Math.hypot(...[0, 1, 2].map((axis) => positions[at + axis] - positions[from + axis]));
            expect(Math.abs(bone - Math.hypot(...offset))).toBeLessThan(1e-5);
          }
        }
      }
    }
  });

  it('stands where it stands: the ball of a foot on the ground does not slide', () => {
    const slides = (kind: MotionKind): number => {
      const clip = createMotion({ kind, seconds: 3, fps: FPS, seed: 5 });
      const positions = worldPositions(clip);
      const steps: number[] = [];
      for (const name of ['LeftToe', 'RightToe']) {
        const lowest = Math.min(
          ...Array.from({ length: frameCount(clip) }, (_, frame) => joint(clip, positions, frame, name)[1]),
        );
        for (let frame = 1; frame < frameCount(clip); frame++) {
          const [before, now] = [joint(clip, positions, frame - 1, name), joint(clip, positions, frame, name)];
          if (Math.max(before[1], now[1]) < lowest + 0.002) steps.push(Math.hypot(now[0] - before[0], now[2] - before[2]) * FPS);
        }
      }
      expect(steps.length, kind).toBeGreaterThan(20);
      return steps.toSorted((a, b) => a - b)[Math.floor(steps.length * 0.95)];
    };
    for (const kind of ['stand', 'walk', 'turn', 'sit', 'wave'] as const) expect(slides(kind), kind).toBeLessThan(0.05);
    expect(slides('run')).toBeLessThan(0.2);
  });

  it('goes as fast as it is told, and round a curve', () => {
    const walk = createMotion({ kind: 'walk', seconds: 4, speed: 1.4, seed: 2 });
    const far =
      joint(walk, worldPositions(walk), frameCount(walk) - 1, 'Hips')[2] - joint(walk, worldPositions(walk), 0, 'Hips')[2];
    expect(far).toBeCloseTo((1.4 * (frameCount(walk) - 1)) / 30, 1);
    const round = createMotion({ kind: 'walk', seconds: 4, speed: 1.4, curve: Math.PI / 4, seed: 2 });
    const [x, , z] = joint(round, worldPositions(round), frameCount(round) - 1, 'Hips');
    const radius = 1.4 / (Math.PI / 4);
    expect(Math.abs(Math.hypot(x - radius, z) - radius)).toBeLessThan(0.05);
  });

  it('flies a parabola when it runs and when it jumps', () => {
    for (const [kind, seed] of [
      ['run', 4],
      ['jump', 4],
    ] as const) {
      const clip = createMotion({ kind, seconds: 3, fps: 240, seed });
      const heights = Array.from({ length: frameCount(clip) }, (_, frame) => clip.root[frame * 3 + 1]);
      const accelerations = heights.slice(1, -1).map((height, i) => (heights[i] - 2 * height + heights[i + 2]) * 240 * 240);
      const inFlight = accelerations.filter((value) => Math.abs(value + 9.81) < 0.6).length / 240;
      expect(inFlight, kind).toBeGreaterThan(0.2);
    }
  });

  it('ends a fall on the ground and never under it', () => {
    for (let seed = 1; seed <= 8; seed++) {
      const clip = createMotion({ kind: 'fall', seconds: 3, seed });
      const positions = worldPositions(clip);
      const heights = positions.filter((_, i) => i % 3 === 1);
      expect(Math.min(...heights)).toBeGreaterThan(-1e-6);
      expect(joint(clip, positions, frameCount(clip) - 1, 'Hips')[1], `seed ${seed}`).toBeLessThan(0.4);
      expect(joint(clip, positions, frameCount(clip) - 1, 'Head')[1], `seed ${seed}`).toBeLessThan(0.6);
    }
  });

  it('is the same for the same seed and another for another', () => {
    const [a, b, c] = [7, 7, 8].map((seed) => createMotion({ kind: 'wave', seconds: 1, seed }));
    expect(a).toEqual(b);
    expect(a.rotations).not.toEqual(c.rotations);
  });

  it('refuses what it does not know and what is out of range', () => {
    expect(() => createMotion({ kind: 'fly' as 'run', seconds: 1 })).toThrow(/no kind of motion "fly"/);
    expect(() => createMotion({ kind: 'run', seconds: 1, style: 'toString' as 'tired' })).toThrow(/no style "toString"/);
    expect(() => createMotion({ kind: 'run', seconds: 0 })).toThrow(/seconds must lie in/);
    expect(() => createMotion({ kind: 'walk', seconds: 1, speed: Number.NaN })).toThrow(/speed must lie in 0.3…2.5/);
  });
});

describe('BVH', () => {
  it('comes back as it went, in metres and in centimetres, in every order', () => {
    for (const kind of MOTION_KINDS) {
      const clip = createMotion({ kind, seconds: 1, seed: 3, fps: 25 });
      const expected = worldPositions(clip);
      for (const [unitsPerMetre, order] of [
        [1, 'ZXY'],
        [100, 'XYZ'],
        [100, 'YZX'],
      ] as const) {
        const parsed = parseBvh(formatBvh(clip, { unitsPerMetre, order }));
        expect(parsed.clip.fps).toBe(25);
        expect(parsed.metresPerUnit).toBe(1 / unitsPerMetre);
        closeTo([...worldPositions(parsed.clip)], [...expected], 2e-3);
      }
    }
  });

  it('reads a file of another hand: centimetres, positions at joints, end sites, Windows line ends', () => {
    const text = [
      'HIERARCHY',
      'ROOT pelvis',
      '{',
      '  OFFSET 0.0 90.0 0.0',
      '  CHANNELS 6 Xposition Yposition Zposition Yrotation Xrotation Zrotation',
      '  JOINT upper body',
      '  {',
      '    OFFSET 0 50 0',
      '    CHANNELS 6 Xposition Yposition Zposition Zrotation Xrotation Yrotation',
      '    End Site',
      '    {',
      '      OFFSET 0 20 0',
      '    }',
      '  }',
      '}',
      'MOTION',
      'Frames: 1',
      'Frame Time: 0.0416667',
      '10 95 0 90 0 0  0 50 0 0 0 90',
    ].join('\r\n');
    const { clip, metresPerUnit, diagnostics } = parseBvh(text);
    expect(metresPerUnit).toBe(0.01);
    expect(clip.fps).toBe(24);
    expect(clip.skeleton.joints[1]).toMatchObject({ name: 'upper body', parent: 0, end: [0, 0.2, 0] });
    expect(diagnostics).toEqual(['line 9: positions of "upper body" are ignored: its bone keeps its length']);
    closeTo([...worldPositions(clip)], [0.1, 0.95, 0, 0.1, 1.45, 0], 1e-6);
  });

  it.each([
    ['', 'expected HIERARCHY, got the end of the file'],
    ['HIERARCHY\nROOT a\n{\nOFFSET 0 0\n', 'line 4: expected OFFSET and three numbers, got OFFSET 0 0'],
    ['HIERARCHY\nROOT a\n{\nOFFSET 0 0 0\nCHANNELS 3 Zrotation Xrotation\n', 'line 5: expected CHANNELS, their number'],
    ['HIERARCHY\nROOT a\n{\nOFFSET 0 0 0\nCHANNELS 1 Zrotation\n', 'got the end of the file'],
    ['HIERARCHY\nROOT a\n{\nOFFSET 0 0 0\nCHANNELS 1 Zrotation\n}\nMOTION\nFrames: 2\nFrame Time: 0.1\n1\n', 'frame 2 of 2'],
    [
      'HIERARCHY\nROOT a\n{\nOFFSET 0 0 0\nCHANNELS 1 Zrotation\n}\nMOTION\nFrames: 1\nFrame Time: 0.1\n1 nan\n',
      'line 10: expected 1 numbers, got "nan"',
    ],
    [
      'HIERARCHY\nROOT a\n{\nOFFSET 0 0 0\nCHANNELS 1 Zrotation\n}\nMOTION\nFrames: 1\nFrame Time: 0\n1\n',
      'a frame time above 0',
    ],
    ['PK\u0003\u0004 not text', 'line 1: expected HIERARCHY'],
  ])('says where %j is wrong', (text, message) => {
    expect(() => parseBvh(text)).toThrow(
      expect.objectContaining({ code: 'BAD_BVH', message: expect.stringContaining(message) as string }),
    );
  });
});
