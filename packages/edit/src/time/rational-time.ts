/**
 * @file Points and stretches of time as a count of frames at a rate, after SMPTE practice and OpenTimelineIO's `opentime`:
 * exact at one rate, explicit where rates meet. Nothing here knows of clips.
 *
 * ```
 *   start                      end (exclusive)
 *     │◄──────── duration ────────►│
 *  ───┴────────────────────────────┴───►  value / rate seconds
 * ```
 */

/** A count of frames (or samples) at a rate. Both may be fractional: 23.976 is 24000 / 1001. */
export interface RationalTime {
  /** Frames since zero. */
  value: number;
  /** Frames in a second, above 0. */
  rate: number;
}

/** A stretch of time: from `start`, `duration` long; its end is not part of it. */
export interface TimeRange {
  start: RationalTime;
  /** Not negative. */
  duration: RationalTime;
}

/**
 * Makes a time.
 *
 * @param value - Frames, finite.
 * @param rate - Frames in a second, above 0.
 * @throws RangeError for a rate that is not above 0 or a value that is not finite.
 * @example
 * ```ts
 * import { rationalTime, toSeconds } from '@filmai/edit/time';
 *
 * console.log(toSeconds(rationalTime(48, 24))); // 2
 * ```
 */
export function rationalTime(value: number, rate: number): RationalTime {
  if (!Number.isFinite(value) || !(rate > 0) || !Number.isFinite(rate)) {
    throw new RangeError(`rationalTime: ${value} frames at ${rate} frames per second is no time`);
  }
  return { value, rate };
}

/**
 * Makes a range of whole frames.
 *
 * @param start - First frame.
 * @param duration - Frames, at least 0.
 * @param rate - Frames in a second.
 * @throws RangeError for a negative duration or what `rationalTime` refuses.
 */
export function timeRange(start: number, duration: number, rate: number): TimeRange {
  if (duration < 0) throw new RangeError(`timeRange: a duration of ${duration} frames is negative`);
  return { start: rationalTime(start, rate), duration: rationalTime(duration, rate) };
}

/**
 * The nearest frame to a time in seconds.
 *
 * @param seconds - Any finite time.
 * @param rate - Frames in a second.
 * @returns A time with a whole value.
 */
export function fromSeconds(seconds: number, rate: number): RationalTime {
  return rationalTime(Math.round(seconds * rate), rate);
}

/** The time in seconds. */
export function toSeconds(time: RationalTime): number {
  return time.value / time.rate;
}

/**
 * The same time at another rate. Not rounded: 1 frame at 24 is 1.25 frames at 30.
 *
 * @param time - Any time.
 * @param rate - Frames in a second.
 */
export function rescale(time: RationalTime, rate: number): RationalTime {
  return time.rate === rate ? time : rationalTime((time.value * rate) / time.rate, rate);
}

/** Sum, at the higher rate of the two. */
export function addTime(a: RationalTime, b: RationalTime): RationalTime {
  const rate = Math.max(a.rate, b.rate);
  return { value: rescale(a, rate).value + rescale(b, rate).value, rate };
}

/** Difference `a − b`, at the higher rate of the two. */
export function subtractTime(a: RationalTime, b: RationalTime): RationalTime {
  return addTime(a, { value: -b.value, rate: b.rate });
}

/**
 * Order of two times: negative where `a` is earlier, 0 where they are equal within a millionth of a frame.
 */
export function compareTime(a: RationalTime, b: RationalTime): number {
  const rate = Math.max(a.rate, b.rate);
  const difference = rescale(a, rate).value - rescale(b, rate).value;
  return Math.abs(difference) < 1e-6 ? 0 : difference;
}

/** The earlier of two times. */
export function earlier(a: RationalTime, b: RationalTime): RationalTime {
  return compareTime(a, b) <= 0 ? a : b;
}

/** The later of two times. */
export function later(a: RationalTime, b: RationalTime): RationalTime {
  return compareTime(a, b) >= 0 ? a : b;
}

/** The first time after a range. */
export function rangeEnd(range: TimeRange): RationalTime {
  return addTime(range.start, range.duration);
}

/** The range from `start` to `end`; empty where `end` is not later. */
export function rangeBetween(start: RationalTime, end: RationalTime): TimeRange {
  const duration = subtractTime(end, start);
  return { start, duration: duration.value > 0 ? duration : { value: 0, rate: duration.rate } };
}

/** True where the range covers the time (its start does, its end does not). */
export function contains(range: TimeRange, time: RationalTime): boolean {
  return compareTime(range.start, time) <= 0 && compareTime(time, rangeEnd(range)) < 0;
}

/** The stretch that both ranges cover, or `undefined` where there is none. */
export function intersect(a: TimeRange, b: TimeRange): TimeRange | undefined {
  const start = later(a.start, b.start);
  const end = earlier(rangeEnd(a), rangeEnd(b));
  return compareTime(start, end) < 0 ? rangeBetween(start, end) : undefined;
}
