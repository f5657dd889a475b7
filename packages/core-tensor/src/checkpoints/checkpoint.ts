/**
 * @file Checkpoints of a training: a folder for each, written whole or not at all, checked before it is used.
 *
 * ```
 * run/00007-step-1200/
 *   checkpoint.jsonl                 line 1: format, version, SHA-256 of line 2
 *                                    line 2: step, architecture, state, and path, bytes, SHA-256 of every other file
 *   state.bin                        the arrays of the state, little-endian, see plain-state.ts
 *   networks/generator/model.json    each network in the tfjs Layers format, which stock TensorFlow.js loads
 *   networks/generator/weights.bin
 * ```
 *
 * The first number counts the checkpoints of the folder and gives their order; the step is the training's own.
 */
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { CheckpointError } from './checkpoint-error.js';
import { firstDifference } from './first-difference.js';
import { checkNetwork, describeNetwork, fillNetwork, type SavedNetwork } from './network-artifacts.js';
import { loadNetworkFiles, modelText, NETWORK_FILES, sha256, weightBytes } from './network-files.js';
import { packState, unpackState } from './plain-state.js';
import { removeFolderWhole, writeFolderWhole, type Part } from './write-folder.js';

const FORMAT = 'filmai-checkpoint';
const VERSION = 1;
const HEADER = 'checkpoint.jsonl';
const ARRAYS = 'state.bin';
const NAME = /^(\d+)-step-(\d+)$/;

/**
 * All that a training needs to go on as if it had never stopped. Beside networks everything is plain data: null, booleans, numbers, text,
 * typed arrays, and lists and objects of them. Numbers and arrays come back bit for bit.
 */
export interface CheckpointState {
  /** Steps made. */
  step: number;
  /** What is trained, as plain JSON: `{ kind: 'dcgan', options: { size: 28 } }`. Another one can't go on from here. */
  architecture: Readonly<Record<string, unknown>>;
  /** By name. Topology and all weights are saved, those that aren't trained too. */
  networks: Readonly<Record<string, LayersModel>>;
  /** Saved optimisers by name: `await adam.save()`. */
  optimisers?: Readonly<Record<string, unknown>>;
  /** Saved moving averages by name. */
  averages?: Readonly<Record<string, unknown>>;
  /** Where the data stand: epoch, position, order. */
  data?: unknown;
  /** Saved random streams: `random.save()`. */
  random?: unknown;
  /** Anything else. */
  extra?: unknown;
}

/** A checkpoint as loaded: as it was saved, with networks as data. */
export interface Checkpoint extends Required<Omit<CheckpointState, 'networks'>> {
  networks: Record<string, SavedNetwork>;
}

/** A checkpoint that was passed over. */
export interface SkippedCheckpoint {
  path: string;
  /** A sentence for people: `'state.bin has changed: expected SHA-256 …, got …'`. */
  reason: string;
}

/** What was found. */
export interface LoadedCheckpoint {
  checkpoint: Checkpoint;
  /** Its folder. */
  path: string;
  /** Newer ones that are damaged or half-written. Tell the user. */
  skipped: SkippedCheckpoint[];
}

/** How a checkpoint is loaded. */
export interface LoadCheckpointOptions {
  /** What goes on from it; compared as JSON. Default: anything goes. */
  architecture?: Readonly<Record<string, unknown>>;
  /** Networks by name that get its weights. Their layers are compared first; default none. */
  networks?: Readonly<Record<string, LayersModel>>;
}

/**
 * Saves a checkpoint. When the call returns it is on the disk; a process that is killed before leaves the ones before it.
 *
 * @param folder - Where the checkpoints of this training are; made where it doesn't exist.
 * @param state - See `CheckpointState`.
 * @param options - `keep`: how many are kept, the newest, at least 1, default 3. `signal`: cancels; nothing is left then.
 * @returns Path of the new checkpoint.
 * @throws FileError where the folder can't be written or the disk is full; TypeError where the state holds what isn't plain data.
 * @example
 * ```ts
 * import * as layers from '@tensorflow/tfjs-layers';
 * import { loadCheckpoint, saveCheckpoint } from '@filmai/core-tensor/checkpoints';
 * import { createRuntime } from '@filmai/core-tensor/runtime';
 * import { mkdtempSync } from 'node:fs';
 * import { tmpdir } from 'node:os';
 * import { join } from 'node:path';
 *
 * await createRuntime();
 * const folder = mkdtempSync(join(tmpdir(), 'filmai-'));
 * const networks = { judge: layers.sequential({ layers: [layers.layers.dense({ units: 2, inputShape: [3] })] }) };
 * const architecture = { kind: 'judge', options: { units: 2 } };
 * await saveCheckpoint(folder, { step: 100, architecture, networks, data: { epoch: 2 } });
 * const { checkpoint } = await loadCheckpoint(folder, { architecture, networks });
 * console.log(checkpoint.step, checkpoint.data); // 100 { epoch: 2 }
 * ```
 */
