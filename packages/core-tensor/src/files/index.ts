/**
 * @file Files that appear whole or not at all. A file is written under a hidden name beside its target and renamed when it
 * is complete; a failed, cancelled or killed write never touches what the user had.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { FilmaiError } from '../errors/index.js';

/** Why a file could not be written. */
export type FileErrorCode = 'NO_FOLDER' | 'NOT_WRITABLE' | 'DISK_FULL' | 'IS_FOLDER' | 'WRITE_FAILED';

/** A file could not be written; nothing was left behind. */
export class FileError extends FilmaiError<FileErrorCode> {}

/**
 * Writes a file whole: bytes or text at once, or through a function that is given the temporary path.
 *
 * @param path - The target. An existing file is replaced at the end, in one step.
 * @param content - What to write, or a function that writes the file at the path it is given (an encoder, say).
 * @param options - `signal`: cancels before the rename. `makeFolder`: create the folder first, default false.
 * @throws FileError with a code; the signal's reason if cancelled. The target is then as it was before.
 * @example
 * ```ts
 * import { mkdtempSync, readFileSync } from 'node:fs';
 * import { tmpdir } from 'node:os';
 * import { join } from 'node:path';
 * import { writeFileWhole } from '@filmai/core-tensor/files';
 *
 * const path = join(mkdtempSync(join(tmpdir(), 'filmai-')), 'note.txt');
 * await writeFileWhole(path, 'whole');
 * console.log(readFileSync(path, 'utf8')); // whole
 * ```
 */
export async function writeFileWhole(
  path: string,
  content: string | Uint8Array | ((temporaryPath: string) => Promise<void>),
  { signal, makeFolder = false }: { signal?: AbortSignal; makeFolder?: boolean } = {},
): Promise<void> {
  signal?.throwIfAborted();
  // The extension stays last: encoders choose the container by it.
  const temporary = join(dirname(path), `.${randomBytes(6).toString('hex')}.part.${basename(path)}`);
  try {
    if (makeFolder) await mkdir(dirname(path), { recursive: true });
    if ((await stat(path).catch(() => undefined))?.isDirectory())
      throw Object.assign(new Error('is a directory'), { code: 'EISDIR' });
    if (typeof content === 'function') await content(temporary);
    else await writeFile(temporary, content, { signal });
    signal?.throwIfAborted();
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true, recursive: true }).catch(() => undefined);
    signal?.throwIfAborted();
    throw explain(path, error);
  }
}

/** Turns the system's code into one of ours with a remedy; errors of other kinds (an encoder's own) pass unchanged. */
function explain(path: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new FileError('NO_FOLDER', `${path}: its folder does not exist`, {
        remedy: `Create ${dirname(path)} first.`,
        cause: error,
      });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new FileError('NOT_WRITABLE', `${path}: may not be written`, {
        remedy: 'Choose another folder or change its permissions.',
        cause: error,
      });
    case 'ENOSPC':
    case 'EDQUOT':
      return new FileError('DISK_FULL', `${path}: the disk is full`, {
        remedy: 'Free some space or choose another folder.',
        cause: error,
      });
    case 'EISDIR':
      return new FileError('IS_FOLDER', `${path}: is a folder, not a file`, { remedy: 'Give the name of a file.', cause: error });
    default:
      return error instanceof FilmaiError || code === undefined
        ? error
        : new FileError('WRITE_FAILED', `${path}: could not be written (${code})`, { cause: error });
  }
}
