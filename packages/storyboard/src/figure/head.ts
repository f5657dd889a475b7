/**
 * @file The head: skull, jaw, nose and ears as clay in head units (1 is about chin to crown, origin between the eyes, +z out
 * of the face), with hair, beard and hat; built once for a look and then only moved. Shading normals lean towards an egg so
 * that the wash falls in the broad shapes an artist would choose.
 */
import { clamp, lerp, norm } from '../world/vector.js';
import { buildBeard } from './beard.js';
import { buildGlasses } from './glasses.js';
import { buildHair } from './hair.js';
import { buildHat } from './hats.js';
import { type HeadBench, type HeadModel, type Stuff, UNIT } from './head-bench.js';
import type { Look } from './look.js';
import { type Mesh, Sculpt } from './sculpt.js';

/** Builds the head of a look. `detail`: 0.2 far away, 0.6 medium, 1.2 close. `unit` is the head unit in metres. */
export function buildHead(look: Look, detail: number, unit: number): HeadModel {
  const child = clamp((16 - look.age) / 12);
  const cell = (detail > 0.9 ? 0.0044 : detail > 0.5 ? 0.0058 : 0.0115) / unit;
  const model: HeadModel = { parts: [], marks: [], depthAt: () => undefined };
  const skull = buildSkull(look, child);
  const bench: HeadBench = {
    look,
    child,
    cell,
    detail,
    skull,
    add: (sculpt, stuff, { soften = 2, bump, fine = 1.2 } = {}) => {
      if (!sculpt.empty) model.parts.push({ mesh: sculpt.mesh(cell * fine, soften, bump), stuff });
    },
    mark: (points, width, style = {}) => {
      model.marks.push({ points, width, style });
    },
  };
  const skin = skull.mesh(cell, detail > 0.5 ? 5 : 2);
  egg(skin);
  model.parts.push({ mesh: skin, stuff: skinStuff(look), skin: true });
  model.depthAt = depthMap(skin);
  buildHair(bench);
  buildBeard(bench, model.depthAt);
  if (look.hat) buildHat(bench, look.hat);
  buildGlasses(bench);
  return model;
}

/** The surface of bare skin. */
export function skinStuff({ skin }: Look): Stuff {
  return { tone: skin.tone, tint: skin.tint, soft: 'skin', crease: 0.011, line: 0.9 };
}

function buildSkull(look: Look, child: number): Sculpt {
  const { jaw, chin, cheek, nose, noseWidth, brow, lips, ears } = look.face;
  const female = look.female ? 1 : 0;
  const grown = 1 - child;
  const soft = Math.max(female * 0.8, child);
  const heavy = clamp((look.build - 1) * 2, -0.5, 0.8);
  const chinY = -0.405 - chin * 0.03 + child * 0.035;
  const s = new Sculpt();
  s.ellipsoid(UNIT, [0, 0.13 + child * 0.015, -0.06], [0.335 + child * 0.012, 0.365, 0.42], 0.1);
  s.ellipsoid(
    UNIT,
    [0, -0.12 + child * 0.02, 0.08],
    [0.274 - female * 0.012 + heavy * 0.03 + child * 0.025, 0.335 - child * 0.03, 0.3],
    0.14,
  );
  for (const side of [1, -1]) {
    const jawX = 0.262 + jaw * 0.028 - soft * 0.014 + heavy * 0.03;
    s.cone(
      [side * jawX, -0.13, -0.04],
      [side * (0.072 + jaw * 0.022 - soft * 0.014), chinY, 0.245],
      0.062,
      0.068 + 0.01 * (1 - soft),
      0.1,
    );
    s.ellipsoid(
      UNIT,
      [side * (0.185 + cheek * 0.012), -0.1, 0.2],
      [0.108 + cheek * 0.018 + child * 0.02, 0.115, 0.1 + child * 0.012],
      0.2,
    );
    s.ellipsoid(UNIT, [side * 0.11, -0.225, 0.21], [0.085 + heavy * 0.02 + child * 0.02, 0.09, 0.092], 0.1);
  }
  s.cone([-0.03 - jaw * 0.012, chinY - 0.025, 0.255], [0.03 + jaw * 0.012, chinY - 0.025, 0.255], 0.06, 0.06, 0.08);
  if (heavy > 0.15) s.ellipsoid(UNIT, [0, -0.43, 0.1], [0.19, 0.1, 0.16], 0.1);
  for (const side of [1, -1])
    s.ellipsoid(UNIT, [side * 0.145, 0.0, 0.43], [0.1, 0.066, 0.098 - child * 0.012], 0.12, { carve: true });
  const ridge = (0.052 - soft * 0.014) * (1 + brow * 0.12);
  s.cone([-0.17, 0.095, 0.298], [0.17, 0.095, 0.298], ridge, ridge, 0.1);
  const tip = 0.445 + nose * 0.03 - child * 0.045 - female * 0.008;
  const wide = (1 + noseWidth * 0.25) * (1 - soft * 0.08);
  s.cone([0, 0.07, 0.345], [0, -0.115 + child * 0.02, tip], 0.026, 0.047 * wide, 0.05);
  for (const side of [1, -1]) s.ball([side * 0.05 * wide, -0.148 + child * 0.015, tip - 0.052], 0.036 * wide, 0.03);
  // Lips only as far as the profile needs them.
  const full = 1 + lips * 0.35;
  s.ellipsoid(UNIT, [0, -0.262, 0.338 - child * 0.012], [0.1, 0.027 * full, 0.05], 0.045);
  s.ellipsoid(UNIT, [0, -0.312, 0.332 - child * 0.012], [0.085, 0.03 * full, 0.048], 0.035);
  const ear = 1 + ears * 0.22 + (look.age > 65 ? 0.1 : 0);
  for (const side of [1, -1]) {
    s.ellipsoid(UNIT, [side * 0.352, -0.015, -0.055], [0.04, 0.112 * ear, 0.075 * ear], 0.02);
    s.ellipsoid(UNIT, [side * 0.397, 0.0, -0.03], [0.022, 0.062 * ear, 0.038 * ear], 0.02, { carve: true });
  }
  // The upper neck belongs to the head, so that turning it keeps the jaw's underside whole.
  s.cone(
    [0, -0.2, -0.09],
    [0, -0.62, -0.12],
    0.2 - soft * 0.04 + heavy * 0.03 * grown,
    0.19 - soft * 0.045 + heavy * 0.04 * grown,
    0.08,
  );
  return s;
}

