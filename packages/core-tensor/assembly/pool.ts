/** @file Gradients of pooling and resizing, and nearest-neighbour resizing, of float32 pictures in the order [n, y, x, channel]. */

/**
 * Gradient of max pooling: the first element of a window that equals its maximum takes all. `y` is the pooled picture. One row of
 * the picture is `width · channels` floats.
 */
export function maxPoolGradient(
  x: usize,
  y: usize,
  dy: usize,
  dx: usize,
  count: i32,
  height: i32,
  width: i32,
  channels: i32,
  outHeight: i32,
  outWidth: i32,
  filterHeight: i32,
  filterWidth: i32,
  strideHeight: i32,
  strideWidth: i32,
  top: i32,
  left: i32,
): void {
  const pixel = (<usize>channels) << 2;
  memory.fill(dx, 0, <usize>(count * height * width) * pixel);
  for (let n = 0; n < count; n++) {
    for (let row = 0; row < outHeight; row++) {
      const fromY = max(0, row * strideHeight - top);
      const toY = min(height, row * strideHeight - top + filterHeight);
      for (let column = 0; column < outWidth; column++, y += pixel, dy += pixel) {
        const fromX = max(0, column * strideWidth - left);
        const toX = min(width, column * strideWidth - left + filterWidth);
        let c: usize = 0;
        for (; c + 16 <= pixel; c += 16) {
          const best = v128.load(y + c);
          let rest = v128.load(dy + c);
          for (let iy = fromY; iy < toY; iy++) {
            let at = <usize>((n * height + iy) * width + fromX) * pixel + c;
            for (let ix = fromX; ix < toX; ix++, at += pixel) {
              const equal = f32x4.eq(v128.load(x + at), best);
              v128.store(dx + at, f32x4.add(v128.load(dx + at), v128.and(rest, equal)));
              rest = v128.andnot(rest, equal);
            }
          }
        }
        for (; c < pixel; c += 4) {
          const best = load<f32>(y + c);
          let rest = load<f32>(dy + c);
          for (let iy = fromY; iy < toY; iy++) {
            let at = <usize>((n * height + iy) * width + fromX) * pixel + c;
            for (let ix = fromX; ix < toX; ix++, at += pixel) {
              if (load<f32>(x + at) != best) continue;
              store<f32>(dx + at, load<f32>(dx + at) + rest);
              rest = 0;
            }
          }
        }
      }
    }
  }
}

/** What max pooling takes from any picture at the places where it found its maxima in `x`: the other direction of its gradient. */
export function maxPoolPick(
  x: usize,
  y: usize,
  picture: usize,
  picked: usize,
  count: i32,
  height: i32,
  width: i32,
  channels: i32,
  outHeight: i32,
  outWidth: i32,
  filterHeight: i32,
  filterWidth: i32,
  strideHeight: i32,
  strideWidth: i32,
  top: i32,
  left: i32,
): void {
  const pixel = (<usize>channels) << 2;
  for (let n = 0; n < count; n++) {
    for (let row = 0; row < outHeight; row++) {
      const fromY = max(0, row * strideHeight - top);
      const toY = min(height, row * strideHeight - top + filterHeight);
      for (let column = 0; column < outWidth; column++, y += pixel, picked += pixel) {
        const fromX = max(0, column * strideWidth - left);
        const toX = min(width, column * strideWidth - left + filterWidth);
        for (let c: usize = 0; c < pixel; c += 4) {
          const best = load<f32>(y + c);
          let value: f32 = 0;
          let found = false;
          for (let iy = fromY; iy < toY && !found; iy++) {
            let at = <usize>((n * height + iy) * width + fromX) * pixel + c;
            for (let ix = fromX; ix < toX && !found; ix++, at += pixel) {
              if (load<f32>(x + at) != best) continue;
              value = load<f32>(picture + at);
              found = true;
            }
          }
          store<f32>(picked + c, value);
        }
      }
    }
  }
}

/** Gradient of average pooling; elements outside of the picture don't count. */
export function averagePoolGradient(
  dy: usize,
  dx: usize,
  count: i32,
  height: i32,
  width: i32,
  channels: i32,
  outHeight: i32,
  outWidth: i32,
  filterHeight: i32,
  filterWidth: i32,
  strideHeight: i32,
  strideWidth: i32,
  top: i32,
  left: i32,
  divisor: i32,
): void {
  const pixel = (<usize>channels) << 2;
  memory.fill(dx, 0, <usize>(count * height * width) * pixel);
  for (let n = 0; n < count; n++) {
    for (let row = 0; row < outHeight; row++) {
      const fromY = max(0, row * strideHeight - top);
      const toY = min(height, row * strideHeight - top + filterHeight);
      for (let column = 0; column < outWidth; column++, dy += pixel) {
        const fromX = max(0, column * strideWidth - left);
        const toX = min(width, column * strideWidth - left + filterWidth);
        const share = <f32>1 / <f32>(divisor > 0 ? divisor : max(1, (toY - fromY) * (toX - fromX)));
        for (let iy = fromY; iy < toY; iy++) {
          for (let ix = fromX; ix < toX; ix++)
            Inline.addScaled(dx + <usize>((n * height + iy) * width + ix) * pixel, dy, pixel, share);
        }
      }
    }
  }
}

