/**
 * @file Reads WAV bytes: RIFF (Microsoft and IBM, 1991), WAVE_FORMAT_EXTENSIBLE, and RF64/BW64 (EBU Tech 3306, ITU-R BS.2088)
 * for files above 4 GiB. Damaged files give what is left of them and say what is missing.
 */
import type { Sound } from '@filmai/core-tensor/samples';
import { AudioError } from '../errors/audio-error.js';

/** Something about a WAV file that is wrong but could be read past. */
export interface WavDiagnostic {
  /** `TRUNCATED`: the data ends before the length that the header gives. `PARTIAL_FRAME`: bytes are left over after the last whole frame. */
  code: 'TRUNCATED' | 'PARTIAL_FRAME';
  /** What was expected and what came. */
  message: string;
}

/** The sound of a WAV file, with how it was stored. */
export interface WavSound extends Sound {
  /** Bits of a stored sample: 8, 16, 24, 32 or 64. */
  bits: number;
  /** How samples are stored. */
  coding: 'integer' | 'float';
  /** What was wrong with the file; empty for a sound one. */
  diagnostics: WavDiagnostic[];
}

/**
 * Reads the bytes of a WAV file.
 *
 * @param bytes - The whole file: 8, 16, 24 or 32-bit integers, or 32 or 64-bit floats; RIFF, RF64 or BW64; chunks in any order.
 * @param options - `name`: what messages call the file, default `'WAV'`.
 * @returns The samples, integers scaled by 1 / 2^(bits − 1), and the diagnostics. Data that ends early gives the frames that are there.
 * @throws AudioError `NOT_WAV`, `WAV_DAMAGED` (no format or no data chunk) or `WAV_UNSUPPORTED` (a compressed coding).
 * @example
 * ```ts
 * import { formatWav, parseWav } from '@filmai/audio/wav';
 *
 * const bytes = formatWav({ sampleRate: 48_000, channels: [Float32Array.of(0, 0.5)] }, { bits: 16 });
 * const { channels, bits } = parseWav(bytes, { name: 'take.wav' });
 * console.log(channels[0][1], bits); // 0.5 16
 * ```
 */
export function parseWav(bytes: Uint8Array, { name = 'WAV' }: { name?: string } = {}): WavSound {
  if (!(bytes instanceof Uint8Array)) throw new TypeError('parseWav: expected the bytes of a file as a Uint8Array');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const outer = fourLetters(view, 0);
  if (!['RIFF', 'RF64', 'BW64'].includes(outer) || fourLetters(view, 8) !== 'WAVE') {
    throw new AudioError('NOT_WAV', `${name}: expected a WAV file, got ${nameContent(view, outer)}`, {
      remedy: 'Convert it to WAV, or decode it with @filmai/media.',
    });
  }
  const { format, data } = findChunks(view, name);
  const { channels: count, bits, coding, sampleRate } = readFormat(view, format, name);
  const diagnostics: WavDiagnostic[] = [];
  if (data.present < data.declared) {
    diagnostics.push({
      code: 'TRUNCATED',
      message: `${name}: the data should have ${data.declared} bytes, ${data.present} are there`,
    });
  }
  const frameBytes = count * (bits / 8);
  const frames = Math.floor(data.present / frameBytes);
  if (frames * frameBytes !== data.present) {
    diagnostics.push({
      code: 'PARTIAL_FRAME',
      message: `${name}: ${data.present - frames * frameBytes} bytes after the last whole frame were left out`,
    });
  }
  const read = sampleReader(view, bits, coding);
  const channels = Array.from({ length: count }, (_, channel) => {
    const samples = new Float32Array(frames);
    let at = data.start + channel * (bits / 8);
    for (let i = 0; i < frames; i++, at += frameBytes) samples[i] = read(at);
    return samples;
  });
  return { sampleRate, channels, bits, coding, diagnostics };
}

interface Chunk {
  start: number;
  /** Length that the header gives. */
  declared: number;
  /** Length that is there. */
  present: number;
}

/** Lengths of 2^32 − 1 mean "unknown" (a writer that was killed) or, in RF64, "see the ds64 chunk". */
const UNKNOWN_LENGTH = 0xffffffff;

