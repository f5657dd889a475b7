/** @file A flight deck: wide slanted windows on the stars or the sky, two pilots' seats, panels of keys all around. */
import type { V3 } from '../../world/vector.js';
import { drawConsole } from '../furniture/hull.js';
import { Local, type Paint } from '../furniture/local.js';
import { sitAt, standAt } from '../furniture/marks.js';
import { accent, black, cloth, iron, steel } from '../furniture/materials.js';
import { buildRoom, placeIn } from '../furniture/room.js';
import { drawTravelSeat } from '../furniture/seats.js';
import type { PlaceGrammar } from '../place.js';

/** The cockpit of an aeroplane or the bridge of a space ship. */
export const cockpit: PlaceGrammar = {
  name: 'cockpit',
  words: [
    'cockpit',
    'flight deck',
    'command module',
    'starship bridge',
    'spaceship bridge',
    'space ship bridge',
    'space station bridge',
    'helicopter',
    'shuttle',
    'space shuttle',
    'capsule',
    'space capsule',
    "cockpit d'avion",
    'poste de pilotage',
    'pilotenkanzel',
    'flugdeck',
    'hubschrauber',
    'cabina de mando',
    'cabina del piloto',
    'helicóptero',
    '驾驶舱',
    '直升机',
    '航天飞机',
    '指挥舱',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const space =
      /space|star|orbit|capsule|module|raum|espacial|spatial|太空|宇宙|指挥舱/.test(request.words) || random.chance(0.5);
    const hull: Paint = { tone: 0.5, tint: [0.86, 0.92, 1] };
    const panel: Paint = { tone: 0.34, tint: [0.85, 0.9, 1] };
    const room = buildRoom(k, {
      width: 3.8,
      depth: 5,
      height: 2.3,
      wall: hull,
      floor: { tone: 0.34 },
      floorFinish: 'large-tiles',
      ceiling: 'none',
      skirting: 'none',
      without: ['back', 'left', 'right'],
      doors: [{ wall: 'front', x: 0, leaf: 'steel', width: 0.85, height: 1.95, paint: steel }],
    });
    // Side walls and ceiling that taper forward; windows between struts.
    const sill: V3[] = [
      [-1.9, 1.0, -0.6],
      [-1.5, 1.0, -2.0],
      [-0.75, 1.0, -2.6],
      [0.75, 1.0, -2.6],
      [1.5, 1.0, -2.0],
      [1.9, 1.0, -0.6],
    ];
    const head: V3[] = [
      [-1.6, 1.95, -0.5],
      [-1.25, 1.95, -1.6],
      [-0.6, 1.95, -2.05],
      [0.6, 1.95, -2.05],
      [1.25, 1.95, -1.6],
      [1.6, 1.95, -0.5],
    ];
    for (let i = 0; i < 5; i++) {
      k.face([[sill[i][0], 0, sill[i][2]], [sill[i + 1][0], 0, sill[i + 1][2]], sill[i + 1], sill[i]], hull);
      k.tube([sill[i], sill[i + 1]], 0.05, panel, 6);
      k.tube([head[i], head[i + 1]], 0.05, panel, 6);
    }
    for (let i = 0; i < 6; i++) k.tube([sill[i], head[i]], 0.055, panel, 6);
    k.face([head[0], head[1], head[2], head[3], head[4], head[5], [1.6, 2.15, 2.5], [-1.6, 2.15, 2.5]], {
      tone: 0.42,
      tint: [0.86, 0.92, 1],
    });
    for (const s of [-1, 1]) {
      k.face(
        [
          [s * 1.9, 0, -0.6],
          [s * 1.9, 0, 2.5],
          [s * 1.9, 1.3, 2.5],
          [s * 1.9, 1.0, -0.6],
        ],
        hull,
      );
      k.face(
        [
          [s * 1.9, 1.0, -0.6],
          [s * 1.9, 1.3, 2.5],
          [s * 1.6, 2.15, 2.5],
          [s * 1.6, 1.95, -0.5],
        ],
        hull,
      );
    }
    const ahead = k.at(0, 0, -2.7);
    if (space) {
      ahead.panel(0, -90, -60, 300, 200, { tone: 0.04, tint: [0.8, 0.85, 1], line: 0.5 });
      for (const s of [-1, 1])
        k.face(
          [
            [s * 60, -60, -70],
            [s * 60, -60, 20],
            [s * 60, 90, 20],
            [s * 60, 90, -70],
          ],
          { tone: 0.04, tint: [0.8, 0.85, 1], line: 0.5 },
        );
      for (let i = 0; i < 150; i++) {
        const [x, y] = [random.range(-50, 50), random.range(-20, 32)];
        ahead.line(
          [
            [x, y, -58],
            [x + 0.2, y + 0.06, -58],
          ],
          random.range(1.2, 2.6),
          { color: '#fdfbf0', alpha: 0.95, px: true, bias: 0.5 },
        );
      }
      ahead.blob(
        random.range(-14, 14),
        random.range(-4, 6),
        -50,
        [9, 9, 6],
        { tone: 0.85, tint: accent(random), line: 0.9 },
        0,
        14,
      );
    } else {
      k.mat(0, -90, -600, 3000, 2600, { tone: 0.78, tint: [0.88, 0.93, 0.86] });
      for (let i = 0; i < 14; i++)
        k.blob(
          random.range(-70, 70),
          random.range(-22, -4),
          -random.range(60, 140),
          [random.range(10, 20), random.range(2, 4), 8],
          { tone: 0.98, line: 0.5 },
          0.3,
        );
    }
    // Main panel with screens, the pedestal between the seats, overhead switches.
    drawConsole(k.at(0, 0, -1.75), 2.5, panel, 4, 0.72);
    for (const s of [-1, 1]) drawConsole(k.at(s * 1.6, 0, 0.75, (-s * Math.PI) / 2), 1.5, panel, 2, 0.62);
    k.box(0, 0, -0.85, 0.42, 0.55, 1.3, panel);
    for (const x of [-0.1, 0, 0.1]) {
      k.tube(
        [
          [x, 0.55, -0.7],
          [x, 0.7, -0.8 - Math.abs(x)],
        ],
        0.012,
        steel,
        5,
      );
      k.box(x, 0.69, -0.82 - Math.abs(x), 0.05, 0.05, 0.05, { tone: 0.8, tint: [1, 0.6, 0.4] });
    }
    for (let i = 0; i < 26; i++) {
      const [x, z] = [-0.75 + (i % 9) * 0.19, -1.2 + Math.floor(i / 9) * 0.32];
      k.box(x, 1.93 + (z + 2) * 0.045, z, 0.06, 0.03, 0.06, {
        tone: 0.9,
        glow: random.chance(0.55) ? 0.85 : undefined,
        tint: random.pick([
          [1, 0.5, 0.4],
          [0.6, 1, 0.7],
          [1, 0.88, 0.5],
          [0.8, 0.92, 1],
        ] as V3[]),
        line: 0.5,
      });
    }
    const seat = cloth(random, 0.45);
    for (const x of [-0.62, 0.62]) {
      drawTravelSeat(k.at(x, 0, -0.45, Math.PI), seat, 0.5);
      k.tube(
        [
          [x, 0.5, -1.25],
          [x, 0.78, -1.08],
        ],
        0.025,
        iron,
        6,
      );
      k.tube(
        [
          [x - 0.16, 0.94, -1.02],
          [x - 0.14, 0.78, -1.05],
          [x + 0.14, 0.78, -1.05],
          [x + 0.16, 0.94, -1.02],
        ],
        0.018,
        black,
        6,
      );
    }
    drawTravelSeat(k.at(1.0, 0, 1.15, Math.PI + 0.9), seat, 0.5);
    k.box(-1.55, 0, 1.9, 0.5, 1.6, 0.7, panel);
    k.light(0, 1.9, 0.6, 0.6, 3.4, true, false);
    k.light(0, 1.2, -1.2, 0.4, 2.4, true, false);
    if (!k.dark && !space) k.scene.lights.push({ p: k.point(0, 1.5, -1.5), power: 0.5, range: 4 });
    const place = placeIn(k, room, {
      marks: [
        { at: k.point(-0.62, 0, -0.4), yaw: Math.PI - 0.3, kind: 'drive', seatHeight: 0.46 },
        { at: k.point(0.62, 0, -0.4), yaw: Math.PI + 0.3, kind: 'sit', seatHeight: 0.46 },
        standAt(k, -0.25, 0.85, 0, -3),
        sitAt(k, 0.95, 1.1, 0, -0.5, 0.46),
        standAt(k, 0.1, 1.8, 0, -3),
        standAt(k, -0.9, 1.4, 0.6, 0.6),
      ],
      views: [
        [[0.3, 1.55, 2.2], [-0.1, 1.15, -1.2], 62],
        [[-0.25, 1.5, -1.85], [0.15, 1.0, 0.3], 66],
      ],
      lamp: [0, 1.4, -1],
    });
    return { ...place, bounds: { min: [-1.5, 0, -1.95], max: [1.5, 1.95, 2.4] }, daylight: [-0.4, 0.55, -0.75] };
  },
};
