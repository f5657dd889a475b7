/**
 * @file How light each pixel is: the key light with its shadows, lamps, the light from everywhere, and the air in between.
 * Faces get two clean tones, costumes stay readable at night. The loops run over a million pixels and allocate nothing.
 */
import type { Camera } from '../camera/camera.js';
import type { Vis } from '../camera/raster.js';
import type { Shadow } from '../camera/shadow.js';
import { meshOf } from '../world/mesh.js';
import type { Scene, Surface } from '../world/scene.js';
import { norm, noiseTex, texAt, texLin } from '../world/vector.js';
import type { Mood } from './mood.js';
import { skyTone } from './sky.js';

/** The picture before it is painted: what, how far and how light, for every pixel, rows from the top. */
export interface Sheet {
  W: number;
  H: number;
  /** Picture pixels for one pixel of a 720-line picture: widths of lines and grains are given for 720 lines. */
  scale: number;
  /** Index into the scene's surfaces, −1 for the sky. */
  label: Int32Array;
  /** Metres along the optical axis, `SKY_DEPTH` for the sky. */
  depth: Float32Array;
  /** 0 full ink … 1 bare paper; may overshoot. */
  tone: Float32Array;
  /** Share of lamp light, 0…1. */
  warm: Float32Array;
}

/** Depth of the sky, metres. */
export const SKY_DEPTH = 1e6;

/** What a surface is drawn as: numbers, so that loops over pixels compare no text. */
export const PLAIN = 0;
export const SKIN = 1;
export const CLOTH = 2;
export const HAIR = 3;
export const LEAF = 4;
export const WATER = 5;

/** Whether a surface belongs to a person. */
export function isFigure(surface: Surface): boolean {
  return surface.soft === 'skin' || surface.soft === 'cloth' || surface.soft === 'hair';
}

/** The stuff of every surface of a scene. */
export function stuffOf(surfaces: readonly Surface[]): Uint8Array {
  const stuff = { skin: SKIN, cloth: CLOTH, hair: HAIR, leaf: LEAF, water: WATER };
  return Uint8Array.from(surfaces, (surface) => (surface.soft ? stuff[surface.soft] : PLAIN));
}

/**
 * Lights the visible surfaces.
 *
 * @param scene - Surfaces and lamps.
 * @param cam - The camera of the picture.
 * @param mood - Light and air.
 * @param vis - What is visible, `ss` times as large as the picture.
 * @param ss - Supersampling of `vis`.
 * @param shadow - Shadows of the key light.
 * @returns The sheet.
 */
