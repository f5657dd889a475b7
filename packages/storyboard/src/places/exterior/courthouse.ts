/** @file A court house: wide steps up to a row of columns under a pediment; people are small before it. */
import { raiseBlock } from '../landscape/buildings.js';
import { putLamp } from '../landscape/furniture.js';
import { signWord, writeSign } from '../landscape/lettering.js';
import { Local } from '../landscape/local.js';
import { coverOf, isDark, litShare, type Paint, STONE } from '../landscape/materials.js';
import { setDoor } from '../landscape/openings.js';
import { raiseRow } from '../landscape/rows.js';
import { layPlain, spot } from '../landscape/terrain.js';
import { plantBroadleaf } from '../landscape/trees.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

const STEPS = 12;
const RISE = 0.16;
const TREAD = 0.42;

/** Court house steps; the same temple front serves museums, banks and parliaments. */
export const courthouse: PlaceGrammar = {
  name: 'courthouse',
  words: tongues({
    en: 'courthouse steps, court house, courthouse, court, outside the court, city hall, town hall, museum, bank, parliament, library steps, embassy, university',
    fr: 'palais de justice, tribunal, mairie, hôtel de ville, musée, banque, ambassade, université',
    de: 'gericht, gerichtsgebäude, rathaus, museum, bank, botschaft, universität',
    es: 'juzgado, palacio de justicia, ayuntamiento, museo, banco, embajada, universidad',
    zh: '法院, 法庭门口, 市政厅, 博物馆, 银行, 大学, 大使馆',
  }),
  interior: false,
  build(scene, random, request) {
    const cover = coverOf(request);
    const dark = isDark(request.time);
    const top = STEPS * RISE;
    layPlain(scene, 0, cover.paving, 300);
    const marble: Paint = { ...STONE, tone: 0.86 };
    for (let i = 0; i < STEPS; i++)
      scene.box(
        [0, i * RISE, -2 - (i * TREAD) / 2],
        22,
        RISE,
        8 - i * TREAD,
        cover.snow ? cover.paving : { ...marble, tone: 0.8 },
      );
    for (const s of [-1, 1]) {
      scene.box([s * 11.8, 0, -3], 1.6, 1.3, 9.4, marble);
      scene.box([s * 11.8, 1.3, 0.6], 1.2, 0.3, 1.2, marble);
      putLamp(scene, [s * 11.8, 1.6, 0.6], dark);
    }
    raiseBlock(scene, random, {
      at: [0, 0, -17],
      width: 32,
      depth: 16,
      storeys: 3,
      storey: 4.6,
      wall: marble,
      lit: litShare(request.time),
      bay: 4,
      window: 'cross',
      plinth: 3,
    });
    const portico = new Local(scene, [0, top, -6]);
    portico.box(0, 0, -1.6, 23, 0.02, 5, marble);
    for (let i = 0; i < 6; i++) {
      const x = -9 + i * 3.6;
      portico.box(x, 0, 0, 1.5, 0.3, 1.5, marble);
      portico.lathe(
        x,
        0.3,
        0,
        [
          [0.68, 0],
          [0.58, 0.3],
          [0.5, 7.6],
          [0.72, 8],
        ],
        marble,
        14,
        false,
      );
      for (let k = 0; k < 5; k++)
        portico.line(
          [
            [x - 0.4 + k * 0.2, 0.7, 0.5 - Math.abs(k - 2) * 0.09],
            [x - 0.36 + k * 0.18, 7.8, 0.44 - Math.abs(k - 2) * 0.08],
          ],
          0.7,
          { alpha: 0.6, bias: 0.12 },
        );
      portico.box(x, 8.2, 0, 1.6, 0.3, 1.6, marble);
    }
    portico.box(0, 8.5, -1.2, 21.6, 1.5, 4.2, marble);
    portico.box(0, 10, -1.2, 22.6, 0.3, 5, marble);
    const roof = new Local(scene, [0, top, -7.2], Math.PI / 2);
    roof.prism(
      [
        [-11.3, 10.3],
        [11.3, 10.3],
        [0, 13.6],
      ],
      2.4,
      { ...marble, tone: 0.8 },
    );
    portico.line(
      [
        [-9.6, 10.5, 1.28],
        [9.6, 10.5, 1.28],
        [0, 13.2, 1.28],
        [-9.6, 10.5, 1.28],
      ],
      1.2,
    );
    const name = signWord(request.words, [
      ['COURT OF LAW'],
      ['CITY HALL', 'city hall', 'town hall'],
      ['MUSEUM', 'museum'],
      ['BANK', 'bank'],
      ['UNIVERSITY', 'university'],
      ['MAIRIE', 'mairie', 'hôtel de ville'],
      ['PALAIS DE JUSTICE', 'tribunal', 'palais'],
      ['MUSEE', 'musée'],
      ['GERICHT', 'gericht'],
      ['RATHAUS', 'rathaus'],
      ['JUZGADO', 'juzgado'],
      ['MUSEO', 'museo'],
      ['BANCO', 'banco'],
    ]);
    writeSign(portico, name, 0, 8.85, 0.95, 0.8, { tone: 0.3 });
    const wall = new Local(scene, [0, top, -8.96]);
    setDoor(wall, 0, { width: 2.6, height: 4.2, paint: { tone: 0.34, tint: [0.85, 0.7, 0.5] } });
    for (const x of [-7.2, -3.6, 3.6, 7.2]) {
      wall.panel(x, 1.4, 0.04, 1.5, 3.4, dark ? { tone: 1, glow: 0.9, tint: [1, 0.86, 0.55] } : { tone: 0.3 });
      wall.outline(x, 1.3, 0.06, 1.8, 3.7, 1);
    }
    if (dark) for (const x of [-5, 0, 5]) scene.lights.push({ p: [x, top + 4, -7], power: 1, range: 8, warm: true });
    raiseRow(scene, random, cover, new Local(scene, [18, 0, -10]), 0, 40, 'blocks', litShare(request.time));
    raiseRow(scene, random, cover, new Local(scene, [-58, 0, -10]), 0, 40, 'blocks', litShare(request.time));
    raiseRow(scene, random, cover, new Local(scene, [0, 0, 26], Math.PI), -45, 45, 'blocks', litShare(request.time));
    for (const x of [-16, 16]) plantBroadleaf(scene, random, [x, 0, 2], 8, cover, 'mid');
    for (let z = 3; z < 18; z += 2.4)
      scene.line(
        [
          [-20, 0.01, z],
          [20, 0.01, z],
        ],
        0.5,
        { alpha: 0.35 },
      );
    const step = (i: number): number => i * RISE;
    const onStep = (x: number, i: number, yaw: number): ReturnType<typeof spot> => ({
      at: [x, step(i), 2 - (i - 0.5) * TREAD],
      yaw,
    });
    return {
      marks: [
        onStep(-0.9, 4, Math.PI / 2),
        onStep(0.6, 4, -Math.PI / 2),
        onStep(-3.4, 8, 0.1),
        { at: [3.6, step(5), 2 - 4.4 * TREAD], yaw: 0.2, kind: 'sit', seatHeight: 0.32 },
        spot(2.4, 4.6, Math.PI),
        { at: [0, top, -5], yaw: 0 },
        spot(-4, 6, 2.4),
      ],
      views: [
        { eye: [-5.6, 1.5, 9.5], target: [0.8, 5, -6], fov: 58 },
        { eye: [3, top + 1.7, -5.2], target: [-1.4, 0.8, 8], fov: 50 },
        { eye: [8.6, 1.4, 3.4], target: [-4, 2.6, -3], fov: 46 },
      ],
      centre: [0, 1, -1],
      radius: 20,
      interior: false,
      lamp: dark ? [0, top + 4, -7] : undefined,
      exit: [0, top, -8],
    };
  },
};
