/** @file The deck of a ship: planks run to the bow, rail, hatch, mast with rigging, wheelhouse behind; sea all round. */
import { Local } from '../landscape/local.js';
import {
  coverOf,
  DARK_GLASS,
  IRON,
  isDark,
  LAMPLIGHT,
  type Paint,
  STEEL,
  TIMBER,
  WARM_WINDOW,
  WHITEWASH,
} from '../landscape/materials.js';
import { putBarrel, putCrate, putRope, runRailing } from '../landscape/furniture.js';
import { setDoor } from '../landscape/openings.js';
import { scratch, seat, spot, talkingPair } from '../landscape/terrain.js';
import { DEEP_SEA, drawBirds, drawWaves, flatSea, laySwell, layWater } from '../landscape/water.js';
import type { V3 } from '../../world/vector.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

const SEA = -3.4;

/** Deck of a ship under way. */
export const shipDeck: PlaceGrammar = {
  name: 'ship-deck',
  words: tongues({
    en: 'ship deck, deck, ship, on board, ferry, yacht, trawler, sailing ship, cruise ship, submarine deck, aircraft carrier',
    fr: 'pont du navire, navire, paquebot, ferry, voilier, à bord',
    de: 'deck, schiff, schiffsdeck, fähre, an bord, segelschiff, kutter',
    es: 'cubierta, barco, buque, cubierta del barco, a bordo, velero, transbordador',
    zh: '甲板, 轮船, 船甲板, 渡轮, 帆船, 游轮',
  }),
  interior: false,
  build(scene, random, request) {
    const cover = coverOf(request);
    const dark = isDark(request.time);
    const rough = request.weather === 'storm' ? 1.4 : 0.4;
    layWater(scene, { x0: -900, x1: 900, z0: -1300, z1: 700 }, flatSea(SEA, rough), DEEP_SEA);
    laySwell(scene, { x0: -70, x1: 70, z0: -80, z1: 50 }, SEA, rough, random.range(0, 6));
    drawWaves(scene, random, { x0: -90, x1: 90, z0: -200, z1: -10 }, SEA, 170, [0, 2, 6]);
    const half = (z: number): number => (z < -8 ? 4.6 * Math.sqrt(Math.max(0, 1 - ((-8 - z) / 11) ** 2)) : 4.6);
    const stations = Array.from({ length: 30 }, (_, i) => 16 - i * 1.2);
    const deck = scene.surf(cover.snow ? cover.paving : { ...TIMBER, tone: 0.82 });
    const hull = scene.surf({ tone: 0.4, tint: [0.7, 0.8, 1] });
    const sheer = (z: number): number => Math.max(0, -z - 5) ** 1.6 * 0.03;
    for (let i = 0; i + 1 < stations.length; i++) {
      const [a, b] = [stations[i], stations[i + 1]];
      scene.poly(
        [
          [-half(a), sheer(a), a],
          [half(a), sheer(a), a],
          [half(b), sheer(b), b],
          [-half(b), sheer(b), b],
        ],
        deck,
      );
      for (const s of [-1, 1]) {
        const bulwark: V3[] = [
          [s * half(a), sheer(a), a],
          [s * half(b), sheer(b), b],
          [s * half(b), sheer(b) + 0.45, b],
          [s * half(a), sheer(a) + 0.45, a],
        ];
        scene.poly(bulwark, scene.surf({ ...WHITEWASH, group: 1, line: 0.6 }));
        scene.poly(
          [
            [s * half(a), sheer(a), a],
            [s * half(b), sheer(b), b],
            [s * half(b) * 0.8, SEA - 1, b],
            [s * half(a) * 0.8, SEA - 1, a],
          ],
          hull,
        );
      }
    }
    for (let x = -4.4; x < 4.5; x += 0.34)
      scene.line(
        stations.filter((z) => Math.abs(x) < half(z)).map((z): V3 => [x, sheer(z) + 0.01, z]),
        0.6,
        { alpha: 0.5, bias: 0.06 },
      );
    for (const s of [-1, 1])
      runRailing(
        scene,
        stations.filter((z) => half(z) > 0.6).map((z): V3 => [s * (half(z) - 0.06), sheer(z) + 0.4, z]),
        0.75,
        { ...WHITEWASH, tone: 0.8 },
        0,
      );
    raiseBridge(new Local(scene, [0, 0, 8.4], Math.PI), dark);
    const mast = new Local(scene, [0, 0, -6.4]);
    mast.tube(
      [
        [0, 0, 0],
        [0, 12, 0],
      ],
      [0.2, 0.1],
      TIMBER,
      9,
    );
    mast.tube(
      [
        [-2.6, 8, 0],
        [2.6, 8, 0],
      ],
      0.07,
      TIMBER,
      6,
    );
    for (const s of [-1, 1]) {
      for (const z of [-1, 0.4, 1.8])
        mast.line(
          [
            [0, 10, 0],
            [s * half(-6.4 + z), 0.9, z],
          ],
          1.3,
        );
      for (let k = 1; k < 9; k++)
        mast.line(
          [
            [s * half(-6) * (1 - k * 0.1), 0.9 + k * 0.92, -1 + k * 0.1],
            [s * half(-5) * (1 - k * 0.1), 0.9 + k * 0.92, 1.8 - k * 0.18],
          ],
          0.8,
        );
    }
    mast.line(
      [
        [0, 11.4, 0],
        [0, 3, -11.5],
      ],
      1.3,
    );
    mast.tube(
      [
        [0, 2.2, 0],
        [0, 4.6, 6.5],
      ],
      0.1,
      TIMBER,
      6,
    );
    mast.line(
      [
        [0, 4.6, 6.4],
        [0.1, 2, 6.4],
      ],
      1.2,
    );
    const hatch = new Local(scene, [1.9, 0, -3.4]);
    hatch.box(0, 0, 0, 2.4, 0.5, 2, { ...TIMBER, tone: 0.55 });
    hatch.box(0, 0.5, 0, 2.6, 0.1, 2.2, { tone: 0.7 });
    const winch = new Local(scene, [0, sheer(-11), -11]);
    winch.part(0, 0.5, 0).wheel(0, 0, 0, 0.34, 1.6, IRON, 12);
    winch.box(0, 0, 0, 0.8, 0.5, 0.8, STEEL);
    putRope(scene, [-2.9, 0.02, 1.6]);
    putBarrel(scene, [-3.6, 0, -2.6], TIMBER);
    putBarrel(scene, [-3.5, 0, -3.4], TIMBER);
    putCrate(scene, [3.5, 0, 1.2], 0.7, 0.2);
    const ring = new Local(scene, [4.45, 0.55, -1.4], Math.PI / 2);
    ring.tube(
      Array.from({ length: 15 }, (_, i): V3 => [
        Math.cos((i / 14) * 6.2832) * 0.32,
        0.35 + Math.sin((i / 14) * 6.2832) * 0.32,
        -0.12,
      ]),
      0.07,
      { tone: 0.75, tint: [1, 0.55, 0.45] },
      7,
    );
    drawBirds(scene, random, [8, 8, -22], 6);
    scratch(
      scene,
      random,
      50,
      () => [random.range(-4, 4), random.range(-7, 5)],
      () => 0.01,
      0.2,
    );
    return {
      marks: [
        ...talkingPair(-0.5, -1, 1.3),
        { at: [4.1, 0, -3.9], yaw: 1.5, kind: 'lean' },
        seat(1.9, -2.3, 0.2, 0.6),
        spot(0, -9, Math.PI, (_, z) => sheer(z)),
        spot(-2.4, 3.6, 2.8),
        { at: [-4.1, 0, -0.6], yaw: -1.5, kind: 'lean' },
        spot(1.2, 5, Math.PI),
      ],
      views: [
        { eye: [-3.2, 1.9, 5.4], target: [1, 1.5, -10], fov: 54 },
        { eye: [2, 2, -8.4], target: [-0.9, 2.1, 6], fov: 54 },
        { eye: [3.9, 1.7, 3.2], target: [-4, 0.7, -3.4], fov: 50 },
      ],
      centre: [0, 0, -2],
      radius: 14,
      interior: false,
      lamp: dark ? [0, 3, 7] : undefined,
      exit: [0, 0, 7.8],
    };
  },
};