export async function saveCheckpoint(
  folder: string,
  state: CheckpointState,
  { keep = 3, signal }: { keep?: number; signal?: AbortSignal } = {},
): Promise<string> {
  if (!Number.isInteger(keep) || keep < 1)
    throw new RangeError(`saveCheckpoint: keep must be a whole number of at least 1, got ${keep}`);
  if (!Number.isInteger(state.step) || state.step < 0)
    throw new RangeError(`saveCheckpoint: step must be a whole number of at least 0, got ${state.step}`);
  signal?.throwIfAborted();
  const { optimisers = {}, averages = {}, data = null, random = null, extra = null } = state;
  const packed = packState({ optimisers, averages, data, random, extra }, 'state');
  const parts: Part[] = [{ path: ARRAYS, bytes: packed.bytes }];
  for (const [name, model] of Object.entries(state.networks)) parts.push(...(await networkParts(name, model)));
  const content: Body = {
    step: state.step,
    architecture: state.architecture,
    state: packed.json as Body['state'],
    networks: Object.keys(state.networks),
    files: parts.map(({ path, bytes }) => ({ path, bytes: bytes.length, sha256: sha256(bytes) })),
  };
  const body = JSON.stringify(content);
  const head = JSON.stringify({ format: FORMAT, version: VERSION, sha256: sha256(body) });
  parts.push({ path: HEADER, bytes: new TextEncoder().encode(`${head}\n${body}\n`) });
  const earlier = await checkpointsIn(folder);
  const number = (earlier[0]?.number ?? 0) + 1;
  const path = join(folder, `${String(number).padStart(5, '0')}-step-${state.step}`);
  await writeFolderWhole(path, parts, signal);
  for (const old of earlier.slice(keep - 1)) await removeFolderWhole(old.path);
  await removeLeftovers(folder, number);
  return path;
}

/**
 * Loads the newest whole checkpoint. Damaged and half-written ones are passed over and reported.
 *
 * @param folder - Where the checkpoints of this training are.
 * @param options - See `LoadCheckpointOptions`.
 * @returns The checkpoint, where it was, and which newer ones were skipped, with the reason.
 * @throws CheckpointError `NO_CHECKPOINT`, `ALL_DAMAGED`, or `OTHER_ARCHITECTURE` with the first difference; networks are then as they were.
 */
export async function loadCheckpoint(
  folder: string,
  { architecture, networks }: LoadCheckpointOptions = {},
): Promise<LoadedCheckpoint> {
  const all = await checkpointsIn(folder);
  if (all.length === 0)
    throw new CheckpointError('NO_CHECKPOINT', `${folder}: there is no checkpoint`, {
      remedy: 'Start anew, or check the folder.',
    });
  const skipped: SkippedCheckpoint[] = [];
  for (const { path } of all) {
    let checkpoint: Checkpoint;
    try {
      checkpoint = await readCheckpoint(path);
    } catch (error) {
      skipped.push({ path, reason: (error as Error).message });
      continue;
    }
    checkArchitecture(path, checkpoint, architecture, networks);
    for (const [name, model] of Object.entries(networks ?? {})) fillNetwork(model, checkpoint.networks[name], name);
    return { checkpoint, path, skipped };
  }
  const reasons = skipped.map(({ path, reason }) => `${path}: ${reason}`).join('; ');
  throw new CheckpointError('ALL_DAMAGED', `${folder}: none of ${all.length} checkpoints is whole: ${reasons}`, {
    remedy: 'Start anew in another folder, or put a copy of a whole checkpoint there.',
  });
}

/**
 * The checkpoints of a folder, newest first, whole or not.
 *
 * @param folder - May be one that doesn't exist: it holds none.
 * @returns Path, number and step of each, as its name says.
 */
