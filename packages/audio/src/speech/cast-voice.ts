/** @file Finds each character a voice of its own, as unlike the voices already given away as the character allows. */
import { createRandom, type Random } from '@filmai/core-tensor/random';
import { readCharacterHints } from './character-hints.js';
import type { FliteVoice } from './flite.js';
import { SPEAKERS, type Voice } from './voice.js';

/** What is known about a character. */
export interface CastOptions {
  /** Default: what the name tells, else a throw of the seeded dice. */
  sex?: 'female' | 'male';
  /** A word, or years. Default: what the name tells, else adult. */
  age?: 'child' | 'young' | 'adult' | 'old' | number;
  /** Default 0. */
  seed?: number | string;
  /** Voices that are given away already. */
  taken?: readonly Voice[];
}

/**
 * Casts a voice.
 *
 * @param name - The character's name; the same name, options and seed give the same voice.
 * @param options - Sex, age, seed and the voices taken.
 * @returns A voice with the character's name.
 * @throws TypeError for an empty name; RangeError for an age that is no age.
 * @example
 * ```ts
 * import { castVoice } from '@filmai/audio/speech';
 *
 * const mara = castVoice('MARA', { seed: 7 });
 * const old = castVoice('OLD FISHERMAN', { seed: 7, taken: [mara] });
 * console.log(mara.base, old.base !== 'slt'); // slt true
 * ```
 */
export function castVoice(name: string, { sex, age, seed = 0, taken = [] }: CastOptions = {}): Voice {
  if (typeof name !== 'string' || name.trim() === '') throw new TypeError('castVoice: expected the name of a character');
  const hints = readCharacterHints(name);
  const random = createRandom(seed).split('voice').split(name);
  const ageGroup = readAge(age) ?? hints.age ?? 'adult';
  const known = sex ?? hints.sex ?? (random.chance(0.5) ? 'female' : 'male');
  let best: Voice | undefined;
  let most = -Infinity;
  for (let candidate = 0; candidate < CANDIDATES; candidate++) {
    const voice = imagineVoice(name, known, ageGroup, random.split(candidate));
    // The first voices are free to be natural; later ones go to the rims of what still sounds human.
    const score = Math.min(MOST_DISTANCE, ...taken.map((other) => voiceDistance(voice, other))) - 0.3 * strangeness(voice);
    if (score > most) {
      most = score;
      best = voice;
    }
  }
  return best ?? imagineVoice(name, known, ageGroup, random);
}

/**
 * How unlike two voices are, about 1 for a pair that nobody confuses.
 *
 * @param a - A voice.
 * @param b - Another.
 * @returns 0 for equal ones.
 */
export function voiceDistance(a: Voice, b: Voice): number {
  const pitch =
    12 *
    Math.log2((SPEAKERS[a.base].hertz * 2 ** (a.pitchSemitones / 12)) / (SPEAKERS[b.base].hertz * 2 ** (b.pitchSemitones / 12)));
  // Three semitones, a sixteenth in formants (Skuk and Schweinberger, 2014), a fifth in speed or 6 dB of treble tell people apart.
  return Math.hypot(
    pitch / 3,
    Math.log(a.formants / b.formants) / 0.07,
    Math.log(a.rate / b.rate) / 0.2,
    (a.brightnessDb - b.brightnessDb) / 6,
    (a.breath - b.breath) / 0.5,
    a.base === b.base ? 0 : 1,
  );
}

const CANDIDATES = 48;
/** Farther apart than this needs no reward. */
const MOST_DISTANCE = 2.2;

interface Limits {
  bases: readonly (readonly [FliteVoice, number])[];
  /** Median pitch in hertz. */
  hertz: readonly [number, number];
  formants: readonly [number, number];
  rate: readonly [number, number];
}

/** Pitch after Hollien and Shipp (1972) and Titze (1994); formants by the length of the vocal tract (Fitch and Giedd, 1999). */
const LIMITS: Record<'female' | 'male', Record<'child' | 'young' | 'adult' | 'old', Limits>> = {
  female: {
    child: { bases: [['slt', 1]], hertz: [235, 285], formants: [1.06, 1.13], rate: [0.95, 1.08] },
    young: { bases: [['slt', 1]], hertz: [180, 235], formants: [1, 1.06], rate: [0.98, 1.12] },
    adult: { bases: [['slt', 1]], hertz: [150, 215], formants: [0.93, 1.04], rate: [0.92, 1.1] },
    old: { bases: [['slt', 1]], hertz: [138, 185], formants: [0.9, 1], rate: [0.8, 0.93] },
  },
  male: {
    child: { bases: [['slt', 1]], hertz: [215, 265], formants: [1.03, 1.1], rate: [0.95, 1.08] },
    young: {
      bases: [
        ['rms', 2],
        ['awb', 2],
      ],
      hertz: [108, 150],
      formants: [1, 1.06],
      rate: [0.98, 1.12],
    },
    adult: {
      bases: [
        ['rms', 3],
        ['awb', 2],
      ],
      hertz: [82, 135],
      formants: [0.93, 1.04],
      rate: [0.92, 1.1],
    },
    old: {
      bases: [
        ['rms', 2],
        ['awb', 2],
      ],
      hertz: [84, 130],
      formants: [0.91, 1],
      rate: [0.8, 0.93],
    },
  },
};

function imagineVoice(name: string, sex: 'female' | 'male', age: 'child' | 'young' | 'adult' | 'old', random: Random): Voice {
  const { bases, hertz, formants, rate } = LIMITS[sex][age];
  const base = random.pick(bases.flatMap(([voice, weight]) => Array.from({ length: weight }, () => voice)));
  const wanted = random.range(...hertz);
  const semitones = 12 * Math.log2(wanted / SPEAKERS[base].hertz);
  const reach = MOST_SHIFT[base];
  return {
    name,
    base,
    pitchSemitones: round(Math.min(reach, Math.max(-reach, semitones))),
    formants: round(random.range(...formants)),
    rate: round(random.range(...rate)),
    melody: round(random.range(1, 1.4)),
    brightnessDb: round(random.range(-3.5, 3.5)),
    breath: round(age === 'old' ? random.range(0.05, 0.35) : random.chance(0.3) ? random.range(0.05, 0.3) : 0),
  };
}

/** Flite moves its own pitch cleanly; rms is moved by overlap-add, which grows rough beyond a few semitones. */
const MOST_SHIFT: Record<FliteVoice, number> = { slt: 9, awb: 8, rms: 5, kal: 8 };

function strangeness(voice: Voice): number {
  return Math.hypot(
    voice.pitchSemitones / 6,
    Math.log(voice.formants) / 0.12,
    Math.log(voice.rate) / 0.2,
    voice.brightnessDb / 6,
    voice.breath,
  );
}

function readAge(age: CastOptions['age']): 'child' | 'young' | 'adult' | 'old' | undefined {
  if (typeof age !== 'number') {
    if (age !== undefined && !Object.hasOwn(LIMITS.female, age))
      throw new RangeError(`castVoice: age must be child, young, adult, old or years, got ${age}`);
    return age;
  }
  if (!(age >= 0 && age <= 200)) throw new RangeError(`castVoice: age must lie in 0…200 years, got ${age}`);
  return age < 13 ? 'child' : age < 25 ? 'young' : age < 62 ? 'adult' : 'old';
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
