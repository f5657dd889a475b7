/** Actors: an 7.5-head skeleton posed by two-bone IK, dressed in clay, meshed into the scene, with drawn faces. */
import { createRandom, type Random } from '@filmai/core-tensor/random';
import { type V3, type V2, type Basis, basis, add, sub, mul, mad, cross, norm, dot, len, lerp, mix3, toWorld, clamp } from '../world/vector.js';
import { Clay, polygonise, march, type Sdf } from '../world/clay.js';
import { Scene, type Surface } from '../world/scene.js';

export interface Look {
  height: number;
  build: number;
  skin: number;
  hair: 'short' | 'long' | 'bun' | 'bob' | 'pony' | 'bald' | 'curly';
  hairTone: number;
  hat?: 'beanie' | 'brim' | 'cap';
  top: 'coat' | 'jacket' | 'sweater' | 'dress';
  topTone: number;
  topTint?: V3;
  legTone: number;
  beard?: boolean;
  scarf?: V3;
  glasses?: boolean;
  female?: boolean;
  hatTone?: number;
  seed: number;
}
export type Action =
  'stand' | 'walk' | 'run' | 'sit' | 'point' | 'hold' | 'fall' | 'door' | 'lean' | 'armsCrossed' | 'lookUp' | 'cup';
export interface Face {
  mouth: 'closed' | 'talk' | 'open' | 'smile' | 'grim';
  brow: number;
  lid: number;
  gaze: V2;
}
export interface Actor {
  look: Look;
  at: V3;
  yaw: number;
  action: Action;
  face?: Partial<Face>;
  headYaw?: number;
  headPitch?: number;
  detail: number;
  mirror?: boolean;
  phase?: number;
}

interface Pose {
  pelvis: V3;
  lean: number;
  twist: number;
  tilt: number;
  hand: [V3, V3];
  foot: [V3, V3];
  toe: [number, number];
  pole: [V3, V3];
  knee: [V3, V3];
  grip: [string, string];
  head: V2;
}
/** All in units of body height; index 0 is the character's left (+x), 1 the right. Hands are relative to the ground frame. */
export function poseOf(a: Action): Pose {
  const P: Pose = {
    pelvis: [0, 0.525, 0],
    lean: 0.02,
    twist: 0,
    tilt: 0,
    hand: [
      [0.15, 0.475, 0.035],
      [-0.15, 0.475, 0.035],
    ],
    foot: [
      [0.062, 0.045, 0.02],
      [-0.07, 0.045, -0.03],
    ],
    toe: [0, 0],
    pole: [
      [0.5, 0, -1],
      [-0.5, 0, -1],
    ],
    knee: [
      [0.15, 0, 1],
      [-0.15, 0, 1],
    ],
    grip: ['relax', 'relax'],
    head: [0, 0],
  };
  switch (a) {
    case 'walk':
      return {
        ...P,
        pelvis: [0, 0.515, 0],
        lean: 0.08,
        twist: 0.16,
        foot: [
          [0.045, 0.05, 0.17],
          [-0.045, 0.085, -0.2],
        ],
        toe: [-0.3, 0.65],
        hand: [
          [0.145, 0.5, -0.1],
          [-0.135, 0.53, 0.15],
        ],
      };
    case 'run':
      return {
        ...P,
        pelvis: [0, 0.535, 0],
        lean: 0.34,
        twist: 0.35,
        foot: [
          [0.045, 0.27, 0.13],
          [-0.05, 0.27, -0.4],
        ],
        toe: [0.1, 1.3],
        knee: [
          [0.1, 0.3, 1],
          [-0.1, -0.4, 1],
        ],
        hand: [
          [0.19, 0.55, -0.17],
          [-0.1, 0.72, 0.25],
        ],
        pole: [
          [0.5, 0.3, -1],
          [-0.6, -0.8, -0.3],
        ],
        grip: ['fist', 'fist'],
        head: [0, -0.2],
      };
    case 'sit':
      return {
        ...P,
        pelvis: [0, 0.312, 0],
        lean: 0.1,
        foot: [
          [0.07, 0.045, 0.25],
          [-0.075, 0.045, 0.22],
        ],
        hand: [
          [0.09, 0.458, 0.26],
          [-0.12, 0.458, 0.27],
        ],
        pole: [
          [1, -0.6, -0.6],
          [-1, -0.6, -0.6],
        ],
      };
    case 'cup':
      return {
        ...P,
        pelvis: [0, 0.318, 0],
        lean: 0.12,
        foot: [
          [0.07, 0.045, 0.25],
          [-0.075, 0.045, 0.2],
        ],
        hand: [
          [0.05, 0.475, 0.27],
          [-0.1, 0.46, 0.25],
        ],
        pole: [
          [1, -0.6, -0.4],
          [-1, -0.6, -0.4],
        ],
        grip: ['cup', 'relax'],
      };
    case 'point':
      return {
        ...P,
        lean: 0.06,
        twist: 0.2,
        hand: [
          [0.14, 0.48, -0.02],
          [-0.17, 0.79, 0.3],
        ],
        pole: [
          [0.5, 0, -1],
          [-0.6, -1, 0],
        ],
        foot: [
          [0.06, 0.045, -0.08],
          [-0.07, 0.045, 0.12],
        ],
        grip: ['relax', 'point'],
      };
    case 'hold':
      return {
        ...P,
        hand: [
          [0.14, 0.48, 0.02],
          [-0.15, 0.76, 0.24],
        ],
        pole: [
          [0.5, 0, -1],
          [-0.7, -1, -0.2],
        ],
        grip: ['relax', 'fist'],
      };
    case 'fall':
      return {
        ...P,
        pelvis: [0, 0.42, -0.05],
        lean: -0.75,
        twist: 0.2,
        tilt: 0.1,
        foot: [
          [0.1, 0.34, 0.36],
          [-0.1, 0.1, 0.3],
        ],
        toe: [-0.9, -0.3],
        hand: [
          [0.34, 0.6, -0.05],
          [-0.36, 0.74, -0.12],
        ],
        pole: [
          [0.4, -1, -0.6],
          [-0.4, -1, -0.6],
        ],
        knee: [
          [0.3, 1, 0.5],
          [-0.2, 1, 0.6],
        ],
        grip: ['open', 'open'],
        head: [0, 0.35],
      };
    case 'door':
      return {
        ...P,
        lean: 0.12,
        twist: 0.18,
        foot: [
          [0.06, 0.045, -0.13],
          [-0.06, 0.045, 0.12],
        ],
        toe: [0.3, 0],
        hand: [
          [0.14, 0.48, -0.02],
          [-0.13, 0.57, 0.32],
        ],
        pole: [
          [0.5, 0, -1],
          [-0.8, -0.6, -0.4],
        ],
        grip: ['relax', 'fist'],
      };
    case 'lean':
      return {
        ...P,
        lean: 0.62,
        pelvis: [0, 0.5, -0.1],
        hand: [
          [0.16, 0.455, 0.27],
          [-0.16, 0.455, 0.27],
        ],
        head: [0, -0.12],
        pole: [
          [1, 0.1, -0.6],
          [-1, 0.1, -0.6],
        ],
        grip: ['fist', 'fist'],
      };
    case 'armsCrossed':
      return {
        ...P,
        hand: [
          [-0.05, 0.665, 0.105],
          [0.05, 0.64, 0.115],
        ],
        pole: [
          [1, -0.9, 0.1],
          [-1, -0.9, 0.1],
        ],
        grip: ['fist', 'fist'],
      };
    case 'lookUp':
      return { ...P, lean: -0.06, head: [0, -0.45] };
    default:
      return P;
  }
}
const ik = (a: V3, b: V3, la: number, lb: number, pole: V3): [V3, V3] => {
  const d0 = sub(b, a),
    L = Math.min(len(d0), (la + lb) * 0.995),
    d = norm(d0),
    end = mad(a, d, L);
  const x = (la * la - lb * lb + L * L) / (2 * L),
    h = Math.sqrt(Math.max(0, la * la - x * x));
  const p = norm(sub(pole, mul(d, dot(pole, d))));
  return [add(mad(a, d, x), mul(p, h)), end];
};

