/**
 * @file The one way in which networks are called here: inputs are checked against the network's own, so that a wrong shape names the layer; and
 * dropout draws its masks from the stream of the step, so that a resumed run drops what the unbroken one would have.
 */
import type { Tensor } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { Random } from '@filmai/core-tensor/random';
import { GanError } from '../errors/gan-error.js';

/**
 * Applies a network as in use: moving averages in batch norm, no dropout.
 *
 * @param network - The network.
 * @param inputs - One tensor for each of its inputs, in order.
 * @returns Its outputs, in order.
 * @throws GanError `WRONG_SHAPE` with the names of the network and the input layer.
 */
export function runNetwork(network: LayersModel, ...inputs: Tensor[]): Tensor[] {
  checkInputs(network, inputs);
  return listed(network.apply(inputs, { training: false }));
}

/**
 * Applies a network as in training: batch statistics in batch norm, dropout from `random`.
 *
 * @param network - The network.
 * @param random - The stream of the step and player; it is moved where the network has dropout.
 * @param inputs - One tensor for each of its inputs, in order.
 * @returns Its outputs, in order.
 * @throws GanError `WRONG_SHAPE` with the names of the network and the input layer.
 */
export function trainNetwork(network: LayersModel, random: Random, ...inputs: Tensor[]): Tensor[] {
  checkInputs(network, inputs);
  for (const layer of network.layers) {
    // The layer reads its seed at each call; 0 would mean none.
    if (layer.getClassName() === 'Dropout') (layer as unknown as { seed: number }).seed = random.integer(1, 2 ** 31 - 1);
  }
  return listed(network.apply(inputs, { training: true }));
}

/**
 * Checks tensors against a network's inputs.
 *
 * @param network - The network.
 * @param inputs - One tensor for each of its inputs, in order.
 * @throws GanError `WRONG_SHAPE` with the names of the network and the input layer, what it takes and what it got.
 */
export function checkInputs(network: LayersModel, inputs: readonly Tensor[]): void {
  if (inputs.length !== network.inputs.length) {
    throw new GanError('WRONG_SHAPE', `${network.name}: expected ${network.inputs.length} inputs, got ${inputs.length}`, {
      remedy: `It takes ${network.inputNames.join(', ')}.`,
    });
  }
  for (const [index, { shape }] of network.inputs.entries()) {
    const got = inputs[index].shape;
    if (got.length === shape.length && shape.every((size, axis) => size === null || size === got[axis])) continue;
    const expected = shape.map((size, axis) => size ?? (axis === 0 ? 'count' : 'any')).join(', ');
    throw new GanError(
      'WRONG_SHAPE',
      `${network.name}, layer "${network.inputNames[index]}": expected [${expected}], got [${got.join(', ')}]`,
    );
  }
}

function listed(outputs: unknown): Tensor[] {
  return Array.isArray(outputs) ? (outputs as Tensor[]) : [outputs as Tensor];
}
