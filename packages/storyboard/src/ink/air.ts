/**
 * @file What a draughtsman adds to plain light: a sliver of paper along the lit edge of a figure, darkness where things meet,
 * glow around lamps, beams, and the mirror of wet ground.
 */
import { type Camera, project } from '../camera/camera.js';
import type { Scene } from '../world/scene.js';
import { clamp, cross, dot, lerp, mad, norm, noiseTex, smooth, texAt, texLin } from '../world/vector.js';
import { boxBlur } from './blur.js';
import type { Mood } from './mood.js';
import { isFigure, type Sheet } from './tone.js';

/**
 * Lights the edges of figures that face the key light; in the dark also lays a pale aura behind them.
 *
 * @param sheet - Changed in place.
 * @param scene - Which surfaces are figures.
 * @param cam - The camera.
 * @param mood - Direction and strength.
 */
export function rimLight({ W, H, scale, label, depth, tone }: Sheet, scene: Scene, cam: Camera, mood: Mood): void {
  const rim = mood.rim ?? 0.3;
  if (rim <= 0) return;
  const figures = Uint8Array.from(scene.surfaces, (surface) => (isFigure(surface) ? 1 : 0));
  const groups = Int32Array.from(scene.surfaces, (surface) => surface.group);
  const box = boundsOf(label, W, H, figures, Math.ceil(12 * scale));
  if (!box) return;
  const { x0, y0, x1, y1 } = box;
  const towardsX = dot(mood.key, cam.r);
  const towardsY = -dot(mood.key, cam.u);
  const length = Math.hypot(towardsX, towardsY) || 1;
  const source = tone.slice();
  const aura = mood.ambient < 0.3;
  const around = [9, 0, -9, 0, 0, 9, 0, -3, 5, 5, -5, 5].map((pixels) => Math.round(pixels * scale));
  for (let y = y0; y <= y1; y++) {
    for (let x = x0; x <= x1; x++) {
      const o = y * W + x;
      const l = label[o];
      if (l >= 0 && figures[l]) {
        const r = clamp((cam.focal * 0.014) / depth[o], 1.6 * scale, 7 * scale);
        const X = Math.round(x + (towardsX / length) * r);
        const Y = Math.round(y + (towardsY / length) * r);
        if (X < 0 || Y < 0 || X >= W || Y >= H) continue;
        const q = Y * W + X;
        const beyond = label[q];
        if ((beyond < 0 || groups[beyond] !== groups[l]) && depth[q] > depth[o] + 0.12)
          tone[o] = Math.min(1, source[o] + rim * (1.15 - source[o]));
      } else if (aura) {
        let near = 0;
        for (let i = 0; i < 12; i += 2) {
          const X = x + around[i];
          const Y = y + around[i + 1];
          if (X < 0 || Y < 0 || X >= W || Y >= H) continue;
          const q = Y * W + X;
          if (label[q] >= 0 && figures[label[q]] && depth[q] < depth[o] - 0.3) near++;
        }
        if (near > 0) tone[o] = Math.min(1, tone[o] + 0.03 * near * clamp((depth[o] - 2) / 3));
      }
    }
  }
}

/** Corners of a rectangle of pixels, both included. */
interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** The rectangle of the picture that marked labels cover, widened by a margin; `undefined` where there are none. */
function boundsOf(label: Int32Array, W: number, H: number, marked: Uint8Array, margin: number): Box | undefined {
  let x0 = W;
  let y0 = H;
  let x1 = -1;
  let y1 = -1;
  for (let y = 0; y < H; y++) {
    for (let x = 0, o = y * W; x < W; x++, o++) {
      if (label[o] < 0 || !marked[label[o]]) continue;
      if (x < x0) x0 = x;
      if (x > x1) x1 = x;
      if (y < y0) y0 = y;
      y1 = y;
    }
  }
  if (x1 < 0) return undefined;
  return {
    x0: Math.max(0, x0 - margin),
    y0: Math.max(0, y0 - margin),
    x1: Math.min(W - 1, x1 + margin),
    y1: Math.min(H - 1, y1 + margin),
  };
}

