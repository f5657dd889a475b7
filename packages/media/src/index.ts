/** @file Everything of @filmai/media by name; the subpaths give the same pieces alone. */
export { MediaError } from './errors/index.js';
export type { MediaErrorCode } from './errors/index.js';
export { chooseEngine } from './engines/index.js';
export type { ChooseEngineOptions, EngineChoice, EngineName, MediaEngine } from './engines/index.js';
export { audioTrackOf, probeMedia, videoTrackOf } from './probe/index.js';
export type { AudioTrackInfo, MediaInfo, ProbeOptions, SubtitleTrackInfo, TrackInfo, VideoTrackInfo } from './probe/index.js';
export { readFrameAt, readFrames, readSamples, readSound } from './read/index.js';
export type { ReadFramesOptions, ReadSamplesOptions, ReadSoundOptions } from './read/index.js';
export { writeMovie } from './write/index.js';
export type { AudioCodec, MovieContent, MovieReport, PictureTrack, SoftCue, SoundTrack, VideoCodec } from './write/index.js';
