/** @file Fits the rule by which codes go on (see `CodeDynamics`) to the codes of clips: principal components and least squares. */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor2D } from '@tensorflow/tfjs-core';
import { createRandom } from '@filmai/core-tensor/random';
import { streamCodes, type CodeDynamics } from './code-dynamics.js';

/** Rounds of subspace iteration: the patterns beyond the first few differ little from round to round. */
const ROUNDS = 10;
/** Part of the variance that is added to the diagonal of the normal equations. */
const RIDGE = 0.02;

/**
 * Fits the rule.
 *
 * @param films - Codes of each film, frame after frame, `size` numbers each.
 * @param options - `patterns`: how many. `aged`: all films start at age 0 and codes depend on age.
 */
export function fitCodeDynamics(
  films: Float32Array[],
  { size, patterns, aged }: { size: number; patterns: number; aged: boolean },
): CodeDynamics {
  const lengths = films.map((film) => film.length / size);
  const count = lengths.reduce((sum, length) => sum + length, 0);
  const mean = new Float32Array(size);
  for (const film of films) for (let i = 0; i < film.length; i++) mean[i % size] += film[i] / count;
  const centred = new Float32Array(count * size);
  let at = 0;
  for (const film of films) for (let i = 0; i < film.length; i++) centred[at++] = film[i] - mean[i % size];
  const { basis, amounts } = principalComponents(centred, count, size, patterns);
  const ages = aged ? agesOf(amounts, lengths, patterns) : undefined;
  const steps = ages ? normaliseByAge(amounts, lengths, patterns, ages) : amounts;
  const { feedback, kick } = regress(steps, lengths, patterns);
  const dynamics: CodeDynamics = { size, patterns, mean, basis, feedback, kick, ...(ages ? { ages } : {}) };
  settle(dynamics);
  return dynamics;
}

/** Patterns as strong as they are on average, and their amounts, of variance 1. */
function principalComponents(
  centred: Float32Array,
  count: number,
  size: number,
  patterns: number,
): { basis: Float32Array; amounts: Float32Array } {
  const random = createRandom('patterns');
  let basis = orthonormal(
    Float32Array.from({ length: patterns * size }, () => random.normal()),
    patterns,
    size,
  );
  const data = tf.tensor2d(centred, [count, size]);
  const scoresOf = (vectors: Float32Array): Tensor2D =>
    tf.tidy(() => tf.matMul(data, tf.tensor2d(vectors, [patterns, size]), false, true));
  for (let round = 0; round < ROUNDS; round++) {
    const next = tf.tidy(() => tf.matMul(scoresOf(basis), data, true, false).dataSync() as Float32Array);
    basis = orthonormal(next.slice(), patterns, size);
  }
  const scores = scoresOf(basis);
  const amounts = (scores.dataSync() as Float32Array).slice();
  scores.dispose();
  data.dispose();
  for (let i = 0; i < patterns; i++) {
    let square = 0;
    for (let t = i; t < amounts.length; t += patterns) square += amounts[t] ** 2 / count;
    const deviation = Math.sqrt(square) + 1e-6;
    for (let t = i; t < amounts.length; t += patterns) amounts[t] /= deviation;
    for (let j = 0; j < size; j++) basis[i * size + j] *= deviation;
  }
  return { basis, amounts };
}

/** Gram and Schmidt, twice for accuracy. */
function orthonormal(rows: Float32Array, count: number, size: number): Float32Array {
  for (let i = 0; i < count; i++) {
    const row = rows.subarray(i * size, (i + 1) * size);
    for (let pass = 0; pass < 2; pass++) {
      for (let j = 0; j < i; j++) {
        const other = rows.subarray(j * size, (j + 1) * size);
        let dot = 0;
        for (let k = 0; k < size; k++) dot += row[k] * other[k];
        for (let k = 0; k < size; k++) row[k] -= dot * other[k];
      }
    }
    const length = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0)) + 1e-12;
    for (let k = 0; k < size; k++) row[k] /= length;
  }
  return rows;
}

/** Mean and deviation at each age, over films and two neighbouring frames on each side. */
function agesOf(amounts: Float32Array, lengths: number[], patterns: number): NonNullable<CodeDynamics['ages']> {
  const frames = Math.min(...lengths);
  const mean = new Float32Array(frames * patterns);
  const deviation = new Float32Array(frames * patterns);
  const starts = lengths.map((_, film) => lengths.slice(0, film).reduce((sum, length) => sum + length, 0));
  for (let age = 0; age < frames; age++) {
    const reach = Math.min(2, age);
    for (let i = 0; i < patterns; i++) {
      let [sum, square, count] = [0, 0, 0];
      for (const start of starts) sum += amounts[(start + age) * patterns + i] / starts.length;
      for (let near = age - reach; near <= Math.min(frames - 1, age + reach); near++) {
        let middle = 0;
        for (const start of starts) middle += amounts[(start + near) * patterns + i] / starts.length;
        for (const start of starts) square += (amounts[(start + near) * patterns + i] - middle) ** 2;
        count += starts.length - 1;
      }
      mean[age * patterns + i] = sum;
      deviation[age * patterns + i] = Math.sqrt(square / count) + 1e-4;
    }
  }
  return { frames, mean, deviation };
}

