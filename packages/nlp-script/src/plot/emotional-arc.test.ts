import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFountain } from '../fountain/index.js';
import type { ArcShape } from './emotional-arc.js';
import { ARC_SHAPES, findEmotionalArc, measureShapes } from './emotional-arc.js';

const DRAWN: [ArcShape, number[]][] = [
  ['rags-to-riches', [-3, -2, -1, 0, 1, 2, 3]],
  ['riches-to-rags', [3, 2, 1, 0, -1, -2, -3]],
  ['man-in-a-hole', [2, 0, -2, -3, -2, 0, 2]],
  ['icarus', [-2, 0, 2, 3, 2, 0, -2]],
  ['cinderella', [-3, 0, 3, 0, 0, -3, 0, 3]],
  ['oedipus', [3, 0, -3, 0, 0, 3, 0, -3]],
];

describe('the shape of a curve', () => {
  it.each(DRAWN)('%s is known by its drawing', (shape, curve) => {
    const { shares } = measureShapes(curve);
    expect(Object.keys(ARC_SHAPES).reduce((a, b) => (shares[b as ArcShape] > shares[a as ArcShape] ? b : a))).toBe(shape);
  });

  it('doesn’t depend on height or scale, and turns over with the curve', () => {
    const curves = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 6, maxLength: 40 });
    fc.assert(
      fc.property(
        curves,
        fc.double({ min: 0.5, max: 4, noNaN: true }),
        fc.double({ min: -2, max: 2, noNaN: true }),
        (curve, scale, height) => {
          fc.pre(measureShapes(curve).deviation > 1e-3);
          const a = measureShapes(curve).shares;
          const b = measureShapes(curve.map((value) => value * scale + height)).shares;
          const over = measureShapes(curve.map((value) => -value)).shares;
          for (const shape of Object.keys(ARC_SHAPES) as ArcShape[]) expect(b[shape]).toBeCloseTo(a[shape], 6);
          expect(over.icarus).toBeCloseTo(a['man-in-a-hole'], 6);
          expect(over['riches-to-rags']).toBeCloseTo(a['rags-to-riches'], 6);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is explained by at most its whole variation', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 4, maxLength: 60 }), (curve) => {
        const sum = Object.values(measureShapes(curve).shares).reduce((all, share) => all + share, 0);
        expect(sum).toBeLessThanOrEqual(1 + 1e-9);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the arc of a script', () => {
  const happy = 'They laugh, happy, in love, a wonderful triumph.';
  const sad = 'She weeps in despair and grief. A terrible, tragic loss.';

  it.each([
    ['rags-to-riches', [sad, sad, 'A table.', happy, happy]],
    ['riches-to-rags', [happy, happy, 'A table.', sad, sad]],
    ['man-in-a-hole', [happy, happy, sad, sad, sad, happy, happy]],
    ['icarus', [sad, sad, happy, happy, happy, sad, sad]],
  ] as const)('is %s where its scenes feel so', (shape, actions) => {
    const arc = findEmotionalArc(scriptOf(actions));
    expect(arc.shape).toBe(shape);
    expect(arc.confidence).toBeGreaterThan(0.5);
    expect(arc.curve).toHaveLength(100);
  });

  it('has no shape where nothing can be said, and says why', () => {
    expect(findEmotionalArc(parseFountain('').screenplay).reason).toMatch(/0 scenes/);
    expect(findEmotionalArc(scriptOf(['A table.', 'A chair.', 'A door.', 'A cup.'])).reason).toMatch(/no change/);
    const german = parseFountain(
      'INNEN. HAUS - TAG\n\nSie öffnet die Tür und geht nicht in das Haus, weil der Hund schläft.\n',
    ).screenplay;
    expect(findEmotionalArc(german).reason).toContain("'de'");
  });
});

function scriptOf(actions: readonly string[]): ReturnType<typeof parseFountain>['screenplay'] {
  return parseFountain(actions.map((action, i) => `INT. ROOM ${i} - DAY\n\n${action}\n`).join('\n')).screenplay;
}
