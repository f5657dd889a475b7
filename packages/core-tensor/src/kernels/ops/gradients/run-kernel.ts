/** @file What definitions of gradients are written with. */
import type { GradConfig, NamedAttrMap, Tensor } from '@tensorflow/tfjs-core';
import type * as Tf from '@tensorflow/tfjs-core';

/** Runs a kernel by name, so that it is on the tape. */
export type RunKernel = (name: string, inputs: Record<string, Tensor>, attrs?: object) => Tensor;

/** Runs kernels of whatever backend is active. */
export function kernelRunner(tf: typeof Tf): RunKernel {
  return (name, inputs, attrs = {}) => tf.engine().runKernel(name, inputs, attrs as NamedAttrMap);
}

/** A gradient function as it is written here: one output, attributes of any type. */
export type Gradient = (dy: Tensor, saved: Tensor[], attrs: Record<string, unknown>) => Record<string, () => Tensor>;

/** As TensorFlow.js takes it. */
export function gradientConfig(
  kernelName: string,
  gradient: Gradient,
  saved: { inputs?: string[]; outputs?: boolean[] } = {},
): GradConfig {
  return {
    kernelName,
    ...(saved.inputs ? { inputsToSave: saved.inputs } : {}),
    ...(saved.outputs ? { outputsToSave: saved.outputs } : {}),
    // A kernel that was run without attributes has none on the tape.
    gradFunc: (dy, tensors, attrs?: Record<string, unknown>) => gradient(Array.isArray(dy) ? dy[0] : dy, tensors, attrs ?? {}),
  };
}

/** Registers a gradient on all backends, unless there is one. */
export function registerMissing(tf: typeof Tf, config: GradConfig): void {
  if (!tf.getGradient(config.kernelName)) tf.registerGradient(config);
}

/** Registers a gradient on all backends in place of the one that is there. */
export function replaceGradient(tf: typeof Tf, config: GradConfig): void {
  if (tf.getGradient(config.kernelName)) tf.unregisterGradient(config.kernelName);
  tf.registerGradient(config);
}
