/**
 * @file The whole job: pictures are found, a part of them is held out, a model is trained with checkpoints and a log, and what came out is shown
 * and measured. Run again with the same folder it goes on where it stopped.
 */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { saveNetwork } from '@filmai/core-tensor/checkpoints';
import { writeFileWhole } from '@filmai/core-tensor/files';
import { encodePng } from '@filmai/core-tensor/frames';
import { createRandom } from '@filmai/core-tensor/random';
import { createRuntime } from '@filmai/core-tensor/runtime';
import { createTracker } from '@filmai/core-tensor/tracking';
import { pictureFolder } from '@filmai/gan/data';
import { sampleSheet } from '@filmai/gan/pictures';
import { train } from '@filmai/gan/training';
import { writeMovie } from '@filmai/media';
import { DEFAULT_GROUND, drawDefaultPictures } from './default-pictures.js';
import { walk, WALK_FPS, WALK_FRAMES } from './latent-walk.js';
import { madeBy, measureModel, type Measures } from './measure-model.js';
import { buildModel } from './models.js';
import type { Settings } from './settings.js';

/** What was made, and where it is. */
export interface Outcome {
  sheet: string;
  film: string;
  /** Folder of the networks in the tfjs Layers format. */
  networks: string;
  /** Folder for `tensorboard --logdir`. */
  log: string;
  measures: Measures;
}

/** One of so many pictures is held out and never trains the model. */
const HELD_OUT = 8;
const SHEET = 64;
const FILM_SIDE = 256;

/**
 * Trains a model and shows what came out.
 *
 * @param settings - What to do.
 * @param say - Takes lines for people.
 * @param signal - Stops the training; what was reached is kept.
 */
export async function trainYourOwn(settings: Settings, say: (line: string) => void, signal?: AbortSignal): Promise<Outcome> {
  const { out, size, steps, batchSize, seed, threads } = settings;
  const run = join(out, 'training');
  if (settings.anew) await rm(run, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const runtime = await createRuntime({ threads });
  say(`Computes with ${runtime.description}.`);
  const folder = settings.data ?? join(out, 'pictures');
  if (settings.data === undefined) say(`Drew ${await drawDefaultPictures(folder)} pictures into ${folder}.`);
  const part = (heldOut: boolean) =>
    pictureFolder(folder, {
      size,
      onUnreadable: 'skip',
      select: (path) => isHeldOut(path) === heldOut,
      ...(heldOut ? {} : { augment: { flip: true } }),
    });
  const [training, heldOut] = [await part(false), await part(true)];
  say(`${training.size} pictures train, ${heldOut.size} are held out.`);
  const model = await buildModel(settings, settings.data === undefined ? DEFAULT_GROUND : undefined);
  const log = join(run, 'log');
  const tracker = createTracker(log);
  let told = -Infinity;
  for await (const step of train(model.trainable, training, {
    steps,
    batchSize,
    seed,
    average: 0.998,
    checkpoint: { folder: join(run, 'checkpoints'), everySteps: 250, whenStopped: true },
    samples: { folder: join(run, 'sheets'), every: 250, count: 36 },
    tracker,
    signal,
  })) {
    if (step.resumedFrom !== undefined) say(`Goes on from ${step.resumedFrom}.`);
    for (const warning of step.warnings) say(`Step ${step.step}: ${warning.message}`);
    if (step.sheet !== undefined) say(`Step ${step.step}: see ${step.sheet}`);
    if (step.step === steps || performance.now() - told > 10_000) {
      told = performance.now();
      const losses = Object.entries(step.losses).filter(([name]) => !name.includes('/'));
      const words = losses.map(([name, loss]) => `${name} ${loss.toFixed(3)}`).join(', ');
      say(
        `Step ${step.step} of ${steps}: ${words}${step.secondsLeft === undefined ? '' : `; ${minutes(step.secondsLeft)} left`}`,
      );
    }
  }

  const sheet = join(out, 'samples.png');
  await writeFileWhole(sheet, encodePng(sampleSheet(madeBy(model, SHEET, seed), { columns: 8 })));
  const film = join(out, 'walk.mp4');
  const frames = walk(model, createRandom(`walk/${seed}`), FILM_SIDE);
  await writeMovie(film, {
    video: { frames, width: FILM_SIDE, height: FILM_SIDE, fps: WALK_FPS, frameCount: WALK_FRAMES },
    signal,
  });
  const networks = join(out, 'model');
  for (const [name, network] of Object.entries(model.trainable.networks)) await saveNetwork(join(networks, name), network);
  const measures = await measureModel(model, training, heldOut, seed);
  for (const { path, reason } of [...training.unreadable, ...heldOut.unreadable]) say(`Skipped ${path}: ${reason}`);
  for (const [name, value] of Object.entries(measures))
    if (typeof value === 'number') tracker.scalar(`measures/${name}`, value, steps);
  tracker.close();
  await writeFileWhole(join(out, 'measures.json'), new TextEncoder().encode(`${JSON.stringify(measures, null, 2)}\n`));
  model.trainable.dispose();
  return { sheet, film, networks, log, measures };
}

/**
 * Whether a picture never trains the model. That depends on its file's name alone, so that it stays so when others come. The default pictures show
 * each person in five tones of skin, which the name says; all five go to the same side, else the held-out ones would have been seen in another tone.
 */
function isHeldOut(path: string): boolean {
  return createRandom(path.replaceAll(/-1f3f[b-f]/g, '')).chance(1 / HELD_OUT);
}

function minutes(seconds: number): string {
  return seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
}