/** Written into every place that calls them, so that a constant argument chooses code and not a branch. */
class Inline {
  @inline
  static addScaled(to: usize, from: usize, bytes: usize, scale: f32): void {
    const factor = f32x4.splat(scale);
    let c: usize = 0;
    for (; c + 16 <= bytes; c += 16) v128.store(to + c, f32x4.add(v128.load(to + c), f32x4.mul(v128.load(from + c), factor)));
    for (; c < bytes; c += 4) store<f32>(to + c, load<f32>(to + c) + load<f32>(from + c) * scale);
  }

  @inline
  static copy(to: usize, from: usize, bytes: usize): void {
    let c: usize = 0;
    for (; c + 16 <= bytes; c += 16) v128.store(to + c, v128.load(from + c));
    for (; c < bytes; c += 4) store<f32>(to + c, load<f32>(from + c));
  }
}

/** y[n, row, column] = x[n, rowFrom[row], columnFrom[column]]: nearest neighbours, found by the caller. */
export function pickNearest(
  x: usize,
  y: usize,
  rowFrom: usize,
  columnFrom: usize,
  count: i32,
  height: i32,
  width: i32,
  channels: i32,
  outHeight: i32,
  outWidth: i32,
): void {
  const pixel = (<usize>channels) << 2;
  for (let n = 0; n < count; n++) {
    for (let row = 0; row < outHeight; row++) {
      const line = x + <usize>((n * height + load<i32>(rowFrom + ((<usize>row) << 2))) * width) * pixel;
      for (let column = 0; column < outWidth; column++, y += pixel)
        Inline.copy(y, line + <usize>load<i32>(columnFrom + ((<usize>column) << 2)) * pixel, pixel);
    }
  }
}

/** dx[n, rowFrom[row], columnFrom[column]] += dy[n, row, column]; dx is cleared first. */
export function addNearest(
  dy: usize,
  dx: usize,
  rowFrom: usize,
  columnFrom: usize,
  count: i32,
  height: i32,
  width: i32,
  channels: i32,
  outHeight: i32,
  outWidth: i32,
): void {
  const pixel = (<usize>channels) << 2;
  memory.fill(dx, 0, <usize>(count * height * width) * pixel);
  for (let n = 0; n < count; n++) {
    for (let row = 0; row < outHeight; row++) {
      const line = dx + <usize>((n * height + load<i32>(rowFrom + ((<usize>row) << 2))) * width) * pixel;
      for (let column = 0; column < outWidth; column++, dy += pixel)
        Inline.addScaled(line + <usize>load<i32>(columnFrom + ((<usize>column) << 2)) * pixel, dy, pixel, 1);
    }
  }
}

/**
 * Adds every pixel of dy to the four that it was interpolated from; dx is cleared first. `rows` and `columns` hold, for each line,
 * the index before, the index after and the weight of the latter.
 */
export function addBilinear(
  dy: usize,
  dx: usize,
  rows: usize,
  columns: usize,
  count: i32,
  height: i32,
  width: i32,
  channels: i32,
  outHeight: i32,
  outWidth: i32,
): void {
  const pixel = (<usize>channels) << 2;
  memory.fill(dx, 0, <usize>(count * height * width) * pixel);
  for (let n = 0; n < count; n++) {
    for (let row = 0; row < outHeight; row++) {
      const entry = rows + <usize>row * 12;
      const above = dx + <usize>((n * height + load<i32>(entry)) * width) * pixel;
      const below = dx + <usize>((n * height + load<i32>(entry, 4)) * width) * pixel;
      const low = load<f32>(entry, 8);
      for (let column = 0; column < outWidth; column++, dy += pixel) {
        const place = columns + <usize>column * 12;
        const before = <usize>load<i32>(place) * pixel;
        const after = <usize>load<i32>(place, 4) * pixel;
        const right = load<f32>(place, 8);
        Inline.addScaled(above + before, dy, pixel, (1 - low) * (1 - right));
        Inline.addScaled(above + after, dy, pixel, (1 - low) * right);
        Inline.addScaled(below + before, dy, pixel, low * (1 - right));
        Inline.addScaled(below + after, dy, pixel, low * right);
      }
    }
  }
}
