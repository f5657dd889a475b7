/**
 * @file The table of rates that a budget is made with: plain JSON that a line producer edits. Each line says what it costs and what
 * its quantity grows with; quantities are sums over drivers, so every amount can be traced to what in the script causes it.
 */
import { DRIVER_NAMES } from './drivers.js';
import type { DriverName } from './drivers.js';

/** One value for each way of making the film: few people and low rates, the usual, many people and full rates. */
export interface Levels<Value = number> {
  low: Value;
  mid: Value;
  high: Value;
}

/** Names of the levels, rising. */
export const LEVELS = ['low', 'mid', 'high'] as const;

/** Parts of a budget as its top sheet has them. */
export type BudgetSection = 'above-the-line' | 'production' | 'post' | 'other';

/** All sections in the order of the top sheet. */
export const BUDGET_SECTIONS: readonly BudgetSection[] = ['above-the-line', 'production', 'post', 'other'];

/** One line. */
export interface RateLine {
  /** Account number, unique: `'1400'`. */
  account: string;
  /** What it is: `'Leading cast'`. */
  name: string;
  section: BudgetSection;
  /** What one unit is: `'day'`, `'film'`. */
  unit: string;
  /** Price of a unit, in the table's currency. */
  rate: Levels;
  /** How many of it work or are hired at a time. Default 1. */
  count?: Levels;
  /** Units that are needed whatever the script. Default 0. */
  fixed?: Levels;
  /** Units for each unit of a driver: `{ shootDays: 1, prepDays: 0.5 }`. */
  per?: Partial<Record<DriverName, number>>;
  /** Name of the fringe that is added. */
  fringe?: string;
}

/** A table of rates. Plain JSON. */
export interface RateTable {
  name: string;
  /** ISO 4217: `'USD'`. */
  currency: string;
  /** ISO 3166: `'US'`. */
  country: string;
  /** Prices are those of this year. */
  year: number;
  /** Where the rates come from. */
  source: string;
  /** Pages that are shot in a day, in eighths. */
  eighthsPerDay: Levels;
  /** Days of preparation, wrap and editing for each shooting day. */
  daysPerShootDay: { prep: Levels; wrap: Levels; edit: Levels };
  /** Taxes and social charges on wages, as shares: `{ crew: 0.3 }`. */
  fringes: Readonly<Record<string, number>>;
  /** Share of everything else kept for what goes wrong. */
  contingency: Levels;
  lines: readonly RateLine[];
}

/**
 * Checks a table, from a file for instance.
 *
 * @param table - Any value.
 * @returns The same table.
 * @throws TypeError that names the field.
 */
export function checkRateTable(table: unknown): RateTable {
  const record = expectRecord('rates', table);
  for (const field of ['name', 'currency', 'country', 'source'] as const)
    if (typeof record[field] !== 'string') throw new TypeError(`rates.${field} is ${describe(record[field])}; expected text.`);
  if (!/^[A-Z]{3}$/.test(record.currency as string))
    throw new TypeError(`rates.currency is ${describe(record.currency)}; expected three capital letters like "EUR".`);
  expectAmount('rates.year', record.year);
  expectLevels('rates.eighthsPerDay', record.eighthsPerDay, 0.01);
  const days = expectRecord('rates.daysPerShootDay', record.daysPerShootDay);
  for (const name of ['prep', 'wrap', 'edit']) expectLevels(`rates.daysPerShootDay.${name}`, days[name]);
  const fringes = expectRecord('rates.fringes', record.fringes);
  for (const [name, share] of Object.entries(fringes)) expectAmount(`rates.fringes.${name}`, share);
  expectLevels('rates.contingency', record.contingency);
  if (!Array.isArray(record.lines)) throw new TypeError(`rates.lines is ${describe(record.lines)}; expected a list.`);
  const accounts = new Set<unknown>();
  for (const [i, line] of (record.lines as unknown[]).entries()) {
    const where = `rates.lines[${i}]`;
    const entry = expectRecord(where, line);
    if (typeof entry.account !== 'string' || accounts.has(entry.account))
      throw new TypeError(`${where}.account is ${describe(entry.account)}; expected text that no other line has.`);
    accounts.add(entry.account);
    for (const field of ['name', 'unit'])
      if (typeof entry[field] !== 'string') throw new TypeError(`${where}.${field} is ${describe(entry[field])}; expected text.`);
    if (!BUDGET_SECTIONS.includes(entry.section as BudgetSection))
      throw new TypeError(`${where}.section is ${describe(entry.section)}; expected one of ${BUDGET_SECTIONS.join(', ')}.`);
    expectLevels(`${where}.rate`, entry.rate);
    if (entry.count !== undefined) expectLevels(`${where}.count`, entry.count);
    if (entry.fixed !== undefined) expectLevels(`${where}.fixed`, entry.fixed);
    for (const [driver, share] of Object.entries(entry.per === undefined ? {} : expectRecord(`${where}.per`, entry.per))) {
      if (!DRIVER_NAMES.includes(driver as DriverName))
        throw new TypeError(`${where}.per.${driver} is no driver; expected one of ${DRIVER_NAMES.join(', ')}.`);
      expectAmount(`${where}.per.${driver}`, share);
    }
    if (entry.fringe !== undefined && !(typeof entry.fringe === 'string' && entry.fringe in fringes))
      throw new TypeError(`${where}.fringe is ${describe(entry.fringe)}, which rates.fringes lacks.`);
  }
  return table as RateTable;
}

function expectRecord(where: string, value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new TypeError(`${where} is ${describe(value)}; expected a record.`);
  return value as Readonly<Record<string, unknown>>;
}

function expectLevels(where: string, value: unknown, least = 0): void {
  const levels = expectRecord(where, value);
  for (const level of LEVELS) expectAmount(`${where}.${level}`, levels[level], least);
}

function expectAmount(where: string, value: unknown, least = 0): void {
  if (typeof value !== 'number' || !(value >= least && value < Infinity))
    throw new TypeError(`${where} is ${describe(value)}; expected a number from ${least}.`);
}

function describe(value: unknown): string {
  return value === undefined ? 'missing' : JSON.stringify(value);
}
