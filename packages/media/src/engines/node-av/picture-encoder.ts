/**
 * @file The picture track of a movie: RGBA frames to YUV 4:2:0 in BT.709, to an encoder, to packets.
 */
import type { CodecContext, Frame as PictureFrame, FormatContext, SoftwareScaleContext } from 'node-av/lib';
import type { Frame } from '@filmai/core-tensor/frames';
import { MediaError } from '../../errors/media-error.js';
import type { MoviePlan, VideoCodec } from '../../write/movie-plan.js';
import { check } from './bindings.js';
import type { Bindings, Cleanup } from './bindings.js';
import { PacketWriter } from './packet-writer.js';
import { steadyX264 } from './x264-asm.js';

type PicturePlan = NonNullable<MoviePlan['video']>;

/** FFmpeg's encoder for each codec. */
const ENCODERS: Record<VideoCodec, string> = { h264: 'libx264', hevc: 'libx265', vp9: 'libvpx-vp9', av1: 'libsvtav1' };

/** libvpx counts speed, SVT-AV1 counts presets; x264's names are laid along their scales. */
const SPEEDS = ['placebo', 'veryslow', 'slower', 'slow', 'medium', 'fast', 'faster', 'veryfast', 'superfast', 'ultrafast'];

/** Encodes the frames of one track. */
export class PictureEncoder {
  readonly #bindings: Bindings;
  readonly #path: string;
  readonly #plan: PicturePlan;
  readonly #context: CodecContext;
  readonly #scaler: SoftwareScaleContext;
  readonly #rgba: PictureFrame;
  readonly #packets: PacketWriter;
  #yuv: PictureFrame | undefined;
  #lastData: Uint8ClampedArray | undefined;
  #lastCopy: Buffer | undefined;
  /** Frames that have been encoded. */
  count = 0;

