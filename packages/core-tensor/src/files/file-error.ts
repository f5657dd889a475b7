/** @file Why a file could not be written, in words and codes of ours. */
import { dirname } from 'node:path';
import { FilmaiError } from '../errors/index.js';

/** Why a file could not be written. */
export type FileErrorCode = 'NO_FOLDER' | 'NOT_WRITABLE' | 'DISK_FULL' | 'IS_FOLDER' | 'WRITE_FAILED';

/** A file could not be written; nothing was left behind. */
export class FileError extends FilmaiError<FileErrorCode> {}

/** Turns the system's code into one of ours with a remedy; errors of other kinds (an encoder's own) pass unchanged. */
export function explainFileError(path: string, error: unknown): unknown {
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
