/**
 * @file Checks a schedule against strips and rules from scratch, sharing nothing with the search: for schedules edited by hand, and
 * as the judge of the search in tests.
 */
import type { Availability, FullRules } from './rules.js';
import { MEAL_MINUTES } from './rules.js';
import { dayNumber, dayRange, minutesOfClock, weekdayOf } from './calendar.js';
import { prepareShoot } from './plan.js';
import type { ShootRules } from './rules.js';
import type { ScheduledDay, ShootingSchedule } from './schedule.js';
import type { Strip } from './strips.js';

/** One rule that a schedule breaks. */
export interface ScheduleViolation {
  /** Which rule of {@link ShootRules}; `strips` where a strip is missing, twice there, or unknown. */
  rule: keyof ShootRules | 'strips' | 'child';
  message: string;
  date?: string;
  /** Ids of the strips concerned. */
  strips: string[];
}

/**
 * Says which rules a schedule breaks.
 *
 * @param schedule - Its dates and the ids of the strips on each count; times and sums are worked out anew.
 * @param strips - All that were to be scheduled.
 * @param rules - To be kept.
 * @returns Nothing where all is well.
 * @throws RangeError on rules that make no sense.
 * @example
 * ```ts
 * import { checkSchedule, collectStrips, planShoot } from '@filmai/nlp-script/schedule';
 * import { breakDown } from '@filmai/nlp-script/breakdown';
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 *
 * const strips = collectStrips(breakDown(parseFountain('EXT. PIER - DAY\n\nMARA waits.\n').screenplay));
 * const plan = planShoot(strips, { start: '2027-03-01' });
 * const late = { start: '2027-03-08' };
 * if (plan.result === 'schedule') console.log(checkSchedule(plan, strips, late)[0]?.rule); // start
 * ```
 */
export function checkSchedule(
  schedule: Pick<ShootingSchedule, 'days'>,
  strips: readonly Strip[],
  rules: ShootRules,
): ScheduleViolation[] {
  const prepared = prepareShoot(strips, rules);
  const byId = new Map(prepared.strips.map((strip) => [strip.id, strip]));
  const found: ScheduleViolation[] = [];
  const dateOf = new Map<string, number>();
  for (const day of schedule.days) {
    for (const { id } of day.strips) {
      if (!byId.has(id)) found.push({ rule: 'strips', message: `Strip ${id} is unknown.`, date: day.date, strips: [id] });
      else if (dateOf.has(id))
        found.push({ rule: 'strips', message: `Strip ${id} is shot twice.`, date: day.date, strips: [id] });
      dateOf.set(id, dayNumber(day.date));
    }
  }
  for (const id of byId.keys())
    if (!dateOf.has(id)) found.push({ rule: 'strips', message: `Strip ${id} has no date.`, strips: [id] });
  const days = schedule.days
    .map((day) => ({ day, date: dayNumber(day.date), strips: day.strips.flatMap(({ id }) => byId.get(id) ?? []) }))
    .filter((day) => day.strips.length > 0)
    .toSorted((a, b) => a.date - b.date);
  for (const [i, { day, date, strips: shot }] of days.entries()) {
    found.push(...checkDay(prepared.rules, day, date, shot));
    if (i > 0) found.push(...checkRest(prepared.rules, days[i - 1], days[i]));
    if (i > 0 && days[i - 1].date === date)
      found.push({ rule: 'strips', message: `${day.date} is there twice.`, date: day.date, strips: shot.map(({ id }) => id) });
  }
  for (const { earlier, later } of prepared.rules.before)
    if (!(dateOf.get(earlier)! < dateOf.get(later)!))
      found.push({ rule: 'before', message: `Strip ${earlier} is not shot before strip ${later}.`, strips: [earlier, later] });
  for (const { strip, date } of prepared.rules.pins)
    if (dateOf.get(strip) !== dayNumber(date))
      found.push({ rule: 'pins', message: `Strip ${strip} is not shot on ${date}.`, strips: [strip] });
  return found;
}

