/** @file A gas station: canopy over the pumps, the shop's window, a price mast, the empty road. Bright at night. */
import { layPlain, layRidge, scratch, spot, talkingPair } from '../landscape/terrain.js';
import { putBin, runPoles } from '../landscape/furniture.js';
import { hangSign, signWord, writeSign } from '../landscape/lettering.js';
import { Local } from '../landscape/local.js';
import { CONCRETE, coverOf, DARK_GLASS, isDark, type Paint, STEEL } from '../landscape/materials.js';
import { setDoor } from '../landscape/openings.js';
import { drawGrass } from '../landscape/plants.js';
import { plantBelt } from '../landscape/trees.js';
import { putVehicle } from '../landscape/vehicles.js';
import type { V3 } from '../../world/vector.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** Gas station on a country road. */
export const gasStation: PlaceGrammar = {
  name: 'gas-station',
  words: tongues({
    en: 'gas station, petrol station, filling station, service station, truck stop, garage forecourt, rest stop',
    fr: 'station-service, station service, aire de repos',
    de: 'tankstelle, raststätte, rasthof',
    es: 'gasolinera, estación de servicio, área de servicio',
    zh: '加油站, 服务区',
  }),
  interior: false,
  build(scene, random, request) {
    const cover = coverOf(request);
    const dark = isDark(request.time);
    const tint: V3 = random.pick<V3>([
      [1, 0.5, 0.44],
      [0.55, 0.72, 1],
      [0.6, 0.86, 0.66],
    ]);
    const bright: Paint = dark ? { tone: 1, glow: 0.95, tint: [1, 0.97, 0.88], line: 0.8 } : { tone: 0.97 };
    layPlain(scene, -0.04, cover.earth, 600);
    layRidge(scene, random, { far: 300, height: 40, paint: cover.far });
    scene.ground(-17, 17, -11, 7, 8, 6, () => 0, cover.paving);
    scene.ground(-160, 160, 9, 16, 30, 3, () => 0.01, cover.asphalt);
    for (let x = -40; x < 40; x += 5)
      scene.line(
        [
          [x, 0.03, 12.5],
          [x + 2.5, 0.03, 12.5],
        ],
        2.6,
        { color: '#f6dd9a', alpha: 0.9, bias: 0.2 },
      );
    const canopy = new Local(scene, [1, 0, -1]);
    canopy.box(0, 4.6, 0, 13, 0.8, 7, { tone: 0.95 });
    canopy.box(0, 4.75, 0, 13.1, 0.4, 7.1, { tone: 0.6, tint });
    for (const x of [-4, 4]) canopy.box(x, 0, 0, 0.4, 4.6, 0.4, { tone: 0.85 });
    for (const x of [-4.5, 0, 4.5]) for (const z of [-2, 2]) canopy.slab(x, 4.58, z, 1.2, 0.7, bright);
    if (dark) for (const x of [-4, 0.6, 5]) scene.lights.push({ p: canopy.p(x, 4.2, 0.6), power: 1, range: 9, warm: x === 0.6 });
    for (const x of [-4, 4]) raisePumps(canopy.part(x, 0, 0), tint, bright);
    const shop = new Local(scene, [1, 0, -8]);
    shop.box(0, 0, -2.5, 15, 3.8, 5, { tone: 0.88 });
    shop.box(0, 3.3, -2.4, 15.3, 0.7, 5.3, { tone: 0.6, tint });
    for (const x of [-5.4, -2.6, 3.4, 6]) {
      shop.panel(x, 0.5, 0.04, 2.4, 2.3, dark ? bright : { ...DARK_GLASS, tone: 0.42 });
      for (let i = 0; i < 4; i++)
        shop.panel(x - 0.8 + i * 0.55, 0.5, 0.06, 0.36, random.range(0.5, 1.3), {
          tone: 0.5,
          tint: random.pick([tint, [1, 0.9, 0.6]]),
          line: 0.7,
        });
    }
    setDoor(shop, 0.4, { width: 1.6, height: 2.4, paint: dark ? { ...bright, glow: 0.85 } : { tone: 0.45 } });
    const word = signWord(request.words, [
      ['GAS'],
      ['PETROL', 'petrol', 'filling'],
      ['ESSENCE', 'station-service', 'station service'],
      ['TANKSTELLE', 'tankstelle'],
      ['GASOLINA', 'gasolinera', 'servicio'],
    ]);
    writeSign(shop, word, 0.4, 3.42, 0.3, 0.45, dark ? bright : { tone: 1 });
    const mast = new Local(scene, [-9.5, 0, 4.6], 0.3);
    for (const x of [-0.8, 0.8]) mast.box(x, 0, 0, 0.2, 7, 0.2, STEEL);
    hangSign(mast, word, [0, 6.4, 0], word.length > 5 ? 0.6 : 0.9, { board: { tone: 0.6, tint }, ink: bright });
    for (let i = 0; i < 3; i++)
      hangSign(mast, `${1 + i}${Math.floor(random.range(1, 10))}${Math.floor(random.range(1, 10))}`, [0, 3.6 + i * 0.9, 0], 0.5, {
        board: { tone: 0.2 },
        ink: bright,
      });
    putVehicle(scene, random, 'car', [2.9, 0, -1], Math.PI, { lights: false });
    putVehicle(scene, random, 'truck', [-13, 0, -5], 0.4);
    putBin(scene, [-1.5, 0, -7.4]);
    for (let i = 0; i < 4; i++)
      scene.lathe(
        [-4 + i * 0.7, 0, -7.5],
        [
          [0.3, 0],
          [0.32, 0.1],
          [0.3, 0.2],
          [0.18, 0.2],
        ],
        { tone: 0.2 },
        12,
        true,
      );
    runPoles(scene, [-40, 0, 17.5], [50, 0, 17.5], 5);
    plantBelt(
      scene,
      random,
      Array.from({ length: 14 }, (_, i): V3 => [-60 + i * 9, 0, -30 - random.range(0, 30)]),
      9,
      cover,
    );
    if (!cover.snow)
      drawGrass(
        scene,
        random,
        120,
        () => [random.range(-24, 24), random.range(7.1, 8.9)],
        () => 0,
        0.3,
      );
    scratch(
      scene,
      random,
      90,
      () => [random.range(-15, 15), random.range(-6, 7)],
      () => 0.01,
      0.4,
    );
    return {
      marks: [
        ...talkingPair(-0.3, 1.2, 1.4),
        { at: [1.7, 0, -1.2], yaw: -1.5, kind: 'lean' },
        spot(0.4, -6.6, 0),
        spot(-4.6, 2.4, 1.2),
        spot(5.8, 2.2, -1.4),
        spot(-6, 5.5, 2.2),
      ],
      views: [
        { eye: [-7.6, 1.5, 8.6], target: [0.9, 2.5, -3.4], fov: 50 },
        { eye: [-1.2, 1.65, -6.8], target: [0.6, 1.7, 6], fov: 52 },
        { eye: [7.4, 1.5, 5.4], target: [-3.4, 2, -1.4], fov: 50 },
      ],
      centre: [0, 0, -1],
      radius: 16,
      interior: false,
      lamp: dark ? [1.6, 4.2, -0.4] : undefined,
      exit: [0.4, 0, -7.6],
    };
  },
};

/** Two pumps on an island. */
function raisePumps(island: Local, tint: V3, bright: Paint): void {
  island.box(0, 0, 0, 1.2, 0.18, 4.6, CONCRETE);
  for (const z of [-1.3, 1.3]) {
    island.box(0, 0.18, z, 0.6, 1.75, 0.9, { tone: 0.9 });
    island.box(0, 1.5, z, 0.64, 0.45, 0.94, { tone: 0.6, tint });
    for (const s of [-1, 1]) {
      const side = island.part(s * 0.31, 0, z, (s * Math.PI) / 2);
      side.panel(0, 1.15, 0.02, 0.6, 0.3, bright);
      side.line(
        [
          [0.3, 1.0, 0.04],
          [0.44, 0.5, 0.14],
          [0.2, 0.3, 0.12],
          [0.3, 0.9, 0.04],
        ],
        1.6,
      );
    }
  }
}
