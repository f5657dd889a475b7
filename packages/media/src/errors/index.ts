/** @file What can go wrong with media files. */
export { MediaError } from './media-error.js';
export type { MediaErrorCode } from './media-error.js';
