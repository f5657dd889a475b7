/**
 * @file What a costume is cut with. A costume calls a few of these shapes; each becomes its own clay, so that borders between
 * garments are inked. Positions on the body: `y` runs along the spine from 0 (pelvis) to 1 (base of the neck), lengths are
 * shares of body height unless a parameter says otherwise.
 */
import { createRandom, type Random } from '@filmai/core-tensor/random';
import type { Decal } from '../world/scene.js';
import { type Basis, type V3, add, dot, lerp, mad, mix3, mul, norm, sub } from '../world/vector.js';
import type { Stuff } from './head-bench.js';
import type { Look, Paint } from './look.js';
import { Sculpt } from './sculpt.js';
import { type Rig, shoeBalls, spineAt } from './skeleton.js';

/** A garment under construction. */
export interface Piece {
  clay: Sculpt;
  stuff: Stuff;
  /** Finer or coarser than the body's grid. */
  fine: number;
  /** Cloth hangs and folds; leather, shoes and armour don't. */
  folds: boolean;
  /** Vertical folds of a skirt or robe. */
  pleats: number;
}

/** A line on a garment in the actor's frame. */
export interface ClothMark {
  points: V3[];
  width: number;
  style: Partial<Decal>;
}

/** What a torso garment looks like. */
export interface TorsoCut {
  /** Stands off the body, share of height: 0.002 shirt, 0.006 coat. */
  puff?: number;
  /** How far below the pelvis it ends; below 0 it ends above the hips. Default 0.045. */
  hem?: number;
  /** Neckline: 1 is at the base of the neck; less leaves the shoulders' top bare. */
  neck?: number;
  /** Sleeve length from shoulder: 0 none, 0.5 to the elbow, 1 to the wrist. Default 1. */
  sleeves?: number;
  /** Width of the sleeves. Default 1. */
  sleeveWidth?: number;
}

/** Radii of a torso without clothes, shares of height, before build: hips, waist, chest, shoulders. */
const FLAT = 0.66;

/** The cutting table: a rig to dress, pieces and marks to add. */
export class Tailor {
  readonly pieces: Piece[] = [];
  readonly marks: ClothMark[] = [];
  /** Skin that shows: neck, hands, what sleeves and skirts leave. */
  readonly skin = new Sculpt();
  readonly random: Random;
  readonly look: Look;
  private readonly H: number;

  constructor(
    readonly rig: Rig,
    readonly detail: number,
  ) {
    this.look = rig.look;
    this.H = rig.H;
    this.random = createRandom(rig.look.seed).split('costume');
  }

  /** Starts a garment. */
  piece(
    paint: Paint,
    { stuff = {}, fine = 1, folds = true, pleats = 0 }: Partial<Omit<Piece, 'clay' | 'stuff'>> & { stuff?: Partial<Stuff> } = {},
  ): Piece {
    const made: Piece = {
      clay: new Sculpt(),
      stuff: { tone: paint.tone, tint: paint.tint, soft: 'cloth', crease: 0.026, ...stuff },
      fine,
      folds,
      pleats,
    };
    this.pieces.push(made);
    return made;
  }

  /** Frame on the spine. */
  spine(y: number): Basis {
    return spineAt(this.rig, y);
  }

