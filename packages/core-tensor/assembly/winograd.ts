/**
 * @file Convolution with fewer multiplications (Winograd, "Arithmetic Complexity of Computations", 1980; for networks: Lavin and Gray,
 * "Fast Algorithms for Convolutional Neural Networks", 2016). A tile of `points` × `points` pixels, transformed, times a transformed
 * filter gives what transforms back to `outputs` × `outputs` results, where points = outputs + taps − 1. The points at which polynomials
 * are evaluated are 0, ±1, ±2 and infinity for six, and also ±1/2 for eight. Each matrix depends on the number of points alone,
 * so that the same three transforms serve a convolution and both of its gradients:
 *
 * - `DATA`: `points` values to as many (Bᵀ),
 * - `EXPAND`: 3 to 5 values to `points` (G for taps; for outputs where the gradient of the filter is computed),
 * - `REDUCE`: `points` values to 3 to 5 (Aᵀ).
 *
 * What is transformed are runs of floats, pixels with their channels or taps with their weights: a table of addresses says where the
 * runs of a square lie, and another where its results go.
 */
const DATA = 0;
const EXPAND = 1;
const REDUCE = 2;

/** Floats of a run that are transformed together: the square between the two directions stays in the first-level cache. */
const BLOCK = 64;
const MOST_POINTS = 8;
const SQUARE = MOST_POINTS * MOST_POINTS;

/** Bytes of scratch memory: two tables, zeros to read, room to write what nobody reads, and a square of runs. */
const FROM: usize = 0;
const TO: usize = FROM + SQUARE * 4;
const LINE_FROM: usize = TO + SQUARE * 4;
const LINE_TO: usize = LINE_FROM + MOST_POINTS * 4;
const ZEROS: usize = LINE_TO + MOST_POINTS * 4;
const NOWHERE: usize = ZEROS + BLOCK * 4;
const BETWEEN: usize = NOWHERE + BLOCK * 4;

/** Floats of scratch memory that every function here needs. */
export function scratchFloats(): i32 {
  return <i32>((BETWEEN + SQUARE * BLOCK * 4) >> 2);
}

/**
 * Transforms tiles [firstTile, lastTile) of pictures [count, height, width, channels]. Tile (ty, tx) of a picture begins `step` tile
 * places from the one before, in a grid of every `stride`th pixel that begins at (top, left); what lies outside is zero. `taken` values
 * in each direction are read (`points` for `DATA`). Value (i, j) goes to plane i · points + j, to the row of the tile.
 */
export function transformPictures(
  kind: i32,
  points: i32,
  taken: i32,
  pictures: usize,
  planes: usize,
  planeFloats: i32,
  rowFloats: i32,
  firstTile: i32,
  lastTile: i32,
  tilesDown: i32,
  tilesAcross: i32,
  step: i32,
  height: i32,
  width: i32,
  channels: i32,
  strideY: i32,
  strideX: i32,
  top: i32,
  left: i32,
  scratch: usize,
): void {
  clearZeros(scratch);
  for (let tile = firstTile; tile < lastTile; tile++, planes += (<usize>rowFloats) << 2) {
    const across = tile % tilesAcross;
    const down = (tile / tilesAcross) % tilesDown;
    const picture = pictures + ((<usize>(tile / (tilesAcross * tilesDown)) * <usize>(height * width * channels)) << 2);
    for (let c = 0; c < channels; c += BLOCK) {
      for (let i = 0; i < taken; i++) {
        const y = top + (down * step + i) * strideY;
        for (let j = 0; j < taken; j++) {
          const x = left + (across * step + j) * strideX;
          const isInside = y >= 0 && y < height && x >= 0 && x < width;
          const from = isInside ? picture + ((<usize>((y * width + x) * channels + c)) << 2) : scratch + ZEROS;
          setAddress(scratch + FROM, i * taken + j, from);
        }
      }
      for (let i = 0; i < points * points; i++)
        setAddress(scratch + TO, i, planes + ((<usize>i * <usize>planeFloats + <usize>c) << 2));
      transformSquare(kind, points, taken, points, min(BLOCK, channels - c), scratch);
    }
  }
}

