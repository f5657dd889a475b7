/** @file The GPT that comes with this package. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NlpScriptError } from '../screenplay/error.js';
import type { TransformerModel } from './language-model.js';
import { loadLanguageModel } from './model-files.js';

/** What is known of the model: `models/gpt/card.json`. */
export interface GptCard {
  id: string;
  task: string;
  licence: string;
  /** The script that made it. */
  trainedBy: string;
  /** Texts, with where they come from. */
  trainedOn: string;
  /** Texts of the same kind that it never saw. */
  heldOut: string[];
  steps: number;
  weights: number;
  bytes: number;
  /** What it can't do, for people. */
  limits: string;
  /** On the held-out texts, by kind. */
  measured: Record<string, { perTokenPerplexity: number; bitsPerCharacter: number; tokens: number }>;
}

/**
 * Opens the GPT that comes with this package: some million weights, trained on Shakespeare's plays in the form of scripts and on Moby-Dick.
 *
 * @returns A model of the caller's own (training it changes nothing else), and its card.
 * @throws NlpScriptError `NO_MODEL`, `MODEL_INCOMPLETE`, `BAD_MODEL` where the package's files are not as they were published.
 * @example
 * ```ts
 * import { openPretrainedGpt } from '@filmai/nlp-script/language-models';
 *
 * const { model, card } = await openPretrainedGpt();
 * console.log(model.kind, card.bytes < 5e6); // gpt true
 * ```
 */
export async function openPretrainedGpt(): Promise<{ model: TransformerModel; card: GptCard }> {
  const folder = join(packageFolder(), 'models', 'gpt');
  const model = await loadLanguageModel(folder);
  const card = JSON.parse(await readFile(join(folder, 'card.json'), 'utf8')) as GptCard;
  return { model: model as TransformerModel, card };
}

/** The package's folder, as sources and as built. */
function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    if (folder === dirname(folder))
      throw new NlpScriptError('NO_MODEL', `${fileURLToPath(import.meta.url)}: no package around it holds models/gpt`, {
        remedy: 'Reinstall @filmai/nlp-script, or load a model from a folder by loadLanguageModel.',
      });
    folder = dirname(folder);
  }
  return folder;
}
