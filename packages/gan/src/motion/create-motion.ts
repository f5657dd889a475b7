/**
 * @file Motion of a person from a seed: made by rules of gait and balance, not recorded and not learned. It is the ground on which motion
 * models are trained and measured.
 */
import { createRandom, type Random } from '@filmai/core-tensor/random';
import { checkRange } from '../errors/check-range.js';
import { GanError } from '../errors/gan-error.js';
import { fallDown, jump, sitDown, stand, turnAround, wave, type ActionPlan } from './actions.js';
import { walkOrRun } from './gait.js';
import { MOTION_STYLES, type MotionStyle, type MotionStyleName } from './motion-style.js';
import { clipFrom, createHumanSkeleton, type MotionClip, type Pose } from './skeleton.js';

/** Kinds of motion. */
export const MOTION_KINDS = ['stand', 'walk', 'run', 'turn', 'sit', 'wave', 'jump', 'fall'] as const;
/** A kind of motion. */
export type MotionKind = (typeof MOTION_KINDS)[number];

/** What is asked of a motion. */
export interface MotionRequest {
  kind: MotionKind;
  /** Length, above 0, at most 600. */
  seconds: number;
  /** Frames in a second, default 30. */
  fps?: number;
  /** Equal seeds give equal motion. Default 1. */
  seed?: number | string;
  /** How somebody moves: a name or numbers of your own; default `'neutral'`. */
  style?: MotionStyleName | MotionStyle;
  /** Metres in a second, for walk and run; default drawn around 1.35 and 3.2. */
  speed?: number;
  /** Turn of the path in radians a second, to the left positive, for walk and run; default 0. */
  curve?: number;
  /** Height of the person in metres, default 1.75. */
  height?: number;
}

const ACTIONS: Record<Exclude<MotionKind, 'walk' | 'run'>, (plan: ActionPlan) => Pose[]> = {
  stand,
  turn: turnAround,
  sit: sitDown,
  wave,
  jump,
  fall: fallDown,
};

/**
 * Makes a motion.
 *
 * @param request - See `MotionRequest`.
 * @returns A clip of `Math.round(seconds × fps)` frames, at least one. It begins at the origin and goes along +z; the ground is y = 0.
 * @throws GanError `UNKNOWN_MOTION` for a kind or style that there isn't; RangeError for a value outside its range.
 * @example
 * ```ts
 * import { createMotion, frameCount } from '@filmai/gan/motion';
 *
 * const walk = createMotion({ kind: 'walk', seconds: 2, style: 'tired', seed: 7 });
 * console.log(frameCount(walk)); // 60
 * ```
 */
export function createMotion(request: MotionRequest): MotionClip {
  const { kind, seconds, fps = 30, seed = 1, style = 'neutral', speed, curve = 0, height = 1.75 } = request;
  if (!MOTION_KINDS.includes(kind)) throw unknown('kind of motion', kind, MOTION_KINDS);
  if (typeof style === 'string' && !Object.hasOwn(MOTION_STYLES, style)) {
    throw unknown('style', style, Object.keys(MOTION_STYLES));
  }
  checkRange('createMotion: seconds', seconds, 1e-3, 600);
  checkRange('createMotion: fps', fps, 1, 240);
  checkRange('createMotion: curve', curve, -3, 3);
  const random = createRandom(`motion/${kind}/${seed}`);
  const skeleton = createHumanSkeleton({ height });
  const plan = {
    skeleton,
    frames: Math.max(1, Math.round(seconds * fps)),
    fps,
    style: typeof style === 'string' ? MOTION_STYLES[style] : style,
    random,
  };
  if (kind === 'walk' || kind === 'run') {
    const running = kind === 'run';
    const pace = speed ?? drawSpeed(random.split('speed'), running);
    checkRange('createMotion: speed', pace, running ? 1.5 : 0.3, running ? 8 : 2.5);
    return clipFrom(skeleton, fps, walkOrRun({ ...plan, running, speed: pace, curve }));
  }
  return clipFrom(skeleton, fps, ACTIONS[kind](plan));
}

function drawSpeed(random: Random, running: boolean): number {
  return running ? random.range(2.6, 3.8) : random.range(1.1, 1.6);
}

function unknown(what: string, got: string, known: readonly string[]): GanError {
  return new GanError('UNKNOWN_MOTION', `there is no ${what} "${got}"`, { remedy: `Choose one of ${known.join(', ')}.` });
}
