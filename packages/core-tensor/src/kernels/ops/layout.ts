/** @file Transposition, where it comes down to swapping two neighbours among [outer, a, b, inner]. */
import { layoutBinary } from '../binaries/layout.js';
import type { KernelContext } from '../kernel-context.js';
import { sizeOf } from './elementwise.js';

interface LayoutExports {
  swapAxes(x: number, y: number, outer: number, a: number, b: number, inner: number): void;
}

/** Puts the kernel in place. */
export function defineLayoutKernels(context: KernelContext): void {
  const module = context.instantiate<LayoutExports>(layoutBinary);
  context.define('Transpose', ({ inputs: { x }, attrs }) => {
    if ((x.dtype !== 'float32' && x.dtype !== 'int32') || context.backend.dataIdMap.get(x.dataId).dtype !== x.dtype)
      return undefined;
    const perm = attrs.perm as number[];
    const swap = planSwap(x.shape, perm);
    if (!swap || sizeOf(x.shape) === 0) return undefined;
    const y = context.output(
      perm.map((axis) => x.shape[axis]),
      x.dtype,
    );
    module.swapAxes(context.pointer(x), context.pointer(y), ...swap);
    return y;
  });
}

/**
 * Sees a transposition as the swap of two neighbouring groups of axes.
 *
 * @returns Sizes of outer, a, b and inner, or undefined where more moves than that.
 */
export function planSwap(shape: readonly number[], perm: readonly number[]): [number, number, number, number] | undefined {
  // Axes of size 1 can lie anywhere.
  const order = perm.filter((axis) => shape[axis] !== 1);
  const axes = shape.flatMap((size, axis) => (size === 1 ? [] : [axis]));
  let first = 0;
  while (first < axes.length && order[first] === axes[first]) first++;
  let last = axes.length;
  while (last > first && order[last - 1] === axes[last - 1]) last--;
  const moved = order.slice(first, last);
  const original = axes.slice(first, last);
  const split = original.indexOf(moved[0] ?? -1);
  const product = (list: readonly number[]): number => list.reduce((size, axis) => size * shape[axis], 1);
  if (moved.length === 0) return [1, 1, 1, product(axes)];
  const rotated = [...original.slice(split), ...original.slice(0, split)];
  if (String(rotated) !== String(moved)) return undefined;
  return [
    product(axes.slice(0, first)),
    product(original.slice(0, split)),
    product(original.slice(split)),
    product(axes.slice(last)),
  ];
}
