/**
 * @file Things that fill an insert, lying or standing on a surface: a letter, a key, a gun. Each is small geometry with a few
 * drawn lines; what is not known becomes a parcel. Real sizes in metres, the origin in the middle of the surface.
 */
import { at, circle, disc, extruded, lines, polygon, ringOf, slab, turned, yawOf } from './flat-shapes.js';
import { type Basis, basis, type V3 } from './vector.js';
import type { Scene } from './scene.js';

/** A thing that can be shown, and how large it is seen from above. */
export interface Prop {
  name: string;
  /** Radius of what the frame has to hold, metres. */
  radius: number;
  /** Height of its middle above the surface, metres. */
  middle: number;
}

type Builder = (scene: Scene, on: Basis) => void;

const PAPER = { tone: 0.97, tint: [1, 0.97, 0.9] as V3 };
const DARK = { tone: 0.16, tint: [0.95, 0.97, 1] as V3 };
const METAL = { tone: 0.62, tint: [0.95, 0.98, 1] as V3 };
const BRASS = { tone: 0.66, tint: [1, 0.86, 0.5] as V3 };
const WOOD = { tone: 0.42, tint: [0.9, 0.7, 0.5] as V3 };
const LEATHER = { tone: 0.3, tint: [1, 0.75, 0.55] as V3 };

/** Words by which things are asked for, in the order in which they are tried; size, and how they are built. */
const PROPS: readonly (Prop & { words: RegExp; build: Builder })[] = [
  {
    name: 'phone',
    words: /phone|mobile|cell|smartphone|text message|手机|电话|handy|téléphone|teléfono/,
    radius: 0.11,
    middle: 0.01,
    build: phone,
  },
  {
    name: 'letter',
    words: /letter|envelope|note\b|message|telegram|postcard|invitation|信|brief\b|lettre|carta/,
    radius: 0.14,
    middle: 0.01,
    build: letter,
  },
  { name: 'photo', words: /photo|picture|portrait|polaroid|snapshot|照片|foto/, radius: 0.11, middle: 0.01, build: photo },
  {
    name: 'knife',
    words: /knife|dagger|blade|razor|scalpel|刀|messer|couteau|cuchillo/,
    radius: 0.17,
    middle: 0.01,
    build: knife,
  },
  { name: 'gun', words: /gun|pistol|revolver|weapon|枪|pistole|arme\b|pistola/, radius: 0.15, middle: 0.015, build: gun },
  { name: 'key', words: /\bkeys?\b|钥匙|schlüssel|\bclé|llave/, radius: 0.07, middle: 0.005, build: key },
  {
    name: 'watch',
    words: /watch|clock|表|\buhr|montre|reloj|compass|medal|locket|coin/,
    radius: 0.08,
    middle: 0.01,
    build: watch,
  },
  {
    name: 'glass',
    words: /glass|whisky|whiskey|drink|wine|cup|mug|coffee|tea|杯|glas\b|verre|vaso/,
    radius: 0.11,
    middle: 0.06,
    build: glass,
  },
  {
    name: 'bottle',
    words: /bottle|pill|medicine|vial|poison|瓶|flasche|bouteille|botella/,
    radius: 0.17,
    middle: 0.12,
    build: bottle,
  },
  {
    name: 'bag',
    words: /bag|case|briefcase|suitcase|purse|wallet|包|tasche|valise|maleta/,
    radius: 0.3,
    middle: 0.13,
    build: bag,
  },
  { name: 'ring', words: /\bring\b|necklace|jewel|戒指/, radius: 0.035, middle: 0.008, build: ring },
  { name: 'candle', words: /candle|lantern|lamp|match|lighter|蜡烛|kerze|bougie|vela/, radius: 0.14, middle: 0.1, build: candle },
  {
    name: 'book',
    words:
      /book|diary|journal|bible|ledger|notebook|map|log\b|file|folder|newspaper|document|papers?|contract|书|buch|livre|libro/,
    radius: 0.19,
    middle: 0.03,
    build: book,
  },
  { name: 'parcel', words: /./, radius: 0.2, middle: 0.08, build: parcel },
];

