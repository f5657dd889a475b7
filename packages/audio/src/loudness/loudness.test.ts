/** @file The cases of EBU Tech 3341 and 3342, made here, and laws of loudness. */
import { readFileSync } from 'node:fs';
import { createRandom } from '@filmai/core-tensor/random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixture } from '../../../../tools/fixtures.js';
import { measureLoudness, measureLoudnessCurve } from './index.js';

const RATE = 48_000;

describe('EBU Tech 3341', () => {
  it('cases 1 and 2: a steady tone has its level as momentary, short-term and integrated loudness', () => {
    for (const level of [-23, -33]) {
      const found = measureLoudness(tone([[20, level]]), { peaks: false });
      for (const value of [found.integrated, found.momentaryMax, found.shortTermMax])
        expect(Math.abs(value - level)).toBeLessThan(0.1);
    }
  });

  it.each([
    [
      '3: soft parts are gated',
      [
        [10, -36],
        [60, -23],
        [10, -36],
      ],
    ],
    [
      '4: very soft ones too',
      [
        [10, -72],
        [10, -36],
        [60, -23],
        [10, -36],
        [10, -72],
      ],
    ],
    [
      '5: loud ones count as energy',
      [
        [20, -26],
        [20.1, -20],
        [20, -26],
      ],
    ],
  ] as [string, [number, number][]][])('case %s', (_name, segments) => {
    expect(Math.abs(measureLoudness(tone(segments), { peaks: false }).integrated + 23)).toBeLessThan(0.1);
  });

  it('case 6: surround channels weigh 1.5 dB more', () => {
    const channels = [-28, -28, -24, -30, -30].map((level) => tone([[20, level]]).channels[0]);
    expect(Math.abs(measureLoudness({ sampleRate: RATE, channels }, { peaks: false }).integrated + 23)).toBeLessThan(0.1);
  });

  it('cases 9 and 12: short-term and momentary loudness stay put where the tone repeats within their windows', () => {
    const slow = measureLoudnessCurve(
      tone(
        Array.from(
          { length: 5 },
          () =>
            [
              [1.34, -20],
              [1.66, -30],
            ] as [number, number][],
        ).flat(),
      ),
    );
    for (const value of slow.shortTerm) expect(Math.abs(value + 23)).toBeLessThan(0.1);
    const fast = measureLoudnessCurve(
      tone(
        Array.from(
          { length: 25 },
          () =>
            [
              [0.18, -20],
              [0.22, -30],
            ] as [number, number][],
        ).flat(),
      ),
    );
    for (const value of fast.momentary.slice(60)) expect(Math.abs(value + 23)).toBeLessThan(0.1);
  });

  it('cases 10, 11, 13 and 14: bursts as long as the window are found wherever they begin', () => {
    for (let i = 0; i < 20; i++) {
      expect(
        Math.abs(
          measureLoudness(
            tone([
              [i * 0.15, -Infinity],
              [3, -23],
              [1, -Infinity],
            ]),
            { peaks: false },
          ).shortTermMax + 23,
        ),
      ).toBeLessThan(0.1);
      expect(
        Math.abs(
          measureLoudness(
            tone([
              [i * 0.15, -Infinity],
              [3, -38 + i],
              [3 - i * 0.15, -Infinity],
            ]),
            { peaks: false },
          ).shortTermMax +
            38 -
            i,
        ),
      ).toBeLessThan(0.1);
      expect(
        Math.abs(
          measureLoudness(
            tone([
              [i * 0.02, -Infinity],
              [0.4, -23],
              [1, -Infinity],
            ]),
            { peaks: false },
          ).momentaryMax + 23,
        ),
      ).toBeLessThan(0.1);
      expect(
        Math.abs(
          measureLoudness(
            tone([
              [i * 0.02, -Infinity],
              [0.4, -38 + i],
              [0.4, -Infinity],
            ]),
            { peaks: false },
          ).momentaryMax +
            38 -
            i,
        ),
      ).toBeLessThan(0.1);
    }
  });

  it.each([
    ['15', 4, 0.5, 0, -6],
    ['16', 4, 0.5, 45, -6],
    ['17', 6, 0.5, 60, -6],
    ['18', 8, 0.5, 67.5, -6],
    ['19', 4, 1.41, 45, 3],
  ])('case %s: peaks between samples at a frequency of rate / %i', (_name, divisor, amplitude, degrees, expected) => {
    const samples = Float32Array.from(
      { length: RATE },
      (_, i) => amplitude * Math.sin((2 * Math.PI * i) / divisor + (degrees * Math.PI) / 180),
    );
    const { truePeak } = measureLoudness({ sampleRate: RATE, channels: [samples, samples] });
    expect(truePeak - expected).toBeLessThan(0.2);
    expect(truePeak - expected).toBeGreaterThan(-0.4);
  });

  it('cases 20 to 23: a band-limited pulse peaks at full scale wherever the samples fall', () => {
    for (let offset = 0; offset < 4; offset++) {
      const pulse = Float32Array.from({ length: 2000 }, (_, i) => {
        const t = i - 1000 - offset / 4;
        // A raised-cosine pulse of half the band: 1 at its top, nothing above 0.36 of the rate.
        const sinc = t === 0 ? 1 : Math.sin((Math.PI * t) / 2) / ((Math.PI * t) / 2);
        return Math.abs(t) === 2 ? sinc : (sinc * Math.cos((0.45 * Math.PI * t) / 2)) / (1 - ((0.9 * t) / 2) ** 2);
      });
      const { truePeak } = measureLoudness({ sampleRate: RATE, channels: [pulse] });
      expect(truePeak).toBeLessThan(0.2);
      expect(truePeak).toBeGreaterThan(-0.4);
    }
  });
});

