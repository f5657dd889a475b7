import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, restoreRandom } from './index.js';

const draw = (seed: number | string, count: number) => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => random.next());
};

describe('random numbers', () => {
  it('are the same for the same seed and others for another', () => {
    expect(draw('film', 50)).toEqual(draw('film', 50));
    expect(draw(7, 50)).not.toEqual(draw(8, 50));
  });

  it('go on from a saved state', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(100), (seed, skip) => {
        const random = createRandom(seed);
        for (let i = 0; i < skip; i++) random.next();
        const copy = restoreRandom(JSON.parse(JSON.stringify(random.save())) as ReturnType<typeof random.save>);
        expect([copy.next(), copy.next()]).toEqual([random.next(), random.next()]);
        expect(copy.split('a').next()).toBe(random.split('a').next());
      }),
    );
  });

  it('split into streams that do not depend on what was drawn', () => {
    const random = createRandom(1);
    const before = random.split('rain').next();
    random.next();
    expect(random.split('rain').next()).toBe(before);
    expect(random.split('snow').next()).not.toBe(before);
  });

  it('are uniform and normal as far as 100,000 draws can tell', () => {
    const random = createRandom('uniform');
    const bins = Array.from({ length: 20 }, () => 0);
    let sum = 0;
    let squares = 0;
    const count = 100_000;
    for (let i = 0; i < count; i++) {
      bins[Math.floor(random.next() * 20)]++;
      const z = random.normal();
      sum += z;
      squares += z * z;
    }
    const expected = count / 20;
    const chiSquare = bins.reduce((total, n) => total + (n - expected) ** 2 / expected, 0);
    // 43.8 is passed by chance once in a thousand at 19 degrees of freedom; the seed is fixed.
    expect(chiSquare).toBeLessThan(43.8);
    expect(sum / count).toBeCloseTo(0, 1);
    expect(squares / count).toBeCloseTo(1, 1);
  });

  it('stay in their ranges and shuffle without losing anything', () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.integer(), { minLength: 1 }), (seed, list) => {
        const random = createRandom(seed);
        expect(random.shuffle(list).toSorted((a, b) => a - b)).toEqual(list.toSorted((a, b) => a - b));
        expect(list).toContain(random.pick(list));
        const n = random.integer(-3, 3);
        expect(Number.isInteger(n) && n >= -3 && n <= 3).toBe(true);
      }),
    );
    expect(() => createRandom(1).pick([])).toThrow(RangeError);
    expect(() => createRandom(Number.NaN)).toThrow(TypeError);
  });
});
