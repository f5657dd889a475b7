/**
 * @file Turns what a caller wants into a plan with every choice made, or says what is wrong with it, before any file is
 * touched.
 */
import { extname } from 'node:path';
import type { Sound } from '@filmai/core-tensor/samples';
import { MediaError } from '../errors/media-error.js';
import { flattenCues } from './flatten-cues.js';
import { frameRate } from './frame-rate.js';
import type { MovieContent, PictureTrack, SoundTrack } from './movie-content.js';
import type { AudioCodec, Container, MoviePlan, VideoCodec } from './movie-plan.js';

/** What each container holds; the first of each list is the default. */
const CONTAINERS: Record<string, { container: Container; video: VideoCodec[]; audio: AudioCodec[] }> = {
  '.mp4': { container: 'mp4', video: ['h264', 'hevc', 'av1', 'vp9'], audio: ['aac', 'opus', 'flac'] },
  '.m4v': { container: 'mp4', video: ['h264', 'hevc'], audio: ['aac'] },
  '.mov': { container: 'mov', video: ['h264', 'hevc'], audio: ['aac', 'pcm'] },
  '.m4a': { container: 'm4a', video: [], audio: ['aac'] },
  '.webm': { container: 'webm', video: ['vp9', 'av1'], audio: ['opus'] },
  '.mkv': { container: 'mkv', video: ['h264', 'hevc', 'vp9', 'av1'], audio: ['aac', 'opus', 'flac', 'pcm'] },
  '.wav': { container: 'wav', video: [], audio: ['pcm'] },
};

/** Rates that AAC knows (ISO/IEC 14496-3, table 1.18) and that players take; others are converted to 48 kHz. */
const AAC_RATES = [96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000];

const OPUS_RATES = [48_000, 24_000, 16_000, 12_000, 8_000];

const PRESETS = ['ultrafast', 'superfast', 'veryfast', 'faster', 'fast', 'medium', 'slow', 'slower', 'veryslow', 'placebo'];

/** Who counts as the work goes on. */
export interface MovieCounters {
  onFrame: () => void;
  onSamples: (count: number, sampleRate: number) => void;
}

/** A plan and what belongs to it. */
export interface PlannedMovie {
  plan: MoviePlan;
  /** Frames per second; 0 without pictures. */
  fps: number;
  /** Closes the source of sound, whether or not an engine has pulled from it. */
  close: () => Promise<void>;
}

/** Checks everything that can be checked beforehand; pulls the first block of sound to learn its rate and channels. */
export async function planMovie(path: string, content: MovieContent, counters: MovieCounters): Promise<PlannedMovie> {
  const extension = extname(path).toLowerCase();
  const kind = CONTAINERS[extension];
  if (!kind) {
    const known = Object.keys(CONTAINERS).join(', ');
    throw new MediaError(
      'UNSUPPORTED_CONTAINER',
      `${path}: ${extension ? `'${extension}'` : 'a name without extension'} is no container that can be written`,
      {
        remedy: `Use one of ${known}.`,
      },
    );
  }
  if (!content.video && !content.audio) throw new MediaError('NOTHING_TO_WRITE', `${path}: neither video nor audio is given`);
  const video = content.video && planPictures(path, content.video, kind.video, counters);
  const subtitles = content.subtitles && planSubtitles(path, content.subtitles, kind.container);
  for (const [name, value] of Object.entries(content.metadata ?? {})) {
    if (typeof value !== 'string') throw new TypeError(`writeMovie: metadata.${name} must be text, got ${typeof value}`);
  }
  const sound = content.audio && (await planSound(path, content.audio, kind.audio, counters));
  const plan: MoviePlan = {
    container: kind.container,
    metadata: content.metadata ?? {},
    ...(video && { video }),
    ...(sound && { audio: sound.audio }),
    ...(subtitles && { subtitles }),
  };
  return { plan, fps: video ? video.rate.numerator / video.rate.denominator : 0, close: async () => sound?.close() };
}

