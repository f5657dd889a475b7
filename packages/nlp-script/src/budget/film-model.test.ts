import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createRandom } from '@filmai/core-tensor/random';
import { describe, expect, it } from 'vitest';
import { FILM_BUDGET_MODEL } from './film-budget-model.js';
import { predictFilmBudget, scoreFilmBudgetModel } from './film-model.js';
import type { KnownFilm } from './films.js';
import { classifyDistributor, FILM_GENRES, FILM_RATINGS, readFilmTable } from './films.js';
import { fitFilmBudgetModel } from './fit-film-model.js';
import { fitRidge } from './linear.js';
import { splitFilms } from './split-films.js';

/** Films whose budgets follow a law that a test knows: genre moves them, and comedies spread far more than dramas. */
function madeFilms(count: number, seed: number): KnownFilm[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, i) => {
    const genre = random.pick(['drama', 'comedy', 'action'] as const);
    const centre = { drama: 6.5, comedy: 7, action: 8 }[genre];
    const spread = { drama: 0.1, comedy: 0.6, action: 0.2 }[genre];
    return { title: `Film ${i}`, genre, year: random.integer(1990, 2010), budget: 10 ** random.normal(centre, spread) };
  });
}

describe('a model fitted on films whose law is known', () => {
  const model = fitFilmBudgetModel(madeFilms(1500, 1));
  const fresh = madeFilms(1500, 2);

  it('finds the median of each genre', () => {
    for (const [genre, centre] of [
      ['drama', 6.5],
      ['comedy', 7],
      ['action', 8],
    ] as const)
      expect(Math.abs(Math.log10(predictFilmBudget(model, { genre }).median) - centre)).toBeLessThan(0.1);
  });

  it('covers as many new films as it says, at any coverage', () => {
    for (const coverage of [0.5, 0.8, 0.9]) {
      const inside = fresh.filter((film) => {
        const { low, high } = predictFilmBudget(model, film, { coverage });
        return film.budget >= low && film.budget <= high;
      });
      expect(Math.abs(inside.length / fresh.length - coverage)).toBeLessThan(0.04);
    }
  });

  it('is unsure where films differ', () => {
    const width = (genre: 'drama' | 'comedy'): number => {
      const { low, high } = predictFilmBudget(model, { genre });
      return Math.log10(high / low);
    };
    expect(width('comedy')).toBeGreaterThan(3 * width('drama'));
  });

  it('widens with the coverage and keeps the median inside', () => {
    const at = (coverage: number) => predictFilmBudget(model, { genre: 'action' }, { coverage });
    expect(at(0.95).low).toBeLessThan(at(0.5).low);
    expect(at(0.95).high).toBeGreaterThan(at(0.5).high);
    expect(at(0.5).low).toBeLessThan(at(0.5).median);
  });

  it('needs no years', () => {
    const films = madeFilms(150, 5).map(({ title, genre, budget }) => ({ title, budget, ...(genre ? { genre } : {}) }));
    const range = predictFilmBudget(fitFilmBudgetModel(films), { genre: 'action', year: 2020 });
    expect(range.priceYear).toBeUndefined();
    expect(Math.abs(Math.log10(range.median) - 8)).toBeLessThan(0.2);
  });

  it('is the same for the same seed', () => {
    expect(fitFilmBudgetModel(madeFilms(200, 3), { seed: 9 })).toEqual(fitFilmBudgetModel(madeFilms(200, 3), { seed: 9 }));
  });
});

