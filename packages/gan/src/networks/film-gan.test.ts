import fc from 'fast-check';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom, type Random } from '@filmai/core-tensor/random';
import { startRuntime } from '@filmai/core-tensor/runtime';
import { train } from '../training/train.js';
import { createFilmGan, type FilmBatch, type FilmGanOptions } from './film-gan.js';
import { distance, drawDiscs, endless, paint, SIDE, weightsOf, type Painting } from './test-domains.js';
import { translate } from './translate.js';
import { flowStays, warpPictures } from './warp-pictures.js';

/** Film with grain, which is new in each frame, and the same world in paint. A CycleGAN hides the grain in its translation to get it back. */
const grainy =
  (random: Random): Painting =>
  (inside) => {
    const grain = random.normal(0, 0.2);
    return inside ? [0.4 + grain, 0.4 + grain, 0.4 + grain] : [-0.4 + grain, -0.4 + grain, -0.4 + grain];
  };
const painted: Painting = (inside) => (inside ? [0.8, 0, -0.6] : [-0.6, 0.1, 0.6]);
const small: FilmGanOptions = {
  size: SIDE,
  width: 6,
  blocks: 2,
  depth: 1,
  normalization: 'none',
  identity: 0,
  history: 16,
  seed: 3,
};

/** Discs that all move by one pixel to the right and none to two down, and their frames: the whole world moves, so the flow is the same everywhere. */
interface Motion {
  frame: tf.Tensor4D;
  next: tf.Tensor4D;
  flow: tf.Tensor4D;
}

function moving(count: number, random: Random, painting: Painting): Motion {
  const discs = drawDiscs(count, random.split('discs'));
  const [dx, dy] = [1, random.integer(0, 2)];
  const frame = paint(discs, painting);
  const next = paint(
    discs.map((disc) => ({ ...disc, x: disc.x + dx, y: disc.y + dy })),
    painting,
  );
  const flow = tf.tidy(() => tf.tile(tf.tensor4d([-dx, -dy], [1, 1, 1, 2]), [count, SIDE, SIDE, 1]));
  return { frame, next, flow };
}

function neighbours(count: number, random: Random): FilmBatch {
  const a = moving(count, random.split('a'), grainy(random.split('grain')));
  const b = moving(count, random.split('b'), painted);
  return { a: a.frame, aNext: a.next, aFlow: a.flow, b: b.frame, bNext: b.next, bFlow: b.flow };
}

/** Warping error (Lai et al. 2018): how far the translation of the next frame is from the moved translation of this one. */
function warpingError(made: tf.Tensor4D, madeNext: tf.Tensor4D, flow: tf.Tensor4D): number {
  return tf.tidy(() => {
    const seen = flowStays(flow);
    const difference = tf.mul(tf.square(tf.sub(madeNext, warpPictures(made, flow))), seen);
    return tf.div(tf.sum(difference), tf.mul(tf.sum(seen), 3)).dataSync()[0];
  });
}

let live = 0;
beforeAll(async () => {
  await startRuntime();
  live = tf.memory().numTensors;
});
afterAll(() => expect(tf.memory().numTensors).toBe(live));

