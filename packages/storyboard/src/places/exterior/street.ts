/** @file A street in a town: rows of houses narrow to a church at its end, lamps step into the depth, the road may be wet. */
import type { Scene } from '../../world/scene.js';
import type { Random } from '@filmai/core-tensor/random';
import { houseStyle, raiseHouse } from '../landscape/buildings.js';
import { putBin, putLamp } from '../landscape/furniture.js';
import { type Cover, coverOf, isDark, litShare } from '../landscape/materials.js';
import { LEVEL, layPlain, scratch, spot, talkingPair } from '../landscape/terrain.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** Old-town street between two rows of houses. */
export const street: PlaceGrammar = {
  name: 'street',
  words: tongues({
    en: 'street, old town, cobbled street, high street, lane, side street',
    fr: 'rue, vieille ville',
    de: 'straße, strasse, altstadt, gasse',
    es: 'calle, casco antiguo',
    zh: '街道, 街, 老街, 街上',
  }),
  interior: false,
  build(scene, random, request) {
    const cover = coverOf(request);
    const dark = isDark(request.time) || request.weather === 'fog';
    layPlain(scene, -0.06, cover.paving, 240);
    scene.ground(-4.2, 4.2, -90, 44, 4, 46, LEVEL, cover.asphalt);
    for (const side of [1, -1]) {
      scene.box([side * 5.4, 0, -23], 2.4, 0.14, 134, cover.paving);
      raiseRow(scene, random, cover, side, litShare(request.time));
    }
    scratch(scene, random, 190, () => [random.range(-4, 4), 12 - random.next() ** 1.4 * 54], LEVEL, 0.28);
    for (const [side, z] of [
      [1, -5],
      [-1, -14],
      [1, -24],
      [-1, -38],
      [1, 9],
      [-1, 4],
    ] as const)
      putLamp(scene, [side * 4.6, 0.14, z], dark);
    raiseChurchEnd(scene, random, cover, litShare(request.time));
    putBin(scene, [4.9, 0.14, 1.6]);
    scene.box([-5.6, 0.14, -3], 0.9, 0.7, 0.7, { tone: 0.5, tint: [0.85, 0.7, 0.55] }, 0.2);

    return {
      marks: [
        ...talkingPair(0.6, -1.2, 1.2),
        spot(-5.2, -6, 1.4),
        spot(5.3, -8, -1.5),
        spot(0.5, -14, 0),
        spot(-1.5, 6, Math.PI),
        { at: [6.4, 0.14, -3.4], yaw: -1.5, kind: 'lean' },
      ],
      views: [
        { eye: [-1.9, 1.25, 5.2], target: [0.5, 2.35, -8], fov: 50 },
        { eye: [3.4, 1.7, -9.5], target: [-0.4, 2, 4], fov: 50 },
        { eye: [-4.4, 1.5, 2.6], target: [4.4, 1.9, -3.6], fov: 52 },
      ],
      centre: [0, 0, -6],
      radius: 22,
      interior: false,
      lamp: dark ? [4.6, 3.6, -5] : undefined,
      exit: [0, 0, -30],
    };
  },
};

/** One side of the street: houses of every width and height, now and then a gap. */
function raiseRow(scene: Scene, random: Random, cover: Cover, side: number, lit: number): void {
  let z = 34;
  while (z > -72) {
    const width = random.range(5.5, 8.5);
    raiseHouse(scene, random, {
      ...houseStyle(random, cover, lit),
      at: [side * 10.1, 0, z - width / 2],
      yaw: (-side * Math.PI) / 2,
      width,
      depth: 7,
      eaves: random.range(5.6, 9.2),
      rise: random.range(1.8, 3.2),
    });
    z -= width + (random.chance(0.3) ? 0.8 : 0.02);
  }
}

/** The church that closes the view. */
function raiseChurchEnd(scene: Scene, random: Random, cover: Cover, lit: number): void {
  raiseHouse(scene, random, {
    at: [0, 0, -86],
    width: 9,
    depth: 8,
    eaves: 9,
    rise: 5,
    wall: { tone: 0.72 },
    roof: cover.slate,
    lit,
    gable: 'front',
    chimney: false,
  });
  scene.box([0, 0, -89], 3.2, 18, 3.2, { tone: 0.68 });
  scene.lathe(
    [0, 18, -89],
    [
      [2.3, 0],
      [0.05, 9],
    ],
    cover.slate,
    4,
  );
}
