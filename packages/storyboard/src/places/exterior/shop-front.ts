/** @file A shop from outside: display windows under an awning, the name over the door, crates of goods on the pavement. */
import { raiseBlock } from '../landscape/buildings.js';
import { putCrate } from '../landscape/furniture.js';
import { hangSign, signWord } from '../landscape/lettering.js';
import { BRICK_TINTS, litShare, type Paint, WALL_TINTS } from '../landscape/materials.js';
import { hangAwning, setDoor, setShopWindow } from '../landscape/openings.js';
import { FORECOURT, forecourtMarks, forecourtViews, layForecourt } from '../landscape/rows.js';
import type { PlaceGrammar } from '../place.js';
import { tongues } from './words.js';

/** Shop front on a city street. */
export const shopFront: PlaceGrammar = {
  name: 'shop-front',
  words: tongues({
    en: 'shop front, shopfront, storefront, outside the shop, shop, store, bakery, bookshop, boutique, pharmacy, supermarket, mall, grocery, pawn shop',
    fr: 'boutique, magasin, vitrine, boulangerie, librairie, pharmacie, épicerie, supermarché',
    de: 'laden, geschäft, schaufenster, bäckerei, buchhandlung, apotheke, supermarkt',
    es: 'tienda, escaparate, panadería, librería, farmacia, supermercado',
    zh: '商店, 店铺, 店门口, 面包店, 书店, 药店, 超市, 商场',
  }),
  interior: false,
  build(scene, random, request) {
    const { dark } = layForecourt(scene, random, request, { half: 6.5, trees: 1 });
    const colour: Paint = { tone: 0.42, tint: random.pick(WALL_TINTS) };
    const face = raiseBlock(scene, random, {
      at: [0, 0, -5],
      width: 13,
      depth: 10,
      storeys: 4,
      wall: { tone: 0.76, tint: random.pick(BRICK_TINTS) },
      lit: litShare(request.time),
      plinth: 1,
      window: 'sash',
    });
    const name = signWord(request.words, [
      ['SHOP', 'shop', 'store'],
      ['BAKERY', 'bakery'],
      ['BOOKS', 'book'],
      ['PHARMACY', 'pharmacy'],
      ['MARKET', 'supermarket', 'grocery'],
      ['BOULANGERIE', 'boulangerie'],
      ['LIBRAIRIE', 'librairie'],
      ['PHARMACIE', 'pharmacie'],
      ['BOUTIQUE', 'boutique', 'magasin'],
      ['BÄCKEREI', 'bäckerei'],
      ['BUCHLADEN', 'buchhandlung'],
      ['APOTHEKE', 'apotheke'],
      ['LADEN', 'laden'],
      ['TIENDA', 'tienda'],
    ]);
    setShopWindow(face, random, -3.4, 4.8, dark, colour, 2.5);
    setShopWindow(face, random, 3.4, 4.8, dark, colour, 2.5);
    setDoor(face, 0, { width: 1.2, height: 2.3, paint: colour });
    hangSign(face, name, [0, 2.65, 0.12], 0.62, {
      board: { ...colour, tone: 0.3 },
      ink: dark ? { tone: 1, glow: 0.95, tint: [1, 0.92, 0.7] } : { tone: 0.97 },
    });
    for (const x of [-3.4, 3.4]) hangAwning(face, x, 2.62, 5, 1.5, { tone: 0.55, tint: colour.tint });
    for (const [x, size] of [
      [-4.9, 0.55],
      [-4, 0.6],
      [4.6, 0.55],
    ] as const) {
      putCrate(scene, [x, 0, 0.75], size, random.range(-0.1, 0.1));
      for (let i = 0; i < 6; i++)
        scene.blob(
          [x + random.range(-0.26, 0.26), size * 0.82, 0.75 + random.range(-0.2, 0.2)],
          [0.09, 0.09, 0.09],
          {
            tone: 0.62,
            tint: random.pick([
              [1, 0.6, 0.45],
              [1, 0.85, 0.5],
              [0.75, 0.9, 0.6],
            ]),
          },
          random,
          0.05,
          undefined,
          4,
        );
    }
    if (dark) for (const x of [-3.2, 3.2]) scene.lights.push({ p: [x, 1.7, 1.4], power: 0.8, range: 6, warm: true });
    return {
      marks: forecourtMarks(0),
      views: forecourtViews(0, { height: 9 }),
      ...FORECOURT,
      lamp: dark ? [3.2, 1.7, 1.4] : undefined,
      exit: [0, 0, 0.4],
    };
  },
};
