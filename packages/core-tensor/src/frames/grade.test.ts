import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLut, formatCube, parseCube } from './colour-lut.js';
import { createFrame } from './frame.js';
import { gradeFrame } from './grade.js';
import { toneCurve } from './tone-curve.js';

/** Every 17th level of each channel, opaque and not. */
const ramp = createFrame(16 * 16, 16);
for (let i = 0; i < 4096; i++) ramp.data.set([(i % 16) * 17, ((i >> 4) % 16) * 17, (i >> 8) * 17, (i * 7) % 256], i * 4);

describe('a grade', () => {
  it.each([
    ['nothing', {}],
    ['the identity matrix', { matrix: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0] }],
    [
      'the straight curve',
      {
        curves: {
          all: [
            [0, 0],
            [1, 1],
          ],
          red: [
            [0, 0],
            [0.3, 0.3],
            [1, 1],
          ],
        },
      },
    ],
    ['an identity table', { lut: createLut(17) }],
    ['an identity table in cubes', { lut: createLut(9), interpolation: 'trilinear' }],
  ] as const)('of %s keeps every pixel', (_, grade) => {
    expect(gradeFrame(ramp, grade).data).toEqual(ramp.data);
  });

  it('mixes channels by its matrix and clips', () => {
    const grey = gradeFrame(createFrame(1, 1, { fill: [200, 100, 50, 9] }), {
      matrix: [0.2126, 0.7152, 0.0722, 0, 2, 0, 0, 0, 0, 0, 1, -0.5],
    });
    expect([...grey.data]).toEqual([118, 255, 0, 9]);
  });

  it('bends channels by their curves, the common one first', () => {
    const { data } = gradeFrame(createFrame(1, 1, { fill: [51, 102, 204, 255] }), {
      curves: {
        all: [
          [0, 1],
          [1, 0],
        ],
        blue: [
          [0, 0.5],
          [1, 1],
        ],
      },
    });
    expect([...data]).toEqual([204, 153, 153, 255]);
  });

  it('reads its table exactly at the entries and along greys in between', () => {
    const lut = createLut(3, ([r, g, b]) => [g * g, b, r]);
    const at = (r: number, g: number, b: number) => [...gradeFrame(createFrame(1, 1, { fill: [r, g, b, 255] }), { lut }).data];
    expect(at(255, 0, 0)).toEqual([0, 0, 255, 255]);
    expect(at(0, 255, 0)).toEqual([255, 0, 0, 255]);
    const greys = createLut(2, ([r, g, b]) => [(r + g + b) / 3, (r + g + b) / 3, (r + g + b) / 3]);
    for (let level = 0; level < 256; level += 5) {
      const grey = gradeFrame(createFrame(1, 1, { fill: [level, level, level, 255] }), { lut: greys }).data;
      expect([...grey]).toEqual([level, level, level, 255]);
    }
  });

  it('spreads its table over its domain', () => {
    const lut = { ...createLut(2), domainMin: [0.2, 0, 0], domainMax: [0.6, 1, 1] } as const;
    expect([...gradeFrame(createFrame(1, 1, { fill: [102, 10, 20, 255] }), { lut }).data]).toEqual([128, 10, 20, 255]);
  });

  it('takes weights that fixed point could not hold', () => {
    const { data } = gradeFrame(createFrame(1, 1, { fill: [100, 100, 100, 255] }), {
      matrix: [900, -899, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0],
    });
    expect([...data]).toEqual([100, 100, 100, 255]);
  });

  it('refuses what is no grade', () => {
    expect(() => gradeFrame(ramp, { matrix: [1] })).toThrow(/3 × 4/);
    expect(() => gradeFrame(ramp, { lut: { size: 3, data: new Float32Array(3) } })).toThrow(/81 numbers, got 3/);
    expect(() => gradeFrame(ramp, { lut: { ...createLut(2), domainMax: [0, 1, 1] } })).toThrow(/domainMax/);
    expect(() => gradeFrame(ramp, { lut: createLut(2), interpolation: 'cubic' as 'trilinear' })).toThrow(/interpolation/);
    expect(() => gradeFrame({ ...ramp, width: 3 }, {})).toThrow(/bytes/);
    expect(() => createLut(1)).toThrow(RangeError);
  });
});

