/** @file Sign writing: capitals made of straight strokes, as thin surfaces, so that a sign may be painted or may glow. */
import type { V2 } from '../../world/vector.js';
import type { Local } from './local.js';
import type { Paint } from './materials.js';

/** Strokes on a grid 4 wide and 6 high; each string is a run of points "xy". */
const GLYPHS: Readonly<Record<string, string>> = {
  A: '00 26 40,12 32',
  B: '00 06 36 45 44 33 03,33 42 41 30 00',
  C: '45 36 16 05 01 10 30 41',
  D: '00 06 26 44 42 20 00',
  E: '40 00 06 46,03 33',
  F: '00 06 46,03 33',
  G: '45 36 16 05 01 10 30 41 43 23',
  H: '00 06,40 46,03 43',
  I: '20 26',
  J: '46 41 30 10 01',
  K: '00 06,46 03 40',
  L: '06 00 40',
  M: '00 06 23 46 40',
  N: '00 06 40 46',
  O: '10 30 41 45 36 16 05 01 10',
  P: '00 06 36 45 44 33 03',
  Q: '10 30 41 45 36 16 05 01 10,22 40',
  R: '00 06 36 45 44 33 03,23 40',
  S: '45 36 16 05 04 13 33 42 41 30 10 01',
  T: '20 26,06 46',
  U: '06 01 10 30 41 46',
  V: '06 20 46',
  W: '06 10 23 30 46',
  X: '00 46,06 40',
  Y: '06 23 46,23 20',
  Z: '06 46 00 40',
  '0': '10 30 41 45 36 16 05 01 10',
  '1': '05 26 20',
  '2': '05 16 36 45 44 00 40',
  '3': '06 46 23 42 41 30 10 01',
  '4': '30 36 02 42',
  '5': '46 06 03 33 42 41 30 00',
  '6': '46 16 04 01 10 30 41 42 33 03',
  '7': '06 46 10',
  '8': '13 04 05 16 36 45 44 33 13 02 01 10 30 41 42 33',
  '9': '00 30 42 45 36 16 05 04 13 43',
  '-': '13 33',
  '+': '21 25,03 43',
};

/** Width of a text of the given letter height, metres. */
export function textWidth(text: string, height: number): number {
  return text.length * height * 0.86 - height * 0.2;
}

/** Writes capitals centred at (x, baseline y) on the plane z of a frame. Letters that are not in the alphabet leave a gap. */
export function writeSign(local: Local, text: string, x: number, y: number, z: number, height: number, paint: Paint): void {
  const { scene } = local;
  const label = scene.surf({ ...paint, line: 0 });
  const unit = height / 6;
  const half = height * 0.075;
  let left = x - textWidth(text, height) / 2;
  for (const letter of text.toUpperCase()) {
    for (const run of GLYPHS[letter]?.split(',') ?? []) {
      const points = run.split(' ').map((q): V2 => [left + Number(q[0]) * unit, y + Number(q[1]) * unit]);
      for (let i = 0; i + 1 < points.length; i++) {
        const [a, b] = [points[i], points[i + 1]];
        const l = Math.hypot(b[0] - a[0], b[1] - a[1]);
        const [dx, dy] = [((b[0] - a[0]) / l) * half, ((b[1] - a[1]) / l) * half];
        local.poly(
          [
            [a[0] - dx - dy, a[1] - dy + dx, z],
            [a[0] - dx + dy, a[1] - dy - dx, z],
            [b[0] + dx + dy, b[1] + dy - dx, z],
            [b[0] + dx - dy, b[1] + dy + dx, z],
          ],
          label,
        );
      }
    }
    left += height * 0.86;
  }
}

/** A sign board with its text; `glow` lights it from within. The board's base centre is at (x, y, z) and faces local +z. */
export function hangSign(
  local: Local,
  text: string,
  at: readonly [number, number, number],
  height: number,
  { board, ink, margin = 0.35 }: { board: Paint; ink: Paint; margin?: number },
): void {
  const width = textWidth(text, height) + height * margin * 3;
  local.box(at[0], at[1], at[2], width, height * (1 + margin * 2), 0.14, board);
  writeSign(local, text, at[0], at[1] + height * margin, at[2] + 0.1, height, ink);
}

/** The word for a sign in the language whose word stands in the heading; the first entry is the default. */
export function signWord(words: string, choices: readonly (readonly [sign: string, ...marks: string[]])[]): string {
  return choices.find(([, ...marks]) => marks.some((mark) => words.includes(mark)))?.[0] ?? choices[0][0];
}