/** Leans normals of the face towards an egg's, except on the nose: calm light without losing the plane of the nose. */
function egg({ pos, nrm }: Mesh): void {
  for (let i = 0; i < pos.length; i += 3) {
    const [x, y, z] = [pos[i], pos[i + 1], pos[i + 2]];
    const nose = clamp(1.3 - Math.abs(x) / 0.09) * clamp((z - 0.3) / 0.1) * clamp((y + 0.24) / 0.06) * clamp((0.1 - y) / 0.08);
    const sockets = clamp((z - 0.16) / 0.1) * clamp(1 - Math.abs(y - 0.02) / 0.12);
    const below = clamp((-0.42 - y) / 0.08);
    const share = 0.72 * (1 - nose) * (1 - sockets * 0.55) * (1 - below);
    const e = norm([x / 0.12, (y + 0.02) / 0.3, (z + 0.02) / 0.19]);
    const n = norm([lerp(nrm[i], e[0], share), lerp(nrm[i + 1], e[1], share), lerp(nrm[i + 2], e[2], share)]);
    [nrm[i], nrm[i + 1], nrm[i + 2]] = n;
  }
}

const STEP = 0.0125;
const LEFT = -0.42;
const LOW = -0.66;
const COLUMNS = 68;
const ROWS = 94;

/** A height map of the face, so that drawing on it is a look-up instead of a ray. */
function depthMap({ pos, idx }: Mesh): HeadModel['depthAt'] {
  const map = new Float32Array(COLUMNS * ROWS).fill(-9);
  for (let t = 0; t < idx.length; t += 3) {
    const [a, b, c] = [idx[t] * 3, idx[t + 1] * 3, idx[t + 2] * 3];
    if (Math.max(pos[a + 2], pos[b + 2], pos[c + 2]) < -0.1) continue;
    const xs = [pos[a], pos[b], pos[c]].map((x) => (x - LEFT) / STEP);
    const ys = [pos[a + 1], pos[b + 1], pos[c + 1]].map((y) => (y - LOW) / STEP);
    const area = (xs[1] - xs[0]) * (ys[2] - ys[0]) - (xs[2] - xs[0]) * (ys[1] - ys[0]);
    if (Math.abs(area) < 1e-7) continue;
    for (let j = Math.max(0, Math.ceil(Math.min(...ys))); j <= Math.min(ROWS - 1, Math.floor(Math.max(...ys))); j++)
      for (let i = Math.max(0, Math.ceil(Math.min(...xs))); i <= Math.min(COLUMNS - 1, Math.floor(Math.max(...xs))); i++) {
        const u = ((i - xs[0]) * (ys[2] - ys[0]) - (xs[2] - xs[0]) * (j - ys[0])) / area;
        const v = ((xs[1] - xs[0]) * (j - ys[0]) - (i - xs[0]) * (ys[1] - ys[0])) / area;
        if (u < -1e-3 || v < -1e-3 || u + v > 1.001) continue;
        const z = pos[a + 2] + u * (pos[b + 2] - pos[a + 2]) + v * (pos[c + 2] - pos[a + 2]);
        if (z > map[j * COLUMNS + i]) map[j * COLUMNS + i] = z;
      }
  }
  return (x, y) => {
    const u = (x - LEFT) / STEP;
    const v = (y - LOW) / STEP;
    const i = Math.floor(u);
    const j = Math.floor(v);
    if (i < 0 || j < 0 || i + 1 >= COLUMNS || j + 1 >= ROWS) return undefined;
    const corners = [map[j * COLUMNS + i], map[j * COLUMNS + i + 1], map[(j + 1) * COLUMNS + i], map[(j + 1) * COLUMNS + i + 1]];
    if (corners.some((z) => z < -5)) {
      const known = corners.filter((z) => z > -5);
      return known.length ? Math.max(...known) : undefined;
    }
    return lerp(lerp(corners[0], corners[1], u - i), lerp(corners[2], corners[3], u - i), v - j);
  };
}
