/** @file Speech out: lines of dialogue in voices of their own, with word and phone times. */
export { AudioError } from '../errors/audio-error.js';
export type { AudioErrorCode } from '../errors/audio-error.js';
export { castVoice, voiceDistance } from './cast-voice.js';
export type { CastOptions } from './cast-voice.js';
export { readCharacterHints } from './character-hints.js';
export type { CharacterHints } from './character-hints.js';
export { readDelivery } from './delivery.js';
export type { Delivery } from './delivery.js';
export type { FliteVoice, TimedPhone } from './flite.js';
export { synthesise } from './synthesise.js';
export type { Speech, SynthesiseOptions, TimedWord } from './synthesise.js';
export { createVoice } from './voice.js';
export type { Voice } from './voice.js';
export type { VoiceCard } from './voice-card.js';
