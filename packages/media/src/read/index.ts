/** @file Files to frames and samples. */
export { readFrameAt, readFrames } from './read-frames.js';
export type { ReadFramesOptions } from './read-frames.js';
export { readSamples, readSound } from './read-samples.js';
export type { ReadSamplesOptions, ReadSoundOptions } from './read-samples.js';
