/** @file A finished schedule as plain data, made from an arrangement. */
import type { Arrangement, CostCounts } from './arrangement.js';
import { costOf, countCosts } from './arrangement.js';
import type { ShootBound } from './bound.js';
import { clockOf, isoDate, weekdayOf } from './calendar.js';
import type { Weekday } from './calendar.js';
import type { Problem } from './problem.js';
import type { FullRules, ShiftKind } from './rules.js';
import { MEAL_MINUTES } from './rules.js';
import type { ShootingDay } from './shooting-day.js';
import { orderTasks } from './shooting-day.js';
import type { Strip } from './strips.js';

/** A strip with its time on the day. */
export interface ScheduledStrip extends Strip {
  /** Estimated from its share of the page limit: `'09:40'`. */
  begin: string;
  end: string;
  /** True where the rules fix it to the date. */
  pinned: boolean;
}

/** A shooting day. */
export interface ScheduledDay {
  /** From 1. */
  day: number;
  /** `'2027-03-01'`. */
  date: string;
  weekday: Weekday;
  kind: ShiftKind;
  /** `'07:00'`; a wrap after midnight is of the next morning. */
  call: string;
  wrap: string;
  /** In the order of shooting. */
  strips: ScheduledStrip[];
  eighths: number;
  /** Eighths counted against the page limit. */
  effort: number;
  /** In the order of the day. */
  locations: string[];
  companyMoves: number;
  /** Everybody on set, in the order of their first strip. */
  cast: string[];
  equipment: string[];
}

/** A schedule. Plain JSON. */
export interface ShootingSchedule {
  result: 'schedule';
  /** How it was found: annealing, or annealing whose result a complete search proved to be the best. */
  method: 'annealing' | 'annealing and branch and bound';
  days: ScheduledDay[];
  /** What it costs by the rules, and the counts behind that. */
  cost: number;
  counts: CostCounts;
  /** Days and cost that no schedule of these strips and rules can go below. */
  bound: ShootBound;
  /** `(cost − bound) / cost`, 0 to 1: how much cheaper a better schedule could be at most. */
  gap: number;
  /** True where nothing cheaper exists: proved by the bound or by complete search. */
  optimal: boolean;
  /** Working days from the start to the last shooting day, as dates. */
  workingDates: string[];
  rules: FullRules;
  seed: number | string;
  /** What was done to the input: scenes parted because they are longer than a day. */
  notes: string[];
}

/** Names and dates for an arrangement in which every strip has a place. */
export function describeSchedule(
  problem: Problem,
  arrangement: Arrangement,
  facts: Pick<ShootingSchedule, 'method' | 'bound' | 'optimal' | 'seed' | 'notes'>,
): ShootingSchedule {
  const used = arrangement.days.flatMap((day, slot) => (day ? [{ day, slot }] : []));
  const counts = countCosts(problem, arrangement.days)!;
  const cost = costOf(problem, counts);
  let previous = -1;
  const days = used.map(({ day, slot }, i): ScheduledDay => {
    const later = used[i + 1]?.day.locations.filter((location) => day.locations.includes(location)) ?? [];
    const next = later.find((location) => location !== previous) ?? later[0] ?? -1;
    const order = orderTasks(problem, day.tasks, day.kind, { previous: day.locations.includes(previous) ? previous : -1, next });
    previous = problem.tasks[order.at(-1)!].location;
    return describeDay(problem, day, order, i + 1, problem.dates[slot]);
  });
  const last = used.at(-1)?.slot ?? -1;
  const bound = facts.optimal ? { ...facts.bound, cost } : facts.bound;
  return {
    result: 'schedule',
    ...facts,
    bound,
    days,
    cost,
    counts,
    gap: cost > 0 ? Math.max(0, (cost - bound.cost) / cost) : 0,
    workingDates: problem.dates.slice(0, last + 1).map((date) => isoDate(date)),
    rules: problem.rules,
  };
}

function describeDay(problem: Problem, day: ShootingDay, order: readonly number[], number: number, date: number): ScheduledDay {
  const { call, wrap } = problem.shifts[day.kind];
  const pace = problem.minutesPerEighth[day.kind];
  // The meal stands in the middle of the shift; a strip under way then is longer by it.
  const meal = (wrap - call - MEAL_MINUTES) / 2;
  let worked = 0;
  const clock = (minutes: number, isEnd: boolean): string =>
    clockOf(call + minutes + (minutes > meal || (minutes === meal && !isEnd) ? MEAL_MINUTES : 0));
  const strips = order.map((index): ScheduledStrip => {
    const begin = clock(worked, false);
    worked += problem.tasks[index].effort * pace;
    return { ...problem.strips[index], begin, end: clock(worked, true), pinned: problem.tasks[index].pin >= 0 };
  });
  return {
    day: number,
    date: isoDate(date),
    weekday: weekdayOf(date),
    kind: day.kind,
    call: clockOf(call),
    wrap: clockOf(wrap),
    strips,
    eighths: strips.reduce((sum, { eighths }) => sum + eighths, 0),
    effort: day.effort,
    locations: [...new Set(strips.map(({ location }) => location))],
    companyMoves: day.companyMoves,
    cast: [...new Set(strips.flatMap(({ cast }) => cast))],
    equipment: [...new Set(strips.flatMap(({ equipment }) => equipment))],
  };
}
