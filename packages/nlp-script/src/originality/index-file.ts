/**
 * @file Indexes of originality as bytes and files. After "FMOI", the version and the shingle's size, each script as its name, words (two bytes
 * each), places (mostly one byte each: five bits of length, three of the gap before), lines and sketch; a checksum of everything ends it.
 */
import { NlpScriptError } from '../screenplay/error.js';
import { readScriptFile } from '../screenplay/script-file.js';
import type { ReadScriptOptions, WriteScriptOptions } from '../screenplay/script-file.js';
import { SHINGLE_WORDS, SKETCH_BINS } from './fingerprints.js';
import type { IndexedScript, OriginalityIndex } from './originality-index.js';
import { createOriginalityIndex } from './originality-index.js';

const MAGIC = [0x46, 0x4d, 0x4f, 0x49];
const VERSION = 1;
/** Largest length and gap that share a byte; 255 says that both follow as numbers. */
const LONGEST_WORD = 30;
const WIDEST_GAP = 7;
/** 4 GiB − 1: an index is not a script. */
const LARGEST = 0xffffffff;

/**
 * Writes an index as bytes: about three for each word of its scripts, no text.
 *
 * @param index - The index.
 * @returns Bytes for {@link parseOriginalityIndex}.
 * @example
 * ```ts
 * import { createOriginalityIndex, formatOriginalityIndex, parseOriginalityIndex } from '@filmai/nlp-script/originality';
 *
 * console.log(parseOriginalityIndex(formatOriginalityIndex(createOriginalityIndex())).scripts.length); // 0
 * ```
 */
export function formatOriginalityIndex(index: OriginalityIndex): Uint8Array {
  const writer = createByteWriter();
  for (const byte of [...MAGIC, VERSION, SHINGLE_WORDS]) writer.byte(byte);
  writer.number(index.scripts.length);
  for (const script of index.scripts) writeScript(writer, script);
  const sum = checksum(writer.bytes());
  for (let shift = 0; shift < 32; shift += 8) writer.byte((sum >>> shift) & 255);
  return writer.bytes();
}

/**
 * Reads an index.
 *
 * @param bytes - From {@link formatOriginalityIndex}.
 * @returns The index; scripts can be added to it.
 * @throws NlpScriptError `BAD_INDEX` where the bytes are no index, one of another version, cut off or damaged.
 * @example
 * ```ts
 * import { createOriginalityIndex, formatOriginalityIndex, parseOriginalityIndex } from '@filmai/nlp-script/originality';
 *
 * const index = parseOriginalityIndex(formatOriginalityIndex(createOriginalityIndex()));
 * ```
 */
export function parseOriginalityIndex(bytes: Uint8Array): OriginalityIndex {
  if (!(bytes instanceof Uint8Array)) throw new TypeError('parseOriginalityIndex: expected a Uint8Array');
  if (bytes.length < 11 || MAGIC.some((byte, i) => bytes[i] !== byte)) throw bad('these bytes are no index of originality');
  if (bytes[4] !== VERSION || bytes[5] !== SHINGLE_WORDS)
    throw bad(`the index has version ${bytes[4]} with shingles of ${bytes[5]} words, expected ${VERSION} with ${SHINGLE_WORDS}`);
  const end = bytes.length - 4;
  const sum = (bytes[end] | (bytes[end + 1] << 8) | (bytes[end + 2] << 16) | (bytes[end + 3] << 24)) >>> 0;
  if (checksum(bytes.subarray(0, end)) !== sum) throw bad('the index is cut off or damaged: its checksum differs');
  const reader = createByteReader(bytes.subarray(0, end), 6);
  const count = reader.number();
  const scripts: IndexedScript[] = [];
  for (let i = 0; i < count; i++) scripts.push(readScript(reader));
  return createOriginalityIndex(scripts);
}

/**
 * Reads an index file.
 *
 * @param path - The file.
 * @param options - `maxBytes`: largest file, default 4 GiB. `signal` cancels.
 * @throws NlpScriptError `BAD_INDEX`, and the codes of `readFountain` where the file can't be read.
 * @example
 * ```ts
 * import { mkdtempSync } from 'node:fs';
 * import { tmpdir } from 'node:os';
 * import { join } from 'node:path';
 * import { createOriginalityIndex, readOriginalityIndex, writeOriginalityIndex } from '@filmai/nlp-script/originality';
 *
 * const path = join(mkdtempSync(join(tmpdir(), 'filmai-')), 'ours.originality');
 * await writeOriginalityIndex(path, createOriginalityIndex());
 * console.log((await readOriginalityIndex(path)).scripts.length); // 0
 * ```
 */
export async function readOriginalityIndex(path: string, options: ReadScriptOptions = {}): Promise<OriginalityIndex> {
  const bytes = await readScriptFile(path, { maxBytes: LARGEST, ...options });
  try {
    return parseOriginalityIndex(bytes);
  } catch (error) {
    if (!(error instanceof NlpScriptError)) throw error;
    throw new NlpScriptError('BAD_INDEX', `${path}: ${error.message}`, { cause: error });
  }
}

