/** @file A GPT as the folder that `@huggingface/transformers` and `@xenova/transformers` load through `pipeline('text-generation')`. */
import { join } from 'node:path';
import { writeFileWhole } from '@filmai/core-tensor/files';
import type { LanguageModel } from '../language-model.js';
import { END_OF_TEXT } from '../tokenizer.js';
import { formatTokenizer } from '../tokenizer-json.js';
import { gptOnnx } from './gpt-onnx.js';
import { requireGpt } from './require-gpt.js';

/**
 * Writes a GPT in the layout of model hubs: `config.json`, `generation_config.json`, `tokenizer.json`, `tokenizer_config.json`,
 * `onnx/model.onnx`, and the same graph as `onnx/decoder_model_merged.onnx`, which version 2 asks for.
 *
 * @param folder - Made where it doesn't exist; `env.localModelPath` is the folder that holds it.
 * @param model - A `gpt`.
 * @param options - `signal`: cancels.
 * @returns Paths of the files.
 * @throws TypeError for another kind of model; FileError where the folder can't be written.
 * @example
 * ```ts
 * import { createGpt, exportToTransformers, trainTokenizer } from '@filmai/nlp-script/language-models';
 * import { mkdtempSync } from 'node:fs';
 * import { tmpdir } from 'node:os';
 * import { join } from 'node:path';
 *
 * const model = createGpt(trainTokenizer(['ahoy'], { size: 258 }), { width: 8, heads: 2 });
 * const files = await exportToTransformers(join(mkdtempSync(join(tmpdir(), 'filmai-')), 'mine'), model);
 * console.log(files.length); // 6
 * ```
 */
export async function exportToTransformers(
  folder: string,
  model: LanguageModel,
  { signal }: { signal?: AbortSignal } = {},
): Promise<string[]> {
  const gpt = requireGpt('exportToTransformers', model);
  const { width, layers, heads, context } = gpt.shape;
  const { size, endOfText } = gpt.tokenizer;
  const ends = { bos_token_id: endOfText, eos_token_id: endOfText };
  const onnx = gptOnnx(gpt);
  const texts: Record<string, object> = {
    'config.json': {
      model_type: 'gpt2',
      architectures: ['GPT2LMHeadModel'],
      activation_function: 'gelu_new',
      layer_norm_epsilon: 1e-5,
      n_ctx: context,
      n_positions: context,
      n_embd: width,
      n_head: heads,
      n_layer: layers,
      vocab_size: size,
      tie_word_embeddings: true,
      ...ends,
    },
    'generation_config.json': { ...ends, max_length: context },
    'tokenizer_config.json': {
      tokenizer_class: 'GPT2Tokenizer',
      add_prefix_space: false,
      add_bos_token: false,
      bos_token: END_OF_TEXT,
      eos_token: END_OF_TEXT,
      unk_token: END_OF_TEXT,
      model_max_length: context,
      clean_up_tokenization_spaces: false,
    },
  };
  const files: [string, string | Uint8Array][] = [
    ['onnx/model.onnx', onnx],
    ['onnx/decoder_model_merged.onnx', onnx],
    ['tokenizer.json', formatTokenizer(gpt.tokenizer)],
    ...Object.entries(texts).map(([name, content]): [string, string] => [name, JSON.stringify(content, null, 2)]),
  ];
  for (const [name, content] of files) await writeFileWhole(join(folder, name), content, { signal, makeFolder: true });
  return files.map(([name]) => join(folder, name));
}
