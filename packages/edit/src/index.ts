/** @file Everything of @filmai/edit by name; the subpaths give the same pieces alone. */
export { EditError } from './errors/edit-error.js';
export type { EditErrorCode } from './errors/edit-error.js';
export {
  addTime,
  canDropFrames,
  compareTime,
  contains,
  earlier,
  formatTimecode,
  fromSeconds,
  intersect,
  later,
  nominalRate,
  parseTimecode,
  rangeBetween,
  rangeEnd,
  rationalTime,
  rescale,
  subtractTime,
  timeRange,
  toSeconds,
} from './time/index.js';
export type { RationalTime, TimeRange } from './time/index.js';
export { clip, durationOf, gap, itemAt, layOut, timelineDuration, usedRange } from './timeline/index.js';
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
  PlacedItem,
  Playable,
  Stack,
  Timeline,
  Track,
  Transition,
  Unknown,
} from './timeline/index.js';
export { extract, insert, lift, overwrite, ripple, roll, slide, slip, split, trim } from './operations/index.js';
export type { EdgeChange, Solid } from './operations/index.js';
export { formatOtio, parseOtio, readOtio, writeOtio } from './otio/index.js';
export { edlFromTimeline, formatEdl, parseEdl, readEdl, timelineFromEdl, writeEdl } from './edl/index.js';
export type { EditDecisionList, EdlDiagnostic, EdlEvent } from './edl/index.js';
export { captionsOf, formatSrt, formatVtt, parseSrt, parseVtt } from './subtitles/index.js';
export type { Cue, SpokenText, SubtitleDiagnostic, WebVtt } from './subtitles/index.js';
export { countFrames, createCaptionPainter, moveEffect, moveOf, renderFrames, renderTimeline } from './render/index.js';
export type {
  CaptionPainter,
  CaptionPainterOptions,
  CaptionPicture,
  Fit,
  FrameSource,
  FrameSourceRequest,
  MoveKey,
  RenderFramesOptions,
  RenderOptions,
  RenderReport,
} from './render/index.js';
