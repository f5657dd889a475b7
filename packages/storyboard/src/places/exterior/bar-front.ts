/** @file A bar or restaurant from outside: glowing sign, small lit windows, terrace tables, bottles behind the glass. */
import { raiseBlock } from '../landscape/buildings.js';
import { putLamp, putTerrace } from '../landscape/furniture.js';
import { signWord, textWidth, writeSign } from '../landscape/lettering.js';
import { BRICK_TINTS, IRON, litShare, type Paint } from '../landscape/materials.js';
import { hangAwning, setDoor, setShopWindow } from '../landscape/openings.js';
import { FORECOURT, forecourtMarks, forecourtViews, layForecourt } from '../landscape/rows.js';
import { seat } from '../landscape/terrain.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** Bar, café, club or restaurant front. */
export const barFront: PlaceGrammar = {
  name: 'bar-front',
  words: tongues({
    en: 'outside the bar, bar, pub, tavern, saloon, night club, nightclub, club, restaurant, diner, cafe, café, coffee shop, terrace',
    fr: 'bistrot, brasserie, restaurant, boîte de nuit, terrasse, taverne',
    de: 'kneipe, wirtshaus, gasthaus, restaurant, nachtclub, kaffeehaus, terrasse, lokal',
    es: 'taberna, cantina, restaurante, discoteca, cafetería, terraza',
    zh: '酒吧, 餐馆, 餐厅, 饭店门口, 咖啡馆, 夜总会, 酒馆',
  }),
  interior: false,
  build(scene, random, request) {
    const { dark } = layForecourt(scene, random, request, { half: 5.5, cars: 3 });
    const face = raiseBlock(scene, random, {
      at: [0, 0, -5],
      width: 11,
      depth: 10,
      storeys: 3,
      wall: { tone: 0.56, tint: random.pick(BRICK_TINTS) },
      lit: litShare(request.time),
      plinth: 1,
      window: 'sash',
    });
    const frame: Paint = { tone: 0.28, tint: [0.8, 0.6, 0.5] };
    const name = signWord(request.words, [
      ['BAR', 'bar'],
      ['RESTAURANT', 'restaurant'],
      ['DINER', 'diner'],
      ['CLUB', 'club', 'discoteca', '夜总会'],
      ['PUB', 'pub', 'tavern'],
      ['CAFE', 'caf', 'coffee', '咖啡'],
      ['BISTROT', 'bistrot', 'brasserie'],
      ['GASTHAUS', 'gasthaus', 'wirtshaus', 'kneipe'],
      ['TABERNA', 'taberna', 'cantina'],
    ]);
    setShopWindow(face, random, -3.2, 3.8, dark, frame);
    setShopWindow(face, random, 3.4, 3.4, dark, frame);
    setDoor(face, 0.2, { width: 1.1, height: 2.25, paint: { tone: 0.3, tint: [0.8, 0.4, 0.35] } });
    const neon: Paint = dark
      ? {
          tone: 1,
          glow: 1,
          tint: random.pick([
            [1, 0.55, 0.5],
            [0.65, 0.9, 1],
            [1, 0.8, 0.45],
          ]),
        }
      : { tone: 0.97 };
    const size = Math.min(0.95, 6.5 / (name.length * 0.86));
    face.box(0, 2.6, 0.12, textWidth(name, size) + 1, size + 0.6, 0.2, { tone: 0.2, tint: [0.8, 0.8, 0.9] });
    writeSign(face, name, 0, 2.9, 0.26, size, neon);
    face.outline(0, 2.7, 0.26, textWidth(name, size) + 0.8, size + 0.4, 1.4);
    const flag = face.part(5, 0, 0, Math.PI / 2);
    flag.box(-0.75, 3.9, 0, 0.9, 1.9, 0.16, { tone: 0.24 });
    for (const [i, letter] of [...'BAR'].entries()) writeSign(flag, letter, -0.75, 5.2 - i * 0.58, 0.1, 0.42, neon);
    face.tube(
      [
        [5, 5.4, 0],
        [5, 5.4, 0.4],
      ],
      0.04,
      IRON,
      5,
    );
    hangAwning(face, -3.2, 2.5, 4, 1.2, { tone: 0.5, tint: [1, 0.6, 0.5] });
    const parasol: Paint | undefined = dark || request.weather !== 'clear' ? undefined : { tone: 0.85, tint: [1, 0.9, 0.75] };
    putTerrace(scene, [-3.6, 0, 1.9], 0.2, parasol);
    putTerrace(scene, [-6.4, 0, 2], -0.3, parasol);
    putLamp(scene, [2, 0, 4.1], dark, 0.8, 7);
    if (dark)
      scene.lights.push(
        { p: [0, 2.8, 1.6], power: 1, range: 7, warm: true },
        { p: [-3.2, 1.5, 1.4], power: 0.7, range: 5, warm: true },
      );
    return {
      marks: [...forecourtMarks(0.6), seat(-4.3, 1.9, Math.PI / 2, 0.45)],
      views: forecourtViews(0.4, { height: 9 }),
      ...FORECOURT,
      lamp: dark ? [0, 2.8, 1.6] : undefined,
      exit: [0.2, 0, 0.4],
    };
  },
};