function checkDay(rules: FullRules, day: ScheduledDay, date: number, strips: readonly Strip[]): ScheduleViolation[] {
  const found: ScheduleViolation[] = [];
  const ids = strips.map(({ id }) => id);
  const add = (rule: ScheduleViolation['rule'], message: string, which = ids): void => {
    found.push({ rule, message: `${day.date}: ${message}.`, date: day.date, strips: which });
  };
  if (date < dayNumber(rules.start)) add('start', `before the start on ${rules.start}`);
  if (rules.end !== undefined && date > dayNumber(rules.end)) add('end', `after the end on ${rules.end}`);
  const pinned = rules.pins.some((pin) => dayNumber(pin.date) === date);
  if (!pinned && !rules.workdays.includes(weekdayOf(date))) add('workdays', 'no working day of the week');
  if (!pinned && rules.daysOff.some((range) => covers(range, date))) add('daysOff', 'a day off');
  const effort = strips.reduce((sum, strip) => sum + strip.effort, 0);
  if (effort > rules.eighthsPerDay + 1e-6)
    add('eighthsPerDay', `${effort.toFixed(1)} eighths of a page, more than ${rules.eighthsPerDay}`);
  const needs = new Set(strips.map((strip) => lightNeeded(strip, rules)));
  if (needs.has('day') && needs.has('night') && !rules.splitDays) add('splitDays', 'day and night scenes on one day');
  const moves = strips.filter((strip, i) => i > 0 && strip.location !== strips[i - 1].location).length;
  if (moves > rules.companyMovesPerDay)
    add('companyMovesPerDay', `${moves} company moves, more than ${rules.companyMovesPerDay}`);
  for (const strip of strips) {
    const needed: [keyof ShootRules, readonly Availability[], readonly string[]][] = [
      ['cast', rules.cast, strip.cast],
      ['locations', rules.locations, [strip.location]],
      ['equipment', rules.equipment, strip.equipment],
    ];
    for (const [rule, list, names] of needed)
      for (const other of list)
        if (names.includes(other.name) && !isAvailable(other, date)) add(rule, `${other.name} cannot be had`, [strip.id]);
  }
  const kind = kindOf(needs);
  const pace = (rules.shifts[kind].hours * 60 - MEAL_MINUTES) / rules.eighthsPerDay;
  for (const { name, child } of rules.cast) {
    if (!child) continue;
    const own = strips.filter(({ cast }) => cast.includes(name));
    const minutes = own.reduce((sum, strip) => sum + strip.effort * pace, 0);
    if (minutes > child.hours * 60 + 1e-6)
      add(
        'child',
        `${name} works ${(minutes / 60).toFixed(1)} hours`,
        own.map(({ id }) => id),
      );
    const last = strips.findLastIndex(({ cast }) => cast.includes(name));
    const until = child.until === undefined ? Infinity : minutesOfClock(child.until, 'until');
    const call = minutesOfClock(rules.shifts[kind].call, 'call');
    const worked = strips.slice(0, last + 1).reduce((sum, strip) => sum + strip.effort * pace, 0);
    if (last >= 0 && until < call + rules.shifts[kind].hours * 60 && call + worked > until + 1e-6)
      add(
        'child',
        `${name} works after ${child.until!}`,
        own.map(({ id }) => id),
      );
  }
  return found;
}

type CheckedDay = { day: ScheduledDay; date: number; strips: readonly Strip[] };

function checkRest(rules: FullRules, before: CheckedDay, after: CheckedDay): ScheduleViolation[] {
  const shiftOf = ({ strips }: CheckedDay): { call: number; wrap: number } => {
    const shift = rules.shifts[kindOf(new Set(strips.map((strip) => lightNeeded(strip, rules))))];
    const call = minutesOfClock(shift.call, 'call');
    return { call, wrap: call + shift.hours * 60 };
  };
  const rest = ((after.date - before.date) * 1440 + shiftOf(after).call - shiftOf(before).wrap) / 60;
  if (rest >= rules.turnaroundHours) return [];
  const message = `${rest} hours of rest between ${before.day.date} and ${after.day.date}, less than ${rules.turnaroundHours}.`;
  return [{ rule: 'turnaroundHours', message, date: after.day.date, strips: after.strips.map(({ id }) => id) }];
}

function lightNeeded(strip: Strip, rules: FullRules): 'any' | 'day' | 'night' {
  if (strip.light === 'dusk' || (rules.interiorsAnyTime && strip.setting === 'int')) return 'any';
  return strip.light === 'night' ? 'night' : 'day';
}

function kindOf(needs: ReadonlySet<string>): 'day' | 'split' | 'night' {
  if (needs.has('night')) return needs.has('day') ? 'split' : 'night';
  return 'day';
}

function isAvailable({ available, unavailable }: Availability, date: number): boolean {
  return (
    (!available || available.some((range) => covers(range, date))) && !(unavailable ?? []).some((range) => covers(range, date))
  );
}

function covers(range: NonNullable<Availability['available']>[number], date: number): boolean {
  const { from, to } = dayRange(range, 'range');
  return date >= from && date <= to;
}
