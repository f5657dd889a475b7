/** @file What a motion model learns from: clips with labels, from a folder of BVH files or made, cut into windows. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { GanError } from '../errors/gan-error.js';
import { parseBvh } from './bvh.js';
import { featureLayout, resample, toFeatures } from './motion-features.js';
import { featureStatistics, labelNumbers, normaliseRows, type MotionLabel, type MotionModel } from './motion-model.js';
import { createMotionVae, type MotionVaeOptions } from './motion-vae.js';
import type { MotionClip, Skeleton } from './skeleton.js';

/** A clip and what it shows. */
export interface LabelledMotion extends MotionLabel {
  clip: MotionClip;
}

/** A folder's clips, and the files that were not read. */
export interface MotionFolder {
  motions: LabelledMotion[];
  skipped: readonly { path: string; reason: string }[];
}

/** Windows for a motion VAE, as `fromArrays` takes them. */
export interface MotionWindows {
  /** [count, frames, features] */
  motion: Float32Array;
  /** [count, labels] */
  labels: Float32Array;
  count: number;
}

/** How a model is set up for clips. */
export interface MotionModelOptions extends Omit<MotionVaeOptions, 'features' | 'labels'> {
  /** Frames in a second that the model works at, default 30. */
  fps?: number;
}

/**
 * Reads a folder of BVH files and its subfolders. The names of the first two folders on the way to a file are its kind and its style:
 * `walk/tired/anna.bvh`; a file without a folder is of the kind `'motion'`.
 *
 * @param folder - The folder.
 * @param options - `onUnreadable`: `'error'` (default) or `'skip'`, which lists them.
 * @returns The clips in order of their paths.
 * @throws GanError `NO_MOTION` where there is none; `BAD_BVH` with the file's name.
 */
export async function readMotionFolder(
  folder: string,
  { onUnreadable = 'error' }: { onUnreadable?: 'error' | 'skip' } = {},
): Promise<MotionFolder> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    throw new GanError('NO_MOTION', `${folder}: the folder can't be read`, { remedy: 'Give a folder of BVH files.', cause });
  });
  const paths = entries
    .filter((entry) => entry.isFile() && /\.bvh$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  const motions: LabelledMotion[] = [];
  const skipped: { path: string; reason: string }[] = [];
  for (const path of paths) {
    const [kind, style] = relative(folder, path).split(sep).slice(0, -1);
    try {
      const { clip } = parseBvh(await readFile(path, 'utf8'));
      motions.push({ clip, kind: kind ?? 'motion', ...(style === undefined ? {} : { style }) });
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      if (onUnreadable === 'error') {
        throw new GanError('BAD_BVH', `${basename(path)}: ${reason}`, {
          remedy: "Repair it, or pass onUnreadable: 'skip'.",
          cause,
        });
      }
      skipped.push({ path, reason });
    }
  }
  if (motions.length === 0) {
    throw new GanError('NO_MOTION', `${folder}: there is no readable BVH file among ${entries.length} entries`, {
      remedy: 'Give a folder of BVH files; subfolders are kinds of motion.',
    });
  }
  return { motions, skipped };
}

/**
 * Sets up a model for clips: its skeleton, labels and scale come from them; its networks are new.
 *
 * @param motions - Clips on one skeleton; those shorter than a window are left out.
 * @param options - See `MotionModelOptions`.
 * @returns The model, to be trained by `train(model.vae, fromArrays(…))`, and the windows for it.
 * @throws GanError `WRONG_SHAPE` where skeletons differ, `NO_MOTION` where no clip is as long as a window.
 * @example
 * ```ts
 * import { createMotion, createMotionModel } from '@filmai/gan/motion';
 *
 * const walks = [1, 2].map((seed) => ({ kind: 'walk', clip: createMotion({ kind: 'walk', seconds: 3, seed }) }));
 * const { model, windows } = await createMotionModel(walks, { frames: 32, filters: 16 });
 * console.log(windows.count > 2, model.labels.kinds); // true [ 'walk' ]
 * model.vae.dispose();
 * ```
 */
export async function createMotionModel(
  motions: readonly LabelledMotion[],
  { fps = 30, ...options }: MotionModelOptions = {},
): Promise<{ model: MotionModel; windows: MotionWindows }> {
  if (motions.length === 0)
    throw new GanError('NO_MOTION', 'createMotionModel: there are no clips', { remedy: 'Give at least one.' });
  const [{ clip: first }] = motions;
  for (const { clip } of motions) checkSameSkeleton(first.skeleton, clip.skeleton);
  const all = motions.map((one) => ({ ...one, clip: resample(one.clip, fps) }));
  const labels = {
    kinds: [...new Set(motions.map((one) => one.kind))],
    styles: [...new Set(motions.flatMap((one) => (one.style === undefined ? [] : [one.style])))],
  };
  const statistics = featureStatistics(all.map((one) => one.clip));
  const { size } = featureLayout(first.skeleton);
  const vae = await createMotionVae({ ...options, features: size, labels: labels.kinds.length + labels.styles.length });
  const model = { vae, skeleton: first.skeleton, fps, labels, statistics };
  try {
    return { model, windows: windowsOf(model, all) };
  } catch (error) {
    vae.dispose();
    throw error;
  }
}

/** Windows of clips for a model that stands; each begins an eighth of a window after the one before. */
export function windowsOf(model: MotionModel, motions: readonly LabelledMotion[]): MotionWindows {
  const { frames } = model.vae;
  const { size } = featureLayout(model.skeleton);
  const step = Math.max(1, frames / 8);
  const rows: Float32Array[] = [];
  const told: Float32Array[] = [];
  for (const one of motions) {
    const features = normaliseRows(toFeatures(one.clip), model.statistics);
    for (let at = 0; at + frames <= features.length / size; at += step) {
      rows.push(features.subarray(at * size, (at + frames) * size));
      told.push(labelNumbers(model, one));
    }
  }
  if (rows.length === 0) {
    throw new GanError('NO_MOTION', `no clip has the ${frames} frames of a window`, {
      remedy: `Give clips of at least ${(frames / model.fps).toFixed(2)} seconds, or a smaller window by the option frames.`,
    });
  }
  const joined = (parts: readonly Float32Array[]): Float32Array => {
    const result = new Float32Array(parts.length * parts[0].length);
    for (const [i, part] of parts.entries()) result.set(part, i * part.length);
    return result;
  };
  return { motion: joined(rows), labels: joined(told), count: rows.length };
}

function checkSameSkeleton(a: Skeleton, b: Skeleton): void {
  const at = a.joints.findIndex((joint, j) => joint.name !== b.joints[j]?.name || joint.parent !== b.joints[j].parent);
  if (at < 0 && a.joints.length === b.joints.length) return;
  const index = at < 0 ? a.joints.length : at;
  throw new GanError(
    'WRONG_SHAPE',
    `skeletons differ at joint ${index}: expected ${a.joints[index]?.name ?? 'no more'}, got ${b.joints[index]?.name ?? 'no more'}`,
    { remedy: 'Train on clips of one skeleton.' },
  );
}
