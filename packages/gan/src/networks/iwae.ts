/** @file An importance weighted autoencoder (Burda, Grosse and Salakhutdinov 2016). */
import * as tf from '@tensorflow/tfjs-core';
import type { Scalar } from '@tensorflow/tfjs-core';
import type { Batch } from '../training/trainable.js';
import { checkWhole } from './network-options.js';
import { gaussianLogDensity, logImportance, meanOfExponentials } from './vae-densities.js';
import {
  createVaeParts,
  drawLatents,
  type Encoding,
  type VaeNetworkOptions,
  type VariationalAutoencoder,
} from './vae-networks.js';

/** How an importance weighted autoencoder is built and trained. */
export interface IwaeOptions extends VaeNetworkOptions {
  /** k: latents drawn for each picture, at least 1; default 5. With 1 it is a VAE with λ = 1. A step costs about k times as much in the decoder. */
  samples?: number;
}

/**
 * Builds an autoencoder that is trained on a bound tighter than the ELBO: of k latents drawn for each picture, the weights
 * w = p(x|z)·p(z) / q(z|x) are averaged before the logarithm is taken, −E[log (1/k) Σ wᵢ]. The encoder is thus not punished for latents that explain the
 * picture badly as long as others explain it well, and uses more of the latent space.
 *
 * @param options - See `IwaeOptions`.
 * @returns The autoencoder, as `createVae` gives it. Its parts are the reconstruction and the divergence, averaged over the k latents, in nats a picture.
 * @throws RangeError for options that can't be.
 * @example
 * ```ts
 * import { createIwae } from '@filmai/gan/networks';
 *
 * const iwae = await createIwae({ size: 16, latent: 4, width: 0.1, samples: 3, seed: 7 });
 * console.log(iwae.networks.encoder.outputs.length); // 2
 * iwae.dispose();
 * ```
 */
export async function createIwae({ samples = 5, ...options }: IwaeOptions = {}): Promise<VariationalAutoencoder> {
  checkWhole('createIwae: samples', samples, 1, 1000);
  const parts = await createVaeParts('createIwae', options);
  return {
    ...parts.autoencoder,
    kind: 'iwae',
    options: { ...parts.settings, samples },
    players: [
      {
        name: 'autoencoder',
        networks: ['encoder', 'decoder'],
        adam: { learningRate: 1e-3, beta1: 0.9, beta2: 0.999 },
        loss: (batch, context) => {
          const encoding = repeatedEncoding(parts.encodeInTraining(batch, context.random), samples);
          const repeated = repeatedBatch(batch, samples);
          const noise = context.normal(encoding.mean.shape);
          const latents = drawLatents(encoding, noise);
          const decoded = parts.decodeInTraining(latents, repeated, context.random);
          const likelihood = gaussianLogDensity(repeated.pictures, decoded, parts.deviation);
          const importance = logImportance(latents, noise, encoding.logVariance);
          const weights = tf.reshape(tf.add(likelihood, importance), [-1, samples]);
          return {
            total: tf.neg(tf.mean<Scalar>(meanOfExponentials(weights))),
            parts: { reconstruction: tf.neg(tf.mean<Scalar>(likelihood)), kl: tf.neg(tf.mean<Scalar>(importance)) },
          };
        },
      },
    ],
  };
}

/** Each row `times` times in a row, so that the latents of one picture stay together. */
function repeatedRows(rows: tf.Tensor, times: number): tf.Tensor {
  const flat = tf.reshape(rows, [rows.shape[0], -1]);
  const wide = tf.concat(
    Array.from({ length: times }, () => flat),
    1,
  );
  return tf.reshape(wide, [rows.shape[0] * times, ...rows.shape.slice(1)]);
}

function repeatedEncoding({ mean, logVariance }: Encoding, times: number): Encoding {
  return {
    mean: repeatedRows(mean, times) as tf.Tensor2D,
    logVariance: repeatedRows(logVariance, times) as tf.Tensor2D,
  };
}

function repeatedBatch(batch: Batch, times: number): Batch {
  return Object.fromEntries(Object.entries(batch).map(([name, rows]) => [name, repeatedRows(rows, times)]));
}
