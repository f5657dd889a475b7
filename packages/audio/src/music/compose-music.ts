/**
 * @file Music for a scene: a key, a walk of chords, a bass, broken chords, and a melody that grows out of one short motif. Made by
 * rules from a seed, without a model and without recordings.
 */
import { createRandom, type Random } from '@filmai/core-tensor/random';
import type { Sound } from '@filmai/core-tensor/samples';
import { chordRoots, keyName, pitchOf, voiceChord, type Key } from './harmony.js';
import { playNote, strikeDrum, type InstrumentName, type Note } from './instruments.js';
import { MOOD_RECIPES, MUSIC_MOODS, type MoodRecipe, type MusicMood } from './moods.js';
import { addRoom } from './room.js';
import { createMotif, melodyOf } from './melody.js';

/** What is asked for. */
export interface MusicRequest {
  mood: MusicMood;
  /** Length, at least 0. The last chord ends with it. */
  seconds: number;
  /** Equal seeds give equal music. Default 1. */
  seed?: number | string;
  /** Hertz, 8000…192000, default 48000. */
  sampleRate?: number;
}

/** Music and what it is. */
export interface Music {
  /** Stereo, about −20 dB RMS. */
  sound: Sound;
  /** No model: rules and a seed. */
  method: 'procedural';
  mood: MusicMood;
  /** `'D minor'` */
  key: string;
  /** Beats in a minute. */
  tempo: number;
  /** Roots of the chords as degrees of the scale, from 0. */
  chords: number[];
}

/** A line of notes with its place between the speakers. */
interface Part {
  instrument: InstrumentName;
  pan: number;
  notes: Note[];
}

const PHRASE_CHORDS = 4;
const RMS_LEVEL = 0.1;

/**
 * Composes and plays music.
 *
 * @param request - Mood, length, seed.
 * @returns The music. Equal requests give equal samples.
 * @throws RangeError for an unknown mood or a length or rate outside its range.
 * @example
 * ```ts
 * import { composeMusic } from '@filmai/audio/music';
 *
 * const { sound, method } = composeMusic({ mood: 'calm', seconds: 4, seed: 7, sampleRate: 16_000 });
 * console.log(sound.channels[0].length, method); // 64000 procedural
 * ```
 */
export function composeMusic({ mood, seconds, seed = 1, sampleRate = 48_000 }: MusicRequest): Music {
  if (!MUSIC_MOODS.includes(mood))
    throw new RangeError(`composeMusic: mood must be one of ${MUSIC_MOODS.join(', ')}, got "${mood}"`);
  if (!(seconds >= 0 && seconds <= 36_000)) throw new RangeError(`composeMusic: seconds must lie in 0…36000, got ${seconds}`);
  if (!(sampleRate >= 8000 && sampleRate <= 192_000))
    throw new RangeError(`composeMusic: sampleRate must lie in 8000…192000, got ${sampleRate}`);
  const random = createRandom(seed).split('music').split(mood);
  const recipe = MOOD_RECIPES[mood];
  const key: Key = { tonic: random.integer(0, 11), scale: random.pick(recipe.scales) };
  const tempo = random.integer(recipe.tempo[0], recipe.tempo[1]);
  const beat = 60 / tempo;
  const chordSeconds = beat * recipe.beatsPerBar * recipe.barsPerChord;
  const chords = walkOfChords(key, Math.max(1, Math.ceil(seconds / chordSeconds)), random.split('chords'));
  const parts = [
    padPart(recipe, key, chords, chordSeconds),
    bassPart(recipe, key, chords, chordSeconds, beat),
    ...arpeggioPart(recipe, key, chords, chordSeconds, beat, random.split('arpeggio')),
    ...melodyPart(recipe, key, chords, chordSeconds, beat, random.split('melody')),
  ];
  const length = Math.round(seconds * sampleRate);
  const left = new Float32Array(length);
  const right = new Float32Array(length);
  for (const [i, part] of parts.entries()) playPart(part, left, right, sampleRate, random.split(`part ${i}`));
  beatDrums(recipe, left, right, sampleRate, beat, seconds, random.split('drums'));
  addRoom(left, right, sampleRate, recipe.room, 1.2 + 3 * recipe.room);
  settle([left, right], sampleRate);
  return { sound: { sampleRate, channels: [left, right] }, method: 'procedural', mood, key: keyName(key), tempo, chords };
}

/** Phrases of four chords: the first comes back, the second answers, the last chord of all is home. */
function walkOfChords(key: Key, count: number, random: Random): number[] {
  const first = chordRoots(key, PHRASE_CHORDS, random);
  const second = chordRoots(key, PHRASE_CHORDS, random);
  const form = [first, first, second, first];
  const chords: number[] = [];
  for (let phrase = 0; chords.length < count; phrase++) chords.push(...form[phrase % form.length]);
  chords.length = count;
  chords[count - 1] = 0;
  return chords;
}

function padPart(recipe: MoodRecipe, key: Key, chords: readonly number[], chordSeconds: number): Part {
  const notes: Note[] = [];
  let voices: number[] = [];
  for (const [i, root] of chords.entries()) {
    voices = voiceChord(key, root, voices, { seventh: recipe.seventh, octave: recipe.padOctave });
    for (const pitch of voices) notes.push({ pitch, startSeconds: i * chordSeconds, seconds: chordSeconds * 0.98, level: 0.55 });
  }
  return { instrument: recipe.pad, pan: -0.15, notes };
}

