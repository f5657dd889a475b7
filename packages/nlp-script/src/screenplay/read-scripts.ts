/** @file The scripts of a folder one after the other: one is in memory at a time, and a broken file is an entry like any other. */
import type { Dirent } from 'node:fs';
import { NlpScriptError } from './error.js';
import type { Diagnostic, Screenplay } from './screenplay.js';

/** A script of a folder, or why it could not be read. */
export type FolderScript =
  | { path: string; screenplay: Screenplay; diagnostics: Diagnostic[]; error?: undefined }
  | { path: string; error: NlpScriptError; screenplay?: undefined };

/** How a folder is read. */
export interface ReadScriptsOptions {
  /** Look into folders within. Default true; links to folders aren't followed. */
  recursive?: boolean;
  /** Largest file that is read, in bytes. Default 32 MiB. */
  maxBytes?: number;
  /** Cancels between and within files. */
  signal?: AbortSignal;
}

const SCRIPT = /\.(?:fountain|spmd|fdx)$/i;

/**
 * Reads the scripts of a folder: `.fountain`, `.spmd` and `.fdx`, in the order of their names. The next file is read when it is asked for.
 *
 * @param folder - The folder.
 * @param options - See {@link ReadScriptsOptions}.
 * @returns Scripts and failures; a file that can't be read never ends the iteration.
 * @throws NlpScriptError `NO_FILE`, `NOT_READABLE` for the folder itself; the signal's reason when cancelled.
 * @example
 * ```ts
 * import { mkdtempSync } from 'node:fs';
 * import { tmpdir } from 'node:os';
 * import { join } from 'node:path';
 * import { parseFountain, writeFountain } from '@filmai/nlp-script/fountain';
 * import { readScripts } from '@filmai/nlp-script/screenplay';
 *
 * const folder = mkdtempSync(join(tmpdir(), 'filmai-'));
 * await writeFountain(join(folder, 'short.fountain'), parseFountain('INT. HALL - DAY\n\nDust.\n').screenplay);
 * for await (const { path, screenplay, error } of readScripts(folder)) console.log(path, error?.message ?? screenplay?.elements.length);
 * ```
 */
export async function* readScripts(folder: string, options: ReadScriptsOptions = {}): AsyncGenerator<FolderScript, void, void> {
  const { recursive = true, maxBytes, signal } = options;
  if (typeof folder !== 'string' || folder === '') throw new TypeError('readScripts: expected the path of a folder');
  signal?.throwIfAborted();
  const { join } = await import('node:path');
  // Here and not above: the readers stand on this room, and a page in the browser can load it without files.
  const [{ readFountain }, { readFdx }] = await Promise.all([import('../fountain/file.js'), import('../fdx/file.js')]);
  const reading = { ...(maxBytes === undefined ? {} : { maxBytes }), ...(signal ? { signal } : {}) };
  for (const entry of await listFolder(folder)) {
    signal?.throwIfAborted();
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (recursive) yield* readScripts(path, options);
      continue;
    }
    if (!SCRIPT.test(entry.name)) continue;
    try {
      const { screenplay, diagnostics } = /\.fdx$/i.test(path) ? await readFdx(path, reading) : await readFountain(path, reading);
      yield { path, screenplay, diagnostics };
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof NlpScriptError)) throw error;
      yield { path, error };
    }
  }
}

async function listFolder(folder: string): Promise<Dirent[]> {
  const { readdir } = await import('node:fs/promises');
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT')
      throw new NlpScriptError('NO_FILE', `${folder}: there is no such folder`, { remedy: 'Check the path.', cause });
    throw new NlpScriptError('NOT_READABLE', `${folder}: could not be read as a folder (${code})`, {
      remedy: 'Give a folder, and check its permissions.',
      cause,
    });
  }
}
