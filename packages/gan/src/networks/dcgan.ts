/** @file Deep convolutional GAN (Radford, Metz and Chintala 2016), in two layer plans. */
import * as layers from '@tensorflow/tfjs-layers';
import type { SymbolicTensor } from '@tensorflow/tfjs-layers';
import { createRandom, type Random } from '@filmai/core-tensor/random';
import { startRuntime } from '@filmai/core-tensor/runtime';
import { createLoss } from '../losses/index.js';
import { checkWhole } from './network-options.js';
import { checkGame, generatorInputs, pictureGan, type GameOptions, type PictureGan } from './picture-gan.js';
import {
  checkPictureSize,
  growPicture,
  isDeep,
  planDropout,
  readPicture,
  type Normalization,
  type PictureSize,
} from './picture-plan.js';
import { normalWeights } from './seeded-initializers.js';

/** How a DCGAN, or a GAN with its layers, is built and trained. */
export interface DcganOptions extends GameOptions {
  /** Pixels on a side: a multiple of 4 in 8…44 (the plan of 28×28) or of 16 in 48…256 (the plan of 64×64); default 28. */
  size?: number;
  /** Values of a pixel, 1, 3 or 4; default 1 up to 44 pixels, 3 above. */
  channels?: number;
  /** Numbers in a latent, default 100. */
  latent?: number;
  /** Multiplies all numbers of filters, default 1. */
  width?: number;
  /** Share of the critic's features dropped in training, 0 up to but not 1; default the plan's: 0.3 up to 44 pixels, 0 above. */
  dropout?: number;
  /** Seed of the first weights, default 1. */
  seed?: number | string;
}

/**
 * Builds a DCGAN. For 28×28: dense 7·7·256 → transposed convolutions 128 (stride 1) → 64 → channels (stride 2), 5×5, against a critic of convolutions 64 → 128,
 * stride 2, with dropout 0.3. For 64×64: latent → 4·4·512 → 256 → 128 → 64 → channels, 4×4, stride 2, against a critic of 64 → 128 → 256 → 512. Batch norm and
 * leaky ReLU 0.2 between, tanh at the end; Adam(2e-4, β₁ 0.5). The deep critic has batch norm too, or layer norm where a gradient penalty looks at each picture.
 *
 * @param options - See `DcganOptions`.
 * @returns The GAN. Batches are `{ pictures: [n, size, size, channels] }` in −1…1.
 * @throws RangeError for options that can't be.
 * @example
 * ```ts
 * import { createRandom } from '@filmai/core-tensor/random';
 * import { createDcgan } from '@filmai/gan/networks';
 *
 * const gan = await createDcgan({ size: 28, width: 0.1, seed: 7 });
 * console.log(gan.sample(2, createRandom(1)).shape); // [ 2, 28, 28, 1 ]
 * gan.dispose();
 * ```
 */
export async function createDcgan(options: DcganOptions = {}): Promise<PictureGan> {
  const { picture, latent, dropout, seed, settings, game } = checkedOptions('createDcgan', options);
  await startRuntime();
  const random = createRandom(seed);
  const [inputs, pixels] = [generatorInputs(latent), layers.input({ name: 'pictures', shape: shapeOf(picture) })];
  const stream = random.split('critic');
  const features = readPicture(pixels, picture, stream, { normalization: criticNormalization(picture, game), dropout });
  return pictureGan({
    kind: 'dcgan',
    settings,
    generator: layers.model({ name: 'generator', inputs, outputs: growPicture(inputs[0], picture, random.split('generator')) }),
    critic: layers.model({ name: 'critic', inputs: pixels, outputs: logitOf(features, stream) }),
    latent,
    game,
  });
}

/** Options with their defaults. */
interface CheckedOptions {
  picture: PictureSize;
  latent: number;
  dropout: number;
  seed: number | string;
  /** All but the game, as they decide whether a checkpoint fits. */
  settings: Record<string, unknown>;
  game: GameOptions;
}

/**
 * Checks the options of a GAN with these layers and fills in the defaults.
 *
 * @param builder - Its name, as messages begin.
 * @param options - See `DcganOptions`.
 */
export function checkedOptions(builder: string, options: DcganOptions): CheckedOptions {
  const { size = 28, latent = 100, width = 1, seed = 1, loss, regularisers, adam } = options;
  const picture = { size, channels: options.channels ?? (isDeep(size) ? 3 : 1), width };
  const { dropout = planDropout(size) } = options;
  checkPictureSize(builder, picture);
  checkWhole(`${builder}: latent`, latent, 1);
  if (!(dropout >= 0 && dropout < 1)) throw new RangeError(`${builder}: dropout must be at least 0 and below 1, got ${dropout}`);
  checkGame({ loss, regularisers, adam });
  return { picture, latent, dropout, seed, settings: { ...picture, latent, dropout, seed }, game: { loss, regularisers, adam } };
}

/**
 * The normalisation of a critic in a game. Batch norm makes each logit depend on all pictures of a batch, which a penalty on each picture's gradient rules out
 * (Gulrajani et al. 2017, section 4, who take layer norm instead).
 *
 * @param picture - Decides on the layer plan.
 * @param game - The game.
 */
export function criticNormalization(
  { size }: PictureSize,
  { loss = 'non-saturating', regularisers = {} }: GameOptions,
): Normalization {
  if (!isDeep(size)) return 'none';
  const penalised = createLoss(loss).penalty !== undefined || regularisers.gradientPenalty || regularisers.r1;
  return penalised ? 'layer' : 'batch';
}

/** The shape of a picture: [size, size, channels]. */
export function shapeOf({ size, channels }: PictureSize): number[] {
  return [size, size, channels];
}

/**
 * The last layer of a critic.
 *
 * @param features - What it read in pictures.
 * @param random - Stream of the first weights.
 * @returns A number for each picture: high for real ones.
 */
export function logitOf(features: SymbolicTensor, random: Random): SymbolicTensor {
  const layer = layers.layers.dense({ name: 'logit', units: 1, kernelInitializer: normalWeights(random, 'logit') });
  return layer.apply(features) as SymbolicTensor;
}
