/** @file A mix is a sum: placed to the sample, linear, cut into blocks without a seam; music is down before the first word. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mix, mixBlocks, type Clip } from './index.js';

const RATE = 48_000;
const constant = (value: number, seconds: number, sampleRate = RATE) => ({
  sampleRate,
  channels: [new Float32Array(Math.round(seconds * sampleRate)).fill(value)],
});

describe('placing', () => {
  it('puts every clip at its sample', async () => {
    const click = { sampleRate: RATE, channels: [Float32Array.of(1)] };
    const { channels } = await mix(
      [
        { sound: click, startSeconds: 0.25 },
        { sound: click, startSeconds: 1.5 },
      ],
      { durationSeconds: 2, channels: 1 },
    );
    expect([...channels[0].entries()].filter(([, value]) => value !== 0)).toEqual([
      [12_000, 1],
      [72_000, 1],
    ]);
  });

  it('is as long as asked, or until the last clip ends', async () => {
    const clip = { sound: constant(0.1, 1), startSeconds: 0.5 };
    expect((await mix([clip])).channels[0].length).toBe(72_000);
    expect((await mix([clip], { durationSeconds: 0.75 })).channels[0].length).toBe(36_000);
    expect((await mix([], { durationSeconds: 1 })).channels.map(({ length }) => length)).toEqual([RATE, RATE]);
    expect((await mix([])).channels[0].length).toBe(0);
  });

  it('cuts off what lies before the beginning', async () => {
    const ramp = { sampleRate: RATE, channels: [Float32Array.of(1, 2, 3, 4)] };
    expect([...(await mix([{ sound: ramp, startSeconds: -2 / RATE }], { channels: 1 })).channels[0]]).toEqual([3, 4]);
  });

  it('converts other rates', async () => {
    const { channels } = await mix([{ sound: constant(0.5, 1, 16_000), startSeconds: 0 }], { channels: 1 });
    expect(channels[0].length).toBe(RATE);
    expect(channels[0][24_000]).toBeCloseTo(0.5, 5);
  });
});

describe('laws', () => {
  const anyClip = fc.record({
    sound: fc
      .array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 300 })
      .map((values) => ({ sampleRate: RATE, channels: [Float32Array.from(values)] })),
    startSeconds: fc.integer({ min: -50, max: 500 }).map((samples) => samples / RATE),
    gainDb: fc.double({ min: -20, max: 6, noNaN: true }),
    pan: fc.double({ min: -1, max: 1, noNaN: true }),
    fadeInSeconds: fc.integer({ min: 0, max: 100 }).map((samples) => samples / RATE),
  });

  it('the mix of two lists is the sum of their mixes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyClip, { maxLength: 4 }), fc.array(anyClip, { maxLength: 4 }), async (a, b) => {
        const options = { durationSeconds: 0.02 };
        const [left, right, both] = await Promise.all([mix(a, options), mix(b, options), mix([...a, ...b], options)]);
        for (const c of [0, 1])
          for (let i = 0; i < 960; i++) expect(both.channels[c][i]).toBeCloseTo(left.channels[c][i] + right.channels[c][i], 4);
      }),
      { numRuns: 40 },
    );
  });

  it('blocks of any size join without a seam', () => {
    const clips: Clip[] = [
      {
        sound: { sampleRate: RATE, channels: [Float32Array.from({ length: 900 }, (_, i) => Math.sin(i))] },
        startSeconds: 0.002,
        fadeInSeconds: 0.004,
        fadeOutSeconds: 0.006,
        role: 'music',
      },
      { sound: constant(0.3, 0.005), startSeconds: 0.008, role: 'speech' },
    ];
    const joined = (blockSamples: number) =>
      [...mixBlocks(clips, { blockSamples, channels: 1 })].flatMap(({ channels }) => [...channels[0]]);
    const whole = joined(65_536);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1200 }), (size) => {
        expect(joined(size)).toEqual(whole);
      }),
      { numRuns: 25 },
    );
  });

  it('panning keeps the power of mono, and the middle of stereo as it is', async () => {
    for (const pan of [-1, -0.4, 0, 0.7, 1]) {
      const { channels } = await mix([{ sound: constant(0.5, 0.01), pan }]);
      expect(channels[0][9] ** 2 + channels[1][9] ** 2).toBeCloseTo(0.25, 6);
    }
    const stereo = { sampleRate: RATE, channels: [Float32Array.of(0.1, 0.2), Float32Array.of(0.3, 0.4)] };
    expect((await mix([{ sound: stereo }])).channels).toEqual(stereo.channels);
    const hard = await mix([{ sound: stereo, pan: 1 }]);
    expect(hard.channels[0][0]).toBeCloseTo(0, 9);
    expect(hard.channels[1][0]).toBeCloseTo(0.3, 6);
  });

  it('crossing fades keep the power', async () => {
    const out = await mix([{ sound: constant(1, 1), fadeOutSeconds: 1 }], { channels: 1 });
    const into = await mix([{ sound: constant(1, 1), fadeInSeconds: 1 }], { channels: 1 });
    for (let i = 0; i < RATE; i += 1000) expect(out.channels[0][i] ** 2 + into.channels[0][i] ** 2).toBeCloseTo(1, 5);
  });

  it('folds five channels down with centre and surrounds at −3 dB', async () => {
    const channels = [1, 0, 1, 1, 0].map((value) => Float32Array.of(value));
    const { channels: out } = await mix([{ sound: { sampleRate: RATE, channels } }]);
    expect(out[0][0]).toBeCloseTo(1 + Math.SQRT2, 5);
    expect(out[1][0]).toBeCloseTo(Math.SQRT1_2, 5);
  });
});

describe('ducking', () => {
  const music: Clip = { sound: constant(0.5, 10), role: 'music' };
  const speech = (startSeconds: number, seconds: number, lead = 0): Clip => ({
    sound: {
      sampleRate: RATE,
      channels: [
        Float32Array.from({ length: (lead + seconds) * RATE }, (_, i) => (i < lead * RATE ? 0 : 0.2 * Math.sin(i / 20))),
      ],
    },
    startSeconds,
    role: 'speech',
  });
  /** What is left when the speech itself is taken away. */
  const bed = async (clips: Clip[], under: Clip = music) => {
    const all = await mix([under, ...clips], { channels: 1 });
    const voices = await mix(clips, { channels: 1, durationSeconds: 10 });
    return (seconds: number) => all.channels[0][Math.round(seconds * RATE)] - voices.channels[0][Math.round(seconds * RATE)];
  };

  it('is down by 9 dB when the first word starts, and up again after the last', async () => {
    const level = await bed([speech(3, 2)]);
    const down = 0.5 * 10 ** (-9 / 20);
    expect(level(2.6)).toBeCloseTo(0.5, 6);
    for (const seconds of [3.01, 4, 5, 5.4]) expect(level(seconds)).toBeCloseTo(down, 3);
    expect(level(6.6)).toBeCloseTo(0.5, 6);
  });

  it('goes by the speech and not by the clip: a silent start leaves the music up', async () => {
    const level = await bed([speech(2, 1, 2)]);
    expect(level(3)).toBeCloseTo(0.5, 6);
    expect(level(4.1)).toBeCloseTo(0.5 * 10 ** (-9 / 20), 3);
  });

  it('stays down through short pauses', async () => {
    const level = await bed([speech(3, 1), speech(4.5, 1)]);
    for (const seconds of [4.1, 4.3, 4.45]) expect(level(seconds)).toBeCloseTo(0.5 * 10 ** (-9 / 20), 3);
  });

  it('can be deeper, off, or asked of an effect', async () => {
    expect((await bed([speech(3, 2)], { ...music, duck: { byDb: 20 } }))(4)).toBeCloseTo(0.05, 3);
    expect((await bed([speech(3, 2)], { ...music, duck: false }))(4)).toBeCloseTo(0.5, 6);
    expect((await bed([speech(3, 2)], { ...music, role: 'effect' }))(4)).toBeCloseTo(0.5, 6);
    expect((await bed([speech(3, 2)], { ...music, role: 'effect', duck: true }))(4)).toBeCloseTo(0.5 * 10 ** (-9 / 20), 3);
  });
});

