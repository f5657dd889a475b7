/**
 * @file Group normalisation as a layer, which TensorFlow.js has not: under the name and with the options that it has in Keras, where a saved network
 * loads as it is. One group for each channel is instance normalisation, what networks from picture to picture use.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';

/** Options as in Keras, where axis is always the last one. */
export interface GroupNormalizationOptions {
  name?: string;
  /** Groups that channels are divided into, or −1 for one each. Default 32. */
  groups?: number;
  /** Added to the variance, default 1e-3. */
  epsilon?: number;
  /** Whether an offset is learnt for each channel, default true. */
  center?: boolean;
  /** Whether a factor is learnt for each channel, default true. */
  scale?: boolean;
}

type Weight = ReturnType<layers.layers.Layer['addWeight']>;

/** The layer (Wu and He 2018, "Group normalization"; one group a channel: Ulyanov, Vedaldi and Lempitsky 2016). For [count, …, channels]. */
class GroupNormalization extends layers.layers.Layer {
  static className = 'GroupNormalization';
  private readonly groups: number;
  private readonly epsilon: number;
  private readonly center: boolean;
  private readonly scale: boolean;
  private gamma: Weight | undefined;
  private beta: Weight | undefined;

  constructor(options: GroupNormalizationOptions = {}) {
    super(options);
    this.groups = options.groups ?? 32;
    this.epsilon = options.epsilon ?? 1e-3;
    this.center = options.center ?? true;
    this.scale = options.scale ?? true;
  }

  override build(inputShape: layers.Shape | layers.Shape[]): void {
    const channels = (inputShape as layers.Shape).at(-1);
    if (!channels || channels % this.groupsOf(channels) !== 0) {
      throw new RangeError(`layer "${this.name}": ${String(channels)} channels can't be divided into ${this.groups} groups`);
    }
    if (this.scale) this.gamma = this.addWeight('gamma', [channels], 'float32', layers.initializers.ones());
    if (this.center) this.beta = this.addWeight('beta', [channels], 'float32', layers.initializers.zeros());
    this.built = true;
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    return tf.tidy(() => {
      const x = Array.isArray(inputs) ? inputs[0] : inputs;
      const channels = x.shape[x.rank - 1];
      const groups = this.groupsOf(channels);
      // With one group a channel the last axis is the group's number; else a group's channels are summed over too.
      const grouped = groups === channels ? [x.shape[0], -1, channels] : [x.shape[0], -1, groups, channels / groups];
      let y = tf.reshape(standardized(tf.reshape(x, grouped), groups === channels ? [1] : [1, 3], this.epsilon), x.shape);
      if (this.gamma) y = tf.mul(y, this.gamma.read());
      if (this.beta) y = tf.add(y, this.beta.read());
      return y;
    });
  }

  override computeOutputShape(inputShape: layers.Shape | layers.Shape[]): layers.Shape | layers.Shape[] {
    return inputShape;
  }

  override getConfig() {
    const { groups, epsilon, center, scale } = this;
    return { ...super.getConfig(), groups, epsilon, center, scale, axis: -1 };
  }

  private groupsOf(channels: number): number {
    return this.groups === -1 ? channels : this.groups;
  }
}

/** Makes a group normalisation layer; see `GroupNormalizationOptions`. */
export function groupNormalization(options: GroupNormalizationOptions): layers.layers.Layer {
  registerGroupNormalization();
  return new GroupNormalization(options);
}

/**
 * Makes the layer known to `loadLayersModel`. Builders of this package do it themselves; call it before you load a saved pix2pix, CycleGAN, StarGAN
 * or FilmGAN in a program that builds none. May be called any number of times.
 *
 * @example
 * ```ts
 * import * as layers from '@tensorflow/tfjs-layers';
 * import { registerGroupNormalization } from '@filmai/gan/networks';
 *
 * registerGroupNormalization();
 * const load = (folder: string) => layers.loadLayersModel(`file://${folder}/model.json`);
 * console.log(typeof load); // function
 * ```
 */
export function registerGroupNormalization(): void {
  tf.serialization.registerClass(GroupNormalization);
}

/**
 * (x − mean) / √(variance + ε) over some axes, as one step of the tape with the derivative written out,
 * dx = (dy − mean(dy) − y·mean(dy·y)) / √(variance + ε): half the passes over memory that the composed operations take.
 */
function standardized(x: Tensor, axes: number[], epsilon: number): Tensor {
  const mean = (values: Tensor): Tensor => tf.mean(values, axes, true);
  const parts = (values: Tensor): { y: Tensor; factor: Tensor } => {
    const centred = tf.sub(values, mean(values));
    const factor = tf.rsqrt(tf.add(mean(tf.square(centred)), epsilon));
    return { y: tf.mul(centred, factor), factor };
  };
  const normalize = tf.customGrad((...args) => {
    const [values, save] = args as [Tensor, (kept: Tensor[]) => void];
    const { y } = parts(values);
    save([values]);
    return {
      value: y,
      gradFunc: (dy: Tensor, saved: Tensor[]) => {
        // Computed anew and not kept, so that it can be differentiated once more.
        const again = parts(saved[0]);
        const shared = tf.add(mean(dy), tf.mul(again.y, mean(tf.mul(dy, again.y))));
        return tf.mul(again.factor, tf.sub(dy, shared));
      },
    };
  });
  return normalize(x);
}
