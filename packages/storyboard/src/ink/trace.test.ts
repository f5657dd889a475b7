import { describe, expect, test } from 'vitest';
import { camera } from '../camera/camera.js';
import { rasterise } from '../camera/raster.js';
import { Scene } from '../world/scene.js';
import { joinThroughJunctions } from './junctions.js';
import { resample, traceContours } from './trace.js';

const ahead = camera([0, 0, 0], [0, 0, -1], 90, 200, 200);

function facing(scene: Scene, x0: number, y0: number, x1: number, y1: number, z: number, line = 1): number {
  const label = scene.surf({ tone: 1, line });
  scene.poly(
    [
      [x0, y0, z],
      [x1, y0, z],
      [x1, y1, z],
      [x0, y1, z],
    ],
    label,
  );
  return label;
}

function contoursOf(scene: Scene): ReturnType<typeof traceContours> {
  return traceContours(scene, rasterise(scene, ahead, 1.5), 1.5);
}

describe('traceContours', () => {
  test('a square gives four straight lines along its sides', () => {
    const scene = new Scene();
    facing(scene, -1, -1, 1, 1, -2);
    const contours = contoursOf(scene).filter((contour) => contour.len > 20);
    expect(contours.reduce((sum, contour) => sum + contour.len, 0)).toBeGreaterThan(380);
    expect(contours.every((contour) => contour.straight && contour.sil)).toBe(true);
    for (const { pts } of contours) {
      for (const [x, y] of pts) {
        const off = Math.min(Math.abs(x - 50), Math.abs(x - 150), Math.abs(y - 50), Math.abs(y - 150));
        expect(off).toBeLessThan(1.5);
      }
    }
  });

  test('depth is that of the nearer side, and its label comes first', () => {
    const scene = new Scene();
    const wall = facing(scene, -30, -30, 30, 30, -8);
    const post = facing(scene, -0.3, -9, 0.3, 9, -3);
    const [contour] = contoursOf(scene);
    expect(contour.depth).toBeCloseTo(3, 3);
    expect([contour.label, contour.other]).toEqual([post, wall]);
  });

  test('a surface that asks for no line gets none', () => {
    const scene = new Scene();
    facing(scene, -1, -1, 1, 1, -2, 0);
    expect(contoursOf(scene)).toEqual([]);
  });

  test('nothing to see gives no contours', () => {
    expect(contoursOf(new Scene())).toEqual([]);
  });
});

describe('joinThroughJunctions', () => {
  test('two chains that run on through a crossing become one, and no point is lost', () => {
    const columns = 100;
    const at = (x: number, y: number): number => y * columns + x;
    const left = Array.from({ length: 21 }, (_, i) => at(i, 20));
    const right = Array.from({ length: 21 }, (_, i) => at(20 + i, 20));
    const down = Array.from({ length: 21 }, (_, i) => at(20, 20 + i));
    const joined = joinThroughJunctions([left, down, right], columns);
    expect(joined.map((chain) => chain.length).toSorted((a, b) => a - b)).toEqual([21, 41]);
    expect(new Set(joined.flat())).toEqual(new Set([...left, ...right, ...down]));
  });

  test('a closed chain stays as it is', () => {
    const ring = [0, 1, 101, 100, 0];
    expect(joinThroughJunctions([ring], 100)).toEqual([ring]);
  });
});

describe('resample', () => {
  test('keeps the ends and about one point a step', () => {
    const line = Array.from({ length: 101 }, (_, i): [number, number] => [i, 0]);
    const kept = resample(line, 10);
    expect(kept[0]).toEqual([0, 0]);
    expect(kept[kept.length - 1]).toEqual([100, 0]);
    expect(kept).toHaveLength(11);
  });
});
