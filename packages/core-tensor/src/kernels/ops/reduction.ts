/** @file Which axes of a tensor a reduction goes over, as the fewest steps over [outer, reduced, inner]. */

/** One pass over the data. */
export interface ReductionStep {
  outer: number;
  reduced: number;
  inner: number;
}

/** How a reduction is carried out. */
export interface ReductionPlan {
  /** Shape of the result. */
  shape: number[];
  /** The passes, each over the result of the one before. At least one. */
  steps: ReductionStep[];
  /** Elements that meet in one. */
  count: number;
}

/**
 * Plans a reduction.
 *
 * @param shape - Shape of the tensor.
 * @param axis - Axes as kernels get them: one, several, negative from behind; all where left out or empty.
 * @param keepDims - Whether reduced axes stay, with size 1.
 * @returns The plan, or undefined for a tensor that holds nothing.
 */
export function planReduction(
  shape: readonly number[],
  axis: number | readonly number[] | null | undefined,
  keepDims: boolean,
): ReductionPlan | undefined {
  if (shape.includes(0)) return undefined;
  const listed = axis === undefined || axis === null ? [] : typeof axis === 'number' ? [axis] : axis;
  const reduced = new Set(
    (listed.length > 0 ? listed : shape.map((_, i) => i)).map((one) => (one < 0 ? one + shape.length : one)),
  );
  const runs: { size: number; reduced: boolean }[] = [];
  for (const [i, size] of shape.entries()) {
    if (size === 1) continue;
    const last = runs.at(-1);
    if (last?.reduced === reduced.has(i)) last.size *= size;
    else runs.push({ size, reduced: reduced.has(i) });
  }
  const steps: ReductionStep[] = [];
  let inner = 1;
  for (let i = runs.length - 1; i >= 0; i--) {
    if (!runs[i].reduced) {
      inner *= runs[i].size;
      continue;
    }
    const outer = runs.slice(0, i).reduce((product, run) => product * run.size, 1);
    steps.push({ outer, reduced: runs[i].size, inner });
  }
  if (steps.length === 0) steps.push({ outer: inner, reduced: 1, inner: 1 });
  return {
    shape: shape.flatMap((size, i) => (reduced.has(i) ? (keepDims ? [1] : []) : [size])),
    steps,
    count: steps.reduce((product, step) => product * step.reduced, 1),
  };
}
