/** @file What is in a media file. */
export { probeMedia } from './probe-media.js';
export type { ProbeOptions } from './probe-media.js';
export { audioTrackOf, videoTrackOf } from './media-info.js';
export type { AudioTrackInfo, MediaInfo, SubtitleTrackInfo, TrackInfo, VideoTrackInfo } from './media-info.js';
