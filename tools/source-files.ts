/** @file The project's own files, as git sees them: tracked, and new ones that are not ignored. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Lists files.
 *
 * @param patterns - Path patterns of git, relative to the root.
 */
export function sourceFiles(...patterns: string[]): string[] {
  const output = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '--', ...patterns], { encoding: 'utf8' });
  return [...new Set(output.split('\n'))].filter((path) => path !== '' && existsSync(path));
}
