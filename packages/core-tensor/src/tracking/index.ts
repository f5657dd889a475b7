/** @file What happens in a training, written down for TensorBoard and as JSON lines. */
export { createTracker, TrackingError } from './tracker.js';
export type { Tracker, TrackerOptions, TrackingErrorCode, TrackingFormat } from './tracker.js';
export type { Pictures } from './pictures.js';
