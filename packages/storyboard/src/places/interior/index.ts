/** @file The places under a roof, each a grammar of its own. */
import type { PlaceGrammar } from '../place.js';
import { kitchen } from './kitchen.js';
import { lampRoom } from './lamp-room.js';
import { livingRoom } from './living-room.js';
import { neutralRoom } from './neutral-room.js';

/** All interior places. The last is the neutral room, for words that no other one knows. */
export const interiorPlaces: readonly PlaceGrammar[] = [kitchen, lampRoom, livingRoom, neutralRoom];
