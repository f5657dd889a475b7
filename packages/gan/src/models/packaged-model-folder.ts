/** @file Where the networks lie that come with this package. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * The folder of a network that comes with this package, wherever the package is installed.
 *
 * @param name - Its folder in `models`.
 */
export function packagedModelFolder(name: 'motion' | 'storyboard'): string {
  return join(dirname(createRequire(import.meta.url).resolve('@filmai/gan/package.json')), 'models', name);
}
