/**
 * @file Strips of frames of a moving shot, and what they cost.
 *
 *     node --conditions=@filmai/source --import tsx scripts/film.ts street --move push-in --size close --seconds 3 --out /tmp/film.png
 */
import { parseArgs } from 'node:util';
import { createCanvas } from '@napi-rs/canvas';
import { shootFrames, type ShotDescription } from '../src/index.js';
import { type Print, writeContactSheet } from './contact.js';
import { STAND_INS } from './stand-ins.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', default: 'medium' },
    angle: { type: 'string', default: 'eye' },
    move: { type: 'string', default: 'push-in' },
    time: { type: 'string', default: 'day' },
    weather: { type: 'string', default: 'clear' },
    cast: { type: 'string', default: '2' },
    seconds: { type: 'string', default: '2' },
    speaks: { type: 'boolean', default: false },
    picture: { type: 'string', default: '1280x720' },
    shown: { type: 'string', default: '6' },
    columns: { type: 'string', default: '2' },
    print: { type: 'string', default: '640' },
    out: { type: 'string', default: '/tmp/film.png' },
  },
});
const [width, height] = values.picture.split('x').map(Number);
const seconds = Number(values.seconds);
const every = Math.max(1, Math.floor((seconds * 24 - 1) / (Number(values.shown) - 1)));
const prints: Print[] = [];
for (const place of positionals) {
  const shot = {
    ...values,
    place,
    seed: 7,
    cast: STAND_INS.slice(0, Number(values.cast)).map((look, i) => ({
      name: `P${i}`,
      look,
      speaking: values.speaks && i === 0,
      mark: i,
    })),
  } as unknown as ShotDescription;
  const begun = process.cpuUsage();
  const speech = values.speaks ? [{ name: 'P0', startSeconds: 0, endSeconds: seconds }] : [];
  let count = 0;
  let last = performance.now();
  const costs: number[] = [];
  for await (const frame of shootFrames(shot, { seconds, width, height, speech })) {
    costs.push(performance.now() - last);
    if (count % every === 0) {
      const picture = createCanvas(width, height);
      const pen = picture.getContext('2d');
      const pixels = pen.createImageData(width, height);
      pixels.data.set(frame.data);
      pen.putImageData(pixels, 0, 0);
      prints.push({ picture, caption: `${place} ${values.move} frame ${count}` });
    }
    count++;
    last = performance.now();
  }
  const cpu = process.cpuUsage(begun);
  const sorted = costs.slice(1).toSorted((a, b) => a - b);
  console.log(
    `${place} ${values.move}: ${count} frames, ${Math.round((cpu.user + cpu.system) / 1000)} ms CPU with the sheet, first frame ${Math.round(costs[0])} ms, ` +
      `then median ${sorted[sorted.length >> 1]?.toFixed(1)}, worst ${sorted[sorted.length - 1]?.toFixed(1)} ms, ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MiB`,
  );
}
writeContactSheet(values.out, prints, Number(values.columns), Number(values.print));
