/**
 * @file Draws every thing that an insert can show, to judge them by eye:
 * `node --conditions=@filmai/source --import tsx scripts/props.ts out.png [first [count]]`.
 */
import { writeFileSync } from 'node:fs';
import { createRandom } from '@filmai/core-tensor/random';
import { createCanvas } from '@napi-rs/canvas';
import type { Mood } from '../src/ink/mood.js';
import { drawPanel } from '../src/ink/panel.js';
import { stageInsert } from '../src/stage/insert.js';
import { PROP_KINDS } from '../src/world/props.js';
import { sheetMood } from './sheet-mood.js';

const [out = '/tmp/props.png', first = '0', count = '99'] = process.argv.slice(2);
const [w, h, columns] = [256, 144, 5];
const mood: Mood = { ...sheetMood, shadowRadius: 0.6 };
const names = PROP_KINDS.slice(Number(first), Number(first) + Number(count));
const sheet = createCanvas(w * columns, (h + 14) * Math.ceil(names.length / columns));
const context = sheet.getContext('2d');
context.fillStyle = '#fff';
context.fillRect(0, 0, sheet.width, sheet.height);
context.font = '12px sans-serif';
for (const [i, name] of names.entries()) {
  const { scene, camera, middle } = stageInsert(true, name, 'eye', createRandom(i), w * 2, h * 2);
  const drawn = drawPanel(scene, camera, { ...mood, shadowCentre: middle }, 7);
  const [x, y] = [(i % columns) * w, Math.floor(i / columns) * (h + 14)];
  context.drawImage(drawn, x, y, w, h);
  context.fillStyle = '#000';
  context.fillText(name, x + 4, y + h + 11);
}
writeFileSync(out, sheet.toBuffer('image/png'));