/**
 * The way back: `given` × `given` values of every tile to pixels of pictures, those outside left out.
 */
export function restorePictures(
  points: i32,
  given: i32,
  pictures: usize,
  planes: usize,
  planeFloats: i32,
  rowFloats: i32,
  firstTile: i32,
  lastTile: i32,
  tilesDown: i32,
  tilesAcross: i32,
  height: i32,
  width: i32,
  channels: i32,
  strideY: i32,
  strideX: i32,
  top: i32,
  left: i32,
  scratch: usize,
): void {
  for (let tile = firstTile; tile < lastTile; tile++, planes += (<usize>rowFloats) << 2) {
    const across = tile % tilesAcross;
    const down = (tile / tilesAcross) % tilesDown;
    const picture = pictures + ((<usize>(tile / (tilesAcross * tilesDown)) * <usize>(height * width * channels)) << 2);
    for (let c = 0; c < channels; c += BLOCK) {
      for (let i = 0; i < points * points; i++)
        setAddress(scratch + FROM, i, planes + ((<usize>i * <usize>planeFloats + <usize>c) << 2));
      for (let i = 0; i < given; i++) {
        const y = top + (down * given + i) * strideY;
        for (let j = 0; j < given; j++) {
          const x = left + (across * given + j) * strideX;
          const to = y < height && x < width ? picture + ((<usize>((y * width + x) * channels + c)) << 2) : scratch + NOWHERE;
          setAddress(scratch + TO, i * given + j, to);
        }
      }
      transformSquare(REDUCE, points, points, given, min(BLOCK, channels - c), scratch);
    }
  }
}

/**
 * Taps of a filter [filterHeight, filterWidth, weights] to planes or, with `back`, from planes. Value (i, j) of `taps` × `taps` is tap
 * (firstY + i · stepY, firstX + j · stepX); one that the filter has not is zero.
 */
export function transformFilter(
  back: bool,
  points: i32,
  taps: i32,
  filter: usize,
  planes: usize,
  planeFloats: i32,
  filterHeight: i32,
  filterWidth: i32,
  weights: i32,
  firstY: i32,
  firstX: i32,
  stepY: i32,
  stepX: i32,
  scratch: usize,
): void {
  clearZeros(scratch);
  const ofTaps = scratch + (back ? TO : FROM);
  const ofPlanes = scratch + (back ? FROM : TO);
  const missing = scratch + (back ? NOWHERE : ZEROS);
  for (let c = 0; c < weights; c += BLOCK) {
    for (let i = 0; i < taps; i++) {
      const y = firstY + i * stepY;
      for (let j = 0; j < taps; j++) {
        const x = firstX + j * stepX;
        const isTap = y >= 0 && y < filterHeight && x >= 0 && x < filterWidth;
        const tap = filter + ((<usize>((y * filterWidth + x) * weights + c)) << 2);
        setAddress(ofTaps, i * taps + j, isTap ? tap : missing);
      }
    }
    for (let i = 0; i < points * points; i++) setAddress(ofPlanes, i, planes + ((<usize>i * <usize>planeFloats + <usize>c) << 2));
    const floats = min(BLOCK, weights - c);
    if (back) transformSquare(REDUCE, points, points, taps, floats, scratch);
    else transformSquare(EXPAND, points, taps, points, floats, scratch);
  }
}

function setAddress(table: usize, index: i32, address: usize): void {
  store<usize>(table + ((<usize>index) << 2), address);
}

function address(table: usize, index: i32): usize {
  return load<usize>(table + ((<usize>index) << 2));
}

function clearZeros(scratch: usize): void {
  for (let i: usize = 0; i < <usize>(BLOCK * 4); i += 16) v128.store(scratch + ZEROS + i, f32x4.splat(0));
}

