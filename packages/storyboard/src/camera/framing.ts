/** Script facts -> mood and camera. */
import { type V3, add, sub, mul, mad, norm, cross, mix3 } from '../world/vector.js';
import { type Camera, camera } from './raster.js';
import { type Placed } from '../figure/figure.js';
import { type Place } from '../places/trial.js';
import { type Mood } from '../ink/panel.js';

export type Size = 'EWS' | 'WS' | 'MS' | '2S' | 'OTS' | 'CU' | 'ECU' | 'FS';
export function moodFor(time: string, weather: string, pl: { centre: V3; radius: number; interior: boolean }, key?: V3): Mood {
  const base = {
    shadowCentre: pl.centre,
    shadowRadius: pl.radius,
    paper: [0.975, 0.955, 0.905] as V3,
    light: [1, 0.86, 0.58] as V3,
  };
  const t = /NIGHT/.test(time) ? 'night' : /DUSK|EVENING|DAWN|SUNSET/.test(time) ? 'dusk' : 'day';
  let m: Mood;
  if (t === 'night')
    m = {
      ...base,
      key: key ?? [-0.5, 0.7, -0.35],
      keyPower: pl.interior ? 0.18 : 0.3,
      ambient: pl.interior ? 0.24 : 0.22,
      rim: 0.6,
      skyTop: 0.1,
      skyLow: 0.34,
      clouds: 0.16,
      stars: !/RAIN|STORM|FOG/.test(weather),
      fog: pl.interior ? 0.002 : 0.012,
      fogTone: 0.3,
      wash: [0.07, 0.085, 0.15],
      hatch: 0.8,
    };
  else if (t === 'dusk')
    m = {
      ...base,
      key: key ?? [0.8, 0.32, -0.5],
      keyPower: 0.62,
      ambient: 0.36,
      rim: 0.5,
      skyTop: 0.42,
      skyLow: 0.92,
      clouds: 0.3,
      fog: 0.0035,
      fogTone: 0.72,
      wash: [0.17, 0.13, 0.21],
      paper: [0.99, 0.9, 0.79],
      light: [1, 0.8, 0.5],
      hatch: 1,
    };
  else
    m = {
      ...base,
      key: key ?? [0.55, 0.8, 0.45],
      keyPower: pl.interior ? 0.62 : 0.74,
      ambient: pl.interior ? 0.7 : 0.42,
      rim: 0.3,
      skyTop: 0.84,
      skyLow: 1.02,
      clouds: 0.34,
      fog: 0.0045,
      fogTone: 0.93,
      wash: [0.17, 0.18, 0.25],
      hatch: 1,
    };
  if (/RAIN|STORM/.test(weather)) {
    m.rain = /STORM/.test(weather) ? 1.4 : 1;
    m.wet = true;
    m.keyPower *= 0.55;
    m.fog *= 1.6;
    m.clouds = 0.2;
    if (t === 'day') {
      m.skyTop = 0.5;
      m.skyLow = 0.8;
      m.fogTone = 0.75;
    }
  }
  if (/FOG|MIST/.test(weather)) {
    m.fog = Math.max(m.fog * 6, 0.035);
    m.fogTone = t === 'night' ? 0.42 : 0.93;
    m.keyPower *= 0.5;
  }
  return m;
}
/** key light set like a lamp on set: three-quarter from the camera's side, so faces always model well */
export const setKey = (m: Mood, cam: Camera, side = 1, behind = 0.55) => {
  m.key = norm(add(add(mul(cam.r, 0.85 * side), mul([0, 1, 0], 0.75)), mul(cam.f, -behind)));
};
const FOV = 30;
export function frameShot(
  size: Size,
  pl: Place,
  who: Placed[],
  o: { side?: number; subject?: number; W?: number; H?: number; low?: boolean } = {},
): Camera {
  let s = o.side ?? 1;
  const a = who[o.subject ?? 0],
    b = who[1 - (o.subject ?? 0)],
    W = o.W ?? 1280,
    H = o.H ?? 720;
  const cam = (e: V3, t: V3, f: number, roll = 0) => camera(e, t, f, W, H, roll);
  const around = (p: Placed, deg: number): V3 => {
    const f = norm([p.head.z[0], 0, p.head.z[2]]),
      r: V3 = [f[2], 0, -f[0]],
      k = (deg * Math.PI) / 180;
    return norm(add(mul(f, Math.cos(k)), mul(r, Math.sin(k))));
  };
  if (!a || size === 'EWS' || size === 'WS') return cam(pl.wide.eye, pl.wide.target, pl.wide.fov);
  if (size === 'OTS' && b) {
    const d = norm(sub(a.head.o, b.head.o)),
      r = norm(cross(d, [0, 1, 0]));
    const eye = add(mad(mad(b.head.o, d, -0.72), r, 0.4 * s), [0, 0.07, 0]);
    return cam(eye, mad(mad(a.head.o, r, -0.14 * s), [0, 1, 0], -0.1), 31);
  }
  if (size === '2S' && b) {
    const c = mix3(a.head.o, b.head.o, 0.5),
      d = norm(sub(b.head.o, a.head.o)),
      n = norm(cross([0, 1, 0], d));
    if (pl.interior) {
      const e = (q: number) => Math.hypot(...(sub(mad(c, n, q * 2), pl.wide.eye) as [number, number, number]));
      s = e(1) < e(-1) ? 1 : -1;
    }
    const gap = Math.hypot(...(sub(b.head.o, a.head.o) as [number, number, number]));
    const dist = Math.max(1.9, gap * 1.05 + 0.55);
    return cam(add(mad(mad(c, n, dist * s * 0.98), d, -dist * 0.16), [0, 0.06, 0]), add(c, [0, -0.24, 0]), 36);
  }
  const fill = size === 'ECU' ? 0.78 : size === 'CU' ? 0.5 : size === 'MS' ? 0.225 : 0.12;
  const dist = a.headH / fill / (2 * Math.tan((FOV * Math.PI) / 360));
  const dir = around(a, (size === 'MS' ? 32 : 30) * s);
  const tgt =
    size === 'FS' ? mix3(a.head.o, a.feet, 0.48) : add(a.head.o, [0, size === 'MS' ? -a.headH * 1.35 : -a.headH * 0.18, 0]);
  const lead = mul(a.head.z, a.headH * (size === 'MS' ? 0.75 : 0.2));
  return cam(add(mad(add(tgt, lead), dir, dist), [0, o.low ? -0.5 : 0.02, 0]), add(tgt, lead), FOV);
}
