/**
 * @file The drawn face: few, sure marks laid on the modelled head. Brows and upper lids are the heavy strokes; nose and lips
 * stay light; age adds its lines. Coordinates are head units, x to the character's left, y up.
 */
import type { Decal } from '../world/scene.js';
import { type V2, type V3, clamp } from '../world/vector.js';
import { EXPRESSION_SHAPES, type Expression, type ExpressionName } from './expression.js';
import type { HeadMark, HeadModel } from './head-bench.js';
import type { Look } from './look.js';
import { MOUTH_SHAPES, type MouthName, type MouthShape } from './mouths.js';

/** What a face does in one drawing. Everything may be left out. */
export interface Face {
  /** A name or a state of one's own. Default `'neutral'`. */
  expression: ExpressionName | Expression;
  /** The mouth; default the expression's own. */
  mouth: MouthName;
  /** −1 … 1 to the character's left and up. Default straight ahead, or what the actor looks at. */
  gaze: V2;
  /** Opening of the eyes, overriding the expression: 0 for a blink. */
  lid: number;
}

const INK = '#1d1a1a';

interface Pen {
  line(points: number[], width: number, style?: Partial<Decal>): void;
  shade(points: number[], colour: string, style?: Partial<Decal>): void;
}

/**
 * All marks of a face, in head units.
 *
 * @param look - Whose face.
 * @param head - The head it is drawn on.
 * @param face - What it does.
 * @param detail - Below 0.3 nothing, below 0.55 only eyes, brows, mouth.
 */
export function faceMarks(look: Look, head: HeadModel, face: Partial<Face>, detail: number): HeadMark[] {
  if (detail < 0.3) return [];
  const marks: HeadMark[] = [];
  const on = (x: number, y: number): V3 => [x, y, (head.depthAt(x, y) ?? 0.05) + 0.006];
  // The pen keeps its width on paper while the face shrinks: lighter for smaller heads.
  const heavier = detail > 1.1 ? 1.12 : detail > 0.9 ? 0.76 : 0.6;
  const pen: Pen = {
    line: (points, width, style = {}) => {
      marks.push({
        points: smooth(points, false).map(([x, y]) => on(x, y)),
        width: width * heavier,
        style: { bias: 0.035, jitter: 0.35, ...style },
      });
    },
    shade: (points, colour, style = {}) => {
      marks.push({
        points: smooth(points, true).map(([x, y]) => on(x, y)),
        width: 0,
        style: { fill: colour, closed: true, bias: 0.06, ...style },
      });
    },
  };
  const named = face.expression ?? 'neutral';
  const state: Expression = { ...(typeof named === 'string' ? EXPRESSION_SHAPES[named] : named) };
  if (face.lid !== undefined) state.lid = face.lid;
  const kid = clamp((16 - look.age) / 12);
  const gaze = face.gaze ?? [0, 0];
  const fine = detail >= 0.55;
  for (const side of [1, -1]) {
    eye(pen, look, state, gaze, side, kid, fine, detail);
    brow(pen, look, state, side, kid);
  }
  if (fine) flush(pen, look);
  nose(pen, look, state, kid, fine);
  mouth(pen, look, state, MOUTH_SHAPES[face.mouth ?? state.mouth], kid, fine);
  if (fine) ears(pen, look, marks);
  if (fine) age(pen, look, state);
  return marks;
}

/** Catmull–Rom through flat x, y pairs. */
function smooth(flat: number[], closed: boolean): V2[] {
  const p: V2[] = [];
  for (let i = 0; i < flat.length; i += 2) p.push([flat[i], flat[i + 1]]);
  const n = p.length;
  const at = (i: number): V2 => (closed ? p[(i + n) % n] : p[clamp(i, 0, n - 1)]);
  const out: V2[] = [];
  for (let i = 0; i < (closed ? n : n - 1); i++)
    for (let j = 0; j < 5; j++) {
      const t = j / 5;
      const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
      const value = (q: 0 | 1): number =>
        0.5 *
        (2 * b[q] +
          (c[q] - a[q]) * t +
          (2 * a[q] - 5 * b[q] + 4 * c[q] - d[q]) * t * t +
          (3 * b[q] - a[q] - 3 * c[q] + d[q]) * t * t * t);
      out.push([value(0), value(1)]);
    }
  if (!closed) out.push(p[n - 1]);
  return out;
}

