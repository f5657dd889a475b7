/** @file Values that belong to a list of variables, as plain arrays for a checkpoint and back. */
import * as tf from '@tensorflow/tfjs-core';
import { OptimiserError } from './optimiser-error.js';

/** One value for each variable, in the order of the variables. */
export interface SavedTensors {
  /** Shape of each variable. */
  shapes: number[][];
  /** Its values, row-major. */
  values: Float32Array[];
}

/** Reads one tensor for each variable. */
export async function saveTensors(tensors: readonly tf.Tensor[]): Promise<SavedTensors> {
  const values = await Promise.all(tensors.map((tensor) => tensor.data<'float32'>()));
  // Copied: some backends give a view of memory that goes on changing.
  return { shapes: tensors.map((tensor) => [...tensor.shape]), values: values.map((one) => Float32Array.from(one)) };
}

/** Makes tensors of saved values that `checkTensors` has found to fit; they outlive any scope. */
export function restoreTensors({ values }: SavedTensors, variables: readonly tf.Variable[]): tf.Tensor[] {
  return values.map((one, i) => tf.keep(tf.tensor(Float32Array.from(one), variables[i].shape, 'float32')));
}

/**
 * Finds out whether saved values belong to some variables.
 *
 * @throws OptimiserError `OTHER_VARIABLES` where number or shapes differ from the variables.
 */
export function checkTensors({ shapes, values }: SavedTensors, variables: readonly tf.Variable[], what: string): void {
  if (shapes.length !== variables.length || values.length !== variables.length)
    throw otherVariables(what, `${variables.length} variables`, `${shapes.length} shapes and ${values.length} values`);
  variables.forEach((variable, i) => {
    const wanted = `[${variable.shape.join(', ')}]`;
    const got = `[${shapes[i].join(', ')}]`;
    if (wanted !== got) throw otherVariables(what, `shape ${wanted} for ${variable.name}`, got);
    if (values[i].length !== variable.size)
      throw otherVariables(what, `${variable.size} values for ${variable.name}`, String(values[i].length));
  });
}

function otherVariables(what: string, expected: string, got: string): OptimiserError {
  return new OptimiserError('OTHER_VARIABLES', `${what}: expected ${expected}, got ${got}`, {
    remedy: 'Restore into the network that the state was saved from, its variables in the same order.',
  });
}