function normaliseByAge(
  amounts: Float32Array,
  lengths: number[],
  patterns: number,
  ages: NonNullable<CodeDynamics['ages']>,
): Float32Array {
  const steps = new Float32Array(amounts.length);
  let row = 0;
  for (const length of lengths) {
    for (let t = 0; t < length; t++, row++) {
      const age = Math.min(t, ages.frames - 1) * patterns;
      for (let i = 0; i < patterns; i++)
        steps[row * patterns + i] = (amounts[row * patterns + i] - ages.mean[age + i]) / ages.deviation[age + i];
    }
  }
  return steps;
}

/** Least squares for each frame from the two before it, and the covariance of what is left. */
function regress(steps: Float32Array, lengths: number[], patterns: number): { feedback: Float32Array; kick: Float32Array } {
  const wide = 2 * patterns;
  const normal = new Float64Array(wide * wide);
  const right = new Float64Array(wide * patterns);
  const eachPair = (visit: (past: Float64Array, next: Float32Array) => void): void => {
    const past = new Float64Array(wide);
    let first = 0;
    for (const length of lengths) {
      for (let t = first + 2; t < first + length; t++) {
        past.set(steps.subarray((t - 1) * patterns, t * patterns), 0);
        past.set(steps.subarray((t - 2) * patterns, (t - 1) * patterns), patterns);
        visit(past, steps.subarray(t * patterns, (t + 1) * patterns));
      }
      first += length;
    }
  };
  let pairs = 0;
  eachPair((past, next) => {
    pairs++;
    for (let i = 0; i < wide; i++) {
      for (let j = 0; j < wide; j++) normal[i * wide + j] += past[i] * past[j];
      for (let j = 0; j < patterns; j++) right[i * patterns + j] += past[i] * next[j];
    }
  });
  for (let i = 0; i < wide; i++) normal[i * wide + i] += RIDGE * pairs;
  const factor = cholesky(normal, wide);
  const feedback = new Float32Array(patterns * wide);
  for (let j = 0; j < patterns; j++) {
    const solved = solve(
      factor,
      wide,
      Float64Array.from({ length: wide }, (_, i) => right[i * patterns + j]),
    );
    feedback.set(solved, j * wide);
  }
  const left = new Float64Array(patterns * patterns);
  eachPair((past, next) => {
    const rest = Float64Array.from(next, (value, i) => {
      let sum = 0;
      for (let j = 0; j < wide; j++) sum += feedback[i * wide + j] * past[j];
      return value - sum;
    });
    for (let i = 0; i < patterns; i++) for (let j = 0; j < patterns; j++) left[i * patterns + j] += (rest[i] * rest[j]) / pairs;
  });
  for (let i = 0; i < patterns; i++) left[i * patterns + i] += 1e-6;
  return { feedback, kick: Float32Array.from(cholesky(left, patterns)) };
}

/** The lower triangle L of a symmetric positive matrix A = L·Lᵀ. */
function cholesky(matrix: Float64Array, size: number): Float64Array {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j];
      for (let k = 0; k < j; k++) sum -= lower[i * size + k] * lower[j * size + k];
      lower[i * size + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / lower[j * size + j];
    }
  }
  return lower;
}

function solve(lower: Float64Array, size: number, right: Float64Array): Float64Array {
  const x = right.slice();
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) x[i] -= lower[i * size + k] * x[k];
    x[i] /= lower[i * size + i];
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) x[i] -= lower[k * size + i] * x[k];
    x[i] /= lower[i * size + i];
  }
  return x;
}

/** Damps the rule until a long stream stays in bounds, then makes its amounts as large as the clips'. */
function settle(dynamics: CodeDynamics): void {
  const { patterns, feedback, kick } = dynamics;
  for (let trial = 0; trial < 40; trial++) {
    const deviations = deviationsOf(dynamics);
    if (deviations.every((deviation) => deviation < 2.5)) {
      for (let i = 0; i < patterns; i++) {
        const share = Math.min(20, Math.max(0.2, 1 / deviations[i]));
        for (let j = 0; j < patterns; j++) {
          // Amounts measured in another unit: x′ = share · x.
          kick[i * patterns + j] *= share;
          feedback[i * 2 * patterns + j] *= share;
          feedback[i * 2 * patterns + patterns + j] *= share;
          feedback[j * 2 * patterns + i] /= share;
          feedback[j * 2 * patterns + patterns + i] /= share;
        }
      }
      return;
    }
    for (let i = 0; i < feedback.length; i++) feedback[i] *= 0.985;
  }
  throw new Error('the rule of the codes does not settle');
}

function deviationsOf(dynamics: CodeDynamics): Float64Array {
  const { patterns } = dynamics;
  // The amounts themselves: patterns that are the unit vectors.
  const basis = Float32Array.from({ length: patterns * patterns }, (_, i) => (i % (patterns + 1) === 0 ? 1 : 0));
  const plain = { ...dynamics, size: patterns, mean: new Float32Array(patterns), basis };
  delete plain.ages;
  const stream = streamCodes(plain, createRandom('settle'));
  const squares = new Float64Array(patterns);
  const amounts = new Float32Array(patterns);
  const frames = 3000;
  for (let t = 0; t < frames; t++) {
    stream.next(amounts);
    for (let i = 0; i < patterns; i++) squares[i] += amounts[i] ** 2 / frames;
  }
  return squares.map((square) => Math.sqrt(square));
}
