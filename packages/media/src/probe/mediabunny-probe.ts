/**
 * @file Reads containers in JavaScript, with mediabunny: nothing native, the same everywhere.
 */
import type { Input, InputAudioTrack, InputVideoTrack } from 'mediabunny';
import { displaySize, isVariable, quarterTurns } from './picture-geometry.js';
import type { AudioTrackInfo, MediaInfo, TrackInfo, VideoTrackInfo } from './media-info.js';

/** mediabunny's names of containers, as FFmpeg and everyone's file names have them. */
const CONTAINERS: Record<string, string> = {
  MP4: 'mp4',
  'QuickTime File Format': 'mov',
  WebM: 'webm',
  Matroska: 'matroska',
  WAVE: 'wav',
  MP3: 'mp3',
  Ogg: 'ogg',
  FLAC: 'flac',
  ADTS: 'adts',
  'MPEG Transport Stream': 'mpegts',
};

/** mediabunny's names of codecs where FFmpeg's differ. */
const CODECS: Record<string, string> = {
  avc: 'h264',
  'pcm-s16': 'pcm_s16le',
  'pcm-s24': 'pcm_s24le',
  'pcm-s32': 'pcm_s32le',
  'pcm-f32': 'pcm_f32le',
  ac3: 'ac3',
};

/** How many packets are looked at for the regularity of the frame rate. */
const SAMPLED_PACKETS = 300;

/** The facts, or `undefined` where mediabunny doesn't know the container. */
export async function probeWithMediabunny(path: string, signal?: AbortSignal): Promise<MediaInfo | undefined> {
  const { ALL_FORMATS, FilePathSource, Input } = await import('mediabunny');
  using input = new Input({ formats: ALL_FORMATS, source: new FilePathSource(path) });
  try {
    if (!(await input.canRead())) return undefined;
    signal?.throwIfAborted();
    return await describe(input, signal);
  } catch (error) {
    signal?.throwIfAborted();
    // A damaged file: an engine may still make something of it, and has the better words if not.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

async function describe(input: Input, signal?: AbortSignal): Promise<MediaInfo | undefined> {
  const format = await input.getFormat();
  const container = CONTAINERS[format.name] ?? format.name.toLowerCase();
  const found = await input.getTracks();
  const tracks: TrackInfo[] = [];
  let first = Infinity;
  let last = 0;
  for (const track of found) {
    signal?.throwIfAborted();
    if (track.isVideoTrack()) tracks.push(await describeVideo(track, container));
    else if (track.isAudioTrack()) tracks.push(await describeAudio(track));
    else continue;
    first = Math.min(first, await track.getFirstTimestamp());
    last = Math.max(last, await track.computeDuration());
  }
  if (tracks.length === 0) return undefined;
  // Encoders of sound put some samples before time zero; players skip those, and so do we.
  const startSeconds = Number.isFinite(first) ? Math.max(0, first) : 0;
  return { container, durationSeconds: last - startSeconds, startSeconds, tracks, truncated: false, source: 'mediabunny' };
}

async function describeVideo(track: InputVideoTrack, container: string): Promise<VideoTrackInfo> {
  const [codec, codedWidth, codedHeight] = [await track.getCodec(), await track.getCodedWidth(), await track.getCodedHeight()];
  const rotation = quarterTurns(await track.getRotation());
  const aspect = await track.getPixelAspectRatio();
  const pixelAspect = aspect.num / aspect.den;
  // The index of these containers lists every frame; in others counting would mean reading the whole file.
  const indexed = container === 'mp4' || container === 'mov';
  const stats = await track.computePacketStats(indexed ? undefined : SAMPLED_PACKETS);
  const times = await sampleTimes(track);
  const start = Math.max(0, await track.getFirstTimestamp());
  return {
    kind: 'video',
    codec: nameOf(codec),
    ...displaySize(codedWidth, codedHeight, pixelAspect, rotation),
    codedWidth,
    codedHeight,
    rotation,
    pixelAspect,
    framesPerSecond: stats.averagePacketRate,
    variableFrameRate: isVariable(times),
    ...(indexed ? { frameCount: stats.packetCount } : {}),
    durationSeconds: (await track.computeDuration()) - start,
    ...languageOf(await track.getLanguageCode()),
  };
}

async function describeAudio(track: InputAudioTrack): Promise<AudioTrackInfo> {
  const start = Math.max(0, await track.getFirstTimestamp());
  return {
    kind: 'audio',
    codec: nameOf(await track.getCodec()),
    sampleRate: await track.getSampleRate(),
    channels: await track.getNumberOfChannels(),
    durationSeconds: (await track.computeDuration()) - start,
    ...languageOf(await track.getLanguageCode()),
  };
}

/** Presentation times of the first packets, in seconds. */
async function sampleTimes(track: InputVideoTrack): Promise<number[]> {
  const { EncodedPacketSink } = await import('mediabunny');
  const times: number[] = [];
  for await (const packet of new EncodedPacketSink(track).packets(undefined, undefined, { metadataOnly: true })) {
    times.push(packet.timestamp);
    if (times.length >= SAMPLED_PACKETS) break;
  }
  return times;
}

function nameOf(codec: string | null): string {
  return codec === null ? 'unknown' : (CODECS[codec] ?? codec);
}

function languageOf(code: string): { language?: string } {
  return code === 'und' || code === '' ? {} : { language: code };
}
