/**
 * @file The sound track of a movie: blocks of samples, cut into the encoder's frames, to packets.
 */
import type { CodecContext, FormatContext } from 'node-av/lib';
import type { Sound } from '@filmai/core-tensor/samples';
import { MediaError } from '../../errors/media-error.js';
import type { AudioCodec, Container, MoviePlan } from '../../write/movie-plan.js';
import { SampleQueue } from '../../write/sample-queue.js';
import { check } from './bindings.js';
import type { Bindings, Cleanup } from './bindings.js';
import { PacketWriter } from './packet-writer.js';
import { createResampler, frameOf } from './resampler.js';
import type { Resampler } from './resampler.js';

type SoundPlan = NonNullable<MoviePlan['audio']>;

/** FFmpeg's encoder for each codec. */
const ENCODERS: Record<AudioCodec, string> = { aac: 'aac', opus: 'libopus', flac: 'flac', pcm: 'pcm_s16le' };

/** Samples in a frame for encoders that take any number. */
const FREE_FRAME = 4096;

/** Encodes the samples of one track. */
export class SoundEncoder {
  readonly #bindings: Bindings;
  readonly #path: string;
  readonly #plan: SoundPlan;
  readonly #context: CodecContext;
  readonly #packets: PacketWriter;
  readonly #source: AsyncIterator<Sound>;
  readonly #queue: SampleQueue;
  readonly #toRate: Resampler | undefined;
  readonly #toFormat: FormatConverter;
  #sourceEnded = false;
  /** Samples in each channel that have been encoded. */
  count = 0;

  private constructor(
    bindings: Bindings,
    path: string,
    plan: SoundPlan,
    context: CodecContext,
    packets: PacketWriter,
    cleanup: Cleanup,
  ) {
    this.#bindings = bindings;
    this.#path = path;
    this.#plan = plan;
    this.#context = context;
    this.#packets = packets;
    this.#source = plan.blocks[Symbol.asyncIterator]();
    this.#queue = new SampleQueue(plan.channels);
    if (plan.inputSampleRate !== plan.sampleRate) {
      const like = frameOf(bindings, { sampleRate: plan.inputSampleRate, channels: silence(plan.channels, 1) });
      this.#toRate = cleanup.own(createResampler(bindings, like, plan.sampleRate), (resampler) => resampler.free());
      like.free();
    }
    this.#toFormat = cleanup.own(new FormatConverter(bindings, context), (converter) => converter.free());
  }

  /** Opens the encoder and adds its track to the file. */
  static async create(
    bindings: Bindings,
    path: string,
    format: FormatContext,
    container: Container,
    plan: SoundPlan,
    cleanup: Cleanup,
  ): Promise<SoundEncoder> {
    const { lib, constants } = bindings;
    const name = plan.codec === 'pcm' && container === 'wav' ? 'pcm_s24le' : ENCODERS[plan.codec];
    const codec = lib.Codec.findEncoderByName(name as never);
    if (!codec) throw new MediaError('UNSUPPORTED_CODEC', `${path}: this node-av has no encoder for ${plan.codec}`);
    const context = cleanup.own(new lib.CodecContext(), (it) => it.freeContext());
    context.allocContext3(codec);
    context.sampleRate = plan.sampleRate;
    context.channelLayout = lib.avChannelLayoutDefault(plan.channels);
    context.sampleFormat = codec.sampleFormats?.[0] ?? constants.AV_SAMPLE_FMT_FLTP;
    context.timeBase = new lib.Rational(1, plan.sampleRate);
    context.threadCount = 1;
    if (plan.codec === 'aac' || plan.codec === 'opus') context.bitRate = BigInt(Math.round(plan.bitrate));
    context.setFlags(constants.AV_CODEC_FLAG_GLOBAL_HEADER, constants.AV_CODEC_FLAG_BITEXACT);
    check(bindings, await context.open2(codec, null), {
      path,
      doing: `opening the ${plan.codec} encoder`,
      code: 'UNSUPPORTED_CODEC',
    });
    const stream = format.newStream();
    check(bindings, stream.codecpar.fromContext(context), { path, doing: 'describing the sound track' });
    stream.timeBase = context.timeBase;
    return new SoundEncoder(bindings, path, plan, context, new PacketWriter(bindings, path, format, stream, cleanup), cleanup);
  }