function eye(pen: Pen, look: Look, state: Expression, gaze: V2, s: number, kid: number, fine: boolean, detail: number): void {
  const female = look.female && look.age > 11;
  const size = 1 + look.face.eye * 0.13 + kid * 0.2;
  const w = (female ? 0.079 : 0.073) * (0.94 + size * 0.06 + kid * 0.06);
  const half = (female ? 0.037 : 0.031) * size;
  const up = half * clamp(state.lid, 0, 1.5);
  const low = half * 0.6 * (1 - state.squint * 0.65) * clamp(state.lid * 1.4, 0, 1.15);
  const cx = (0.148 + kid * 0.006) * s;
  const cy = -0.002 - kid * 0.02;
  const tilt = 0.008 + look.face.eyeTilt * 0.014;
  const X = (t: number): number => cx + s * t * w;
  const inner = cy - 0.012;
  const outer = cy - 0.004 + tilt;
  if (state.lid < 0.12) {
    pen.line([X(-1), inner, X(-0.4), cy - half * 0.55, X(0.3), cy - half * 0.6, X(1.05), outer - 0.008], female ? 2.6 : 2);
    if (female && fine) for (const t of [0.3, 0.65, 0.95]) pen.line([X(t), cy - half * 0.5, X(t + 0.14), cy - half * 0.95], 1);
    if (fine) pen.line([X(-0.7), cy + half * 0.5, X(0.1), cy + half * 0.75, X(0.9), cy + half * 0.25], 0.7, { alpha: 0.5 });
    return;
  }
  const upper = [
    X(-1),
    inner,
    X(-0.5),
    cy + up * 0.74,
    X(0.1),
    cy + up * 1.04,
    X(0.65),
    cy + up * 0.72 + tilt * 0.5,
    X(1.05),
    outer,
  ];
  const lower = [X(0.55), cy - low * 0.72 + tilt * 0.4, X(-0.1), cy - low - 0.004, X(-0.65), cy - low * 0.62 - 0.006];
  // Ink only darkens: on darker skin the white of the eye is body colour, laid on last, with the iris over it.
  const body = look.skin.tone < 0.75;
  const white: Partial<Decal> = body
    ? { color: look.skin.tone < 0.5 ? '#cdbfae' : '#ded2c2', alpha: 0.9, bias: 0.05 }
    : { alpha: 0.88 };
  pen.shade([...upper, ...lower], '#f3ede2', white);
  // The iris stays inside the opening; the upper lid covers its top.
  const r = (0.0345 + kid * 0.004) * (0.9 + 0.1 * size);
  const ix = clamp(cx + gaze[0] * w * 0.5, cx - w * 0.55, cx + w * 0.55);
  const iy = cy + 0.003 + gaze[1] * half * 0.55;
  const top = (x: number): number => cy + up * (1.04 - 0.62 * ((x - X(0.1)) / w) ** 2) - 0.001;
  const floor = (x: number): number => cy - low * (1.05 - 0.6 * ((x - cx) / w) ** 2) - 0.002;
  const disc: number[] = [];
  for (let i = 0; i < 16; i++) {
    const a = (i / 16) * Math.PI * 2;
    const x = ix + Math.cos(a) * r;
    disc.push(x, clamp(iy + Math.sin(a) * r, floor(x), Math.max(floor(x), top(x))));
  }
  pen.shade(disc, INK, body ? { color: INK, alpha: 0.95, bias: 0.05 } : { alpha: 0.93 });
  if (detail > 0.8)
    pen.shade([ix - 0.012, iy + 0.015, ix - 0.002, iy + 0.017, ix, iy + 0.006, ix - 0.01, iy + 0.004], '#fffdf5', {
      alpha: 0.95,
    });
  pen.line(upper, female ? 2.8 : 2.3, { jitter: 0.2 });
  if (body) pen.line(upper, female ? 2.2 : 1.9, { color: INK, bias: 0.05 });
  if (female) pen.line([X(0.75), cy + up * 0.55 + tilt, X(1.28), outer + 0.022], 1.6);
  pen.line(
    fine
      ? [X(0.95), outer - 0.01, X(0.4), cy - low * 0.86, X(-0.25), cy - low - 0.006]
      : [X(0.8), outer - 0.012, X(0.2), cy - low],
    0.8,
    { alpha: 0.7 },
  );
  if (fine && state.lid > 0.5)
    pen.line([X(-0.75), cy + up * 0.74 + 0.012, X(0), cy + up + 0.024, X(0.85), cy + up * 0.7 + 0.012], 0.7, { alpha: 0.55 });
  if (fine && state.squint > 0.4)
    pen.line([X(-0.5), cy - low - 0.024, X(0.2), cy - low - 0.028, X(0.9), cy - low - 0.012], 0.8, { alpha: 0.5 });
}

