/**
 * @file Keys, chords and how one chord leads to the next. Degrees count the steps of the scale from 0; pitches are MIDI numbers, 60 is
 * middle C.
 */
import type { Random } from '@filmai/core-tensor/random';

/** Scales as semitones above the tonic. */
export const SCALES = {
  major: [0, 2, 4, 5, 7, 9, 11],
  lydian: [0, 2, 4, 6, 7, 9, 11],
  minor: [0, 2, 3, 5, 7, 8, 10],
  dorian: [0, 2, 3, 5, 7, 9, 10],
  phrygian: [0, 1, 3, 5, 7, 8, 10],
  harmonicMinor: [0, 2, 3, 5, 7, 8, 11],
} as const;
/** Name of a scale. */
export type ScaleName = keyof typeof SCALES;

const NAMES = ['C', 'D flat', 'D', 'E flat', 'E', 'F', 'G flat', 'G', 'A flat', 'A', 'B flat', 'B'];

/** A key. */
export interface Key {
  /** 0 is C … 11 is B. */
  tonic: number;
  scale: ScaleName;
}

/** A key's name for people: `'D minor'`. */
export function keyName({ tonic, scale }: Key): string {
  return `${NAMES[tonic]} ${scale === 'harmonicMinor' ? 'minor' : scale}`;
}

/** MIDI pitch of a scale degree; degrees go on below 0 and above 6. */
export function pitchOf({ tonic, scale }: Key, degree: number, octave: number): number {
  const steps = SCALES[scale];
  const within = ((degree % 7) + 7) % 7;
  return 12 * (octave + 1 + Math.floor(degree / 7)) + tonic + steps[within];
}

/** Frequency of a MIDI pitch in hertz, A4 = 440. */
export function frequencyOf(pitch: number): number {
  return 440 * 2 ** ((pitch - 69) / 12);
}

/**
 * Which chord follows which, as weights by the root's degree: the usual paths of functional harmony (after Piston, "Harmony") for a
 * phrase of four or eight bars that comes home.
 */
const MAJOR_PATHS: Record<number, readonly [number, number][]> = {
  0: [
    [3, 3],
    [5, 4],
    [4, 2],
    [1, 1],
    [2, 1],
  ],
  1: [
    [4, 4],
    [3, 1],
  ],
  2: [
    [5, 3],
    [3, 2],
  ],
  3: [
    [0, 3],
    [4, 3],
    [1, 2],
  ],
  4: [
    [0, 4],
    [5, 3],
  ],
  5: [
    [3, 4],
    [1, 2],
    [4, 2],
  ],
  6: [[0, 1]],
};
const MINOR_PATHS: Record<number, readonly [number, number][]> = {
  0: [
    [5, 4],
    [3, 3],
    [6, 2],
    [2, 1],
  ],
  1: [[4, 1]],
  2: [
    [5, 3],
    [6, 2],
    [3, 1],
  ],
  3: [
    [0, 3],
    [4, 2],
    [6, 2],
    [5, 1],
  ],
  4: [
    [0, 4],
    [5, 2],
  ],
  5: [
    [2, 2],
    [6, 3],
    [3, 2],
    [0, 1],
  ],
  6: [
    [0, 3],
    [2, 2],
    [5, 1],
  ],
};

/**
 * Roots for a phrase. It starts at home, wanders, and ends on a chord that leads home, so that phrases join.
 *
 * @param key - For the choice of paths.
 * @param bars - Chords in the phrase.
 */
export function chordRoots(key: Key, bars: number, random: Random): number[] {
  const paths = key.scale === 'major' || key.scale === 'lydian' ? MAJOR_PATHS : MINOR_PATHS;
  const roots = [0];
  while (roots.length < bars) {
    const choices = paths[roots.at(-1) ?? 0];
    roots.push(pickWeighted(choices, random));
  }
  if (bars > 2 && roots[bars - 1] === 0) roots[bars - 1] = paths === MAJOR_PATHS ? 4 : 6;
  return roots;
}

/**
 * Notes of a chord that lie closest to those before: each voice moves as little as it can (the law of the shortest way).
 *
 * @param key - The key.
 * @param root - Degree of the root.
 * @param before - Pitches of the last chord; empty at the start.
 * @param options - `seventh`: four notes instead of three; `octave`: where a chord starts that has none before.
 */
export function voiceChord(
  key: Key,
  root: number,
  before: readonly number[],
  { seventh, octave }: { seventh: boolean; octave: number },
): number[] {
  const degrees = [0, 2, 4, ...(seventh ? [6] : [])].map((third) => root + third);
  const plain = degrees.map((degree) => pitchOf(key, degree, octave));
  if (before.length === 0) return plain;
  const centre = before.reduce((sum, pitch) => sum + pitch, 0) / before.length;
  const inversions = degrees.flatMap((_, turn) =>
    [-1, 0].map((shift) => plain.map((pitch, i) => pitch + (i < turn ? 12 : 0) + 12 * shift).sort((a, b) => a - b)),
  );
  const home = 12 * (octave + 1) + 6;
  const cost = (chord: readonly number[]): number => {
    const moved = chord.reduce((sum, pitch, i) => sum + Math.abs(pitch - (before[i] ?? centre)), 0);
    const mean = chord.reduce((sum, pitch) => sum + pitch, 0) / chord.length;
    return moved + 0.6 * Math.abs(mean - home);
  };
  return inversions.reduce((best, chord) => (cost(chord) < cost(best) ? chord : best));
}

function pickWeighted(choices: readonly (readonly [number, number])[], random: Random): number {
  let rest = random.next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
  return (choices.find(([, weight]) => (rest -= weight) < 0) ?? choices[0])[0];
}
