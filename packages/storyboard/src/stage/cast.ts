/** @file Puts the people of a shot on their marks, in their poses, looking at each other. */
import type { Figure } from '../camera/glimpse.js';
import { type Action, type Actor, addActor, type Face, type Placed, poseOf } from '../figure/index.js';
import type { Mark, Place } from '../places/place.js';
import { Scene } from '../world/scene.js';
import { type V3, add, norm, sub } from '../world/vector.js';
import { actOn } from './act.js';
import { bringTogether } from './blocking.js';
import { expressionFor } from './expression-words.js';
import type { CastMember, ShotDescription, ShotSize } from './shot-description.js';

/** Somebody on the stage. */
export interface StagedMember {
  member: CastMember;
  mark: Mark;
  figure: Figure;
  /** What is needed to draw the face again. */
  placed: Placed;
}

/** How near the camera is, for the figures: triangles and folds are spent where they are seen. */
const DETAIL: Record<ShotSize, number> = {
  'extreme-wide': 0.35,
  wide: 0.5,
  full: 0.7,
  'two-shot': 1,
  medium: 1,
  insert: 0.5,
  'over-shoulder': 1.2,
  close: 1.2,
  'extreme-close': 1.2,
};

/** How far people stand open at the most, radians. */
const OPEN = 0.22;

/**
 * Adds the cast to a scene.
 *
 * @param scene - The place; the figures are added to it.
 * @param bare - The place alone, for what is in the way.
 * @param place - Its marks.
 * @param shot - Who is there and what they do.
 * @returns The cast in the shot's order.
 */
export function stageCast(scene: Scene, bare: Scene, place: Place, shot: ShotDescription): StagedMember[] {
  const assigned = assignMarks(place, shot.cast);
  const taken = [...assigned];
  const acts = shot.cast.map((member, i) => {
    const chosen = actOn(place, bare, assigned[i], member, shot.action ?? '', taken);
    taken.push(chosen.mark);
    return chosen;
  });
  const together = bringTogether(
    acts.map(({ mark }) => mark),
    shot.size,
    bare,
    place,
  );
  for (const [i, mark] of together.entries()) {
    if (mark === acts[i].mark) continue;
    // Who was called from a wall or a step stands freely now.
    acts[i] = { ...acts[i], mark, action: acts[i].action === 'leanWall' ? 'stand' : acts[i].action };
  }
  const eyes = acts.map(({ mark }, i) => eyesAt(mark, shot.cast[i]));
  return shot.cast.map((member, i) => {
    const { mark, action, seated, prop, asleep = false } = acts[i];
    const partner = partnerOf(i, shot.cast);
    const target = partner === undefined ? across(place, mark) : eyes[partner];
    const away = (action === 'run' || action === 'walk') && place.exit !== undefined;
    const actor: Actor = {
      look: member.look,
      at: mark.at,
      yaw: turnsTo(mark, away ? place.exit : target),
      action,
      seated,
      face: { ...faceFor(member, shot.action ?? ''), ...(asleep ? { lid: 0 } : {}) },
      detail: DETAIL[shot.size],
      ...(prop === undefined ? {} : { prop }),
      ...(target && !asleep && looksAcross(action) ? { lookAt: target } : {}),
      ...(asleep ? { headPitch: 0.25 } : {}),
      ...(mark.seatHeight === undefined ? {} : { seatHeight: mark.seatHeight }),
    };
    const placed = addActor(scene, settled(actor));
    return { member, mark, figure: figureOf(placed), placed };
  });
}

/** A body that rests on a bed or the floor, lifted or lowered until its lowest point touches it. */
function settled(actor: Actor): Actor {
  const { rest } = poseOf(actor.action);
  if (actor.seated || (rest !== 'bed' && rest !== 'floor')) return actor;
  const alone = new Scene();
  addActor(alone, actor);
  let lowest = Infinity;
  for (let i = 1; i < alone.pos.length; i += 3) lowest = Math.min(lowest, alone.pos[i]);
  const [x, y, z] = actor.at;
  const ground = y + (rest === 'bed' ? (actor.seatHeight ?? 0.45) : 0);
  return { ...actor, at: [x, y + ground - lowest, z] };
}

