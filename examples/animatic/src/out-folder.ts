/** @file The folder that everything is written to: proved writable before any work is done, gone again where nothing came of it. */
import { mkdir, open, readdir, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { AnimaticError } from './animatic-error.js';

/**
 * Does work in a folder. Where the work fails, folders that were made for it and are still empty are taken away again; files
 * are never touched.
 *
 * @param out - The folder; made with its parents if need be.
 * @param work - Writes into it.
 * @throws AnimaticError `OUT_NOT_WRITABLE` before the work begins; then whatever the work throws.
 */
export async function inOutFolder<T>(out: string, work: () => Promise<T>): Promise<T> {
  const made = await prepareFolder(out);
  try {
    return await work();
  } catch (error) {
    await removeEmptyFolders(join(out, '.cache'));
    await removeMade(out, made);
    throw error;
  }
}

/** Makes the folder and proves that it can be written. Returns the first of the folders that had to be made. */
async function prepareFolder(out: string): Promise<string | undefined> {
  const probe = join(out, `.write-${process.pid}`);
  let made: string | undefined;
  try {
    made = await mkdir(out, { recursive: true });
    await (await open(probe, 'wx')).close();
    await rm(probe, { force: true });
    return made;
  } catch (cause) {
    await removeMade(out, made);
    throw new AnimaticError('OUT_NOT_WRITABLE', `--out ${out}: ${await whyNot(out, cause)}`, {
      remedy: 'Choose another folder with --out.',
      cause,
    });
  }
}

async function whyNot(out: string, cause: unknown): Promise<string> {
  for (let path = resolve(out); ; path = dirname(path)) {
    const found = await stat(path).catch(() => undefined);
    if (found && !found.isDirectory()) return `${path === resolve(out) ? 'this' : path} is a file, not a folder`;
    if (found || path === dirname(path)) break;
  }
  const code = (cause as NodeJS.ErrnoException).code;
  if (code === 'EACCES' || code === 'EPERM') return 'you have no permission to write there';
  if (code === 'EROFS') return 'the disk is read-only';
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'the disk is full';
  return `nothing can be written there (${code ?? String(cause)})`;
}

/** From the folder upwards, as far as they were made here and are empty. */
async function removeMade(out: string, made: string | undefined): Promise<void> {
  if (made === undefined) return;
  for (let path = resolve(out); path.startsWith(resolve(made)); path = dirname(path)) {
    if (
      !(await rmdir(path).then(
        () => true,
        () => false,
      ))
    )
      return;
  }
}

/** From the innermost outwards. */
async function removeEmptyFolders(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => []))
    if (entry.isDirectory()) await removeEmptyFolders(join(folder, entry.name));
  await rmdir(folder).catch(() => undefined);
}
