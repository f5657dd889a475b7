/**
 * @file What is in a file, as FFmpeg's demuxer tells it.
 */
import type { Stream } from 'node-av/lib';
import type { MediaInfo, TrackInfo } from '../../probe/media-info.js';
import { containerName } from '../../probe/container-name.js';
import { displaySize, isVariable, quarterTurns } from '../../probe/picture-geometry.js';
import { MediaError } from '../../errors/media-error.js';
import type { Bindings } from './bindings.js';
import { openInput, tickOf } from './input.js';
import type { OpenInput } from './input.js';

/** How many packets are looked at for the regularity of the frame rate. */
const SAMPLED_PACKETS = 300;

/** See `MediaEngine.probe`. */
export async function probeNatively(bindings: Bindings, path: string, quick = false): Promise<MediaInfo> {
  const { constants } = bindings;
  const input = await openInput(bindings, path);
  try {
    const { format } = input;
    const startSeconds =
      format.startTime === constants.AV_NOPTS_VALUE ? 0 : Math.max(0, Number(format.startTime) / constants.AV_TIME_BASE);
    const duration = format.duration === constants.AV_NOPTS_VALUE ? 0 : Number(format.duration) / constants.AV_TIME_BASE;
    const tracks: TrackInfo[] = [];
    let times: number[] | undefined;
    for (const stream of format.streams) {
      const isPicture = stream.codecpar.codecType === constants.AVMEDIA_TYPE_VIDEO;
      if (isPicture && (stream.disposition & constants.AV_DISPOSITION_ATTACHED_PIC) !== 0) continue;
      if (isPicture && !quick) times ??= await sampleTimes(bindings, input, stream);
      const track = describe(bindings, stream, duration, times);
      if (track) tracks.push(track);
    }
    if (!tracks.some(({ kind }) => kind !== 'subtitle'))
      throw new MediaError('NOT_MEDIA', `${path}: has neither pictures nor sound`);
    return {
      container: containerName(format.iformat?.name ?? 'unknown', path, format.metadata?.get('major_brand') ?? undefined),
      durationSeconds: duration,
      startSeconds,
      tracks,
      truncated: false,
      source: 'node-av',
    };
  } finally {
    await input.cleanup.run();
  }
}

function describe(
  { lib, constants }: Bindings,
  stream: Stream,
  fileSeconds: number,
  times: readonly number[] | undefined,
): TrackInfo | undefined {
  const parameters = stream.codecpar;
  const codec = lib.avGetCodecName(parameters.codecId) ?? 'unknown';
  const tag = stream.metadata?.get('language');
  const language = tag && tag !== 'und' ? { language: tag } : {};
  const durationSeconds = stream.duration === constants.AV_NOPTS_VALUE ? fileSeconds : Number(stream.duration) * tickOf(stream);
  switch (parameters.codecType) {
    case constants.AVMEDIA_TYPE_VIDEO: {
      const { num, den } = stream.sampleAspectRatio.num > 0 ? stream.sampleAspectRatio : parameters.sampleAspectRatio;
      const pixelAspect = num > 0 && den > 0 ? num / den : 1;
      const rotation = rotationOf(parameters.getCodedSideData(constants.AV_PKT_DATA_DISPLAYMATRIX));
      const rate = stream.avgFrameRate.num > 0 ? stream.avgFrameRate : stream.rFrameRate;
      return {
        kind: 'video',
        codec,
        ...displaySize(parameters.width, parameters.height, pixelAspect, rotation),
        codedWidth: parameters.width,
        codedHeight: parameters.height,
        rotation,
        pixelAspect,
        framesPerSecond: rate.den > 0 ? rate.num / rate.den : 0,
        ...(times ? { variableFrameRate: isVariable(times) } : {}),
        ...(stream.nbFrames > 0n ? { frameCount: Number(stream.nbFrames) } : {}),
        durationSeconds,
        ...language,
      };
    }
    case constants.AVMEDIA_TYPE_AUDIO:
      return {
        kind: 'audio',
        codec,
        sampleRate: parameters.sampleRate,
        channels: parameters.channels,
        durationSeconds,
        ...language,
      };
    case constants.AVMEDIA_TYPE_SUBTITLE:
      return { kind: 'subtitle', codec, ...language };
    default:
      return undefined;
  }
}

/** Degrees clockwise from a display matrix: nine 32-bit fixed-point numbers of the host's byte order (libavutil/display.h). */
function rotationOf(matrix: Buffer | null): 0 | 90 | 180 | 270 {
  if (!matrix || matrix.length < 36) return 0;
  return quarterTurns((Math.atan2(matrix.readInt32LE(4), matrix.readInt32LE(0)) * 180) / Math.PI);
}

/** Presentation times of the track's first packets, in seconds. */
async function sampleTimes({ lib, constants }: Bindings, { format }: OpenInput, stream: Stream): Promise<number[]> {
  const packet = new lib.Packet();
  packet.alloc();
  const times: number[] = [];
  try {
    while (times.length < SAMPLED_PACKETS && (await format.readFrame(packet)) >= 0) {
      if (packet.streamIndex === stream.index && packet.pts !== constants.AV_NOPTS_VALUE)
        times.push(Number(packet.pts) * tickOf(stream));
      packet.unref();
    }
  } finally {
    packet.free();
  }
  return times;
}
