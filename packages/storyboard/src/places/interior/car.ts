/** @file A car under way: driver and passenger behind the windscreen, dashboard, back bench, the road behind. */
import type { V3 } from '../../world/vector.js';
import { drawPassingCountry, drawSteeringWheel } from '../furniture/hull.js';
import { Local } from '../furniture/local.js';
import { sitAt, standAt } from '../furniture/marks.js';
import { accent, black, cloth, steel } from '../furniture/materials.js';
import type { PlaceGrammar } from '../place.js';

/** The inside of a car, truck, taxi or van, seen through its windscreen or from the back seat. */
export const car: PlaceGrammar = {
  name: 'car',
  words: [
    'car',
    'taxi',
    'cab',
    'pickup truck',
    'pickup',
    'truck',
    'truck cab',
    'van',
    'police car',
    'patrol car',
    'squad car',
    'jeep',
    'limousine',
    'limo',
    'sedan',
    'ambulance',
    'vehicle',
    'suv',
    'camper',
    'voiture',
    'camion',
    'auto',
    'wagen',
    'lastwagen',
    'lkw',
    'lieferwagen',
    'coche',
    'camión',
    'furgoneta',
    '汽车',
    '轿车',
    '车内',
    '出租车',
    '卡车',
    '警车',
    '面包车',
    '车里',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const paint = { tone: random.range(0.35, 0.7), tint: accent(random) };
    const fabric = cloth(random, 0.4);
    const trim: { tone: number; tint: V3 } = { tone: 0.3, tint: [0.92, 0.92, 1] };
    const town = /taxi|cab|police|limo|出租|警/.test(request.words) || random.chance(0.35);
    drawPassingCountry(k, 0.28, 'road', town);
    // Floor, bonnet, sills and doors up to the window line, boot, roof on its pillars.
    k.box(0, -0.05, 0, 1.5, 0.1, 2.9, trim);
    k.prism(
      [
        [1.05, 0.05],
        [2.3, 0.05],
        [2.36, 0.42],
        [2.2, 0.6],
        [1.05, 0.78],
      ],
      -0.8,
      0.8,
      paint,
    );
    k.line(
      [
        [-0.35, 0.79, 1.1],
        [-0.28, 0.64, 2.15],
      ],
      1,
    );
    k.line(
      [
        [0.35, 0.79, 1.1],
        [0.28, 0.64, 2.15],
      ],
      1,
    );
    for (const x of [-0.58, 0.58])
      k.lathe(
        x,
        0.36,
        2.34,
        [
          [0.001, 0],
          [0.11, 0.05],
          [0.11, 0.12],
          [0.001, 0.17],
        ],
        k.shine([1, 0.95, 0.8]),
        10,
      );
    k.prism(
      [
        [-2.2, 0.1],
        [-1.35, 0.1],
        [-1.35, 0.82],
        [-2.1, 0.8],
      ],
      -0.78,
      0.78,
      paint,
    );
    for (const s of [-1, 1]) {
      k.prism(
        [
          [-1.45, 0],
          [1.1, 0],
          [1.1, 0.76],
          [-1.45, 0.8],
        ],
        s * 0.74,
        s * 0.82,
        paint,
      );
      k.prism(
        [
          [-0.95, 0.12],
          [0.85, 0.12],
          [0.85, 0.72],
          [-0.95, 0.74],
        ],
        s * 0.7,
        s * 0.735,
        trim,
      );
      k.box(s * 0.66, 0.5, 0.05, 0.1, 0.06, 0.5, trim);
      k.tube(
        [
          [s * 0.76, 0.77, 1.05],
          [s * 0.62, 1.43, 0.26],
        ],
        0.035,
        paint,
        6,
      );
      k.tube(
        [
          [s * 0.76, 0.78, -0.35],
          [s * 0.64, 1.43, -0.42],
        ],
        0.035,
        paint,
        6,
      );
      k.tube(
        [
          [s * 0.76, 0.8, -1.4],
          [s * 0.6, 1.42, -1.0],
        ],
        0.05,
        paint,
        6,
      );
      k.box(s * 0.92, 0.78, 0.72, 0.2, 0.13, 0.08, paint);
      k.line(
        [
          [s * 0.825, 0.05, -0.32],
          [s * 0.825, 0.76, -0.32],
        ],
        1,
      );
      k.box(s * 0.83, 0.6, -0.15, 0.03, 0.03, 0.14, steel);
    }
    k.prism(
      [
        [-1.04, 1.42],
        [0.3, 1.43],
        [0.18, 1.51],
        [-0.92, 1.51],
      ],
      -0.64,
      0.64,
      paint,
    );
    k.box(0, 1.36, 0.2, 0.24, 0.06, 0.03, black);
    k.tube(
      [
        [0, 1.44, 0.26],
        [0, 1.4, 0.22],
      ],
      0.01,
      black,
      4,
    );
    // Dashboard with dials, wheel, wipers.
    k.prism(
      [
        [0.62, 0.42],
        [1.05, 0.42],
        [1.05, 0.78],
        [0.8, 0.82],
        [0.62, 0.7],
      ],
      -0.7,
      0.7,
      trim,
    );
    for (const x of [0.28, 0.44])
      k.face(
        Array.from(
          { length: 12 },
          (_, i) => [x - Math.sin((i / 12) * Math.PI * 2) * 0.06, 0.66 + Math.cos((i / 12) * Math.PI * 2) * 0.06, 0.615] as V3,
        ),
        { tone: 0.9, glow: k.dark ? 0.7 : undefined, tint: [0.85, 0.95, 0.8], line: 0.9 },
      );
    k.box(0, 0.52, 0.61, 0.24, 0.12, 0.03, black);
    k.box(-0.36, 0.52, 0.61, 0.36, 0.1, 0.02, { tone: 0.4 });
    drawSteeringWheel(k.at(0.36, 0.68, 0.46), 0.18, black, 0.35);
    for (const x of [-0.3, 0.3])
      k.line(
        [
          [x, 0.8, 1.03],
          [x + 0.34, 0.9, 0.9],
        ],
        1.6,
      );
    // Seats: two in front, a bench behind.
    for (const x of [0.36, -0.36]) {
      k.prism(
        [
          [-0.3, 0.1],
          [0.2, 0.1],
          [0.24, 0.32],
          [-0.3, 0.28],
        ],
        x - 0.25,
        x + 0.25,
        fabric,
      );
      k.prism(
        [
          [-0.34, 0.28],
          [-0.18, 0.3],
          [-0.36, 0.84],
          [-0.48, 0.84],
        ],
        x - 0.24,
        x + 0.24,
        fabric,
      );
      k.prism(
        [
          [-0.46, 0.87],
          [-0.38, 0.87],
          [-0.4, 1.05],
          [-0.48, 1.05],
        ],
        x - 0.13,
        x + 0.13,
        fabric,
      );
      k.tube(
        [
          [x, 0.82, -0.42],
          [x, 0.9, -0.43],
        ],
        0.012,
        steel,
        4,
      );
    }
    k.prism(
      [
        [-1.15, 0.1],
        [-0.62, 0.1],
        [-0.6, 0.3],
        [-1.1, 0.28],
      ],
      -0.66,
      0.66,
      fabric,
    );
    k.prism(
      [
        [-1.15, 0.28],
        [-1.05, 0.3],
        [-1.22, 0.86],
        [-1.32, 0.84],
      ],
      -0.66,
      0.66,
      fabric,
    );
    k.light(0, 1.3, 0.6, 0.5, 1.9, false, true);
    k.light(0.35, 0.8, 0.35, 0.3, 1.3);
    if (!k.dark) k.scene.lights.push({ p: k.point(0, 1.0, 1.5), power: 0.4, range: 3 });
    return {
      marks: [
        { at: k.point(0.36, -0.02, 0.02), yaw: k.yaw - 0.18, kind: 'drive', seatHeight: 0.3 },
        { at: k.point(-0.36, -0.02, 0.02), yaw: k.yaw + 0.25, kind: 'sit', seatHeight: 0.3 },
        sitAt(k.at(0, -0.02, 0), 0.36, -0.8, 0.2, 3, 0.32),
        sitAt(k.at(0, -0.02, 0), -0.36, -0.8, -0.2, 3, 0.32),
        standAt(k.at(0, -0.26, 0), 1.35, 0.2, 0.3, 0.1),
        standAt(k.at(0, -0.26, 0), -1.35, 0.2, -0.3, 0.1),
        standAt(k.at(0, -0.26, 0), 1.4, 2.2, 0, 0),
      ],
      views: [
        { eye: k.point(-0.45, 1.26, 2.75), target: k.point(0.05, 0.9, -0.1), fov: 38 },
        { eye: k.point(-0.12, 1.02, -0.98), target: k.point(0.12, 0.86, 0.9), fov: 62 },
        { eye: k.point(2.1, 1.08, 0.85), target: k.point(0, 0.82, -0.02), fov: 38 },
      ],
      centre: k.point(0, 0.6, 0),
      radius: 3.2,
      interior: true,
      bounds: { min: k.point(-2.4, -0.28, -2), max: k.point(2.4, 1.8, 3.2) },
      lamp: k.point(0, 1.15, 0.7),
      daylight: [0.55, 0.75, 0.6],
      exit: k.point(1.4, -0.26, 0.1),
    };
  },
};
