/**
 * @file What is done stays done: each stage's result is kept under a hash of its inputs, so that a second run, or a run
 * after Ctrl-C, only makes what is new.
 */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileWhole } from '@filmai/core-tensor/files';

/** Raised when the program draws or sounds different for the same inputs. */
const RECIPE = 'animatic 2';

/** Results of earlier runs, below the output folder. */
export interface Cache {
  /** Path for a result with these inputs; it may not exist yet. */
  path(stage: string, inputs: unknown, extension: string): string;
  /** True where the result is there. */
  has(path: string): Promise<boolean>;
  /** A JSON result from the folder; `undefined` where there is none that can be read. */
  kept<T>(stage: string, inputs: unknown): Promise<T | undefined>;
  /** A JSON result, from the folder or freshly made; one that was damaged is made again. */
  json<T>(stage: string, inputs: unknown, make: () => Promise<T>): Promise<T>;
}

/**
 * Opens the cache of an output folder.
 *
 * @param out - The output folder; results lie in `.cache` below it.
 */
export function openCache(out: string): Cache {
  const path = (stage: string, inputs: unknown, extension: string): string => {
    const hash = createHash('sha256').update(RECIPE).update(stage).update(JSON.stringify(inputs)).digest('hex').slice(0, 24);
    return join(out, '.cache', stage, `${hash}.${extension}`);
  };
  const has = async (file: string): Promise<boolean> => {
    const found = await stat(file).catch(() => undefined);
    return found !== undefined && found.isFile() && found.size > 0;
  };
  const kept = <T>(stage: string, inputs: unknown): Promise<T | undefined> =>
    readFile(path(stage, inputs, 'json'), 'utf8')
      .then((text) => JSON.parse(text) as T)
      .catch(() => undefined);
  return {
    path,
    has,
    kept,
    async json<T>(stage: string, inputs: unknown, make: () => Promise<T>): Promise<T> {
      const known = await kept<T>(stage, inputs);
      if (known !== undefined) return known;
      const result = await make();
      await writeFileWhole(path(stage, inputs, 'json'), JSON.stringify(result), { makeFolder: true });
      return result;
    },
  };
}
