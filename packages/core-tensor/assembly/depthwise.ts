/**
 * @file The gradients of the depthwise convolution, in which every channel has filters of its own. Filters are [height, width, channels,
 * multiplier]; output channel `c · multiplier + m` comes of channel `c`.
 */

/** dx of pictures [first, last): every pixel of `dy` times the taps, added to the pixels that they met. */
export function inputGradient(
  dy: usize,
  filter: usize,
  dx: usize,
  first: i32,
  last: i32,
  height: i32,
  width: i32,
  channels: i32,
  multiplier: i32,
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
  const outs = channels * multiplier;
  const picture = (<usize>(height * width * channels)) << 2;
  memory.fill(dx + <usize>first * picture, 0, <usize>(last - first) * picture);
  for (let n = first; n < last; n++)
    for (let row = 0; row < outHeight; row++)
      for (let filterRow = 0; filterRow < filterHeight; filterRow++) {
        const y = row * strideY - padTop + filterRow * dilationY;
        if (y < 0 || y >= height) continue;
        for (let column = 0; column < outWidth; column++) {
          const from = dy + ((<usize>(((n * outHeight + row) * outWidth + column) * outs)) << 2);
          for (let filterColumn = 0; filterColumn < filterWidth; filterColumn++) {
            const x = column * strideX - padLeft + filterColumn * dilationX;
            if (x < 0 || x >= width) continue;
            const taps = filter + ((<usize>((filterRow * filterWidth + filterColumn) * outs)) << 2);
            const to = dx + ((<usize>(((n * height + y) * width + x) * channels)) << 2);
            if (multiplier == 1) addProducts(to, from, taps, channels);
            else addSums(to, from, taps, channels, multiplier);
          }
        }
      }
}

/** dFilter: for every tap, the pixels that it met times the gradients of what they gave, summed. */
export function filterGradient(
  x: usize,
  dy: usize,
  dFilter: usize,
  pictures: i32,
  height: i32,
  width: i32,
  channels: i32,
  multiplier: i32,
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
  const outs = channels * multiplier;
  memory.fill(dFilter, 0, (<usize>(filterHeight * filterWidth * outs)) << 2);
  for (let n = 0; n < pictures; n++)
    for (let row = 0; row < outHeight; row++)
      for (let filterRow = 0; filterRow < filterHeight; filterRow++) {
        const inY = row * strideY - padTop + filterRow * dilationY;
        if (inY < 0 || inY >= height) continue;
        for (let column = 0; column < outWidth; column++) {
          const gradient = dy + ((<usize>(((n * outHeight + row) * outWidth + column) * outs)) << 2);
          for (let filterColumn = 0; filterColumn < filterWidth; filterColumn++) {
            const inX = column * strideX - padLeft + filterColumn * dilationX;
            if (inX < 0 || inX >= width) continue;
            const to = dFilter + ((<usize>((filterRow * filterWidth + filterColumn) * outs)) << 2);
            const from = x + ((<usize>(((n * height + inY) * width + inX) * channels)) << 2);
            if (multiplier == 1) addProducts(to, from, gradient, channels);
            else addScaled(to, from, gradient, channels, multiplier);
          }
        }
      }
}

/** to[c] += a[c] · b[c] */
function addProducts(to: usize, a: usize, b: usize, count: i32): void {
  let i = 0;
  for (; i + 4 <= count; i += 4, to += 16, a += 16, b += 16)
    v128.store(to, f32x4.add(v128.load(to), f32x4.mul(v128.load(a), v128.load(b))));
  for (; i < count; i++, to += 4, a += 4, b += 4) store<f32>(to, load<f32>(to) + load<f32>(a) * load<f32>(b));
}

/** to[c] += Σ a[c, m] · b[c, m] */
function addSums(to: usize, a: usize, b: usize, channels: i32, multiplier: i32): void {
  for (let c = 0; c < channels; c++, to += 4) {
    let sum = load<f32>(to);
    for (let m = 0; m < multiplier; m++, a += 4, b += 4) sum += load<f32>(a) * load<f32>(b);
    store<f32>(to, sum);
  }
}

/** to[c, m] += a[c] · b[c, m] */
function addScaled(to: usize, a: usize, b: usize, channels: i32, multiplier: i32): void {
  for (let c = 0; c < channels; c++, a += 4) {
    const factor = load<f32>(a);
    for (let m = 0; m < multiplier; m++, to += 4, b += 4) store<f32>(to, load<f32>(to) + factor * load<f32>(b));
  }
}
