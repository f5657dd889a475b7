/**
 * @file `facts-worker.ts leak|gradients|grade`: what is not compared with a peer, alone in a process; prints one line of JSON.
 */
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import * as layers from '@tensorflow/tfjs-layers';
import { gradeFrame, type Frame } from '@filmai/core-tensor/frames';
import { checkGradients, registerTrainingKernels } from '@filmai/core-tensor/kernels';
import { createRandom } from '@filmai/core-tensor/random';

const STEPS = 1000;
/** A matrix that mixes channels and a curve: what a colourist's first node does. */
const GRADE = {
  matrix: [1.1, -0.05, -0.05, 0.01, -0.05, 1.1, -0.05, 0, -0.05, -0.05, 1.1, -0.01],
  curves: {
    all: [
      [0, 0.02],
      [0.5, 0.55],
      [1, 1],
    ] as [number, number][],
  },
};

const facts: Record<string, () => Promise<Record<string, number>>> = { leak, gradients, grade };
tf.env().set('PROD', true);
console.log(JSON.stringify(await facts[process.argv[2]]()));
process.exit(0);

/** Tensors and bytes of heap that a thousand steps of a small network leave behind, counted from the tenth on. */
async function leak(): Promise<Record<string, number>> {
  await registerTrainingKernels(tf);
  const model = layers.sequential({
    layers: [
      layers.layers.conv2d({ filters: 8, kernelSize: 3, strides: 2, padding: 'same', inputShape: [8, 8, 1] }),
      layers.layers.batchNormalization(),
      layers.layers.leakyReLU(),
      layers.layers.dropout({ rate: 0.2, seed: 7 }),
      layers.layers.conv2dTranspose({ filters: 4, kernelSize: 4, strides: 2, padding: 'same' }),
      layers.layers.flatten(),
      layers.layers.dense({ units: 3, activation: 'softmax' }),
    ],
  });
  const optimiser = tf.train.adam(1e-3);
  const x = tf.randomNormal([4, 8, 8, 1], 0, 1, 'float32', 7);
  const y = tf.oneHot(tf.tensor1d([0, 1, 2, 0], 'int32'), 3);
  const weights = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  const heap = (): number => (tf.backend() as unknown as { wasm: { HEAPU8: Uint8Array } }).wasm.HEAPU8.byteLength;
  let tensors = 0;
  let bytes = 0;
  for (let step = 1; step <= STEPS; step++) {
    const loss = optimiser.minimize(
      () => tf.losses.softmaxCrossEntropy(y, model.apply(x, { training: true }) as tf.Tensor),
      true,
      weights,
    );
    loss?.dispose();
    if (step === 10) [tensors, bytes] = [tf.memory().numTensors, heap()];
  }
  return { tensors: tf.memory().numTensors - tensors, bytes: heap() - bytes, steps: STEPS };
}

/** The worst of all derivatives of all operations. */
async function gradients(): Promise<Record<string, number>> {
  await registerTrainingKernels(tf, { gemm: 'wasm' });
  const rows = await checkGradients({ tf, seed: 'bench' });
  const errors = rows.flatMap(({ forward, gradient, secondOrder }) =>
    [forward, gradient, secondOrder].filter((error) => typeof error === 'number'),
  );
  return { worst: Math.max(...errors), operations: new Set(rows.map(({ operation }) => operation)).size };
}

/** Milliseconds to grade a frame of 1920 × 1080, the median of seven. */
async function grade(): Promise<Record<string, number>> {
  const random = createRandom('grade');
  const frame: Frame = {
    width: 1920,
    height: 1080,
    seconds: 0,
    data: Uint8ClampedArray.from({ length: 1920 * 1080 * 4 }, () => random.range(0, 255)),
  };
  const times: number[] = [];
  for (let i = 0; i < 9; i++) {
    const begun = performance.now();
    gradeFrame(frame, GRADE);
    if (i > 1) times.push(performance.now() - begun);
  }
  return { milliseconds: times.toSorted((a, b) => a - b)[3] };
}
