/**
 * @file A history of made pictures: the critic is shown old ones among the new, so that the generator can't win by returning to what the critic has
 * forgotten (Shrivastava, Pfister, Tuzel, Susskind, Wang and Webb 2017, "Learning from simulated and unsupervised images through adversarial
 * training"; Zhu et al. 2017, section 4). Kept outside of the tensor runtime, as plain numbers that go into a checkpoint.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Random } from '@filmai/core-tensor/random';
import type { Memory } from '../training/trainable.js';

/** Made pictures of the last steps. */
export interface PictureHistory {
  /**
   * Puts a batch in and takes a batch out. While there is room each picture is kept and given back; later each is, by a coin, given back and
   * forgotten, or kept in place of an old one, which is given instead.
   *
   * @param made - [n, …]; not disposed, and no gradient passes.
   * @param random - The stream of the step.
   * @returns [n, …], a new tensor.
   */
  exchange(made: Tensor, random: Random): Tensor;
  /** Everything in it, under `name`. */
  save(): Memory;
  /** Goes on with what `save` gave. */
  restore(memory: Memory): void;
}

/**
 * Starts an empty history.
 *
 * @param name - Its name in a checkpoint.
 * @param capacity - Pictures that it holds; 0 gives every batch back as it is.
 * @returns The history.
 */
export function createPictureHistory(name: string, capacity: number): PictureHistory {
  let kept: Float32Array[] = [];
  let shape: number[] = [];
  return {
    exchange(made, random) {
      const values = Float32Array.from(made.dataSync());
      shape = made.shape.slice(1);
      const [count] = made.shape;
      const length = values.length / count;
      if (capacity === 0) return tf.tensor(values, made.shape);
      for (let i = 0; i < count; i++) {
        const picture = values.subarray(i * length, (i + 1) * length);
        if (kept.length < capacity) {
          kept.push(picture.slice());
        } else if (random.chance(0.5)) {
          const place = random.integer(0, kept.length - 1);
          const old = kept[place];
          kept[place] = picture.slice();
          picture.set(old);
        }
      }
      return tf.tensor(values, made.shape);
    },
    save() {
      const values = new Float32Array(kept.reduce((sum, picture) => sum + picture.length, 0));
      kept.forEach((picture, i) => values.set(picture, i * picture.length));
      return { [name]: { shape: [kept.length, ...shape], values } };
    },
    restore(memory) {
      const { shape: saved, values } = memory[name];
      const [count, ...rest] = saved;
      const length = values.length / Math.max(1, count);
      shape = rest;
      kept = Array.from({ length: count }, (_, i) => values.slice(i * length, (i + 1) * length));
    },
  };
}
