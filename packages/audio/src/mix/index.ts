/** @file Clips into one sound. */
export { mix, mixBlocks } from './mix.js';
export type { Clip, MixOptions } from './mix.js';
export type { DuckOptions } from './ducking.js';
