/** @file Fits the model of film budgets on any table of films: weights, spread, and the errors of films left out. */
import { createRandom } from '@filmai/core-tensor/random';
import type { FilmBudgetModel } from './film-model.js';
import { encodeFacts } from './film-model.js';
import type { KnownFilm } from './films.js';
import { dot, fitRidge } from './linear.js';

/** Options of {@link fitFilmBudgetModel}. */
export interface FitOptions {
  /** Decides the folds. Default 1. */
  seed?: number | string;
  /** Penalty on the weights. Default 8. */
  shrink?: number;
  /** Currency of the budgets. Default `'USD'`. */
  currency?: string;
  /** What the films are, for the card. Default `'films given by the user'`. */
  data?: string;
  /** Licence of the data, for the card. Default `'unknown'`. */
  licence?: string;
}

/** Parts that take turns at being left out. */
const FOLDS = 10;
/** Fewest films that quantiles of errors can be taken from. */
const FEWEST_FILMS = 100;
const QUANTILES = 100;
/** Error below which the logarithm of its size is not followed: 5 % of a budget. */
const SMALLEST_ERROR = 0.02;

/**
 * Fits a model of budgets on films whose budgets are known.
 *
 * @param films - At least 100.
 * @param options - See {@link FitOptions}.
 * @throws RangeError on too few films, or one without a budget.
 * @example
 * ```ts
 * import { fitFilmBudgetModel, predictFilmBudget } from '@filmai/nlp-script/budget';
 *
 * const films = Array.from({ length: 200 }, (_, i) => ({
 *   title: `Film ${i}`,
 *   genre: i % 2 === 0 ? ('drama' as const) : ('action' as const),
 *   budget: (i % 2 === 0 ? 1e6 : 4e7) * (1 + (i % 7) / 10),
 * }));
 * const model = fitFilmBudgetModel(films);
 * console.log(predictFilmBudget(model, { genre: 'action' }).median > 1e7); // true
 * ```
 */
export function fitFilmBudgetModel(films: readonly KnownFilm[], options: FitOptions = {}): FilmBudgetModel {
  const { seed = 1, shrink = 8, currency = 'USD', data = 'films given by the user', licence = 'unknown' } = options;
  if (films.length < FEWEST_FILMS) throw new RangeError(`films has ${films.length}; expected at least ${FEWEST_FILMS}.`);
  if (!(shrink > 0)) throw new RangeError(`shrink is ${String(shrink)}; expected a number above 0.`);
  const wrong = films.find(({ budget }) => !(budget > 0 && Number.isFinite(budget)));
  if (wrong) throw new RangeError(`${wrong.title}: budget is ${String(wrong.budget)}; expected an amount above 0.`);
  const rows = films.map((film) => encodeFacts(film));
  const targets = films.map(({ budget }) => Math.log10(budget));
  const order = createRandom(seed)
    .split('folds')
    .shuffle(films.map((_, i) => i));
  const fold = films.map(() => 0);
  for (const [i, film] of order.entries()) fold[film] = i % FOLDS;
  const leaveOut = (values: readonly number[], strength: number): number[] => {
    const predicted = films.map(() => 0);
    for (let out = 0; out < FOLDS; out++) {
      const seen = order.filter((i) => fold[i] !== out);
      const weights = fitRidge(
        seen.map((i) => rows[i]),
        seen.map((i) => values[i]),
        strength,
      );
      for (const i of order) if (fold[i] === out) predicted[i] = dot(weights, rows[i]);
    }
    return predicted;
  };
  const centres = leaveOut(targets, shrink);
  const errors = targets.map((target, i) => target - centres[i]);
  const sizes = errors.map((error) => Math.log(Math.abs(error) + SMALLEST_ERROR));
  const spreads = leaveOut(sizes, shrink * 5);
  const normalised = errors.map((error, i) => error / Math.exp(spreads[i])).toSorted((a, b) => a - b);
  const years = films.flatMap(({ year }) => (year === undefined ? [] : [year]));
  return {
    format: 'filmai-film-budget/1',
    weights: fitRidge(rows, targets, shrink).map((weight) => round(weight)),
    spread: fitRidge(rows, sizes, shrink * 5).map((weight) => round(weight)),
    quantiles: Array.from({ length: QUANTILES }, (_, i) => round(conformalQuantile(normalised, (i + 0.5) / QUANTILES))),
    currency,
    ...(years.length === 0 ? {} : { years: { from: Math.min(...years), to: Math.max(...years) } }),
    card: { data, licence, seed, films: films.length },
  };
}

/** The quantile that a new value is on the outer side of with the stated chance: ranks out of n + 1, counted outwards from the middle. */
function conformalQuantile(sorted: readonly number[], share: number): number {
  const rank = share * (sorted.length + 1);
  const index = (share < 0.5 ? Math.floor(rank) : Math.ceil(rank)) - 1;
  return sorted[Math.max(0, Math.min(sorted.length - 1, index))];
}

function round(value: number): number {
  return Number(value.toFixed(4));
}