  /** Encodes whole frames up to a moment of the film, in seconds, as far as the source goes. */
  async encodeUntil(seconds: number): Promise<void> {
    const size = this.#context.frameSize || FREE_FRAME;
    while ((this.count + size) / this.#plan.sampleRate <= seconds) {
      await this.#fill(size);
      if (this.#queue.length < size) return;
      await this.#encode(this.#queue.take(size));
    }
  }

  /** Encodes the rest: all that the source gives, or up to a length in samples, padded with silence. */
  async finish(length: number | undefined, signal: AbortSignal | undefined): Promise<void> {
    const size = this.#context.frameSize || FREE_FRAME;
    for (;;) {
      signal?.throwIfAborted();
      const wanted = Math.min(size, (length ?? Infinity) - this.count);
      if (wanted <= 0) break;
      await this.#fill(wanted);
      const available = Math.min(wanted, this.#queue.length);
      if (available === 0 && length === undefined) break;
      await this.#encode(length === undefined ? this.#queue.take(available) : this.#queue.takePadded(wanted));
    }
    check(this.#bindings, await this.#context.sendFrame(null), { path: this.#path, doing: 'encoding sound' });
    await this.#packets.drain(this.#context);
  }

  /** Pulls from the source until so many samples are ready or it has ended. */
  async #fill(samples: number): Promise<void> {
    while (!this.#sourceEnded && this.#queue.length < samples) {
      const next = await this.#source.next();
      if (next.done) {
        this.#sourceEnded = true;
        if (this.#toRate) this.#queue.push(this.#toRate.convert(undefined));
      } else if (this.#toRate) {
        if (next.value.channels[0].length === 0) continue;
        const frame = frameOf(this.#bindings, next.value);
        this.#queue.push(this.#toRate.convert(frame));
        frame.free();
      } else {
        this.#queue.push(next.value.channels);
      }
    }
  }

  async #encode(channels: Float32Array[]): Promise<void> {
    const planar = frameOf(this.#bindings, { sampleRate: this.#plan.sampleRate, channels });
    const frame = this.#toFormat.convert(planar);
    frame.pts = BigInt(this.count);
    try {
      check(this.#bindings, await this.#context.sendFrame(frame), { path: this.#path, doing: 'encoding sound' });
    } finally {
      if (frame !== planar) frame.free();
      planar.free();
    }
    this.count += channels[0].length;
    this.#plan.onSamples(channels[0].length);
    await this.#packets.drain(this.#context);
  }
}

/** Planar float to whatever samples an encoder takes, at the same rate. */
class FormatConverter {
  readonly #bindings: Bindings;
  readonly #context: CodecContext;
  readonly #resampler;

  constructor(bindings: Bindings, context: CodecContext) {
    const { lib, constants } = bindings;
    this.#bindings = bindings;
    this.#context = context;
    if (context.sampleFormat === constants.AV_SAMPLE_FMT_FLTP) return;
    this.#resampler = new lib.SoftwareResampleContext();
    const { channelLayout, sampleFormat, sampleRate } = context;
    this.#resampler.allocSetOpts2(
      channelLayout,
      sampleFormat,
      sampleRate,
      channelLayout,
      constants.AV_SAMPLE_FMT_FLTP,
      sampleRate,
    );
    this.#resampler.init();
  }

  convert(planar: ReturnType<typeof frameOf>): ReturnType<typeof frameOf> {
    if (!this.#resampler) return planar;
    const frame = new this.#bindings.lib.Frame();
    frame.alloc();
    frame.format = this.#context.sampleFormat;
    frame.sampleRate = this.#context.sampleRate;
    frame.channelLayout = this.#context.channelLayout;
    frame.nbSamples = planar.nbSamples;
    frame.getBuffer(0);
    this.#resampler.convertFrame(frame, planar);
    return frame;
  }

  free(): void {
    this.#resampler?.free();
  }
}

function silence(channels: number, length: number): Float32Array[] {
  return Array.from({ length: channels }, () => new Float32Array(length));
}