/**
 * Darkens where something stands close in front: separates planes the way an artist "pops" a figure. Works at half size; on a
 * plane one over the depth is linear, so symmetric pairs of neighbours cancel and only steps and hollows are left.
 *
 * @param sheet - Changed in place.
 */
export function darkenContacts({ W, H, scale, label, depth, tone }: Sheet): void {
  const pairs = [7, 3, -3, 8, 15, -4, 5, 16, 24, 12, -12, 22].map((pixels) => Math.round(pixels * scale));
  const w = (W + 1) >> 1;
  const h = (H + 1) >> 1;
  const hidden = new Float32Array(w * h);
  for (let y = 0; y < H; y += 2) {
    for (let x = 0; x < W; x += 2) {
      const o = y * W + x;
      if (label[o] < 0) continue;
      const z = depth[o];
      let sum = 0;
      let count = 0;
      for (let i = 0; i < 12; i += 2) {
        const dx = pairs[i];
        const dy = pairs[i + 1];
        if (x + dx < 0 || y + dy < 0 || x + dx >= W || y + dy >= H || x - dx < 0 || y - dy < 0 || x - dx >= W || y - dy >= H)
          continue;
        count++;
        const step = dy * W + dx;
        let a = z / depth[o + step] - 1;
        let b = z / depth[o - step] - 1;
        if (a > 0.09 || b > 0.09) continue;
        if (a < -0.09) a = -0.09;
        if (b < -0.09) b = -0.09;
        const hollow = (a + b) / 2;
        if (hollow > 0.002) sum += hollow > 0.035 ? 1 : hollow / 0.035;
      }
      hidden[(y >> 1) * w + (x >> 1)] = count > 0 ? sum / count : 0;
    }
  }
  const soft = boxBlur(hidden, w, h, Math.max(1, Math.round(1.5 * scale)));
  for (let y = 0; y < H; y++) {
    for (let x = 0; x < W; x++) {
      const o = y * W + x;
      if (label[o] >= 0) tone[o] *= 1 - 0.42 * soft[(y >> 1) * w + (x >> 1)];
    }
  }
}

/**
 * Glow around lamps, the stronger the darker it is.
 *
 * @param sheet - Changed in place.
 * @param scene - Its lamps.
 * @param cam - The camera.
 * @param mood - Darkness, rain and the strength of halos.
 */
export function glowAroundLamps({ W, H, scale, depth, tone, warm }: Sheet, scene: Scene, cam: Camera, mood: Mood): void {
  const noise = noiseTex();
  const strength = (mood.halo ?? 1) * 0.42 * clamp(1.1 - mood.ambient * 1.9);
  if (strength <= 0) return;
  for (const { p, warm: isWarm } of scene.lights) {
    const [cx, cy, z] = project(cam, p);
    if (z < 0.3) continue;
    const radius = Math.min(420 * scale, (cam.focal * (mood.rain || mood.fog > 0.02 ? 1.5 : 0.9)) / z);
    const x1 = Math.min(W, cx + radius * 2);
    const y1 = Math.min(H, cy + radius * 2);
    for (let y = Math.max(0, (cy - radius * 2) | 0); y < y1; y++) {
      for (let x = Math.max(0, (cx - radius * 2) | 0); x < x1; x++) {
        const square = ((x - cx) * (x - cx) + (y - cy) * (y - cy)) / (radius * radius);
        if (square > 4) continue;
        const o = y * W + x;
        const glow =
          strength *
          Math.exp(-square * 2.2) *
          (depth[o] < z * 0.82 ? 0.15 : 1) *
          (0.8 + 0.4 * texAt(noise, (x / scale) | 0, (y / scale) | 0));
        tone[o] += glow;
        if (isWarm) warm[o] = Math.min(1, warm[o] + glow * 1.3);
      }
    }
  }
}

/**
 * Beams of light in the air, as wedges in the picture.
 *
 * @param sheet - Changed in place.
 * @param cam - The camera.
 * @param mood - Its beams.
 */
