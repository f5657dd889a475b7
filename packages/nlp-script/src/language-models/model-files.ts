/**
 * @file A language model in a folder: `model.json` (kind, shape, where each weight lies), `weights.bin` and `tokenizer.json`. Sizes and the
 * SHA-256 of the weights are checked before anything is used.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileWhole } from '@filmai/core-tensor/files';
import type { Quantization, WeightPrecision } from '@filmai/core-tensor/checkpoints';
import { NlpScriptError } from '../screenplay/error.js';
import { planOf, type LanguageModel } from './language-model.js';
import { formatTokenizer, parseTokenizer } from './tokenizer-json.js';
import { sizeOf, type Weight } from './weights.js';

const FORMAT = 'filmai-language-model';
const VERSION = 1;

/** `model.json`. */
interface ModelFile {
  format: typeof FORMAT;
  version: number;
  kind: LanguageModel['kind'];
  shape: LanguageModel['shape'];
  /** In the order in which their bytes follow each other. */
  weights: { name: string; shape: readonly number[]; quantization?: Quantization }[];
  file: string;
  bytes: number;
  sha256: string;
}

/**
 * Saves a model. Where the folder holds one already, that one stays loadable until the new one is complete.
 *
 * @param folder - Made where it doesn't exist.
 * @param model - Any.
 * @param options - `precision`: `'float16'` or `'uint8'` keep a half or a quarter of the bytes; default `'float32'`, exact. `signal`: cancels.
 * @throws FileError where the folder can't be written or the disk is full.
 * @example
 * ```ts
 * import { createGpt, loadLanguageModel, saveLanguageModel, trainTokenizer } from '@filmai/nlp-script/language-models';
 * import { mkdtempSync } from 'node:fs';
 * import { tmpdir } from 'node:os';
 * import { join } from 'node:path';
 *
 * const folder = mkdtempSync(join(tmpdir(), 'filmai-'));
 * await saveLanguageModel(folder, createGpt(trainTokenizer(['ahoy'], { size: 258 }), { width: 8, heads: 2 }));
 * console.log((await loadLanguageModel(folder)).kind); // gpt
 * ```
 */
export async function saveLanguageModel(
  folder: string,
  model: LanguageModel,
  { precision = 'float32', signal }: { precision?: WeightPrecision; signal?: AbortSignal } = {},
): Promise<void> {
  const { packWeight } = await import('@filmai/core-tensor/checkpoints');
  const packed = planOf(model).map(({ name, shape }) => ({ name, shape, ...packWeight(model.weights[name].values, precision) }));
  const bytes = Buffer.concat(packed.map((weight) => weight.bytes));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const earlier = await readdir(folder).catch(() => [] as string[]);
  const file = earlier.includes('weights.bin') ? `weights-${sha256.slice(0, 8)}.bin` : 'weights.bin';
  const content: ModelFile = {
    format: FORMAT,
    version: VERSION,
    kind: model.kind,
    shape: model.shape,
    weights: packed.map(({ name, shape, quantization }) => ({ name, shape, ...(quantization && { quantization }) })),
    file,
    bytes: bytes.length,
    sha256,
  };
  // writeFileWhole explains what stands in the way, with the path of the file.
  await mkdir(folder, { recursive: true }).catch(() => undefined);
  await writeFileWhole(join(folder, file), bytes, { signal });
  await writeFileWhole(join(folder, 'tokenizer.json'), `${formatTokenizer(model.tokenizer)}\n`, { signal });
  await writeFileWhole(join(folder, 'model.json'), `${JSON.stringify(content)}\n`, { signal });
  const old = earlier.filter((name) => /^weights(-[0-9a-f]{8})?\.bin$/.test(name) && name !== file);
  await Promise.all(old.map((name) => rm(join(folder, name), { force: true })));
}

