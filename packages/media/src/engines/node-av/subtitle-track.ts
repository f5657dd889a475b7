/**
 * @file A soft subtitle track: tx3g samples in MP4 and MOV (3GPP TS 26.245), SubRip in Matroska, WebVTT in WebM.
 */
import type { FormatContext } from 'node-av/lib';
import type { Container, MoviePlan, SoftCue } from '../../write/movie-plan.js';
import type { Bindings, Cleanup } from './bindings.js';
import { PacketWriter } from './packet-writer.js';

/** Clock of the track, ticks per second. */
const TICKS = 1000;

/** A cue goes to the file this long before it is seen, in seconds, so that the writer never waits for it. */
const AHEAD = 1;

/** Writes cues as the film goes on. */
export class SubtitleTrack {
  readonly #packets: PacketWriter;
  readonly #cues: readonly SoftCue[];
  readonly #encode: (text: string) => Buffer;
  #next = 0;

  private constructor(packets: PacketWriter, cues: readonly SoftCue[], encode: (text: string) => Buffer) {
    this.#packets = packets;
    this.#cues = cues;
    this.#encode = encode;
  }

  /** Adds the track to the file. The cues are in order and don't overlap. */
  static create(
    bindings: Bindings,
    path: string,
    format: FormatContext,
    container: Container,
    { cues, language }: NonNullable<MoviePlan['subtitles']>,
    cleanup: Cleanup,
  ): SubtitleTrack {
    const { lib, constants } = bindings;
    const stream = format.newStream();
    const timed = container === 'mp4' || container === 'mov';
    stream.codecpar.codecType = constants.AVMEDIA_TYPE_SUBTITLE;
    stream.codecpar.codecId = timed
      ? constants.AV_CODEC_ID_MOV_TEXT
      : container === 'webm'
        ? constants.AV_CODEC_ID_WEBVTT
        : constants.AV_CODEC_ID_SUBRIP;
    if (timed) stream.codecpar.extradata = sampleDescription();
    stream.timeBase = new lib.Rational(1, TICKS);
    stream.metadata = lib.Dictionary.fromObject({ language });
    return new SubtitleTrack(
      new PacketWriter(bindings, path, format, stream, cleanup),
      cues,
      timed ? timedText : (text) => Buffer.from(text, 'utf8'),
    );
  }

  /** Writes the cues that are due at a moment of the film, in seconds. */
  async writeUntil(seconds: number): Promise<void> {
    for (; this.#next < this.#cues.length && this.#cues[this.#next].startSeconds <= seconds + AHEAD; this.#next++) {
      const { startSeconds, endSeconds, text } = this.#cues[this.#next];
      const start = Math.round(startSeconds * TICKS);
      const duration = Math.max(1, Math.round(endSeconds * TICKS) - start);
      await this.#packets.writeBytes(this.#encode(text), {
        pts: BigInt(start),
        duration: BigInt(duration),
        timeBase: { num: 1, den: TICKS },
      });
    }
  }
}

/** A tx3g sample: the length of the text in bytes, then the text. */
function timedText(text: string): Buffer {
  // A sample holds at most 65,535 bytes; cutting whole characters keeps it UTF-8.
  let bytes = Buffer.from(text, 'utf8');
  for (let kept = text; bytes.length > 0xffff; bytes = Buffer.from(kept, 'utf8'))
    kept = kept.slice(0, Math.floor(kept.length * 0.9));
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** The track's description: text centred at the bottom, white, in a sans serif; 3GPP TS 26.245, section 5.16. */
function sampleDescription(): Buffer {
  const font = 'Arial';
  const description = Buffer.alloc(30);
  description.writeInt8(1, 4); // horizontal justification: centre
  description.writeInt8(-1, 5); // vertical justification: bottom
  description.writeUInt16BE(1, 22); // style record: font 1 …
  description.writeUInt8(16, 25); // … of 16 points …
  description.writeUInt32BE(0xffffffff, 26); // … in opaque white
  const table = Buffer.alloc(13 + font.length);
  table.writeUInt32BE(table.length, 0);
  table.write('ftab', 4, 'latin1');
  table.writeUInt16BE(1, 8); // one font
  table.writeUInt16BE(1, 10); // its number
  table.writeUInt8(font.length, 12);
  table.write(font, 13, 'latin1');
  return Buffer.concat([description, table]);
}