export function castBeams({ W, H, scale, depth, tone, warm }: Sheet, cam: Camera, mood: Mood): void {
  const noise = noiseTex();
  for (const beam of mood.beam ?? []) {
    const [x0, y0, z0] = project(cam, beam.from);
    if (z0 < 0.2) continue;
    const direction = norm(beam.dir);
    const across = norm(cross(direction, cam.f));
    const end = mad(beam.from, direction, beam.length);
    const [ax, ay, az] = project(cam, mad(end, across, beam.spread * beam.length));
    const [bx, by, bz] = project(cam, mad(end, across, -beam.spread * beam.length));
    if (az < 0.2 || bz < 0.2) continue;
    const one = Math.atan2(ay - y0, ax - x0);
    const other = Math.atan2(by - y0, bx - x0);
    const reach = Math.hypot(ax - x0, ay - y0);
    const middle = Math.atan2(Math.sin(one) + Math.sin(other), Math.cos(one) + Math.cos(other));
    const half = Math.abs(Math.atan2(Math.sin(one - middle), Math.cos(one - middle)));
    for (let y = 0; y < H; y++) {
      for (let x = 0; x < W; x++) {
        const r = Math.hypot(x - x0, y - y0);
        if (r > reach) continue;
        const angle = Math.atan2(y - y0, x - x0) - middle;
        const off = Math.abs(Math.atan2(Math.sin(angle), Math.cos(angle)));
        if (off > half) continue;
        const o = y * W + x;
        const light =
          (1 - r / reach) ** 0.8 *
          (1 - (off / half) ** 3) *
          (0.75 + 0.5 * texAt(noise, (x / scale) | 0, (y / scale) | 0)) *
          (depth[o] < z0 * 0.8 ? 0.25 : 1);
        tone[o] = Math.max(tone[o], lerp(tone[o], 1, light * 0.85));
        warm[o] = Math.max(warm[o], light * 0.7);
      }
    }
  }
}

/**
 * Mirrors what stands above wet ground and water, broken up by ripples: the view ray is reflected in the ground and followed
 * for some metres, and the tone there is laid over the water's.
 *
 * @param sheet - Changed in place.
 * @param scene - Which surfaces are water.
 * @param cam - The camera.
 */
export function mirrorInWater({ W, H, scale, label, depth, tone, warm }: Sheet, scene: Scene, cam: Camera): void {
  const water = Uint8Array.from(scene.surfaces, (surface) => (surface.soft === 'water' ? 1 : 0));
  if (!water.includes(1)) return;
  const noise = noiseTex();
  const grain = 1 / scale;
  const source = tone.slice();
  const sourceWarm = warm.slice();
  const { r, u, f, focal } = cam;
  for (let y = 0; y < H; y++) {
    const v = (H / 2 - y) / focal;
    for (let x = 0; x < W; x++) {
      const o = y * W + x;
      if (label[o] < 0 || !water[label[o]]) continue;
      const s = (x - W / 2) / focal;
      const dx = f[0] + r[0] * s + u[0] * v;
      const dy = f[1] + r[1] * s + u[1] * v;
      const dz = f[2] + r[2] * s + u[2] * v;
      const z = depth[o];
      const far = Math.min(18, 120 / (1 + z));
      // The mirrored point, relative to the lens.
      const qx = dx * (z + far);
      const qy = dy * (z - far);
      const qz = dz * (z + far);
      const qDepth = qx * f[0] + qy * f[1] + qz * f[2];
      if (qDepth < 0.1) continue;
      const ripple = (texLin(noise, x * grain * 0.7, y * grain * 4) - 0.5) * 26 * scale;
      const X = Math.round(clamp(W / 2 + ((qx * r[0] + qy * r[1] + qz * r[2]) / qDepth) * focal + ripple * 0.3, 1, W - 2));
      const Y = Math.round(clamp(H / 2 - ((qx * u[0] + qy * u[1] + qz * u[2]) / qDepth) * focal + ripple, 1, H - 2));
      const k = Y * W + X;
      const share = 0.55 * smooth(0.3, 0.5, texLin(noise, x * grain * 0.6, y * grain * 2.2));
      tone[o] = lerp(tone[o], (source[k] * 2 + source[k + W] + source[k + 1] + source[k - W] + source[k - 1]) / 6, share);
      warm[o] = Math.max(warm[o], sourceWarm[k] * share);
    }
  }
}
