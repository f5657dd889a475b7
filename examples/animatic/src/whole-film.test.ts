import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readWav } from '@filmai/audio/wav';
import { measureLoudness } from '@filmai/audio/loudness';
import { readOtio } from '@filmai/edit/otio';
import { readEdl } from '@filmai/edit/edl';
import { parseSrt } from '@filmai/edit/subtitles';
import { durationOf, type Timeline } from '@filmai/edit/timeline';
import { audioTrackOf, chooseEngine, probeMedia, readFrames, readSound, videoTrackOf } from '@filmai/media';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FRAME_RATE } from './plan.js';
import { filesBelow, runAnimatic, type RunResult } from './run-animatic.js';
import { tinyFilm } from './test-scripts.js';

const encoder = await chooseEngine().then(
  ({ name }) => name,
  () => undefined,
);
const reason = 'needs node-av or ffmpeg';

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'filmai-film-'));
  writeFileSync(join(cwd, 'tiny.fountain'), tinyFilm);
});
afterAll(() => {
  rmSync(cwd, { recursive: true });
});
// 256 wide: at widths that are no multiple of 128 the node-av engine does not give the same bytes twice.
const film = (out: string, ...more: string[]): string[] => ['tiny.fountain', '--size', '256x144', '--out', out, ...more];

const PAPERS =
  'breakdown.json captions.srt captions.vtt film.edl film.mp4 film.otio notes.txt report.html shots.csv storyboard.pdf'.split(
    ' ',
  );
/** Runs take seconds each; a busy machine may need several times that. */
const PATIENCE_MS = 180_000;

