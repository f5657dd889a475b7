/** @file What `assembly/elementwise.ts` offers. */

/** On every element; `alpha` is the slope of leaky ReLU. */
type Single = (x: number, y: number, count: number, alpha: number) => void;

/** On two tensors, row by row; see `broadcast.ts`. Steps are in bytes; `alpha` is the factor of `spread`. */
type Pair = (
  a: number,
  b: number,
  y: number,
  rows: number,
  columns: number,
  stepA: number,
  stepB: number,
  staysA: boolean,
  staysB: boolean,
  alpha: number,
) => void;

/** On what decides (an activation's input or output) and the gradient that comes. */
type Gradient = (of: number, dy: number, dx: number, count: number, alpha: number) => void;

/** Names of operations on one element. */
export type SingleName =
  | 'negate'
  | 'absolute'
  | 'square'
  | 'squareRoot'
  | 'inverseSquareRoot'
  | 'reciprocal'
  | 'exponential'
  | 'exponentialLessOne'
  | 'hyperbolicTangent'
  | 'relu'
  | 'relu6'
  | 'leakyRelu'
  | 'selu';

/** Names of operations on two. `spread` repeats the first, times a factor. */
export type PairName = 'add' | 'subtract' | 'multiply' | 'divide' | 'maximum' | 'minimum' | 'squaredDifference' | 'spread';

/** Names of gradients of activations. */
export type GradientName =
  | 'reluGradient'
  | 'leakyReluGradient'
  | 'hyperbolicTangentGradient'
  | 'sigmoidGradient'
  | 'eluGradient'
  | 'seluGradient'
  | 'relu6Gradient'
  | 'squareGradient'
  | 'inverseSquareRootGradient';

/** The module's functions. */
export type ElementwiseModule = Record<SingleName, Single> &
  Record<PairName, Pair> &
  Record<GradientName, Gradient> & {
    select(condition: number, t: number, e: number, y: number, count: number): void;
  };
