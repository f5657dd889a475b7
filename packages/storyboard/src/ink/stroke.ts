/** Pen and brush marks on a canvas: tapered wobbling strokes as filled outlines. */
import { type Random } from '@filmai/core-tensor/random';
import type { SKRSContext2D } from '@napi-rs/canvas';
import { type V2, noise2 } from '../world/vector.js';

export interface Pen {
  w: number;
  wobble?: number;
  taper?: number;
  pressure?: number;
  overshoot?: number;
}
/** Adds one stroke (variable-width ribbon) to the current path of ctx. */
export function stroke(ctx: SKRSContext2D, src: V2[], pen: Pen, rng: Random) {
  let p = src;
  if (p.length < 2) return;
  const o = pen.overshoot ?? 0;
  if (o > 0) {
    const a = p[0],
      b = p[1],
      y = p[p.length - 1],
      x = p[p.length - 2];
    const l1 = Math.hypot(a[0] - b[0], a[1] - b[1]) || 1,
      l2 = Math.hypot(y[0] - x[0], y[1] - x[1]) || 1;
    p = [
      [a[0] + ((a[0] - b[0]) / l1) * o * rng.next(), a[1] + ((a[1] - b[1]) / l1) * o * rng.next()],
      ...p,
      [y[0] + ((y[0] - x[0]) / l2) * o * rng.next(), y[1] + ((y[1] - x[1]) / l2) * o * rng.next()],
    ];
  }
  let L = 0;
  const d: number[] = [0];
  for (let i = 1; i < p.length; i++) {
    L += Math.hypot(p[i][0] - p[i - 1][0], p[i][1] - p[i - 1][1]);
    d.push(L);
  }
  if (L < 1.2) return;
  if (p.length === 2 && L > 14) {
    const n = Math.ceil(L / 12),
      q: V2[] = [];
    for (let i = 0; i <= n; i++) q.push([p[0][0] + ((p[1][0] - p[0][0]) * i) / n, p[0][1] + ((p[1][1] - p[0][1]) * i) / n]);
    p = q;
    d.length = 0;
    for (let i = 0; i <= n; i++) d.push((L * i) / n);
  }
  const wob = (pen.wobble ?? 0.8) * Math.min(1, L / 60),
    s1 = rng.range(0, 900),
    s2 = rng.range(0, 900),
    tp = Math.min(pen.taper ?? 18, L * 0.45),
    pr = pen.pressure ?? 0.45;
  const l: V2[] = [],
    r: V2[] = [];
  for (let i = 0; i < p.length; i++) {
    const a = p[Math.max(0, i - 1)],
      b = p[Math.min(p.length - 1, i + 1)],
      tx = b[0] - a[0],
      ty = b[1] - a[1],
      tl = Math.hypot(tx, ty) || 1,
      nx = -ty / tl,
      ny = tx / tl;
    const off = (noise2(d[i] / 46, s1) - 0.5) * 2 * wob + (noise2(d[i] / 11, s1 + 5) - 0.5) * wob * 0.5;
    const end = Math.min(1, 0.25 + (0.75 * Math.min(d[i], L - d[i])) / (tp || 1)),
      w = pen.w * 0.5 * end * (1 - pr + pr * 2 * noise2(d[i] / 34, s2));
    const x = p[i][0] + nx * off,
      y = p[i][1] + ny * off;
    l.push([x + nx * w, y + ny * w]);
    r.push([x - nx * w, y - ny * w]);
  }
  ctx.moveTo(l[0][0], l[0][1]);
  for (let i = 1; i < l.length; i++) ctx.lineTo(l[i][0], l[i][1]);
  for (let i = r.length - 1; i >= 0; i--) ctx.lineTo(r[i][0], r[i][1]);
  ctx.closePath();
}
