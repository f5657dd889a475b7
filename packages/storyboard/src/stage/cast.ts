/** @file Puts the people of a shot on their marks, in their poses, looking at each other. */
import type { Figure } from '../camera/glimpse.js';
import { type Action, addActor, type Face, type Placed } from '../figure/figure.js';
import type { Mark, Place } from '../places/place.js';
import type { Scene } from '../world/scene.js';
import { add, mad, norm } from '../world/vector.js';
import type { CastMember, ShotDescription, ShotSize } from './shot-description.js';

/** Somebody on the stage. */
export interface StagedMember {
  member: CastMember;
  mark: Mark;
  figure: Figure;
}

/** Triangles are spent where the camera is near: the factor on a figure's detail. */
const DETAIL: Record<ShotSize, number> = {
  'extreme-wide': 0.5,
  wide: 0.5,
  full: 0.7,
  'two-shot': 1,
  medium: 1,
  insert: 0.5,
  'over-shoulder': 1.2,
  close: 1.2,
  'extreme-close': 1.2,
};

/**
 * Adds the cast to a scene.
 *
 * @param scene - The place; the figures are added to it.
 * @param place - Its marks.
 * @param shot - Who is there and what they do.
 * @returns The cast in the shot's order.
 */
export function stageCast(scene: Scene, place: Place, shot: ShotDescription): StagedMember[] {
  const marks = assignMarks(place, shot.cast);
  return shot.cast.map((member, i) => {
    const mark = marks[i];
    const placed = addActor(scene, {
      look: member.look,
      at: mark.at,
      yaw: mark.yaw,
      action: actionOf(member, mark),
      face: faceOf(member),
      detail: DETAIL[shot.size],
    });
    return { member, mark, figure: figureOf(placed) };
  });
}

/** Marks as asked for, then the free ones in the order of the names. */
function assignMarks(place: Place, cast: readonly CastMember[]): Mark[] {
  const taken = new Set(cast.flatMap((member) => (member.mark === undefined ? [] : [member.mark % place.marks.length])));
  const free = place.marks.map((_, i) => i).filter((i) => !taken.has(i));
  const byName = cast.filter((member) => member.mark === undefined).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const given = new Map(byName.map((member, i) => [member, free[i % Math.max(1, free.length)] ?? 0]));
  return cast.map(
    (member) => place.marks[member.mark === undefined ? (given.get(member) ?? 0) : member.mark % place.marks.length],
  );
}

function actionOf(member: CastMember, mark: Mark): Action {
  return mark.kind === 'sit' || mark.kind === 'drive' ? 'sit' : member.action === 'walk' ? 'walk' : 'stand';
}

function faceOf(member: CastMember): Partial<Face> {
  return { mouth: member.speaking ? 'talk' : 'closed' };
}

function figureOf(placed: Placed): Figure {
  return {
    head: placed.head.o,
    headHeight: placed.headH,
    facing: norm([placed.head.z[0], 0, placed.head.z[2]]),
    top: placed.top,
    chest: placed.chest,
    pelvis: placed.pelvis,
    feet: placed.feet ?? mad(add(placed.pelvis, [0, 0, 0]), [0, 1, 0], -1),
  };
}
