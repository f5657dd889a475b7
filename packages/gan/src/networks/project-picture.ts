/** @file Finds the styles with which a StyleGAN draws a given picture (Abdal, Qin and Wonka 2019, "Image2StyleGAN"). */
import * as tf from '@tensorflow/tfjs-core';
import type { NamedTensorMap, Scalar, Tensor, Tensor3D, Tensor4D, Variable } from '@tensorflow/tfjs-core';
import { createAdam } from '@filmai/core-tensor/optimisers';
import { createRandom } from '@filmai/core-tensor/random';
import { normalLatents } from './latents.js';
import { checkChoice, checkNumber, checkWhole } from './network-options.js';
import { checkInputs, runNetwork } from './run-network.js';
import type { StyleGan } from './style-gan.js';

/** How styles are looked for. */
export interface ProjectPictureOptions {
  /** Steps of the search, at least 1; default 200. */
  steps?: number;
  /** `'layers'` (default) finds a style for each layer, which comes closer; `'one'` a single style, which stays closer to what the GAN draws by itself. */
  space?: 'layers' | 'one';
  /** Adam's first step size, above 0, default 0.1; it falls to zero along half a cosine. */
  learningRate?: number;
  /** Compares pictures by what a network sees in them as well; default by pixels alone, at several sizes. */
  features?: (pictures: Tensor4D) => Tensor;
  /** Stops the search; the promise is rejected with the signal's reason. */
  signal?: AbortSignal;
  /** Called before each step with the number of steps made and the smallest distance so far, and at the end. */
  onProgress?: (step: number, distance: number) => void;
}

/** What was found. */
export interface ProjectedPicture {
  /** [1, layers, latent], for `generate` and `mixStyles`. The caller disposes it. */
  styles: Tensor3D;
  /** The picture that they give, without noise, [1, size, size, channels]. The caller disposes it. */
  reconstruction: Tensor4D;
  /** Root mean square difference of the pixels in −1…1. */
  distance: number;
}

/** Latents of which the average style is made. */
const PROBES = 256;

/**
 * Looks for the styles of a picture, from the average style, by gradient descent on the difference of the pixels at the picture's size, a half and a
 * quarter of it.
 *
 * @param gan - A StyleGAN, trained; its weights don't change.
 * @param picture - [size, size, channels] or [1, size, size, channels] in −1…1; it is not disposed.
 * @param options - See `ProjectPictureOptions`.
 * @returns The styles that came closest, what they give and how far that is.
 * @throws GanError `WRONG_SHAPE` for a picture of another size; RangeError for options that can't be; the signal's reason where it was stopped.
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { createStyleGan, projectPicture } from '@filmai/gan/networks';
 *
 * const gan = await createStyleGan({ size: 8, width: 0.1, latent: 4, channels: 1, seed: 7 });
 * const { styles } = await projectPicture(gan, tf.zeros([8, 8, 1]), { steps: 3 });
 * console.log(styles.shape); // [ 1, 4, 4 ]
 * gan.dispose();
 * ```
 */
export async function projectPicture(
  gan: StyleGan,
  picture: Tensor,
  options: ProjectPictureOptions = {},
): Promise<ProjectedPicture> {
  const { steps = 200, space = 'layers', learningRate = 0.1, features, signal, onProgress } = options;
  checkWhole('projectPicture: steps', steps, 1);
  checkChoice('projectPicture: space', space, ['layers', 'one']);
  checkNumber('projectPicture: learningRate', learningRate, 1e-9);
  signal?.throwIfAborted();
  const target = tf.tidy(() => tf.clone(picture.rank === 3 ? tf.expandDims(picture, 0) : picture)) as Tensor4D;
  const search = tf.tidy(() => tf.variable(averageStyle(gan, space === 'layers' ? gan.layers : 1)));
  const adam = createAdam([search], { learningRate });
  let closest = { distance: Number.POSITIVE_INFINITY, styles: tf.clone<Tensor>(search) };
  try {
    checkInputs(gan.networks.critic, [target]);
    for (let step = 0; step <= steps; step++) {
      signal?.throwIfAborted();
      const { distance, gradients } = tf.tidy(() => slopeAt(gan, search, target, features));
      if (distance.dataSync()[0] < closest.distance) {
        closest.styles.dispose();
        closest = { distance: distance.dataSync()[0], styles: tf.clone<Tensor>(search) };
      }
      if (step < steps) {
        adam.learningRate = learningRate * 0.5 * (1 + Math.cos((Math.PI * step) / steps));
        adam.apply(gradients);
      }
      tf.dispose([distance, gradients]);
      onProgress?.(step, closest.distance);
      // Lets an abort, and everything else that waits, have its turn.
      if (step % 4 === 3) await new Promise<void>((resolve) => setTimeout(resolve, 0));
    }
    const styles = tf.tidy(() => forEveryLayer(closest.styles, gan.layers));
    return { styles, reconstruction: gan.generate(styles), distance: closest.distance };
  } finally {
    adam.dispose();
    tf.dispose([target, search, closest.styles]);
  }
}

/** The mean style of many latents, where the search begins: [1, layers, latent]. */
function averageStyle(gan: StyleGan, layers: number): Tensor3D {
  const probes = normalLatents(createRandom('projectPicture'), PROBES, gan.latent);
  return tf.slice(tf.mean(gan.styles(probes), 0, true), [0, 0, 0], [1, layers, gan.latent]) as Tensor3D;
}

/** How far the picture of some styles is, and where it would come closer. */
function slopeAt(
  gan: StyleGan,
  search: Variable,
  target: Tensor4D,
  features: ProjectPictureOptions['features'],
): { distance: Scalar; gradients: NamedTensorMap } {
  const { generator } = gan.networks;
  const noises = generator.inputs.slice(1).map(({ shape }) => tf.zeros([1, ...(shape.slice(1) as number[])]));
  let distance: Scalar | undefined;
  const { grads } = tf.variableGrads(() => {
    const [drawn] = runNetwork(generator, forEveryLayer(search, gan.layers), ...noises) as [Tensor4D];
    distance = tf.keep(tf.tidy(() => tf.sqrt(tf.mean<Scalar>(tf.squaredDifference(tf.clipByValue(drawn, -1, 1), target)))));
    const seen = features ? [tf.mean<Scalar>(tf.squaredDifference(features(drawn), features(target)))] : [];
    return tf.addN<Scalar>([...pixelDifferences(drawn, target), ...seen]);
  }, [search]);
  return { distance: distance as Scalar, gradients: grads };
}

/** Mean squares of the differences at the picture's size, a half and a quarter: the coarse ones lead to where the fine ones can. */
function pixelDifferences(drawn: Tensor4D, target: Tensor4D): Scalar[] {
  const halves = (pictures: Tensor4D): Tensor4D => tf.avgPool(pictures, 2, 2, 'same');
  const differences: Scalar[] = [];
  let [a, b] = [drawn, target];
  for (let scale = 0; scale < 3; scale++) {
    if (scale > 0) [a, b] = [halves(a), halves(b)];
    differences.push(tf.mean(tf.squaredDifference(a, b)));
  }
  return differences;
}

function forEveryLayer(styles: Tensor, layers: number): Tensor3D {
  return (styles.shape[1] === layers ? tf.clone(styles) : tf.tile(styles, [1, layers, 1])) as Tensor3D;
}
