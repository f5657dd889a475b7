/**
 * @file Hair as clay with combed grooves, a broken hairline and ink strands. A style adds masses to a cap over the skull; the
 * face is cut free at the end.
 */
import { createRandom, type Random } from '@filmai/core-tensor/random';
import { type V3, add, clamp, len, lerp, mix3, mul, norm, sub } from '../world/vector.js';
import { type HeadBench, UNIT } from './head-bench.js';
import type { HairStyle } from './look.js';
import { Sculpt } from './sculpt.js';

interface Style {
  /** Thickness of the cap over the skull. */
  cap: number;
  /** Where the hair ends behind and at the sides. */
  nape: number;
  /** How far the face is cut free: hairline height at the forehead, and half width of the opening. */
  line: number;
  open: number;
  /** Cut above and in front of the ears. */
  ears: boolean;
  /** Depth and number of combed grooves. */
  groove: number;
  waves: number;
  /** Number of ink strands, and how far down they run. */
  strands: number;
  /** Side parting (x of the parting), none for cropped hair. */
  part?: number;
  masses?(hair: Sculpt, random: Random, bench: HeadBench): void;
}

const SHORT: Style = {
  cap: 0.03,
  nape: -0.3,
  line: 0.3,
  open: 0.3,
  ears: true,
  groove: 0.008,
  waves: 22,
  strands: 46,
  part: 0.08,
};
const LONG: Style = {
  cap: 0.05,
  nape: -2,
  line: 0.32,
  open: 0.285,
  ears: false,
  groove: 0.014,
  waves: 19,
  strands: 70,
  part: 0.09,
};

