/** @file Writes WAV bytes: RIFF with PCM or float samples, WAVE_FORMAT_EXTENSIBLE where the standard asks for it. */
import { createRandom } from '@filmai/core-tensor/random';
import type { Sound } from '@filmai/core-tensor/samples';
import { checkSound } from '../errors/check-sound.js';

/** How `formatWav` stores samples. */
export interface FormatWavOptions {
  /** 16 or 24-bit integers, or `'32f'` for 32-bit floats, which lose nothing. Default 24. */
  bits?: 16 | 24 | '32f';
  /**
   * Seed of triangular dither of ±1 step, which turns rounding errors into steady noise (Lipshitz, Wannamaker and Vanderkooy,
   * 1992). For integers only. Default none: silence stays silence.
   */
  dither?: number | string;
}

/**
 * Writes a sound as the bytes of a WAV file.
 *
 * @param sound - 1 to 65535 channels; samples beyond −1…1 are clipped in integer formats and kept in floats. More than two channels are
 * marked in the order of WAVE (L R C LFE Ls Rs).
 * @param options - Bits and dither.
 * @returns The bytes of the file.
 * @throws RangeError for a sample that is not finite, an unknown `bits`, or more than 4 GiB.
 * @example
 * ```ts
 * import { formatWav } from '@filmai/audio/wav';
 *
 * const bytes = formatWav({ sampleRate: 48_000, channels: [new Float32Array(48_000)] }, { bits: 16 });
 * console.log(bytes.length); // 96044
 * ```
 */
export function formatWav(sound: Sound, { bits = 24, dither }: FormatWavOptions = {}): Uint8Array {
  checkSound('formatWav', sound);
  if (bits !== 16 && bits !== 24 && bits !== '32f')
    throw new RangeError(`formatWav: bits must be 16, 24 or '32f', got ${String(bits)}`);
  if (!Number.isInteger(sound.sampleRate))
    throw new RangeError(`formatWav: WAV stores whole sample rates, got ${sound.sampleRate}; resample first`);
  const sampleBytes = bits === '32f' ? 4 : bits / 8;
  const { channels } = sound;
  const frames = channels[0].length;
  const dataBytes = frames * channels.length * sampleBytes;
  const header = formatHeader(sound, bits, dataBytes);
  const total = header.length + dataBytes + (dataBytes % 2);
  if (total > 0xffffffff)
    throw new RangeError(`formatWav: ${total} bytes don't fit into a WAV file of at most 4 GiB; write it in parts`);
  const bytes = new Uint8Array(total);
  bytes.set(header);
  const view = new DataView(bytes.buffer, header.length);
  const write = sampleWriter(view, bits, dither);
  for (const [c, samples] of channels.entries()) {
    for (let i = 0; i < frames; i++) {
      if (!Number.isFinite(samples[i])) throw new RangeError(`formatWav: sample ${i} of channel ${c} is ${samples[i]}`);
      write((i * channels.length + c) * sampleBytes, samples[i]);
    }
  }
  return bytes;
}

/** Speaker masks of WAVE_FORMAT_EXTENSIBLE for one to six channels; none for more. */
const SPEAKERS = [0, 0x4, 0x3, 0x7, 0x33, 0x37, 0x3f];

/** The last 14 bytes of the sub-format's identifier, which never change. */
const SUBFORMAT_TAIL = [0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xaa, 0, 0x38, 0x9b, 0x71];

function formatHeader({ sampleRate, channels }: Sound, bits: 16 | 24 | '32f', dataBytes: number): Uint8Array {
  const isFloat = bits === '32f';
  const width = isFloat ? 32 : bits;
  const isExtensible = channels.length > 2 || bits === 24;
  const formatBytes = isExtensible ? 40 : isFloat ? 18 : 16;
  const factBytes = isFloat ? 12 : 0; // Every format but PCM says its number of frames.
  const header = new Uint8Array(12 + 8 + formatBytes + factBytes + 8);
  const view = new DataView(header.buffer);
  const letters = (at: number, text: string) => header.set(new TextEncoder().encode(text), at);
  const frameBytes = (channels.length * width) / 8;
  letters(0, 'RIFF');
  view.setUint32(4, header.length - 8 + dataBytes + (dataBytes % 2), true);
  letters(8, 'WAVEfmt ');
  view.setUint32(16, formatBytes, true);
  view.setUint16(20, isExtensible ? 0xfffe : isFloat ? 3 : 1, true);
  view.setUint16(22, channels.length, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * frameBytes, true);
  view.setUint16(32, frameBytes, true);
  view.setUint16(34, width, true);
  if (isExtensible) {
    view.setUint16(36, 22, true);
    view.setUint16(38, width, true);
    view.setUint32(40, SPEAKERS[channels.length] ?? 0, true);
    view.setUint16(44, isFloat ? 3 : 1, true);
    header.set(SUBFORMAT_TAIL, 46);
  }
  const after = 20 + formatBytes;
  if (isFloat) {
    letters(after, 'fact');
    view.setUint32(after + 4, 4, true);
    view.setUint32(after + 8, dataBytes / frameBytes, true);
  }
  letters(after + factBytes, 'data');
  view.setUint32(after + factBytes + 4, dataBytes, true);
  return header;
}

function sampleWriter(
  view: DataView,
  bits: 16 | 24 | '32f',
  dither: number | string | undefined,
): (at: number, value: number) => void {
  if (bits === '32f') return (at, value) => view.setFloat32(at, value, true);
  const random = dither === undefined ? undefined : createRandom(dither);
  const scale = 2 ** (bits - 1);
  const quantise = (value: number) => {
    const noise = random ? random.next() - random.next() : 0;
    return Math.max(-scale, Math.min(scale - 1, Math.round(value * scale + noise)));
  };
  if (bits === 16) return (at, value) => view.setInt16(at, quantise(value), true);
  return (at, value) => {
    const step = quantise(value);
    view.setUint16(at, step & 0xffff, true);
    view.setInt8(at + 2, step >> 16);
  };
}
