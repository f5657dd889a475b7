/** Camera and software rasteriser: a visibility buffer (nearest triangle + 1/z) which everything else reads. */
import { type V3, sub, dot, norm, cross, add, mul, mad } from '../world/vector.js';
import { Scene } from '../world/scene.js';

export interface Camera {
  eye: V3;
  r: V3;
  u: V3;
  f: V3;
  focal: number;
  W: number;
  H: number;
}
/** fov: vertical field of view in degrees; roll in radians (Dutch angle). */
export function camera(eye: V3, target: V3, fov: number, W = 1280, H = 720, roll = 0): Camera {
  const f = norm(sub(target, eye)),
    r0 = norm(cross(f, [0, 1, 0])),
    u0 = cross(r0, f),
    c = Math.cos(roll),
    s = Math.sin(roll);
  return {
    eye,
    f,
    r: add(mul(r0, c), mul(u0, s)),
    u: sub(mul(u0, c), mul(r0, s)),
    focal: H / 2 / Math.tan((fov * Math.PI) / 360),
    W,
    H,
  };
}
/** -> [x, y, depth]; depth <= 0 is behind the camera. */
export const project = (c: Camera, p: V3): V3 => {
  const d = sub(p, c.eye),
    z = dot(d, c.f),
    k = c.focal / (z || 1e-6);
  return [c.W / 2 + dot(d, c.r) * k, c.H / 2 - dot(d, c.u) * k, z];
};
export const rayDir = (c: Camera, x: number, y: number): V3 =>
  mad(mad(c.f, c.r, (x - c.W / 2) / c.focal), c.u, (c.H / 2 - y) / c.focal);

export interface Vis {
  W: number;
  H: number;
  tri: Int32Array;
  iz: Float32Array;
}
const NEAR = 0.08;

/** ss = supersampling: labels are traced at ss x so that inked contours are smooth. */
export function rasterise(sc: Scene, cam: Camera, ss: number): Vis {
  const W = Math.round(cam.W * ss),
    H = Math.round(cam.H * ss),
    tri = new Int32Array(W * H).fill(-1),
    iz = new Float32Array(W * H);
  const n = sc.pos.length / 3,
    X = new Float32Array(n),
    Y = new Float32Array(n),
    Z = new Float32Array(n),
    F = cam.focal * ss;
  for (let i = 0; i < n; i++) {
    const dx = sc.pos[i * 3] - cam.eye[0],
      dy = sc.pos[i * 3 + 1] - cam.eye[1],
      dz = sc.pos[i * 3 + 2] - cam.eye[2];
    X[i] = dx * cam.r[0] + dy * cam.r[1] + dz * cam.r[2];
    Y[i] = dx * cam.u[0] + dy * cam.u[1] + dz * cam.u[2];
    Z[i] = dx * cam.f[0] + dy * cam.f[1] + dz * cam.f[2];
  }
  for (let t = 0, m = sc.idx.length / 3; t < m; t++) {
    const a = sc.idx[t * 3],
      b = sc.idx[t * 3 + 1],
      c = sc.idx[t * 3 + 2];
    if (Z[a] < NEAR && Z[b] < NEAR && Z[c] < NEAR) continue;
    let P: number[][] = [
      [X[a], Y[a], Z[a]],
      [X[b], Y[b], Z[b]],
      [X[c], Y[c], Z[c]],
    ];
    if (Z[a] < NEAR || Z[b] < NEAR || Z[c] < NEAR) {
      const Q: number[][] = [];
      for (let i = 0; i < 3; i++) {
        const p = P[i],
          q = P[(i + 1) % 3];
        if (p[2] >= NEAR) Q.push(p);
        if (p[2] < NEAR !== q[2] < NEAR) {
          const k = (NEAR - p[2]) / (q[2] - p[2]);
          Q.push([p[0] + (q[0] - p[0]) * k, p[1] + (q[1] - p[1]) * k, NEAR]);
        }
      }
      P = Q;
    }
    const S = P.map((p) => [W / 2 + (p[0] / p[2]) * F, H / 2 - (p[1] / p[2]) * F, 1 / p[2]]);
    for (let i = 1; i + 1 < S.length; i++) fillTri(S[0], S[i], S[i + 1], t, W, H, tri, iz);
  }
  return { W, H, tri, iz };
}
function fillTri(A: number[], B: number[], C: number[], t: number, W: number, H: number, tri: Int32Array, iz: Float32Array) {
  const x0 = Math.max(0, Math.ceil(Math.min(A[0], B[0], C[0]) - 0.5)),
    x1 = Math.min(W - 1, Math.floor(Math.max(A[0], B[0], C[0]) - 0.5));
  const y0 = Math.max(0, Math.ceil(Math.min(A[1], B[1], C[1]) - 0.5)),
    y1 = Math.min(H - 1, Math.floor(Math.max(A[1], B[1], C[1]) - 0.5));
  if (x0 > x1 || y0 > y1) return;
  const area = (B[0] - A[0]) * (C[1] - A[1]) - (B[1] - A[1]) * (C[0] - A[0]);
  if (Math.abs(area) < 1e-9) return;
  const s = 1 / area;
  // barycentric gradients
  const w1x = (C[1] - A[1]) * s,
    w1y = -(C[0] - A[0]) * s,
    w2x = -(B[1] - A[1]) * s,
    w2y = (B[0] - A[0]) * s;
  const dz1 = B[2] - A[2],
    dz2 = C[2] - A[2];
  for (let y = y0; y <= y1; y++) {
    const py = y + 0.5 - A[1];
    let lo = x0,
      hi = x1; // solve the span of x where all three weights are >= 0
    const bx = 0.5 - A[0];
    const ws = [
      [w1x, w1x * bx + w1y * py],
      [w2x, w2x * bx + w2y * py],
      [-w1x - w2x, 1 - (w1x + w2x) * bx - (w1y + w2y) * py],
    ];
    for (const [g, k] of ws) {
      if (g > 1e-12) {
        const v = Math.ceil(-k / g - 1e-6);
        if (v > lo) lo = v;
      } else if (g < -1e-12) {
        const v = Math.floor(-k / g + 1e-6);
        if (v < hi) hi = v;
      } else if (k < -1e-7) {
        hi = -1;
      }
    }
    if (lo > hi) continue;
    let o = y * W + lo;
    const gz = w1x * dz1 + w2x * dz2;
    let z = A[2] + (ws[0][0] * lo + ws[0][1]) * dz1 + (ws[1][0] * lo + ws[1][1]) * dz2;
    for (let x = lo; x <= hi; x++, o++, z += gz)
      if (z > iz[o]) {
        iz[o] = z;
        tri[o] = t;
      }
  }
}

