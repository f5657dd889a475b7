/** @file Changes of order: x[outer, a, b, inner] → y[outer, b, a, inner]. */
import { transpose } from './shared/transpose';

/** Swaps the two middle axes of float32 elements. */
export function swapAxes(x: usize, y: usize, outer: i32, a: i32, b: i32, inner: i32): void {
  const size = (<usize>(a * b * inner)) << 2;
  for (let slice = 0; slice < outer; slice++, x += size, y += size) {
    if (inner == 1) transpose(x, (<usize>b) << 2, y, (<usize>a) << 2, a, b);
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
