/** @file Things that hands hold, small enough to be built with the figure. */
import { type V3, add, cross, mad, mul, norm } from '../world/vector.js';
import { type HandFrame, handFrame } from './hands.js';
import type { Stuff } from './head-bench.js';
import type { PropName } from './poses.js';
import { Sculpt } from './sculpt.js';
import type { Rig } from './skeleton.js';

interface PropPiece {
  clay: Sculpt;
  stuff: Stuff;
}
type Prop = (hand: HandFrame, rig: Rig) => PropPiece[];

const UP: V3 = [0, 1, 0];
const piece = (clay: Sculpt, tone: number, tint?: V3, more?: Partial<Stuff>): PropPiece => ({
  clay,
  stuff: { tone, tint, soft: 'cloth', crease: 0.05, ...more },
});

/** A flat panel as a squashed cone between two points. */
const panel = (a: V3, b: V3, wide: number, thin: V3, share = 0.12): Sculpt =>
  new Sculpt().cone(a, b, wide, wide, 0.001, { flat: [thin, share] });
const across = (rig: Rig): V3 => norm(cross(UP, rig.chest.z));
/** In front of both hands' middle. */
const between = (rig: Rig): V3 => mul(add(handFrame(rig, 0).at, handFrame(rig, 1).at), 0.5);

