/**
 * @file Light and air of a drawing: what time of day and weather mean in tones and colours. The numbers are those of an ink
 * wash on paper: 1 is the bare paper, 0 is full ink.
 */
import type { Camera } from '../camera/camera.js';
import type { DayTime, Place } from '../places/place.js';
import { type V3, add, mul, norm } from '../world/vector.js';

/** Weather that a drawing can have. */
export type Weather = 'clear' | 'rain' | 'storm' | 'snow' | 'fog' | 'wind';

/** All that the artist needs to know about light and air. */
export interface Mood {
  /** Direction towards the key light. */
  key: V3;
  /** Strength of the key light and of the light from everywhere, in shares of the paper's white. */
  keyPower: number;
  ambient: number;
  /** Tone of the sky overhead and at the horizon; how much clouds differ from it. */
  skyTop: number;
  skyLow: number;
  clouds: number;
  stars?: boolean;
  /** Directions towards moon and sun, if they are to be drawn. */
  moon?: V3;
  sun?: V3;
  /** Share of tone that the air takes over in a metre, and the tone of the air. */
  fog: number;
  fogTone: number;
  /** Colours of the shadow wash, the paper and lamp light, 0…1. */
  wash: V3;
  paper: V3;
  light: V3;
  /** Drops, flakes and wind, 0 (none) … 1.5. */
  rain?: number;
  snow?: number;
  wind?: number;
  /** Where shadows are looked for. */
  shadowCentre: V3;
  shadowRadius: number;
  /** Beams of light in the air: a lighthouse, headlamps. */
  beam?: { from: V3; dir: V3; spread: number; length: number }[];
  /** Strength of the pencil hatching, default 1. */
  hatch?: number;
  /** Ground that mirrors. */
  wet?: boolean;
  /** Glow around lamps, default 1. */
  halo?: number;
  /** Light along the edges of figures, default 0.3. */
  rim?: number;
  /** Nearer than this goes dark, metres: a shoulder that frames the shot. */
  foreground?: number;
}

/** What a mood needs to know about the place. */
export type MoodPlace = Pick<Place, 'centre' | 'radius' | 'interior'> & Partial<Pick<Place, 'daylight' | 'lamp'>>;

const DAWN =
  /\bdawn\b|sunrise|daybreak|first light|early morning|\baube\b|\baurore\b|morgengrauen|\bamanecer\b|\balba\b|黎明|清晨|拂晓|日出/;
const DUSK =
  /\bdusk\b|evening|sunset|twilight|magic hour|golden hour|\bsoir\b|crépuscule|\babend|dämmerung|\batardecer\b|anochecer|黄昏|傍晚|日落/;
const NIGHT = /night|midnight|\bnuit\b|\bnacht|\bnoche\b|夜|凌晨|午夜/;

/**
 * The time of day that a heading names.
 *
 * @param words - Time words in English, French, German, Spanish or Chinese, any case: `'LATER THAT NIGHT'`.
 * @returns The time of day; `'day'` where none is recognised.
 * @example
 * ```ts
 * import { dayTimeOf } from '@filmai/storyboard';
 *
 * console.log(dayTimeOf('MAGIC HOUR')); // dusk
 * ```
 */
export function dayTimeOf(words: string): DayTime {
  const lower = words.toLowerCase();
  if (DAWN.test(lower)) return 'dawn';
  if (DUSK.test(lower)) return 'dusk';
  return NIGHT.test(lower) ? 'night' : 'day';
}

/**
 * The weather that words name.
 *
 * @param words - A heading, an action or a word like `'rain'`, any case.
 * @returns The weather; `'clear'` where none is recognised.
 * @example
 * ```ts
 * import { weatherOf } from '@filmai/storyboard';
 *
 * console.log(weatherOf('A downpour. She runs.')); // rain
 * ```
 */
export function weatherOf(words: string): Weather {
  const lower = words.toLowerCase();
  if (/\b(thunder)?storms?\b|stormy|hurricane|\borage\b|\bsturm\b|gewitter|\btormenta\b|暴风|雷雨|暴雨/.test(lower))
    return 'storm';
  if (
    /\brain(s|ing|y|ed|fall)?\b|downpour|drizzl|\bpluie\b|il pleut|\bregen\b|\blluvia\b|\bllueve\b|下雨|雨中|大雨|\b雨/.test(
      lower,
    )
  )
    return 'rain';
  if (/\bsnow(s|ing|y|ed|fall|flakes?)?\b|blizzard|\bneige\b|\bschnee|\bnieve\b|\bnieva\b|雪/.test(lower)) return 'snow';
  if (/\bfog(gy)?\b|\bmist(y)?\b|\bhaze\b|brouillard|\bbrume\b|\bnebel|\bniebla\b|雾/.test(lower)) return 'fog';
  return /\bwind(y)?\b|\bgale\b|\bgusts?\b|\bvent\b|\bviento\b|大风|狂风/.test(lower) ? 'wind' : 'clear';
}

/** Tones of an hour, outdoors in clear weather. */
type Hour = Omit<Mood, 'shadowCentre' | 'shadowRadius'>;

const PAPER: V3 = [0.975, 0.955, 0.905];
const LAMP: V3 = [1, 0.86, 0.58];

