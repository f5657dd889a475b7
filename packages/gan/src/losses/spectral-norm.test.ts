import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import { createRuntime } from '@filmai/core-tensor/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applySpectralNorm } from './index.js';

let before = 0;
beforeAll(async () => {
  await createRuntime({ backend: 'wasm' });
  before = tf.memory().numTensors;
});
afterAll(() => expect(tf.memory().numTensors).toBe(before));

/** Kernel diag(3, 2) turned by an angle: its largest singular value is 3. */
function turned(angle = 0.6): number[] {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return [3 * c, -3 * s, 2 * s, 2 * c];
}

function lineWithKernel(kernel: number[]): layers.Sequential {
  const network = layers.sequential({
    layers: [layers.layers.dense({ units: 2, inputShape: [2], useBias: false, name: 'line' })],
  });
  tf.tidy(() => network.setWeights([tf.tensor2d(kernel, [2, 2])]));
  return network;
}

const outputOf = (network: layers.LayersModel, input: tf.Tensor): number[] =>
  tf.tidy(() => [...(network.apply(input) as tf.Tensor).dataSync()]);

describe('applySpectralNorm', () => {
  it('finds the largest singular value and divides by it where the layer reads', () => {
    const network = lineWithKernel(turned());
    const norm = applySpectralNorm(network, { warmUp: 30 });
    expect(norm.layers).toEqual(['line']);
    expect(norm.norms().line).toBeCloseTo(3, 4);
    const input = tf.tensor2d([[1, 0]]);
    expect(Math.hypot(...outputOf(network, input))).toBeCloseTo(1, 4);
    input.dispose();
    norm.dispose();
    network.dispose();
  });

  it('leaves stored weights as they are until it is baked in, and computes the same after', () => {
    const network = lineWithKernel(turned());
    const input = tf.tensor2d([[0.3, -2]]);
    const plain = outputOf(network, input);
    const first = applySpectralNorm(network, { warmUp: 30 });
    const stored = tf.tidy(() => [...network.getWeights()[0].dataSync()]);
    turned().forEach((value, i) => expect(stored[i]).toBeCloseTo(value, 5));
    first.dispose();
    expect(outputOf(network, input)).toEqual(plain);
    const second = applySpectralNorm(network, { warmUp: 30 });
    const normalised = outputOf(network, input);
    second.bake();
    expect(outputOf(network, input)).toEqual(normalised);
    input.dispose();
    network.dispose();
  });

  it('passes gradients through the division: growing a kernel as a whole changes nothing', () => {
    const network = lineWithKernel(turned());
    const norm = applySpectralNorm(network, { warmUp: 50 });
    tf.tidy(() => {
      const kernel = network.trainableWeights[0].read() as tf.Variable;
      const { grads } = tf.variableGrads(() => tf.sum(network.apply(tf.tensor2d([[1, 2]])) as tf.Tensor), [kernel]);
      const gradient = grads[kernel.name];
      expect(tf.norm(gradient).dataSync()[0]).toBeGreaterThan(0.1);
      expect(tf.sum(tf.mul(gradient, kernel)).dataSync()[0]).toBeCloseTo(0, 3);
    });
    norm.dispose();
    network.dispose();
  });

  it('follows a kernel that moves, and goes on from what was saved bit for bit', () => {
    const network = lineWithKernel(turned());
    const norm = applySpectralNorm(network);
    tf.tidy(() =>
      network.setWeights([
        tf.tensor2d(
          turned(1.4).map((value) => 2 * value),
          [2, 2],
        ),
      ]),
    );
    norm.update(40);
    expect(norm.norms().line).toBeCloseTo(6, 3);
    const saved = norm.save();
    norm.dispose();
    const other = applySpectralNorm(network, { seed: 9 });
    other.restore(saved);
    expect(other.save()).toEqual(saved);
    expect(() => other.restore({})).toThrow('line');
    other.dispose();
    network.dispose();
  });

  it('takes convolutions as matrices of patches, nested networks too', () => {
    const inner = layers.sequential({
      layers: [layers.layers.conv2d({ filters: 2, kernelSize: 1, inputShape: [2, 2, 2], useBias: false, name: 'inner' })],
    });
    const network = layers.sequential({
      layers: [inner, layers.layers.flatten(), layers.layers.dense({ units: 1, name: 'last' })],
    });
    tf.tidy(() => inner.setWeights([tf.tensor4d(turned(), [1, 1, 2, 2])]));
    const norm = applySpectralNorm(network, { warmUp: 30 });
    expect(norm.layers).toEqual(['inner', 'last']);
    expect(norm.norms().inner).toBeCloseTo(3, 4);
    norm.dispose();
    network.dispose();
  });

  it('refuses a network without kernels', () => {
    const network = layers.sequential({ layers: [layers.layers.flatten({ inputShape: [2, 2] })] });
    expect(() => applySpectralNorm(network)).toThrow(RangeError);
    network.dispose();
  });
});
