import { createRandom } from '@filmai/core-tensor/random';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meshOf } from './mesh.js';
import { fbm, noise2, noiseTex, texAt, texLin } from './noise.js';
import { addProp, knownProp, PROP_KINDS, propFor } from './props.js';
import { Scene } from './scene.js';
import { basis, cross, dot, len, norm, toLocal, toWorld, type V3 } from './vector.js';

const number = fc.double({ min: -50, max: 50, noNaN: true });
const vector = fc.tuple(number, number, number);

describe('vectors', () => {
  test('a frame’s axes are orthonormal and right-handed', () => {
    fc.assert(
      fc.property(number, number, number, (yaw, pitch, roll) => {
        const { x, y, z } = basis([0, 0, 0], yaw, pitch, roll);
        for (const axis of [x, y, z]) expect(len(axis)).toBeCloseTo(1, 9);
        expect(dot(x, y)).toBeCloseTo(0, 9);
        expect(dot(cross(x, y), z)).toBeCloseTo(1, 9);
      }),
    );
  });

  test('into a frame and out again is where it was', () => {
    fc.assert(
      fc.property(vector, vector, number, number, (origin, p, yaw, pitch) => {
        const frame = basis(origin, yaw, pitch);
        for (const [i, value] of toWorld(frame, toLocal(frame, p)).entries()) expect(value).toBeCloseTo(p[i], 7);
      }),
    );
  });

  test('yaw 0 looks along +z and a quarter turn along +x; a null vector has no direction', () => {
    expect(basis([0, 0, 0]).z).toEqual([0, -0, 1]);
    expect(basis([0, 0, 0], Math.PI / 2).z[0]).toBeCloseTo(1, 9);
    expect(norm([0, 0, 0])).toEqual([0, 0, 0]);
  });
});

describe('noise', () => {
  test('stays in 0…1, is the same each time and has no jumps', () => {
    fc.assert(
      fc.property(number, number, (x, y) => {
        for (const noise of [noise2, fbm]) {
          expect(noise(x, y)).toBeGreaterThanOrEqual(0);
          expect(noise(x, y)).toBeLessThanOrEqual(1);
          expect(noise(x, y)).toBe(noise(x, y));
        }
        expect(Math.abs(noise2(x + 1e-4, y) - noise2(x, y))).toBeLessThan(1e-3);
      }),
    );
  });

  test('the texture wraps, and is read between its points', () => {
    const texture = noiseTex();
    expect(texAt(texture, 515, -1)).toBe(texAt(texture, 3, 511));
    expect(texLin(texture, 10, 20)).toBeCloseTo(texAt(texture, 10, 20), 6);
    expect(texLin(texture, 10.5, 20)).toBeCloseTo((texAt(texture, 10, 20) + texAt(texture, 11, 20)) / 2, 6);
  });
});

