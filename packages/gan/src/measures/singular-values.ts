/**
 * @file Singular values without singular vectors: Householder bidiagonalisation (Golub & Kahan 1965), then the eigenvalues of the
 * symmetric tridiagonal matrix with a zero diagonal that has them in pairs ±σ (Golub & Van Loan, Matrix Computations, 4th ed., 8.6.1).
 * Nothing is squared on the way, so that even the smallest are right to machine precision times the largest.
 */

/**
 * Singular values of a matrix, unordered, `min(rows, columns)` of them.
 *
 * @param matrix - Row by row; is overwritten.
 */
export function singularValues(matrix: Float64Array, rows: number, columns: number): Float64Array {
  if (rows < columns) return singularValues(transpose(matrix, rows, columns), columns, rows);
  const links = bidiagonalise(matrix, rows, columns);
  const paired = tridiagonalEigenvalues(new Float64Array(2 * columns), links);
  return paired
    .map(Math.abs)
    .toSorted()
    .filter((_, i) => i % 2 === 0);
}

/**
 * Eigenvalues of a symmetric tridiagonal matrix by implicit QR steps with Wilkinson's shift (Golub & Van Loan, 8.3.3).
 *
 * @param diagonal - n values; overwritten with the eigenvalues, unordered.
 * @param links - n − 1 values beside the diagonal; overwritten.
 */
export function tridiagonalEigenvalues(diagonal: Float64Array, links: Float64Array): Float64Array {
  let scale = 0;
  for (const values of [diagonal, links]) for (const value of values) scale = Math.max(scale, Math.abs(value));
  const negligible = Number.EPSILON * scale;
  let last = diagonal.length - 1;
  while (last > 0) {
    if (Math.abs(links[last - 1]) <= negligible) {
      last--;
      continue;
    }
    let first = last - 1;
    while (first > 0 && Math.abs(links[first - 1]) > negligible) first--;
    chaseBulge(diagonal, links, first, last);
  }
  return diagonal;
}

/** One QR step on the unreduced part `first…last`. */
function chaseBulge(diagonal: Float64Array, links: Float64Array, first: number, last: number): void {
  const half = (diagonal[last - 1] - diagonal[last]) / 2;
  const link = links[last - 1];
  const length = Math.sqrt(half * half + link * link);
  const shift = diagonal[last] - (link * link) / (half < 0 ? half - length : half + length);
  let pivot = diagonal[first] - shift;
  let bulge = links[first];
  for (let k = first; k < last; k++) {
    const radius = Math.sqrt(pivot * pivot + bulge * bulge);
    const [cosine, sine] = radius === 0 ? [1, 0] : [pivot / radius, bulge / radius];
    if (k > first) links[k - 1] = radius;
    const [above, below, between] = [diagonal[k], diagonal[k + 1], links[k]];
    diagonal[k] = cosine * cosine * above + 2 * cosine * sine * between + sine * sine * below;
    diagonal[k + 1] = sine * sine * above - 2 * cosine * sine * between + cosine * cosine * below;
    pivot = links[k] = cosine * sine * (below - above) + (cosine * cosine - sine * sine) * between;
    if (k < last - 1) {
      bulge = sine * links[k + 1];
      links[k + 1] *= cosine;
    }
  }
}

/** Reduces to bidiagonal form; gives d₁ e₁ d₂ e₂ … dₙ, the links of the tridiagonal matrix with zero diagonal. */
function bidiagonalise(a: Float64Array, rows: number, columns: number): Float64Array {
  const links = new Float64Array(2 * columns - 1);
  const sums = new Float64Array(columns);
  const column = new Float64Array(rows);
  for (let k = 0; k < columns; k++) {
    for (let i = k; i < rows; i++) column[i] = a[i * columns + k];
    const left = reflector(column, k, rows);
    links[2 * k] = left.norm;
    if (left.scale !== 0) {
      sums.fill(0, k + 1);
      for (let i = k; i < rows; i++) addRow(sums, a, i * columns, column[i], k + 1, columns);
      for (let i = k; i < rows; i++) addTo(a, i * columns, sums, -left.scale * column[i], k + 1, columns);
    }
    if (k + 1 >= columns) break;
    const row = a.subarray(k * columns, (k + 1) * columns);
    const right = reflector(row, k + 1, columns);
    links[2 * k + 1] = right.norm;
    if (right.scale === 0) continue;
    for (let i = k + 1; i < rows; i++) {
      let dot = 0;
      for (let j = k + 1, at = i * columns + k + 1; j < columns; j++, at++) dot += a[at] * row[j];
      addTo(a, i * columns, row, -right.scale * dot, k + 1, columns);
    }
  }
  return links;
}

/** Turns `x[from…to)` into the vector v of the reflection I − scale·v·vᵀ that maps it to (±norm, 0, …, 0). */
function reflector(x: Float64Array, from: number, to: number): { norm: number; scale: number } {
  let largest = 0;
  for (let i = from; i < to; i++) largest = Math.max(largest, Math.abs(x[i]));
  if (largest === 0) return { norm: 0, scale: 0 };
  let sum = 0;
  for (let i = from; i < to; i++) {
    x[i] /= largest;
    sum += x[i] * x[i];
  }
  const norm = Math.sqrt(sum);
  // v = x ± norm·e₁ with the sign that doesn't cancel, so vᵀv = 2·norm·(norm + |x₁|).
  const scale = 1 / (norm * (norm + Math.abs(x[from])));
  x[from] += x[from] < 0 ? -norm : norm;
  return { norm: norm * largest, scale };
}

function addRow(sums: Float64Array, a: Float64Array, at: number, factor: number, from: number, to: number): void {
  for (let j = from; j < to; j++) sums[j] += factor * a[at + j];
}

function addTo(a: Float64Array, at: number, row: Float64Array, factor: number, from: number, to: number): void {
  for (let j = from; j < to; j++) a[at + j] += factor * row[j];
}

function transpose(matrix: Float64Array, rows: number, columns: number): Float64Array {
  const turned = new Float64Array(matrix.length);
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) turned[j * rows + i] = matrix[i * columns + j];
  return turned;
}
