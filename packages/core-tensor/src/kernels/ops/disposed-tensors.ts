/**
 * @file Use after dispose is an error that says which operation, which input and, where tensors are traced, where the tensor was made
 * and disposed. TensorFlow.js itself fails somewhere inside of the kernel, on a property of undefined.
 */
import type { Tensor } from '@tensorflow/tfjs-core';
import type * as Tf from '@tensorflow/tfjs-core';
import { TensorError } from './tensor-error.js';

/** The parts of TensorFlow.js' engine that every operation and every tensor pass; internal to it, so pinned and tested. */
interface WatchedEngine {
  runKernel(name: string, inputs: Record<string, Tensor | undefined>, attrs?: unknown): unknown;
  trackTensor(tensor: Tensor, backend: unknown): void;
  disposeTensor(tensor: Tensor): void;
}

/** Where a traced tensor came from and went. */
interface Trace {
  made: string;
  disposed?: string;
}

/** Lines of a stack that are TensorFlow.js, what stands in front of its calls, or the engine's own. */
const INSIDE = /@tensorflow[\\/]|(disposed-tensors|quick-calls)\.[jt]s|<anonymous>\)$/;

const watched = new WeakSet<object>();
const traces = new WeakMap<Tensor, Trace>();

/** Makes use after dispose an error of this package, on all backends, once for an engine. */
export function watchDisposedTensors(tf: typeof Tf): void {
  const engine = tf.engine() as unknown as WatchedEngine;
  if (watched.has(engine)) return;
  watched.add(engine);
  const run = engine.runKernel.bind(engine);
  engine.runKernel = (name, inputs, attrs) => {
    for (const key in inputs) if (inputs[key]?.isDisposed) throw disposedError(inputs[key], `${name} used it as input '${key}'`);
    return run(name, inputs, attrs);
  };
  const prototype = tf.Tensor.prototype as unknown as { throwIfDisposed(this: Tensor): void };
  prototype.throwIfDisposed = function throwIfDisposed() {
    if (this.isDisposed) throw disposedError(this, 'its values were asked for');
  };
}

/**
 * Notes from now on where tensors are made and disposed, so that the error of a use after dispose can say so. It costs a stack trace
 * for each tensor: for finding mistakes, not for training.
 *
 * @param tensorFlow - TensorFlow.js, after `registerTrainingKernels`.
 * @returns A function that ends it.
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { registerTrainingKernels, traceTensors } from '@filmai/core-tensor/kernels';
 *
 * await registerTrainingKernels(tf);
 * const endTrace = traceTensors(tf);
 * const x = tf.tensor1d([1, 2]);
 * x.dispose();
 * try {
 *   tf.square(x);
 * } catch (error) {
 *   console.log((error as Error).message.includes('made at')); // true
 * }
 * endTrace();
 * ```
 */
export function traceTensors(tensorFlow: typeof Tf): () => void {
  const engine = tensorFlow.engine() as unknown as WatchedEngine;
  const { trackTensor, disposeTensor } = engine;
  engine.trackTensor = (tensor, backend) => {
    traces.set(tensor, { made: callerOutside() });
    trackTensor.call(engine, tensor, backend);
  };
  engine.disposeTensor = (tensor) => {
    const trace = traces.get(tensor);
    if (trace) trace.disposed = callerOutside();
    disposeTensor.call(engine, tensor);
  };
  return () => {
    engine.trackTensor = trackTensor;
    engine.disposeTensor = disposeTensor;
  };
}

function disposedError(tensor: Tensor, use: string): TensorError {
  const trace = traces.get(tensor);
  const places = trace ? ` (made at ${trace.made}${trace.disposed ? `, disposed at ${trace.disposed}` : ''})` : '';
  const what = `a ${tensor.dtype} tensor of shape [${tensor.shape.join(', ')}]`;
  return new TensorError('TENSOR_DISPOSED', `${what} was disposed before ${use}${places}`, {
    remedy: trace
      ? 'Keep it with tf.keep, or return it from the tidy that made it'
      : 'Keep it with tf.keep, or return it from the tidy that made it; traceTensors(tf) shows where it was made and disposed',
  });
}

/** The first place on the stack that is neither TensorFlow.js nor this file. */
function callerOutside(): string {
  const before = Error.stackTraceLimit;
  Error.stackTraceLimit = 50;
  const lines = (new Error().stack ?? '').split('\n').slice(1);
  Error.stackTraceLimit = before;
  const line = lines.find((one) => !INSIDE.test(one)) ?? lines.at(-1) ?? 'an unknown place';
  return line.trim().replace(/^at /, '');
}
