/**
 * @file Products and convolutions as jobs: a job is a list of numbers in memory and falls into tasks that don't touch each other's
 * results. Any number of threads can take tasks of the same job; each brings scratch memory of its own.
 */
import { addColumnsToImage, fillZero, imageToColumns, scatterRows } from './image';
import {
  blockFloats,
  multiplyPanels,
  multiplyRows,
  multiplyVector,
  packPanels,
  paddedColumns,
  PANEL,
  ROWS_PACKED,
} from './shared/matrix';

/** Kinds of jobs: the first number of each. */
const PACK = 0;
const ROWS = 1;
const PANELS = 2;
const VECTOR = 3;
const CORRELATE = 4;
const SCATTER = 5;
const TAPS = 6;

/** Rows up to which a product packs the second factor while it goes. */
export function rowsPacked(): i32 {
  return ROWS_PACKED;
}

/** Floats of a packed factor of n columns and k rows. */
export function packedFloats(n: i32, k: i32): i32 {
  return paddedColumns(n) * k;
}

/** Floats of scratch memory for blocks of a product. */
export function scratchFloats(depth: i32): i32 {
  return blockFloats(depth);
}

/** Does one task. */
export function run(job: usize, task: i32, scratch: usize): void {
  const kind = field(job, 0);
  if (kind == PACK) pack(job, task);
  else if (kind == ROWS) rows(job, task, scratch);
  else if (kind == PANELS) panels(job, task, scratch);
  else if (kind == VECTOR) vector(job, task);
  else if (kind == CORRELATE) correlate(job, task, scratch);
  else if (kind == SCATTER) scatter(job, task, scratch);
  else if (kind == TAPS) taps(job, task, scratch);
}

function field(job: usize, index: i32): i32 {
  return load<i32>(job + ((<usize>index) << 2));
}

function pointer(job: usize, index: i32): usize {
  return load<usize>(job + ((<usize>index) << 2));
}

function floats(base: usize, count: i32): usize {
  return base + ((<usize>count) << 2);
}

/** [kind, size, b, packed, n, k, depth, transposed]; size in panels. */
function pack(job: usize, task: i32): void {
  const size = field(job, 1);
  const n = field(job, 4);
  const last = min((n + PANEL - 1) / PANEL, (task + 1) * size);
  packPanels(pointer(job, 2), pointer(job, 3), n, field(job, 5), field(job, 6), field(job, 7) != 0, task * size, last);
}

/** [kind, size, a, packedB, y, m, n, k, depth, transposeA, accumulate]; size in rows. */
function rows(job: usize, task: i32, scratch: usize): void {
  const size = field(job, 1);
  const m = field(job, 5);
  multiplyRows(
    pointer(job, 2),
    pointer(job, 3),
    pointer(job, 4),
    m,
    field(job, 6),
    field(job, 7),
    field(job, 8),
    field(job, 9) != 0,
    field(job, 10) != 0,
    scratch,
    task * size,
    min(m, (task + 1) * size),
  );
}

/** [kind, size, a, b, y, m, n, k, depth, transposeA, accumulate, transposeB]; size in panels. */
function panels(job: usize, task: i32, scratch: usize): void {
  const size = field(job, 1);
  const n = field(job, 6);
  multiplyPanels(
    pointer(job, 2),
    pointer(job, 3),
    pointer(job, 4),
    field(job, 5),
    n,
    field(job, 7),
    field(job, 8),
    field(job, 9) != 0,
    field(job, 11) != 0,
    field(job, 10) != 0,
    scratch,
    task * size,
    min((n + PANEL - 1) / PANEL, (task + 1) * size),
  );
}

/** [kind, size, a, x, y, m, k, transposed, accumulate]; size in elements. */
function vector(job: usize, task: i32): void {
  const size = field(job, 1);
  const m = field(job, 5);
  multiplyVector(
    pointer(job, 2),
    pointer(job, 3),
    pointer(job, 4),
    m,
    field(job, 6),
    field(job, 7) != 0,
    field(job, 8) != 0,
    task * size,
    min(m, (task + 1) * size),
  );
}

/** Where the geometry of a convolution begins in its job, in the order of `imageToColumns`. */
const GEOMETRY = 8;
/** … and what comes after it. */
const AFTER = GEOMETRY + 13;

function toColumns(
  job: usize,
  image: usize,
  columns: usize,
  first: i32,
  last: i32,
  shiftY: i32,
  shiftX: i32,
  height: i32,
  width: i32,
): void {
  imageToColumns(
    image,
    columns,
    first,
    last,
    field(job, GEOMETRY),
    field(job, GEOMETRY + 1),
    field(job, GEOMETRY + 2),
    field(job, GEOMETRY + 3),
    field(job, GEOMETRY + 4),
    height,
    width,
    field(job, GEOMETRY + 7),
    field(job, GEOMETRY + 8),
    field(job, GEOMETRY + 9),
    field(job, GEOMETRY + 10),
    field(job, GEOMETRY + 11) - shiftY,
    field(job, GEOMETRY + 12) - shiftX,
  );
}

