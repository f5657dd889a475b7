/**
 * @file Whether the derivatives are right: of every differentiable operation, the analytic gradient against numeric ones, and the
 * wasm backend against the cpu backend as its reference.
 *
 * A tensor's derivative is checked along random directions: for y = op(x), random weights w and a random direction v, the slope of
 * f(x + t v) = Σ w · op(x + t v) at t = 0 must be Σ v · ∇f. The second derivative is checked in the same way, as the slope of
 * Σ v · ∇f. Numeric slopes are central differences of sixth order, summed in double precision.
 */
import type { Tensor } from '@tensorflow/tfjs-core';
import type * as Tf from '@tensorflow/tfjs-core';
import { createRandom, type Random } from '../../random/index.js';
import { operationCases } from './gradient-cases/index.js';
import type { CaseExceptions, InputSpec, OperationCase } from './gradient-cases/operation-case.js';

/** How far off one operation is on one backend: relative errors, or why there is none to state. */
export interface GradientCheckRow {
  /** The operation, as users know it. */
  operation: string;
  /** The kernel that it is about. */
  kernel: string;
  backend: string;
  /** Against the first backend; on that, `'reference'`. */
  forward: number | string;
  /** Against the numeric derivative, and against the first backend's. */
  gradient: number | string;
  /** Derivative of the gradient, against the numeric one. */
  secondOrder: number | string;
}

/** What to check. */
export interface GradientCheckOptions {
  /** TensorFlow.js, with the backends started. */
  tf: typeof Tf;
  /** Names of operations; default: all. */
  operations?: readonly string[];
  /** Decides inputs, weights and directions. Default 1. */
  seed?: number | string;
  /** Backends; the first is the reference. Default cpu and wasm. Afterwards the one that was active is active again. */
  backends?: readonly string[];
}

/** Step of the numeric derivative: six points reach three steps to each side. */
const STEP = 0.05;
/** Weights of the central difference of sixth order at 1, 2 and 3 steps (Fornberg, 1988). */
const DIFFERENCE = [3 / 4, -3 / 20, 1 / 60];
/** Random directions for each derivative. */
const DIRECTIONS = 2;

/** An operation with everything random about it. */
interface Trial {
  one: OperationCase;
  inputs: Float32Array[];
  /** One for each element of the result: known after the first run. */
  weights: Float32Array;
  directions: Float32Array[][];
}

/** What a backend makes of a trial. */
interface Outcome {
  values?: Float32Array;
  gradients?: Float32Array[];
  failure?: string;
}

/**
 * Checks derivatives.
 *
 * @param options - See `GradientCheckOptions`.
 * @returns A row for each operation and backend.
 * @throws RangeError for an operation that is not known.
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import '@tensorflow/tfjs-backend-cpu';
 * import { checkGradients, registerTrainingKernels } from '@filmai/core-tensor/kernels';
 *
 * await registerTrainingKernels(tf);
 * const rows = await checkGradients({ tf, operations: ['tanh'] });
 * console.log(rows.every((row) => Number(row.gradient) < 1e-4)); // true
 * ```
 */
export async function checkGradients({
  tf,
  operations,
  seed = 1,
  backends = ['cpu', 'wasm'],
}: GradientCheckOptions): Promise<GradientCheckRow[]> {
  const unknown = operations?.filter((name) => !operationCases.some((one) => one.operation === name)) ?? [];
  if (unknown.length > 0) throw new RangeError(`checkGradients: there is no operation ${unknown.join(', ')}`);
  const cases = operationCases.filter((one) => !operations || operations.includes(one.operation));
  const before = tf.getBackend();
  try {
    const trials: Trial[] = [];
    await tf.setBackend(backends[0]);
    for (const one of cases) trials.push(prepare(tf, one, createRandom(`${seed}/${one.operation}`)));
    const reference: Outcome[] = trials.map((trial) => compute(tf, trial, backends[0]));
    const rows: GradientCheckRow[][] = cases.map(() => []);
    for (const backend of backends) {
      await tf.setBackend(backend);
      for (const [i, trial] of trials.entries()) {
        const outcome = backend === backends[0] ? reference[i] : compute(tf, trial, backend);
        rows[i].push(judge(tf, trial, outcome, reference[i], backend, backend === backends[0]));
      }
    }
    return rows.flat();
  } finally {
    if (before) await tf.setBackend(before);
  }
}

