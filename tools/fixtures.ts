/**
 * @file Where tests and benchmarks find recorded material that is not part of this repository. Whoever has it points
 * `FILMAI_FIXTURES` at the folder or keeps it in `../shared/fixtures`; everything else skips what needs it.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = process.env.FILMAI_FIXTURES ?? resolve(fileURLToPath(new URL('../../shared/fixtures', import.meta.url)));

/**
 * Path of a fixture, or `undefined` where it is absent.
 *
 * @param name - Path below the fixtures folder: `'loudness/ebu-cases.json'`.
 */
export function fixture(name: string): string | undefined {
  const path = resolve(root, name);
  return existsSync(path) ? path : undefined;
}
