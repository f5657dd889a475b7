/** @file What everybody does, and on which mark: who runs does not do so on a chair, and who lies does so on a bed or the floor. */
import { type Action, actionFor, type FoundAction, poseOf, type PropName } from '../figure/index.js';
import type { Mark, Place } from '../places/place.js';
import type { Scene } from '../world/scene.js';
import { freeFloor } from './free-floor.js';
import type { CastMember } from './shot-description.js';

/** An action where it happens. */
export interface Act {
  mark: Mark;
  action: Action;
  /** Whether the mark's seat carries the body. */
  seated: boolean;
  /** Eyes closed, on top of what the pose says. */
  asleep?: boolean;
  /** Thing in the hands. */
  prop?: PropName;
}

/** What a mark is for, where nothing else is said. */
const BY_MARK: Record<NonNullable<Mark['kind']>, Action> = {
  stand: 'stand',
  sit: 'sit',
  lie: 'lie',
  lean: 'leanWall',
  drive: 'drive',
};

/** Words of things on which one sleeps sitting. */
const SEAT = /\b(chair|armchair|stool|bench|seat|desk|table|wheel|stuhl|sessel|chaise|fauteuil|silla|sillón)s?\b|椅/iu;

/**
 * Decides what somebody does.
 *
 * @param place - Its marks.
 * @param scene - The place alone, for room on the floor.
 * @param mark - The mark that the member has.
 * @param member - Who.
 * @param sceneAction - What is seen to happen, for members without an action of their own.
 * @param taken - The marks of the whole cast.
 * @returns The action, on the mark or on a better one.
 */
export function actOn(
  place: Place,
  scene: Scene,
  mark: Mark,
  member: CastMember,
  sceneAction: string,
  taken: readonly Mark[],
): Act {
  const wanted = wantedAction(member, sceneAction);
  const kind = mark.kind ?? 'stand';
  const onSeat = kind === 'sit' || kind === 'drive';
  if (!wanted) return { mark, action: BY_MARK[kind], seated: onSeat };
  const pose = poseOf(wanted.action);
  const prop = wanted.prop === undefined ? {} : { prop: wanted.prop };
  const { action } = wanted;
  const lies = pose.rest === 'bed' || pose.rest === 'floor';
  const free = (other: Mark, wish: Mark['kind']): boolean => (other.kind ?? 'stand') === wish && !taken.includes(other);
  if (kind === 'lie') {
    // The floor of who lies on a bed is the bed.
    const bed: Mark =
      pose.rest === 'floor'
        ? { ...mark, at: [mark.at[0], mark.at[1] + (mark.seatHeight ?? 0.45), mark.at[2]], seatHeight: 0 }
        : mark;
    return lies ? { mark: bed, action, seated: false } : { mark, action: 'lie', seated: false };
  }
  if (action === 'sleep' && (onSeat || SEAT.test(`${member.action ?? ''} ${sceneAction}`))) {
    const seat = onSeat ? mark : place.marks.find((other) => free(other, 'sit'));
    return seat
      ? { mark: seat, action: 'sitSlump', seated: true, asleep: true }
      : { mark, action: 'sitFloor', seated: false, asleep: true };
  }
  if (lies) {
    const bed = pose.rest === 'bed' ? place.marks.find((other) => free(other, 'lie')) : undefined;
    if (bed) return { mark: bed, action, seated: false };
    const ground = onSeat ? place.marks.find((other) => free(other, 'stand')) : mark;
    if (!ground) return { mark, action: 'sitSlump', seated: true, asleep: pose.asleep === true };
    // A bed of no height is the floor.
    return {
      mark: { at: ground.at, yaw: roomToLie(scene, place, ground, member), kind: 'lie', seatHeight: 0 },
      action,
      seated: false,
      ...prop,
    };
  }
  if (onSeat) {
    if (pose.upper || pose.rest === 'seat') return { mark, action, seated: true, ...prop };
    const ground = place.marks.find((other) => free(other, 'stand'));
    return ground ? { mark: ground, action, seated: false, ...prop } : { mark, action: BY_MARK[kind], seated: true };
  }
  const sits = action.startsWith('sit') || /\b(sits?|sat|sitting|seated)\b/i.test(member.action ?? sceneAction);
  const chair = sits ? place.marks.find((other) => free(other, 'sit')) : undefined;
  if (chair && pose.rest === 'seat') return { mark: chair, action, seated: true, ...prop };
  // Nothing to sit on: the upper body acts over standing legs, a seat becomes a stand.
  return pose.rest === 'seat' ? { mark, action: BY_MARK[kind], seated: false } : { mark, action, seated: false, ...prop };
}

function wantedAction(member: CastMember, sceneAction: string): FoundAction | undefined {
  const own = member.action === undefined ? undefined : actionFor(member.action);
  const found = own?.evidence ? own : actionFor(sceneAction, member.name);
  if (found.evidence === '') return undefined;
  const { rest } = poseOf(found.action);
  const text = own?.evidence ? (member.action ?? '') : sceneAction;
  return (rest === 'bed' || rest === 'floor') && isOfThing(text, member.name) ? undefined : found;
}

/** Whether a sentence is about a thing and nobody else: a ship that lies at the quay does not lay anybody down. */
function isOfThing(text: string, name: string): boolean {
  const words = text.toLowerCase();
  const named = name
    .toLowerCase()
    .split(/\s+/)
    .some((word) => word.length > 2 && words.includes(word));
  return /^(the|a|an|its)\s/.test(words) && !named && !/\b(he|she|they|man|woman|boy|girl|child|body|corpse|who)\b/.test(words);
}

/** The direction, nearest to the mark's own, in which there is room for a body on the floor. */
function roomToLie(scene: Scene, place: Place, { at, yaw }: Mark, { look }: CastMember): number {
  const floor = freeFloor(scene, place, at, look.height);
  const turns = [0, 0.8, -0.8, 1.6, -1.6, 2.4, -2.4, Math.PI];
  return yaw + (turns.find((turn) => floor.lies(at, yaw + turn, look.height)) ?? 0);
}
