/** @file How much memory a training will take, asked before it starts instead of found out in its third hour. */
import { freemem } from 'node:os';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { FilmaiError } from '../errors/index.js';

const FLOAT = 4;
/** Pages of a 32-bit WebAssembly memory, less what tables, code and the allocator's own gaps take of it in practice. */
const WASM_HEAP = 4 * 2 ** 30 * 0.9;
/** What kernels keep for columns of images and packed panels, at most. */
const LARGEST_WORKSPACE = 64 * 2 ** 20;

/**
 * Copies of a layer's output at the peak: itself, its gradient (TensorFlow.js frees those together, when all of them have flowed back),
 * and for every second layer a value on the way to the output, of a bias or an activation.
 */
const COPIES = 2.5;

/** Why a training can't start. */
export type MemoryErrorCode = 'NOT_ENOUGH_MEMORY';

/** A training would not fit into memory. */
export class MemoryError extends FilmaiError<MemoryErrorCode> {}

/** Bytes that a training needs at its peak, by what they are for. */
export interface TrainingMemory {
  /** Weights, trained or not. */
  weights: number;
  /** Gradients of the trained weights. */
  gradients: number;
  /** What the optimiser keeps. */
  optimiser: number;
  /** Outputs of all layers, which the backward pass needs again, and their gradients. */
  activations: number;
  /** Room of the kernels. */
  workspace: number;
  /** All of it. */
  total: number;
}

/** What the estimate depends on beside networks and batch. */
export interface TrainingMemoryOptions {
  /** Numbers that the optimiser keeps for each trained weight: 2 for Adam, 1 for momentum, 0 for plain descent. Default 2. */
  moments?: number;
  /** Whether a moving average of the weights is kept. Default false. */
  averaged?: boolean;
}

/** Where a training is to fit in. */
export interface MemoryLimits {
  /** Bytes that are free, default: what the system says. */
  free?: number;
  /** Bytes of the backend's own heap, default 90 % of the 4 GiB of WebAssembly; `Infinity` for backends without that limit. */
  heap?: number;
}

/**
 * Estimates the memory of one training step. The peak of a real step is between half of it and the whole.
 *
 * @param models - The networks that one step runs, each as often as the step runs it: a critic that judges real and made pictures in one
 *   step stands there twice. Weights count once.
 * @param batch - Examples in a batch, at least 1.
 * @param options - See `TrainingMemoryOptions`.
 * @returns Bytes.
 * @throws RangeError where the batch is not a whole number of at least 1.
 * @example
 * ```ts
 * import * as layers from '@tensorflow/tfjs-layers';
 * import { estimateTrainingMemory } from '@filmai/core-tensor/memory';
 * import { createRuntime } from '@filmai/core-tensor/runtime';
 *
 * await createRuntime();
 * const model = layers.sequential({ layers: [layers.layers.dense({ units: 10, inputShape: [100], useBias: false })] });
 * console.log(estimateTrainingMemory([model], 32).weights); // 4000
 * ```
 */
export function estimateTrainingMemory(
  models: readonly LayersModel[],
  batch: number,
  { moments = 2, averaged = false }: TrainingMemoryOptions = {},
): TrainingMemory {
  if (!Number.isInteger(batch) || batch < 1)
    throw new RangeError(`estimateTrainingMemory: batch must be a whole number of at least 1, got ${batch}`);
  const distinct = [...new Set(models)];
  const count = (list: readonly { shape: (number | null)[] }[]): number =>
    list.reduce((total, { shape }) => total + sizeOf(shape, batch), 0) * FLOAT;
  const weights = distinct.reduce((total, model) => total + count(model.weights), 0);
  const trained = distinct.reduce((total, model) => total + count(model.trainableWeights), 0);
  const outputs = models.flatMap((model) => [
    ...model.inputs.map(({ shape }) => sizeOf(shape, batch)),
    ...outputsOf(model as unknown as Layered, batch),
  ]);
  const first = Math.max(0, ...outputs);
  const parts = {
    weights: weights * (averaged ? 2 : 1),
    gradients: trained,
    optimiser: trained * moments,
    activations: (COPIES * outputs.reduce((total, size) => total + size, 0) + first) * FLOAT,
    workspace: Math.min(LARGEST_WORKSPACE, 16 * first * FLOAT),
  };
  return { ...parts, total: Object.values(parts).reduce((total, bytes) => total + bytes, 0) };
}

/**
 * Makes sure that a training fits into memory.
 *
 * @param needed - What `estimateTrainingMemory` gave.
 * @param limits - See `MemoryLimits`.
 * @throws MemoryError `NOT_ENOUGH_MEMORY` that says what is needed for what, and what there is.
 */
export function requireTrainingMemory(needed: TrainingMemory, { free = freeBytes(), heap = WASM_HEAP }: MemoryLimits = {}): void {
  const [limit, what] = free < heap ? [free, 'free'] : [heap, "the backend's heap"];
  if (needed.total <= limit) return;
  const parts = Object.entries(needed).filter(([name, bytes]) => name !== 'total' && bytes > 0);
  const words = parts.map(([name, bytes]) => `${name} ${mebibytes(bytes)}`).join(', ');
  const fixed = needed.total - needed.activations;
  throw new MemoryError(
    'NOT_ENOUGH_MEMORY',
    `the training needs ${mebibytes(needed.total)} (${words}), ${mebibytes(limit)} are ${what}`,
    {
      remedy:
        fixed < limit
          ? `Take a batch of at most ${Math.floor(((limit - fixed) / needed.activations) * 100)} % of this one, or free some memory.`
          : 'Take smaller networks, or free some memory.',
    },
  );
}

/** A layer as this file sees it: nested models hold layers, and every use of a layer is a node. */
interface Layered {
  layers?: Layered[];
  getClassName(): string;
  inboundNodes: { outputShapes: (number | null)[] | (number | null)[][] }[];
}

/** Elements of what each layer gives, for each time that it is used. */
function outputsOf(layer: Layered, batch: number): number[] {
  if (layer.layers) return layer.layers.flatMap((inner) => outputsOf(inner, batch));
  // Inputs are counted with the model: some kinds of models list them as layers, some don't.
  if (layer.getClassName() === 'InputLayer') return [];
  return layer.inboundNodes.flatMap(({ outputShapes }) => {
    const shapes = (Array.isArray(outputShapes[0]) ? outputShapes : [outputShapes]) as (number | null)[][];
    return shapes.map((shape) => sizeOf(shape, batch));
  });
}

/** Elements of a tensor whose open sizes are that of the batch. */
function sizeOf(shape: readonly (number | null)[], batch: number): number {
  return shape.reduce<number>((product, size) => product * (size ?? batch), 1);
}

function freeBytes(): number {
  return process.availableMemory?.() ?? freemem();
}

function mebibytes(bytes: number): string {
  return `${Math.max(0.1, bytes / 2 ** 20).toFixed(bytes < 10 * 2 ** 20 ? 1 : 0)} MiB`;
}