function planPictures(path: string, track: PictureTrack, codecs: VideoCodec[], { onFrame }: MovieCounters): MoviePlan['video'] {
  const { frames, width, height, fps, codec = codecs[0], quality = 20, bitrate, preset = 'veryfast', threads = 4 } = track;
  if (codecs.length === 0 || !codecs.includes(codec)) throw unfit(path, codec ?? 'pictures', codecs);
  for (const [name, value] of Object.entries({ width, height })) {
    if (!(Number.isInteger(value) && value >= 2 && value <= 16_384 && value % 2 === 0)) {
      throw new RangeError(`writeMovie: video.${name} must be an even number of 2…16384, got ${value}`);
    }
  }
  const best = codec === 'vp9' || codec === 'av1' ? 63 : 51;
  if (!(quality >= 0 && quality <= best)) throw new RangeError(`writeMovie: video.quality must lie in 0…${best}, got ${quality}`);
  if (bitrate !== undefined && !(bitrate >= 1000))
    throw new RangeError(`writeMovie: video.bitrate must be at least 1000 bits per second, got ${bitrate}`);
  if (!PRESETS.includes(preset))
    throw new RangeError(`writeMovie: video.preset must be one of ${PRESETS.join(', ')}, got ${preset}`);
  if (!(Number.isInteger(threads) && threads >= 1 && threads <= 64))
    throw new RangeError(`writeMovie: video.threads must be 1…64, got ${threads}`);
  return {
    frames,
    width,
    height,
    rate: frameRate(fps),
    codec,
    quality,
    ...(bitrate === undefined ? {} : { bitrate }),
    preset,
    threads,
    onFrame,
  };
}

async function planSound(
  path: string,
  track: SoundTrack,
  codecs: AudioCodec[],
  { onSamples }: MovieCounters,
): Promise<{ audio: MoviePlan['audio']; close: () => Promise<void> }> {
  const { samples, codec = codecs[0], length = 'picture' } = track;
  if (!codecs.includes(codec)) throw unfit(path, codec ?? 'sound', codecs);
  if (length !== 'picture' && length !== 'own')
    throw new RangeError(`writeMovie: audio.length must be 'picture' or 'own', got ${String(length)}`);
  if (track.bitrate !== undefined && !(track.bitrate >= 6000)) {
    throw new RangeError(`writeMovie: audio.bitrate must be at least 6000 bits per second, got ${track.bitrate}`);
  }
  const source = 'channels' in samples ? [samples] : samples;
  const iterator = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  const close = async (): Promise<void> => {
    await iterator.return?.();
  };
  const first = await iterator.next();
  // A source without a single block is silence of no length.
  const like: Sound = first.done ? { sampleRate: 48_000, channels: [new Float32Array(0)] } : first.value;
  try {
    checkBlock(path, like, like);
  } catch (error) {
    await close();
    throw error;
  }
  const channels = like.channels.length;
  const rates = codec === 'aac' ? AAC_RATES : codec === 'opus' ? OPUS_RATES : undefined;
  const sampleRate = rates && !rates.includes(like.sampleRate) ? 48_000 : like.sampleRate;
  const audio = {
    blocks: checkedBlocks(path, first, iterator, like),
    inputSampleRate: like.sampleRate,
    channels,
    codec,
    sampleRate,
    bitrate: track.bitrate ?? 96_000 * channels,
    fitPicture: length === 'picture',
    onSamples: (count: number) => onSamples(count, sampleRate),
  };
  return { audio, close };
}

/** The first block, already pulled, and the rest, each checked. */
async function* checkedBlocks(
  path: string,
  first: IteratorResult<Sound>,
  iterator: AsyncIterator<Sound> | Iterator<Sound>,
  like: Sound,
): AsyncGenerator<Sound, void, undefined> {
  for (let next = first; !next.done; next = await iterator.next()) {
    checkBlock(path, next.value, like);
    yield next.value;
  }
}

function checkBlock(path: string, { sampleRate, channels }: Sound, like: Sound): void {
  const fail = (what: string): never => {
    throw new MediaError('BAD_SOUND', `${path}: a block of sound ${what}`);
  };
  if (!(Number.isInteger(sampleRate) && sampleRate >= 1000 && sampleRate <= 768_000))
    fail(`has a sample rate of ${sampleRate}, expected a whole number of 1000…768000 hertz`);
  if (channels.length < 1 || channels.length > 8) fail(`has ${channels.length} channels, expected 1…8`);
  if (sampleRate !== like.sampleRate || channels.length !== like.channels.length) {
    fail(`is ${channels.length} × ${sampleRate} Hz, expected ${like.channels.length} × ${like.sampleRate} Hz as before`);
  }
  if (channels.some((channel) => channel.length !== channels[0].length)) fail('has channels of different lengths');
}

function planSubtitles(
  path: string,
  { cues, language = 'und' }: NonNullable<MovieContent['subtitles']>,
  container: Container,
): MoviePlan['subtitles'] {
  if (container === 'wav' || container === 'm4a')
    throw new MediaError('UNSUPPORTED_CONTAINER', `${path}: ${container.toUpperCase()} holds no subtitles`);
  return { cues: flattenCues(cues), language };
}

function unfit(path: string, codec: string, codecs: readonly string[]): MediaError {
  const remedy = codecs.length > 0 ? `Use ${codecs.join(', ')} or another extension.` : 'Use another extension.';
  return new MediaError('UNSUPPORTED_CONTAINER', `${path}: this container can't hold ${codec}`, { remedy });
}
