/**
 * @file Folds. Cloth bunches where a joint bends and hangs in pleats from the waist: a little relief for the wash to catch and
 * a few ink strokes where an artist would put them (inner elbow, armpit, knee, crotch).
 */
import { createRandom } from '@filmai/core-tensor/random';
import { type V3, add, clamp, cross, dot, len, mad, mix3, mul, norm, sub } from '../world/vector.js';
import type { Rig } from './skeleton.js';
import type { ClothMark, Piece } from './tailor.js';

interface Bunch {
  at: V3;
  along: V3;
  reach: number;
  depth: number;
}

/** Where cloth gathers on a posed body, and how much. */
function bunches(rig: Rig): Bunch[] {
  const { H } = rig;
  const list: Bunch[] = [];
  const joint = (at: V3, before: V3, after: V3, reach: number): void => {
    const a = norm(sub(at, before));
    const b = norm(sub(after, at));
    const bend = clamp(1 - dot(a, b));
    list.push({ at, along: norm(add(a, b)), reach: reach * H, depth: 0.0016 + 0.0045 * Math.min(1, bend) });
  };
  for (const s of [0, 1]) {
    joint(rig.elbow[s], rig.shoulder[s], rig.wrist[s], 0.062);
    joint(rig.knee[s], rig.hip[s], rig.ankle[s], 0.08);
    list.push({
      at: mix3(rig.ankle[s], rig.knee[s], 0.1),
      along: norm(sub(rig.knee[s], rig.ankle[s])),
      reach: 0.06 * H,
      depth: 0.0034,
    });
    list.push({
      at: mad(rig.shoulder[s], rig.chest.y, -0.045 * H),
      along: norm(sub(rig.elbow[s], rig.neck)),
      reach: 0.06 * H,
      depth: 0.002,
    });
  }
  list.push({ at: rig.waist, along: norm(add(rig.chest.y, mul(rig.chest.x, 0.35))), reach: 0.09 * H, depth: 0.0024 });
  return list;
}

/** Relief of a garment in metres, to be added to its distance. */
export function reliefOf(piece: Piece, rig: Rig): ((x: number, y: number, z: number) => number) | undefined {
  if (!piece.folds) return undefined;
  const list = bunches(rig);
  const phase = (rig.look.seed % 97) * 0.37;
  const pleats = piece.pleats;
  const hips = rig.hips;
  const knee = mix3(rig.knee[0], rig.knee[1], 0.5);
  const fall = Math.max(0.1, len(sub(knee, rig.pelvis)));
  const down = norm(sub(knee, rig.pelvis));
  return (x, y, z) => {
    let d = 0;
    for (const { at, along, reach, depth } of list) {
      const [px, py, pz] = [x - at[0], y - at[1], z - at[2]];
      const far = px * px + py * py + pz * pz;
      if (far > reach * reach) continue;
      const fade = 1 - far / (reach * reach);
      const run = px * along[0] + py * along[1] + pz * along[2];
      const side = px * rig.chest.x[0] + py * rig.chest.x[1] + pz * rig.chest.x[2];
      d += depth * fade * Math.sin(run * 135 + Math.sin(side * 55 + phase) * 1.5 + phase);
    }
    if (pleats > 0) {
      const [px, py, pz] = [x - rig.pelvis[0], y - rig.pelvis[1], z - rig.pelvis[2]];
      const t = clamp((px * down[0] + py * down[1] + pz * down[2] + 0.02) / fall);
      if (t > 0) {
        const a = Math.atan2(px * hips.x[0] + py * hips.x[1] + pz * hips.x[2], px * hips.z[0] + py * hips.z[1] + pz * hips.z[2]);
        d += 0.011 * t * Math.sin(a * pleats + phase);
      }
    }
    return d;
  };
}

