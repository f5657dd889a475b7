/** @file The training loop: one for every network of this package, and for any that has the shape of a `Trainable`. */
import { platform, totalmem } from 'node:os';
import { getBackend, nextFrame } from '@tensorflow/tfjs-core';
import { estimateTrainingMemory, requireTrainingMemory } from '@filmai/core-tensor/memory';
import { createProgress } from '@filmai/core-tensor/progress';
import { asFeed, type BatchSource, type Feed, type FeedReader } from '../data/feed.js';
import { checkShapes } from './batch-check.js';
import { drawSheet } from './sample-sheets.js';
import type { Batch, Trainable } from './trainable.js';
import { openNotes, type TrainingNotes } from './training-notes.js';
import { planTraining, type TrainingPlan, type TrainingStep, type TrainOptions } from './training-options.js';
import { batchesOfRound, playRound } from './training-round.js';
import { createRun, type Restored } from './training-run.js';
import type { TrainingWarning } from './training-watch.js';

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
 *   MemoryError `NOT_ENOUGH_MEMORY` before anything is read. CheckpointError `OTHER_ARCHITECTURE`, `ALL_DAMAGED`. FileError where nothing can be saved. The signal's reason if cancelled.
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
  askForMemory(trainable, plan);
  const run = createRun(trainable, plan);
  let reader: FeedReader<B> | undefined;
  let notes: TrainingNotes | undefined;
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
    notes = openNotes(plan.tracker, made);
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
      // Signals and timers get their turn: on most backends a round never waits.
      await nextFrame();
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
      await notes?.write(made, round.losses, warnings, sheet?.picture);
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
    notes?.close();
  }
}

/** The critic's networks count twice: they see real and made ones in one step. */
function askForMemory<B extends Batch>({ networks, players, averaged = [] }: Trainable<B>, plan: TrainingPlan): void {
  const twice = players.length > 1 ? players[0].networks.map((name) => networks[name]) : [];
  const all = [...Object.values(networks), ...twice];
  const needed = estimateTrainingMemory(all, plan.batchSize, { averaged: plan.average !== false && averaged.length > 0 });
  const backend = getBackend();
  // Where tensors lie on a device of their own, the system's memory says nothing; macOS counts as free only what nothing has ever used.
  const device = !['cpu', 'wasm', 'tensorflow'].includes(backend);
  const free = device ? Infinity : platform() === 'darwin' ? totalmem() * 0.75 : undefined;
  requireTrainingMemory(needed, { free, heap: backend === 'wasm' ? undefined : Infinity });
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
