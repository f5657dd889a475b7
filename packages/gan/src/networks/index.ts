/** @file Networks that can be trained and sampled, and ways through their latent spaces. */
export { interpolate } from './interpolate.js';
export type { InterpolateOptions } from './interpolate.js';
