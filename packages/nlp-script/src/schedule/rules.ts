/** @file What a schedule must keep to and what it costs: plain data of the user, checked and completed at the door. */
import type { DateRange, Weekday } from './calendar.js';
import { dayNumber, dayRange, isWeekday, minutesOfClock } from './calendar.js';
import type { Strip } from './strips.js';

/** When a person, a place or a machine can be had. Without either field: always. */
export interface Availability {
  /** By name, as the strips have it. */
  name: string;
  /** Only on these dates. */
  available?: readonly DateRange[];
  /** Not on these dates. */
  unavailable?: readonly DateRange[];
}

/** A member of the cast. */
export interface CastRule extends Availability {
  /** Cost of a day that the actor is held without work, in the unit of {@link ShootCosts}. Default `costs.hold`. */
  holdCost?: number;
  /** A gap of so many calendar days or more between two work days is not held: the actor is dropped and picked up again. Default: never. */
  dropAfter?: number;
  /** Set for children, whose hours are limited by law; the figures are those of the country, given by the user. */
  child?: {
    /** Most hours of work in a day. */
    hours: number;
    /** Work ends at this time: `'22:00'`. Default: no limit. */
    until?: string;
  };
}

/** Something hired. */
export interface EquipmentRule extends Availability {
  /** Cost of a day that it is held without use, in the unit of {@link ShootCosts}. Default 0. */
  holdCost?: number;
}

/** Kinds of shooting day, by the light they need. A split day begins in the afternoon and goes on into the night. */
export type ShiftKind = 'day' | 'split' | 'night';

/** When a shooting day begins, and its length from call to wrap with the meal. */
export interface Shift {
  /** `'07:00'`. */
  call: string;
  hours: number;
}

/** What is minimised: the sum of these. In any unit; by default in shooting days. */
export interface ShootCosts {
  /** A shooting day. Default 1. */
  day: number;
  /** A working day of the calendar without shooting, from the start to the last shooting day. Default 0.5. */
  idle: number;
  /** A company move during a day. Default 0.25. */
  companyMove: number;
  /** A visit: a location that is used on consecutive shooting days is visited once. Default 0.1. */
  visit: number;
  /** A day that an actor is held without work. Default 0.02. */
  hold: number;
}

/** Rules of a shoot. */
export interface ShootRules {
  /** First possible shooting day: `'2027-03-01'`. */
  start: string;
  /** Last possible shooting day. Default: none. */
  end?: string;
  /** Days of the week that are worked. Default Monday to Friday. */
  workdays?: readonly Weekday[];
  /** Holidays and other days off. */
  daysOff?: readonly DateRange[];
  /** Most eighths of a page in a day, by {@link Strip.effort}. Default 40: five pages. */
  eighthsPerDay?: number;
  /** Most company moves in a day. Default 1. */
  companyMovesPerDay?: number;
  /** Whether day and night scenes may share a day that begins in the afternoon. Default false. */
  splitDays?: boolean;
  /** Whether interiors can be shot at any time, windows blacked out or lit. Default false: as the heading says. */
  interiorsAnyTime?: boolean;
  /** Hours between wrap and the next call. Default 11. */
  turnaroundHours?: number;
  /** Defaults: day 07:00, split 12:00, night 18:00, 12 hours each. */
  shifts?: Partial<Record<ShiftKind, Shift>>;
  cast?: readonly CastRule[];
  locations?: readonly Availability[];
  equipment?: readonly EquipmentRule[];
  /** Strips that must be shot on an earlier day than others: a set is burnt down, hair is cut. */
  before?: readonly { earlier: string; later: string }[];
  /** Strips that are fixed to a date and stay there. The date may be a day off. */
  pins?: readonly { strip: string; date: string }[];
  costs?: Partial<ShootCosts>;
}

/** Rules with every default filled in. */
export interface FullRules extends Required<Omit<ShootRules, 'end' | 'shifts' | 'costs'>> {
  end?: string;
  shifts: Record<ShiftKind, Shift>;
  costs: ShootCosts;
}

/** Costs by default, in shooting days. */
export const SHOOT_COSTS: Readonly<ShootCosts> = { day: 1, idle: 0.5, companyMove: 0.25, visit: 0.1, hold: 0.02 };

/** Minutes of a shift that are a meal and not work. */
export const MEAL_MINUTES = 60;

const SHIFTS: Readonly<Record<ShiftKind, Shift>> = {
  day: { call: '07:00', hours: 12 },
  split: { call: '12:00', hours: 12 },
  night: { call: '18:00', hours: 12 },
};

/**
 * Checks rules against the strips and fills defaults in.
 *
 * @throws RangeError that names the field, what it has and what it may have.
 */
