import { readFile, stat } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Frame } from '@filmai/core-tensor/frames';
import { startRuntime } from '@filmai/core-tensor/runtime';
import {
  drawStoryboardFromLayout,
  flatPicture,
  LAYOUT_MAPS,
  layoutMaps,
  releaseStoryboardNetworks,
  type StoryboardLayout,
} from './index.js';

const [width, height] = [64, 48];
const size = width * height;
const model = fileURLToPath(new URL('../../models/storyboard/', import.meta.url));

/** A wall, a floor from half way down, a dark box in the middle with an outline around it. */
function room(hour: StoryboardLayout['hour'] = 'day', light = 0.8): StoryboardLayout {
  const at = Array.from({ length: size }, (_, i) => [i % width, Math.floor(i / width)] as const);
  const inBox = ([x, y]: readonly [number, number]): boolean => x > 20 && x < 44 && y > 14 && y < 36;
  const onLine = ([x, y]: readonly [number, number]): boolean =>
    (x >= 20 && x <= 44 && (y === 14 || y === 36)) || (y >= 14 && y <= 36 && (x === 20 || x === 44));
  return {
    width,
    height,
    classes: Uint8Array.from(at, (pixel) => (inBox(pixel) || pixel[1] < 24 ? 2 : 1)),
    depth: Float32Array.from(at, (pixel) => (inBox(pixel) ? 3 : pixel[1] < 24 ? 6 : 6 - (pixel[1] - 24) / 8)),
    shade: Float32Array.from(at, (pixel) => (inBox(pixel) ? light * 0.4 : light)),
    warmth: new Float32Array(size),
    tint: new Float32Array(3 * size).fill(1),
    outlines: Float32Array.from(at, (pixel) => (onLine(pixel) ? 1 : 0)),
    marks: new Float32Array(size),
    hour,
    wash: hour === 'night' ? [0.07, 0.085, 0.15] : [0.17, 0.18, 0.25],
    paper: [0.975, 0.955, 0.905],
    lamp: [1, 0.86, 0.58],
  };
}

const mean = ({ data }: Frame, [left, top, right, bottom] = [0, 0, width, height]): number => {
  let sum = 0;
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) sum += data[4 * (y * width + x) + 1];
  return sum / ((right - left) * (bottom - top));
};

describe('the maps of a layout', () => {
  it('hold colour, lines, nearness, one class and one hour for each pixel', () => {
    const layout = room();
    layout.depth[0] = Number.POSITIVE_INFINITY;
    layout.classes[0] = 0;
    const maps = layoutMaps(layout);
    expect(maps.length).toBe(size * LAYOUT_MAPS);
    expect(maps.every((value, i) => value <= 1 && value >= (i % LAYOUT_MAPS < 3 ? -1 : 0))).toBe(true);
    for (let i = 0; i < size; i += 97) {
      const pixel = maps.subarray(i * LAYOUT_MAPS, (i + 1) * LAYOUT_MAPS);
      expect(Array.from(pixel.subarray(6, 15))).toEqual(Array.from({ length: 9 }, (_, k) => (k === layout.classes[i] ? 1 : 0)));
      expect(Array.from(pixel.subarray(15))).toEqual([0, 1, 0, 0]);
    }
    expect(maps[5]).toBe(0);
  });

  it('paint paper through a wash: bare paper in full light, wash without any, the lamp where it is warm', () => {
    const layout = room();
    layout.shade.set([1, 0, 1]);
    layout.warmth[2] = 1;
    const flat = flatPicture(layout);
    for (const [pixel, colour] of [layout.paper, layout.wash, layout.lamp].entries()) {
      for (let c = 0; c < 3; c++) expect(flat[3 * pixel + c]).toBeCloseTo(colour[c], 5);
    }
  });

  it('refuse fields of another size, unknown classes and unknown hours', () => {
    expect(() => layoutMaps({ ...room(), depth: new Float32Array(5) })).toThrow(
      'layout, depth: expected 3072 values for 64×48 pixels, got 5',
    );
    expect(() => layoutMaps({ ...room(), tint: new Float32Array(size) })).toThrow('layout, tint: expected 9216 values');
    expect(() => layoutMaps({ ...room(), classes: new Uint8Array(size).fill(9) })).toThrow(
      'layout, classes: expected 0…8, got 9',
    );
    expect(() => layoutMaps({ ...room(), hour: 'noon' as never })).toThrow(
      'layout, hour: expected one of dawn, day, dusk, night, got noon',
    );
    expect(() => layoutMaps({ ...room(), width: 63.5 })).toThrow('layout, size');
  });
});

describe('a storyboard picture from a layout', () => {
  let live = 0;
  beforeAll(async () => {
    await startRuntime();
    live = tf.memory().numTensors;
  });
  afterEach(releaseStoryboardNetworks);
  afterAll(() => expect(tf.memory().numTensors).toBe(live));

  it('is drawn by the network that comes with the package: dark is dark, light is light, and an outline is ink', async () => {
    const frame = await drawStoryboardFromLayout(room());
    expect([frame.width, frame.height, frame.seconds]).toEqual([width, height, 0]);
    const [wall, box, line] = [mean(frame, [2, 2, 18, 20]), mean(frame, [24, 18, 40, 32]), mean(frame, [20, 16, 21, 34])];
    expect(wall - box).toBeGreaterThan(40);
    expect(wall - line).toBeGreaterThan(60);
  });

  it('is darker at night, and the same each time', async () => {
    const day = await drawStoryboardFromLayout(room());
    const night = await drawStoryboardFromLayout(room('night', 0.25));
    expect(mean(day) - mean(night)).toBeGreaterThan(60);
    expect((await drawStoryboardFromLayout(room())).data).toEqual(day.data);
  });

  it('says where a network is missing, and tries again the next time', async () => {
    const missing = join(model, 'nowhere');
    await expect(drawStoryboardFromLayout(room(), { model: missing })).rejects.toMatchObject({ code: 'NO_NETWORK' });
    await expect(drawStoryboardFromLayout(room(), { model: missing })).rejects.toMatchObject({ code: 'NO_NETWORK' });
    expect((await drawStoryboardFromLayout(room(), { model })).width).toBe(width);
  });

  it('comes with a card that says what it is, of files below 3 MB that are the ones it names', async () => {
    const card = JSON.parse(await readFile(join(model, 'card.json'), 'utf8')) as {
      sha256: Record<string, string>;
      measured: Record<'learned' | 'flat', Record<'l1' | 'psnr' | 'ssim' | 'edges', number>>;
    };
    let bytes = 0;
    for (const [name, hash] of Object.entries(card.sha256)) {
      bytes += (await stat(join(model, name))).size;
      expect(
        createHash('sha256')
          .update(await readFile(join(model, name)))
          .digest('hex'),
      ).toBe(hash);
    }
    expect(bytes).toBeLessThan(3e6);
    const { learned, flat } = card.measured;
    expect(learned.l1).toBeLessThan(flat.l1);
    for (const name of ['psnr', 'ssim', 'edges'] as const) expect(learned[name]).toBeGreaterThan(flat[name]);
  });
});
