/** @file Changes of order: x[outer, a, b, inner] → y[outer, b, a, inner]. */

/** Elements on a side of a tile: one tile's lines of both sides stay in the first-level cache. */
const TILE = 32;

/** Swaps the two middle axes of float32 elements. */
export function swapAxes(x: usize, y: usize, outer: i32, a: i32, b: i32, inner: i32): void {
  const size = (<usize>(a * b * inner)) << 2;
  for (let slice = 0; slice < outer; slice++, x += size, y += size) {
    if (inner == 1) transposeTiles(x, y, a, b);
    else moveRuns(x, y, a, b, (<usize>inner) << 2);
  }
}

function moveRuns(x: usize, y: usize, a: i32, b: i32, run: usize): void {
  const step = run * <usize>b;
  for (let j = 0; j < b; j++, x += run) {
    let from = x;
    for (let i = 0; i < a; i++, from += step, y += run) {
      let c: usize = 0;
      for (; c + 64 <= run; c += 64) {
        v128.store(y + c, v128.load(from + c));
        v128.store(y + c, v128.load(from + c, 16), 16);
        v128.store(y + c, v128.load(from + c, 32), 32);
        v128.store(y + c, v128.load(from + c, 48), 48);
      }
      for (; c + 16 <= run; c += 16) v128.store(y + c, v128.load(from + c));
      for (; c < run; c += 4) store<u32>(y + c, load<u32>(from + c));
    }
  }
}

function transposeTiles(x: usize, y: usize, a: i32, b: i32): void {
  for (let i = 0; i < a; i += TILE) {
    for (let j = 0; j < b; j += TILE) transposeTile(x, y, a, b, i, min(a, i + TILE), j, min(b, j + TILE));
  }
}

function transposeTile(x: usize, y: usize, a: i32, b: i32, fromI: i32, toI: i32, fromJ: i32, toJ: i32): void {
  const stepX = (<usize>b) << 2;
  const stepY = (<usize>a) << 2;
  let i = fromI;
  for (; i + 4 <= toI; i += 4) {
    let j = fromJ;
    for (; j + 4 <= toJ; j += 4) {
      const from = x + ((<usize>(i * b + j)) << 2);
      const to = y + ((<usize>(j * a + i)) << 2);
      const r0 = v128.load(from);
      const r1 = v128.load(from + stepX);
      const r2 = v128.load(from + 2 * stepX);
      const r3 = v128.load(from + 3 * stepX);
      const low01 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5);
      const high01 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
      const low23 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5);
      const high23 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
      v128.store(to, v128.shuffle<f64>(low01, low23, 0, 2));
      v128.store(to + stepY, v128.shuffle<f64>(low01, low23, 1, 3));
      v128.store(to + 2 * stepY, v128.shuffle<f64>(high01, high23, 0, 2));
      v128.store(to + 3 * stepY, v128.shuffle<f64>(high01, high23, 1, 3));
    }
    for (; j < toJ; j++) for (let k = 0; k < 4; k++) Inline.move(x, y, a, b, i + k, j);
  }
  for (; i < toI; i++) for (let j = fromJ; j < toJ; j++) Inline.move(x, y, a, b, i, j);
}

/** Written into every place that calls them, so that a constant argument chooses code and not a branch. */
class Inline {
  @inline
  static move(x: usize, y: usize, a: i32, b: i32, i: i32, j: i32): void {
    store<u32>(y + ((<usize>(j * a + i)) << 2), load<u32>(x + ((<usize>(i * b + j)) << 2)));
  }
}
