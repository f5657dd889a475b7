/** @file A school from outside: long brick front, flag, bus at the kerb, bicycles, children's chalk on the pavement. */
import { raiseBlock } from '../landscape/buildings.js';
import { runRailing } from '../landscape/furniture.js';
import { hangSign, signWord } from '../landscape/lettering.js';
import { BRICK_TINTS, litShare, STONE } from '../landscape/materials.js';
import { setDoor, setWindow, createPanes } from '../landscape/openings.js';
import { FORECOURT, forecourtMarks, forecourtViews, layForecourt } from '../landscape/rows.js';
import { putVehicle } from '../landscape/vehicles.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** School entrance. */
export const schoolFront: PlaceGrammar = {
  name: 'school-front',
  words: tongues({
    en: 'outside the school, school, high school, elementary school, school gate, college, campus, kindergarten',
    fr: 'école, lycée, collège, portail de l’école, maternelle',
    de: 'schule, gymnasium, schultor, kindergarten',
    es: 'escuela, colegio, instituto, puerta del colegio',
    zh: '学校, 校门口, 中学, 小学, 校园, 幼儿园',
  }),
  interior: false,
  build(scene, random, request) {
    const { dark } = layForecourt(scene, random, request, {
      half: 15,
      neighbours: 'villas',
      opposite: 'villas',
      cars: 0,
      trees: 1,
    });
    const tint = random.pick(BRICK_TINTS);
    const face = raiseBlock(scene, random, {
      at: [0, 0, -6],
      width: 30,
      depth: 12,
      storeys: 2,
      storey: 3.8,
      wall: { tone: 0.66, tint },
      lit: litShare(request.time) * 0.5,
      bay: 3.6,
      window: 'wide',
      plinth: 2,
    });
    const panes = createPanes(face, litShare(request.time) * 0.4, true);
    for (const floor of [0, 1])
      for (const x of [-13, -9.6, -6.2, 6.2, 9.6, 13]) setWindow(face, random, panes, x, floor * 3.8 + 1, 2.7, 2, 'wide');
    const porch = face.part(0, 0, 1.4);
    porch.box(0, 0, -0.7, 8, 9, 1.4, { ...STONE, tone: 0.84 });
    for (const x of [-2.6, 0, 2.6]) setWindow(porch, random, panes, x, 4.9, 1.7, 2, 'cross');
    setDoor(porch, 0, { width: 2.8, height: 2.6, paint: { tone: 0.42, tint: [0.6, 0.72, 1] } });
    for (let i = 0; i < 3; i++) porch.box(0, 0, 1 - i * 0.36, 6 - i * 0.5, 0.14 * (i + 1), 0.4, STONE);
    const name = signWord(request.words, [
      ['SCHOOL'],
      ['COLLEGE', 'college', 'campus'],
      ['ECOLE', 'école'],
      ['LYCEE', 'lycée'],
      ['SCHULE', 'schule'],
      ['GYMNASIUM', 'gymnasium'],
      ['ESCUELA', 'escuela'],
      ['COLEGIO', 'colegio'],
    ]);
    hangSign(porch, name, [0, 3.3, 0.06], 0.8, { board: { tone: 0.94 }, ink: { tone: 0.24, tint: [0.6, 0.7, 1] } });
    porch.panel(0, 7.4, 0.04, 1.3, 1.3, { tone: 0.97 });
    porch.line(
      [
        [0, 8.05, 0.08],
        [0, 8.5, 0.08],
      ],
      1.6,
    );
    porch.line(
      [
        [0, 8.05, 0.08],
        [0.36, 7.9, 0.08],
      ],
      1.6,
    );
    face.tube(
      [
        [6, 0, 3],
        [6, 8.4, 3],
      ],
      [0.08, 0.05],
      { tone: 0.85 },
      6,
    );
    face.poly(
      [
        [6, 8.3, 3],
        [7.9, 8, 3.2],
        [7.8, 7, 3.1],
        [6, 7.2, 3],
      ],
      { tone: 0.7, tint: [1, 0.55, 0.5] },
    );
    for (const s of [-1, 1]) runRailing(scene, [face.p(s * 4.4, 0, 4), face.p(s * 14.6, 0, 4)], 1.2);
    for (let i = 0; i < 5; i++) putVehicle(scene, random, 'bicycle', [-6 - i * 0.6, 0, 1.2], 0.1);
    putVehicle(scene, random, 'bus', [8, -0.12, 6.2], Math.PI / 2, {
      paint: { tone: 0.84, tint: [1, 0.82, 0.38] },
      lights: dark,
    });
    for (let i = 0; i < 6; i++)
      scene.line(
        [
          [-2.6 - (i % 2) * 0.4, 0.01, 2.2 + i * 0.4],
          [-2.2 - (i % 2) * 0.4, 0.01, 2.2 + i * 0.4],
          [-2.2 - (i % 2) * 0.4, 0.01, 2.6 + i * 0.4],
        ],
        2,
        { color: '#f8f5ea', alpha: 0.8, bias: 0.1 },
      );
    if (dark) scene.lights.push({ p: [0, 3, 3], power: 1, range: 8, warm: true });
    const views = forecourtViews(0, { height: 11, back: 13, aside: 7 });
    views[1] = { eye: [2.3, 1.7, 1.9], target: [-2.6, 1.4, 5.4], fov: 54 };
    const marks = forecourtMarks(-0.4);
    marks[2] = { at: [0, 0, 3], yaw: 0 };
    marks[3] = { at: [3.4, 0, 2.2], yaw: -0.4, kind: 'lean' };
    return { marks, views, ...FORECOURT, lamp: dark ? [0, 3, 3] : undefined, exit: [0, 0.4, 1.6] };
  },
};
