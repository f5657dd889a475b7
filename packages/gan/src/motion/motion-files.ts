/** @file A motion model on disk: `motion.json` (skeleton, labels, scale) beside its two networks in the tfjs Layers format. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fillNetwork, loadNetworkFiles, saveNetwork, type WeightPrecision } from '@filmai/core-tensor/checkpoints';
import { writeFileWhole } from '@filmai/core-tensor/files';
import { GanError } from '../errors/gan-error.js';
import { packagedModelFolder } from '../models/packaged-model-folder.js';
import { createMotionVae, type MotionVaeOptions } from './motion-vae.js';
import type { MotionLabels, MotionModel } from './motion-model.js';
import type { Skeleton } from './skeleton.js';

/** `motion.json`. */
interface MotionFile {
  format: 'filmai-motion-1';
  skeleton: Skeleton;
  fps: number;
  labels: MotionLabels;
  mean: number[];
  deviation: number[];
  vae: MotionVaeOptions;
}

const DESCRIPTION = 'motion.json';

/**
 * Saves a motion model.
 *
 * @param folder - Made where it doesn't exist.
 * @param model - The model.
 * @param options - `precision` of its weights, default `'float32'`.
 * @throws FileError where the folder can't be written.
 */
export async function saveMotionModel(
  folder: string,
  { vae, skeleton, fps, labels, statistics }: MotionModel,
  { precision }: { precision?: WeightPrecision } = {},
): Promise<void> {
  for (const [name, network] of Object.entries(vae.networks)) await saveNetwork(join(folder, name), network, { precision });
  const rounded = (values: Float32Array): number[] => Array.from(values, (value) => Number(value.toPrecision(9)));
  const file: MotionFile = {
    format: 'filmai-motion-1',
    skeleton,
    fps,
    labels,
    mean: rounded(statistics.mean),
    deviation: rounded(statistics.deviation),
    vae: vae.options as unknown as MotionVaeOptions,
  };
  await writeFileWhole(join(folder, DESCRIPTION), new TextEncoder().encode(`${JSON.stringify(file)}\n`));
}

/**
 * Loads a motion model.
 *
 * @param folder - Where `saveMotionModel` wrote it. Default: the model that comes with this package, trained on `createMotion`'s clips.
 * @returns The model; dispose its `vae` when done.
 * @throws GanError `NO_MODEL` where there is none or its description is damaged; CheckpointError for damaged networks.
 * @example
 * ```ts
 * import { loadMotionModel } from '@filmai/gan/motion';
 *
 * const model = await loadMotionModel();
 * console.log(model.labels.kinds.includes('walk')); // true
 * model.vae.dispose();
 * ```
 */
export async function loadMotionModel(folder: string = packagedModelFolder('motion')): Promise<MotionModel> {
  const path = join(folder, DESCRIPTION);
  const file = await describe(path);
  const vae = await createMotionVae(file.vae);
  try {
    for (const [name, network] of Object.entries(vae.networks)) {
      fillNetwork(network, await loadNetworkFiles(join(folder, name)), name);
    }
  } catch (error) {
    vae.dispose();
    throw error;
  }
  return {
    vae,
    skeleton: file.skeleton,
    fps: file.fps,
    labels: file.labels,
    statistics: { mean: Float32Array.from(file.mean), deviation: Float32Array.from(file.deviation) },
  };
}

async function describe(path: string): Promise<MotionFile> {
  const noModel = (what: string, cause?: unknown): GanError =>
    new GanError('NO_MODEL', `${path}: ${what}`, { remedy: 'Give a folder that saveMotionModel wrote.', cause });
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw noModel('there is no motion model', cause);
  });
  let file: Partial<MotionFile>;
  try {
    file = JSON.parse(text) as Partial<MotionFile>;
  } catch (cause) {
    throw noModel('it is not JSON', cause);
  }
  const whole = file.skeleton && file.labels && file.vae && file.mean && file.mean.length === file.vae.features;
  if (file.format !== 'filmai-motion-1' || !whole)
    throw noModel(`expected the format filmai-motion-1, whole, got ${file.format}`);
  return file as MotionFile;
}
