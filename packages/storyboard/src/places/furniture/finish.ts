/** @file Floors and walls up close: boards, tiles, paper, brick, as ink lines that stop at windows and doors. */
import { clamp } from '../../world/vector.js';
import type { Local, Paint } from './local.js';
import { shade } from './materials.js';
import type { Opening } from './room.js';

/** How a floor is laid. */
export type FloorFinish = 'boards' | 'tiles' | 'large-tiles' | 'checker' | 'carpet' | 'parquet' | 'concrete' | 'plain';

/** How a wall is covered. */
export type WallFinish = 'plain' | 'paper' | 'panels' | 'tiles' | 'brick' | 'planks' | 'ashlar';

/** Draws the floor's pattern around the middle of a room. */
export function drawFloor(k: Local, width: number, depth: number, finish: FloorFinish, paint: Paint): void {
  const [x1, z1] = [width / 2, depth / 2];
  const y = 0.004;
  if (finish === 'boards') {
    for (let x = -x1 + 0.2; x < x1; x += 0.2) {
      k.line(
        [
          [x, y, -z1],
          [x, y, z1],
        ],
        0.55,
        { alpha: 0.5 },
      );
      for (let z = -z1 + k.random.range(0.3, 2); z < z1; z += 2.1)
        k.line(
          [
            [x, y, z],
            [x + 0.2, y, z],
          ],
          0.5,
          { alpha: 0.5 },
        );
    }
  } else if (finish === 'tiles' || finish === 'large-tiles') {
    const step = finish === 'tiles' ? 0.45 : 0.9;
    for (let x = -x1 + step; x < x1; x += step)
      k.line(
        [
          [x, y, -z1],
          [x, y, z1],
        ],
        0.5,
        { alpha: 0.45 },
      );
    for (let z = -z1 + step; z < z1; z += step)
      k.line(
        [
          [-x1, y, z],
          [x1, y, z],
        ],
        0.5,
        { alpha: 0.45 },
      );
  } else if (finish === 'checker') {
    const step = Math.max(0.5, width / 12);
    const dark = k.scene.surf({ ...shade(paint, 0.5), line: 0.5 });
    for (let i = 0; i * step < width; i++)
      for (let j = i % 2; j * step < depth; j += 2) {
        const w = Math.min(step, width - i * step);
        const d = Math.min(step, depth - j * step);
        k.mat(-x1 + i * step + w / 2, 0.003, -z1 + j * step + d / 2, w, d, dark);
      }
  } else if (finish === 'parquet') {
    const step = 0.36;
    for (let i = 0; (i + 0.5) * step < width; i++)
      for (let j = 0; (j + 0.5) * step < depth; j++) {
        const [cx, cz] = [-x1 + (i + 0.5) * step, -z1 + (j + 0.5) * step];
        const s = (i + j) % 2 ? 1 : -1;
        k.line(
          [
            [cx - step / 2, y, cz - (s * step) / 2],
            [cx + step / 2, y, cz + (s * step) / 2],
          ],
          0.5,
          { alpha: 0.4 },
        );
      }
  } else if (finish === 'carpet' || finish === 'concrete') {
    for (let i = 0; i < width * depth * 1.5; i++) {
      const [x, z] = [k.random.range(-x1, x1 - 0.3), k.random.range(-z1, z1)];
      const l = finish === 'carpet' ? 0.07 : k.random.range(0.1, 0.5);
      k.line(
        [
          [x, y, z],
          [x + l, y, z + k.random.range(-0.06, 0.06)],
        ],
        0.45,
        { alpha: 0.4 },
      );
    }
    if (finish === 'concrete')
      for (let z = -z1 + 2.4; z < z1; z += 2.4)
        k.line(
          [
            [-x1, y, z],
            [x1, y, z],
          ],
          0.6,
          { alpha: 0.5 },
        );
  }
}

/** Draws a wall's covering between its openings. */
export function drawWallFinish(at: Local, length: number, height: number, finish: WallFinish, holes: readonly Opening[]): void {
  const edge = length / 2;
  if (finish === 'paper') for (let x = -edge + 0.3; x < edge; x += 0.3) upright(at, x, 0.12, height, holes, 0.45);
  if (finish === 'planks') for (let x = -edge + 0.18; x < edge; x += 0.18) upright(at, x, 0.05, height, holes, 0.55);
  if (finish === 'panels') {
    const count = Math.max(1, Math.round(length / 0.9));
    const step = length / count;
    for (let i = 0; i < count; i++) {
      const x = -edge + (i + 0.5) * step;
      if (holes.some((h) => Math.abs(h.x - x) < (h.width + step) / 2 && h.from < 1)) continue;
      at.outline(x, 0.2, 0.012, step - 0.16, 0.72);
      if (!holes.some((h) => Math.abs(h.x - x) < (h.width + step) / 2)) at.outline(x, 1.06, 0.012, step - 0.16, height - 1.3);
    }
  }
  if (finish === 'tiles') {
    const top = Math.min(height, 2.1);
    for (let x = -edge + 0.2; x < edge; x += 0.2) upright(at, x, 0.1, top, holes, 0.4);
    for (let y = 0.2; y <= top + 0.01; y += 0.2) level(at, -edge, edge, y, holes, 0.4);
  }
  if (finish === 'brick' || finish === 'ashlar') {
    const [w, h] = finish === 'brick' ? [0.25, 0.085] : [0.8, 0.4];
    const share = finish === 'brick' ? 0.16 : 0.8;
    for (let y = h, row = 0; y < height; y += h, row++)
      for (let x = -edge + (row % 2 ? w / 2 : 0); x < edge; x += w) {
        if (!at.random.chance(share)) continue;
        level(at, x, Math.min(edge, x + w), y, holes, 0.5);
        if (y + h < height) upright(at, clamp(x, -edge, edge), y, y + h, holes, 0.5);
      }
  }
}

/** An upright line, without the parts inside openings. */
function upright(at: Local, x: number, from: number, to: number, holes: readonly Opening[], weight: number): void {
  let y = from;
  const over = holes.filter((h) => Math.abs(h.x - x) <= h.width / 2).sort((a, b) => a.from - b.from);
  for (const [low, high] of [...over.map((h) => [h.from, h.to]), [to, to]]) {
    const end = Math.min(low, to);
    if (end - y > 0.02)
      at.line(
        [
          [x, y, 0.008],
          [x, end, 0.008],
        ],
        weight,
        { alpha: 0.45 },
      );
    y = Math.max(y, high);
  }
}

/** A level line, without the parts inside openings. */
function level(at: Local, from: number, to: number, y: number, holes: readonly Opening[], weight: number): void {
  let x = from;
  const over = holes.filter((h) => h.from < y && h.to > y).sort((a, b) => a.x - b.x);
  for (const [left, right] of [...over.map((h) => [h.x - h.width / 2, h.x + h.width / 2]), [to, to]]) {
    const end = Math.min(left, to);
    if (end - x > 0.02)
      at.line(
        [
          [x, y, 0.008],
          [end, y, 0.008],
        ],
        weight,
        { alpha: 0.45 },
      );
    x = Math.max(x, right);
  }
}
