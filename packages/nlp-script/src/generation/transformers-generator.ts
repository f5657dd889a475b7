/**
 * @file Transformers models as writers. Tokens are drawn here and not in the package, from the logits of each step: so both packages write
 * the same text for the same seed, which neither of them can by itself.
 */
import { createRandom } from '@filmai/core-tensor/random';
import { openPipeline } from '../transformers/index.js';
import type { OpenPipelineOptions } from '../transformers/index.js';
import { drawToken } from './draw-token.js';
import { createStopFilter } from './stop-texts.js';
import { completeTextOptions, WritingError } from './text-generator.js';
import type { CompleteTextOptions, TextFinish, TextGenerator } from './text-generator.js';
import { streamText } from './text-stream.js';
import type { TextEnd } from './text-stream.js';

/** Options of {@link openTransformersGenerator}. */
export interface TransformersGeneratorOptions extends OpenPipelineOptions {
  /** Give the prompt as a user's message in the model's chat template. Default: whether it has one. */
  chat?: boolean;
}

/** A writer that holds a model in memory. */
export interface OpenTextGenerator extends TextGenerator {
  /** Frees the model's memory. */
  dispose(): Promise<void>;
}

/**
 * Opens a transformers model for writing.
 *
 * @param options - Model, folder and the rest as for `openPipeline`; `chat`.
 * @returns The writer. Same seed, same text, with either package.
 * @throws As `openPipeline`.
 * @example
 * ```ts
 * import { openTransformersGenerator } from '@filmai/nlp-script/generation';
 *
 * const write = async (): Promise<void> => {
 *   const generator = await openTransformersGenerator({ model: 'onnx-community/Qwen2.5-0.5B-Instruct' });
 *   for await (const { text } of generator.generate('A lighthouse keeper', { seed: 7, maxTokens: 60 })) process.stdout.write(text);
 *   await generator.dispose();
 * };
 * console.log(typeof write); // function
 * ```
 */
export async function openTransformersGenerator(options: TransformersGeneratorOptions): Promise<OpenTextGenerator> {
  const pipeline = await openPipeline('text-generation', options);
  const { tokenizer, model } = pipeline.raw as TextPipeline;
  const chat = options.chat ?? Boolean(tokenizer.chat_template);
  // A session runs one text at a time.
  let queue: Promise<unknown> = Promise.resolve();
  return {
    id: pipeline.id,
    dispose: pipeline.dispose,
    generate(prompt, textOptions) {
      const complete = completeTextOptions(prompt, textOptions);
      const old = pipeline.package === '@xenova/transformers';
      const turn = (push: (text: string) => void, signal: AbortSignal): Promise<TextEnd> => {
        const mine = queue.then(() =>
          writeText({ tokenizer, model, chat, old, id: pipeline.id }, prompt, complete, push, signal),
        );
        queue = mine.catch(() => undefined);
        return mine;
      };
      return streamText(turn, complete.signal);
    },
  };
}

/** What is used of the package's pipeline. */
interface TextPipeline {
  tokenizer: Tokenizer;
  model: { generate: (...args: unknown[]) => Promise<unknown>; config?: { eos_token_id?: number | number[] | null } };
}

interface Tokenizer {
  (text: string, options: Record<string, unknown>): { input_ids: TokenTensor; attention_mask: TokenTensor };
  decode: (tokens: readonly number[], options: Record<string, unknown>) => string;
  apply_chat_template?: (messages: readonly { role: string; content: string }[], options: Record<string, unknown>) => string;
  chat_template?: unknown;
  all_special_ids?: readonly number[];
}

interface TokenTensor {
  dims: readonly number[];
  data: ArrayLike<bigint | number>;
}

/** Thrown from inside a step to end the package's loop. */
class EndOfText extends Error {}

async function writeText(
  { tokenizer, model, chat, old, id }: TextPipeline & { chat: boolean; old: boolean; id: string },
  prompt: string,
  options: CompleteTextOptions,
  push: (text: string) => void,
  signal: AbortSignal,
): Promise<TextEnd> {
  signal.throwIfAborted();
  const templated = chat && tokenizer.apply_chat_template !== undefined;
  const text = templated
    ? tokenizer.apply_chat_template?.([{ role: 'user', content: prompt }], { tokenize: false, add_generation_prompt: true })
    : prompt;
  const inputs = tokenizer(text ?? prompt, { add_special_tokens: !templated });
  const promptTokens = inputs.input_ids.dims.at(-1) ?? 0;
  if (promptTokens === 0)
    throw new WritingError('MODEL_FAILED', `${id}: the prompt is empty, and this model needs a token to begin with`, {
      remedy: 'Give a prompt of at least a word.',
    });
  const history = Array.from(inputs.input_ids.data, Number);
  const random = createRandom(options.seed);
  const filter = createStopFilter(options.stop);
  const ends = endTokens(model);
  const written: number[] = [];
  let shown = '';
  let given = '';
  let finish: TextFinish = 'length';
  const give = (piece: string): void => {
    given += piece;
    push(piece);
  };
  const step = (_tokens: unknown, logits: Logits): Logits => {
    signal.throwIfAborted();
    const token = drawToken(logits.data, history, options, random);
    if (ends.has(token)) {
      finish = 'end';
      throw new EndOfText();
    }
    history.push(token);
    written.push(token);
    const all = tokenizer.decode(written, { skip_special_tokens: true, clean_up_tokenization_spaces: false });
    // A character of several bytes may be half written.
    if (!all.endsWith('\ufffd') && all.startsWith(shown)) {
      give(filter.push(all.slice(shown.length)));
      shown = all;
    }
    if (filter.stopped) finish = 'stop';
    if (filter.stopped || written.length >= options.maxTokens) throw new EndOfText();
    logits.data.fill(-Infinity);
    logits.data[token] = 0;
    return logits;
  };
  const settings = { max_new_tokens: options.maxTokens + 1, do_sample: false, num_beams: 1, repetition_penalty: 1 };
  try {
    if (old) await model.generate(inputs.input_ids, settings, [step], { inputs_attention_mask: inputs.attention_mask });
    else await model.generate({ ...inputs, ...settings, logits_processor: [step] });
  } catch (error) {
    if (!(error instanceof EndOfText)) {
      signal.throwIfAborted();
      throw new WritingError('MODEL_FAILED', `${id}: failed after ${written.length} tokens: ${String(error)}`, {
        written: given,
        cause: error,
      });
    }
  }
  give(filter.flush());
  return { finish, usage: { promptTokens, writtenTokens: written.length } };
}

interface Logits {
  data: Float32Array;
}

function endTokens(model: TextPipeline['model']): Set<number> {
  const generation = (model as { generation_config?: { eos_token_id?: number | number[] | null } | null }).generation_config;
  return new Set([generation?.eos_token_id, model.config?.eos_token_id].flat().filter((token) => typeof token === 'number'));
}
