/** @file A hospital ward: beds with curtains between, drip stands, monitors, a nurse's trolley. */
import { drawHospitalBed } from '../furniture/beds.js';
import { drawTubeLight } from '../furniture/lamps.js';
import { Local } from '../furniture/local.js';
import { lieAt, sitAt, standAt } from '../furniture/marks.js';
import { accent, birch, black, steel, white } from '../furniture/materials.js';
import { drawClock, drawMirror, drawPinboard } from '../furniture/on-walls.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawShellChair } from '../furniture/seats.js';
import { drawCupboard } from '../furniture/storage.js';
import { drawBottle, drawFlowers } from '../furniture/things.js';
import { drawOutlook } from '../furniture/window.js';
import type { PlaceGrammar } from '../place.js';

/** A ward or a patient's room. */
export const hospitalWard: PlaceGrammar = {
  name: 'hospital-ward',
  words: [
    'ward',
    'hospital ward',
    'hospital room',
    'patient room',
    "patient's room",
    'sickroom',
    'infirmary',
    'intensive care',
    'icu',
    'emergency room',
    'clinic',
    'hospital',
    "chambre d'hôpital",
    'hôpital',
    'infirmerie',
    'clinique',
    'urgences',
    'krankenzimmer',
    'krankenhaus',
    'krankenstation',
    'klinik',
    'notaufnahme',
    'habitación de hospital',
    'enfermería',
    'clínica',
    'urgencias',
    '病房',
    '医院',
    '诊所',
    '急诊室',
    '重症监护室',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const curtain = { tone: 0.82, tint: accent(random), soft: 'cloth' as const };
    const room = buildRoom(k, {
      width: 7.6,
      depth: 6.2,
      height: 2.9,
      wall: { tone: 0.93, tint: [0.95, 1, 0.98] },
      dado: { height: 1.05, paint: { tone: 0.8, tint: [0.72, 0.9, 0.86] } },
      floor: { tone: 0.78, tint: [0.9, 0.96, 0.98] },
      floorFinish: 'large-tiles',
      windows: [
        { wall: 'left', x: 1, width: 1.7, from: 1, to: 2.4, panes: [2, 2], blinds: true },
        { wall: 'left', x: -1.4, width: 1.7, from: 1, to: 2.4, panes: [2, 2], blinds: true },
      ],
      doors: [
        { wall: 'right', x: 1.9, leaf: 'window', width: 1.1, paint: birch },
        { wall: 'front', x: 0, double: true, leaf: 'window', paint: birch },
      ],
    });
    drawOutlook(room.wall('left'), 'town', 7);
    const back = room.wall('back');
    for (const [i, x] of [-2.3, 0.1, 2.5].entries()) {
      drawHospitalBed(k.at(x, 0, -1.95));
      back.box(x, 1.35, 0.05, 1.5, 0.2, 0.1, { tone: 0.85, tint: [0.85, 0.92, 1] });
      for (const dx of [-0.5, -0.3, 0.35]) back.panel(x + dx, 1.4, 0.104, 0.09, 0.09, { tone: 0.4, line: 0.6 });
      back.box(x, 1.85, 0.08, 0.7, 0.08, 0.14, back.shine([0.95, 1, 1]));
      back.light(x, 1.75, 0.5, 0.42, 2.7, false, i === 1);
      const cabinet = k.at(x + 0.8, 0, -2.65);
      cabinet.box(0, 0.08, 0, 0.42, 0.68, 0.42, birch);
      cabinet.outline(0, 0.42, 0.215, 0.36, 0.28, 0.7);
      if (random.chance(0.6)) drawFlowers(cabinet.at(0, 0.76, 0));
      else drawBottle(cabinet.at(0, 0.76, 0), { tone: 0.86, tint: [0.8, 0.95, 1] }, 0.26);
      drawDrip(k.at(x - 0.72, 0, -2.3));
    }
    // The heart monitor beside the middle bed.
    back.tube(
      [
        [-0.75, 1.3, 0.02],
        [-0.75, 1.5, 0.25],
      ],
      0.025,
      steel,
      6,
    );
    const monitor = back.at(-0.75, 1.42, 0.3);
    monitor.box(0, 0, 0, 0.42, 0.34, 0.12, black);
    monitor.panel(0, 0.04, 0.065, 0.36, 0.26, { tone: 0.4, glow: 0.35, tint: [0.6, 1, 0.8], line: 0.6 });
    monitor.line(
      [
        [-0.16, 0.16, 0.07],
        [-0.06, 0.16, 0.07],
        [-0.03, 0.26, 0.07],
        [0.01, 0.08, 0.07],
        [0.04, 0.16, 0.07],
        [0.16, 0.16, 0.07],
      ],
      1.6,
      { color: '#c9ffd9', alpha: 0.95, px: true },
    );
    // Curtains on a rail between the beds.
    for (const x of [-1.1, 1.35]) {
      k.tube(
        [
          [x, 2.25, -3.05],
          [x, 2.25, -0.7],
        ],
        0.016,
        steel,
        5,
      );
      const label = scene.surf(curtain);
      for (let i = 0; i < 8; i++) {
        const [a, b] = [-2.98 + i * 0.11, -2.98 + (i + 1) * 0.11];
        k.face(
          [
            [x + (i % 2) * 0.07, 0.35, a],
            [x + ((i + 1) % 2) * 0.07, 0.35, b],
            [x + ((i + 1) % 2) * 0.07, 2.23, b],
            [x + (i % 2) * 0.07, 2.23, a],
          ],
          label,
        );
        k.line(
          [
            [x + (i % 2) * 0.07 + 0.02, 0.4, a],
            [x + (i % 2) * 0.07 + 0.02, 2.2, a],
          ],
          0.7,
          { alpha: 0.7 },
        );
      }
    }
    drawShellChair(k.at(1.0, 0, -0.85, 2.6 + Math.PI), { tone: 0.6, tint: accent(random) });
    drawShellChair(k.at(-1.15, 0, -0.2, -2.3), { tone: 0.6, tint: accent(random) });
    drawTrolley(k.at(2.0, 0, -0.35, -0.5));
    const [right, front] = [room.wall('right'), room.wall('front')];
    drawClock(right, -0.5, 2.2);
    drawPinboard(right, -0.9, 1.2, 1.1, 0.7);
    front.box(1.5, 0, 0.26, 0.6, 0.85, 0.45, white);
    front.lathe(
      1.5,
      0.86,
      0.28,
      [
        [0.2, 0],
        [0.24, 0.06],
        [0.16, 0.02],
      ],
      white,
      14,
    );
    drawMirror(front, 1.5, 1.2, 0.5, 0.6);
    drawCupboard(front.at(3.0, 0, 0), 1.2, 1.9, 0.42, white);
    for (const x of [-1.8, 1.6]) drawTubeLight(k.at(x, 2.9, 0.2), 1.3, 0.36, 4);
    return placeIn(k, room, {
      marks: [
        standAt(k, 0.9, 0.55, -0.4, 0.95),
        standAt(k, -0.4, 0.95, 0.9, 0.55),
        lieAt(k, 0.1, -1.9, 0, 0.72),
        lieAt(k, -2.3, -1.9, 0, 0.72),
        sitAt(k, 0.98, -0.95, 0.1, -2, 0.45),
        standAt(k, -0.75, -1.45, 0.1, -2),
        standAt(k, -2.9, 0.8, -6, 0.8),
        standAt(k, 2.9, 1.6, 0, 0),
      ],
      views: [
        [[2.9, 1.6, 2.75], [-0.35, 0.95, -1.2], 56],
        [[-3.2, 1.65, -0.9], [1.2, 0.95, 1.2], 58],
      ],
      lamp: [0.1, 1.8, -2.5],
      exit: [0, 0, 2.5],
    });
  },
};