/**
 * Finds the thing that words name.
 *
 * @param words - `'a torn letter'`, `'PHONE'`.
 * @returns The thing; a parcel where none is known.
 */
export function propFor(words: string): Prop {
  const { name, radius, middle } = entryFor(words);
  return { name, radius, middle };
}

/**
 * Puts a thing on a surface.
 *
 * @param scene - Gets the thing.
 * @param words - What it is.
 * @param place - Where on the surface.
 * @param yaw - How it is turned, radians.
 * @returns The thing that was built.
 */
export function addProp(scene: Scene, words: string, place: V3, yaw: number): Prop {
  const entry = entryFor(words);
  entry.build(scene, basis(place, yaw));
  return propFor(words);
}

function entryFor(words: string): (typeof PROPS)[number] {
  const lower = words.toLowerCase();
  return PROPS.find((prop) => prop.words.test(lower)) ?? PROPS[PROPS.length - 1];
}

function phone(scene: Scene, on: Basis): void {
  scene.box(on.o, 0.076, 0.009, 0.155, DARK, yawOf(on));
  slab(scene, on, 0.068, 0.142, 0.0095, { tone: 0.9, glow: 0.75, tint: [0.8, 0.9, 1] });
  for (const [z, w] of [
    [-0.045, 0.05],
    [-0.03, 0.04],
    [0.0, 0.046],
    [0.015, 0.03],
  ]) {
    lines(scene, on, [[-w / 2, z, w / 2, z]], 0.0105, 0.9);
  }
}

function letter(scene: Scene, on: Basis): void {
  slab(scene, on, 0.23, 0.12, 0.002, { tone: 0.8, tint: [1, 0.93, 0.8] });
  lines(
    scene,
    on,
    [
      [-0.115, -0.06, 0, 0.012],
      [0.115, -0.06, 0, 0.012],
    ],
    0.003,
    0.8,
  );
  const sheet = turned(on, 0.28, [0.02, 0.004, 0.015]);
  slab(scene, sheet, 0.13, 0.17, 0, PAPER);
  const rows: [number, number, number, number][] = [];
  for (let i = 0; i < 9; i++)
    rows.push([-0.05, -0.062 + i * 0.014, i === 8 ? -0.012 : 0.05 - ((i * 37) % 5) * 0.004, -0.062 + i * 0.014]);
  lines(scene, sheet, rows, 0.001, 0.55, 1.4);
}

function photo(scene: Scene, on: Basis): void {
  slab(scene, on, 0.11, 0.15, 0.002, PAPER);
  slab(scene, on, 0.094, 0.112, 0.003, { tone: 0.55, tint: [1, 0.93, 0.8] }, [0, -0.012]);
  for (const x of [-0.02, 0.022]) {
    disc(scene, on, [x, -0.02], 0.013, 0.0045, { tone: 0.82, tint: [1, 0.9, 0.8] });
    slab(scene, on, 0.036, 0.04, 0.004, { tone: 0.25 }, [x, 0.016]);
  }
}

function knife(scene: Scene, on: Basis): void {
  polygon(
    scene,
    on,
    [
      [-0.02, -0.014],
      [0.15, -0.014],
      [0.17, -0.004],
      [0.14, 0.014],
      [-0.02, 0.014],
    ],
    0.006,
    METAL,
  );
  lines(scene, on, [[-0.01, 0.004, 0.14, 0.004]], 0.007, 0.6);
  scene.tube([at(on, -0.15, 0.014, 0), at(on, -0.02, 0.014, 0)], [0.014, 0.012], WOOD, 10);
  for (const x of [-0.12, -0.085, -0.05]) disc(scene, on, [x, 0], 0.004, 0.026, METAL);
}

