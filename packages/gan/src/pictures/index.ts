/** @file Pictures between film and networks. */
export { fromFrames, toFrames } from './picture-tensors.js';
export type { Channels, FromFramesOptions, ToFramesOptions } from './picture-tensors.js';
export { sampleSheet } from './sample-sheet.js';
export type { SampleSheetOptions } from './sample-sheet.js';
