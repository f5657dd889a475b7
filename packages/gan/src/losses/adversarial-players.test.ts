import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import { createRuntime } from '@filmai/core-tensor/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crossPoints } from '../../test/tiny-gan.js';
import { createRandom } from '@filmai/core-tensor/random';
import { lossContext } from '../training/loss-context.js';
import { adversarialPlayers, afterUnrolledSteps, withoutGradient, type AdversaryOptions } from './index.js';

let before = 0;
beforeAll(async () => {
  await createRuntime({ backend: 'wasm' });
  before = tf.memory().numTensors;
});
afterAll(() => expect(tf.memory().numTensors).toBe(before));

const kernel = (seed: number) => ({ kernelInitializer: layers.initializers.glorotNormal({ seed }) });

/** A generator 2 → 2 and a smooth critic with batch norm, so that it has statistics. */
function pair(): { generator: layers.Sequential; critic: layers.Sequential; dispose(): void } {
  const { dense, batchNormalization } = layers.layers;
  const generator = layers.sequential({ layers: [dense({ units: 2, inputShape: [2], name: 'make', ...kernel(1) })] });
  const critic = layers.sequential({
    layers: [
      dense({ units: 5, inputShape: [2], activation: 'softplus', ...kernel(2) }),
      batchNormalization(),
      dense({ units: 1, ...kernel(3) }),
    ],
  });
  return {
    generator,
    critic,
    dispose() {
      generator.dispose();
      critic.dispose();
    },
  };
}

const points = (): { points: tf.Tensor } => ({ points: tf.tensor2d(crossPoints(8, createRandom('points')), [8, 2]) });
const valuesOf = (network: layers.LayersModel): number[] => network.weights.flatMap((weight) => [...weight.read().dataSync()]);

/** One look at a player's loss: numbers, and the gradient with respect to some variables. */
function lookAt(options: AdversaryOptions, who: 0 | 1, step = 0): { parts: Record<string, number>; total: number } {
  const game = adversarialPlayers(options);
  const seen = tf.tidy(() => {
    const { total, parts = {} } = game.players[who].loss(points(), lossContext(1, step, 'look'));
    return {
      total: total.dataSync()[0],
      parts: Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part.dataSync()[0]])),
    };
  });
  game.disposeGame();
  return seen;
}

describe('adversarialPlayers', () => {
  it('tells what the critic says of both sides and how often it is right', () => {
    const { dispose, ...networks } = pair();
    const { parts, total } = lookAt({ ...networks, latent: 2, loss: 'hinge' }, 0);
    expect(Object.keys(parts)).toEqual(['adversarial', 'real', 'fake', 'accuracy']);
    expect(total).toBeCloseTo(parts.adversarial, 6);
    expect(parts.accuracy).toBeGreaterThanOrEqual(0);
    expect(parts.accuracy).toBeLessThanOrEqual(1);
    expect(lookAt({ ...networks, latent: 2, loss: 'wasserstein' }, 0).parts).toHaveProperty('ranking');
    dispose();
  });

  it('weighs a lazy R1 by the steps that it leaves out', () => {
    const { dispose, ...networks } = pair();
    const r1At = (every: number, step: number): number | undefined =>
      lookAt({ ...networks, latent: 2, regularisers: { r1: { weight: 2, every } } }, 0, step).parts.r1;
    const each = r1At(1, 0) as number;
    expect(each).toBeGreaterThan(0);
    expect(r1At(4, 0)).toBeCloseTo(4 * each, 4);
    expect(r1At(4, 4)).toBeCloseTo(4 * each, 4);
    expect(r1At(4, 1)).toBeUndefined();
    dispose();
  });

  it('adds the penalty of a game that has one, and further losses of the builder', () => {
    const { dispose, ...networks } = pair();
    const { parts, total } = lookAt({ ...networks, latent: 2, loss: 'wasserstein-gp' }, 0);
    expect(total).toBeCloseTo(parts.adversarial + parts.penalty, 5);
    const further = { generator: ({ made }: { made: tf.Tensor }) => ({ size: tf.mean(tf.abs(made)) as tf.Scalar }) };
    const own = lookAt({ ...networks, latent: 2, further }, 1);
    expect(own.total).toBeCloseTo(own.parts.adversarial + own.parts.size, 5);
    dispose();
  });

  it('clips every weight of a Wasserstein critic after its steps', () => {
    const { dispose, ...networks } = pair();
    const { players } = adversarialPlayers({ ...networks, latent: 2, loss: { name: 'wasserstein', clip: 0.05 } });
    players[0].afterStep?.(lossContext(1, 0, 'critic'));
    const trained = networks.critic.trainableWeights.flatMap((weight) => [...weight.read().dataSync()]);
    expect(Math.max(...trained.map(Math.abs))).toBeCloseTo(0.05, 6);
    dispose();
  });

  it('remembers its spectral vectors and nothing else', () => {
    const { dispose, ...networks } = pair();
    const plain = adversarialPlayers({ ...networks, latent: 2 });
    expect(plain.saveMemory()).toEqual({});
    const game = adversarialPlayers({ ...networks, latent: 2, regularisers: { spectralNorm: true } });
    const memory = game.saveMemory();
    expect(Object.keys(memory)).toHaveLength(4);
    game.players[0].afterStep?.(lossContext(1, 0, 'critic'));
    game.restoreMemory(memory);
    expect(game.saveMemory()).toEqual(memory);
    game.disposeGame();
    dispose();
  });

  it.each<[string, Partial<AdversaryOptions>]>([
    ['latent', { latent: undefined }],
    ['r1: weight', { regularisers: { r1: { weight: -1 } } }],
    ['r1: every', { regularisers: { r1: { weight: 1, every: 0 } } }],
    ['unrolled: steps', { regularisers: { unrolled: { steps: 0 } } }],
    ['unrolled: learningRate', { regularisers: { unrolled: { steps: 1, learningRate: 0 } } }],
    ['cutout', { regularisers: { augment: { cutout: 3 } } }],
  ])('refuses at the door: %s', (name, options) => {
    const { dispose, ...networks } = pair();
    const make = (): unknown => adversarialPlayers({ ...networks, latent: 2, ...options });
    expect(make).toThrow(RangeError);
    expect(make).toThrow(name);
    dispose();
  });
});

