/** @file A picture looked at once: all measures, and what is wrong with it. */
import type { Frame } from '@filmai/core-tensor/frames';
import { findCaptionArea, type Box, type CaptionArea } from './caption-area.js';
import { dominantColours, type DominantColour } from './dominant-colours.js';
import { measureLight, measureSharpness, type Light } from './measure-light.js';

/** What can be wrong with a picture. */
export type PictureFault = 'black' | 'white' | 'one-tone' | 'unsharp' | 'face-under-captions';

/** All that is measured. Plain JSON. */
export interface PictureReport extends Light {
  /** See `measureSharpness`. */
  sharpness: number;
  colours: DominantColour[];
  captionArea: CaptionArea;
  faults: PictureFault[];
}

/** Below this contrast there is nothing to see. */
const ONE_TONE = 0.02;
/** Below this nothing in the picture has an edge. */
const UNSHARP = 0.008;

/**
 * Measures a picture and names its faults.
 *
 * @param frame - Any frame.
 * @param options - `faces`: boxes of faces in pixels, default none.
 * @returns See `PictureReport`; `faults` is empty for a picture that is fine.
 * @throws VisionError `BAD_FRAME`.
 * @example
 * ```ts
 * import { createFrame } from '@filmai/core-tensor/frames';
 * import { measurePicture } from '@filmai/vision/composition';
 *
 * console.log(measurePicture(createFrame(160, 90, { fill: [0, 0, 0, 255] })).faults); // [ 'black', 'one-tone', 'unsharp' ]
 * ```
 */
export function measurePicture(frame: Frame, { faces = [] }: { faces?: readonly Box[] } = {}): PictureReport {
  const light = measureLight(frame);
  const sharpness = measureSharpness(frame);
  const captionArea = findCaptionArea(frame, { faces });
  const checks: [PictureFault, boolean][] = [
    ['black', light.brightest < 0.08],
    ['white', light.darkest > 0.97],
    ['one-tone', light.contrast < ONE_TONE],
    ['unsharp', sharpness < UNSHARP],
    ['face-under-captions', captionArea.facesCovered > 0.5],
  ];
  return {
    ...light,
    sharpness,
    colours: dominantColours(frame),
    captionArea,
    faults: checks.filter(([, wrong]) => wrong).map(([fault]) => fault),
  };
}
