/**
 * @file `step-worker.ts WORKLOAD ENGINE THREADS STEPS`: times the steps of one workload alone in a process and prints one line of JSON.
 * ENGINE is `onnx`, `wasm` or `cpu` (plain TensorFlow.js without anything of ours).
 */
import * as tf from '@tensorflow/tfjs-core';
import { registerTrainingKernels } from '@filmai/core-tensor/kernels';
import { dcgan28Step, dcgan64Step, type Step } from './gan-steps.js';
import { gptStep, vgg32Step } from './network-steps.js';

/** What one process measured. */
export interface StepTimes {
  milliseconds: number[];
  tensors: number;
  loss: number;
  description: string;
}

const workloads: Record<string, () => Step> = { dcgan28: dcgan28Step, dcgan64: dcgan64Step, vgg32: vgg32Step, gpt345k: gptStep };

const [workload, engine, threads, steps] = process.argv.slice(2);
tf.env().set('PROD', true);
const description = await start();
const step = workloads[workload]();
const warmUp = engine === 'cpu' ? 0 : 3;
const milliseconds: number[] = [];
let loss = 0;
for (let i = 0; i < warmUp + Number(steps); i++) {
  const begun = performance.now();
  loss = step();
  if (i >= warmUp) milliseconds.push(performance.now() - begun);
}
const times: StepTimes = { milliseconds, tensors: tf.memory().numTensors, loss, description };
console.log(JSON.stringify(times));
process.exit(0);

async function start(): Promise<string> {
  if (engine === 'cpu') {
    await import('@tensorflow/tfjs-backend-cpu');
    await tf.setBackend('cpu');
    return `cpu ${tf.version_core}`;
  }
  const kernels = await registerTrainingKernels(tf, { gemm: engine === 'onnx' ? 'onnx' : 'wasm', threads: Number(threads) });
  return kernels.description;
}
