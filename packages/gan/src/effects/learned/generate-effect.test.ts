import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame } from '@filmai/core-tensor/frames';
import { startRuntime } from '@filmai/core-tensor/runtime';
import { memory } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EFFECT_KINDS, type EffectKind } from '../effect-options.js';
import { EFFECT_CARDS } from './effect-cards.js';
import { disposeLearnedEffects } from './loaded-effects.js';
import { generateEffect, type GenerateEffectOptions } from './generate-effect.js';

let live = 0;
beforeAll(async () => {
  await startRuntime();
  live = memory().numTensors;
});
afterAll(async () => {
  await disposeLearnedEffects();
  expect(memory().numTensors).toBe(live);
});

const SMALL = { size: 64, seed: 3, seconds: 0.5 } as const;

async function framesOf(kind: EffectKind, options: Partial<GenerateEffectOptions> = {}): Promise<Frame[]> {
  const frames: Frame[] = [];
  for await (const frame of generateEffect(kind, { ...SMALL, ...options })) frames.push(frame);
  return frames;
}

/** Mean alpha of a part of a frame, 0…1. */
function cover({ width, height, data }: Frame, left = 0, right = 1): number {
  let sum = 0;
  let count = 0;
  for (let y = 0; y < height; y++) {
    for (let x = Math.floor(left * width); x < right * width; x++, count++) sum += data[(y * width + x) * 4 + 3] / 255;
  }
  return sum / count;
}

function modelPath(kind: EffectKind): string {
  return new URL(`../../../models/effects/${kind}.bin`, import.meta.url).pathname;
}

describe('the learned effects of this package', () => {
  it.each(EFFECT_KINDS)('%s: the file is the one of its card, and small', (kind) => {
    const bytes = readFileSync(modelPath(kind));
    const { sha256, bytes: size, limits, licence } = EFFECT_CARDS[kind];
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    expect(bytes.length).toBe(size);
    expect(size).toBeLessThan(3_000_000);
    expect(limits.length).toBeGreaterThan(40);
    expect(licence).toBe('Apache-2.0');
  });

  it.each(EFFECT_KINDS)(
    '%s: gives as many frames as asked for, with something in them, in the middle of the range of alpha too',
    async (kind) => {
      const frames = await framesOf(kind, { extras: false });
      expect(frames).toHaveLength(12);
      expect(frames.map(({ seconds }) => seconds)).toEqual(frames.map((_, i) => i / 24));
      const { data, width, height } = frames[10];
      expect([width, height]).toEqual([64, 64]);
      expect(cover(frames[10])).toBeGreaterThan(0.003);
      expect(cover(frames[10])).toBeLessThan(0.8);
      expect(data.filter((value, i) => i % 4 === 3 && value > 20 && value < 235).length).toBeGreaterThan(5);
    },
  );
});

