/**
 * @file Fits the shipped model of film budgets and writes it with its card: `node --conditions=@filmai/source --import tsx
 * packages/nlp-script/scripts/fit-budget.ts`. The films are those of vega-datasets' `movies.json`, 30 % of them kept apart.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeFileWhole } from '@filmai/core-tensor/files';
import { scoreFilmBudgetModel } from '../src/budget/film-model.js';
import { readFilmTable } from '../src/budget/films.js';
import { fitFilmBudgetModel } from '../src/budget/fit-film-model.js';
import { splitFilms } from '../src/budget/split-films.js';

const SEED = 1;
const require = createRequire(import.meta.url);
const folder = dirname(dirname(require.resolve('vega-datasets')));
const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
const films = readFilmTable(JSON.parse(await readFile(join(folder, 'data', 'movies.json'), 'utf8')));
const { training, heldOut } = splitFilms(films, { seed: SEED });
const model = fitFilmBudgetModel(training, {
  seed: SEED,
  data: `movies.json of vega-datasets ${version}`,
  licence: 'BSD-3-Clause (the package; it states no licence of this table of its own). Shipped are fitted weights, no row of it.',
});
model.card.heldOut = scoreFilmBudgetModel(model, heldOut, training);
const target = fileURLToPath(new URL('../src/budget/film-budget-model.ts', import.meta.url));
const { weights, spread, quantiles, ...facts } = model;
const list = (values: readonly number[]): string => JSON.stringify(values);
await writeFileWhole(
  target,
  `/** @file Made by scripts/fit-budget.ts; don't edit. */
import type { FilmBudgetModel } from './film-model.js';

/**
 * What some 2,200 films released in the United States up to 2011 cost, as weights. Its card says what it was fitted on and how good
 * it is on films that were kept apart. Amounts are dollars of the year of release.
 */
export const FILM_BUDGET_MODEL: FilmBudgetModel = {
  ...(${JSON.stringify(facts, undefined, 2)} as const),
  // prettier-ignore
  weights: ${list(weights)},
  // prettier-ignore
  spread: ${list(spread)},
  // prettier-ignore
  quantiles: ${list(quantiles)},
};
`,
);
console.log(model.card);
