/** @file Shooting days as a calendar file (iCalendar, RFC 5545) with the production's time zone. */
import { createHash } from 'node:crypto';
import { formatEighths } from '../screenplay/pages.js';
import { dayNumber, minutesOfClock } from './calendar.js';
import type { ScheduledDay, ShootingSchedule } from './schedule.js';
import { localStamp, timeZoneLines } from './time-zone.js';

/** Options of {@link formatScheduleIcs}. */
export interface CalendarOptions {
  /** IANA name of the zone that the call times are in: `'Europe/Paris'`. */
  timeZone: string;
  /** Title of the production; it also makes the events' identities. Default `'Untitled'`. */
  title?: string;
  /** Only this actor's days, by the name on the strips. Default: all days. */
  cast?: string;
  /** Addresses of locations, by the name on the strips. */
  addresses?: Readonly<Record<string, string>>;
  /** When the file is made. Default: now. */
  stamp?: Date;
  /** Number of the revision; calendars replace events of a lower one. Default 0. */
  revision?: number;
}

/**
 * Writes a schedule as a calendar: an event from call to wrap for each shooting day. An event's identity is the production and the
 * number of the day, so that a new revision moves the event and doesn't double it.
 *
 * @param schedule - From `planShoot`.
 * @param options - See {@link CalendarOptions}.
 * @returns Text with CR LF and lines of at most 75 bytes.
 * @throws RangeError on an unknown time zone or a revision that is no whole number.
 * @example
 * ```ts
 * import { breakDown } from '@filmai/nlp-script/breakdown';
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 * import { collectStrips, formatScheduleIcs, planShoot } from '@filmai/nlp-script/schedule';
 *
 * const strips = collectStrips(breakDown(parseFountain('EXT. PIER - DAY\n\nMARA waits.\n').screenplay));
 * const plan = planShoot(strips, { start: '2027-03-01' });
 * if (plan.result === 'schedule') {
 *   const ics = formatScheduleIcs(plan, { timeZone: 'Europe/Paris', title: 'The Pier' });
 *   console.log(ics.includes('DTSTART;TZID=Europe/Paris:20270301T070000')); // true
 * }
 * ```
 */
export function formatScheduleIcs(schedule: ShootingSchedule, options: CalendarOptions): string {
  const { timeZone, title = 'Untitled', stamp = new Date(), revision = 0 } = options;
  if (!(Number.isInteger(revision) && revision >= 0))
    throw new RangeError(`revision is ${String(revision)}; expected a whole number from 0.`);
  if (typeof timeZone !== 'string' || timeZone === '')
    throw new RangeError('timeZone is missing; expected an IANA name like "Europe/Paris".');
  const days = schedule.days.filter((day) => options.cast === undefined || day.cast.includes(options.cast));
  const first = days[0]?.date ?? schedule.rules.start;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//filmai//nlp-script//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(title)}`,
    ...timeZoneLines(timeZone, first, days.at(-1)?.date ?? first),
    ...days.flatMap((day) => eventLines(day, { ...options, title, stamp, revision })),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function eventLines(day: ScheduledDay, options: CalendarOptions & { title: string; stamp: Date; revision: number }): string[] {
  const midnight = dayNumber(day.date) * 86_400_000;
  const call = minutesOfClock(day.call, 'call');
  const wrap = minutesOfClock(day.wrap, 'wrap') + (minutesOfClock(day.wrap, 'wrap') <= call ? 1440 : 0);
  const identity = createHash('sha256')
    .update(`${options.title}\n${options.cast ?? ''}\n${day.day}`)
    .digest('hex')
    .slice(0, 32);
  const strips = day.strips.map(
    (strip) => `${strip.begin} ${strip.id} ${strip.place} (${strip.light}, ${formatEighths(strip.eighths)} pages)`,
  );
  const cast = day.cast.length > 0 ? [`Cast: ${day.cast.join(', ')}`] : [];
  const where = day.locations.map((name) => {
    const address = options.addresses?.[name];
    return address === undefined ? name : `${name}, ${address}`;
  });
  return [
    'BEGIN:VEVENT',
    `UID:${identity}@filmai`,
    `DTSTAMP:${localStamp(options.stamp.getTime())}Z`,
    `DTSTART;TZID=${options.timeZone}:${localStamp(midnight + call * 60_000)}`,
    `DTEND;TZID=${options.timeZone}:${localStamp(midnight + wrap * 60_000)}`,
    `SEQUENCE:${options.revision}`,
    `SUMMARY:${escapeText(`${options.title}: day ${day.day} (${day.kind})`)}`,
    `LOCATION:${escapeText(where.join('; '))}`,
    `DESCRIPTION:${escapeText([...strips, ...cast].join('\n'))}`,
    'END:VEVENT',
  ];
}

/** RFC 5545, 3.3.11. */
function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, String.raw`\n`);
}

/** RFC 5545, 3.1: lines of at most 75 bytes of UTF-8; what follows begins with a space. No character is cut. */
function fold(line: string): string {
  let folded = '';
  let bytes = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > 75) {
      folded += '\r\n ';
      bytes = 1;
    }
    folded += character;
    bytes += size;
  }
  return folded;
}
