/** @file The timeline and where things are on it. */
export { clip, durationOf, gap, itemAt, layOut, timelineDuration, usedRange } from './layout.js';
export type { PlacedItem } from './layout.js';
export type {
  Clip,
  Effect,
  Gap,
  Item,
  Json,
  JsonObject,
  Labelled,
  Marker,
  MediaDescription,
  MediaReference,
  Playable,
  Stack,
  Timeline,
  Track,
  Transition,
  Unknown,
} from './timeline.js';
