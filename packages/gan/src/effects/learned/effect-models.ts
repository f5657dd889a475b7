/** @file Learned effects from their files, verified and ready to draw. */
import { readFile } from 'node:fs/promises';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import * as tf from '@tensorflow/tfjs-core';
import { loadModel, type ModelCard } from '@filmai/core-tensor/models';
import { createRandom } from '@filmai/core-tensor/random';
import { startRuntime } from '@filmai/core-tensor/runtime';
import { GanError } from '../../errors/gan-error.js';
import { createVideoGenerator, type VideoGenerator } from '../../networks/video-gan-layers.js';
import type { EffectKind } from '../effect-options.js';
import type { CodeDynamics } from './code-dynamics.js';
import { parseEffectFile, type EffectFile } from './effect-file.js';

/** A learned effect, ready to draw. */
export interface LearnedEffect {
  kind: EffectKind;
  generator: VideoGenerator;
  /** Frames on either side that it reads beside those it draws. */
  timeMargin: number;
  /** Of a gas: how its codes go on, numbers of a code, and the code of nothing. */
  gas?: { dynamics: CodeDynamics; codes: number; empty: Float32Array };
}

/**
 * Loads an effect from a file that `scripts/train-effects.ts` wrote; the caller disposes it.
 *
 * @throws GanError `NO_MODEL` where the file can't be read, is damaged or holds another effect.
 */
export async function readEffect(kind: EffectKind, path: string): Promise<LearnedEffect> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new GanError('NO_MODEL', `${path}: there is no learned effect`, { remedy: 'Check the path.', cause });
  });
  const file = parseEffectFile(bytes);
  if (file.kind !== kind) throw new GanError('NO_MODEL', `${path}: expected the effect "${kind}", got "${file.kind}"`);
  return buildEffect(file);
}

/**
 * Reads an effect of this package; the caller disposes it.
 *
 * @throws ModelError where its file is missing or is not the one of the card.
 */
export async function readCard(card: ModelCard): Promise<LearnedEffect> {
  return buildEffect(parseEffectFile(await loadModel(card, { from: import.meta.url })));
}

/**
 * Builds an effect from its file.
 *
 * @throws GanError `NO_MODEL` where its arrays don't fit its networks.
 */
export async function buildEffect(file: EffectFile): Promise<LearnedEffect> {
  await startRuntime();
  const { kind, plan, arrays } = file;
  const generator = createVideoGenerator(plan, createRandom(0));
  for (const [name, network] of Object.entries(generator)) fill(kind, name, network, arrays);
  const timeMargin = plan.frames > 1 ? 2 : 0;
  return { kind, generator, timeMargin, ...(plan.codes > 0 ? { gas: gasOf(file) } : {}) };
}

function fill(kind: string, name: string, network: LayersModel, arrays: EffectFile['arrays']): void {
  const weights = network.getWeights().map((weight, i) => {
    const { shape, values } = arrayOf(kind, arrays, `${name}.${i}`);
    if (shape.join() !== weight.shape.join())
      throw unfit(kind, `"${name}.${i}" should have the shape [${weight.shape.join(', ')}], it has [${shape.join(', ')}]`);
    return tf.tensor(values, shape);
  });
  network.setWeights(weights);
  tf.dispose(weights);
}

function gasOf({ kind, plan, ageFrames, arrays }: EffectFile): NonNullable<LearnedEffect['gas']> {
  const values = (name: string): Float32Array => arrayOf(kind, arrays, name).values;
  const [patterns, size] = arrayOf(kind, arrays, 'basis').shape;
  const dynamics: CodeDynamics = {
    size,
    patterns,
    mean: values('mean'),
    basis: values('basis'),
    feedback: values('feedback'),
    kick: values('kick'),
    ...(ageFrames ? { ages: { frames: ageFrames, mean: values('ageMean'), deviation: values('ageDeviation') } } : {}),
  };
  return { dynamics, codes: plan.codes, empty: values('empty') };
}

function arrayOf(kind: string, arrays: EffectFile['arrays'], name: string): EffectFile['arrays'][string] {
  if (!arrays[name]) throw unfit(kind, `it has no "${name}"`);
  return arrays[name];
}

function unfit(kind: string, what: string): GanError {
  return new GanError('NO_MODEL', `the file of the learned effect "${kind}" doesn't fit this version: ${what}`, {
    remedy: 'Install @filmai/gan again, or train the effect with scripts/train-effects.ts.',
  });
}
