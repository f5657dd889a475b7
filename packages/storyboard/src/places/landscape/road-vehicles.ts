/** @file Cars, vans, trucks and buses at true scale. Local +z is the way they drive; the wheels stand on y = 0. */
import type { V2, V3 } from '../../world/vector.js';
import { writeSign } from './lettering.js';
import { Local } from './local.js';
import { DARK_GLASS, type Paint, RUBBER, shade, STEEL, TAIL_LIGHT } from './materials.js';

/** What differs from car to car. */
export interface VehicleOptions {
  /** Paint of the body. */
  paint: Paint;
  /** Headlights on. */
  lights?: boolean;
}

/** Outline of a body from the side, its width, and where its glass is. */
interface BodyShape {
  outline: readonly V2[];
  half: (y: number) => number;
  /** Quadrangles of side glass, in (z, y). */
  sideGlass: readonly (readonly V2[])[];
  /** Pairs of outline points between which the windscreen and the rear window lie. */
  screens: readonly (readonly [V2, V2])[];
  axles: readonly number[];
  wheel: number;
  front: number;
  rear: number;
  lampY: number;
}

const SALOON: BodyShape = {
  outline: [
    [-2.2, 0.34],
    [-2.24, 0.72],
    [-2.12, 0.98],
    [-1.6, 1.02],
    [-0.98, 1.42],
    [0.22, 1.45],
    [0.98, 1.0],
    [1.9, 0.86],
    [2.2, 0.66],
    [2.22, 0.34],
    [1.9, 0.22],
    [-1.9, 0.22],
  ],
  half: (y) => (y > 1.02 ? 0.88 - (y - 1.02) * 0.46 : y < 0.3 ? 0.8 : 0.89),
  sideGlass: [
    [
      [-0.32, 1.03],
      [-1.28, 1.04],
      [-0.92, 1.36],
      [-0.36, 1.37],
    ],
    [
      [0.78, 1.02],
      [-0.24, 1.03],
      [-0.28, 1.38],
      [0.2, 1.38],
    ],
  ],
  screens: [
    [
      [0.98, 1.0],
      [0.22, 1.45],
    ],
    [
      [-0.98, 1.42],
      [-1.6, 1.02],
    ],
  ],
  axles: [1.36, -1.36],
  wheel: 0.33,
  front: 2.21,
  rear: -2.23,
  lampY: 0.62,
};

const VAN: BodyShape = {
  outline: [
    [-2.5, 0.36],
    [-2.52, 1.2],
    [-2.48, 2.1],
    [-2.3, 2.2],
    [1.3, 2.22],
    [1.72, 1.3],
    [2.42, 1.08],
    [2.56, 0.8],
    [2.56, 0.36],
    [2.2, 0.26],
    [-2.2, 0.26],
  ],
  half: (y) => (y > 1.2 ? 0.98 - (y - 1.2) * 0.1 : 0.98),
  sideGlass: [
    [
      [1.5, 1.26],
      [0.62, 1.26],
      [0.62, 1.86],
      [1.26, 1.86],
    ],
  ],
  screens: [
    [
      [1.72, 1.3],
      [1.3, 2.22],
    ],
  ],
  axles: [1.62, -1.5],
  wheel: 0.36,
  front: 2.55,
  rear: -2.5,
  lampY: 0.78,
};

/** Saloon car, 4.4 m. */
export function putCar(car: Local, options: VehicleOptions): void {
  buildBody(car, SALOON, options);
  for (const s of [-1, 1]) {
    for (const z of [-0.3, 0.9])
      car.line(
        [
          [s * 0.905, 0.3, z],
          [s * 0.905, 1.0, z],
        ],
        0.9,
        { bias: 0.05 },
      );
    for (const z of [-0.62, 0.42])
      car.line(
        [
          [s * 0.91, 0.86, z],
          [s * 0.91, 0.86, z + 0.16],
        ],
        1.8,
        { bias: 0.05 },
      );
    car.line(
      [
        [s * 0.905, 0.5, -2.1],
        [s * 0.905, 0.5, 2.1],
      ],
      0.7,
      { alpha: 0.6, bias: 0.05 },
    );
    car.box(s * 0.98, 0.98, 0.72, 0.16, 0.12, 0.1, options.paint);
  }
}

