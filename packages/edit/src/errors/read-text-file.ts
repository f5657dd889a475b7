/** @file A text file, or an error that says why not. */
import { readFile } from 'node:fs/promises';
import { EditError } from './edit-error.js';

/** Reads UTF-8 text; a byte order mark is taken off. */
export async function readTextFile(path: string): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    const folder = (error as NodeJS.ErrnoException).code === 'EISDIR';
    throw new EditError('NO_FILE', `${path}: ${folder ? 'is a folder, not a file' : 'could not be read'}`, {
      remedy: 'Check the path.',
      cause: error,
    });
  }
}
