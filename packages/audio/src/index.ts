/** @file Everything of @filmai/audio by name; the subpaths give the same pieces alone. */
export { AudioError } from './errors/audio-error.js';
export type { AudioErrorCode } from './errors/audio-error.js';
export { limitPeaks, normaliseLoudness } from './limiter/index.js';
export type { Limited, LimitOptions, Normalised, NormaliseOptions } from './limiter/index.js';
export { measureLoudness, measureLoudnessCurve } from './loudness/index.js';
export type { Loudness, LoudnessCurve } from './loudness/index.js';
export { mix, mixBlocks } from './mix/index.js';
export type { Clip, DuckOptions, MixOptions } from './mix/index.js';
export { resample } from './resample/index.js';
export { castVoice, createVoice, readCharacterHints, readDelivery, synthesise, voiceDistance } from './speech/index.js';
export type {
  CastOptions,
  CharacterHints,
  Delivery,
  FliteVoice,
  Speech,
  SynthesiseOptions,
  TimedPhone,
  TimedWord,
  Voice,
  VoiceCard,
} from './speech/index.js';
export { formatWav, parseWav, readWav, writeWav } from './wav/index.js';
export type { FormatWavOptions, WavDiagnostic, WavSound } from './wav/index.js';

export { composeMusic, MUSIC_MOODS } from './music/index.js';
export type { Music, MusicMood, MusicRequest } from './music/index.js';
export { SOUND_KINDS, soundEffect, soundKindFor } from './foley/index.js';
export type { FoundSound, SoundEffectOptions, SoundKind } from './foley/index.js';
