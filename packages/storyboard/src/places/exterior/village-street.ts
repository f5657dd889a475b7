/** @file A village: the road bends round a well between low houses, the church stands over the roofs, hills behind. */
import { houseStyle, raiseHouse } from '../landscape/buildings.js';
import { putBench, putLamp, runFence } from '../landscape/furniture.js';
import { Local } from '../landscape/local.js';
import { coverOf, isDark, litShare, type Paint, STONE, TIMBER } from '../landscape/materials.js';
import { drawFlowers, drawGrass, plantBush } from '../landscape/plants.js';
import { layPlain, layRidge, layStrip, LEVEL, scratch, seat, spot, talkingPair, winding } from '../landscape/terrain.js';
import { plantBroadleaf } from '../landscape/trees.js';
import { putVehicle } from '../landscape/vehicles.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** Village street with a well and a church. */
export const villageStreet: PlaceGrammar = {
  name: 'village-street',
  words: tongues({
    en: 'village street, village, hamlet, village green, small town, country town, main street',
    fr: 'village, hameau, bourg, rue du village, place du village',
    de: 'dorf, dorfstraße, dorfplatz, weiler, kleinstadt',
    es: 'pueblo, aldea, calle del pueblo',
    zh: '村庄, 村子, 乡村, 小镇, 村口, 村里',
  }),
  interior: false,
  build(scene, random, request) {
    const cover = coverOf(request);
    const dark = isDark(request.time);
    const lit = litShare(request.time);
    const road = (z: number): number => Math.sin((z + 6) * 0.07) * 5 * Math.min(1, Math.max(0, -z / 14));
    layPlain(scene, -0.03, cover.grass, 500);
    layRidge(scene, random, { far: 260, height: 45, paint: cover.far });
    layStrip(scene, winding(26, -70, 60, road), (t) => 3 - t * 0.4, LEVEL, cover.path);
    const style = (): ReturnType<typeof houseStyle> => ({
      ...houseStyle(random, cover, lit),
      wall: { tone: random.range(0.86, 0.98), tint: [1, 0.96, 0.88] },
    });
    for (let i = 0; i < 12; i++) {
      const side = i % 2 === 0 ? 1 : -1;
      const z = 6 - Math.floor(i / 2) * 9.4;
      const x = road(z) + side * random.range(8, 9);
      raiseHouse(scene, random, {
        ...style(),
        at: [x, 0, z],
        yaw: -side * (Math.PI / 2) + random.range(-0.2, 0.2),
        width: random.range(7, 9),
        depth: 6,
        eaves: random.range(2.8, 4.6),
        rise: random.range(2.4, 3.4),
      });
      if (random.chance(0.7)) plantBush(scene, random, [x - side * 3.8, 0, z + 3], 1.2, cover);
      drawFlowers(
        scene,
        random,
        cover.snow ? 0 : 9,
        () => [x - side * random.range(3.3, 3.9), z + random.range(-2.5, 2.5)],
        LEVEL,
        0.4,
      );
    }
    raiseHouse(scene, random, {
      at: [2, 0, -74],
      width: 8,
      depth: 16,
      eaves: 6,
      rise: 5,
      wall: { tone: 0.92 },
      roof: cover.slate,
      lit: 0,
      gable: 'front',
      chimney: false,
    });
    scene.box([-3.6, 0, -72], 4, 15, 4, { tone: 0.9 });
    scene.lathe(
      [-3.6, 15, -72],
      [
        [2.9, 0],
        [0.06, 9],
      ],
      cover.slate,
      4,
    );
    raiseWell(new Local(scene, [-2.3, 0, -3.4], 0.3), cover.roof);
    putBench(scene, [4.4, 0, -0.6], -1.3);
    putLamp(scene, [3.4, 0, -5.6], dark);
    plantBroadleaf(scene, random, [4.9, 0, 3.6], 8, cover, 'near');
    plantBroadleaf(scene, random, [-12, 0, -18], 11, cover, 'mid');
    plantBroadleaf(scene, random, [13, 0, -30], 12, cover, 'mid');
    putVehicle(scene, random, 'bicycle', [-4.6, 0, 0.8], 0.3);
    runFence(
      scene,
      random,
      [
        [4.6, 0, 6],
        [5, 0, 14],
      ],
      'rail',
      1,
    );
    scratch(
      scene,
      random,
      120,
      () => {
        const z = 8 - random.next() ** 1.4 * 40;
        return [road(z) + random.range(-2.6, 2.6), z];
      },
      () => 0.05,
      0.3,
    );
    if (!cover.snow)
      drawGrass(
        scene,
        random,
        110,
        () => [random.range(3.2, 8) * (random.chance(0.5) ? 1 : -1), 6 - random.next() * 20],
        LEVEL,
        0.2,
      );

    return {
      marks: [
        ...talkingPair(0.5, -1.6, 1.3),
        spot(-1.1, -4.6, -1.2),
        seat(4.2, -0.7, -1.3, 0.45),
        spot(3.2, -9, 0.2),
        spot(-1, 7, Math.PI),
        spot(road(-20), -20, 0),
      ],
      views: [
        { eye: [-2.2, 1.5, 5.4], target: [0.8, 2.6, -12], fov: 50 },
        { eye: [2.6, 1.6, -8.6], target: [-0.8, 1.9, 4], fov: 50 },
        { eye: [3.4, 1.5, 2.6], target: [-3, 1.5, -4.6], fov: 50 },
      ],
      centre: [0, 0, -6],
      radius: 22,
      interior: false,
      lamp: dark ? [3.4, 3.5, -5.6] : undefined,
      exit: [road(-36), 0, -36],
    };
  },
};

/** The roofed well at the bend. */
function raiseWell(well: Local, roof: Paint): void {
  well.lathe(
    0,
    0,
    0,
    [
      [0.85, 0],
      [0.85, 0.78],
      [0.92, 0.8],
      [0.92, 0.9],
      [0.68, 0.9],
      [0.68, 0.3],
    ],
    STONE,
    14,
    true,
  );
  for (const s of [-1, 1]) {
    well.box(s * 0.75, 0.85, 0, 0.13, 1.5, 0.13, TIMBER);
    well.poly(
      [
        [-1.1, 2.3, s * 0.8],
        [1.1, 2.3, s * 0.8],
        [1.1, 2.95, 0],
        [-1.1, 2.95, 0],
      ],
      roof,
    );
  }
  well.tube(
    [
      [-0.75, 1.75, 0],
      [0.75, 1.75, 0],
    ],
    0.07,
    TIMBER,
    7,
  );
  well.line(
    [
      [0.1, 1.7, 0],
      [0.1, 1.1, 0],
    ],
    1.2,
  );
  well.lathe(
    0.1,
    0.9,
    0,
    [
      [0.12, 0],
      [0.16, 0.26],
    ],
    TIMBER,
    9,
  );
}
