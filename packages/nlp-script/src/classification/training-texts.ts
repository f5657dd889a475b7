/** @file Labelled texts: given as a list, or read from a folder whose folders are the labels. */
import type { Dirent } from 'node:fs';
import { NlpScriptError } from '../screenplay/error.js';
import type { Screenplay } from '../screenplay/screenplay.js';

/** A text with its label. */
export interface LabelledText {
  /** The text, or a screenplay, of which action and dialogue count. */
  text: string | Screenplay;
  label: string;
  /** Where it comes from, for messages. */
  name?: string;
}

/** What is read as a script or a text. */
const READ = /\.(?:fountain|spmd|fdx|txt|md)$/i;

/**
 * Reads labelled texts: `folder/LABEL/FILE`, each folder a label, its files scripts (`.fountain`, `.fdx`) or texts (`.txt`, `.md`), folders
 * within it searched through.
 *
 * @param folder - With a folder for each label.
 * @param options - `signal` cancels between files.
 * @returns In the order of labels, then paths.
 * @throws NlpScriptError `BAD_TRAINING_SET` where there are no labels or no texts; errors of reading a script, with its path.
 */
export async function readLabelledFolder(folder: string, { signal }: { signal?: AbortSignal } = {}): Promise<LabelledText[]> {
  const [{ readdir }, { join, relative }] = await Promise.all([import('node:fs/promises'), import('node:path')]);
  const list = (path: string): Promise<Dirent[]> =>
    readdir(path, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
      throw new NlpScriptError('BAD_TRAINING_SET', `${path}: is no folder that can be read (${error.code ?? error.message})`, {
        remedy: 'Give a folder that holds a folder for each label.',
        cause: error,
      });
    });
  const labels = (await list(folder))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const texts: LabelledText[] = [];
  for (const label of labels) {
    const pending = [join(folder, label)];
    for (let path = pending.shift(); path !== undefined; path = pending.shift()) {
      const entries = (await list(path)).sort((a, b) => (a.name < b.name ? -1 : 1));
      for (const entry of entries) {
        signal?.throwIfAborted();
        const file = join(path, entry.name);
        if (entry.isDirectory()) pending.push(file);
        else if (READ.test(entry.name)) texts.push({ text: await readText(file, signal), label, name: relative(folder, file) });
      }
    }
  }
  if (texts.length === 0)
    throw new NlpScriptError('BAD_TRAINING_SET', `${folder}: holds no labelled texts`, {
      remedy: 'Put .fountain, .fdx, .txt or .md files into a folder for each label: comedy/a.fountain, horror/b.fountain.',
    });
  return texts;
}

/** What counts of a script: headings' places, action and dialogue; of a text, all. */
export function plainText(text: string | Screenplay): string {
  if (typeof text === 'string') return text;
  return text.elements
    .filter(({ type }) => type === 'action' || type === 'dialogue' || type === 'parenthetical' || type === 'scene-heading')
    .map((element) => ('text' in element ? element.text : ''))
    .join('\n');
}

async function readText(path: string, signal: AbortSignal | undefined): Promise<string | Screenplay> {
  if (/\.fdx$/i.test(path)) return (await import('../fdx/file.js').then(({ readFdx }) => readFdx(path, { signal }))).screenplay;
  if (/\.(?:fountain|spmd)$/i.test(path))
    return (await import('../fountain/file.js').then(({ readFountain }) => readFountain(path, { signal }))).screenplay;
  const { readScriptFile } = await import('../screenplay/script-file.js');
  return new TextDecoder().decode(await readScriptFile(path, { signal }));
}
