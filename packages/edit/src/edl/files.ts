/** @file EDL files. */
import { writeFileWhole } from '@filmai/core-tensor/files';
import { readTextFile } from '../errors/read-text-file.js';
import { parseEdl, type EditDecisionList, type EdlDiagnostic } from './edl.js';
import { formatEdl } from './format.js';

/**
 * Reads an .edl file.
 *
 * @param path - The file.
 * @param options - `rate`: frames in a second, default 24.
 * @throws EditError `NO_FILE` or `BAD_EDL`.
 */
export async function readEdl(
  path: string,
  options: { rate?: number } = {},
): Promise<{ edl: EditDecisionList; diagnostics: EdlDiagnostic[] }> {
  return parseEdl(await readTextFile(path), options);
}

/**
 * Writes an .edl file, whole or not at all.
 *
 * @param path - The target.
 * @param edl - Any list.
 * @throws FileError where it can't be written.
 */
export async function writeEdl(path: string, edl: EditDecisionList): Promise<void> {
  await writeFileWhole(path, formatEdl(edl));
}
