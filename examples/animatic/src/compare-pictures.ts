/** @file How far one picture is from another, in four measures that a film maker may know. */

/** Differences of two pictures. */
export interface PictureDifference {
  /** Mean absolute difference, 0…1. */
  l1: number;
  /** Peak signal-to-noise ratio, decibels. */
  psnr: number;
  /** Structural similarity of the luma, at most 1. */
  ssim: number;
  /** How far edges lie in the same places: the correlation of both pictures' gradients, −1…1. */
  edges: number;
}

/** Radius of the window of structural similarity, and its Gaussian's deviation, in pixels (Wang et al. 2004). */
const WINDOW = 5;
const DEVIATION = 1.5;

/**
 * Compares two pictures.
 *
 * @param a - Red, green and blue of each pixel, 0…255.
 * @param b - As `a`.
 * @param width - Pixels in a row.
 * @param height - Rows.
 */
export function comparePictures(a: Float32Array, b: Float32Array, width: number, height: number): PictureDifference {
  let [absolute, squared] = [0, 0];
  for (let i = 0; i < a.length; i++) {
    absolute += Math.abs(a[i] - b[i]);
    squared += (a[i] - b[i]) ** 2;
  }
  const [lumaA, lumaB] = [lumaOf(a), lumaOf(b)];
  return {
    l1: absolute / a.length / 255,
    psnr: 10 * Math.log10(255 ** 2 / Math.max(squared / a.length, 1e-9)),
    ssim: structuralSimilarity(lumaA, lumaB, width, height),
    edges: correlation(gradients(lumaA, width, height), gradients(lumaB, width, height)),
  };
}

/** BT.709. */
function lumaOf(picture: Float32Array): Float32Array {
  return Float32Array.from({ length: picture.length / 3 }, (_, i) => {
    return 0.2126 * picture[3 * i] + 0.7152 * picture[3 * i + 1] + 0.0722 * picture[3 * i + 2];
  });
}

/** Wang, Bovik, Sheikh and Simoncelli (2004), "Image quality assessment: from error visibility to structural similarity". */
function structuralSimilarity(a: Float32Array, b: Float32Array, width: number, height: number): number {
  const smooth = (of: (i: number) => number): Float32Array =>
    blurred(
      Float32Array.from(a, (_, i) => of(i)),
      width,
      height,
    );
  const [meanA, meanB] = [smooth((i) => a[i]), smooth((i) => b[i])];
  const [squareA, squareB, product] = [smooth((i) => a[i] ** 2), smooth((i) => b[i] ** 2), smooth((i) => a[i] * b[i])];
  const [c1, c2] = [(0.01 * 255) ** 2, (0.03 * 255) ** 2];
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    const both = meanA[i] * meanB[i];
    const squares = meanA[i] ** 2 + meanB[i] ** 2;
    const [varianceA, varianceB] = [squareA[i] - meanA[i] ** 2, squareB[i] - meanB[i] ** 2];
    sum += ((2 * both + c1) * (2 * (product[i] - both) + c2)) / ((squares + c1) * (varianceA + varianceB + c2));
  }
  return sum / a.length;
}

/** By a Gaussian window, which is cut off at the borders. */
function blurred(values: Float32Array, width: number, height: number): Float32Array {
  const weights = Array.from({ length: 2 * WINDOW + 1 }, (_, i) => Math.exp(-((i - WINDOW) ** 2) / (2 * DEVIATION ** 2)));
  const along = (
    from: Float32Array,
    length: number,
    step: number,
    start: (line: number) => number,
    lines: number,
  ): Float32Array => {
    const to = new Float32Array(from.length);
    for (let line = 0; line < lines; line++) {
      for (let i = 0; i < length; i++) {
        let [sum, total] = [0, 0];
        for (let k = Math.max(-WINDOW, -i); k <= Math.min(WINDOW, length - 1 - i); k++) {
          sum += weights[k + WINDOW] * from[start(line) + (i + k) * step];
          total += weights[k + WINDOW];
        }
        to[start(line) + i * step] = sum / total;
      }
    }
    return to;
  };
  const rows = along(values, width, 1, (row) => row * width, height);
  return along(rows, height, width, (column) => column, width);
}

/** Lengths of Sobel's gradients, borders left out. */
function gradients(luma: Float32Array, width: number, height: number): Float32Array {
  const lengths = new Float32Array((width - 2) * (height - 2));
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = (i: number, j: number): number => luma[(y + j) * width + x + i];
      const across = at(1, -1) + 2 * at(1, 0) + at(1, 1) - at(-1, -1) - 2 * at(-1, 0) - at(-1, 1);
      const down = at(-1, 1) + 2 * at(0, 1) + at(1, 1) - at(-1, -1) - 2 * at(0, -1) - at(1, -1);
      lengths[(y - 1) * (width - 2) + x - 1] = Math.hypot(across, down);
    }
  }
  return lengths;
}

function correlation(a: Float32Array, b: Float32Array): number {
  const mean = (values: Float32Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [product, squareA, squareB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    product += (a[i] - meanA) * (b[i] - meanB);
    squareA += (a[i] - meanA) ** 2;
    squareB += (b[i] - meanB) ** 2;
  }
  return product / Math.sqrt(squareA * squareB || 1);
}
