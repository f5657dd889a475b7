/** @file A car park: rows of cars between white lines, tall lights, a ticket box, a mall's flat front behind. */
import { layPlain, scratch, spot, talkingPair } from '../landscape/terrain.js';
import { putMastLight } from '../landscape/furniture.js';
import { hangSign } from '../landscape/lettering.js';
import { Local } from '../landscape/local.js';
import { CONCRETE, coverOf, DARK_GLASS, isDark, litShare } from '../landscape/materials.js';
import { raiseBlock } from '../landscape/buildings.js';
import { plantBroadleaf } from '../landscape/trees.js';
import { putVehicle } from '../landscape/vehicles.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** Open car park. */
export const carPark: PlaceGrammar = {
  name: 'car-park',
  words: tongues({
    en: 'car park, parking lot, parking, parking garage, car lot, junkyard',
    fr: 'parking, parc de stationnement',
    de: 'parkplatz, parkhaus, tiefgarage',
    es: 'aparcamiento, estacionamiento, parking',
    zh: '停车场, 车库, 停车位',
  }),
  interior: false,
  build(scene, random, request) {
    const cover = coverOf(request);
    const dark = isDark(request.time);
    layPlain(scene, 0, cover.asphalt, 300);
    for (const [z, face] of [
      [-7.5, 1],
      [-13.5, -1],
      [-25, 1],
      [8.6, -1],
    ] as const) {
      for (let i = -9; i < 10; i++) {
        const x = i * 2.8;
        scene.line(
          [
            [x - 1.4, 0.02, z - 2.6],
            [x - 1.4, 0.02, z + 2.6],
          ],
          2.2,
          { color: '#f8f5ea', alpha: 0.85, bias: 0.15 },
        );
        if (random.chance(z > 0 ? 0.5 : 0.66) && !(z > 0 && i < 1) && !(z === -7.5 && i === 0))
          putVehicle(
            scene,
            random,
            random.pick(['car', 'car', 'car', 'van'] as const),
            [x, 0, z + random.range(-0.2, 0.2)],
            face > 0 ? 0 : Math.PI,
          );
      }
    }
    for (const [x, z] of [
      [-4.2, -10.5],
      [12.6, -10.5],
      [-18, -10.5],
      [4.2, -22],
    ] as const) {
      scene.box([x, 0, z], 1.2, 0.25, 1.2, CONCRETE);
      putMastLight(scene, [x, 0.2, z], 0, dark, 8, 1.6);
      putMastLight(scene, [x, 0.2, z], Math.PI, dark, 8, 1.6);
    }
    const face = raiseBlock(scene, random, {
      at: [6, 0, -46],
      width: 70,
      depth: 16,
      storeys: 2,
      storey: 4.5,
      wall: { tone: 0.88 },
      lit: litShare(request.time),
      bay: 5,
      window: 'wide',
      plinth: 1,
    });
    for (let i = -6; i < 7; i++)
      face.panel(i * 5, 0.4, 0.05, 4.2, 3.2, dark ? { tone: 1, glow: 0.92, tint: [1, 0.93, 0.72] } : DARK_GLASS);
    hangSign(face, 'MARKET', [-6, 6.6, 0.1], 1.5, {
      board: { tone: 0.5, tint: [1, 0.5, 0.45] },
      ink: dark ? { tone: 1, glow: 1 } : { tone: 1 },
    });
    const post = new Local(scene, [6.6, 0, -3.2], -0.3);
    post.box(0, 0, 0, 0.5, 1.6, 0.4, { tone: 0.7, tint: [0.6, 0.74, 1] });
    hangSign(post, 'P', [0, 1.7, 0], 0.6, { board: { tone: 0.5, tint: [0.5, 0.68, 1] }, ink: { tone: 1 } });
    const trolley = new Local(scene, [-6.4, 0, -1.8], 0.7);
    for (let i = 0; i < 3; i++) {
      const z = i * 0.35;
      trolley.prism(
        [
          [z - 0.4, 0.55],
          [z - 0.4, 1],
          [z + 0.45, 0.9],
          [z + 0.4, 0.55],
        ],
        0.27,
        { tone: 0.7 },
      );
      for (const s of [-1, 1])
        trolley.line(
          [
            [s * 0.25, 0, z],
            [s * 0.25, 0.55, z],
          ],
          1.6,
        );
    }
    for (const x of [-20, -10, 16, 24]) plantBroadleaf(scene, random, [x, 0, -33], 7, cover, 'mid');
    raiseBlock(scene, random, {
      at: [0, 0, 34],
      yaw: Math.PI,
      width: 60,
      depth: 10,
      storeys: 5,
      wall: { tone: 0.74 },
      lit: litShare(request.time),
    });
    scene.line(
      [
        [-3, 0.02, 1],
        [0, 0.02, 1],
        [-0.5, 0.02, 1.4],
      ],
      3,
      { color: '#f8f5ea', alpha: 0.8, bias: 0.15 },
    );
    scratch(
      scene,
      random,
      120,
      () => [random.range(-14, 14), random.range(-12, 10)],
      () => 0.005,
      0.4,
    );
    return {
      marks: [
        ...talkingPair(-0.4, -1.6, 1.3),
        spot(0.1, -7.6, 0),
        { at: [2, 0, -4.4], yaw: 0.1, kind: 'lean' },
        spot(5.4, -1.8, -1.6),
        spot(-5, 1.6, 1.9),
        spot(-1, 6, Math.PI),
      ],
      views: [
        { eye: [-4.6, 1.5, 5], target: [1, 1.9, -9], fov: 50 },
        { eye: [0.4, 1.65, -9.6], target: [-0.6, 1.8, 5], fov: 50 },
        { eye: [7, 4.2, 4.4], target: [-2.4, 0.7, -4.4], fov: 50 },
      ],
      centre: [0, 0, -4],
      radius: 18,
      interior: false,
      lamp: dark ? [-4.2, 8, -9] : undefined,
      exit: [-14, 0, -1],
    };
  },
};