/** Ink strokes for folds of one garment. */
export function foldMarks(piece: Piece, rig: Rig, detail: number): ClothMark[] {
  if (!piece.folds || detail <= 0.3) return [];
  const random = createRandom(rig.look.seed).split(`folds${piece.stuff.tone}`);
  const marks: ClothMark[] = [];
  const { H } = rig;
  const bend = (joint: V3, before: V3, after: V3, radius: number, count: number): void => {
    const a = norm(sub(before, joint));
    const b = norm(sub(after, joint));
    if (Math.abs(piece.clay.distance(joint[0], joint[1], joint[2])) > 0.12) return;
    const inner = norm(add(a, b));
    const axis = norm(cross(a, b));
    if (dot(a, b) < -0.985 || len(inner) < 0.5) return;
    for (let i = 0; i < count; i++) {
      const limb = i % 2 ? a : b;
      const slide = (0.006 + Math.floor(i / 2) * 0.016 + random.range(0, 0.008)) * H;
      const points: V3[] = [];
      const from = random.range(-1.1, -0.5);
      const to = random.range(0.5, 1.2);
      for (let t = from; t <= to; t += 0.22) {
        const out = norm(add(mul(inner, Math.cos(t)), mul(axis, Math.sin(t))));
        const start = mad(mad(joint, limb, slide + t * t * 0.018 * H), out, radius * 2.2 * H);
        const hit = piece.clay.hit(start, mul(out, -1), radius * 2.1 * H);
        if (hit) points.push(mad(hit, out, 0.004));
      }
      if (points.length > 2) marks.push({ points, width: 1.1 - i * 0.08, style: { alpha: 0.72, bias: 0.012 } });
    }
  };
  for (const s of [0, 1]) {
    bend(rig.elbow[s], rig.shoulder[s], rig.wrist[s], 0.035, 5);
    bend(rig.knee[s], rig.hip[s], rig.ankle[s], 0.05, 5);
    armpit(piece, rig, s, marks);
    cuff(piece, rig, s, marks, random.range(-0.4, 0.4));
  }
  return marks;
}

/** Strokes that pull from the armpit towards chest and back. */
function armpit(piece: Piece, rig: Rig, s: number, marks: ClothMark[]): void {
  const { H, chest } = rig;
  const side = s ? -1 : 1;
  for (const [dx, dy, curve] of [
    [0.032, -0.02, 0.01],
    [0.024, -0.045, 0.004],
  ] as const)
    for (const face of [1, -1]) {
      const points: V3[] = [];
      for (let t = 0; t <= 1.001; t += 0.25) {
        const p = mad(
          mad(rig.shoulder[s], chest.x, -side * (0.008 + dx * t) * H),
          chest.y,
          (-0.05 + dy * t + curve * Math.sin(t * 3)) * H,
        );
        const hit = piece.clay.hit(mad(p, chest.z, face * 0.2 * H), mul(chest.z, -face), 0.2 * H);
        if (hit) points.push(mad(hit, chest.z, face * 0.004));
      }
      if (points.length > 3) marks.push({ points, width: 1, style: { alpha: 0.65, bias: 0.014 } });
    }
}

/** Trouser cloth that rests on the shoe. */
function cuff(piece: Piece, rig: Rig, s: number, marks: ClothMark[], turn: number): void {
  const { H } = rig;
  const up = norm(sub(rig.knee[s], rig.ankle[s]));
  for (const [height, from, to] of [
    [0.022, -0.9, 0.7],
    [0.042, -0.3, 1.1],
  ] as const) {
    const points: V3[] = [];
    for (let t = from; t <= to; t += 0.2) {
      const out = norm(add(mul(rig.toe[s], Math.cos(t + turn)), mul(cross(up, rig.toe[s]), Math.sin(t + turn))));
      const hit = piece.clay.hit(mad(mad(rig.ankle[s], up, (height + t * 0.006) * H), out, 0.07 * H), mul(out, -1), 0.06 * H);
      if (hit) points.push(mad(hit, out, 0.004));
    }
    if (points.length > 3) marks.push({ points, width: 0.9, style: { alpha: 0.6, bias: 0.012 } });
  }
}
