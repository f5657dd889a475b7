/** @file How two tensors of different shapes meet element by element, with as few and as long runs as their shapes allow. */

/** A run of axes that both tensors go through in the same way. */
interface AxisRun {
  size: number;
  /** Whether each tensor has these axes; else it stays where it is. */
  inA: boolean;
  inB: boolean;
}

/** Steps are in elements. */
export interface BroadcastPlan {
  shape: number[];
  rows: number;
  columns: number;
  /** From one row to the next. */
  stepA: number;
  stepB: number;
  /** Whether one element serves a whole row. */
  staysA: boolean;
  staysB: boolean;
  /** Where in `a`, `b` and the result the blocks of `rows` × `columns` begin: triples, one after the other. */
  blocks: Int32Array;
}

/** More blocks than this are left to other kernels. */
const MOST_BLOCKS = 4096;

/** All in one. */
const ONE_BLOCK = Int32Array.of(0, 0, 0);

/**
 * Finds the runs.
 *
 * @param a - Shape of the first tensor.
 * @param b - Shape of the second.
 * @returns The plan, or undefined where the shapes don't fit, hold nothing or would need too many blocks.
 */
export function planBroadcast(a: readonly number[], b: readonly number[]): BroadcastPlan | undefined {
  if (a.length === b.length && a.every((size, axis) => size === b[axis])) return planEqual(a);
  const rank = Math.max(a.length, b.length);
  const shape: number[] = [];
  const runs: AxisRun[] = [];
  for (let axis = 0; axis < rank; axis++) {
    const sizeA = a[axis - rank + a.length] ?? 1;
    const sizeB = b[axis - rank + b.length] ?? 1;
    if (sizeA !== sizeB && sizeA !== 1 && sizeB !== 1) return undefined;
    const size = sizeA === 1 ? sizeB : sizeA;
    if (size === 0) return undefined;
    shape.push(size);
    if (size === 1) continue;
    const last = runs.at(-1);
    const inA = sizeA !== 1;
    const inB = sizeB !== 1;
    if (last && last.inA === inA && last.inB === inB) last.size *= size;
    else runs.push({ size, inA, inB });
  }
  const inner = runs.pop() ?? { size: 1, inA: true, inB: true };
  const rows = runs.pop() ?? { size: 1, inA: true, inB: true };
  const lengthA = inner.inA ? inner.size : 1;
  const lengthB = inner.inB ? inner.size : 1;
  const blocks = blocksOf(
    runs,
    lengthA * (rows.inA ? rows.size : 1),
    lengthB * (rows.inB ? rows.size : 1),
    inner.size * rows.size,
  );
  if (!blocks) return undefined;
  return {
    shape,
    rows: rows.size,
    columns: inner.size,
    stepA: rows.inA ? lengthA : 0,
    stepB: rows.inB ? lengthB : 0,
    staysA: !inner.inA,
    staysB: !inner.inB,
    blocks,
  };
}

/** Most pairs are of one shape: one run, without a look at axes. */
function planEqual(shape: readonly number[]): BroadcastPlan | undefined {
  const columns = shape.reduce((product, size) => product * size, 1);
  if (columns === 0) return undefined;
  return { shape: [...shape], rows: 1, columns, stepA: 0, stepB: 0, staysA: false, staysB: false, blocks: ONE_BLOCK };
}

function blocksOf(runs: readonly AxisRun[], sizeA: number, sizeB: number, size: number): Int32Array | undefined {
  if (runs.length === 0) return ONE_BLOCK;
  let starts = [[0, 0, 0]];
  let [stepA, stepB, step] = [sizeA, sizeB, size];
  for (const run of [...runs].reverse()) {
    if (starts.length * run.size > MOST_BLOCKS) return undefined;
    const [aheadA, aheadB, ahead] = [run.inA ? stepA : 0, run.inB ? stepB : 0, step];
    starts = Array.from({ length: run.size }, (_, i) =>
      starts.map(([atA, atB, at]) => [atA + i * aheadA, atB + i * aheadB, at + i * ahead]),
    ).flat();
    if (run.inA) stepA *= run.size;
    if (run.inB) stepB *= run.size;
    step *= run.size;
  }
  return Int32Array.from(starts.flat());
}
