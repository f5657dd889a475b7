/** @file Trees: broadleaf, bare, conifer and palm, from a landmark beside the camera to a far wood of a few blobs. */
import type { Random } from '@filmai/core-tensor/random';
import type { Scene } from '../../world/scene.js';
import { type V3, mad } from '../../world/vector.js';
import { type Cover, type Paint, shade } from './materials.js';

/** How near the tree stands: `'far'` costs about 350 triangles, `'mid'` 800, `'near'` 2,000. */
export type Nearness = 'near' | 'mid' | 'far';

const BARK: Paint = { tone: 0.42, tint: [0.82, 0.74, 0.66], line: 1.15 };

/** A broadleaf tree of the given height in metres; its crown is a heap of leaf clouds. */
export function plantBroadleaf(
  scene: Scene,
  random: Random,
  at: V3,
  height: number,
  cover: Cover,
  nearness: Nearness = 'mid',
): void {
  const trunk = growTrunk(scene, random, at, height, nearness);
  const clouds = { near: 9, mid: 6, far: 3 }[nearness];
  const cells = { near: 7, mid: 6, far: 5 }[nearness];
  const spread = nearness === 'far' ? 1.2 : 1;
  for (let i = 0; i < clouds; i++) {
    // The first cloud is the body of the crown; the others bulge out of it on all sides.
    const core = i === 0;
    const base = trunk.along(core ? 0.82 : random.range(0.62, 1));
    const angle = (i / clouds) * 6.283 + random.range(-0.4, 0.4);
    const out = core ? 0 : height * random.range(0.1, 0.2);
    const size = height * (core ? 0.23 : random.range(0.12, 0.17)) * spread;
    scene.blob(
      [base[0] + Math.cos(angle) * out, base[1] + random.range(-0.02, 0.05) * height, base[2] + Math.sin(angle) * out],
      [size, size * 0.82, size],
      shade(cover.leaf, core ? 0.92 : random.range(0.84, 1.12)),
      random,
      0.3,
      trunk.group,
      cells,
    );
  }
}

/** A leafless tree with twigs. */
export function plantBare(scene: Scene, random: Random, at: V3, height: number, nearness: Nearness = 'mid'): void {
  const trunk = growTrunk(scene, random, at, height, nearness);
  for (const tip of trunk.boughs) {
    for (let k = 0; k < (nearness === 'far' ? 2 : 5); k++) {
      const mid = mad(tip, [random.range(-1, 1), random.range(0.3, 1), random.range(-1, 1)], height * 0.035);
      const end = mad(mid, [random.range(-1, 1), random.range(0.4, 1.2), random.range(-1, 1)], height * 0.04);
      scene.line([tip, mid, end], 1.1);
    }
  }
}

/** A conifer: tiers of ragged skirts. */
export function plantConifer(
  scene: Scene,
  random: Random,
  at: V3,
  height: number,
  cover: Cover,
  nearness: Nearness = 'mid',
): void {
  const [x, y, z] = at;
  const group = scene.group();
  const r = height * 0.03;
  scene.tube([mad(at, [0, 1, 0], -0.2), [x, y + height * 0.95, z]], [r * 0.8, r * 0.2], BARK, 7);
  const tiers = nearness === 'far' ? 4 : 6;
  const teeth = nearness === 'near' ? 15 : 9;
  for (let i = 0; i < tiers; i++) {
    const low = height * (0.14 + (i * 0.87) / tiers);
    const reach = height * (0.24 - (i * 0.2) / tiers);
    const label = scene.surf({ ...shade(cover.needle, 0.9 + 0.05 * i), group });
    const peak: V3 = [x, y + Math.min(height, low + height * 0.2), z];
    for (let k = 0; k < teeth; k++) {
      const a = (k / teeth) * 6.283 + i;
      const b = ((k + 1) / teeth) * 6.283 + i;
      const out = reach * random.range(0.85, 1.2);
      const drop = random.range(0.02, 0.06) * height;
      const tip: V3 = [x + Math.cos((a + b) / 2) * out, y + low - drop, z + Math.sin((a + b) / 2) * out];
      scene.poly([peak, [x + Math.cos(a) * reach * 0.8, y + low, z + Math.sin(a) * reach * 0.8], tip], label);
      scene.poly([peak, tip, [x + Math.cos(b) * reach * 0.8, y + low, z + Math.sin(b) * reach * 0.8]], label);
    }
  }
}

/** A palm: a ringed, leaning stem and arched fronds. */
export function plantPalm(scene: Scene, random: Random, at: V3, height: number, cover: Cover): void {
  const [x, y, z] = at;
  const lean = height * random.range(0.08, 0.22);
  const turn = random.range(0, 6.283);
  const along = (t: number): V3 => [x + Math.cos(turn) * lean * t * t, y + height * t, z + Math.sin(turn) * lean * t * t];
  const r = 0.11 + height * 0.012;
  scene.tube(
    [mad(at, [0, 1, 0], -0.3), along(0.05), along(0.3), along(0.6), along(1)],
    [r * 1.7, r * 1.25, r, r * 0.85, r * 0.7],
    BARK,
    9,
  );
  for (let i = 1; i < 14; i++) {
    const q = along(i / 14);
    scene.line(
      [
        [q[0] - r, q[1], q[2] + r * 0.6],
        [q[0], q[1] - 0.05, q[2] + r * 1.05],
        [q[0] + r, q[1], q[2] + r * 0.6],
      ],
      0.7,
      { alpha: 0.7 },
    );
  }
  const top = along(1);
  const group = scene.group();
  for (let i = 0; i < 13; i++) {
    const a = (i / 13) * 6.283 + random.range(-0.2, 0.2);
    growFrond(
      scene,
      random,
      top,
      a,
      height * random.range(0.3, 0.42),
      { ...shade(cover.leaf, random.range(0.75, 1.1)), soft: undefined },
      group,
    );
  }
}

