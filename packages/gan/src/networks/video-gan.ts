/**
 * @file A GAN for moving pictures. Its generator reads a stream (codes of small squares of the picture, or maps of the picture's size that
 * say what is where) and draws frames from it with convolutions over space and over time. So it works on pictures of any size and on
 * streams of any length: a window that slides along the stream draws what one endless clip would show.
 *
 * - Convolutions over space and time are split, "(2+1)D" (Tran, Wang, Torresani, Ray, LeCun and Paluri 2018).
 * - With codes it is an autoencoder with a critic, VAE/GAN (Larsen, Sønderby, Larochelle and Winther 2016): an encoder finds the codes of
 *   clips, noise on them keeps neighbouring codes alike, the critic keeps pictures sharp. New clips come from new streams of codes.
 * - With maps, pairs of maps and clips are learnt as in pix2pix (Isola, Zhu, Zhou and Efros 2017), clip by clip.
 *
 * The critic judges clips by the hinge loss (Lim and Ye 2017).
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Scalar, Tensor, Tensor4D, Tensor5D } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { startRuntime } from '@filmai/core-tensor/runtime';
import { createRandom } from '@filmai/core-tensor/random';
import { checkRange } from '../errors/check-range.js';
import type { Batch, LossContext, Player, PlayerLoss, Trainable } from '../training/trainable.js';
import { CODE_PIXELS, createVideoCritic, createVideoEncoder, createVideoGenerator, timeMarginOf } from './video-gan-layers.js';
import type { VideoCritic, VideoGenerator } from './video-gan-layers.js';

/** How a video GAN is built. */
export interface VideoGanOptions {
  /** Frames of a clip, default 16. 1 makes a network without time, for comparison. */
  frames?: number;
  /** Height and width of a clip in training, a multiple of 8 of at least 16, default 64. */
  size?: number;
  /** Channels of a picture, default 4: premultiplied red, green and blue, and alpha. */
  channels?: number;
  /** Values that an encoder finds for each square of 8 × 8 pixels, default 8 where there are no conditions, else 0. */
  codes?: number;
  /** Maps of the size of the picture that come with each clip and from which it is drawn, default 0. Either these or codes. */
  conditions?: number;
  /** Feature maps of the generator at half of the size; three times as many at an eighth. Default 16. */
  width?: number;
  /** Pixels drawn around a clip and not judged, so that the padding at edges is not learnt: a multiple of 8, default 0. */
  margin?: number;
  /** What the critic's judgement weighs in the generator beside the distance to the clip, default 0.01. 0 trains without a critic. */
  adversarial?: number;
  /** Deviation of the noise on codes in training, default 0.1. */
  noise?: number;
  /**
   * Second stage of a training with codes: the batch brings streams of codes that no clip has, the critic judges what is drawn from them, and
   * the encoder stays as it is. Default false.
   */
  streams?: boolean;
  /** Of the weights at the start, default 1. */
  seed?: number | string;
}

/** Clips of one step. */
export interface VideoBatch extends Batch {
  /**
   * [n, frames + 2·timeMargin, size + 2·margin, size + 2·margin, channels] in −1…1: what is encoded, and in its middle (`frames` and `size`)
   * what is learnt.
   */
  clips: Tensor5D;
  /** `maps` [n, as clips, conditions]: what clips are drawn from. `codes` [n, frames as clips, an eighth of their sides, codes]: streams. */
  [field: string]: Tensor;
}

/** A video GAN: what `train` needs, and how much more than a clip a batch must show. */
export interface VideoGan extends Trainable<VideoBatch> {
  /** Frames before and after a clip. */
  timeMargin: number;
  /** Pixels on each side. */
  margin: number;
}

const ADAM = { learningRate: 1e-3, beta1: 0.5, beta2: 0.99 };

/**
 * Builds a GAN for clips.
 *
 * @param options - See {@link VideoGanOptions}.
 * @returns What `train` trains. Networks: `encode` (with codes), `see`, `move`, `draw` (the generator, with a moving average), `look`,
 *   `follow`, `judge` (the critic). A batch has `clips` and, with conditions, `maps` [n, as clips, conditions].
 * @throws RangeError for an option outside its range.
 * @example
 * ```ts
 * import { createVideoGan } from '@filmai/gan/networks';
 *
 * const gan = await createVideoGan({ frames: 16, size: 32, seed: 7 });
 * console.log(gan.batch.clips.join(' ')); // 20 32 32 4
 * gan.dispose();
 * ```
 */