export function lightSheet(scene: Scene, cam: Camera, mood: Mood, vis: Vis, ss: number, shadow: Shadow): Sheet {
  const { W, H } = cam;
  const scale = H / 720;
  const grain = 1 / scale;
  const label = new Int32Array(W * H);
  const depth = new Float32Array(W * H);
  const tone = new Float32Array(W * H);
  const warm = new Float32Array(W * H);
  const { positions: P, normals: N, indices, labels } = meshOf(scene);
  const { surfaces } = scene;
  const stuff = stuffOf(surfaces);
  const albedo = Float32Array.from(surfaces, (surface) => surface.tone);
  const glow = Float32Array.from(surfaces, (surface) => surface.glow ?? 0);
  const lamps = flatLamps(scene);
  const noise = noiseTex();
  const sky = skyTone(mood);
  const { keyPower, ambient, fog, fogTone } = mood;
  const wet = mood.wet === true;
  const [kx, ky, kz] = norm(mood.key);
  const [ex, ey, ez] = cam.eye;
  const [rx, ry, rz] = cam.r;
  const [ux, uy, uz] = cam.u;
  const [fx, fy, fz] = cam.f;
  const perPixel = 1 / cam.focal;
  // Metres that a pixel of the shadow map covers, times a margin: how far a point is lifted off its own surface.
  const texel = (mood.shadowRadius / 1200) * 2.5;
  // Faces: the tones of shadow and light side, chosen so that features stay readable at any hour.
  const skinLow = Math.min(0.74, ambient * 1.15 + 0.2);
  const skinSpan = keyPower * 0.9 + 0.05;

  // Constants of the triangle of the pixel before; neighbours mostly share it.
  let last = -1;
  let flat = true;
  let nx = 0;
  let ny = 1;
  let nz = 0;
  let [ax, ay, az, e1x, e1y, e1z, e2x, e2y, e2z, d00, d01, d11, inverse] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  let [n0, n1, n2] = [0, 0, 0];

  for (let y = 0; y < H; y++) {
    const row = Math.floor((y + 0.5) * ss) * vis.W;
    const v = (H / 2 - y - 0.5) * perPixel;
    for (let x = 0; x < W; x++) {
      const o = y * W + x;
      const q = row + Math.floor((x + 0.5) * ss);
      const t = vis.tri[q];
      const u = (x + 0.5 - W / 2) * perPixel;
      const dx = fx + rx * u + ux * v;
      const dy = fy + ry * u + uy * v;
      const dz = fz + rz * u + uz * v;
      if (t < 0) {
        label[o] = -1;
        depth[o] = SKY_DEPTH;
        tone[o] = sky(dx, dy, dz);
        continue;
      }
      const l = labels[t];
      const z = 1 / vis.iz[q];
      const px = ex + dx * z;
      const py = ey + dy * z;
      const pz = ez + dz * z;
      label[o] = l;
      depth[o] = z;
      if (t !== last) {
        last = t;
        n0 = indices[t * 3] * 3;
        n1 = indices[t * 3 + 1] * 3;
        n2 = indices[t * 3 + 2] * 3;
        nx = N[n0];
        ny = N[n0 + 1];
        nz = N[n0 + 2];
        flat = nx === N[n1] && ny === N[n1 + 1] && nz === N[n1 + 2] && nx === N[n2] && ny === N[n2 + 1] && nz === N[n2 + 2];
        if (!flat) {
          ax = P[n0];
          ay = P[n0 + 1];
          az = P[n0 + 2];
          e1x = P[n1] - ax;
          e1y = P[n1 + 1] - ay;
          e1z = P[n1 + 2] - az;
          e2x = P[n2] - ax;
          e2y = P[n2 + 1] - ay;
          e2z = P[n2 + 2] - az;
          d00 = e1x * e1x + e1y * e1y + e1z * e1z;
          d01 = e1x * e2x + e1y * e2y + e1z * e2z;
          d11 = e2x * e2x + e2y * e2y + e2z * e2z;
          inverse = 1 / (d00 * d11 - d01 * d01 || 1e-12);
        }
      }
      let mx = nx;
      let my = ny;
      let mz = nz;
      if (!flat) {
        const wx = px - ax;
        const wy = py - ay;
        const wz = pz - az;
        const d20 = wx * e1x + wy * e1y + wz * e1z;
        const d21 = wx * e2x + wy * e2y + wz * e2z;
        const b = (d11 * d20 - d01 * d21) * inverse;
        const c = (d00 * d21 - d01 * d20) * inverse;
        const a = 1 - b - c;
        mx = N[n0] * a + N[n1] * b + N[n2] * c;
        my = N[n0 + 1] * a + N[n1 + 1] * b + N[n2 + 1] * c;
        mz = N[n0 + 2] * a + N[n1 + 2] * b + N[n2 + 2] * c;
        const length = Math.sqrt(mx * mx + my * my + mz * mz) || 1;
        mx /= length;
        my /= length;
        mz /= length;
      }
      // Surfaces have two sides: the one that is seen is the one that is lit.
      if (mx * dx + my * dy + mz * dz > 0) {
        mx = -mx;
        my = -my;
        mz = -mz;
      }
      const kind = stuff[l];
      const figure = kind === SKIN || kind === CLOTH || kind === HAIR;
      const facing = mx * kx + my * ky + mz * kz;
      let direct = 0;
      if (facing > 0 && keyPower > 0) {
        // Shadow edges wander like a brush's: the point is moved by noise before it is looked up.
        const wander = Math.min(texel * 3.5, figure ? 0.012 : 0.3);
        const gx = (x * grain * 3) | 0;
        const gy = (y * grain * 3) | 0;
        const jx = (texAt(noise, gx, gy) - 0.5) * wander;
        const jz = (texAt(noise, gx + 77, gy + 40) - 0.5) * wander;
        const lift = texel * 1.2;
        const lit = shadow.lightAt(
          px + mx * lift + jx,
          py + my * lift,
          pz + mz * lift + jz,
          texel * 0.6 + (figure ? 0.03 : 0.004),
        );
        direct = Math.min(1, facing * 1.35 + 0.1) * lit;
      }
      let light = ambient * (0.78 + 0.22 * my) + keyPower * direct;
      let lamp = 0;
      for (let i = 0; i < lamps.length; i += 6) {
        const lx = lamps[i] - px;
        const ly = lamps[i + 1] - py;
        const lz = lamps[i + 2] - pz;
        const range = lamps[i + 4];
        const square = lx * lx + ly * ly + lz * lz;
        if (square > range * range) continue;
        const r = Math.sqrt(square);
        const incidence = ((mx * lx + my * ly + mz * lz) / r) * 0.85 + 0.15;
        if (incidence <= 0) continue;
        const reach = 1 - r / range;
        const share = Math.min(1, incidence) * lamps[i + 3] * reach * Math.sqrt(reach);
        light += share;
        lamp += share * lamps[i + 5];
      }
      let luminance = albedo[l] * light;
      if (kind === SKIN) {
        // Two clean tones with a narrow edge between them: modelling by gradients makes a drawn face dirty.
        const high = Math.min(1, ambient + keyPower * 0.8 + lamp * 0.7 + 0.16);
        let side = ((light - ambient * 0.85) / (skinSpan + lamp * 0.5) - 0.16) / 0.24;
        side = side < 0 ? 0 : side > 1 ? 1 : side;
        side = side * side * (3 - 2 * side);
        // Dark skin keeps its features too: the darkest tones are for hair, brows and lips.
        luminance = (0.14 + 0.86 * albedo[l]) * (skinLow + Math.max(0, high - skinLow) * side);
      } else if (figure && ambient < 0.3) luminance = luminance * 1.3 + 0.035 * albedo[l];
      const self = glow[l];
      if (self > 0) {
        luminance = Math.max(luminance, self);
        lamp += self * 0.8;
      }
      if (wet && my > 0.8 && kind === PLAIN) luminance *= 0.8 + 0.5 * texLin(noise, x * grain * 0.5 + 40, y * grain * 1.3);
      const air = 1 - Math.exp(-z * fog);
      tone[o] = luminance + (fogTone - luminance) * air * (self > 0 ? 0.35 : 1);
      const warmth = lamp * 1.1;
      warm[o] = (warmth > 1 ? 1 : warmth) * (1 - air * 0.6);
    }
  }
  return { W, H, scale, label, depth, tone, warm };
}

/** x, y, z, power, range and whether it is warm (0 or 1), six numbers a lamp. */
function flatLamps(scene: Scene): Float64Array {
  return Float64Array.from(scene.lights.flatMap(({ p, power, range, warm }) => [...p, power, range, warm ? 1 : 0]));
}
