/**
 * @file A convolutional network that reads digits. It judges what generators make: how sure it is, of which digit, and by its last pooled features, as the
 * Fréchet inception distance takes them, how far the made ones are from real ones. It learns from the half that generators never see, and is itself measured on the other.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-layers';
import { createRandom, type Random } from '@filmai/core-tensor/random';
import { SIDE, type Digits } from './digits.js';

/** What a judge says of pictures. */
export interface Verdict {
  /** Probabilities of the ten digits, [count][10]. */
  probabilities: number[][];
  /** Its last maps, each averaged over the picture, [count][128]. */
  features: number[][];
}

/** A trained judge. */
export interface Judge {
  judge(pictures: Float32Array): Verdict;
  /** Part of digits that it reads rightly. */
  accuracy(digits: Digits): number;
  dispose(): void;
}

/** Filters of its convolutions, 3×3, between poolings. */
const BLOCKS = [[32, 32], [64, 64], [128]];
const BATCH = 50;

/** How a judge is trained. */
export interface JudgeOptions {
  seed: number;
  /** Times through its pictures, default 30. */
  epochs?: number;
  /** Whether pictures are moved, turned and scaled a little each time. Default true. */
  moving?: boolean;
}

/** Trains a judge on its half of the digits. */
export async function trainJudge(digits: Digits, { epochs = 30, seed, moving = true }: JudgeOptions): Promise<Judge> {
  const random = createRandom(`judge/${seed}`);
  const { reader, network } = buildJudge(random);
  network.compile({ optimizer: tf.train.adam(1e-3), loss: 'categoricalCrossentropy' });
  const steps = Math.floor(digits.count / BATCH);
  for (let epoch = 0; epoch < epochs; epoch++) {
    (network.optimizer as unknown as { learningRate: number }).learningRate = 1e-3 * Math.max(0.02, 1 - epoch / epochs);
    const order = random.shuffle(Array.from({ length: digits.count }, (_, i) => i));
    for (let step = 0; step < steps; step++) {
      const chosen = order.slice(step * BATCH, (step + 1) * BATCH);
      const pictures = tf.tensor4d(moving ? moved(digits, chosen, random) : asTheyAre(digits, chosen), [BATCH, SIDE, SIDE, 1]);
      const labels = tf.tidy(() =>
        tf.oneHot(
          tf.tensor1d(
            chosen.map((i) => digits.labels[i]),
            'int32',
          ),
          10,
        ),
      );
      await network.trainOnBatch(pictures, labels);
      tf.dispose([pictures, labels]);
    }
  }
  const judge = (pictures: Float32Array): Verdict => {
    const verdict: Verdict = { probabilities: [], features: [] };
    for (let at = 0; at < pictures.length; at += 250 * SIDE * SIDE) {
      const part = pictures.subarray(at, at + 250 * SIDE * SIDE);
      tf.tidy(() => {
        const [features, probabilities] = reader.predict(
          tf.tensor4d(part, [part.length / SIDE / SIDE, SIDE, SIDE, 1]),
        ) as Tensor[];
        verdict.features.push(...(features as Tensor2D).arraySync());
        verdict.probabilities.push(...(probabilities as Tensor2D).arraySync());
      });
    }
    return verdict;
  };
  return {
    judge,
    accuracy(of) {
      const { probabilities } = judge(of.pictures);
      return probabilities.filter((row, i) => row.indexOf(Math.max(...row)) === of.labels[i]).length / of.count;
    },
    dispose: () => network.dispose(),
  };
}

function buildJudge(random: Random): { reader: LayersModel; network: LayersModel } {
  const seedOf = (name: string): number => random.split(name).integer(1, 2 ** 31 - 1);
  const start = (name: string) => layers.initializers.heNormal({ seed: seedOf(name) });
  const input = layers.input({ shape: [SIDE, SIDE, 1] });
  let x: SymbolicTensor = input;
  for (const [i, block] of BLOCKS.entries()) {
    if (i > 0) x = layers.layers.maxPooling2d({ poolSize: 2 }).apply(x) as SymbolicTensor;
    for (const [j, filters] of block.entries()) {
      const kernelInitializer = start(`convolution-${i}-${j}`);
      const convolution = layers.layers.conv2d({ filters, kernelSize: 3, padding: 'same', useBias: false, kernelInitializer });
      x = layers.layers.batchNormalization({ momentum: 0.9 }).apply(convolution.apply(x)) as SymbolicTensor;
      x = layers.layers.activation({ activation: 'relu' }).apply(x) as SymbolicTensor;
    }
  }
  const features = layers.layers.globalAveragePooling2d({}).apply(x) as SymbolicTensor;
  const dropped = layers.layers.dropout({ rate: 0.3, seed: seedOf('dropout') }).apply(features) as SymbolicTensor;
  const probabilities = layers.layers
    .dense({ units: 10, activation: 'softmax', kernelInitializer: start('digits') })
    .apply(dropped) as SymbolicTensor;
  return {
    network: layers.model({ inputs: input, outputs: probabilities }),
    reader: layers.model({ inputs: input, outputs: [features, probabilities] }),
  };
}

function asTheyAre({ pictures }: Digits, chosen: readonly number[]): Float32Array {
  const batch = new Float32Array(chosen.length * SIDE * SIDE);
  for (const [n, index] of chosen.entries())
    batch.set(pictures.subarray(index * SIDE * SIDE, (index + 1) * SIDE * SIDE), n * SIDE * SIDE);
  return batch;
}

/** Digits moved by up to two pixels and turned and scaled a little, so that few go further. */
export function moved(digits: Digits, chosen: readonly number[], random: Random): Float32Array {
  const batch = new Float32Array(chosen.length * SIDE * SIDE);
  const middle = (SIDE - 1) / 2;
  for (const [n, index] of chosen.entries()) {
    const source = digits.pictures.subarray(index * SIDE * SIDE, (index + 1) * SIDE * SIDE);
    const angle = random.normal(0, 0.12);
    const scale = random.range(0.9, 1.12);
    const [dx, dy] = [random.range(-2, 2), random.range(-2, 2)];
    const [cosine, sine] = [Math.cos(angle) / scale, Math.sin(angle) / scale];
    for (let y = 0; y < SIDE; y++) {
      for (let x = 0; x < SIDE; x++) {
        const u = (x - middle - dx) * cosine + (y - middle - dy) * sine + middle;
        const v = (y - middle - dy) * cosine - (x - middle - dx) * sine + middle;
        batch[(n * SIDE + y) * SIDE + x] = bilinear(source, u, v);
      }
    }
  }
  return batch;
}

function bilinear(picture: Float32Array, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const at = (column: number, row: number): number =>
    column < 0 || row < 0 || column >= SIDE || row >= SIDE ? -1 : picture[row * SIDE + column];
  const [a, b] = [x - left, y - top];
  return (
    (at(left, top) * (1 - a) + at(left + 1, top) * a) * (1 - b) + (at(left, top + 1) * (1 - a) + at(left + 1, top + 1) * a) * b
  );
}
