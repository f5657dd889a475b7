/**
 * @file The layers of a style-based generator that TensorFlow.js has not, made from its own operations, so that each has gradients of every order. Saved
 * files name them; whoever loads such a file calls `registerStyleGanLayers` before.
 *
 * Weights are drawn with variance 1 and scaled where they are used, so that Adam moves all of them at one pace ("equalised learning rate": Karras, Aila, Laine
 * and Lehtinen 2018, "Progressive growing of GANs").
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor, Tensor2D, Tensor3D, Tensor4D } from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import type { Shape } from '@tensorflow/tfjs-layers';
import { interpolatedPixels, repeatedPixels } from './double-size.js';

type Weight = ReturnType<layers.layers.Layer['addWeight']>;
type Shapes = Shape | Shape[];

/** Slope of the leaky rectifiers below zero. */
const LEAK = 0.2;
/** What a leaky rectifier takes from the variance, given back. */
const GAIN = Math.SQRT2;

/** Makes the layers known to `loadLayersModel`, for saved StyleGANs. May be called any number of times; `createStyleGan` calls it. */
export function registerStyleGanLayers(): void {
  const all = [PixelNorm, EqualizedDense, StyleAverage, LearnedConstant, ModulatedConvolution, DoubledSize, MinibatchDeviation];
  for (const layer of all) tf.serialization.registerClass(layer);
}

/** Scales each vector to a mean square of 1. */
export class PixelNorm extends layers.layers.Layer {
  static className = 'PixelNorm';

  override call(inputs: Tensor | Tensor[]): Tensor {
    return tf.tidy(() => {
      const x = only(inputs);
      return tf.mul(x, tf.rsqrt(tf.add(tf.mean(tf.square(x), -1, true), 1e-8)));
    });
  }
}

/** Options of a dense layer with equalised learning rate. */
export interface EqualizedDenseOptions {
  name?: string;
  units: number;
  /** How fast it learns beside others, default 1. */
  rate?: number;
  /** Seed of the first weights. */
  seed: number;
}

/** A dense layer with leaky ReLU; weights of variance 1, scaled where they are used. */
export class EqualizedDense extends layers.layers.Layer {
  static className = 'EqualizedDense';
  private kernel?: Weight;
  private bias?: Weight;

  constructor(private readonly options: EqualizedDenseOptions) {
    super(options);
  }

  override build(inputShape: Shapes): void {
    const { units, rate = 1, seed } = this.options;
    const inputs = (inputShape as Shape).at(-1) ?? 1;
    this.kernel = this.addWeight('kernel', [inputs, units], 'float32', normal(seed, 1 / rate));
    this.bias = this.addWeight('bias', [units], 'float32', layers.initializers.zeros());
    super.build(inputShape);
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    return tf.tidy(() => {
      const x = only(inputs) as Tensor2D;
      const { rate = 1 } = this.options;
      const product = tf.matMul(x, tf.mul(read(this.kernel), rate / Math.sqrt(x.shape[1])));
      return rectified(tf.add(product, tf.mul(read(this.bias), rate)));
    });
  }

  override computeOutputShape(inputShape: Shapes): Shape {
    return [(inputShape as Shape)[0], this.options.units];
  }

  override getConfig(): tf.serialization.ConfigDict {
    const { units, rate = 1, seed } = this.options;
    return { ...super.getConfig(), units, rate, seed };
  }
}

/** Passes styles [count, size] on and remembers their moving average in training: the centre that truncation draws to. */
export class StyleAverage extends layers.layers.Layer {
  static className = 'StyleAverage';
  /** What a step leaves of the average before it. */
  private static readonly MEMORY = 0.99;
  private average?: Weight;

  override build(inputShape: Shapes): void {
    const zeros = layers.initializers.zeros();
    this.average = this.addWeight('average', [(inputShape as Shape).at(-1) ?? 1], 'float32', zeros, undefined, false);
    super.build(inputShape);
  }