export async function createVideoGan(options: VideoGanOptions = {}): Promise<VideoGan> {
  const plan = planOf(options);
  await startRuntime();
  const { frames, size, channels, codes, maps, margin, adversarial, noise, streams, seed } = plan;
  const random = createRandom(seed).split('video-gan');
  const generator = createVideoGenerator(plan, random.split('generator'));
  const encoder = codes > 0 ? createVideoEncoder(plan, random.split('encoder')) : undefined;
  const critic = adversarial > 0 ? createVideoCritic(plan, random.split('critic')) : undefined;
  const around = timeMarginOf(frames);
  const shown = [frames + 2 * around, size + 2 * margin, size + 2 * margin] as const;
  const middle = (clips: Tensor5D): Tensor5D => crop(during(clips, around, frames), margin);
  const drawn = (stream: Tensor5D): Tensor5D => crop(drawClip(generator, stream), margin);
  /** The clips of a batch, drawn again. */
  const redrawn = (batch: VideoBatch, context: LossContext): Tensor5D => {
    if (!encoder) return drawn(batch.maps as Tensor5D);
    const found = encodeClip(encoder, batch.clips);
    return drawn(tf.add(found, context.normal(found.shape, noise)));
  };
  /** What the critic judges. */
  const made = (batch: VideoBatch, context: LossContext): Tensor5D =>
    streams ? drawn(batch.codes as Tensor5D) : redrawn(batch, context);
  const drawing = encoder && !streams ? ['encode', 'see', 'move', 'draw'] : ['see', 'move', 'draw'];
  const networks = { ...(encoder ? { encode: encoder } : {}), ...generator, ...critic };
  const player: Player<VideoBatch> = {
    name: 'generator',
    networks: drawing,
    adam: ADAM,
    loss(batch, context): PlayerLoss {
      const clips = redrawn(batch, context);
      const distance = distanceOf(clips, middle(batch.clips));
      if (!critic) return { total: distance, parts: { distance } };
      const judgement: Scalar = tf.mean(judgeClip(critic, streams ? made(batch, context) : clips));
      const judged = tf.neg(judgement);
      return { total: tf.add(distance, tf.mul(adversarial, judged)), parts: { distance, judged } };
    },
  };
  const judging = (of: VideoCritic): Player<VideoBatch> => ({
    name: 'critic',
    networks: ['look', 'follow', 'judge'],
    adam: ADAM,
    loss(batch, context) {
      const onReal: Scalar = tf.mean(tf.relu(tf.sub(1, judgeClip(of, middle(batch.clips)))));
      const onMade: Scalar = tf.mean(tf.relu(tf.add(1, judgeClip(of, made(batch, context)))));
      return { total: tf.add(onReal, onMade), parts: { onReal, onMade } };
    },
  });
  return {
    kind: 'video-gan',
    options: { ...plan },
    networks,
    batch: {
      clips: [...shown, channels],
      ...(maps > 0 ? { maps: [...shown, maps] } : {}),
      ...(streams ? { codes: [shown[0], shown[1] / CODE_PIXELS, shown[2] / CODE_PIXELS, codes] } : {}),
    },
    averaged: drawing,
    timeMargin: around,
    margin,
    players: critic ? [judging(critic), player] : [player],
    dispose() {
      for (const network of Object.values(networks)) network.dispose();
    },
  };
}

/**
 * Draws frames from a stream.
 *
 * @param generator - The networks `see`, `move` and `draw` of a video GAN.
 * @param stream - Codes [n, t, h / 8, w / 8, codes] or maps [n, t, h, w, maps]; h and w multiples of 8.
 * @returns [n, t − 2·timeMargin, h, w, channels] in −1…1.
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { createVideoGan, drawClip } from '@filmai/gan/networks';
 *
 * const gan = await createVideoGan({ codes: 8, seed: 7 });
 * const { see, move, draw } = gan.networks;
 * const clip = drawClip({ see, move, draw }, tf.ones([1, 12, 4, 4, 8]));
 * console.log(clip.shape.join(' ')); // 1 8 32 32 4
 * ```
 */
export function drawClip({ see, move, draw }: VideoGenerator, stream: Tensor5D): Tensor5D {
  return tf.tidy(() => {
    const [count, time, ...map] = stream.shape;
    const seen = see.apply(tf.reshape(stream, [count * time, ...map])) as Tensor4D;
    const [, rows, columns, depth] = seen.shape;
    const along: Tensor5D = tf.reshape(seen, [count, time, rows, columns, depth]);
    const change = move.apply(tf.reshape(along, [count, time, rows * columns, depth])) as Tensor4D;
    const kept = change.shape[1];
    const around = (time - kept) / 2;
    const moved: Tensor4D = tf.add(
      tf.reshape(change, [count * kept, rows, columns, depth]),
      tf.reshape(during(along, around, kept), [count * kept, rows, columns, depth]),
    );
    const given = draw.inputs.length > 1 ? [moved, tf.reshape(during(stream, around, kept), [count * kept, ...map])] : moved;
    const drawn = draw.apply(given) as Tensor4D;
    return tf.reshape(drawn, [count, kept, ...drawn.shape.slice(1)] as Tensor5D['shape']);
  });
}