  private constructor(
    bindings: Bindings,
    path: string,
    plan: PicturePlan,
    context: CodecContext,
    packets: PacketWriter,
    cleanup: Cleanup,
  ) {
    const { lib, constants } = bindings;
    this.#bindings = bindings;
    this.#path = path;
    this.#plan = plan;
    this.#context = context;
    this.#packets = packets;
    this.#scaler = cleanup.own(new lib.SoftwareScaleContext(), (scaler) => scaler.freeContext());
    this.#scaler.allocContext();
    this.#scaler.setOption('sws_flags', constants.SWS_BILINEAR);
    this.#rgba = cleanup.own(createPicture(bindings, constants.AV_PIX_FMT_RGBA, plan), (frame) => frame.free());
    this.#rgba.colorSpace = constants.AVCOL_SPC_RGB;
    this.#rgba.colorRange = constants.AVCOL_RANGE_JPEG;
    cleanup.own(this, (encoder) => encoder.#yuv?.free());
  }

  /** Opens the encoder and adds its track to the file. */
  static async create(
    bindings: Bindings,
    path: string,
    format: FormatContext,
    plan: PicturePlan,
    cleanup: Cleanup,
  ): Promise<PictureEncoder> {
    const { lib, constants } = bindings;
    const codec = lib.Codec.findEncoderByName(ENCODERS[plan.codec] as never);
    if (!codec) throw new MediaError('UNSUPPORTED_CODEC', `${path}: this node-av has no encoder for ${plan.codec}`);
    const context = cleanup.own(new lib.CodecContext(), (it) => it.freeContext());
    context.allocContext3(codec);
    context.width = plan.width;
    context.height = plan.height;
    context.pixelFormat = constants.AV_PIX_FMT_YUV420P;
    context.timeBase = new lib.Rational(plan.rate.denominator, plan.rate.numerator);
    context.framerate = new lib.Rational(plan.rate.numerator, plan.rate.denominator);
    context.sampleAspectRatio = new lib.Rational(1, 1);
    context.threadCount = plan.threads;
    // A key frame every two seconds: players seek quickly, and it costs a few per cent of the size.
    context.gopSize = Math.max(1, Math.round((2 * plan.rate.numerator) / plan.rate.denominator));
    context.colorSpace = constants.AVCOL_SPC_BT709;
    context.colorPrimaries = constants.AVCOL_PRI_BT709;
    context.colorTrc = constants.AVCOL_TRC_BT709;
    context.colorRange = constants.AVCOL_RANGE_MPEG;
    if (plan.bitrate) context.bitRate = BigInt(Math.round(plan.bitrate));
    context.setFlags(constants.AV_CODEC_FLAG_GLOBAL_HEADER, constants.AV_CODEC_FLAG_BITEXACT);
    const options = lib.Dictionary.fromObject(encoderOptions(plan));
    check(bindings, await context.open2(codec, options), {
      path,
      doing: `opening the ${plan.codec} encoder`,
      code: 'UNSUPPORTED_CODEC',
    });
    options.free();
    const stream = format.newStream();
    check(bindings, stream.codecpar.fromContext(context), { path, doing: 'describing the picture track' });
    stream.timeBase = context.timeBase;
    stream.avgFrameRate = context.framerate;
    stream.sampleAspectRatio = context.sampleAspectRatio;
    if (plan.codec === 'hevc') stream.codecpar.codecTag = 'hvc1'; // the only tag that Apple's players take
    return new PictureEncoder(bindings, path, plan, context, new PacketWriter(bindings, path, format, stream, cleanup), cleanup);
  }

  /** Time at which the next frame begins, in seconds. */
  get seconds(): number {
    return (this.count * this.#plan.rate.denominator) / this.#plan.rate.numerator;
  }

  /** Takes a frame's pixels; when this has resolved the caller may change them. `encode` must follow. */
  async load(frame: Frame): Promise<void> {
    const { width, height } = this.#plan;
    if (frame.width !== width || frame.height !== height || frame.data.length !== width * height * 4) {
      const got = `${frame.width}×${frame.height} with ${frame.data.length} bytes`;
      throw new MediaError(
        'BAD_FRAME',
        `${this.#path}: frame ${this.count} is ${got}, expected ${width}×${height} with ${width * height * 4} bytes`,
      );
    }
    const memory = Buffer.from(frame.data.buffer, frame.data.byteOffset, frame.data.byteLength);
    if (this.#isHeld(frame.data, memory)) return;
    const { constants } = this.#bindings;
    if (!this.#yuv?.isWritable) {
      this.#yuv?.free();
      this.#yuv = createPicture(this.#bindings, constants.AV_PIX_FMT_YUV420P, this.#plan);
      this.#yuv.getBuffer(32);
      this.#yuv.colorSpace = constants.AVCOL_SPC_BT709;
      this.#yuv.colorRange = constants.AVCOL_RANGE_MPEG;
    }
    this.#rgba.fromBuffer(memory);
    check(this.#bindings, await this.#scaler.scaleFrame(this.#yuv, this.#rgba), {
      path: this.#path,
      doing: 'converting a frame',
    });
  }

  /** Encodes what was loaded. */
  async encode(): Promise<void> {
    const picture = this.#yuv as PictureFrame;
    picture.pts = BigInt(this.count++);
    await this.#send(picture);
    this.#plan.onFrame();
  }

  /** Writes what the encoder still holds. */
  async finish(): Promise<void> {
    await this.#send(null);
  }

  async #send(picture: PictureFrame | null): Promise<void> {
    check(this.#bindings, await this.#context.sendFrame(picture), { path: this.#path, doing: `encoding frame ${this.count}` });
    await this.#packets.drain(this.#context);
  }

  /**
   * Whether this picture is the one before. A producer may redraw into one array, so that the array alone proves nothing:
   * from the second time on that it comes, its bytes are compared.
   */
  #isHeld(data: Uint8ClampedArray, memory: Buffer): boolean {
    if (data !== this.#lastData) {
      this.#lastData = data;
      this.#lastCopy = undefined;
      return false;
    }
    if (this.#lastCopy?.equals(memory)) return true;
    this.#lastCopy = Buffer.from(memory);
    return false;
  }
}

function createPicture(
  { lib, constants }: Bindings,
  format: typeof constants.AV_PIX_FMT_RGBA,
  { width, height }: PicturePlan,
): PictureFrame {
  const picture = new lib.Frame();
  picture.alloc();
  picture.format = format;
  picture.width = width;
  picture.height = height;
  picture.colorPrimaries = constants.AVCOL_PRI_BT709;
  picture.colorTrc = constants.AVCOL_TRC_BT709;
  return picture;
}

/** Quality and speed in each encoder's own words. */
function encoderOptions({ codec, quality, bitrate, preset, threads }: PicturePlan): Record<string, string> {
  const rate: Record<string, string> = bitrate ? {} : { crf: String(quality) };
  const speed = Math.max(0, SPEEDS.indexOf(preset)) / (SPEEDS.length - 1);
  switch (codec) {
    case 'h264':
      return { preset, ...rate, ...steadyX264() };
    case 'hevc':
      return { preset, ...rate, 'x265-params': `log-level=none:pools=${threads}:frame-threads=1` };
    case 'vp9':
      return { deadline: 'good', 'cpu-used': String(Math.round(speed * 5)), 'row-mt': '1', ...rate };
    case 'av1':
      return { preset: String(Math.round(2 + speed * 10)), ...rate };
  }
}
