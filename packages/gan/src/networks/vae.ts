/** @file A variational autoencoder (Kingma and Welling 2014), with a weight on its divergence (Higgins et al. 2017) and, if wanted, classes. */
import * as tf from '@tensorflow/tfjs-core';
import { checkNumber } from './network-options.js';
import { createVaeParts, drawLatents, type VaeNetworkOptions, type VariationalAutoencoder } from './vae-networks.js';
import { gaussianLogDensity, klToStandardNormal } from './vae-densities.js';

/** How a variational autoencoder is built and trained. */
export interface VaeOptions extends VaeNetworkOptions {
  /** λ: weight of the divergence from the normal distribution, at least 0; default 1. More makes latents more orderly and pictures softer. */
  lambda?: number;
}

/**
 * Builds a variational autoencoder that minimises −E[log p(x|z)] + λ·KL(q(z|x) ‖ N(0, I)), with normal pixels of a fixed deviation around
 * what the decoder says. Its parts are reported in nats a picture. The networks have the layer plans of DCGAN, `encoder` with two outputs, the means and
 * the logarithms of the variances.
 *
 * @param options - See `VaeOptions`.
 * @returns The autoencoder. Batches are `{ pictures: [n, size, size, channels] }` in −1…1, with `labels: [n]` where there are classes.
 * @throws RangeError for options that can't be.
 * @example
 * ```ts
 * import { createRandom } from '@filmai/core-tensor/random';
 * import { createVae } from '@filmai/gan/networks';
 *
 * const vae = await createVae({ size: 16, latent: 4, width: 0.1, lambda: 0.5, seed: 7 });
 * console.log(vae.sample(3, createRandom(1)).shape); // [ 3, 16, 16, 1 ]
 * vae.dispose();
 * ```
 */
export async function createVae({ lambda = 1, ...options }: VaeOptions = {}): Promise<VariationalAutoencoder> {
  checkNumber('createVae: lambda', lambda, 0, 1e6);
  const parts = await createVaeParts('createVae', options);
  return {
    ...parts.autoencoder,
    kind: 'vae',
    options: { ...parts.settings, lambda },
    players: [
      {
        name: 'autoencoder',
        networks: ['encoder', 'decoder'],
        adam: { learningRate: 1e-3, beta1: 0.9, beta2: 0.999 },
        loss: (batch, context) => {
          const encoding = parts.encodeInTraining(batch, context.random);
          const latents = drawLatents(encoding, context.normal(encoding.mean.shape));
          const decoded = parts.decodeInTraining(latents, batch, context.random);
          const reconstruction = tf.neg(tf.mean(gaussianLogDensity(batch.pictures, decoded, parts.deviation)));
          const kl = tf.mean(klToStandardNormal(encoding.mean, encoding.logVariance));
          const total = tf.add(reconstruction, tf.mul(kl, lambda));
          return { total: total as tf.Scalar, parts: { reconstruction: reconstruction as tf.Scalar, kl: kl as tf.Scalar } };
        },
      },
    ],
  };
}
