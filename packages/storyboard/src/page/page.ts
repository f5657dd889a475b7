/** Storyboard furniture: hand-ruled basis, slate strip, camera and subject arrows. Drawn over a finished panel. */
import { createRandom, type Random } from '@filmai/core-tensor/random';
import { createCanvas, type Canvas } from '@napi-rs/canvas';
import { type V2 } from '../world/vector.js';
import { stroke } from '../ink/stroke.js';

export interface Slate {
  scene: string;
  shot: string;
  heading: string;
  size: string;
  move: string;
  note?: string;
}
export type Arrow =
  { kind: 'move'; from: V2; to: V2; bend?: number } | { kind: 'push' | 'pull' } | { kind: 'pan' | 'tilt'; dir: 1 | -1 };
export function page(panel: Canvas, slate: Slate, arrows: Arrow[], seed: number, font = 'DejaVu Sans', fs = 1): Canvas {
  const W = panel.width,
    H = panel.height,
    M = 34,
    S = 78,
    c = createCanvas(W + M * 2, H + M * 2 + S),
    k = c.getContext('2d'),
    rng = createRandom(seed ^ 77);
  k.fillStyle = '#f6f1e6';
  k.fillRect(0, 0, c.width, c.height);
  k.save();
  k.translate(M, M);
  k.drawImage(panel, 0, 0);
  drawArrows(k, W, H, arrows, rng);
  k.fillStyle = '#17151a';
  k.beginPath();
  for (const [a, b] of [
    [
      [0, 0],
      [W, 0],
    ],
    [
      [W, 0],
      [W, H],
    ],
    [
      [W, H],
      [0, H],
    ],
    [
      [0, H],
      [0, 0],
    ],
  ] as [V2, V2][]) {
    stroke(k, [a, b], { w: 5, wobble: 0.8, overshoot: 10, taper: 8, pressure: 0.2 }, rng);
  }
  k.fill();
  k.fillStyle = '#17151a';
  k.font = `bold ${26 * fs}px "${font}"`;
  k.fillText(`SC ${slate.scene}  SHOT ${slate.shot}`, 4, H + 40);
  k.font = `${22 * fs}px "${font}"`;
  k.fillText(slate.heading, 250, H + 40);
  k.textAlign = 'right';
  k.fillText(`${slate.size}${slate.move ? '  ·  ' + slate.move : ''}`, W - 4, H + 40);
  k.textAlign = 'left';
  if (slate.note) {
    k.font = `${20 * fs}px "${font}"`;
    k.fillStyle = '#4a4650';
    k.fillText(slate.note, 4, H + 74);
  }
  k.restore();
  return c;
}
export function drawArrows(k: any, W: number, H: number, arrows: Arrow[], rng: Random) {
  const body = (pts: V2[], w: number) => {
    // fat outlined arrow along a path
    const l: V2[] = [],
      r: V2[] = [],
      n = pts.length;
    for (let i = 0; i < n; i++) {
      const a = pts[Math.max(0, i - 1)],
        b = pts[Math.min(n - 1, i + 1)],
        dx = b[0] - a[0],
        dy = b[1] - a[1],
        q = Math.hypot(dx, dy) || 1,
        t = w * (0.35 + (0.65 * i) / n);
      l.push([pts[i][0] - (dy / q) * t, pts[i][1] + (dx / q) * t]);
      r.push([pts[i][0] + (dy / q) * t, pts[i][1] - (dx / q) * t]);
    }
    const e = pts[n - 1],
      p = pts[n - 2],
      dx = e[0] - p[0],
      dy = e[1] - p[1],
      q = Math.hypot(dx, dy) || 1,
      u: V2 = [dx / q, dy / q];
    const tip: V2 = [e[0] + u[0] * w * 3, e[1] + u[1] * w * 3];
    const out: V2[] = [
      ...l,
      [e[0] - u[1] * w * 2.3, e[1] + u[0] * w * 2.3],
      tip,
      [e[0] + u[1] * w * 2.3, e[1] - u[0] * w * 2.3],
      ...r.reverse(),
    ];
    k.fillStyle = 'rgba(250,247,240,.9)';
    k.beginPath();
    for (const o of out) k.lineTo(o[0], o[1]);
    k.closePath();
    k.fill();
    k.fillStyle = 'rgba(158,38,30,.95)';
    k.beginPath();
    for (let i = 0; i < out.length; i++)
      stroke(k, [out[i], out[(i + 1) % out.length]], { w: 3.4, wobble: 0.5, taper: 0, pressure: 0.2, overshoot: 1.5 }, rng);
    k.fill();
  };
  for (const a of arrows) {
    if (a.kind === 'move') {
      const pts: V2[] = [];
      const nx = -(a.to[1] - a.from[1]),
        ny = a.to[0] - a.from[0];
      for (let i = 0; i <= 14; i++) {
        const t = i / 14,
          b = (a.bend ?? 0.15) * 4 * t * (1 - t);
        pts.push([a.from[0] + (a.to[0] - a.from[0]) * t + nx * b, a.from[1] + (a.to[1] - a.from[1]) * t + ny * b]);
      }
      body(pts, 10);
    } else if (a.kind === 'push' || a.kind === 'pull') {
      for (const [x, y] of [
        [0, 0],
        [1, 0],
        [0, 1],
        [1, 1],
      ]) {
        const o: V2 = [x ? W - 26 : 26, y ? H - 22 : 22],
          i: V2 = [x ? W - 120 : 120, y ? H - 76 : 76];
        body(a.kind === 'push' ? [o, i] : [i, o], 7);
      }
    } else if (a.kind === 'pan' || a.kind === 'tilt') {
      if (a.kind === 'pan')
        body(
          a.dir > 0
            ? [
                [W - 210, H / 2],
                [W - 80, H / 2],
              ]
            : [
                [210, H / 2],
                [80, H / 2],
              ],
          13,
        );
      else
        body(
          a.dir > 0
            ? [
                [W - 66, H - 90],
                [W - 66, H - 220],
              ]
            : [
                [W - 66, 90],
                [W - 66, 220],
              ],
          13,
        );
    }
  }
}
