/** The artist: light -> tone -> ink wash, then hatching, contours, drawn details, weather; on grained paper. */
import { createRandom, type Random } from '@filmai/core-tensor/random';
import { createCanvas, type Canvas, type SKRSContext2D } from '@napi-rs/canvas';
import { type V3, type V2, add, sub, mul, mad, dot, cross, norm, len, clamp, smooth, lerp, noiseTex, texAt, texLin } from '../world/vector.js';
import { Scene } from '../world/scene.js';
import { type Camera, project, rayDir, rasterise, type Vis } from '../camera/raster.js';
import { shadowMap } from '../camera/shadow.js';
import { traceContours } from './trace.js';
import { stroke } from './stroke.js';
import type { Mood } from './mood.js';

export type { Mood } from './mood.js';
export interface Stats {
  [k: string]: number;
}

export function drawPanel(sc: Scene, cam: Camera, m: Mood, seed: number, stats: Stats = {}): Canvas {
  const W = cam.W,
    H = cam.H,
    ss = 1.5,
    rng = createRandom(seed),
    T = noiseTex();
  let t0 = performance.now();
  const lap = (k: string) => {
    const t = performance.now();
    stats[k] = Math.round(t - t0);
    t0 = t;
  };
  const vis = rasterise(sc, cam, ss);
  lap('raster');
  const sh = shadowMap(sc, m.key, m.shadowCentre, m.shadowRadius, 1200, (l) => (sc.surfaces[l].glow ?? 0) > 0.5);
  lap('shadow');
  // ---- tone: one luminance and colour per pixel
  const Lm = new Float32Array(W * H),
    lab = new Int16Array(W * H),
    Z = new Float32Array(W * H),
    warm = new Float32Array(W * H);
  const K = norm(m.key),
    S = sc.surfaces,
    b3 = (m.shadowRadius / 1200) * 2.5;
  for (let y = 0; y < H; y++)
    for (let x = 0; x < W; x++) {
      const o = y * W + x,
        q = Math.floor((y + 0.5) * ss) * vis.W + Math.floor((x + 0.5) * ss),
        t = vis.tri[q];
      if (t < 0) {
        lab[o] = -1;
        Z[o] = 1e6;
        Lm[o] = sky(m, cam, x, y, T);
        continue;
      }
      const L = sc.lab[t],
        s = S[L],
        z = 1 / vis.iz[q],
        rd = rayDir(cam, x + 0.5, y + 0.5),
        p = mad(cam.eye, rd, z);
      lab[o] = L;
      Z[o] = z;
      let n = triNormal(sc, t, p);
      if (dot(n, rd) > 0) n = mul(n, -1);
      const ndl = dot(n, K),
        fig = !!s.soft && s.soft !== 'leaf' && s.soft !== 'water',
        jit = Math.min(b3 * 3.5, fig ? 0.012 : 0.3);
      let dir = 0;
      if (ndl > 0 && m.keyPower > 0)
        dir =
          Math.min(1, ndl * 1.35 + 0.1) *
          sh.at(
            add(mad(p, n, b3 * 1.2), [(texAt(T, x * 3, y * 3) - 0.5) * jit, 0, (texAt(T, x * 3 + 77, y * 3 + 40) - 0.5) * jit]),
            b3 * 0.6 + (fig ? 0.03 : 0.004),
          );
      let e = m.ambient * (0.78 + 0.22 * n[1]) + m.keyPower * dir,
        wl = 0;
      for (const l of sc.lights) {
        const d = sub(l.p, p),
          r = len(d);
        if (r > l.range) continue;
        const c = clamp((dot(n, d) / r) * 0.85 + 0.15) * l.power * (1 - r / l.range) ** 1.4;
        e += c;
        if (l.warm) wl += c;
      }
      let lum = s.tone * e;
      if (s.soft === 'skin') {
        const lo = Math.min(0.74, m.ambient * 1.15 + 0.16),
          hi = Math.min(1, m.ambient + m.keyPower * 0.8 + wl * 0.7 + 0.14);
        lum =
          s.tone * lerp(lo, Math.max(lo, hi), smooth(0.16, 0.4, (e - m.ambient * 0.85) / (m.keyPower * 0.9 + wl * 0.5 + 0.05)));
      } /* faces: two clean tones only */
      else if (fig && m.ambient < 0.3) lum = lum * 1.3 + 0.035 * s.tone; /* keep costumes readable at night */
      if (s.glow) {
        lum = Math.max(lum, s.glow);
        wl += s.glow * 0.8;
      }
      if (m.wet && n[1] > 0.8 && !s.soft) {
        lum *= 0.8 + 0.5 * texLin(T, x * 0.5 + 40, y * 1.3);
      }
      const f = 1 - Math.exp(-z * m.fog);
      lum = lerp(lum, m.fogTone, f * (s.glow ? 0.35 : 1));
      Lm[o] = lum;
      warm[o] = clamp(wl * 1.1) * (1 - f * 0.6);
    }
  if (m.wet) reflect(sc, cam, Lm, lab, Z, warm, W, H, T);
  lap('tone');
  rimLight(sc, cam, m, Lm, lab, Z, W, H);
  if (m.foreground) for (let i = 0; i < Lm.length; i++) if (Z[i] < m.foreground) Lm[i] *= 0.68;
  // ---- contact darkening from depth (cheap occlusion)
  occlude(Lm, Z, lab, W, H);
  if (m.halo !== 0) halos(sc, cam, m, Lm, warm, Z, W, H, T);
  if (m.beam) beams(m, cam, Lm, warm, Z, W, H, T);
  lap('occlusion');
  // ---- wash: five dilutions of ink with wandering edges, edge darkening and granulation
  const levels = [0.03, 0.17, 0.36, 0.54, 0.74, 0.92, 1.02],
    qv = new Float32Array(W * H);
  for (let y = 0; y < H; y++)
    for (let x = 0; x < W; x++) {
      const o = y * W + x;
      const nz = texAt(T, x, y) - 0.5,
        n2 = texAt(T, (x * 3 + 91) | 0, (y * 3 + 17) | 0) - 0.5;
      const so = lab[o] >= 0 ? S[lab[o]].soft : undefined,
        am = so === 'cloth' || so === 'skin' || so === 'hair' ? 0.06 : lab[o] < 0 ? 0.06 : 0.11;
      const wt = so === 'water';
      let lv = clamp(Lm[o]);
      lv = clamp(
        lv +
          (lv - 0.5) * 0.3 * (1 - Math.abs(lv - 0.5)) +
          (wt ? (texAt(T, (x * 0.4) | 0, (y * 5) | 0) - 0.5) * 0.1 : nz * am) +
          n2 * 0.04,
      );
      let i = 0;
      while (i < 5 && lv > (levels[i] + levels[i + 1]) / 2) i++;
      const k = i > 0 ? (levels[i - 1] + levels[i]) / 2 : 0;
      const tt = smooth(k, k + 0.035, lv);
      const hard = lerp(i > 0 ? levels[i - 1] : levels[0], levels[i], tt);
      qv[o] = hard * 0.72 + lv * 0.28;
    }
  const bl = boxBlur(qv, W, H, 4);
  const cv = createCanvas(W, H),
    ctx = cv.getContext('2d'),
    img = ctx.createImageData(W, H),
    D = img.data;
  for (let y = 0; y < H; y++)
    for (let x = 0; x < W; x++) {
      const o = y * W + x,
        pool = clamp((bl[o] - qv[o]) * 1.1, 0, 0.16);
      let t = clamp(qv[o] - pool);
      const grain = texAt(T, x * 5 + 13, y * 5 + 7) - 0.5,
        grain2 = texAt(T, x * 11 + 3, y * 11) - 0.5,
        streak = texAt(T, ((x + y * 0.45) * 0.45) | 0, ((y - x * 0.45) * 3.1) | 0) - 0.5;
      const inkness = 1 - t;
      t = clamp(t + (grain * 0.11 + grain2 * 0.12) * (0.25 + inkness * (1.1 - inkness * 0.8)) + streak * 0.11 * inkness);
      const w = warm[o],
        s = lab[o] >= 0 ? S[lab[o]].tint : undefined;
      for (let c = 0; c < 3; c++) {
        let pc = m.paper[c];
        pc = lerp(pc, m.light[c], w * 0.85);
        let col = lerp(m.wash[c], pc, t ** 0.92);
        if (s) col *= lerp(1, s[c], 0.6 * (0.45 + 0.55 * t));
        D[o * 4 + c] = clamp(col) * 255;
      }
      D[o * 4 + 3] = 255;
    }
  ctx.putImageData(img, 0, 0);
  lap('wash');
  celestial(ctx, cam, m, lab, W, H, rng);
  // ---- pencil hatching and ink on their own layer, then toothed by the paper
  const ic = createCanvas(W, H),
    k = ic.getContext('2d');
  hatching(k, Lm, lab, Z, S, W, H, rng, m.hatch ?? 1);
  lap('hatch');
  const cs = traceContours(sc, vis, ss);
  lap('trace');
  const far = m.fog > 0 ? Math.min(400, 1.6 / m.fog) : 120;
  const buckets = new Map<number, typeof cs>();
  for (const c of cs) {
    const fade = clamp(1 - c.depth / far, 0.12, 1),
      a = Math.round((0.3 + 0.65 * fade) * 8) / 8;
    (buckets.get(a) ?? buckets.set(a, []).get(a)!).push(c);
  }
  for (const [a, list] of buckets) {
    k.fillStyle = `rgba(24,21,24,${a})`;
    k.beginPath();
    for (const c of list) {
      const s = S[c.label] ?? S[c.other],
        lw = s?.line ?? 1,
        fade = clamp(1 - c.depth / far, 0.2, 1),
        near = clamp(3.2 / c.depth, 0.55, 1.5);
      let w = (c.sil ? 2.5 : 1.45) * lw * (0.5 + 0.5 * fade) * (0.7 + 0.3 * near);
      if (s?.soft === 'skin') w *= 0.95;
      const pen = { w, wobble: s?.soft ? 0.35 : 0.9, overshoot: c.straight && !s?.soft && c.len > 40 ? 9 : 0, taper: 22 };
      if (s?.soft === 'leaf') leafEdge(k, c.pts, w * 0.8, rng, clamp((26 / c.depth) * 4, 4, 15));
      else {
        stroke(k, c.pts, pen, rng);
        if (c.straight && c.len > 90 && !s?.soft && rng.chance(0.35))
          stroke(
            k,
            c.pts.map((p) => [p[0] + 1.2, p[1] + 1.2] as V2),
            { ...pen, w: w * 0.45, wobble: 1.6, overshoot: 16 },
            rng,
          );
      }
    }
    k.fill();
  }
  lap('contours');
  decals(k, sc, cam, vis, ss, rng, far);
  lap('decals');
  tooth(k, W, H, T);
  ctx.globalCompositeOperation = 'multiply';
  ctx.drawImage(ic, 0, 0);
  ctx.globalCompositeOperation = 'source-over';
  lightDecals(ctx, sc, cam, vis, ss, rng);
  if (m.rain) rain(ctx, m, W, H, rng);
  lap('finish');
  return cv;
}

