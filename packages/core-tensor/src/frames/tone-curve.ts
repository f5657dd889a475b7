/** @file Tone curves through points: monotone cubic interpolation (Fritsch & Carlson 1980), which never overshoots between two points. */

/** Points [input, output] in 0…1, at least two, inputs increasing. Before the first and after the last the curve is level. */
export type CurvePoints = readonly (readonly [number, number])[];

/**
 * The curve through points as a function.
 *
 * @param points - See {@link CurvePoints}.
 * @returns The output for an input; level outside of the points, monotone between two of them.
 * @throws RangeError where there are fewer than two points, inputs don't increase, or a number is not finite.
 * @example
 * ```ts
 * import { toneCurve } from '@filmai/core-tensor/frames';
 *
 * const contrast = toneCurve([[0, 0], [0.25, 0.15], [0.75, 0.85], [1, 1]]);
 * console.log(contrast(0.25)); // 0.15
 * ```
 */
export function toneCurve(points: CurvePoints): (input: number) => number {
  if (points.length < 2) throw new RangeError(`toneCurve: needs at least 2 points, got ${points.length}`);
  for (const [i, [input, output]] of points.entries()) {
    if (!Number.isFinite(input) || !Number.isFinite(output))
      throw new RangeError(`toneCurve: point ${i} must have finite numbers, got [${input}, ${output}]`);
    if (i > 0 && !(input > points[i - 1][0]))
      throw new RangeError(`toneCurve: inputs must increase, but point ${i} has ${input} after ${points[i - 1][0]}`);
  }
  const slopes = monotoneSlopes(points);
  const last = points.length - 1;
  return (input) => {
    if (input <= points[0][0]) return points[0][1];
    if (input >= points[last][0]) return points[last][1];
    let k = 0;
    while (input > points[k + 1][0]) k++;
    const [[x0, y0], [x1, y1]] = [points[k], points[k + 1]];
    const width = x1 - x0;
    const t = (input - x0) / width;
    const [t2, t3] = [t * t, t * t * t];
    // Cubic Hermite basis.
    return (
      (2 * t3 - 3 * t2 + 1) * y0 +
      (t3 - 2 * t2 + t) * width * slopes[k] +
      (3 * t2 - 2 * t3) * y1 +
      (t3 - t2) * width * slopes[k + 1]
    );
  };
}

/** Slopes at the points: means of the secants beside them, cut where the curve would turn back. */
function monotoneSlopes(points: CurvePoints): number[] {
  const secants = points.slice(1).map(([x, y], i) => (y - points[i][1]) / (x - points[i][0]));
  const slopes = points.map((_, i) => {
    const [before, after] = [secants[i - 1] ?? secants[0], secants[i] ?? secants[secants.length - 1]];
    return before * after <= 0 ? 0 : (before + after) / 2;
  });
  for (const [i, secant] of secants.entries()) {
    if (secant === 0) {
      slopes[i] = slopes[i + 1] = 0;
      continue;
    }
    const [a, b] = [slopes[i] / secant, slopes[i + 1] / secant];
    const length = Math.hypot(a, b);
    if (length > 3) {
      slopes[i] = (3 / length) * a * secant;
      slopes[i + 1] = (3 / length) * b * secant;
    }
  }
  return slopes;
}