function brow(pen: Pen, look: Look, { browInner, browOuter, lid }: Expression, s: number, kid: number): void {
  const female = look.female && look.age > 11;
  const thick = (female ? 0.0115 : 0.019) * (1 + look.face.brow * 0.35) * (1 - kid * 0.35) * (look.skin.tone > 0.8 ? 0.82 : 1);
  const base = 0.088 + (female ? 0.012 : 0) + Math.max(0, lid - 1) * 0.03 - kid * 0.01;
  const x = (t: number): number => s * (0.148 + t * 0.1);
  const inner = base - 0.012 + browInner * 0.038;
  const middle = base + 0.018 + browInner * 0.008 + browOuter * 0.018;
  const outer = base - 0.004 + browOuter * 0.038;
  const grey = look.hairPaint.tone > 0.55;
  const colour = grey ? '#8d867e' : look.hairPaint.tone > 0.4 ? '#6a4c34' : look.skin.tone > 0.8 ? '#33271f' : INK;
  const pinch = browInner < -0.3 ? -0.016 : 0;
  pen.shade(
    [
      x(-0.86) + s * pinch,
      inner - thick * 0.6,
      x(-0.84) + s * pinch,
      inner + thick * 0.5,
      x(-0.1),
      middle + thick * 0.55,
      x(0.5),
      middle + thick * 0.1,
      x(1.16),
      outer,
      x(0.5),
      middle - thick * 0.75,
      x(-0.1),
      middle - thick * 0.6,
    ],
    colour,
    { alpha: grey ? 0.85 : 0.94, bias: 0.07 },
  );
  if (browInner < -0.4) pen.line([s * 0.024, 0.062, s * 0.03, 0.085, s * 0.024, 0.125], 0.9, { alpha: 0.65 });
  if (browInner > 0.5 && look.age > 14)
    for (const y of [0.19, 0.225]) pen.line([s * 0.015, y + 0.01, s * 0.1, y + 0.012, s * 0.17, y - 0.008], 0.7, { alpha: 0.4 });
}

/** The second tone of light skin: warmer cheeks, nose and chin, so that it is no blank paper. */
function flush(pen: Pen, look: Look): void {
  const light = clamp((look.skin.tone - 0.7) / 0.2);
  if (light === 0) return;
  const colour = '#c9694e';
  for (const s of [1, -1]) {
    pen.shade([s * 0.12, -0.11, s * 0.2, -0.09, s * 0.27, -0.12, s * 0.25, -0.18, s * 0.17, -0.2, s * 0.12, -0.16], colour, {
      alpha: 0.13 * light,
    });
    pen.shade([s * 0.07, -0.025, s * 0.15, -0.05, s * 0.22, -0.03, s * 0.15, -0.068], colour, { alpha: 0.1 * light });
  }
  pen.shade([-0.04, -0.12, 0.0, -0.1, 0.04, -0.12, 0.045, -0.17, 0, -0.185, -0.045, -0.17], colour, { alpha: 0.12 * light });
}

