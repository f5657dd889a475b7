/**
 * @file Loudness against the EBU's published cases (Tech 3341 and 3342) and against FFmpeg's meter for speed. Signals are made from
 * their definitions in `ebu-cases.json`; recordings that the list names under `wav_files` are measured too where they lie beside it.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { measureLoudness, measureLoudnessCurve, type Loudness } from '@filmai/audio/loudness';
import { readWav, writeWav } from '@filmai/audio/wav';
import { createRandom } from '@filmai/core-tensor/random';
import type { Sound } from '@filmai/core-tensor/samples';
import { fixture } from '../tools/fixtures.js';
import type { Figures } from './run.js';

const RATE = 48_000;
const MINUTES = 10;

interface EbuCase {
  case: number | string;
  freq?: number | string;
  channels?: number;
  segments?: { seconds: number; dbfs_peak: number | null; channels_db?: number[] }[];
  repeat?: number;
  amp?: number;
  phase_deg?: number;
  expect: Record<string, number | string>;
}

interface EbuList {
  tech3341: EbuCase[];
  tech3342: EbuCase[];
  wav_files?: Record<string, { I?: number; LRA?: number; TP?: number }>;
}

/** Errors by kind, signed, in LU or dB. */
type Errors = Record<'integrated' | 'momentary' | 'shortTerm' | 'range' | 'truePeak', number[]>;

/** Measures; see the file header. `data` is a folder with an `ebu-cases.json`, or that file itself. */
export async function run({ data, seed }: { data?: string; seed: number }): Promise<Figures> {
  const path =
    data === undefined
      ? fixture('loudness/ebu-cases.json')
      : [join(data, 'ebu-cases.json'), join(data, 'loudness', 'ebu-cases.json'), data].find(isFile);
  const accuracy = path ? await measureAccuracy(path) : noList();
  return { ...accuracy, ...(await compareWithFfmpeg(seed)) };
}

async function measureAccuracy(path: string): Promise<Figures> {
  const list = JSON.parse(readFileSync(path, 'utf8')) as EbuList;
  const errors: Errors = { integrated: [], momentary: [], shortTerm: [], range: [], truePeak: [] };
  for (const one of [...list.tech3341, ...list.tech3342]) compare(one, errors);
  compareFamilies(list.tech3341, errors);
  for (const [name, expected] of Object.entries(list.wav_files ?? {})) {
    const file = join(dirname(path), name);
    if (!isFile(file)) continue;
    const found = measureLoudness(await readWav(file));
    note(errors.integrated, found.integrated, expected.I);
    note(errors.range, found.range, expected.LRA);
    note(errors.truePeak, found.truePeak, expected.TP);
  }
  const worst = (values: number[], unit: string) => ({
    value: values.length === 0 ? null : values.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0),
    unit,
    peer: 'EBU Tech 3341 and 3342',
    n: values.length,
    ...(values.length === 0 ? { reason: 'no such case in the list' } : {}),
  });
  return {
    worstIntegratedError: worst(errors.integrated, 'LU'),
    worstMomentaryError: worst(errors.momentary, 'LU'),
    worstShortTermError: worst(errors.shortTerm, 'LU'),
    worstTruePeakError: worst(errors.truePeak, 'dB'),
    worstRangeError: worst(errors.range, 'LU'),
  };
}

/** A case that is one signal: by segments, or a tone between the samples. */
function compare(one: EbuCase, errors: Errors): void {
  const sound = makeSignal(one);
  if (!sound) return;
  const found: Loudness = measureLoudness(sound);
  const { M, S, I, LRA, max_TP: peak, S_constant_after_3s: steadyShort, M_constant_after_1s: steadyMoment } = one.expect;
  note(errors.momentary, found.momentaryMax, M);
  note(errors.shortTerm, found.shortTermMax, S);
  note(errors.integrated, found.integrated, I);
  note(errors.range, found.range, LRA);
  note(errors.truePeak, found.truePeak, peak);
  const curve = steadyShort === undefined && steadyMoment === undefined ? undefined : measureLoudnessCurve(sound);
  if (steadyShort !== undefined) for (const value of curve?.shortTerm ?? []) note(errors.shortTerm, value, steadyShort);
  if (steadyMoment !== undefined)
    for (const value of curve?.momentary.slice(60) ?? []) note(errors.momentary, value, steadyMoment);
}

