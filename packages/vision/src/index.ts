/** @file Everything of @filmai/vision by name; the subpaths give the same pieces alone. */
export { VisionError } from './errors/vision-error.js';
export type { VisionErrorCode } from './errors/vision-error.js';
export { dominantColours, findCaptionArea, measureLight, measurePicture, measureSharpness } from './composition/index.js';
export type { Box, CaptionArea, DominantColour, Light, PictureFault, PictureReport } from './composition/index.js';