/** Rows of the square first, into the room between, then its columns. */
function transformSquare(kind: i32, points: i32, inputs: i32, outputs: i32, floats: i32, scratch: usize): void {
  const bytes = (<usize>floats) << 2;
  const between = scratch + BETWEEN;
  for (let i = 0; i < inputs; i++) {
    for (let j = 0; j < outputs; j++) setAddress(scratch + LINE_TO, j, between + <usize>(i * outputs + j) * (BLOCK * 4));
    transformLine(kind, points, inputs, outputs, scratch + FROM + ((<usize>(i * inputs)) << 2), scratch + LINE_TO, bytes);
  }
  for (let j = 0; j < outputs; j++) {
    for (let i = 0; i < inputs; i++) setAddress(scratch + LINE_FROM, i, between + <usize>(i * outputs + j) * (BLOCK * 4));
    for (let i = 0; i < outputs; i++) setAddress(scratch + LINE_TO, i, address(scratch + TO, i * outputs + j));
    transformLine(kind, points, inputs, outputs, scratch + LINE_FROM, scratch + LINE_TO, bytes);
  }
}

function transformLine(kind: i32, points: i32, inputs: i32, outputs: i32, from: usize, to: usize, bytes: usize): void {
  if (points == 6) {
    if (kind == DATA) data6(from, to, bytes);
    else if (kind == EXPAND) expand6(inputs, from, to, bytes);
    else reduce6(outputs, from, to, bytes);
  } else {
    if (kind == DATA) data8(from, to, bytes);
    else if (kind == EXPAND) expand8(inputs, from, to, bytes);
    else reduce8(outputs, from, to, bytes);
  }
}

function times(value: v128, factor: f32): v128 {
  return f32x4.mul(value, f32x4.splat(factor));
}

/** sum + value · factor */
function plus(sum: v128, value: v128, factor: f32): v128 {
  return ASC_FEATURE_RELAXED_SIMD
    ? f32x4.relaxed_madd(value, f32x4.splat(factor), sum)
    : f32x4.add(sum, f32x4.mul(value, f32x4.splat(factor)));
}

function data6(from: usize, to: usize, bytes: usize): void {
  const p0 = address(from, 0);
  const p1 = address(from, 1);
  const p2 = address(from, 2);
  const p3 = address(from, 3);
  const p4 = address(from, 4);
  const p5 = address(from, 5);
  const q0 = address(to, 0);
  const q1 = address(to, 1);
  const q2 = address(to, 2);
  const q3 = address(to, 3);
  const q4 = address(to, 4);
  const q5 = address(to, 5);
  for (let i: usize = 0; i < bytes; i += 16) {
    const x1 = v128.load(p1 + i);
    const x2 = v128.load(p2 + i);
    const x3 = v128.load(p3 + i);
    const x4 = v128.load(p4 + i);
    v128.store(q0 + i, plus(plus(x4, x2, -5), v128.load(p0 + i), 4));
    v128.store(q5 + i, plus(plus(v128.load(p5 + i), x3, -5), x1, 4));
    let even = plus(x4, x2, -4);
    let odd = plus(x3, x1, -4);
    v128.store(q1 + i, f32x4.add(even, odd));
    v128.store(q2 + i, f32x4.sub(even, odd));
    even = f32x4.sub(x4, x2);
    odd = times(f32x4.sub(x3, x1), 2);
    v128.store(q3 + i, f32x4.add(even, odd));
    v128.store(q4 + i, f32x4.sub(even, odd));
  }
}

function expand6(inputs: i32, from: usize, to: usize, bytes: usize): void {
  const p0 = address(from, 0);
  const p1 = address(from, 1);
  const p2 = address(from, 2);
  const hasFour = inputs > 3;
  const p3 = hasFour ? address(from, 3) : p2;
  const q0 = address(to, 0);
  const q1 = address(to, 1);
  const q2 = address(to, 2);
  const q3 = address(to, 3);
  const q4 = address(to, 4);
  const q5 = address(to, 5);
  for (let i: usize = 0; i < bytes; i += 16) {
    const x0 = v128.load(p0 + i);
    const x1 = v128.load(p1 + i);
    const x2 = v128.load(p2 + i);
    const last = v128.load(p3 + i);
    const x3 = hasFour ? last : f32x4.splat(0);
    v128.store(q0 + i, times(x0, 0.25));
    v128.store(q5 + i, last);
    let even = times(f32x4.add(x0, x2), -1.0 / 6.0);
    let odd = times(f32x4.add(x1, x3), -1.0 / 6.0);
    v128.store(q1 + i, f32x4.add(even, odd));
    v128.store(q2 + i, f32x4.sub(even, odd));
    even = times(plus(x0, x2, 4), 1.0 / 24.0);
    odd = times(plus(x1, x3, 4), 1.0 / 12.0);
    v128.store(q3 + i, f32x4.add(even, odd));
    v128.store(q4 + i, f32x4.sub(even, odd));
  }
}

