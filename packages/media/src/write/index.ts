/** @file Frames and samples to files. */
export { writeMovie } from './write-movie.js';
export type { MovieContent, MovieReport, PictureTrack, SoundTrack } from './write-movie.js';
export type { AudioCodec, SoftCue, VideoCodec } from './movie-plan.js';
