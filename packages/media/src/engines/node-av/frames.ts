/**
 * @file Frames by node-av: seek to the key frame before the first moment, decode, drop what isn't asked for, convert the rest.
 */
import type { Frame as PictureFrame, SoftwareScaleContext } from 'node-av/lib';
import { videoTrackOf } from '../../probe/media-info.js';
import type { MediaInfo } from '../../probe/media-info.js';
import { rotatePixels } from '../../read/rotate-pixels.js';
import type { FrameRequest, TimedFrame } from '../engine.js';
import { check } from './bindings.js';
import type { Bindings } from './bindings.js';
import { chooseStream, decode, openDecoder, openInput, tickOf } from './input.js';

/** How far before the first moment decoding begins when a seek has landed behind it, in seconds; last the start of the file. */
const FALLBACKS = [0, 2, 10, Infinity];

/** See `MediaEngine.frames`. */
export async function* readFramesNatively(
  bindings: Bindings,
  path: string,
  info: MediaInfo,
  request: FrameRequest,
): AsyncGenerator<TimedFrame, void, undefined> {
  for (const earlier of FALLBACKS) {
    let any = false;
    for await (const frame of framesFrom(bindings, path, info, request, Math.max(0, request.startSeconds - earlier))) {
      if (frame === 'landed late') break;
      any = true;
      yield frame;
    }
    if (any || earlier === Infinity || request.startSeconds - earlier <= 0) return;
  }
}

async function* framesFrom(
  bindings: Bindings,
  path: string,
  info: MediaInfo,
  request: FrameRequest,
  seekSeconds: number,
): AsyncGenerator<TimedFrame | 'landed late', void, undefined> {
  const { lib, constants } = bindings;
  const input = await openInput(bindings, path);
  try {
    const stream = chooseStream(bindings, input, 'video');
    const decoder = await openDecoder(bindings, input, stream);
    const tick = tickOf(stream);
    if (seekSeconds > 0) {
      const target = BigInt(Math.floor((seekSeconds + info.startSeconds) / tick));
      await input.format.seekFrame(stream.index, target, constants.AVSEEK_FLAG_BACKWARD);
    }
    const converter = new FrameConverter(bindings, path, info, request);
    input.cleanup.own(converter, (it) => it.free());
    const pending = input.cleanup.own(new lib.Frame(), (frame) => frame.free());
    pending.alloc();
    // A time asked for is rounded to the file's clock: 11/30 s finds the frame that Matroska stamps 0.367 s.
    const slack = tick / 2 + 1e-6;
    let pendingSeconds: number | undefined;
    let lastLength = 1 / (videoTrackOf(info)?.framesPerSecond || 25);
    for await (const frame of decode(bindings, input, stream, decoder, request.signal)) {
      // A frame without a time stamp follows the one before.
      const stamped = frame.bestEffortTimestamp !== constants.AV_NOPTS_VALUE;
      const seconds = stamped
        ? Number(frame.bestEffortTimestamp) * tick - info.startSeconds
        : (pendingSeconds ?? -lastLength) + lastLength;
      if (pendingSeconds === undefined && seekSeconds > 0 && seconds > request.startSeconds + slack) {
        yield 'landed late';
        return;
      }
      if (pendingSeconds !== undefined && seconds > request.startSeconds + slack) {
        yield await converter.convert(pending, pendingSeconds, seconds - pendingSeconds);
      }
      if (seconds >= request.endSeconds - slack) return;
      lastLength = frame.duration > 0n ? Number(frame.duration) * tick : lastLength;
      pending.unref();
      check(bindings, pending.ref(frame), { path, doing: 'keeping a frame' });
      pendingSeconds = seconds;
    }
    if (pendingSeconds === undefined) {
      if (seekSeconds > 0) yield 'landed late';
      return;
    }
    if (pendingSeconds + lastLength > request.startSeconds + slack)
      yield await converter.convert(pending, pendingSeconds, lastLength);
  } finally {
    await input.cleanup.run();
  }
}

/** Turns decoded pictures of any pixel format into upright RGBA of the size asked for. */
class FrameConverter {
  readonly #bindings: Bindings;
  readonly #path: string;
  readonly #scaler: SoftwareScaleContext;
  readonly #target: PictureFrame;
  readonly #rotation: 0 | 90 | 180 | 270;
  readonly #width: number;
  readonly #height: number;

  constructor(bindings: Bindings, path: string, info: MediaInfo, request: FrameRequest) {
    const { lib, constants } = bindings;
    this.#bindings = bindings;
    this.#path = path;
    this.#rotation = videoTrackOf(info)?.rotation ?? 0;
    const lying = this.#rotation === 90 || this.#rotation === 270;
    this.#width = lying ? request.height : request.width;
    this.#height = lying ? request.width : request.height;
    this.#scaler = new lib.SoftwareScaleContext();
    this.#scaler.allocContext();
    this.#scaler.setOption('sws_flags', constants.SWS_BICUBIC | constants.SWS_ACCURATE_RND | constants.SWS_FULL_CHR_H_INT);
    this.#target = new lib.Frame();
    this.#target.alloc();
    this.#target.format = constants.AV_PIX_FMT_RGBA;
    this.#target.width = this.#width;
    this.#target.height = this.#height;
    this.#target.colorSpace = constants.AVCOL_SPC_RGB;
    this.#target.colorRange = constants.AVCOL_RANGE_JPEG;
  }

  async convert(picture: PictureFrame, seconds: number, durationSeconds: number): Promise<TimedFrame> {
    const { constants } = this.#bindings;
    const unspecified = picture.colorSpace === constants.AVCOL_SPC_UNSPECIFIED;
    // What isn't tagged is BT.709 in high definition and BT.601 below, as players take it.
    if (unspecified) picture.colorSpace = picture.height >= 720 ? constants.AVCOL_SPC_BT709 : constants.AVCOL_SPC_SMPTE170M;
    // Frames keep the transfer and primaries of the file: only the matrix is undone, so no gamut mapping comes between.
    this.#target.colorPrimaries = picture.colorPrimaries;
    this.#target.colorTrc = picture.colorTrc;
    const pixels = new Uint8ClampedArray(this.#width * this.#height * 4);
    const memory = Buffer.from(pixels.buffer);
    // The frame points into this memory without copying it; both live until the conversion is over.
    this.#target.fromBuffer(memory);
    check(this.#bindings, await this.#scaler.scaleFrame(this.#target, picture), {
      path: this.#path,
      doing: 'converting a frame',
      code: 'UNSUPPORTED_CODEC',
    });
    const upright = rotatePixels(pixels, this.#width, this.#height, this.#rotation);
    return { ...upright, seconds, durationSeconds };
  }

  free(): void {
    this.#target.free();
    this.#scaler.freeContext();
  }
}