describe('generateEffect', () => {
  it('gives the same pictures for the same seed, others for another', async () => {
    for (const kind of ['smoke', 'snow'] as const) {
      const first = await framesOf(kind, { seconds: 0.2 });
      expect(await framesOf(kind, { seconds: 0.2 })).toEqual(first);
      expect(await framesOf(kind, { seconds: 0.2, seed: 4 })).not.toEqual(first);
    }
  });

  it('begins a long clip as a short one, bit for bit', async () => {
    for (const kind of ['fire', 'rain'] as const) {
      const short = await framesOf(kind, { seconds: 0.25 });
      const long = await framesOf(kind, { seconds: 1 });
      expect(long.slice(0, 6).map(({ data }) => data)).toEqual(short.map(({ data }) => data));
    }
  });

  it('never loops: no later moment of a fire is like an early one, and it goes on burning', async () => {
    const frames = await framesOf('fire', { seconds: 6, size: 32, extras: false });
    const apart = (a: Frame, b: Frame): number => {
      let sum = 0;
      for (let i = 3; i < a.data.length; i += 4) sum += Math.abs(a.data[i] - b.data[i]) / 255;
      return sum / (a.data.length / 4);
    };
    const step = apart(frames[0], frames[1]);
    for (let lag = 24; lag < frames.length; lag++) expect(apart(frames[0], frames[lag])).toBeGreaterThan(step);
    const covers = frames.map((frame) => cover(frame));
    expect(Math.min(...covers)).toBeGreaterThan(0.2 * Math.max(...covers));
  });

  it('moves from frame to frame, steadily: less than between moments that are far apart', async () => {
    for (const kind of ['fire', 'smoke'] as const) {
      const frames = await framesOf(kind, { seconds: 2, size: 48, extras: false });
      const apart = (a: Frame, b: Frame): number => {
        let sum = 0;
        for (let i = 3; i < a.data.length; i += 4) sum += Math.abs(a.data[i] - b.data[i]);
        return sum;
      };
      let [near, far] = [0, 0];
      for (let i = 0; i < 24; i++) {
        near += apart(frames[i], frames[i + 1]);
        far += apart(frames[i], frames[i + 24]);
      }
      expect(near).toBeGreaterThan(0);
      expect(near).toBeLessThan(0.5 * far);
    }
  });

  it('lets the wind carry smoke and rain', async () => {
    const [left, right] = await Promise.all([framesOf('smoke', { wind: -1 }), framesOf('smoke', { wind: 1 })]);
    const lean = (frames: Frame[]): number => frames.reduce((sum, frame) => sum + cover(frame, 0.5, 1) - cover(frame, 0, 0.5), 0);
    expect(lean(right)).toBeGreaterThan(lean(left));
    expect(await framesOf('rain', { wind: 0.8, seconds: 0.1 })).not.toEqual(await framesOf('rain', { wind: -0.8, seconds: 0.1 }));
  });

  it('rains as strongly as asked', async () => {
    const total = (frames: Frame[]): number => frames.reduce((sum, frame) => sum + cover(frame), 0);
    const [weak, strong] = [await framesOf('rain', { strength: 0.2 }), await framesOf('rain', { strength: 1 })];
    expect(total(strong)).toBeGreaterThan(1.8 * total(weak));
  });

  it('leaves the picture untouched before an explosion and clears it long after', async () => {
    const frames = await framesOf('explosion', { seconds: 2, size: 48 });
    expect(frames.slice(0, 6).every(({ data }) => data.every((value) => value === 0))).toBe(true);
    const covers = frames.map((frame) => cover(frame));
    expect(Math.max(...covers.slice(6, 12))).toBeGreaterThan(0.2);
    const long = await framesOf('explosion', { seconds: 8, size: 32 });
    expect(cover(long[long.length - 1])).toBeLessThan(0.02);
  });

  it('is drawn where and as large as it is asked to be, in pictures of any shape', async () => {
    const [frame] = await framesOf('fire', {
      size: { width: 96, height: 48 },
      origin: { x: 0.2, y: 0.9 },
      sourceSize: 0.2,
      seconds: 0.05,
      extras: false,
    });
    expect([frame.width, frame.height]).toEqual([96, 48]);
    expect(cover(frame, 0, 0.4)).toBeGreaterThan(5 * cover(frame, 0.6, 1));
  });

  it('takes another generator from a file, and says what is wrong with one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'filmai-effects-'));
    expect(await framesOf('rain', { seconds: 0.1, model: modelPath('rain') })).toEqual(await framesOf('rain', { seconds: 0.1 }));
    const cut = join(folder, 'cut.bin');
    writeFileSync(cut, readFileSync(modelPath('rain')).subarray(0, 50_000));
    await expect(framesOf('rain', { model: cut })).rejects.toThrow(/damaged: .* should end at byte/);
    await expect(framesOf('rain', { model: modelPath('snow') })).rejects.toThrow(/expected the effect "rain", got "snow"/);
    await expect(framesOf('rain', { model: join(folder, 'none.bin') })).rejects.toThrow(/no learned effect/);
  });

  it('stops when it is cancelled', async () => {
    const cancel = new AbortController();
    const frames = generateEffect('rain', { ...SMALL, seconds: 10, signal: cancel.signal });
    await frames.next();
    cancel.abort(new Error('enough'));
    await expect(frames.next()).rejects.toThrow('enough');
  });

  it.each([
    [{ seconds: -1 }, /seconds/],
    [{ size: 8 }, /size: width/],
    [{ size: { width: 64, height: 20.5 } }, /size: height/],
    [{ fps: 5 }, /fps/],
    [{ wind: 2 }, /wind/],
    [{ strength: NaN }, /strength/],
    [{ sourceSize: 0 }, /sourceSize/],
    [{ origin: { x: 2, y: 0 } }, /origin.x/],
  ])('refuses %j', async (options, message) => {
    await expect(framesOf('fire', options)).rejects.toThrow(message);
  });

  it('names the effects that there are where one is unknown', async () => {
    await expect(framesOf('fog' as EffectKind)).rejects.toThrow(/there is no effect "fog"/);
  });
});