const PROPS: Record<PropName, Prop> = {
  cup: ({ at, aim }) => {
    const foot = mad(mad(at, aim, 0.02), UP, -0.045);
    const body = new Sculpt().cone(foot, mad(foot, UP, 0.085), 0.033, 0.04, 0.005, { cut: true });
    return [piece(body, 0.9)];
  },
  glass: ({ at, thumb }) => [
    piece(
      new Sculpt().cone(mad(at, thumb, -0.05), mad(at, thumb, 0.065), 0.026, 0.032, 0.005, { cut: true }),
      0.85,
      [0.9, 0.97, 1],
    ),
  ],
  bottle: ({ at, thumb }) => [
    piece(
      new Sculpt()
        .cone(mad(at, thumb, -0.1), mad(at, thumb, 0.06), 0.034, 0.034, 0.005)
        .cone(mad(at, thumb, 0.06), mad(at, thumb, 0.16), 0.016, 0.013, 0.03),
      0.3,
      [0.7, 0.95, 0.75],
    ),
  ],
  phone: ({ at, aim, palm }) => [
    piece(
      new Sculpt().box(
        { o: mad(mad(at, aim, 0.02), palm, 0.004), x: norm(cross(aim, palm)), y: aim, z: palm },
        [0.036, 0.072, 0.006],
      ),
      0.12,
    ),
  ],
  book: (_hand, rig) => {
    const c = between(rig);
    const x = across(rig);
    const tilt = norm(add(mul(UP, 0.75), mul(rig.chest.z, 0.55)));
    const face = norm(cross(x, tilt));
    return [1, -1].map((s) => {
      const mid = add(mad(mad(c, x, s * 0.06), tilt, 0.05), mul(rig.chest.z, 0.03));
      const z = norm(mad(face, x, s * 0.3));
      return piece(new Sculpt().box({ o: mid, x: norm(cross(tilt, z)), y: tilt, z }, [0.068, 0.095, 0.01]), 0.93, [1, 0.97, 0.9]);
    });
  },
  paper: ({ at, aim, palm }) => [
    piece(
      new Sculpt().box({ o: mad(at, aim, 0.09), x: norm(cross(aim, palm)), y: aim, z: palm }, [0.1, 0.14, 0.004], 0.003),
      0.96,
    ),
  ],
  letter: ({ at, aim, palm }) => [
    piece(
      new Sculpt().box({ o: mad(at, aim, 0.06), x: norm(cross(aim, palm)), y: aim, z: palm }, [0.06, 0.085, 0.004], 0.003),
      0.96,
      [1, 0.98, 0.92],
    ),
  ],
  gun: ({ at, aim, thumb, palm }) => {
    const grip = mad(at, palm, -0.004);
    const top = mad(grip, thumb, 0.038);
    const body = new Sculpt()
      .cone(mad(top, aim, -0.035), mad(top, aim, 0.135), 0.0155, 0.0145, 0.004)
      .cone(mad(grip, thumb, -0.045), top, 0.018, 0.016, 0.008);
    return [piece(body, 0.12)];
  },
  rifle: (_hand, rig) => {
    const back = handFrame(rig, 1).at;
    const way = norm(add(handFrame(rig, 0).at, mul(back, -1)));
    const line = new Sculpt().cone(mad(back, way, 0.05), mad(back, way, 0.72), 0.017, 0.013, 0.005);
    const stock = new Sculpt()
      .cone(mad(mad(back, way, -0.26), UP, -0.045), mad(back, way, 0.05), 0.04, 0.022, 0.01)
      .cone(mad(back, way, 0.05), mad(back, way, 0.38), 0.024, 0.02, 0.01);
    stock.cone(mad(mad(back, way, 0.14), UP, -0.1), mad(back, way, 0.12), 0.017, 0.017, 0.005);
    return [piece(line, 0.12), piece(stock, 0.3, [1, 0.8, 0.6])];
  },
  knife: ({ at, thumb, aim }) => [
    piece(new Sculpt().cone(mad(at, thumb, -0.04), mad(at, thumb, 0.04), 0.014, 0.014), 0.15),
    piece(panel(mad(at, thumb, 0.05), mad(mad(at, thumb, 0.21), aim, 0.01), 0.016, cross(thumb, aim), 0.2), 0.9),
  ],
  lantern: ({ at }) => {
    const top = mad(at, UP, -0.05);
    const cage = new Sculpt()
      .cone(mad(top, UP, -0.03), mad(top, UP, -0.075), 0.02, 0.065, 0.01)
      .cone(mad(top, UP, -0.235), mad(top, UP, -0.26), 0.068, 0.072, 0.01, { cut: true });
    for (let i = 0; i < 4; i++) {
      const d: V3 = [Math.cos(i * 1.571 + 0.6) * 0.058, 0, Math.sin(i * 1.571 + 0.6) * 0.058];
      cage.cone(add(mad(top, UP, -0.08), d), add(mad(top, UP, -0.24), d), 0.006, 0.006, 0.002);
    }
    cage.cone(at, mad(top, UP, -0.03), 0.006, 0.006, 0.002);
    const flame = new Sculpt().cone(mad(top, UP, -0.2), mad(top, UP, -0.1), 0.045, 0.045, 0.01);
    return [piece(cage, 0.2), piece(flame, 1, [1, 0.86, 0.5], { glow: 1, line: 0.4 })];
  },
  torch: ({ at, aim, thumb }) => {
    const way = norm(add(aim, mul(thumb, 0.2)));
    return [
      piece(
        new Sculpt()
          .cone(mad(at, way, -0.07), mad(at, way, 0.09), 0.016, 0.018)
          .cone(mad(at, way, 0.09), mad(at, way, 0.13), 0.02, 0.03),
        0.15,
      ),
      piece(new Sculpt().ball(mad(at, way, 0.142), 0.024), 1, [1, 0.93, 0.7], { glow: 1, line: 0.4 }),
    ];
  },
  box: (_hand, rig) => {
    const c = mad(mad(between(rig), UP, 0.1), rig.chest.z, 0.06);
    const x = across(rig);
    return [piece(new Sculpt().box({ o: c, x, y: UP, z: norm(cross(x, UP)) }, [0.19, 0.13, 0.14]), 0.62, [1, 0.85, 0.65])];
  },
  bag: ({ at }) => {
    const c = mad(at, UP, -0.2);
    return [
      piece(
        new Sculpt()
          .cone(mad(c, [0, 0, 1], -0.1), mad(c, [0, 0, 1], 0.1), 0.11, 0.11, 0.02, { flat: [[1, 0, 0], 0.5] })
          .cone(at, mad(c, UP, 0.1), 0.01, 0.012),
        0.3,
        [1, 0.8, 0.62],
      ),
    ];
  },
  umbrella: ({ at }) => {
    const top = mad(at, UP, 0.62);
    const frame = { o: top, x: [1, 0, 0] as V3, y: UP, z: [0, 0, 1] as V3 };
    const roof = new Sculpt()
      .ellipsoid(frame, [0, -0.26, 0], [0.56, 0.3, 0.56], 0.01, { above: -0.22 })
      .ellipsoid(frame, [0, -0.3, 0], [0.55, 0.29, 0.55], 0.01, { carve: true });
    return [piece(roof, 0.16), piece(new Sculpt().cone(mad(at, UP, -0.08), mad(top, UP, 0.08), 0.009, 0.007), 0.2)];
  },
  stick: ({ at }) => [
    piece(
      new Sculpt().cone(mad(at, UP, 0.06), [at[0], Math.max(0.02, at[1] - 0.8), at[2] + 0.06], 0.014, 0.011),
      0.3,
      [1, 0.8, 0.6],
    ),
  ],
  pen: ({ at, thumb, aim }) => [
    piece(new Sculpt().cone(mad(mad(at, thumb, 0.05), aim, -0.02), mad(mad(at, aim, 0.055), thumb, -0.03), 0.005, 0.004), 0.12),
  ],
  oar: (_hand, rig) => {
    const pieces: PropPiece[] = [];
    for (const side of [0, 1]) {
      const hand = handFrame(rig, side).at;
      const out = norm(mad(mad(across(rig), UP, side ? 0.25 : -0.25), rig.chest.z, side ? 0.15 : -0.15));
      const way = mul(out, side ? -1 : 1);
      pieces.push(
        piece(
          new Sculpt()
            .cone(mad(hand, way, -0.1), mad(hand, way, 1.35), 0.017, 0.02)
            .cone(mad(hand, way, 1.4), mad(hand, way, 1.8), 0.06, 0.075, 0.05, { flat: [UP, 0.25] }),
          0.55,
          [1, 0.85, 0.65],
        ),
      );
    }
    return pieces;
  },
  fork: ({ at, thumb, aim }) => [
    piece(
      new Sculpt()
        .cone(mad(at, thumb, -0.05), mad(mad(at, thumb, 0.07), aim, 0.02), 0.006, 0.005)
        .cone(mad(at, thumb, 0.07), mad(mad(at, thumb, 0.11), aim, 0.03), 0.012, 0.01),
      0.75,
    ),
  ],
  flower: ({ at, thumb }) => [
    piece(new Sculpt().cone(mad(at, thumb, -0.12), mad(at, thumb, 0.16), 0.006, 0.005), 0.4, [0.7, 0.95, 0.6]),
    piece(new Sculpt().ball(mad(at, thumb, 0.18), 0.04).ball(mad(mad(at, thumb, 0.15), UP, 0.05), 0.035), 0.5, [1, 0.45, 0.45]),
  ],
  microphone: ({ at, thumb }) => [
    piece(
      new Sculpt().cone(mad(at, thumb, -0.1), mad(at, thumb, 0.07), 0.013, 0.018).ball(mad(at, thumb, 0.095), 0.03, 0.005),
      0.15,
    ),
  ],
  key: ({ at, aim }) => [piece(new Sculpt().cone(at, mad(at, aim, 0.09), 0.006, 0.006), 0.75, [1, 0.85, 0.5])],
  camera: (_hand, rig) => {
    const c = mad(between(rig), UP, 0.055);
    const x = across(rig);
    return [
      piece(
        new Sculpt()
          .box({ o: c, x, y: UP, z: norm(cross(x, UP)) }, [0.07, 0.045, 0.035])
          .cone(c, mad(c, rig.head.z, 0.1), 0.036, 0.04, 0.01, { cut: true }),
        0.14,
      ),
    ];
  },
};

/** The pieces of a thing in the hand of a side (0 left, 1 right). Lengths of things don't scale with their bearer. */
export function buildProp(name: PropName, rig: Rig, side: number): PropPiece[] {
  if (!(name in PROPS)) throw new RangeError(`addActor: no prop '${name}'; expected one of ${PROP_NAMES.join(', ')}`);
  return PROPS[name](handFrame(rig, side), rig);
}

/** All things that can be held. */
export const PROP_NAMES = Object.keys(PROPS) as PropName[];