const STYLES: Record<Exclude<HairStyle, 'bald'>, Style> = {
  shaved: { ...SHORT, cap: 0.008, groove: 0, strands: 0, line: 0.29, part: undefined },
  crew: {
    ...SHORT,
    cap: 0.018,
    groove: 0.004,
    strands: 30,
    masses: (h) => void h.ellipsoid(UNIT, [0, 0.36, 0.1], [0.27, 0.15, 0.27], 0.08),
  },
  short: {
    ...SHORT,
    line: 0.345,
    masses: (h) => {
      h.ellipsoid(UNIT, [0.02, 0.36, 0.08], [0.27, 0.145, 0.28], 0.08);
      for (let i = 0; i < 5; i++)
        h.cone([0.13 - i * 0.05, 0.46, 0.1], [0.05 - i * 0.055, 0.43 - Math.abs(i - 1.5) * 0.015, 0.29], 0.045, 0.035, 0.03);
    },
  },
  side: {
    ...SHORT,
    part: 0.16,
    masses: (h) => {
      for (let i = 0; i < 6; i++)
        h.cone(
          [0.15, 0.4 - i * 0.012, 0.02 + i * 0.055],
          [-0.2 - i * 0.012, 0.385 - i * 0.02, 0.05 + i * 0.05],
          0.05,
          0.062,
          0.04,
        );
    },
  },
  slick: {
    ...SHORT,
    cap: 0.028,
    line: 0.315,
    groove: 0.01,
    waves: 26,
    strands: 60,
    part: undefined,
    masses: (h) => void h.ellipsoid(UNIT, [0, 0.36, 0.12], [0.26, 0.12, 0.24], 0.1),
  },
  receding: { ...SHORT, cap: 0.02, line: 0.47, strands: 40 },
  messy: {
    ...SHORT,
    cap: 0.045,
    masses: (h, random) => {
      for (let i = 0; i < 26; i++) {
        const a = random.range(0, 6.28);
        const t = random.range(0, 1.25);
        const root: V3 = [Math.sin(t) * Math.sin(a) * 0.36, 0.16 + Math.cos(t) * 0.37, -0.07 - Math.sin(t) * Math.cos(a) * 0.4];
        const tip = add(mul(root, 1.14), [random.range(-0.09, 0.09), random.range(-0.02, 0.09), random.range(-0.03, 0.12)]);
        h.cone(root, tip, 0.075, 0.018, 0.03);
      }
      fringe(h, random, 0.1, 0.36, 6, 0.1);
    },
  },
  curly: { ...SHORT, cap: 0.05, groove: 0, strands: 0, masses: (h, random) => curls(h, random, 46, 0.41, 0.085) },
  afro: {
    ...SHORT,
    cap: 0.08,
    groove: 0,
    strands: 0,
    nape: -0.26,
    masses: (h, random) => {
      h.ellipsoid(UNIT, [0, 0.22, -0.1], [0.5, 0.47, 0.54], 0.08);
      curls(h, random, 70, 0.53, 0.075);
    },
  },
  bob: {
    ...LONG,
    cap: 0.055,
    masses: (h, random) => {
      curtain(h, random, -0.36, 0.05, 13);
      swept(h, 0.12, -0.12, false);
    },
  },
  pixie: {
    ...SHORT,
    cap: 0.045,
    line: 0.28,
    ears: false,
    nape: -0.34,
    strands: 56,
    masses: (h, random) => {
      fringe(h, random, 0.16, 0.38, 8, 0.12);
      for (const s of [1, -1]) h.cone([s * 0.33, 0.05, 0.06], [s * 0.3, -0.14, 0.16], 0.06, 0.015, 0.04);
    },
  },
  long: {
    ...LONG,
    masses: (h, random) => {
      curtain(h, random, -0.78, 0.07, 15);
      swept(h, 0.1, -0.5, false);
    },
  },
  wavy: {
    ...LONG,
    groove: 0.02,
    masses: (h, random) => {
      for (let i = 0; i < 15; i++) {
        const a = Math.PI * (0.34 + (i / 14) * 1.32);
        let at: V3 = [Math.sin(a) * 0.36, 0.02, Math.cos(a) * 0.36 - 0.08];
        for (let k = 0; k < 5; k++) {
          const out = 1 + (k % 2 ? 0.09 : -0.02) + k * 0.02;
          const to: V3 = [Math.sin(a + random.range(-0.06, 0.06)) * 0.37 * out, at[1] - 0.15, Math.cos(a) * 0.35 * out - 0.1];
          h.cone(at, to, 0.095, 0.085 - k * 0.008, 0.05);
          at = to;
        }
      }
      swept(h, 0.1, -0.3, false);
    },
  },
  pony: {
    ...LONG,
    nape: -0.3,
    cap: 0.035,
    open: 0.3,
    masses: (h) => {
      h.ball([0, 0.14, -0.5], 0.09, 0.05);
      h.cone([0, 0.14, -0.52], [0.03, -0.22, -0.7], 0.075, 0.12, 0.05).cone(
        [0.03, -0.22, -0.7],
        [0.08, -0.78, -0.58],
        0.12,
        0.02,
        0.06,
      );
      swept(h, 0.1, 0, true);
    },
  },
  bun: {
    ...LONG,
    nape: -0.3,
    cap: 0.035,
    open: 0.3,
    masses: (h) => {
      h.ellipsoid(UNIT, [0, 0.27, -0.53], [0.17, 0.16, 0.14], 0.05);
      swept(h, 0.1, 0, true);
    },
  },
  braids: {
    ...LONG,
    nape: -0.3,
    cap: 0.04,
    part: 0,
    groove: 0.012,
    masses: (h) => {
      for (const s of [1, -1]) {
        for (let i = 0; i < 9; i++) {
          const y = -0.14 - i * 0.088;
          h.ellipsoid(
            UNIT,
            [s * (0.34 + i * 0.006 + (i % 2 ? 0.018 : -0.018)), y, 0.02 + i * 0.04],
            [0.078 - i * 0.002, 0.066, 0.075],
            0.03,
          );
        }
        h.cone([s * 0.38, -0.9, 0.37], [s * 0.39, -1.04, 0.4], 0.045, 0.02, 0.02);
        h.cone([s * 0.28, 0.1, -0.05], [s * 0.33, -0.14, 0.01], 0.1, 0.07, 0.06);
      }
      swept(h, 0, 0, true);
    },
  },
  mohawk: {
    ...SHORT,
    cap: 0.008,
    groove: 0,
    strands: 0,
    masses: (h) => {
      for (let i = 0; i < 9; i++) {
        const t = -0.75 + i * 0.24;
        h.cone(
          [0, 0.13 + Math.cos(t) * 0.37, -0.06 - Math.sin(t) * 0.42],
          [0, 0.15 + Math.cos(t) * 0.58, -0.06 - Math.sin(t) * 0.6],
          0.06,
          0.02,
          0.03,
        );
      }
    },
  },
};