  /** Torso with sleeves: shirts, sweaters, jackets and the upper part of coats and dresses. */
  torso(piece: Piece, { puff = 0.002, hem = 0.045, neck = 1, sleeves = 1, sleeveWidth = 1 }: TorsoCut = {}): Piece {
    const { rig, H, look } = this;
    const female = look.female && look.age > 11;
    const child = look.age < 12;
    const b = look.build;
    const r = (share: number): number => (share * b + puff) * H;
    const wide = { flat: [this.spine(0.6).z, FLAT] as [V3, number] };
    const low = { flat: [this.spine(0.1).z, 0.8] as [V3, number] };
    const [hip, waist, chest, top] = female
      ? [0.095, 0.071, 0.086, 0.068]
      : child
        ? [0.084, 0.08, 0.082, 0.066]
        : [0.092, 0.084, 0.097, 0.076];
    const at = (y: number, forward = 0): V3 => mad(this.spine(y).o, this.spine(y).z, forward * H);
    const belly = Math.max(0, b - 1.05) * 0.12 + (look.age > 50 && !female ? 0.006 : 0);
    piece.clay
      .cone(at(0.06), at(0.44, belly), r(hip), r(waist + belly), 0.05, low)
      .cone(at(0.44, belly), at(0.74, 0.004), r(waist + belly), r(chest), 0.05, wide)
      .cone(at(0.74, 0.004), at(0.89, -0.004), r(chest), r(top), 0.05, wide);
    if (female)
      for (const s of [1, -1])
        piece.clay.ball(
          add(mad(this.spine(0.7).o, this.spine(0.7).x, s * 0.037 * H), mul(this.spine(0.7).z, 0.043 * H * (0.7 + 0.3 * b))),
          0.034 * H,
          0.05,
        );
    const hips = this.spine(0);
    piece.clay.cone(mad(hips.o, hips.y, 0.03 * H), mad(hips.o, hips.y, -hem * H), r(hip + 0.004), r(hip + 0.017), 0.03, {
      ...low,
      cut: true,
    });
    // The hem goes with the thighs.
    if (hem > 0.005)
      for (const s of [0, 1])
        piece.clay.cone(rig.hip[s], mix3(rig.hip[s], rig.knee[s], hem * 3.2), r(0.058), r(0.063), 0.05, { cut: true });
    for (let side = 0; side < 2; side++) {
      const shoulder = rig.shoulder[side];
      const up = rig.chest.y;
      if (neck > 0.9)
        piece.clay.cone(
          mad(rig.neck, up, -0.016 * H),
          mad(shoulder, up, -0.008 * H),
          0.035 * H,
          0.034 * H * (0.5 + 0.5 * b),
          0.04,
        );
      this.sleeve(piece, side, { length: sleeves, width: sleeveWidth, puff });
    }
    return piece;
  }

  /** One sleeve; bare skin goes on below it. */
  sleeve(piece: Piece, side: number, { length, width, puff }: { length: number; width: number; puff: number }): void {
    const { rig, H, look } = this;
    const [shoulder, elbow, wrist] = [rig.shoulder[side], rig.elbow[side], rig.wrist[side]];
    const slim = (look.female ? 0.88 : 1) * (look.age < 12 ? 0.86 : 1) * (0.35 + 0.65 * look.build);
    const r = (share: number): number => (share * slim + puff) * H;
    const start = mad(shoulder, rig.chest.y, -0.004 * H);
    const bareUpper = this.skin;
    if (length <= 0.05) {
      bareUpper.cone(mad(start, sub(rig.neck, start), 0.1), elbow, 0.031 * slim * H, 0.024 * slim * H, 0.03);
    } else if (length <= 0.5) {
      const end = mix3(start, elbow, length * 2);
      piece.clay.cone(start, end, r(0.037), r(0.036) * width * 1.04, 0.025, { cut: true });
      bareUpper.cone(mix3(start, elbow, Math.max(0, length * 2 - 0.3)), elbow, 0.029 * slim * H, 0.024 * slim * H, 0.012);
    } else {
      const end = mix3(elbow, mad(wrist, norm(sub(elbow, wrist)), -0.006 * H), (length - 0.5) * 2);
      piece.clay.cone(start, elbow, r(0.038), r(0.031) * width, 0.024);
      piece.clay.cone(elbow, end, r(0.031) * width, r(0.025) * width * lerp(1.1, 1, length), 0.02, { cut: true });
    }
    if (length < 0.99) {
      bareUpper
        .cone(elbow, mix3(elbow, wrist, 0.35), 0.0245 * slim * H, 0.0255 * slim * H, 0.015)
        .cone(mix3(elbow, wrist, 0.35), wrist, 0.0255 * slim * H, 0.0165 * H, 0.015);
    }
  }