function prepare(tf: typeof Tf, one: OperationCase, random: Random): Trial {
  const inputs = one.inputs.map((spec) => valuesOf(spec, random));
  const size = tf.tidy(() => one.run(tf, ...tensors(tf, one, inputs)).size);
  const uniform = (count: number): Float32Array =>
    Float32Array.from({ length: count }, () => random.range(0.5, 1) * (random.chance(0.5) ? 1 : -1));
  return {
    one,
    inputs,
    weights: uniform(size),
    directions: Array.from({ length: DIRECTIONS }, () => inputs.map((values) => uniform(values.length))),
  };
}

function valuesOf({ shape, values }: InputSpec, random: Random): Float32Array {
  const count = shape.reduce((product, size) => product * size, 1);
  if (values === 'distinct') {
    const places = random.shuffle(Array.from({ length: count }, (_, i) => (i - count / 2) * 0.4));
    return Float32Array.from(places, (place) => place + random.range(-0.02, 0.02));
  }
  return Float32Array.from({ length: count }, () => {
    if (values === 'signed') return random.range(0.5, 1.3) * (random.chance(0.5) ? 1 : -1);
    if (values === 'positive') return random.range(1, 2);
    return values === 'unit' ? random.range(-0.6, 0.6) : random.range(-1, 1);
  });
}

function tensors(tf: typeof Tf, one: OperationCase, inputs: readonly Float32Array[]): Tensor[] {
  return inputs.map((values, i) => tf.tensor(values, one.inputs[i].shape));
}

/** Result and gradient on the active backend. */
function compute(tf: typeof Tf, { one, inputs, weights }: Trial, backend: string): Outcome {
  const outcome: Outcome = {};
  const exceptions = one.except?.[backend];
  try {
    if (exceptions?.forward) return outcome;
    outcome.values = tf.tidy(() => one.run(tf, ...tensors(tf, one, inputs)).dataSync() as Float32Array);
    if (exceptions?.gradient) return outcome;
    outcome.gradients = tf.tidy(() => {
      const xs = tensors(tf, one, inputs);
      return gradientsOf(tf, one, xs, weights).map((gradient) => gradient.dataSync() as Float32Array);
    });
  } catch (error) {
    outcome.failure = error instanceof Error ? error.message.split('\n')[0] : String(error);
  }
  return outcome;
}

/** Gradients of Σ weights · op(xs); zero where the result doesn't depend on an input. */
function gradientsOf(tf: typeof Tf, one: OperationCase, xs: Tensor[], weights: Float32Array): Tensor[] {
  const { grads } = tf
    .engine()
    .gradients(() => tf.sum(tf.mul(tf.reshape(one.run(tf, ...xs), [-1]), tf.tensor1d(weights))), xs, undefined, true);
  return grads.map((gradient: Tensor | null | undefined, i) => gradient ?? tf.zerosLike(xs[i]));
}

function judge(
  tf: typeof Tf,
  trial: Trial,
  outcome: Outcome,
  reference: Outcome,
  backend: string,
  isReference: boolean,
): GradientCheckRow {
  const { one, inputs } = trial;
  const exceptions: CaseExceptions = one.except?.[backend] ?? {};
  const row: GradientCheckRow = {
    operation: one.operation,
    kernel: one.kernel,
    backend,
    forward: exceptions.forward ?? (isReference ? 'reference' : differenceOf(outcome.values, reference.values)),
    gradient: exceptions.gradient ?? outcome.failure ?? 0,
    secondOrder: exceptions.secondOrder ?? exceptions.gradient ?? outcome.failure ?? 0,
  };
  const { gradients } = outcome;
  if (!outcome.values || !gradients) return row;
  try {
    row.gradient = gradientError(tf, trial, gradients);
    if (reference.gradients && !isReference) {
      const scale = Math.max(...reference.gradients.map(greatest), 1e-3);
      for (const [i, gradient] of gradients.entries())
        row.gradient = Math.max(row.gradient, differenceOf(gradient, reference.gradients[i], scale));
    }
    if (!exceptions.secondOrder) row.secondOrder = secondOrderError(tf, trial, inputs, gradients);
  } catch (error) {
    row.secondOrder = error instanceof Error ? error.message.split('\n')[0] : String(error);
  }
  return row;
}

