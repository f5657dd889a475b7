/** @file Encoder and decoder of variational autoencoders: what VAE and IWAE share, all but the loss. */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor, Tensor2D, Tensor4D } from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-layers';
import { createRandom, type Random } from '@filmai/core-tensor/random';
import { startRuntime } from '@filmai/core-tensor/runtime';
import { GanError } from '../errors/gan-error.js';
import type { Batch, Trainable } from '../training/trainable.js';
import { interpolate, type InterpolateOptions } from './interpolate.js';
import { inPieces, labelsInTurn, normalLatents, oneHotLabels } from './latents.js';
import { checkNumber, checkWhole } from './network-options.js';
import { checkPictureSize, growPicture, isDeep, readPicture, type PictureSize } from './picture-plan.js';
import { runNetwork, trainNetwork } from './run-network.js';
import { glorotWeights, heWeights } from './seeded-initializers.js';
import { gaussianLogDensity, logImportance, meanOfExponentials } from './vae-densities.js';

/** How a variational autoencoder is built. */
export interface VaeNetworkOptions {
  /** Pixels on a side: a multiple of 4 in 8…44 or of 16 in 48…256; default 28. */
  size?: number;
  /** Values of a pixel, 1, 3 or 4; default 1 up to 44 pixels, 3 above. */
  channels?: number;
  /** Numbers in a latent, default 16. */
  latent?: number;
  /** Multiplies all numbers of filters, default 1. */
  width?: number;
  /** Standard deviation σ of a pixel around what the decoder says, in −1…1; smaller weighs the reconstruction more. Default 0.5. */
  deviation?: number;
  /** Number of classes, at least 2, for a conditional one: batches, `encode` and `decode` then have labels. Default none. */
  classes?: number;
  /** Seed of the first weights, default 1. */
  seed?: number | string;
}

/** What an encoder says of pictures: the normal distribution q(z|x) of each. */
export interface Encoding {
  /** [count, latent]. */
  mean: Tensor2D;
  /** Logarithms of the variances, [count, latent]. */
  logVariance: Tensor2D;
}

/** An autoencoder whose latents are normal. Labels are whole numbers, [count]; they go with conditional ones and with no others. */
export interface VariationalAutoencoder extends Trainable {
  /** The two networks, as they are saved. */
  networks: Readonly<Record<'encoder' | 'decoder', LayersModel>>;
  /** Numbers in a latent. */
  latent: number;
  /** Where pictures [count, size, size, channels] in −1…1 lie. The caller disposes both tensors. */
  encode(pictures: Tensor, labels?: Tensor): Encoding;
  /** Pictures of latents [count, latent]. */
  decode(latents: Tensor, labels?: Tensor): Tensor4D;
  /** Pictures through both: the decoded means. */
  reconstruct(pictures: Tensor, labels?: Tensor): Tensor4D;
  /** Made pictures, of classes in turn where it is conditional. */
  sample(count: number, random: Random): Tensor4D;
  /** Pictures on the way from one picture [1, size, size, channels] to another; a straight line in the latent space unless told. */
  interpolate(pictureA: Tensor, pictureB: Tensor, options?: InterpolateOptions & { labels?: Tensor }): Tensor4D;
  /**
   * The lower bound on log p(x) in nats, mean over pictures: with one importance sample the ELBO with λ = 1, with more the tighter bound of Burda,
   * Grosse and Salakhutdinov (2016).
   */
  measureBound(pictures: Tensor, options: { samples?: number; random: Random; labels?: Tensor }): number;
}

/** The parts that a loss is made from. */
export interface VaeParts {
  autoencoder: Omit<VariationalAutoencoder, 'kind' | 'options' | 'players'>;
  /** Encoder and decoder as in training. */
  encodeInTraining(batch: Batch, random: Random): Encoding;
  decodeInTraining(latents: Tensor, batch: Batch, random: Random): Tensor;
  deviation: number;
  /** The options with their defaults. */
  settings: Readonly<Record<string, unknown>>;
}

/**
 * Builds encoder and decoder.
 *
 * @param builder - Name of the builder, as messages begin.
 * @param options - See `VaeNetworkOptions`.
 * @returns Networks and what is done with them, without a loss.
 */
