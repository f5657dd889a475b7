/**
 * @file Files that appear whole or not at all. A file is written under a hidden name beside its target and renamed when it
 * is complete; a failed, cancelled or killed write never touches what the user had.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { explainFileError } from './file-error.js';

export { FileError } from './file-error.js';
export type { FileErrorCode } from './file-error.js';

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
    throw explainFileError(path, error);
  }
}
