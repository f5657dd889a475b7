/**
 * @file A network as the tfjs Layers format on plain files: `model.json` beside `weights.bin`. Stock TensorFlow.js loads it in browsers and in
 * Node; our own reader also checks the size and SHA-256 that stand in `userDefinedMetadata`.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { io } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { writeFileWhole } from '../files/index.js';
import { CheckpointError } from './checkpoint-error.js';
import { bytesPerValue, packWeight, unpackWeight, type WeightPrecision } from './compact-weights.js';
import { describeNetwork, type LayerPlan, type SavedNetwork, type SavedWeight } from './network-artifacts.js';

/** The names of a network's files that are written into a folder where no network was. */
export const NETWORK_FILES = { model: 'model.json', weights: 'weights.bin' } as const;

/** `model.json`. */
interface ModelFile extends io.ModelJSON {
  modelTopology: object;
  userDefinedMetadata?: { weightsSha256?: string; weightsBytes?: number; layers?: LayerPlan[] };
}

/**
 * Saves a layers model as `model.json` and a file of weights, whole or not at all: where the folder holds a network already, that one stays
 * loadable until the new one is complete.
 *
 * @param folder - Made where it doesn't exist.
 * @param model - A model of `@tensorflow/tfjs-layers`.
 * @param options - `signal`: cancels. `precision`: `'float16'` or `'uint8'` keep a half or a quarter of the bytes, in the format's own quantisation;
 *   default `'float32'`, exact.
 * @throws FileError where the folder can't be written or the disk is full.
 * @example
 * ```ts
 * import * as layers from '@tensorflow/tfjs-layers';
 * import { loadNetwork, saveNetwork } from '@filmai/core-tensor/checkpoints';
 * import { createRuntime } from '@filmai/core-tensor/runtime';
 * import { mkdtempSync } from 'node:fs';
 * import { tmpdir } from 'node:os';
 * import { join } from 'node:path';
 *
 * await createRuntime();
 * const folder = join(mkdtempSync(join(tmpdir(), 'filmai-')), 'net');
 * await saveNetwork(folder, layers.sequential({ layers: [layers.layers.dense({ units: 2, inputShape: [3] })] }));
 * console.log((await loadNetwork(folder)).countParams()); // 8
 * ```
 */
export async function saveNetwork(
  folder: string,
  model: LayersModel,
  { signal, precision = 'float32' }: { signal?: AbortSignal; precision?: WeightPrecision } = {},
): Promise<void> {
  const saved = await describeNetwork(model);
  const earlier = await readdir(folder).catch(() => [] as string[]);
  const { bytes, specs } = packWeights(saved, precision);
  // Weights never replace weights: until model.json is renamed over the old one, that one must find its own.
  const weightsName = earlier.includes(NETWORK_FILES.weights)
    ? `weights-${sha256(bytes).slice(0, 8)}.bin`
    : NETWORK_FILES.weights;
  await mkdirOf(folder);
  await writeFileWhole(join(folder, weightsName), bytes, { signal });
  await writeFileWhole(join(folder, NETWORK_FILES.model), modelText(saved, bytes, weightsName, specs), { signal });
  const old = earlier.filter((name) => /^weights(-[0-9a-f]{8})?\.bin$/.test(name) && name !== weightsName);
  await Promise.all(old.map((name) => rm(join(folder, name), { force: true })));
}

/**
 * Loads a network that `saveNetwork`, a checkpoint or stock TensorFlow.js wrote in one or several files.
 *
 * @param path - The folder, or its `model.json`.
 * @returns A new model.
 * @throws CheckpointError `NO_NETWORK` where there is none, `DAMAGED_NETWORK` where sizes or hashes are wrong; the message names the layer.
 */
export async function loadNetwork(path: string): Promise<LayersModel> {
  const saved = await loadNetworkFiles(path);
  const { loadLayersModel } = await import('@tensorflow/tfjs-layers');
  const bytes = weightBytes(saved);
  const { modelTopology, weightSpecs } = { modelTopology: saved.topology, weightSpecs: saved.weights.map(specOf) };
  try {
    return await loadLayersModel({
      load: async () => ({ modelTopology, weightSpecs, weightData: Uint8Array.from(bytes).buffer }),
    });
  } catch (cause) {
    throw new CheckpointError('DAMAGED_NETWORK', `${path}: topology and weights don't fit: ${(cause as Error).message}`, {
      cause,
    });
  }
}

/**
 * Reads a network's files without building it: for `fillNetwork`.
 *
 * @param path - The folder, or its `model.json`.
 * @throws CheckpointError as `loadNetwork`.
 */
export async function loadNetworkFiles(path: string): Promise<SavedNetwork> {
  const folder = path.endsWith('.json') ? join(path, '..') : path;
  const modelPath = path.endsWith('.json') ? path : join(path, NETWORK_FILES.model);
  const text = await readFile(modelPath, 'utf8').catch((cause: unknown) => {
    throw new CheckpointError('NO_NETWORK', `${modelPath}: there is no network`, {
      remedy: 'Give the folder of model.json.',
      cause,
    });
  });
  const file = parseModel(modelPath, text);
  const specs = file.weightsManifest.flatMap((group) => group.weights);
  const parts = await Promise.all(
    file.weightsManifest
      .flatMap((group) => group.paths)
      .map((name) =>
        readFile(join(folder, name)).catch((cause: unknown) => {
          throw damaged(modelPath, `its weights ${name} can't be read`, cause);
        }),
      ),
  );
  const bytes = Buffer.concat(parts);
  const weights = splitWeights(modelPath, specs, bytes);
  const expected = file.userDefinedMetadata?.weightsSha256;
  if (expected !== undefined && expected !== sha256(bytes))
    throw damaged(modelPath, `its weights have changed: expected SHA-256 ${expected}, got ${sha256(bytes)}`);
  const layers = file.userDefinedMetadata?.layers;
  return layers ? { topology: file.modelTopology, weights, layers } : { topology: file.modelTopology, ...layersByName(weights) };
}

