/** @file What makes music sad or tense: mode, tempo, register, density, instruments. After the findings collected by Juslin and Laukka (2004). */
import type { InstrumentName } from './instruments.js';
import type { ScaleName } from './harmony.js';

/** Names of the moods. */
export const MUSIC_MOODS = [
  'tense',
  'sad',
  'warm',
  'joyful',
  'mysterious',
  'calm',
  'epic',
  'comic',
  'dark',
  'action',
  'romantic',
] as const;
/** Name of a mood. */
export type MusicMood = (typeof MUSIC_MOODS)[number];

/** How music in a mood is made. */
export interface MoodRecipe {
  scales: readonly ScaleName[];
  /** Beats in a minute, from … to. */
  tempo: readonly [number, number];
  beatsPerBar: 3 | 4;
  /** How long one chord lasts, in bars. */
  barsPerChord: 1 | 2;
  /** Instrument of the held chords, and octave of their lowest voice. */
  pad: InstrumentName;
  padOctave: number;
  /** Instrument of broken chords; absent: none. */
  arpeggio?: { instrument: InstrumentName; perBeat: 1 | 2; octave: number; chance: number };
  /** Instrument of the melody; absent: none. */
  melody?: { instrument: InstrumentName; octave: number; /** Notes in a bar on average. */ density: number };
  /** Low held or repeated note. */
  bass: { style: 'held' | 'pulse' | 'walk'; octave: number };
  /** Beats of a bar on which something is struck. */
  drums?: readonly { instrument: 'taiko' | 'tick' | 'shaker'; beats: readonly number[]; level: number }[];
  seventh: boolean;
  /** Share of reverberation, 0…1. */
  room: number;
}

