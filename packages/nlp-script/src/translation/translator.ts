/** @file What translates: the interface that everybody can fill, and transformers models behind it. */
import { NlpScriptError } from '../screenplay/error.js';
import { openPipeline } from '../transformers/index.js';
import type { OpenPipelineOptions } from '../transformers/index.js';

/** Something that translates texts. */
export interface Translator {
  /** As results name it: `'transformers:Xenova/opus-mt-en-de'`. */
  id: string;
  /**
   * Translates texts, each by itself.
   *
   * @param texts - Lines; marks like `[1]` stand for what must be kept and should come back.
   * @param languages - Codes as given to `translateScript`, and a signal.
   * @returns As many texts, in the same order.
   */
  translate(texts: readonly string[], languages: { from: string; to: string; signal?: AbortSignal }): Promise<readonly string[]>;
}

/** A translator that holds a model in memory. */
export interface OpenTranslator extends Translator {
  /** Frees the model's memory. */
  dispose(): Promise<void>;
}

/** Options of {@link openTransformersTranslator}. */
export interface TransformersTranslatorOptions extends Omit<OpenPipelineOptions, 'model'> {
  /** Language of the script: `'en'`. */
  from: string;
  /** Language wanted: `'de'`. */
  to: string;
  /** Default `Xenova/opus-mt-{from}-{to}`. */
  model?: string;
  /** The model's own names of both languages, for models of many languages: `{ from: 'eng_Latn', to: 'deu_Latn' }` for NLLB. */
  codes?: { from: string; to: string };
  /** Most tokens of a line, at least 1. Default 512. */
  maxTokens?: number;
}

/**
 * Opens a transformers model for translation.
 *
 * @param options - See {@link TransformersTranslatorOptions}.
 * @returns The translator; `dispose` frees the model's memory.
 * @throws MissingPeerError with the install line where no transformers package is installed; NlpScriptError `HUB_OFFLINE`, `NO_MODEL`,
 *   `MODEL_INCOMPLETE`, `MODEL_FAILED`; RangeError for what is no language code.
 * @example
 * ```ts
 * import { openTransformersTranslator } from '@filmai/nlp-script/translation';
 *
 * const failure = await openTransformersTranslator({ from: 'en', to: 'de', folder: '/no/models' }).catch((error: Error) => error);
 * console.log((failure as Error).message.includes('opus-mt-en-de')); // true
 * ```
 */
export async function openTransformersTranslator(options: TransformersTranslatorOptions): Promise<OpenTranslator> {
  const { from, to, codes, maxTokens = 512, ...open } = options;
  checkLanguages(from, to);
  if (!(Number.isInteger(maxTokens) && maxTokens >= 1))
    throw new RangeError(`openTransformersTranslator: maxTokens must be a whole number of at least 1, got ${String(maxTokens)}`);
  const pipeline = await openPipeline('translation', { ...open, model: options.model ?? `Xenova/opus-mt-${from}-${to}` });
  return {
    id: pipeline.id,
    dispose: pipeline.dispose,
    translate: async (texts, { signal }) => {
      const out: string[] = [];
      // One by one: the packages pad a batch to its longest line, and can't be cancelled inside of one.
      for (const text of texts) {
        signal?.throwIfAborted();
        const answer = await pipeline.run(text, {
          max_new_tokens: maxTokens,
          ...(codes ? { src_lang: codes.from, tgt_lang: codes.to } : {}),
        });
        out.push(readAnswer(answer, pipeline.id));
      }
      return out;
    },
  };
}

/** Checks language codes as BCP 47 has them in front. */
export function checkLanguages(from: string, to: string): void {
  for (const code of [from, to]) {
    if (typeof code !== 'string' || !/^[a-z]{2,3}(?:[-_][A-Za-z0-9]+)*$/.test(code))
      throw new RangeError(`expected a language code like 'en' or 'pt-BR', got ${code}`);
  }
}

function readAnswer(answer: unknown, id: string): string {
  const first: unknown = Array.isArray(answer) ? answer[0] : answer;
  const text = (first as { translation_text?: unknown } | null | undefined)?.translation_text;
  if (typeof text !== 'string')
    throw new NlpScriptError('MODEL_FAILED', `${id}: answered without a translation`, {
      remedy: 'Check that the model was made for translation.',
    });
  return text;
}
