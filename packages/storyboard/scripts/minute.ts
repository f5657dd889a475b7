/**
 * @file What a minute of film costs: 18 shots as a shot list would have them, a third with moves, half with speech.
 *
 *     node --conditions=@filmai/source --import tsx scripts/minute.ts
 */
import { lookFor, shootFrames, type ShotDescription } from '../src/index.js';

const looks = ['MARA', 'OLD KEEPER', 'TOM'].map((name) => ({ name, look: lookFor(name, { seed: 7 }) }));
const [mara, keeper, tom] = looks.map((member, mark) => ({ ...member, mark }));
const sizes = [
  'extreme-wide',
  'two-shot',
  'over-shoulder',
  'over-shoulder',
  'close',
  'close',
  'medium',
  'wide',
  'insert',
] as const;
const moves = ['pan-right', 'push-in', 'track-left', 'handheld', 'crane-up', 'pull-out'] as const;
const places = [
  { place: 'HARBOUR', time: 'DUSK' },
  { place: 'KITCHEN', time: 'NIGHT' },
] as const;
const begun = process.cpuUsage();
const cost = { moving: 0, still: 0 };
let frames = 0;
let peak = 0;
for (let i = 0; i < 18; i++) {
  const size = sizes[i % sizes.length];
  const cast = [i % 2 === 0 ? mara : keeper, i % 2 === 0 ? keeper : mara, ...(i % 5 === 0 ? [tom] : [])];
  const moving = i % 3 === 0;
  const shot: ShotDescription = {
    ...places[i < 9 ? 0 : 1],
    size,
    seed: 7,
    cast: size === 'insert' ? [] : cast,
    ...(size === 'insert' ? { object: 'letter' } : {}),
    ...(moving ? { move: moves[(i / 3) % moves.length] } : {}),
  };
  const speech = i % 2 === 1 ? [{ name: cast[0].name, startSeconds: 0.3, endSeconds: 3 }] : [];
  const before = process.cpuUsage();
  for await (const frame of shootFrames(shot, { seconds: 60 / 18, speech })) frames += frame.width / 1280;
  const used = process.cpuUsage(before);
  cost[moving ? 'moving' : 'still'] += (used.user + used.system) / 1e6;
  peak = Math.max(peak, process.memoryUsage.rss() / 2 ** 20);
}
const all = process.cpuUsage(begun);
console.log(
  `${frames} frames, ${((all.user + all.system) / 1e6).toFixed(1)} s of CPU (6 moving shots ${cost.moving.toFixed(1)} s, 12 still ones ${cost.still.toFixed(1)} s), peak ${Math.round(peak)} MiB`,
);
