/** @file WAV files on disk. */
import { readFile } from 'node:fs/promises';
import { writeFileWhole } from '@filmai/core-tensor/files';
import type { Sound } from '@filmai/core-tensor/samples';
import { AudioError } from '../errors/audio-error.js';
import { formatWav, type FormatWavOptions } from './format-wav.js';
import { parseWav, type WavSound } from './parse-wav.js';

/**
 * Reads a WAV file.
 *
 * @param path - The file.
 * @param options - `signal`: cancels the reading.
 * @returns What `parseWav` gives.
 * @throws AudioError `NO_SUCH_FILE`, `NOT_A_FILE`, `READ_FAILED`, or one of `parseWav`, each with the path in its message.
 * @example
 * ```ts
 * import { mkdtempSync } from 'node:fs';
 * import { tmpdir } from 'node:os';
 * import { join } from 'node:path';
 * import { readWav, writeWav } from '@filmai/audio/wav';
 *
 * const path = join(mkdtempSync(join(tmpdir(), 'filmai-')), 'tone.wav');
 * await writeWav(path, { sampleRate: 48_000, channels: [new Float32Array(480).fill(0.25)] });
 * console.log((await readWav(path)).channels[0].length); // 480
 * ```
 */
export async function readWav(path: string, { signal }: { signal?: AbortSignal } = {}): Promise<WavSound> {
  signal?.throwIfAborted();
  const bytes = await readFile(path, { signal }).catch((error: unknown) => {
    signal?.throwIfAborted();
    throw explain(path, error);
  });
  return parseWav(bytes, { name: path });
}

/**
 * Writes a WAV file, whole or not at all.
 *
 * @param path - The target; its folder must exist.
 * @param sound - What to write.
 * @param options - As for `formatWav`; `signal`: cancels before the file appears.
 * @throws FileError of @filmai/core-tensor where the file can't be written; RangeError as `formatWav`.
 */
export async function writeWav(
  path: string,
  sound: Sound,
  { signal, ...format }: FormatWavOptions & { signal?: AbortSignal } = {},
): Promise<void> {
  await writeFileWhole(path, formatWav(sound, format), { signal });
}

function explain(path: string, error: unknown): AudioError {
  switch (error instanceof Error && 'code' in error && error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new AudioError('NO_SUCH_FILE', `${path}: there is no such file`, { remedy: 'Check the name.', cause: error });
    case 'EISDIR':
      return new AudioError('NOT_A_FILE', `${path}: expected a WAV file, got a folder`, {
        remedy: 'Give the name of a file in it.',
        cause: error,
      });
    default:
      return new AudioError(
        'READ_FAILED',
        `${path}: could not be read (${error instanceof Error ? error.message : String(error)})`,
        { cause: error },
      );
  }
}
