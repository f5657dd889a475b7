/**
 * @file What a shot is to the storyboard: plain data that a shot list, a breakdown or a person writes. Sizes, angles and
 * moves are the words of the trade, the same as in the shot lists of `@filmai/nlp-script`.
 */
import type { Look } from '../figure/index.js';

/** How much of a figure or place the frame shows. */
export type ShotSize = (typeof SHOT_SIZES)[number];
/** Height and tilt of the camera. */
export type ShotAngle = (typeof SHOT_ANGLES)[number];
/** What the camera does during the shot. */
export type CameraMove = (typeof CAMERA_MOVES)[number];

/** All shot sizes, from the widest; then the two by their cast, then the one of a thing. */
export const SHOT_SIZES = [
  'extreme-wide',
  'wide',
  'full',
  'medium',
  'close',
  'extreme-close',
  'two-shot',
  'over-shoulder',
  'insert',
] as const;
/** All angles. */
export const SHOT_ANGLES = ['eye', 'low', 'high', 'overhead', 'dutch'] as const;
/** All moves. */
export const CAMERA_MOVES = [
  'static',
  'push-in',
  'pull-out',
  'pan-left',
  'pan-right',
  'tilt-up',
  'tilt-down',
  'track-left',
  'track-right',
  'crane-up',
  'handheld',
] as const;

/** One person in a shot. */
export interface CastMember {
  /** The character's name; speeches find their mouth by it. */
  name: string;
  /** Height, build, hair, costume … */
  look: Look;
  /** What the person does, in the script's words or as the name of an action: `'runs to the door'`, `'sit'`. Default: what the mark is for. */
  action?: string;
  /** Expression, in words: `'angry'`, `'smiles'`. Default: read from `action`, else calm. */
  expression?: string;
  /** Whether the person talks in this shot; the still then shows an open mouth. Default false. */
  speaking?: boolean;
  /**
   * Index of the place's mark where the person is. Marks 0 and 1 face each other. Give every character of a scene a mark of
   * its own and keep it from shot to shot, and eyelines and screen directions match. Default: by the order of the names, so
   * that a reversed cast does not change places.
   */
  mark?: number;
}

/** One shot, as plain data. */
export interface ShotDescription {
  /** The heading's place words: `'LIGHTHOUSE - LAMP ROOM'`. */
  place: string;
  /** The heading's INT or EXT. Default: what the place usually is. */
  setting?: 'int' | 'ext' | 'int-ext';
  /** The heading's time words: `'NIGHT'`, `'LATER THAT EVENING'`. Weather named here counts too. */
  time: string;
  /** Weather words: `'rain'`, `'fog'`. Default: read from `time` and `words`. */
  weather?: string;
  /** The scene's action text; places vary with it. Default none. */
  words?: string;
  /** How much is seen. */
  size: ShotSize;
  /** Height and tilt of the camera. Default `'eye'`. */
  angle?: ShotAngle;
  /** What the camera does. Default `'static'`. */
  move?: CameraMove;
  /** Who is seen, the subject first. May be empty. */
  cast: readonly CastMember[];
  /** What is seen to happen, in the script's words; used for cast members that have no action of their own. */
  action?: string;
  /** What an insert shows: `'phone'`, `'a torn letter'`. */
  object?: string;
  /**
   * The side of the line from mark 0 to mark 1 on which the camera stays: 1 is the right-hand side of somebody who walks from
   * 0 to 1. Keep it through a scene. Default: the side of the place's establishing view, so that it is kept by itself.
   */
  side?: 1 | -1;
  /**
   * Which framing a wide or extreme-wide shot of the place takes, a whole number of at least 0: first the place's own views in
   * their order, from then on other lenses, heights and details of it. Count the wide shots of a scene, and none looks like
   * another. Default 0.
   */
  view?: number;
  /** The scene's seed: equal seeds build the same place. Default 1. */
  seed?: number | string;
}

/**
 * Checks a description that may come from anywhere.
 *
 * @param shot - What to check.
 * @throws TypeError naming the field, what was expected and what came.
 */
export function assertShotDescription(shot: ShotDescription): void {
  if (typeof shot !== 'object' || shot === null) throw new TypeError(`shot: expected a description, got ${String(shot)}`);
  const text = (name: string, value: unknown, optional = false): void => {
    if (!(typeof value === 'string' || (optional && value === undefined))) {
      throw new TypeError(`shot.${name}: expected text, got ${shown(value)}`);
    }
  };
  const oneOf = (name: string, value: unknown, words: readonly unknown[]): void => {
    if (!words.includes(value))
      throw new TypeError(`shot.${name}: expected one of ${words.map(shown).join(', ')}, got ${shown(value)}`);
  };
  text('place', shot.place);
  text('time', shot.time);
  for (const name of ['weather', 'words', 'action', 'object'] as const) text(name, shot[name], true);
  oneOf('setting', shot.setting, ['int', 'ext', 'int-ext', undefined]);
  oneOf('size', shot.size, SHOT_SIZES);
  oneOf('angle', shot.angle, [...SHOT_ANGLES, undefined]);
  oneOf('move', shot.move, [...CAMERA_MOVES, undefined]);
  oneOf('side', shot.side, [1, -1, undefined]);
  if (shot.view !== undefined && !(Number.isInteger(shot.view) && shot.view >= 0)) {
    throw new TypeError(`shot.view: expected a whole number of at least 0, got ${shown(shot.view)}`);
  }
  if (shot.seed !== undefined && typeof shot.seed !== 'string' && !Number.isFinite(shot.seed)) {
    throw new TypeError(`shot.seed: expected a finite number or text, got ${shown(shot.seed)}`);
  }
  if (!Array.isArray(shot.cast)) throw new TypeError(`shot.cast: expected a list, got ${shown(shot.cast)}`);
  for (const [i, member] of shot.cast.entries()) {
    text(`cast[${i}].name`, member?.name);
    if (typeof member.look !== 'object' || member.look === null) {
      throw new TypeError(
        `shot.cast[${i}].look: expected a look, got ${shown(member.look)}; lookFromWords() makes one from a description`,
      );
    }
    text(`cast[${i}].action`, member.action, true);
    text(`cast[${i}].expression`, member.expression, true);
    if (member.mark !== undefined && !(Number.isInteger(member.mark) && member.mark >= 0)) {
      throw new TypeError(`shot.cast[${i}].mark: expected a whole number of at least 0, got ${shown(member.mark)}`);
    }
  }
}

function shown(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : String(value);
}