function reduce6(outputs: i32, from: usize, to: usize, bytes: usize): void {
  const p0 = address(from, 0);
  const p1 = address(from, 1);
  const p2 = address(from, 2);
  const p3 = address(from, 3);
  const p4 = address(from, 4);
  const p5 = address(from, 5);
  const q0 = address(to, 0);
  const q1 = address(to, 1);
  const q2 = address(to, 2);
  const hasFour = outputs > 3;
  const q3 = hasFour ? address(to, 3) : 0;
  for (let i: usize = 0; i < bytes; i += 16) {
    const a = v128.load(p1 + i);
    const b = v128.load(p2 + i);
    const c = v128.load(p3 + i);
    const d = v128.load(p4 + i);
    const infinite = v128.load(p5 + i);
    const sum1 = f32x4.add(a, b);
    const odd1 = f32x4.sub(a, b);
    const sum2 = f32x4.add(c, d);
    const odd2 = f32x4.sub(c, d);
    v128.store(q0 + i, f32x4.add(v128.load(p0 + i), f32x4.add(sum1, sum2)));
    v128.store(q1 + i, plus(odd1, odd2, 2));
    const y2 = plus(sum1, sum2, 4);
    if (hasFour) {
      v128.store(q2 + i, y2);
      v128.store(q3 + i, f32x4.add(plus(odd1, odd2, 8), infinite));
    } else v128.store(q2 + i, f32x4.add(y2, infinite));
  }
}

function data8(from: usize, to: usize, bytes: usize): void {
  const p0 = address(from, 0);
  const p1 = address(from, 1);
  const p2 = address(from, 2);
  const p3 = address(from, 3);
  const p4 = address(from, 4);
  const p5 = address(from, 5);
  const p6 = address(from, 6);
  const p7 = address(from, 7);
  const q0 = address(to, 0);
  const q1 = address(to, 1);
  const q2 = address(to, 2);
  const q3 = address(to, 3);
  const q4 = address(to, 4);
  const q5 = address(to, 5);
  const q6 = address(to, 6);
  const q7 = address(to, 7);
  for (let i: usize = 0; i < bytes; i += 16) {
    const x1 = v128.load(p1 + i);
    const x2 = v128.load(p2 + i);
    const x3 = v128.load(p3 + i);
    const x4 = v128.load(p4 + i);
    const x5 = v128.load(p5 + i);
    const x6 = v128.load(p6 + i);
    v128.store(q0 + i, plus(f32x4.sub(v128.load(p0 + i), x6), f32x4.sub(x4, x2), 5.25));
    v128.store(q7 + i, plus(f32x4.sub(v128.load(p7 + i), x1), f32x4.sub(x3, x5), 5.25));
    let even = plus(f32x4.add(x2, x6), x4, -4.25);
    let odd = plus(f32x4.add(x1, x5), x3, -4.25);
    v128.store(q1 + i, f32x4.add(even, odd));
    v128.store(q2 + i, f32x4.sub(even, odd));
    even = plus(plus(x6, x2, 0.25), x4, -1.25);
    odd = plus(plus(times(x1, 0.5), x3, -2.5), x5, 2);
    v128.store(q3 + i, f32x4.add(even, odd));
    v128.store(q4 + i, f32x4.sub(even, odd));
    even = plus(plus(x6, x2, 4), x4, -5);
    odd = plus(plus(times(x1, 2), x3, -2.5), x5, 0.5);
    v128.store(q5 + i, f32x4.add(even, odd));
    v128.store(q6 + i, f32x4.sub(even, odd));
  }
}

