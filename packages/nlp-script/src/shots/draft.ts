/** @file A shot while it is being planned, and what a scene remembers from shot to shot. */
import type { SceneBreakdown } from '../breakdown/breakdown.js';
import type { Span } from '../screenplay/screenplay.js';
import type { CameraMove, Shot, ShotAngle, ShotSize, ShotSpeech } from './shot.js';

/** A shot without letter and transition. */
export interface Draft {
  size: ShotSize;
  angle: ShotAngle;
  move: CameraMove;
  cast: string[];
  action: string;
  speeches: ShotSpeech[];
  seconds: number;
  object?: string;
  reasons: string[];
  span: Span;
  /** 0 to 1, for the turning line of the scene. */
  intensity: number;
  /** True where the script itself says what the camera does. */
  written: boolean;
  transition?: Shot['transition'];
}

/** What stands fixed for a scene, and what changes from shot to shot. */
export interface SceneState {
  scene: SceneBreakdown;
  /** Seen in the scene so far, in the order of appearance. */
  present: string[];
  /** Side of the frame by character: set once, kept through the scene. */
  sides: Map<string, 'left' | 'right'>;
  drafts: Draft[];
  pace: Pace;
  /** Direction of travel, kept through the scene. */
  travel: 'track-left' | 'track-right';
}

/** Lengths that all parts of the planner share. */
export interface Pace {
  secondsPerShot: number;
  minSeconds: number;
  maxSeconds: number;
  wordsPerSecond: number;
  /** Seconds of a piece of speech, without breath. */
  speechSeconds: (speech: ShotSpeech) => number;
  /** The same by words alone: decides what goes into a shot, so that real voices change no cut. */
  speechLength: (text: string) => number;
  /** Seconds after a speech. */
  breathSeconds: number;
}

/** Gives a newcomer the side that is free: the first left, the second right, and so on. */
export function sideOf(state: SceneState, name: string): 'left' | 'right' {
  let side = state.sides.get(name);
  if (!side) {
    side = state.sides.size % 2 === 0 ? 'left' : 'right';
    state.sides.set(name, side);
  }
  return side;
}

/** Remembers who has been seen. */
export function meet(state: SceneState, names: readonly string[]): void {
  for (const name of names) {
    if (!state.present.includes(name)) state.present.push(name);
    sideOf(state, name);
  }
}

/** From the start of one span to the end of another. */
export function spanOver(first: Span, last: Span): Span {
  return { start: first.start, end: last.end.offset >= first.end.offset ? last.end : first.end };
}