describe('Scene', () => {
  test('a box has twelve triangles in three surfaces of one group, and no point outside its size', () => {
    const scene = new Scene();
    scene.box([1, 2, 3], 2, 1, 4, { tone: 0.5 });
    expect(scene.lab).toHaveLength(12);
    expect(new Set(scene.surfaces.map((surface) => surface.group)).size).toBe(1);
    for (let i = 0; i < scene.pos.length; i += 3) {
      expect(Math.abs(scene.pos[i] - 1)).toBeCloseTo(1, 9);
      expect(Math.abs(scene.pos[i + 1] - 2.5)).toBeCloseTo(0.5, 9);
      expect(Math.abs(scene.pos[i + 2] - 3)).toBeCloseTo(2, 9);
    }
  });

  test('every shape gives whole triangles with existing vertices, unit normals and known labels', () => {
    const scene = new Scene();
    scene.box([0, 0, 0], 1, 1, 1, { tone: 1 }, 0.3);
    scene.tube(
      [
        [0, 0, 0],
        [0, 1, 0],
        [1, 1, 0],
      ],
      [0.1, 0.1, 0.05],
      { tone: 1 },
    );
    scene.lathe(
      [0, 0, 0],
      [
        [0, 0],
        [1, 0.2],
        [0.5, 1],
      ],
      { tone: 1 },
    );
    scene.ground(-1, 1, -1, 1, 3, 2, (x) => x * 0.1, { tone: 1 });
    scene.blob([0, 0, 0], [1, 0.5, 1], { tone: 1 }, createRandom(1));
    expect(scene.idx).toHaveLength(scene.lab.length * 3);
    expect(Math.max(...scene.idx)).toBeLessThan(scene.pos.length / 3);
    expect(Math.max(...scene.lab)).toBe(scene.surfaces.length - 1);
    for (let i = 0; i < scene.nrm.length; i += 3) expect(len(scene.nrm.slice(i, i + 3) as V3)).toBeCloseTo(1, 6);
  });

  test('adding to a clone leaves the scene as it was', () => {
    const scene = new Scene();
    scene.box([0, 0, 0], 1, 1, 1, { tone: 1 });
    const copy = scene.clone();
    copy.box([2, 0, 0], 1, 1, 1, { tone: 1 });
    copy.line([
      [0, 0, 0],
      [1, 0, 0],
    ]);
    expect([scene.lab.length, scene.decals.length, copy.lab.length, copy.decals.length]).toEqual([12, 0, 24, 1]);
    expect(copy.group()).toBeGreaterThan(scene.surfaces[0].group);
  });

  test('its arrays are made once and again when it grows', () => {
    const scene = new Scene();
    scene.box([0, 0, 0], 1, 1, 1, { tone: 1 });
    const mesh = meshOf(scene);
    expect(meshOf(scene)).toBe(mesh);
    scene.box([2, 0, 0], 1, 1, 1, { tone: 1 });
    expect(meshOf(scene).labels).toHaveLength(24);
  });
});

describe('props', () => {
  test.each([
    ['a torn letter', 'letter'],
    ['her PHONE', 'phone'],
    ['the knife', 'knife'],
    ['钥匙', 'key'],
    ['a bottle of pills', 'bottle'],
    ['the bread knife on the judge’s table', 'knife'],
    ['a form', 'form'],
    ['light switch', 'switch'],
    ['the lamp room key', 'key'],
    ['her reading glasses', 'glasses'],
    ['a glass of water', 'glass'],
    ['die Taschenlampe', 'torch'],
    ['une tasse de café', 'mug'],
    ['una botella', 'bottle'],
    ['a paper cup', 'mug'],
    ['two envelopes', 'envelope'],
    ['aluminium case', 'suitcase'],
    ['something else', 'parcel'],
    ['', 'parcel'],
  ])('%s is a %s', (words, name) => {
    expect(propFor(words).name).toBe(name);
  });

  test('what is not known is said to be unknown, so that something else can be shown', () => {
    expect(knownProp('fingers')).toBeUndefined();
    expect(knownProp('')).toBeUndefined();
    expect(knownProp('a pen on a string')).toMatchObject({ name: 'pen' });
  });

  test('every kind is found by its own name, and no two kinds share one', () => {
    for (const name of PROP_KINDS) expect(propFor(name).name).toBe(name);
    expect(new Set(PROP_KINDS).size).toBe(PROP_KINDS.length);
    expect(PROP_KINDS.length).toBeGreaterThan(34);
  });

  test('every thing lies on the surface and within the radius that it names', () => {
    for (const words of [...PROP_KINDS, 'what nobody knows']) {
      const scene = new Scene();
      const { radius } = addProp(scene, words, [5, 1, 5], 0.4);
      expect(scene.lab.length, words).toBeGreaterThan(0);
      for (let i = 0; i < scene.pos.length; i += 3) {
        expect(scene.pos[i + 1], words).toBeGreaterThanOrEqual(1 - 1e-3);
        expect(Math.hypot(scene.pos[i] - 5, scene.pos[i + 2] - 5), words).toBeLessThan(radius * 1.35);
      }
    }
  });
});