function expand8(inputs: i32, from: usize, to: usize, bytes: usize): void {
  const p0 = address(from, 0);
  const p1 = address(from, 1);
  const p2 = address(from, 2);
  const p3 = address(from, 3);
  const hasFive = inputs > 4;
  const p4 = hasFive ? address(from, 4) : p3;
  const q0 = address(to, 0);
  const q1 = address(to, 1);
  const q2 = address(to, 2);
  const q3 = address(to, 3);
  const q4 = address(to, 4);
  const q5 = address(to, 5);
  const q6 = address(to, 6);
  const q7 = address(to, 7);
  for (let i: usize = 0; i < bytes; i += 16) {
    const x0 = v128.load(p0 + i);
    const x1 = v128.load(p1 + i);
    const x2 = v128.load(p2 + i);
    const x3 = v128.load(p3 + i);
    const last = v128.load(p4 + i);
    const x4 = hasFive ? last : f32x4.splat(0);
    v128.store(q0 + i, x0);
    v128.store(q7 + i, last);
    let even = times(f32x4.add(f32x4.add(x0, x2), x4), -2.0 / 9.0);
    let odd = times(f32x4.add(x1, x3), -2.0 / 9.0);
    v128.store(q1 + i, f32x4.add(even, odd));
    v128.store(q2 + i, f32x4.sub(even, odd));
    even = times(plus(plus(x0, x2, 4), x4, 16), 1.0 / 90.0);
    odd = times(plus(x1, x3, 4), 1.0 / 45.0);
    v128.store(q3 + i, f32x4.add(even, odd));
    v128.store(q4 + i, f32x4.sub(even, odd));
    even = times(plus(plus(x0, x2, 0.25), x4, 0.0625), 32.0 / 45.0);
    odd = times(plus(x1, x3, 0.25), 16.0 / 45.0);
    v128.store(q5 + i, f32x4.add(even, odd));
    v128.store(q6 + i, f32x4.sub(even, odd));
  }
}

function reduce8(outputs: i32, from: usize, to: usize, bytes: usize): void {
  const p0 = address(from, 0);
  const p1 = address(from, 1);
  const p2 = address(from, 2);
  const p3 = address(from, 3);
  const p4 = address(from, 4);
  const p5 = address(from, 5);
  const p6 = address(from, 6);
  const p7 = address(from, 7);
  const q0 = address(to, 0);
  const q1 = address(to, 1);
  const q2 = address(to, 2);
  const q3 = address(to, 3);
  const hasFive = outputs > 4;
  const q4 = hasFive ? address(to, 4) : 0;
  for (let i: usize = 0; i < bytes; i += 16) {
    const a = v128.load(p1 + i);
    const b = v128.load(p2 + i);
    const sum1 = f32x4.add(a, b);
    const odd1 = f32x4.sub(a, b);
    const c = v128.load(p3 + i);
    const d = v128.load(p4 + i);
    const sum2 = f32x4.add(c, d);
    const odd2 = f32x4.sub(c, d);
    const e = v128.load(p5 + i);
    const f = v128.load(p6 + i);
    const sum3 = f32x4.add(e, f);
    const odd3 = f32x4.sub(e, f);
    const infinite = v128.load(p7 + i);
    v128.store(q0 + i, f32x4.add(f32x4.add(v128.load(p0 + i), sum1), f32x4.add(sum2, sum3)));
    v128.store(q1 + i, plus(plus(odd1, odd2, 2), odd3, 0.5));
    v128.store(q2 + i, plus(plus(sum1, sum2, 4), sum3, 0.25));
    const y3 = plus(plus(odd1, odd2, 8), odd3, 0.125);
    if (hasFive) {
      v128.store(q3 + i, y3);
      v128.store(q4 + i, f32x4.add(plus(plus(sum1, sum2, 16), sum3, 0.0625), infinite));
    } else v128.store(q3 + i, f32x4.add(y3, infinite));
  }
}
