/** @file A time zone as RFC 5545 wants it in a calendar file: its changes of offset over the dates that matter, from the platform's data. */

/** A change of the clock. */
interface Transition {
  /** Milliseconds since 1970 when it happens. */
  at: number;
  /** Minutes east of UTC before and after. */
  from: number;
  to: number;
}

const DAY = 86_400_000;

/**
 * The `VTIMEZONE` component of a zone for the years of some dates, as unfolded lines.
 *
 * @param zone - IANA name: `'Europe/Paris'`.
 * @param firstDate - ISO date of the first event, and of the last.
 * @throws RangeError where the platform doesn't know the zone.
 */
export function timeZoneLines(zone: string, firstDate: string, lastDate: string): string[] {
  const offset = offsetReader(zone);
  const from = Date.parse(`${firstDate}T00:00:00Z`) - 400 * DAY;
  const to = Date.parse(`${lastDate}T00:00:00Z`) + 40 * DAY;
  const changes = findTransitions(offset, from, to);
  const lowest = Math.min(offset(from), ...changes.map((change) => change.to));
  const first: Transition = { at: from, from: offset(from), to: offset(from) };
  const lines = ['BEGIN:VTIMEZONE', `TZID:${zone}`];
  for (const { at, from: before, to: after } of [first, ...changes]) {
    const kind = after > lowest ? 'DAYLIGHT' : 'STANDARD';
    lines.push(
      `BEGIN:${kind}`,
      `DTSTART:${localStamp(at + before * 60_000)}`,
      `TZOFFSETFROM:${offsetText(before)}`,
      `TZOFFSETTO:${offsetText(after)}`,
      `END:${kind}`,
    );
  }
  return [...lines, 'END:VTIMEZONE'];
}

/** `20270301T070000` of milliseconds that are read as if they were UTC. */
export function localStamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
}

/** Minutes east of UTC of a zone at any time. */
function offsetReader(zone: string): (at: number) => number {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    throw new RangeError(`timeZone is ${JSON.stringify(zone)}; expected an IANA name like "Europe/Paris".`);
  }
  return (at) => {
    const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    return Math.round((Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second) - at) / 60_000);
  };
}

function findTransitions(offset: (at: number) => number, from: number, to: number): Transition[] {
  const found: Transition[] = [];
  for (let day = from; day < to; day += DAY) {
    const [before, after] = [offset(day), offset(day + DAY)];
    if (before === after) continue;
    let [low, high] = [day, day + DAY];
    while (high - low > 60_000) {
      const middle = Math.floor((low + high) / 120_000) * 60_000;
      if (offset(middle) === before) low = middle;
      else high = middle;
    }
    found.push({ at: high, from: before, to: after });
  }
  return found;
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}${String(size % 60).padStart(2, '0')}`;
}
