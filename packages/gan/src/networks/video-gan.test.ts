import * as tf from '@tensorflow/tfjs-core';
import type { Tensor5D } from '@tensorflow/tfjs-core';
import { startRuntime } from '@filmai/core-tensor/runtime';
import { createRandom, type Random } from '@filmai/core-tensor/random';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { train } from '../training/index.js';
import { createVideoGan, drawClip, encodeClip, type VideoBatch, type VideoGan } from './video-gan.js';
import type { VideoGenerator } from './video-gan-layers.js';

let live = 0;
beforeAll(async () => {
  await startRuntime();
  live = tf.memory().numTensors;
});
afterAll(() => expect(tf.memory().numTensors).toBe(live));

const SIDE = 16;

/** A soft dot that goes down by two pixels a frame and comes in again above; its maps are a single bright pixel where it is. */
function dots(gan: VideoGan, frames: number, count: number, random: Random, mapped: boolean): VideoBatch {
  const long = frames + 2 * gan.timeMargin;
  const clips = new Float32Array(count * long * SIDE * SIDE).fill(-1);
  const maps = new Float32Array(count * long * SIDE * SIDE);
  for (let clip = 0; clip < count; clip++) {
    const x = random.integer(3, SIDE - 4);
    const start = random.integer(0, SIDE - 1);
    for (let t = 0; t < long; t++) {
      const y = (start + 2 * t) % SIDE;
      const frame = (clip * long + t) * SIDE * SIDE;
      maps[frame + y * SIDE + x] = 1;
      for (let dy = -2; dy <= 2; dy++) {
        for (let dx = -2; dx <= 2; dx++) {
          if (y + dy < 0 || y + dy >= SIDE) continue;
          const at = frame + (y + dy) * SIDE + x + dx;
          clips[at] = Math.max(clips[at], 1 - 0.5 * Math.hypot(dx, dy));
        }
      }
    }
  }
  const shape: [number, number, number, number, number] = [count, long, SIDE, SIDE, 1];
  const batch: VideoBatch = { clips: tf.tensor5d(clips, shape) };
  return mapped ? { ...batch, maps: tf.tensor5d(maps, shape) } : batch;
}

/** Mean squared distance between clips and what is drawn of them. */
function distance(gan: VideoGan, batch: VideoBatch): number {
  return tf.tidy(() => {
    const stream = batch.maps ? (batch.maps as Tensor5D) : encodeClip(gan.networks.encode, batch.clips);
    const drawn = drawClip(gan.networks, stream);
    const [count, long, height, width, channels] = batch.clips.shape;
    const kept = drawn.shape[1];
    const middle = tf.slice(
      tf.reshape(batch.clips, [count, long, height * width * channels]),
      [0, (long - kept) / 2, 0],
      [-1, kept, -1],
    );
    return tf.mean(tf.square(tf.sub(tf.reshape(drawn, middle.shape), middle))).dataSync()[0];
  });
}

async function learn(gan: VideoGan, frames: number, mapped: boolean, steps: number): Promise<{ before: number; after: number }> {
  const random = createRandom('dots');
  const held = dots(gan, frames, 8, createRandom('held'), mapped);
  const before = distance(gan, held);
  function* batches(): Generator<VideoBatch> {
    for (;;) yield dots(gan, frames, 8, random, mapped);
  }
  for await (const { step } of train(gan, batches(), { steps, seed: 3, learningRate: 5e-3, average: 0.9, watch: false }))
    expect(step).toBeGreaterThan(0);
  const after = distance(gan, held);
  tf.dispose(Object.values(held));
  return { before, after };
}