/** Police car: a white saloon with a dark band, a light bar and its word on the doors. */
export function putPoliceCar(
  car: Local,
  { lights = false, flashing = true }: { lights?: boolean; flashing?: boolean } = {},
): void {
  putCar(car, { paint: { tone: 0.96 }, lights });
  const band: Paint = { tone: 0.32, tint: [0.55, 0.66, 1], line: 0.7 };
  for (const s of [-1, 1]) {
    const side = car.part(s * 0.9, 0, 0, (s * Math.PI) / 2);
    side.panel(0.1 * s, 0.44, 0.015, 2.1, 0.44, band);
    writeSign(side, 'POLICE', 0.1 * s, 0.54, 0.03, 0.24, { tone: 1 });
  }
  car.box(0, 1.45, -0.25, 1.1, 0.05, 0.28, { tone: 0.2 });
  const beacon = (x: number, tint: V3): void => {
    car.box(x, 1.5, -0.25, 0.48, 0.12, 0.24, flashing ? { tone: 1, glow: 0.85, tint } : { tone: 0.5, tint });
  };
  beacon(-0.3, [0.4, 0.55, 1]);
  beacon(0.3, [1, 0.36, 0.32]);
  if (flashing) car.scene.lights.push({ p: car.p(0, 1.75, -0.25), power: 0.5, range: 6, warm: false });
}

/** Taxi: a saloon with a roof sign. */
export function putTaxi(car: Local, lights = false): void {
  putCar(car, { paint: { tone: 0.86, tint: [1, 0.86, 0.42] }, lights });
  car.box(0, 1.45, -0.2, 0.5, 0.16, 0.18, lights ? { tone: 1, glow: 0.9, tint: [1, 0.95, 0.75] } : { tone: 0.95 });
}

/** Delivery van, 5 m. */
export function putVan(van: Local, options: VehicleOptions): void {
  buildBody(van, VAN, options);
  for (const s of [-1, 1]) {
    for (const z of [0.5, 1.55])
      van.line(
        [
          [s * 0.99, 0.4, z],
          [s * 0.98, 1.2, z],
        ],
        0.9,
        { bias: 0.05 },
      );
    van.line(
      [
        [s * 0.99, 1.1, -2.3],
        [s * 0.99, 1.1, 0.4],
      ],
      0.8,
      { alpha: 0.6, bias: 0.05 },
    );
    van.box(s * 1.08, 1.3, 1.4, 0.18, 0.26, 0.08, { tone: 0.24 });
  }
  van.line(
    [
      [0, 0.5, -2.54],
      [0, 2.1, -2.51],
    ],
    0.9,
    { bias: 0.05 },
  );
}

/** Ambulance: a white van with a cross and a beacon. */
export function putAmbulance(van: Local, { lights = false }: { lights?: boolean } = {}): void {
  putVan(van, { paint: { tone: 0.97 }, lights });
  const red: Paint = { tone: 0.6, tint: [1, 0.4, 0.36], line: 0.7 };
  for (const s of [-1, 1]) {
    const side = van.part(s * 0.985, 0, -0.9, (s * Math.PI) / 2);
    side.panel(0, 0.72, 0.02, 2.6, 0.16, red);
    side.panel(0, 1.25, 0.03, 0.22, 0.66, red);
    side.panel(0, 1.47, 0.035, 0.66, 0.22, red);
  }
  van.box(
    0,
    2.22,
    0.9,
    1.2,
    0.14,
    0.26,
    lights ? { tone: 1, glow: 0.85, tint: [0.45, 0.6, 1] } : { tone: 0.5, tint: [0.5, 0.65, 1] },
  );
}

/** Truck with a box body, 8 m. */
export function putTruck(truck: Local, options: VehicleOptions): void {
  const cab = truck.part(0, 0, 2.9);
  cab.prism(
    [
      [-0.9, 0.55],
      [-0.9, 2.75],
      [-0.1, 2.85],
      [0.78, 2.5],
      [1.05, 1.5],
      [1.1, 0.55],
    ],
    1.15,
    options.paint,
  );
  for (const s of [-1, 1]) {
    cab.poly(
      [
        [s * 1.165, 1.5, 0.86],
        [s * 1.165, 1.5, -0.1],
        [s * 1.165, 2.3, -0.1],
        [s * 1.165, 2.3, 0.66],
      ],
      DARK_GLASS,
    );
    cab.line(
      [
        [s * 1.17, 0.7, -0.16],
        [s * 1.17, 2.4, -0.16],
      ],
      0.9,
      { bias: 0.05 },
    );
    cab.tube(
      [
        [s * 1.15, 2.2, 0.95],
        [s * 1.4, 2.1, 1.05],
        [s * 1.4, 1.6, 1.05],
      ],
      0.05,
      { tone: 0.2 },
      5,
    );
  }
  cab.poly(
    [
      [-1, 1.56, 1.06],
      [1, 1.56, 1.06],
      [1, 2.44, 0.83],
      [-1, 2.44, 0.83],
    ],
    DARK_GLASS,
  );
  for (const y of [0.95, 1.12, 1.29])
    cab.line(
      [
        [-0.7, y, 1.12],
        [0.7, y, 1.12],
      ],
      1.2,
      { bias: 0.06 },
    );
  cab.box(0, 0.45, 1.08, 2.3, 0.34, 0.2, STEEL);
  headlamps(cab, 0.82, 0.62, 1.2, options.lights ?? false, 1.1);
  truck.box(0, 1.0, -1.4, 2.4, 2.5, 5.9, { ...shade(options.paint, 1.1), tint: [0.96, 0.95, 0.9] });
  for (let z = -4; z < 1.4; z += 0.9)
    for (const s of [-1, 1])
      truck.line(
        [
          [s * 1.22, 1.05, z],
          [s * 1.22, 3.45, z],
        ],
        0.6,
        { alpha: 0.5, bias: 0.05 },
      );
  truck.box(0, 0.7, -0.6, 1.0, 0.3, 7, { tone: 0.22 });
  for (const z of [3.1, -2.4, -3.5]) wheels(truck, z, 0.5, 1.2, 0.34);
}

