/** @file A folder that appears whole or not at all, and is on the disk when the call returns. */
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { writeFileWhole } from '../files/index.js';

/** A file of the folder. */
export interface Part {
  /** Path below the folder, with `/`. */
  path: string;
  bytes: Uint8Array;
}

/**
 * Writes a new folder with files.
 *
 * @param folder - Must not exist; the folder that holds it is made.
 * @throws FileError with a code; the signal's reason where cancelled. Nothing is left then.
 */
export async function writeFolderWhole(folder: string, parts: readonly Part[], signal?: AbortSignal): Promise<void> {
  const write = async (temporary: string): Promise<void> => {
    await mkdir(temporary);
    for (const { path, bytes } of parts) {
      signal?.throwIfAborted();
      await mkdir(dirname(join(temporary, path)), { recursive: true });
      const file = await open(join(temporary, path), 'wx');
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
    }
    const folders = new Set(parts.map(({ path }) => dirname(join(temporary, path))));
    for (const one of new Set([...folders, temporary])) await syncFolder(one);
  };
  await writeFileWhole(folder, write, { signal, makeFolder: true });
  await syncFolder(dirname(folder));
}

/** Removes a folder so that no half of it is ever seen under its name. */
export async function removeFolderWhole(folder: string): Promise<void> {
  const gone = join(dirname(folder), `.gone.part.${basename(folder)}`);
  await rename(folder, gone);
  await rm(gone, { recursive: true, force: true });
}

/** Makes names of files durable; systems that can't open a folder (Windows) write them through by themselves. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
