/** @file A motion VAE with all that is needed to use it: its skeleton, its labels, and the scale of the numbers that it learned. */
import { GanError } from '../errors/gan-error.js';
import { featureLayout, toFeatures } from './motion-features.js';
import type { MotionVae } from './motion-vae.js';
import type { MotionClip, Skeleton } from './skeleton.js';

/** What kinds and styles a model knows, in the order of its labels. */
export interface MotionLabels {
  kinds: readonly string[];
  styles: readonly string[];
}

/** Mean and deviation of each number in a row, over the training clips. */
export interface FeatureStatistics {
  mean: Float32Array;
  deviation: Float32Array;
}

/** A motion VAE with all that is needed to use it. */
export interface MotionModel {
  vae: MotionVae;
  skeleton: Skeleton;
  fps: number;
  labels: MotionLabels;
  statistics: FeatureStatistics;
}

/** What is done and how. */
export interface MotionLabel {
  /** One of the model's kinds. */
  kind: string;
  /** One of the model's styles, default its first. */
  style?: string;
}

/** Statistics of rows of many clips. Numbers that never change get the deviation 1, others at least a tenth of their group's. */
export function featureStatistics(clips: readonly MotionClip[]): FeatureStatistics {
  const { size } = featureLayout(clips[0].skeleton);
  const sum = new Float64Array(size);
  const squares = new Float64Array(size);
  let count = 0;
  for (const clip of clips) {
    const rows = toFeatures(clip);
    for (const [i, value] of rows.entries()) {
      sum[i % size] += value;
      squares[i % size] += value * value;
    }
    count += rows.length / size;
  }
  const mean = Float32Array.from(sum, (value) => value / count);
  // Rotations share a floor, else the least trembling of a joint that hardly moves would weigh as much as a stride.
  const deviation = Float32Array.from(squares, (value, i) =>
    Math.max(0.05, Math.sqrt(Math.max(0, value / count - mean[i] ** 2))),
  );
  return { mean, deviation };
}

/** Rows with mean 0 and deviation 1. */
export function normaliseRows(rows: Float32Array, { mean, deviation }: FeatureStatistics): Float32Array {
  return rows.map((value, i) => (value - mean[i % mean.length]) / deviation[i % mean.length]);
}

/** Labels as numbers, one for each kind and style. */
export function labelNumbers(
  { labels }: Pick<MotionModel, 'labels'>,
  { kind, style = labels.styles[0] }: MotionLabel,
): Float32Array {
  const names = [...labels.kinds, ...labels.styles];
  const numbers = new Float32Array(Math.max(1, names.length));
  for (const [what, name, known, offset] of [
    ['kind', kind, labels.kinds, 0],
    ['style', style, labels.styles, labels.kinds.length],
  ] as const) {
    if (known.length === 0) continue;
    const index = known.indexOf(name);
    if (index < 0) {
      throw new GanError('UNKNOWN_MOTION', `the model has not learned the ${what} "${name}"`, {
        remedy: `It knows ${known.join(', ')}.`,
      });
    }
    numbers[offset + index] = 1;
  }
  return numbers;
}