describe('faults', () => {
  it('names the clip and what is wrong with it', async () => {
    const good = { sound: constant(0.1, 0.01) };
    await expect(mix([good, { ...good, pan: 2 }])).rejects.toThrow('mix: clip 1: pan must lie in −1…1, got 2');
    await expect(mix([{ ...good, startSeconds: NaN }])).rejects.toThrow(/clip 0: startSeconds/);
    await expect(mix([{ ...good, fadeInSeconds: -1 }])).rejects.toThrow(/fade/);
    await expect(mix([{ sound: { sampleRate: RATE, channels: [] } }])).rejects.toThrow(/clip 0: the sound has no channels/);
    await expect(mix([{ ...good, duck: { byDb: -3 } }], { durationSeconds: 1 })).rejects.toThrow(/duck.byDb/);
    await expect(mix([good], { durationSeconds: Infinity })).rejects.toThrow(/durationSeconds/);
  });

  it('stops when it is cancelled', async () => {
    const controller = new AbortController();
    const running = mix([{ sound: constant(0.1, 60) }], {
      signal: controller.signal,
      onProgress: () => controller.abort(new Error('enough')),
    });
    await expect(running).rejects.toThrow('enough');
    await expect(mix([], { signal: AbortSignal.abort(new Error('before')) })).rejects.toThrow('before');
  });
});