/** A drip on its stand. */
function drawDrip(k: Local): void {
  for (let i = 0; i < 4; i++)
    k.tube(
      [
        [0, 0.12, 0],
        [Math.sin(i * 1.57) * 0.2, 0.04, Math.cos(i * 1.57) * 0.2],
      ],
      0.014,
      steel,
      4,
    );
  k.tube(
    [
      [0, 0.1, 0],
      [0, 1.95, 0],
    ],
    0.012,
    steel,
    5,
  );
  k.tube(
    [
      [-0.12, 1.9, 0],
      [-0.12, 1.95, 0],
      [0.12, 1.95, 0],
      [0.12, 1.9, 0],
    ],
    0.008,
    steel,
    4,
  );
  k.box(0.12, 1.66, 0, 0.11, 0.22, 0.04, { tone: 0.92, tint: [0.85, 0.96, 1] });
  k.line(
    [
      [0.12, 1.66, 0],
      [0.16, 1.2, 0.1],
      [0.4, 0.8, 0.4],
    ],
    0.9,
  );
}

/** A dressing trolley. */
function drawTrolley(k: Local): void {
  for (const x of [-0.36, 0.36])
    for (const z of [-0.22, 0.22])
      k.tube(
        [
          [x, 0.05, z],
          [x, 0.9, z],
        ],
        0.014,
        steel,
        5,
      );
  for (const y of [0.25, 0.84]) k.box(0, y, 0, 0.76, 0.025, 0.48, steel);
  for (let i = 0; i < 4; i++)
    k.lathe(
      -0.26 + i * 0.12,
      0.865,
      -0.12,
      [
        [0.035, 0],
        [0.035, 0.12 + (i % 2) * 0.05],
        [0.02, 0.17],
      ],
      { tone: 0.75, tint: accent(k.random), line: 0.8 },
      8,
    );
  k.lathe(
    0.2,
    0.865,
    0.08,
    [
      [0.08, 0],
      [0.13, 0.05],
      [0.12, 0.05],
    ],
    steel,
    12,
  );
  k.box(-0.1, 0.275, 0, 0.4, 0.2, 0.3, white);
}
