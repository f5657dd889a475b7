/**
 * @file What the door hands to an engine when a movie is to be written: every choice made, nothing left to a default.
 */
import type { Frame } from '@filmai/core-tensor/frames';
import type { Sound } from '@filmai/core-tensor/samples';

/** Containers that can be written, by extension. */
export type Container = 'mp4' | 'mov' | 'm4a' | 'webm' | 'mkv' | 'wav';

/** Picture codecs that can be written. */
export type VideoCodec = 'h264' | 'hevc' | 'vp9' | 'av1';

/** Sound codecs that can be written. */
export type AudioCodec = 'aac' | 'opus' | 'flac' | 'pcm';

/** A number of frames per second as a fraction, so that 29.97 is 30000/1001. */
export interface FrameRate {
  /** Numerator. */
  numerator: number;
  /** Denominator. */
  denominator: number;
}

/** A caption with its time. */
export interface SoftCue {
  /** When it appears, in seconds. */
  startSeconds: number;
  /** When it goes, in seconds. */
  endSeconds: number;
  /** Its text; line breaks are kept. */
  text: string;
}

/** A movie with every choice made. */
export interface MoviePlan {
  container: Container;
  video?: {
    frames: AsyncIterable<Frame> | Iterable<Frame>;
    width: number;
    height: number;
    rate: FrameRate;
    codec: VideoCodec;
    /** Constant rate factor; ignored where a bit rate is given. */
    quality: number;
    /** Bits per second. */
    bitrate?: number;
    preset: string;
    threads: number;
    /** Called once for each frame that has gone to the encoder. */
    onFrame: () => void;
  };
  audio?: {
    blocks: AsyncIterable<Sound>;
    /** Rate of the blocks. */
    inputSampleRate: number;
    channels: number;
    codec: AudioCodec;
    /** Rate of the track. */
    sampleRate: number;
    bitrate: number;
    /** Cut or pad with silence to the length of the pictures. */
    fitPicture: boolean;
    onSamples: (count: number) => void;
  };
  subtitles?: { cues: readonly SoftCue[]; language: string };
  metadata: Readonly<Record<string, string>>;
}
