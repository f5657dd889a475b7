/** @file The places under the open sky, each a grammar of its own. */
import type { PlaceGrammar } from '../place.js';
import { alley } from './alley.js';
import { apartmentBlock } from './apartment-block.js';
import { barFront } from './bar-front.js';
import { church } from './church.js';
import { cityStreet } from './city-street.js';
import { courthouse } from './courthouse.js';
import { forest } from './forest.js';
import { headland } from './headland.js';
import { hospitalFront } from './hospital.js';
import { hotelFront } from './hotel-front.js';
import { houseFront } from './house-front.js';
import { officeTower } from './office-tower.js';
import { policeStationFront } from './police-station.js';
import { schoolFront } from './school.js';
import { shopFront } from './shop-front.js';
import { street } from './street.js';
import { suburbanStreet } from './suburban-street.js';
import { villageStreet } from './village-street.js';

/** All exterior places by the order in which they are tried when words tie. */
export const exteriorPlaces: readonly PlaceGrammar[] = [
  street,
  cityStreet,
  suburbanStreet,
  villageStreet,
  alley,
  houseFront,
  apartmentBlock,
  officeTower,
  shopFront,
  barFront,
  hotelFront,
  policeStationFront,
  courthouse,
  schoolFront,
  hospitalFront,
  church,
  forest,
  headland,
];
