/** @file The training loop: one for every network of this package, and for any that has the shape of a `Trainable`. */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { FilmaiError } from '@filmai/core-tensor/errors';
import { createProgress } from '@filmai/core-tensor/progress';
import { asFeed, type BatchSource, type Feed, type FeedReader } from '../data/feed.js';
import { checkBatch, checkShapes } from './batch-check.js';
import { lossContext, sampleRandom } from './loss-context.js';
import { makeMove } from './player-turn.js';
import { drawSheet } from './sample-sheets.js';
import type { Batch, Trainable } from './trainable.js';
import { TrainingError } from './training-error.js';
import { planTraining, type TrainingPlan, type TrainingStep, type TrainOptions } from './training-options.js';
import { createRun, type Restored, type TrainingRun } from './training-run.js';
import { watchDiversity, watchLosses, type TrainingWarning } from './training-watch.js';

/** Samples that are compared with as many real ones to see whether they have become alike. */
const WATCHED_SAMPLES = 16;

/**
 * Trains, a round a turn of the loop: every player moves in its order, on batches from the feed. Leaving the loop stops the training.
 *
 * With a folder for checkpoints a training that was stopped, cancelled or killed goes on where the last checkpoint was saved, and comes to
 * the same weights, bit for bit, as one that never stopped (same machine, same backend). When it ends, networks of which an average is kept
 * hold the average.
 *
 * @param trainable - What is trained; its weights change.
 * @param source - A feed (`pictureFolder`, `fromArrays` …) or anything that gives batches.
 * @param options - See `TrainOptions`.
 * @returns Steps, as they are made.
 * @throws RangeError for an option outside its range. GanError `WRONG_BATCH`, and those of the feed. TrainingError `NOT_FINITE` with the step,
 *   the player and the part of the loss, `BACKEND_LOST`, `STEP_FAILED`, `OTHER_RUN` where the folder's training had another seed or other data.
 *   CheckpointError `OTHER_ARCHITECTURE`, `ALL_DAMAGED`. FileError where nothing can be saved. The signal's reason if cancelled.
 * @example
 * ```ts
 * import * as layers from '@tensorflow/tfjs-layers';
 * import { startRuntime } from '@filmai/core-tensor/runtime';
 * import { fromArrays } from '@filmai/gan/data';
 * import { adversarialPlayers } from '@filmai/gan/losses';
 * import { train, type Trainable } from '@filmai/gan/training';
 *
 * await startRuntime();
 * const networks = {
 *   generator: layers.sequential({ layers: [layers.layers.dense({ units: 2, inputShape: [4] })] }),
 *   critic: layers.sequential({ layers: [layers.layers.dense({ units: 1, inputShape: [2] })] }),
 * };
 * const gan: Trainable = {
 *   kind: 'linear',
 *   options: {},
 *   networks,
 *   ...adversarialPlayers({ ...networks, latent: 4 }),
 *   batch: { points: [2] },
 *   dispose: () => Object.values(networks).forEach((network) => network.dispose()),
 * };
 * const points = fromArrays({ points: { shape: [4, 2], values: Float32Array.of(0, 1, 1, 0, 0, -1, -1, 0) } });
 * for await (const { step, losses } of train(gan, points, { steps: 2, batchSize: 4, seed: 7 })) console.log(step, Object.keys(losses)[0]);
 * // 1 critic
 * // 2 critic
 * gan.dispose();
 * ```
 */
