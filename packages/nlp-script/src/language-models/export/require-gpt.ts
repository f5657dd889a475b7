/** @file Only a GPT can be exported: the other kinds have no counterpart in the formats. */
import type { LanguageModel, TransformerModel } from '../language-model.js';

/**
 * Makes sure that a model is a GPT.
 *
 * @throws TypeError where it is not.
 */
export function requireGpt(where: string, model: LanguageModel): TransformerModel {
  if (model.kind !== 'gpt') throw new TypeError(`${where}: expected a model of kind "gpt", got "${model.kind}"`);
  return model;
}