/**
 * Writes an index file, whole or not at all.
 *
 * @param path - The target.
 * @param index - The index.
 * @param options - `signal` cancels; `makeFolder`: create the folder first, default false.
 * @throws FileError of `@filmai/core-tensor` with a code.
 * @example
 * ```ts
 * import { createOriginalityIndex, writeOriginalityIndex } from '@filmai/nlp-script/originality';
 *
 * await writeOriginalityIndex('/tmp/ours.originality', createOriginalityIndex());
 * ```
 */
export async function writeOriginalityIndex(
  path: string,
  index: OriginalityIndex,
  options: WriteScriptOptions = {},
): Promise<void> {
  const { writeFileWhole } = await import('@filmai/core-tensor/files');
  await writeFileWhole(path, formatOriginalityIndex(index), options);
}

function bad(message: string): NlpScriptError {
  return new NlpScriptError('BAD_INDEX', message, { remedy: 'Make the index again from the scripts.' });
}

function writeScript(writer: ByteWriter, { name, words, starts, lengths, lineStarts, sketch }: IndexedScript): void {
  const letters = new TextEncoder().encode(name);
  writer.number(letters.length);
  for (const byte of letters) writer.byte(byte);
  writer.number(words.length);
  for (const word of words) {
    writer.byte(word & 255);
    writer.byte(word >>> 8);
  }
  let end = 0;
  for (let i = 0; i < words.length; i++) {
    const gap = starts[i] - end;
    if (gap >= 0 && gap < WIDEST_GAP && lengths[i] <= LONGEST_WORD) writer.byte(gap * 32 + lengths[i]);
    else {
      writer.byte(255);
      // Words of a Final Draft paragraph begin where the one before began, so gaps can be negative.
      writer.number(gap >= 0 ? gap * 2 : -gap * 2 - 1);
      writer.number(lengths[i]);
    }
    end = starts[i] + lengths[i];
  }
  writer.number(lineStarts.length);
  let last = 0;
  for (const start of lineStarts) {
    writer.number(start - last);
    last = start;
  }
  for (const value of sketch) writer.number(value);
}

function readScript(reader: ByteReader): IndexedScript {
  const name = new TextDecoder().decode(reader.take(reader.number()));
  const count = reader.number();
  const bytes = reader.take(count * 2);
  const words = new Uint16Array(count);
  for (let i = 0; i < count; i++) words[i] = bytes[2 * i] | (bytes[2 * i + 1] << 8);
  const starts = new Uint32Array(count);
  const lengths = new Uint32Array(count);
  let end = 0;
  for (let i = 0; i < count; i++) {
    const packed = reader.byte();
    let gap = packed >>> 5;
    let length = packed & 31;
    if (packed === 255) {
      const signed = reader.number();
      gap = signed % 2 === 0 ? signed / 2 : -(signed + 1) / 2;
      length = reader.number();
    }
    starts[i] = end + gap;
    lengths[i] = length;
    end = starts[i] + length;
  }
  const lineStarts = new Uint32Array(reader.number());
  for (let i = 0, line = 0; i < lineStarts.length; i++) lineStarts[i] = line += reader.number();
  const sketch = new Uint32Array(SKETCH_BINS);
  for (let i = 0; i < SKETCH_BINS; i++) sketch[i] = reader.number();
  return { name, words, starts, lengths, lineStarts, sketch };
}

interface ByteWriter {
  byte(value: number): void;
  /** Seven bits a byte, least first; up to 53 bits. */
  number(value: number): void;
  bytes(): Uint8Array;
}

function createByteWriter(): ByteWriter {
  let buffer = new Uint8Array(1 << 16);
  let length = 0;
  const byte = (value: number): void => {
    if (length === buffer.length) {
      const larger = new Uint8Array(buffer.length * 2);
      larger.set(buffer);
      buffer = larger;
    }
    buffer[length++] = value;
  };
  return {
    byte,
    number(value) {
      let rest = value;
      while (rest > 127) {
        byte((rest % 128) | 128);
        rest = Math.floor(rest / 128);
      }
      byte(rest);
    },
    bytes: () => buffer.slice(0, length),
  };
}

interface ByteReader {
  byte(): number;
  number(): number;
  /** The next bytes, as a view. */
  take(length: number): Uint8Array;
}

function createByteReader(bytes: Uint8Array, from: number): ByteReader {
  let at = from;
  const byte = (): number => {
    if (at >= bytes.length) throw bad('the index ends within a script');
    return bytes[at++];
  };
  return {
    byte,
    take(length) {
      if (at + length > bytes.length) throw bad('the index ends within a script');
      at += length;
      return bytes.subarray(at - length, at);
    },
    number() {
      let value = 0;
      let scale = 1;
      for (let next = byte(); ; next = byte()) {
        value += (next & 127) * scale;
        if (next < 128) return value;
        scale *= 128;
      }
    },
  };
}

/** FNV-1a (Fowler, Noll, Vo) of 32 bits over the bytes. */
function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i], 0x01000193);
  return hash >>> 0;
}
