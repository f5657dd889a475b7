/** @file Places: which there are, how one is found by the words of a heading, and the contract for one's own. */
export { findPlace, listPlaces, type FoundPlace, type Setting } from './registry.js';
export type { DayTime, Mark, Place, PlaceGrammar, PlaceRequest, View } from './place.js';
export { putVehicle, VEHICLE_SIZES, type VehicleKind } from './landscape/vehicles.js';
