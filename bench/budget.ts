/**
 * @file What films cost, predicted from what is known before they are shot: the share of 80 % intervals that hold the real budget, and
 * the error against the median of the film's genre; for the shipped model on the films that it was never fitted on, and for a model
 * fitted anew on another part of the films (`--seed`).
 *
 * `--data FILE` is a table of other films in the layout of vega-datasets' `movies.json`. All of its films that the shipped model
 * was not fitted on are then scored.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  FILM_BUDGET_MODEL,
  fitFilmBudgetModel,
  readFilmTable,
  scoreFilmBudgetModel,
  splitFilms,
} from '@filmai/nlp-script/budget';
import type { KnownFilm } from '@filmai/nlp-script/budget';
import type { BenchOptions, Figures } from './run.js';

/** Runs the benchmark. */
export async function run({ data, seed }: BenchOptions): Promise<Figures> {
  let folder: string;
  try {
    folder = dirname(dirname(createRequire(import.meta.url).resolve('vega-datasets')));
  } catch {
    const reason = 'vega-datasets is not installed';
    return {
      coverage80: { value: null, unit: 'share', reason },
      errorRatioToGenreMedian: { value: null, unit: 'ratio', reason },
    };
  }
  const known = await readTable(join(folder, 'data', 'movies.json'));
  const shipped = splitFilms(known, { seed: FILM_BUDGET_MODEL.card.seed });
  const keyOf = ({ title, year }: KnownFilm): string => `${title}/${year ?? ''}`;
  const seen = new Set(shipped.training.map((film) => keyOf(film)));
  const films = data === undefined ? shipped.heldOut : (await readTable(data)).filter((film) => !seen.has(keyOf(film)));
  if (films.length === 0) throw new Error(`${data ?? 'movies.json'}: no film in it that the model has not seen`);
  const score = scoreFilmBudgetModel(FILM_BUDGET_MODEL, films, shipped.training);
  const anew = splitFilms(known, { seed });
  const refit = scoreFilmBudgetModel(fitFilmBudgetModel(anew.training, { seed }), anew.heldOut, anew.training);
  return {
    coverage80: { value: score.coverage80, unit: 'share of held-out films', n: score.films },
    errorRatioToGenreMedian: {
      value: score.errorRatio,
      unit: 'median |log error| over that of the genre median',
      n: score.films,
    },
    medianLogError: { value: score.medianError, unit: 'decades', n: score.films },
    medianWidth: { value: score.medianWidth, unit: 'high over low end of the interval', n: score.films },
    'refit.coverage80': { value: refit.coverage80, unit: 'share of held-out films', n: refit.films, seed },
    'refit.errorRatioToGenreMedian': { value: refit.errorRatio, unit: 'ratio', n: refit.films, seed },
  };
}

async function readTable(file: string): Promise<KnownFilm[]> {
  return readFilmTable(JSON.parse(await readFile(file, 'utf8')) as unknown);
}
