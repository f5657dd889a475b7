/** @file A cave: rough rock all around, dripstones, pools, a mouth of light at its end, a small fire. */
import type { V3 } from '../../world/vector.js';
import { Local, type Paint } from '../furniture/local.js';
import { sitAt, standAt } from '../furniture/marks.js';
import { iron, oak, walnut } from '../furniture/materials.js';
import { drawOutlook } from '../furniture/window.js';
import type { PlaceGrammar } from '../place.js';

/** A cave, mine or tunnel. */
export const cave: PlaceGrammar = {
  name: 'cave',
  words: [
    'cave',
    'cavern',
    'grotto',
    'mine',
    'mine shaft',
    'tunnel',
    'sewer',
    'sewers',
    'catacombs',
    'grotte',
    'caverne',
    'mine de charbon',
    'égouts',
    'catacombes',
    'höhle',
    'bergwerk',
    'stollen',
    'kanalisation',
    'katakomben',
    'cueva',
    'caverna',
    'mina',
    'túnel',
    'alcantarilla',
    'catacumbas',
    '洞穴',
    '山洞',
    '洞',
    '矿井',
    '隧道',
    '下水道',
    '地道',
  ],
  interior: true,
  build(scene, random, request) {
    const k = new Local(scene, random, request.time);
    const rings = 15;
    const around = 18;
    const [near, far] = [7.5, -9];
    const rock: Paint = { tone: 0.6, tint: [0.95, 0.92, 0.9], crease: 0.22, line: 1.1 };
    const wobble = (i: number, j: number): number =>
      1 + 0.2 * Math.sin(i * 1.9 + phase) * Math.sin(j * 1.3 + phase * 2) + 0.14 * Math.sin(i * 3.7 + j * 2.1 + phase);
    const phase = random.range(0, 6);
    const point = (i: number, j: number): V3 => {
      const t = j / (rings - 1);
      const a = (i / around) * Math.PI * 2;
      const grow = t < 0.12 ? 0.5 + t * 4 : t > 0.8 ? 1 - (t - 0.8) * 2.6 : 1;
      const bend = Math.sin(t * 2.2) * 0.8 - 0.4;
      const y = 1.3 + Math.cos(a) * 2.5 * grow * wobble(i % around, j);
      return [bend + Math.sin(a) * 3.9 * grow * wobble((i + 5) % around, j), Math.max(-0.15, y), near + (far - near) * t];
    };
    const label = scene.surf(rock);
    for (let j = 0; j + 1 < rings; j++)
      for (let i = 0; i < around; i++) {
        const [a, b, c, d] = [point(i, j), point(i + 1, j), point(i + 1, j + 1), point(i, j + 1)];
        k.face([a, b, c], label);
        k.face([a, c, d], label);
      }
    k.face(
      Array.from({ length: around }, (_, i) => point(i, 0)),
      { ...rock, tone: 0.4 },
    );
    scene.ground(
      -6,
      6,
      -9.5,
      8,
      26,
      34,
      (gx, gz) => -0.03 + 0.05 * Math.sin(gx * 1.7 + phase) * Math.sin(gz * 1.3) + Math.max(0, Math.abs(gx) - 2.2) ** 2 * 0.28,
      { tone: 0.62, tint: [0.95, 0.9, 0.85], crease: 0.2 },
    );
    drawOutlook(k.at(0, 0, far - 0.5), 'hills', 0.4);
    // Dripstones, boulders, a pool, timber props where it is a mine.
    for (let i = 0; i < 17; i++) {
      const [cx, cz] = [random.range(-2.8, 2.8), random.range(-7, 5)];
      const long = random.range(0.4, 1.3);
      if (Math.abs(cx) < 1.1 && cz > -3) continue;
      k.lathe(
        cx,
        3.5 - long,
        cz,
        [
          [0.01, 0],
          [0.07, long * 0.4],
          [0.2, long],
          [0.34, long + 0.6],
        ],
        rock,
        8,
      );
      if (random.chance(0.5))
        k.lathe(
          cx,
          -0.05,
          cz,
          [
            [0.3, 0],
            [0.16, long * 0.25],
            [0.01, long * 0.7],
          ],
          rock,
          8,
        );
    }
    for (let i = 0; i < 15; i++) {
      const s = random.range(0.22, 0.7);
      const side = random.chance(0.5) ? 1 : -1;
      k.blob(side * random.range(2, 3), s * 0.3, random.range(-7.5, 5.5), [s * 1.3, s, s], rock, 0.2, 5);
    }
    k.lathe(
      1.7,
      0.03,
      -2.6,
      [
        [0.9, 0],
        [0.001, 0.005],
      ],
      { tone: 0.4, tint: [0.75, 0.9, 1], soft: 'water' },
      18,
    );
    if (/mine|mina|bergwerk|stollen|tunnel|矿|隧道/.test(request.words)) {
      for (let pz = -7; pz < 6; pz += 2.6) {
        for (const s of [-1, 1])
          k.tube(
            [
              [s * 1.9, 0, pz],
              [s * 1.75, 2.6, pz],
            ],
            0.13,
            oak,
            7,
          );
        k.tube(
          [
            [-2.1, 2.65, pz],
            [2.1, 2.65, pz],
          ],
          0.14,
          oak,
          7,
        );
      }
      for (const s of [-0.4, 0.4]) k.box(s, 0.06, -1, 0.07, 0.08, 15, iron);
      for (let pz = -8; pz < 6.5; pz += 0.7) k.box(0, 0.02, pz, 1.3, 0.06, 0.2, oak);
    }
    // Fire with stones.
    for (let i = 0; i < 8; i++)
      k.blob(-1.55 + Math.sin(i * 0.785) * 0.42, 0.06, 0.2 + Math.cos(i * 0.785) * 0.42, [0.14, 0.1, 0.13], rock, 0.2, 4);
    for (let i = 0; i < 5; i++)
      k.tube(
        [
          [-1.55 + Math.sin(i * 1.26) * 0.34, 0.05, 0.2 + Math.cos(i * 1.26) * 0.34],
          [-1.55, 0.3, 0.2],
        ],
        0.05,
        walnut,
        6,
      );
    for (let i = 0; i < 6; i++)
      k.lathe(
        -1.55 + Math.sin(i * 2.4) * 0.12,
        0.14,
        0.2 + Math.cos(i * 2.4) * 0.12,
        [
          [0.05, 0],
          [0.09, 0.1],
          [0.001, 0.3 + 0.22 * Math.sin(i * 1.9) ** 2],
        ],
        { tone: 1, glow: 1, tint: [1, 0.76, 0.4], line: 0.7 },
        6,
      );
    k.light(-1.4, 0.7, 0.3, 1.35, 5.2, true);
    k.light(-1.2, 1.2, 0.6, 0.4, 6, true);
    if (!k.dark) {
      k.scene.lights.push({ p: k.point(0, 1.7, -7.6), power: 0.9, range: 7 });
      k.scene.lights.push({ p: k.point(0.4, 2, 2), power: 0.3, range: 8 });
    } else k.scene.lights.push({ p: k.point(0, 1.8, -6), power: 0.25, range: 7 });
    return {
      marks: [
        standAt(k, -0.6, 0.95, 0.65, 0.6),
        standAt(k, 0.65, 0.6, -0.6, 0.95),
        sitAt(k, -1.0, -0.85, -1.55, 0.2, 0.3),
        sitAt(k, -0.55, 0.25, -1.55, 0.2, 0.28),
        standAt(k, 0.3, -3.4, 0, -9),
        standAt(k, 0.9, -1.6, 1.7, -2.6),
        standAt(k, 0.2, 3.2, 0, 0),
        standAt(k, 0.0, -6.2, 0, 0),
      ],
      views: [
        { eye: k.point(0.7, 1.45, 5.0), target: k.point(-0.15, 1.25, -1.5), fov: 56 },
        { eye: k.point(0.3, 1.6, -4.6), target: k.point(-0.2, 1.05, 0.8), fov: 58 },
      ],
      centre: k.point(0, 1, -0.5),
      radius: 9.5,
      interior: true,
      bounds: { min: k.point(-2.3, 0, -8), max: k.point(2.3, 2.8, 6) },
      lamp: k.point(-1.4, 0.7, 0.3),
      daylight: [-0.2, 0.35, -0.9],
      exit: k.point(0, 0, -7.6),
    };
  },
};
