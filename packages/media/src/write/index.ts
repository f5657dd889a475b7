/** @file Frames and samples to files. */
export { writeMovie } from './write-movie.js';
export type { MovieReport } from './write-movie.js';
export type { MovieContent, PictureTrack, SoundTrack } from './movie-content.js';
export type { AudioCodec, SoftCue, VideoCodec } from './movie-plan.js';
