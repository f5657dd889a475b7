/** @file `verify-film FOLDER`: holds a finished animatic against what is promised, by decoding it. Exit code 1 where a promise is broken. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { measureFilm } from './measure-film.js';

const folder = process.argv[2] ?? 'film';
const files = [
  'film.mp4',
  'captions.srt',
  'captions.vtt',
  'film.otio',
  'film.edl',
  'breakdown.json',
  'shots.csv',
  'storyboard.pdf',
  'report.html',
];
const missing = files.filter((name) => !existsSync(join(folder, name)) || statSync(join(folder, name)).size === 0);
const film = await measureFilm(folder);
const promises: [string, boolean][] = [
  [`all files are there${missing.length > 0 ? `: ${missing.join(', ')} missing` : ''}`, missing.length === 0],
  [
    `picture and sound differ by ${(film.avDifferenceSeconds * 1000).toFixed(0)} ms, at most a frame`,
    Math.abs(film.avDifferenceSeconds) <= 1 / 24 + 1e-3,
  ],
  [`${film.lufs.toFixed(2)} LUFS, wanted −23 ± 0.5`, Math.abs(film.lufs + 23) <= 0.5],
  [`${film.truePeakDb.toFixed(2)} dBTP, at most −1`, film.truePeakDb <= -1],
  [`black by mistake: ${JSON.stringify(film.black)}`, film.black.length === 0],
  [`silent by mistake: ${JSON.stringify(film.silent)}`, film.silent.length === 0],
  [
    `${film.captions} captions, the worst ${(film.worstCaptionOffset * 1000).toFixed(0)} ms from its line, at most 100`,
    film.worstCaptionOffset <= 0.1,
  ],
];
for (const [text, kept] of promises) console.log(`${kept ? '✓' : '✗'} ${text}`);
process.exitCode = promises.every(([, kept]) => kept) ? 0 : 1;
// Decoders may keep threads that would hold the process.
process.exit();
