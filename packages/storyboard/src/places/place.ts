/**
 * @file What a place is to the rest of the storyboard: a grammar builds a small world into a scene and says where people
 * can be, from where it can be seen, and which words name it. A user adds a place of his own by passing such a grammar.
 */
import type { Random } from '@filmai/core-tensor/random';
import type { Scene } from '../world/scene.js';
import type { V3 } from '../world/vector.js';

/** Light of the day, as far as drawing is concerned. */
export type DayTime = 'dawn' | 'day' | 'dusk' | 'night';

/** A spot where a figure can be. Marks 0 and 1 face each other at talking distance. */
export interface Mark {
  /** Where the feet are (or the seat's front edge projected to the floor), in metres. */
  at: V3;
  /** Direction of view about the vertical, radians; 0 looks along +z. */
  yaw: number;
  /** What the spot is for. Default `'stand'`. */
  kind?: 'stand' | 'sit' | 'lie' | 'lean' | 'drive';
  /** Height of the seat or bed above the floor at `at`, metres; for `'sit'`, `'lie'` and `'drive'`. */
  seatHeight?: number;
}

/** A camera position that shows the place well. */
export interface View {
  eye: V3;
  target: V3;
  /** Vertical field of view, degrees. */
  fov: number;
}

/** What a grammar returns about the world it has built. y is up; the floor at the marks is at their `at[1]`. */
export interface Place {
  /** At least six where people fit in numbers; the first two face each other. */
  marks: Mark[];
  /** At least two; the first is the establishing view. */
  views: View[];
  /** Centre of what casts shadows, and its radius, metres. */
  centre: V3;
  radius: number;
  /** True under a roof: no sky light, no rain inside. */
  interior: boolean;
  /** Box in which the camera must stay (the room's inside), if there is one. */
  bounds?: { min: V3; max: V3 };
  /** A lamp, fire or screen that lights faces at night. */
  lamp?: V3;
  /** Direction towards the sun or moon as it shines through the windows; without it the light of the time of day decides. */
  daylight?: V3;
  /** Beams of light in the air at night: a lighthouse, headlamps. `spread` is half the beam's width for one metre of length. */
  beams?: { from: V3; dir: V3; spread: number; length: number }[];
  /** Where the action goes: a door, the road's end; figures enter and leave here. */
  exit?: V3;
}

/** What the script says about the place, for grammars that vary with it. */
export interface PlaceRequest {
  /** The heading's place words and the scene's first action, lower case. */
  words: string;
  time: DayTime;
  /** `'clear'`, `'rain'`, `'storm'`, `'snow'`, `'fog'`, `'wind'`. */
  weather: string;
}

/** A kind of place that can be built. */
export interface PlaceGrammar {
  /** Short English name: `'police-station'`. */
  name: string;
  /** Words of a heading that name this place, lower case, in English, French, German, Spanish and Chinese. Longer matches win. */
  words: readonly string[];
  /** Whether it is under a roof; `'either'` where the heading's INT/EXT decides. */
  interior: boolean | 'either';
  /** Builds the world. Equal arguments build equal worlds. */
  build(scene: Scene, random: Random, request: PlaceRequest): Place;
}