/** Orthographic depth map seen from the key light. */
export interface Shadow {
  at(p: V3, bias: number): number;
}
export function shadowMap(sc: Scene, L: V3, centre: V3, radius: number, N = 1400, skip?: (label: number) => boolean): Shadow {
  const f = mul(norm(L), -1),
    r = norm(cross(f, Math.abs(f[1]) > 0.95 ? [1, 0, 0] : [0, 1, 0])),
    u = cross(r, f);
  const iz = new Float32Array(N * N),
    tri = new Int32Array(N * N);
  const k = N / 2 / radius,
    FAR = 4000;
  const P = (i: number) => {
    const d: V3 = [sc.pos[i * 3] - centre[0], sc.pos[i * 3 + 1] - centre[1], sc.pos[i * 3 + 2] - centre[2]];
    return [N / 2 + dot(d, r) * k, N / 2 - dot(d, u) * k, FAR - dot(d, f)];
  };
  for (let t = 0, m = sc.idx.length / 3; t < m; t++) {
    if (skip?.(sc.lab[t])) continue;
    fillTri(P(sc.idx[t * 3]), P(sc.idx[t * 3 + 1]), P(sc.idx[t * 3 + 2]), t, N, N, tri, iz);
  }
  return {
    at(p, bias) {
      const d = sub(p, centre),
        x = Math.floor(N / 2 + dot(d, r) * k),
        y = Math.floor(N / 2 - dot(d, u) * k);
      if (x < 1 || y < 1 || x >= N - 1 || y >= N - 1) return 1;
      const z = FAR - dot(d, f) + bias;
      const o = y * N + x;
      let s = 0;
      if (iz[o] <= z) s++;
      if (iz[o + 1] <= z) s++;
      if (iz[o + N] <= z) s++;
      if (iz[o - 1] <= z) s++;
      if (iz[o - N] <= z) s++;
      return s / 5;
    },
  };
}
