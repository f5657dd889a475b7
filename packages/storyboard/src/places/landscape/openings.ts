/** @file Windows, doors, shop fronts and awnings on the front (local z = 0, facing +z) of a wall. */
import type { Random } from '@filmai/core-tensor/random';
import type { Local } from './local.js';
import { COLD_WINDOW, DARK_GLASS, IRON, type Paint, WARM_WINDOW, WHITEWASH } from './materials.js';

/** Windows of one wall share two surfaces, lit and dark. */
export interface Panes {
  lit: number;
  dark: number;
  share: number;
}

/** Creates the panes of a wall; `share` of them are lit, warm in homes, cold in offices. */
export function createPanes(local: Local, share: number, cold = false): Panes {
  return {
    lit: local.scene.surf(cold ? COLD_WINDOW : WARM_WINDOW),
    dark: local.scene.surf(share === 0 ? { ...DARK_GLASS, tone: 0.42 } : DARK_GLASS),
    share,
  };
}

/** One window: pane, frame cross, sill. `style` says how it is divided. */
export function setWindow(
  wall: Local,
  random: Random,
  panes: Panes,
  x: number,
  y: number,
  width: number,
  height: number,
  style: 'sash' | 'cross' | 'plain' | 'wide' = 'cross',
): void {
  const lit = random.chance(panes.share);
  wall.panel(x, y, 0.03, width, height, lit ? panes.lit : panes.dark);
  const z = 0.05;
  if (style === 'cross' || style === 'wide') {
    const n = style === 'wide' ? 3 : 2;
    for (let i = 1; i < n; i++)
      wall.line(
        [
          [x - width / 2 + (width * i) / n, y, z],
          [x - width / 2 + (width * i) / n, y + height, z],
        ],
        0.9,
      );
  }
  if (style === 'cross' || style === 'sash')
    wall.line(
      [
        [x - width / 2, y + height * 0.55, z],
        [x + width / 2, y + height * 0.55, z],
      ],
      0.9,
    );
  if (style !== 'plain')
    wall.line(
      [
        [x - width / 2 - 0.12, y - 0.07, z + 0.03],
        [x + width / 2 + 0.12, y - 0.07, z + 0.03],
      ],
      1.6,
    );
}

/** A door with panels, a frame, a handle and a step. */
export function setDoor(
  wall: Local,
  x: number,
  { width = 1, height = 2.15, paint }: { width?: number; height?: number; paint: Paint },
): void {
  wall.panel(x, 0, 0.03, width + 0.22, height + 0.12, { ...WHITEWASH, tone: 0.8 });
  wall.panel(x, 0, 0.05, width, height, paint);
  for (const [y, h] of [
    [0.2, height * 0.34],
    [height * 0.5, height * 0.42],
  ] as const) {
    if (width < 1.4) wall.outline(x, y, 0.07, width * 0.62, h, 0.7);
    else for (const s of [-1, 1]) wall.outline(x + (s * width) / 4, y, 0.07, width * 0.32, h, 0.7);
  }
  if (width >= 1.4)
    wall.line(
      [
        [x, 0, 0.07],
        [x, height, 0.07],
      ],
      1.1,
    );
  const handle = width < 1.4 ? x + width * 0.36 : x + 0.1;
  wall.line(
    [
      [handle, 1, 0.09],
      [handle, 1.12, 0.09],
    ],
    2.2,
  );
  wall.box(x, 0, 0.22, width + 0.5, 0.12, 0.44, { tone: 0.7 });
}

/** Shop window: big pane between pillars over a stall riser, with goods behind the glass. */
export function setShopWindow(
  wall: Local,
  random: Random,
  x: number,
  width: number,
  lit: boolean,
  frame: Paint,
  height = 2.3,
): void {
  wall.panel(x, 0, 0.04, width, 0.5, frame);
  wall.panel(x, 0.5, 0.05, width - 0.16, height - 0.5, lit ? WARM_WINDOW : { ...DARK_GLASS, tone: 0.4 });
  const goods: Paint = { tone: lit ? 0.5 : 0.3, tint: [0.9, 0.8, 0.7], line: 0.7 };
  for (let gx = x - width / 2 + 0.4; gx < x + width / 2 - 0.3; gx += random.range(0.4, 0.8)) {
    wall.panel(gx, 0.5, 0.07, random.range(0.18, 0.36), random.range(0.2, 0.7), goods);
  }
  for (const side of [-1, 1]) wall.box(x + (side * width) / 2, 0, 0.06, 0.14, height, 0.12, frame);
  wall.line(
    [
      [x, 0.5, 0.09],
      [x, height, 0.09],
    ],
    1,
  );
  wall.line(
    [
      [x - width * 0.3, height * 0.5, 0.09],
      [x - width * 0.12, height * 0.86, 0.09],
    ],
    0.8,
    { color: '#fbf8ee', alpha: 0.7 },
  );
}

/** A sloping striped awning. */
export function hangAwning(wall: Local, x: number, y: number, width: number, depth: number, stripe: Paint): void {
  const n = Math.max(2, Math.round(width / 0.4));
  const group = wall.scene.group();
  const labels = [wall.scene.surf({ ...stripe, group, line: 0.7 }), wall.scene.surf({ tone: 0.96, group, line: 0.7 })];
  for (let i = 0; i < n; i++) {
    const l = x - width / 2 + (width * i) / n;
    const r = l + width / n;
    wall.poly(
      [
        [l, y, 0.05],
        [r, y, 0.05],
        [r, y - depth * 0.45, depth],
        [l, y - depth * 0.45, depth],
      ],
      labels[i % 2],
    );
    wall.poly(
      [
        [l, y - depth * 0.45, depth],
        [r, y - depth * 0.45, depth],
        [(l + r) / 2, y - depth * 0.45 - 0.24, depth],
      ],
      labels[i % 2],
    );
  }
}

/** A balcony with a railing. */
export function hangBalcony(wall: Local, x: number, y: number, width: number, depth = 1.1): void {
  wall.box(x, y - 0.14, depth / 2, width, 0.14, depth, { tone: 0.74 });
  wall.box(x, y + 0.98, depth - 0.03, width, 0.05, 0.05, IRON);
  for (const side of [-1, 1]) wall.box(x + (side * (width - 0.05)) / 2, y + 0.98, depth / 2, 0.05, 0.05, depth, IRON);
  for (let i = 0; i <= Math.round(width / 0.45); i++) {
    const bx = x - width / 2 + (width * i) / Math.round(width / 0.45);
    wall.line(
      [
        [bx, y, depth - 0.03],
        [bx, y + 1, depth - 0.03],
      ],
      1,
    );
  }
}
