/** @file Every vehicle by name, so that a place or a shot can ask for one. */
import type { Random } from '@filmai/core-tensor/random';
import type { Scene } from '../../world/scene.js';
import type { V3 } from '../../world/vector.js';
import { Local } from './local.js';
import { BODY_TINTS, type Paint } from './materials.js';
import { putAirliner, putCarriage, putHelicopter, putLocomotive, putPropeller } from './rail-air-space.js';
import {
  putAmbulance,
  putBicycle,
  putBus,
  putCar,
  putPoliceCar,
  putTaxi,
  putTractor,
  putTruck,
  putVan,
} from './road-vehicles.js';
import { putSpaceship } from './spacecraft.js';
import { putFishingBoat, putRaft, putRowingBoat, putSailingBoat, putShip } from './vessels.js';

/** Names of the vehicles that can be placed. */
export type VehicleKind =
  | 'car'
  | 'police-car'
  | 'taxi'
  | 'van'
  | 'ambulance'
  | 'truck'
  | 'bus'
  | 'tractor'
  | 'bicycle'
  | 'rowing-boat'
  | 'fishing-boat'
  | 'sailing-boat'
  | 'raft'
  | 'ship'
  | 'locomotive'
  | 'carriage'
  | 'airliner'
  | 'aeroplane'
  | 'helicopter'
  | 'spaceship';

/** A vehicle's length, width and height in metres, to keep others clear of it. */
export interface VehicleSize {
  length: number;
  width: number;
  height: number;
}

/** True sizes by kind. */
export const VEHICLE_SIZES: Readonly<Record<VehicleKind, VehicleSize>> = {
  car: { length: 4.5, width: 2.1, height: 1.5 },
  'police-car': { length: 4.5, width: 2.1, height: 1.7 },
  taxi: { length: 4.5, width: 2.1, height: 1.7 },
  van: { length: 5.1, width: 2.3, height: 2.3 },
  ambulance: { length: 5.1, width: 2.3, height: 2.4 },
  truck: { length: 8.6, width: 2.9, height: 3.5 },
  bus: { length: 11.2, width: 2.7, height: 3 },
  tractor: { length: 3.2, width: 2.1, height: 2.5 },
  bicycle: { length: 1.75, width: 0.6, height: 1.05 },
  'rowing-boat': { length: 4.2, width: 5, height: 0.7 },
  'fishing-boat': { length: 8, width: 2.8, height: 6.8 },
  'sailing-boat': { length: 8, width: 2.4, height: 10 },
  raft: { length: 4.3, width: 4.2, height: 3.1 },
  ship: { length: 80, width: 12, height: 16 },
  locomotive: { length: 16.4, width: 3, height: 3.8 },
  carriage: { length: 20, width: 3, height: 3.8 },
  airliner: { length: 37, width: 33, height: 11 },
  aeroplane: { length: 8.3, width: 10.4, height: 2.7 },
  helicopter: { length: 9.6, width: 4, height: 3.3 },
  spaceship: { length: 12, width: 22, height: 5.1 },
};

/**
 * Builds a vehicle of the given kind. Land vehicles stand on the ground at `at`, vessels float with their waterline there,
 * all drive or fly towards `yaw` (0 looks along +z).
 *
 * @param lights - Lamps and lit windows on. Default false.
 * @example
 * ```ts
 * import { createRandom } from '@filmai/core-tensor/random';
 * import { Scene } from '@filmai/storyboard';
 * import { putVehicle } from '@filmai/storyboard/places';
 *
 * const scene = new Scene();
 * putVehicle(scene, createRandom(1), 'police-car', [3, 0, -4], Math.PI / 2, { lights: true });
 * console.log(scene.surfaces.length > 10); // true
 * ```
 */
export function putVehicle(
  scene: Scene,
  random: Random,
  kind: VehicleKind,
  at: V3,
  yaw: number,
  { lights = false, paint }: { lights?: boolean; paint?: Paint } = {},
): void {
  const local = new Local(scene, at, yaw);
  const body: Paint = paint ?? { tone: random.range(0.5, 0.85), tint: random.pick(BODY_TINTS) };
  const build: Record<VehicleKind, () => void> = {
    car: () => putCar(local, { paint: body, lights }),
    'police-car': () => putPoliceCar(local, { lights, flashing: lights }),
    taxi: () => putTaxi(local, lights),
    van: () => putVan(local, { paint: body, lights }),
    ambulance: () => putAmbulance(local, { lights }),
    truck: () => putTruck(local, { paint: body, lights }),
    bus: () => putBus(local, { paint: body, lights, litInside: lights }),
    tractor: () => putTractor(local, paint ?? { tone: 0.6, tint: [0.9, 0.42, 0.36] }),
    bicycle: () => putBicycle(local),
    'rowing-boat': () => putRowingBoat(local, paint),
    'fishing-boat': () => putFishingBoat(local, random),
    'sailing-boat': () => putSailingBoat(local),
    raft: () => putRaft(local, random),
    ship: () => putShip(local, 80, body),
    locomotive: () => putLocomotive(local, body, lights),
    carriage: () => putCarriage(local, body, lights),
    airliner: () => putAirliner(local, body, lights),
    aeroplane: () => putPropeller(local, body),
    helicopter: () => putHelicopter(local, body),
    spaceship: () => putSpaceship(local, lights),
  };
  build[kind]();
}
