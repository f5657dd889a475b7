/**
 * @file A factor F with F·Fᵀ = C of a covariance, however singular: Cholesky's factorisation with complete pivoting, which stops at the
 * rank (Higham, "Analysis of the Cholesky decomposition of a semi-definite matrix", 1990).
 */

/** The factor, transposed: `rank` rows of `size` numbers. */
export interface CovarianceFactor {
  rank: number;
  size: number;
  /** Fᵀ row by row. */
  data: Float64Array;
}

/**
 * Factorises a symmetric positive semidefinite matrix.
 *
 * @param covariance - `size * size` numbers.
 * @param who - Starts the messages of errors.
 * @throws RangeError where the matrix isn't symmetric or has a negative eigenvalue.
 */
export function factorCovariance(covariance: Float64Array, size: number, who: string): CovarianceFactor {
  checkSymmetric(covariance, size, who);
  const rest = Float64Array.from({ length: size }, (_, i) => covariance[i * size + i]);
  const largest = rest.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  // What rounding leaves of a zero.
  const negligible = size * Number.EPSILON * largest;
  const rows: Float64Array[] = [];
  while (rows.length < size) {
    let pivot = 0;
    for (let i = 1; i < size; i++) if (rest[i] > rest[pivot]) pivot = i;
    if (rest[pivot] <= negligible) break;
    const row = covariance.slice(pivot * size, (pivot + 1) * size);
    for (const before of rows) {
      const factor = before[pivot];
      if (factor !== 0) for (let i = 0; i < size; i++) row[i] -= factor * before[i];
    }
    const root = Math.sqrt(rest[pivot]);
    for (let i = 0; i < size; i++) {
      row[i] = i === pivot ? root : row[i] / root;
      rest[i] -= row[i] * row[i];
    }
    rest[pivot] = 0;
    rows.push(row);
  }
  const data = new Float64Array(rows.length * size);
  for (const [i, row] of rows.entries()) data.set(row, i * size);
  checkRest(covariance, size, rows, largest, who);
  return { rank: rows.length, size, data };
}

function checkSymmetric(matrix: Float64Array, size: number, who: string): void {
  let largest = 0;
  for (const value of matrix) largest = Math.max(largest, Math.abs(value));
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) {
      const [a, b] = [matrix[i * size + j], matrix[j * size + i]];
      if (Math.abs(a - b) > 1e-9 * largest)
        throw new RangeError(`${who}: a covariance is symmetric, but [${i}][${j}] is ${a} and [${j}][${i}] is ${b}`);
    }
  }
}

/** What remains when the pivots are used up is zero in a positive semidefinite matrix and only there. */
function checkRest(matrix: Float64Array, size: number, rows: readonly Float64Array[], largest: number, who: string): void {
  if (rows.length === size) return;
  const left = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    left.set(matrix.subarray(i * size, (i + 1) * size));
    for (const row of rows) {
      const factor = row[i];
      if (factor !== 0) for (let j = 0; j < size; j++) left[j] -= factor * row[j];
    }
    const worst = left.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    if (worst > 1e-7 * largest || (largest === 0 && worst > 0))
      throw new RangeError(`${who}: the matrix has a negative eigenvalue, so it is no covariance (see row ${i})`);
  }
}