describe('createVideoGan', () => {
  const small = { frames: 4, size: SIDE, channels: 1, width: 4, seed: 5 };

  it('learns to draw a moving dot from a map of where it is, seen on clips it has not learned', async () => {
    const gan = await createVideoGan({ ...small, conditions: 1, adversarial: 0.01 });
    const { before, after } = await learn(gan, 4, true, 50);
    expect(after).toBeLessThan(0.35 * before);
    gan.dispose();
  }, 60_000);

  it('learns codes of moving dots from which they can be drawn again', async () => {
    const gan = await createVideoGan({ ...small, codes: 6, width: 6, adversarial: 0 });
    const { before, after } = await learn(gan, 4, false, 120);
    expect(after).toBeLessThan(0.5 * before);
    gan.dispose();
  }, 60_000);

  it('draws the same frames wherever a window on the stream begins', async () => {
    const gan = await createVideoGan({ ...small, codes: 6, adversarial: 0 });
    const generator = gan.networks as unknown as VideoGenerator;
    tf.tidy(() => {
      const stream = tf.randomNormal([1, 14, 3, 2, 6], 0, 1, 'float32', 4) as Tensor5D;
      const whole = drawClip(generator, stream);
      expect(whole.shape).toEqual([1, 10, 24, 16, 1]);
      const part = drawClip(generator, tf.slice(stream, [0, 3, 0, 0, 0], [1, 8, 3, 2, 6]));
      const same = tf.slice(tf.reshape(whole, [10, 24, 16]), [3, 0, 0], [4, 24, 16]);
      expect(tf.max(tf.abs(tf.sub(tf.reshape(part, [4, 24, 16]), same))).dataSync()[0]).toBeLessThan(1e-5);
    });
    gan.dispose();
  });

  it('starts with the same weights for the same seed, with others for another', async () => {
    const weights = async (seed: number): Promise<number[]> => {
      const gan = await createVideoGan({ ...small, seed });
      const values = gan.networks.draw.getWeights().flatMap((weight) => [...weight.dataSync()]);
      gan.dispose();
      return values;
    };
    const first = await weights(1);
    expect(await weights(1)).toEqual(first);
    expect(await weights(2)).not.toEqual(first);
  });

  it('lets a critic judge streams that no clip has, and leaves the encoder as it is', async () => {
    const gan = await createVideoGan({ ...small, margin: 8, codes: 3, streams: true });
    expect(gan.batch.codes).toEqual([8, 4, 4, 3]);
    const encoder = gan.networks.encode.getWeights().map((weight) => weight.dataSync().slice());
    const drawer = gan.networks.draw.getWeights()[0].dataSync().slice();
    const batch = (): VideoBatch => ({ clips: tf.zeros([2, 8, 32, 32, 1]) as Tensor5D, codes: tf.ones([2, 8, 4, 4, 3]) });
    for await (const { losses } of train(gan, [batch()], { steps: 1, seed: 1, watch: false }))
      expect(Object.keys(losses)).toContain('critic/onMade');
    expect(gan.networks.encode.getWeights().map((weight) => weight.dataSync().slice())).toEqual(encoder);
    expect(gan.networks.draw.getWeights()[0].dataSync().slice()).not.toEqual(drawer);
    gan.dispose();
  });

  it('asks for more frames around a clip, none where it knows no time', async () => {
    const timeless = await createVideoGan({ ...small, frames: 1 });
    expect([timeless.timeMargin, timeless.batch.clips]).toEqual([0, [1, 16, 16, 1]]);
    timeless.dispose();
    const film = await createVideoGan({ size: 16, width: 4 });
    expect([film.timeMargin, film.batch.clips]).toEqual([2, [20, 16, 16, 4]]);
    film.dispose();
  });

  it.each([
    [{ frames: 2 }, /frames/],
    [{ size: 20 }, /size must be a multiple of 8/],
    [{ margin: 4 }, /margin/],
    [{ codes: 4, conditions: 2 }, /either codes or conditions/],
    [{ codes: 0 }, /either codes or conditions/],
    [{ adversarial: -1 }, /adversarial/],
    [{ streams: true, adversarial: 0 }, /streams need codes/],
  ])('refuses %j', async (options, message) => {
    await expect(createVideoGan(options)).rejects.toThrow(message);
  });
});
