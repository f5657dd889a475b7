/**
 * @file Draws sheets of figures to judge them by eye: `npx tsx --conditions=@filmai/source scripts/figures.ts heads out/`.
 * Sheets: heads, hair, hats, expressions, mouths, costumes, poses, cast, turn, and the cast of a plan's `breakdown.json`:
 * `scripts/figures.ts film out/ plan/breakdown.json`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { camera } from '../src/camera/camera.js';
import { costumeNames } from '../src/figure/costumes.js';
import { EXPRESSIONS } from '../src/figure/expression.js';
import { type Actor, addActor } from '../src/figure/figure.js';
import { CLOTH_PAINTS, HAIR_PAINTS, HAIR_STYLES, HAT_STYLES, type Look, PLAIN_LOOK, SKINS } from '../src/figure/look.js';
import { lookFor } from '../src/figure/cast.js';
import { MOUTHS } from '../src/figure/mouths.js';
import { ACTIONS } from '../src/figure/poses.js';
import { drawPanel } from '../src/ink/panel.js';
import { Scene } from '../src/world/scene.js';
import { sheetMood } from './sheet-mood.js';

const man = PLAIN_LOOK;
const woman: Look = {
  ...PLAIN_LOOK,
  female: true,
  height: 1.67,
  build: 0.92,
  age: 31,
  hair: 'bob',
  hairPaint: HAIR_PAINTS.dark,
  costume: 'sweater',
  top: CLOTH_PAINTS.tan,
  skin: SKINS[1],
  scarf: CLOTH_PAINTS.red,
  seed: 5,
};
const keeper: Look = {
  ...PLAIN_LOOK,
  age: 64,
  hair: 'short',
  hairPaint: HAIR_PAINTS.grey,
  beard: 'full',
  hat: 'beanie',
  costume: 'coat',
  seed: 3,
};

interface Cell {
  label: string;
  actors: Omit<Actor, 'at' | 'detail'>[];
}
type Framing = 'head' | 'body' | 'hand';

/** One panel a cell, so that framing is the same for all. */
function sheet(name: string, cells: Cell[], framing: Framing, columns: number, width = 1280): void {
  const w = Math.floor(width / columns);
  const h = framing !== 'body' ? w : Math.floor(w * 1.45);
  const rows = Math.ceil(cells.length / columns);
  const canvas = createCanvas(w * columns, (h + 16) * rows);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  const start = performance.now();
  let actorTime = 0;
  cells.forEach(({ label, actors }, i) => {
    const scene = new Scene();
    scene.ground(-20, 20, -20, 20, 20, 20, () => 0, { tone: 0.95 });
    const t = performance.now();
    const placed = actors.map((actor, k) =>
      addActor(scene, {
        ...actor,
        at: [(k - (actors.length - 1) / 2) * 0.75, 0, 0],
        detail: framing !== 'body' ? 1.2 : w > 260 ? 1 : 0.7,
      }),
    );
    actorTime += performance.now() - t;
    const target =
      framing === 'hand'
        ? placed[0].hands[1]
        : framing === 'head'
          ? placed[0].head.o
          : ([0, 0.86, 0] as [number, number, number]);
    const view =
      framing !== 'body'
        ? camera([target[0], target[1] + 0.02, target[2] + 1.55], [target[0], target[1] - 0.03, target[2]], 15, w, h)
        : camera([0, 1.25, 5.4], target, 23, w, h);
    const drawn = drawPanel(scene, view, { ...sheetMood, shadowCentre: target, shadowRadius: framing === 'head' ? 0.8 : 3 }, 7);
    const x = (i % columns) * w;
    const y = Math.floor(i / columns) * (h + 16);
    context.drawImage(drawn, x, y);
    context.fillStyle = '#000';
    context.font = '12px sans-serif';
    context.fillText(label, x + 4, y + h + 12);
  });
  const out = process.argv[3] ?? '/tmp/figures';
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, `${name}.png`), canvas.toBuffer('image/png'));
  process.stdout.write(
    `${name}: ${cells.length} cells, ${Math.round((performance.now() - start) / cells.length)} ms each, actors ${Math.round(actorTime / cells.length)} ms\n`,
  );
}

