/** @file Where a model lies on the disk, and whether all of it is there: said before a package is loaded, file by file. */
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { NlpScriptError } from '../screenplay/error.js';
import type { ModelPrecision } from './pipeline.js';

/** A model folder that can be loaded. */
export interface LocalModel {
  /** Absolute. */
  path: string;
  /** The folder it lies in, with a separator behind. */
  parent: string;
  name: string;
  precision: ModelPrecision;
}

/**
 * Finds the folder of a model.
 *
 * @param model - Name of the hub or a path.
 * @param folder - Where the user says that it lies.
 * @param precision - Wanted; default what is there.
 * @returns `undefined` where the model is one of the hub.
 * @throws NlpScriptError `NO_MODEL` or `MODEL_INCOMPLETE`.
 */
export async function findModelFolder(
  model: string,
  folder: string | undefined,
  precision: ModelPrecision | undefined,
): Promise<LocalModel | undefined> {
  if (precision !== undefined && precision !== 'fp32' && precision !== 'q8')
    throw new RangeError(`precision must be 'fp32' or 'q8', got ${String(precision)}`);
  const looksLikePath = isAbsolute(model) || /^\.{1,2}(?:[/\\]|$)/.test(model);
  if (folder === undefined && !looksLikePath) return undefined;
  const candidates = folder === undefined ? [resolve(model)] : [resolve(folder, model), resolve(folder)];
  const found = await firstAsync(candidates, (path) => isFile(join(path, 'config.json')));
  if (found === undefined) {
    const existing = await firstAsync(candidates, isFolder);
    if (existing === undefined)
      throw new NlpScriptError('NO_MODEL', `${candidates.at(-1)}: there is no such folder, so no model ${model} in it`, {
        remedy: 'Check the path, or leave the option folder out to fetch the model from the hub.',
      });
    throw incomplete(existing, ['config.json']);
  }
  const weights = await listWeights(found);
  const missing: string[] = [];
  for (const name of ['tokenizer.json', 'tokenizer_config.json']) if (!(await isFile(join(found, name)))) missing.push(name);
  const quantized = weights.filter((name) => name.endsWith('_quantized.onnx'));
  const plain = weights.filter((name) => !/_(?:quantized|fp16|q4|q4f16|int8|uint8|bnb4)\.onnx$/.test(name));
  const chosen = precision ?? (plain.length > 0 || quantized.length === 0 ? 'fp32' : 'q8');
  if ((chosen === 'fp32' ? plain : quantized).length === 0)
    missing.push(chosen === 'fp32' ? 'onnx/model.onnx' : 'onnx/model_quantized.onnx');
  if (missing.length > 0) throw incomplete(found, missing);
  return { path: found, parent: `${dirname(found)}/`, name: basename(found), precision: chosen };
}

function incomplete(path: string, missing: readonly string[]): NlpScriptError {
  return new NlpScriptError('MODEL_INCOMPLETE', `${path}: is no complete model, ${missing.join(', ')} is missing`, {
    remedy: 'Copy all files of the model, the sub-folder onnx with its .onnx files included.',
  });
}

async function listWeights(path: string): Promise<string[]> {
  const names = await readdir(join(path, 'onnx')).catch(() => []);
  return names.filter((name) => name.endsWith('.onnx'));
}

async function firstAsync(list: readonly string[], holds: (path: string) => Promise<boolean>): Promise<string | undefined> {
  for (const path of list) if (await holds(path)) return path;
  return undefined;
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false;
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}
