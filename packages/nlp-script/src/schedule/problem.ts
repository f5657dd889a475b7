/**
 * @file A shoot as numbers: strips, the dates that can be worked ("slots"), and which strip may go where. Everything that
 * searches, bounds or proves works on this; names and dates come back at the end.
 */
import type { Strip } from './strips.js';
import type { Availability, FullRules, ShiftKind } from './rules.js';
import { MEAL_MINUTES } from './rules.js';
import { dayNumber, dayRange, minutesOfClock, weekdayOf } from './calendar.js';

/** Light that a strip needs: any, day or night. */
export type Need = 0 | 1 | 2;

/** A strip in numbers. */
export interface Task {
  effort: number;
  need: Need;
  /** Order of the light in a day: dawn 0, day 1, dusk 2, night 3. */
  light: number;
  location: number;
  /** Cast and equipment, as indices of {@link Problem.resources}. */
  resources: number[];
  /** Indices into {@link Problem.resources} of the children. */
  children: number[];
  /** Tasks that must be on an earlier day, and on a later one. */
  after: number[];
  before: number[];
  /** The slot that it is pinned to, or −1. */
  pin: number;
}

/** Whoever or whatever is held between its first and last day. */
export interface Resource {
  name: string;
  kind: 'cast' | 'equipment';
  holdCost: number;
  /** Calendar days without work from which on it is not held. */
  dropAfter: number;
  /** Most minutes of work in a day; absent for adults. */
  childMinutes?: number;
  /** Minutes after midnight when work ends. */
  childUntil?: number;
}

/** A compiled shoot. */
export interface Problem {
  strips: readonly Strip[];
  rules: FullRules;
  tasks: Task[];
  resources: Resource[];
  locations: string[];
  /** Day numbers of the slots, rising. */
  dates: number[];
  /** `allowed[task][slot]` is 1 where date, cast, location and equipment permit. */
  allowed: Uint8Array[];
  limit: number;
  minutesPerEighth: Record<ShiftKind, number>;
  /** Call and wrap of each kind of day in minutes after midnight of its date. */
  shifts: Record<ShiftKind, { call: number; wrap: number }>;
}

const LIGHTS = ['dawn', 'day', 'dusk', 'night'] as const;

/**
 * Compiles a shoot.
 *
 * @param strips - Ids are unique; long scenes are parted already.
 * @param rules - Complete.
 * @param slots - Working days of the calendar where the rules name no end.
 */
export function compileProblem(strips: readonly Strip[], rules: FullRules, slots: number): Problem {
  const locations = [...new Set(strips.map(({ location }) => location))];
  const resources = collectResources(strips, rules);
  const resourceAt = new Map(resources.map(({ kind, name }, i) => [`${kind}/${name}`, i]));
  const indexOf = new Map(strips.map(({ id }, i) => [id, i]));
  const dates = workingDates(rules, slots);
  const slotOf = new Map(dates.map((date, slot) => [date, slot]));
  const tasks = strips.map((strip): Task => {
    const cast = strip.cast.map((name) => resourceAt.get(`cast/${name}`)!);
    const equipment = strip.equipment.map((name) => resourceAt.get(`equipment/${name}`)!);
    return {
      effort: strip.effort,
      need: needOf(strip, rules),
      light: LIGHTS.indexOf(strip.light),
      location: locations.indexOf(strip.location),
      resources: [...new Set([...cast, ...equipment])],
      children: cast.filter((i) => resources[i].childMinutes !== undefined),
      after: [],
      before: [],
      pin: -1,
    };
  });
  for (const { earlier, later } of rules.before) {
    tasks[indexOf.get(later)!].after.push(indexOf.get(earlier)!);
    tasks[indexOf.get(earlier)!].before.push(indexOf.get(later)!);
  }
  const allowed = allowedSlots(strips, rules, dates);
  for (const { strip, date } of rules.pins) {
    const task = indexOf.get(strip)!;
    const slot = slotOf.get(dayNumber(date)) ?? -1;
    tasks[task].pin = slot;
    for (let other = 0; other < dates.length; other++) if (other !== slot) allowed[task][other] = 0;
  }
  const shift = (kind: ShiftKind): { call: number; wrap: number } => {
    const call = minutesOfClock(rules.shifts[kind].call, kind);
    return { call, wrap: call + rules.shifts[kind].hours * 60 };
  };
  const pace = (kind: ShiftKind): number => (rules.shifts[kind].hours * 60 - MEAL_MINUTES) / rules.eighthsPerDay;
  return {
    strips,
    rules,
    tasks,
    resources,
    locations,
    dates,
    allowed,
    limit: rules.eighthsPerDay,
    minutesPerEighth: { day: pace('day'), split: pace('split'), night: pace('night') },
    shifts: { day: shift('day'), split: shift('split'), night: shift('night') },
  };
}

