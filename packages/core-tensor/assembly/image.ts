/**
 * @file Pictures as the rows of matrices, so that a convolution is a product (Chellapilla et al., "High Performance Convolutional
 * Neural Networks for Document Processing", 2006). All pictures are [count, height, width, channels] of floats, one after another.
 *
 * Rows of output pixels are counted through all pictures: row `r` is row `r % outHeight` of picture `r / outHeight`. So any range of
 * rows can be worked on alone.
 */
import { transpose } from './shared/transpose';

/** Writes the input under each filter position, [rows · outWidth, filterHeight · filterWidth · channels]. */
export function imageToColumns(
  image: usize,
  columns: usize,
  firstRow: i32,
  lastRow: i32,
  height: i32,
  width: i32,
  channels: i32,
  outHeight: i32,
  outWidth: i32,
  filterHeight: i32,
  filterWidth: i32,
  strideY: i32,
  strideX: i32,
  dilationY: i32,
  dilationX: i32,
  padTop: i32,
  padLeft: i32,
): void {
  const pixel = (<usize>channels) << 2;
  const line = <usize>width * pixel;
  const run = <usize>filterWidth * pixel;
  let to = columns;
  for (let row = firstRow; row < lastRow; row++) {
    const picture = image + <usize>(row / outHeight) * <usize>height * line;
    const top = (row % outHeight) * strideY - padTop;
    for (let column = 0; column < outWidth; column++) {
      const left = column * strideX - padLeft;
      // Filter columns [low, high) meet the picture; the others meet its padding.
      const low = min(filterWidth, left < 0 ? (dilationX - 1 - left) / dilationX : 0);
      const high = max(low, min(filterWidth, left < width ? (width - 1 - left) / dilationX + 1 : 0));
      const before = <usize>low * pixel;
      const inside = <usize>(high - low) * pixel;
      for (let filterRow = 0; filterRow < filterHeight; filterRow++, to += run) {
        const y = top + filterRow * dilationY;
        if (y < 0 || y >= height || inside == 0) {
          clear(to, run);
          continue;
        }
        const from = picture + <usize>y * line + <usize>(((left + low * dilationX) * channels) << 2);
        clear(to, before);
        if (dilationX == 1) copy(to + before, from, inside);
        else
          for (let i = <usize>0; i < <usize>(high - low); i++)
            copy(to + before + i * pixel, from + i * <usize>dilationX * pixel, pixel);
        clear(to + before + inside, run - before - inside);
      }
    }
  }
}

/** The transpose of `imageToColumns`: adds each column to the pixels that it came from. */
export function addColumnsToImage(
  image: usize,
  columns: usize,
  firstRow: i32,
  lastRow: i32,
  height: i32,
  width: i32,
  channels: i32,
  outHeight: i32,
  outWidth: i32,
  filterHeight: i32,
  filterWidth: i32,
  strideY: i32,
  strideX: i32,
  dilationY: i32,
  dilationX: i32,
  padTop: i32,
  padLeft: i32,
): void {
  const pixel = (<usize>channels) << 2;
  const line = <usize>width * pixel;
  const run = <usize>filterWidth * pixel;
  let from = columns;
  for (let row = firstRow; row < lastRow; row++) {
    const picture = image + <usize>(row / outHeight) * <usize>height * line;
    const top = (row % outHeight) * strideY - padTop;
    for (let column = 0; column < outWidth; column++) {
      const left = column * strideX - padLeft;
      const low = min(filterWidth, left < 0 ? (dilationX - 1 - left) / dilationX : 0);
      const high = max(low, min(filterWidth, left < width ? (width - 1 - left) / dilationX + 1 : 0));
      for (let filterRow = 0; filterRow < filterHeight; filterRow++, from += run) {
        const y = top + filterRow * dilationY;
        if (y < 0 || y >= height || high == low) continue;
        const to = picture + <usize>y * line + <usize>(((left + low * dilationX) * channels) << 2);
        const source = from + <usize>low * pixel;
        if (dilationX == 1) add(to, source, <usize>(high - low) * pixel);
        else
          for (let i = <usize>0; i < <usize>(high - low); i++) add(to + i * <usize>dilationX * pixel, source + i * pixel, pixel);
      }
    }
  }
}

/**
 * The filter of one stride phase of the transposed convolution: of `filter` [filterHeight, filterWidth, inner, outer] the taps
 * (phaseY + i · strideY, phaseX + j · strideX), flipped in both directions, each transposed: [rows, columns, outer, inner].
 */
