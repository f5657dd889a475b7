/**
 * @file MobileNetV2 (Sandler et al., 2018) at 224 × 224 with batch norm folded away, as operations of TensorFlow.js and as an ONNX model.
 * Its weights are made by chance: what is measured is time.
 */
import * as tf from '@tensorflow/tfjs-core';
import { createRandom } from '@filmai/core-tensor/random';

interface Unit {
  kind: 'full' | 'depthwise';
  size: number;
  stride: number;
  inputs: number;
  outputs: number;
  clipped: boolean;
  /** Adds the input of the unit three before. */
  residual: boolean;
}

/** Expansion, channels, repetitions, first stride: table 2 of the paper. */
const BOTTLENECKS = [
  [1, 16, 1, 1],
  [6, 24, 2, 2],
  [6, 32, 3, 2],
  [6, 64, 4, 2],
  [6, 96, 3, 1],
  [6, 160, 3, 2],
  [6, 320, 1, 1],
];
const CLASSES = 1000;
const FEATURES = 1280;

/** Classifies one picture of noise; every call computes it again. */
export function mobilenetForward(): () => number {
  const random = createRandom('mobilenet');
  const layers = units().map((unit) => {
    const fan = unit.kind === 'full' ? unit.inputs * unit.size ** 2 : unit.size ** 2;
    const shape = unit.kind === 'full' ? [unit.size, unit.size, unit.inputs, unit.outputs] : [3, 3, unit.inputs, 1];
    const count = shape.reduce((product, size) => product * size, 1);
    const values = Float32Array.from({ length: count }, () => random.range(-1, 1) * Math.sqrt(3 / fan));
    return {
      unit,
      filter: tf.tensor4d(values, shape as [number, number, number, number]),
      bias: tf.zeros<tf.Rank.R1>([unit.outputs]),
    };
  });
  const head = tf.randomUniform<tf.Rank.R2>([FEATURES, CLASSES], -0.05, 0.05, 'float32', 7);
  const picture = tf.randomUniform<tf.Rank.R4>([1, 224, 224, 3], -1, 1, 'float32', 7);
  return () =>
    tf.tidy(() => {
      let x: tf.Tensor4D = picture;
      const inputs: tf.Tensor4D[] = [];
      for (const { unit, filter, bias } of layers) {
        inputs.push(x);
        const options = {
          x,
          filter,
          bias,
          strides: unit.stride,
          pad: 'same' as const,
          activation: unit.clipped ? ('relu6' as const) : undefined,
        };
        x = unit.kind === 'full' ? tf.fused.conv2d(options) : tf.fused.depthwiseConv2d(options);
        if (unit.residual) x = tf.add(x, inputs[inputs.length - 3]);
      }
      return tf.matMul(tf.mean<tf.Tensor2D>(x, [1, 2]), head).dataSync()[0];
    });
}

/** The same as ONNX, operator set 13. */
export function mobilenetModel(): Uint8Array {
  const random = createRandom('mobilenet');
  const nodes: Bytes[] = [];
  const weights: Bytes[] = [];
  const constant = (name: string, shape: number[], scale: number): string => {
    const count = shape.reduce((product, size) => product * size, 1);
    const data = new Uint8Array(Float32Array.from({ length: count }, () => random.range(-1, 1) * scale).buffer);
    weights.push(message(5, [...shape.map((size) => number(1, size)), number(2, 1), text(8, name), bytes(9, data)]));
    return name;
  };
  constant('low', [], 0);
  weights.push(message(5, [number(2, 1), text(8, 'six'), bytes(9, new Uint8Array(Float32Array.of(6).buffer))]));
  const node = (type: string, inputs: string[], output: string, attributes: Bytes[] = []): string => {
    nodes.push(message(1, [...inputs.map((name) => text(1, name)), text(2, output), text(4, type), ...attributes]));
    return output;
  };
  let x = 'picture';
  const inputs: string[] = [];
  for (const [i, unit] of units().entries()) {
    inputs.push(x);
    const depthwise = unit.kind === 'depthwise';
    const shape = [unit.outputs, depthwise ? 1 : unit.inputs, unit.size, unit.size];
    const filter = constant(`w${i}`, shape, Math.sqrt(3 / (shape[1] * unit.size ** 2)));
    const attributes = [
      message(5, [text(1, 'auto_pad'), text(4, 'SAME_UPPER'), number(20, 3)]),
      message(5, [text(1, 'strides'), number(8, unit.stride), number(8, unit.stride), number(20, 7)]),
      message(5, [text(1, 'group'), number(3, depthwise ? unit.inputs : 1), number(20, 2)]),
    ];
    x = node('Conv', [x, filter, constant(`b${i}`, [unit.outputs], 0)], `c${i}`, attributes);
    if (unit.clipped) x = node('Clip', [x, 'low', 'six'], `r${i}`);
    if (unit.residual) x = node('Add', [x, inputs[inputs.length - 3]], `a${i}`);
  }
  x = node('GlobalAveragePool', [x], 'pooled');
  x = node('Flatten', [x], 'flat');
  node('MatMul', [x, constant('head', [FEATURES, CLASSES], 0.05)], 'scores');
  const port = (field: number, name: string, shape: number[]): Bytes => {
    const sizes = shape.map((size) => message(1, [number(1, size)]));
    return message(field, [text(1, name), message(2, [message(1, [number(1, 1), message(2, sizes)])])]);
  };
  const graph = [
    ...nodes,
    text(2, 'mobilenet'),
    ...weights,
    port(11, 'picture', [1, 3, 224, 224]),
    port(12, 'scores', [1, CLASSES]),
  ];
  return Buffer.concat([number(1, 8), message(7, graph), message(8, [text(1, ''), number(2, 13)])]);
}

function units(): Unit[] {
  const list: Unit[] = [];
  const add = (
    kind: Unit['kind'],
    size: number,
    stride: number,
    inputs: number,
    outputs: number,
    clipped = true,
    residual = false,
  ) => list.push({ kind, size, stride, inputs, outputs, clipped, residual });
  add('full', 3, 2, 3, 32);
  let channels = 32;
  for (const [expansion, outputs, repetitions, firstStride] of BOTTLENECKS)
    for (let i = 0; i < repetitions; i++) {
      const stride = i === 0 ? firstStride : 1;
      const wide = channels * expansion;
      if (expansion > 1) add('full', 1, 1, channels, wide);
      add('depthwise', 3, stride, wide, wide);
      add('full', 1, 1, wide, outputs, false, stride === 1 && channels === outputs);
      channels = outputs;
    }
  add('full', 1, 1, channels, FEATURES);
  return list;
}

/** Protocol buffer fields. */
type Bytes = Uint8Array;

function message(field: number, parts: Bytes[]): Bytes {
  return bytes(field, Buffer.concat(parts));
}

function text(field: number, value: string): Bytes {
  return bytes(field, Buffer.from(value));
}

function bytes(field: number, value: Bytes): Bytes {
  return Buffer.concat([varint((field << 3) | 2), varint(value.length), value]);
}

function number(field: number, value: number): Bytes {
  return Buffer.concat([varint(field << 3), varint(value)]);
}

function varint(value: number): Bytes {
  const digits: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    digits.push(rest > 127 ? (rest & 127) | 128 : rest);
    if (rest < 128) return Uint8Array.from(digits);
  }
}
