/** @file A box blur with running sums: the cost does not grow with the radius. */

/**
 * Averages over a square of side `2 × radius + 1`; outside the picture its border goes on.
 *
 * @param values - Rows from the top; not changed.
 * @param W - Values in a row.
 * @param H - Rows.
 * @param radius - Whole number of at least 0.
 * @returns The averages.
 */
export function boxBlur(values: Float32Array, W: number, H: number, radius: number): Float32Array {
  const across = new Float32Array(values.length);
  const share = 1 / (2 * radius + 1);
  for (let y = 0; y < H; y++) {
    const row = y * W;
    const first = values[row];
    const last = values[row + W - 1];
    let sum = first * (radius + 1);
    for (let x = 1; x <= radius; x++) sum += x < W ? values[row + x] : last;
    for (let x = 0; x < W; x++) {
      across[row + x] = sum * share;
      sum += (x + radius + 1 < W ? values[row + x + radius + 1] : last) - (x - radius >= 0 ? values[row + x - radius] : first);
    }
  }
  // Down the columns all sums run at once, so that memory is read in rows.
  const result = new Float32Array(values.length);
  const sums = new Float32Array(W);
  const bottom = (H - 1) * W;
  for (let x = 0; x < W; x++) sums[x] = across[x] * (radius + 1);
  for (let y = 1; y <= radius; y++) {
    const row = Math.min(y, H - 1) * W;
    for (let x = 0; x < W; x++) sums[x] += across[row + x];
  }
  for (let y = 0; y < H; y++) {
    const row = y * W;
    const enter = y + radius + 1 < H ? (y + radius + 1) * W : bottom;
    const leave = y - radius >= 0 ? (y - radius) * W : 0;
    for (let x = 0; x < W; x++) {
      result[row + x] = sums[x] * share;
      sums[x] += across[enter + x] - across[leave + x];
    }
  }
  return result;
}
