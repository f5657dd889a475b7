/** @file How a stock layer's call is stood in front of: on the wasm backend, where the call is one that ours can do. */
import type { Tensor } from '@tensorflow/tfjs-core';
import type { KernelContext } from '../kernel-context.js';
import { backendName } from '../kernel-context.js';

/** Arguments of a layer's call. */
export interface CallArguments {
  training?: boolean;
}

/** A layer's own `call`. */
type Call<Layer> = (this: Layer, inputs: Tensor | Tensor[], args: CallArguments) => Tensor | Tensor[];

/** Computes a layer's output, or returns `undefined` to leave the call to the stock layer. */
export type FastCall<Layer> = (layer: Layer, input: Tensor, args: CallArguments) => Tensor | undefined;

/** What was in place before the first of ours, by prototype: put in place again, ours replaces itself. */
const stockCalls = new WeakMap<object, unknown>();

/**
 * Stands in front of a stock layer's call, for layers that were made and that will be made.
 *
 * @param context - The backend.
 * @param sample - A layer of the class.
 * @param fast - Ours; runs in a scope of its own, with one float32 input.
 */
export function accelerateLayer<Layer>(context: KernelContext, sample: object, fast: FastCall<Layer>): void {
  const { tf } = context;
  const prototype = Object.getPrototypeOf(sample) as { call: Call<Layer> };
  const stock = (stockCalls.get(prototype) ?? prototype.call) as Call<Layer>;
  stockCalls.set(prototype, stock);
  prototype.call = function (inputs, args) {
    const input = Array.isArray(inputs) ? inputs[0] : inputs;
    const isOurs = tf.getBackend() === backendName && input.dtype === 'float32' && input.size > 0;
    const output = isOurs ? tf.tidy(() => fast(this, input, args) ?? []) : [];
    return Array.isArray(output) ? stock.call(this, inputs, args) : output;
  };
}

/**
 * Whether what is computed now may be differentiated in its turn: then a gradient has to be made of operations that have gradients.
 */
export function isOnTape({ tf }: KernelContext): boolean {
  return (tf.engine() as unknown as { state: { gradientDepth: number } }).state.gradientDepth > 0;
}
