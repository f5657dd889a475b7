/** @file What `@filmai/nlp-script/budget` gives. */
export { PLANNING_RATES } from './default-rates.js';
export { DRIVER_NAMES } from './drivers.js';
export type { BudgetDriver, DriverName } from './drivers.js';
export { estimateBudget } from './estimate.js';
export type { BudgetEstimate, BudgetLine, BudgetOptions, DriverCost } from './estimate.js';
export { FILM_BUDGET_MODEL } from './film-budget-model.js';
export { predictFilmBudget, scoreFilmBudgetModel } from './film-model.js';
export type { BudgetModelScore, FilmBudgetModel, FilmBudgetRange } from './film-model.js';
export {
  classifyDistributor,
  DISTRIBUTOR_CLASSES,
  FILM_GENRES,
  FILM_RATINGS,
  FILM_SOURCES,
  FILM_WORLDS,
  readFilmTable,
} from './films.js';
export type { DistributorClass, FilmFacts, FilmGenre, FilmRating, FilmSource, FilmWorld, KnownFilm } from './films.js';
export { fitFilmBudgetModel } from './fit-film-model.js';
export type { FitOptions } from './fit-film-model.js';
export { splitFilms } from './split-films.js';
export { checkRateTable } from './rates.js';
export type { BudgetSection, Levels, RateLine, RateTable } from './rates.js';
export { encodeBudgetXlsx, formatBudgetCsv, formatBudgetHtml, writeBudgetXlsx } from './tables.js';