/** One arched leaf with a folded blade; also ferns and reeds of the jungle. */
export function growFrond(
  scene: Scene,
  random: Random,
  at: V3,
  angle: number,
  length: number,
  paint: Paint,
  group?: number,
): void {
  const label = scene.surf({ line: 0.8, ...paint, group: group ?? scene.group() });
  const droop = random.range(0.5, 0.95);
  const steps = 5;
  const spine = (i: number): V3 => {
    const t = i / steps;
    return [
      at[0] + Math.cos(angle) * length * t,
      at[1] + length * (0.34 * Math.sin(t * 2.1) - droop * t * t * 0.75),
      at[2] + Math.sin(angle) * length * t,
    ];
  };
  const side = (i: number, s: number): V3 => {
    const p = spine(i);
    const w = length * 0.11 * Math.sin(Math.min(1, i / steps + 0.12) * Math.PI) * s;
    return [p[0] - Math.sin(angle) * w, p[1] - Math.abs(w) * 0.5, p[2] + Math.cos(angle) * w];
  };
  for (let i = 0; i < steps; i++) {
    for (const s of [1, -1]) scene.poly([spine(i), spine(i + 1), side(i + 1, s), side(i, s)], label);
  }
  for (let i = 1; i < steps; i++) {
    for (const s of [1, -1]) scene.line([spine(i), side(i + 0.4, s)], 0.6, { alpha: 0.6 });
  }
}

/** A belt of trees at a distance: one leaf cloud in front of the other, with trunks below. */
export function plantBelt(
  scene: Scene,
  random: Random,
  spots: Iterable<V3>,
  height: number,
  cover: Cover,
  kind: 'leaf' | 'needle' = 'leaf',
): void {
  const group = scene.group();
  for (const at of spots) {
    const h = height * random.range(0.75, 1.2);
    if (kind === 'needle') {
      plantConifer(scene, random, at, h, cover, 'far');
      continue;
    }
    scene.tube([at, mad(at, [0, 1, 0], h * 0.5)], [h * 0.03, h * 0.02], BARK, 5);
    scene.blob(
      mad(at, [0, 1, 0], h * 0.62),
      [h * 0.36, h * 0.4, h * 0.36],
      shade(cover.leaf, random.range(0.8, 1.05)),
      random,
      0.32,
      group,
      6,
    );
  }
}

function growTrunk(
  scene: Scene,
  random: Random,
  at: V3,
  height: number,
  nearness: Nearness,
): { along: (t: number) => V3; group: number; boughs: V3[] } {
  const r = height * random.range(0.024, 0.036);
  const lean = random.range(-0.04, 0.04) * height;
  const group = scene.group();
  const along = (t: number): V3 => [
    at[0] + lean * t * t + Math.sin(t * 5 + at[0]) * r * 0.7,
    at[1] + height * t,
    at[2] + Math.cos(t * 4 + at[2]) * r * 0.5 - r * 0.5,
  ];
  const sides = { near: 11, mid: 8, far: 5 }[nearness];
  scene.tube(
    [mad(along(0), [0, 1, 0], -0.3), along(0.03), along(0.12), along(0.3), along(0.5), along(0.75), along(1)],
    [r * 2.2, r * 1.5, r * 1.08, r, r * 0.85, r * 0.6, r * 0.2],
    BARK,
    sides,
    group,
  );
  const boughs: V3[] = [];
  for (let i = 0; i < { near: 6, mid: 4, far: 2 }[nearness]; i++) {
    const t = random.range(0.34, 0.85);
    const a = random.range(0, 6.283);
    const l = height * random.range(0.14, 0.26);
    const from = along(t);
    const bend: V3 = [from[0] + Math.cos(a) * l * 0.5, from[1] + l * 0.3, from[2] + Math.sin(a) * l * 0.5];
    const tip: V3 = [from[0] + Math.cos(a) * l, from[1] + l * 0.75, from[2] + Math.sin(a) * l];
    scene.tube([from, bend, tip], [r * 0.34, r * 0.2, r * 0.03], BARK, 5, group);
    boughs.push(bend, tip);
  }
  if (nearness !== 'far') furrow(scene, random, along, r, nearness === 'near' ? 26 : 9);
  return { along, group, boughs };
}

/** Bark: short strokes that run up the trunk. */
function furrow(scene: Scene, random: Random, along: (t: number) => V3, r: number, count: number): void {
  for (let i = 0; i < count; i++) {
    const t = random.range(0.02, 0.5);
    const a = random.range(0, 6.283);
    const stroke: V3[] = [];
    for (let k = 0; k < 4; k++) {
      const q = along(t + k * 0.025);
      const reach = r * (1.06 - t * 0.3 + (t < 0.1 ? (0.1 - t) * 9 : 0));
      stroke.push([q[0] + Math.cos(a + k * 0.06) * reach, q[1], q[2] + Math.sin(a + k * 0.06) * reach]);
    }
    scene.line(stroke, 0.8, { alpha: 0.7, bias: 0.1 });
  }
}