export function completeRules(rules: ShootRules, strips: readonly Strip[]): FullRules {
  if (typeof rules !== 'object' || rules === null || typeof rules.start !== 'string')
    throw new RangeError('rules.start is missing; expected the first shooting day, like "2027-03-01".');
  const full: FullRules = {
    ...rules,
    workdays: rules.workdays ?? ['mon', 'tue', 'wed', 'thu', 'fri'],
    daysOff: rules.daysOff ?? [],
    eighthsPerDay: rules.eighthsPerDay ?? 40,
    companyMovesPerDay: rules.companyMovesPerDay ?? 1,
    splitDays: rules.splitDays ?? false,
    interiorsAnyTime: rules.interiorsAnyTime ?? false,
    turnaroundHours: rules.turnaroundHours ?? 11,
    shifts: { ...SHIFTS, ...rules.shifts },
    cast: rules.cast ?? [],
    locations: rules.locations ?? [],
    equipment: rules.equipment ?? [],
    before: rules.before ?? [],
    pins: rules.pins ?? [],
    costs: { ...SHOOT_COSTS, ...rules.costs },
  };
  const start = dayNumber(full.start, 'rules.start');
  if (full.end !== undefined && dayNumber(full.end, 'rules.end') < start)
    throw new RangeError(`rules.end is ${full.end}, before rules.start ${full.start}.`);
  if (full.workdays.length === 0 || !full.workdays.every((day) => isWeekday(day)))
    throw new RangeError(`rules.workdays is ${JSON.stringify(full.workdays)}; expected days from "mon" to "sun".`);
  for (const [i, range] of full.daysOff.entries()) dayRange(range, `rules.daysOff[${i}]`);
  expectNumber('rules.eighthsPerDay', full.eighthsPerDay, 1, 400);
  expectNumber('rules.companyMovesPerDay', full.companyMovesPerDay, 0, Infinity);
  expectNumber('rules.turnaroundHours', full.turnaroundHours, 0, 48);
  for (const [kind, { call, hours }] of Object.entries(full.shifts)) {
    minutesOfClock(call, `rules.shifts.${kind}.call`);
    expectNumber(`rules.shifts.${kind}.hours`, hours, 2, 24);
  }
  for (const [name, cost] of Object.entries(full.costs)) expectNumber(`rules.costs.${name}`, cost, 0, 1e12);
  checkAvailability('cast', full.cast);
  checkAvailability('locations', full.locations);
  checkAvailability('equipment', full.equipment);
  for (const [i, { child, holdCost, dropAfter }] of full.cast.entries()) {
    if (holdCost !== undefined) expectNumber(`rules.cast[${i}].holdCost`, holdCost, 0, 1e12);
    if (dropAfter !== undefined) expectNumber(`rules.cast[${i}].dropAfter`, dropAfter, 1, 10_000);
    if (child) expectNumber(`rules.cast[${i}].child.hours`, child.hours, 0, 24);
    if (child?.until !== undefined) minutesOfClock(child.until, `rules.cast[${i}].child.until`);
  }
  for (const [i, { holdCost }] of full.equipment.entries())
    if (holdCost !== undefined) expectNumber(`rules.equipment[${i}].holdCost`, holdCost, 0, 1e12);
  checkReferences(full, strips, start);
  return full;
}

function checkAvailability(list: string, rules: readonly Availability[]): void {
  const names = new Set<string>();
  for (const [i, { name, available, unavailable }] of rules.entries()) {
    const where = `rules.${list}[${i}]`;
    if (typeof name !== 'string' || name === '')
      throw new RangeError(`${where}.name is missing; expected the name on the strips.`);
    if (names.has(name)) throw new RangeError(`${where}.name is ${name} again; expected each name once.`);
    names.add(name);
    for (const range of available ?? []) dayRange(range, `${where}.available`);
    for (const range of unavailable ?? []) dayRange(range, `${where}.unavailable`);
  }
}

/** Names that no strip has are mistakes of spelling, and would silently bind nothing. */
function checkReferences(rules: FullRules, strips: readonly Strip[], start: number): void {
  const ids = new Set(strips.map(({ id }) => id));
  if (ids.size !== strips.length) throw new RangeError('strips: two have the same id; expected each id once.');
  for (const strip of strips) {
    if (!(Number.isFinite(strip.effort) && strip.effort > 0))
      throw new RangeError(`strip ${strip.id}: effort is ${strip.effort}; expected eighths of a page above 0.`);
  }
  const known = (where: string, name: string, names: ReadonlySet<string>): void => {
    if (!names.has(name)) throw new RangeError(`${where} is ${JSON.stringify(name)}, which no strip has.`);
  };
  const cast = new Set(strips.flatMap((strip) => strip.cast));
  for (const [i, { name }] of rules.cast.entries()) known(`rules.cast[${i}].name`, name, cast);
  const locations = new Set(strips.map(({ location }) => location));
  for (const [i, { name }] of rules.locations.entries()) known(`rules.locations[${i}].name`, name, locations);
  const equipment = new Set(strips.flatMap((strip) => strip.equipment));
  for (const [i, { name }] of rules.equipment.entries()) known(`rules.equipment[${i}].name`, name, equipment);
  for (const [i, { earlier, later }] of rules.before.entries()) {
    known(`rules.before[${i}].earlier`, earlier, ids);
    known(`rules.before[${i}].later`, later, ids);
  }
  const pinned = new Set<string>();
  for (const [i, { strip, date }] of rules.pins.entries()) {
    known(`rules.pins[${i}].strip`, strip, ids);
    if (pinned.has(strip)) throw new RangeError(`rules.pins[${i}]: strip ${strip} is pinned twice.`);
    pinned.add(strip);
    if (dayNumber(date, `rules.pins[${i}].date`) < start)
      throw new RangeError(`rules.pins[${i}].date is ${date}, before the start ${rules.start}.`);
  }
}

function expectNumber(name: string, value: number, low: number, high: number): void {
  if (typeof value !== 'number' || !(value >= low && value <= high))
    throw new RangeError(`${name} is ${String(value)}; expected a number from ${low} to ${high}.`);
}
