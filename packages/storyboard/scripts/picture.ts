/**
 * @file Draws the picture of the README.
 *
 *     node --conditions=@filmai/source --import tsx scripts/picture.ts
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { arrowsForShot, drawPanelSheet, drawShot, lookFor, type ShotDescription, stageShot } from '../src/index.js';

const mara = { name: 'MARA', look: lookFor('MARA', { description: '30s, yellow raincoat', seed: 7 }), mark: 0 };
const keeper = {
  name: 'KEEPER',
  look: lookFor('OLD KEEPER', { description: '60s, white beard, wool cap', seed: 7, taken: [mara.look] }),
  mark: 1,
};
const shots: (ShotDescription & { heading: string; note: string; framing: string })[] = [
  {
    place: 'HARBOUR',
    time: 'DUSK',
    size: 'wide',
    move: 'pan-right',
    cast: [mara, keeper],
    seed: 7,
    heading: 'EXT. HARBOUR - DUSK',
    framing: 'WS · PAN RIGHT',
    note: 'The boats are in. Nobody unloads.',
  },
  {
    place: 'STREET',
    time: 'NIGHT',
    weather: 'rain',
    size: 'full',
    cast: [{ ...mara, action: 'walks' }],
    seed: 4,
    heading: 'EXT. STREET - NIGHT - RAIN',
    framing: 'FS',
    note: 'MARA walks home.',
  },
  {
    place: 'KITCHEN',
    time: 'NIGHT',
    size: 'over-shoulder',
    cast: [{ ...keeper, speaking: true }, mara],
    seed: 2,
    heading: 'INT. KITCHEN - NIGHT',
    framing: 'OTS',
    note: 'KEEPER: The sea does not answer letters.',
  },
  {
    place: 'LIGHTHOUSE',
    setting: 'ext',
    time: 'DAY',
    size: 'close',
    move: 'push-in',
    cast: [{ ...mara, expression: 'determined' }],
    seed: 7,
    heading: 'EXT. LIGHTHOUSE - DAY',
    framing: 'CU · PUSH IN',
    note: 'MARA: You never lit it.',
  },
];
const width = 640;
const panels = shots.map(({ heading, framing, note, ...shot }, i) => {
  const staged = stageShot(shot);
  return drawPanelSheet(drawShot(staged), {
    slate: { scene: '1', shot: 'ABCD'[i], heading, framing, note },
    arrows: arrowsForShot(staged),
  });
});
const height = Math.round((width * panels[0].height) / panels[0].width);
const page = createCanvas(width * 2, height * 2);
for (const [i, panel] of panels.entries()) {
  const full = createCanvas(panel.width, panel.height);
  const pen = full.getContext('2d');
  const pixels = pen.createImageData(panel.width, panel.height);
  pixels.data.set(panel.data);
  pen.putImageData(pixels, 0, 0);
  page.getContext('2d').drawImage(full, (i % 2) * width, (i >> 1) * height, width, height);
}
writeFileSync(join(import.meta.dirname, '../docs/storyboard.jpg'), page.toBuffer('image/jpeg', 78));
writeFileSync('/tmp/storyboard.png', page.toBuffer('image/png'));
