/** @file Loudness after EBU R 128. */
export { measureLoudness, measureLoudnessCurve } from './measure-loudness.js';
export type { Loudness, LoudnessCurve } from './measure-loudness.js';