export async function* train<B extends Batch = Batch>(
  trainable: Trainable<B>,
  source: BatchSource<B>,
  options: TrainOptions,
): AsyncGenerator<TrainingStep, void, undefined> {
  const plan = planTraining(options);
  const feed = asFeed(source);
  plan.signal?.throwIfAborted();
  if (feed.shapes) checkShapes(trainable.kind, trainable.batch, feed.shapes);
  const run = createRun(trainable, plan);
  let reader: FeedReader<B> | undefined;
  let saved: { step: number; path: string } | undefined;
  let made = 0;
  let wholeStep = true;
  const save = async (): Promise<string> => {
    const path = await run.save(made, { position: (reader as FeedReader<B>).position(), fingerprint: feed.fingerprint });
    saved = { step: made, path };
    return path;
  };
  try {
    const restored = plan.resume === 'auto' ? await run.restore(feed.fingerprint) : undefined;
    made = restored?.step ?? 0;
    if (restored) saved = { step: made, path: restored.path };
    reader = feed.read({ batchSize: plan.batchSize, seed: plan.seed, position: restored?.position });
    const steps = plannedSteps(trainable, feed, plan);
    const pace = createPace(made, steps);
    const report = createProgress('training', {
      total: steps === Infinity ? undefined : steps - made,
      unit: 'steps',
      onProgress: plan.onProgress,
    });
    const opening = openingNotes(restored);
    let unreadable = 0;
    while (made < (plan.steps ?? Infinity) && reader.position().epoch < (plan.epochs ?? Infinity)) {
      plan.signal?.throwIfAborted();
      const epochBefore = reader.position().epoch;
      wholeStep = false;
      const round = await playRound(trainable, reader, run, plan, { step: made, steps, checkpoint: saved?.path });
      if (!round) break;
      made++;
      wholeStep = true;
      const { epoch } = reader.position();
      const last = made >= (plan.steps ?? Infinity) || epoch >= (plan.epochs ?? Infinity);
      const warnings = [...opening.warnings.splice(0), ...round.warnings];
      if (feed.unreadable.length > unreadable) {
        unreadable = feed.unreadable.length;
        const { path, reason } = feed.unreadable[unreadable - 1];
        warnings.push({
          code: 'unreadable-files',
          message: `${unreadable} files were skipped so far, the last of them ${path}: ${reason}`,
        });
      }
      const sheet =
        plan.samples && (last || made % plan.samples.every === 0)
          ? await run.withAverages(() => drawSheet(trainable, plan, made))
          : undefined;
      await note(plan, made, round.losses, sheet?.picture);
      const due = plan.checkpoint && (last || checkpointDue(plan.checkpoint, made, epochBefore, epoch));
      const path = due ? await save() : undefined;
      report();
      yield {
        step: made,
        epoch,
        losses: round.losses,
        learningRates: round.learningRates,
        ...pace(made),
        warnings,
        ...(path && { saved: path }),
        ...(sheet && { sheet: sheet.path }),
        ...opening.take(),
      };
    }
    if (plan.checkpoint && saved?.step !== made && made > 0) await save();
  } finally {
    // Left early: between two rounds everything fits together, in the middle of one it doesn't.
    if (plan.checkpoint?.whenStopped && wholeStep && made > 0 && saved?.step !== made) await save();
    await reader?.close();
    run.finish();
    await plan.tracker?.flush?.();
  }
}

/** What the first step after a resume says. */
function openingNotes(restored: Restored | undefined): { warnings: TrainingWarning[]; take(): { resumedFrom?: string } } {
  let from = restored?.path;
  return {
    warnings: (restored?.skipped ?? []).map(({ path, reason }) => ({
      code: 'damaged-checkpoint',
      message: `${path} is damaged (${reason}); the one before it was used`,
    })),
    take() {
      const resumedFrom = from;
      from = undefined;
      return resumedFrom ? { resumedFrom } : {};
    },
  };
}

/** Rounds in all; infinite where nobody can know. */
function plannedSteps(
  trainable: Trainable,
  feed: Feed,
  { steps = Infinity, epochs = Infinity, batchSize }: TrainingPlan,
): number {
  const perEpoch = feed.size === undefined ? Infinity : feed.size / (batchSize * batchesOfRound(trainable));
  return Math.min(steps, epochs === Infinity || perEpoch === Infinity ? Infinity : Math.ceil(epochs * perEpoch));
}

function batchesOfRound<B extends Batch>({ players }: Trainable<B>): number {
  return Math.max(...players.map((player) => player.steps ?? 1));
}

interface Round {
  losses: Record<string, number>;
  learningRates: Record<string, number>;
  warnings: TrainingWarning[];
}

/** All moves of one round; `undefined` where the batches have ended. */
async function playRound<B extends Batch>(
  trainable: Trainable<B>,
  reader: FeedReader<B>,
  run: TrainingRun<B>,
  plan: TrainingPlan,
  { step, steps, checkpoint }: { step: number; steps: number; checkpoint?: string },
): Promise<Round | undefined> {
  const batches: B[] = [];
  try {
    for (let i = 0; i < batchesOfRound(trainable); i++) {
      const batch = await reader.next();
      if (!batch) return undefined;
      batches.push(batch);
      checkBatch(trainable.kind, trainable.batch, batch);
    }
    // Signals and timers get their turn: on most backends a round never waits.
    await tf.nextFrame();
    plan.signal?.throwIfAborted();
    const losses: Record<string, number> = {};
    const learningRates: Record<string, number> = {};
    for (const seat of run.seats) {
      const { player } = seat;
      // A schedule may fall to 0, which is no size for a step.
      seat.adam.learningRate = Math.max(seat.learningRate * plan.schedule(step, steps), Number.MIN_VALUE);
      learningRates[player.name] = seat.adam.learningRate;
      for (let i = 0; i < (player.steps ?? 1); i++) {
        const move = makeMove(seat, batches[i], lossContext(plan.seed, step, `${player.name} ${i}`));
        Object.assign(
          losses,
          await move.catch((error: unknown) => Promise.reject(explain(error, { step, player: player.name, checkpoint }))),
        );
      }
    }
    run.follow();
    const warnings = watchLosses(run.watch, losses);
    if (plan.watch !== false && (step + 1) % plan.watch === 0)
      warnings.push(...(await compareSamples(trainable, run, plan, batches[0])));
    return { losses, learningRates, warnings };
  } finally {
    tf.dispose(batches);
  }
}

