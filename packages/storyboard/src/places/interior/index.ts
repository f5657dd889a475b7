/** @file The places under a roof, each a grammar of its own. */
import type { PlaceGrammar } from '../place.js';
import { aeroplane } from './aeroplane.js';
import { airport } from './airport.js';
import { attic } from './attic.js';
import { bar } from './bar.js';
import { basement } from './basement.js';
import { bathroom } from './bathroom.js';
import { bedroom } from './bedroom.js';
import { bus } from './bus.js';
import { cafe } from './cafe.js';
import { car } from './car.js';
import { castleHall } from './castle-hall.js';
import { cave } from './cave.js';
import { church } from './church.js';
import { classroom } from './classroom.js';
import { cockpit } from './cockpit.js';
import { controlRoom } from './control-room.js';
import { courtroom } from './courtroom.js';
import { dungeon } from './dungeon.js';
import { greenhouse } from './greenhouse.js';
import { gym } from './gym.js';
import { hallway } from './hallway.js';
import { hospitalCorridor } from './hospital-corridor.js';
import { hospitalWard } from './hospital-ward.js';
import { hotelLobby } from './hotel-lobby.js';
import { hotelRoom } from './hotel-room.js';
import { hut } from './hut.js';
import { interrogationRoom } from './interrogation-room.js';
import { kitchen } from './kitchen.js';
import { laboratory } from './laboratory.js';
import { lampRoom } from './lamp-room.js';
import { library } from './library.js';
import { lift } from './lift.js';
import { livingRoom } from './living-room.js';
import { meetingRoom } from './meeting-room.js';
import { neutralRoom } from './neutral-room.js';
import { office } from './office.js';
import { openOffice } from './open-office.js';
import { operatingRoom } from './operating-room.js';
import { policeStation } from './police-station.js';
import { prisonCell } from './prison-cell.js';
import { restaurant } from './restaurant.js';
import { schoolCorridor } from './school-corridor.js';
import { shipBridge } from './ship-bridge.js';
import { shipCabin } from './ship-cabin.js';
import { shop } from './shop.js';
import { spaceStation } from './space-station.js';
import { stairwell } from './stairwell.js';
import { stationHall } from './station-hall.js';
import { tent } from './tent.js';
import { theatre } from './theatre.js';
import { train } from './train.js';
import { warehouse } from './warehouse.js';
import { workshop } from './workshop.js';

/** All interior places. The last is the neutral room, for words that no other one knows. */
export const interiorPlaces: readonly PlaceGrammar[] = [
  aeroplane,
  airport,
  attic,
  bar,
  basement,
  bathroom,
  bedroom,
  bus,
  cafe,
  car,
  castleHall,
  cave,
  church,
  classroom,
  cockpit,
  controlRoom,
  courtroom,
  dungeon,
  greenhouse,
  gym,
  hallway,
  hospitalCorridor,
  hospitalWard,
  hotelLobby,
  hotelRoom,
  hut,
  interrogationRoom,
  kitchen,
  laboratory,
  lampRoom,
  library,
  lift,
  livingRoom,
  meetingRoom,
  office,
  openOffice,
  operatingRoom,
  policeStation,
  prisonCell,
  restaurant,
  schoolCorridor,
  shipBridge,
  shipCabin,
  shop,
  spaceStation,
  stairwell,
  stationHall,
  tent,
  theatre,
  train,
  warehouse,
  workshop,
  neutralRoom,
];
