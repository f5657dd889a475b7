/** @file Script files in whole: bytes from a path, with an error that says what is wrong with the path. */
import { NlpScriptError } from './error.js';

/** How a script file is read. */
export interface ReadScriptOptions {
  /** Largest file that is read, in bytes. Default 32 MiB; a feature of 120 pages has about 200 KB. */
  maxBytes?: number;
  /** Cancels the reading. */
  signal?: AbortSignal;
}

/** How a script file is written. */
export interface WriteScriptOptions {
  /** Cancels before the file appears. */
  signal?: AbortSignal;
  /** Create the folder first. Default false. */
  makeFolder?: boolean;
}

/** 32 MiB. */
const LARGEST = 32 * 1024 * 1024;

/**
 * Reads a file's bytes.
 *
 * @throws NlpScriptError `NO_FILE`, `IS_FOLDER`, `NOT_READABLE`, `TOO_LARGE`, `EMPTY`; TypeError and RangeError for wrong arguments.
 */
export async function readScriptFile(path: string, { maxBytes = LARGEST, signal }: ReadScriptOptions = {}): Promise<Uint8Array> {
  if (typeof path !== 'string' || path === '')
    throw new TypeError(`expected the path of a script, got ${path === '' ? 'an empty one' : typeof path}`);
  if (!(maxBytes > 0)) throw new RangeError(`maxBytes must be more than 0, got ${maxBytes}`);
  signal?.throwIfAborted();
  // Here and not above, so that a page in the browser can load the formats.
  const { readFile, stat } = await import('node:fs/promises');
  try {
    const file = await stat(path);
    const { size } = file;
    if (file.isDirectory())
      throw new NlpScriptError('IS_FOLDER', `${path}: is a folder, not a script`, { remedy: 'Give the path of a file in it.' });
    if (size > maxBytes) throw tooLarge(path, size, maxBytes);
    const bytes = await readFile(path, { signal });
    if (bytes.length > maxBytes) throw tooLarge(path, bytes.length, maxBytes);
    if (bytes.length === 0)
      throw new NlpScriptError('EMPTY', `${path}: the file is empty`, {
        remedy: 'Write at least one scene heading and some action.',
      });
    return bytes;
  } catch (error) {
    signal?.throwIfAborted();
    throw explain(path, error);
  }
}

function tooLarge(path: string, bytes: number, limit: number): NlpScriptError {
  const mebibytes = (count: number): string => `${(count / 1024 / 1024).toFixed(1)} MiB`;
  return new NlpScriptError('TOO_LARGE', `${path}: has ${mebibytes(bytes)}, more than the ${mebibytes(limit)} that are read`, {
    remedy: 'If it really is a script, raise the option maxBytes.',
  });
}

function explain(path: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (error instanceof NlpScriptError || code === undefined) return error;
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new NlpScriptError('NO_FILE', `${path}: there is no such file`, { remedy: 'Check the path.', cause: error });
  return new NlpScriptError('NOT_READABLE', `${path}: could not be read (${code})`, {
    remedy: 'Check the permissions of the file.',
    cause: error,
  });
}
