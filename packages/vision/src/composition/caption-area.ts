/** @file Where captions may stand: inside the area that every screen shows, off the faces, on the quieter part of the picture. */
import type { Frame } from '@filmai/core-tensor/frames';
import { lumaOf } from './luma.js';

/** A rectangle in pixels, from the top left corner. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A place for captions. */
export interface CaptionArea extends Box {
  side: 'bottom' | 'top';
  /** Part of the faces' area that captions there would cover, 0…1. */
  facesCovered: number;
  /** Mean luma under the captions, 0…1: for the choice of their colour. */
  brightness: number;
}

/** EBU R 95: text keeps 5 % of the picture's width and height free on each side. */
const SAFE_MARGIN = 0.05;
/** Two lines of text at a usual size, as a part of the height. */
const BAND_HEIGHT = 0.17;
/** Captions stay at the bottom, where people look for them, unless the top covers clearly less of the faces. */
const WORTH_MOVING = 0.1;

/**
 * Finds the place for captions: at the bottom, or at the top where the bottom would cover faces.
 *
 * @param frame - The picture.
 * @param options - `faces`: boxes of faces in pixels, default none.
 * @returns The area, inside the text-safe area of EBU R 95.
 * @throws VisionError `BAD_FRAME`.
 * @example
 * ```ts
 * import { createFrame } from '@filmai/core-tensor/frames';
 * import { findCaptionArea } from '@filmai/vision/composition';
 *
 * const faces = [{ x: 40, y: 60, width: 80, height: 30 }];
 * console.log(findCaptionArea(createFrame(160, 90), { faces }).side); // top
 * ```
 */
export function findCaptionArea(frame: Frame, { faces = [] }: { faces?: readonly Box[] } = {}): CaptionArea {
  const bottom = areaAt(frame, faces, 'bottom');
  const top = areaAt(frame, faces, 'top');
  return bottom.facesCovered - top.facesCovered > WORTH_MOVING ? top : bottom;
}

function areaAt(frame: Frame, faces: readonly Box[], side: 'bottom' | 'top'): CaptionArea {
  const { width, height } = frame;
  const band = Math.round(height * BAND_HEIGHT);
  const margin = Math.round(height * SAFE_MARGIN);
  const x = Math.round(width * SAFE_MARGIN);
  const box = { x, y: side === 'bottom' ? height - margin - band : margin, width: width - 2 * x, height: band };
  const faceArea = faces.reduce((sum, face) => sum + face.width * face.height, 0);
  const covered = faces.reduce((sum, face) => sum + overlap(face, box), 0);
  return { side, ...box, facesCovered: faceArea > 0 ? covered / faceArea : 0, brightness: meanLuma(frame, box) };
}

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

function meanLuma(frame: Frame, box: Box): number {
  const luma = lumaOf(frame);
  let sum = 0;
  for (let y = box.y; y < box.y + box.height; y++)
    for (let x = box.x; x < box.x + box.width; x++) sum += luma[y * frame.width + x];
  return box.width * box.height > 0 ? sum / (box.width * box.height) : 0;
}
