import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { Scene } from '../world/scene.js';
import type { V3 } from '../world/vector.js';
import { camera, project, rayDir } from './camera.js';
import { rasterise } from './raster.js';
import { shadowMap } from './shadow.js';

/** A square of two triangles, facing the camera at the origin that looks along −z. */
function square(scene: Scene, half: number, z: number): number {
  const label = scene.surf({ tone: 1 });
  scene.poly(
    [
      [-half, -half, z],
      [half, -half, z],
      [half, half, z],
      [-half, half, z],
    ],
    label,
  );
  return label;
}

const ahead = camera([0, 0, 0], [0, 0, -1], 90, 64, 64);

describe('rasterise', () => {
  test('a square that fills half of the view covers a quarter of the pixels, each once', () => {
    const scene = new Scene();
    square(scene, 1, -2);
    const { tri } = rasterise(scene, ahead, 1);
    expect(tri.filter((t) => t >= 0)).toHaveLength(32 * 32);
  });

  test('the nearer of two squares is seen, in whatever order they are added', () => {
    for (const depths of [
      [-2, -5],
      [-5, -2],
    ]) {
      const scene = new Scene();
      for (const z of depths) square(scene, 9, z);
      const { iz } = rasterise(scene, ahead, 1);
      expect(1 / iz[32 * 64 + 32]).toBeCloseTo(2, 5);
    }
  });

  test('what is behind the lens is not drawn, and what reaches behind it is cut', () => {
    const scene = new Scene();
    square(scene, 1, 3);
    expect(rasterise(scene, ahead, 1).tri.every((t) => t < 0)).toBe(true);
    const floor = new Scene();
    const label = floor.surf({ tone: 1 });
    floor.poly(
      [
        [-50, -1, 50],
        [50, -1, 50],
        [50, -1, -50],
        [-50, -1, -50],
      ],
      label,
    );
    const { tri, iz, W } = rasterise(floor, ahead, 1);
    expect(tri[10 * W + 32]).toBe(-1);
    expect(tri[60 * W + 32]).toBeGreaterThanOrEqual(0);
    // The floor a metre below, seen through the middle of row 60: 28.5 pixels below the horizon at a focal length of 32.
    expect(1 / iz[60 * W + 32]).toBeCloseTo(32 / 28.5, 3);
  });

  test('supersampling enlarges the buffer, not the view', () => {
    const scene = new Scene();
    square(scene, 1, -2);
    const { W, tri } = rasterise(scene, ahead, 1.5);
    expect(W).toBe(96);
    expect(tri.filter((t) => t >= 0)).toHaveLength(48 * 48);
  });

  test('an empty scene is all sky', () => {
    expect(rasterise(new Scene(), ahead, 1).tri.every((t) => t === -1)).toBe(true);
  });
});

describe('camera', () => {
  const coordinate = fc.double({ min: -20, max: 20, noNaN: true });
  const point = fc.tuple(coordinate, coordinate, coordinate);

  test('the ray through a point’s picture leads back to the point', () => {
    fc.assert(
      fc.property(
        point,
        point,
        fc.double({ min: 15, max: 80, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        (eye, target, fov, roll) => {
          fc.pre(Math.hypot(eye[0] - target[0], eye[2] - target[2]) > 0.1);
          const cam = camera(eye, target, fov, 320, 180, roll);
          const at: V3 = [target[0] + 0.5, target[1] - 0.3, target[2] + 0.2];
          const [x, y, z] = project(cam, at);
          fc.pre(z > 0.05);
          const direction = rayDir(cam, x, y);
          for (let i = 0; i < 3; i++) expect(cam.eye[i] + direction[i] * z).toBeCloseTo(at[i], 6);
        },
      ),
    );
  });

  test('the target is in the middle of the picture', () => {
    fc.assert(
      fc.property(point, point, (eye, target) => {
        fc.pre(Math.hypot(eye[0] - target[0], eye[2] - target[2]) > 0.1);
        const [x, y, z] = project(camera(eye, target, 40, 320, 180), target);
        expect(x).toBeCloseTo(160, 6);
        expect(y).toBeCloseTo(90, 6);
        expect(z).toBeGreaterThan(0);
      }),
    );
  });

  test('up in the world is up in the picture, and the right of the camera is right', () => {
    const cam = camera([0, 1, 5], [0, 1, 0], 40, 320, 180);
    expect(project(cam, [0, 2, 0])[1]).toBeLessThan(90);
    expect(project(cam, [1, 1, 0])[0]).toBeGreaterThan(160);
  });
});

describe('shadowMap', () => {
  test('a roof shades what is below it and not what is beside it', () => {
    const scene = new Scene();
    scene.box([0, 2, 0], 2, 0.1, 2, { tone: 1 });
    const shadow = shadowMap(scene, [0, 1, 0], [0, 0, 0], 5, 200);
    expect(shadow.at([0, 0, 0], 0.01)).toBe(0);
    expect(shadow.at([3, 0, 0], 0.01)).toBe(1);
    expect(shadow.at([0, 3, 0], 0.01)).toBe(1);
  });

  test('labels that cast no shadow let light through, and outside the map it is light', () => {
    const scene = new Scene();
    scene.box([0, 2, 0], 2, 0.1, 2, { tone: 1 });
    expect(shadowMap(scene, [0, 1, 0], [0, 0, 0], 5, 200, () => true).at([0, 0, 0], 0.01)).toBe(1);
    expect(shadowMap(scene, [0, 1, 0], [0, 0, 0], 5, 200).at([40, 0, 0], 0.01)).toBe(1);
  });
});