/** Adds the hair of the look to the head. */
export function buildHair(bench: HeadBench): void {
  const { look, detail } = bench;
  if (look.hair === 'bald') return;
  const covered = look.hat !== undefined && look.hat !== 'crown' && look.hat !== 'nurse';
  const wrapped = look.hat !== undefined && ['space', 'surgeon', 'headscarf', 'veil', 'hood'].includes(look.hat);
  // Nothing tall fits under a hat.
  const name =
    wrapped || (covered && ['afro', 'curly', 'messy', 'mohawk', 'bun', 'side', 'slick', 'crew'].includes(look.hair))
      ? look.female && !wrapped
        ? 'pixie'
        : 'short'
      : look.hair;
  const style = STYLES[name];
  const random = createRandom(look.seed).split('hair');
  const hair = new Sculpt();
  const v = covered ? Math.min(style.cap, 0.02) : style.cap;
  hair.ellipsoid(UNIT, [0, 0.14, -0.065], [0.337 + v, 0.367 + v * 1.1, 0.422 + v], 0.05);
  if (!covered || !style.ears) style.masses?.(hair, random, bench);
  hair.ellipsoid(UNIT, [0, style.line - 0.5, 0.42], [style.open, 0.5, 0.36], 0.05, { carve: true });
  if (name === 'receding')
    for (const s of [1, -1]) hair.ellipsoid(UNIT, [s * 0.16, 0.36, 0.26], [0.13, 0.2, 0.2], 0.03, { carve: true });
  if (style.ears) {
    hair.ellipsoid(UNIT, [0, -0.42, 0.12], [0.6, 0.32, 0.6], 0.05, { carve: true });
    for (const s of [1, -1]) hair.ellipsoid(UNIT, [s * 0.4, -0.09, 0.0], [0.14, 0.17, 0.13], 0.03, { carve: true });
  }
  if (covered && !wrapped) hair.ellipsoid(UNIT, [0, 0.69, 0], [0.8, 0.42, 0.8], 0.02, { carve: true });
  if (style.nape > -1) hair.ellipsoid(UNIT, [0, style.nape - 0.32, -0.2], [0.5, 0.32, 0.5], 0.04, { carve: true });
  const parting = style.part ?? 0;
  const bump =
    style.groove > 0 && detail > 0.3
      ? (x: number, y: number, z: number) => {
          const a = Math.atan2(x - parting * clamp(y + 0.2), z + 0.1);
          const k = clamp((0.62 - y) / 0.25);
          return (
            style.groove *
            k *
            (Math.sin(a * style.waves + Math.sin(y * 7 + a * 3) * 1.4) + 0.6 * Math.sin(a * style.waves * 2.3 + 1 + y * 4))
          );
        }
      : ['curly', 'afro'].includes(name) && detail > 0.3
        ? (x: number, y: number, z: number) =>
            0.008 * Math.sin(x * 46 + Math.sin(z * 38) * 2) * Math.sin(y * 44 + x * 9) * Math.sin(z * 42)
        : undefined;
  bench.add(
    hair,
    {
      tone: look.hairPaint.tone,
      tint: look.hairPaint.tint,
      soft: 'hair',
      crease: name === 'shaved' ? 1 : 0.016,
      line: name === 'shaved' ? 0.35 : 1,
    },
    { bump, soften: 1 },
  );
  if (detail > 0.3 && style.strands > 0) strands(bench, hair, style, random, covered);
  if (detail > 0.5 && name === 'curly') ringlets(bench, hair, random, 40, 0.05);
  if (detail > 0.5 && name === 'afro') ringlets(bench, hair, random, 60, 0.035);
}

/** Locks hanging round the head from ear to ear, their tips uneven. */
function curtain(h: Sculpt, random: Random, bottom: number, spread: number, count: number): void {
  h.cone([0, 0.02, -0.2], [0, bottom + 0.12, -0.2 - spread], 0.27, 0.22, 0.14);
  for (let i = 0; i < count; i++) {
    const a = Math.PI * (0.33 + (i / (count - 1)) * 1.34);
    const x = Math.sin(a);
    const z = Math.cos(a);
    const end = bottom - random.range(0, 0.1);
    const mid: V3 = [x * (0.375 + spread * 0.5), lerp(0.05, end, 0.55), z * 0.36 - 0.09];
    h.cone([x * 0.345, 0.06, z * 0.35 - 0.08], mid, 0.1, 0.088, 0.05);
    h.cone(
      mid,
      [x * (0.345 + spread * 0.4) + random.range(-0.035, 0.035), end, z * 0.33 - 0.08 + random.range(0, 0.03)],
      0.088,
      0.018,
      0.035,
    );
  }
}

/** Front hair from a parting: swept across the brow on one side, tucked or hanging on the other. */
function swept(h: Sculpt, part: number, tip: number, tucked: boolean): void {
  for (const s of [1, -1])
    for (let i = 0; i < 4; i++) {
      const root: V3 = [part, 0.455 - i * 0.022, 0.08 + i * 0.062];
      const brow: V3 =
        s > 0 ? [part + 0.13, 0.36 - i * 0.04, 0.15 + i * 0.03] : [part - 0.23 - i * 0.02, 0.36 - i * 0.042, 0.2 + i * 0.026];
      const temple: V3 = [s * 0.325, 0.1 - i * 0.03, tucked ? 0.03 - i * 0.03 : 0.17 - i * 0.045];
      h.cone(root, brow, 0.03, 0.052, 0.035).cone(brow, temple, 0.052, 0.05, 0.04);
      if (tucked) h.cone(temple, [s * 0.25, 0.02, -0.25], 0.05, 0.06, 0.05);
      else h.cone(temple, [s * (0.375 - i * 0.012), tip + i * 0.04 + (s > 0 ? 0.05 : 0), 0.13 - i * 0.06], 0.05, 0.02, 0.03);
    }
}

