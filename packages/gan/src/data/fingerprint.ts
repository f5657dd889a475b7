/** @file Short names for what a feed consists of. */
import { createHash } from 'node:crypto';

/** A name that changes with a list of files: 16 hexadecimal digits of its SHA-256. */
export function fingerprintOf(kind: string, files: readonly string[]): string {
  return `${kind} ${createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 16)}`;
}
