/** @file Rational time, ranges and time code. */
export {
  addTime,
  compareTime,
  contains,
  earlier,
  fromSeconds,
  intersect,
  later,
  rangeBetween,
  rangeEnd,
  rationalTime,
  rescale,
  subtractTime,
  timeRange,
  toSeconds,
} from './rational-time.js';
export type { RationalTime, TimeRange } from './rational-time.js';
export { canDropFrames, formatTimecode, nominalRate, parseTimecode } from './timecode.js';