export function phaseFilter(
  filter: usize,
  result: usize,
  filterWidth: i32,
  inner: i32,
  outer: i32,
  phaseY: i32,
  phaseX: i32,
  strideY: i32,
  strideX: i32,
  rows: i32,
  columns: i32,
): void {
  const tap = (<usize>(inner * outer)) << 2;
  const innerLine = (<usize>inner) << 2;
  const outerLine = (<usize>outer) << 2;
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--, result += tap) {
      const from = filter + <usize>((phaseY + i * strideY) * filterWidth + phaseX + j * strideX) * tap;
      transpose(from, outerLine, result, innerLine, inner, outer);
    }
}

/** Puts rows of [rows, width, channels] at every `strideY`th row and `strideX`th column of larger pictures, from (top, left) on. */
export function scatterRows(
  rows: usize,
  image: usize,
  firstRow: i32,
  lastRow: i32,
  rowsPerPicture: i32,
  columns: i32,
  channels: i32,
  height: i32,
  width: i32,
  top: i32,
  left: i32,
  strideY: i32,
  strideX: i32,
): void {
  const pixel = (<usize>channels) << 2;
  for (let row = firstRow; row < lastRow; row++) {
    const y = (row / rowsPerPicture) * height + top + (row % rowsPerPicture) * strideY;
    let to = image + <usize>(y * width + left) * pixel;
    if (strideX == 1) {
      copy(to, rows, <usize>columns * pixel);
      rows += <usize>columns * pixel;
    } else for (let column = 0; column < columns; column++, rows += pixel, to += <usize>strideX * pixel) copy(to, rows, pixel);
  }
}

/** Takes rows [firstRow, firstRow + count) of each picture out of pictures of `height` rows of `line` floats. */
export function gatherRows(
  image: usize,
  result: usize,
  first: i32,
  last: i32,
  firstRow: i32,
  count: i32,
  height: i32,
  line: i32,
): void {
  const bytes = (<usize>(count * line)) << 2;
  for (let picture = first; picture < last; picture++, result += bytes)
    copy(result, image + ((<usize>(picture * height + firstRow) * <usize>line) << 2), bytes);
}

/** Sets floats to zero. */
export function fillZero(to: usize, floats: usize): void {
  clear(to, floats << 2);
}

/**
 * `y = clamp(y + bias)` in place, row by row: negative values times `slope`, then nothing above `ceiling`.
 * No activation: slope 1, ceiling infinity. A bias address of 0 is no bias.
 */
export function addBias(y: usize, bias: usize, rows: i32, channels: i32, slope: f32, ceiling: f32): void {
  const zero = f32x4.splat(0);
  const slopes = f32x4.splat(slope);
  const ceilings = f32x4.splat(ceiling);
  for (let row = 0; row < rows; row++) {
    let channel = 0;
    for (; channel + 4 <= channels; channel += 4, y += 16) {
      let value = v128.load(y);
      if (bias != 0) value = f32x4.add(value, v128.load(bias + ((<usize>channel) << 2)));
      // Not infinity times zero, which is no number.
      value = v128.bitselect(slope == 0 ? zero : f32x4.mul(value, slopes), value, f32x4.lt(value, zero));
      v128.store(y, f32x4.pmin(value, ceilings));
    }
    for (; channel < channels; channel++, y += 4) {
      let value = load<f32>(y);
      if (bias != 0) value += load<f32>(bias + ((<usize>channel) << 2));
      if (value < 0) value = slope == 0 ? 0 : value * slope;
      store<f32>(y, value > ceiling ? ceiling : value);
    }
  }
}

/** Short runs are copied here: the call into the engine's own copy costs more than they do. */
const LONG_RUN: usize = 512;

function copy(to: usize, from: usize, bytes: usize): void {
  if (bytes >= LONG_RUN) {
    memory.copy(to, from, bytes);
    return;
  }
  let i: usize = 0;
  for (; i + 16 <= bytes; i += 16) v128.store(to + i, v128.load(from + i));
  for (; i < bytes; i += 4) store<f32>(to + i, load<f32>(from + i));
}

function clear(to: usize, bytes: usize): void {
  if (bytes >= LONG_RUN) {
    memory.fill(to, 0, bytes);
    return;
  }
  const zero = f32x4.splat(0);
  let i: usize = 0;
  for (; i + 16 <= bytes; i += 16) v128.store(to + i, zero);
  for (; i < bytes; i += 4) store<f32>(to + i, 0);
}

function add(to: usize, from: usize, bytes: usize): void {
  let i: usize = 0;
  for (; i + 16 <= bytes; i += 16) v128.store(to + i, f32x4.add(v128.load(to + i), v128.load(from + i)));
  for (; i < bytes; i += 4) store<f32>(to + i, load<f32>(to + i) + load<f32>(from + i));
}
