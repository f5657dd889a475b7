/**
 * @file A budget from the bottom: every line is a quantity that comes from the script times a rate. Beside it, never mixed in, stands
 * what films of the same kind have cost.
 */
import type { Breakdown } from '../breakdown/breakdown.js';
import type { ShootingSchedule } from '../schedule/schedule.js';
import { PLANNING_RATES } from './default-rates.js';
import type { BudgetDriver, DriverName } from './drivers.js';
import { measureDrivers } from './drivers.js';
import { predictFilmBudget } from './film-model.js';
import type { FilmBudgetModel, FilmBudgetRange } from './film-model.js';
import { FILM_BUDGET_MODEL } from './film-budget-model.js';
import type { FilmFacts } from './films.js';
import type { BudgetSection, Levels, RateTable } from './rates.js';
import { BUDGET_SECTIONS, checkRateTable, LEVELS } from './rates.js';

/** A line with its amounts, in whole units of the budget's currency. */
export interface BudgetLine {
  account: string;
  name: string;
  section: BudgetSection;
  unit: string;
  /** Units, people counted. */
  quantity: Levels;
  /** Price of a unit after exchange and inflation. */
  rate: Levels;
  /** `quantity × rate`, rounded. */
  amount: Levels;
  /** The fringe's name, share and amount; absent where there is none. */
  fringe?: { name: string; share: number; amount: Levels };
}

/** What a driver costs: the part of all lines, fringes included, that grows with it. */
export interface DriverCost extends BudgetDriver {
  amount: Levels;
  /** Share of the direct cost, 0 to 1. */
  share: Levels;
  /** Accounts of the lines. */
  accounts: string[];
}

/** A budget. Plain JSON. */
export interface BudgetEstimate {
  method: 'bottom-up from breakdown and rate table' | 'bottom-up from breakdown, schedule and rate table';
  title?: string;
  currency: string;
  country: string;
  /** Prices are those of this year. */
  priceYear: number;
  /** What amounts of the rate table were multiplied with. */
  priceFactor: number;
  /** Name and source of the rate table. */
  rates: { name: string; source: string };
  lines: BudgetLine[];
  /** What moves the budget, the dearest first by the middle level. What costs nothing is left out. */
  drivers: DriverCost[];
  /** Amounts that no driver moves. */
  fixed: Levels;
  sections: { section: BudgetSection; amount: Levels; fringes: Levels }[];
  /** All lines with fringes. */
  direct: Levels;
  contingency: { share: Levels; amount: Levels };
  /** Direct cost and contingency. */
  total: Levels;
  /** What known films of the kind cost: another source, in its own currency and prices. Absent without facts of the film. */
  topDown?: FilmBudgetRange & {
    /** The range with the user's factor on it, in {@link BudgetEstimate.currency}; absent where no factor was given. */
    converted?: { low: number; median: number; high: number; factor: number };
    /** Whether each total lies below, inside or above the converted range. */
    compared?: Levels<'below' | 'inside' | 'above'>;
  };
}

/** Options of {@link estimateBudget}. */
export interface BudgetOptions {
  /** Default {@link PLANNING_RATES}. */
  rates?: RateTable;
  /** Shooting days, cast days and moves are taken from it where given. */
  schedule?: ShootingSchedule;
  /** Another currency than the table's: one unit of the table's currency costs so many of this. */
  exchange?: { currency: string; rate: number };
  /** Another year than the table's: prices are so many times those of the table, `1.08` for eight per cent more. */
  inflation?: { year: number; factor: number };
  /** What is known of the film, for the comparison with films that were made. */
  film?: FilmFacts;
  /** The model behind that comparison. Default `FILM_BUDGET_MODEL`. */
  model?: FilmBudgetModel;
  /** From the model's currency and prices (`topDown.priceYear`) to those of the budget: exchange times inflation. Default: not converted. */
  topDownFactor?: number;
}

/**
 * Estimates what a script costs to make.
 *
 * @param breakdown - From `breakDown`.
 * @param options - See {@link BudgetOptions}. Exchange and inflation are given, never guessed.
 * @returns Three budgets of the same script: `low` for few people and low rates, `mid`, `high` for a full crew at full rates.
 * @throws RangeError on an option out of range; TypeError on a table of rates that is none.
 * @example
 * ```ts
 * import { breakDown } from '@filmai/nlp-script/breakdown';
 * import { estimateBudget } from '@filmai/nlp-script/budget';
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 *
 * const { screenplay } = parseFountain('EXT. PIER - NIGHT\n\nMARA, 30s, jumps from a burning truck.\n\nMARA\nRun!\n');
 * const { total, drivers } = estimateBudget(breakDown(screenplay));
 * console.log(total.low < total.mid && total.mid < total.high, drivers[0]?.name); // true shootDays
 * ```
 */
