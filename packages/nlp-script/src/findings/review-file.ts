/** @file Reviews as files beside the script. */
import { NlpScriptError } from '../screenplay/error.js';
import { readScriptFile } from '../screenplay/script-file.js';
import type { ReadScriptOptions, WriteScriptOptions } from '../screenplay/script-file.js';
import { formatFdx } from '../fdx/format.js';
import { encodeFountain } from '../fountain/format.js';
import type { Screenplay } from '../screenplay/screenplay.js';
import { checkReview, createReview } from './review.js';
import type { Review } from './review.js';

/** The path of a script's review: `'two.fountain'` → `'two.fountain.review.json'`. */
export function reviewPath(script: string): string {
  if (typeof script !== 'string' || script === '') throw new TypeError('reviewPath: expected the path of a script');
  return `${script}.review.json`;
}

/**
 * Reads the review of a script.
 *
 * @param script - Path of the script, not of the review.
 * @param options - `maxBytes`: largest review that is read, default 32 MiB. `signal` cancels.
 * @returns The review; an empty one where there is none yet.
 * @throws NlpScriptError `BAD_REVIEW` where the file is no review, and the codes of `readFountain` where it can't be read.
 * @example
 * ```ts
 * import { readReview } from '@filmai/nlp-script/findings';
 *
 * console.log((await readReview('not-yet-reviewed.fountain')).decisions.length); // 0
 * ```
 */
export async function readReview(script: string, options: ReadScriptOptions = {}): Promise<Review> {
  const path = reviewPath(script);
  let bytes: Uint8Array;
  try {
    bytes = await readScriptFile(path, options);
  } catch (error) {
    if (error instanceof NlpScriptError && error.code === 'NO_FILE') return createReview();
    throw error;
  }
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new NlpScriptError('BAD_REVIEW', `${path}: is no JSON text`, {
      remedy: 'Restore the file; it is written whole or not at all.',
      cause,
    });
  }
  return checkReview(value, path);
}

/**
 * Writes the review of a script beside it, whole or not at all.
 *
 * @param script - Path of the script, not of the review. The script itself is never touched.
 * @param review - The review.
 * @param options - `signal` cancels; `makeFolder`: create the folder first, default false.
 * @throws FileError of `@filmai/core-tensor` with a code; NlpScriptError `BAD_REVIEW` where it is none.
 * @example
 * ```ts
 * import { mkdtempSync } from 'node:fs';
 * import { tmpdir } from 'node:os';
 * import { join } from 'node:path';
 * import { createReview, readReview, writeReview } from '@filmai/nlp-script/findings';
 *
 * const script = join(mkdtempSync(join(tmpdir(), 'filmai-')), 'short.fountain');
 * await writeReview(script, createReview());
 * console.log((await readReview(script)).version); // 1
 * ```
 */
export async function writeReview(script: string, review: Review, options: WriteScriptOptions = {}): Promise<void> {
  const path = reviewPath(script);
  const { writeFileWhole } = await import('@filmai/core-tensor/files');
  await writeFileWhole(path, `${JSON.stringify(checkReview(review), null, 2)}\n`, options);
}

/**
 * Writes a script with changes made beside the user's own, under the first free name: `two.fountain` → `two.reviewed.fountain`,
 * `two.reviewed-2.fountain` … What is there is never written over.
 *
 * @param script - Path of the script as it was; a name that ends in `.fdx` is written as Final Draft, every other as Fountain.
 * @param screenplay - The changed script, from {@link applyReview}.
 * @param options - `signal` cancels; `makeFolder`: create the folder first, default false.
 * @returns The path that was written.
 * @throws FileError of `@filmai/core-tensor` with a code.
 * @example
 * ```ts
 * import { mkdtempSync } from 'node:fs';
 * import { tmpdir } from 'node:os';
 * import { basename, join } from 'node:path';
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 * import { writeRevision } from '@filmai/nlp-script/findings';
 *
 * const script = join(mkdtempSync(join(tmpdir(), 'filmai-')), 'short.fountain');
 * console.log(basename(await writeRevision(script, parseFountain('INT. HALL - DAY\n').screenplay))); // short.reviewed.fountain
 * ```
 */
export async function writeRevision(script: string, screenplay: Screenplay, options: WriteScriptOptions = {}): Promise<string> {
  if (typeof script !== 'string' || script === '') throw new TypeError('writeRevision: expected the path of a script');
  const { writeFileWhole } = await import('@filmai/core-tensor/files');
  const { access } = await import('node:fs/promises');
  const [, stem, ending] = /^(.*?)(\.[^./\\]*)?$/s.exec(script)!;
  const extension = ending ?? '.fountain';
  const content = /^\.fdx$/i.test(extension) ? formatFdx(screenplay) : encodeFountain(screenplay);
  for (let number = 1; ; number++) {
    const path = `${stem}.reviewed${number === 1 ? '' : `-${number}`}${extension}`;
    const free = await access(path).then(
      () => false,
      () => true,
    );
    if (!free) continue;
    await writeFileWhole(path, content, options);
    return path;
  }
}
