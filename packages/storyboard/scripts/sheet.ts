/**
 * @file Contact sheets of places, for whoever writes one: every view of a place, with two stand-in figures on its first marks.
 *
 *     node --conditions=@filmai/source --import tsx scripts/sheet.ts kitchen forest --time day,night --weather clear --marks
 *
 * Options: `--time` (dawn,day,dusk,night), `--weather`, `--seed`, `--size 640x360`, `--columns`, `--out /tmp/sheet.png`, `--words "…"`,
 * `--int` (ask for the interior variant of an `'either'` place), `--marks` (a figure on every mark), `--top` (a view from above),
 * `--empty` (no figures). Without a name it lists what there is. Any module under src/places that exports a grammar is found.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { createRandom } from '@filmai/core-tensor/random';
import { camera } from '../src/camera/raster.js';

import { addActor } from '../src/figure/figure.js';
import { moodFor } from '../src/ink/mood.js';
import { drawPanel } from '../src/ink/panel.js';
import type { DayTime, PlaceGrammar, View } from '../src/places/place.js';
import { Scene } from '../src/world/scene.js';
import { type Print, writeContactSheet } from './contact.js';
import { STAND_INS } from './stand-ins.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    time: { type: 'string', default: 'day' },
    weather: { type: 'string', default: 'clear' },
    seed: { type: 'string', default: '7' },
    size: { type: 'string', default: '640x360' },
    columns: { type: 'string' },
    out: { type: 'string', default: '/tmp/sheet.png' },
    words: { type: 'string' },
    marks: { type: 'boolean', default: false },
    top: { type: 'boolean', default: false },
    empty: { type: 'boolean', default: false },
  },
});

const grammars = await findGrammars(join(import.meta.dirname, '../src/places'));
if (positionals.length === 0) {
  console.log([...grammars.keys()].toSorted().join(' '));
  process.exit(0);
}
const names = positionals[0] === 'all' ? [...grammars.keys()] : positionals;
const [width, height] = values.size.split('x').map(Number);
const prints: Print[] = [];
for (const name of names) {
  const grammar = grammars.get(name);
  if (!grammar) throw new Error(`no place '${name}'; there are: ${[...grammars.keys()].toSorted().join(' ')}`);
  for (const time of values.time.split(',')) prints.push(...drawViews(grammar, dayTime(time), values.weather));
}
writeContactSheet(values.out, prints, Number(values.columns ?? Math.min(3, prints.length)), Math.min(width, 620));
console.log(values.out);

/** Draws each view of a place. */
function drawViews(grammar: PlaceGrammar, time: DayTime, weather: string): Print[] {
  const scene = new Scene();
  const began = performance.now();
  const place = grammar.build(scene, createRandom(`${values.seed}/${grammar.name}`), {
    words: values.words ?? grammar.name.replaceAll('-', ' '),
    time,
    weather,
  });
  if (place.marks.length < 6) console.log(`${grammar.name}: only ${place.marks.length} marks`);
  const manned = values.empty ? [] : values.marks ? place.marks : place.marks.slice(0, 2);
  for (const [i, mark] of manned.entries()) {
    const action = { stand: 'stand', sit: 'sit', drive: 'drive', lie: 'lie', lean: 'lean' } as const;
    const { at, yaw, kind = 'stand', seatHeight } = mark;
    addActor(scene, {
      look: STAND_INS[i % STAND_INS.length],
      at,
      yaw,
      action: action[kind],
      detail: 0.5,
      ...(seatHeight === undefined ? {} : { seatHeight }),
    });
  }
  const built = performance.now();
  const views: View[] = [...place.views];
  if (values.top) {
    const [x, y, z] = place.centre;
    views.push({ eye: [x, y + place.radius * 1.6, z + place.radius * 0.9], target: [x, y, z], fov: 50 });
  }
  return views.map((view, i) => {
    const start = performance.now();
    const mood = moodFor(time.toUpperCase(), weather.toUpperCase(), place);
    const picture = drawPanel(scene, camera(view.eye, view.target, view.fov, width, height), mood, Number(values.seed));
    const cost = `build ${Math.round(built - began)} ms, draw ${Math.round(performance.now() - start)} ms, ${scene.lab.length} triangles`;
    return { picture, caption: `${grammar.name} view ${i} ${time} ${weather} — ${cost}` };
  });
}

/** Every exported grammar of the modules under a folder, by name. */
async function findGrammars(folder: string): Promise<Map<string, PlaceGrammar>> {
  const found = new Map<string, PlaceGrammar>();
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || file.endsWith('.test.ts') || file.endsWith('.d.ts')) continue;
    const exported: unknown = await import(pathToFileURL(join(folder, file)).href);
    for (const value of Object.values(Object(exported)).flat()) if (isGrammar(value)) found.set(value.name, value);
  }
  return found;
}

function isGrammar(value: unknown): value is PlaceGrammar {
  return typeof value === 'object' && value !== null && 'words' in value && 'build' in value && typeof value.build === 'function';
}

function dayTime(word: string): DayTime {
  if (word === 'dawn' || word === 'day' || word === 'dusk' || word === 'night') return word;
  throw new Error(`--time takes dawn, day, dusk and night, not '${word}'`);
}