/** What light a strip needs. Dawn counts as day; dusk ends a day or begins a night. */
function needOf(strip: Strip, rules: FullRules): Need {
  if (strip.light === 'dusk' || (rules.interiorsAnyTime && strip.setting === 'int')) return 0;
  return strip.light === 'night' ? 2 : 1;
}

function collectResources(strips: readonly Strip[], rules: FullRules): Resource[] {
  const cast = [...new Set(strips.flatMap((strip) => strip.cast))].map((name): Resource => {
    const rule = rules.cast.find((other) => other.name === name);
    return {
      name,
      kind: 'cast',
      holdCost: rule?.holdCost ?? rules.costs.hold,
      dropAfter: rule?.dropAfter ?? Infinity,
      ...(rule?.child ? { childMinutes: rule.child.hours * 60 } : {}),
      ...(rule?.child?.until === undefined ? {} : { childUntil: minutesOfClock(rule.child.until, 'until') }),
    };
  });
  const equipment = [...new Set(strips.flatMap((strip) => strip.equipment))].map((name): Resource => {
    const rule = rules.equipment.find((other) => other.name === name);
    return { name, kind: 'equipment', holdCost: rule?.holdCost ?? 0, dropAfter: Infinity };
  });
  return [...cast, ...equipment];
}

/** Working dates from the start to the end; without an end as many as asked for. Pinned dates are worked whatever day they are. */
function workingDates(rules: FullRules, slots: number): number[] {
  const start = dayNumber(rules.start);
  const end = rules.end === undefined ? Infinity : dayNumber(rules.end);
  const off = rules.daysOff.map((range) => dayRange(range, 'daysOff'));
  const pinned = new Set(rules.pins.map(({ date }) => dayNumber(date)).filter((day) => day <= end));
  const last = Math.max(start, ...pinned);
  const most = end < Infinity ? Infinity : slots;
  const dates: number[] = [];
  // A calendar that is off for years on end has no more slots than this.
  const horizon = Math.min(end, start + slots * 14 + 3660);
  for (let day = start; day <= horizon && dates.length < (day <= last ? Infinity : most); day++) {
    const works = rules.workdays.includes(weekdayOf(day)) && !off.some(({ from, to }) => day >= from && day <= to);
    if (works || pinned.has(day)) dates.push(day);
  }
  return dates;
}

function allowedSlots(strips: readonly Strip[], rules: FullRules, dates: readonly number[]): Uint8Array[] {
  const masks = (list: readonly Availability[]): Map<string, Uint8Array> =>
    new Map(list.map((rule) => [rule.name, availableSlots(rule, dates)]));
  const cast = masks(rules.cast);
  const locations = masks(rules.locations);
  const equipment = masks(rules.equipment);
  return strips.map((strip) => {
    const allowed = new Uint8Array(dates.length).fill(1);
    const limits = [
      locations.get(strip.location),
      ...strip.cast.map((name) => cast.get(name)),
      ...strip.equipment.map((name) => equipment.get(name)),
    ];
    for (const limit of limits) if (limit) for (let slot = 0; slot < dates.length; slot++) allowed[slot] &= limit[slot];
    return allowed;
  });
}

function availableSlots({ available, unavailable }: Availability, dates: readonly number[]): Uint8Array {
  const within = (ranges: readonly { from: number; to: number }[], day: number): boolean =>
    ranges.some(({ from, to }) => day >= from && day <= to);
  const open = available?.map((range) => dayRange(range, 'available'));
  const closed = (unavailable ?? []).map((range) => dayRange(range, 'unavailable'));
  return Uint8Array.from(dates, (day) => ((open === undefined || within(open, day)) && !within(closed, day) ? 1 : 0));
}
