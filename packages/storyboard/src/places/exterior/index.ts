/** @file The places under the open sky, each a grammar of its own. */
import type { PlaceGrammar } from '../place.js';
import { airportApron } from './airport-apron.js';
import { alley } from './alley.js';
import { apartmentBlock } from './apartment-block.js';
import { barFront } from './bar-front.js';
import { battlefield } from './battlefield.js';
import { beach } from './beach.js';
import { bridge } from './bridge.js';
import { campsite } from './campsite.js';
import { canyon } from './canyon.js';
import { carPark } from './car-park.js';
import { castle } from './castle.js';
import { caveMouth } from './cave-mouth.js';
import { church } from './church.js';
import { cityStreet } from './city-street.js';
import { constructionSite } from './construction-site.js';
import { courthouse } from './courthouse.js';
import { desertRoad } from './desert-road.js';
import { dunes } from './dunes.js';
import { farm } from './farm.js';
import { field } from './field.js';
import { forest } from './forest.js';
import { gasStation } from './gas-station.js';
import { harbour } from './harbour.js';
import { headland } from './headland.js';
import { hospitalFront } from './hospital.js';
import { hotelFront } from './hotel-front.js';
import { houseFront } from './house-front.js';
import { island } from './island.js';
import { jungle } from './jungle.js';
import { lake } from './lake.js';
import { mountain } from './mountain.js';
import { neutralExterior } from './neutral.js';
import { officeTower } from './office-tower.js';
import { park } from './park.js';
import { planet } from './planet.js';
import { playground } from './playground.js';
import { policeStationFront } from './police-station.js';
import { railwayPlatform } from './railway-platform.js';
import { river } from './river.js';
import { road } from './road.js';
import { rooftop } from './rooftop.js';
import { schoolFront } from './school.js';
import { sea } from './sea.js';
import { shipDeck } from './ship-deck.js';
import { shopFront } from './shop-front.js';
import { snowField } from './snow-field.js';
import { space } from './space.js';
import { square } from './square.js';
import { street } from './street.js';
import { suburbanStreet } from './suburban-street.js';
import { swamp } from './swamp.js';
import { villageStreet } from './village-street.js';

/** All exterior places by the order in which they are tried when words tie; the neutral one last. */
export const exteriorPlaces: readonly PlaceGrammar[] = [
  street,
  cityStreet,
  suburbanStreet,
  villageStreet,
  alley,
  road,
  desertRoad,
  gasStation,
  bridge,
  square,
  park,
  playground,
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
  railwayPlatform,
  airportApron,
  carPark,
  rooftop,
  constructionSite,
  farm,
  field,
  forest,
  jungle,
  river,
  lake,
  mountain,
  headland,
  beach,
  sea,
  harbour,
  shipDeck,
  island,
  dunes,
  canyon,
  snowField,
  swamp,
  caveMouth,
  castle,
  battlefield,
  campsite,
  space,
  planet,
  neutralExterior,
];

export {
  airportApron,
  alley,
  apartmentBlock,
  barFront,
  battlefield,
  beach,
  bridge,
  campsite,
  canyon,
  carPark,
  castle,
  caveMouth,
  church,
  cityStreet,
  constructionSite,
  courthouse,
  desertRoad,
  dunes,
  farm,
  field,
  forest,
  gasStation,
  harbour,
  headland,
  hospitalFront,
  hotelFront,
  houseFront,
  island,
  jungle,
  lake,
  mountain,
  neutralExterior,
  officeTower,
  park,
  planet,
  playground,
  policeStationFront,
  railwayPlatform,
  river,
  road,
  rooftop,
  schoolFront,
  sea,
  shipDeck,
  shopFront,
  snowField,
  space,
  square,
  street,
  suburbanStreet,
  swamp,
  villageStreet,
};
