/** @file Sound effects and ambiences, and which of them a script asks for. */
export { SOUND_KINDS, soundEffect } from './sound-effect.js';
export type { SoundEffectOptions, SoundKind } from './sound-effect.js';
export { soundKindFor } from './sound-words.js';
export type { FoundSound } from './sound-words.js';
