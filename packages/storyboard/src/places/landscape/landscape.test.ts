import { createRandom } from '@filmai/core-tensor/random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Scene } from '../../world/scene.js';
import type { V3 } from '../../world/vector.js';
import { signWord, textWidth, writeSign } from './lettering.js';
import { Local } from './local.js';
import { coverOf, STONE } from './materials.js';
import { layGround, levelled, rolling, talkingPair } from './terrain.js';
import { plantBare, plantBroadleaf, plantConifer, plantPalm } from './trees.js';
import { putVehicle, VEHICLE_SIZES, type VehicleKind } from './vehicles.js';

const reach = (scene: Scene): { low: V3; high: V3 } => {
  const low: V3 = [Infinity, Infinity, Infinity];
  const high: V3 = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < scene.pos.length; i++) {
    low[i % 3] = Math.min(low[i % 3], scene.pos[i]);
    high[i % 3] = Math.max(high[i % 3], scene.pos[i]);
  }
  return { low, high };
};

/** Edges that an odd number of triangles share, points compared by place. */
const openEdges = (scene: Scene): number => {
  const key = (i: number): string => [0, 1, 2].map((axis) => Math.round(scene.pos[i * 3 + axis] * 1e4)).join(' ');
  const edges = new Map<string, number>();
  for (let t = 0; t < scene.idx.length; t += 3) {
    const [a, b, c] = [key(scene.idx[t]), key(scene.idx[t + 1]), key(scene.idx[t + 2])];
    for (const [p, q] of [
      [a, b],
      [b, c],
      [c, a],
    ]) {
      if (p === q) continue;
      const edge = p < q ? `${p}|${q}` : `${q}|${p}`;
      edges.set(edge, (edges.get(edge) ?? 0) + 1);
    }
  }
  return [...edges.values()].filter((count) => count % 2 === 1).length;
};

describe('terrain', () => {
  it('is continuous: a small step is a small rise, also where it is levelled', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -50, max: 50, noNaN: true }),
        fc.double({ min: -50, max: 50, noNaN: true }),
        fc.integer({ min: 0, max: 99 }),
        (x, z, seed) => {
          const ground = levelled(rolling(2, 20, seed), 3, -4, 4);
          expect(Math.abs(ground(x + 0.01, z) - ground(x, z))).toBeLessThan(0.05);
          expect(Math.abs(ground(x, z + 0.01) - ground(x, z))).toBeLessThan(0.05);
        },
      ),
    );
  });

  it('is flat where it is levelled', () => {
    const ground = levelled(rolling(3, 15, 7), 3, -4, 4);
    expect(ground(3, -4)).toBeCloseTo(ground(4.5, -3), 9);
  });

  it('is laid without gaps and spares cells', () => {
    const scene = new Scene();
    layGround(scene, { x0: -400, x1: 400, z0: -400, z1: 400 }, 0.5, () => 2, STONE);
    expect(scene.idx.length / 3).toBeLessThanOrEqual(90 * 90 * 2);
    expect(reach(scene)).toEqual({ low: [-400, 2, -400], high: [400, 2, 400] });
  });

  it('puts two people face to face on it', () => {
    const [a, b] = talkingPair(2, 3, 0.7, (x) => x * 0.1, 1.5);
    expect(Math.hypot(b.at[0] - a.at[0], b.at[2] - a.at[2])).toBeCloseTo(1.5);
    expect(a.at[1]).toBeCloseTo(a.at[0] * 0.1);
    expect(b.yaw - a.yaw).toBeCloseTo(Math.PI);
  });
});

