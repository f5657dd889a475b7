/**
 * @file Multinomial logistic regression over sparse features, fitted by stochastic gradient descent with a step of its own for each
 * weight (AdaGrad), so that rare words learn as fast as common ones.
 *
 * J. Duchi, E. Hazan, Y. Singer, "Adaptive Subgradient Methods for Online Learning and Stochastic Optimization", JMLR 12, 2011.
 */
import { createRandom } from '@filmai/core-tensor/random';

/** A vector of which only the entries that aren't zero are named. */
export interface SparseVector {
  indices: Int32Array;
  /** As many as indices. */
  values: Float32Array;
}

/** What is learned from. */
export interface Sample {
  features: SparseVector;
  /** Probability of each class; sums to 1. */
  target: ArrayLike<number>;
  /** How much it counts, above 0. Default 1. */
  weight?: number;
}

/** Weights of a fitted model. */
export interface LogisticModel {
  classes: number;
  dimensions: number;
  /** By feature, then class. */
  weights: Float32Array;
  bias: Float32Array;
}

/** Options of {@link fitLogistic}. */
export interface FitOptions {
  classes: number;
  dimensions: number;
  /** Passes over the samples, default 20. */
  epochs?: number;
  /** First step, default 0.05; it falls to nothing in a line. */
  learningRate?: number;
  /** Pull of a weight towards 0 each time its feature occurs, default 1e-3. */
  l2?: number;
  /** Of the order of samples. */
  seed: number | string;
  signal?: AbortSignal;
}

/**
 * Fits the weights.
 *
 * @param samples - At least one.
 * @param options - See {@link FitOptions}.
 * @throws The signal's reason if cancelled, between passes.
 */
export async function fitLogistic(
  samples: readonly Sample[],
  { classes, dimensions, epochs = 20, learningRate = 0.05, l2 = 1e-3, seed, signal }: FitOptions,
): Promise<LogisticModel> {
  const weights = new Float64Array(dimensions * classes);
  const bias = new Float64Array(classes);
  const squares = new Float64Array(weights.length).fill(1e-8);
  const random = createRandom(seed).split('order');
  const slopes = new Float64Array(classes);
  for (let epoch = 0; epoch < epochs; epoch++) {
    // Lets others run, and a signal come through.
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
    const step = learningRate * (1 - (0.98 * epoch) / epochs);
    for (const { features, target, weight = 1 } of random.shuffle(samples)) {
      softmaxInto(slopes, weights, bias, features);
      for (let k = 0; k < classes; k++) {
        slopes[k] = weight * (slopes[k] - target[k]);
        bias[k] -= 0.1 * step * slopes[k];
      }
      for (let i = 0; i < features.indices.length; i++) {
        const at = features.indices[i] * classes;
        const value = features.values[i];
        for (let k = 0; k < classes; k++) {
          const slope = slopes[k] * value + l2 * weights[at + k];
          squares[at + k] += slope * slope;
          weights[at + k] -= (step * slope) / Math.sqrt(squares[at + k]);
        }
      }
    }
  }
  return { classes, dimensions, weights: Float32Array.from(weights), bias: Float32Array.from(bias) };
}

/**
 * Probabilities of the classes.
 *
 * @param model - As fitted.
 * @param features - Indices below the model's dimensions.
 * @param temperature - Above 1 makes the answer less sure, below 1 surer (C. Guo et al., "On Calibration of Modern Neural Networks",
 * ICML 2017). Default 1.
 * @returns One number for each class; they sum to 1.
 */
export function predictLogistic(model: LogisticModel, features: SparseVector, temperature = 1): Float64Array {
  return softmaxInto(new Float64Array(model.classes), model.weights, model.bias, features, temperature);
}

function softmaxInto(
  out: Float64Array,
  weights: ArrayLike<number>,
  bias: ArrayLike<number>,
  { indices, values }: SparseVector,
  temperature = 1,
): Float64Array {
  const classes = out.length;
  for (let k = 0; k < classes; k++) out[k] = bias[k];
  for (let i = 0; i < indices.length; i++) {
    const at = indices[i] * classes;
    for (let k = 0; k < classes; k++) out[k] += weights[at + k] * values[i];
  }
  let most = -Infinity;
  for (let k = 0; k < classes; k++) most = Math.max(most, out[k]);
  let sum = 0;
  for (let k = 0; k < classes; k++) sum += out[k] = Math.exp((out[k] - most) / temperature);
  for (let k = 0; k < classes; k++) out[k] /= sum;
  return out;
}
