/**
 * @file Blocking: who talks in a shot stands at talking distance, as a film crew would place them, even if their marks are far
 * apart; a group that is seen together stands together. Seats, beds and steering wheels stay where they are.
 */
import type { Mark, Place } from '../places/place.js';
import type { Scene } from '../world/scene.js';
import { type V3, add, dot, len, sub } from '../world/vector.js';
import { freeFloor } from './free-floor.js';
import type { ShotSize } from './shot-description.js';

/** Sizes in which the first two of the cast talk to each other. */
const PAIR_SIZES: readonly ShotSize[] = ['two-shot', 'over-shoulder', 'medium', 'close', 'extreme-close'];
/** Sizes in which everybody is seen. */
const GROUP_SIZES: readonly ShotSize[] = ['two-shot', 'medium', 'full', 'wide'];
/** From this distance on, metres, two people are brought together, and where they are put. */
const PAIR = { from: 2.4, wishes: [1.5, 1.35, 1.7, 1.2, 1.9, 2.2] };
/** The same for the others of a group, about the one who stays. */
const GROUP = { from: 2.6, wishes: [1.9, 1.6, 2.1, 1.3, 2.4] };
/** Nobody stands nearer to somebody else, metres. */
const APART = 0.6;
/** Turns away from the direction in which somebody stood, radians. */
const TURNS = [0, 0.3, -0.3, 0.6, -0.6, 0.95, -0.95, 1.3, -1.3, 1.8, -1.8, 2.4, -2.4, Math.PI];

/**
 * Brings people together who talk, or who are seen as a group. Who stays is decided by the marks alone, so that shot and
 * reverse shot, and the same shot with its cast named the other way round, have everybody in the same spots.
 *
 * @param marks - Where the cast is, the subject first.
 * @param size - The shot's size.
 * @param scene - The place alone.
 * @param place - Its marks and bounds.
 * @returns The marks, with new ones for those who were moved. Who has no free floor to go to stays.
 */
export function bringTogether(marks: readonly Mark[], size: ShotSize, scene: Scene, place: Place): Mark[] {
  const placed = [...marks];
  if (marks.length < 2) return placed;
  if (PAIR_SIZES.includes(size)) join(placed, [0, 1], PAIR, scene, place);
  if (GROUP_SIZES.includes(size)) join(placed, [...placed.keys()], GROUP, scene, place);
  return placed;
}

function join(placed: Mark[], members: readonly number[], { from, wishes }: typeof PAIR, scene: Scene, place: Place): void {
  const rank = (i: number): number => (stays(placed[i]) ? 0 : 1000) + order(placed[i], place);
  const [first, ...others] = members.toSorted((a, b) => rank(a) - rank(b));
  const anchor = placed[first];
  for (const i of others) {
    const distance = len(level(sub(placed[i].at, anchor.at)));
    const crowded = members.some((j) => j !== i && rank(j) <= rank(i) && len(sub(placed[j].at, placed[i].at)) < APART - 0.1);
    if (stays(placed[i]) || (distance <= from && !crowded)) continue;
    const rest = placed.filter((_, j) => j !== i && (j === first || members.includes(j)));
    placed[i] = spotBeside(anchor, placed[i], wishes, rest, scene, place) ?? placed[i];
  }
}

/** A free spot near somebody, as nearly as possible in the direction in which the other one was. */
function spotBeside(
  anchor: Mark,
  mover: Mark,
  wishes: readonly number[],
  others: readonly Mark[],
  scene: Scene,
  place: Place,
): Mark | undefined {
  const floor = freeFloor(scene, place, anchor.at, Math.max(...wishes) + 0.6);
  const way = level(sub(mover.at, anchor.at));
  const was = len(way) > 0.3 ? Math.atan2(way[0], way[2]) : anchor.yaw;
  const line = place.marks.length > 1 ? level(sub(place.marks[1].at, place.marks[0].at)) : ([0, 0, 1] as V3);
  const side = Math.sign(dot(direction(was), line));
  let best: Mark | undefined;
  let least = Infinity;
  for (const turn of TURNS) {
    for (const distance of wishes) {
      const heading = was + turn;
      const towards = direction(heading);
      let cost = Math.abs(turn) + Math.abs(distance - wishes[0]) * 0.8;
      // Beyond this the two would change sides in the picture.
      if (side * dot(towards, line) < 0) cost += 2;
      // Who sits is talked to from the front.
      if (stays(anchor)) cost += Math.max(0, Math.abs(angleBetween(heading, anchor.yaw)) - 0.7) * 1.5;
      if (cost >= least) continue;
      const at = floor.stand(anchor.at[0] + towards[0] * distance, anchor.at[2] + towards[2] * distance);
      if (!at || others.some((other) => len(level(sub(other.at, at))) < APART)) continue;
      if (!floor.sees(add(anchor.at, [0, 1.45, 0]), add(at, [0, 1.45, 0]))) continue;
      least = cost;
      best = { at, yaw: heading + Math.PI, kind: 'stand' };
    }
  }
  return best;
}

/** Whether somebody can't be asked to step over: they sit, lie or drive. */
function stays({ kind = 'stand' }: Mark): boolean {
  return kind === 'sit' || kind === 'lie' || kind === 'drive';
}

/** Marks in the place's order; who has been moved comes after them. */
function order(mark: Mark, place: Place): number {
  const index = place.marks.indexOf(mark);
  return index < 0 ? place.marks.length : index;
}

function direction(heading: number): V3 {
  return [Math.sin(heading), 0, Math.cos(heading)];
}

function angleBetween(a: number, b: number): number {
  return Math.atan2(Math.sin(a - b), Math.cos(a - b));
}

function level([x, , z]: V3): V3 {
  return [x, 0, z];
}
