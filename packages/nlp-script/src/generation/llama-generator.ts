/** @file Models in GGUF files as writers, through the optional peer node-llama-cpp. */
import { open } from 'node:fs/promises';
import { MissingPeerError } from '@filmai/core-tensor/errors';
import { NlpScriptError } from '../screenplay/error.js';
import { completeTextOptions, WritingError } from './text-generator.js';
import type { CompleteTextOptions } from './text-generator.js';
import { createStopFilter } from './stop-texts.js';
import { streamText } from './text-stream.js';
import type { TextEnd } from './text-stream.js';
import type { OpenTextGenerator } from './transformers-generator.js';

/** Options of {@link openLlamaGenerator}. */
export interface LlamaGeneratorOptions {
  /** A `.gguf` file. */
  file: string;
  /** Tokens that prompt and text may have together. Default: what the model was made for, at most 4096. */
  contextTokens?: number;
  /** Use a graphics card where there is one. Default true. */
  gpu?: boolean;
  /** Threads; default llama.cpp's own choice. */
  threads?: number;
  /** Cancels the loading. */
  signal?: AbortSignal;
}

type LlamaPackage = typeof import('node-llama-cpp');

/**
 * Opens a GGUF file for writing.
 *
 * @param options - See {@link LlamaGeneratorOptions}.
 * @throws MissingPeerError with the install line; NlpScriptError `NO_FILE`, `MODEL_INCOMPLETE` (no GGUF), `MODEL_FAILED`; RangeError.
 * @example
 * ```ts
 * import { openLlamaGenerator } from '@filmai/nlp-script/generation';
 *
 * const failure = await openLlamaGenerator({ file: '/no/such/model.gguf' }).catch((error: Error) => error);
 * console.log((failure as Error).message.includes('no such file')); // true
 * ```
 */
export async function openLlamaGenerator(options: LlamaGeneratorOptions): Promise<OpenTextGenerator> {
  const { file, contextTokens, gpu = true, threads, signal } = options;
  for (const [name, value] of Object.entries({ contextTokens, threads })) {
    if (value !== undefined && !(Number.isInteger(value) && value >= 1))
      throw new RangeError(`openLlamaGenerator: ${name} must be a whole number of at least 1, got ${String(value)}`);
  }
  await expectGguf(file);
  signal?.throwIfAborted();
  const llamaPackage = await import('node-llama-cpp').catch((error: unknown) => {
    throw new MissingPeerError('Running a GGUF model', ['node-llama-cpp'], error);
  });
  try {
    // A library must not compile C++ behind its user's back.
    const llama = await llamaPackage.getLlama({
      gpu: gpu ? 'auto' : false,
      build: 'never',
      logLevel: llamaPackage.LlamaLogLevel.error,
    });
    const model = await llama.loadModel({ modelPath: file, ...(signal ? { loadSignal: signal } : {}) });
    const contextSize = contextTokens ?? Math.min(4096, model.trainContextSize);
    const context = await model.createContext({ contextSize, ...(threads === undefined ? {} : { threads }) });
    const loaded = { llamaPackage, model, context, id: `gguf:${file.split(/[/\\]/).at(-1)}` };
    let queue: Promise<unknown> = Promise.resolve();
    return {
      id: loaded.id,
      generate(prompt, textOptions) {
        const complete = completeTextOptions(prompt, textOptions);
        const turn = (push: (text: string) => void, stopped: AbortSignal): Promise<TextEnd> => {
          const mine = queue.then(() => writeText(loaded, prompt, complete, push, stopped));
          queue = mine.catch(() => undefined);
          return mine;
        };
        return streamText(turn, complete.signal);
      },
      dispose: async () => {
        await context.dispose();
        await model.dispose();
        await llama.dispose();
      },
    };
  } catch (error) {
    signal?.throwIfAborted();
    throw new NlpScriptError('MODEL_FAILED', `${file}: could not be loaded: ${messageOf(error)}`, {
      remedy: 'Check that the file is whole and that its architecture is one that this node-llama-cpp knows.',
      cause: error,
    });
  }
}

interface Loaded {
  llamaPackage: LlamaPackage;
  model: import('node-llama-cpp').LlamaModel;
  context: import('node-llama-cpp').LlamaContext;
  id: string;
}

async function writeText(
  { llamaPackage, model, context, id }: Loaded,
  prompt: string,
  options: CompleteTextOptions,
  push: (text: string) => void,
  signal: AbortSignal,
): Promise<TextEnd> {
  signal.throwIfAborted();
  const sequence = context.getSequence();
  const completion = new llamaPackage.LlamaCompletion({ contextSequence: sequence });
  const filter = createStopFilter(options.stop);
  let given = '';
  let writtenTokens = 0;
  const give = (text: string): void => {
    given += text;
    push(text);
  };
  const { maxTokens, temperature, topK, topP, repetitionPenalty, seed, stop } = options;
  try {
    const { metadata } = await completion.generateCompletionWithMeta(prompt, {
      maxTokens,
      temperature,
      topK,
      topP,
      // llama.cpp takes 32 bits without a sign.
      seed: ((seed % 2 ** 32) + 2 ** 32) % 2 ** 32,
      signal,
      repeatPenalty: repetitionPenalty === 1 ? false : { penalty: repetitionPenalty },
      customStopTriggers: [...stop],
      onTextChunk: (text) => give(filter.push(text)),
      onToken: (tokens) => (writtenTokens += tokens.length),
    });
    give(filter.flush());
    const reason = metadata.stopReason;
    const finish = filter.stopped || reason === 'customStopTrigger' ? 'stop' : reason === 'maxTokens' ? 'length' : 'end';
    return { finish, usage: { promptTokens: model.tokenize(prompt).length, writtenTokens } };
  } catch (error) {
    signal.throwIfAborted();
    throw new WritingError('MODEL_FAILED', `${id}: failed after ${writtenTokens} tokens: ${messageOf(error)}`, {
      written: given,
      cause: error,
    });
  } finally {
    completion.dispose();
    await sequence.dispose();
  }
}

/** Looks at the first four bytes: a page of HTML under this name is a frequent result of a failed download. */
async function expectGguf(file: string): Promise<void> {
  if (typeof file !== 'string' || file === '') throw new TypeError('openLlamaGenerator: expected the path of a .gguf file');
  const handle = await open(file).catch((error: unknown) => {
    throw new NlpScriptError('NO_FILE', `${file}: there is no such file that can be read`, {
      remedy: 'Check the path.',
      cause: error,
    });
  });
  try {
    const { buffer, bytesRead } = await handle
      .read(Buffer.alloc(4), 0, 4, 0)
      .catch(() => ({ buffer: Buffer.alloc(0), bytesRead: 0 }));
    if (bytesRead < 4 || buffer.toString('latin1') !== 'GGUF')
      throw new NlpScriptError('MODEL_INCOMPLETE', `${file}: is no GGUF file, it doesn't begin with GGUF`, {
        remedy: 'Download it again; a failed download often is a page of HTML.',
      });
  } finally {
    await handle.close();
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
