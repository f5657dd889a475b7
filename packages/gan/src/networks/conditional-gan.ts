/** @file A GAN whose classes one chooses (Mirza and Osindero 2014), with a critic by projection (Miyato and Koyama 2018). */
import * as layers from '@tensorflow/tfjs-layers';
import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-layers';
import { createRandom, type Random } from '@filmai/core-tensor/random';
import { startRuntime } from '@filmai/core-tensor/runtime';
import { checkedOptions, criticNormalization, logitOf, shapeOf, type DcganOptions } from './dcgan.js';
import { checkWhole } from './network-options.js';
import { conditionOf, generatorInputs, pictureGan, type ClassGan } from './picture-gan.js';
import { growPicture, readPicture, type PictureSize, type ReadOptions } from './picture-plan.js';
import { trainNetwork } from './run-network.js';
import { normalWeights } from './seeded-initializers.js';

/** How a conditional GAN is built and trained. */
export interface ConditionalGanOptions extends DcganOptions {
  /** Number of classes, at least 2. */
  classes: number;
  /** Numbers in the generator's embedding of a class, default 32. */
  embedding?: number;
}

/**
 * Builds a conditional GAN with DCGAN's layers. The generator reads the latent beside an embedding of the class; the critic's logit is ψ(φ(x)) + yᵀV·φ(x): the
 * picture's features are compared with the class's own. Networks take classes as rows of zeros with a one, so blends of classes can be made, too.
 *
 * @param options - See `ConditionalGanOptions`.
 * @returns The GAN. Batches are `{ pictures: [n, size, size, channels], labels: [n] }`.
 * @throws RangeError for options that can't be.
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { createConditionalGan } from '@filmai/gan/networks';
 *
 * const gan = await createConditionalGan({ classes: 10, size: 28, width: 0.1, latent: 8, seed: 7 });
 * const sevens = gan.generate(tf.zeros([2, 8]), tf.tensor1d([7, 7]));
 * console.log(sevens.shape); // [ 2, 28, 28, 1 ]
 * gan.dispose();
 * ```
 */
export async function createConditionalGan({ classes, embedding = 32, ...options }: ConditionalGanOptions): Promise<ClassGan> {
  checkWhole('createConditionalGan: classes', classes, 2);
  checkWhole('createConditionalGan: embedding', embedding, 1);
  const { picture, latent, dropout, seed, settings, game } = checkedOptions('createConditionalGan', options);
  await startRuntime();
  const random = createRandom(seed);
  const reading = { normalization: criticNormalization(picture, game), dropout };
  const critic = projectionCritic(picture, classes, reading, random.split('critic'));
  const gan = pictureGan({
    kind: 'conditional-gan',
    settings: { ...settings, classes, embedding },
    generator: classGenerator(picture, latent, classes, embedding, random.split('generator')),
    critic,
    latent,
    classes,
    judge: (pictures, batch, context) =>
      trainNetwork(critic, context.random, pictures, ...conditionOf('conditional-gan', batch.labels, classes))[0],
    game,
  });
  return { ...gan, classes };
}

/**
 * A generator that reads a latent beside the embedding of a class.
 *
 * @param picture - Size of its pictures.
 * @param latent - Numbers in a latent.
 * @param classes - Number of classes.
 * @param embedding - Numbers in the embedding.
 * @param random - Stream of the first weights.
 */
export function classGenerator(
  picture: PictureSize,
  latent: number,
  classes: number,
  embedding: number,
  random: Random,
): LayersModel {
  const inputs = generatorInputs(latent, classes);
  // As long as one number of the latent beside it: a longer one drowns the latent, and each class begins with one picture.
  const embedded = embeddingOf(inputs[1], embedding, random, 1 / Math.sqrt(embedding));
  const both = layers.layers.concatenate({ name: 'latent-and-class' }).apply([inputs[0], embedded]) as SymbolicTensor;
  return layers.model({ name: 'generator', inputs, outputs: growPicture(both, picture, random) });
}

function projectionCritic(picture: PictureSize, classes: number, reading: ReadOptions, random: Random): LayersModel {
  const pixels = layers.input({ name: 'pictures', shape: shapeOf(picture) });
  const label = layers.input({ name: 'label', shape: [classes] });
  const features = readPicture(pixels, picture, random, reading);
  const embedded = embeddingOf(label, features.shape[1] ?? 1, random, 0.02);
  const match = layers.layers.dot({ name: 'match', axes: -1 }).apply([features, embedded]) as SymbolicTensor;
  const logit = layers.layers.add({ name: 'logit-of-class' }).apply([logitOf(features, random), match]) as SymbolicTensor;
  return layers.model({ name: 'critic', inputs: [pixels, label], outputs: logit });
}

/** A dense layer without bias on a row with a single one is an embedding. */
function embeddingOf(label: SymbolicTensor, units: number, random: Random, deviation: number): SymbolicTensor {
  const kernelInitializer = normalWeights(random, 'embedding', deviation);
  return layers.layers.dense({ name: 'embedding', units, useBias: false, kernelInitializer }).apply(label) as SymbolicTensor;
}
