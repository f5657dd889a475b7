/**
 * @file What is in a file, as `ffprobe` tells it.
 */
import { resolve } from 'node:path';
import { MediaError } from '../../errors/media-error.js';
import { containerName } from '../../probe/container-name.js';
import type { MediaInfo, TrackInfo } from '../../probe/media-info.js';
import { displaySize, isVariable, quarterTurns } from '../../probe/picture-geometry.js';
import { runCommand } from './command.js';

/** The part of ffprobe's JSON that is used. */
interface ProbeReport {
  format?: { format_name?: string; start_time?: string; duration?: string; tags?: Record<string, string> };
  streams?: ProbeStream[];
  packets?: { pts_time?: string }[];
}

interface ProbeStream {
  codec_type?: string;
  codec_name?: string;
  width?: number;
  height?: number;
  sample_aspect_ratio?: string;
  avg_frame_rate?: string;
  r_frame_rate?: string;
  nb_frames?: string;
  duration?: string;
  sample_rate?: string;
  channels?: number;
  tags?: Record<string, string>;
  disposition?: { attached_pic?: number };
  side_data_list?: { rotation?: number }[];
}

/** How many packets are looked at for the regularity of the frame rate. */
const SAMPLED_PACKETS = 300;

/** See `MediaEngine.probe`. */
export async function probeByCommand(
  path: string,
  { signal, quick = false }: { signal?: AbortSignal; quick?: boolean } = {},
): Promise<MediaInfo> {
  const report = await ask(path, ['-show_format', '-show_streams'], signal);
  const duration = Number(report.format?.duration ?? 0) || 0;
  const startSeconds = Math.max(0, Number(report.format?.start_time ?? 0) || 0);
  const pictures = (report.streams ?? []).some((stream) => stream.codec_type === 'video' && !stream.disposition?.attached_pic);
  const sampling = ['-select_streams', 'v:0', '-show_entries', 'packet=pts_time', '-read_intervals', `%+#${SAMPLED_PACKETS}`];
  const { packets } = pictures && !quick ? await ask(path, sampling, signal) : {};
  const times = packets?.map(({ pts_time: time }) => Number(time)).filter(Number.isFinite);
  const tracks = (report.streams ?? []).map((stream) => describe(stream, duration, times)).filter((track) => track !== undefined);
  if (!tracks.some(({ kind }) => kind !== 'subtitle'))
    throw new MediaError('NOT_MEDIA', `${path}: has neither pictures nor sound`);
  return {
    container: containerName(report.format?.format_name ?? 'unknown', path, report.format?.tags?.major_brand),
    durationSeconds: duration,
    startSeconds,
    tracks,
    truncated: false,
    source: 'ffmpeg',
  };
}

async function ask(path: string, args: readonly string[], signal?: AbortSignal): Promise<ProbeReport> {
  const input = ['-protocol_whitelist', 'file', '-of', 'json', ...args, `file:${resolve(path)}`];
  return JSON.parse(await runCommand('ffprobe', input, { path, doing: 'reading the header', signal })) as ProbeReport;
}

function describe(stream: ProbeStream, fileSeconds: number, times: readonly number[] | undefined): TrackInfo | undefined {
  const codec = stream.codec_name ?? 'unknown';
  const tag = stream.tags?.language;
  const language = tag && tag !== 'und' ? { language: tag } : {};
  const durationSeconds = Number(stream.duration) || fileSeconds;
  switch (stream.codec_type) {
    case 'video': {
      if (stream.disposition?.attached_pic) return undefined;
      const { width = 0, height = 0 } = stream;
      const pixelAspect = fraction(stream.sample_aspect_ratio, ':') || 1;
      // ffprobe counts counter-clockwise.
      const rotation = quarterTurns(-(stream.side_data_list?.find((data) => data.rotation !== undefined)?.rotation ?? 0));
      return {
        kind: 'video',
        codec,
        ...displaySize(width, height, pixelAspect, rotation),
        codedWidth: width,
        codedHeight: height,
        rotation,
        pixelAspect,
        framesPerSecond: fraction(stream.avg_frame_rate, '/') || fraction(stream.r_frame_rate, '/'),
        ...(times ? { variableFrameRate: isVariable(times) } : {}),
        ...(stream.nb_frames === undefined ? {} : { frameCount: Number(stream.nb_frames) }),
        durationSeconds,
        ...language,
      };
    }
    case 'audio':
      return {
        kind: 'audio',
        codec,
        sampleRate: Number(stream.sample_rate),
        channels: stream.channels ?? 0,
        durationSeconds,
        ...language,
      };
    case 'subtitle':
      return { kind: 'subtitle', codec, ...language };
    default:
      return undefined;
  }
}

/** A ratio as ffprobe writes it; 0 where it isn't known. */
function fraction(text: string | undefined, separator: string): number {
  const [numerator, denominator] = (text ?? '').split(separator).map(Number);
  return denominator > 0 && numerator > 0 ? numerator / denominator : 0;
}
