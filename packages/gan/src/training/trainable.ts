/**
 * @file What `train` can train. Every network of this package, from a dense GAN to a motion VAE, is described in this one shape: named
 * layers models, and players that each minimise a loss over the weights of some of them.
 */
import type { Scalar, Tensor, Variable } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { Random } from '@filmai/core-tensor/random';

/** Named tensors of one step, the first axis of each is the batch: `{ pictures: [n, h, w, c] }`. Pictures are in −1…1. */
export type Batch = Record<string, Tensor>;

/** What a loss may use beside the batch. */
export interface LossContext {
  /** Number of the step, from 0. */
  step: number;
  /** Random numbers of this step and player alone: the same in a resumed run. */
  random: Random;
  /** Normal numbers as a tensor, drawn from `random`. */
  normal(shape: readonly number[], deviation?: number): Tensor;
  /** Uniform numbers as a tensor, drawn from `random`. */
  uniform(shape: readonly number[], low?: number, high?: number): Tensor;
}

/** What a player minimises, and the parts that are worth a curve each. */
export interface PlayerLoss {
  total: Scalar;
  parts?: Record<string, Scalar>;
}

/** One who moves some of the weights. */
export interface Player<B extends Batch = Batch> {
  /** `'critic'`, `'generator'`, `'autoencoder'`. */
  name: string;
  /** Names of the networks whose trainable weights it moves. */
  networks: readonly string[];
  /** Weights beside those of networks, if any. */
  variables?: readonly Variable[];
  /** Computes the loss; runs inside a scope, under the gradient tape. */
  loss(batch: B, context: LossContext): PlayerLoss;
  /** Steps it takes in a round, default 1. A round has as many batches as its busiest player has steps; step i is given batch i. */
  steps?: number;
  /** Defaults for its optimiser: Adam with these. */
  adam?: { learningRate: number; beta1: number; beta2: number };
  /** After each of its steps, for weight clipping and spectral norms. */
  afterStep?(context: LossContext): void;
}

/** What a network remembers between steps beside its weights, by name: a history of made pictures, counters. */
export type Memory = Record<string, { shape: readonly number[]; values: Float32Array }>;

/** Something that can be trained. */
export interface Trainable<B extends Batch = Batch> {
  /** The builder: `'dcgan'`. */
  kind: string;
  /** What the builder was called with, as plain JSON: decides, with `kind`, whether a checkpoint fits. */
  options: Readonly<Record<string, unknown>>;
  /** Every network by name, in the order in which they are saved. */
  networks: Readonly<Record<string, LayersModel>>;
  /** In the order in which they move in each round. */
  players: readonly Player<B>[];
  /** The shape of each field of a batch without its first axis; `null` where any size goes. A batch is checked against it. */
  batch: Readonly<Record<string, readonly (number | null)[]>>;
  /** Networks of which a moving average is kept and used by `sample`; default none. */
  averaged?: readonly string[];
  /** Made pictures [count, h, w, c] in −1…1, or clips [count, frames, h, w, c]: for sample sheets. Equal seeds give equal samples. */
  sample?(count: number, random: Random): Tensor;
  /** What has to lie in a checkpoint beside weights, so that a resumed run equals an unbroken one; default nothing. */
  saveMemory?(): Memory;
  /** Goes on with what `saveMemory` gave. */
  restoreMemory?(memory: Memory): void;
  /** Disposes all networks. */
  dispose(): void;
}
