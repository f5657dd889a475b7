/** @file OTIO files. */
import { writeFileWhole } from '@filmai/core-tensor/files';
import { readTextFile } from '../errors/read-text-file.js';
import type { Timeline } from '../timeline/timeline.js';
import { parseOtio } from './read.js';
import { formatOtio } from './write.js';

/**
 * Reads an .otio file.
 *
 * @param path - The file.
 * @throws EditError `NO_FILE` or `BAD_OTIO`.
 */
export async function readOtio(path: string): Promise<Timeline> {
  return parseOtio(await readTextFile(path));
}

/**
 * Writes an .otio file, whole or not at all.
 *
 * @param path - The target.
 * @param timeline - Any timeline.
 * @throws FileError where it can't be written.
 */
export async function writeOtio(path: string, timeline: Timeline): Promise<void> {
  await writeFileWhole(path, formatOtio(timeline));
}
