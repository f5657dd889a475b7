import { describe, expect, test } from 'vitest';
import { Scene } from '../world/scene.js';
import type { V3 } from '../world/vector.js';
import { type Camera, camera, project } from './camera.js';
import { rasterise } from './raster.js';
import { type KeyDrawing, reprojectFrom } from './reproject.js';

const W = 160;
const H = 90;

/** A wall of 8 × 6 m at z = −6 with a red square on it, and a post at z = −3. */
function set(): Scene {
  const scene = new Scene();
  quad(scene, [0, 0, -6], 8, 6);
  quad(scene, [0.9, 0, -3], 0.3, 6);
  return scene;
}

function quad(scene: Scene, [x, y, z]: V3, width: number, height: number): void {
  const [w, h] = [width / 2, height / 2];
  scene.poly(
    [
      [x - w, y - h, z],
      [x + w, y - h, z],
      [x + w, y + h, z],
      [x - w, y + h, z],
    ],
    scene.surf({ tone: 1 }),
  );
}

/** A key drawing with known colours: the wall grey with a red square of a metre around the point (−1, 0.5), the post green. */
function keyFrom(scene: Scene, cam: Camera): KeyDrawing {
  const vis = rasterise(scene, cam, 1);
  const layers = new Uint8ClampedArray(W * H * 4);
  const depth = new Float32Array(W * H);
  for (let o = 0; o < W * H; o++) {
    const z = vis.tri[o] < 0 ? 1e6 : 1 / vis.iz[o];
    depth[o] = z;
    const x = cam.eye[0] + ((((o % W) + 0.5 - W / 2) / cam.focal) * cam.r[0] + cam.f[0]) * z;
    const y = cam.eye[1] + ((H / 2 - Math.floor(o / W) - 0.5) / cam.focal) * z;
    const red = Math.abs(x + 1) < 0.5 && Math.abs(y - 0.5) < 0.5;
    layers.set(vis.tri[o] < 0 ? [0, 0, 255, 0] : z < 4 ? [0, 200, 0, 0] : red ? [220, 0, 0, 0] : [128, 128, 128, 0], o * 4);
  }
  return { camera: cam, layers, depth, seen: vis };
}

function at(eye: V3): Camera {
  return camera(eye, [eye[0], eye[1], eye[2] - 1], 50, W, H);
}

/** Middle of the pixels that are clearly of one colour. */
function middleOf(pixels: Uint8ClampedArray, channel: number): [number, number] {
  let [x, y, n] = [0, 0, 0];
  for (let o = 0; o < W * H; o++) {
    const others = [0, 1, 2].filter((c) => c !== channel).map((c) => pixels[o * 4 + c]);
    if (pixels[o * 4 + channel] < 150 || Math.max(...others) > 60) continue;
    x += (o % W) + 0.5;
    y += Math.floor(o / W) + 0.5;
    n++;
  }
  return [x / n, y / n];
}

describe('reprojectFrom', () => {
  test('at a key’s own camera the view is the key drawing', () => {
    const scene = set();
    const key = keyFrom(scene, at([0, 0, 0]));
    const pixels = new Uint8ClampedArray(W * H * 4);
    reprojectFrom(scene, [key])(key.camera, 0, pixels);
    let differing = 0;
    for (let o = 0; o < W * H; o++) if (Math.abs(pixels[o * 4] - key.layers[o * 4]) > 2) differing++;
    expect(differing).toBeLessThan(W * H * 0.002);
  });

  test('a mark on a wall lands where projection says, from one key and from two', () => {
    const scene = set();
    const keys = [keyFrom(scene, at([-0.4, 0, 0])), keyFrom(scene, at([0.4, 0.1, -0.6]))] as const;
    const view = at([0.1, 0.05, -0.3]);
    const [x, y] = project(view, [-1, 0.5, -6]);
    for (const [views, mix] of [
      [[keys[0]], 0],
      [[keys[0], keys[1]], 0.5],
      [[keys[0], keys[1]], 1],
    ] as const) {
      const pixels = new Uint8ClampedArray(W * H * 4);
      reprojectFrom(scene, views)(view, mix, pixels);
      const [redX, redY] = middleOf(pixels, 0);
      expect(redX).toBeCloseTo(x, 0);
      expect(redY).toBeCloseTo(y, 0);
    }
  });

  test('near things shift more than far ones', () => {
    const scene = set();
    const keys = [keyFrom(scene, at([-0.5, 0, 0])), keyFrom(scene, at([0.5, 0, 0]))] as const;
    const pixels = new Uint8ClampedArray(W * H * 4);
    const reproject = reprojectFrom(scene, keys);
    const shifts = [0, 1].map((channel) => {
      reproject(at([-0.25, 0, 0]), 0.3, pixels);
      const [before] = middleOf(pixels, channel);
      reproject(at([0.25, 0, 0]), 0.7, pixels);
      return before - middleOf(pixels, channel)[0];
    });
    expect(shifts[1] / shifts[0]).toBeCloseTo(2, 1);
  });

  test('what one key hides comes from the other, and nothing is left transparent', () => {
    const scene = set();
    const left = keyFrom(scene, at([-0.6, 0, 0]));
    const right = keyFrom(scene, at([0.6, 0, 0]));
    const pixels = new Uint8ClampedArray(W * H * 4);
    const view = at([0, 0, 0]);
    reprojectFrom(scene, [left, right])(view, 0, pixels);
    for (let o = 3; o < pixels.length; o += 4) expect(pixels[o]).toBe(255);
    // Just left of the post the wall was hidden from the left key; it must be wall, not post.
    const [x] = project(view, [0.75, 0, -3]);
    const o = (45 * W + Math.floor(x) - 3) * 4;
    expect([...pixels.subarray(o, o + 3)]).toEqual([128, 128, 128]);
  });

  test('contour ink moves with what it outlines', () => {
    const scene = set();
    const keys = [keyFrom(scene, at([-0.5, 0, 0])), keyFrom(scene, at([0.5, 0, 0]))] as const;
    for (const { camera: cam, layers } of keys) {
      const edge = Math.floor(project(cam, [0.75, 0, -3])[0]);
      // One pixel of the line lies on the post, one on the wall.
      for (let y = 0; y < H; y++) for (const x of [edge - 1, edge]) layers[(y * W + x) * 4 + 3] = 255;
    }
    const pixels = new Uint8ClampedArray(W * H * 4);
    const view = at([0, 0, 0]);
    reprojectFrom(scene, keys)(view, 0.5, pixels);
    const dark: number[] = [];
    for (let x = 0; x < W; x++) {
      const o = (45 * W + x) * 4;
      if (Math.max(pixels[o], pixels[o + 1], pixels[o + 2]) < 90) dark.push(x);
    }
    const edge = project(view, [0.75, 0, -3])[0];
    expect(dark.length).toBeGreaterThan(0);
    for (const x of dark) expect(Math.abs(x + 0.5 - edge)).toBeLessThan(2.5);
  });
});