describe('EBU Tech 3342', () => {
  it.each([
    [
      10,
      [
        [20, -20],
        [20, -30],
      ],
    ],
    [
      5,
      [
        [20, -20],
        [20, -15],
      ],
    ],
    [
      20,
      [
        [20, -40],
        [20, -20],
      ],
    ],
    [
      15,
      [
        [20, -50],
        [20, -35],
        [20, -20],
        [20, -35],
        [20, -50],
      ],
    ],
  ] as [number, [number, number][]][])('a range of %i LU', (range, segments) => {
    expect(Math.abs(measureLoudness(tone(segments), { peaks: false }).range - range)).toBeLessThan(1);
  });
});

describe('the published list of cases', () => {
  const path = fixture('loudness/ebu-cases.json');
  it.skipIf(path === undefined)('holds for every signal that it defines by segments', () => {
    interface Case {
      case: number;
      channels?: number;
      segments?: { seconds: number; dbfs_peak: number | null }[];
      expect: { I?: number; LRA?: number };
    }
    const list = JSON.parse(readFileSync(path ?? '', 'utf8')) as { tech3341: Case[]; tech3342: Case[] };
    for (const { segments, channels, expect: expected } of [...list.tech3341, ...list.tech3342]) {
      if (!segments || channels !== 2) continue;
      const found = measureLoudness(tone(segments.map(({ seconds, dbfs_peak }) => [seconds, dbfs_peak ?? -Infinity])), {
        peaks: false,
      });
      if (expected.I !== undefined) expect(Math.abs(found.integrated - expected.I)).toBeLessThan(0.1);
      if (expected.LRA !== undefined) expect(Math.abs(found.range - expected.LRA)).toBeLessThan(1);
    }
  });
});