  /** Trousers to a length of the leg: 0.45 shorts, 1 long. */
  trousers(paint: Paint, { length = 1, width = 1 }: { length?: number; width?: number } = {}): Piece {
    const piece = this.piece(paint, { stuff: { crease: 0.032 } });
    const { rig, H, look } = this;
    const b = 0.3 + 0.7 * look.build;
    const slim = look.age < 12 ? 0.85 : 1;
    const female = look.female && look.age > 11;
    // The waistband covers what is tucked in and stays under what hangs over it.
    const band = ((female ? 0.0965 : look.age < 12 ? 0.086 : 0.0945) * look.build + 0.0026) * H;
    piece.clay
      .cone(rig.hip[0], rig.hip[1], 0.063 * H * b, 0.063 * H * b, 0.04)
      .cone(this.spine(-0.04).o, this.spine(0.13).o, band * 0.97, band * (female ? 0.93 : 0.975), 0.03, {
        flat: [this.spine(0.1).z, 0.8],
        cut: true,
      });
    for (let s = 0; s < 2; s++) {
      const [hip, knee, ankle] = [rig.hip[s], rig.knee[s], rig.ankle[s]];
      if (length < 0.6) {
        piece.clay.cone(hip, mix3(hip, knee, length / 0.5), 0.068 * H * b, 0.058 * H * b * width, 0.03, { cut: true });
        this.bareLeg(s);
        continue;
      }
      piece.clay.cone(hip, knee, 0.059 * H * b * slim, 0.045 * H * b * width * slim, 0.03);
      piece.clay.cone(
        knee,
        mad(mix3(knee, ankle, length), norm(sub(ankle, knee)), length > 0.95 ? 0.006 * H : 0),
        0.046 * H * b * width * slim,
        0.035 * H * width,
        0.03,
        { cut: true },
      );
      if (length < 0.95) this.bareLeg(s);
    }
    return piece;
  }

  /** A skirt from the waist: `length` 0.5 above the knee, 1 at the knee, 2 at the ankle. Adds to a torso piece or its own. */
  skirt(
    piece: Piece,
    { length = 1, flare = 0.02, puff = 0, bare = true }: { length?: number; flare?: number; puff?: number; bare?: boolean } = {},
  ): Piece {
    const { rig, H, look } = this;
    const b = look.build;
    const hems: V3[] = [];
    const spread = rig.ankle[0][2] - rig.ankle[1][2];
    for (let s = 0; s < 2; s++) {
      const [hip, knee, ankle] = [rig.hip[s], rig.knee[s], rig.ankle[s]];
      const straight = hip[1] - knee[1] > 0.15 * H;
      const room = straight ? 1 : 0.35;
      const thigh = 0.074 * b + puff;
      const knees = 0.06 * b + (flare * 0.6 + puff) * room;
      const start = mad(hip, this.spine(0).y, 0.03 * H);
      const end = length <= 1 ? mix3(hip, knee, length) : mix3(knee, ankle, length - 1);
      hems.push(end);
      const cut = { cut: true };
      if (length <= 1) piece.clay.cone(start, end, thigh * H, lerp(thigh, knees, length) * H, 0.07, cut);
      else {
        piece.clay.cone(start, knee, thigh * H, knees * H, 0.07);
        piece.clay.cone(knee, end, knees * H, (knees + flare * (length - 1) * (straight ? 1 : 0.3)) * H, 0.06, cut);
      }
      if (bare && length < 1.95) this.bareLeg(s);
    }
    const middle = mix3(hems[0], hems[1], 0.5);
    const standing = rig.hip[0][1] - rig.knee[0][1] > 0.15 * H && rig.hip[1][1] - rig.knee[1][1] > 0.15 * H;
    const knees = mix3(rig.knee[0], rig.knee[1], 0.5);
    const hanging = standing ? 1 : 0.25;
    const wide = (0.06 * b + 0.015 * hanging + (flare + puff) * hanging) * H;
    const cut = { cut: true };
    if (length <= 1) piece.clay.cone(this.spine(0.02).o, middle, 0.09 * b * H, wide, 0.08, cut);
    else
      piece.clay
        .cone(this.spine(0.02).o, knees, 0.09 * b * H, wide, 0.08)
        .cone(knees, middle, wide, wide + Math.abs(spread) * 0.15, 0.06, cut);
    // A level hem, where no sleeve hangs below it.
    const away = norm(sub(middle, rig.pelvis));
    if (standing && rig.wrist.every((wrist) => dot(sub(wrist, middle), away) < -0.04 * H))
      piece.clay.trim(mad(middle, away, -0.02 * H), away);
    return piece;
  }