function nose(pen: Pen, look: Look, { fold }: Expression, kid: number, fine: boolean): void {
  const wide = (1 + look.face.noseWidth * 0.25) * (1 - kid * 0.15);
  const y = kid * 0.02;
  pen.shade([-0.052 * wide, -0.182 + y, 0, -0.17 + y, 0.052 * wide, -0.182 + y, 0.02, -0.205 + y, -0.02, -0.205 + y], '#3a2c28', {
    alpha: 0.16,
  });
  for (const s of [1, -1]) {
    pen.line([s * 0.026 * wide, -0.188 + y, s * 0.04 * wide, -0.194 + y, s * 0.054 * wide, -0.185 + y], 1.6, { bias: 0.03 });
    if (fine)
      pen.line([s * 0.074 * wide, -0.132 + y, s * 0.088 * wide, -0.158 + y, s * 0.074 * wide, -0.184 + y], 0.9, {
        bias: 0.03,
        alpha: 0.75,
      });
  }
  // One side of the bridge only: the eye completes the other.
  if (fine) pen.line([0.04, 0.045, 0.032, -0.01, 0.034, -0.05], 0.7, { alpha: 0.4 * (1 - kid) });
  if (fine && kid < 0.5) pen.line([0.05 * wide, -0.085, 0.062 * wide, -0.108, 0.056 * wide, -0.126], 0.6, { alpha: 0.4 });
  if (fold > 0.6) for (const s of [1, -1]) pen.line([s * 0.05, -0.03, s * 0.03, -0.05], 0.7, { alpha: 0.5 });
}

function mouth(pen: Pen, look: Look, state: Expression, shape: MouthShape, kid: number, fine: boolean): void {
  const female = look.female && look.age > 11;
  const y = -0.288 + kid * 0.022;
  const w = ((female ? 0.094 : 0.104) - kid * 0.016) * shape.width;
  const c = shape.corner + state.corner * 0.013 * (shape.open > 0 ? 1 : 0.25);
  const full = (1 + look.face.lips * 0.35) * (female ? 1.1 : 0.9);
  const rosy = look.skin.tone < 0.55 ? '#3d1f1c' : female ? '#8a4640' : '#7c4a40';
  const ring = shape.round * 0.014;
  const o = shape.open;
  const top = y + o * 0.3;
  const low = y - o * 0.75;
  const lipUp = 0.019 * full + ring * 0.5;
  const lipLow = 0.03 * full + ring * 0.6;
  if (fine && shape.press < 0.8)
    pen.shade(
      [
        -w * 0.9,
        y + c,
        -w * 0.36,
        top + lipUp,
        0,
        top + lipUp * 0.72,
        w * 0.36,
        top + lipUp,
        w * 0.9,
        y + c,
        w * 0.42,
        low - lipLow,
        0,
        low - lipLow * 1.12,
        -w * 0.42,
        low - lipLow,
      ],
      rosy,
      {
        alpha: female ? 0.3 : 0.13,
      },
    );
  if (o < 0.008) {
    pen.line(
      [
        -w,
        y + c,
        -w * 0.5,
        y + 0.003 - c * 0.25,
        -w * 0.12,
        y + 0.002 - c * 0.35,
        0,
        y - 0.003 - c * 0.35,
        w * 0.12,
        y + 0.002 - c * 0.35,
        w * 0.5,
        y + 0.003 - c * 0.25,
        w,
        y + c,
      ],
      (shape.press > 0.5 ? 2.3 : 1.9) * (look.skin.tone > 0.8 ? 0.78 : 1),
    );
    pen.line([-0.042, y - 0.03 * full - 0.024, 0, y - 0.03 * full - 0.03, 0.042, y - 0.03 * full - 0.024], 1, { alpha: 0.6 });
  } else {
    const inside = [
      -w * 0.96,
      y + c,
      -w * 0.5,
      top * 1 + 0.001,
      0,
      top - 0.003,
      w * 0.5,
      top,
      w * 0.96,
      y + c,
      w * 0.58,
      low + o * 0.12,
      0,
      low,
      -w * 0.58,
      low + o * 0.12,
    ];
    pen.shade(inside, '#38201e', { alpha: 0.95 });
    if (shape.teeth > 0.05) {
      const t = Math.min(o * 0.85, 0.012 + o * shape.teeth * 0.75);
      pen.shade(
        [
          -w * 0.66,
          top - 0.004 + c * 0.4,
          0,
          top - 0.005,
          w * 0.66,
          top - 0.004 + c * 0.4,
          w * 0.55,
          top - t,
          0,
          top - t - 0.004,
          -w * 0.55,
          top - t,
        ],
        '#efe8da',
        { alpha: 0.92 },
      );
    }
    if (o > 0.06 && fine)
      pen.shade([-w * 0.4, low + o * 0.2, 0, low + o * 0.3, w * 0.4, low + o * 0.2, 0, low + 0.006], '#8a4a44', { alpha: 0.55 });
    pen.line(
      [
        -w,
        y + c,
        -w * 0.5,
        top + 0.003,
        -w * 0.1,
        top + 0.001,
        0,
        top - 0.003,
        w * 0.1,
        top + 0.001,
        w * 0.5,
        top + 0.003,
        w,
        y + c,
      ],
      1.7,
    );
    pen.line([-w * 0.5, low + o * 0.06 - 0.004, 0, low - 0.006, w * 0.5, low + o * 0.06 - 0.004], 1.1);
    pen.line([-0.04, low - lipLow - 0.016, 0, low - lipLow - 0.022, 0.04, low - lipLow - 0.016], 0.9, { alpha: 0.5 });
  }
  if (shape.corner > 0.015 || state.fold > 0.5) {
    const lift = Math.max(state.fold, shape.corner * 20);
    for (const s of [1, -1]) {
      pen.line([s * (w + 0.008), y + c + 0.012, s * (w + 0.018), y + c, s * (w + 0.01), y + c - 0.014], 0.9, { alpha: 0.6 });
      if (fine && look.age > 12)
        pen.line([s * 0.098, -0.175, s * (w + 0.04), y + 0.05, s * (w + 0.044), y + 0.005], 0.8, {
          alpha: 0.3 + 0.3 * clamp(lift),
        });
    }
  }
}