const one = (label: string, look: Look, more: Partial<Actor> = {}): Cell => ({
  label,
  actors: [{ look, yaw: 0.5, action: 'stand', variation: null, ...more }],
});
const SHEETS: Record<string, () => void> = {
  heads: () =>
    sheet(
      'heads',
      [
        ...[0, 0.55, 1.57, 3.14].map((yaw) => one(`man ${yaw}`, man, { yaw })),
        ...[0, -0.55, -1.57, 2.6].map((yaw) => one(`woman ${yaw}`, woman, { yaw })),
        ...[0, 0.6, 1.57, -0.6].map((yaw, i) =>
          one(
            `keeper ${yaw}`,
            i === 3 ? { ...keeper, beard: 'none', hat: undefined, hair: 'receding', skin: SKINS[7] } : keeper,
            { yaw },
          ),
        ),
      ],
      'head',
      4,
    ),
  hair: () =>
    sheet(
      'hair',
      [...HAIR_STYLES, 'bob', 'long'].map((hair, i) =>
        one(
          hair,
          {
            ...(i % 2 ? woman : man),
            female: !['crew', 'receding', 'mohawk', 'short', 'side', 'slick', 'shaved', 'bald'].includes(hair),
            hair: hair as Look['hair'],
            hairPaint: Object.values(HAIR_PAINTS)[i % 8],
            scarf: undefined,
            skin: SKINS[(i * 3) % 10],
            seed: i,
          },
          { yaw: i >= HAIR_STYLES.length ? 3.5 : -0.45 },
        ),
      ),
      'head',
      5,
    ),
  hats: () =>
    sheet(
      'hats',
      HAT_STYLES.map((hat, i) =>
        one(
          hat,
          { ...(i % 2 ? woman : man), hat, scarf: undefined, hatPaint: Object.values(CLOTH_PAINTS)[(i * 5) % 20] },
          { yaw: 0.5 },
        ),
      ),
      'head',
      5,
    ),
  expressions: () =>
    sheet(
      'expressions',
      EXPRESSIONS.map((expression, i) =>
        one(expression, i % 2 ? woman : { ...man, skin: SKINS[(i * 2) % 10] }, { yaw: 0.3, face: { expression } }),
      ),
      'head',
      4,
    ),
  mouths: () =>
    sheet(
      'mouths',
      MOUTHS.map((mouth) => one(mouth, woman, { yaw: 0.35, face: { mouth } })),
      'head',
      5,
    ),
  ages: () =>
    sheet(
      'ages',
      [4, 8, 13, 19, 30, 45, 60, 80].flatMap((age, i) => [
        one(`${age}`, lookFor(`MAN ${age}`, { description: `man (${age})`, seed: i })),
        one(`${age} f`, lookFor(`WOMAN ${age}`, { description: `woman (${age})`, seed: i })),
      ]),
      'head',
      4,
    ),
  costumes: () =>
    sheet(
      'costumes',
      costumeNames().map((name, i) =>
        one(name, { ...lookFor(name, { description: name, seed: i + 3 }), costume: name }, { yaw: i % 2 ? 0.4 : -0.4 }),
      ),
      'body',
      7,
    ),
  poses: () =>
    sheet(
      'poses',
      ACTIONS.map((action, i) =>
        one(action, i % 2 ? woman : keeper, { action, yaw: i % 3 === 0 ? 0.6 : i % 3 === 1 ? -0.8 : 1.3 }),
      ),
      'body',
      9,
    ),
  cast: () => {
    const taken: Look[] = [];
    const roles = [
      'MARA, 30s, red scarf',
      'KEEPER, old, in a coat',
      'INSPECTOR',
      'JUDGE',
      'DR. LIN',
      'NURSE',
      'CAPTAIN',
      'BOY (8)',
      'ELENA',
      'TOM',
      'OLD WOMAN',
      'POLICE OFFICER',
      'SOLDIER',
      'PRIEST',
    ];
    const cells = roles.map((role) => {
      const look = lookFor(role.split(',')[0], { description: role, seed: 7, taken });
      taken.push(look);
      return one(role, look);
    });
    sheet('cast', cells, 'body', 5);
    sheet('cast-heads', cells, 'head', 5);
  },
  film: () => {
    type Person = { name: string; description?: string; years?: number; pronoun?: string; words: number };
    const { characters } = JSON.parse(readFileSync(process.argv[4], 'utf8')) as { characters: Person[] };
    const taken: Look[] = [];
    const cells = characters
      .toSorted((a, b) => b.words - a.words)
      .map(({ name, description, years, pronoun }) => {
        const young = years !== undefined && years < 14;
        const sex = pronoun === 'she' ? (young ? 'girl' : 'woman') : pronoun === 'he' ? (young ? 'boy' : 'man') : '';
        const words = [sex, years === undefined ? '' : `aged ${Math.round(years)}`, description].filter(Boolean).join(', ');
        const look = lookFor(name, { description: words, seed: 7, taken });
        taken.push(look);
        return one(`${name}: ${words}`, look);
      });
    sheet('film', cells, 'body', 6);
    sheet('film-heads', cells, 'head', 6);
  },
  hands: () =>
    sheet(
      'hands',
      (['point', 'phone', 'armsCrossed', 'read', 'drink', 'fight', 'wave', 'aim', 'stand', 'pray', 'think', 'cup'] as const).map(
        (action, i) =>
          one(action, i % 2 ? woman : { ...man, costume: 'shirt', top: CLOTH_PAINTS.sky }, { action, yaw: i % 2 ? 0.5 : -0.4 }),
      ),
      'hand',
      4,
    ),
  acts: () => {
    const b = lookFor('ELENA', { seed: 4 });
    const c = lookFor('TOM', { seed: 9 });
    const acts = [
      'sit',
      'sitDesk',
      'phone',
      'read',
      'point',
      'kneel',
      'leanWall',
      'armsCrossed',
      'aim',
      'carry',
      'walk',
      'cry',
    ] as const;
    sheet(
      'acts',
      acts.map((action, i) => one(action, i % 2 ? b : c, { action, yaw: i % 2 ? 0.6 : -0.6, variation: i })),
      'body',
      4,
    );
  },
  turn: () =>
    sheet(
      'turn',
      [0, 0.8, 1.57, 2.4, 3.14, -0.8].flatMap((yaw) => [one(`m ${yaw}`, { ...man, costume: 'suit' }, { yaw })]),
      'body',
      6,
    ),
};
const [wanted = 'heads'] = process.argv.slice(2);
for (const name of wanted.split(',')) (SHEETS[name] ?? SHEETS.heads)();