/** Short locks along the hairline. */
function fringe(h: Sculpt, random: Random, part: number, top: number, count: number, length: number): void {
  for (let i = 0; i < count; i++) {
    const x = -0.24 + (i / (count - 1)) * 0.48;
    const root: V3 = [x * 0.8 + part * 0.3, top + 0.02 - x * x * 0.9, 0.2 - x * x];
    const tip: V3 = [x * 1.08 - part * 0.5, top - length - x * x * 0.8 + random.range(-0.03, 0.03), 0.325 - x * x * 1.7];
    h.cone(root, tip, 0.075, 0.016, 0.035);
  }
}

function curls(h: Sculpt, random: Random, count: number, radius: number, size: number): void {
  for (let i = 0; i < count; i++) {
    const a = random.range(0, 6.28);
    const t = Math.acos(1 - random.next() * 1.3);
    h.ball(
      [Math.sin(t) * Math.sin(a) * radius, 0.17 + Math.cos(t) * radius, -0.09 - Math.sin(t) * Math.cos(a) * radius],
      size * random.range(0.8, 1.4),
      0.035,
    );
  }
}

/** Ink strands combed from the parting down, and light ones where the crown shines. */
function strands({ mark, look }: HeadBench, hair: Sculpt, style: Style, random: Random, covered: boolean): void {
  const bottom = style.nape < -1 ? -0.7 : -0.25;
  const part = style.part ?? 0;
  const dark = look.hairPaint.tone < 0.45;
  const light = dark ? '#c9c0ba' : '#fffaf0';
  for (let i = 0; i < style.strands * 1.5; i++) {
    const angle = random.range(0, 6.283);
    const sway = random.range(-0.25, 0.25);
    const shine = i >= style.strands;
    const from = shine ? random.range(0.2, 0.32) : covered ? 0.55 : random.range(0.02, 0.55);
    const to = shine ? from + random.range(0.07, 0.16) : Math.min(1, from + random.range(0.25, 0.6));
    const points: V3[] = [];
    for (let t = from; t <= to; t += 0.04) {
      const bend = t < 0.6;
      const polar = bend ? Math.min(1.55, (t / 0.6) * 1.55) : 1.571;
      const a = angle + sway * t;
      const direction: V3 = bend
        ? [Math.sin(polar) * Math.sin(a), Math.cos(polar), Math.sin(polar) * Math.cos(a)]
        : [Math.sin(a), 0, Math.cos(a)];
      const origin: V3 = bend ? [part * (1 - t / 0.6), 0.12, -0.065] : [0, lerp(0.12, bottom, (t - 0.6) / 0.4), -0.065];
      const start = add(origin, direction);
      const hit = hair.hit(start, mul(direction, -1), 0.75);
      if (!hit || len(sub(hit, start)) > 0.73) break;
      points.push(add(hit, mul(direction, 0.006)));
    }
    for (let pass = 0; pass < 2; pass++)
      for (let j = 1; j + 1 < points.length; j++) points[j] = mix3(mix3(points[j - 1], points[j + 1], 0.5), points[j], 0.5);
    if (points.length < 3) continue;
    if (shine) mark(points, 1.1, { color: light, alpha: dark ? 0.3 : 0.5, bias: 0.02 });
    else mark(points, random.range(0.7, 1.4), { alpha: dark ? 0.75 : 0.5, bias: 0.02 });
  }
}

/** Small arcs that say curls. */
function ringlets({ mark, look }: HeadBench, hair: Sculpt, random: Random, count: number, size: number): void {
  for (let i = 0; i < count; i++) {
    const a = random.range(0, 6.28);
    const t = random.range(0.15, 1.5);
    const d: V3 = norm([Math.sin(t) * Math.sin(a), Math.cos(t), -Math.sin(t) * Math.cos(a)]);
    const hit = hair.hit(add([0, 0.15, -0.08], d), mul(d, -1), 0.8);
    if (!hit) continue;
    const u = norm([d[2], 0, -d[0]]);
    const w: V3 = [d[1] * u[2] - d[2] * u[1], d[2] * u[0] - d[0] * u[2], d[0] * u[1] - d[1] * u[0]];
    const start = random.range(0, 6.28);
    const points = Array.from({ length: 7 }, (_, k): V3 => {
      const q = start + k * 0.6;
      return add(add(hit, mul(d, 0.012)), add(mul(u, Math.cos(q) * size), mul(w, Math.sin(q) * size)));
    });
    mark(
      points,
      0.9,
      look.hairPaint.tone < 0.3 && i % 3 === 0 ? { color: '#b5aca6', alpha: 0.35, bias: 0.05 } : { alpha: 0.6, bias: 0.05 },
    );
  }
}
