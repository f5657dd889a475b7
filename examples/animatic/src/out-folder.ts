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
    await removeMade(made);
    throw error;
  }
}

/** Makes the folder and proves that it can be written. Returns the folders that had to be made, the innermost first. */
async function prepareFolder(out: string): Promise<string[]> {
  const made: string[] = [];
  const probe = join(out, `.write-${process.pid}`);
  try {
    // One by one: where a parent can't be made, Node's own recursive mkdir may try for ever (/proc/x/y on Linux).
    for (const path of await missingFolders(out)) {
      await mkdir(path);
      made.unshift(path);
    }
    await (await open(probe, 'wx')).close();
    await rm(probe, { force: true });
    return made;
  } catch (cause) {
    await removeMade(made);
    throw new AnimaticError('OUT_NOT_WRITABLE', `--out ${out}: ${await whyNot(out, cause)}`, {
      remedy: 'Choose another folder with --out.',
      cause,
    });
  }
}

/** The outermost first. */
async function missingFolders(out: string): Promise<string[]> {
  const missing: string[] = [];
  for (let path = resolve(out); !(await stat(path).catch(() => undefined)); path = dirname(path)) {
    missing.unshift(path);
    if (path === dirname(path)) break;
  }
  return missing;
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

/** As far as they are empty. */
async function removeMade(made: readonly string[]): Promise<void> {
  for (const path of made) await rmdir(path).catch(() => undefined);
}

/** From the innermost outwards. */
async function removeEmptyFolders(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => []))
    if (entry.isDirectory()) await removeEmptyFolders(join(folder, entry.name));
  await rmdir(folder).catch(() => undefined);
}