export interface Placed {
  head: Basis;
  headH: number;
  eye: V3;
  chest: V3;
  feet: V3;
  top: V3;
  pelvis: V3;
  frame: Basis;
}
export function addActor(sc: Scene, A: Actor): Placed {
  const k = A.look,
    H = k.height,
    P = poseOf(A.action),
    b = k.build,
    F = basis(A.at, A.yaw),
    rng = createRandom(k.seed);
  if (A.mirror) mirror(P);
  const S = (p: V3): V3 => mul(p, H);
  const pel = S(P.pelvis);
  const hipF = basis(pel, -P.twist * 0.5, 0, P.tilt),
    chestF = basis(pel, P.twist, P.lean, P.tilt); // chest frame turns about the pelvis
  const up = chestF.y,
    sx = chestF.x,
    sz = chestF.z;
  const mid = mad(mad(pel, up, 0.15 * H), sz, -0.012 * H),
    chest = mad(pel, up, 0.235 * H),
    neck = mad(pel, up, 0.315 * H);
  const sw = (k.female ? 0.088 : 0.1) * b;
  const sho: V3[] = [1, -1].map((s) => mad(mad(neck, sx, s * sw * H), up, -0.028 * H));
  const hipW = (k.female ? 0.056 : 0.05) * H,
    hip: V3[] = [1, -1].map((s) => mad(mad(pel, hipF.x, s * hipW), [0, 1, 0], -0.01 * H));
  const arm = [0, 1].map((i) => ik(sho[i], S(P.hand[i]), 0.168 * H, 0.15 * H, P.pole[i])),
    leg = [0, 1].map((i) => ik(hip[i], S(P.foot[i]), 0.245 * H, 0.24 * H, P.knee[i]));
  const headH = (k.female ? 0.147 : 0.143) * H,
    hy = (A.headYaw ?? 0) + P.head[0] + P.twist * 0.3,
    hp = (A.headPitch ?? 0) + P.head[1] + P.lean * 0.25;
  const headF = basis(mad(mad(neck, up, 0.098 * H), sz, 0.022 * H), hy, hp, P.tilt * 0.5);
  const g = sc.group();
  const skinS: Omit<Surface, 'group'> = { tone: k.skin, tint: [1, 0.9, 0.8], soft: 'skin', crease: 0.012 },
    put = (c: Clay, cell: number, s: Omit<Surface, 'group'>) => {
      if (c.empty) return -1;
      const L = sc.surf({ ...s, group: g }),
        m = polygonise(c.body(), cell, s.soft === 'skin' ? 0.02 : s.soft === 'cloth' ? 0.016 : cell * 0.8);
      for (let i = 0; i < m.pos.length; i += 3) {
        const p = toWorld(F, [m.pos[i], m.pos[i + 1], m.pos[i + 2]]),
          n = toWorld({ ...F, o: [0, 0, 0] }, [m.nrm[i], m.nrm[i + 1], m.nrm[i + 2]]);
        for (let j = 0; j < 3; j++) {
          m.pos[i + j] = p[j];
          m.nrm[i + j] = n[j];
        }
      }
      sc.mesh(m.pos, m.nrm, m.idx, L);
      return L;
    };
  const W = (p: V3) => toWorld(F, p),
    cb = A.detail > 1 ? 0.01 : A.detail > 0.5 ? 0.014 : 0.02,
    ch = A.detail > 1 ? 0.0042 : A.detail > 0.5 ? 0.006 : 0.011;

  // --- trousers / skirt, shoes
  const legs = new Clay(),
    shoes = new Clay(),
    top = new Clay(),
    hands = new Clay();
  for (let i = 0; i < 2; i++) {
    const [kn, an] = leg[i];
    if (k.top !== 'dress') {
      legs.cone(hip[i], kn, 0.068 * H * b, 0.046 * H * b, 0.03);
      legs.cone(kn, mad(an, norm(sub(an, kn)), 0.012 * H), 0.046 * H * b, 0.036 * H, 0.03, { cut: true });
    } else hands.cone(kn, an, 0.036 * H, 0.022 * H, 0.01); // bare shins under a dress
    const shin = norm(sub(kn, an)),
      fwd = norm(add(mul([Math.sin(i ? -0.22 : 0.22), 0, Math.cos(0.22)], Math.cos(P.toe[i])), [0, -Math.sin(P.toe[i]), 0]));
    const base = mad(an, [0, 1, 0], -0.016 * H);
    shoes
      .cone(mad(base, fwd, -0.022 * H), mad(base, fwd, 0.085 * H), 0.028 * H, 0.022 * H, 0.015)
      .cone(an, mad(an, shin, 0.03 * H), 0.03 * H, 0.03 * H, 0.02);
    shoes.cone(mad(base, fwd, 0.04 * H), mad(base, fwd, 0.1 * H), 0.026 * H, 0.019 * H, 0.02);
  }
  if (k.top !== 'dress') legs.cone(hip[0], hip[1], 0.072 * H * b, 0.072 * H * b, 0.04);
  // --- torso garment
  const Q = 0.66,
    fl: [V3, number] = [sz, Q];
  const puff = k.top === 'coat' ? 0.005 : k.top === 'sweater' ? 0.003 : 0.002;
  const R = (r: number) => (r * b + puff) * H;
  const wst = k.female ? 0.074 : 0.085,
    chs = k.female ? 0.088 : 0.096;
  top
    .cone(mad(pel, up, 0.02 * H), mid, R(k.female ? 0.096 : 0.092), R(wst), 0.05, { flat: fl })
    .cone(mid, chest, R(wst), R(chs), 0.05, { flat: fl })
    .cone(chest, mad(neck, up, -0.035 * H), R(chs), R(0.075), 0.05, { flat: fl });
  if (k.female)
    top.cone(
      mad(mad(chest, sx, 0.035 * H), sz, 0.042 * H),
      mad(mad(chest, sx, -0.035 * H), sz, 0.042 * H),
      0.036 * H,
      0.036 * H,
      0.08,
    );
  for (let i = 0; i < 2; i++) {
    const [el, wr] = arm[i],
      sl = k.top === 'coat' ? 1.06 : k.top === 'dress' ? 0.9 : 1;
    top
      .cone(mad(neck, up, -0.012 * H), mad(sho[i], up, -0.008 * H), 0.036 * H, 0.036 * H * b, 0.04)
      .cone(mad(sho[i], up, -0.004 * H), el, R(0.039) * sl, R(0.033) * sl, 0.022)
      .cone(el, mad(wr, norm(sub(el, wr)), 0.008 * H), R(0.033) * sl, R(0.027) * sl, 0.02, { cut: true });
  }
  if (k.top === 'coat' || k.top === 'dress') {
    const t = k.top === 'dress' ? 1.12 : 0.95;
    const hem: V3[] = [];
    for (let i = 0; i < 2; i++) {
      const [kn, an] = leg[i],
        e = t > 1 ? mad(kn, norm(sub(an, kn)), (t - 1) * 0.24 * H) : mix3(hip[i], kn, t);
      const straight = kn[1] < hip[1][1] * 0.75;
      hem.push(e);
      top.cone(mad(hip[i], up, 0.03 * H), e, R(0.082), R(straight ? 0.1 : 0.075), 0.07, { cut: true });
      if (t > 1) top.cone(kn, e, R(0.08), R(0.085), 0.06, { cut: true });
    }
    top.cone(mix3(mad(pel, up, 0.02 * H), pel, 0.5), mix3(hem[0], hem[1], 0.5), R(0.09), R(0.1), 0.08, { cut: true });
  } else top.cone(mad(pel, up, 0.05 * H), mad(pel, up, -0.045 * H), R(0.094), R(0.1), 0.03, { flat: fl, cut: true });
  // collar
  const cr = 0.05 * H;
  for (let i = 0; i < 10; i++) {
    const a0 = (i / 10) * 6.283,
      a1 = ((i + 1) / 10) * 6.283,
      c = (a: number) =>
        add(
          mad(neck, up, (0.0 - 0.012 * Math.cos(a)) * H),
          add(mul(sx, Math.sin(a) * cr), mul(sz, Math.cos(a) * cr * 0.95 + 0.008 * H)),
        );
    top.cone(c(a0), c(a1), 0.013 * H, 0.013 * H, 0.012);
    if (!k.scarf && (k.top === 'coat' || k.top === 'jacket') && Math.abs(Math.sin(a0 / 2)) > 0.3) {
      const u2 = (a: number) =>
        add(
          mad(neck, up, (0.028 - 0.012 * Math.cos(a)) * H),
          add(mul(sx, Math.sin(a) * cr * 1.12), mul(sz, Math.cos(a) * cr * 1.05 + 0.002 * H)),
        );
      top.cone(u2(a0), u2(a1), 0.01 * H, 0.01 * H, 0.02).cone(c(a0), u2(a0), 0.012 * H, 0.01 * H, 0.02);
    }
  }
  // --- hands
  if (A.detail > 0.3) for (let i = 0; i < 2; i++) hand(hands, arm[i][0], arm[i][1], P.grip[i], i, H, sz, up);
  else
    for (let i = 0; i < 2; i++)
      hands.cone(arm[i][1], mad(arm[i][1], norm(sub(arm[i][1], arm[i][0])), 0.07 * H), 0.024 * H, 0.022 * H);
  // --- head
  const hf = (p: V3): V3 => toWorld(headF, mul(p, headH)),
    U = headH,
    E = (c: Clay, p: V3, r: V3, kk = 0.03, neg = false, ab?: number, be?: number) =>
      c.ell(
        headF,
        mul(p, U),
        mul(r, U),
        kk * U,
        neg,
        ab === undefined ? undefined : ab * U,
        be === undefined ? undefined : be * U,
      );
  const skin = new Clay();
  const fem = k.female ? 1 : 0;
  skin.cone(
    mad(neck, up, -0.04 * H),
    hf([0, -0.22, -0.1]),
    0.036 * H * (fem ? 0.85 : 1.06),
    0.034 * H * (fem ? 0.86 : 1.05),
    0.02,
  );
  E(skin, [0, 0.13, -0.06], [0.335, 0.365, 0.42], 0.1);
  E(skin, [0, -0.12, 0.08], [0.275 - fem * 0.012, 0.34, 0.3], 0.14);
  for (const s of [1, -1]) {
    skin.cone(hf([s * 0.265, -0.12, -0.04]), hf([s * 0.07, -0.405, 0.25]), 0.062 * U, 0.072 * U * (fem ? 0.85 : 1.1), 0.1 * U);
    E(skin, [s * 0.18, -0.1, 0.2], [0.11, 0.12, 0.1], 0.22);
    E(skin, [s * 0.115, -0.215, 0.215], [0.08, 0.085, 0.09], 0.09);
  }
  skin.cone(hf([-0.03, -0.43, 0.26]), hf([0.03, -0.43, 0.26]), 0.062 * U, 0.062 * U, 0.07 * U);
  for (const s of [1, -1]) E(skin, [s * 0.145, 0.0, 0.43], [0.1, 0.07, 0.1], 0.12, true);
  skin.cone(hf([-0.17, 0.095, 0.3]), hf([0.17, 0.095, 0.3]), (0.055 - fem * 0.012) * U, (0.055 - fem * 0.012) * U, 0.1 * U);
  skin.cone(hf([0, 0.07, 0.345]), hf([0, -0.12, 0.45]), 0.026 * U, 0.05 * U, 0.05 * U);
  for (const s of [1, -1]) skin.ball(hf([s * 0.05, -0.15, 0.4]), 0.037 * U, 0.03 * U);
  E(skin, [0, -0.262, 0.352], [0.1, 0.03, 0.05], 0.04);
  E(skin, [0, -0.315, 0.345], [0.085, 0.032, 0.048], 0.03);
  for (const s of [1, -1]) {
    E(skin, [s * 0.335, -0.02, -0.05], [0.035, 0.11, 0.075], 0.02);
  }
  const skinBody = skin.body();
  put(skin, ch, skinS);
  put(hands, A.detail > 0.5 ? 0.0055 : 0.012, skinS);
  const cloth: Omit<Surface, 'group'> = { tone: k.topTone, tint: k.topTint, soft: 'cloth', crease: 0.03 };
  put(legs, cb, { tone: k.legTone, soft: 'cloth', crease: 0.035, tint: [0.85, 0.9, 1] });
  put(shoes, cb * 0.8, { tone: 0.2, soft: 'cloth', crease: 0.05 });
  put(top, cb, cloth);
  if (k.scarf) {
    const s = new Clay();
    for (let i = 0; i < 12; i++) {
      const a0 = (i / 12) * 6.283,
        a1 = ((i + 1) / 12) * 6.283,
        c = (a: number) =>
          add(
            mad(neck, up, (0.012 + 0.006 * Math.sin(a * 2)) * H),
            add(mul(sx, Math.sin(a) * 0.05 * H), mul(sz, Math.cos(a) * 0.048 * H + 0.01 * H)),
          );
      s.cone(c(a0), c(a1), 0.021 * H, 0.021 * H, 0.012);
    }
    s.cone(
      add(mad(neck, sz, 0.065 * H), mul(sx, 0.02 * H)),
      add(mad(mad(chest, up, -0.02 * H), sz, 0.085 * H), mul(sx, 0.035 * H)),
      0.02 * H,
      0.026 * H,
      0.01,
      { flat: [sz, 0.5], cut: true },
    );
    put(s, cb * 0.7, { tone: 0.55, tint: k.scarf, soft: 'cloth', crease: 0.02 });
  }
  // --- hair, beard, hat
  const hair = new Clay();
  if (k.hair !== 'bald') {
    const v = k.hair === 'short' ? 0.03 : 0.055;
    E(hair, [0, 0.15, -0.07], [0.345 + v, 0.375 + v, 0.43 + v], 0.05);
    if (k.hair === 'long') {
      for (const s of [1, -1]) hair.cone(hf([s * 0.3, 0.05, -0.05]), hf([s * 0.3, -0.72, -0.06]), 0.13 * U, 0.12 * U, 0.12 * U);
      hair.cone(hf([0, 0.05, -0.22]), hf([0, -0.8, -0.3]), 0.27 * U, 0.17 * U, 0.2 * U);
    }
    if (k.hair === 'bob') {
      for (const s of [1, -1]) hair.cone(hf([s * 0.3, 0.05, -0.05]), hf([s * 0.3, -0.3, -0.02]), 0.12 * U, 0.1 * U, 0.1 * U);
      hair.cone(hf([0, 0.05, -0.2]), hf([0, -0.2, -0.2]), 0.3 * U, 0.27 * U, 0.16 * U);
      for (let q = 0; q < 9; q++) {
        const a = Math.PI * (0.32 + q * 0.17),
          x = Math.sin(a),
          z = Math.cos(a);
        hair.cone(
          hf([x * 0.34, -0.05, z * 0.33 - 0.1]),
          hf([x * 0.33 + rng.range(-0.03, 0.03), -0.4 - rng.range(0, 0.07), z * 0.3 - 0.08]),
          0.1 * U,
          0.035 * U,
          0.05 * U,
        );
      }
    }
    if (k.hair === 'bun') {
      hair.ball(hf([0, 0.25, -0.56]), 0.17 * U, 0.06 * U);
    }
    if (k.hair === 'pony') {
      hair.cone(hf([0, 0.1, -0.5]), hf([0.06, -0.3, -0.68]), 0.1 * U, 0.12 * U, 0.08 * U);
      hair.cone(hf([0.06, -0.3, -0.68]), hf([0.1, -0.75, -0.55]), 0.12 * U, 0.03 * U, 0.08 * U);
    }
    if (k.hair === 'curly')
      for (let i = 0; i < 34; i++) {
        const a = rng.range(0, 6.28),
          t = rng.range(0.0, 1.75);
        hair.ball(
          hf([Math.sin(t) * Math.sin(a) * 0.42, 0.17 + Math.cos(t) * 0.42, -0.09 - Math.sin(t) * Math.cos(a) * 0.42]),
          rng.range(0.09, 0.14) * U,
          0.05 * U,
        );
      }
    E(hair, [0, -0.2, 0.42], [0.3, 0.5, 0.36], 0.06, true);
    if (k.hat) E(hair, [0, 0.12, 0.5], [0.4, 0.42, 0.34], 0.04, true);
    if ((k.hair === 'bob' || k.hair === 'long' || k.hair === 'pony' || k.hair === 'bun') && !k.hat)
      for (const s of [1, -1])
        for (let q = 0; q < 3; q++) {
          /* side parting: one side tucked back, the other swept across the brow */ const a = hf([
              0.15,
              0.43 - q * 0.015,
              0.12 + q * 0.05,
            ]),
            b2 = s > 0 ? hf([0.26, 0.33 - q * 0.04, 0.16 + q * 0.02]) : hf([-0.1 - q * 0.03, 0.36 - q * 0.035, 0.3 + q * 0.01]),
            c2 = hf([s * 0.315, 0.1 - q * 0.05, 0.2 - q * 0.05]),
            tipY = k.hair === 'bob' ? -0.36 + q * 0.05 : k.hair === 'long' ? -0.6 : -0.02;
          const d2 = hf([s * (0.37 - q * 0.01), tipY, 0.14 - q * 0.06]);
          hair
            .cone(a, b2, 0.04 * U, 0.055 * U, 0.07 * U)
            .cone(b2, c2, 0.055 * U, 0.055 * U, 0.07 * U)
            .cone(c2, d2, 0.055 * U, 0.028 * U, 0.04 * U);
        }
    if (k.hair === 'short') {
      E(hair, [0, -0.42, 0.1], [0.6, 0.3, 0.62], 0.05, true);
      for (const s of [1, -1]) E(hair, [s * 0.4, -0.1, 0.0], [0.13, 0.17, 0.12], 0.03, true);
    }
    if (k.hair !== 'long' && k.hair !== 'pony' && k.hair !== 'bob') E(hair, [0, -0.62, -0.2], [0.5, 0.3, 0.5], 0.04, true);
    put(hair, ch * 1.2, { tone: k.hairTone, soft: 'hair', crease: 0.02, tint: [1, 0.9, 0.8] });
    if (A.detail > 0.3) strands(sc, F, headF, U, hair.body().f, k, rng);
  }
  if (k.beard) {
    const be = new Clay();
    E(be, [0, -0.36, 0.17], [0.255, 0.24, 0.25], 0.08);
    for (const s of [1, -1]) be.cone(hf([s * 0.29, -0.05, 0.0]), hf([s * 0.2, -0.35, 0.15]), 0.05 * U, 0.1 * U, 0.08 * U);
    be.cone(hf([-0.12, -0.225, 0.36]), hf([0.12, -0.225, 0.36]), 0.04 * U, 0.04 * U, 0.03 * U);
    E(be, [0, -0.285, 0.45], [0.105, 0.03, 0.12], 0.02, true);
    put(be, ch * 1.1, { tone: Math.min(0.9, k.hairTone * 0.85), soft: 'hair', crease: 0.02 });
  }
  if (k.hat) {
    const h = new Clay(),
      t: Omit<Surface, 'group'> = { tone: k.hatTone ?? 0.3, soft: 'cloth', crease: 0.015, tint: k.scarf ?? [1, 1, 1] };
    if (k.hat === 'beanie') {
      E(h, [0, 0.2, -0.07], [0.41, 0.44, 0.5], 0.03, false, 0.2);
      for (let i = 0; i < 16; i++) {
        const c = (a: number): V3 => hf([Math.sin(a) * 0.395, 0.2 - 0.04 * Math.cos(a) + 0.02, Math.cos(a) * 0.47 - 0.06]);
        h.cone(c((i / 16) * 6.283), c(((i + 1) / 16) * 6.283), 0.062 * U, 0.062 * U, 0.02 * U);
      }
    }
    if (k.hat === 'brim') {
      E(h, [0, 0.27, -0.05], [0.74, 0.05, 0.82], 0.03);
      h.cone(hf([0, 0.27, -0.06]), hf([0, 0.6, -0.09]), 0.42 * U, 0.33 * U, 0.05 * U, { cut: true });
      E(h, [0, 0.68, -0.05], [0.1, 0.12, 0.36], 0.1, true);
    }
    if (k.hat === 'cap') {
      E(h, [0, 0.2, -0.07], [0.4, 0.4, 0.49], 0.03, false, 0.17);
      E(h, [0, 0.2, 0.42], [0.3, 0.035, 0.3], 0.04);
    }
    put(h, ch * 1.2, t);
  }
  // --- drawn details
  const D = A.detail;
  if (D > 0.3) face(sc, F, headF, U, skinBody.f, k, A.face ?? {}, D);
  if (D > 0.3) {
    // garment lines projected on the garment
    const tb = top.body().f;
    const front = (x: number, y: number): V3 | undefined => {
      const p0 = add(mad(mad(pel, up, y * H), sx, x * H), mul(sz, 0.3 * H));
      const h = march(tb, p0, mul(sz, -1), 0.5 * H);
      return h && W(mad(h, sz, 0.004));
    };
    const path = (pts: V2[], w: number, al = 0.9) => {
      const o: V3[] = [];
      for (let i = 0; i + 1 < pts.length; i++)
        for (let t = 0; t < 1; t += 0.2) {
          const h = front(lerp(pts[i][0], pts[i + 1][0], t), lerp(pts[i][1], pts[i + 1][1], t));
          if (h) o.push(h);
        }
      if (o.length > 1) sc.line(o, w, { alpha: al, bias: 0.03 });
    };
    if (k.top === 'coat' || k.top === 'jacket') {
      path(
        [
          [0, 0.215],
          [0.004, 0.1],
          [0, -0.03],
          [0.004, k.top === 'coat' ? -0.2 : -0.05],
        ],
        1.1,
      );
      path(
        [
          [0.026, 0.29],
          [0.05, 0.262],
          [0.047, 0.25],
          [0.008, 0.19],
        ],
        1.1,
      );
      path(
        [
          [-0.026, 0.29],
          [-0.05, 0.262],
          [-0.047, 0.25],
          [-0.004, 0.19],
        ],
        1.1,
      );
      path(
        [
          [0.016, 0.275],
          [0.006, 0.2],
        ],
        0.8,
      );
      path(
        [
          [-0.016, 0.275],
          [-0.002, 0.2],
        ],
        0.8,
      );
      for (const y of [0.17, 0.11, 0.05])
        path(
          [
            [0.014, y],
            [0.019, y],
          ],
          2,
        );
      path(
        [
          [0.045, 0.02],
          [0.085, 0.028],
        ],
        1,
      );
      path(
        [
          [-0.045, 0.02],
          [-0.085, 0.028],
        ],
        1,
      );
    }
    if (k.top === 'sweater') {
      path(
        [
          [-0.08, -0.035],
          [0.08, -0.035],
        ],
        0.8,
        0.6,
      );
      for (let i = -3; i <= 3; i++)
        path(
          [
            [i * 0.02, 0.22],
            [i * 0.021, 0.06],
          ],
          0.5,
          0.3,
        );
    }
    if (k.top === 'dress') {
      path(
        [
          [-0.07, 0.09],
          [0.07, 0.09],
        ],
        1,
      );
      path(
        [
          [-0.03, 0.28],
          [0, 0.24],
          [0.03, 0.28],
        ],
        1,
      );
      for (const x of [-0.05, 0.02, 0.06])
        path(
          [
            [x, 0.03],
            [x * 1.3, -0.12],
          ],
          0.7,
          0.6,
        );
    }
    for (let i = 0; i < 2; i++) {
      const [el, wr] = arm[i];
      const ax = norm(sub(wr, el)),
        ua = norm(sub(el, sho[i])),
        inn = norm(sub(mul(ua, -1), ax)); // elbow folds
      for (let q = 0; q < 4; q++) {
        const c = mad(el, q < 2 ? ua : ax, (q % 2 ? -0.02 : 0.012) * H * (q < 2 ? -1 : 1)),
          s2 = norm(cross(ax, inn));
        const o: V3[] = [];
        for (let t = -0.7; t <= 0.9; t += 0.2) {
          const dir = norm(add(mul(inn, Math.cos(t * (q % 2 ? 1 : -1)) + 0), mul(s2, Math.sin(t))));
          const h = march(tb, mad(mad(c, dir, 0.09 * H), ax, t * 0.02 * H), mul(dir, -1), 0.09 * H);
          if (h) o.push(W(mad(h, dir, 0.003)));
        }
        if (o.length > 2) sc.line(o, 0.7, { alpha: 0.7, bias: 0.012 });
      }
    }
  }
  return {
    head: { o: W(headF.o), x: dirF(F, headF.x), y: dirF(F, headF.y), z: dirF(F, headF.z) },
    headH,
    eye: W(hf([0, 0, 0.3])),
    chest: W(chest),
    feet: A.at,
    top: W(hf([0, 0.6, 0])),
    pelvis: W(pel),
    frame: F,
  };
}
const dirF = (F: Basis, d: V3) => toWorld({ ...F, o: [0, 0, 0] }, d);
function mirror(P: Pose) {
  for (const k of ['hand', 'foot', 'pole', 'knee'] as const) {
    const [a, b] = P[k];
    P[k] = [
      [-b[0], b[1], b[2]],
      [-a[0], a[1], a[2]],
    ];
  }
  P.toe.reverse();
  P.grip.reverse();
  P.twist *= -1;
  P.tilt *= -1;
  P.head[0] *= -1;
  P.pelvis[0] *= -1;
}
function hand(c: Clay, el: V3, wr: V3, grip: string, side: number, H: number, fwd: V3, up: V3) {
  const s = side ? -1 : 1,
    d = norm(sub(wr, el));
  let th = norm(sub(fwd, mul(d, dot(fwd, d))));
  if (grip === 'cup' || grip === 'point') th = norm(sub(up, mul(d, dot(up, d))));
  const pn = norm(mul(cross(d, th), s)); // palm normal points to body
  const palm = mad(wr, d, 0.03 * H);
  c.cone(mad(wr, d, -0.01 * H), palm, 0.017 * H, 0.02 * H, 0.01).cone(
    palm,
    mad(palm, d, 0.014 * H),
    0.024 * H,
    0.024 * H,
    0.012,
    { flat: [pn, 0.5] },
  );
  const curl = grip === 'fist' || grip === 'cup' ? 1.5 : grip === 'open' ? 0.05 : grip === 'point' ? 1.6 : 0.5;
  for (let i = 0; i < 4; i++) {
    const cu = grip === 'point' && i === 0 ? 0 : curl,
      sp = (1.5 - i) * 0.0115 * H * (grip === 'open' ? 1.5 : 1);
    const b0 = add(mad(palm, d, 0.022 * H), mul(th, sp)),
      d1 = norm(add(mul(d, Math.cos(cu * 0.6)), mul(pn, -Math.sin(cu * 0.6)))),
      b1 = mad(b0, d1, 0.024 * H),
      d2 = norm(add(mul(d, Math.cos(cu * 1.5)), mul(pn, -Math.sin(cu * 1.5)))),
      b2 = mad(b1, d2, 0.026 * H * (i === 3 ? 0.8 : 1));
    c.cone(b0, b1, 0.0068 * H, 0.0062 * H, 0.004).cone(b1, b2, 0.0062 * H, 0.005 * H, 0.004);
  }
  const t0 = add(mad(wr, d, 0.012 * H), mul(th, 0.018 * H)),
    t1 = add(mad(t0, d, 0.022 * H), mul(th, 0.012 * H));
  c.cone(t0, t1, 0.0085 * H, 0.0075 * H, 0.008).cone(
    t1,
    mad(mad(t1, d, 0.018 * H), pn, -0.008 * H),
    0.0072 * H,
    0.006 * H,
    0.004,
  );
}

