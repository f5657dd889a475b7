/** @file One round of a training: every player moves, the averages follow, and somebody looks on. */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { FilmaiError } from '@filmai/core-tensor/errors';
import { setDropoutSeed } from '@filmai/core-tensor/kernels';
import type { FeedReader } from '../data/feed.js';
import { checkBatch } from './batch-check.js';
import { firstNotFinite } from './finite-weights.js';
import { lossContext, sampleRandom } from './loss-context.js';
import { makeMove } from './player-turn.js';
import type { Batch, Trainable } from './trainable.js';
import { TrainingError } from './training-error.js';
import type { TrainingPlan } from './training-options.js';
import type { TrainingRun } from './training-run.js';
import { watchDiversity, watchLosses, type TrainingWarning } from './training-watch.js';

/** Samples that are compared with as many real ones to see whether they have become alike. */
const WATCHED_SAMPLES = 16;

/** What came of a round. */
export interface Round {
  losses: Record<string, number>;
  learningRates: Record<string, number>;
  warnings: TrainingWarning[];
}

/** Batches in a round: one for each step of the busiest player. */
export function batchesOfRound<B extends Batch>({ players }: Trainable<B>): number {
  return Math.max(...players.map((player) => player.steps ?? 1));
}

/**
 * Plays a round.
 *
 * @returns Losses, rates and warnings; `undefined` where the batches have ended.
 * @throws TrainingError as `train`.
 */
export async function playRound<B extends Batch>(
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
    const losses: Record<string, number> = {};
    const learningRates: Record<string, number> = {};
    for (const seat of run.seats) {
      const { player } = seat;
      // A schedule may fall to 0, which is no size for a step.
      seat.adam.learningRate = Math.max(seat.learningRate * plan.schedule(step, steps), Number.MIN_VALUE);
      learningRates[player.name] = seat.adam.learningRate;
      for (let i = 0; i < (player.steps ?? 1); i++) {
        const context = lossContext(plan.seed, step, `${player.name} ${i}`);
        // Layers draw their masks from a stream of the process, which would remember what was drawn before this move.
        setDropoutSeed(context.random.split('dropout').save().seed);
        try {
          Object.assign(losses, await makeMove(seat, batches[i], context));
        } catch (error) {
          throw await explain(error, trainable, { step, player: player.name, checkpoint });
        }
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
async function explain<B extends Batch>(
  error: unknown,
  trainable: Trainable<B>,
  place: { step: number; player: string; checkpoint?: string },
): Promise<unknown> {
  const goOn = place.checkpoint ? `The last checkpoint is ${place.checkpoint}.` : undefined;
  if (error instanceof TrainingError) {
    // A gradient can break where its loss is still finite: then the weights say that it was an earlier move.
    const broken = await firstNotFinite(trainable);
    const before = broken ? `. The weight ${broken} was not finite before: an earlier move made it so` : '';
    return new TrainingError(error.code, `${error.message}${before}`, {
      ...place,
      part: error.part,
      remedy: goOn,
      cause: error.cause,
    });
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
