/**
 * @file Kernels called on the wasm backend with less around them. TensorFlow.js goes through some ten microseconds of bookkeeping for
 * each operation, and for each tensor that a gradient will need through another operation that copies it by reference: in a training
 * step of several hundred operations on small tensors that is a fifth of the time. What is kept is everything that can be seen: the
 * tensors that are counted, the tape, the scopes, the errors. Wherever something watches (debugging, profiling, leak checks of tests)
 * the stock way is taken.
 */
import type { Tensor, TensorInfo } from '@tensorflow/tfjs-core';
import type * as Tf from '@tensorflow/tfjs-core';
import { backendName, type KernelContext } from '../kernel-context.js';

/** The parts of TensorFlow.js' engine that an operation passes; internal to it, so pinned and tested. */
interface CallEngine {
  backendName: string | null;
  state: {
    gradientDepth: number;
    kernelDepth: number;
    profiling: boolean;
    tensorInfo: WeakMap<object, { backend: object }>;
  };
  ENV: { getBool(name: string): boolean };
  runKernelFunc(parameters: KernelParameters): unknown;
  saveTensorsForBackwardMode(tensors: Tensor[]): Tensor[];
  getTensorsForGradient(name: string, inputs: object, outputs: Tensor[]): Tensor[];
  addTapeNode(name: string, inputs: object, outputs: Tensor[], gradient: null, saved: Tensor[], attrs: unknown): void;
  makeTensorFromTensorInfo(info: TensorInfo, backend?: object): Tensor;
  keep(tensor: Tensor): Tensor;
}

/** What `runKernelFunc` is called with: a kernel's name, or the functions of a custom gradient. */
interface KernelParameters {
  kernelName?: string;
  inputs: Record<string, Tensor>;
  attrs?: unknown;
}

const quickened = new WeakSet<object>();

/** Puts the short way in place, once for an engine. */
export function quickenCalls({ tf, backend }: KernelContext): void {
  const engine = tf.engine() as unknown as CallEngine;
  if (quickened.has(engine)) return;
  quickened.add(engine);
  const run = engine.runKernelFunc.bind(engine);
  engine.runKernelFunc = (parameters) => {
    const { kernelName } = parameters;
    const { state, ENV } = engine;
    const isWatched = state.profiling || ENV.getBool('DEBUG') || ENV.getBool('IS_TEST');
    if (kernelName === undefined || isWatched || engine.backendName !== backendName) return run(parameters);
    return callKernel(tf, engine, kernelName, parameters);
  };
  const save = engine.saveTensorsForBackwardMode.bind(engine);
  engine.saveTensorsForBackwardMode = (tensors) => {
    // Where gradients will have gradients, the copies have to be on the tape, as the stock engine puts them there.
    if (engine.state.gradientDepth !== 1) return save(tensors);
    return tensors.map((tensor) => {
      const owner = engine.state.tensorInfo.get(tensor.dataId)?.backend;
      if (owner !== backend || tensor.dtype === 'string' || tensor.dtype === 'complex64') return save([tensor])[0];
      backend.incRef(tensor.dataId);
      return engine.keep(engine.makeTensorFromTensorInfo({ dataId: tensor.dataId, shape: tensor.shape, dtype: tensor.dtype }));
    });
  };
}

function callKernel(tf: typeof Tf, engine: CallEngine, name: string, { inputs, attrs }: KernelParameters): Tensor | Tensor[] {
  const { state } = engine;
  const isTapeOn = state.gradientDepth > 0 && state.kernelDepth === 0;
  const kernel = tf.getKernel(name, backendName);
  let made: TensorInfo | TensorInfo[];
  let saved: Tensor[] = [];
  let outputs: Tensor[];
  state.kernelDepth++;
  try {
    made = kernel.kernelFunc({ inputs, attrs: attrs as Tf.NamedAttrMap, backend: tf.backend() });
    outputs = (Array.isArray(made) ? made : [made]).map((info) =>
      'rank' in info ? (info as Tensor) : engine.makeTensorFromTensorInfo(info),
    );
    if (isTapeOn) saved = engine.saveTensorsForBackwardMode(engine.getTensorsForGradient(name, inputs, outputs));
  } finally {
    state.kernelDepth--;
  }
  if (isTapeOn) engine.addTapeNode(name, inputs, outputs, null, saved, attrs);
  return Array.isArray(made) ? outputs : outputs[0];
}
