/** @file Music beds in the mood of a scene, composed and played by rules. */
export { composeMusic } from './compose-music.js';
export type { Music, MusicRequest } from './compose-music.js';
export { MUSIC_MOODS } from './moods.js';
export type { MusicMood } from './moods.js';
