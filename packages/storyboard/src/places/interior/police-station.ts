/** @file A police station: the front desk behind its rail, wanted notices, desks with screens, a holding cell's bars. */
import { drawDeskLamp, drawTubeLight } from '../furniture/lamps.js';
import { drawSign } from '../furniture/lettering.js';
import { Local } from '../furniture/local.js';
import { sitAt, standAt } from '../furniture/marks.js';
import { birch, black, brass, iron, oak, shade, steel, walnut, white } from '../furniture/materials.js';
import { drawClock, drawCoatRack, drawFlag, drawPinboard } from '../furniture/on-walls.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawBench, drawOfficeChair, drawShellChair } from '../furniture/seats.js';
import { drawFiling } from '../furniture/storage.js';
import { drawCounter, drawDesk } from '../furniture/tables.js';
import { drawCup, drawMonitor, drawPapers, drawPlant, drawTelephone } from '../furniture/things.js';
import { drawOutlook } from '../furniture/window.js';
import type { PlaceGrammar } from '../place.js';

/** The public room or the squad room of the police. */
export const policeStation: PlaceGrammar = {
  name: 'police-station',
  words: [
    'police station',
    'police',
    'precinct',
    'station house',
    "sheriff's office",
    'police headquarters',
    'detective bureau',
    'commissariat',
    'poste de police',
    'gendarmerie',
    'hôtel de police',
    'polizeirevier',
    'polizeiwache',
    'polizeistation',
    'wache',
    'comisaría',
    'cuartel de policía',
    '警察局',
    '派出所',
    '公安局',
    '警局',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const room = buildRoom(k, {
      width: 8.4,
      depth: 7.4,
      height: 3,
      wall: { tone: 0.88, tint: [0.93, 0.97, 1] },
      dado: { height: 1.15, paint: { tone: 0.56, tint: [0.62, 0.76, 0.92] } },
      floor: { tone: 0.68, tint: [0.92, 0.94, 0.96] },
      floorFinish: random.pick(['large-tiles', 'checker']),
      windows: [{ wall: 'left', x: -0.6, width: 2.2, from: 1.05, to: 2.45, panes: [3, 1], blinds: true }],
      doors: [
        { wall: 'left', x: 2.3, leaf: 'glazed', paint: steel },
        { wall: 'front', x: -2, leaf: 'window', paint: oak },
        { wall: 'back', x: -2.6, leaf: 'window', paint: oak },
      ],
    });
    const [back, left, right, front] = [room.wall('back'), room.wall('left'), room.wall('right'), room.wall('front')];
    drawOutlook(left, 'town');
    drawSign(back, 'POLICE', 0.5, 2.3, 0.46, { tone: 0.26, tint: [0.55, 0.7, 1] }, '#fffdf6');
    // A shield beside the name.
    back.face(
      [
        [-1.6, 2.62, 0.03],
        [-1.3, 2.7, 0.03],
        [-1.0, 2.62, 0.03],
        [-1.05, 2.25, 0.03],
        [-1.3, 2.02, 0.03],
        [-1.55, 2.25, 0.03],
      ],
      brass,
    );
    back.line(
      [
        [-1.3, 2.6, 0.036],
        [-1.24, 2.44, 0.036],
        [-1.1, 2.44, 0.036],
        [-1.21, 2.34, 0.036],
        [-1.16, 2.18, 0.036],
        [-1.3, 2.27, 0.036],
        [-1.44, 2.18, 0.036],
        [-1.39, 2.34, 0.036],
        [-1.5, 2.44, 0.036],
        [-1.36, 2.44, 0.036],
        [-1.3, 2.6, 0.036],
      ],
      1.1,
    );
    drawPinboard(back, 0.5, 1.15, 2.6, 1);
    drawMapOfTown(left, 0.9 - 1.9 + 3.2 - 0.6, 1.2);
    // Front desk.
    drawCounter(k.at(-0.4, 0, -1.55), 3.6, 0.62, 1.14, oak, shade(walnut, 1.1), 0.6);
    drawMonitor(k.at(-1.2, 1.14, -1.62, Math.PI + 0.3), true, false);
    drawTelephone(k.at(-0.2, 1.14, -1.6));
    drawPapers(k.at(0.5, 1.14, -1.5), 3);
    drawDeskLamp(k.at(1.15, 1.14, -1.65, -0.4), brass);
    // Holding cell on the right.
    const bars = k.at(2.55, 0, -1.7, -Math.PI / 2);
    for (let i = 0; i <= 15; i++)
      bars.tube(
        [
          [-2 + i * 0.26, 0, 0],
          [-2 + i * 0.26, 3, 0],
        ],
        0.02,
        iron,
        5,
      );
    for (const y of [0.06, 1.1, 2.15]) bars.box(-0.05, y, 0, 3.9, 0.07, 0.04, iron);
    bars.box(0.45, 1.0, 0.02, 0.2, 0.28, 0.08, iron);
    for (const x of [-0.33, 0.71]) bars.box(x, 0, 0, 0.07, 2.15, 0.05, iron);
    for (let i = 0; i <= 6; i++)
      k.tube(
        [
          [2.55 + i * 0.27, 0, 0.25],
          [2.55 + i * 0.27, 3, 0.25],
        ],
        0.02,
        iron,
        5,
      );
    k.box(3.75, 0.36, -1.9, 0.6, 0.1, 2.6, { tone: 0.5 });
    // A desk in front, chairs along the wall.
    drawDesk(k.at(1.5, 0, 1.5, -Math.PI / 2), 1.5, 0.75, birch);
    drawMonitor(k.at(1.55, 0.74, 1.9, -Math.PI / 2 - 0.2), true, true);
    drawPapers(k.at(1.5, 0.74, 1.2), 3);
    drawCup(k.at(1.75, 0.74, 1.45), white, true);
    drawOfficeChair(k.at(0.75, 0, 1.5, Math.PI / 2), black);
    drawShellChair(k.at(2.35, 0, 1.5, -Math.PI / 2), { tone: 0.5 });
    drawBench(left.at(-2.4 + 0.2, 0, 0.4), 1.7, oak);
    for (const x of [-2.6, -2.1]) drawFiling(front.at(x, 0, 0));
    drawCoatRack(front, 0.6, 4, 1.6);
    drawPinboard(front, -0.9, 1.1, 1.3, 1);
    drawClock(right, 2.2, 2.35, 0.18);
    drawFlag(back, 2.0, 0.4, 2.2, [0.55, 0.65, 1]);
    drawPlant(k.at(-3.8, 0, 0.6), 1.2);
    for (const x of [-1.6, 1.4]) for (const z of [-1.4, 1.6]) drawTubeLight(k.at(x, 3, z), 1.4, 0.5, 4.6);
    return placeIn(k, room, {
      marks: [
        standAt(k, -0.35, -0.85, -0.35, -2.3),
        standAt(k, -0.35, -2.25, -0.35, -0.8),
        sitAt(k, 0.85, 1.5, 2.4, 1.5, 0.48),
        sitAt(k, 2.25, 1.5, 0.7, 1.5),
        standAt(k, -1.7, 0.4, -0.4, -0.6),
        sitAt(k, 3.6, -1.7, 2, -1.5, 0.46),
        sitAt(k, -3.75, 2.2, 0, 1, 0.46),
        standAt(k, -0.6, 2.6, 0, 0),
      ],
      views: [
        [[-1.5, 1.6, 3.4], [0.35, 1.25, -1.1], 58],
        [[1.9, 1.65, -2.9], [-0.3, 1.1, 0.6], 60],
      ],
      lamp: [1.15, 1.5, -1.65],
      exit: [-3.6, 0, -2.3],
    });
  },
};

/** A town map with pins. */
function drawMapOfTown(k: Local, x: number, y: number): void {
  k.panel(x, y, 0.02, 0.9, 0.8, { tone: 0.92, tint: [0.95, 1, 0.9] });
  for (let i = 0; i < 6; i++) {
    k.line(
      [
        [x - 0.44, y + k.random.range(0.08, 0.72), 0.025],
        [x + 0.44, y + k.random.range(0.08, 0.72), 0.025],
      ],
      0.7,
    );
    k.line(
      [
        [x + k.random.range(-0.4, 0.4), y + 0.02, 0.025],
        [x + k.random.range(-0.4, 0.4), y + 0.78, 0.025],
      ],
      0.7,
    );
  }
}