/** Says where a step failed, and from where the training can go on. */
function explain(error: unknown, place: { step: number; player: string; checkpoint?: string }): unknown {
  const goOn = place.checkpoint ? `The last checkpoint is ${place.checkpoint}.` : undefined;
  if (error instanceof TrainingError) {
    return new TrainingError(error.code, error.message, { ...place, part: error.part, remedy: goOn, cause: error.cause });
  }
  if (error instanceof FilmaiError || !(error instanceof Error)) return error;
  const lost = /context.*lost|device.*lost|out of memory|out of bounds|unreachable|allocation failed/i.test(error.message);
  const where = `step ${place.step}, player "${place.player}"`;
  return lost
    ? new TrainingError('BACKEND_LOST', `${where}: the backend "${tf.getBackend()}" is lost: ${error.message}`, {
        ...place,
        remedy: `Start the process anew with the same call${place.checkpoint ? `: it goes on from ${place.checkpoint}` : ''}, with smaller batches where memory ran out.`,
        cause: error,
      })
    : new TrainingError('STEP_FAILED', `${where}: ${error.message}`, { ...place, remedy: goOn, cause: error });
}

/** Looks whether samples have become alike, against real ones of the same shape. */
async function compareSamples<B extends Batch>(
  trainable: Trainable<B>,
  run: TrainingRun<B>,
  plan: TrainingPlan,
  batch: B,
): Promise<TrainingWarning[]> {
  if (!trainable.sample) return [];
  const { sample } = trainable;
  const made: Tensor = run.withAverages(() => sample.call(trainable, WATCHED_SAMPLES, sampleRandom(plan.seed)));
  const alike = Object.values(batch).find(({ shape }) => shape.slice(1).join() === made.shape.slice(1).join());
  const count = Math.min(WATCHED_SAMPLES, alike?.shape[0] ?? 0);
  if (!alike || count < 2) {
    made.dispose();
    return [];
  }
  const [ours, theirs] = [made, alike].map((things) => tf.slice(things, 0, count));
  const warnings = await watchDiversity(run.watch, ours, theirs);
  tf.dispose([made, ours, theirs]);
  return warnings;
}

async function note(
  plan: TrainingPlan,
  step: number,
  losses: Record<string, number>,
  picture?: Parameters<NonNullable<NonNullable<TrainingPlan['tracker']>['image']>>[1],
): Promise<void> {
  const { tracker } = plan;
  if (!tracker) return;
  for (const [name, value] of Object.entries(losses)) await tracker.scalar(name, value, step);
  if (picture) await tracker.image?.('samples', picture, step);
}

function checkpointDue(
  { everySteps, everyEpochs }: NonNullable<TrainingPlan['checkpoint']>,
  step: number,
  before: number,
  epoch: number,
): boolean {
  if (everySteps !== undefined && step % everySteps === 0) return true;
  return everyEpochs !== undefined && Math.floor(epoch / everyEpochs) > Math.floor(before / everyEpochs);
}

/** Seconds since the start, and until the end by the pace of the last steps. */
function createPace(from: number, steps: number): (step: number) => { seconds: number; secondsLeft?: number } {
  const begun = performance.now();
  let before = begun;
  let each: number | undefined;
  return (step) => {
    const now = performance.now();
    // A moving mean over about 20 steps: the first ones are slow, and a machine has other things to do.
    const weight = Math.max(1 / 20, 1 / Math.max(1, step - from));
    each = each === undefined ? now - before : each + (now - before - each) * weight;
    before = now;
    const left = steps === Infinity ? {} : { secondsLeft: ((steps - step) * each) / 1000 };
    return { seconds: (now - begun) / 1000, ...left };
  };
}
