/** @file Pictures translated by a trained network, as tensors or as frames, of any size. */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor, Tensor4D } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { Frame } from '@filmai/core-tensor/frames';
import { fromFrames, toFrames, type Channels } from '../pictures/picture-tensors.js';
import { GanError } from '../errors/gan-error.js';
import type { CycleGan } from './cycle-gan.js';
import type { FilmGan } from './film-gan.js';
import type { Pix2pix } from './pix2pix.js';
import { runNetwork } from './run-network.js';
import { withAttributes, type StarGan } from './star-gan.js';
import { checkPictures } from './translation-options.js';

/** Networks that translate pictures without being told more. */
export type Translator = Pix2pix | CycleGan | FilmGan;

/** How pictures are translated. */
export interface TranslateOptions {
  /** For networks that know both ways: the domain to go to. Default `'b'`. */
  to?: 'a' | 'b';
}

/**
 * Translates pictures. They may be of another size than those of the training: they are continued at the right and the bottom by their last pixels
 * until the network's halvings divide them, and cut back afterwards.
 *
 * @param gan - A pix2pix, CycleGAN, FilmGAN or StarGAN.
 * @param pictures - A tensor [count, height, width, channels] in −1…1 (one-hot maps in 0…1), or frames, translated one at a time.
 * @param options - For a StarGAN the attributes that all pictures shall have, 0 or 1 for each; else see `TranslateOptions`.
 * @returns A tensor [count, height, width, channels] in −1…1 that the caller disposes; or, for frames, frames with their times.
 * @throws GanError `WRONG_SHAPE` for tensors of other channels, frames where the network doesn't take 1, 3 or 4 channels, or another number of
 *   attributes.
 * @example
 * ```ts
 * import { createFrame } from '@filmai/core-tensor/frames';
 * import { createPix2pix, translate } from '@filmai/gan/networks';
 *
 * const gan = await createPix2pix({ size: 32, width: 8, seed: 7 });
 * const [frame] = translate(gan, [createFrame(40, 30, { seconds: 2 })]);
 * console.log(frame.width, frame.height, frame.seconds); // 40 30 2
 * ```
 */
export function translate(gan: Translator, pictures: Tensor, options?: TranslateOptions): Tensor4D;
export function translate(gan: Translator, pictures: readonly Frame[], options?: TranslateOptions): Frame[];
export function translate(gan: StarGan, pictures: Tensor, attributes: readonly number[]): Tensor4D;
export function translate(gan: StarGan, pictures: readonly Frame[], attributes: readonly number[]): Frame[];
export function translate(
  gan: Translator | StarGan,
  pictures: Tensor | readonly Frame[],
  options: TranslateOptions | readonly number[] = {},
): Tensor4D | Frame[] {
  if (gan.kind === 'star-gan') return changeAttributes(gan, pictures, options as readonly number[]);
  const { to = 'b' } = options as TranslateOptions;
  if (to !== 'a' && to !== 'b') throw new RangeError(`translate: to must be 'a' or 'b', got ${String(to)}`);
  const network = 'generator' in gan.networks ? gan.networks.generator : gan.networks[to === 'b' ? 'a-to-b' : 'b-to-a'];
  return translateBy(network, pictures);
}

function changeAttributes(gan: StarGan, pictures: Tensor | readonly Frame[], attributes: readonly number[]): Tensor4D | Frame[] {
  const [expected] = gan.batch.attributes as [number];
  if (!Array.isArray(attributes) || attributes.length !== expected) {
    const got = Array.isArray(attributes) ? `${attributes.length}` : String(attributes);
    throw new GanError('WRONG_SHAPE', `translate, attributes: expected ${expected} numbers, got ${got}`);
  }
  const channels = gan.batch.pictures[2] as number;
  return translateBy(gan.networks.generator, pictures, channels, (padded) => {
    const wished = tf.tile(tf.tensor2d(attributes as number[], [1, expected]), [padded.shape[0], 1]);
    return withAttributes(padded, wished);
  });
}

/**
 * Translates by a generator.
 *
 * @param network - From [count, height, width, channels] to pictures of the same size.
 * @param pictures - As for `translate`.
 * @param channels - That pictures must have; default what the network takes.
 * @param change - Made of each tensor before it goes in, after it was padded; default nothing.
 * @returns As `translate`.
 */
export function translateBy(
  network: LayersModel,
  pictures: Tensor | readonly Frame[],
  channels: number = network.inputs[0].shape[3] ?? 0,
  change: (padded: Tensor4D) => Tensor4D = (padded) => padded,
): Tensor4D | Frame[] {
  if (!(pictures instanceof tf.Tensor) && ![1, 3, 4].includes(channels)) {
    throw new GanError('WRONG_SHAPE', `translate: this network takes pictures of ${channels} channels, which frames have not`, {
      remedy: 'Give a tensor; `classMap` makes one from frames whose colours are classes.',
    });
  }
  if (pictures instanceof tf.Tensor) {
    checkPictures('translate, pictures', pictures.shape, channels);
    return tf.tidy(() => {
      const [, height, width] = pictures.shape;
      const padded = continued(pictures as Tensor4D, 2 ** halvings(network));
      const made = runNetwork(network, change(padded))[0] as Tensor4D;
      return tf.slice(made, [0, 0, 0, 0], [-1, height, width, -1]);
    });
  }
  return pictures.map((frame) => {
    const source = fromFrames([frame], { channels: channels as Channels });
    const target = translateBy(network, source, channels, change) as Tensor4D;
    const [made] = toFrames(target);
    tf.dispose([source, target]);
    return { ...made, seconds: frame.seconds };
  });
}

/** How often a network halves the size, which its strides tell. */
function halvings(network: LayersModel): number {
  return network.layers.filter((layer) => layer.getClassName() === 'Conv2D' && (layer.getConfig().strides as number[])[0] === 2)
    .length;
}

/** Pictures whose last column and row are repeated until both sides are multiples. */
function continued(pictures: Tensor4D, multiple: number): Tensor4D {
  const [, height, width] = pictures.shape;
  const [below, beside] = [height, width].map((side) => (multiple - (side % multiple)) % multiple);
  let padded = pictures;
  if (beside > 0) padded = tf.concat([padded, tf.tile(tf.slice(padded, [0, 0, width - 1, 0]), [1, 1, beside, 1])], 2);
  if (below > 0) padded = tf.concat([padded, tf.tile(tf.slice(padded, [0, height - 1, 0, 0]), [1, below, 1, 1])], 1);
  return padded;
}
