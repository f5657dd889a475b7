import type { Frame } from '@filmai/core-tensor/frames';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEffect, EFFECT_KINDS, type EffectKind, type EffectRequest } from './index.js';

const SMALL = { width: 128, height: 72, seconds: 0.5 };

function film(request: EffectRequest): Frame[] {
  return [...createEffect(request)];
}

/** Where the alpha of a frame lies: its sum and its middle, 0…1 across and down. */
function weight({ data, width, height }: Frame): { sum: number; x: number; y: number } {
  let sum = 0;
  let x = 0;
  let y = 0;
  for (let i = 0; i < width * height; i++) {
    const alpha = data[i * 4 + 3];
    sum += alpha;
    x += alpha * (i % width);
    y += alpha * Math.floor(i / width);
  }
  return { sum, x: x / sum / width, y: y / sum / height };
}

describe.each(EFFECT_KINDS)('createEffect %s', (kind) => {
  let frames: Frame[];
  beforeAll(() => {
    frames = film({ kind, ...SMALL, seed: 5 });
  });

  it('makes exactly the frames asked for, in time', () => {
    expect(frames).toHaveLength(12);
    expect(frames.map((frame) => frame.seconds)).toEqual(Array.from({ length: 12 }, (_, i) => i / 24));
    expect(frames[0].data).toHaveLength(128 * 72 * 4);
  });

  it('shows something, and leaves something of the picture free', () => {
    const { sum } = weight(frames[11]);
    expect(sum).toBeGreaterThan(128 * 72);
    expect(sum).toBeLessThan(0.8 * 255 * 128 * 72);
  });

  it('moves', () => {
    expect(frames[11].data).not.toEqual(frames[10].data);
  });

  it('is the same for the same seed and another for another', () => {
    const again = createEffect({ kind, ...SMALL, seed: 5 });
    for (const frame of frames) expect(Buffer.compare(Buffer.from(again.next().value!.data), Buffer.from(frame.data))).toBe(0);
    const other = film({ kind, ...SMALL, seed: 'another' });
    expect(other[11].data).not.toEqual(frames[11].data);
  });

  it('can be stopped early', () => {
    const effect = createEffect({ kind, ...SMALL, seconds: 3600, seed: 5 });
    expect(effect.next().value!.data).toEqual(frames[0].data);
    expect(effect.return(undefined).done).toBe(true);
    expect(effect.next().done).toBe(true);
  });

  it('makes no frame of no time', () => {
    expect(film({ kind, ...SMALL, seconds: 0 })).toHaveLength(0);
  });

  it('is more where its strength is greater', () => {
    const sums = [0.15, 1].map((strength) =>
      film({ kind, ...SMALL, seed: 5, strength }).reduce((all, frame) => all + weight(frame).sum, 0),
    );
    expect(sums[1]).toBeGreaterThan(1.2 * sums[0]);
  });
});

describe('createEffect', () => {
  it.each(['fire', 'smoke', 'explosion'] as const)('%s stays near its origin and leans with the wind', (kind) => {
    const middle = (origin: { x: number; y: number }, wind: number): number => {
      const frames = film({ kind, ...SMALL, seed: 2, size: 0.2, origin, wind, fps: 10 });
      return weight(frames[4]).x;
    };
    expect(Math.abs(middle({ x: 0.25, y: 0.8 }, 0) - 0.25)).toBeLessThan(0.1);
    expect(Math.abs(middle({ x: 0.75, y: 0.8 }, 0) - 0.75)).toBeLessThan(0.1);
    expect(middle({ x: 0.5, y: 0.8 }, -1)).toBeLessThan(middle({ x: 0.5, y: 0.8 }, 1) - (kind === 'explosion' ? 0.005 : 0.02));
  });

  it.each(EFFECT_KINDS)('%s in a small picture shows what the large one shows', (kind) => {
    const [small, large] = [1, 2].map((times) => {
      const frames = film({ kind, width: 128 * times, height: 72 * times, seconds: 0.5, fps: 10, seed: 3 });
      return weight(frames[4]);
    });
    expect(Math.abs(small.x - large.x)).toBeLessThan(0.02);
    expect(Math.abs(small.y - large.y)).toBeLessThan(0.02);
    expect(Math.abs((4 * small.sum) / large.sum - 1)).toBeLessThan(0.15);
  });

  it('makes any size and any place without a fault', () => {
    const kinds: EffectKind[] = [...EFFECT_KINDS];
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.integer({ min: 16, max: 90 }),
        fc.integer({ min: 16, max: 90 }),
        fc.record({ x: fc.double({ min: 0, max: 1, noNaN: true }), y: fc.double({ min: 0, max: 1, noNaN: true }) }),
        fc.double({ min: 0.02, max: 2, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        (kind, width, height, origin, size, wind) => {
          const frame = createEffect({ kind, width, height, origin, size, wind, seconds: 1, fps: 2 }).next().value!;
          expect(frame.data).toHaveLength(width * height * 4);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('refuses a kind that it does not know, and says which there are', () => {
    expect(() => createEffect({ kind: 'hail' as EffectKind, seconds: 1 })).toThrow(/"hail"/);
    expect(() => createEffect({ kind: 'hail' as EffectKind, seconds: 1 })).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_EFFECT' }),
    );
  });

  it.each([
    ['width', { width: 0 }],
    ['height', { height: 1e6 }],
    ['fps', { fps: Number.NaN }],
    ['seconds', { seconds: -1 }],
    ['strength', { strength: 1.1 }],
    ['wind', { wind: -2 }],
    ['origin.x', { origin: { x: 2, y: 0 } }],
    ['origin.y', { origin: { x: 0, y: Number.POSITIVE_INFINITY } }],
    ['size', { size: 0 }],
  ])('refuses a bad %s at the door', (name, bad) => {
    expect(() => createEffect({ kind: 'fire', seconds: 1, ...bad })).toThrow(RangeError);
    expect(() => createEffect({ kind: 'fire', seconds: 1, ...bad })).toThrow(name);
  });
});
