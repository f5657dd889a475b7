/** @file What goes to a picture worker and what comes back. */
import type { PictureReport } from '@filmai/vision/composition';
import type { PlaceReport, ShotDescription, ShotSpeechTiming, Slate } from '@filmai/storyboard';
import type { ShotEffect } from './direct-shot.js';

/** A shot to draw. */
export interface PictureJob {
  id: string;
  description: ShotDescription;
  effects: ShotEffect[];
  speech: ShotSpeechTiming[];
  width: number;
  height: number;
  fps: number;
  /** Frames to draw, the tail for a dissolve included. */
  frames: number;
  seed: number;
  /** Drafts by a network instead of ink. */
  draw?: 'learned';
  /** Effects come from trained networks. Absent: from the simulations. */
  learnedEffects?: boolean;
  /** Where the clip goes (.mp4). */
  clipPath: string;
  /** Where the storyboard panel goes (.jpg), and what its slate says. */
  panelPath: string;
  slate: Slate;
}

/** What is known of a drawn shot. */
export interface DrawnShot {
  /** Which grammar built the place. */
  place: PlaceReport;
  /** Looked at through `@filmai/vision`. */
  picture: PictureReport;
}

/** Messages of a worker. */
export type WorkerMessage =
  | { kind: 'frames'; id: string; count: number }
  | { kind: 'done'; id: string; drawn: DrawnShot }
  | { kind: 'failed'; id: string; message: string; code?: string };
