/** @file Peaks under a ceiling, programmes at their loudness. */
export { limitPeaks } from './limit-peaks.js';
export type { Limited, LimitOptions } from './limit-peaks.js';
export { normaliseLoudness } from './normalise-loudness.js';
export type { Normalised, NormaliseOptions } from './normalise-loudness.js';
