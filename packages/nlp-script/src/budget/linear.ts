/** @file Ridge regression (Hoerl and Kennard, 1970) by the normal equations and a Cholesky factor: small, exact, the same everywhere. */

/**
 * Fits weights that predict targets from rows; the first column is the constant and is not shrunk.
 *
 * @param rows - All of one length.
 * @param targets - One for each row.
 * @param shrink - Penalty on the squared weights, above 0.
 */
export function fitRidge(rows: readonly (readonly number[])[], targets: readonly number[], shrink: number): number[] {
  // A column that is 0 in every row has the weight 0, and need not be solved for.
  const columns = rows[0].flatMap((_, column) => (column === 0 || rows.some((row) => row[column] !== 0) ? [column] : []));
  const size = columns.length;
  const matrix = Array.from({ length: size }, () => new Float64Array(size));
  const right = new Float64Array(size);
  for (const [r, row] of rows.entries()) {
    for (let i = 0; i < size; i++) {
      const value = row[columns[i]];
      if (value === 0) continue;
      right[i] += value * targets[r];
      for (let j = 0; j <= i; j++) matrix[i][j] += value * row[columns[j]];
    }
  }
  for (let i = 0; i < size; i++) matrix[i][i] += i === 0 ? 1e-9 : shrink;
  const weights = rows[0].map(() => 0);
  for (const [i, weight] of solveCholesky(matrix, right).entries()) weights[columns[i]] = weight;
  return weights;
}

/** The sum of products. */
export function dot(weights: readonly number[], row: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < row.length; i++) sum += weights[i] * row[i];
  return sum;
}

/** Solves a symmetric positive definite system from its lower triangle, in place. */
function solveCholesky(matrix: Float64Array[], right: Float64Array): number[] {
  const size = right.length;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i][j];
      for (let k = 0; k < j; k++) sum -= matrix[i][k] * matrix[j][k];
      matrix[i][j] = i === j ? Math.sqrt(sum) : sum / matrix[j][j];
    }
  }
  const solution = Array.from(right);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) solution[i] -= matrix[i][k] * solution[k];
    solution[i] /= matrix[i][i];
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) solution[i] -= matrix[k][i] * solution[k];
    solution[i] /= matrix[i][i];
  }
  return solution;
}
