/** Soft bodies: smooth unions of round cones and ellipsoids, polygonised by surface nets. */
import { type V3, type Basis, sub, dot, norm } from './vector.js';

export type Sdf = (x: number, y: number, z: number) => number;
export interface Body {
  f: Sdf;
  lo: V3;
  hi: V3;
}
/** smooth union of everything added; `minus` carves */
export class Clay {
  private ops: { f: Sdf; k: number; neg: boolean }[] = [];
  lo: V3 = [1e9, 1e9, 1e9];
  hi: V3 = [-1e9, -1e9, -1e9];
  private grow(p: V3, r: number) {
    for (let i = 0; i < 3; i++) {
      this.lo[i] = Math.min(this.lo[i], p[i] - r);
      this.hi[i] = Math.max(this.hi[i], p[i] + r);
    }
  }
  /** Round cone a(ra) -> b(rb). flat: [axis, q] squashes the section along axis to q. cut: flat end at b. */
  cone(a: V3, b: V3, ra: number, rb: number, k = 0.02, o: { flat?: [V3, number]; cut?: boolean; cutA?: boolean } = {}) {
    const ba = sub(b, a),
      bb = dot(ba, ba) || 1e-9,
      L = Math.sqrt(bb),
      dr = rb - ra,
      fl = o.flat,
      n = fl?.[0],
      q = fl ? 1 / fl[1] - 1 : 0,
      corr = fl ? (1 + fl[1]) / 2 : 1;
    const [ax, ay, az] = a,
      [bx, by, bz] = ba;
    this.grow(a, ra);
    this.grow(b, rb);
    this.ops.push({
      k,
      neg: false,
      f: (x, y, z) => {
        let px = x - ax,
          py = y - ay,
          pz = z - az;
        const hr = (px * bx + py * by + pz * bz) / bb,
          h = hr < 0 ? 0 : hr > 1 ? 1 : hr;
        const sx = px,
          sy = py,
          sz = pz;
        px -= bx * h;
        py -= by * h;
        pz -= bz * h;
        if (n) {
          const c = (px * n[0] + py * n[1] + pz * n[2]) * q;
          px += n[0] * c;
          py += n[1] * c;
          pz += n[2] * c;
        }
        let d = (Math.sqrt(px * px + py * py + pz * pz) - (ra + dr * h)) * corr;
        if (o.cut) d = Math.max(d, (sx * bx + sy * by + sz * bz) / L - L);
        if (o.cutA) d = Math.max(d, -(sx * bx + sy * by + sz * bz) / L);
        return d;
      },
    });
    return this;
  }
  ball(p: V3, r: number, k = 0.02) {
    return this.cone(p, [p[0], p[1] + 1e-4, p[2]], r, r, k);
  }
  ell(fr: Basis, c: V3, r: V3, k = 0.02, neg = false, above?: number, below?: number) {
    const o = fr.o,
      X = fr.x,
      Y = fr.y,
      Z = fr.z;
    const R = Math.max(...r);
    const w: V3 = [
      o[0] + X[0] * c[0] + Y[0] * c[1] + Z[0] * c[2],
      o[1] + X[1] * c[0] + Y[1] * c[1] + Z[1] * c[2],
      o[2] + X[2] * c[0] + Y[2] * c[1] + Z[2] * c[2],
    ];
    if (!neg) this.grow(w, R);
    this.ops.push({
      k,
      neg,
      f: (x, y, z) => {
        const dx = x - w[0],
          dy = y - w[1],
          dz = z - w[2];
        const lx = dx * X[0] + dy * X[1] + dz * X[2],
          ly = dx * Y[0] + dy * Y[1] + dz * Y[2],
          lz = dx * Z[0] + dy * Z[1] + dz * Z[2];
        const ax = lx / r[0],
          ay = ly / r[1],
          az = lz / r[2],
          k0 = Math.sqrt(ax * ax + ay * ay + az * az),
          bx = ax / r[0],
          by = ay / r[1],
          bz = az / r[2],
          k1 = Math.sqrt(bx * bx + by * by + bz * bz);
        let d = k0 < 1e-6 ? -Math.min(r[0], r[1], r[2]) : (k0 * (k0 - 1)) / k1;
        if (above !== undefined) d = Math.max(d, above - (ly + c[1]));
        if (below !== undefined) d = Math.max(d, ly + c[1] - below);
        return d;
      },
    });
    return this;
  }
  get empty() {
    return !this.ops.length;
  }
  body(): Body {
    const ops = this.ops;
    return {
      lo: this.lo,
      hi: this.hi,
      f: (x, y, z) => {
        let d = 1e3;
        for (let i = 0; i < ops.length; i++) {
          const o = ops[i];
          let e = o.f(x, y, z);
          const k = o.k;
          if (!o.neg) {
            const h = Math.abs(d - e);
            if (h >= k) d = Math.min(d, e);
            else {
              const m = (k - h) / k;
              d = Math.min(d, e) - m * m * k * 0.25;
            }
          } else {
            e = -e;
            const h = Math.abs(d - e);
            if (h >= k) d = Math.max(d, e);
            else {
              const m = (k - h) / k;
              d = Math.max(d, e) + m * m * k * 0.25;
            }
          }
        }
        return d;
      },
    };
  }
}
/** Surface nets with block skipping. `soften`: metres over which normals are averaged (big = broad, clean shading shapes). */
export function polygonise(b: Body, cell: number, soften = cell * 0.6): { pos: number[]; nrm: number[]; idx: number[] } {
  const m = cell * 2,
    n = [0, 1, 2].map((i) => Math.ceil((b.hi[i] - b.lo[i] + 2 * m) / cell) + 1),
    [nx, ny, nz] = n,
    o: V3 = [b.lo[0] - m, b.lo[1] - m, b.lo[2] - m];
  const val = new Float32Array(nx * ny * nz).fill(9),
    B = 6,
    f = b.f;
  const active: number[] = [];
  for (let k = 0; k < nz; k += B)
    for (let j = 0; j < ny; j += B)
      for (let i = 0; i < nx; i += B) {
        const d = f(o[0] + (i + B / 2) * cell, o[1] + (j + B / 2) * cell, o[2] + (k + B / 2) * cell);
        if (Math.abs(d) > cell * B * 1.35 + 0.012) {
          if (d < 0)
            for (let z = k; z < Math.min(nz, k + B); z++)
              for (let y = j; y < Math.min(ny, j + B); y++)
                for (let x = i; x < Math.min(nx, i + B); x++) val[(z * ny + y) * nx + x] = -9;
          continue;
        }
        for (let z = k; z < Math.min(nz, k + B); z++)
          for (let y = j; y < Math.min(ny, j + B); y++)
            for (let x = i; x < Math.min(nx, i + B); x++) {
              const q = (z * ny + y) * nx + x;
              val[q] = f(o[0] + x * cell, o[1] + y * cell, o[2] + z * cell);
              active.push(q);
            }
      }
  const vid = new Int32Array(nx * ny * nz).fill(-1),
    pos: number[] = [],
    nrm: number[] = [],
    idx: number[] = [];
  const off = [0, 1, nx, nx + 1, nx * ny, nx * ny + 1, nx * ny + nx, nx * ny + nx + 1];
  const E = [
    [0, 1],
    [0, 2],
    [0, 4],
    [1, 3],
    [1, 5],
    [2, 3],
    [2, 6],
    [3, 7],
    [4, 5],
    [4, 6],
    [5, 7],
    [6, 7],
  ];
  const at = (x: number, y: number, z: number) => f(x, y, z);
  for (const q of active) {
    const x = q % nx,
      y = Math.floor(q / nx) % ny,
      z = Math.floor(q / (nx * ny));
    if (x >= nx - 1 || y >= ny - 1 || z >= nz - 1) continue;
    let mask = 0;
    for (let c = 0; c < 8; c++) if (val[q + off[c]] < 0) mask |= 1 << c;
    if (mask === 0 || mask === 255) continue;
    let sx = 0,
      sy = 0,
      sz = 0,
      cnt = 0;
    for (const [a, c] of E) {
      const va = val[q + off[a]],
        vb = val[q + off[c]];
      if (va < 0 === vb < 0) continue;
      const t = va / (va - vb);
      sx += (a & 1) + ((c & 1) - (a & 1)) * t;
      sy += ((a >> 1) & 1) + (((c >> 1) & 1) - ((a >> 1) & 1)) * t;
      sz += ((a >> 2) & 1) + (((c >> 2) & 1) - ((a >> 2) & 1)) * t;
      cnt++;
    }
    const px = o[0] + (x + sx / cnt) * cell,
      py = o[1] + (y + sy / cnt) * cell,
      pz = o[2] + (z + sz / cnt) * cell,
      e = soften;
    vid[q] = pos.length / 3;
    pos.push(px, py, pz);
    const g: V3 = norm([
      at(px + e, py, pz) - at(px - e, py, pz),
      at(px, py + e, pz) - at(px, py - e, pz),
      at(px, py, pz + e) - at(px, py, pz - e),
    ]);
    nrm.push(...g);
  }
  const quad = (a: number, b2: number, c: number, d: number) => {
    if (a < 0 || b2 < 0 || c < 0 || d < 0) return;
    idx.push(a, b2, c, a, c, d);
  };
  for (const q of active) {
    const x = q % nx,
      y = Math.floor(q / nx) % ny,
      z = Math.floor(q / (nx * ny));
    if (x < 1 || y < 1 || z < 1) continue;
    const s = val[q] < 0;
    if (x + 1 < nx && val[q + 1] < 0 !== s) quad(vid[q - nx - nx * ny], vid[q - nx * ny], vid[q], vid[q - nx]);
    if (y + 1 < ny && val[q + nx] < 0 !== s) quad(vid[q - 1 - nx * ny], vid[q - nx * ny], vid[q], vid[q - 1]);
    if (z + 1 < nz && val[q + nx * ny] < 0 !== s) quad(vid[q - 1 - nx], vid[q - nx], vid[q], vid[q - 1]);
  }
  return { pos, nrm, idx };
}
/** March a ray to the surface; returns the hit or undefined. */
export function march(f: Sdf, p: V3, d: V3, max: number): V3 | undefined {
  let t = 0;
  for (let i = 0; i < 60 && t < max; i++) {
    const q: V3 = [p[0] + d[0] * t, p[1] + d[1] * t, p[2] + d[2] * t],
      s = f(q[0], q[1], q[2]);
    if (s < 0.0006) return q;
    t += Math.max(0.0006, s * 0.8);
  }
  return undefined;
}
