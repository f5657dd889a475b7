/** @file One training step of a picture classifier and of a small language model, in plain operations of TensorFlow.js. */
import * as tf from '@tensorflow/tfjs-core';
import type { Step } from './gan-steps.js';

/** A classifier of 3 × 3 convolutions after Simonyan and Zisserman (2015) for 32 × 32 × 3: 64, 64, 128, 128, 256; batch 32. */
export function vgg32Step(): Step {
  const batch = 32;
  const plan: ([number, number] | 'pool')[] = [[3, 64], [64, 64], 'pool', [64, 128], [128, 128], 'pool', [128, 256], 'pool'];
  const stages = plan.map((stage) =>
    stage === 'pool'
      ? undefined
      : {
          filter: tf.variable(tf.randomNormal<tf.Rank.R4>([3, 3, ...stage], 0, Math.sqrt(2 / 9 / stage[0]), 'float32', 7)),
          bias: tf.variable(tf.zeros<tf.Rank.R1>([stage[1]])),
        },
  );
  const weights = tf.variable(tf.randomNormal<tf.Rank.R2>([4096, 10], 0, 0.02, 'float32', 7));
  const bias = tf.variable(tf.zeros([10]));
  const variables = [...stages.flatMap((stage) => (stage ? [stage.filter, stage.bias] : [])), weights, bias];
  const pictures = tf.randomUniform<tf.Rank.R4>([batch, 32, 32, 3], 0, 1, 'float32', 7);
  const labels = tf.oneHot(classes(batch), 10);
  const targets = tf.cast(labels, 'float32');
  const optimiser = tf.train.adam(1e-3);
  const classify = (): tf.Tensor2D => {
    let x: tf.Tensor4D = pictures;
    for (const stage of stages)
      x = stage ? tf.relu(tf.add<tf.Tensor4D>(tf.conv2d(x, stage.filter, 1, 'same'), stage.bias)) : tf.maxPool(x, 2, 2, 'valid');
    return tf.add(tf.matMul(tf.reshape(x, [batch, 4096]), weights), bias);
  };
  return () => take(optimiser.minimize(() => tf.losses.softmaxCrossEntropy(targets, classify()), true, variables));
}

/** A decoder-only transformer over 65 characters: width 96, 4 heads, 3 blocks, 64 characters of context, batch 16: 344,832 weights. */
export function gptStep(): Step {
  const [vocabulary, width, heads, blocks, context, batch] = [65, 96, 4, 3, 64, 16];
  const variables: tf.Variable[] = [];
  const weight = (shape: number[], deviation: number): tf.Variable => {
    const variable = tf.variable(
      deviation === 0 ? tf.ones(shape) : tf.randomNormal(shape, 0, deviation, 'float32', variables.length + 1),
    );
    variables.push(variable);
    return variable;
  };
  const tokens = weight([vocabulary, width], 0.02) as tf.Variable<tf.Rank.R2>;
  const places = weight([context, width], 0.02);
  const layers = Array.from({ length: blocks }, () => ({
    before: weight([width], 0),
    query: weight([width, width], 0.08),
    key: weight([width, width], 0.08),
    value: weight([width, width], 0.08),
    out: weight([width, width], 0.08),
    between: weight([width], 0),
    widen: weight([width, 4 * width], 0.08),
    narrow: weight([4 * width, width], 0.04),
  }));
  const last = weight([width], 0);
  const mask = tf.tensor2d(
    Array.from({ length: context }, (_, i) => Array.from({ length: context }, (__, j) => (j <= i ? 0 : -1e9))),
  );
  const text = tf.tensor1d(
    Int32Array.from({ length: batch * context }, (_, i) => (i * 7 + (i >> 3)) % vocabulary),
    'int32',
  );
  const next = tf.oneHot(
    tf.tensor1d(
      Int32Array.from({ length: batch * context }, (_, i) => ((i + 1) * 7 + ((i + 1) >> 3)) % vocabulary),
      'int32',
    ),
    vocabulary,
  );
  const targets = tf.cast(next, 'float32');
  const optimiser = tf.train.adam(2e-3, 0.9, 0.99);

  const normalise = (x: tf.Tensor, scale: tf.Tensor) =>
    tf.mul(tf.mul(x, tf.rsqrt(tf.add(tf.mean(tf.square(x), -1, true), 1e-5))), scale);
  const split = (x: tf.Tensor) => tf.transpose(tf.reshape(x, [batch, context, heads, width / heads]), [0, 2, 1, 3]);
  const attend = (h: tf.Tensor, { query, key, value, out }: (typeof layers)[number]) => {
    const [q, k, v] = [query, key, value].map((one) => split(tf.matMul(h, one)));
    const scores = tf.add(tf.mul(tf.matMul(q, k, false, true), 1 / Math.sqrt(width / heads)), mask);
    const mixed = tf.transpose(tf.matMul(tf.softmax(scores), v), [0, 2, 1, 3]);
    return tf.matMul(tf.reshape(mixed, [batch * context, width]), out);
  };
  const predict = (): tf.Tensor2D => {
    let x: tf.Tensor = tf.reshape(tf.add(tf.reshape(tf.gather(tokens, text), [batch, context, width]), places), [
      batch * context,
      width,
    ]);
    for (const layer of layers) {
      x = tf.add(x, attend(normalise(x, layer.before), layer));
      x = tf.add(x, tf.matMul(tf.relu(tf.matMul(normalise(x, layer.between), layer.widen)), layer.narrow));
    }
    return tf.matMul(normalise(x, last), tokens, false, true) as tf.Tensor2D;
  };
  return () => take(optimiser.minimize(() => tf.losses.softmaxCrossEntropy(targets, predict()), true, variables));
}

function classes(count: number): tf.Tensor1D {
  return tf.tensor1d(
    Int32Array.from({ length: count }, (_, i) => i % 10),
    'int32',
  );
}

function take(loss: tf.Scalar | null): number {
  if (!loss) throw new Error('the optimiser returned no loss');
  const [value] = loss.dataSync();
  loss.dispose();
  return value;
}