/** The whorl inside each ear. */
function ears(_pen: Pen, look: Look, marks: HeadMark[]): void {
  const k = 1 + look.face.ears * 0.22;
  for (const s of [1, -1]) {
    const at = (z: number, y: number): V3 => [s * 0.383, -0.015 + y * k, -0.05 + z * k];
    marks.push({
      points: [at(0.02, 0.055), at(-0.035, 0.06), at(-0.045, 0.0), at(-0.015, -0.05)],
      width: 1,
      style: { bias: 0.03, alpha: 0.75 },
    });
    marks.push({ points: [at(0.012, 0.02), at(-0.012, 0.01), at(0.005, -0.025)], width: 0.9, style: { bias: 0.03, alpha: 0.6 } });
  }
}

/** Lines that years leave. */
function age(pen: Pen, look: Look, { fold }: Expression): void {
  const old = clamp((look.age - 32) / 40);
  const female = look.female ? 0.75 : 1;
  if (old <= 0.02) return;
  for (const s of [1, -1]) {
    pen.line([s * 0.1, -0.168, s * 0.14, -0.215, s * 0.148, -0.268], 0.8, { alpha: clamp(0.15 + 0.55 * old * female - fold) });
    pen.line([s * 0.205, -0.062, s * 0.15, -0.078, s * 0.1, -0.066], 0.7, { alpha: 0.2 + 0.45 * old * female });
    if (old > 0.3)
      for (const d of [0.012, -0.006, -0.024])
        pen.line([s * 0.232, d + 0.002, s * 0.266, d * 1.7 + 0.004], 0.6, { alpha: 0.55 * old });
    if (old > 0.5) {
      pen.line([s * 0.125, -0.32, s * 0.132, -0.36], 0.7, { alpha: 0.6 * old });
      pen.line([s * 0.25, -0.13, s * 0.225, -0.21, s * 0.2, -0.25], 0.6, { alpha: 0.5 * old });
    }
  }
  if (old > 0.4)
    for (const [y, k] of [
      [0.2, 1],
      [0.235, 0.85],
      [0.27, 0.7],
    ])
      pen.line([-0.16 * k, y - 0.006, -0.06, y + 0.003, 0.05, y - 0.001, 0.15 * k, y - 0.005], 0.7, { alpha: 0.5 * old });
}
