/**
 * @file A timeline as plain data: tracks from the bottom up, each a row of clips, gaps and transitions without holes. All
 * functions return new values; nothing is mutated.
 *
 * ```
 * track   │  clip A      │ gap │  clip B         │
 *         0              48    60                100   frames
 * ```
 *
 * The names and the meaning follow OpenTimelineIO, so that a file read from there loses nothing.
 */
import type { RationalTime, TimeRange } from '../time/rational-time.js';

/** JSON, with the numbers that OpenTimelineIO files may hold. */
export type Json = null | boolean | number | bigint | string | Json[] | JsonObject;
/** An object of `Json`. */
export interface JsonObject {
  [key: string]: Json;
}

/** What every part of a timeline may carry. */
export interface Labelled {
  name: string;
  /** Free data of the user's and other programs'. Default empty. */
  metadata?: JsonObject;
  /** Fields of a file that this package has no name for; written back as they came. */
  extra?: JsonObject;
}

/** Something to see or hear on a track. */
export interface Playable extends Labelled {
  /** False hides it without moving anything. Default true. */
  enabled?: boolean;
  effects?: Effect[];
  markers?: Marker[];
  /** Which part of the media (or of the nested track) is used; absent: all of it. */
  sourceRange?: TimeRange;
}

/** A piece of media on a track. */
export interface Clip extends Playable {
  kind: 'clip';
  /** What the clip shows. */
  media: MediaReference;
  /** Other versions of the media by key; `activeMedia` names the one in `media`. */
  alternatives?: Record<string, MediaReference>;
  /** Default `'DEFAULT_MEDIA'`. */
  activeMedia?: string;
}

/** Nothing, for a while: black, silence, or what lies on the track below. */
export interface Gap extends Playable {
  kind: 'gap';
  sourceRange: TimeRange;
}

/**
 * A change from one neighbour to the other that overlaps both and takes no room of its own.
 *
 * ```
 *   A ───────────┐ inOffset │ outOffset ┌─────────── B
 *                └──────────┼───────────┘
 *                          cut
 * ```
 */
export interface Transition extends Labelled {
  kind: 'transition';
  /** `'SMPTE_Dissolve'`, or a name of the program that made it. */
  type: string;
  /** How long before the cut it begins. */
  inOffset: RationalTime;
  /** How long after the cut it ends. */
  outOffset: RationalTime;
}

/** A timeline inside a timeline: layers that play together. */
export interface Stack extends Playable {
  kind: 'stack';
  children: (Track | Item)[];
}

/** A row of items, one after another. */
export interface Track extends Playable {
  kind: 'track';
  /** `'video'`, `'audio'`, or what a file says. */
  media: string;
  items: Item[];
}

/** A record of a schema that this package does not know; it takes no room and is written back as it came. */
export interface Unknown {
  kind: 'unknown';
  name: string;
  /** `'Whatever.2'` */
  schema: string;
  fields: JsonObject;
}

/** What a track holds. */
export type Item = Clip | Gap | Transition | Stack | Track | Unknown;

/** Where a clip's media is. */
export type MediaReference =
  | ({ kind: 'external'; url: string } & MediaDescription)
  | ({ kind: 'generator'; generator: string; parameters?: JsonObject } & MediaDescription)
  | ({ kind: 'missing' } & MediaDescription)
  | ({ kind: 'other'; schema: string } & MediaDescription);

/** What is known about media. */
export interface MediaDescription extends Labelled {
  /** All of the media, in its own time. */
  availableRange?: TimeRange;
}

/** A change of picture or speed. */
export interface Effect extends Labelled {
  /** `'Effect.1'`, `'LinearTimeWarp.1'`, `'FreezeFrame.1'` … */
  schema: string;
  effectName: string;
  /** Speed of a `LinearTimeWarp`: 2 is twice as fast, 0 stands still. */
  timeScalar?: number;
}

/** A remark on a stretch of time. */
export interface Marker extends Labelled {
  range: TimeRange;
  /** `'RED'`, `'GREEN'` … */
  color: string;
  comment?: string;
}

/** A whole edit. */
export interface Timeline extends Labelled {
  /** Time code of the first frame. */
  start?: RationalTime;
  /** From the bottom up: later video tracks cover earlier ones. */
  tracks: Track[];
  /** Layer data of files that name their stack of tracks. */
  stack?: Omit<Stack, 'kind' | 'children'>;
}