  override call(inputs: Tensor | Tensor[], kwargs: Record<string, unknown>): Tensor {
    const styles = only(inputs);
    if (kwargs.training === true) {
      tf.tidy(() => {
        const before = read(this.average);
        this.average?.write(tf.add(before, tf.mul(tf.sub(tf.mean(styles, 0), before), 1 - StyleAverage.MEMORY)));
      });
    }
    return tf.clone(styles);
  }
}

/** Options of a constant picture. */
export interface LearnedConstantOptions {
  name?: string;
  side: number;
  filters: number;
  /** Seed of the first weights. */
  seed: number;
}

/** The picture that every generated one grows from; its input tells only how many are wanted. */
export class LearnedConstant extends layers.layers.Layer {
  static className = 'LearnedConstant';
  private constant?: Weight;

  constructor(private readonly options: LearnedConstantOptions) {
    super(options);
  }

  override build(inputShape: Shapes): void {
    const { side, filters, seed } = this.options;
    this.constant = this.addWeight('constant', [1, side, side, filters], 'float32', normal(seed, 1));
    super.build(inputShape);
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    return tf.tidy(() => tf.add(read(this.constant), tf.zeros([only(inputs).shape[0], 1, 1, 1])));
  }

  override computeOutputShape(inputShape: Shapes): Shape {
    const { side, filters } = this.options;
    return [(inputShape as Shape)[0], side, side, filters];
  }

  override getConfig(): tf.serialization.ConfigDict {
    const { side, filters, seed } = this.options;
    return { ...super.getConfig(), side, filters, seed };
  }
}

/** Options of a modulated convolution. */
export interface ModulatedConvolutionOptions {
  name?: string;
  filters: number;
  kernelSize: number;
  /** Which of the styles [count, layers, size] modulates it. */
  style: number;
  /** Doubles the size before, default false. */
  grow?: boolean;
  /** Brings the features back to variance 1 after, and adds noise and a leaky ReLU; default true. Without, it is a layer that makes colours. */
  features?: boolean;
  /** Seed of the first weights. */
  seed: number;
}

/**
 * A convolution whose filters are scaled by a style, and demodulated: divided by their norm (Karras et al. 2020, "Analyzing and improving the image quality of
 * StyleGAN", section 2.2). Scaling the filters' inputs is the same as scaling what comes in, and their outputs the same as what goes out; so one
 * convolution serves a whole batch. Inputs: features [count, h, w, c], styles [count, layers, size] and, for features, noise [count, h, w, 1].
 */
export class ModulatedConvolution extends layers.layers.Layer {
  static className = 'ModulatedConvolution';
  private kernel?: Weight;
  private bias?: Weight;
  private styleKernel?: Weight;
  private styleBias?: Weight;
  private noiseStrength?: Weight;

  constructor(private readonly options: ModulatedConvolutionOptions) {
    super(options);
  }

