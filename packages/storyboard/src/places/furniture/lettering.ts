/** @file Signs: capitals and digits drawn with a few pen strokes, for doors, shops and stations. */
import type { V3 } from '../../world/vector.js';
import type { Local, Paint } from './local.js';

/**
 * Strokes on a grid three wide and four high, each a run of points written as digit pairs (x then y).
 */
const strokes: Record<string, string> = {
  A: '00 14 20/0.5,1.6 1.5,1.6',
  B: '00 04 14 23 12 02/12 21 10 00',
  C: '23 14 03 01 10 21',
  D: '00 04 14 23 21 10 00',
  E: '20 00 04 24/02 12',
  F: '00 04 24/02 12',
  G: '23 14 03 01 10 21 22 12',
  H: '00 04/20 24/02 22',
  I: '10 14',
  J: '24 21 10 01',
  K: '00 04/24 02 20',
  L: '04 00 20',
  M: '00 04 12 24 20',
  N: '00 04 20 24',
  O: '10 01 03 14 23 21 10',
  P: '00 04 14 23 12 02',
  Q: '10 01 03 14 23 21 10/11 20',
  R: '00 04 14 23 12 02/12 20',
  S: '24 04 02 22 20 00',
  T: '10 14/04 24',
  U: '04 01 10 21 24',
  V: '04 10 24',
  W: '04 00 12 20 24',
  X: '00 24/20 04',
  Y: '04 12 24/12 10',
  Z: '04 24 00 20',
  É: '20 00 04 24/02 12',
  0: '10 01 03 14 23 21 10',
  1: '03 14 10',
  2: '03 14 23 00 20',
  3: '04 24 12 21 10 00',
  4: '10 14 01 21',
  5: '24 04 02 12 21 10 00',
  6: '24 03 01 10 21 12 01',
  7: '04 24 00',
  8: '12 03 14 23 12 01 10 21 12',
  9: '00 21 23 14 03 12 23',
  '-': '02 22',
  '+': '02 22/11 13',
  '→': '02 22/13 22 11',
};

/** Writes a word centred at `x`, on the base line `y`, in the plane z of a wall or board. */
export function drawLetters(
  k: Local,
  word: string,
  x: number,
  y: number,
  z: number,
  height: number,
  weight = 1.6,
  color?: string,
): void {
  const unit = height / 4;
  const pitch = unit * 3;
  const left = x - (word.length * pitch - unit) / 2;
  const options = color ? { color, alpha: 0.95, px: true } : {};
  [...word.toUpperCase()].forEach((letter, i) => {
    for (const run of (strokes[letter] ?? '').split('/')) {
      if (run === '') continue;
      const points: V3[] = run.split(' ').map((pair) => {
        const [px, py] = pair.includes(',') ? pair.split(',').map(Number) : [Number(pair[0]), Number(pair[1])];
        return [left + i * pitch + px * unit, y + py * unit, z];
      });
      k.line(points, weight, { ...options, jitter: 0.3 });
    }
  });
}

/** A sign board with a word, centred at `x`, lower edge at `y`; `lit` makes it shine at night. */
export function drawSign(
  k: Local,
  word: string,
  x: number,
  y: number,
  height: number,
  paint: Paint = { tone: 0.3, tint: [0.6, 0.75, 1] },
  letters?: string,
  lit = false,
): void {
  const width = (word.length * 0.75 + 0.6) * height * 0.62 + height * 0.2;
  const bright = lit ? k.shine(paint.tint ?? [1, 0.9, 0.7]) : paint;
  k.box(x, y, 0.03, width, height, 0.06, bright);
  drawLetters(k, word, x, y + height * 0.2, 0.066, height * 0.6, 1.7, lit && k.time !== 'day' ? undefined : letters);
}