function gun(scene: Scene, on: Basis): void {
  // Lies on its side, seen from above: slide, frame, grip, trigger guard.
  extruded(
    scene,
    on,
    [
      [-0.1, -0.05],
      [0.1, -0.05],
      [0.1, -0.018],
      [-0.1, -0.018],
    ],
    0.028,
    { ...DARK, tone: 0.24 },
  );
  extruded(
    scene,
    on,
    [
      [-0.09, -0.018],
      [0.03, -0.018],
      [0.02, 0.004],
      [-0.045, 0.004],
      [-0.07, 0.088],
      [-0.118, 0.08],
      [-0.098, 0],
    ],
    0.024,
    DARK,
  );
  scene.tube(
    [at(on, -0.04, 0.012, 0.004), at(on, -0.03, 0.012, 0.03), at(on, 0.005, 0.012, 0.028), at(on, 0.012, 0.012, 0)],
    [0.004, 0.004, 0.004, 0.004],
    DARK,
    6,
  );
  for (let i = 0; i < 5; i++) lines(scene, on, [[-0.09 + i * 0.008, -0.046, -0.09 + i * 0.008, -0.024]], 0.029, 0.8);
}

function key(scene: Scene, on: Basis): void {
  ringOf(scene, on, [-0.035, 0], 0.016, 0.004, BRASS);
  scene.tube([at(on, -0.02, 0.004, 0), at(on, 0.05, 0.004, 0)], [0.004, 0.0036], BRASS, 8);
  for (const [x, length] of [
    [0.034, 0.016],
    [0.046, 0.02],
  ]) {
    extruded(
      scene,
      on,
      [
        [x - 0.004, 0],
        [x + 0.003, 0],
        [x + 0.003, length],
        [x - 0.004, length],
      ],
      0.006,
      BRASS,
    );
  }
}

function watch(scene: Scene, on: Basis): void {
  scene.lathe(
    at(on, 0, 0, 0),
    [
      [0.034, 0],
      [0.036, 0.006],
      [0.032, 0.011],
    ],
    BRASS,
    28,
  );
  disc(scene, on, [0, 0], 0.03, 0.012, PAPER);
  for (let hour = 0; hour < 12; hour++) {
    const angle = (hour / 12) * 2 * Math.PI;
    const [s, c] = [Math.sin(angle), Math.cos(angle)];
    lines(scene, on, [[s * 0.023, c * 0.023, s * 0.027, c * 0.027]], 0.013, 1.1);
  }
  lines(
    scene,
    on,
    [
      [0, 0, 0.011, -0.008],
      [0, 0, -0.004, -0.02],
    ],
    0.0135,
    1.6,
  );
  const links: V3[] = Array.from({ length: 11 }, (_, i) =>
    at(on, 0.034 + i * 0.005, 0.004, -0.02 - Math.sin(i * 0.55) * 0.018 - i * 0.001),
  );
  scene.tube(
    links,
    links.map(() => 0.002),
    BRASS,
    6,
  );
}

function glass(scene: Scene, on: Basis): void {
  scene.lathe(
    on.o,
    [
      [0, 0.004],
      [0.032, 0.006],
      [0.034, 0.05],
    ],
    { tone: 0.55, tint: [1, 0.75, 0.4] },
    24,
    false,
  );
  disc(scene, on, [0, 0], 0.034, 0.05, { tone: 0.62, tint: [1, 0.78, 0.42] });
  scene.lathe(
    on.o,
    [
      [0.036, 0.05],
      [0.039, 0.1],
    ],
    { tone: 0.93, tint: [0.95, 0.98, 1] },
    24,
    false,
  );
  scene.line(circle(on, [0, 0], 0.039, 0.1), 1.3, { bias: 0.05 });
}

function bottle(scene: Scene, on: Basis): void {
  scene.lathe(
    on.o,
    [
      [0, 0],
      [0.036, 0],
      [0.037, 0.14],
      [0.03, 0.165],
      [0.013, 0.19],
      [0.013, 0.235],
      [0.016, 0.236],
      [0.016, 0.25],
      [0, 0.25],
    ],
    { tone: 0.35, tint: [0.6, 0.8, 0.6] },
    24,
    false,
  );
  scene.lathe(
    on.o,
    [
      [0.0378, 0.04],
      [0.0378, 0.115],
    ],
    PAPER,
    24,
  );
}

