/** @file Final Draft files. */
import { encodeText } from '../screenplay/encode-text.js';
import { NlpScriptError } from '../screenplay/error.js';
import { readScriptFile } from '../screenplay/script-file.js';
import type { ReadScriptOptions, WriteScriptOptions } from '../screenplay/script-file.js';
import type { Screenplay } from '../screenplay/screenplay.js';
import { formatFdx } from './format.js';
import type { FdxOptions } from './format.js';
import { parseFdx } from './parse.js';
import type { ParsedFdx } from './parse.js';

/**
 * Reads an `.fdx` file.
 *
 * @param path - The file.
 * @param options - `maxBytes`: largest file, default 32 MiB. `signal` cancels.
 * @returns The screenplay and the diagnostics; a broken file gives what could be read, with `MALFORMED_XML`.
 * @throws NlpScriptError with code `NO_FILE`, `IS_FOLDER`, `NOT_READABLE`, `TOO_LARGE`, `EMPTY`, `NOT_TEXT` or `NOT_FDX`.
 */
export async function readFdx(path: string, options: ReadScriptOptions = {}): Promise<ParsedFdx> {
  const parsed = parseFdx(await readScriptFile(path, options));
  for (const { code, message } of parsed.diagnostics) {
    if (code === 'EMPTY' || code === 'NOT_TEXT' || code === 'NOT_FDX') throw new NlpScriptError(code, `${path}: ${message}`);
  }
  return parsed;
}

/**
 * Writes an `.fdx` file, whole or not at all.
 *
 * @param path - The target.
 * @param screenplay - As for `formatFdx`.
 * @param options - `pages`: page layout. `signal` cancels; `makeFolder`: create the folder first, default false.
 * @throws FileError of `@filmai/core-tensor` with a code; TypeError where it isn't a screenplay.
 */
export async function writeFdx(
  path: string,
  screenplay: Screenplay,
  options: WriteScriptOptions & FdxOptions = {},
): Promise<void> {
  const text = formatFdx(screenplay, { pages: options.pages });
  const kept = screenplay.source?.format === 'fdx' ? screenplay.source.encoding : 'utf-8';
  // Here and not above, so that a page in the browser can load the format.
  const { writeFileWhole } = await import('@filmai/core-tensor/files');
  await writeFileWhole(path, encodeText(text, kept.startsWith('utf-') ? kept : 'utf-8'), {
    signal: options.signal,
    makeFolder: options.makeFolder,
  });
}
