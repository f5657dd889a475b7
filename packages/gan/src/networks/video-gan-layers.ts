/** @file The networks of a video GAN, of stock layers for pictures of any size: time is an axis of its own only where it is mixed. */
import * as layers from '@tensorflow/tfjs-layers';
import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-layers';
import type { Random } from '@filmai/core-tensor/random';

/** Draws: `see` looks at codes or maps of each frame, `move` mixes over time at an eighth of the size, `draw` makes the pictures. */
export type VideoGenerator = Readonly<Record<'see' | 'move' | 'draw', LayersModel>>;

/** Judges: `look` sees each frame, `follow` mixes over time, `judge` gives a number for each part of the picture. */
export type VideoCritic = Readonly<Record<'look' | 'follow' | 'judge', LayersModel>>;

/** What decides the networks. */
export interface VideoLayersPlan {
  frames: number;
  channels: number;
  /** Values of a code at each place of an eighth of the size; 0 where maps are drawn from instead. */
  codes: number;
  /** Maps of the full size that the generator draws from; 0 where codes are. */
  maps: number;
  /** Feature maps at half of the size. */
  width: number;
}

/** A code stands for a square of so many pixels on a side. */
export const CODE_PIXELS = 8;
/** Layers over time in the generator; each takes a frame on either side. */
const TIME_LAYERS = 2;

/** Frames on either side that the generator reads beside those it draws. */
export function timeMarginOf(frames: number): number {
  return frames > 1 ? TIME_LAYERS : 0;
}

/** Makes an encoder of pictures with new weights. */
export function createVideoEncoder({ channels, codes, width }: VideoLayersPlan, random: Random): LayersModel {
  const draft = draftWith(random);
  const input = layers.input({ shape: [null, null, channels] });
  const eighth = draft.conv(draft.conv(draft.conv(input, width, 4, 2), 2 * width, 4, 2), 3 * width, 4, 2);
  return layers.model({ inputs: input, outputs: draft.flat(eighth, codes, 3, 1, 1), name: 'encode' });
}

/** Makes a generator with new weights. */
export function createVideoGenerator({ frames, channels, codes, maps, width }: VideoLayersPlan, random: Random): VideoGenerator {
  const draft = draftWith(random);
  const deep = 3 * width;
  const source = layers.input({ shape: [null, null, codes > 0 ? codes : maps] });
  const seen = codes > 0 ? source : draft.conv(draft.conv(source, width, 4, 2), 2 * width, 4, 2);
  const see = layers.model({
    inputs: source,
    outputs: draft.conv(seen, deep, codes > 0 ? 3 : 4, codes > 0 ? 1 : 2),
    name: 'see',
  });

  const row = layers.input({ shape: [null, null, deep] });
  let moved = row;
  for (let i = 0; i < TIME_LAYERS; i++) moved = draft.conv(moved, deep, [frames > 1 ? 3 : 1, 1]);
  const move = layers.model({ inputs: row, outputs: moved, name: 'move' });

  const features = layers.input({ shape: [null, null, deep] });
  const quarter = draft.conv(draft.leaky(draft.enlarge(features, 2 * width)), 2 * width, 3);
  const half = draft.enlarge(quarter, width);
  const thin = Math.round(0.75 * width);
  // The first pictures are flat: where tanh is saturated nothing is learnt.
  const faint = 0.1;
  const light = (picture: SymbolicTensor): SymbolicTensor =>
    layers.layers.activation({ activation: 'tanh' }).apply(picture) as SymbolicTensor;
  if (codes > 0) {
    const fine = draft.leaky(draft.enlarge(draft.conv(draft.leaky(half), width, 3), thin));
    return {
      see,
      move,
      draw: layers.model({ inputs: features, outputs: light(draft.flat(fine, channels, 3, 1, faint)), name: 'draw' }),
    };
  }
  // Sums instead of joined maps: the same functions of both inputs, without copies.
  const given = layers.input({ shape: [null, null, maps] });
  const shaped = draft.conv(draft.leaky(draft.add(half, draft.flat(given, width, 4, 2))), width, 3);
  const fine = draft.leaky(draft.add(draft.enlarge(shaped, thin), draft.flat(given, thin, 3)));
  // A short way from maps to picture learns first, the long one what it can't. No limit: most of such a picture is quite dark, and tanh, once
  // there, would hardly come back.
  const picture = draft.add(draft.flat(fine, channels, 3, 1, faint), draft.flat(given, channels, 5, 1, faint));
  return { see, move, draw: layers.model({ inputs: [features, given], outputs: picture, name: 'draw' }) };
}

/** Makes a critic with new weights. */
export function createVideoCritic({ frames, channels }: VideoLayersPlan, random: Random): VideoCritic {
  const draft = draftWith(random);
  const clip = layers.input({ shape: [null, null, channels] });
  const look = layers.model({ inputs: clip, outputs: draft.conv(draft.conv(clip, 16, 4, 2), 32, 4, 2), name: 'look' });
  const row = layers.input({ shape: [null, null, 32] });
  const follow = layers.model({ inputs: row, outputs: draft.conv(row, 32, [frames > 1 ? 3 : 1, 1]), name: 'follow' });
  const features = layers.input({ shape: [null, null, 32] });
  const judge = layers.model({
    inputs: features,
    outputs: draft.flat(draft.conv(features, 48, 4, 2), 1, 3, 1, 1),
    name: 'judge',
  });
  return { look, follow, judge };
}

/** Convolutions with first weights from a seed. */
interface Draft {
  /** Without activation. Kernels over one axis alone take no padding. */
  flat(
    input: SymbolicTensor,
    filters: number,
    kernel: number | [number, number],
    strides?: number,
    gain?: number,
  ): SymbolicTensor;
  /** With a leaky rectifier. */
  conv(input: SymbolicTensor, filters: number, kernel: number | [number, number], strides?: number): SymbolicTensor;
  /** To twice the size, without activation. */
  enlarge(input: SymbolicTensor, filters: number): SymbolicTensor;
  add(left: SymbolicTensor, right: SymbolicTensor): SymbolicTensor;
  leaky(input: SymbolicTensor): SymbolicTensor;
}

function draftWith(random: Random): Draft {
  // He's start for leaky rectifiers (2015) at a gain of 2.
  const start = (scale = 2): ReturnType<typeof layers.initializers.varianceScaling> =>
    layers.initializers.varianceScaling({ scale, mode: 'fanIn', distribution: 'normal', seed: random.integer(1, 2 ** 30) });
  const draft: Draft = {
    flat: (input, filters, kernelSize, strides = 1, gain = 2) =>
      layers.layers
        .conv2d({
          filters,
          kernelSize,
          strides,
          padding: typeof kernelSize === 'number' ? 'same' : 'valid',
          kernelInitializer: start(gain),
        })
        .apply(input) as SymbolicTensor,
    conv: (input, filters, kernel, strides) => draft.leaky(draft.flat(input, filters, kernel, strides)),
    enlarge: (input, filters) =>
      layers.layers
        .conv2dTranspose({ filters, kernelSize: 4, strides: 2, padding: 'same', kernelInitializer: start() })
        .apply(input) as SymbolicTensor,
    add: (left, right) => layers.layers.add().apply([left, right]) as SymbolicTensor,
    leaky: (input) => layers.layers.leakyReLU({ alpha: 0.2 }).apply(input) as SymbolicTensor,
  };
  return draft;
}
