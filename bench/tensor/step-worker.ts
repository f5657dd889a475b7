/**
 * @file `step-worker.ts WORKLOAD ENGINE THREADS STEPS`: times the steps of one workload alone in a process and prints one line of JSON.
 * ENGINE is `onnx` or `wasm` (ours), `stock` (TensorFlow.js' wasm backend as it is), `cpu` (its plain JavaScript) or `onnxruntime` (the
 * whole of `mobilenet` as an ONNX model).
 */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { registerTrainingKernels } from '@filmai/core-tensor/kernels';
import { functionalDcgan28Step } from './functional-gan.js';
import { dcgan28Step, dcgan64Step, type Step } from './gan-steps.js';
import { mobilenetForward, mobilenetModel } from './mobilenet.js';
import { gptStep, vgg32Step } from './network-steps.js';

/** What one process measured. */
export interface StepTimes {
  milliseconds: number[];
  description: string;
}

const workloads: Record<string, () => Step> = {
  dcgan28: dcgan28Step,
  'dcgan28-functional': functionalDcgan28Step,
  /** A sixteenth of the work, for what is too slow for all of it. */
  'dcgan28-batch2': () => dcgan28Step(2),
  dcgan64: dcgan64Step,
  vgg32: vgg32Step,
  gpt345k: gptStep,
  mobilenet: mobilenetForward,
};
const WARM_UP = 3;

const [workload, engine, threads, steps] = process.argv.slice(2);
const { step, description } = engine === 'onnxruntime' ? await openOnnxModel() : await openTensors();
const warmUp = engine === 'cpu' ? 0 : WARM_UP;
const milliseconds: number[] = [];
for (let i = 0; i < warmUp + Number(steps); i++) {
  const begun = performance.now();
  await step();
  if (i >= warmUp) milliseconds.push(performance.now() - begun);
}
const times: StepTimes = { milliseconds, description };
console.log(JSON.stringify(times));
process.exit(0);

async function openTensors(): Promise<{ step: () => unknown; description: string }> {
  tf.env().set('PROD', true);
  if (engine === 'onnx' || engine === 'wasm') {
    const { description: ours } = await registerTrainingKernels(tf, { gemm: engine, threads: Number(threads) });
    return { step: workloads[workload](), description: ours };
  }
  await import('@tensorflow/tfjs-layers');
  if (engine === 'stock') {
    const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
    setWasmPaths(`${dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'))}/`);
  } else await import('@tensorflow/tfjs-backend-cpu');
  const backend = engine === 'stock' ? 'wasm' : 'cpu';
  await tf.setBackend(backend);
  return { step: workloads[workload](), description: `TensorFlow.js ${tf.version_core} ${backend}` };
}

async function openOnnxModel(): Promise<{ step: () => unknown; description: string }> {
  const onnx = await import('onnxruntime-node');
  const session = await onnx.InferenceSession.create(mobilenetModel(), { intraOpNumThreads: Number(threads) });
  const picture = new onnx.Tensor('float32', new Float32Array(3 * 224 * 224).fill(0.1), [1, 3, 224, 224]);
  return { step: () => session.run({ picture }), description: `onnxruntime-node ${onnx.env.versions.node ?? ''}` };
}
