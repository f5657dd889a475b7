import { createRandom } from '@filmai/core-tensor/random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GanError } from '../../errors/gan-error.js';
import { formatEffectFile, parseEffectFile, type EffectFile } from './effect-file.js';

const random = createRandom('file');
const file: EffectFile = {
  kind: 'fire',
  plan: { frames: 16, channels: 4, codes: 8, maps: 0, width: 16 },
  arrays: {
    'see.0': { shape: [20, 20], values: Float32Array.from({ length: 400 }, () => random.normal()) },
    bias: { shape: [3], values: Float32Array.of(0.1, -7, 1e-5) },
  },
};

describe('formatEffectFile and parseEffectFile', () => {
  it('give back what was packed, to half precision', () => {
    const { arrays, ...rest } = parseEffectFile(formatEffectFile(file));
    expect(rest).toEqual({ kind: file.kind, plan: file.plan });
    expect(arrays.bias).toEqual(file.arrays.bias);
    expect(arrays['see.0'].shape).toEqual([20, 20]);
    for (const [i, value] of file.arrays['see.0'].values.entries())
      expect(Math.abs(arrays['see.0'].values[i] - value)).toBeLessThanOrEqual(Math.abs(value) * 2 ** -11 + 1e-7);
  });

  it('say what is damaged wherever a file is cut off', () => {
    const bytes = formatEffectFile(file);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), (length) => {
        expect(() => parseEffectFile(bytes.subarray(0, length))).toThrow(GanError);
      }),
      { numRuns: 60 },
    );
    expect(() => parseEffectFile(Buffer.from('no such file at all'))).toThrow(/expected it to begin with FXG1/);
  });

  it('say that a header is no JSON', () => {
    const bytes = Buffer.from(formatEffectFile(file));
    bytes.write('#', 8);
    expect(() => parseEffectFile(bytes)).toThrow(/no JSON/);
  });
});
