/** @file What a training of a language model is asked for, and what it says of each step. */
import type { JobOptions } from '@filmai/core-tensor/progress';
import { checkWhole } from './sizes.js';

/**
 * The factor of the learning rate at a step, from 0.
 *
 * @param steps - How many there will be.
 */
export type LearningRateSchedule = (step: number, steps: number) => number;

/** When and where checkpoints are saved. One is saved at the end in any case. */
export interface CheckpointPlan {
  /** Of this training alone; made where it doesn't exist. */
  folder: string;
  /** Steps between two, default 500. */
  everySteps?: number;
  /** How many are kept, the newest, default 2. */
  keep?: number;
}

/** Texts that the model is measured on and never trained on. */
export interface HeldOutPlan {
  texts: string | readonly string[];
  /** Steps between two measurements, default 100; one is made at the end in any case. */
  everySteps?: number;
  /** The training ends after this many measurements in a row that are no better than the best before, at least 1. Default: it doesn't. */
  patience?: number;
}

/** How a language model is trained. */
export interface TrainLanguageModelOptions extends JobOptions {
  /** Steps in all, those before a resume counted. */
  steps: number;
  /** Windows in a step, default 16. */
  batchSize?: number;
  /** Tokens in a window. Default: all that a transformer sees at once, 64 for recurrent networks. */
  length?: number;
  /** Decides which windows are drawn, what is masked and dropped. Default 1. */
  seed?: number | string;
  /** Of AdamW. Default 0.002. */
  learningRate?: number;
  /** Default: {@link warmUpCosine}. */
  schedule?: LearningRateSchedule;
  /** Gradients are scaled down together to at most this norm; default 1. */
  clipNorm?: number;
  /** Decoupled weight decay, default 0.01. */
  decay?: number;
  /** Share of numbers set to 0 on their way, 0 to below 1, default 0. For texts that are few. */
  dropout?: number;
  /** With it the model keeps the weights that were best on it. Default none. */
  heldOut?: HeldOutPlan;
  /** Default none. A text is the folder. */
  checkpoint?: string | CheckpointPlan;
  /** `auto` goes on from the newest whole checkpoint in the folder, where there is one; `false` starts anew. Default `auto`. */
  resume?: 'auto' | false;
  /** Gets losses by name: `createTracker` of `@filmai/core-tensor/tracking`, or a folder for one. Default none. */
  tracker?: string | ScalarTracker;
}

/** What takes the losses of a training. */
export interface ScalarTracker {
  /** Takes one: `name` as in `held-out/loss`, `step` from 1. */
  scalar(name: string, value: number, step: number): unknown;
}

/** What happened in a step. */
export interface LanguageModelStep {
  /** Steps made, this one counted. */
  step: number;
  /** Mean cross entropy of its tokens, nats. */
  loss: number;
  learningRate: number;
  /** Since the training began, or was resumed. */
  seconds: number;
  /** Until it ends, by the pace so far. */
  secondsLeft: number;
  /** Cross entropy a token of the held-out texts, where they were measured after this step; its exponent is the perplexity. */
  heldOutLoss?: number;
  /** With `heldOutLoss`: whether it is the best so far. */
  best?: boolean;
  /** Folder of the checkpoint that was saved after this step. */
  saved?: string;
  /** On the first step after a resume: the checkpoint from which it went on. */
  resumedFrom?: string;
  /** On the last step, where `patience` ended the training. */
  stopped?: 'no better on held-out texts';
}

/** Options with every default in place. */
export interface TrainingPlan extends Omit<TrainLanguageModelOptions, 'checkpoint' | 'heldOut'> {
  batchSize: number;
  seed: number | string;
  learningRate: number;
  schedule: LearningRateSchedule;
  clipNorm: number;
  decay: number;
  dropout: number;
  resume: 'auto' | false;
  checkpoint?: Required<CheckpointPlan>;
  heldOut?: HeldOutPlan & { everySteps: number };
}

/**
 * A learning rate that grows on a straight line over the first steps and then falls along half a cosine (Loshchilov and Hutter 2017).
 *
 * @param options - `warmUp`: share of the steps in which it grows, 0 to below 1, default 0.05. `to`: the factor at the end, default 0.1.
 * @returns The schedule.
 * @throws RangeError where a share is out of range.
 * @example
 * ```ts
 * import { warmUpCosine } from '@filmai/nlp-script/language-models';
 *
 * const schedule = warmUpCosine({ warmUp: 0.1, to: 0 });
 * console.log(schedule(4, 100), schedule(100, 100)); // 0.5 0
 * ```
 */
export function warmUpCosine({ warmUp = 0.05, to = 0.1 }: { warmUp?: number; to?: number } = {}): LearningRateSchedule {
  if (!(warmUp >= 0 && warmUp < 1)) throw new RangeError(`warmUpCosine: warmUp must be 0 to below 1, got ${warmUp}`);
  if (!(to >= 0 && Number.isFinite(to))) throw new RangeError(`warmUpCosine: to must be at least 0, got ${to}`);
  return (step, steps) => {
    const first = warmUp * steps;
    if (step < first) return Math.min(1, (step + 1) / first);
    const share = Math.min(1, (step - first) / Math.max(1, steps - first));
    return to + ((1 - to) * (1 + Math.cos(Math.PI * share))) / 2;
  };
}

/**
 * Checks options and puts defaults in place.
 *
 * @throws RangeError with the name of what is wrong.
 */
export function planTraining(options: TrainLanguageModelOptions): TrainingPlan {
  const { steps, batchSize = 16, length, learningRate = 0.002, clipNorm = 1, decay = 0.01, dropout = 0, heldOut } = options;
  const checkpoint = typeof options.checkpoint === 'string' ? { folder: options.checkpoint } : options.checkpoint;
  const where = 'trainLanguageModel';
  if (steps === undefined) throw new RangeError(`${where}: steps are needed`);
  checkWhole(where, {
    steps,
    batchSize,
    length,
    'heldOut.everySteps': heldOut?.everySteps,
    'heldOut.patience': heldOut?.patience,
    'checkpoint.everySteps': checkpoint?.everySteps,
    'checkpoint.keep': checkpoint?.keep,
  });
  for (const [name, value] of Object.entries({ learningRate, clipNorm }))
    if (!(value > 0 && Number.isFinite(value))) throw new RangeError(`${where}: ${name} must be above 0, got ${value}`);
  if (!(decay >= 0 && Number.isFinite(decay))) throw new RangeError(`${where}: decay must be at least 0, got ${decay}`);
  if (!(dropout >= 0 && dropout < 1)) throw new RangeError(`${where}: dropout must be 0 to below 1, got ${dropout}`);
  return {
    ...options,
    batchSize,
    learningRate,
    clipNorm,
    decay,
    dropout,
    seed: options.seed ?? 1,
    schedule: options.schedule ?? warmUpCosine(),
    resume: options.resume ?? 'auto',
    checkpoint: checkpoint && { everySteps: 500, keep: 2, ...checkpoint },
    heldOut: heldOut && { everySteps: 100, ...heldOut },
  };
}
