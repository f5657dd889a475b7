/**
 * @file Timelines against the reference library: OTIO files read and written by us must look the same to OpenTimelineIO, and an EDL must
 * read the same in its CMX3600 adapter and here. Python with `opentimelineio` and `otio-cmx3600-adapter` is the peer.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { edlFromTimeline, parseEdl, timelineFromEdl, writeEdl } from '@filmai/edit/edl';
import { parseOtio, readOtio, writeOtio } from '@filmai/edit/otio';
import { toSeconds } from '@filmai/edit/time';
import { usedRange, type Item, type Timeline } from '@filmai/edit/timeline';
import { fixture } from '../tools/fixtures.js';
import type { BenchOptions, Figures } from './run.js';

interface Facts {
  tracks?: unknown[][];
  whole?: string;
  error?: string;
}

/** Counts differences; see the file header. `data` is a folder that holds `.otio` and `.edl` files. */
export async function run({ data }: BenchOptions): Promise<Figures> {
  const root = data ?? fixture('timeline');
  if (!root) return missing('the timeline fixtures are absent; point --data at a folder of .otio and .edl files');
  const all = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => join(root, name));
  const scratch = mkdtempSync(join(tmpdir(), 'filmai-interchange-'));
  try {
    const otio = await otioLosses(
      all.filter((path) => path.endsWith('.otio')),
      scratch,
    );
    const edl = await edlLosses(
      all.filter((path) => path.endsWith('.edl')),
      scratch,
    );
    return otio && edl ? { ...otio, ...edl } : missing('Python with opentimelineio and otio-cmx3600-adapter is not installed');
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function otioLosses(paths: string[], scratch: string): Promise<Figures | undefined> {
  const written = await Promise.all(
    paths.map(async (path, i) => {
      const copy = join(scratch, `${i}-${basename(path)}`);
      await writeOtio(copy, await readOtio(path));
      return copy;
    }),
  );
  const before = ask(paths.map((path) => ({ path, whole: true })));
  const after = ask(written.map((path) => ({ path, whole: true })));
  if (!before || !after) return undefined;
  const compared = paths.map((path, i) =>
    // What the library refuses (records newer than it knows) is compared by our own reader instead.
    before[i].error
      ? same(parseOtio(readFileSync(path, 'utf8')), parseOtio(readFileSync(written[i], 'utf8')))
      : same(before[i], after[i]),
  );
  const losses = compared.filter((equal) => !equal).length;
  const refused = before.filter((facts) => facts.error).length;
  return {
    'otio.losses': { value: losses, unit: 'files', peer: 'OpenTimelineIO', n: paths.length },
    'otio.refusedByPeer': { value: refused, unit: 'files', peer: 'OpenTimelineIO', n: paths.length },
  };
}

async function edlLosses(paths: string[], scratch: string): Promise<Figures | undefined> {
  const rates = paths.map((path) => (/(?:\d\d:){3}24\b/.test(readFileSync(path, 'utf8')) ? 25 : 24));
  const peer = ask(paths.map((path, i) => ({ path, rate: rates[i] })));
  if (!peer) return undefined;
  const ours = paths.map((path, i) => timelineFromEdl(parseEdl(readFileSync(path, 'utf8'), { rate: rates[i] }).edl));
  const copies = await Promise.all(
    ours.map(async (timeline, i) => {
      const copy = join(scratch, `${i}-${basename(paths[i])}`);
      try {
        await writeEdl(copy, edlFromTimeline(timeline, { rate: rates[i] }));
      } catch (error) {
        return (error as Error).message;
      }
      return copy;
    }),
  );
  const back = ask(copies.map((path, i) => ({ path, rate: rates[i] })));
  if (!back) return undefined;
  let readingLosses = 0;
  let writingLosses = 0;
  for (const [i, timeline] of ours.entries()) {
    const facts = factsOf(timeline);
    if (!peer[i].error && !same(peer[i].tracks, facts)) {
      readingLosses++;
      if (process.env.FILMAI_BENCH_SHOW) show(`reading ${paths[i]}`, peer[i].tracks, facts);
    }
    if (!same(back[i].tracks, facts)) {
      writingLosses++;
      if (process.env.FILMAI_BENCH_SHOW) show(`writing ${paths[i]} ${back[i].error ?? ''}`, back[i].tracks, facts);
    }
  }
  const n = paths.length;
  return {
    'edl.losses': { value: readingLosses + writingLosses, unit: 'files', peer: 'OpenTimelineIO CMX3600 adapter', n },
    'edl.readingLosses': { value: readingLosses, unit: 'files', peer: 'OpenTimelineIO CMX3600 adapter', n },
    'edl.writingLosses': { value: writingLosses, unit: 'files', peer: 'OpenTimelineIO CMX3600 adapter', n },
    'edl.refusedByPeer': {
      value: peer.filter((facts) => facts.error).length,
      unit: 'files',
      peer: 'OpenTimelineIO CMX3600 adapter',
      n,
    },
  };
}

function factsOf(timeline: Timeline): unknown[][] {
  const round = (time: { value: number; rate: number }): number => Math.round(toSeconds(time) * 1e6) / 1e6;
  const facts = (item: Item): unknown => {
    switch (item.kind) {
      case 'transition':
        return ['transition', item.type, round(item.inOffset), round(item.outOffset)];
      case 'clip': {
        const range = usedRange(item);
        const speeds = (item.effects ?? []).flatMap((effect) =>
          effect.timeScalar === undefined ? [] : [Math.round(effect.timeScalar * 1e4) / 1e4],
        );
        const markers = (item.markers ?? []).map((marker) => [marker.name, round(marker.range.start)]);
        return ['clip', item.name, round(range.start), round(range.duration), speeds, markers];
      }
      case 'gap':
        return ['gap', '', round(item.sourceRange.start), round(item.sourceRange.duration), [], []];
      default:
        return [item.kind];
    }
  };
  return timeline.tracks.map((track) => track.items.map(facts));
}

/** Asks the peer about many files at once; `undefined` where it isn't installed. */
function ask(jobs: { path: string; rate?: number; whole?: boolean }[]): Facts[] | undefined {
  const script = fileURLToPath(new URL('peers/timeline_facts.py', import.meta.url));
  const input = jobs.map((job) => JSON.stringify(job)).join('\n');
  const { status, stdout } = spawnSync('python3', [script], { input, encoding: 'utf8', maxBuffer: 1e9 });
  return status === 0
    ? stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Facts)
    : undefined;
}

function same(a: unknown, b: unknown): boolean {
  const text = (value: unknown): string =>
    JSON.stringify(value, (_key, entry: unknown) => (typeof entry === 'bigint' ? `${entry}n` : entry));
  return text(a) === text(b);
}

function show(title: string, a: unknown[][] | undefined, b: unknown[][]): void {
  console.error(title);
  for (const [t, track] of b.entries()) {
    for (const [i, item] of track.entries())
      if (!same(a?.[t]?.[i], item)) console.error('  peer', JSON.stringify(a?.[t]?.[i]), '\n  ours', JSON.stringify(item));
  }
}

function missing(reason: string): Figures {
  return { 'otio.losses': { value: null, unit: 'files', reason }, 'edl.losses': { value: null, unit: 'files', reason } };
}
