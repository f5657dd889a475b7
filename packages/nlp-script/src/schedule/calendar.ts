/** @file Dates without clocks: days counted from 1970-01-01, ISO 8601 text at the door, weeks with days off. */

/** A day of the week in English, three letters. */
export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** One date, or a stretch of dates with both ends included. ISO 8601: `'2027-03-01'`. */
export type DateRange = string | { from: string; to: string };

const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const MILLISECONDS_A_DAY = 86_400_000;

/**
 * The number of a date: days since 1970-01-01.
 *
 * @param date - `'2027-03-01'`.
 * @param name - How the message names it.
 * @throws RangeError where it is no date of the calendar.
 */
export function dayNumber(date: string, name = 'date'): number {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const time = parts ? Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) : Number.NaN;
  const day = time / MILLISECONDS_A_DAY;
  if (!Number.isFinite(day) || isoDate(day) !== date)
    throw new RangeError(`${name} is ${JSON.stringify(date)}; expected a date like "2027-03-01".`);
  return day;
}

/** The date of a day's number: `'2027-03-01'`. */
export function isoDate(day: number): string {
  return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** The day of the week. 1970-01-01 was a Thursday. */
export function weekdayOf(day: number): Weekday {
  return WEEKDAYS[(((day + 3) % 7) + 7) % 7];
}

/**
 * The first and last day of a range.
 *
 * @throws RangeError where it is no range, or ends before it begins.
 */
export function dayRange(range: DateRange, name: string): { from: number; to: number } {
  if (typeof range === 'string') {
    const day = dayNumber(range, name);
    return { from: day, to: day };
  }
  if (typeof range !== 'object' || range === null)
    throw new RangeError(`${name} is ${JSON.stringify(range)}; expected a date, or from and to.`);
  const from = dayNumber(range.from, `${name}.from`);
  const to = dayNumber(range.to, `${name}.to`);
  if (to < from) throw new RangeError(`${name} ends on ${range.to}, before it begins on ${range.from}.`);
  return { from, to };
}

/**
 * Minutes after midnight of a clock time.
 *
 * @param time - `'07:30'`; up to `'23:59'`.
 * @throws RangeError where it is none.
 */
export function minutesOfClock(time: string, name: string): number {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!parts) throw new RangeError(`${name} is ${JSON.stringify(time)}; expected a clock time like "07:30".`);
  return Number(parts[1]) * 60 + Number(parts[2]);
}

/** The clock at so many minutes after midnight; past midnight it starts again: 1500 is `'01:00'`. */
export function clockOf(minutes: number): string {
  const inDay = ((Math.round(minutes) % 1440) + 1440) % 1440;
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
}

/** Whether a value names a day of the week. */
export function isWeekday(value: unknown): value is Weekday {
  return WEEKDAYS.includes(value as Weekday);
}
