/**
 * @file Contact sheets of shots: every size, angle, time or weather of a place with two or three people.
 *
 *     node --conditions=@filmai/source --import tsx scripts/shots.ts street --by size --time day --cast 2 --out /tmp/shots.png
 *
 * `--by` size, angle, time, weather or seed; `--size`, `--angle`, `--time`, `--weather`, `--cast` (how many people), `--picture 640x360`.
 */
import { parseArgs } from 'node:util';
import { createCanvas } from '@napi-rs/canvas';
import { CAMERA_MOVES, SHOT_ANGLES, SHOT_SIZES, type ShotDescription, stageShot, drawShot } from '../src/index.js';
import { type Print, writeContactSheet } from './contact.js';
import { STAND_INS } from './stand-ins.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    by: { type: 'string', default: 'size' },
    size: { type: 'string', default: 'wide' },
    angle: { type: 'string', default: 'eye' },
    move: { type: 'string', default: 'static' },
    time: { type: 'string', default: 'day' },
    weather: { type: 'string', default: 'clear' },
    cast: { type: 'string', default: '2' },
    seed: { type: 'string', default: '7' },
    setting: { type: 'string' },
    object: { type: 'string', default: 'letter' },
    picture: { type: 'string', default: '640x360' },
    columns: { type: 'string', default: '3' },
    out: { type: 'string', default: '/tmp/shots.png' },
  },
});

const [width, height] = values.picture.split('x').map(Number);
const variants: Record<string, readonly string[]> = {
  size: SHOT_SIZES,
  angle: SHOT_ANGLES,
  move: CAMERA_MOVES,
  time: ['dawn', 'day', 'dusk', 'night'],
  weather: ['clear', 'rain', 'storm', 'snow', 'fog'],
  seed: ['1', '2', '3', '4', '5', '6'],
  object: [
    'phone',
    'letter',
    'photo',
    'knife',
    'gun',
    'key',
    'watch',
    'glass',
    'bottle',
    'bag',
    'ring',
    'candle',
    'book',
    'parcel',
  ],
};
const prints: Print[] = [];
for (const place of positionals) {
  for (const variant of variants[values.by] ?? []) {
    const words: Record<string, string | undefined> = { ...values, [values.by]: variant };
    const description = {
      place,
      time: words.time,
      weather: words.weather,
      size: words.size,
      angle: words.angle,
      move: words.move,
      setting: words.setting,
      object: words.object,
      seed: words.seed,
      cast: STAND_INS.slice(0, Number(values.cast))
        .map((look, i) => ({ name: `P${i}`, look, speaking: i === 0, mark: i }))
        .slice(0, words.size === 'insert' ? 0 : undefined),
    } as ShotDescription;
    const begun = performance.now();
    const shot = stageShot(description, { width, height });
    const staged = performance.now();
    const frame = drawShot(shot);
    const picture = createCanvas(width, height);
    const pen = picture.getContext('2d');
    const pixels = pen.createImageData(width, height);
    pixels.data.set(frame.data);
    pen.putImageData(pixels, 0, 0);
    prints.push({
      picture,
      caption: `${shot.place.name} ${variant} stage ${Math.round(staged - begun)} draw ${Math.round(performance.now() - staged)} ms`,
    });
  }
}
writeContactSheet(values.out, prints, Number(values.columns), width);
console.log(values.out);
