/**
 * @file A melody from one motif: stated, repeated on the next chord, led on, and brought home; with rests, since music that never
 * breathes is not listened to.
 */
import type { Random } from '@filmai/core-tensor/random';

/** A note of a motif: degrees above the chord's root, in beats from the start of the chord. */
export interface MotifNote {
  step: number;
  startBeats: number;
  beats: number;
}

/** A note of a melody. */
export interface MelodyNote {
  /** Index of the chord that it sounds over. */
  chord: number;
  /** Degree of the scale. */
  degree: number;
  startBeats: number;
  beats: number;
  /** 0…1 */
  level: number;
}

/** Rhythms of a bar of four, from sparse to busy; a bar of three leaves out what does not fit. */
const RHYTHMS: readonly (readonly number[])[] = [
  [0],
  [0, 2],
  [0, 3],
  [0, 1.5, 2],
  [0, 1, 2],
  [0, 1.5, 2, 3],
  [0, 1, 2, 2.5, 3],
  [0, 0.5, 1, 2, 2.5, 3],
];

/**
 * Makes a motif.
 *
 * @param beats - Its length.
 * @param density - How many notes it has, about.
 */
export function createMotif(beats: number, density: number, random: Random): MotifNote[] {
  const wanted = Math.max(1, Math.round(density + random.range(-0.5, 0.8)));
  const fitting = RHYTHMS.filter((rhythm) => Math.abs(rhythm.length - wanted) <= 1);
  const rhythm = random.pick(fitting.length > 0 ? fitting : RHYTHMS).filter((at) => at < beats);
  let step = random.pick([0, 2, 4]);
  return rhythm.map((startBeats, i) => {
    const note = { step, startBeats, beats: (rhythm[i + 1] ?? beats) - startBeats };
    // Mostly steps, now and then a leap, which turns back.
    step += random.chance(0.75) ? random.pick([-1, 1]) : random.pick([-3, 2, 3]);
    step = Math.max(-2, Math.min(7, step));
    return note;
  });
}

/**
 * Leads a motif over a walk of chords: phrases of four are stated, repeated, varied, and left to rest.
 *
 * @param motif - The motif.
 * @param chords - Roots as degrees.
 */
export function melodyOf(motif: readonly MotifNote[], chords: readonly number[], random: Random): MelodyNote[] {
  const varied = motif.map((note, i) =>
    i === motif.length - 1 ? { ...note, step: note.step + random.pick([-2, -1, 1, 2]) } : note,
  );
  return chords.flatMap((root, chord): MelodyNote[] => {
    const place = chord % 4;
    const phrase = Math.floor(chord / 4);
    // The first phrase belongs to the harmony alone when the piece is long enough to wait.
    if (phrase === 0 && chords.length > 8 && place < 2) return [];
    if (place === 3) {
      const last = { chord, degree: closest(root + 4, root), startBeats: 0, beats: 3, level: 0.5 };
      return random.chance(0.7) ? [last] : [];
    }
    const notes = place === 2 || phrase % 3 === 2 ? varied : motif;
    return notes.map(({ step, startBeats, beats }) => ({
      chord,
      degree: foldDegree(root + step),
      startBeats,
      beats,
      level: 0.58 + (startBeats === 0 ? 0.1 : 0) - 0.05 * place,
    }));
  });
}

/** Keeps a melody in an octave and a third, where it can be sung. */
function foldDegree(degree: number): number {
  return degree > 8 ? degree - 7 : degree < -2 ? degree + 7 : degree;
}

function closest(degree: number, root: number): number {
  return foldDegree(degree) === foldDegree(root) ? degree : foldDegree(degree);
}
