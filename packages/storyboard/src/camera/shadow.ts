/** @file Shadows of the key light: an orthographic depth map seen from the light. */
import { meshOf } from '../world/mesh.js';
import type { Scene } from '../world/scene.js';
import { type V3, cross, mul, norm } from '../world/vector.js';
import { fillTriangle, type Vis } from './raster.js';

/** What the key light reaches. */
export interface Shadow {
  /** Share of light at a point, 0…1, when the point is moved `bias` metres towards the light. Outside the map it is 1. */
  at(p: V3, bias: number): number;
  /** The same without a vector, for loops over pixels. */
  lightAt(x: number, y: number, z: number, bias: number): number;
}

/** Depth keys must be positive: this many metres are added, more than any scene is deep. */
const FAR = 4000;

/**
 * Draws the depth map of a distant light.
 *
 * @param scene - What casts shadows.
 * @param light - Direction towards the light.
 * @param centre - Middle of what can cast shadows.
 * @param radius - Half the map's side, metres.
 * @param size - Side of the map in pixels, default 1400.
 * @param skip - Labels that cast no shadow: lamps.
 * @returns The shadow.
 */
export function shadowMap(
  scene: Scene,
  light: V3,
  centre: V3,
  radius: number,
  size = 1400,
  skip?: (label: number) => boolean,
): Shadow {
  const { positions, indices, labels } = meshOf(scene);
  const f = mul(norm(light), -1);
  const r = norm(cross(f, Math.abs(f[1]) > 0.95 ? [1, 0, 0] : [0, 1, 0]));
  const u = cross(r, f);
  const map: Vis = { W: size, H: size, tri: new Int32Array(size * size), iz: new Float32Array(size * size) };
  const k = size / 2 / radius;
  const half = size / 2;
  const [rx, ry, rz] = r;
  const [ux, uy, uz] = u;
  const [fx, fy, fz] = f;
  const [ox, oy, oz] = centre;
  const count = positions.length / 3;
  const X = new Float32Array(count);
  const Y = new Float32Array(count);
  const Z = new Float32Array(count);
  for (let i = 0, o = 0; i < count; i++, o += 3) {
    const dx = positions[o] - ox;
    const dy = positions[o + 1] - oy;
    const dz = positions[o + 2] - oz;
    X[i] = half + (dx * rx + dy * ry + dz * rz) * k;
    Y[i] = half - (dx * ux + dy * uy + dz * uz) * k;
    Z[i] = FAR - (dx * fx + dy * fy + dz * fz);
  }
  const unlit = skip ? scene.surfaces.map((_, label) => skip(label)) : [];
  for (let t = 0, o = 0; o < indices.length; t++, o += 3) {
    if (unlit[labels[t]]) continue;
    const a = indices[o];
    const b = indices[o + 1];
    const c = indices[o + 2];
    fillTriangle(map, t, X[a], Y[a], Z[a], X[b], Y[b], Z[b], X[c], Y[c], Z[c]);
  }
  const depth = map.iz;
  const lightAt = (px: number, py: number, pz: number, bias: number): number => {
    const dx = px - ox;
    const dy = py - oy;
    const dz = pz - oz;
    const x = Math.floor(half + (dx * rx + dy * ry + dz * rz) * k);
    const y = Math.floor(half - (dx * ux + dy * uy + dz * uz) * k);
    if (x < 1 || y < 1 || x >= size - 1 || y >= size - 1) return 1;
    const z = FAR - (dx * fx + dy * fy + dz * fz) + bias;
    const o = y * size + x;
    let lit = 0;
    if (depth[o] <= z) lit++;
    if (depth[o + 1] <= z) lit++;
    if (depth[o + size] <= z) lit++;
    if (depth[o - 1] <= z) lit++;
    if (depth[o - size] <= z) lit++;
    return lit / 5;
  };
  return { lightAt, at: (p, bias) => lightAt(p[0], p[1], p[2], bias) };
}
