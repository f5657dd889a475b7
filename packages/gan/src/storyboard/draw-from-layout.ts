/** @file Storyboard pictures drawn by a network from layouts: the look of the storyboard's ink and wash, in a fraction of its time. */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor4D } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { loadNetwork } from '@filmai/core-tensor/checkpoints';
import type { Frame } from '@filmai/core-tensor/frames';
import { startRuntime } from '@filmai/core-tensor/runtime';
import { packagedModelFolder } from '../models/packaged-model-folder.js';
import { registerGroupNormalization } from '../networks/group-normalization.js';
import { translateBy } from '../networks/translate.js';
import { toFrames } from '../pictures/picture-tensors.js';
import { LAYOUT_MAPS, layoutMaps, type StoryboardLayout } from './layout-maps.js';

/** Which network draws. */
export interface DrawFromLayoutOptions {
  /** Folder of a generator that `saveNetwork` wrote, trained on `layoutMaps`. Default: the one that comes with this package. */
  model?: string;
}

const loaded = new Map<string, Promise<LayersModel>>();

/**
 * Draws a storyboard picture from a layout with a trained pix2pix. The network was trained at 256×144 and draws lines of that weight: take a layout of
 * about that size and enlarge the picture. It is loaded on the first call and kept.
 *
 * @param layout - What is where: from `drawLayout` of `@filmai/storyboard`, or made by yourself. Any size.
 * @param options - See `DrawFromLayoutOptions`.
 * @returns The picture, as large as the layout, at 0 seconds.
 * @throws GanError `WRONG_SHAPE` where the layout's fields don't fit its size; CheckpointError where the network can't be read.
 * @example
 * ```ts
 * import { drawStoryboardFromLayout } from '@filmai/gan/storyboard';
 *
 * const size = 64 * 32;
 * const frame = await drawStoryboardFromLayout({
 *   width: 64,
 *   height: 32,
 *   classes: new Uint8Array(size).fill(1),
 *   depth: new Float32Array(size).fill(3),
 *   shade: new Float32Array(size).fill(0.8),
 *   warmth: new Float32Array(size),
 *   tint: new Float32Array(3 * size).fill(1),
 *   outlines: new Float32Array(size),
 *   marks: new Float32Array(size),
 *   hour: 'day',
 *   wash: [0.17, 0.18, 0.25],
 *   paper: [0.975, 0.955, 0.905],
 *   lamp: [1, 0.86, 0.58],
 * });
 * console.log(frame.width, frame.height); // 64 32
 * ```
 */
export async function drawStoryboardFromLayout(
  layout: StoryboardLayout,
  { model = packagedModelFolder('storyboard') }: DrawFromLayoutOptions = {},
): Promise<Frame> {
  const maps = layoutMaps(layout);
  await startRuntime();
  const network = await networkIn(model);
  const made = tf.tidy(() => {
    const source = tf.tensor4d(maps, [1, layout.height, layout.width, LAYOUT_MAPS]);
    return translateBy(network, source) as Tensor4D;
  });
  const [frame] = toFrames(made);
  made.dispose();
  return frame;
}

/** Frees the networks that `drawStoryboardFromLayout` keeps; the next call loads them again. */
export async function releaseStoryboardNetworks(): Promise<void> {
  const networks = [...loaded.values()];
  loaded.clear();
  for (const network of networks) (await network.catch(() => undefined))?.dispose();
}

function networkIn(folder: string): Promise<LayersModel> {
  const known = loaded.get(folder);
  if (known) return known;
  registerGroupNormalization();
  const loading = loadNetwork(folder).catch((error: unknown) => {
    loaded.delete(folder);
    throw error;
  });
  loaded.set(folder, loading);
  return loading;
}
