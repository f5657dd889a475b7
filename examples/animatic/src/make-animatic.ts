/** @file The whole job in order: script, plan, voices, pictures, sound, timeline, film, report. */
import { mkdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { writeWav } from '@filmai/audio/wav';
import type { Sound } from '@filmai/core-tensor/samples';
import { chooseEngine } from '@filmai/media';
import { formatEighths } from '@filmai/nlp-script/screenplay';
import { AnimaticError } from './animatic-error.js';
import { openCache } from './cache.js';
import { castFilm } from './casting.js';
import { clock } from './clock.js';
import { directShot } from './direct-shot.js';
import type { Display } from './display.js';
import { renderFilm, writePapers } from './film.js';
import { buildCaptions, buildTimeline } from './film-timeline.js';
import type { AnimaticOptions } from './options.js';
import { inOutFolder } from './out-folder.js';
import { drawPictures, type PictureOrder } from './pictures.js';
import { FRAME_RATE, planFilm, type FilmPlan, type PlannedShot } from './plan.js';
import { readScript, type Script } from './read-script.js';
import { writeReport } from './report.js';
import { makeSoundtrack, type Stem } from './soundtrack.js';
import { mouthsOf } from './mouths.js';
import { writeStoryboardPdf } from './storyboard-pdf.js';
import { lineKey, speakLines } from './voices.js';

/**
 * Makes an animatic.
 *
 * @param options - What the command line asks for.
 * @param display - Where progress is shown.
 * @param signal - Cancels; nothing half-written is left, finished stages are kept.
 */
export async function makeAnimatic(options: AnimaticOptions, display: Display, signal: AbortSignal): Promise<void> {
  const begun = performance.now();
  const script = await readScript(options.script, options.scenes);
  if (!options.plan) await requireEncoder();
  sayScript(script, display);
  await inOutFolder(options.out, () => fillFolder(script, options, display, signal, begun));
}

async function fillFolder(
  script: Script,
  options: AnimaticOptions,
  display: Display,
  signal: AbortSignal,
  begun: number,
): Promise<void> {
  const { out, seed } = options;
  const rough = planFilm(script);
  if (options.plan) {
    await writePapers(out, script, rough, buildTimeline(rough, script), buildCaptions(rough));
    display.say(
      `Planned ${rough.shots.length} shots, ${clock(rough.seconds)} min, in ${((performance.now() - begun) / 1000).toFixed(1)} s.`,
    );
    display.say(`  ${relative('', join(out, 'shots.csv'))}, breakdown.json, film.otio, film.edl, captions.srt`);
    return;
  }
  const job = { signal, onProgress: display.onProgress };
  const cache = openCache(out);
  const cast = castFilm(script.breakdown, seed);
  const speeches = rough.shots.flatMap((shot) => shot.speeches.map(({ speech }) => speech));
  const lines = await speakLines(speeches, cast, cache, job);
  const plan = planFilm(script, (speech) => lines.get(lineKey(speech))?.seconds ?? 0);
  const directed = plan.shots.map((shot) => directShot(shot, script, cast, seed));
  const orders = plan.shots.map((shot, i): PictureOrder => ({
    id: shot.id,
    ...directed[i],
    speech: mouthsOf(shot, lines),
    width: options.width,
    height: options.height,
    fps: FRAME_RATE,
    frames: shot.frames + shot.tailFrames,
    seed,
    ...(options.draw === 'learned' ? { draw: options.draw } : {}),
    ...(options.effects === 'learned' ? { learnedEffects: true } : {}),
    slate: slateOf(shot, script),
  }));
  await mkdir(join(out, 'sound'), { recursive: true });
  const keepStem = (name: Stem, sound: Sound): Promise<void> =>
    writeWav(join(out, 'sound', `${name}.wav`), sound, { bits: 24, signal });
  // Not beside the pictures: together they would need more memory than a small machine has.
  const soundtrack = await makeSoundtrack(plan, script, lines, directed, seed, keepStem, job);
  const drawn = await drawPictures(orders, { clips: join(out, 'shots'), panels: join(out, 'panels') }, cache, job);
  const timeline = buildTimeline(plan, script, drawn);
  const cues = buildCaptions(plan, lines);
  await writePapers(out, script, plan, timeline, cues);
  const film = await renderFilm(out, script, timeline, soundtrack, cues, options, job);
  await writeStoryboardPdf(out, script, plan, signal);
  await writeReport({ out, film, script, plan, cast, lines, drawn, directed, soundtrack, cues, options, signal });
  display.close();
  sayResult(out, plan, (performance.now() - begun) / 1000, display);
}

function sayScript(script: Script, display: Display): void {
  const { totals, characters } = script.breakdown;
  const speaking = characters.filter((one) => one.speaking).length;
  const part = script.scenes.length === totals.scenes ? '' : ` (filming ${script.scenes.length})`;
  display.say(
    `${script.title}: ${totals.scenes} scenes${part}, ${speaking} speaking parts, ${formatEighths(totals.eighths)} pages`,
  );
  for (const { severity, message, span } of script.diagnostics.filter((one) => one.severity !== 'info').slice(0, 5)) {
    display.say(`  ${severity}, line ${span.start.line}: ${message}`);
  }
}

function sayResult(out: string, plan: FilmPlan, seconds: number, display: Display): void {
  const file = (name: string): string => relative('', join(out, name)) || name;
  display.say(`\nDone in ${clock(seconds)} min: ${plan.shots.length} shots, ${clock(plan.seconds)} min of film.`);
  display.say(`  ${file('film.mp4')}        the film`);
  display.say(`  ${file('report.html')}     the film with storyboard, cast, sound and sources on one page`);
  display.say(`  ${file('storyboard.pdf')}  the panels to print`);
  display.say(`  ${file('film.otio')}       for Resolve, Premiere and others; film.edl, captions and sound beside it`);
}

async function requireEncoder(): Promise<void> {
  await chooseEngine().catch((cause: unknown) => {
    throw new AnimaticError('NO_ENCODER', cause instanceof Error ? cause.message : String(cause), { cause });
  });
}

function slateOf({ shot }: PlannedShot, script: Script): PictureOrder['slate'] {
  const scene = script.breakdown.scenes[shot.sceneIndex];
  return {
    scene: shot.scene,
    shot: shot.letter,
    heading: scene.heading,
    framing: [shot.size, ...(shot.move === 'static' ? [] : [shot.move])].join(' · ').replaceAll('-', ' ').toUpperCase(),
    note: shot.speeches[0] ? `${shot.speeches[0].character}: ${shot.speeches[0].text}` : shot.action,
  };
}