/** Wheelhouse across the deck; its front looks forward along its own +z. */
function raiseBridge(house: Local, dark: boolean): void {
  const white: Paint = WHITEWASH;
  house.box(0, 0, -3, 7.4, 2.7, 6, white);
  house.box(0, 2.7, -3.2, 8, 0.15, 6.4, { tone: 0.7 });
  house.box(0, 2.85, -3.4, 5.6, 2.3, 4, white);
  house.box(0, 5.15, -3.3, 6.2, 0.16, 4.6, { tone: 0.6 });
  const glass: Paint = dark ? WARM_WINDOW : DARK_GLASS;
  for (let i = -2; i < 3; i++) house.panel(i * 1.05, 3.8, -1.36, 0.9, 0.95, glass);
  for (const x of [-2.6, 2.6])
    house.part(x, 1.5, 0.04).poly(
      Array.from({ length: 14 }, (_, i): V3 => [Math.cos((i / 14) * 6.2832) * 0.3, Math.sin((i / 14) * 6.2832) * 0.3, 0]),
      glass,
    );
  setDoor(house, 0.2, { width: 0.95, height: 2, paint: { tone: 0.5, tint: [0.8, 0.6, 0.45] } });
  house.lathe(
    0,
    5.3,
    -4,
    [
      [0.7, 0],
      [0.62, 2.4],
      [0.7, 2.5],
    ],
    { tone: 0.6, tint: [1, 0.5, 0.42] },
    12,
    true,
  );
  house.tube(
    [
      [1.8, 5.3, -3],
      [1.8, 9, -3],
    ],
    0.06,
    STEEL,
    5,
  );
  house.box(1.8, 7.8, -3, 1.4, 0.12, 0.12, STEEL);
  house.lathe(
    0.2,
    2.25,
    0.2,
    [
      [0.06, 0],
      [0.12, 0.06],
      [0.12, 0.22],
      [0.03, 0.3],
    ],
    dark ? LAMPLIGHT : { tone: 0.9 },
    8,
  );
  if (dark) house.scene.lights.push({ p: house.p(0.2, 2.6, 1.2), power: 1.2, range: 9, warm: true });
}