describe('FilmGAN', () => {
  it('learns to translate, and its translation of film flickers less than that of a CycleGAN', async () => {
    const random = createRandom('held out');
    const { frame, next, flow } = moving(16, random, grainy(random.split('grain')));
    const truth = moving(16, random, painted);
    const learn = async (temporal: number): Promise<{ before: number; after: number; flicker: number }> => {
      const gan = await createFilmGan({ ...small, temporal });
      const far = (): number => tf.tidy(() => distance(translate(gan, frame), truth.frame));
      const before = far();
      const batches = endless('film', (stream) => neighbours(4, stream));
      for await (const _ of train(gan, batches, { steps: 90, average: 0.9, watch: false, learningRate: 2e-3 })) continue;
      const flicker = tf.tidy(() => warpingError(translate(gan, frame), translate(gan, next), flow));
      const result = { before, after: far(), flicker };
      gan.dispose();
      return result;
    };
    // Without the temporal term the same networks, data and random numbers make a CycleGAN.
    const [cycle, film] = [await learn(0), await learn(20)];
    expect(film.after).toBeLessThan(0.6 * film.before);
    expect(cycle.after).toBeLessThan(0.6 * cycle.before);
    expect(film.flicker).toBeLessThan(0.6 * cycle.flicker);
    tf.dispose([frame, next, flow, truth.frame, truth.next, truth.flow]);
  });

  it('comes to the same weights from the same seed', async () => {
    const trained = async (): Promise<number[]> => {
      const gan = await createFilmGan({ ...small, width: 2 });
      const batches = endless('film', (random) => neighbours(2, random));
      for await (const _ of train(gan, batches, { steps: 2, watch: false })) continue;
      const weights = weightsOf(gan.networks['a-to-b']);
      gan.dispose();
      return weights;
    };
    expect(await trained()).toEqual(await trained());
  });

  it('says which option is wrong, and what a batch must have', async () => {
    await expect(createFilmGan({ temporal: -1 })).rejects.toThrow(
      'createFilmGan: temporal must be a number of at least 0, got -1',
    );
    const gan = await createFilmGan({ ...small, width: 2 });
    const { aFlow, ...rest } = neighbours(2, createRandom(1));
    const batch = { ...rest, aFlow: tf.zeros<tf.Rank.R4>([2, SIDE, SIDE, 3]) };
    const steps = train(gan, [batch], { steps: 1, watch: false });
    await expect(steps.next()).rejects.toThrow(/aFlow.*16, 16, 2/);
    tf.dispose([aFlow, batch]);
    gan.dispose();
  });
});

describe('warping', () => {
  const pictures = (random: Random): tf.Tensor4D =>
    tf.tensor4d(
      Array.from({ length: 150 }, () => random.next()),
      [2, 5, 5, 3],
    );

  it('moves by whole pixels exactly, and leaves nothing where the flow leads out', () => {
    tf.tidy(() => {
      const picture = tf.tensor4d([1, 2, 3, 4], [1, 2, 2, 1]);
      const left = tf.tile(tf.tensor4d([1, 0], [1, 1, 1, 2]), [1, 2, 2, 1]);
      expect(Array.from(warpPictures(picture, left).dataSync())).toEqual([2, 0, 4, 0]);
      expect(Array.from(flowStays(left).dataSync())).toEqual([1, 0, 1, 0]);
    });
  });

  it('mixes neighbours between pixels', () => {
    tf.tidy(() => {
      const picture = tf.tensor4d([0, 8, 4, 12], [1, 2, 2, 1]);
      const flow = tf.tensor4d([0.25, 0.5, 0, 0, 0, 0, 0, 0], [1, 2, 2, 2]);
      // Rows first: 0·¾ + 8·¼ = 2 and 4·¾ + 12·¼ = 6, then their middle.
      expect(warpPictures(picture, flow).dataSync()[0]).toBeCloseTo(4, 6);
    });
  });

  it('has for its gradient the transpose of what it does: ⟨y, warp(x)⟩ = ⟨warpᵀ(y), x⟩ for any flow', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) =>
        tf.tidy(() => {
          const random = createRandom(seed);
          const [x, y] = [pictures(random), pictures(random)];
          const flow = tf.tensor4d(
            Array.from({ length: 100 }, () => random.normal(0, 1.5)),
            [2, 5, 5, 2],
          );
          const product = (a: tf.Tensor, b: tf.Tensor): number => tf.sum(tf.mul(a, b)).dataSync()[0];
          const gradient = tf.grad((at: tf.Tensor) => tf.sum(tf.mul(y, warpPictures(at as tf.Tensor4D, flow))))(x);
          expect(product(gradient, x)).toBeCloseTo(product(y, warpPictures(x, flow)), 3);
        }),
      ),
      { numRuns: 20 },
    );
  });

  it('refuses a flow of another size', () => {
    tf.tidy(() => {
      expect(() => warpPictures(tf.zeros([1, 4, 4, 3]), tf.zeros([1, 4, 5, 2]))).toThrow(
        'got pictures [1, 4, 4, 3] and flow [1, 4, 5, 2]',
      );
    });
  });
});