/** Cases 10, 11, 13 and 14: twenty bursts each, begun a little later every time. */
function compareFamilies(cases: EbuCase[], errors: Errors): void {
  for (const [number, step, seconds, into, which] of [
    [10, 0.15, 3, errors.shortTerm, 'shortTermMax'],
    [13, 0.02, 0.4, errors.momentary, 'momentaryMax'],
  ] as const) {
    const isAsked = (wanted: number) => cases.some((one) => one.case === wanted);
    for (let i = 0; i < 20; i++) {
      if (isAsked(number)) note(into, measureLoudness(burst(i * step, seconds, -23, 1), { peaks: false })[which], -23);
      if (isAsked(number + 1))
        note(into, measureLoudness(burst(i * step, seconds, -38 + i, seconds - i * step), { peaks: false })[which], -38 + i);
    }
  }
}

function burst(before: number, seconds: number, level: number, after: number): Sound {
  return stereo(concatenate([tone(before, -Infinity), tone(seconds, level), tone(Math.max(0, after), -Infinity)]));
}

function makeSignal({ freq, segments, repeat = 1, amp, phase_deg: phase = 0 }: EbuCase): Sound | undefined {
  if (amp !== undefined) {
    const divisor = Number(String(freq).split('/')[1]);
    return stereo(
      Float32Array.from({ length: RATE }, (_, i) => amp * Math.sin((2 * Math.PI * i) / divisor + (phase * Math.PI) / 180)),
    );
  }
  if (!segments) return undefined;
  const levels = segments[0].channels_db;
  if (levels) return { sampleRate: RATE, channels: levels.map((level) => tone(segments[0].seconds, level)) };
  const once = segments.map(({ seconds, dbfs_peak: level }) => tone(seconds, level ?? -Infinity));
  return stereo(concatenate(Array.from({ length: repeat }, () => once).flat()));
}

/** Ten minutes of noise that swells and fades, measured by both from the same file; reading counts for both. */
async function compareWithFfmpeg(seed: number): Promise<Figures> {
  const unit = 'times the time of ffmpeg';
  if (spawnSync('ffmpeg', ['-version']).status !== 0)
    return { timesFfmpeg: { value: null, unit, reason: 'ffmpeg is not installed' } };
  const folder = mkdtempSync(join(tmpdir(), 'filmai-loudness-'));
  try {
    const path = join(folder, 'programme.wav');
    await writeWav(path, programme(seed), { bits: 16 });
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < 3; round++) {
      ours.push(await timed(async () => measureLoudness(await readWav(path))));
      theirs.push(
        await timed(async () =>
          spawnSync('ffmpeg', ['-v', 'error', '-nostdin', '-i', path, '-af', 'ebur128=peak=true', '-f', 'null', '-']),
        ),
      );
    }
    return {
      timesFfmpeg: {
        value: Math.min(...ours) / Math.min(...theirs),
        unit,
        peer: 'ffmpeg -af ebur128=peak=true',
        n: MINUTES * 60 * RATE,
        seed,
      },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function programme(seed: number): Sound {
  const random = createRandom(seed);
  const channels = [new Float32Array(MINUTES * 60 * RATE), new Float32Array(MINUTES * 60 * RATE)];
  for (const samples of channels) {
    let low = 0;
    for (let i = 0; i < samples.length; i++) {
      low += 0.05 * (random.range(-1, 1) - low);
      samples[i] = low * (1 + Math.sin((2 * Math.PI * i) / (7 * RATE)));
    }
  }
  return { sampleRate: RATE, channels };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

function tone(seconds: number, level: number): Float32Array {
  const amplitude = 10 ** (level / 20);
  return Float32Array.from(
    { length: Math.round(seconds * RATE) },
    (_, i) => amplitude * Math.sin((2 * Math.PI * 1000 * i) / RATE),
  );
}

function stereo(samples: Float32Array): Sound {
  return { sampleRate: RATE, channels: [samples, samples] };
}

function concatenate(parts: Float32Array[]): Float32Array {
  const joined = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

function note(list: number[], found: number, expected: number | string | undefined): void {
  if (typeof expected === 'number') list.push(found - expected);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function noList(): Figures {
  const reason = 'the list of EBU cases is absent; point --data at a folder with ebu-cases.json';
  return Object.fromEntries(
    [
      ['worstIntegratedError', 'LU'],
      ['worstTruePeakError', 'dB'],
      ['worstRangeError', 'LU'],
    ].map(([name, unit]) => [name, { value: null, unit, reason }]),
  );
}
