/**
 * @file Spectral normalisation (Miyato et al., 2018): every kernel is divided by its largest singular value wherever the network reads it, so
 * that no layer stretches its input. The value is followed by one power iteration a step.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { createRandom, type Random } from '@filmai/core-tensor/random';
import type { Memory } from '../training/trainable.js';

/** A normalisation in force. */
export interface SpectralNorm {
  /** Names of the normalised layers, in order. */
  readonly layers: readonly string[];
  /** Follows the kernels by power iterations, default one. Call it after each step of the network's player. */
  update(iterations?: number): void;
  /** The largest singular value of each kernel as followed, by layer. */
  norms(): Record<string, number>;
  /** The singular vectors, for a checkpoint. */
  save(): Memory;
  /** Goes on from a checkpoint. */
  restore(memory: Memory): void;
  /** Ends it: kernels are stored as they were read, already divided, so that the network computes the same without it. Frees the vectors. */
  bake(): void;
  /** Ends it: kernels are read as they are stored. Frees the vectors. */
  dispose(): void;
}

/** The part of a layer's weight that layers read. */
interface Kernel {
  shape: number[];
  read(): tf.Variable;
  write(value: Tensor): unknown;
}

/** A layer with a kernel, as TensorFlow.js keeps it. */
interface KernelOwner {
  layer: { name: string; kernel?: Kernel | null; depthwiseKernel?: Kernel | null };
  field: 'kernel' | 'depthwiseKernel';
}

/**
 * Normalises the kernels of a network from now on: every dense and convolution layer.
 *
 * @param network - The network; nested ones are normalised too.
 * @param options - `seed` of the first vectors, default 1. `warmUp`: power iterations at once, default 10.
 * @returns The normalisation. The weights stay as they are; they are read divided, and gradients pass through the division.
 * @throws RangeError where the network has no kernels.
 * @example
 * ```ts
 * import * as layers from '@tensorflow/tfjs-layers';
 * import { createRuntime } from '@filmai/core-tensor/runtime';
 * import { applySpectralNorm } from '@filmai/gan/losses';
 *
 * await createRuntime();
 * const critic = layers.sequential({ layers: [layers.layers.dense({ units: 1, inputShape: [4] })] });
 * const norm = applySpectralNorm(critic);
 * console.log(norm.layers.length); // 1
 * norm.bake();
 * ```
 */
export function applySpectralNorm(
  network: LayersModel,
  { seed = 1, warmUp = 10 }: { seed?: number | string; warmUp?: number } = {},
): SpectralNorm {
  const random = createRandom(seed).split('spectral norm');
  const followed = kernelOwners(network).map((owner, i) => followKernel(owner, random.split(i)));
  if (followed.length === 0) throw new RangeError(`applySpectralNorm: ${network.name} has no layer with a kernel`);
  const norm: SpectralNorm = {
    layers: followed.map(({ name }) => name),
    update: (iterations = 1) => followed.forEach((one) => one.update(iterations)),
    norms: () => Object.fromEntries(followed.map((one) => [one.name, tf.tidy(() => one.norm().dataSync()[0])])),
    save: () =>
      Object.fromEntries(
        followed.flatMap(({ name, vectors }) => Object.entries(vectors).map(([side, vector]) => saved(name, side, vector))),
      ),
    restore: (memory) => {
      for (const { name, vectors } of followed)
        for (const [side, vector] of Object.entries(vectors)) restoreVector(memory, memoryName(name, side), vector);
    },
    bake: () => followed.forEach((one) => one.release(true)),
    dispose: () => followed.forEach((one) => one.release(false)),
  };
  norm.update(warmUp);
  return norm;
}

const memoryName = (layer: string, side: string): string => `spectral/${layer}/${side}`;

function saved(layer: string, side: string, vector: tf.Variable): [string, Memory[string]] {
  return [memoryName(layer, side), { shape: vector.shape, values: Float32Array.from(vector.dataSync<'float32'>()) }];
}

function restoreVector(memory: Memory, name: string, vector: tf.Variable): void {
  const values = Object.hasOwn(memory, name) ? memory[name].values : undefined;
  if (values?.length !== vector.size)
    throw new RangeError(`applySpectralNorm: expected ${vector.size} saved values as ${name}, got ${values?.length ?? 'none'}`);
  tf.tidy(() => vector.assign(tf.tensor(Float32Array.from(values), vector.shape)));
}

/** One kernel [rows, outputs] and its first singular vectors, `right` [outputs, 1] and `left` [rows, 1]. */
function followKernel({ layer, field }: KernelOwner, random: Random) {
  const kernel = layer[field] as Kernel;
  const outputs = kernel.shape.at(-1) as number;
  const rows = kernel.shape.reduce((a, b) => a * b, 1) / outputs;
  const matrix = (): Tensor2D => tf.reshape(kernel.read(), [rows, outputs]);
  const start = Float32Array.from({ length: outputs }, () => random.normal());
  const [right, left] = tf.tidy(() => {
    const first = unit(tf.tensor2d(start, [outputs, 1]));
    return [tf.variable(first, false), tf.variable(unit(tf.matMul(matrix(), first)), false)];
  });
  // σ = leftᵀ W right with both vectors constant: its gradient with respect to W is left·rightᵀ, as in the paper.
  const norm = (): Tensor => tf.sum(tf.mul(left, tf.matMul(matrix(), right)));
  const normalised = Object.create(kernel, {
    read: { value: () => tf.div(kernel.read(), tf.maximum(norm(), 1e-12)) },
  }) as Kernel;
  layer[field] = normalised;
  return {
    name: layer.name,
    vectors: { left, right },
    norm,
    update(iterations: number): void {
      for (let i = 0; i < iterations; i++)
        tf.tidy(() => {
          right.assign(unit(tf.matMul(matrix(), left, true)));
          left.assign(unit(tf.matMul(matrix(), right)));
        });
    },
    release(bake: boolean): void {
      if (layer[field] !== normalised) return;
      if (bake) tf.tidy(() => void kernel.write(normalised.read()));
      layer[field] = kernel;
      tf.dispose([left, right]);
    },
  };
}

function unit(vector: Tensor2D): Tensor2D {
  return tf.div(vector, tf.add(tf.sqrt(tf.sum(tf.square(vector))), 1e-12));
}

function kernelOwners(network: LayersModel): KernelOwner[] {
  return network.layers.flatMap((layer) => {
    if ('layers' in layer) return kernelOwners(layer as unknown as LayersModel);
    const owner = layer as unknown as KernelOwner['layer'];
    const field = owner.depthwiseKernel ? 'depthwiseKernel' : 'kernel';
    return owner[field] ? [{ layer: owner, field }] : [];
  });
}
