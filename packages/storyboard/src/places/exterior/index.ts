/** @file The places under the open sky, each a grammar of its own. */
import type { PlaceGrammar } from '../place.js';
import { forest } from './forest.js';
import { headland } from './headland.js';
import { street } from './street.js';

/** All exterior places by the order in which they are tried when words tie. */
export const exteriorPlaces: readonly PlaceGrammar[] = [street, forest, headland];