const HOURS: Record<DayTime, Hour> = {
  dawn: {
    key: [-0.75, 0.34, 0.45],
    keyPower: 0.56,
    ambient: 0.4,
    rim: 0.45,
    skyTop: 0.62,
    skyLow: 1.0,
    clouds: 0.3,
    fog: 0.006,
    fogTone: 0.86,
    wash: [0.15, 0.15, 0.24],
    paper: [0.97, 0.925, 0.885],
    light: LAMP,
    hatch: 0.9,
  },
  day: {
    key: [0.55, 0.8, 0.45],
    keyPower: 0.74,
    ambient: 0.42,
    rim: 0.3,
    skyTop: 0.84,
    skyLow: 1.02,
    clouds: 0.34,
    fog: 0.0045,
    fogTone: 0.93,
    wash: [0.17, 0.18, 0.25],
    paper: PAPER,
    light: LAMP,
    hatch: 1,
  },
  dusk: {
    key: [0.8, 0.32, -0.5],
    keyPower: 0.62,
    ambient: 0.36,
    rim: 0.5,
    skyTop: 0.42,
    skyLow: 0.92,
    clouds: 0.3,
    fog: 0.0035,
    fogTone: 0.72,
    wash: [0.17, 0.13, 0.21],
    paper: [0.99, 0.9, 0.79],
    light: [1, 0.8, 0.5],
    hatch: 1,
  },
  night: {
    key: [-0.5, 0.7, -0.35],
    keyPower: 0.3,
    ambient: 0.22,
    rim: 0.6,
    skyTop: 0.1,
    skyLow: 0.34,
    clouds: 0.16,
    stars: true,
    fog: 0.012,
    fogTone: 0.3,
    wash: [0.07, 0.085, 0.15],
    paper: PAPER,
    light: LAMP,
    hatch: 0.8,
  },
};

/** What changes under a roof: light comes from windows and lamps, and bounces. */
const INDOORS: Record<DayTime, Partial<Hour>> = {
  dawn: { keyPower: 0.52, ambient: 0.56, paper: [0.965, 0.935, 0.895] },
  day: { keyPower: 0.62, ambient: 0.7 },
  dusk: { keyPower: 0.55, ambient: 0.46, paper: [0.985, 0.915, 0.82] },
  night: { keyPower: 0.18, ambient: 0.26, fog: 0.002 },
};

/**
 * The light and air of a place at a time in a weather.
 *
 * @param time - Time words.
 * @param weather - Weather words.
 * @param place - Where: centre and radius of what casts shadows, metres, and whether it is under a roof.
 * @param key - Direction towards the key light. Default: the place's daylight, else that of the hour.
 * @returns The mood.
 */
export function moodFor(time: string, weather: string, place: MoodPlace, key?: V3): Mood {
  const hour = dayTimeOf(time);
  const air = weatherOf(weather);
  const mood: Mood = {
    ...HOURS[hour],
    ...(place.interior ? INDOORS[hour] : {}),
    shadowCentre: place.centre,
    shadowRadius: place.radius,
  };
  const daylight = key ?? (place.interior || hour === 'day' ? place.daylight : undefined);
  if (daylight) mood.key = daylight;
  const open = !place.interior;
  if (air === 'rain' || air === 'storm') {
    mood.stars = false;
    mood.keyPower *= 0.55;
    mood.clouds = air === 'storm' ? 0.34 : 0.2;
    mood.ambient *= hour === 'day' ? 0.95 : 1;
    if (open) {
      mood.rain = air === 'storm' ? 1.4 : 1;
      mood.wind = air === 'storm' ? 1 : 0.2;
      mood.wet = true;
      mood.fog *= 1.6;
    }
    if (hour !== 'night') {
      mood.skyTop = Math.min(mood.skyTop, air === 'storm' ? 0.34 : 0.5);
      mood.skyLow = Math.min(mood.skyLow, air === 'storm' ? 0.66 : 0.8);
      mood.fogTone = Math.min(mood.fogTone, 0.75);
    }
  }
  if (air === 'snow') {
    mood.stars = false;
    mood.keyPower *= 0.6;
    mood.ambient += hour === 'night' ? 0.06 : 0.1;
    mood.clouds *= 0.5;
    if (open) {
      mood.snow = 1;
      mood.fog = Math.max(mood.fog * 2.2, 0.012);
      mood.fogTone = hour === 'night' ? 0.38 : 0.92;
    }
    if (hour !== 'night') mood.skyTop = mood.skyLow = 0.84;
  }
  if (air === 'fog' && open) {
    mood.stars = false;
    mood.fog = Math.max(mood.fog * 6, 0.03);
    mood.fogTone = { dawn: 0.9, day: 0.93, dusk: 0.78, night: 0.42 }[hour];
    mood.keyPower *= 0.5;
    mood.clouds *= 0.3;
    mood.skyTop = lerpTowards(mood.skyTop, mood.fogTone, 0.7);
    mood.skyLow = mood.fogTone;
  }
  if (air === 'wind') {
    mood.wind = 0.7;
    mood.clouds *= 1.2;
  }
  return mood;
}

/**
 * Sets the key light like a lamp on a set: three-quarters from the camera's side, so that faces always model well.
 *
 * @param mood - The mood, changed in place.
 * @param cam - The camera.
 * @param side - 1: light from the right of the picture; −1: from the left. Default 1.
 * @param behind - How much of it comes from behind the camera, default 0.55.
 */
export function setKey(mood: Mood, cam: Camera, side = 1, behind = 0.55): void {
  mood.key = norm(add(add(mul(cam.r, 0.85 * side), [0, 0.75, 0]), mul(cam.f, -behind)));
}

function lerpTowards(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}
