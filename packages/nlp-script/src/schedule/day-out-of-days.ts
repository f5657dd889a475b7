/** @file Day out of days: for each actor and each hired thing which days it starts, works, is held and finishes. */
import { formatCsv } from './csv.js';
import { dayNumber } from './calendar.js';
import { escapeHtml, htmlPage } from './html.js';
import type { ScheduledDay, ShootingSchedule } from './schedule.js';

/**
 * What a day is for someone: `SW` start work, `W` work, `WF` work finish, `SWF` all in one, `H` hold; `WD` work drop, `PW` pick up
 * work, and their combinations `SWD`, `PWD`, `PWF` where a long gap is not held. Empty: not on the shoot.
 */
export type DayCode = 'SW' | 'W' | 'WF' | 'SWF' | 'H' | 'WD' | 'PW' | 'SWD' | 'PWD' | 'PWF' | '';

/** A line of the table. */
export interface DayOutOfDaysRow {
  /** From 1, in the order of most work days; the board and the call sheets use the same numbers. */
  number: number;
  name: string;
  /** One for each of {@link DayOutOfDays.dates}. */
  codes: DayCode[];
  start: string;
  finish: string;
  workDays: number;
  holdDays: number;
}

/** The table. */
export interface DayOutOfDays {
  kind: 'cast' | 'equipment';
  /** Working days of the calendar from the first to the last shooting day. */
  dates: string[];
  /** Number of the shooting day, or `null` where nothing is shot. */
  days: (number | null)[];
  rows: DayOutOfDaysRow[];
}

/**
 * Makes the day out of days of a schedule.
 *
 * @param schedule - From `planShoot`.
 * @param kind - Default `'cast'`.
 * @example
 * ```ts
 * import { breakDown } from '@filmai/nlp-script/breakdown';
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 * import { collectStrips, dayOutOfDays, planShoot } from '@filmai/nlp-script/schedule';
 *
 * const script = 'EXT. PIER - DAY\n\nMARA, 30s, waits.\n\nEXT. ROAD - NIGHT\n\nMARA runs.\n';
 * const plan = planShoot(collectStrips(breakDown(parseFountain(script).screenplay)), { start: '2027-03-01' });
 * if (plan.result === 'schedule') console.log(dayOutOfDays(plan).rows[0]?.codes); // [ 'SW', 'WF' ]
 * ```
 */
export function dayOutOfDays(schedule: ShootingSchedule, kind: 'cast' | 'equipment' = 'cast'): DayOutOfDays {
  const first = schedule.days[0]?.date ?? '';
  const dates = schedule.workingDates.filter((date) => date >= first);
  const byDate = new Map(schedule.days.map((day) => [day.date, day]));
  const worked = new Map<string, Set<string>>();
  for (const day of schedule.days)
    for (const name of day[kind]) worked.set(name, (worked.get(name) ?? new Set<string>()).add(day.date));
  const dropAfter = new Map(schedule.rules.cast.map((rule) => [rule.name, rule.dropAfter ?? Infinity]));
  const rows = castOrder(schedule.days, kind).map((name, i): DayOutOfDaysRow => {
    const own = worked.get(name)!;
    const codes = codesOf(dates, own, kind === 'cast' ? (dropAfter.get(name) ?? Infinity) : Infinity);
    const all = [...own].toSorted();
    return {
      number: i + 1,
      name,
      codes,
      start: all[0],
      finish: all.at(-1)!,
      workDays: own.size,
      holdDays: codes.filter((code) => code === 'H').length,
    };
  });
  return { kind, dates, days: dates.map((date) => byDate.get(date)?.day ?? null), rows };
}

/** Names by work days, the most first, then by strips, then by the alphabet. */
export function castOrder(days: readonly ScheduledDay[], kind: 'cast' | 'equipment' = 'cast'): string[] {
  const counts = new Map<string, { days: number; strips: number }>();
  for (const day of days) {
    for (const name of day[kind]) {
      const count = counts.get(name) ?? { days: 0, strips: 0 };
      count.days++;
      count.strips += day.strips.filter((strip) => strip[kind].includes(name)).length;
      counts.set(name, count);
    }
  }
  return [...counts]
    .toSorted(([a, one], [b, other]) => other.days - one.days || other.strips - one.strips || (a < b ? -1 : 1))
    .map(([name]) => name);
}

/** The table as CSV: number, name, a column for each date, totals. */
export function formatDayOutOfDaysCsv(table: DayOutOfDays): string {
  return formatCsv([
    ['No.', 'Name', ...table.dates, 'Work', 'Hold', 'Start', 'Finish'],
    ...table.rows.map((row) => [row.number, row.name, ...row.codes, row.workDays, row.holdDays, row.start, row.finish]),
  ]);
}

/**
 * The table as a page that needs nothing from elsewhere and prints in landscape.
 *
 * @param table - From {@link dayOutOfDays}.
 * @param options - `title`: of the production.
 */
export function formatDayOutOfDaysHtml(table: DayOutOfDays, { title = 'Untitled' }: { title?: string } = {}): string {
  const head = table.dates
    .map((date, i) => `<th class="code">${date.slice(8)}.${date.slice(5, 7)}.<br>${table.days[i] ?? '–'}</th>`)
    .join('');
  const body = table.rows
    .map(
      (row) =>
        `<tr><td class="number">${row.number}</td><td>${escapeHtml(row.name)}</td>${row.codes
          .map((code) => `<td class="code ${code === 'H' ? 'hold' : code === '' ? '' : 'work'}">${code}</td>`)
          .join('')}<td class="number">${row.workDays}</td><td class="number">${row.holdDays}</td></tr>`,
    )
    .join('\n');
  const style =
    'body { max-width: none; } .code { text-align: center; padding: 2px 1px; font-size: 9px; border-left: 1px solid #ddd; } .work { background: #d7ead9; } .hold { background: #f4e3c3; } @page { size: landscape; margin: 10mm; }';
  const what = table.kind === 'cast' ? 'Cast' : 'Equipment';
  return htmlPage(
    `${title}: day out of days`,
    style,
    `<h1>${escapeHtml(title)}</h1><p class="quiet">Day out of days · ${what}. S start, W work, H hold, D drop, P pick up, F finish.</p>
<table><thead><tr><th>No.</th><th>Name</th>${head}<th>Work</th><th>Hold</th></tr></thead><tbody>
${body}
</tbody></table>`,
  );
}

function codesOf(dates: readonly string[], worked: ReadonlySet<string>, dropAfter: number): DayCode[] {
  const at = dates.flatMap((date, i) => (worked.has(date) ? [i] : []));
  const codes = dates.map((): DayCode => '');
  const dropped = (i: number): boolean =>
    at[i + 1] - at[i] > 1 && dayNumber(dates[at[i + 1]]) - dayNumber(dates[at[i]]) - 1 >= dropAfter;
  for (const [i, slot] of at.entries()) {
    const begin = i === 0 ? 'S' : dropped(i - 1) ? 'P' : '';
    const end = i === at.length - 1 ? 'F' : dropped(i) ? 'D' : '';
    codes[slot] = `${begin}W${end}` as DayCode;
    if (i < at.length - 1 && !dropped(i)) codes.fill('H', slot + 1, at[i + 1]);
  }
  return codes;
}
