/** @file How much memory a training is going to take, asked before it starts and not when an hour's work is lost. */
import { freemem, platform, totalmem } from 'node:os';
import { getBackend } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { Batch, Trainable } from './trainable.js';
import { TrainingError } from './training-error.js';
import type { TrainingPlan } from './training-options.js';

/**
 * Copies of each layer's output that are alive at the height of a step: two passes (real and made ones), each with its value and what its
 * gradient remembers; gradients take the place of what they have used up.
 */
const COPIES = 4;

/** Heap that WebAssembly's 32-bit addresses reach. */
const WASM_BYTES = 4 * 2 ** 30;

/** Where a side of a layer is open, it is taken as this long. */
const OPEN_SIDE = 64;

/**
 * Estimates the memory of a training, in bytes: weights with Adam's moments, gradients and averages, and the outputs of all layers for a batch. Real use
 * stays within a factor of about two of it.
 */
export function trainingBytes<B extends Batch>(
  trainable: Trainable<B>,
  { batchSize, average }: Pick<TrainingPlan, 'batchSize' | 'average'>,
): number {
  let bytes = 0;
  for (const [name, network] of Object.entries(trainable.networks)) {
    const averaged = average !== false && (trainable.averaged ?? []).includes(name);
    // Value, gradient, two moments, and the average.
    bytes += 4 * network.countParams() * (averaged ? 5 : 4);
    bytes += 4 * COPIES * batchSize * outputsOf(network);
  }
  return bytes;
}

/**
 * Refuses what can't fit.
 *
 * @param available - Bytes that can be had. Default: what the system says is free, and for wasm what it can address.
 * @throws TrainingError `TOO_LITTLE_MEMORY` with both figures and a batch size that fits, where there is one.
 */
export function checkMemory<B extends Batch>(
  trainable: Trainable<B>,
  plan: Pick<TrainingPlan, 'batchSize' | 'average'>,
  available = availableBytes(),
): void {
  const needed = trainingBytes(trainable, plan);
  if (needed <= available) return;
  const fixed = trainingBytes(trainable, { ...plan, batchSize: 0 });
  const fitting = Math.floor((plan.batchSize * (available - fixed)) / (needed - fixed));
  const figures = `about ${megabytes(needed)} are needed for batches of ${plan.batchSize}, ${megabytes(available)} can be had`;
  throw new TrainingError('TOO_LITTLE_MEMORY', `${trainable.kind}: ${figures}`, {
    remedy:
      fitting >= 1
        ? `Use a batchSize of at most ${fitting}, or a smaller network.`
        : 'Use a smaller network, or a machine with more memory.',
  });
}

function outputsOf(network: LayersModel): number {
  let values = 0;
  for (const layer of network.layers) {
    if ('layers' in layer) {
      values += outputsOf(layer as unknown as LayersModel);
      continue;
    }
    const shapes = (Array.isArray(layer.outputShape[0]) ? layer.outputShape : [layer.outputShape]) as (number | null)[][];
    for (const shape of shapes) values += shape.slice(1).reduce<number>((a, side) => a * (side ?? OPEN_SIDE), 1);
  }
  return values;
}

function availableBytes(): number {
  const backend = getBackend();
  // Where tensors lie on a device of their own, the system's memory says nothing.
  if (!['cpu', 'wasm', 'tensorflow'].includes(backend)) return Infinity;
  // macOS counts as free only what nothing has ever used.
  const system = platform() === 'darwin' ? totalmem() * 0.75 : freemem();
  return backend === 'wasm' ? Math.min(system, WASM_BYTES) : system;
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1e6)} MB`;
