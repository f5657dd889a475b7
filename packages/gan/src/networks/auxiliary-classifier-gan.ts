/** @file A GAN whose critic also tells classes apart (Odena, Olah and Shlens 2017). */
import * as tf from '@tensorflow/tfjs-core';
import type { Scalar, Tensor } from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import type { SymbolicTensor } from '@tensorflow/tfjs-layers';
import { createRandom } from '@filmai/core-tensor/random';
import { startRuntime } from '@filmai/core-tensor/runtime';
import { classGenerator, type ConditionalGanOptions } from './conditional-gan.js';
import { checkedOptions, criticNormalization, logitOf, shapeOf } from './dcgan.js';
import { inPieces } from './latents.js';
import { checkNumber, checkWhole } from './network-options.js';
import { classCrossEntropy, pictureGan, type ClassGan } from './picture-gan.js';
import { readPicture } from './picture-plan.js';
import { runNetwork, trainNetwork } from './run-network.js';
import { normalWeights } from './seeded-initializers.js';

/** How an auxiliary-classifier GAN is built and trained. */
export interface AuxiliaryClassifierGanOptions extends ConditionalGanOptions {
  /** Weight of the class losses beside the game, at least 0; default 1, as in the paper. */
  classWeight?: number;
}

/** A GAN whose critic is a classifier, too. */
export interface AuxiliaryClassifierGan extends ClassGan {
  /** Probabilities of the classes of pictures [count, size, size, channels], [count, classes]. The caller disposes them. */
  classify(pictures: Tensor): Tensor;
}

/**
 * Builds an auxiliary-classifier GAN with DCGAN's layers: the critic is not told the class but names it, by a second output, and both networks gain from a right
 * answer. Parts reported beside those of the game: `classReal` and `classMade`, cross entropies in nats.
 *
 * @param options - See `AuxiliaryClassifierGanOptions`.
 * @returns The GAN. Batches are `{ pictures: [n, size, size, channels], labels: [n] }`.
 * @throws RangeError for options that can't be.
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { createAuxiliaryClassifierGan } from '@filmai/gan/networks';
 *
 * const gan = await createAuxiliaryClassifierGan({ classes: 3, size: 16, width: 0.1, latent: 8, seed: 7 });
 * console.log(gan.classify(tf.zeros([2, 16, 16, 1])).shape); // [ 2, 3 ]
 * gan.dispose();
 * ```
 */
export async function createAuxiliaryClassifierGan(options: AuxiliaryClassifierGanOptions): Promise<AuxiliaryClassifierGan> {
  const { classes, embedding = 32, classWeight = 1, ...others } = options;
  checkWhole('createAuxiliaryClassifierGan: classes', classes, 2);
  checkWhole('createAuxiliaryClassifierGan: embedding', embedding, 1);
  checkNumber('createAuxiliaryClassifierGan: classWeight', classWeight, 0);
  const { picture, latent, dropout, seed, settings, game } = checkedOptions('createAuxiliaryClassifierGan', others);
  await startRuntime();
  const random = createRandom(seed);
  const stream = random.split('critic');
  const pixels = layers.input({ name: 'pictures', shape: shapeOf(picture) });
  const features = readPicture(pixels, picture, stream, { normalization: criticNormalization(picture, game), dropout });
  const naming = layers.layers.dense({ name: 'class', units: classes, kernelInitializer: normalWeights(stream, 'class') });
  const outputs = [logitOf(features, stream), naming.apply(features) as SymbolicTensor];
  const critic = layers.model({ name: 'critic', inputs: pixels, outputs });
  const classLoss = (logits: Tensor, labels: Tensor): Scalar => tf.mul(classCrossEntropy(logits, labels), classWeight);
  const gan = pictureGan({
    kind: 'auxiliary-classifier-gan',
    settings: { ...settings, classes, embedding, classWeight },
    generator: classGenerator(picture, latent, classes, embedding, random.split('generator')),
    critic,
    latent,
    classes,
    judge: (pictures, _, context) => {
      const [logits, named] = trainNetwork(critic, context.random, pictures);
      return { logits, named };
    },
    further: {
      critic: ({ batch, judgedReal, judgedMade }) => ({
        classReal: classLoss(judgedReal.named, batch.labels),
        classMade: classLoss(judgedMade.named, batch.labels),
      }),
      generator: ({ batch, judgedMade }) => ({ classMade: classLoss(judgedMade.named, batch.labels) }),
    },
    game,
  });
  const classify = (pictures: Tensor): Tensor =>
    inPieces([pictures], (rows) => tf.softmax(runNetwork(critic, rows)[1] as tf.Tensor2D));
  return { ...gan, classes, classify };
}