/** City bus, 11 m. */
export function putBus(bus: Local, options: VehicleOptions & { litInside?: boolean }): void {
  const [length, half, top] = [11, 1.26, 3.0];
  const z0 = -length / 2;
  bus.prism(
    [
      [z0, 0.36],
      [z0, 2.9],
      [z0 + 0.2, top],
      [-z0 - 0.3, top],
      [-z0, 2.8],
      [-z0 + 0.06, 0.36],
    ],
    half,
    options.paint,
  );
  const glass: Paint = options.litInside ? { tone: 1, glow: 0.85, tint: [1, 0.93, 0.7], line: 0.8 } : DARK_GLASS;
  for (const s of [-1, 1]) {
    const side = bus.part(s * half, 0, 0, (s * Math.PI) / 2);
    for (let i = 0; i < 6; i++) side.panel(-4.4 * s + i * 1.62 * s, 1.35, 0.02, 1.46, 1.05, glass);
    side.line(
      [
        [-5.3, 1.1, 0.02],
        [5.3, 1.1, 0.02],
      ],
      1,
      { alpha: 0.7 },
    );
    for (const x of [4.5, -0.6]) side.outline(-x * s, 0.45, 0.03, 1.1, 2, 1);
  }
  bus.panel(0, 1.2, -z0 + 0.075, 2.2, 1.4, glass);
  bus.panel(0, 2.64, -z0 + 0.09, 1.5, 0.22, { tone: 0.2 });
  headlamps(bus, 0.95, 0.6, -z0 + 0.08, options.lights ?? false, 0.2);
  for (const z of [3.4, -2.9]) wheels(bus, z, 0.48, 1.28, 0.3);
}

/** Farm tractor. */
export function putTractor(tractor: Local, paint: Paint): void {
  tractor.prism(
    [
      [-0.9, 0.7],
      [-0.9, 1.2],
      [-0.2, 1.3],
      [1.5, 1.25],
      [1.6, 0.7],
    ],
    0.36,
    paint,
  );
  for (const y of [0.85, 1.0, 1.12])
    tractor.line(
      [
        [-0.28, y, 1.62],
        [0.28, y, 1.62],
      ],
      1.1,
      { bias: 0.05 },
    );
  for (const s of [-1, 1]) {
    tractor.wheel(s * 0.78, 0.78, -0.6, 0.78, 0.42, RUBBER, 18);
    tractor.wheel(s * 1.0, 0.78, -0.6, 0.34, 0.02, { tone: 0.9, tint: [1, 0.85, 0.4] }, 12);
    tractor.wheel(s * 0.6, 0.42, 1.25, 0.42, 0.26, RUBBER, 16);
    tractor.box(s * 0.55, 1.55, -0.6, 0.5, 0.06, 1.1, paint);
    for (const z of [-1.1, 0.1])
      tractor.tube(
        [
          [s * 0.5, 1.2, z],
          [s * 0.46, 2.4, z],
        ],
        0.04,
        { tone: 0.25 },
        5,
      );
  }
  tractor.box(0, 2.4, -0.5, 1.2, 0.08, 1.5, paint);
  tractor.tube(
    [
      [0.25, 1.2, 1.0],
      [0.25, 2.1, 1.0],
    ],
    0.05,
    { tone: 0.22 },
    6,
  );
  tractor.box(0, 1.25, -0.85, 0.5, 0.5, 0.12, { tone: 0.25 });
}

