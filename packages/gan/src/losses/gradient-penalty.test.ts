import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { createRandom } from '@filmai/core-tensor/random';
import { createRuntime } from '@filmai/core-tensor/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gradientPenalty, r1Penalty } from './index.js';

let before = 0;
beforeAll(async () => {
  await createRuntime({ backend: 'wasm' });
  before = tf.memory().numTensors;
});
afterAll(() => expect(tf.memory().numTensors).toBe(before));

const { conv2d, dense, flatten, leakyReLU, reLU } = layers.layers;
const values = (seed: string, shape: number[]): tf.Tensor => {
  const random = createRandom(seed);
  return tf.tensor(
    Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => random.normal()),
    shape,
  );
};

/** Slopes of a loss with respect to single weights: by the tape, and by moving the weight a little both ways. */
function slopes(network: LayersModel, loss: () => tf.Scalar): { analytic: number; numeric: number }[] {
  const variables = network.trainableWeights.map((weight) => weight.read() as tf.Variable);
  return tf.tidy(() => {
    const { grads } = tf.variableGrads(loss, variables);
    return variables.flatMap((variable) => {
      const start = variable.dataSync().slice() as Float32Array;
      const gradient = grads[variable.name]?.dataSync();
      return [0, start.length - 1].map((place) => {
        const at = (change: number): number => {
          const moved = start.slice();
          moved[place] += change;
          variable.assign(tf.tensor(moved, variable.shape));
          return loss().dataSync()[0];
        };
        const reach = 1e-3;
        // Small, so that no unit passes its kink on the way: there the penalty jumps.
        const numeric = (at(reach) - at(-reach)) / (2 * reach);
        variable.assign(tf.tensor(start, variable.shape));
        return { analytic: gradient?.[place] ?? 0, numeric };
      });
    });
  });
}

function expectEqualSlopes(found: { analytic: number; numeric: number }[]): void {
  const scale = Math.max(...found.map(({ numeric }) => Math.abs(numeric)));
  expect(scale).toBeGreaterThan(1e-2);
  for (const { analytic, numeric } of found) expect(Math.abs(analytic - numeric) / scale).toBeLessThan(5e-3);
}

describe('penalties on gradients', () => {
  it('are known for a straight line: the slope is the gradient everywhere', () => {
    tf.tidy(() => {
      const line = (x: tf.Tensor): tf.Tensor => tf.sum(tf.mul(x, tf.tensor1d([3, 4])), 1, true);
      const [real, fake] = [values('real', [5, 2]), values('fake', [5, 2])];
      expect(gradientPenalty(line, real, fake, tf.mul(tf.ones([5, 1]), 0.3)).dataSync()[0]).toBeCloseTo((5 - 1) ** 2, 4);
      expect(r1Penalty(line, real).dataSync()[0]).toBeCloseTo(25 / 2, 4);
    });
  });

  it('are taken between real and made ones, each sample at a place of its own', () => {
    tf.tidy(() => {
      const bowl = (x: tf.Tensor): tf.Tensor => tf.square(x);
      // Between 0 and 1 at 0.25 and 0.75: slopes 0.5 and 1.5.
      const penalty = gradientPenalty(bowl, tf.zeros([2, 1]), tf.ones([2, 1]), tf.tensor2d([[0.25], [0.75]]));
      expect(penalty.dataSync()[0]).toBeCloseTo((0.5 ** 2 + 0.5 ** 2) / 2, 5);
      expect(r1Penalty(bowl, tf.tensor2d([[1], [2]])).dataSync()[0]).toBeCloseTo((4 + 16) / 4, 5);
    });
  });

  it('average the patches of a map', () => {
    tf.tidy(() => {
      // Each pixel is a patch; the mean of four has a quarter of the slope in each.
      const judge = (x: tf.Tensor): tf.Tensor => tf.mul(x, 2);
      expect(r1Penalty(judge, tf.ones([3, 2, 2, 1])).dataSync()[0]).toBeCloseTo((4 * 0.5 ** 2) / 2, 5);
    });
  });

  it.each([
    [
      'dense, leaky',
      () => layers.sequential({ layers: [dense({ units: 6, inputShape: [3] }), leakyReLU({ alpha: 0.2 }), dense({ units: 1 })] }),
      [4, 3],
    ],
    [
      'convolution with stride, rectified',
      () =>
        layers.sequential({
          layers: [
            conv2d({ filters: 3, kernelSize: 3, strides: 2, padding: 'same', inputShape: [6, 6, 2] }),
            reLU(),
            conv2d({ filters: 2, kernelSize: 3, activation: 'tanh', padding: 'same' }),
            flatten(),
            dense({ units: 1 }),
          ],
        }),
      [3, 6, 6, 2],
    ],
  ] as const)('have gradients of their own, as finite differences say: %s', (_, build, shape) => {
    const network = build();
    network.weights.forEach((weight, i) =>
      tf.tidy(() => void weight.write(tf.mul(values(`weight ${i}`, weight.shape as number[]), 0.5))),
    );
    const [real, fake, share] = [
      values('some', [...shape]),
      values('fake', [...shape]),
      tf.tidy(() => tf.mul(tf.ones([shape[0], 1]), 0.4)),
    ];
    const judge = (x: tf.Tensor): tf.Tensor => network.apply(x) as tf.Tensor;
    expectEqualSlopes(slopes(network, () => gradientPenalty(judge, real, fake, share)));
    expectEqualSlopes(slopes(network, () => r1Penalty(judge, real)));
    tf.dispose([real, fake, share]);
    network.dispose();
  });
});
