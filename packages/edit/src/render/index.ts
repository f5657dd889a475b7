/** @file Timelines to frames and films. */
export { createCaptionPainter } from './caption-painter.js';
export type { CaptionPainter, CaptionPainterOptions, CaptionPicture } from './caption-painter.js';
export type { FrameSource, FrameSourceRequest } from './clip-reader.js';
export { moveEffect, moveOf } from './move.js';
export type { MoveKey } from './move.js';
export type { Fit } from './place-picture.js';
export { countFrames, renderFrames } from './render-frames.js';
export type { RenderFramesOptions } from './render-frames.js';
export { renderTimeline } from './render-timeline.js';
export type { RenderOptions, RenderReport } from './render-timeline.js';