export function estimateBudget(breakdown: Breakdown, options: BudgetOptions = {}): BudgetEstimate {
  const table = checkRateTable(options.rates ?? PLANNING_RATES);
  const { exchange, inflation, schedule } = options;
  if (exchange && !(exchange.rate > 0 && exchange.rate < Infinity))
    throw new RangeError(`exchange.rate is ${String(exchange.rate)}; expected a number above 0.`);
  if (exchange && !/^[A-Z]{3}$/.test(exchange.currency))
    throw new RangeError(`exchange.currency is ${JSON.stringify(exchange.currency)}; expected three capital letters like "EUR".`);
  if (inflation && !(inflation.factor > 0 && inflation.factor < Infinity && Number.isInteger(inflation.year)))
    throw new RangeError(`inflation is ${JSON.stringify(inflation)}; expected a year and a factor above 0.`);
  const priceFactor = (exchange?.rate ?? 1) * (inflation?.factor ?? 1);
  const drivers = measureDrivers(breakdown, table, schedule);
  const valueOf = new Map(drivers.map(({ name, value }) => [name, value]));
  const costs = new Map<DriverName, { amount: Levels; accounts: string[] }>();
  const fixed: Levels = { low: 0, mid: 0, high: 0 };
  const lines = table.lines.map((line): BudgetLine => {
    const share = line.fringe === undefined ? 0 : table.fringes[line.fringe];
    const rate = byLevel((level) => line.rate[level] * priceFactor);
    const people = (level: keyof Levels): number => line.count?.[level] ?? 1;
    const quantity = byLevel((level) => (line.fixed?.[level] ?? 0) * people(level));
    for (const level of LEVELS) fixed[level] += quantity[level] * rate[level] * (1 + share);
    for (const [name, times] of Object.entries(line.per ?? {}) as [DriverName, number][]) {
      const cost = costs.get(name) ?? { amount: { low: 0, mid: 0, high: 0 }, accounts: [] };
      costs.set(name, cost);
      cost.accounts.push(line.account);
      for (const level of LEVELS) {
        const units = valueOf.get(name)![level] * times * people(level);
        quantity[level] += units;
        cost.amount[level] += units * rate[level] * (1 + share);
      }
    }
    const amount = byLevel((level) => Math.round(quantity[level] * rate[level]));
    return {
      account: line.account,
      name: line.name,
      section: line.section,
      unit: line.unit,
      quantity: byLevel((level) => Number(quantity[level].toFixed(2))),
      rate,
      amount,
      ...(line.fringe === undefined
        ? {}
        : { fringe: { name: line.fringe, share, amount: byLevel((level) => Math.round(amount[level] * share)) } }),
    };
  });
  const sections = BUDGET_SECTIONS.map((section) => {
    const own = lines.filter((line) => line.section === section);
    return {
      section,
      amount: byLevel((level) => own.reduce((sum, { amount }) => sum + amount[level], 0)),
      fringes: byLevel((level) => own.reduce((sum, { fringe }) => sum + (fringe?.amount[level] ?? 0), 0)),
    };
  });
  const direct = byLevel((level) => sections.reduce((sum, { amount, fringes }) => sum + amount[level] + fringes[level], 0));
  const contingency = byLevel((level) => Math.round(direct[level] * table.contingency[level]));
  const total = byLevel((level) => direct[level] + contingency[level]);
  return {
    method: schedule ? 'bottom-up from breakdown, schedule and rate table' : 'bottom-up from breakdown and rate table',
    ...(breakdown.title === undefined ? {} : { title: breakdown.title }),
    currency: exchange?.currency ?? table.currency,
    country: table.country,
    priceYear: inflation?.year ?? table.year,
    priceFactor,
    rates: { name: table.name, source: table.source },
    lines,
    drivers: rankDrivers(drivers, costs, direct),
    fixed: byLevel((level) => Math.round(fixed[level])),
    sections,
    direct,
    contingency: { share: table.contingency, amount: contingency },
    total,
    ...(options.film ? { topDown: compareWithFilms(options.film, breakdown, total, options) } : {}),
  };
}

function rankDrivers(
  drivers: readonly BudgetDriver[],
  costs: ReadonlyMap<DriverName, { amount: Levels; accounts: string[] }>,
  direct: Levels,
): DriverCost[] {
  return drivers
    .flatMap((driver): DriverCost[] => {
      const cost = costs.get(driver.name);
      if (!cost || LEVELS.every((level) => cost.amount[level] === 0)) return [];
      return [
        {
          ...driver,
          amount: byLevel((level) => Math.round(cost.amount[level])),
          share: byLevel((level) => (direct[level] > 0 ? cost.amount[level] / direct[level] : 0)),
          accounts: cost.accounts,
        },
      ];
    })
    .toSorted((a, b) => b.amount.mid - a.amount.mid);
}

function compareWithFilms(
  film: FilmFacts,
  breakdown: Breakdown,
  total: Levels,
  { model = FILM_BUDGET_MODEL, topDownFactor }: BudgetOptions,
): NonNullable<BudgetEstimate['topDown']> {
  if (topDownFactor !== undefined && !(topDownFactor > 0 && topDownFactor < Infinity))
    throw new RangeError(`topDownFactor is ${String(topDownFactor)}; expected a number above 0.`);
  const minutes = Math.round(breakdown.totals.seconds / 60);
  // A feature's length tells something; that of a short piece would ask the model about films that it has never seen.
  const range = predictFilmBudget(model, {
    ...(film.runningMinutes === undefined && minutes >= SHORTEST_FEATURE ? { runningMinutes: minutes } : {}),
    ...film,
  });
  if (topDownFactor === undefined) return range;
  const [low, median, high] = [range.low, range.median, range.high].map((value) => value * topDownFactor);
  return {
    ...range,
    converted: { low, median, high, factor: topDownFactor },
    compared: byLevel((level) => (total[level] < low ? 'below' : total[level] > high ? 'above' : 'inside')),
  };
}

/** Minutes from which on a film is a feature (Academy of Motion Picture Arts and Sciences: more than 40). */
const SHORTEST_FEATURE = 40;

function byLevel<Value>(value: (level: keyof Levels) => Value): Levels<Value> {
  return { low: value('low'), mid: value('mid'), high: value('high') };
}
