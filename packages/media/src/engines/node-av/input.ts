/**
 * @file Opens a media file with FFmpeg's demuxer, chooses a track, and decodes its packets in order of presentation.
 */
import { resolve } from 'node:path';
import type { CodecContext, FormatContext, Frame, Packet, Stream } from 'node-av/lib';
import { MediaError } from '../../errors/media-error.js';
import { check, Cleanup } from './bindings.js';
import type { Bindings } from './bindings.js';

/** An open file. */
export interface OpenInput {
  path: string;
  format: FormatContext;
  cleanup: Cleanup;
}

/** Opens a file and reads enough of it to know its tracks. */
export async function openInput(bindings: Bindings, path: string): Promise<OpenInput> {
  const { lib, constants } = bindings;
  const cleanup = new Cleanup();
  const format = new lib.FormatContext();
  // Nothing but this file is opened, whatever a playlist inside it may name.
  const options = lib.Dictionary.fromObject({ protocol_whitelist: 'file' });
  try {
    const opened = await format.openInput(`file:${resolve(path)}`, null, options);
    if (opened < 0) {
      const reason = new lib.FFmpegError(opened).message;
      throw new MediaError(
        opened === constants.AVERROR_INVALIDDATA ? 'NOT_MEDIA' : 'ENGINE_FAILED',
        `${path}: is not a media file that can be read (${reason})`,
      );
    }
    cleanup.own(format, () => format.closeInput());
    check(bindings, await format.findStreamInfo(null), { path, doing: 'reading the header', code: 'NOT_MEDIA' });
    return { path, format, cleanup };
  } catch (error) {
    await cleanup.run();
    throw error;
  } finally {
    options.free();
  }
}

/** The first picture or sound track; cover pictures don't count. Throws where there is none. */
export function chooseStream({ constants }: Bindings, { path, format }: OpenInput, kind: 'video' | 'audio'): Stream {
  const type = kind === 'video' ? constants.AVMEDIA_TYPE_VIDEO : constants.AVMEDIA_TYPE_AUDIO;
  const stream = format.streams.find(
    (candidate) => candidate.codecpar.codecType === type && (candidate.disposition & constants.AV_DISPOSITION_ATTACHED_PIC) === 0,
  );
  if (stream) return stream;
  throw new MediaError(
    kind === 'video' ? 'NO_VIDEO' : 'NO_AUDIO',
    `${path}: has no ${kind === 'video' ? 'picture' : 'sound'} track`,
  );
}

/** Opens a decoder for a track; the other tracks are no longer read. */
export async function openDecoder(bindings: Bindings, input: OpenInput, stream: Stream): Promise<CodecContext> {
  const { lib, constants } = bindings;
  const { path, format, cleanup } = input;
  const parameters = stream.codecpar;
  const codec = lib.Codec.findDecoder(parameters.codecId);
  if (!codec) {
    throw new MediaError(
      'UNSUPPORTED_CODEC',
      `${path}: no decoder for ${lib.avGetCodecName(parameters.codecId) ?? 'the codec of this track'}`,
    );
  }
  for (const other of format.streams) if (other.index !== stream.index) other.discard = constants.AVDISCARD_ALL;
  const decoder = cleanup.own(new lib.CodecContext(), (context) => context.freeContext());
  decoder.allocContext3(codec);
  check(bindings, decoder.parametersToContext(parameters), { path, doing: 'preparing the decoder' });
  decoder.pktTimebase = stream.timeBase;
  decoder.threadCount = 0;
  check(bindings, await decoder.open2(codec, null), { path, doing: 'opening the decoder', code: 'UNSUPPORTED_CODEC' });
  return decoder;
}

/**
 * Decodes a track from where the file stands to its end. The frame that is yielded is the same object each time; what is
 * needed of it must be taken before the next. A packet that can't be decoded is passed over, as players do.
 */
export async function* decode(
  bindings: Bindings,
  input: OpenInput,
  stream: Stream,
  decoder: CodecContext,
  signal: AbortSignal | undefined,
): AsyncGenerator<Frame, void, undefined> {
  const { lib, constants } = bindings;
  const packet: Packet = new lib.Packet();
  const frame: Frame = new lib.Frame();
  packet.alloc();
  frame.alloc();
  try {
    for (let ended = false; !ended;) {
      signal?.throwIfAborted();
      const read = await input.format.readFrame(packet);
      ended = read < 0;
      if (!ended && packet.streamIndex !== stream.index) {
        packet.unref();
        continue;
      }
      await decoder.sendPacket(ended ? null : packet);
      packet.unref();
      for (;;) {
        const received = await decoder.receiveFrame(frame);
        if (received === constants.AVERROR_EAGAIN || received < 0) break;
        yield frame;
        signal?.throwIfAborted();
        frame.unref();
      }
    }
  } finally {
    frame.free();
    packet.free();
  }
}

/** A track's clock tick in seconds. */
export function tickOf(stream: Stream): number {
  return stream.timeBase.num / stream.timeBase.den;
}
