/** @file Looking at a picture: light, sharpness, colours, room for captions. */
export { findCaptionArea } from './caption-area.js';
export type { Box, CaptionArea } from './caption-area.js';
export { dominantColours } from './dominant-colours.js';
export type { DominantColour } from './dominant-colours.js';
export { measureLight, measureSharpness } from './measure-light.js';
export type { Light } from './measure-light.js';
export { measurePicture } from './measure-picture.js';
export type { PictureFault, PictureReport } from './measure-picture.js';