describe('laws of loudness', () => {
  const noise = (seconds: number, sampleRate = RATE) => {
    const random = createRandom('noise');
    return {
      sampleRate,
      channels: [0, 1].map(() => Float32Array.from({ length: Math.round(seconds * sampleRate) }, () => 0.05 * random.normal())),
    };
  };

  it('x dB more gain are x LU and x dBTP more', () => {
    const quiet = noise(2);
    const before = measureLoudness(quiet);
    fc.assert(
      fc.property(fc.double({ min: -20, max: 20, noNaN: true }), (gainDb) => {
        const louder = {
          sampleRate: RATE,
          channels: quiet.channels.map((samples) => samples.map((value) => value * 10 ** (gainDb / 20))),
        };
        const after = measureLoudness(louder);
        expect(after.integrated - before.integrated).toBeCloseTo(gainDb, 3);
        expect(after.truePeak - before.truePeak).toBeCloseTo(gainDb, 3);
      }),
      { numRuns: 8 },
    );
  });

  it('the same tone is as loud at every sample rate', () => {
    for (const sampleRate of [8000, 22_050, 44_100, 96_000, 192_000]) {
      const samples = Float32Array.from(
        { length: 2 * sampleRate },
        (_, i) => 0.1 * Math.sin((2 * Math.PI * 1000 * i) / sampleRate),
      );
      expect(Math.abs(measureLoudness({ sampleRate, channels: [samples] }, { peaks: false }).integrated + 23)).toBeLessThan(0.1);
    }
  });

  it('the true peak is never below the greatest sample, and the order of channels does not matter', () => {
    const sound = noise(0.5);
    const { truePeak, samplePeak, integrated } = measureLoudness(sound);
    expect(truePeak).toBeGreaterThanOrEqual(samplePeak);
    expect(measureLoudness({ ...sound, channels: sound.channels.toReversed() }).integrated).toBeCloseTo(integrated, 9);
  });

  it('silence before and after changes nothing', () => {
    const { integrated } = measureLoudness(tone([[15, -20]]));
    expect(
      Math.abs(
        measureLoudness(
          tone([
            [20, -Infinity],
            [15, -20],
            [20, -Infinity],
          ]),
        ).integrated - integrated,
      ),
    ).toBeLessThan(0.25);
  });
});

describe('the ends of the scale', () => {
  it('silence, nothing at all and sounds too short for a block are −Infinity', () => {
    for (const length of [0, 100, RATE]) {
      const found = measureLoudness({ sampleRate: RATE, channels: [new Float32Array(length)] });
      expect(found).toMatchObject({
        integrated: -Infinity,
        truePeak: -Infinity,
        momentaryMax: -Infinity,
        shortTermMax: -Infinity,
        range: 0,
      });
    }
    expect(measureLoudness({ sampleRate: RATE, channels: [new Float32Array(1000).fill(0.5)] }).integrated).toBe(-Infinity);
  });

  it('the low-frequency channel counts for peaks alone', () => {
    const [samples] = tone([[2, -10]]).channels;
    const silent = new Float32Array(samples.length);
    const found = measureLoudness({ sampleRate: RATE, channels: [silent, silent, silent, samples, silent, silent] });
    expect(found.integrated).toBe(-Infinity);
    expect(found.samplePeak).toBeCloseTo(-10, 2);
  });

  it('wrong sounds are refused by name', () => {
    expect(() => measureLoudness({ sampleRate: RATE, channels: Array.from({ length: 7 }, () => new Float32Array(1)) })).toThrow(
      /1 to 6 channels, got 7/,
    );
    expect(() => measureLoudness({ sampleRate: -1, channels: [new Float32Array(1)] })).toThrow(/sampleRate/);
    expect(() => measureLoudness({ sampleRate: RATE, channels: [new Float32Array(1), new Float32Array(2)] })).toThrow(
      /channel 1 has 2 samples/,
    );
  });
});

/** A stereo tone of 1 kHz in segments of seconds and dBFS. */
function tone(segments: readonly (readonly [number, number])[]) {
  const lengths = segments.map(([seconds]) => Math.round(seconds * RATE));
  const samples = new Float32Array(lengths.reduce((sum, length) => sum + length, 0));
  let at = 0;
  for (const [index, [, level]] of segments.entries()) {
    for (const end = at + lengths[index]; at < end; at++)
      samples[at] = 10 ** (level / 20) * Math.sin((2 * Math.PI * 1000 * at) / RATE);
  }
  return { sampleRate: RATE, channels: [samples, samples] };
}
