/** @file A railway platform: canopy on iron columns, clock, benches, a train in, rails running out to signals and wires. */
import { layPlain, scratch, seat, spot, talkingPair } from '../landscape/terrain.js';
import { putBench, putBin, putLamp } from '../landscape/furniture.js';
import { hangSign, signWord } from '../landscape/lettering.js';
import { Local } from '../landscape/local.js';
import { BRICK_TINTS, coverOf, IRON, isDark, LAMPLIGHT, litShare, type Paint } from '../landscape/materials.js';
import { raiseBlock, raiseHouse } from '../landscape/buildings.js';
import { setDoor } from '../landscape/openings.js';
import { layTrack, putCarriage, putLocomotive } from '../landscape/rail-air-space.js';
import { plantBelt } from '../landscape/trees.js';
import type { V3 } from '../../world/vector.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** Height of the platform above the rails. */
const RAIL = -0.9;

/** Station platform with a waiting train. */
export const railwayPlatform: PlaceGrammar = {
  name: 'railway-platform',
  words: tongues({
    en: 'railway platform, platform, train station, railway station, station, railroad, railway, train tracks, rail yard, tracks',
    fr: 'gare, quai de gare, voie ferrée, quai de la gare, rails',
    de: 'bahnsteig, bahnhof, gleis, bahngleise, haltestelle',
    es: 'estación de tren, estación, andén, vía del tren, vías',
    zh: '火车站, 站台, 月台, 车站, 铁路, 铁轨',
  }),
  interior: false,
  build(scene, random, request) {
    const cover = coverOf(request);
    const dark = isDark(request.time);
    layPlain(scene, RAIL - 0.35, cover.earth, 400);
    scene.box([-3.6, RAIL - 0.2, -20], 7.2, 0.9 + 0.2, 120, cover.paving);
    scene.box([-0.35, 0, -20], 0.7, 0.03, 120, { tone: 0.93, tint: [1, 0.93, 0.7] });
    for (let z = 30; z > -70; z -= 1.6)
      scene.line(
        [
          [0, 0.035, z],
          [-7, 0.035, z],
        ],
        0.5,
        { alpha: 0.4 },
      );
    for (const x of [1.75, 6.2, 10.6]) layTrack(new Local(scene, [x, RAIL, -60]), 230, { ...cover.earth, tone: 0.6 });
    scene.box([14.6, RAIL - 0.2, -20], 4, 1.1, 120, cover.paving);
    const paint: Paint = {
      tone: random.range(0.45, 0.7),
      tint: random.pick<V3>([
        [0.6, 0.75, 1],
        [1, 0.5, 0.45],
        [0.6, 0.82, 0.66],
      ]),
    };
    for (const z of [-6, -27, -48]) putCarriage(new Local(scene, [6.2, RAIL, z - 6]), paint, dark);
    putLocomotive(new Local(scene, [6.2, RAIL, 8.2]), paint, dark);
    putLocomotive(new Local(scene, [1.75, RAIL, -78]), { tone: 0.6, tint: [1, 0.8, 0.5] }, true);
    const face = raiseBlock(scene, random, {
      at: [-11, 0, -16],
      yaw: Math.PI / 2,
      width: 56,
      depth: 7,
      storeys: 2,
      storey: 4,
      wall: { tone: 0.7, tint: random.pick(BRICK_TINTS) },
      lit: litShare(request.time),
      bay: 3.5,
      window: 'cross',
      plinth: 1,
    });
    for (let x = -26; x < 27; x += 7) {
      setDoor(face, x, { width: 1.6, height: 2.6, paint: { tone: 0.36, tint: [0.6, 0.76, 0.66] } });
      face.panel(x + 3.4, 0.9, 0.04, 2, 1.9, dark ? { tone: 1, glow: 0.92, tint: [1, 0.86, 0.55] } : { tone: 0.36 });
      face.outline(x + 3.4, 0.9, 0.06, 2, 1.9, 1);
    }
    for (let z = 9; z > -46; z -= 6) {
      scene.lathe(
        [-3.2, 0, z],
        [
          [0.2, 0],
          [0.2, 0.4],
          [0.1, 0.5],
          [0.09, 3.3],
          [0.16, 3.5],
        ],
        IRON,
        8,
        false,
      );
      for (const s of [-1, 1])
        scene.tube(
          [
            [-3.2, 2.9, z],
            [-3.2 + s * 1.1, 3.65, z],
          ],
          [0.05, 0.05],
          IRON,
          5,
        );
      if (z % 12 === 9 || z % 12 === -3) {
        scene.lathe(
          [-2, 3.1, z - 3],
          [
            [0.03, 0.5],
            [0.03, 0.2],
            [0.2, 0.16],
            [0.24, 0],
            [0.02, -0.02],
          ],
          dark ? LAMPLIGHT : { tone: 0.9 },
          8,
          false,
        );
        if (dark) scene.lights.push({ p: [-2, 2.9, z - 3], power: 1, range: 7, warm: true });
      }
    }
    const roof = new Local(scene, [-3.9, 0, -18]);
    roof.poly(
      [
        [-3.6, 3.7, 30],
        [2.9, 4.2, 30],
        [2.9, 4.2, -30],
        [-3.6, 3.7, -30],
      ],
      { tone: 0.55, tint: [0.8, 0.86, 0.84] },
    );
    roof.box(2.9, 3.75, 0, 0.1, 0.5, 60, { tone: 0.85 });
    for (let z = -30; z < 30; z += 0.5)
      roof.poly(
        [
          [2.96, 3.75, z],
          [2.96, 3.75, z + 0.4],
          [2.96, 3.5, z + 0.2],
        ],
        { tone: 0.85, line: 0.6 },
      );
    const clock = new Local(scene, [-1.7, 2.9, -6]);
    clock.tube(
      [
        [0, 0.4, 0],
        [0, 0.9, 0],
      ],
      0.03,
      IRON,
      5,
    );
    clock.part(0, 0, 0, Math.PI / 2).wheel(0, 0, 0, 0.42, 0.16, { tone: 0.98 }, 18);
    clock.line(
      [
        [0, 0, 0.1],
        [0, 0.3, 0.1],
      ],
      1.8,
    );
    clock.line(
      [
        [0, 0, 0.1],
        [0.2, -0.08, 0.1],
      ],
      1.8,
    );
    const word = signWord(request.words, [
      ['PLATFORM 1'],
      ['QUAI 1', 'gare', 'quai'],
      ['GLEIS 1', 'bahn', 'gleis'],
      ['ANDEN 1', 'andén', 'estación'],
    ]);
    hangSign(new Local(scene, [-2.2, 2.5, -10.5]), word, [0, 0.35, 0], 0.3, {
      board: { tone: 0.3, tint: [0.6, 0.7, 1] },
      ink: { tone: 1 },
    });
    for (const z of [-2.6, -14, 6]) putBench(scene, [-6.4, 0, z], Math.PI / 2);
    putBin(scene, [-3.2, 0, -4.2]);
    for (let z = 0; z > -100; z -= 22) {
      scene.tube(
        [
          [8.4, RAIL, z],
          [8.4, 6, z],
        ],
        [0.14, 0.1],
        IRON,
        6,
      );
      scene.tube(
        [
          [8.4, 5.4, z],
          [1.6, 5.6, z],
        ],
        [0.05, 0.05],
        IRON,
        5,
      );
    }
    for (const x of [1.75, 6.2])
      scene.line(
        [
          [x, 5, 30],
          [x, 5, -140],
        ],
        1,
      );
    putLamp(scene, [-6.8, 0, 12], dark);
    raiseHouse(scene, random, {
      at: [-14, RAIL, -74],
      width: 9,
      depth: 8,
      eaves: 5,
      rise: 3,
      wall: { tone: 0.8 },
      roof: cover.roof,
      lit: litShare(request.time),
    });
    plantBelt(
      scene,
      random,
      Array.from({ length: 16 }, (_, i): V3 => [18 + random.range(0, 14), RAIL, 20 - i * 8]),
      9,
      cover,
    );
    scratch(
      scene,
      random,
      60,
      () => [random.range(-6.6, -0.8), 8 - random.next() * 30],
      () => 0.02,
      0.3,
    );
    return {
      marks: [
        ...talkingPair(-1.6, -1.6, 1.9),
        seat(-6.2, -2.3, Math.PI / 2, 0.45),
        spot(-1, -8, 0),
        { at: [-2.9, 0, 2.6], yaw: 1.2, kind: 'lean' },
        spot(-4.4, -5.4, 1),
        spot(-1.6, 6, Math.PI),
        spot(-2, -16, 0),
      ],
      views: [
        { eye: [-4.9, 1.55, 5], target: [0.6, 1.9, -9], fov: 52 },
        { eye: [-0.9, 1.65, -8.4], target: [-2.6, 1.7, 4], fov: 52 },
        { eye: [-6.4, 1.5, 0.6], target: [3.4, 1.4, -3.4], fov: 52 },
      ],
      centre: [-1, 0, -5],
      radius: 18,
      interior: false,
      lamp: dark ? [-2, 2.9, -6] : undefined,
      exit: [-2, 0, -30],
    };
  },
};
