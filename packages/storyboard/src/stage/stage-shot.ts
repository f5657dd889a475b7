/**
 * @file Builds everything a shot needs once, so that it can be drawn many times: the place, the people on their marks, the
 * camera with its path, light and air.
 */
import { createRandom, type Random } from '@filmai/core-tensor/random';
import type { Camera } from '../camera/camera.js';
import { frameShot } from '../camera/framing.js';
import { glimpse } from '../camera/glimpse.js';
import { cameraPath, type CameraPath } from '../camera/moves.js';
import { dayTimeOf, type Mood, moodFor, setKey, weatherOf } from '../ink/mood.js';
import { findPlace } from '../places/index.js';
import type { DayTime, Place, PlaceGrammar } from '../places/place.js';
import { Scene } from '../world/scene.js';
import { dot, len, sub, type V3 } from '../world/vector.js';
import { stageCast, type StagedMember } from './cast.js';
import { stageInsert } from './insert.js';
import type { PlaceReport } from './place-for.js';
import { assertShotDescription, type ShotDescription } from './shot-description.js';
import { StoryboardError } from './storyboard-error.js';

/** How a shot is staged. */
export interface StageOptions {
  /** Width of the picture in pixels, a whole number of at least 16. Default 1280. */
  width?: number;
  /** Height of the picture in pixels, a whole number of at least 16. Default 720. */
  height?: number;
  /** Seed of the drawing: of strokes, paper and small choices of the camera. Default: the description's seed. */
  seed?: number | string;
  /** Place grammars of one's own, tried before the built-in ones. */
  places?: readonly PlaceGrammar[];
}

/** A shot that is ready to be drawn. */
export interface StagedShot {
  description: ShotDescription;
  /** Which grammar built the place. */
  place: PlaceReport;
  width: number;
  height: number;
  /** Seed of the drawing. */
  seed: number;
  scene: Scene;
  camera: Camera;
  /** The camera during the shot. */
  path: CameraPath;
  mood: Mood;
  /** Surfaces below this index cast no shadow: in close shots the key light belongs to the people. */
  shadowsFrom: number;
  cast: StagedMember[];
  /** Box in which the camera stays, if the place has one. */
  bounds: Place['bounds'];
}

/**
 * Stages a shot.
 *
 * @param description - The shot.
 * @param options - Picture size, seed and places of one's own.
 * @returns The staged shot, for `drawShot` and `shootFrames`.
 * @throws TypeError for a description that makes no sense, RangeError for a bad size, StoryboardError `BAD_PLACE` where a
 * place grammar builds something that can't be filmed.
 * @example
 * ```ts
 * import { stageShot } from '@filmai/storyboard';
 *
 * const shot = stageShot({ place: 'FOREST', time: 'DAY', size: 'wide', cast: [] }, { width: 320, height: 180 });
 * console.log(shot.place.name); // forest
 * ```
 */
export function stageShot(description: ShotDescription, options: StageOptions = {}): StagedShot {
  assertShotDescription(description);
  const { width = 1280, height = 720, places = [] } = options;
  assertSize('width', width);
  assertSize('height', height);
  const placeSeed = description.seed ?? 1;
  const drawingSeed = createRandom(options.seed ?? placeSeed).integer(0, 0x7fffffff);
  const hour = dayTimeOf(description.time);
  const weather = weatherOf(description.weather ?? `${description.time} ${description.words ?? ''}`);
  const { grammar, neutral } = findPlace(description.place, description.setting, places);
  const { name } = grammar;

  const bare = new Scene();
  const words = `${description.place} ${description.words ?? ''}`.toLowerCase();
  const place = grammar.build(bare, createRandom(`${placeSeed}/${name}`), { words, time: hour, weather });
  assertPlace(place, name);
  const { size, angle = 'eye', move = 'static', view = 0 } = description;
  const random = createRandom(drawingSeed).split('camera');
  const isInsert = size === 'insert' && (description.object !== undefined || description.cast.length === 0);
  const insert = isInsert ? stageInsert(place.interior, description.object ?? '', angle, random, width, height) : undefined;
  const scene = insert?.scene ?? bare.clone();
  const cast = insert ? [] : stageCast(scene, bare, place, description);
  const figures = cast.map((staged) => staged.figure);
  const side = description.side ?? sideOf(place);
  const camera = insert?.camera ?? frameShot({ size, angle, side, figures, place, scene: bare, width, height, view });
  const mood = moodFor(hour, weather, place);
  if (place.beams && hour === 'night') mood.beam = place.beams;
  if (weather === 'clear' && !place.interior) hangSunOrMoon(mood, hour, place, createRandom(`${placeSeed}/sky`));
  if (hour === 'night' && scene.lights.length === 0) mood.ambient = Math.max(mood.ambient, 0.28);
  lightFor(mood, camera, place, cast, size);
  if (insert) lightInsert(mood, camera, insert.middle);
  const about = insert?.middle ?? figures[0]?.head;
  const reach = about ? Math.max(0.3, dot(sub(about, camera.eye), camera.f)) : Math.min(place.radius, 8);
  const path = insert ? cameraPath(camera, move, { reach, strength: 0.6 }) : freePath(camera, move, reach, bare, cast, place);
  const near = figures.length > 0 && NEAR_SIZES.includes(size);
  const shadowsFrom = near ? bare.surfaces.length : 0;
  return {
    description,
    place: { name, neutral },
    width,
    height,
    seed: drawingSeed,
    scene,
    camera,
    path,
    mood,
    shadowsFrom,
    cast,
    bounds: place.bounds,
  };
}

