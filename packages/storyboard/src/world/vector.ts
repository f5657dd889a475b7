/** Vectors, seeded random numbers and value noise. Everything downstream is a function of one seed. */
export type V3 = [number, number, number];
export type V2 = [number, number];
export const v = (x: number, y: number, z: number): V3 => [x, y, z];
export const add = (a: V3, b: V3): V3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const sub = (a: V3, b: V3): V3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const mul = (a: V3, s: number): V3 => [a[0] * s, a[1] * s, a[2] * s];
export const mad = (a: V3, b: V3, s: number): V3 => [a[0] + b[0] * s, a[1] + b[1] * s, a[2] + b[2] * s];
export const dot = (a: V3, b: V3) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: V3, b: V3): V3 => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
export const len = (a: V3) => Math.hypot(a[0], a[1], a[2]);
export const norm = (a: V3): V3 => {
  const l = len(a) || 1;
  return [a[0] / l, a[1] / l, a[2] / l];
};
export const lerp = (a: number, b: number, t: number) => a + (b - a) * t;
export const mix3 = (a: V3, b: V3, t: number): V3 => [lerp(a[0], b[0], t), lerp(a[1], b[1], t), lerp(a[2], b[2], t)];
export const clamp = (x: number, a = 0, b = 1) => (x < a ? a : x > b ? b : x);
export const smooth = (a: number, b: number, x: number) => {
  const t = clamp((x - a) / (b - a));
  return t * t * (3 - 2 * t);
};

/** Rigid frame: columns are the local x, y, z axes in world space. */
export interface Basis {
  o: V3;
  x: V3;
  y: V3;
  z: V3;
}
export const basis = (o: V3, yaw = 0, pitch = 0, roll = 0): Basis => {
  const cy = Math.cos(yaw),
    sy = Math.sin(yaw),
    cp = Math.cos(pitch),
    sp = Math.sin(pitch),
    cr = Math.cos(roll),
    sr = Math.sin(roll);
  const x0: V3 = [cy, 0, -sy],
    z0: V3 = [sy * cp, -sp, cy * cp],
    y0 = cross(z0, x0);
  return { o, x: add(mul(x0, cr), mul(y0, sr)), y: sub(mul(y0, cr), mul(x0, sr)), z: z0 };
};
export const toWorld = (f: Basis, p: V3): V3 => [
  f.o[0] + f.x[0] * p[0] + f.y[0] * p[1] + f.z[0] * p[2],
  f.o[1] + f.x[1] * p[0] + f.y[1] * p[1] + f.z[1] * p[2],
  f.o[2] + f.x[2] * p[0] + f.y[2] * p[1] + f.z[2] * p[2],
];
export const dirWorld = (f: Basis, p: V3): V3 => toWorld({ ...f, o: [0, 0, 0] }, p);
export const toLocal = (f: Basis, p: V3): V3 => {
  const d = sub(p, f.o);
  return [dot(d, f.x), dot(d, f.y), dot(d, f.z)];
};

const hash = (x: number, y: number) => {
  let h = Math.imul(x, 374761393) + Math.imul(y, 668265263);
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
};
export const noise2 = (x: number, y: number) => {
  const xi = Math.floor(x),
    yi = Math.floor(y);
  let fx = x - xi,
    fy = y - yi;
  fx = fx * fx * (3 - 2 * fx);
  fy = fy * fy * (3 - 2 * fy);
  const a = hash(xi, yi),
    b = hash(xi + 1, yi),
    c = hash(xi, yi + 1),
    d = hash(xi + 1, yi + 1);
  return a + (b - a) * fx + (c - a) * fy + (a - b - c + d) * fx * fy;
};
export const fbm = (x: number, y: number, oct = 4) => {
  let s = 0,
    a = 0.5,
    n = 0;
  for (let i = 0; i < oct; i++) {
    s += a * noise2(x, y);
    n += a;
    x = x * 2.03 + 17.1;
    y = y * 2.03 + 9.7;
    a *= 0.5;
  }
  return s / n;
};

/** Wrapping fbm texture (512x512) so that per-pixel noise is one array read. */
const TEX = 512;
let tex: Float32Array | undefined;
export const noiseTex = () => {
  if (tex) return tex;
  tex = new Float32Array(TEX * TEX);
  for (const [per, amp] of [
    [8, 0.36],
    [16, 0.26],
    [32, 0.18],
    [64, 0.12],
    [128, 0.08],
  ] as const)
    for (let y = 0; y < TEX; y++)
      for (let x = 0; x < TEX; x++) {
        const u = (x / TEX) * per,
          w = (y / TEX) * per,
          xi = Math.floor(u),
          yi = Math.floor(w);
        let fx = u - xi,
          fy = w - yi;
        fx *= fx * (3 - 2 * fx);
        fy *= fy * (3 - 2 * fy);
        const h = (i: number, j: number) => hash((i % per) + per * 131, (j % per) + per * 57);
        const a = h(xi, yi),
          b = h(xi + 1, yi),
          c = h(xi, yi + 1),
          d = h(xi + 1, yi + 1);
        tex[y * TEX + x] += amp * (a + (b - a) * fx + (c - a) * fy + (a - b - c + d) * fx * fy);
      }
  return tex;
};
/** bilinear read */
export const texLin = (t: Float32Array, x: number, y: number) => {
  const xi = Math.floor(x),
    yi = Math.floor(y),
    fx = x - xi,
    fy = y - yi,
    a = texAt(t, xi, yi),
    b = texAt(t, xi + 1, yi),
    c = texAt(t, xi, yi + 1),
    d = texAt(t, xi + 1, yi + 1);
  return a + (b - a) * fx + (c - a) * fy + (a - b - c + d) * fx * fy;
};
export const texAt = (t: Float32Array, x: number, y: number) => t[((y & 511) << 9) | (x & 511)];
