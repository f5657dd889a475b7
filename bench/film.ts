/**
 * @file The animatic end to end, from a cold start: time and memory for a minute of film, and what the result measures. The command is
 * run as a user runs it; its memory is that of the process with all its threads.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRandom } from '@filmai/core-tensor/random';
import { measureFilm } from '../tools/measure-film.js';
import type { BenchOptions, Figures } from './run.js';

/** `data` is a screenplay; default the sample. */
export async function run({ data, seed }: BenchOptions): Promise<Figures> {
  const script = data ?? fileURLToPath(new URL('../examples/animatic/scripts/sample.fountain', import.meta.url));
  const scratch = mkdtempSync(join(tmpdir(), 'filmai-bench-film-'));
  try {
    const first = await make(script, join(scratch, 'one'), seed);
    // Two runs of one scene, each from nothing, tell as much about chance as two of the whole film.
    for (const name of ['again', 'once more']) await make(script, join(scratch, name), seed, ['--scenes', '4']);
    const film = await measureFilm(join(scratch, 'one'));
    const long = join(scratch, 'long.fountain');
    writeFileSync(long, longScript(120, seed));
    const plan = await make(long, join(scratch, 'plan'), seed, ['--plan']);
    const minutes = film.pictureSeconds / 60;
    const n = 1;
    return {
      filmMinutes: { value: minutes, unit: 'minutes', n, seed },
      secondsPerFilmMinute: { value: first.seconds / minutes, unit: 'seconds', n, seed },
      peakMiB: { value: first.peakMiB, unit: 'MiB', n, seed },
      avDifferenceSeconds: { value: film.avDifferenceSeconds, unit: 'seconds', n, seed },
      lufs: { value: film.lufs, unit: 'LUFS', n, seed },
      truePeakDb: { value: film.truePeakDb, unit: 'dBTP', n, seed },
      worstCaptionOffsetSeconds: { value: film.worstCaptionOffset, unit: 'seconds', n: film.captions, seed },
      blackByMistake: { value: film.black.length, unit: 'stretches', n, seed },
      silentByMistake: { value: film.silent.length, unit: 'stretches', n, seed },
      planSecondsFor120Pages: { value: plan.seconds, unit: 'seconds', n, seed },
      planPeakMiBFor120Pages: { value: plan.peakMiB, unit: 'MiB', n, seed },
      identicalTwice: {
        value: fingerprint(join(scratch, 'again')) === fingerprint(join(scratch, 'once more')),
        unit: 'boolean',
        n: 2,
        seed,
      },
    };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Runs the command and watches its memory. */
function make(script: string, out: string, seed: number, more: string[] = []): Promise<{ seconds: number; peakMiB: number }> {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['start', '--silent', '--', script, '--out', out, '--seed', String(seed), ...more], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', (part: Buffer) => (errors += part.toString()));
    let peak = 0;
    const watch = setInterval(() => (peak = Math.max(peak, memoryOf(child.pid ?? 0))), 250);
    child.on('close', (code) => {
      clearInterval(watch);
      if (code === 0) resolve({ seconds: (performance.now() - begun) / 1000, peakMiB: peak });
      else reject(new Error(`the film was not made: ${errors.slice(-600)}`));
    });
  });
}

/** Resident memory of a process and its descendants in MiB; 0 where the system has no /proc. */
function memoryOf(pid: number): number {
  try {
    const resident = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(/\s+/).filter(Boolean);
    return resident + children.reduce((sum, child) => sum + memoryOf(Number(child)), 0);
  } catch {
    return 0;
  }
}

/** The film and its sound, byte for byte. */
function fingerprint(folder: string): string {
  const hash = createHash('sha256');
  for (const file of ['film.mp4', 'sound/dialogue.wav', 'sound/music.wav', 'sound/effects.wav', 'captions.srt', 'film.otio'])
    hash.update(readFileSync(join(folder, file)));
  return hash.digest('hex');
}

/** A script of about so many pages: scenes of action and dialogue from a few sentences, by chance. */
function longScript(pages: number, seed: number): string {
  const random = createRandom(seed).split('long script');
  const places = [
    'INT. KITCHEN - NIGHT',
    'EXT. STREET - DAY',
    'INT. HOSPITAL - CORRIDOR - NIGHT',
    'EXT. HARBOUR - DAWN',
    'INT. OFFICE - DAY',
    'EXT. FOREST - DUSK',
  ];
  const actions = [
    'Rain runs down the window. A lamp swings.',
    'She puts the letter on the table and looks at the door.',
    'A car passes. Somewhere a dog barks, twice, then stops.',
    'He takes the key out of his coat, thinks, and puts it back.',
  ];
  const lines = [
    'You said you would wait.',
    'I know what I said. It was a long time ago.',
    'Then tell me who has the other key!',
    'Nobody. That is the point of it.',
  ];
  const names = ['MARA', 'TOM', 'INSPECTOR', 'THE KEEPER', 'LENA'];
  // A page holds about 55 lines; a scene below takes 27.
  return Array.from({ length: Math.ceil((pages * 55) / 27) }, () => {
    const speeches = Array.from({ length: 5 }, () => `${random.pick(names)}\n${random.pick(lines)}\n`).join('\n');
    return `${random.pick(places)}\n\n${random.pick(actions)} ${random.pick(actions)}\n\n${speeches}\n${random.pick(actions)}\n`;
  }).join('\n');
}
