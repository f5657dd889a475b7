/**
 * @file What makes a voice: a recorded speaker, changed in pitch, size of the head, speed and colour. Pitch and formants move
 * independently: a big man may speak high, a child low.
 */
import type { FliteVoice } from './flite.js';

/** A voice, as plain data that can be kept in a file. */
export interface Voice {
  /** Whose voice it is, for reports. */
  name: string;
  /** The recorded speaker: slt (a woman), rms (a man), awb (a Scottish man), kal (a man, robotic). */
  base: FliteVoice;
  /** Pitch against the speaker's own, in semitones, −12…12. */
  pitchSemitones: number;
  /** Factor on the formants, 0.75…1.35: above 1 a smaller head (child), below 1 a bigger one. */
  formants: number;
  /** Speed against the speaker's own, 0.5…2. */
  rate: number;
  /** How far the melody swings, as a factor on the speaker's own, 0…2.5. */
  melody: number;
  /** Level above 2 kHz, in dB, −9…9. */
  brightnessDb: number;
  /** Air in the voice, 0…1. */
  breath: number;
}

/** A speaker's own values. */
export interface Speaker {
  /** Median pitch in hertz. */
  hertz: number;
  sex: 'female' | 'male';
  /** Whether Flite itself can move the pitch. */
  hasPitch: boolean;
}

/** The recorded speakers, CMU ARCTIC (Kominek and Black, 2004) and the diphone voice kal. */
export const SPEAKERS: Record<FliteVoice, Speaker> = {
  slt: { hertz: 172, sex: 'female', hasPitch: true },
  rms: { hertz: 101, sex: 'male', hasPitch: false },
  awb: { hertz: 129, sex: 'male', hasPitch: true },
  kal: { hertz: 90, sex: 'male', hasPitch: true },
};

const RANGES: Record<Exclude<keyof Voice, 'name' | 'base'>, readonly [number, number]> = {
  pitchSemitones: [-12, 12],
  formants: [0.75, 1.35],
  rate: [0.5, 2],
  melody: [0, 2.5],
  brightnessDb: [-9, 9],
  breath: [0, 1],
};

/**
 * Makes a voice of some of its values.
 *
 * @param values - Any of them; the rest is the speaker's own (slt by default).
 * @returns A whole voice.
 * @throws RangeError for a value outside its range or an unknown speaker.
 * @example
 * ```ts
 * import { createVoice } from '@filmai/audio/speech';
 *
 * const giant = createVoice({ name: 'GIANT', base: 'rms', pitchSemitones: -4, formants: 0.85 });
 * console.log(giant.rate); // 1
 * ```
 */
export function createVoice(values: Partial<Voice> = {}): Voice {
  const voice: Voice = {
    name: 'narrator',
    base: 'slt',
    pitchSemitones: 0,
    formants: 1,
    rate: 1,
    melody: 1,
    brightnessDb: 0,
    breath: 0,
    ...values,
  };
  checkVoice('createVoice', voice);
  return voice;
}

/** Throws a RangeError that names the first value outside its range. */
export function checkVoice(where: string, voice: Voice): void {
  if (!Object.hasOwn(SPEAKERS, voice.base)) {
    throw new RangeError(`${where}: voice.base must be one of ${Object.keys(SPEAKERS).join(', ')}, got ${voice.base}`);
  }
  for (const name of ['pitchSemitones', 'formants', 'rate', 'melody', 'brightnessDb', 'breath'] as const) {
    const [low, high] = RANGES[name];
    if (!(voice[name] >= low && voice[name] <= high))
      throw new RangeError(`${where}: voice.${name} must lie in ${low}…${high}, got ${String(voice[name])}`);
  }
}