function triNormal(sc: Scene, t: number, p: V3): V3 {
  const a = sc.idx[t * 3],
    b = sc.idx[t * 3 + 1],
    c = sc.idx[t * 3 + 2],
    P = sc.pos,
    N = sc.nrm;
  const ax = P[a * 3],
    ay = P[a * 3 + 1],
    az = P[a * 3 + 2];
  const v0: V3 = [P[b * 3] - ax, P[b * 3 + 1] - ay, P[b * 3 + 2] - az],
    v1: V3 = [P[c * 3] - ax, P[c * 3 + 1] - ay, P[c * 3 + 2] - az],
    v2: V3 = [p[0] - ax, p[1] - ay, p[2] - az];
  const d00 = dot(v0, v0),
    d01 = dot(v0, v1),
    d11 = dot(v1, v1),
    d20 = dot(v2, v0),
    d21 = dot(v2, v1),
    den = d00 * d11 - d01 * d01 || 1e-12,
    v = (d11 * d20 - d01 * d21) / den,
    w = (d00 * d21 - d01 * d20) / den,
    u = 1 - v - w;
  return norm([
    N[a * 3] * u + N[b * 3] * v + N[c * 3] * w,
    N[a * 3 + 1] * u + N[b * 3 + 1] * v + N[c * 3 + 1] * w,
    N[a * 3 + 2] * u + N[b * 3 + 2] * v + N[c * 3 + 2] * w,
  ]);
}
function sky(m: Mood, cam: Camera, x: number, y: number, T: Float32Array): number {
  const d = rayDir(cam, x, y),
    el = d[1] / Math.hypot(d[0], d[2]);
  let s = lerp(m.skyLow, m.skyTop, clamp(el * 1.6) ** 0.7);
  const az = Math.atan2(d[0], -d[2]);
  const u = (az / 6.28319 + 0.5) * 1024,
    w = 150 / (Math.abs(el) + 0.3);
  const c = texLin(T, u * 0.5, w) * 0.62 + texLin(T, u + 80, w * 2.2) * 0.26 + texLin(T, u * 2, w * 5) * 0.12;
  s += (smooth(0.4, 0.66, c) - 0.4) * m.clouds * smooth(0.0, 0.14, el);
  for (const [g, p] of [
    [m.moon, 0.5],
    [m.sun, 0.45],
  ] as const)
    if (g) {
      const a = Math.acos(clamp(dot(norm(d), norm(g)), -1, 1));
      s += p * Math.exp(-a * 9);
    }
  return s;
}
function celestial(ctx: SKRSContext2D, cam: Camera, m: Mood, lab: Int16Array, W: number, H: number, rng: Random) {
  const on = (x: number, y: number) => x >= 0 && y >= 0 && x < W && y < H && lab[(y | 0) * W + (x | 0)] < 0;
  if (m.stars)
    for (let i = 0; i < 120; i++) {
      const x = rng.range(0, W),
        y = rng.range(0, H * 0.7);
      if (!on(x, y)) continue;
      ctx.fillStyle = `rgba(255,250,232,${rng.range(0.25, 0.9)})`;
      ctx.beginPath();
      ctx.arc(x, y, rng.range(0.5, 1.5), 0, 7);
      ctx.fill();
    }
  for (const [g, r, halo] of [
    [m.moon, 26, '255,250,230'],
    [m.sun, 34, '255,236,190'],
  ] as const) {
    if (!g) continue;
    const p = project(cam, mad(cam.eye, norm(g), 1000));
    if (p[2] <= 0) continue;
    ctx.save();
    ctx.beginPath();
    const step = 1;
    for (let y = Math.max(0, (p[1] - r - 2) | 0); y < Math.min(H, p[1] + r + 2); y += step)
      for (let x = Math.max(0, (p[0] - r - 2) | 0); x < Math.min(W, p[0] + r + 2); x += step)
        if (on(x, y)) ctx.rect(x, y, step, step);
    ctx.clip();
    ctx.fillStyle = `rgba(${halo},.96)`;
    ctx.beginPath();
    for (let a = 0; a < 90; a++) {
      const q = r * (1 + 0.025 * Math.sin(a * 0.21) * 0.5);
      ctx.lineTo(p[0] + Math.cos((a / 90) * 6.283) * q, p[1] + Math.sin((a / 90) * 6.283) * q);
    }
    ctx.fill();
    ctx.strokeStyle = 'rgba(30,26,30,.5)';
    ctx.lineWidth = 1.2;
    ctx.stroke();
    ctx.restore();
  }
}
function boxBlur(a: Float32Array, W: number, H: number, r: number) {
  const b = new Float32Array(a.length),
    c = new Float32Array(a.length),
    n = 2 * r + 1;
  for (let y = 0; y < H; y++) {
    let s = 0;
    for (let x = -r; x <= r; x++) s += a[y * W + clamp(x, 0, W - 1)];
    for (let x = 0; x < W; x++) {
      b[y * W + x] = s / n;
      s += a[y * W + Math.min(W - 1, x + r + 1)] - a[y * W + Math.max(0, x - r)];
    }
  }
  for (let x = 0; x < W; x++) {
    let s = 0;
    for (let y = -r; y <= r; y++) s += b[clamp(y, 0, H - 1) * W + x];
    for (let y = 0; y < H; y++) {
      c[y * W + x] = s / n;
      s += b[Math.min(H - 1, y + r + 1) * W + x] - b[Math.max(0, y - r) * W + x];
    }
  }
  return c;
}
/** darkens where neighbours stand in front: separates planes the way an artist "pops" a figure */
function occlude(L: Float32Array, Z: Float32Array, lab: Int16Array, W: number, H: number) {
  const off: V2[] = [
      [7, 3],
      [-3, 8],
      [15, -4],
      [5, 16],
      [24, 12],
      [-12, 22],
    ],
    g = new Float32Array(W * H); // symmetric pairs: on a plane 1/z cancels
  for (let y = 0; y < H; y += 2)
    for (let x = 0; x < W; x += 2) {
      const o = y * W + x;
      if (lab[o] < 0) continue;
      const z = Z[o];
      let s = 0,
        n = 0;
      for (const [dx, dy] of off) {
        if (x + dx < 0 || y + dy < 0 || x + dx >= W || y + dy >= H || x - dx < 0 || y - dy < 0 || x - dx >= W || y - dy >= H)
          continue;
        n++;
        const a = z / Z[o + dy * W + dx] - 1,
          b = z / Z[o - dy * W - dx] - 1;
        if (a > 0.09 || b > 0.09) continue;
        const d = (Math.max(a, -0.09) + Math.max(b, -0.09)) / 2;
        if (d > 0.002) s += Math.min(1, d / 0.035);
      }
      const v = n ? s / n : 0;
      g[o] = v;
      if (x + 1 < W) g[o + 1] = v;
      if (y + 1 < H) {
        g[o + W] = v;
        if (x + 1 < W) g[o + W + 1] = v;
      }
    }
  const b = boxBlur(g, W, H, 3);
  for (let i = 0; i < L.length; i++) if (lab[i] >= 0) L[i] *= 1 - 0.42 * b[i];
}
/** wet ground: pull the column above the foot of things down, broken up */
function reflect(
  sc: Scene,
  cam: Camera,
  L: Float32Array,
  lab: Int16Array,
  Z: Float32Array,
  warm: Float32Array,
  W: number,
  H: number,
  T: Float32Array,
) {
  const src = L.slice(),
    sw = warm.slice();
  for (let y = 0; y < H; y++)
    for (let x = 0; x < W; x++) {
      const o = y * W + x;
      if (lab[o] < 0 || sc.surfaces[lab[o]].soft !== 'water') continue;
      const p = mad(cam.eye, rayDir(cam, x, y), Z[o]);
      const wob = (texLin(T, x * 0.7, y * 4) - 0.5) * 26; // mirror the view ray in the ground
      const d = rayDir(cam, x, y),
        q = mad(p, [d[0], -d[1], d[2]], Math.min(18, 120 / (1 + Z[o])));
      const s = project(cam, q);
      const X = clamp(Math.round(s[0] + wob * 0.3), 0, W - 1),
        Y = clamp(Math.round(s[1] + wob), 0, H - 1),
        k = Y * W + X;
      const a = 0.55 * smooth(0.3, 0.5, texLin(T, x * 0.6, y * 2.2)),
        k1 = Math.min(H - 1, Y + 1) * W + X,
        k2 = Y * W + Math.min(W - 1, X + 1),
        k3 = Math.max(0, Y - 1) * W + X,
        k4 = Y * W + Math.max(0, X - 1);
      L[o] = lerp(L[o], (src[k] * 2 + src[k1] + src[k2] + src[k3] + src[k4]) / 6, a);
      warm[o] = Math.max(warm[o], sw[k] * a);
    }
}
/** a sliver of paper left along the edge that faces the light; in the dark also a pale aura behind the figure */
function rimLight(sc: Scene, cam: Camera, m: Mood, L: Float32Array, lab: Int16Array, Z: Float32Array, W: number, H: number) {
  const rim = m.rim ?? 0.3;
  if (rim <= 0) return;
  const kx = dot(m.key, cam.r),
    ky = -dot(m.key, cam.u),
    l = Math.hypot(kx, ky) || 1,
    S = sc.surfaces;
  const fig = (i: number) => i >= 0 && !!S[i].soft && S[i].soft !== 'leaf' && S[i].soft !== 'water';
  const src = L.slice();
  for (let y = 4; y < H - 12; y++)
    for (let x = 12; x < W - 12; x++) {
      const o = y * W + x,
        a = lab[o];
      if (fig(a)) {
        const r = clamp((cam.focal * 0.014) / Z[o], 1.6, 7),
          X = Math.round(x + (kx / l) * r),
          Y = Math.round(y + (ky / l) * r);
        if (X < 0 || Y < 0 || X >= W || Y >= H) continue;
        const b = lab[Y * W + X];
        if ((b < 0 || S[b].group !== S[a].group) && Z[Y * W + X] > Z[o] + 0.12)
          L[o] = Math.min(1, src[o] + rim * (1.15 - src[o]));
      } else if (m.ambient < 0.3) {
        let near = 0;
        for (const [dx, dy] of [
          [9, 0],
          [-9, 0],
          [0, 9],
          [0, -3],
          [5, 5],
          [-5, 5],
        ]) {
          const q = o + dy * W + dx;
          if (fig(lab[q]) && Z[q] < Z[o] - 0.3) near++;
        }
        if (near) L[o] = Math.min(1, L[o] + 0.03 * near * clamp((Z[o] - 2) / 3));
      }
    }
}
function halos(
  sc: Scene,
  cam: Camera,
  m: Mood,
  L: Float32Array,
  warm: Float32Array,
  Z: Float32Array,
  W: number,
  H: number,
  T: Float32Array,
) {
  for (const l of sc.lights) {
    const p = project(cam, l.p);
    if (p[2] < 0.3) continue;
    const R = Math.min(420, (cam.focal * (m.rain ? 1.5 : 0.9)) / p[2]),
      k0 = (m.halo ?? 1) * 0.42 * clamp(1.1 - m.ambient * 1.9);
    if (k0 <= 0) continue;
    const X0 = Math.max(0, (p[0] - R * 2) | 0),
      X1 = Math.min(W, p[0] + R * 2),
      Y0 = Math.max(0, (p[1] - R * 2) | 0),
      Y1 = Math.min(H, p[1] + R * 2);
    for (let y = Y0; y < Y1; y++)
      for (let x = X0; x < X1; x++) {
        const r = Math.hypot(x - p[0], y - p[1]) / R;
        if (r > 2) continue;
        const o = y * W + x,
          g = k0 * Math.exp(-r * r * 2.2) * (Z[o] < p[2] * 0.82 ? 0.15 : 1) * (0.8 + 0.4 * texAt(T, x, y));
        L[o] += g;
        if (l.warm) warm[o] = Math.min(1, warm[o] + g * 1.3);
      }
  }
}
function beams(
  m: Mood,
  cam: Camera,
  L: Float32Array,
  warm: Float32Array,
  Z: Float32Array,
  W: number,
  H: number,
  T: Float32Array,
) {
  for (const b of m.beam!) {
    const p0 = project(cam, b.from);
    if (p0[2] < 0.2) continue;
    const d = norm(b.dir),
      side = norm(cross(d, cam.f));
    const e = mad(b.from, d, b.length),
      P = (s: number) => project(cam, mad(e, side, s * b.spread * b.length));
    const A = P(1),
      B = P(-1);
    if (A[2] < 0.2 || B[2] < 0.2) continue;
    const x0 = p0[0],
      y0 = p0[1];
    const aA = Math.atan2(A[1] - y0, A[0] - x0),
      aB = Math.atan2(B[1] - y0, B[0] - x0),
      reach = Math.hypot(A[0] - x0, A[1] - y0);
    const mid = Math.atan2(Math.sin(aA) + Math.sin(aB), Math.cos(aA) + Math.cos(aB)),
      half = Math.abs(Math.atan2(Math.sin(aA - mid), Math.cos(aA - mid)));
    for (let y = 0; y < H; y++)
      for (let x = 0; x < W; x++) {
        const r = Math.hypot(x - x0, y - y0);
        if (r > reach) continue;
        const da = Math.abs(Math.atan2(Math.sin(Math.atan2(y - y0, x - x0) - mid), Math.cos(Math.atan2(y - y0, x - x0) - mid)));
        if (da > half) {
          continue;
        }
        const o = y * W + x;
        const k =
          (1 - r / reach) ** 0.8 * (1 - (da / half) ** 3) * (0.75 + 0.5 * texAt(T, x, y)) * (Z[o] < p0[2] * 0.8 ? 0.25 : 1);
        L[o] = Math.max(L[o], lerp(L[o], 1, k * 0.85));
        warm[o] = Math.max(warm[o], k * 0.7);
      }
  }
}
/** Two or three layers of slanted pencil lines wherever it is dark enough; they break at surface borders. */
function hatching(
  k: SKRSContext2D,
  L: Float32Array,
  lab: Int16Array,
  Z: Float32Array,
  S: Scene['surfaces'],
  W: number,
  H: number,
  rng: Random,
  amount: number,
) {
  const hist = new Uint32Array(64);
  for (let i = 0; i < L.length; i += 7) hist[Math.min(63, (clamp(L[i]) * 63) | 0)]++;
  let acc = 0,
    med = 0;
  while (med < 63 && (acc += hist[med]) < L.length / 14) med++;
  const rel = clamp(med / 63 / 0.5, 0.5, 1);
  const layers = [
    { a: -52, gap: 7, th: 0.56, al: 0.34 },
    { a: -48, gap: 5.5, th: 0.34, al: 0.4 },
    { a: 38, gap: 7.5, th: 0.2, al: 0.34 },
  ];
  for (const ly of layers) {
    if (amount <= 0) continue;
    k.strokeStyle = `rgba(26,23,28,${ly.al * amount})`;
    k.lineWidth = 1.05;
    k.beginPath();
    const c = Math.cos((ly.a * Math.PI) / 180),
      s = Math.sin((ly.a * Math.PI) / 180),
      R = Math.hypot(W, H) / 2;
    for (let v = -R; v < R; v += ly.gap * rng.range(0.75, 1.25)) {
      let on = false,
        sx = 0,
        sy = 0,
        pl = -2,
        lx = 0,
        ly2 = 0,
        run = 0,
        lim = 0;
      const bend = rng.range(-0.02, 0.02);
      const end = () => {
        if (on && Math.hypot(lx - sx, ly2 - sy) > 7) {
          k.moveTo(sx, sy);
          k.quadraticCurveTo((sx + lx) / 2 + rng.range(-1.2, 1.2), (sy + ly2) / 2 + rng.range(-1.2, 1.2), lx, ly2);
        }
        on = false;
      };
      for (let u = -R; u < R; u += 3) {
        const vv = v + bend * u,
          x = W / 2 + u * c - vv * s,
          y = H / 2 + u * s + vv * c,
          X = x | 0,
          Y = y | 0;
        if (x < 0 || y < 0 || x >= W || y >= H) {
          end();
          continue;
        }
        const o = Y * W + X,
          lb = lab[o],
          soft = lb >= 0 ? S[lb].soft : undefined;
        const dark =
          L[o] < rel * ly.th * (soft === 'skin' ? 0.82 : soft === 'hair' ? 0 : lb < 0 ? 0.62 : soft === 'water' ? 0.5 : 1) &&
          !(lb >= 0 && S[lb].glow);
        if (dark && (!on || (lb === pl && run < lim))) {
          if (!on) {
            on = true;
            sx = x + rng.range(-2, 2);
            sy = y + rng.range(-2, 2);
            pl = lb;
            run = 0;
            lim = rng.range(24, 70);
          }
          run++;
          lx = x;
          ly2 = y;
        } else end();
      }
      end();
    }
    k.stroke();
  }
}
function leafEdge(k: SKRSContext2D, p: V2[], w: number, rng: Random, size: number) {
  let acc = 0,
    next = size;
  let q: V2[] = [p[0]];
  for (let i = 1; i < p.length; i++) {
    acc += Math.hypot(p[i][0] - p[i - 1][0], p[i][1] - p[i - 1][1]);
    q.push(p[i]);
    if (acc > next) {
      const a = q[0],
        b = q[q.length - 1],
        nx = -(b[1] - a[1]),
        ny = b[0] - a[0],
        l = Math.hypot(nx, ny) || 1,
        h = size * rng.range(0.25, 0.6) * (rng.chance(0.5) ? -1 : 1);
      if (rng.chance(0.86))
        stroke(
          k,
          [
            a,
            [(a[0] * 2 + b[0]) / 3 + (nx / l) * h, (a[1] * 2 + b[1]) / 3 + (ny / l) * h],
            [(a[0] + 2 * b[0]) / 3 + (nx / l) * h, (a[1] + 2 * b[1]) / 3 + (ny / l) * h],
            b,
          ],
          { w, taper: 4 },
          rng,
        );
      q = [p[i]];
      acc = 0;
      next = size * rng.range(0.7, 1.5);
    }
  }
}
const visible = (vis: Vis, ss: number, p: V3, bias: number) => {
  const x = Math.floor(p[0] * ss),
    y = Math.floor(p[1] * ss);
  if (x < 0 || y < 0 || x >= vis.W || y >= vis.H) return false;
  const z = vis.iz[y * vis.W + x];
  return z === 0 || p[2] < 1 / z + bias + p[2] * 0.004;
};
function decals(k: SKRSContext2D, sc: Scene, cam: Camera, vis: Vis, ss: number, rng: Random, far: number) {
  for (const d of sc.decals) {
    if (d.color) continue;
    const P = d.pts.map((p) => project(cam, p));
    if (P.some((p) => p[2] < 0.1)) continue;
    const bias = d.bias ?? 0.03;
    if (d.fill) {
      if (d.n && dot(d.n, sub(cam.eye, d.pts[0])) < 0) continue;
      let cx = 0,
        cy = 0,
        cz = 0;
      for (const p of P) {
        cx += p[0] / P.length;
        cy += p[1] / P.length;
        cz += p[2] / P.length;
      }
      if (!visible(vis, ss, [cx, cy, cz], bias)) continue;
      const V = P.filter((p) => visible(vis, ss, p, bias));
      if (V.length < P.length * 0.6) continue;
      k.globalAlpha = d.alpha ?? 1;
      k.fillStyle = d.fill;
      k.beginPath();
      for (const p of V) k.lineTo(p[0], p[1]);
      k.closePath();
      k.fill();
      k.globalAlpha = 1;
      continue;
    }
    const z = P[0][2],
      fade = clamp(1 - z / far, 0.15, 1),
      w = d.px ? d.w : d.w * clamp(5 / z, 0.5, 2.4) * (0.6 + 0.4 * fade);
    k.fillStyle = `rgba(24,21,24,${(d.alpha ?? 0.9) * (0.35 + 0.65 * fade)})`;
    k.beginPath();
    let run: V2[] = [];
    const flush = () => {
      if (run.length > 1) stroke(k, run, { w, wobble: d.jitter ?? 0.7, taper: 9, pressure: 0.4 }, rng);
      run = [];
    };
    const dense: V3[] = [];
    for (let i = 0; i < P.length; i++) {
      if (i) {
        const n = Math.min(60, Math.ceil(Math.hypot(P[i][0] - P[i - 1][0], P[i][1] - P[i - 1][1]) / 9));
        for (let j = 1; j < n; j++) {
          const t = j / n,
            za = P[i - 1][2],
            zb = P[i][2];
          dense.push([lerp(P[i - 1][0], P[i][0], t), lerp(P[i - 1][1], P[i][1], t), 1 / lerp(1 / za, 1 / zb, t)]);
        }
      }
      dense.push(P[i]);
    }
    for (const p of dense) {
      if (visible(vis, ss, p, bias)) run.push([p[0], p[1]]);
      else flush();
    }
    flush();
    k.fill();
  }
}
/** white gouache touches: glints, spray, steam */
function lightDecals(ctx: SKRSContext2D, sc: Scene, cam: Camera, vis: Vis, ss: number, rng: Random) {
  for (const d of sc.decals) {
    if (!d.color) continue;
    const P = d.pts.map((p) => project(cam, p));
    if (P.some((p) => p[2] < 0.1) || !visible(vis, ss, P[P.length >> 1], d.bias ?? 0.05)) continue;
    ctx.globalAlpha = d.alpha ?? 0.9;
    ctx.fillStyle = d.color;
    ctx.beginPath();
    if (d.closed) {
      for (const p of P) ctx.lineTo(p[0], p[1]);
      ctx.closePath();
    } else
      stroke(
        ctx,
        P.map((p) => [p[0], p[1]]),
        { w: d.px ? d.w : d.w * clamp(6 / P[0][2], 0.4, 2.5), wobble: 1.2 },
        rng,
      );
    ctx.fill();
    ctx.globalAlpha = 1;
  }
}
function tooth(k: SKRSContext2D, W: number, H: number, T: Float32Array) {
  const im = k.getImageData(0, 0, W, H),
    d = im.data;
  for (let y = 0; y < H; y++)
    for (let x = 0; x < W; x++) {
      const o = (y * W + x) * 4 + 3;
      if (d[o]) {
        const g = texAt(T, x * 9 + 5, y * 9 + 31);
        d[o] = d[o] * clamp(0.62 + 1.15 * g * (0.5 + d[o] / 510), 0, 1);
      }
    }
  k.putImageData(im, 0, 0);
}
function rain(ctx: SKRSContext2D, m: Mood, W: number, H: number, rng: Random) {
  const slant = 0.22 + (m.wind ?? 0) * 0.5;
  for (let i = 0; i < 520 * m.rain!; i++) {
    const x = rng.range(-100, W + 100),
      y = rng.range(-60, H),
      l = rng.range(18, 74),
      near = rng.next();
    ctx.fillStyle = rng.chance(0.72) ? `rgba(250,250,246,${0.16 + near * 0.5})` : `rgba(20,22,30,${0.15 + near * 0.3})`;
    ctx.beginPath();
    stroke(
      ctx,
      [
        [x, y],
        [x - slant * l * 0.5, y + l * 0.5],
        [x - slant * l, y + l],
      ],
      { w: 0.8 + near * 1.3, wobble: 0.3, taper: l * 0.5 },
      rng,
    );
    ctx.fill();
  }
}