describe.skipIf(!encoder)(`a film that was stopped with Ctrl-C and gone on with (${reason})`, () => {
  const out = (): string => join(cwd, 'one');
  const file = (name: string): string => join(out(), name);
  /** What is kept of a drawn shot is written last. */
  const drawn = (): string[] => filesBelow(out()).filter((path) => /^\.cache\/pictures\/[0-9a-f]+\.json$/.test(path));
  let stopped: RunResult & { waitedSeconds: number; files: string[]; film: string; drawnAt: Map<string, number> };
  let first: RunResult;
  let timeline: Timeline;

  beforeAll(async () => {
    mkdirSync(out());
    writeFileSync(file('film.mp4'), 'my last film');
    writeFileSync(file('notes.txt'), 'mine');
    let interruptedAt = Infinity;
    const interruptWhen = (): boolean => {
      if (drawn().length > 0) interruptedAt = performance.now();
      return Number.isFinite(interruptedAt);
    };
    const result = await runAnimatic(film('one'), { cwd, interruptWhen, interruptTwice: true });
    stopped = {
      ...result,
      waitedSeconds: (performance.now() - interruptedAt) / 1000,
      files: filesBelow(out()),
      film: readFileSync(file('film.mp4'), 'utf8'),
      drawnAt: new Map(drawn().map((path) => [path, statSync(file(path)).mtimeMs])),
    };
    first = await runAnimatic(film('one'), { cwd });
    timeline = await readOtio(file('film.otio'));
  }, PATIENCE_MS);

  it('ends within seconds with the exit code of Ctrl-C, even where a terminal passes it on twice', () => {
    expect(stopped.code).toBe(130);
    expect(stopped.stderr).toMatch(/Stopped\. What was finished is kept/);
    expect(stopped.waitedSeconds).toBeLessThan(20);
  });

  it('leaves nothing half-written, and the last film as it was', () => {
    expect(stopped.files.filter((path) => path.includes('.part'))).toEqual([]);
    expect(stopped.film).toBe('my last film');
    expect(readFileSync(file('notes.txt'), 'utf8')).toBe('mine');
  });

  it('goes on from what was done', () => {
    expect(first.stderr).toMatch(/Done in .* shots/);
    expect(first.code).toBe(0);
    expect(stopped.drawnAt.size).toBeGreaterThan(0);
    expect(drawn().length).toBeGreaterThan(stopped.drawnAt.size);
    for (const [path, time] of stopped.drawnAt) expect(statSync(file(path)).mtimeMs, path).toBe(time);
  });

  it('comes with everything that goes beside it, and nothing half-written', () => {
    const files = filesBelow(out()).filter((path) => !path.startsWith('.cache'));
    const shots = timeline.tracks[0].items.flatMap((item) => (item.kind === 'clip' && item.name !== 'black' ? [item.name] : []));
    expect(shots.length).toBeGreaterThanOrEqual(2);
    expect(files).toEqual(
      [
        ...PAPERS,
        ...['dialogue', 'effects', 'music'].map((stem) => `sound/${stem}.wav`),
        ...shots.flatMap((name) => [`panels/${name}.jpg`, `shots/${name}.mp4`]),
      ].toSorted(),
    );
    for (const name of files) expect(statSync(file(name)).size, name).toBeGreaterThan(0);
    expect(filesBelow(cwd).filter((path) => path.includes('.part.'))).toEqual([]);
  });

  it('has pictures, sound and captions of one length', async () => {
    const info = await probeMedia(file('film.mp4'));
    const [video, audio] = [videoTrackOf(info), audioTrackOf(info)];
    expect(video).toMatchObject({ codec: 'h264', width: 256, height: 144 });
    expect(audio).toMatchObject({ codec: 'aac', sampleRate: 48_000 });
    // Caption tracks are told by the engine alone.
    const { tracks } = await (await chooseEngine()).engine.probe(file('film.mp4'));
    expect(tracks.filter(({ kind }) => kind === 'subtitle')).toHaveLength(1);
    const seconds = durationOf(timeline.tracks[0]).value / FRAME_RATE;
    expect(Math.abs((video?.durationSeconds ?? 0) - seconds)).toBeLessThan(0.5 / FRAME_RATE);
    expect(Math.abs((audio?.durationSeconds ?? 0) - (video?.durationSeconds ?? 0))).toBeLessThanOrEqual(1 / FRAME_RATE);
  });

  it('decodes to as many frames as were planned, of which none is black by mistake', async () => {
    const dark: boolean[] = [];
    for await (const { data } of readFrames(file('film.mp4'))) {
      let brightest = 0;
      for (let i = 0; i < data.length; i += 4) brightest = Math.max(brightest, data[i]);
      dark.push(brightest < 40);
    }
    expect(dark).toHaveLength(durationOf(timeline.tracks[0]).value);
    let at = 0;
    for (const item of timeline.tracks[0].items) {
      const length = durationOf(item).value;
      // The first second of a shot may come up from black.
      if (item.kind === 'clip' && item.name !== 'black')
        expect(dark.slice(at + FRAME_RATE, at + length), item.name).not.toContain(true);
      at += length;
    }
  });

  it('sounds as loud as a broadcaster wants it, speech where the captions are', async () => {
    const sound = await readSound(file('film.mp4'));
    const { integrated, truePeak } = measureLoudness(sound);
    expect(Math.abs(integrated + 23)).toBeLessThanOrEqual(0.5);
    expect(truePeak).toBeLessThanOrEqual(-1);
    const { cues } = parseSrt(readFileSync(file('captions.srt'), 'utf8'));
    expect(cues.map(({ text }) => text)).toEqual(['– Yes.\n– No.']);
    const dialogue = await readWav(file('sound/dialogue.wav'));
    const heard = dialogue.channels[0].findIndex((sample) => Math.abs(sample) > 0.01) / dialogue.sampleRate;
    expect(Math.abs(cues[0].startSeconds - heard)).toBeLessThanOrEqual(0.1);
  });

  it('is the same in the edit list, the storyboard and the report', async () => {
    const { edl, diagnostics } = await readEdl(file('film.edl'));
    expect(diagnostics).toEqual([]);
    expect(edl.events.some(({ effect }) => effect === 'D')).toBe(true);
    const pdf = await PDFDocument.load(readFileSync(file('storyboard.pdf')));
    expect(pdf.getPageCount()).toBe(1);
    const report = readFileSync(file('report.html'), 'utf8');
    expect(report).toContain(readFileSync(file('film.mp4')).toString('base64'));
    expect(report.match(/<figure>/g)).toHaveLength(
      timeline.tracks[0].items.filter((item) => item.kind === 'clip' && item.name !== 'black').length,
    );
    // Self-contained: nothing is fetched from anywhere.
    expect(report).not.toMatch(/(?:src|href)="(?!data:|#)/);
  });

  it('is the same to the byte when it is made in one go elsewhere', { timeout: PATIENCE_MS }, async () => {
    const again = await runAnimatic(film('two'), { cwd });
    expect(again.code).toBe(0);
    const names = [
      'film.mp4',
      'film.otio',
      'film.edl',
      'captions.srt',
      'sound/dialogue.wav',
      'sound/music.wav',
      'sound/effects.wav',
    ];
    for (const name of names) expect(readFileSync(join(cwd, 'two', name)).equals(readFileSync(file(name))), name).toBe(true);
  });
});
