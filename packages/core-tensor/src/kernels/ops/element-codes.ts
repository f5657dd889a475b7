/** @file Codes of the operations in `assembly/elementwise.ts`. */

/** Operations on one element. */
export const Single = {
  negate: 0,
  absolute: 1,
  square: 2,
  squareRoot: 3,
  inverseSquareRoot: 4,
  reciprocal: 5,
  exponential: 6,
  exponentialLessOne: 7,
  hyperbolicTangent: 8,
  sigmoid: 9,
  relu: 10,
  relu6: 11,
  leakyRelu: 12,
  elu: 13,
  selu: 14,
} as const;

/** Operations on two elements. Of gradients, the first is the activation's input or output, the second the gradient that comes. */
export const Pair = {
  add: 0,
  subtract: 1,
  multiply: 2,
  divide: 3,
  maximum: 4,
  minimum: 5,
  squaredDifference: 6,
  reluGradient: 7,
  leakyReluGradient: 8,
  hyperbolicTangentGradient: 9,
  sigmoidGradient: 10,
  eluGradient: 11,
  seluGradient: 12,
  relu6Gradient: 13,
  spread: 14,
} as const;

/** What the compiled module offers. */
export interface ElementwiseExports {
  unary(op: number, x: number, y: number, count: number, alpha: number): void;
  binary(
    op: number,
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
  ): void;
  select(condition: number, t: number, e: number, y: number, count: number): void;
}
