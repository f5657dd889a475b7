/** @file All that a training carries from step to step, as one thing that can be saved and restored. */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor, Variable } from '@tensorflow/tfjs-core';
import {
  CheckpointError,
  fillNetwork,
  loadCheckpoint,
  saveCheckpoint,
  type SkippedCheckpoint,
} from '@filmai/core-tensor/checkpoints';
import { createMovingAverage, type AdamState, type MovingAverage, type MovingAverageState } from '@filmai/core-tensor/optimisers';
import type { FeedPosition } from '../data/feed.js';
import { firstNotFinite } from './finite-weights.js';
import { takeSeats, type Seat } from './player-turn.js';
import type { Batch, Memory, Trainable } from './trainable.js';
import { TrainingError } from './training-error.js';
import type { TrainingPlan } from './training-options.js';
import { newWatch, type WatchState } from './training-watch.js';

/** What a training stands on. */
export interface TrainingRun<B extends Batch = Batch> {
  seats: readonly Seat<B>[];
  watch: WatchState;
  /** Moves the averages towards the weights. */
  follow(): void;
  /** Samples by the averaged networks; `undefined` where the trainable makes none. */
  withAverages<Result>(work: () => Result): Result;
  /** Saves a checkpoint and returns its folder. */
  save(step: number, data: DataState): Promise<string>;
  /** Goes on from a checkpoint; `undefined` where there is none. */
  restore(fingerprint: string): Promise<Restored | undefined>;
  /** Ends it: averaged networks keep their averages, everything else is freed. */
  finish(): void;
}

/** Where the data stand. */
export interface DataState {
  position: FeedPosition;
  fingerprint: string;
}

/** What a restored training goes on with. */
export interface Restored {
  step: number;
  path: string;
  position: FeedPosition;
  skipped: SkippedCheckpoint[];
}

/** What lies in a checkpoint beside networks, optimisers, averages and the data's position. */
interface ExtraState {
  memory: Memory;
  watch: WatchState;
  /** Values of the players' own variables. */
  variables: Record<string, Float32Array[]>;
}

/** Sets up a training. Call `finish` when done. */
export function createRun<B extends Batch>(trainable: Trainable<B>, plan: TrainingPlan): TrainingRun<B> {
  const seats = takeSeats(trainable, plan);
  const averages = averagesOf(trainable, plan.average);
  const architecture = { kind: trainable.kind, options: trainable.options };
  let watch = newWatch();
  return {
    seats,
    get watch() {
      return watch;
    },
    follow: () => averages.forEach(({ average }) => average.update()),
    withAverages(work) {
      return averages.reduceRight<() => ReturnType<typeof work>>(
        (inner, { average }) =>
          () =>
            average.use(inner),
        work,
      )();
    },
    async save(step, data) {
      if (!plan.checkpoint) throw new TypeError('train: there is no folder for checkpoints');
      const broken = await firstNotFinite(trainable);
      if (broken) throw brokenWeight(broken, step);
      const variables = await Promise.all(
        seats.map(async ({ player }) => [player.name, await valuesOf(player.variables ?? [])] as const),
      );
      return saveCheckpoint(
        plan.checkpoint.folder,
        {
          step,
          architecture,
          networks: trainable.networks,
          optimisers: await savedByName(seats.map(({ player, adam }) => [player.name, adam])),
          averages: await savedByName(averages.map(({ name, average }) => [name, average])),
          data,
          random: { seed: plan.seed },
          extra: { memory: trainable.saveMemory?.() ?? {}, watch, variables: Object.fromEntries(variables) } satisfies ExtraState,
        },
        { keep: plan.checkpoint.keep },
      );
    },
    async restore(fingerprint) {
      if (!plan.checkpoint) return undefined;
      const { folder } = plan.checkpoint;
      const found = await loadCheckpoint(folder, { architecture }).catch((error: unknown) => {
        if (error instanceof CheckpointError && error.code === 'NO_CHECKPOINT') return undefined;
        throw error;
      });
      if (!found) return undefined;
      const { checkpoint, path, skipped } = found;
      const data = checkpoint.data as DataState;
      checkSameRun(
        path,
        { ...(checkpoint.random as { seed: number | string }), fingerprint: data.fingerprint },
        { seed: plan.seed, fingerprint },
      );
      const networks = Object.entries(trainable.networks);
      for (const [name, network] of networks) fillNetwork(network, checkpoint.networks[name], name);
      const extra = checkpoint.extra as ExtraState;
      for (const { player, adam } of seats) {
        adam.restore(checkpoint.optimisers[player.name] as AdamState);
        (player.variables ?? []).forEach((variable, i) => assign(variable, extra.variables[player.name][i]));
      }
      for (const { name, average } of averages) average.restore(checkpoint.averages[name] as MovingAverageState);
      trainable.restoreMemory?.(extra.memory);
      watch = extra.watch;
      return { step: checkpoint.step, path, position: data.position, skipped };
    },
    finish() {
      for (const { average, variables } of averages) keepAverage(average, variables);
      for (const { adam } of seats) adam.dispose();
    },
  };
}

function averagesOf(
  trainable: Trainable,
  decay: number | false,
): { name: string; variables: Variable[]; average: MovingAverage }[] {
  if (decay === false) return [];
  return (trainable.averaged ?? []).map((name) => {
    // Moving statistics too: averaged weights don't give the activations that the last statistics were taken from.
    const variables = trainable.networks[name].weights.map((weight) => weight.read() as Variable);
    return { name, variables, average: createMovingAverage(variables, { decay }) };
  });
}

async function savedByName<State>(owners: (readonly [string, { save(): Promise<State> }])[]): Promise<Record<string, State>> {
  return Object.fromEntries(await Promise.all(owners.map(async ([name, owner]) => [name, await owner.save()] as const)));
}

async function valuesOf(variables: readonly Variable[]): Promise<Float32Array[]> {
  return Promise.all(variables.map(async (variable) => Float32Array.from(await variable.data<'float32'>())));
}

function assign(variable: Variable, values: Float32Array): void {
  tf.tidy(() => variable.assign(tf.tensor(values.slice(), variable.shape)));
}

function keepAverage(average: MovingAverage, variables: readonly Variable[]): void {
  const values: Tensor[] = average.use(() => variables.map((variable) => tf.keep(tf.clone(variable as Tensor))));
  average.dispose();
  variables.forEach((variable, i) => variable.assign(values[i]));
  tf.dispose(values);
}

function brokenWeight(weight: string, step: number): TrainingError {
  return new TrainingError('NOT_FINITE', `step ${step - 1} left a weight that is not finite: ${weight}; nothing was saved`, {
    step: step - 1,
    remedy: 'Lower the learning rate, set clipNorm, or look at the data, and go on from the checkpoint before.',
  });
}

/** A resumed training goes on with what it was begun with, or it would be another training and nobody would know. */
function checkSameRun(path: string, before: Record<string, unknown>, now: Record<string, unknown>): void {
  const advice: Record<string, string> = {
    seed: 'Give the seed that the training was begun with, or another folder.',
    fingerprint: 'Give the data that the training was begun with, or another folder.',
  };
  for (const [name, remedy] of Object.entries(advice))
    if (before[name] !== now[name])
      throw new TrainingError(
        'OTHER_RUN',
        `${path}: ${name === 'seed' ? 'seed' : 'data'}: expected ${String(before[name])}, got ${String(now[name])}`,
        {
          checkpoint: path,
          remedy,
        },
      );
}
