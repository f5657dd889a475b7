/** @file All that a training of a language model carries from step to step, as one thing that can be saved and restored. */
import { createHash } from 'node:crypto';
import { CheckpointError, loadCheckpoint, saveCheckpoint } from '@filmai/core-tensor/checkpoints';
import { createAdam, type Adam, type AdamState } from '@filmai/core-tensor/optimisers';
import { NlpScriptError } from '../screenplay/error.js';
import type { LanguageModel } from './language-model.js';
import type { NetworkEngine } from './network-engine.js';
import type { TokenStream } from './token-stream.js';
import type { TrainingPlan } from './training-options.js';

/** The best weights so far, and how often since then nothing was better. */
export interface BestState {
  loss: number;
  weights: Float32Array[];
  misses: number;
}

/** What a training stands on. */
export interface TrainingState {
  adam: Adam;
  best: BestState | undefined;
  /** Saves a checkpoint and returns its folder. */
  save(step: number): Promise<string>;
  /** Goes on from a checkpoint; `undefined` where there is none. */
  restore(): Promise<{ step: number; path: string } | undefined>;
}

interface Extra {
  weights: Float32Array[];
  best: BestState | null;
}

/** Sets up the state of a training; dispose its optimiser when done. */
export function openState(engine: NetworkEngine, model: LanguageModel, stream: TokenStream, plan: TrainingPlan): TrainingState {
  const architecture = { kind: model.kind, shape: { ...model.shape }, vocabulary: model.tokenizer.size };
  const run = { seed: plan.seed, data: createHash('sha256').update(stream.tokens).digest('hex') };
  const { learningRate, clipNorm, decay, checkpoint } = plan;
  const state: TrainingState = {
    adam: createAdam(engine.variables, { learningRate, clipNorm, decay, beta2: 0.99 }),
    best: undefined,
    async save(step) {
      if (!checkpoint) throw new TypeError('trainLanguageModel: there is no folder for checkpoints');
      const extra: Extra = { weights: await engine.read(), best: state.best ?? null };
      return saveCheckpoint(
        checkpoint.folder,
        { step, architecture, networks: {}, optimisers: { adam: await state.adam.save() }, random: run, extra },
        { keep: checkpoint.keep },
      );
    },
    async restore() {
      if (!checkpoint) return undefined;
      const found = await loadCheckpoint(checkpoint.folder, { architecture }).catch((error: unknown) => {
        if (error instanceof CheckpointError && error.code === 'NO_CHECKPOINT') return undefined;
        throw error;
      });
      if (!found) return undefined;
      expectSameRun(found.path, found.checkpoint.random as typeof run, run);
      const extra = found.checkpoint.extra as Extra;
      engine.fill(extra.weights);
      state.adam.restore(found.checkpoint.optimisers.adam as AdamState);
      state.best = extra.best ?? undefined;
      return { step: found.checkpoint.step, path: found.path };
    },
  };
  return state;
}

/** A resumed training goes on with what it was begun with, or it would be another training and nobody would know. */
function expectSameRun(path: string, before: Record<string, unknown>, now: Record<string, unknown>): void {
  for (const name of ['seed', 'data'])
    if (before[name] !== now[name])
      throw new NlpScriptError('OTHER_TRAINING', `${path}: ${name}: expected ${String(before[name])}, got ${String(now[name])}`, {
        remedy: `Give the ${name === 'seed' ? 'seed' : 'texts'} that the training was begun with, or another folder.`,
      });
}
