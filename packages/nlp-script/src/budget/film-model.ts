/**
 * @file Budgets from the top: what films of the same kind have cost. Ridge regression on the logarithm of the budget, a second one
 * on the size of its errors, and an interval calibrated by conformal prediction (Papadopoulos et al. 2002, normalised residuals;
 * Vovk 2015, cross-conformal), so that it covers as many new films as it says whatever the distribution of the errors.
 */
import { DISTRIBUTOR_CLASSES, FILM_GENRES, FILM_RATINGS, FILM_SOURCES, FILM_WORLDS } from './films.js';
import type { FilmFacts, KnownFilm } from './films.js';
import { dot } from './linear.js';

/** A fitted model. Plain JSON. */
export interface FilmBudgetModel {
  format: 'filmai-film-budget/1';
  /** Weights on {@link encodeFacts}, for the decadic logarithm of the budget. */
  weights: number[];
  /** Weights for the natural logarithm of the error's size. */
  spread: number[];
  /** Normalised errors of films that the weights had not seen, rising: quantiles at 0.5 %, 1.5 % … 99.5 %. */
  quantiles: number[];
  /** Currency of the budgets. */
  currency: string;
  /** Years that the films are from; absent where none says. */
  years?: { from: number; to: number };
  /** Where it comes from and how good it is. */
  card: {
    data: string;
    licence: string;
    seed: number | string;
    films: number;
    heldOut?: BudgetModelScore;
  };
}

/** How good a model is on films that it has not seen. */
export interface BudgetModelScore {
  films: number;
  /** Share of budgets inside the 80 % interval. */
  coverage80: number;
  /** Median of |log10(predicted / real)|. */
  medianError: number;
  /** The same error of the median budget of the film's genre in the training films. */
  genreMedianError: number;
  /** `medianError / genreMedianError`. */
  errorRatio: number;
  /** Median of high over low end of the 80 % interval. */
  medianWidth: number;
}

/** A budget predicted from facts. */
export interface FilmBudgetRange {
  method: 'regression on known films, conformal interval';
  currency: string;
  /** As many films cost less as more. */
  median: number;
  low: number;
  high: number;
  /** Share of such films whose budget lies between low and high. */
  coverage: number;
  /** Prices are those of this year; absent where the model's films have no years. */
  priceYear?: number;
  /** Facts that the prediction used. */
  used: (keyof FilmFacts)[];
  /** Where the model comes from. */
  source: string;
}

/**
 * Predicts what films of a kind cost.
 *
 * @param model - `FILM_BUDGET_MODEL`, or one of your own from `fitFilmBudgetModel`.
 * @param facts - What is known; prices are those of `facts.year`, or of the model's last year where it is later or absent.
 * @param options - `coverage`: 0.05 to 0.98, default 0.8.
 * @throws RangeError on facts or a coverage out of range.
 * @example
 * ```ts
 * import { FILM_BUDGET_MODEL, predictFilmBudget } from '@filmai/nlp-script/budget';
 *
 * const { low, median, high } = predictFilmBudget(FILM_BUDGET_MODEL, { genre: 'horror', distributor: 'independent' });
 * console.log(low < median && median < high); // true
 * ```
 */
export function predictFilmBudget(
  model: FilmBudgetModel,
  facts: FilmFacts,
  { coverage = 0.8 }: { coverage?: number } = {},
): FilmBudgetRange {
  if (!(coverage >= 0.05 && coverage <= 0.98)) throw new RangeError(`coverage is ${String(coverage)}; expected 0.05 to 0.98.`);
  checkFacts(facts);
  const last = model.years?.to;
  const year = last === undefined ? undefined : Math.min(facts.year ?? last, last);
  const { year: _, ...others } = facts;
  const row = encodeFacts(year === undefined ? others : { ...others, year });
  const centre = dot(model.weights, row);
  const spread = Math.exp(dot(model.spread, row));
  const at = (share: number): number => 10 ** (centre + spread * quantileOf(model.quantiles, share));
  return {
    method: 'regression on known films, conformal interval',
    currency: model.currency,
    median: at(0.5),
    low: at((1 - coverage) / 2),
    high: at((1 + coverage) / 2),
    coverage,
    ...(year === undefined ? {} : { priceYear: year }),
    used: FACTS.filter((fact) => facts[fact] !== undefined),
    source: model.card.data,
  };
}

/**
 * Scores a model on films that it was not fitted on.
 *
 * @param model - The model.
 * @param films - Not seen by it.
 * @param trained - The films it was fitted on: their genre medians are what it has to beat.
 */
