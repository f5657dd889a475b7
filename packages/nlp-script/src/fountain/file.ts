/** @file Fountain files. */
import { NlpScriptError } from '../screenplay/error.js';
import { readScriptFile } from '../screenplay/script-file.js';
import type { ReadScriptOptions, WriteScriptOptions } from '../screenplay/script-file.js';
import type { Screenplay } from '../screenplay/screenplay.js';
import { encodeFountain } from './format.js';
import { parseFountain } from './parse.js';
import type { FountainOptions, ParsedScript } from './parse.js';

/**
 * Reads a `.fountain` file.
 *
 * @param path - The file.
 * @param options - `maxBytes`: largest file, default 32 MiB. `signal` cancels. `titlePage`, `encoding`: as for `parseFountain`.
 * @returns The screenplay and the diagnostics; a script without a scene is read, with the diagnostic `NO_SCENE`.
 * @throws NlpScriptError with code `NO_FILE`, `IS_FOLDER`, `NOT_READABLE`, `TOO_LARGE`, `EMPTY` or `NOT_TEXT`; the signal's reason if cancelled.
 * @example
 * ```ts
 * import { mkdtempSync } from 'node:fs';
 * import { tmpdir } from 'node:os';
 * import { join } from 'node:path';
 * import { parseFountain, readFountain, writeFountain } from '@filmai/nlp-script/fountain';
 *
 * const path = join(mkdtempSync(join(tmpdir(), 'filmai-')), 'short.fountain');
 * await writeFountain(path, parseFountain('INT. HALL - DAY\n\nDust.\n').screenplay);
 * console.log((await readFountain(path)).screenplay.elements.length); // 2
 * ```
 */
export async function readFountain(path: string, options: ReadScriptOptions & FountainOptions = {}): Promise<ParsedScript> {
  const bytes = await readScriptFile(path, options);
  const { titlePage, encoding } = options;
  const parsed = parseFountain(bytes, { titlePage, encoding });
  for (const { code, message } of parsed.diagnostics) {
    if (code === 'EMPTY')
      throw new NlpScriptError('EMPTY', `${path}: there is nothing but blank space in it`, {
        remedy: 'Write at least one scene heading and some action.',
      });
    if (code === 'NOT_TEXT') throw new NlpScriptError('NOT_TEXT', `${path}: ${message}`);
  }
  return parsed;
}

/**
 * Writes a `.fountain` file, whole or not at all; an unchanged script is written as it was read, byte for byte.
 *
 * @param path - The target.
 * @param screenplay - As for `formatFountain`.
 * @param options - `signal` cancels; `makeFolder`: create the folder first, default false.
 * @throws FileError of `@filmai/core-tensor` with a code; TypeError where it isn't a screenplay.
 */
export async function writeFountain(path: string, screenplay: Screenplay, options: WriteScriptOptions = {}): Promise<void> {
  // Here and not above, so that a page in the browser can load the format.
  const { writeFileWhole } = await import('@filmai/core-tensor/files');
  await writeFileWhole(path, encodeFountain(screenplay), options);
}