  override build(inputShape: Shapes): void {
    const { filters, kernelSize, features = true, seed } = this.options;
    const [pictures, styles] = inputShape as Shape[];
    const [channels, size] = [pictures[3] ?? 1, styles[2] ?? 1];
    const [zeros, ones] = [layers.initializers.zeros(), layers.initializers.ones()];
    this.kernel = this.addWeight('kernel', [kernelSize, kernelSize, channels, filters], 'float32', normal(seed, 1));
    this.bias = this.addWeight('bias', [filters], 'float32', zeros);
    this.styleKernel = this.addWeight('style-kernel', [size, channels], 'float32', normal(seed + 1, 1));
    this.styleBias = this.addWeight('style-bias', [channels], 'float32', ones);
    if (features) this.noiseStrength = this.addWeight('noise-strength', [1], 'float32', zeros);
    super.build(inputShape);
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    return tf.tidy(() => {
      const [pictures, styles, noise] = inputs as [Tensor4D, Tensor3D, Tensor4D | undefined];
      const { style, grow = false, features = true } = this.options;
      const [count, , size] = styles.shape;
      const kernel = read(this.kernel) as Tensor4D;
      const scaled = tf.mul(kernel, 1 / Math.sqrt(kernel.size / kernel.shape[3])) as Tensor4D;
      const own = tf.reshape(tf.slice(styles, [0, style, 0], [count, 1, size]), [count, size]);
      const product = tf.matMul(own, tf.mul(read(this.styleKernel), 1 / Math.sqrt(size)));
      const scales = tf.add(product, read(this.styleBias)) as Tensor2D;
      const entering = tf.mul(pictures, perChannel(scales)) as Tensor4D;
      let x = tf.conv2d(grow ? repeatedPixels(entering) : entering, scaled, 1, 'same') as Tensor;
      if (features) {
        const squares = tf.matMul(tf.square(scales), tf.sum(tf.square(scaled), [0, 1]));
        x = tf.mul(x, perChannel(tf.rsqrt(tf.add(squares, 1e-8))));
        if (noise) x = tf.add(x, tf.mul(noise, read(this.noiseStrength)));
      }
      x = tf.add(x, read(this.bias));
      return features ? rectified(x) : x;
    });
  }

  override computeOutputShape(inputShape: Shapes): Shape {
    const [count, height, width] = (inputShape as Shape[])[0];
    const times = this.options.grow ? 2 : 1;
    return [count, (height ?? 1) * times, (width ?? 1) * times, this.options.filters];
  }

  override getConfig(): tf.serialization.ConfigDict {
    const { filters, kernelSize, style, grow = false, features = true, seed } = this.options;
    return { ...super.getConfig(), filters, kernelSize, style, grow, features, seed };
  }
}

/** Doubles a picture's size by linear interpolation. */
export class DoubledSize extends layers.layers.Layer {
  static className = 'DoubledSize';

  override call(inputs: Tensor | Tensor[]): Tensor {
    return interpolatedPixels(only(inputs) as Tensor4D);
  }

  override computeOutputShape(inputShape: Shapes): Shape {
    const [count, height, width, channels] = inputShape as Shape;
    return [count, (height ?? 1) * 2, (width ?? 1) * 2, channels];
  }
}

/** Adds a channel that holds how much the features of the batch differ from each other, so that a critic sees a generator that repeats itself. */
export class MinibatchDeviation extends layers.layers.Layer {
  static className = 'MinibatchDeviation';

  override call(inputs: Tensor | Tensor[]): Tensor {
    return tf.tidy(() => {
      const x = only(inputs) as Tensor4D;
      const [count, height, width] = x.shape;
      const variances = tf.mean(tf.square(tf.sub(x, tf.mean(x, 0))), 0);
      const deviation = tf.mean(tf.sqrt(tf.add(variances, 1e-8)));
      return tf.concat([x, tf.add(tf.zeros([count, height, width, 1]), deviation)], 3);
    });
  }

  override computeOutputShape(inputShape: Shapes): Shape {
    const [count, height, width, channels] = inputShape as Shape;
    return [count, height, width, (channels ?? 0) + 1];
  }
}

function normal(seed: number, stddev: number): ReturnType<typeof layers.initializers.randomNormal> {
  return layers.initializers.randomNormal({ mean: 0, stddev, seed });
}

function only(inputs: Tensor | Tensor[]): Tensor {
  return Array.isArray(inputs) ? inputs[0] : inputs;
}

function read(weight: Weight | undefined): Tensor {
  if (!weight) throw new Error('a layer was called before it was built');
  return weight.read();
}

function rectified(x: Tensor): Tensor {
  return tf.mul(tf.leakyRelu(x, LEAK), GAIN);
}

function perChannel(scales: Tensor): Tensor {
  return tf.reshape(scales, [scales.shape[0], 1, 1, scales.shape[1] ?? 1]);
}