function gradientError(tf: typeof Tf, { one, inputs, weights, directions }: Trial, gradients: readonly Float32Array[]): number {
  return Math.max(
    ...directions.map((direction) => {
      const numeric = slope((t) => {
        const moved = along(inputs, direction, t);
        return dot(
          tf.tidy(() => one.run(tf, ...tensors(tf, one, moved)).dataSync() as Float32Array),
          weights,
        );
      });
      return relativeError(numeric, gradients, direction);
    }),
  );
}

/** The slope of Σ v · ∇f along u, both ways. */
function secondOrderError(
  tf: typeof Tf,
  { one, weights, directions: [v, u] }: Trial,
  inputs: readonly Float32Array[],
  gradients: readonly Float32Array[],
): number {
  const slopeAlong = (xs: Tensor[]): Tensor =>
    tf.addN(
      gradientsOf(tf, one, xs, weights).map((gradient, i) => tf.sum(tf.mul(tf.reshape(gradient, [-1]), tf.tensor1d(v[i])))),
    );
  const analytic = tf.tidy(() => {
    const xs = tensors(tf, one, inputs);
    const { grads } = tf.engine().gradients(() => slopeAlong(xs), xs, undefined, true);
    return grads.map((gradient: Tensor | null | undefined, i) => (gradient ?? tf.zerosLike(xs[i])).dataSync() as Float32Array);
  });
  const numeric = slope((t) => {
    const moved = along(inputs, u, t);
    const found = tf.tidy(() =>
      gradientsOf(tf, one, tensors(tf, one, moved), weights).map((gradient) => gradient.dataSync() as Float32Array),
    );
    return found.reduce((sum, gradient, i) => sum + dot(gradient, v[i]), 0);
  });
  // Against nothing a zero can't be measured: the first derivative is the measure there.
  const first = Math.sqrt(gradients.reduce((sum, gradient, i) => sum + squares(gradient, v[i]), 0));
  return relativeError(numeric, analytic, u, Math.max(first, 1e-3));
}

/** Derivative at 0. */
function slope(f: (t: number) => number): number {
  return DIFFERENCE.reduce((sum, weight, i) => sum + weight * (f((i + 1) * STEP) - f(-(i + 1) * STEP)), 0) / STEP;
}

function along(inputs: readonly Float32Array[], direction: readonly Float32Array[], t: number): Float32Array[] {
  return inputs.map((values, i) => values.map((value, j) => value + t * direction[i][j]));
}

/**
 * The error of Σ g · v, relative to its value or, where the terms cancel, to what they come to with random signs; `floor` is the
 * least that it is measured by.
 */
function relativeError(
  numeric: number,
  gradients: readonly Float32Array[],
  direction: readonly Float32Array[],
  floor = 1e-3,
): number {
  const analytic = gradients.reduce((sum, gradient, i) => sum + dot(gradient, direction[i]), 0);
  const scale = Math.sqrt(gradients.reduce((sum, gradient, i) => sum + squares(gradient, direction[i]), 0));
  return Math.abs(analytic - numeric) / Math.max(Math.abs(numeric), scale, floor);
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function squares(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] * b[i]) ** 2;
  return sum;
}

/** The greatest difference, relative to the greatest value. */
function differenceOf(values: Float32Array | undefined, expected: Float32Array | undefined, scale?: number): number {
  if (!values || !expected || values.length !== expected.length) return Infinity;
  const worst = values.reduce((most, value, i) => Math.max(most, Math.abs(value - expected[i])), 0);
  return worst / (scale ?? Math.max(greatest(expected), 1e-3));
}

function greatest(values: Float32Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
