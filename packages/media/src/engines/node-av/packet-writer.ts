/**
 * @file Takes an encoder's packets to the file, on the clock that the file has chosen for the track.
 */
import type { CodecContext, FormatContext, Packet, Stream } from 'node-av/lib';
import { check } from './bindings.js';
import type { Bindings, Cleanup } from './bindings.js';

/** Writes the packets of one track. */
export class PacketWriter {
  readonly #bindings: Bindings;
  readonly #path: string;
  readonly #format: FormatContext;
  readonly #stream: Stream;
  readonly #packet: Packet;

  constructor(bindings: Bindings, path: string, format: FormatContext, stream: Stream, cleanup: Cleanup) {
    this.#bindings = bindings;
    this.#path = path;
    this.#format = format;
    this.#stream = stream;
    this.#packet = cleanup.own(new bindings.lib.Packet(), (packet) => packet.free());
    this.#packet.alloc();
  }

  /** Writes all packets that the encoder has ready. */
  async drain(encoder: CodecContext): Promise<void> {
    const { constants } = this.#bindings;
    for (;;) {
      const received = await encoder.receivePacket(this.#packet);
      if (received === constants.AVERROR_EAGAIN || received === constants.AVERROR_EOF) return;
      check(this.#bindings, received, { path: this.#path, doing: 'encoding' });
      await this.#write(encoder.timeBase);
    }
  }

  /** Writes bytes as one packet, with times in units of `timeBase`. */
  async writeBytes(data: Buffer, time: { pts: bigint; duration: bigint; timeBase: { num: number; den: number } }): Promise<void> {
    this.#packet.data = data;
    this.#packet.pts = time.pts;
    this.#packet.dts = time.pts;
    this.#packet.duration = time.duration;
    this.#packet.isKeyframe = true;
    await this.#write(time.timeBase);
  }

  async #write(timeBase: { num: number; den: number }): Promise<void> {
    this.#packet.streamIndex = this.#stream.index;
    this.#packet.rescaleTs({ num: timeBase.num, den: timeBase.den }, this.#stream.timeBase);
    check(this.#bindings, await this.#format.interleavedWriteFrame(this.#packet), { path: this.#path, doing: 'writing' });
    this.#packet.unref();
  }
}
