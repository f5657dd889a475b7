/** @file A control room: a long desk of faders and keys before a wall of screens, microphones behind glass. */
import type { V3 } from '../../world/vector.js';
import { drawTubeLight } from '../furniture/lamps.js';
import { drawSign } from '../furniture/lettering.js';
import { Local } from '../furniture/local.js';
import { sitAt, standAt } from '../furniture/marks.js';
import { accent, black, cloth, steel, walnut, white } from '../furniture/materials.js';
import { drawClock, drawPinboard, drawWallScreen } from '../furniture/on-walls.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawOfficeChair, drawSofa } from '../furniture/seats.js';
import { drawDesk } from '../furniture/tables.js';
import { drawCup, drawMonitor, drawPapers } from '../furniture/things.js';
import type { PlaceGrammar } from '../place.js';

/** A studio, a mission control, a surveillance room. */
export const controlRoom: PlaceGrammar = {
  name: 'control-room',
  words: [
    'control room',
    'studio',
    'recording studio',
    'tv studio',
    'television studio',
    'radio studio',
    'radio station',
    'newsroom studio',
    'mission control',
    'security room',
    'surveillance room',
    'editing room',
    'edit suite',
    'projection room',
    'server room',
    'command center',
    'command centre',
    'régie',
    "studio d'enregistrement",
    'salle de contrôle',
    'kontrollraum',
    'leitstelle',
    'tonstudio',
    'fernsehstudio',
    'schaltzentrale',
    'serverraum',
    'sala de control',
    'estudio de grabación',
    'estudio de televisión',
    '控制室',
    '演播室',
    '录音棚',
    '录音室',
    '监控室',
    '机房',
    '指挥中心',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const room = buildRoom(k, {
      width: 7.6,
      depth: 6.6,
      height: 3,
      wall: { tone: 0.5, tint: [0.85, 0.9, 1] },
      wallFinish: 'panels',
      floor: { tone: 0.46, tint: [0.85, 0.88, 1] },
      floorFinish: 'carpet',
      ceiling: { tone: 0.45 },
      doors: [
        { wall: 'right', x: 1.8, leaf: 'window', paint: steel },
        { wall: 'front', x: -2, leaf: 'steel', paint: steel },
      ],
    });
    const [back, left, right, front] = [room.wall('back'), room.wall('left'), room.wall('right'), room.wall('front')];
    // A wall of screens around a big one.
    drawWallScreen(back, 0, 1.2, 2.5, 1.5, true);
    const chart: V3[] = Array.from({ length: 25 }, (_, i) => [-1.1 + i * 0.09, 1.95 + Math.sin(i * 0.55) * 0.3, 0.072]);
    back.line(chart, 1.8);
    for (let i = 1; i < 5; i++)
      back.line(
        [
          [-1.15, 1.25 + i * 0.28, 0.07],
          [1.15, 1.25 + i * 0.28, 0.07],
        ],
        0.5,
        { alpha: 0.6 },
      );
    for (let i = 0; i < 4; i++)
      for (const side of [-1, 1]) {
        const [x, y] = [side * (1.78 + (i % 2) * 1.0), 1.2 + Math.floor(i / 2) * 0.78];
        drawWallScreen(back, x, y, 0.94, 0.7, random.chance(0.8));
        back.line(
          [
            [x - 0.35, y + 0.2, 0.07],
            [x, y + random.range(0.25, 0.55), 0.07],
            [x + 0.35, y + 0.3, 0.07],
          ],
          1,
        );
        if (random.chance(0.5)) back.panel(x + 0.1, y + 0.1, 0.068, 0.3, 0.25, { tone: 0.5, line: 0.6 });
      }
    back.light(0, 1.8, 1.2, 0.75, 4.2, true, false);
    // Desk of faders along x, and the director's row behind it.
    const desk = k.at(0, 0, -0.9);
    desk.prism(
      [
        [-0.5, 0],
        [0.1, 0],
        [0.45, 0.68],
        [0.45, 0.74],
        [-0.35, 0.98],
        [-0.5, 0.98],
      ],
      -2.5,
      2.5,
      { tone: 0.42, tint: [0.9, 0.85, 0.8] },
    );
    for (let x = -2.3; x < 2.35; x += 0.1)
      for (const t of [0.12, 0.35, 0.6, 0.85]) {
        const [y, z] = [0.745 + 0.24 * t, 0.44 - 0.8 * t];
        if (t === 0.12) {
          desk.line(
            [
              [x, y - 0.02, z + 0.06],
              [x, y + 0.05, z - 0.12],
            ],
            0.6,
          );
          desk.box(x, y + random.range(-0.01, 0.03), z - random.range(0, 0.1), 0.035, 0.02, 0.03, white);
        } else if (random.chance(0.7))
          desk.box(x, y, z, 0.04, 0.014, 0.04, {
            tone: random.range(0.3, 0.95),
            tint: accent(random),
            glow: random.chance(0.25) ? 0.85 : undefined,
            line: 0.5,
          });
      }
    desk.light(0, 1.3, 0.3, 0.25, 2.4, true);
    for (const x of [-1.2, 1.2]) {
      desk.tube(
        [
          [x, 0.98, -0.42],
          [x, 1.2, -0.3],
          [x + 0.1, 1.26, -0.1],
        ],
        0.009,
        black,
        4,
      );
      desk.blob(x + 0.12, 1.26, -0.06, [0.03, 0.03, 0.045], black, 0, 5);
    }
    for (const x of [-1.75, 1.75]) {
      desk.box(x, 0.98, -0.42, 0.26, 0.4, 0.22, black);
      for (const y of [1.08, 1.26])
        desk.lathe(
          x,
          y - 0.05,
          -0.3,
          [
            [0.001, 0],
            [0.07, 0.05],
            [0.001, 0.1],
          ],
          { tone: 0.35 },
          10,
        );
    }
    for (const x of [-1.1, 0.1, 1.3])
      drawOfficeChair(k.at(x, 0, 0.15 + random.range(-0.05, 0.1), Math.PI + random.range(-0.3, 0.3)), black);
    drawDesk(k.at(0.6, 0, 1.75, Math.PI), 2.2, 0.7, walnut);
    drawMonitor(k.at(1.1, 0.74, 1.65, 0.1), true);
    drawPapers(k.at(0.3, 0.74, 1.75), 4);
    drawCup(k.at(0.75, 0.74, 1.95));
    drawOfficeChair(k.at(0.7, 0, 2.5, Math.PI), black);
    // Racks of equipment, a lit sign, clocks.
    for (const x of [-1.6, -0.8, 0]) {
      left.box(x, 0, 0.35, 0.7, 2.1, 0.7, black);
      for (let y = 0.15; y < 2; y += 0.16) {
        left.line(
          [
            [x - 0.3, y, 0.706],
            [x + 0.3, y, 0.706],
          ],
          0.8,
          { color: '#8b8f98', px: true, alpha: 0.9 },
        );
        for (let i = 0; i < 4; i++)
          if (random.chance(0.5))
            left.box(x - 0.25 + i * 0.1, y + 0.06, 0.71, 0.03, 0.025, 0.01, {
              tone: 0.9,
              glow: 0.85,
              tint: random.pick([
                [0.5, 1, 0.6],
                [1, 0.5, 0.4],
                [0.6, 0.8, 1],
              ] as V3[]),
              line: 0.5,
            });
      }
    }
    drawSign(right, 'ON AIR', -0.6, 2.25, 0.34, { tone: 0.5, tint: [1, 0.42, 0.38] }, '#fffdf6', true);
    drawPinboard(right, -0.6, 1.1, 1.6, 0.9);
    for (const x of [-0.4, 0.2, 0.8]) drawClock(front, x, 2.3, 0.17);
    drawSofa(front.at(0.9, 0, 0.5), cloth(random, 0.4), 3);
    for (const x of [-2, 2]) drawTubeLight(k.at(x, 3, 1), 1.2, 0.3, 4);
    return placeIn(k, room, {
      marks: [
        standAt(k, -1.75, 1.15, -0.6, 0.75),
        standAt(k, -0.6, 0.75, -1.75, 1.15),
        sitAt(k, 0.1, 0.05, 0, -3, 0.48),
        sitAt(k, 1.3, 0.05, 0, -3, 0.48),
        sitAt(k, 0.7, 2.35, 0.6, 0, 0.48),
        standAt(k, -2.6, -2.3, 0, 0),
        standAt(k, 2.8, -1.6, 0, -3),
        standAt(k, 2.6, 1.2, 0, 0),
      ],
      views: [
        [[2.4, 1.65, 2.95], [-0.45, 1.2, -1.1], 56],
        [[-2.6, 1.75, -2.5], [0.5, 0.95, 0.9], 58],
      ],
      lamp: [0, 1.8, -2],
    });
  },
};