/**
 * Loads a model that `saveLanguageModel` wrote.
 *
 * @param folder - Where its files are.
 * @returns The model.
 * @throws NlpScriptError `NO_MODEL` where there is none, `MODEL_INCOMPLETE` where a file is missing or cut off, `BAD_MODEL` where one has
 *   changed or is of another kind.
 */
export async function loadLanguageModel(folder: string): Promise<LanguageModel> {
  const path = join(folder, 'model.json');
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new NlpScriptError('NO_MODEL', `${path}: there is no language model`, {
      remedy: 'Give the folder of model.json.',
      cause,
    });
  });
  const file = parseModel(path, text);
  const [bytes, tokenizerText] = await Promise.all([
    readPart(join(folder, file.file)),
    readPart(join(folder, 'tokenizer.json')).then((part) => part.toString('utf8')),
  ]);
  if (bytes.length !== file.bytes)
    throw new NlpScriptError('MODEL_INCOMPLETE', `${join(folder, file.file)}: has ${bytes.length} of ${file.bytes} bytes`, {
      remedy: 'Get the files again, or use an older copy.',
    });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== file.sha256) throw bad(path, `its weights have changed: expected SHA-256 ${file.sha256}, got ${sha256}`);
  const tokenizer = parseTokenizer(tokenizerText, join(folder, 'tokenizer.json'));
  const { kind, shape } = file;
  const weights = await unpackWeights(path, file, bytes);
  const model = { kind, shape, tokenizer, weights } as LanguageModel;
  expectPlan(path, model);
  return model;
}

function parseModel(path: string, text: string): ModelFile {
  let file: Partial<ModelFile>;
  try {
    file = JSON.parse(text) as Partial<ModelFile>;
  } catch (cause) {
    throw bad(path, 'it is not JSON', cause);
  }
  if (file.format !== FORMAT || !Array.isArray(file.weights) || typeof file.file !== 'string' || !/^[\w.-]+$/.test(file.file))
    throw bad(path, `it is not a ${FORMAT}`);
  if (file.version !== VERSION) throw bad(path, `its format has version ${String(file.version)}, this program reads ${VERSION}`);
  return file as ModelFile;
}

async function readPart(path: string): Promise<Buffer> {
  return readFile(path).catch((cause: unknown) => {
    throw new NlpScriptError('MODEL_INCOMPLETE', `${path}: can't be read`, { remedy: 'Get the files again.', cause });
  });
}

async function unpackWeights(path: string, { weights }: ModelFile, bytes: Buffer): Promise<Record<string, Weight>> {
  const { unpackWeight } = await import('@filmai/core-tensor/checkpoints');
  let at = 0;
  const unpacked = weights.map(({ name, shape, quantization }) => {
    const each = quantization ? (quantization.dtype === 'uint8' ? 1 : 2) : 4;
    const size = sizeOf(shape) * each;
    const own = bytes.subarray(at, at + size);
    if (own.length !== size) throw bad(path, `its weight ${name} ends at byte ${at + size}, the file at ${bytes.length}`);
    at += size;
    const values = quantization ? unpackWeight(own, quantization) : new Float32Array(Uint8Array.from(own).buffer);
    return [name, { shape, values }] as const;
  });
  return Object.fromEntries(unpacked);
}

/** What the network needs is there, in the shapes that it needs. */
function expectPlan(path: string, model: LanguageModel): void {
  let plan;
  try {
    plan = planOf(model);
  } catch (cause) {
    throw bad(path, `there is no such network: ${(cause as Error).message}`, cause);
  }
  for (const { name, shape } of plan) {
    const got = (model.weights[name] as Weight | undefined)?.shape.join(', ');
    if (got !== shape.join(', '))
      throw bad(path, `weight ${name}: expected shape [${shape.join(', ')}], got ${got ? `[${got}]` : 'none'}`);
  }
}

function bad(path: string, what: string, cause?: unknown): NlpScriptError {
  return new NlpScriptError('BAD_MODEL', `${path}: ${what}`, { remedy: 'Get the files again, or use an older copy.', cause });
}
