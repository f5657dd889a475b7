/** @file Head gear as clay in head units: a function a hat, so that a new one is a few lines. */
import type { Surface } from '../world/scene.js';
import type { V3 } from '../world/vector.js';
import { type HeadBench, UNIT } from './head-bench.js';
import type { HatStyle } from './look.js';
import { Sculpt } from './sculpt.js';

interface Layer {
  clay: Sculpt;
  /** Changes to the hat's own paint. */
  stuff?: Partial<Omit<Surface, 'group'>>;
}
type Hat = () => Layer[];

const layer = (clay: Sculpt, stuff?: Layer['stuff']): Layer => ({ clay, stuff });

/** A ring round the head at height y, tilted up at the front by `tilt`. */
function ring(s: Sculpt, y: number, rx: number, rz: number, thick: number, tilt = 0, from = 0, to = 1, sides = 18): Sculpt {
  const at = (i: number): V3 => {
    const a = (from + (i / sides) * (to - from)) * Math.PI * 2;
    return [Math.sin(a) * rx, y + tilt * Math.cos(a), Math.cos(a) * rz - 0.06];
  };
  for (let i = 0; i < sides; i++) s.cone(at(i), at(i + 1), thick, thick, 0.02);
  return s;
}
const dome = (y: number, radii: V3, above: number, z = -0.065): Sculpt =>
  new Sculpt().ellipsoid(UNIT, [0, y, z], radii, 0.03, { above });

/** A soft crown on a band, with a shining peak: police, captains, soldiers, drivers. */
const peaked: Hat = () => {
  const crown = new Sculpt()
    .ellipsoid({ ...UNIT, y: [0, 0.98, -0.17], z: [0, 0.17, 0.98] }, [0, 0.4, -0.1], [0.47, 0.085, 0.51], 0.05)
    .cone([0, 0.24, -0.06], [0, 0.36, -0.05], 0.385, 0.4, 0.06);

  const band = ring(new Sculpt(), 0.22, 0.37, 0.435, 0.042, 0.01);
  const peak = new Sculpt().ellipsoid(
    { ...UNIT, y: [0, 0.91, 0.42], z: [0, -0.42, 0.91] },
    [0, 0.37, 0.27],
    [0.3, 0.026, 0.24],
    0.03,
  );
  const badge = new Sculpt().ellipsoid(UNIT, [0, 0.33, 0.4], [0.055, 0.06, 0.03], 0.02);
  return [
    layer(crown),
    layer(band, { tone: 0.15 }),
    layer(peak, { tone: 0.1 }),
    layer(badge, { tone: 0.92, tint: [1, 0.9, 0.55] }),
  ];
};