/** Recipes by mood. */
export const MOOD_RECIPES: Record<MusicMood, MoodRecipe> = {
  calm: {
    scales: ['major', 'lydian'],
    tempo: [58, 68],
    beatsPerBar: 4,
    barsPerChord: 1,
    pad: 'strings',
    padOctave: 3,
    arpeggio: { instrument: 'piano', perBeat: 1, octave: 4, chance: 0.7 },
    melody: { instrument: 'piano', octave: 5, density: 1.2 },
    bass: { style: 'held', octave: 2 },
    seventh: true,
    room: 0.34,
  },
  warm: {
    scales: ['major'],
    tempo: [66, 78],
    beatsPerBar: 4,
    barsPerChord: 1,
    pad: 'strings',
    padOctave: 3,
    arpeggio: { instrument: 'harp', perBeat: 2, octave: 4, chance: 0.75 },
    melody: { instrument: 'flute', octave: 5, density: 1.7 },
    bass: { style: 'held', octave: 2 },
    seventh: true,
    room: 0.28,
  },
  romantic: {
    scales: ['major'],
    tempo: [60, 70],
    beatsPerBar: 3,
    barsPerChord: 1,
    pad: 'strings',
    padOctave: 3,
    arpeggio: { instrument: 'piano', perBeat: 2, octave: 4, chance: 0.9 },
    melody: { instrument: 'strings', octave: 5, density: 1.5 },
    bass: { style: 'held', octave: 2 },
    seventh: true,
    room: 0.3,
  },
  sad: {
    scales: ['minor'],
    tempo: [52, 62],
    beatsPerBar: 4,
    barsPerChord: 1,
    pad: 'strings',
    padOctave: 3,
    arpeggio: { instrument: 'piano', perBeat: 1, octave: 4, chance: 0.55 },
    melody: { instrument: 'piano', octave: 5, density: 1.1 },
    bass: { style: 'held', octave: 2 },
    seventh: false,
    room: 0.38,
  },
  joyful: {
    scales: ['major', 'lydian'],
    tempo: [104, 120],
    beatsPerBar: 4,
    barsPerChord: 1,
    pad: 'strings',
    padOctave: 3,
    arpeggio: { instrument: 'harp', perBeat: 2, octave: 4, chance: 0.9 },
    melody: { instrument: 'flute', octave: 5, density: 2.6 },
    bass: { style: 'pulse', octave: 2 },
    drums: [{ instrument: 'shaker', beats: [0.5, 1.5, 2.5, 3.5], level: 0.22 }],
    seventh: false,
    room: 0.2,
  },
  comic: {
    scales: ['major', 'dorian'],
    tempo: [108, 126],
    beatsPerBar: 4,
    barsPerChord: 1,
    pad: 'pizzicato',
    padOctave: 4,
    arpeggio: { instrument: 'pizzicato', perBeat: 2, octave: 4, chance: 0.6 },
    melody: { instrument: 'clarinet', octave: 4, density: 2.4 },
    bass: { style: 'walk', octave: 2 },
    drums: [{ instrument: 'tick', beats: [1, 3], level: 0.25 }],
    seventh: false,
    room: 0.16,
  },
  mysterious: {
    scales: ['dorian', 'phrygian'],
    tempo: [60, 72],
    beatsPerBar: 4,
    barsPerChord: 2,
    pad: 'glass',
    padOctave: 4,
    arpeggio: { instrument: 'celesta', perBeat: 1, octave: 5, chance: 0.42 },
    melody: { instrument: 'clarinet', octave: 4, density: 0.9 },
    bass: { style: 'held', octave: 2 },
    seventh: true,
    room: 0.42,
  },
  tense: {
    scales: ['minor', 'phrygian'],
    tempo: [84, 96],
    beatsPerBar: 4,
    barsPerChord: 2,
    pad: 'strings',
    padOctave: 3,
    arpeggio: { instrument: 'pizzicato', perBeat: 2, octave: 3, chance: 0.85 },
    bass: { style: 'pulse', octave: 1 },
    drums: [
      { instrument: 'taiko', beats: [0, 2.5], level: 0.42 },
      { instrument: 'tick', beats: [0, 1, 2, 3], level: 0.12 },
    ],
    seventh: false,
    room: 0.24,
  },
  dark: {
    scales: ['phrygian', 'minor'],
    tempo: [50, 58],
    beatsPerBar: 4,
    barsPerChord: 2,
    pad: 'strings',
    padOctave: 2,
    melody: { instrument: 'clarinet', octave: 3, density: 0.6 },
    bass: { style: 'held', octave: 1 },
    drums: [{ instrument: 'taiko', beats: [0], level: 0.36 }],
    seventh: false,
    room: 0.42,
  },
  epic: {
    scales: ['minor', 'dorian'],
    tempo: [92, 104],
    beatsPerBar: 4,
    barsPerChord: 1,
    pad: 'strings',
    padOctave: 3,
    arpeggio: { instrument: 'strings', perBeat: 2, octave: 3, chance: 0.9 },
    melody: { instrument: 'horn', octave: 4, density: 1.6 },
    bass: { style: 'pulse', octave: 1 },
    drums: [{ instrument: 'taiko', beats: [0, 1.5, 2, 3], level: 0.55 }],
    seventh: false,
    room: 0.32,
  },
  action: {
    scales: ['minor', 'harmonicMinor'],
    tempo: [126, 140],
    beatsPerBar: 4,
    barsPerChord: 2,
    pad: 'strings',
    padOctave: 3,
    arpeggio: { instrument: 'strings', perBeat: 2, octave: 3, chance: 1 },
    melody: { instrument: 'horn', octave: 4, density: 1.1 },
    bass: { style: 'pulse', octave: 1 },
    drums: [
      { instrument: 'taiko', beats: [0, 0.75, 1.5, 2, 3, 3.5], level: 0.5 },
      { instrument: 'tick', beats: [0.5, 1.5, 2.5, 3.5], level: 0.16 },
    ],
    seventh: false,
    room: 0.2,
  },
};
