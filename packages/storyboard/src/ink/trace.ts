/** Turns the label image into pen strokes: pixel cracks -> chains -> corners -> smooth strokes. */
import { type V2 } from '../world/vector.js';
import { Scene } from '../world/scene.js';
import { type Vis } from '../camera/raster.js';

export interface Contour {
  pts: V2[];
  depth: number;
  label: number;
  other: number;
  sil: boolean;
  len: number;
  straight: boolean;
}

/** Coordinates come back in picture pixels (vis is ss times larger). */
export function traceContours(sc: Scene, vis: Vis, ss: number): Contour[] {
  const { W, H, tri, iz } = vis,
    lab = new Int16Array(W * H);
  for (let i = 0; i < lab.length; i++) lab[i] = tri[i] < 0 ? -1 : sc.lab[tri[i]];
  const S = sc.surfaces,
    edge = (a: number, b: number, sa: number, sb: number): boolean => {
      // is there an inked crack between pixels a and b? sa/sb: next pixel outward
      const la = lab[a],
        lb = lab[b];
      if (la !== lb) {
        const A = la < 0 ? undefined : S[la],
          B = lb < 0 ? undefined : S[lb],
          near = !A ? B! : !B ? A : iz[a] > iz[b] ? A : B;
        return (near.line ?? 1) > 0;
      }
      if (la < 0) return false;
      const c = S[la].crease;
      if (!c) return false;
      const za = 1 / iz[a],
        zb = 1 / iz[b],
        j = Math.abs(za - zb);
      if (j < c) return false;
      const s1 = lab[sa] === la ? Math.abs(za - 1 / iz[sa]) : 1e9,
        s2 = lab[sb] === la ? Math.abs(zb - 1 / iz[sb]) : 1e9;
      return j > c + 2.2 * Math.min(s1, s2);
    };
  const N = W + 1,
    right = new Uint8Array(N * (H + 1)),
    down = new Uint8Array(N * (H + 1)); // edges of the corner lattice
  for (let y = 1; y < H; y++)
    for (let x = 0; x < W; x++) {
      const b = y * W + x,
        a = b - W;
      if (tri[a] !== tri[b] && edge(a, b, y > 1 ? a - W : a, y < H - 1 ? b + W : b)) right[y * N + x] = 1;
    }
  for (let y = 0; y < H; y++)
    for (let x = 1; x < W; x++) {
      const b = y * W + x,
        a = b - 1;
      if (tri[a] !== tri[b] && edge(a, b, x > 1 ? a - 1 : a, x < W - 1 ? b + 1 : b)) down[y * N + x] = 1;
    }
  const deg = (q: number) => right[q] + down[q] + (q % N > 0 ? right[q - 1] : 0) + (q >= N ? down[q - N] : 0);
  const take = (q: number): number => {
    if (right[q]) {
      right[q] = 0;
      return q + 1;
    }
    if (down[q]) {
      down[q] = 0;
      return q + N;
    }
    if (q % N > 0 && right[q - 1]) {
      right[q - 1] = 0;
      return q - 1;
    }
    if (q >= N && down[q - N]) {
      down[q - N] = 0;
      return q - N;
    }
    return -1;
  };
  const nodeDeg = new Uint8Array(N * (H + 1));
  for (let q = 0; q < nodeDeg.length; q++) nodeDeg[q] = deg(q);
  const chains: number[][] = [],
    walk = (q: number) => {
      const c = [q];
      for (;;) {
        const n = take(q);
        if (n < 0) break;
        c.push(n);
        q = n;
        if (nodeDeg[n] !== 2) break;
      }
      if (c.length > 2) chains.push(c);
    };
  for (let q = 0; q < nodeDeg.length; q++) if (nodeDeg[q] && nodeDeg[q] !== 2) while (deg(q)) walk(q);
  for (let q = 0; q < nodeDeg.length; q++) while (nodeDeg[q] === 2 && right[q]) walk(q);
  const merged = mergeAtNodes(chains, N);
  const out: Contour[] = [];
  for (const c of merged) {
    const p: V2[] = c.map((q) => [q % N, Math.floor(q / N)]);
    if (p.length < 7 * ss) continue;
    const mi = Math.floor(p.length / 2),
      px = (k: number, dx: number, dy: number) => {
        const x = Math.min(W - 1, Math.max(0, p[k][0] + dx)),
          y = Math.min(H - 1, Math.max(0, p[k][1] + dy));
        return y * W + x;
      };
    const quad = (k: number) => [px(k, 0, 0), px(k, -1, 0), px(k, 0, -1), px(k, -1, -1)];
    for (const seg of splitCorners(p, 1.1 * ss)) {
      if (seg.length < 5 * ss) continue;
      const k = p.indexOf(seg[seg.length >> 1]);
      let bi = -1,
        bz = -1,
        oi = -1,
        oz = 9e9;
      for (const o of quad(k < 0 ? mi : k)) {
        if (iz[o] > bz) {
          bz = iz[o];
          bi = o;
        }
        if (iz[o] < oz) {
          oz = iz[o];
          oi = o;
        }
      }
      const a = lab[bi],
        b = lab[oi];
      const sm = relax(seg, 9 * ss);
      const r = resample(sm, 5 * ss).map(([x, y]) => [x / ss, y / ss] as V2);
      let L = 0;
      for (let i = 1; i < r.length; i++) L += Math.hypot(r[i][0] - r[i - 1][0], r[i][1] - r[i - 1][1]);
      const e = r[r.length - 1],
        chord = Math.hypot(e[0] - r[0][0], e[1] - r[0][1]);
      out.push({
        pts: r,
        depth: 1 / bz,
        label: a,
        other: b,
        sil: b < 0 || a < 0 || S[a].group !== S[b].group || 1 / oz - 1 / bz > 0.15,
        len: L,
        straight: chord > L * 0.995,
      });
    }
  }
  return out;
}
/** joins chains that run on straight through a junction: long confident lines instead of stubs */
function mergeAtNodes(chains: number[][], N: number): number[][] {
  const ends = new Map<number, { c: number; head: boolean; dx: number; dy: number }[]>();
  const dir = (c: number[], head: boolean) => {
    const a = head ? c[0] : c[c.length - 1],
      k = Math.min(12, c.length - 1),
      b = head ? c[k] : c[c.length - 1 - k];
    const dx = (b % N) - (a % N),
      dy = Math.floor(b / N) - Math.floor(a / N),
      l = Math.hypot(dx, dy) || 1;
    return [dx / l, dy / l];
  };
  chains.forEach((c, i) => {
    if (c[0] === c[c.length - 1]) return;
    for (const head of [true, false]) {
      const q = head ? c[0] : c[c.length - 1],
        [dx, dy] = dir(c, head);
      const l = ends.get(q) ?? [];
      l.push({ c: i, head, dx, dy });
      ends.set(q, l);
    }
  });
  const link = new Map<string, { c: number; head: boolean }>();
  for (const l of ends.values()) {
    const used = new Set<number>();
    const pairs: [number, number, number][] = [];
    for (let i = 0; i < l.length; i++)
      for (let j = i + 1; j < l.length; j++) if (l[i].c !== l[j].c) pairs.push([l[i].dx * l[j].dx + l[i].dy * l[j].dy, i, j]);
    pairs.sort((a, b) => a[0] - b[0]);
    for (const [d, i, j] of pairs) {
      if (d > -0.93 || used.has(i) || used.has(j)) continue;
      used.add(i);
      used.add(j);
      link.set(l[i].c + (l[i].head ? 'h' : 't'), l[j]);
      link.set(l[j].c + (l[j].head ? 'h' : 't'), l[i]);
    }
  }
  const done = new Uint8Array(chains.length),
    out: number[][] = [];
  const grow = (i: number, head: boolean, acc: number[]) => {
    let key = i + (head ? 'h' : 't');
    for (;;) {
      const n = link.get(key);
      if (!n || done[n.c]) return;
      done[n.c] = 1;
      const c = n.head ? chains[n.c] : chains[n.c].slice().reverse();
      acc.push(...c.slice(1));
      key = n.c + (n.head ? 't' : 'h');
    }
  };
  chains.forEach((c, i) => {
    if (done[i]) return;
    done[i] = 1;
    const fwd = c.slice();
    grow(i, false, fwd);
    const back = c.slice().reverse();
    const n0 = back.length;
    grow(i, true, back);
    out.push([...back.slice(n0).reverse(), ...fwd]);
  });
  return out;
}
/** Douglas-Peucker, then split at real corners only (sharp angle between two long sides). */
function splitCorners(p: V2[], eps: number): V2[][] {
  const n = p.length,
    keep = new Uint8Array(n);
  keep[0] = keep[n - 1] = 1;
  const closed = p[0][0] === p[n - 1][0] && p[0][1] === p[n - 1][1];
  const st: [number, number][] = [];
  if (closed) {
    const m = n >> 1;
    keep[m] = 1;
    st.push([0, m], [m, n - 1]);
  } else st.push([0, n - 1]);
  while (st.length) {
    const [a, b] = st.pop()!;
    const [ax, ay] = p[a],
      dx = p[b][0] - ax,
      dy = p[b][1] - ay,
      l = Math.hypot(dx, dy) || 1;
    let m = 0,
      k = -1;
    for (let i = a + 1; i < b; i++) {
      const d = Math.abs((p[i][0] - ax) * dy - (p[i][1] - ay) * dx) / l;
      if (d > m) {
        m = d;
        k = i;
      }
    }
    if (m > eps) {
      keep[k] = 1;
      st.push([a, k], [k, b]);
    }
  }
  const ix: number[] = [];
  for (let i = 0; i < n; i++) if (keep[i]) ix.push(i);
  const out: V2[][] = [];
  let s = 0;
  for (let i = 1; i + 1 < ix.length; i++) {
    const a = p[ix[i - 1]],
      b = p[ix[i]],
      c = p[ix[i + 1]],
      ux = b[0] - a[0],
      uy = b[1] - a[1],
      wx = c[0] - b[0],
      wy = c[1] - b[1],
      lu = Math.hypot(ux, uy),
      lw = Math.hypot(wx, wy);
    if (lu > eps * 7 && lw > eps * 7 && (ux * wx + uy * wy) / (lu * lw) < 0.8) {
      out.push(p.slice(s, ix[i] + 1));
      s = ix[i];
    }
  }
  out.push(p.slice(s));
  return out;
}
function relax(p: V2[], it: number): V2[] {
  let a = p.map((q) => [q[0], q[1]] as V2);
  const closed = p.length > 8 && p[0][0] === p[p.length - 1][0] && p[0][1] === p[p.length - 1][1];
  for (let k = 0; k < it; k++) {
    const b = a.map((q) => [q[0], q[1]] as V2);
    for (let i = 1; i + 1 < a.length; i++) {
      b[i][0] = (a[i - 1][0] + 2 * a[i][0] + a[i + 1][0]) / 4;
      b[i][1] = (a[i - 1][1] + 2 * a[i][1] + a[i + 1][1]) / 4;
    }
    if (closed) {
      const n = a.length;
      b[0] = b[n - 1] = [(a[n - 2][0] + 2 * a[0][0] + a[1][0]) / 4, (a[n - 2][1] + 2 * a[0][1] + a[1][1]) / 4];
    }
    a = b;
  }
  return a;
}
export function resample(p: V2[], step: number): V2[] {
  const o: V2[] = [p[0]];
  let acc = 0;
  for (let i = 1; i < p.length; i++) {
    const d = Math.hypot(p[i][0] - p[i - 1][0], p[i][1] - p[i - 1][1]);
    acc += d;
    if (acc >= step) {
      o.push(p[i]);
      acc = 0;
    }
  }
  const e = p[p.length - 1];
  if (o[o.length - 1] !== e) o.push(e);
  return o;
}
