/**
 * @file A movie by node-av: encoders and muxer in this process. While a frame is being encoded on other threads, the next
 * one is already asked for, so that drawing and encoding go on side by side.
 */
import type { FormatContext } from 'node-av/lib';
import type { Frame } from '@filmai/core-tensor/frames';
import type { Container, MoviePlan } from '../../write/movie-plan.js';
import type { WrittenMovie } from '../engine.js';
import { check, Cleanup } from './bindings.js';
import type { Bindings } from './bindings.js';
import { PictureEncoder } from './picture-encoder.js';
import { SoundEncoder } from './sound-encoder.js';
import { SubtitleTrack } from './subtitle-track.js';

/** FFmpeg's muxer for each container. */
const MUXERS: Record<Container, string> = { mp4: 'mp4', mov: 'mov', m4a: 'ipod', webm: 'webm', mkv: 'matroska', wav: 'wav' };

/** See `MediaEngine.write`. */
export async function writeMovieNatively(
  bindings: Bindings,
  path: string,
  plan: MoviePlan,
  signal?: AbortSignal,
): Promise<WrittenMovie> {
  const { lib, constants } = bindings;
  const cleanup = new Cleanup();
  try {
    const format = cleanup.own(new lib.FormatContext(), (context) => context.freeContext());
    check(bindings, format.allocOutputContext2(null, MUXERS[plan.container], path), { path, doing: 'preparing the container' });
    // No clock, version or random number goes into the file: equal input gives equal bytes.
    format.setFlags(constants.AVFMT_FLAG_BITEXACT);
    const picture = plan.video && (await PictureEncoder.create(bindings, path, format, plan.video, cleanup));
    const sound = plan.audio && (await SoundEncoder.create(bindings, path, format, plan.container, plan.audio, cleanup));
    const subtitles = plan.subtitles && SubtitleTrack.create(bindings, path, format, plan.container, plan.subtitles, cleanup);
    await begin(bindings, path, format, plan, cleanup);

    if (picture && plan.video) await encodePictures(plan.video.frames, { picture, sound, subtitles, signal });
    await subtitles?.writeUntil(Infinity);
    const fitted = picture && plan.audio?.fitPicture ? Math.round(picture.seconds * plan.audio.sampleRate) : undefined;
    await sound?.finish(fitted, signal);
    signal?.throwIfAborted();

    check(bindings, await format.writeTrailer(), { path, doing: 'finishing the file' });
    return { frames: picture?.count ?? 0, samples: sound?.count ?? 0, sampleRate: plan.audio?.sampleRate ?? 0 };
  } finally {
    await cleanup.run();
  }
}

/** Opens the file and writes its header. */
async function begin(bindings: Bindings, path: string, format: FormatContext, plan: MoviePlan, cleanup: Cleanup): Promise<void> {
  const { lib } = bindings;
  check(bindings, await format.openOutput(), { path, doing: 'creating the file' });
  cleanup.own(format, (context) => context.closeOutput());
  if (Object.keys(plan.metadata).length > 0) format.metadata = lib.Dictionary.fromObject(plan.metadata);
  const quick: Record<string, string> = ['mp4', 'mov', 'm4a'].includes(plan.container) ? { movflags: '+faststart' } : {};
  const options = lib.Dictionary.fromObject(quick);
  check(bindings, await format.writeHeader(options), { path, doing: 'writing the header', code: 'UNSUPPORTED_CONTAINER' });
  options.free();
}

async function encodePictures(
  frames: AsyncIterable<Frame> | Iterable<Frame>,
  {
    picture,
    sound,
    subtitles,
    signal,
  }: { picture: PictureEncoder; sound?: SoundEncoder; subtitles?: SubtitleTrack; signal?: AbortSignal },
): Promise<void> {
  const iterator = Symbol.asyncIterator in frames ? frames[Symbol.asyncIterator]() : frames[Symbol.iterator]();
  try {
    for (let next = await iterator.next(); !next.done;) {
      signal?.throwIfAborted();
      await picture.load(next.value);
      const encoding = picture.encode();
      // Both are awaited even if one fails, so that nothing is freed under a running encoder.
      const [drawn, encoded] = await Promise.allSettled([advance(iterator), encoding]);
      if (encoded.status === 'rejected') throw encoded.reason;
      if (drawn.status === 'rejected') throw drawn.reason;
      await subtitles?.writeUntil(picture.seconds);
      await sound?.encodeUntil(picture.seconds);
      next = drawn.value;
    }
    await picture.finish();
  } finally {
    await iterator.return?.();
  }
}

/** The next frame; what a synchronous source throws becomes a rejection. */
async function advance(iterator: AsyncIterator<Frame> | Iterator<Frame>): Promise<IteratorResult<Frame>> {
  return iterator.next();
}
