/**
 * @file A layers model as data and back: topology, weights as bytes, and the plan of its layers by which a difference is named. Weights are
 * found by their place in the network, not by name: names count up in a process, so the same builder called twice gives two sets of names.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { CheckpointError } from './checkpoint-error.js';
import { firstDifference } from './first-difference.js';

/** One weight as saved. */
export interface SavedWeight {
  /** As in the tfjs Layers format: `'conv2d_1/kernel'`. */
  name: string;
  shape: number[];
  dtype: 'float32' | 'int32' | 'bool';
  /** Row-major. */
  values: Float32Array | Int32Array | Uint8Array;
}

/** A layer without layers inside. */
export interface LayerPlan {
  name: string;
  /** `'Conv2D'`; absent in files of other programs, whose layers without weights are absent too. */
  className?: string;
  /** Its weights by name, with shapes. */
  weights: { name: string; shape: number[] }[];
}

/** A network as saved: enough to build it again, or to fill one of the same layers. */
export interface SavedNetwork {
  /** The `modelTopology` of the tfjs Layers format. */
  topology: object;
  layers: LayerPlan[];
  weights: SavedWeight[];
}

/** A layer as this file sees it: nested models hold layers. */
interface Layered {
  name: string;
  layers?: Layered[];
  weights: { originalName: string; shape: (number | null)[]; read(): tf.Tensor }[];
  getClassName(): string;
}

/** Reads all of a network. */
export async function describeNetwork(model: LayersModel): Promise<SavedNetwork> {
  const leaves = leafLayers(model);
  const weights = await Promise.all(
    leaves.flatMap((layer) =>
      layer.weights.map(async (weight): Promise<SavedWeight> => {
        const tensor = weight.read();
        const values = (await tensor.data()).slice() as SavedWeight['values'];
        return { name: weight.originalName, shape: [...tensor.shape], dtype: tensor.dtype as SavedWeight['dtype'], values };
      }),
    ),
  );
  return { topology: model.toJSON(null, false) as object, layers: leaves.map(planOf), weights };
}

/**
 * Puts saved weights into a network of the same layers; bit for bit. Names may differ.
 *
 * @param model - Where the weights go.
 * @param saved - From a checkpoint.
 * @param name - What the network is called in messages, default `'network'`.
 * @throws CheckpointError `OTHER_ARCHITECTURE` that names the first layer that differs; nothing has changed then.
 * @example
 * ```ts
 * import * as layers from '@tensorflow/tfjs-layers';
 * import { fillNetwork, loadNetworkFiles, saveNetwork } from '@filmai/core-tensor/checkpoints';
 * import { createRuntime } from '@filmai/core-tensor/runtime';
 * import { mkdtempSync } from 'node:fs';
 * import { tmpdir } from 'node:os';
 * import { join } from 'node:path';
 *
 * await createRuntime();
 * const build = () => layers.sequential({ layers: [layers.layers.dense({ units: 2, inputShape: [3] })] });
 * const folder = join(mkdtempSync(join(tmpdir(), 'filmai-')), 'net');
 * await saveNetwork(folder, build());
 * fillNetwork(build(), await loadNetworkFiles(folder));
 * ```
 */
export function fillNetwork(model: LayersModel, saved: SavedNetwork, name = 'network'): void {
  checkNetwork(model, saved, name);
  const targets = leafLayers(model).flatMap((layer) => layer.weights);
  targets.forEach((target, i) => {
    const { values, shape, dtype } = saved.weights[i];
    tf.tidy(() => {
      // The variable itself: a layer's own write would apply its constraint once more, and move values by a rounding.
      (target.read() as tf.Variable).assign(tf.tensor(values.slice(), shape, dtype));
    });
  });
}

/**
 * Finds out whether a network has the layers of a saved one.
 *
 * @throws CheckpointError `OTHER_ARCHITECTURE` that names the first layer that differs.
 */
export function checkNetwork(model: LayersModel, saved: SavedNetwork, name: string): void {
  const known = saved.layers.some((layer) => layer.className !== undefined);
  const own = leafLayers(model)
    .map(planOf)
    .filter((layer) => known || layer.weights.length > 0);
  const count = Math.max(own.length, saved.layers.length);
  for (let i = 0; i < count; i++) {
    const [expected, got] = [own[i], saved.layers[i]].map(
      (layer) => layer && { kind: known ? layer.className : undefined, weights: shapesOf(layer) },
    );
    const difference = firstDifference(expected, got);
    if (!difference) continue;
    const layer = own[i] ? `"${own[i].name}"` : `"${saved.layers[i].name}" of the file`;
    throw new CheckpointError(
      'OTHER_ARCHITECTURE',
      `${name}, layer ${i} ${layer}${difference.path && `, ${difference.path}`}: expected ${difference.expected}, got ${difference.got}`,
      { remedy: 'Build the network with the options that it was saved with, or start anew in another folder.' },
    );
  }
}

/** Layers in the order of the network, those of nested models in their place. */
function leafLayers(model: LayersModel): Layered[] {
  const flatten = (layer: Layered): Layered[] => layer.layers?.flatMap(flatten) ?? [layer];
  return flatten(model);
}

function planOf(layer: Layered): LayerPlan {
  const weights = layer.weights.map(({ originalName, shape }) => ({ name: originalName, shape: shape as number[] }));
  return { name: layer.name, className: layer.getClassName(), weights };
}

/** Shapes by the last part of a weight's name, which doesn't count up: `{ kernel: [5, 5, 1, 64], bias: [64] }`. */
function shapesOf(layer: LayerPlan): Record<string, number[]> {
  const shapes: Record<string, number[]> = {};
  for (const { name, shape } of layer.weights) {
    const part = name.slice(name.lastIndexOf('/') + 1);
    let key = part;
    for (let count = 2; key in shapes; count++) key = `${part} ${count}`;
    shapes[key] = shape;
  }
  return shapes;
}
