/**
 * @file The one door to transformers models: the same call whichever of the two packages is installed, a model of the hub or a folder,
 * with an error that says what is wrong instead of a stack from inside the package.
 */
import type { OnProgress } from '@filmai/core-tensor/progress';
import { NlpScriptError } from '../screenplay/error.js';
import { isRetryable, retryWithBackOff } from './back-off.js';
import { findModelFolder } from './model-folder.js';
import type { LocalModel } from './model-folder.js';
import { loadTransformers } from './package.js';
import type { ImportPackage, TransformersPackage, TransformersPackageName } from './package.js';

/** The tasks that scripts need, as both packages name them. */
export type PipelineTask =
  | 'text-generation'
  | 'text2text-generation'
  | 'text-classification'
  | 'zero-shot-classification'
  | 'token-classification'
  | 'question-answering'
  | 'summarization'
  | 'translation'
  | 'feature-extraction'
  | 'fill-mask';

/** Numbers that the weights are stored in; what isn't there can't be loaded. */
export type ModelPrecision = 'fp32' | 'q8';

/** Options of {@link openPipeline}. */
export interface OpenPipelineOptions {
  /** A model of the hub, `'Xenova/opus-mt-en-de'`, or the path of a folder with `config.json` in it. */
  model: string;
  /** A folder that holds the model, itself or under the model's name. Nothing is then fetched from anywhere. */
  folder?: string;
  /** Default: `'q8'` on the hub; in a folder `'fp32'` where it is there, else `'q8'`. */
  precision?: ModelPrecision;
  /** This package and no other. Default: the first of `@huggingface/transformers` and `@xenova/transformers` that is installed. */
  package?: TransformersPackageName;
  /** Attempts to reach the hub before giving up, 1…10, with growing pauses between. Default 3. */
  attempts?: number;
  /** Cancels; what has been downloaded stays in the package's cache. */
  signal?: AbortSignal;
  /** Bytes of the model as they come. */
  onProgress?: OnProgress;
  /** Imports a package; for tests and unusual set-ups. */
  importPackage?: ImportPackage;
}

/** A model that is ready. */
export interface TransformersPipeline {
  /** As results name it: `'transformers:Xenova/opus-mt-en-de'`. */
  id: string;
  task: PipelineTask;
  /** The package that runs it. */
  package: TransformersPackageName;
  packageVersion: string;
  /**
   * Runs the model. Input, options and result are the package's own for the task; check the result's shape.
   *
   * @throws NlpScriptError `MODEL_FAILED` with the package's own error as cause.
   */
  run(input: unknown, options?: Record<string, unknown>): Promise<unknown>;
  /** The package's own pipeline, for what isn't reachable otherwise (tokenizer, model). */
  raw: unknown;
  /** Frees the model's memory. */
  dispose(): Promise<void>;
}

/**
 * Opens a transformers model.
 *
 * @param task - What the model does.
 * @param options - See {@link OpenPipelineOptions}.
 * @throws MissingPeerError with the install line; NlpScriptError `NO_MODEL` (the hub or the folder has none of that name),
 *   `MODEL_INCOMPLETE` (names the missing files), `HUB_OFFLINE` after all attempts, `MODEL_FAILED`; the signal's reason; RangeError, TypeError.
 * @example
 * ```ts
 * import { openPipeline } from '@filmai/nlp-script/transformers';
 *
 * const failure = await openPipeline('translation', { model: 'opus-mt-en-de', folder: '/no/such/folder' }).catch((error: Error) => error);
 * console.log((failure as Error).message.includes('/no/such/folder')); // true
 * ```
 */