function bassPart(
  { bass, beatsPerBar, barsPerChord }: MoodRecipe,
  key: Key,
  chords: readonly number[],
  chordSeconds: number,
  beat: number,
): Part {
  const notes = chords.flatMap((root, i): Note[] => {
    const start = i * chordSeconds;
    const pitch = pitchOf(key, root, bass.octave);
    if (bass.style === 'held') return [{ pitch, startSeconds: start, seconds: chordSeconds * 0.95, level: 0.7 }];
    return Array.from({ length: beatsPerBar * barsPerChord }, (_, n) => ({
      pitch: bass.style === 'walk' ? pitchOf(key, root + [0, 2, 4, 2][n % 4], bass.octave) : pitch,
      startSeconds: start + n * beat,
      seconds: beat * 0.55,
      level: n % beatsPerBar === 0 ? 0.75 : 0.55,
    }));
  });
  return { instrument: bass.style === 'held' ? 'strings' : 'pizzicato', pan: 0.05, notes };
}

function arpeggioPart(
  recipe: MoodRecipe,
  key: Key,
  chords: readonly number[],
  chordSeconds: number,
  beat: number,
  random: Random,
): Part[] {
  const { arpeggio } = recipe;
  if (!arpeggio) return [];
  const step = beat / arpeggio.perBeat;
  // One figure for the whole piece: it is what one remembers.
  const figure = random.pick([
    [0, 2, 4, 7, 4, 2],
    [0, 4, 7, 9, 7, 4],
    [0, 4, 2, 4, 7, 4],
    [7, 4, 2, 0, 2, 4],
  ]);
  const rests = figure.map(() => !random.chance(arpeggio.chance));
  const notes = chords.flatMap((root, i) =>
    Array.from({ length: Math.round(chordSeconds / step) }, (_, n) => n)
      .filter((n) => n === 0 || !rests[n % figure.length])
      .map((n): Note => ({
        pitch: pitchOf(key, root + figure[n % figure.length], arpeggio.octave),
        startSeconds: i * chordSeconds + n * step + random.range(0, 0.012),
        seconds: step * 0.9,
        level: (n === 0 ? 0.62 : 0.46) * random.range(0.88, 1.08),
      })),
  );
  return [{ instrument: arpeggio.instrument, pan: 0.35, notes }];
}

function melodyPart(
  recipe: MoodRecipe,
  key: Key,
  chords: readonly number[],
  chordSeconds: number,
  beat: number,
  random: Random,
): Part[] {
  const { melody } = recipe;
  if (!melody) return [];
  const motif = createMotif(recipe.beatsPerBar * recipe.barsPerChord, melody.density * recipe.barsPerChord, random);
  const notes = melodyOf(motif, chords, random).map(({ degree, startBeats, beats, chord, level }): Note => ({
    pitch: pitchOf(key, degree, melody.octave),
    startSeconds: chord * chordSeconds + startBeats * beat + random.range(0, 0.015),
    seconds: beats * beat * 0.95,
    level,
  }));
  return [{ instrument: melody.instrument, pan: -0.3, notes }];
}

function playPart(part: Part, left: Float32Array, right: Float32Array, sampleRate: number, random: Random): void {
  const line = new Float32Array(left.length);
  for (const note of part.notes)
    if (note.startSeconds * sampleRate < line.length) playNote(line, sampleRate, part.instrument, note, random);
  const angle = ((part.pan + 1) * Math.PI) / 4;
  for (let i = 0; i < line.length; i++) {
    left[i] += line[i] * Math.cos(angle);
    right[i] += line[i] * Math.sin(angle);
  }
}

function beatDrums(
  recipe: MoodRecipe,
  left: Float32Array,
  right: Float32Array,
  sampleRate: number,
  beat: number,
  seconds: number,
  random: Random,
): void {
  const bar = beat * recipe.beatsPerBar;
  for (const { instrument, beats, level } of recipe.drums ?? []) {
    const line = new Float32Array(left.length);
    for (let start = 0; start < seconds; start += bar) {
      for (const at of beats) strikeDrum(line, sampleRate, instrument, start + at * beat, level * random.range(0.8, 1), random);
    }
    for (let i = 0; i < line.length; i++) {
      left[i] += line[i] * 0.5;
      right[i] += line[i] * 0.5;
    }
  }
}

/** Takes off what lies below hearing, sets the level, and lets the ends start and stop at nothing. */
function settle(channels: readonly Float32Array[], sampleRate: number): void {
  let energy = 0;
  for (const channel of channels) {
    let held = 0;
    let before = 0;
    const keep = Math.exp((-2 * Math.PI * 28) / sampleRate);
    for (let i = 0; i < channel.length; i++) {
      const value = channel[i];
      held = keep * (held + value - before);
      before = value;
      channel[i] = held;
      energy += held * held;
    }
  }
  const count = channels.length * (channels[0]?.length ?? 0);
  const gain = energy > 0 ? RMS_LEVEL / Math.sqrt(energy / count) : 0;
  const fade = Math.min(0.02 * sampleRate, (channels[0]?.length ?? 0) / 2);
  for (const channel of channels) {
    for (let i = 0; i < channel.length; i++) channel[i] *= gain * Math.min(1, i / fade, (channel.length - 1 - i) / fade);
  }
}
