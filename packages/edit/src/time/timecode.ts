/**
 * @file SMPTE 12M time code, with drop frame for 29.97 and 59.94: two (four) frame numbers are left out at the start of
 * every minute that is not a multiple of ten, so that the code keeps step with the clock. No frame is dropped, only numbers.
 */
import { EditError } from '../errors/edit-error.js';
import { rationalTime, type RationalTime } from './rational-time.js';

const NTSC_TOLERANCE = 0.02;

/**
 * How many frame numbers a second of time code has: 30 for 29.97, 24 for 23.976.
 *
 * @param rate - Frames in a second.
 */
export function nominalRate(rate: number): number {
  return Math.round(rate);
}

/**
 * True where the rate has a drop-frame time code: 30000/1001 and 60000/1001.
 *
 * @param rate - Frames in a second.
 */
export function canDropFrames(rate: number): boolean {
  return [29.97, 59.94].some((ntsc) => Math.abs(rate - ntsc) < NTSC_TOLERANCE);
}

/**
 * Writes a time as time code.
 *
 * @param time - A time at its own frame rate; rounded to whole frames. Times before zero get a minus sign.
 * @param options - `dropFrame`: default true for 29.97 and 59.94, false elsewhere.
 * @returns `HH:MM:SS:FF`, or `HH:MM:SS;FF` with drop frame. Hours go on above 24.
 * @throws RangeError where drop frame is asked for at a rate that has none.
 * @example
 * ```ts
 * import { formatTimecode, rationalTime } from '@filmai/edit/time';
 *
 * console.log(formatTimecode(rationalTime(1800, 30000 / 1001))); // 00:01:00;02
 * ```
 */
export function formatTimecode(
  time: RationalTime,
  { dropFrame = canDropFrames(time.rate) }: { dropFrame?: boolean } = {},
): string {
  const fps = nominalRate(time.rate);
  if (dropFrame && !canDropFrames(time.rate))
    throw new RangeError(`formatTimecode: no drop-frame time code at ${time.rate} frames per second`);
  const count = Math.round(time.value);
  const frames = dropFrame ? withDroppedNumbers(Math.abs(count), fps) : Math.abs(count);
  const seconds = Math.floor(frames / fps);
  const fields = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(twoDigits).join(':');
  return `${count < 0 ? '-' : ''}${fields}${dropFrame ? ';' : ':'}${twoDigits(frames % fps)}`;
}

/**
 * Reads a time code.
 *
 * @param text - `HH:MM:SS:FF`; `;`, `,` or `.` before the frames mean drop frame.
 * @param rate - Frames in a second.
 * @returns The frame that the code names.
 * @throws EditError `BAD_TIMECODE` for anything else, a field out of range, or a number that drop frame leaves out.
 * @example
 * ```ts
 * import { parseTimecode } from '@filmai/edit/time';
 *
 * console.log(parseTimecode('01:00:00:00', 24).value); // 86400
 * ```
 */
export function parseTimecode(text: string, rate: number): RationalTime {
  const match = /^(-?)(\d{1,3}):(\d{2}):(\d{2})([:;.,])(\d{2,3})$/.exec(text.trim());
  const fps = nominalRate(rate);
  if (!match)
    throw new EditError('BAD_TIMECODE', `"${text}" is no time code`, {
      remedy: 'Expected HH:MM:SS:FF, or HH:MM:SS;FF with drop frame.',
    });
  const [hours, minutes, seconds, frames] = [match[2], match[3], match[4], match[6]].map(Number);
  if (minutes > 59 || seconds > 59 || frames >= fps) {
    throw new EditError('BAD_TIMECODE', `"${text}" is out of range at ${rate} frames per second`, {
      remedy: `Minutes and seconds go to 59, frames to ${fps - 1}; is the rate right?`,
    });
  }
  const counted = ((hours * 60 + minutes) * 60 + seconds) * fps + frames;
  if (match[5] === ':' || !canDropFrames(rate)) return rationalTime(match[1] ? -counted : counted, rate);
  const dropped = droppedPerMinute(fps);
  if (seconds === 0 && frames < dropped && minutes % 10 !== 0) {
    throw new EditError(
      'BAD_TIMECODE',
      `"${text}" does not exist: drop frame leaves out frames 0 to ${dropped - 1} of that minute`,
    );
  }
  const minutesInAll = hours * 60 + minutes;
  const value = counted - dropped * (minutesInAll - Math.floor(minutesInAll / 10));
  return rationalTime(match[1] ? -value : value, rate);
}

function droppedPerMinute(fps: number): number {
  return fps / 15;
}

/** The number that the code shows for the n-th real frame. */
function withDroppedNumbers(frame: number, fps: number): number {
  const dropped = droppedPerMinute(fps);
  const perMinute = fps * 60 - dropped;
  const perTenMinutes = perMinute * 10 + dropped;
  const tens = Math.floor(frame / perTenMinutes);
  const rest = frame % perTenMinutes;
  // The first minute of ten keeps all its numbers.
  const minutes = rest < fps * 60 ? 0 : 1 + Math.floor((rest - fps * 60) / perMinute);
  return frame + dropped * (tens * 9 + minutes);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