const HATS: Record<HatStyle, Hat> = {
  beanie: () => {
    const fold = ring(new Sculpt(), 0.215, 0.368, 0.438, 0.048, 0.0).cone([-0.3, 0.24, 0.2], [0.3, 0.24, 0.2], 0.03, 0.03, 0.02);
    return [layer(dome(0.2, [0.385, 0.42, 0.465], 0.2)), layer(fold)];
  },
  brim: () => {
    const brim = new Sculpt().ellipsoid(UNIT, [0, 0.25, -0.05], [0.68, 0.045, 0.76], 0.03);
    const crown = new Sculpt().cone([0, 0.25, -0.06], [0, 0.6, -0.09], 0.41, 0.33, 0.05, { cut: true });
    crown.ellipsoid(UNIT, [0, 0.68, -0.05], [0.1, 0.13, 0.36], 0.1, { carve: true });
    return [layer(brim), layer(crown), layer(ring(new Sculpt(), 0.3, 0.39, 0.4, 0.035), { tone: 0.12 })];
  },
  cap: () => {
    const peak = new Sculpt().ellipsoid(
      { ...UNIT, y: [0, 0.98, 0.2], z: [0, -0.2, 0.98] },
      [0, 0.29, 0.37],
      [0.29, 0.028, 0.33],
      0.04,
    );
    return [layer(dome(0.18, [0.385, 0.39, 0.475], 0.18)), layer(peak), layer(new Sculpt().ball([0, 0.575, -0.06], 0.03))];
  },
  peaked,
  surgeon: () => [layer(dome(0.17, [0.39, 0.4, 0.48], 0.16)), layer(ring(new Sculpt(), 0.17, 0.37, 0.44, 0.035, 0.03))],
  nurse: () => {
    const fold = new Sculpt();
    for (let i = 0; i < 8; i++)
      fold.cone(
        [-0.26 + i * 0.065, 0.5 - ((i - 4) / 8) ** 2 * 0.2, 0.0],
        [-0.3 + i * 0.075, 0.62 - ((i - 4) / 8) ** 2 * 0.2, 0.04],
        0.035,
        0.03,
        0.03,
      );
    return [layer(fold, { tone: 0.96, tint: [1, 1, 1] })];
  },
  hardhat: () => {
    const brim = ring(new Sculpt(), 0.24, 0.42, 0.49, 0.03, 0).ellipsoid(UNIT, [0, 0.235, 0.38], [0.28, 0.03, 0.2], 0.03);
    const rib = new Sculpt();
    for (let i = -3; i < 3; i++)
      rib.cone(
        [0, 0.23 + Math.cos(i * 0.42) * 0.43, -0.06 + Math.sin(i * 0.42) * 0.5],
        [0, 0.23 + Math.cos((i + 1) * 0.42) * 0.43, -0.06 + Math.sin((i + 1) * 0.42) * 0.5],
        0.03,
        0.03,
        0.03,
      );
    return [layer(dome(0.22, [0.43, 0.42, 0.5], 0.22)), layer(brim), layer(rib)];
  },
  hood: () => {
    const hood = new Sculpt()
      .ellipsoid(UNIT, [0, 0.12, -0.12], [0.46, 0.5, 0.52], 0.08)
      .cone([0, -0.2, -0.16], [0, -0.6, -0.12], 0.42, 0.44, 0.14);
    hood.ellipsoid(UNIT, [0, -0.1, 0.42], [0.33, 0.5, 0.5], 0.06, { carve: true });
    return [layer(hood)];
  },
  cowboy: () => {
    const brim = new Sculpt();
    for (let i = 0; i < 24; i++) {
      const at = (k: number): V3 => {
        const a = (k / 24) * Math.PI * 2;
        return [Math.sin(a) * 0.66, 0.25 + 0.16 * Math.sin(a) ** 2 - 0.03, Math.cos(a) * 0.7 - 0.05];
      };
      const inner: V3 = [Math.sin((i / 24) * 6.283) * 0.4, 0.25, Math.cos((i / 24) * 6.283) * 0.42 - 0.05];
      brim
        .cone(inner, at(i), 0.035, 0.028, 0.03)
        .cone(at(i), at(i + 1), 0.028, 0.028, 0.05)
        .cone(inner, at(i + 1), 0.035, 0.026, 0.05);
    }
    const crown = new Sculpt().cone([0, 0.25, -0.06], [0, 0.66, -0.07], 0.4, 0.31, 0.05, { cut: true });
    crown.ellipsoid(UNIT, [0, 0.72, -0.05], [0.08, 0.14, 0.4], 0.12, { carve: true });
    for (const s of [1, -1]) crown.ellipsoid(UNIT, [s * 0.26, 0.62, 0.2], [0.08, 0.16, 0.14], 0.1, { carve: true });
    return [layer(brim), layer(crown), layer(ring(new Sculpt(), 0.3, 0.385, 0.385, 0.03), { tone: 0.15 })];
  },
  space: () => {
    const shell = new Sculpt().ellipsoid(UNIT, [0, 0.0, -0.04], [0.62, 0.64, 0.66], 0.02);
    shell.ellipsoid(UNIT, [0, 0.02, 0.42], [0.44, 0.42, 0.9], 0.04, { carve: true });
    shell.ellipsoid(UNIT, [0, 0.0, 0], [0.55, 0.57, 0.58], 0.02, { carve: true });
    const rim = new Sculpt();
    for (let i = 0; i < 24; i++) {
      const at = (k: number): V3 => [
        Math.sin((k / 24) * 6.283) * 0.44,
        0.02 + Math.cos((k / 24) * 6.283) * 0.42,
        0.38 - Math.abs(Math.sin((k / 24) * 6.283)) * 0.02,
      ];
      rim.cone(at(i), at(i + 1), 0.04, 0.04, 0.02);
    }
    const collar = ring(new Sculpt(), -0.56, 0.46, 0.48, 0.07);
    return [
      layer(shell, { tone: 0.95, tint: [1, 1, 1] }),
      layer(rim, { tone: 0.5, tint: [1, 0.9, 0.7] }),
      layer(collar, { tone: 0.6 }),
    ];
  },
  helmet: () => {
    const shell = dome(0.17, [0.43, 0.44, 0.51], 0.16);
    const rim = ring(new Sculpt(), 0.17, 0.43, 0.5, 0.028, 0.03);
    return [layer(shell), layer(rim)];
  },
  beret: () => [
    layer(
      new Sculpt().ellipsoid(
        { ...UNIT, x: [0.96, -0.26, 0], y: [0.26, 0.96, 0] },
        [-0.04, 0.37, -0.07],
        [0.47, 0.17, 0.47],
        0.04,
      ),
    ),
    layer(ring(new Sculpt(), 0.26, 0.365, 0.43, 0.035, 0.03)),
  ],
  headscarf: () => {
    const cloth = new Sculpt()
      .ellipsoid(UNIT, [0, 0.13, -0.08], [0.4, 0.43, 0.48], 0.06)
      .cone([0, -0.1, -0.16], [0, -0.5, -0.12], 0.36, 0.34, 0.14);
    cloth.ellipsoid(UNIT, [0, -0.1, 0.42], [0.255, 0.4, 0.44], 0.05, { carve: true });
    cloth
      .cone([-0.2, -0.52, 0.1], [0.2, -0.52, 0.1], 0.14, 0.14, 0.1)
      .cone([0.03, -0.56, 0.2], [0.08, -0.86, 0.2], 0.1, 0.12, 0.06);
    return [layer(cloth)];
  },
  straw: () => {
    const brim = new Sculpt().ellipsoid(UNIT, [0, 0.24, -0.04], [0.84, 0.04, 0.9], 0.03);
    return [
      layer(brim),
      layer(dome(0.25, [0.4, 0.3, 0.46], 0.24)),
      layer(ring(new Sculpt(), 0.29, 0.39, 0.45, 0.03), { tone: 0.4, tint: [1, 0.5, 0.45] }),
    ];
  },
  crown: () => {
    const gold = ring(new Sculpt(), 0.36, 0.33, 0.38, 0.035);
    for (let i = 0; i < 8; i++) {
      const a = (i / 8) * 6.283;
      gold.cone(
        [Math.sin(a) * 0.33, 0.36, Math.cos(a) * 0.38 - 0.06],
        [Math.sin(a) * 0.36, 0.56, Math.cos(a) * 0.41 - 0.06],
        0.05,
        0.015,
        0.02,
      );
    }
    return [layer(gold, { tone: 0.75, tint: [1, 0.82, 0.4] })];
  },
  chef: () => {
    const puff = new Sculpt()
      .ellipsoid(UNIT, [0, 0.78, -0.06], [0.46, 0.24, 0.48], 0.05)
      .cone([0, 0.2, -0.06], [0, 0.7, -0.06], 0.39, 0.4, 0.08);
    for (let i = 0; i < 9; i++) puff.ball([Math.sin(i * 0.7) * 0.36, 0.82, Math.cos(i * 0.7) * 0.36 - 0.06], 0.17, 0.04);
    return [layer(puff, { tone: 0.96, tint: [1, 1, 1] })];
  },
  veil: () => {
    const cloth = new Sculpt()
      .ellipsoid(UNIT, [0, 0.15, -0.1], [0.4, 0.43, 0.48], 0.06)
      .cone([0, 0.0, -0.22], [0, -0.85, -0.28], 0.38, 0.5, 0.14);
    cloth.ellipsoid(UNIT, [0, -0.22, 0.46], [0.33, 0.6, 0.5], 0.05, { carve: true });
    const coif = ring(new Sculpt(), 0.24, 0.345, 0.42, 0.04, 0.05);
    return [layer(cloth), layer(coif, { tone: 0.96, tint: [1, 1, 1] })];
  },
};

/** Adds head gear in the look's hat paint. */
export function buildHat({ look, add }: HeadBench, hat: HatStyle): void {
  for (const { clay, stuff } of HATS[hat]())
    add(clay, { tone: look.hatPaint.tone, tint: look.hatPaint.tint, soft: 'cloth', crease: 0.015, ...stuff }, { soften: 2 });
}