describe('the shipped model', () => {
  it('covers 75 to 85 % of films that it was not fitted on, with less error than the genre median, as its card says', async () => {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve('vega-datasets')));
    const films = readFilmTable(JSON.parse(await readFile(join(folder, 'data', 'movies.json'), 'utf8')));
    const { training, heldOut } = splitFilms(films, { seed: FILM_BUDGET_MODEL.card.seed });
    const score = scoreFilmBudgetModel(FILM_BUDGET_MODEL, heldOut, training);
    expect(score.coverage80).toBeGreaterThan(0.75);
    expect(score.coverage80).toBeLessThan(0.85);
    expect(score.errorRatio).toBeLessThan(0.85);
    expect(score.medianError).toBeCloseTo(FILM_BUDGET_MODEL.card.heldOut!.medianError, 6);
    expect(score.coverage80).toBeCloseTo(FILM_BUDGET_MODEL.card.heldOut!.coverage80, 6);
    expect(training).toHaveLength(FILM_BUDGET_MODEL.card.films);
  });

  it('answers for any facts, and says what it used and whose prices they are', () => {
    for (const genre of FILM_GENRES)
      for (const rating of FILM_RATINGS) {
        const range = predictFilmBudget(FILM_BUDGET_MODEL, { genre, rating, year: 2030 });
        expect(range.low).toBeGreaterThan(0);
        expect(range.low < range.median && range.median < range.high).toBe(true);
        expect(range).toMatchObject({ priceYear: 2011, used: ['genre', 'rating', 'year'], currency: 'USD' });
      }
    expect(predictFilmBudget(FILM_BUDGET_MODEL, {}).used).toEqual([]);
  });

  it('rejects facts that it does not know', () => {
    expect(() => predictFilmBudget(FILM_BUDGET_MODEL, { genre: 'noir' as 'drama' })).toThrow(
      /genre is "noir"; expected one of drama/,
    );
    expect(() => predictFilmBudget(FILM_BUDGET_MODEL, { runningMinutes: -3 })).toThrow(RangeError);
    expect(() => predictFilmBudget(FILM_BUDGET_MODEL, { year: 20 })).toThrow(RangeError);
    expect(() => predictFilmBudget(FILM_BUDGET_MODEL, {}, { coverage: 1 })).toThrow(RangeError);
  });
});

describe('tables of films', () => {
  it('are read with mistakes of the calendar put right and rows without budget left out', () => {
    const row = {
      Title: 300,
      'Production Budget': 5e6,
      'Release Date': 'Jan 01 2042',
      'MPAA Rating': 'Not Rated',
      Source: 'Disney Ride',
      'Major Genre': 'Drama',
      Distributor: 'Sony Pictures Classics',
      'Running Time min': 90,
    };
    expect(readFilmTable([row, { ...row, 'Production Budget': null }])).toEqual([
      {
        title: '300',
        budget: 5e6,
        genre: 'drama',
        source: 'other',
        rating: 'unrated',
        runningMinutes: 90,
        year: 1942,
        distributor: 'specialty',
      },
    ]);
    expect(() => readFilmTable({})).toThrow(TypeError);
    expect(() => readFilmTable([null])).toThrow(/Row 0/);
  });

  it('tell studios from their specialty divisions and from small distributors', () => {
    expect(['Warner Bros.', 'Warner Independent', 'Strand', '', undefined].map((name) => classifyDistributor(name))).toEqual([
      'studio',
      'specialty',
      'independent',
      undefined,
      undefined,
    ]);
  });

  it('are parted the same way whatever the order, about at the share asked for', () => {
    const films = madeFilms(1000, 4);
    const { training, heldOut } = splitFilms(films, { seed: 2 });
    const reversed = splitFilms(films.toReversed(), { seed: 2 });
    expect(reversed.heldOut.toReversed()).toEqual(heldOut);
    expect(training.length + heldOut.length).toBe(1000);
    expect(Math.abs(heldOut.length - 300)).toBeLessThan(60);
    expect(() => splitFilms(films, { heldOut: 1 })).toThrow(RangeError);
  });

  it('are too small to fit on, or have a film without a budget', () => {
    expect(() => fitFilmBudgetModel(madeFilms(99, 1))).toThrow(/expected at least 100/);
    expect(() => fitFilmBudgetModel([...madeFilms(100, 1), { title: 'None', budget: 0 }])).toThrow(/None: budget is 0/);
  });
});

describe('ridge regression', () => {
  it('recovers weights that made the targets, and shrinks them under a penalty', () => {
    const random = createRandom(1);
    const rows = Array.from({ length: 80 }, () => [1, random.normal(), random.normal()]);
    const targets = rows.map(([, a, b]) => 3 + 2 * a - b);
    const close = fitRidge(rows, targets, 1e-9);
    for (const [i, weight] of [3, 2, -1].entries()) expect(close[i]).toBeCloseTo(weight, 6);
    expect(Math.abs(fitRidge(rows, targets, 1000)[1])).toBeLessThan(0.5);
  });
});
