/**
 * @file A shot of the shot list, as plain data. Sizes, angles and moves use the words of the trade; `@filmai/storyboard`
 * understands the same ones.
 */
import type { Span } from '../screenplay/screenplay.js';

/** How much of a figure or place the frame shows. */
export type ShotSize =
  'extreme-wide' | 'wide' | 'full' | 'medium' | 'close' | 'extreme-close' | 'two-shot' | 'over-shoulder' | 'insert';
/** Height and tilt of the camera. */
export type ShotAngle = 'eye' | 'low' | 'high' | 'overhead' | 'dutch';
/** What the camera does during the shot. */
export type CameraMove =
  | 'static'
  | 'push-in'
  | 'pull-out'
  | 'pan-left'
  | 'pan-right'
  | 'tilt-up'
  | 'tilt-down'
  | 'track-left'
  | 'track-right'
  | 'crane-up'
  | 'handheld';

/** One line that is spoken in a shot. */
export interface ShotSpeech {
  character: string;
  /** `V.O.`, `O.S.` … as in the cue. */
  extensions: string[];
  text: string;
  /** `(quietly)`, without brackets. */
  parenthetical?: string;
  /** Both sides of a dual dialogue carry the same number; they are spoken together. */
  dual?: number;
  span: Span;
}

/** One shot. */
export interface Shot {
  /** `'3'` or the script's own number of the scene. */
  scene: string;
  /** Index of the scene in the breakdown, from 0. */
  sceneIndex: number;
  /** Letter in the scene: A … Z, AA … */
  letter: string;
  size: ShotSize;
  angle: ShotAngle;
  move: CameraMove;
  /** Who is seen, the subject first. */
  cast: string[];
  /** What is seen to happen, in the script's own words. */
  action: string;
  speeches: ShotSpeech[];
  /** Seconds on screen. */
  seconds: number;
  /** Transition into this shot from the one before. Default `'cut'`. */
  transition: 'cut' | 'dissolve' | 'fade-in' | 'fade-out' | 'fade-to-black' | 'wipe' | 'smash-cut' | 'match-cut';
  /** What follows the last shot of the script where the script says so: its picture goes to black. */
  ending?: 'fade-out' | 'fade-to-black' | 'cut-to-black';
  /** Side of the frame of each of the cast in shots of two or more and in singles that look across: kept through a scene (180° line). */
  sides?: Record<string, 'left' | 'right'>;
  /** An object that fills an insert: `'knife'`. */
  object?: string;
  /** Why size, angle, move and seconds are what they are; one sentence each. */
  reasons: string[];
  /** The stretch of the script that this shot covers. */
  span: Span;
}
