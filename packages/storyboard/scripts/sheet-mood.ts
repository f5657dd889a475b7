/** @file The even light in which things and people are judged on sheets. */
import type { Mood } from '../src/ink/mood.js';

/** Without a sky; where shadows fall is up to the sheet. */
export const sheetMood = {
  key: [0.5, 0.8, 0.6],
  keyPower: 0.75,
  ambient: 0.42,
  skyTop: 0.95,
  skyLow: 1,
  clouds: 0,
  fog: 0.002,
  fogTone: 0.95,
  wash: [0.2, 0.2, 0.27],
  paper: [0.97, 0.95, 0.9],
  light: [1, 0.9, 0.7],
  shadowCentre: [0, 0.8, 0],
  shadowRadius: 3,
  noSky: true,
} as unknown as Mood;