export async function createVaeParts(builder: string, options: VaeNetworkOptions): Promise<VaeParts> {
  const { size = 28, latent = 16, width = 1, deviation = 0.5, classes, seed = 1 } = options;
  const { channels = isDeep(size) ? 3 : 1 } = options;
  const picture = { size, channels, width };
  checkPictureSize(builder, picture);
  checkWhole(`${builder}: latent`, latent, 1);
  checkNumber(`${builder}: deviation`, deviation, 1e-3, 10);
  if (classes !== undefined) checkWhole(`${builder}: classes`, classes, 2);
  await startRuntime();
  const random = createRandom(seed);
  const encoder = encoderNetwork(picture, latent, classes, random.split('encoder'));
  const decoder = decoderNetwork(picture, latent, classes, random.split('decoder'));
  const condition = (labels: Tensor | undefined): Tensor[] => conditionOf(builder, labels, classes);
  // Batches may bring labels that nobody asked for.
  const labelsOf = (batch: Batch): Tensor | undefined => (classes === undefined ? undefined : batch.labels);
  const asEncoding = ([mean, logVariance]: Tensor[]): Encoding => ({
    mean: mean as Tensor2D,
    logVariance: logVariance as Tensor2D,
  });
  const encode: VariationalAutoencoder['encode'] = (pictures, labels) =>
    tf.tidy(() => {
      const both = inPieces([pictures, ...condition(labels)], (...rows) => tf.concat(runNetwork(encoder, ...rows), 1));
      return { ...asEncoding(tf.split(both, 2, 1)) };
    });
  const decode: VariationalAutoencoder['decode'] = (latents, labels) =>
    tf.tidy(() => inPieces([latents, ...condition(labels)], (...rows) => runNetwork(decoder, ...rows)[0]) as Tensor4D);
  const ofClass = (count: number, labels?: Tensor): Tensor | undefined =>
    classes === undefined
      ? undefined
      : labels === undefined
        ? labelsInTurn(count, classes)
        : tf.tile(tf.reshape(labels, [-1]), [count]);
  return {
    autoencoder: {
      networks: { encoder, decoder },
      batch: { pictures: [size, size, channels], ...(classes !== undefined && { labels: [] }) },
      latent,
      encode,
      decode,
      reconstruct: (pictures, labels) => tf.tidy(() => decode(encode(pictures, labels).mean, labels)),
      sample: (count, stream) => tf.tidy(() => decode(normalLatents(stream, count, latent), ofClass(count))),
      interpolate: (pictureA, pictureB, { labels, kind = 'linear', steps = 8 } = {}) =>
        tf.tidy(() => {
          const [a, b] = [pictureA, pictureB].map((one) => encode(one, labels).mean);
          return decode(interpolate(a, b, { kind, steps }), labels && ofClass(steps, labels));
        }),
      measureBound: (pictures, { samples = 1, random: stream, labels }) => {
        checkWhole(`${builder}: samples`, samples, 1);
        const bound = tf.tidy(() => {
          const encoding = encode(pictures, labels);
          const weights = Array.from({ length: samples }, () => {
            const noise = normalLatents(stream, pictures.shape[0], latent);
            const latents = drawLatents(encoding, noise);
            const likelihood = gaussianLogDensity(pictures, decode(latents, labels), deviation);
            return tf.add(likelihood, logImportance(latents, noise, encoding.logVariance));
          });
          return tf.mean(meanOfExponentials(tf.stack(weights, 1)));
        });
        const value = bound.dataSync()[0];
        bound.dispose();
        return value;
      },
      dispose: () => {
        encoder.dispose();
        decoder.dispose();
      },
    },
    encodeInTraining: (batch, stream) => asEncoding(trainNetwork(encoder, stream, batch.pictures, ...condition(labelsOf(batch)))),
    decodeInTraining: (latents, batch, stream) => trainNetwork(decoder, stream, latents, ...condition(labelsOf(batch)))[0],
    deviation,
    settings: { size, channels, latent, width, deviation, ...(classes !== undefined && { classes }), seed },
  };
}

/**
 * Draws latents from an encoding by moving and scaling standard normal noise, so that the gradient flows through (Kingma and Welling 2014).
 *
 * @param encoding - Means and logarithms of variances, [count, latent].
 * @param noise - Standard normal, of the same shape.
 */
export function drawLatents({ mean, logVariance }: Encoding, noise: Tensor): Tensor2D {
  return tf.add(mean, tf.mul(noise, tf.exp(tf.mul(logVariance, 0.5))));
}

function encoderNetwork(picture: PictureSize, latent: number, classes: number | undefined, random: Random): LayersModel {
  const pixels = layers.input({ name: 'pictures', shape: [picture.size, picture.size, picture.channels] });
  const inputs = [pixels, ...labelInput(classes)];
  const features = readPicture(pixels, picture, random, { dropout: 0, weights: heWeights });
  const known = joined([features, ...inputs.slice(1)]);
  const outputs = ['mean', 'log-variance'].map(
    (name) =>
      layers.layers.dense({ name, units: latent, kernelInitializer: glorotWeights(random, name) }).apply(known) as SymbolicTensor,
  );
  return layers.model({ name: 'encoder', inputs, outputs });
}

function decoderNetwork(picture: PictureSize, latent: number, classes: number | undefined, random: Random): LayersModel {
  const inputs = [layers.input({ name: 'latent', shape: [latent] }), ...labelInput(classes)];
  return layers.model({ name: 'decoder', inputs, outputs: growPicture(joined(inputs), picture, random, glorotWeights) });
}

function labelInput(classes: number | undefined): SymbolicTensor[] {
  return classes === undefined ? [] : [layers.input({ name: 'label', shape: [classes] })];
}

function joined(tensors: SymbolicTensor[]): SymbolicTensor {
  return tensors.length === 1 ? tensors[0] : (layers.layers.concatenate({ name: 'with-label' }).apply(tensors) as SymbolicTensor);
}

function conditionOf(builder: string, labels: Tensor | undefined, classes: number | undefined): Tensor[] {
  if ((labels === undefined) !== (classes === undefined)) {
    const message = classes === undefined ? 'got labels, but was built without classes' : 'expected labels, got none';
    throw new GanError('WRONG_SHAPE', `${builder}: layer "label": ${message}`, {
      remedy: classes === undefined ? 'Build it with classes.' : 'Give the class of each picture, [count].',
    });
  }
  return labels === undefined || classes === undefined ? [] : [oneHotLabels(labels, classes)];
}
