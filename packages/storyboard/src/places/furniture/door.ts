/** @file Doors in a wall: panelled, plain, glazed, double, barred, as leaf, frame and handle. */
import type { Local, Paint } from './local.js';
import { birch, glass, iron, shade, white } from './materials.js';

/** What a door looks like. */
export interface DoorStyle {
  /** Of the whole door, metres. Default 0.9; double doors 1.5. */
  width?: number;
  /** Metres. Default 2.05. */
  height?: number;
  paint?: Paint;
  frame?: Paint;
  /** Default `'panels'`. */
  leaf?: 'panels' | 'plain' | 'window' | 'glazed' | 'planks' | 'bars' | 'steel';
  double?: boolean;
  /** The wall has a hole here and the leaf stands open away from the room. */
  open?: boolean;
}

/** Builds a door whose threshold's middle is at `k`, in the wall's axes. */
export function drawDoor(k: Local, style: DoorStyle): void {
  const width = style.width ?? (style.double ? 1.5 : 0.9);
  const height = style.height ?? 2.05;
  const paint = style.paint ?? birch;
  const frame = style.frame ?? (style.paint ? shade(style.paint, 0.85) : white);
  for (const side of [-1, 1]) k.box(side * (width / 2 + 0.05), 0, 0.03, 0.1, height + 0.1, 0.08, frame);
  k.box(0, height, 0.03, width, 0.1, 0.08, frame);
  const leaves = style.double ? 2 : 1;
  const leafWidth = width / leaves;
  for (let i = 0; i < leaves; i++) {
    const side = style.double ? (i ? 1 : -1) : -1;
    const hinge = style.double ? (side * width) / 2 : -width / 2;
    // A leaf is built from its hinge towards its handle.
    const turn = style.open ? (side < 0 ? 1.3 : -1.3) : 0;
    const leaf = k.at(hinge, 0, 0.02, turn);
    drawLeaf(leaf, -side * leafWidth, height, paint, style.leaf ?? 'panels');
  }
}

/** One leaf; `width` is negative where it goes to the left of its hinge. */
function drawLeaf(k: Local, width: number, height: number, paint: Paint, leaf: NonNullable<DoorStyle['leaf']>): void {
  const middle = width / 2;
  const w = Math.abs(width);
  const front = 0.028;
  if (leaf === 'bars') {
    for (let i = 0; i <= 6; i++)
      k.tube(
        [
          [(width * i) / 6, 0, 0],
          [(width * i) / 6, height, 0],
        ],
        0.016,
        iron,
        6,
      );
    for (const y of [0.05, 1.0, height - 0.06]) k.box(middle, y, 0, w, 0.06, 0.03, iron);
    k.box(width * 0.88, 0.95, 0.01, 0.16, 0.2, 0.06, iron);
    return;
  }
  k.box(middle, 0.01, 0, w - 0.01, height - 0.02, 0.05, paint);
  if (leaf === 'panels')
    for (const [y, h] of [
      [0.18, 0.62],
      [0.98, height - 1.16],
    ])
      for (const side of [-1, 1]) k.outline(middle + (side * w) / 4.2, y, front, w * 0.36, h, 0.8);
  if (leaf === 'planks') {
    for (let x = 0.15; x < w; x += 0.15)
      k.line(
        [
          [Math.sign(width) * x, 0.03, front],
          [Math.sign(width) * x, height - 0.03, front],
        ],
        0.7,
      );
    for (const y of [0.35, height - 0.45]) k.box(middle, y, 0.03, w * 0.86, 0.07, 0.012, iron);
  }
  if (leaf === 'window') {
    k.panel(middle, 1.15, front, w * 0.42, 0.62, glass);
    k.outline(middle, 1.15, front + 0.004, w * 0.42, 0.62, 0.9);
  }
  if (leaf === 'glazed') {
    k.panel(middle, 0.28, front, w - 0.2, height - 0.45, glass);
    k.line(
      [
        [middle - w * 0.2, 1.0, front + 0.01],
        [middle + w * 0.12, 1.5, front + 0.01],
      ],
      1,
      { color: '#fffdf6', alpha: 0.5, px: true },
    );
  }
  if (leaf === 'steel') {
    for (const y of [0.12, 1.1]) k.outline(middle, y, front, w - 0.2, 0.8, 0.7);
    k.box(middle, 1.55, 0.03, 0.3, 0.14, 0.012, shade(paint, 0.5));
    for (const y of [0.3, 1, 1.75]) k.box(Math.sign(width) * 0.05, y, 0.03, 0.06, 0.14, 0.03, shade(paint, 0.7));
  }
  k.box(width * 0.9, 1.0, 0.045, 0.13, 0.025, 0.04, iron);
  k.panel(width * 0.92, 0.95, front, 0.045, 0.16, iron);
}