/** In clear skies the moon, or the low sun of dawn and dusk, stands beside what the establishing view looks at. */
function hangSunOrMoon(mood: Mood, hour: DayTime, place: Place, random: Random): void {
  const [{ eye, target }] = place.views;
  const beside = random.range(0.18, 0.42) * (random.chance(0.5) ? 1 : -1);
  const heading = Math.atan2(target[0] - eye[0], target[2] - eye[2]) + beside;
  const at = (elevation: number): V3 => [Math.sin(heading), Math.tan(elevation), Math.cos(heading)];
  if (hour === 'night') mood.moon = at(random.range(0.24, 0.36));
  if (hour === 'dusk' || hour === 'dawn') mood.sun = at(random.range(0.07, 0.14));
}

/** Sizes in which the key light belongs to the people, not to the place. */
const NEAR_SIZES: readonly ShotDescription['size'][] = ['medium', 'over-shoulder', 'close', 'extreme-close'];

/** A thing on a table is lit like a still life: one lamp from the side, and what is around it falls back. */
function lightInsert(mood: Mood, camera: Camera, middle: V3): void {
  mood.shadowCentre = middle;
  mood.shadowRadius = 0.8;
  mood.keyPower = Math.max(mood.keyPower, 0.45);
  mood.ambient = Math.max(mood.ambient, 0.34);
  mood.rain = mood.snow = 0;
  setKey(mood, camera, 1, 0.1);
}

/** The side of the line from mark 0 to mark 1 on which the establishing view stands. */
function sideOf(place: Place): 1 | -1 {
  if (place.marks.length < 2) return 1;
  const [a, b] = place.marks;
  const along = sub(b.at, a.at);
  const away = sub(place.views[0].eye, a.at);
  // The right of somebody who walks along (x, z) is (−z, x).
  return away[0] * -along[2] + away[2] * along[0] >= 0 ? 1 : -1;
}

/** In the nearer sizes the key light and the shadows belong to the person, not to the place. */
function lightFor(mood: Mood, camera: Camera, place: Place, cast: readonly StagedMember[], size: ShotDescription['size']): void {
  const [subject, partner] = cast;
  if (!subject || size === 'wide' || size === 'extreme-wide') return;
  if (!place.interior) {
    mood.shadowCentre = subject.figure.chest;
    mood.shadowRadius = size === 'close' || size === 'extreme-close' ? 2.2 : 5;
  }
  if (!(place.interior && size === 'two-shot')) setKey(mood, camera, 1);
  if (size === 'over-shoulder' && partner) mood.foreground = len(sub(partner.figure.head, camera.eye)) + 0.45;
}

/** The move at the full strength for which there is room. */
function freePath(
  camera: Camera,
  move: NonNullable<ShotDescription['move']>,
  reach: number,
  bare: Scene,
  cast: readonly StagedMember[],
  place: Place,
): CameraPath {
  const { bounds } = place;
  const figures = cast.map((staged) => staged.figure);
  for (const strength of [1, 0.65, 0.4]) {
    const path = cameraPath(camera, move, { reach, strength, ...(bounds ? { bounds } : {}) });
    if (move === 'static' || move === 'handheld') return path;
    if ([0, 1].every((end) => !glimpse(bare, path(end), figures).collides)) return path;
  }
  return cameraPath(camera, move, { reach, strength: 0.2, ...(bounds ? { bounds } : {}) });
}

function assertSize(name: string, value: number): void {
  if (!Number.isInteger(value) || value < 16 || value > 8192) {
    throw new RangeError(`stageShot: ${name} must be a whole number in 16…8192, got ${value}`);
  }
}

function assertPlace(place: Place, name: string): void {
  const wrong =
    place.marks.length === 0
      ? 'no marks'
      : place.views.length === 0
        ? 'no views'
        : [
              ...place.marks.flatMap((mark) => [...mark.at, mark.yaw]),
              ...place.views.flatMap((view) => [...view.eye, ...view.target, view.fov]),
            ].every(Number.isFinite)
          ? undefined
          : 'a mark or view that is not made of finite numbers';
  if (wrong) {
    throw new StoryboardError('BAD_PLACE', `place "${name}" was built with ${wrong}`, {
      remedy: 'Return at least one mark and one view, in metres and radians, from build().',
    });
  }
}
