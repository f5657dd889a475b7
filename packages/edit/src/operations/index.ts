/** @file Edits of a track as pure functions. */
export { ripple, roll, slide, slip, trim } from './adjust.js';
export type { EdgeChange } from './adjust.js';
export { extract, insert, lift, overwrite, split } from './place.js';
export type { Solid } from './row.js';