/** Marks as asked for, then the free ones in the order of the names. */
function assignMarks(place: Place, cast: readonly CastMember[]): Mark[] {
  const count = place.marks.length;
  const taken = new Set(cast.flatMap((member) => (member.mark === undefined ? [] : [member.mark % count])));
  const free = place.marks.map((_, i) => i).filter((i) => !taken.has(i));
  const byName = cast.filter((member) => member.mark === undefined).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const given = new Map(byName.map((member, i) => [member, free[i % Math.max(1, free.length)] ?? 0]));
  return cast.map((member) => place.marks[member.mark === undefined ? (given.get(member) ?? 0) : member.mark % count]);
}

/** Roughly where somebody's eyes will be, before the figure is built. */
function eyesAt(mark: Mark, member: CastMember): V3 {
  const { height } = member.look;
  const kind = mark.kind ?? 'stand';
  if (kind === 'sit' || kind === 'drive') return add(mark.at, [0, (mark.seatHeight ?? 0.45) + height * 0.43, 0]);
  if (kind === 'lie') return add(mark.at, [0, (mark.seatHeight ?? 0.5) + 0.15, 0]);
  return add(mark.at, [0, height * 0.935, 0]);
}

/** Whom somebody looks at: listeners the speaker, the speaker the first of the others. */
function partnerOf(i: number, cast: readonly CastMember[]): number | undefined {
  if (cast.length < 2) return undefined;
  const speaker = cast.findIndex((member) => member.speaking);
  if (speaker >= 0 && speaker !== i) return speaker;
  return i === 0 ? 1 : 0;
}

/** Alone in the frame on mark 0 or 1, one still talks to somebody on the other. */
function across(place: Place, mark: Mark): V3 | undefined {
  const index = place.marks.indexOf(mark);
  if (index < 0 || index > 1 || place.marks.length < 2) return undefined;
  const other = place.marks[1 - index];
  const seated = other.kind === 'sit' || other.kind === 'drive';
  return add(other.at, [0, seated ? (other.seatHeight ?? 0.45) + 0.75 : other.kind === 'lie' ? 0.7 : 1.6, 0]);
}

/** Who stands freely turns towards the other; seats, beds and walls keep their direction. */
function turnsTo(mark: Mark, target: V3 | undefined): number {
  if (!target || (mark.kind ?? 'stand') !== 'stand') return mark.yaw;
  const [dx, , dz] = sub(target, mark.at);
  const towards = Math.atan2(dx, dz);
  const turn = Math.atan2(Math.sin(towards - mark.yaw), Math.cos(towards - mark.yaw));
  // Not quite all the way: people stand a little open to each other, and to the camera.
  return mark.yaw + turn - Math.max(-OPEN, Math.min(OPEN, turn * 0.15));
}

function looksAcross(action: Action): boolean {
  return !(
    ['read', 'type', 'write', 'sleep', 'dead', 'lookUp', 'lookDown', 'lookOut', 'cry', 'pray', 'run', 'walk'] as Action[]
  ).includes(action);
}

function faceFor(member: CastMember, sceneAction: string): Partial<Face> {
  const expression =
    expressionFor(member.expression ?? '') ??
    expressionFor(member.action ?? '') ??
    (member.action === undefined ? expressionFor(sceneAction) : undefined);
  return { ...(expression ? { expression } : {}), ...(member.speaking ? { mouth: 'talk' } : {}) };
}

function figureOf({ head, headH, top, chest, pelvis, feet, frame }: Placed): Figure {
  const lying = Math.abs(chest[1] - pelvis[1]) < 0.5 * headH;
  const { x, z } = frame;
  const facing: V3 = lying ? [x[0] * 0.8 + z[0] * 0.5, 0, x[2] * 0.8 + z[2] * 0.5] : [head.z[0], 0, head.z[2]];
  return { head: head.o, headHeight: headH, facing: norm(facing), lying, top, chest, pelvis, feet };
}
