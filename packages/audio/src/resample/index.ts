/** @file Sample-rate conversion. */
export { resample } from './resample.js';