  /** Skin of a leg below whatever covers it. */
  bareLeg(side: number): void {
    const { rig, H, look } = this;
    const slim = (look.female ? 0.92 : 1) * (look.age < 12 ? 0.85 : 1);
    const calf = mad(mix3(rig.knee[side], rig.ankle[side], 0.3), rig.hips.z, -0.008 * H);
    this.skin.cone(mix3(rig.hip[side], rig.knee[side], 0.4), rig.knee[side], 0.052 * H * slim, 0.037 * H * slim, 0.02);
    this.skin
      .cone(rig.knee[side], calf, 0.036 * H * slim, 0.036 * H * slim, 0.02)
      .cone(calf, rig.ankle[side], 0.036 * H * slim, 0.021 * H * slim, 0.02);
  }

  /** Shoes, boots (`height` up the shin, share of the shin), or bare feet. */
  shoes(paint: Paint, { height = 0.08, bulk = 1, bare = false }: { height?: number; bulk?: number; bare?: boolean } = {}): void {
    const { rig, H } = this;
    const piece = bare ? undefined : this.piece(paint, { fine: 0.8, folds: false, stuff: { crease: 0.05 } });
    const clay = piece?.clay ?? this.skin;
    for (let s = 0; s < 2; s++) {
      const [heel, ball, toe] = shoeBalls(rig, s);
      const k = bare ? 0.86 : 1;
      clay
        .cone(heel.at, ball.at, heel.radius * k, ball.radius * k, 0.015)
        .cone(ball.at, toe.at, ball.radius * k, toe.radius * k, 0.015);
      const shin = mix3(rig.ankle[s], rig.knee[s], bare ? 0.08 : height);
      clay.cone(mix3(heel.at, rig.ankle[s], 0.6), shin, 0.026 * H * k * bulk, (0.025 + height * 0.016) * H * k * bulk, 0.02, {
        cut: !bare,
      });
    }
  }

  /** Cuts a V from the neck down to `low`, so that the shirt below shows. */
  open(piece: Piece, low: number, width = 0.036): Piece {
    const { H } = this;
    const top = this.spine(1);
    const from = this.onFront(piece, 0, low);
    if (from)
      piece.clay.cone(from, mad(mad(top.o, top.z, 0.05 * H), top.y, 0.01 * H), 0.008 * H, width * H, 0.004, { carve: true });
    return piece;
  }

  /** A ring round the neck's base: collars, scarves, fur. `rise` and `radius` as shares of height. */
  ring(
    piece: Piece,
    {
      rise = 0,
      radius = 0.046,
      thick = 0.013,
      open = 0,
      tilt = 0.014,
    }: { rise?: number; radius?: number; thick?: number; open?: number; tilt?: number } = {},
  ): Piece {
    const { rig, H, look } = this;
    const k = (look.female ? 0.9 : 1) * (0.5 + 0.5 * look.build) * (look.age < 12 ? 0.9 : 1);
    const { x, y, z } = rig.chest;
    const at = (a: number): V3 =>
      add(
        mad(rig.neck, y, (rise - tilt * Math.cos(a)) * H),
        add(mul(x, Math.sin(a) * radius * k * H), mul(z, (Math.cos(a) * radius * 0.96 * k + 0.006) * H)),
      );
    const from = open;
    const to = Math.PI * 2 - open;
    const sides = 14;
    for (let i = 0; i < sides; i++)
      piece.clay.cone(
        at(from + ((to - from) * i) / sides),
        at(from + ((to - from) * (i + 1)) / sides),
        thick * H,
        thick * H,
        0.01,
      );
    return piece;
  }