describe('unrolled steps', () => {
  it('judge by the critic as it would be after plain gradient steps', () => {
    // Critic w·x with loss ½(w − 3)²: after one step of size 0.5 from w = 1 it stands at 2, after two at 2.5.
    const critic = layers.sequential({
      layers: [layers.layers.dense({ units: 1, useBias: false, inputShape: [1], kernelInitializer: 'ones' })],
    });
    tf.tidy(() => {
      const one = tf.tensor2d([[1]]);
      const apart = (): tf.Tensor => tf.mul(tf.sum(tf.square(tf.sub(critic.apply(one) as tf.Tensor, 3))), 0.5);
      const judged = (steps: number): number =>
        afterUnrolledSteps(critic, apart, () => tf.sum(critic.apply(one) as tf.Tensor), {
          steps,
          learningRate: 0.5,
        }).dataSync()[0];
      expect(judged(1)).toBeCloseTo(2, 5);
      expect(judged(2)).toBeCloseTo(2.5, 5);
    });
    expect(valuesOf(critic)).toEqual([1]);
    critic.dispose();
  });

  it('pass their gradient through the critic’s steps, as finite differences say, and leave the critic alone', () => {
    const { dispose, ...networks } = pair();
    const game = adversarialPlayers({ ...networks, latent: 2, regularisers: { unrolled: { steps: 2, learningRate: 0.5 } } });
    const plain = adversarialPlayers({ ...networks, latent: 2 });
    const critic = valuesOf(networks.critic);
    const variable = networks.generator.trainableWeights[0].read() as tf.Variable;
    const lossOf = (one: typeof game): tf.Scalar => one.players[1].loss(points(), lossContext(1, 0, 'look')).total;
    tf.tidy(() => {
      const gradient = tf.variableGrads(() => lossOf(game), [variable]).grads[variable.name].dataSync();
      const without = tf.variableGrads(() => lossOf(plain), [variable]).grads[variable.name].dataSync();
      const start = variable.dataSync().slice() as Float32Array;
      const scale = Math.max(...gradient.map(Math.abs));
      start.forEach((_, place) => {
        const at = (change: number): number => {
          const moved = start.slice();
          moved[place] += change;
          variable.assign(tf.tensor(moved, variable.shape));
          return lossOf(game).dataSync()[0];
        };
        const numeric = (at(2e-3) - at(-2e-3)) / 4e-3;
        expect(Math.abs(gradient[place] - numeric) / scale).toBeLessThan(1e-2);
      });
      variable.assign(tf.tensor(start, variable.shape));
      expect(Math.max(...gradient.map((value, i) => Math.abs(value - without[i]))) / scale).toBeGreaterThan(0.05);
    });
    // The plain look has moved the statistics of the batch norm; nothing else may have moved.
    const after = valuesOf(networks.critic);
    const trained = networks.critic.trainableWeights.reduce((sum, weight) => sum + weight.read().size, 0);
    expect(after.slice(0, trained)).toHaveLength(trained);
    expect(networks.critic.trainableWeights.flatMap((weight) => [...weight.read().dataSync()])).toEqual(
      networks.critic.trainableWeights.flatMap((_, i) => criticPart(networks.critic, critic, i)),
    );
    dispose();
  });

  it('leave the moving statistics of the critic as they were', () => {
    const { dispose, ...networks } = pair();
    const game = adversarialPlayers({ ...networks, latent: 2, regularisers: { unrolled: { steps: 1 } } });
    const start = valuesOf(networks.critic);
    tf.tidy(() => void game.players[1].loss(points(), lossContext(1, 0, 'look')));
    expect(valuesOf(networks.critic)).toEqual(start);
    dispose();
  });
});

describe('withoutGradient', () => {
  it('gives a constant: nothing behind it has a slope', () => {
    tf.tidy(() => {
      const slope = tf.grad((x: tf.Tensor) =>
        tf.mul(
          x,
          withoutGradient(() => tf.square(x)),
        ),
      )(tf.scalar(3));
      expect(slope.dataSync()[0]).toBe(9);
    });
  });
});

/** The values that belong to one trainable weight in a list of all weights' values. */
function criticPart(network: layers.LayersModel, values: number[], index: number): number[] {
  const wanted = network.trainableWeights[index];
  let at = 0;
  for (const weight of network.weights) {
    const size = weight.read().size;
    if (weight === wanted) return values.slice(at, at + size);
    at += size;
  }
  return [];
}
