/** @file The places under a roof, each a grammar of its own. */
import type { PlaceGrammar } from '../place.js';
import { airport } from './airport.js';
import { attic } from './attic.js';
import { bar } from './bar.js';
import { basement } from './basement.js';
import { bathroom } from './bathroom.js';
import { bedroom } from './bedroom.js';
import { cafe } from './cafe.js';
import { church } from './church.js';
import { classroom } from './classroom.js';
import { controlRoom } from './control-room.js';
import { courtroom } from './courtroom.js';
import { gym } from './gym.js';
import { hallway } from './hallway.js';
import { hospitalCorridor } from './hospital-corridor.js';
import { hospitalWard } from './hospital-ward.js';
import { hotelLobby } from './hotel-lobby.js';
import { hotelRoom } from './hotel-room.js';
import { interrogationRoom } from './interrogation-room.js';
import { kitchen } from './kitchen.js';
import { laboratory } from './laboratory.js';
import { lampRoom } from './lamp-room.js';
import { library } from './library.js';
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
import { shop } from './shop.js';
import { stairwell } from './stairwell.js';
import { stationHall } from './station-hall.js';
import { theatre } from './theatre.js';
import { warehouse } from './warehouse.js';
import { workshop } from './workshop.js';

/** All interior places. The last is the neutral room, for words that no other one knows. */
export const interiorPlaces: readonly PlaceGrammar[] = [
  airport,
  attic,
  bar,
  basement,
  bathroom,
  bedroom,
  cafe,
  church,
  classroom,
  controlRoom,
  courtroom,
  gym,
  hallway,
  hospitalCorridor,
  hospitalWard,
  hotelLobby,
  hotelRoom,
  interrogationRoom,
  kitchen,
  laboratory,
  lampRoom,
  library,
  livingRoom,
  meetingRoom,
  office,
  openOffice,
  operatingRoom,
  policeStation,
  prisonCell,
  restaurant,
  schoolCorridor,
  shop,
  stairwell,
  stationHall,
  theatre,
  warehouse,
  workshop,
  neutralRoom,
];
