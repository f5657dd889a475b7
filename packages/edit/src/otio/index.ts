/** @file OpenTimelineIO. */
export { readOtio, writeOtio } from './files.js';
export { parseOtio } from './read.js';
export { formatOtio } from './write.js';