  /** A flat patch on the front (apron, tie, bib, badge): between two spine heights, widths at both. */
  patch(
    piece: Piece,
    over: Piece,
    {
      x = 0,
      top,
      bottom,
      wideTop,
      wideBottom,
      thick = 0.006,
      back = false,
    }: { x?: number; top: number; bottom: number; wideTop: number; wideBottom: number; thick?: number; back?: boolean },
  ): Piece {
    const { H } = this;
    const steps = Math.max(2, Math.round(Math.abs(top - bottom) * 8));
    for (let i = 0; i < steps; i++) {
      const [a, b] = [i / steps, (i + 1) / steps].map((t) => this.onFront(over, x, lerp(top, bottom, t), back));
      if (!a || !b) continue;
      const w = [i / steps, (i + 1) / steps].map((t) => lerp(wideTop, wideBottom, t) * H);
      const z = this.spine(lerp(top, bottom, i / steps)).z;
      piece.clay.cone(a, b, w[0], w[1], 0.006, {
        flat: [z, Math.min(0.9, (thick * H) / Math.max(w[0], w[1]))],
        cut: i === steps - 1,
      });
    }
    return piece;
  }

  /** Point on a garment in front of (or behind) the spine at height y (0 pelvis, 1 neck, negative towards the knees). */
  onFront(piece: Piece, x: number, y: number, back = false): V3 | undefined {
    const frame = this.frontFrame(y);
    const way = mul(frame.z, back ? -1 : 1);
    const start = add(mad(frame.o, frame.x, x * this.H), mul(way, 0.32 * this.H));
    const hit = piece.clay.hit(start, mul(way, -1), 0.4 * this.H);
    return hit && mad(hit, way, 0.004);
  }

  /** Below the pelvis the front follows the thighs. */
  private frontFrame(y: number): Basis {
    const base = this.spine(Math.max(0, y));
    if (y >= 0) return base;
    const { rig } = this;
    const knees = mix3(rig.knee[0], rig.knee[1], 0.5);
    const hips = mix3(rig.hip[0], rig.hip[1], 0.5);
    const down = norm(sub(knees, hips));
    const x = base.x;
    const up = mul(down, -1);
    const z = norm([x[1] * up[2] - x[2] * up[1], x[2] * up[0] - x[0] * up[2], x[0] * up[1] - x[1] * up[0]]);
    return { o: mad(rig.pelvis, down, -y * rig.proportions.torso * this.H), x, y: up, z };
  }

  /** A drawn line on the front of a garment through flat pairs x (share of height), y (along the spine). */
  line(
    piece: Piece,
    flat: number[],
    width = 1,
    { alpha = 0.85, back = false, ...style }: Partial<Decal> & { back?: boolean } = {},
  ): void {
    if (this.detail <= 0.3) return;
    const points: V3[] = [];
    for (let i = 0; i + 3 < flat.length; i += 2)
      for (let t = 0; t < 1.001; t += 0.25) {
        if (t === 1 && i + 5 < flat.length) continue;
        const hit = this.onFront(piece, lerp(flat[i], flat[i + 2], t), lerp(flat[i + 1], flat[i + 3], t), back);
        if (hit) points.push(hit);
      }
    if (points.length > 1) this.marks.push({ points, width, style: { alpha, bias: 0.025, ...style } });
  }

  /** Buttons at heights along the front. */
  buttons(piece: Piece, x: number, ys: number[]): void {
    for (const y of ys) this.line(piece, [x - 0.003, y, x + 0.003, y], 2.6, { px: false });
  }

  /** Closed lapels of a jacket or coat: from the neck to `low`. */
  lapels(piece: Piece, low = 0.55, wide = 0.042): void {
    for (const s of [1, -1]) {
      this.line(piece, [s * 0.022, 0.97, s * wide, 0.86, s * (wide + 0.004), 0.8, s * 0.004, low], 1.2);
      this.line(piece, [s * 0.03, 0.83, s * (wide + 0.004), 0.8], 0.9);
    }
  }

  /** Two strokes for a pocket. */
  pocket(piece: Piece, x: number, y: number, wide = 0.018): void {
    this.line(piece, [x - wide, y + 0.01, x + wide, y - 0.01], 1.1);
  }
}
