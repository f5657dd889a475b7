/**
 * @file Inner products of all rows of one matrix with all rows of another: the heavy part of kernel distances and of covariances' roots.
 * Eight products grow at a time, so that each number that is read serves several, and rows are visited in blocks that stay in the cache.
 */

/** Rows of numbers. */
export interface RowMatrix {
  rows: number;
  columns: number;
  data: Float64Array;
}

/** Rows of the second matrix in a block: 32 rows of 512 features are 128 KiB. */
const BLOCK = 32;

/**
 * Calls `visit` once for each pair of rows with their inner product, in no promised order.
 *
 * @param below - Leaves out pairs with j ≥ i: for the pairs within one set.
 */
export function forEachProduct(
  a: RowMatrix,
  b: RowMatrix,
  visit: (i: number, j: number, product: number) => void,
  below = false,
): void {
  const products = new Float64Array(8);
  for (let block = 0; block < b.rows; block += BLOCK) {
    const end = Math.min(b.rows, block + BLOCK);
    for (let i = below ? block - (block % 4) : 0; i < a.rows; i += 4) {
      const until = below ? Math.min(end, i + 4) : end;
      for (let j = block; j < until; j += 2) {
        multiplyTile(a, b, i, j, products);
        for (let t = 0; t < 8; t++) {
          const row = i + (t >> 1);
          const column = j + (t & 1);
          if (row < a.rows && column < end && !(below && column >= row)) visit(row, column, products[t]);
        }
      }
    }
  }
}

/** Products of rows i…i + 3 with rows j and j + 1; rows beyond the last are the last. */
function multiplyTile(a: RowMatrix, b: RowMatrix, i: number, j: number, products: Float64Array): void {
  const { columns } = a;
  const x = a.data;
  const y = b.data;
  const last = a.rows - 1;
  const p0 = i * columns;
  const p1 = Math.min(i + 1, last) * columns;
  const p2 = Math.min(i + 2, last) * columns;
  const p3 = Math.min(i + 3, last) * columns;
  const q0 = j * columns;
  const q1 = Math.min(j + 1, b.rows - 1) * columns;
  let s00 = 0;
  let s01 = 0;
  let s10 = 0;
  let s11 = 0;
  let s20 = 0;
  let s21 = 0;
  let s30 = 0;
  let s31 = 0;
  for (let k = 0; k < columns; k++) {
    const u = y[q0 + k];
    const v = y[q1 + k];
    const x0 = x[p0 + k];
    const x1 = x[p1 + k];
    const x2 = x[p2 + k];
    const x3 = x[p3 + k];
    s00 += x0 * u;
    s01 += x0 * v;
    s10 += x1 * u;
    s11 += x1 * v;
    s20 += x2 * u;
    s21 += x2 * v;
    s30 += x3 * u;
    s31 += x3 * v;
  }
  products[0] = s00;
  products[1] = s01;
  products[2] = s10;
  products[3] = s11;
  products[4] = s20;
  products[5] = s21;
  products[6] = s30;
  products[7] = s31;
}