/** Bicycle leaning on its stand. */
export function putBicycle(bike: Local): void {
  const paint: Paint = { tone: 0.3, tint: [0.9, 0.5, 0.45] };
  for (const z of [-0.52, 0.52]) {
    const rim: V3[] = Array.from({ length: 19 }, (_, i) => [
      0,
      0.34 + Math.sin((i / 18) * 6.2832) * 0.325,
      z + Math.cos((i / 18) * 6.2832) * 0.325,
    ]);
    bike.tube(rim, 0.018, RUBBER, 5);
    for (let i = 0; i < 6; i++) bike.line([rim[i * 3], [0, 0.34, z]], 0.5, { alpha: 0.6 });
  }
  const frame: [V3, V3][] = [
    [
      [0, 0.34, -0.52],
      [0, 0.8, -0.2],
    ],
    [
      [0, 0.34, -0.52],
      [0, 0.32, -0.05],
    ],
    [
      [0, 0.32, -0.05],
      [0, 0.86, -0.22],
    ],
    [
      [0, 0.32, -0.05],
      [0, 0.78, 0.36],
    ],
    [
      [0, 0.78, -0.2],
      [0, 0.8, 0.36],
    ],
    [
      [0, 0.34, 0.52],
      [0, 0.98, 0.32],
    ],
  ];
  for (const [a, b] of frame) bike.tube([a, b], 0.02, paint, 5);
  bike.tube(
    [
      [-0.28, 1.0, 0.24],
      [0, 0.98, 0.34],
      [0.28, 1.0, 0.24],
    ],
    0.016,
    { tone: 0.2 },
    5,
  );
  bike.box(0, 0.88, -0.24, 0.13, 0.05, 0.26, { tone: 0.18 });
}

function buildBody(car: Local, shape: BodyShape, { paint, lights = false }: VehicleOptions): void {
  car.prism(shape.outline, (_, y) => shape.half(y), paint);
  for (const s of [-1, 1]) {
    for (const pane of shape.sideGlass) {
      car.poly(
        pane.map(([z, y]): V3 => [s * (shape.half(y) + 0.015), y, z]),
        DARK_GLASS,
      );
    }
  }
  for (const [low, high] of shape.screens) {
    const at = (t: number, side: number): V3 => {
      const z = low[0] + (high[0] - low[0]) * t;
      const y = low[1] + (high[1] - low[1]) * t;
      return [side * (shape.half(y) - 0.08), y + 0.02, z + Math.sign(low[0] + high[0]) * 0.02];
    };
    car.poly([at(0.06, -1), at(0.06, 1), at(0.93, 1), at(0.93, -1)], DARK_GLASS);
  }
  const w = shape.half(0.6);
  for (const z of shape.axles) wheels(car, z, shape.wheel, w, 0.22);
  car.box(0, 0.34, shape.front - 0.02, w * 1.96, 0.16, 0.12, shade(paint, 0.7));
  car.box(0, 0.34, shape.rear + 0.02, w * 1.96, 0.16, 0.12, shade(paint, 0.7));
  car.panel(0, 0.36, shape.front + 0.06, 0.5, 0.12, { tone: 0.95, line: 0.7 });
  car.line(
    [
      [-0.4, shape.lampY, shape.front + 0.03],
      [0.4, shape.lampY, shape.front + 0.03],
    ],
    2,
    { bias: 0.06 },
  );
  headlamps(car, w - 0.24, shape.lampY - 0.06, shape.front + 0.02, lights, 0.9);
  const back = car.part(0, 0, shape.rear, Math.PI);
  for (const s of [-1, 1])
    back.panel(s * (w - 0.2), shape.lampY, 0.03, 0.3, 0.13, lights ? { ...TAIL_LIGHT, tone: 1, glow: 0.7 } : TAIL_LIGHT);
  back.panel(0, 0.6, 0.03, 0.5, 0.12, { tone: 0.95, line: 0.7 });
}

function headlamps(car: Local, x: number, y: number, z: number, on: boolean, reach: number): void {
  for (const s of [-1, 1])
    car.panel(s * x, y, z, 0.3, 0.15, on ? { tone: 1, glow: 1, tint: [1, 0.96, 0.82] } : { tone: 0.95, line: 0.8 });
  if (on) car.scene.lights.push({ p: car.p(0, y + 0.1, z + reach), power: 0.9, range: 7, warm: true });
}

/** A pair of wheels whose lower edge is the ground. */
function wheels(car: Local, z: number, radius: number, half: number, width: number): void {
  for (const s of [-1, 1]) {
    car.wheel(s * (half - width / 2 + 0.03), radius, z, radius, width, RUBBER, 16);
    car.wheel(s * (half + 0.035), radius, z, radius * 0.58, 0.02, { tone: 0.7, line: 0.8 }, 12);
  }
}
