/** @file What a training is asked for, and what it says of each step. */
import type { Frame } from '@filmai/core-tensor/frames';
import type { JobOptions } from '@filmai/core-tensor/progress';
import type { LearningRateSchedule } from './learning-rate.js';
import type { TrainingWarning } from './training-watch.js';

/** When and where checkpoints are saved. One is saved at the end in any case. */
export interface CheckpointPlan {
  /** Of this training alone; made where it doesn't exist. */
  folder: string;
  /** A whole number of at least 1. Default: 500 where `everyEpochs` is left out. */
  everySteps?: number;
  /** A whole number of at least 1. */
  everyEpochs?: number;
  /** How many are kept, the newest, at least 1. Default 3. */
  keep?: number;
  /** Also when the training is cancelled or its loop is left early. Default false. */
  whenStopped?: boolean;
}

/** When and where sheets of samples are drawn. One is drawn at the end in any case. */
export interface SamplePlan {
  folder: string;
  /** Steps between two sheets, at least 1. Default 500. */
  every?: number;
  /** Samples on a sheet, at least 1. Default 36; clips 4. */
  count?: number;
}

/** Takes notes of a training; `createTracker` of `@filmai/core-tensor/tracking` makes one. */
export interface TrainingTracker {
  /** A value at a step. */
  scalar(name: string, value: number, step: number): unknown;
  /** A picture at a step. */
  image?(name: string, picture: Frame, step: number): unknown;
  /** A sentence at a step. */
  text?(name: string, text: string, step: number): unknown;
}

/** How something is trained. */
export interface TrainOptions extends JobOptions {
  /** Rounds in all, those before a resume counted; in each of them every player moves. One of `steps` and `epochs` is needed. */
  steps?: number;
  /** Times through the data in all. */
  epochs?: number;
  /** Things in a batch. Default 32. A source that gives ready batches ignores it. */
  batchSize?: number;
  /** Decides order, augmentation, noise and dropout. Default 1. */
  seed?: number | string;
  /** Instead of the players' own: for all, or by player. */
  learningRate?: number | Readonly<Record<string, number>>;
  /** Factor of the learning rates over the training. Default constant. */
  schedule?: LearningRateSchedule;
  /** Each player's gradient is scaled down to at most this Euclidean norm. Default no limit. */
  clipNorm?: number;
  /** What stays of the moving average in a step, 0 to below 1, or `false` for none. Default 0.999. */
  average?: number | false;
  /** Default none. A text is the folder. */
  checkpoint?: string | CheckpointPlan;
  /** `auto` goes on from the newest whole checkpoint in the folder, where there is one; `false` starts anew. Default `auto`. */
  resume?: 'auto' | false;
  /** Default none. */
  samples?: SamplePlan;
  /** Steps between two looks at the diversity of samples, at least 1, or `false` for none. Default 100. */
  watch?: number | false;
  /** Gets every loss, sheet and warning. A text is a folder for TensorBoard and JSON lines, taken up by a resumed training. Default none. */
  tracker?: TrainingTracker | string;
}

/** What happened in a round. */
export interface TrainingStep {
  /** Rounds made, this one counted. */
  step: number;
  /** Times that the data have been seen whole. */
  epoch: number;
  /** The loss of each player, and parts as `player/part`. Of several moves in a round, the last. */
  losses: Record<string, number>;
  /** Learning rate of each player. */
  learningRates: Record<string, number>;
  /** Since the training began, or was resumed. */
  seconds: number;
  /** Until it ends, by the pace of the last steps; absent where that can't be told. */
  secondsLeft?: number;
  warnings: TrainingWarning[];
  /** Folder of the checkpoint that was saved after this step. */
  saved?: string;
  /** File of the sheet that was drawn after this step. */
  sheet?: string;
  /** On the first step after a resume: the checkpoint from which it went on. */
  resumedFrom?: string;
}

/** Options with every default in place. */
export interface TrainingPlan extends Omit<TrainOptions, 'checkpoint' | 'samples'> {
  batchSize: number;
  seed: number | string;
  schedule: LearningRateSchedule;
  average: number | false;
  resume: 'auto' | false;
  watch: number | false;
  checkpoint?: CheckpointPlan & { keep: number; whenStopped: boolean };
  samples?: SamplePlan & { every: number };
}

/**
 * Checks options and puts defaults in place.
 *
 * @throws RangeError with the name of what is wrong.
 */
export function planTraining(options: TrainOptions): TrainingPlan {
  const { steps, epochs, batchSize = 32, average = 0.999, watch = 100, clipNorm, learningRate, checkpoint, samples } = options;
  if (steps === undefined && epochs === undefined) throw new RangeError('train: give steps or epochs');
  const rates = typeof learningRate === 'object' ? learningRate : { all: learningRate };
  const wholes: Record<string, number | undefined> = { steps, epochs, batchSize, watch: watch || undefined };
  if (samples) Object.assign(wholes, { 'samples.every': samples.every, 'samples.count': samples.count });
  const plan = typeof checkpoint === 'string' ? { folder: checkpoint } : checkpoint;
  if (plan) {
    const { everySteps, everyEpochs, keep } = plan;
    Object.assign(wholes, {
      'checkpoint.everySteps': everySteps,
      'checkpoint.everyEpochs': everyEpochs,
      'checkpoint.keep': keep,
    });
  }
  for (const [name, value] of Object.entries(wholes))
    if (value !== undefined && !(Number.isInteger(value) && value >= 1))
      throw refusal(name, 'a whole number of at least 1', value);
  for (const [name, value] of Object.entries({ ...rates, clipNorm }))
    if (value !== undefined && !(value > 0 && Number.isFinite(value)))
      throw refusal(name === 'clipNorm' ? name : `learningRate (${name})`, 'above 0', value);
  if (average !== false && !(average >= 0 && average < 1)) throw refusal('average', '0 to below 1, or false', average);
  return {
    ...options,
    batchSize,
    seed: options.seed ?? 1,
    schedule: options.schedule ?? (() => 1),
    average,
    resume: options.resume ?? 'auto',
    watch,
    checkpoint: plan && {
      keep: 3,
      whenStopped: false,
      ...(plan.everySteps === undefined && plan.everyEpochs === undefined && { everySteps: 500 }),
      ...plan,
    },
    samples: samples && { every: 500, ...samples },
  };
}

function refusal(name: string, range: string, value: number): RangeError {
  return new RangeError(`train: ${name} must be ${range}, got ${value}`);
}
