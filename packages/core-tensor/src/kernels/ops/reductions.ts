/** @file Sums, means and extremes of float32 tensors, along any axes; sums of rows by segments; and their way back. */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { reduceBinary } from '../binaries/reduce.js';
import { ScratchSlot, type KernelContext } from '../kernel-context.js';
import { isFloat, sizeOf } from './elementwise.js';
import { planReduction, type ReductionPlan } from './reduction.js';

interface ReduceExports {
  sum(x: number, y: number, outer: number, reduced: number, inner: number, scale: number): void;
  extreme(x: number, y: number, outer: number, reduced: number, inner: number, least: boolean): void;
  softmaxGradient(y: number, dy: number, dx: number, rows: number, columns: number): void;
  segmentSum(x: number, ids: number, y: number, rows: number, columns: number, segments: number): void;
}

/** One pass: from an address to another. */
type Pass = (from: number, to: number, outer: number, reduced: number, inner: number, last: boolean) => void;

/** Puts the kernels in place. */
export function defineReductionKernels(context: KernelContext): void {
  const module = context.instantiate<ReduceExports>(reduceBinary);
  const reduce = (
    x: TensorInfo,
    axis: unknown,
    keepDims: unknown,
    passOf: (plan: ReductionPlan) => Pass,
  ): TensorInfo | undefined => {
    if (!isFloat(context, x)) return undefined;
    const plan = planReduction(x.shape, axis as number | number[] | undefined, keepDims === true);
    return plan && runPasses(context, x, plan, passOf(plan));
  };
  const sumScaled =
    (scale: number): Pass =>
    (from, to, outer, reduced, inner, last) =>
      module.sum(from, to, outer, reduced, inner, last ? scale : 1);
  const extreme =
    (least: boolean): Pass =>
    (from, to, outer, reduced, inner) =>
      module.extreme(from, to, outer, reduced, inner, least);
  context.define('Sum', ({ inputs: { x }, attrs }) => reduce(x, attrs.axis, attrs.keepDims, () => sumScaled(1)));
  context.define('Mean', ({ inputs: { x }, attrs }) =>
    reduce(x, attrs.axis, attrs.keepDims, (plan) => sumScaled(1 / plan.count)),
  );
  context.define('Max', ({ inputs: { x }, attrs }) => reduce(x, attrs.reductionIndices, attrs.keepDims, () => extreme(false)));
  context.define('Min', ({ inputs: { x }, attrs }) => reduce(x, attrs.axis, attrs.keepDims, () => extreme(true)));
  context.define('SoftmaxGradient', ({ inputs: { y, dy } }) => {
    const columns = y.shape.at(-1) ?? 0;
    if (!isFloat(context, y) || !isFloat(context, dy) || sizeOf(y.shape) === 0) return undefined;
    const dx = context.output(y.shape);
    module.softmaxGradient(context.pointer(y), context.pointer(dy), context.pointer(dx), sizeOf(y.shape) / columns, columns);
    return dx;
  });
  context.define('UnsortedSegmentSum', ({ inputs: { x, segmentIds }, attrs }) => {
    const segments = attrs.numSegments as number;
    const [rows, ...rest] = x.shape;
    if (!isFloat(context, x) || segmentIds.dtype !== 'int32' || segmentIds.shape.length !== 1 || segmentIds.shape[0] !== rows)
      return undefined;
    const y = context.output([segments, ...rest]);
    const [from, ids] = [context.pointer(x), context.pointer(segmentIds)];
    module.segmentSum(from, ids, context.pointer(y), rows, sizeOf(rest), segments);
    return y;
  });
}

/** All passes but the last write to scratch memory, in turn to two places. */
function runPasses(context: KernelContext, x: TensorInfo, plan: ReductionPlan, pass: Pass): TensorInfo {
  const y = context.output(plan.shape);
  let from = context.pointer(x);
  for (const [i, { outer, reduced, inner }] of plan.steps.entries()) {
    const last = i === plan.steps.length - 1;
    const slot = i % 2 === 0 ? ScratchSlot.reduce : ScratchSlot.other;
    const to = last ? context.pointer(y) : context.scratch(slot, outer * inner);
    pass(from, to, outer, reduced, inner, last);
    from = to;
  }
  return y;
}