export function scoreFilmBudgetModel(
  model: FilmBudgetModel,
  films: readonly KnownFilm[],
  trained: readonly KnownFilm[],
): BudgetModelScore {
  if (films.length === 0 || trained.length === 0) throw new RangeError('films: none to score, or none to compare with.');
  const medianOf = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1];
  const byGenre = new Map<string, number[]>();
  for (const film of trained) {
    const genre = film.genre ?? '';
    byGenre.set(genre, [...(byGenre.get(genre) ?? []), Math.log10(film.budget)]);
  }
  const medians = new Map([...byGenre].map(([genre, values]) => [genre, medianOf(values)]));
  const overall = medianOf(trained.map(({ budget }) => Math.log10(budget)));
  const errors: number[] = [];
  const genreErrors: number[] = [];
  const widths: number[] = [];
  let inside = 0;
  for (const film of films) {
    const range = predictFilmBudget(model, film);
    const real = Math.log10(film.budget);
    errors.push(Math.abs(Math.log10(range.median) - real));
    genreErrors.push(Math.abs((medians.get(film.genre ?? '') ?? overall) - real));
    widths.push(range.high / range.low);
    if (film.budget >= range.low && film.budget <= range.high) inside++;
  }
  const [medianError, genreMedianError] = [medianOf(errors), medianOf(genreErrors)];
  return {
    films: films.length,
    coverage80: inside / films.length,
    medianError,
    genreMedianError,
    errorRatio: medianError / genreMedianError,
    medianWidth: medianOf(widths),
  };
}

/** All facts, in the order of the columns. */
const FACTS = ['genre', 'source', 'rating', 'world', 'runningMinutes', 'year', 'distributor'] as const;

/** Facts as numbers: a constant, one column for each word, and the pairs that matter together. A missing fact is a column of its own. */
export function encodeFacts(facts: FilmFacts): number[] {
  const genre = oneHot(FILM_GENRES, facts.genre);
  const source = oneHot(FILM_SOURCES, facts.source);
  const rating = oneHot(FILM_RATINGS, facts.rating);
  const world = oneHot(FILM_WORLDS, facts.world);
  const distributor = oneHot(DISTRIBUTOR_CLASSES, facts.distributor);
  // Decades from 2000; budgets grew at different pace before and after 1990.
  const decades = ((facts.year ?? 2002) - 2000) / 10;
  const years = [decades, Math.min(0, decades + 1), Math.min(0, decades + 2.5), facts.year === undefined ? 1 : 0];
  // Quarters of an hour from 105 minutes.
  const length = facts.runningMinutes === undefined ? 0 : Math.max(-4, Math.min(6, (facts.runningMinutes - 105) / 15));
  const lengths = [length, Math.max(0, length - 1), facts.runningMinutes === undefined ? 1 : 0];
  return [
    1,
    ...genre,
    ...source,
    ...rating,
    ...world,
    ...distributor,
    ...years,
    ...lengths,
    ...pairs(genre, distributor),
    ...pairs(genre, rating),
    ...pairs(genre, world),
    ...pairs(rating, distributor),
    ...pairs(world, distributor),
    ...distributor.map((column) => column * decades),
    ...distributor.map((column) => column * length),
  ];
}

function checkFacts(facts: FilmFacts): void {
  const words: [keyof FilmFacts, readonly string[]][] = [
    ['genre', FILM_GENRES],
    ['source', FILM_SOURCES],
    ['rating', FILM_RATINGS],
    ['world', FILM_WORLDS],
    ['distributor', DISTRIBUTOR_CLASSES],
  ];
  for (const [fact, list] of words) {
    const value = facts[fact];
    if (value !== undefined && !list.includes(String(value)))
      throw new RangeError(`${fact} is ${JSON.stringify(value)}; expected one of ${list.join(', ')}.`);
  }
  const { runningMinutes, year } = facts;
  if (runningMinutes !== undefined && !(runningMinutes > 0 && runningMinutes <= 1000))
    throw new RangeError(`runningMinutes is ${String(runningMinutes)}; expected minutes up to 1000.`);
  if (year !== undefined && !(year >= 1890 && year <= 2200))
    throw new RangeError(`year is ${String(year)}; expected a year like 2004.`);
}

function oneHot(words: readonly string[], word: string | undefined): number[] {
  return [word === undefined ? 1 : 0, ...words.map((other) => (other === word ? 1 : 0))];
}

function pairs(left: readonly number[], right: readonly number[]): number[] {
  return left.flatMap((one) => right.map((other) => one * other));
}

/** A quantile between those of the table. */
function quantileOf(quantiles: readonly number[], share: number): number {
  const at = Math.max(0, Math.min(quantiles.length - 1, share * quantiles.length - 0.5));
  const below = Math.floor(at);
  const above = Math.min(quantiles.length - 1, below + 1);
  return quantiles[below] + (at - below) * (quantiles[above] - quantiles[below]);
}