export async function listCheckpoints(folder: string): Promise<{ path: string; number: number; step: number }[]> {
  return checkpointsIn(folder);
}

async function checkpointsIn(folder: string): Promise<{ path: string; number: number; step: number }[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });
  return names
    .flatMap((name) => {
      const found = NAME.exec(name);
      return found ? [{ path: join(folder, name), number: Number(found[1]), step: Number(found[2]) }] : [];
    })
    .sort((a, b) => b.number - a.number);
}

async function networkParts(name: string, model: LayersModel): Promise<Part[]> {
  if (!/^[\w-]+$/.test(name)) throw new TypeError(`saveCheckpoint: a network's name is letters, digits, - and _, got "${name}"`);
  const saved = await describeNetwork(model);
  const weights = weightBytes(saved);
  return [
    { path: `networks/${name}/${NETWORK_FILES.weights}`, bytes: weights },
    { path: `networks/${name}/${NETWORK_FILES.model}`, bytes: new TextEncoder().encode(modelText(saved, weights)) },
  ];
}

/** What a killed process left: hidden parts of this checkpoint's number and below. */
async function removeLeftovers(folder: string, number: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const found = /^\..+\.part\.(\d+)-step-\d+$/.exec(name);
    if (found && Number(found[1]) <= number) await rm(join(folder, name), { recursive: true, force: true });
  }
}

/** Line 2 of the header. */
interface Body {
  step: number;
  architecture: Record<string, unknown>;
  state: Omit<Checkpoint, 'step' | 'architecture' | 'networks'>;
  networks: string[];
  files: { path: string; bytes: number; sha256: string }[];
}

/** Reads and verifies; throws an error whose message is the reason for skipping. */
async function readCheckpoint(path: string): Promise<Checkpoint> {
  const text = await readFile(join(path, HEADER), 'utf8').catch(() => {
    throw new Error(`${HEADER} is missing`);
  });
  const [head, body = ''] = text.split('\n');
  const { format, version, sha256: expected } = parse(head) as { format: string; version: number; sha256: string };
  if (format !== FORMAT) throw new Error(`${HEADER} is not a checkpoint's header`);
  if (version !== VERSION) throw new Error(`its format has version ${version}, this program reads ${VERSION}`);
  verify(HEADER, expected, sha256(body));
  const { step, architecture, state, networks, files } = parse(body) as Body;
  let bytes = new Uint8Array();
  for (const file of files) {
    const content = await readFile(join(path, file.path)).catch(() => {
      throw new Error(`${file.path} is missing`);
    });
    if (content.length !== file.bytes) throw new Error(`${file.path} has ${content.length} of ${file.bytes} bytes`);
    verify(file.path, file.sha256, sha256(content));
    if (file.path === ARRAYS) bytes = new Uint8Array(content);
  }
  const loaded: Record<string, SavedNetwork> = {};
  for (const name of networks) loaded[name] = await loadNetworkFiles(join(path, 'networks', name));
  return { ...(unpackState({ json: state, bytes }) as typeof state), step, architecture, networks: loaded };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    throw new Error(`${HEADER} is cut off or not JSON`);
  }
}

function verify(name: string, expected: string, got: string): void {
  if (expected !== got) throw new Error(`${name} has changed: expected SHA-256 ${expected}, got ${got}`);
}

function checkArchitecture(
  path: string,
  checkpoint: Checkpoint,
  architecture: LoadCheckpointOptions['architecture'],
  networks: LoadCheckpointOptions['networks'],
): void {
  const differs = (what: string): CheckpointError =>
    new CheckpointError('OTHER_ARCHITECTURE', `${path} was saved from another architecture: ${what}`, {
      remedy: 'Use the options that it was saved with, or start anew in another folder.',
    });
  if (architecture) {
    const difference = firstDifference(plain(architecture), plain(checkpoint.architecture));
    if (difference) throw differs(`${difference.path}: expected ${difference.expected}, got ${difference.got}`);
  }
  if (!networks) return;
  const names = firstDifference(Object.keys(networks).sort(), Object.keys(checkpoint.networks).sort());
  if (names)
    throw differs(`networks: expected ${Object.keys(networks).join(', ')}, got ${Object.keys(checkpoint.networks).join(', ')}`);
  for (const [name, model] of Object.entries(networks)) checkNetwork(model, checkpoint.networks[name], name);
}

/** As JSON sees it: what is absent and what is `undefined` are the same. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}
