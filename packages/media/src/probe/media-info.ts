/**
 * @file What is in a media file, as plain data.
 */

/** What is in a media file. */
export interface MediaInfo {
  /** Container: `'mp4'`, `'mov'`, `'webm'`, `'matroska'`, `'wav'`, `'mp3'`, `'ogg'`, `'flac'`, `'mpegts'` …. */
  container: string;
  /** From the first picture or sample to the end of the last, in seconds. */
  durationSeconds: number;
  /** Where the file's own clock stands at its first picture or sample, in seconds; all times of this package count from there. */
  startSeconds: number;
  /** The tracks in the order of the file; data tracks are left out. */
  tracks: TrackInfo[];
  /** The file ends before its contents do (told for MP4 and MOV alone). */
  truncated: boolean;
  /** Who told: `'mediabunny'` or an engine. */
  source: 'mediabunny' | 'node-av' | 'ffmpeg';
}

/** One track of a media file. */
export type TrackInfo = VideoTrackInfo | AudioTrackInfo | SubtitleTrackInfo;

/** A picture track. */
export interface VideoTrackInfo {
  /** What the track holds. */
  kind: 'video';
  /** Codec in FFmpeg's naming: `'h264'`, `'hevc'`, `'vp9'`, `'av1'`, `'prores'` …; `'unknown'` where it isn't. */
  codec: string;
  /** Width as displayed, in square pixels after rotation. */
  width: number;
  /** Height as displayed, in square pixels after rotation. */
  height: number;
  /** Width of the stored picture, in pixels. */
  codedWidth: number;
  /** Height of the stored picture, in pixels. */
  codedHeight: number;
  /** Quarter turns clockwise that bring the stored picture upright, in degrees. */
  rotation: 0 | 90 | 180 | 270;
  /** Width over height of a stored pixel; 1 is square. */
  pixelAspect: number;
  /** Average frames per second. */
  framesPerSecond: number;
  /** Whether the frames among the first 300 are on screen for different lengths of time; absent where it isn't known. */
  variableFrameRate?: boolean;
  /** How many frames there are, where that is cheap to tell. */
  frameCount?: number;
  /** Length of the track in seconds. */
  durationSeconds: number;
  /** Language after BCP 47 or ISO 639-2; absent where undetermined. */
  language?: string;
}

/** A sound track. */
export interface AudioTrackInfo {
  /** What the track holds. */
  kind: 'audio';
  /** Codec in FFmpeg's naming: `'aac'`, `'opus'`, `'mp3'`, `'pcm_s16le'` …. */
  codec: string;
  /** Samples in a second, in hertz. */
  sampleRate: number;
  /** Number of channels. */
  channels: number;
  /** Length of the track in seconds. */
  durationSeconds: number;
  /** Language after BCP 47 or ISO 639-2; absent where undetermined. */
  language?: string;
}

/** A subtitle track. */
export interface SubtitleTrackInfo {
  /** What the track holds. */
  kind: 'subtitle';
  /** Codec in FFmpeg's naming: `'mov_text'`, `'subrip'`, `'webvtt'` …. */
  codec: string;
  /** Language after BCP 47 or ISO 639-2; absent where undetermined. */
  language?: string;
}

/** The first picture track, if there is one. */
export function videoTrackOf(info: MediaInfo): VideoTrackInfo | undefined {
  return info.tracks.find((track) => track.kind === 'video');
}

/** The first sound track, if there is one. */
export function audioTrackOf(info: MediaInfo): AudioTrackInfo | undefined {
  return info.tracks.find((track) => track.kind === 'audio');
}