function findChunks(view: DataView, name: string): { format: Chunk; data: Chunk } {
  let format: Chunk | undefined;
  let data: Chunk | undefined;
  let longDataLength: number | undefined;
  let at = 12;
  while (at + 8 <= view.byteLength && !(format && data)) {
    const id = fourLetters(view, at);
    const start = at + 8;
    const rest = view.byteLength - start;
    let declared = view.getUint32(at + 4, true);
    if (id === 'ds64' && rest >= 16) longDataLength = Number(view.getBigUint64(start + 8, true));
    if (id === 'data' && declared === UNKNOWN_LENGTH) declared = longDataLength ?? rest;
    const chunk = { start, declared, present: Math.min(declared, rest) };
    if (id === 'fmt ') format = chunk;
    if (id === 'data') data = chunk;
    at = start + declared + (declared % 2); // Chunks begin at even places.
  }
  const missing = !format || format.present < 16 ? 'format' : data ? undefined : 'data';
  if (!format || !data || missing) {
    throw new AudioError('WAV_DAMAGED', `${name}: no ${missing} chunk in its ${view.byteLength} bytes`, {
      remedy: 'The file was cut off or never finished: copy or record it again.',
    });
  }
  return { format, data };
}

const PCM = 1;
const FLOAT = 3;
const EXTENSIBLE = 0xfffe;

function readFormat(view: DataView, { start, present }: Chunk, name: string) {
  const tag = view.getUint16(start, true);
  // The sub-format's first two bytes are the plain tag; the rest is a constant.
  const coding = tag === EXTENSIBLE && present >= 26 ? view.getUint16(start + 24, true) : tag;
  const channels = view.getUint16(start + 2, true);
  const sampleRate = view.getUint32(start + 4, true);
  const bits = view.getUint16(start + 14, true);
  if (channels === 0 || sampleRate === 0) {
    throw new AudioError('WAV_DAMAGED', `${name}: its header gives ${channels} channels at ${sampleRate} Hz`);
  }
  const readable = coding === PCM ? [8, 16, 24, 32] : coding === FLOAT ? [32, 64] : [];
  if (!readable.includes(bits)) {
    throw new AudioError(
      'WAV_UNSUPPORTED',
      `${name}: expected PCM of 8, 16, 24 or 32 bits or float of 32 or 64 bits, got format ${coding} with ${bits} bits`,
      {
        remedy: 'Convert it to PCM, or decode it with @filmai/media.',
      },
    );
  }
  return { channels, sampleRate, bits, coding: coding === PCM ? ('integer' as const) : ('float' as const) };
}

function sampleReader(view: DataView, bits: number, coding: 'integer' | 'float'): (at: number) => number {
  if (coding === 'float') return bits === 32 ? (at) => view.getFloat32(at, true) : (at) => view.getFloat64(at, true);
  switch (bits) {
    case 8:
      return (at) => (view.getUint8(at) - 128) / 128; // 8-bit samples alone have no sign.
    case 16:
      return (at) => view.getInt16(at, true) / 32_768;
    case 24:
      return (at) => (view.getUint16(at, true) + view.getInt8(at + 2) * 65_536) / 8_388_608;
    default:
      return (at) => view.getInt32(at, true) / 2_147_483_648;
  }
}

function fourLetters(view: DataView, at: number): string {
  if (at + 4 > view.byteLength) return '';
  return String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
}

/** Says what the bytes are instead, where the first of them tell. */
function nameContent(view: DataView, outer: string): string {
  if (view.byteLength === 0) return 'an empty file';
  const known: Record<string, string> = {
    OggS: 'an Ogg file',
    fLaC: 'a FLAC file',
    FORM: 'an AIFF file',
    RIFF: 'another RIFF file (AVI or WebP)',
  };
  if (known[outer]) return known[outer];
  if (outer.startsWith('ID3')) return 'an MP3 file';
  if (fourLetters(view, 4) === 'ftyp') return 'an MP4 or M4A file';
  if (view.byteLength >= 3 && view.getUint16(0) === 0xffd8) return 'a JPEG picture';
  if (outer.slice(1) === 'PNG') return 'a PNG picture';
  return `${view.byteLength} bytes of something else`;
}
