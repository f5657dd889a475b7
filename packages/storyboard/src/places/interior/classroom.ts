/** @file A classroom: rows of desks before a board, the teacher's desk, tall windows, maps and drawings. */
import type { V3 } from '../../world/vector.js';
import { drawTubeLight } from '../furniture/lamps.js';
import { Local } from '../furniture/local.js';
import { sitAt, standAt } from '../furniture/marks.js';
import { accent, birch, cloth, oak, walnut } from '../furniture/materials.js';
import { drawBoard, drawClock, drawCoatRack, drawFlag, drawNotice, drawPinboard, drawRadiator } from '../furniture/on-walls.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawChair, drawShellChair } from '../furniture/seats.js';
import { drawBookcase } from '../furniture/storage.js';
import { drawDesk, drawSchoolDesk } from '../furniture/tables.js';
import { drawBookPile, drawPapers } from '../furniture/things.js';
import { drawOutlook } from '../furniture/window.js';
import type { PlaceGrammar } from '../place.js';

/** A schoolroom or lecture room. */
export const classroom: PlaceGrammar = {
  name: 'classroom',
  words: [
    'classroom',
    'class room',
    'schoolroom',
    'school room',
    'lecture hall',
    'lecture room',
    'seminar room',
    'school',
    'college',
    'university',
    'kindergarten',
    'salle de classe',
    'école',
    'lycée',
    'collège',
    'amphithéâtre',
    'klassenzimmer',
    'schule',
    'hörsaal',
    'aula',
    'escuela',
    'salón de clases',
    'colegio',
    'universidad',
    'instituto',
    '教室',
    '学校',
    '课堂',
    '大学',
    '幼儿园',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const wood = random.pick([oak, birch]);
    const seat = { tone: 0.55, tint: accent(random) };
    const room = buildRoom(k, {
      width: 8.2,
      depth: 8.4,
      height: 3.1,
      wall: { tone: 0.9, tint: [1, 0.97, 0.88] },
      dado: { height: 1.15, paint: { tone: 0.74, tint: accent(random) } },
      floorFinish: random.pick(['boards', 'large-tiles', 'parquet']),
      windows: [-2.6, 0, 2.6].map((x) => ({
        wall: 'left' as const,
        x,
        width: 1.9,
        from: 1.05,
        to: 2.75,
        panes: [2, 3] as const,
      })),
      doors: [
        { wall: 'right', x: -2.9, leaf: 'window', paint: wood },
        { wall: 'front', x: 2.6, leaf: 'window', paint: wood },
      ],
    });
    const [back, left, right, front] = [room.wall('back'), room.wall('left'), room.wall('right'), room.wall('front')];
    drawOutlook(left, 'trees', 0.6);
    for (const x of [-2.6, 0, 2.6]) drawRadiator(left, x, 1.3, 0.6);
    drawBoard(back, -0.2, 0.95, 4.2, 1.3, random.chance(0.75) ? 'chalk' : 'white');
    drawClock(back, 2.6, 2.5, 0.18);
    drawMap(back, 3.1, 1.1);
    drawFlag(back, -3.5, 0.4, 2.2);
    for (let i = 0; i < 6; i++)
      drawNotice(right, -1.2 + (i % 3) * 0.62, 1.3 + Math.floor(i / 3) * 0.55, 0.46, 0.36, {
        tone: 0.95,
        tint: accent(random),
        line: 0.8,
      });
    drawBookcase(right.at(2.6, 0, 0), 2.2, 1.1, wood);
    k.at(3.85, 1.1, 2.4).lathe(
      0,
      0,
      0,
      [
        [0.12, 0],
        [0.02, 0.05],
        [0.02, 0.1],
        [0.11, 0.16],
        [0.16, 0.28],
        [0.11, 0.4],
        [0.001, 0.44],
      ],
      { tone: 0.6, tint: [0.6, 0.8, 1] },
      14,
    );
    drawPinboard(front, 1.4, 1, 3, 1.2);
    drawCoatRack(front, -1.2, 5, 1.5);
    // The teacher's desk on a low platform.
    k.box(0, 0, -3.2, 6.4, 0.16, 1.7, wood);
    drawDesk(k.at(1.5, 0.16, -2.85, Math.PI), 1.5, 0.7, wood);
    drawChair(k.at(1.5, 0.16, -3.5), wood);
    drawBookPile(k.at(1.95, 0.9, -2.8), 3);
    k.lathe(
      1.1,
      0.9,
      -2.8,
      [
        [0.03, 0],
        [0.05, 0.04],
        [0.04, 0.07],
        [0.001, 0.08],
      ],
      { tone: 0.6, tint: [0.95, 0.45, 0.4] },
      10,
    );
    for (let row = 0; row < 3; row++)
      for (let column = 0; column < 3; column++) {
        const [x, z] = [-2.3 + column * 2.2, -0.9 + row * 1.5];
        const desk = k.at(x + random.range(-0.05, 0.05), 0, z, Math.PI + random.range(-0.06, 0.06));
        drawSchoolDesk(desk, 1.25, wood);
        for (const side of [-0.3, 0.3])
          drawShellChair(desk.at(side, 0, -0.55 + random.range(-0.1, 0.05), random.range(-0.15, 0.15)), seat);
        if (random.chance(0.6)) drawPapers(desk.at(-0.3, 0.74, 0), 1);
        if (random.chance(0.5)) drawBookPile(desk.at(0.35, 0.74, 0), 2);
        if (random.chance(0.35)) desk.box(0.68, 0.1, 0.1, 0.16, 0.4, 0.3, cloth(random, 0.5));
      }
    for (const x of [-2, 2]) for (const z of [-1.6, 1.6]) drawTubeLight(k.at(x, 3.1, z), 1.4, 0.4, 4.6);
    return placeIn(k, room, {
      marks: [
        standAt(k, 0.3, -1.95, -0.75, -1.75),
        standAt(k, -0.75, -1.75, 0.3, -1.95),
        { at: k.point(0, 0.16, -3.2), yaw: k.yaw, kind: 'stand' },
        sitAt(k, -2.6, -0.35, -0.5, -3.2),
        sitAt(k, -0.4, -0.35, 0, -3.2),
        sitAt(k, 1.8, -0.35, 0.5, -3.2),
        sitAt(k, -2.0, 1.15, 0, -3.2),
        sitAt(k, 0.2, 1.15, 0, -3.2),
        standAt(k, 3.4, -2.2, 0, 0),
        standAt(k, -3.5, 0.3, -6, 0.3),
      ],
      views: [
        [[2.9, 1.7, 3.7], [-0.55, 1.15, -1.6], 56],
        [[-2.8, 1.75, -3.4], [0.7, 0.95, 0.9], 56],
      ],
      lamp: [0, 2.8, 0],
    });
  },
};

/** A school map on a roller. */
function drawMap(k: Local, x: number, y: number): void {
  k.tube(
    [
      [x - 0.5, y + 1.25, 0.05],
      [x + 0.5, y + 1.25, 0.05],
    ],
    0.025,
    walnut,
    6,
  );
  k.panel(x, y, 0.03, 0.92, 1.25, { tone: 0.9, tint: [0.8, 0.93, 1] });
  for (let i = 0; i < 3; i++) {
    const [cx, cy] = [x + k.random.range(-0.25, 0.25), y + 0.3 + i * 0.33];
    const r = k.random.range(0.1, 0.19);
    k.face(
      Array.from(
        { length: 9 },
        (_, j) =>
          [
            cx + Math.sin((j / 9) * Math.PI * 2) * r * k.random.range(0.75, 1.15),
            cy + Math.cos((j / 9) * Math.PI * 2) * r * 0.8,
            0.034,
          ] as V3,
      ),
      { tone: 0.75, tint: accent(k.random), line: 0.7 },
    );
  }
}
