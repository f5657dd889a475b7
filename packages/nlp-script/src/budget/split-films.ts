/** @file Which films are kept apart from fitting: decided by each film's own title and year, so that the parts stay the same when rows move. */
import { createRandom } from '@filmai/core-tensor/random';
import type { KnownFilm } from './films.js';

/**
 * Parts films into those to fit on and those to score on.
 *
 * @param films - All.
 * @param options - `seed` decides the parts, default 1; `heldOut` is the share kept apart, default 0.3.
 * @throws RangeError where the share is not between 0 and 1.
 */
export function splitFilms(
  films: readonly KnownFilm[],
  { seed = 1, heldOut = 0.3 }: { seed?: number | string; heldOut?: number } = {},
): { training: KnownFilm[]; heldOut: KnownFilm[] } {
  if (!(heldOut > 0 && heldOut < 1)) throw new RangeError(`heldOut is ${String(heldOut)}; expected a share between 0 and 1.`);
  const parts: { training: KnownFilm[]; heldOut: KnownFilm[] } = { training: [], heldOut: [] };
  for (const film of films) {
    const apart = createRandom(`${seed}/${film.title}/${film.year ?? ''}`).next() < heldOut;
    (apart ? parts.heldOut : parts.training).push(film);
  }
  return parts;
}
