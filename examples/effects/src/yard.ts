/** @file A clip of one's own to try effects on: a yard at dusk with a brick wall, a paved ground and some crates, seen by a hand-held camera. */
import { createFrame, type Frame } from '@filmai/core-tensor/frames';
import { createRandom } from '@filmai/core-tensor/random';

/** Where the wall ends and the ground begins, as a part of the height. */
const HORIZON = 0.62;
/** Bricks and slabs as parts of the height. */
const BRICK = { width: 0.13, height: 0.055, joint: 0.006 } as const;
/** How far the hand moves, as a part of the height. */
const SHAKE = 0.006;

/** Films the yard. */
export function* filmYard({
  width,
  height,
  fps,
  seconds,
}: {
  width: number;
  height: number;
  fps: number;
  seconds: number;
}): Generator<Frame> {
  const margin = Math.ceil(2 * SHAKE * height) + 1;
  const set = drawYard(width + 2 * margin, height + 2 * margin, height);
  for (let index = 0; index < Math.round(seconds * fps); index++) {
    const time = index / fps;
    const left = margin + Math.round(SHAKE * height * (Math.sin(1.9 * time) + 0.5 * Math.sin(4.3 * time + 1)));
    const top = margin + Math.round(SHAKE * height * (Math.sin(1.3 * time + 2) + 0.4 * Math.sin(3.7 * time)));
    const frame = createFrame(width, height, { seconds: time });
    for (let y = 0; y < height; y++) {
      const from = ((y + top) * set.width + left) * 4;
      frame.data.set(set.data.subarray(from, from + width * 4), y * width * 4);
    }
    yield frame;
  }
}

function drawYard(width: number, height: number, unit: number): Frame {
  const set = createFrame(width, height, { fill: [0, 0, 0, 255] });
  const random = createRandom('yard');
  const tones = Array.from({ length: 997 }, () => random.range(-1, 1));
  const tone = (a: number, b: number): number => tones[(((a * 131 + b * 37) % 997) + 997) % 997];
  const horizon = HORIZON * height;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour =
        y < horizon ? wallAt(x / unit, y / unit, tone) : groundAt((x - width / 2) / unit, (y - horizon) / unit, tone);
      const grain = 1 + 0.06 * tone(x * 3 + 1, y * 5);
      // Dusk: what little light there is comes from above.
      const dusk = (0.9 - 0.35 * (y / height)) * grain;
      for (let c = 0; c < 3; c++) set.data[(y * width + x) * 4 + c] = colour[c] * dusk;
    }
  }
  drawCrates(set, unit, horizon);
  return set;
}

type Tone = (a: number, b: number) => number;

function wallAt(x: number, y: number, tone: Tone): [number, number, number] {
  const row = Math.floor(y / BRICK.height);
  const along = x / BRICK.width + (row % 2) / 2;
  const column = Math.floor(along);
  const fromEdge = Math.min((along - column) * BRICK.width, y - row * BRICK.height);
  if (fromEdge < BRICK.joint) return [34, 35, 42];
  const shade = 1 + 0.22 * tone(column, row);
  return [54 * shade, 43 * shade, 46 * shade];
}

function groundAt(x: number, y: number, tone: Tone): [number, number, number] {
  // Slabs in perspective: the further up, the smaller.
  const depth = 0.16 / (y + 0.05);
  const [across, away] = [(x * depth) / 0.5, depth * 3];
  const edge = Math.min(Math.abs(across - Math.round(across)), Math.abs(away - Math.round(away)));
  const shade = (1 + 0.15 * tone(Math.floor(across), Math.floor(away))) * (edge < 0.03 ? 0.6 : 1);
  return [47 * shade, 49 * shade, 57 * shade];
}

function drawCrates(set: Frame, unit: number, horizon: number): void {
  const crates = [
    [0.16, 0.3, 0.24],
    [0.33, 0.12, 0.15],
    [set.width / unit - 0.42, 0.26, 0.3],
  ];
  for (const [left, height, width] of crates) {
    const bottom = horizon + 0.07 * unit;
    for (let y = Math.round(bottom - height * unit); y < bottom; y++) {
      for (let x = Math.round(left * unit); x < (left + width) * unit; x++) {
        if (x < 0 || x >= set.width || y < 0) continue;
        const plank = ((x / unit - left) / width) * 5;
        const dark = plank % 1 < 0.08 || bottom - y > height * unit - 2 ? 0.55 : 1;
        const colour = [58, 48, 38].map((value) => value * dark * (0.9 + 0.1 * Math.sin(9 * Math.floor(plank))));
        for (let c = 0; c < 3; c++) set.data[(y * set.width + x) * 4 + c] = colour[c];
      }
    }
  }
}