describe('trees', () => {
  const cover = coverOf({ words: '', time: 'day', weather: 'clear' });
  it.each([
    ['broadleaf', plantBroadleaf],
    ['conifer', plantConifer],
    ['palm', plantPalm],
    [
      'bare',
      (scene: Scene, random: ReturnType<typeof createRandom>, at: V3, height: number) => plantBare(scene, random, at, height),
    ],
  ] as const)('a %s stands upright on its spot and is about as tall as asked', (_, plant) => {
    for (let seed = 0; seed < 12; seed++) {
      const scene = new Scene();
      plant(scene, createRandom(seed), [10, 2, -5], 9, cover);
      const { low, high } = reach(scene);
      expect(low[1]).toBeLessThanOrEqual(2);
      expect(low[1]).toBeGreaterThan(1);
      expect(high[1] - 2).toBeGreaterThan(7);
      expect(high[1] - 2).toBeLessThan(13);
      expect(Math.abs((low[0] + high[0]) / 2 - 10)).toBeLessThan(3.2);
      expect(scene.idx.length / 3).toBeLessThan(3_000);
    }
  });
});

describe('bodies', () => {
  it('are closed: prism and wheel leave no open edge', () => {
    const scene = new Scene();
    const local = new Local(scene, [1, 2, 3], 0.4);
    local.prism(
      [
        [-1, 0],
        [-1, 1],
        [0.5, 1.4],
        [1, 0],
      ],
      (_, y) => 1 - y * 0.2,
      STONE,
    );
    local.wheel(3, 1, 0, 0.4, 0.3, STONE);
    expect(openEdges(scene)).toBe(0);
  });
});

describe('vehicles', () => {
  const afloat = new Set<VehicleKind>(['rowing-boat', 'fishing-boat', 'sailing-boat', 'raft', 'ship', 'spaceship']);
  it.each(Object.keys(VEHICLE_SIZES) as VehicleKind[])('%s has its true size and stands on the ground', (kind) => {
    const scene = new Scene();
    putVehicle(scene, createRandom(5), kind, [0, 0, 0], 0);
    const { low, high } = reach(scene);
    const size = VEHICLE_SIZES[kind];
    expect(high[0] - low[0]).toBeCloseTo(size.width, -Math.log10(size.width * 0.24));
    expect(high[2] - low[2]).toBeGreaterThan(size.length * 0.8);
    expect(high[2] - low[2]).toBeLessThan(size.length * 1.25);
    expect(high[1]).toBeGreaterThan(size.height * 0.85);
    expect(high[1]).toBeLessThan(size.height * 1.15);
    if (!afloat.has(kind)) expect(Math.abs(low[1])).toBeLessThan(0.03);
    expect(scene.pos.every(Number.isFinite)).toBe(true);
    expect(scene.idx.length / 3).toBeLessThan(1_200);
  });

  it('have lamps when asked', () => {
    const dark = new Scene();
    const lit = new Scene();
    putVehicle(dark, createRandom(1), 'police-car', [0, 0, 0], 0);
    putVehicle(lit, createRandom(1), 'police-car', [0, 0, 0], 0, { lights: true });
    expect(dark.lights).toHaveLength(0);
    expect(lit.lights.length).toBeGreaterThan(1);
  });
});

describe('signs', () => {
  it('are centred and as wide as they say', () => {
    const scene = new Scene();
    writeSign(new Local(scene, [0, 0, 0]), 'HOTEL', 0, 2, 0.1, 0.6, STONE);
    const { low, high } = reach(scene);
    expect((low[0] + high[0]) / 2).toBeCloseTo(0, 0);
    expect(high[0] - low[0]).toBeCloseTo(textWidth('HOTEL', 0.6), 0);
    expect(high[1] - low[1]).toBeCloseTo(0.6 + 0.09, 1);
  });

  it('leave a gap for what is not in the alphabet', () => {
    const scene = new Scene();
    writeSign(new Local(scene, [0, 0, 0]), '…?', 0, 0, 0, 1, STONE);
    expect(scene.idx).toHaveLength(0);
  });

  it('speak the language of the heading', () => {
    const choices = [['SCHOOL'], ['ECOLE', 'école'], ['SCHULE', 'schule']] as const;
    expect(signWord('vor der schule', choices)).toBe('SCHULE');
    expect(signWord('学校', choices)).toBe('SCHOOL');
  });
});
