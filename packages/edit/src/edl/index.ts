/** @file CMX3600 edit decision lists. */
export { parseEdl } from './edl.js';
export type { EditDecisionList, EdlDiagnostic, EdlEvent } from './edl.js';
export { readEdl, writeEdl } from './files.js';
export { formatEdl } from './format.js';
export { timelineFromEdl } from './from-edl.js';
export { edlFromTimeline } from './to-edl.js';