/**
 * [kind, size, x, packedFilter, y, n, depth, count, geometry …, scattered, height, width, top, left, strideY, strideX]; size and count
 * in rows of output pixels. `y` gets the rows one after another, or scattered over larger pictures.
 */
function correlate(job: usize, task: i32, scratch: usize): void {
  const size = field(job, 1);
  const n = field(job, 5);
  const depth = field(job, 6);
  const outHeight = field(job, GEOMETRY + 3);
  const outWidth = field(job, GEOMETRY + 4);
  const filterHeight = field(job, GEOMETRY + 5);
  const filterWidth = field(job, GEOMETRY + 6);
  const k = filterHeight * filterWidth * field(job, GEOMETRY + 2);
  const first = task * size;
  const last = min(field(job, 7), first + size);
  const m = (last - first) * outWidth;
  const columns = floats(scratch, blockFloats(depth));
  toColumns(job, pointer(job, 2), columns, first, last, 0, 0, filterHeight, filterWidth);
  const scattered = field(job, AFTER) != 0;
  const y = pointer(job, 4);
  const to = scattered ? floats(columns, m * k) : y + ((<usize>(first * outWidth) * <usize>n) << 2);
  multiplyRows(columns, pointer(job, 3), to, m, n, k, depth, false, false, scratch, 0, m);
  if (scattered)
    scatterRows(
      to,
      y,
      first,
      last,
      outHeight,
      outWidth,
      n,
      field(job, AFTER + 1),
      field(job, AFTER + 2),
      field(job, AFTER + 3),
      field(job, AFTER + 4),
      field(job, AFTER + 5),
      field(job, AFTER + 6),
    );
}

/** [kind, size, dy, packedFilter, dx, k, depth, –, geometry …]; a task is a picture, whose rows are done `size` at a time. */
function scatter(job: usize, task: i32, scratch: usize): void {
  const size = field(job, 1);
  const k = field(job, 5);
  const depth = field(job, 6);
  const height = field(job, GEOMETRY);
  const width = field(job, GEOMETRY + 1);
  const channels = field(job, GEOMETRY + 2);
  const outHeight = field(job, GEOMETRY + 3);
  const outWidth = field(job, GEOMETRY + 4);
  const n = field(job, GEOMETRY + 5) * field(job, GEOMETRY + 6) * channels;
  const columns = floats(scratch, blockFloats(depth));
  const picture = height * width * channels;
  fillZero(pointer(job, 4) + ((<usize>task * <usize>picture) << 2), picture);
  for (let row = 0; row < outHeight; row += size) {
    const first = task * outHeight + row;
    const last = first + min(size, outHeight - row);
    const m = (last - first) * outWidth;
    const dy = pointer(job, 2) + ((<usize>(first * outWidth) * <usize>k) << 2);
    multiplyRows(dy, pointer(job, 3), columns, m, n, k, depth, false, false, scratch, 0, m);
    addColumnsToImage(
      pointer(job, 4),
      columns,
      first,
      last,
      height,
      width,
      channels,
      outHeight,
      outWidth,
      field(job, GEOMETRY + 5),
      field(job, GEOMETRY + 6),
      field(job, GEOMETRY + 7),
      field(job, GEOMETRY + 8),
      field(job, GEOMETRY + 9),
      field(job, GEOMETRY + 10),
      field(job, GEOMETRY + 11),
      field(job, GEOMETRY + 12),
    );
  }
}

/**
 * [kind, size, x, packedDy, dFilter, n, depth, count, geometry …]; a task is `size` neighbouring taps of one filter row. `depth` is a
 * whole number of rows of output pixels, of which there are `count`.
 */
function taps(job: usize, task: i32, scratch: usize): void {
  const size = field(job, 1);
  const n = field(job, 5);
  const depth = field(job, 6);
  const count = field(job, 7);
  const channels = field(job, GEOMETRY + 2);
  const outWidth = field(job, GEOMETRY + 4);
  const filterWidth = field(job, GEOMETRY + 6);
  const tap = task * size;
  const m = size * channels;
  const target = pointer(job, 4) + ((<usize>(tap * channels) * <usize>n) << 2);
  const columns = floats(scratch, blockFloats(depth));
  const shiftY = (tap / filterWidth) * field(job, GEOMETRY + 9);
  const shiftX = (tap % filterWidth) * field(job, GEOMETRY + 10);
  const rowsAtOnce = depth / outWidth;
  const padded = paddedColumns(n);
  for (let row = 0; row < count; row += rowsAtOnce) {
    const last = min(count, row + rowsAtOnce);
    const k = (last - row) * outWidth;
    toColumns(job, pointer(job, 2), columns, row, last, shiftY, shiftX, 1, size);
    const block = pointer(job, 3) + ((<usize>(row * outWidth) * <usize>padded) << 2);
    multiplyRows(columns, block, target, m, n, k, depth, true, row > 0, scratch, 0, m);
  }
}