/** The bytes of the weights' file. */
export function weightBytes({ weights }: SavedNetwork): Uint8Array {
  return Buffer.concat(weights.map(({ values }) => new Uint8Array(values.buffer, values.byteOffset, values.byteLength)));
}

/** The text of `model.json`. */
export function modelText(
  saved: SavedNetwork,
  bytes: Uint8Array,
  weightsName: string = NETWORK_FILES.weights,
  specs: io.WeightsManifestEntry[] = saved.weights.map(specOf),
): string {
  const file: ModelFile = {
    format: 'layers-model',
    generatedBy: '@filmai/core-tensor',
    modelTopology: saved.topology,
    weightsManifest: [{ paths: [weightsName], weights: specs }],
    userDefinedMetadata: { weightsSha256: sha256(bytes), weightsBytes: bytes.length, layers: saved.layers },
  };
  return JSON.stringify(file);
}

/** SHA-256 as hexadecimal digits. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The bytes of the weights' file in some precision, and the entries that say so. */
function packWeights(
  { weights }: SavedNetwork,
  precision: WeightPrecision,
): { bytes: Uint8Array; specs: io.WeightsManifestEntry[] } {
  const packed = weights.map((weight) => {
    const { values } = weight;
    if (!(values instanceof Float32Array)) {
      return { spec: specOf(weight), bytes: new Uint8Array(values.buffer, values.byteOffset, values.byteLength) };
    }
    const { bytes, quantization } = packWeight(values, precision);
    return { spec: { ...specOf(weight), ...(quantization ? { quantization } : {}) }, bytes };
  });
  return { bytes: Buffer.concat(packed.map(({ bytes }) => bytes)), specs: packed.map(({ spec }) => spec) };
}

function specOf({ name, shape, dtype }: SavedWeight): io.WeightsManifestEntry {
  return { name, shape, dtype };
}

async function mkdirOf(folder: string): Promise<void> {
  // writeFileWhole explains what stands in the way, with the path of the file.
  await mkdir(folder, { recursive: true }).catch(() => undefined);
}

function parseModel(path: string, text: string): ModelFile {
  let file: Partial<ModelFile>;
  try {
    file = JSON.parse(text) as Partial<ModelFile>;
  } catch (cause) {
    throw damaged(path, 'it is not JSON', cause);
  }
  if (typeof file.modelTopology !== 'object' || !Array.isArray(file.weightsManifest))
    throw damaged(path, 'it has no modelTopology with a weightsManifest, so it is not a layers model');
  return file as ModelFile;
}

/** Cuts the bytes into weights; the first weight that isn't whole is named. */
function splitWeights(path: string, specs: io.WeightsManifestEntry[], bytes: Uint8Array): SavedWeight[] {
  let at = 0;
  const weights = specs.map(({ name, shape, dtype, quantization }): SavedWeight => {
    if (dtype !== 'float32' && dtype !== 'int32' && dtype !== 'bool')
      throw damaged(path, `weight ${name}: only float32, int32 and bool are read, got ${dtype}`);
    const count = shape.reduce((product, size) => product * size, 1);
    const size = count * (quantization ? bytesPerValue(quantization) : dtype === 'bool' ? 1 : 4);
    if (at + size > bytes.length) {
      const layer = name.split('/')[0];
      throw damaged(path, `layer ${layer}: its weight ${name} ends at byte ${at + size}, the file at ${bytes.length}`);
    }
    const own = bytes.slice(at, at + size);
    at += size;
    if (quantization) return { name, shape, dtype: 'float32', values: unpackWeight(own, quantization) };
    const copy = Uint8Array.from(own).buffer;
    const values = dtype === 'float32' ? new Float32Array(copy) : dtype === 'int32' ? new Int32Array(copy) : new Uint8Array(copy);
    return { name, shape, dtype, values };
  });
  if (at !== bytes.length) throw damaged(path, `its layers need ${at} bytes of weights, the file has ${bytes.length}`);
  return weights;
}

/**
 * Layers of a file that another program wrote, as far as the names of the weights tell: `layer/weight`. There all trained weights come first,
 * so they are brought into the order of the layers.
 */
function layersByName(weights: SavedWeight[]): Pick<SavedNetwork, 'weights' | 'layers'> {
  const layers = new Map<string, SavedWeight[]>();
  for (const weight of weights) {
    const name = weight.name.slice(0, Math.max(0, weight.name.lastIndexOf('/')));
    layers.set(name, [...(layers.get(name) ?? []), weight]);
  }
  return {
    weights: [...layers.values()].flat(),
    layers: [...layers].map(([name, own]) => ({
      name,
      weights: own.map((weight) => ({ name: weight.name, shape: weight.shape })),
    })),
  };
}

function damaged(path: string, what: string, cause?: unknown): CheckpointError {
  return new CheckpointError('DAMAGED_NETWORK', `${path}: ${what}`, {
    remedy: 'Get the files again, or use an older copy.',
    cause,
  });
}
