/**
 * @file The principal square root of a matrix: of a symmetric one by Jacobi's rotations (Golub & Van Loan, 8.5), however singular; of
 * another one, such as the product of two covariances, by the iteration of Denman & Beavers with scaling (Higham, Functions of Matrices,
 * 2008, 6.3). The Fréchet distance of this package needs no root; whoever checks it against one by roots does.
 */

/**
 * Computes the matrix R with R·R = M whose eigenvalues are not negative.
 *
 * @param matrix - Row by row, `size * size` finite numbers, without negative eigenvalues. Where it isn't symmetric it must be regular.
 * @param size - Rows.
 * @returns The root, row by row.
 * @throws RangeError where there is no such root, or it can't be found in double precision.
 * @example
 * ```ts
 * import { matrixSquareRoot } from '@filmai/gan/measures';
 *
 * console.log([...matrixSquareRoot([4, 0, 0, 9], 2)]); // [ 2, 0, 0, 3 ]
 * ```
 */
export function matrixSquareRoot(matrix: ArrayLike<number>, size: number): Float64Array {
  const m = Float64Array.from(matrix);
  if (!Number.isInteger(size) || size < 1 || m.length !== size * size)
    throw new RangeError(`matrixSquareRoot: a matrix of ${size} rows has ${size * size} numbers, got ${m.length}`);
  if (!m.every(Number.isFinite)) throw new RangeError('matrixSquareRoot: every number must be finite');
  const scale = m.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (scale === 0) return m;
  const symmetric = m.every((value, i) => Math.abs(value - m[(i % size) * size + Math.floor(i / size)]) <= 1e-12 * scale);
  const root = symmetric ? rootOfSymmetric(m, size, scale) : rootOfRegular(m, size);
  const square = multiply(root, root, size);
  const error = square.reduce((most, value, i) => Math.max(most, Math.abs(value - m[i])), 0);
  if (!(error <= 1e-6 * scale))
    throw new RangeError('matrixSquareRoot: no root was found: the matrix is singular or has an eigenvalue that is negative');
  return root;
}

function rootOfSymmetric(m: Float64Array, size: number, scale: number): Float64Array {
  const { values, vectors } = jacobi(m, size);
  const root = new Float64Array(size * size);
  for (const [k, value] of values.entries()) {
    if (value < -1e-9 * scale) throw new RangeError(`matrixSquareRoot: the matrix has the negative eigenvalue ${value}`);
    const weight = Math.sqrt(Math.max(0, value));
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) root[i * size + j] += weight * vectors[k * size + i] * vectors[k * size + j];
  }
  return root;
}

/** Eigenvalues and, row by row, eigenvectors: rotates the largest links away until none is left. */
function jacobi(symmetric: Float64Array, size: number): { values: Float64Array; vectors: Float64Array } {
  const a = symmetric.slice();
  const vectors = identity(size);
  for (let sweep = 0; sweep < 60; sweep++) {
    let [links, all] = [0, 0];
    for (const [i, value] of a.entries()) {
      all += value * value;
      if (i % (size + 1) !== 0) links += value * value;
    }
    if (links <= (Number.EPSILON * Number.EPSILON * all) / 16) break;
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotateAway(a, vectors, size, p, q);
  }
  return { values: Float64Array.from({ length: size }, (_, i) => a[i * (size + 1)]), vectors };
}

function rotateAway(a: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const link = a[p * size + q];
  if (link === 0) return;
  const half = (a[q * (size + 1)] - a[p * (size + 1)]) / (2 * link);
  const tangent = (half < 0 ? -1 : 1) / (Math.abs(half) + Math.sqrt(1 + half * half));
  const cosine = 1 / Math.sqrt(1 + tangent * tangent);
  const sine = tangent * cosine;
  const turn = (data: Float64Array, first: number, second: number): void => {
    const [x, y] = [data[first], data[second]];
    data[first] = cosine * x - sine * y;
    data[second] = sine * x + cosine * y;
  };
  for (let k = 0; k < size; k++) turn(a, k * size + p, k * size + q);
  for (let k = 0; k < size; k++) {
    turn(a, p * size + k, q * size + k);
    turn(vectors, p * size + k, q * size + k);
  }
}

function rootOfRegular(m: Float64Array, size: number): Float64Array {
  let root = m;
  let inverseRoot = identity(size);
  for (let step = 0; step < 60; step++) {
    const [a, b] = [inverse(root, size), inverse(inverseRoot, size)];
    // Brings both close to the unit scale, which saves steps; near the end it is 1.
    const scale = Math.exp(-(a.logDeterminant + b.logDeterminant) / (2 * size));
    const next = root.map((value, i) => (scale * value + b.data[i] / scale) / 2);
    inverseRoot = inverseRoot.map((value, i) => (scale * value + a.data[i] / scale) / 2);
    const change = next.reduce((most, value, i) => Math.max(most, Math.abs(value - root[i])), 0);
    const largest = next.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    root = next;
    if (change <= 4 * Number.EPSILON * largest) break;
  }
  return root;
}

/** Gauss and Jordan with row exchanges; also the logarithm of the determinant's magnitude. */
function inverse(matrix: Float64Array, size: number): { data: Float64Array; logDeterminant: number } {
  const a = matrix.slice();
  const data = identity(size);
  let logDeterminant = 0;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++)
      if (Math.abs(a[row * size + column]) > Math.abs(a[pivot * size + column])) pivot = row;
    const value = a[pivot * size + column];
    if (value === 0 || !Number.isFinite(value))
      throw new RangeError('matrixSquareRoot: no root was found: the matrix is singular and not symmetric');
    logDeterminant += Math.log(Math.abs(value));
    for (const side of [a, data]) {
      for (let k = 0; k < size; k++) {
        const kept = side[column * size + k];
        side[column * size + k] = side[pivot * size + k] / value;
        if (pivot !== column) side[pivot * size + k] = kept;
      }
    }
    for (let row = 0; row < size; row++) {
      const factor = a[row * size + column];
      if (row === column || factor === 0) continue;
      for (const side of [a, data]) for (let k = 0; k < size; k++) side[row * size + k] -= factor * side[column * size + k];
    }
  }
  return { data, logDeterminant };
}

function multiply(a: Float64Array, b: Float64Array, size: number): Float64Array {
  const product = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let k = 0; k < size; k++) for (let j = 0; j < size; j++) product[i * size + j] += a[i * size + k] * b[k * size + j];
  return product;
}

function identity(size: number): Float64Array {
  return Float64Array.from({ length: size * size }, (_, i) => Number(i % (size + 1) === 0));
}