export async function openPipeline(task: PipelineTask, options: OpenPipelineOptions): Promise<TransformersPipeline> {
  const { model, folder, attempts = 3, signal, onProgress } = options;
  if (typeof model !== 'string' || model === '')
    throw new TypeError('openPipeline: expected the model as text that is not empty');
  if (!(Number.isInteger(attempts) && attempts >= 1 && attempts <= 10))
    throw new RangeError(`openPipeline: attempts must be a whole number from 1 to 10, got ${String(attempts)}`);
  signal?.throwIfAborted();
  const local = await findModelFolder(model, folder, options.precision);
  const transformers = await loadTransformers(options);
  const load = (): Promise<unknown> =>
    untilAborted(
      withModelPath(transformers, local ?? model, (name) =>
        transformers.pipeline(task, name, loadOptions(transformers, local, options)),
      ),
      signal,
    );
  let raw: unknown;
  try {
    raw = await (local ? load() : retryWithBackOff(load, { attempts, signal }));
  } catch (error) {
    signal?.throwIfAborted();
    throw explain(model, local, attempts, error);
  }
  onProgress?.({ stage: 'model', done: 1, total: 1, unit: 'models', rate: 0 });
  const id = `transformers:${model}`;
  return {
    id,
    task,
    package: transformers.name,
    packageVersion: transformers.version,
    raw,
    run: async (input, runOptions) => {
      try {
        return await (raw as (input: unknown, options?: Record<string, unknown>) => Promise<unknown>)(input, runOptions);
      } catch (error) {
        throw new NlpScriptError('MODEL_FAILED', `${id}: failed at ${task}: ${messageOf(error)}`, { cause: error });
      }
    },
    dispose: async () => {
      await (raw as { dispose?: () => Promise<unknown> }).dispose?.();
    },
  };
}

function loadOptions(
  { name }: TransformersPackage,
  local: LocalModel | undefined,
  { precision, onProgress }: OpenPipelineOptions,
): Record<string, unknown> {
  const chosen = local?.precision ?? precision ?? 'q8';
  return {
    ...(name === '@xenova/transformers' ? { quantized: chosen === 'q8' } : { dtype: chosen, device: 'cpu' }),
    ...(local ? { local_files_only: true } : {}),
    progress_callback: (report: { status?: string; loaded?: number; total?: number }) => {
      if (report.status === 'progress' && typeof report.loaded === 'number')
        onProgress?.({
          stage: 'model',
          done: report.loaded,
          ...(report.total ? { total: report.total } : {}),
          unit: 'bytes',
          rate: 0,
        });
    },
  };
}

/** Loads that change the packages' shared settings wait for each other. */
let settings: Promise<unknown> = Promise.resolve();

/** Points the package at a folder while the model is loaded, and back afterwards. */
async function withModelPath(
  { env, name }: TransformersPackage,
  model: LocalModel | string,
  load: (model: string) => Promise<unknown>,
): Promise<unknown> {
  if (typeof model === 'string') return load(model);
  const turn = settings.then(async () => {
    const { localModelPath, allowLocalModels } = env;
    Object.assign(env, { localModelPath: model.parent, allowLocalModels: true });
    try {
      return await load(name === '@xenova/transformers' ? model.name : model.path);
    } finally {
      Object.assign(env, { localModelPath, allowLocalModels });
    }
  });
  settings = turn.catch(() => undefined);
  return turn;
}

/** The packages take no signal; who waits is let go at once. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise<T>((resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

function explain(model: string, local: LocalModel | undefined, attempts: number, error: unknown): unknown {
  if (error instanceof NlpScriptError) return error;
  const what = messageOf(error);
  if (local)
    return new NlpScriptError('MODEL_FAILED', `${local.path}: could not be loaded: ${what}`, {
      remedy: 'Check that the folder was exported for ONNX and for this task, and that all its files are whole.',
      cause: error,
    });
  if (isRetryable(error))
    return new NlpScriptError('HUB_OFFLINE', `${model}: the hub could not be reached, ${attempts} attempts: ${what}`, {
      remedy: 'Go online, or download the model and give its folder in the option folder.',
      cause: error,
    });
  if (/Unauthorized|Forbidden|Could not locate|not found|\b40[134]\b|file missing/i.test(what))
    return new NlpScriptError('NO_MODEL', `${model}: the hub has no such model in ONNX that may be read: ${what}`, {
      remedy: 'Check the name; models named Xenova/… and onnx-community/… are in the right format.',
      cause: error,
    });
  return new NlpScriptError('MODEL_FAILED', `${model}: could not be loaded: ${what}`, { cause: error });
}

function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
