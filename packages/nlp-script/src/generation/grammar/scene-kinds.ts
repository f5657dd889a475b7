/**
 * @file The plot grammar: the kinds of scene that a story is made of, in the order in which they may stand, what each needs and what it is
 * for. The order is the usual one of set-up, confrontation and resolution (Field 1979; the functions after Propp 1928 and Snyder 2005).
 */
import type { PlaceRole } from './world.js';
import { FIRST_ACT } from './scenes-first-act.js';
import { SECOND_ACT } from './scenes-second-act.js';
import { THIRD_ACT } from './scenes-third-act.js';

/** Parts: lead, opponent, ally, witness, kin, authority. */
export type Part = 'p' | 'o' | 'a' | 'w' | 'k' | 'c';

/** All parts, the indispensable ones first. */
export const PARTS: readonly Part[] = ['p', 'o', 'a', 'w', 'k', 'c'];

/** A stretch of a scene: one of several ways to play it. */
export interface Block {
  /** Played in every scene of this kind; others only where there is room. */
  need?: boolean;
  /** Ways to play it, or names of texts of the story: `'@plant'`. Ways whose parts aren't there are left out. */
  of: readonly string[];
}

/** A kind of scene. */
export interface SceneKind {
  id: string;
  /** What happens in the story: a template, for the beat sheet and the card. */
  purpose: string;
  /** Where in the story it belongs, 0…1. */
  at: number;
  /** Higher is left out first when the story is short; 0 is never left out. */
  spare: number;
  place: PlaceRole;
  time: string;
  /** Must be there. */
  cast: readonly Part[];
  /** Are there where the story has them. */
  also?: readonly Part[];
  /** Only for stories whose object is of this kind. */
  object?: 'proof' | 'access' | 'tool' | 'token';
  /** The thing that matters is in the scene. */
  holdsObject?: boolean;
  blocks: readonly Block[];
}

/** All kinds in the order of the story. */
export const SCENE_KINDS: readonly SceneKind[] = [...FIRST_ACT, ...SECOND_ACT, ...THIRD_ACT].sort((a, b) => a.at - b.at);