function bag(scene: Scene, on: Basis): void {
  scene.box(on.o, 0.42, 0.27, 0.12, LEATHER, yawOf(on));
  scene.tube(
    [at(on, -0.07, 0.27, 0), at(on, -0.06, 0.32, 0), at(on, 0.06, 0.32, 0), at(on, 0.07, 0.27, 0)],
    [0.01, 0.01, 0.01, 0.01],
    LEATHER,
    8,
  );
  for (const x of [-0.12, 0.12]) scene.box(at(on, x, 0.17, 0.064), 0.04, 0.05, 0.01, BRASS, yawOf(on));
  scene.line([at(on, -0.21, 0.2, 0.061), at(on, 0.21, 0.2, 0.061)], 1);
}

function ring(scene: Scene, on: Basis): void {
  ringOf(scene, on, [0, 0], 0.01, 0.0022, BRASS);
  scene.lathe(
    at(on, 0, 0.004, -0.011),
    [
      [0, 0],
      [0.0035, 0.002],
      [0.004, 0.004],
      [0, 0.007],
    ],
    { tone: 1, tint: [0.9, 0.97, 1] },
    8,
  );
}

function candle(scene: Scene, on: Basis): void {
  scene.lathe(
    on.o,
    [
      [0, 0],
      [0.06, 0],
      [0.065, 0.012],
      [0.02, 0.014],
    ],
    BRASS,
    24,
    false,
  );
  scene.lathe(
    on.o,
    [
      [0.018, 0.012],
      [0.017, 0.13],
      [0, 0.132],
    ],
    PAPER,
    18,
    false,
  );
  const flame = scene.surf({ tone: 1, glow: 1, tint: [1, 0.86, 0.5], line: 0.6 });
  scene.poly([at(on, 0, 0.135, 0), at(on, 0.009, 0.15, 0), at(on, 0, 0.178, 0), at(on, -0.009, 0.15, 0)], flame);
  scene.lights.push({ p: at(on, 0, 0.17, 0.01), power: 0.7, range: 1.4, warm: true });
}

function book(scene: Scene, on: Basis): void {
  scene.box(on.o, 0.17, 0.004, 0.24, LEATHER, yawOf(on));
  scene.box(at(on, 0.004, 0.004, 0), 0.156, 0.03, 0.228, PAPER, yawOf(on));
  scene.box(at(on, 0, 0.034, 0), 0.17, 0.004, 0.24, LEATHER, yawOf(on));
  scene.tube([at(on, -0.085, 0.019, -0.12), at(on, -0.085, 0.019, 0.12)], [0.019, 0.019], LEATHER, 10);
  lines(
    scene,
    on,
    [
      [-0.05, -0.07, 0.055, -0.07],
      [-0.05, -0.05, 0.055, -0.05],
      [-0.02, 0.06, 0.03, 0.06],
    ],
    0.039,
    1.2,
  );
  for (let i = 1; i < 6; i++)
    scene.line([at(on, -0.07, 0.004 + i * 0.005, 0.115), at(on, 0.082, 0.004 + i * 0.005, 0.115)], 0.4, { alpha: 0.5 });
}

function parcel(scene: Scene, on: Basis): void {
  scene.box(on.o, 0.28, 0.15, 0.2, { tone: 0.66, tint: [1, 0.84, 0.6] }, yawOf(on));
  for (const [a, b] of [
    [
      [-0.141, 0.07, 0.101],
      [0.141, 0.07, 0.101],
    ],
    [
      [0, 0.001, 0.102],
      [0, 0.151, 0.102],
    ],
    [
      [0, 0.152, 0.1],
      [0, 0.152, -0.1],
    ],
    [
      [-0.14, 0.152, 0],
      [0.14, 0.152, 0],
    ],
  ] as const) {
    scene.line([at(on, a[0], a[1], a[2]), at(on, b[0], b[1], b[2])], 1.6);
  }
}