/** hair strands combed from the parting down over the hair mass; dark hair also gets light strands */
function strands(sc: Scene, F: Basis, hf: Basis, U: number, hair: Sdf, k: Look, rng: Random) {
  const bottom = k.hair === 'long' ? -0.85 : k.hair === 'bob' ? -0.42 : k.hair === 'short' ? -0.1 : -0.1,
    part = 0.07;
  for (let i = 0; i < 76; i++) {
    const a0 = rng.range(0, 6.283),
      light = k.hairTone < 0.45 && rng.chance(0.4),
      sway = rng.range(-0.25, 0.25),
      o: V3[] = [];
    const from = rng.range(0, 0.5),
      to = rng.range(0.55, 1);
    for (let t = from; t <= to; t += 0.05) {
      let org: V3, dir: V3;
      const th = (t * 2) / 0.8;
      if (t < 0.6) {
        const g = Math.min(1.55, th),
          sa = Math.sin(a0 + sway * t),
          ca = Math.cos(a0 + sway * t);
        dir = [Math.sin(g) * sa, Math.cos(g), Math.sin(g) * ca];
        org = [part + -part * t, 0.12, -0.06];
      } else {
        const y = lerp(0.12, bottom, (t - 0.6) / 0.4),
          a = a0 + sway * t;
        dir = [Math.sin(a), 0, Math.cos(a)];
        org = [0, y, -0.06];
      }
      const p0 = toWorld(hf, mul(mad(org, dir, 1), U)),
        dw = toWorld({ ...hf, o: [0, 0, 0] }, mul(dir, -1)),
        h = march(hair, p0, dw, 1.0 * U);
      if (!h) break;
      const r = len(sub(h, p0)) / U;
      if (r > 0.78) break;
      o.push(toWorld(F, mad(h, dw, -0.006 * U)));
    }
    for (let it = 0; it < 3; it++) for (let j = 1; j + 1 < o.length; j++) o[j] = mix3(mix3(o[j - 1], o[j + 1], 0.5), o[j], 0.4);
    if (o.length > 2)
      sc.line(o, light ? 0.8 : 1.1, light ? { color: '#b9b2ac', alpha: 0.34, bias: 0.02 * U } : { alpha: 0.62, bias: 0.02 * U });
  }
}
/** Face: curves in face coordinates (x right of viewer's character-left, y up, unit = head height) laid on the sculpted head. */
function face(sc: Scene, F: Basis, hf: Basis, U: number, skin: Sdf, k: Look, f: Partial<Face>, D: number) {
  const { mouth = 'closed', brow = 0, lid = 1, gaze = [0, 0] } = f;
  const on = (x: number, y: number, lift = 0.006): V3 => {
    const p = toWorld(hf, mul([x, y, 0.75], U)),
      d = mul(hf.z, -1),
      h = march(skin, p, d, 0.8 * U) ?? toWorld(hf, mul([x, y, 0.1], U));
    return toWorld(F, mad(h, hf.z, lift * U));
  };
  const nz = dirF(F, hf.z);
  const curve = (pts: V2[], n = 5) => {
    const o: V2[] = [];
    for (let i = 0; i + 1 < pts.length; i++) {
      const p0 = pts[Math.max(0, i - 1)],
        p1 = pts[i],
        p2 = pts[i + 1],
        p3 = pts[Math.min(pts.length - 1, i + 2)];
      for (let j = 0; j < n; j++) {
        const t = j / n,
          c = (q: number) =>
            0.5 *
            (2 * p1[q] +
              (p2[q] - p0[q]) * t +
              (2 * p0[q] - 5 * p1[q] + 4 * p2[q] - p3[q]) * t * t +
              (3 * p1[q] - p0[q] - 3 * p2[q] + p3[q]) * t * t * t);
        o.push([c(0), c(1)]);
      }
    }
    o.push(pts[pts.length - 1]);
    return o;
  };
  const L = (pts: V2[], w: number, o: object = {}) =>
    sc.line(
      curve(pts).map((p) => on(p[0], p[1])),
      w * (D > 1 ? 1.5 : 1),
      { bias: 0.035 * U, jitter: 0.4, ...o },
    );
  const Fill = (pts: V2[], fill: string, o: object = {}, n = 5) =>
    sc.line(
      curve([...pts, pts[0]], n).map((p) => on(p[0], p[1])),
      0,
      { fill, closed: true, bias: 0.06 * U, n: nz, ...o },
    );
  const dark = '#1d1a1a',
    fem = !!k.female;
  const ew = fem ? 0.08 : 0.074,
    eh = (fem ? 0.036 : 0.029) * lid;
  for (const s of [1, -1]) {
    const ex = 0.148 * s,
      ey = 0.0;
    const X = (t: number) => ex + s * t * ew; // t: -1 inner .. 1 outer
    const up: V2[] = [
        [X(-1), ey - 0.012],
        [X(-0.45), ey + eh * 0.8],
        [X(0.15), ey + eh * 1.02],
        [X(0.7), ey + eh * 0.6],
        [X(1.05), ey + 0.002],
      ],
      lo: V2[] = [
        [X(1.05), ey + 0.002],
        [X(0.45), ey - eh * 0.62 - 0.006],
        [X(-0.3), ey - eh * 0.66 - 0.006],
        [X(-1), ey - 0.012],
      ];
    Fill([...up, ...lo.slice(1, 3)], '#f1eade', { alpha: 0.9 }, 4);
    const ix = ex + gaze[0] * 0.03,
      iy = ey + gaze[1] * 0.018 + 0.004,
      r = 0.033,
      arc: V2[] = [];
    for (let a = 0; a < 14; a++) {
      const an = (a / 14) * 6.283;
      arc.push([ix + Math.cos(an) * r, clamp(iy + Math.sin(an) * r, ey - eh * 0.66 - 0.004, ey + eh)]);
    }
    Fill(arc, dark, { alpha: 0.93 }, 2);
    if (D > 0.9)
      Fill(
        [
          [ix - 0.006, iy + 0.02],
          [ix + 0.008, iy + 0.022],
          [ix + 0.01, iy + 0.008],
          [ix - 0.004, iy + 0.006],
        ],
        '#fffdf5',
        {},
        2,
      );
    L(up, fem ? 2.5 : 1.8);
    L(lo, 0.7, { alpha: 0.75 });
    L(
      [
        [X(-0.8), ey + eh + 0.014],
        [X(0), ey + eh + 0.032],
        [X(0.9), ey + eh * 0.8 + 0.012],
      ],
      0.7,
      { alpha: 0.6 },
    ); // lid crease
    if (fem) {
      L(
        [
          [X(0.9), ey + 0.012],
          [X(1.35), ey + 0.035],
        ],
        1.6,
      );
    }
    const by = 0.098 + (fem ? 0.012 : 0),
      tilt = -brow * 0.035;
    /* brow < 0 frowns, > 0 worries */ L(
      [
        [X(-1.12), by - tilt - 0.012],
        [X(-0.4), by + 0.014 - tilt * 0.4],
        [X(0.4), by + 0.024 + tilt * 0.4],
        [X(1.25), by - 0.006 + tilt],
      ],
      fem ? 2.2 : 3.6,
      { jitter: 0.8 },
    );
    if (!fem)
      L(
        [
          [X(-1.1), by - tilt - 0.006],
          [X(-0.3), by + 0.006 - tilt * 0.4],
          [X(0.5), by + 0.012 + tilt * 0.4],
        ],
        2.6,
      );
    if (D > 0.9 && !fem) {
      L(
        [
          [X(0.8), ey - 0.05],
          [X(0.1), ey - 0.072],
          [X(-0.6), ey - 0.06],
        ],
        0.6,
        { alpha: 0.45 },
      );
      L(
        [
          [X(1.25), ey + 0.01],
          [X(1.55), ey + 0.024],
        ],
        0.5,
        { alpha: 0.5 },
      );
      L(
        [
          [X(1.25), ey - 0.006],
          [X(1.55), ey - 0.014],
        ],
        0.5,
        { alpha: 0.5 },
      );
    }
    if (brow < -0.3)
      L(
        [
          [s * 0.022, 0.07],
          [s * 0.03, 0.12],
        ],
        0.9,
        { alpha: 0.7 },
      );
    // nostril, nose wing, naso-labial fold, jaw shade
    L(
      [
        [s * 0.034, -0.19],
        [s * 0.046, -0.193],
        [s * 0.058, -0.184],
      ],
      1.5,
      { bias: 0.03 * U },
    );
    L(
      [
        [s * 0.082, -0.135],
        [s * 0.092, -0.165],
        [s * 0.07, -0.188],
      ],
      1,
      { bias: 0.03 * U },
    );
    if (D > 0.5)
      L(
        [
          [s * 0.1, -0.18],
          [s * 0.145, -0.235],
          [s * 0.15, -0.28],
        ],
        0.7,
        { alpha: fem ? 0.25 : 0.55 },
      );
    if (k.glasses) {
      const c: V2[] = [];
      for (let a = 0; a <= 16; a++)
        c.push([ex + Math.cos((a / 16) * 6.283) * 0.12, ey - 0.01 + Math.sin((a / 16) * 6.283) * 0.095]);
      sc.line(
        c.map((p) => toWorld(F, toWorld(hf, mul([p[0], p[1], 0.4 - Math.abs(p[0]) * 0.2], U)))),
        1.9,
        { bias: 0.12 * U },
      );
      L(
        [
          [s * 0.03, 0.01],
          [0, 0.02],
        ],
        1.6,
        { bias: 0.15 * U },
      );
      sc.line(
        [
          [s * 0.268, 0.0, 0.34],
          [s * 0.34, 0.01, 0.0],
        ].map((p) => toWorld(F, toWorld(hf, mul(p as V3, U)))),
        1.5,
        { bias: 0.05 * U },
      );
    }
  }
  L(
    [
      [0.035, 0.05],
      [0.045, -0.03],
      [0.06, -0.09],
    ],
    0.6,
    { alpha: 0.4 },
  ); // nose ridge plane
  const m = -0.288,
    w = fem ? 0.095 : 0.108;
  if (mouth === 'talk' || mouth === 'open') {
    const o = mouth === 'open' ? 0.075 : 0.034;
    Fill(
      [
        [-w * 0.8, m],
        [-w * 0.35, m + 0.022],
        [0, m + 0.015],
        [w * 0.35, m + 0.022],
        [w * 0.8, m],
        [w * 0.45, m - o],
        [0, m - o * 1.2],
        [-w * 0.45, m - o],
      ],
      '#4a302d',
      {},
      4,
    );
    Fill(
      [
        [-w * 0.5, m + 0.008],
        [0, m + 0.004],
        [w * 0.5, m + 0.008],
        [w * 0.42, m - 0.008],
        [-w * 0.42, m - 0.008],
      ],
      '#e9e2d4',
      { alpha: 0.85 },
      2,
    );
    L(
      [
        [-w * 0.85, m],
        [-w * 0.35, m + 0.024],
        [0, m + 0.016],
        [w * 0.35, m + 0.024],
        [w * 0.85, m],
      ],
      1.6,
    );
    L(
      [
        [-w * 0.5, m - o - 0.01],
        [0, m - o * 1.2 - 0.016],
        [w * 0.5, m - o - 0.01],
      ],
      1.2,
    );
    L(
      [
        [-0.05, m - o - 0.045],
        [0, m - o - 0.052],
        [0.05, m - o - 0.045],
      ],
      0.8,
      { alpha: 0.5 },
    );
  } else {
    const c = mouth === 'smile' ? 0.022 : mouth === 'grim' ? -0.02 : 0.002;
    L(
      [
        [-w, m + c],
        [-w * 0.45, m + 0.004 - c * 0.2],
        [0, m - 0.004 - c * 0.3],
        [w * 0.45, m + 0.004 - c * 0.2],
        [w, m + c],
      ],
      1.9,
    );
    L(
      [
        [-0.045, m - 0.055],
        [0, m - 0.062],
        [0.045, m - 0.055],
      ],
      0.9,
      { alpha: 0.6 },
    );
    if (fem)
      Fill(
        [
          [-w * 0.75, m],
          [-w * 0.3, m + 0.022],
          [0, m + 0.015],
          [w * 0.3, m + 0.022],
          [w * 0.75, m],
          [w * 0.35, m - 0.034],
          [-w * 0.35, m - 0.034],
        ],
        '#7a3f3a',
        { alpha: 0.28 },
        3,
      );
    if (mouth === 'smile')
      for (const s of [1, -1])
        L(
          [
            [s * (w + 0.012), m + 0.04],
            [s * (w + 0.026), m + 0.018],
            [s * (w + 0.012), m - 0.004],
          ],
          0.9,
          { alpha: 0.6 },
        );
  }
  for (const s of [1, -1])
    sc.line(
      [
        [0.34, 0.04, -0.06],
        [0.365, 0.0, -0.09],
        [0.35, -0.06, -0.06],
      ].map((p) => toWorld(F, toWorld(hf, mul([p[0] * s, p[1], p[2]] as V3, U)))),
      0.9,
      { bias: 0.05 * U, alpha: 0.7 },
    );
}
