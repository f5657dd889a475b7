/** @file Products of one vector with a matrix, on plain arrays: a model that writes handles one token at a time, too little for tensors. */

/** `result += vector · matrix`, the matrix [vector.length, result.length] row after row. */
export function addProduct(result: Float32Array, vector: Float32Array, matrix: Float32Array): void {
  const columns = result.length;
  for (let i = 0; i < vector.length; i++) {
    const factor = vector[i];
    const row = i * columns;
    for (let j = 0; j < columns; j++) result[j] += factor * matrix[row + j];
  }
}

/** The product of a vector with each row of a matrix. */
export function rowProducts(vector: Float32Array, matrix: Float32Array): Float32Array {
  const size = vector.length;
  const products = new Float32Array(matrix.length / size);
  for (let row = 0; row < products.length; row++) {
    let sum = 0;
    for (let i = 0, at = row * size; i < size; i++, at++) sum += vector[i] * matrix[at];
    products[row] = sum;
  }
  return products;
}

/** The logistic function. */
export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