describe('a tone curve', () => {
  const rising = fc
    .uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 7 })
    .chain((inputs) =>
      fc.tuple(
        fc.constant(inputs.toSorted((a, b) => a - b)),
        fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 7, maxLength: 7 }),
      ),
    )
    .map(([inputs, outputs]) => inputs.map((input, i) => [input / 1000, outputs[i] / 1000] as const));

  it('goes through its points and never leaves the range of the two beside it', () => {
    fc.assert(
      fc.property(rising, fc.double({ min: 0, max: 1, noNaN: true }), (points, t) => {
        const curve = toneCurve(points);
        for (const [input, output] of points) expect(curve(input)).toBeCloseTo(output, 12);
        for (let i = 1; i < points.length; i++) {
          const [[x0, y0], [x1, y1]] = [points[i - 1], points[i]];
          const value = curve(x0 + t * (x1 - x0));
          expect(value).toBeGreaterThanOrEqual(Math.min(y0, y1) - 1e-12);
          expect(value).toBeLessThanOrEqual(Math.max(y0, y1) + 1e-12);
        }
      }),
    );
  });

  it('refuses points that are none', () => {
    expect(() => toneCurve([[0, 0]])).toThrow(/at least 2/);
    expect(() =>
      toneCurve([
        [0, 0],
        [0, 1],
      ]),
    ).toThrow(/increase/);
    expect(() =>
      toneCurve([
        [0, 0],
        [1, Number.NaN],
      ]),
    ).toThrow(/finite/);
  });
});

describe('.cube', () => {
  it('reads back what was written, bit for bit', () => {
    const number = fc.float({ min: -4, max: 4, noNaN: true }).map((value) => (value === 0 ? 0 : value));
    fc.assert(
      fc.property(
        fc.array(number, { minLength: 24, maxLength: 24 }),
        fc.option(fc.string({ maxLength: 9 }), { nil: undefined }),
        (values, title) => {
          const lut = {
            size: 2,
            data: Float32Array.from(values),
            domainMin: [-1, 0, 0.25] as const,
            domainMax: [1, 2, 3] as const,
          };
          const back = parseCube(formatCube(title === undefined ? lut : { ...lut, title }));
          expect(back.data).toEqual(lut.data);
          expect(back).toMatchObject({ size: 2, domainMin: [-1, 0, 0.25], domainMax: [1, 2, 3] });
          if (title !== undefined && /^[\w ]+$/.test(title)) expect(back.title).toBe(title.trim() === title ? title : back.title);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('takes comments, Windows line ends, a byte order mark and the range of other programs', () => {
    const rows = Array.from({ length: 8 }, (_, i) => `${i & 1} ${(i >> 1) & 1} ${i >> 2}`).join('\r\n');
    const lut = parseCube(
      `\uFEFF# made by hand\r\nTITLE "warm"\r\nLUT_3D_SIZE 2\r\nLUT_3D_INPUT_RANGE 0.0 2.0\r\n\r\n${rows}\r\n`,
    );
    expect(lut).toMatchObject({ size: 2, title: 'warm', domainMin: [0, 0, 0], domainMax: [2, 2, 2] });
    expect(lut.data).toEqual(createLut(2).data);
  });

  it.each([
    ['LUT_1D_SIZE 4', /line 1: a 1D table/],
    ['LUT_3D_SIZE 1', /line 1: LUT_3D_SIZE must be/],
    ['0 0 0', /line 1: colours before/],
    ['LUT_3D_SIZE 2\n0 0', /line 2: expected three numbers, got '0 0'/],
    ['LUT_3D_SIZE 2\n0 0 x', /line 2: expected three numbers/],
    ['LUT_3D_SIZE 2\n0 0 0', /1 colours, expected 8/],
    [`LUT_3D_SIZE 2\n${'0 0 0\n'.repeat(9)}`, /line 10: more than 8/],
    ['SHAPER 3', /'SHAPER' is no keyword/],
    ['', /no LUT_3D_SIZE/],
  ])('refuses %j and says where', (text, message) => {
    expect(() => parseCube(text)).toThrow(message);
    expect(() => parseCube(text)).toThrow(SyntaxError);
  });
});