/**
 * Finds the codes of clips.
 *
 * @param encode - The network `encode` of a video GAN.
 * @param clips - [n, t, h, w, channels] in −1…1.
 * @returns [n, t, h / 8, w / 8, codes].
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { createVideoGan, encodeClip } from '@filmai/gan/networks';
 *
 * const gan = await createVideoGan({ codes: 8, seed: 7 });
 * const codes = encodeClip(gan.networks.encode, tf.ones([1, 2, 32, 32, 4]));
 * console.log(codes.shape.join(' ')); // 1 2 4 4 8
 * ```
 */
export function encodeClip(encode: LayersModel, clips: Tensor5D): Tensor5D {
  return tf.tidy(() => {
    const [count, time, ...picture] = clips.shape;
    const found = encode.apply(tf.reshape(clips, [count * time, ...picture])) as Tensor4D;
    return tf.reshape(found, [count, time, ...found.shape.slice(1)] as Tensor5D['shape']);
  });
}

/** What is bright weighs up to so many times more: where little is in a picture, drawing nothing would be nearly right. */
const EMPHASIS = 8;

/** Absolute differences keep edges, squared ones keep small bright things from being left out. */
function distanceOf(made: Tensor5D, real: Tensor5D): Scalar {
  const apart = tf.sub(made, real);
  const bright = tf.mean(tf.mul(tf.add(real, 1), 0.5), 4, true);
  const weight = tf.add(tf.mul(bright, EMPHASIS), 1);
  return tf.mean(tf.mul(weight, tf.add(tf.abs(apart), tf.square(apart))));
}

/** The critic's judgement of each part of clips. */
function judgeClip({ look, follow, judge }: VideoCritic, clips: Tensor5D): Tensor4D {
  const [count, time, ...picture] = clips.shape;
  const features = look.apply(tf.reshape(clips, [count * time, ...picture])) as Tensor4D;
  const [, rows, columns, depth] = features.shape;
  const followed = follow.apply(tf.reshape(features, [count, time, rows * columns, depth])) as Tensor4D;
  const [, kept, , wide] = followed.shape;
  return judge.apply(tf.reshape(followed, [count * kept, rows, columns, wide])) as Tensor4D;
}

/** `count` frames of clips, starting with `from`. */
function during(clips: Tensor5D, from: number, count: number): Tensor5D {
  const [clipCount, time, ...map] = clips.shape;
  if (from === 0 && time === count) return clips;
  const rows = tf.reshape(clips, [clipCount, time, map[0] * map[1] * map[2]]);
  return tf.reshape(tf.slice(rows, [0, from, 0], [-1, count, -1]), [clipCount, count, ...map]);
}

/** Without `margin` pixels on each side. */
function crop(clips: Tensor5D, margin: number): Tensor5D {
  if (margin === 0) return clips;
  const [count, time, height, width, channels] = clips.shape;
  const [rows, columns] = [height - 2 * margin, width - 2 * margin];
  const flat = tf.reshape(clips, [count * time, height, width, channels]);
  const middle = tf.slice(flat, [0, margin, margin, 0], [-1, rows, columns, -1]);
  return tf.reshape(middle, [count, time, rows, columns, channels]);
}

type VideoPlan = Required<Omit<VideoGanOptions, 'conditions'>> & { maps: number };

function planOf(options: VideoGanOptions): VideoPlan {
  const { frames = 16, size = 64, channels = 4, conditions = 0, width = 16, margin = 0, seed = 1 } = options;
  const { codes = conditions > 0 ? 0 : 8, adversarial = 0.01, noise = 0.1, streams = false } = options;
  const whole = { frames, size, channels, codes, conditions, width, margin };
  const least = { frames: 1, size: 16, channels: 1, codes: 0, conditions: 0, width: 4, margin: 0 };
  for (const [name, value] of Object.entries(whole)) {
    const low = least[name as keyof typeof least];
    if (!Number.isInteger(value) || value < low)
      throw new RangeError(`createVideoGan: ${name} must be a whole number of at least ${low}, got ${value}`);
  }
  for (const [name, value] of Object.entries({ size, margin })) {
    if (value % CODE_PIXELS !== 0)
      throw new RangeError(`createVideoGan: ${name} must be a multiple of ${CODE_PIXELS}, got ${value}`);
  }
  if (frames > 1 && frames < 4) throw new RangeError(`createVideoGan: frames must be 1 or at least 4, got ${frames}`);
  if (codes > 0 === conditions > 0)
    throw new RangeError(`createVideoGan: either codes or conditions must be above 0, got ${codes} and ${conditions}`);
  checkRange('createVideoGan: adversarial', adversarial, 0, 100);
  checkRange('createVideoGan: noise', noise, 0, 100);
  if (streams && (codes === 0 || adversarial === 0))
    throw new RangeError('createVideoGan: streams need codes, and a critic to judge them: adversarial above 0');
  return { frames, size, channels, codes, maps: conditions, width, margin, adversarial, noise, streams, seed };
}
