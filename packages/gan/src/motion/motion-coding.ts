/** @file Between clips, rows and latents of a motion model. */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor2D, Variable } from '@tensorflow/tfjs-core';
import { GanError } from '../errors/gan-error.js';
import { runNetwork } from '../networks/run-network.js';
import { featureLayout, resample, toFeatures } from './motion-features.js';
import { labelNumbers, normaliseRows, type MotionLabel, type MotionModel } from './motion-model.js';
import type { MotionClip, Skeleton } from './skeleton.js';

/** Adam steps when a latent is sought. */
const SEARCH_STEPS = 120;

/** A clip at the model's frame rate. */
export function onSkeleton(model: MotionModel, clip: MotionClip): MotionClip {
  const names = (skeleton: Skeleton): string => skeleton.joints.map((joint) => joint.name).join(' ');
  if (names(clip.skeleton) !== names(model.skeleton)) {
    throw new GanError('WRONG_SHAPE', 'the clip has another skeleton than the model', {
      remedy: `The model's joints are ${names(model.skeleton)}.`,
    });
  }
  return resample(clip, model.fps);
}

/** The first window of a clip. */
export function windowRows(model: MotionModel, clip: MotionClip): Float32Array {
  const rows = toFeatures(onSkeleton(model, clip));
  const { size } = featureLayout(model.skeleton);
  if (rows.length < model.vae.frames * size) throw tooShort(model, rows.length / size);
  return rows.slice(0, model.vae.frames * size);
}

/** The error of a clip that is shorter than a window. */
export function tooShort({ vae, fps }: MotionModel, frames: number): GanError {
  return new GanError('WRONG_SHAPE', `the clip has ${frames} frames, a window ${vae.frames}`, {
    remedy: `Give at least ${(vae.frames / fps).toFixed(2)} seconds.`,
  });
}

/** The latent of a window's rows. */
export function encodeRows(model: MotionModel, rows: Float32Array, label: MotionLabel): Float32Array {
  const { vae, statistics } = model;
  return tf.tidy(() => {
    const motion = tf.tensor3d(normaliseRows(rows, statistics), [1, vae.frames, statistics.mean.length]);
    const told = tf.tensor2d(labelNumbers(model, label), [1, labelNumbers(model, label).length]);
    return vae.encode(motion, told).dataSync() as Float32Array;
  });
}

/** The rows of a latent. */
export function decodeRows(model: MotionModel, latent: Float32Array, label: MotionLabel | Float32Array): Float32Array {
  const { vae, statistics } = model;
  const numbers = label instanceof Float32Array ? label : labelNumbers(model, label);
  return tf.tidy(() => {
    const rows = vae.decode(tf.tensor2d(latent, [1, vae.latent]), tf.tensor2d(numbers, [1, numbers.length])).dataSync();
    return Float32Array.from(
      rows,
      (value, i) => value * statistics.deviation[i % statistics.mean.length] + statistics.mean[i % statistics.mean.length],
    );
  });
}

/** Seeks the latent whose window holds known rows at known places and is still likely, by gradient descent. */
export function seekLatent(
  model: MotionModel,
  start: Float32Array,
  label: MotionLabel,
  known: readonly { at: number; rows: Float32Array }[],
): Float32Array {
  const { vae, statistics } = model;
  const size = statistics.mean.length;
  const target = new Float32Array(vae.frames * size);
  const weight = new Float32Array(vae.frames * size);
  for (const { at, rows } of known) {
    target.set(normaliseRows(rows, statistics), at * size);
    weight.fill(1, at * size, at * size + rows.length);
  }
  const latent: Variable = tf.tidy(() => tf.variable(tf.tensor2d(start, [1, vae.latent])));
  const numbers = labelNumbers(model, label);
  const adam = tf.train.adam(0.08);
  try {
    tf.tidy(() => {
      const told = tf.tensor2d(numbers, [1, numbers.length]);
      const wanted = tf.tensor3d(target, [1, vae.frames, size]);
      const counts = tf.tensor3d(weight, [1, vae.frames, size]);
      const share = 1 / weight.reduce((sum, value) => sum + value, 0);
      for (let step = 0; step < SEARCH_STEPS; step++) {
        adam.minimize(
          () => {
            const [rows] = runNetwork(vae.networks.decoder, latent, told);
            const error = tf.mul(tf.sum(tf.mul(counts, tf.square(tf.sub(rows, wanted)))), share);
            return tf.add(error, tf.mul(tf.mean(tf.square(latent as unknown as Tensor2D)), 0.01));
          },
          false,
          [latent],
        );
      }
    });
    return Float32Array.from(latent.dataSync());
  } finally {
    latent.dispose();
    adam.dispose();
  }
}
