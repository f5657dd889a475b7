/**
 * @file Weights in fewer bytes, in the way that the tfjs Layers format knows (`quantization` in a weight's entry): half precision (IEEE 754
 * binary16), or a byte between the least and the greatest value of each weight. Stock TensorFlow.js reads both.
 */
import type { io } from '@tensorflow/tfjs-core';

/** How the floats of a file are kept: four, two or one bytes each. */
export type WeightPrecision = 'float32' | 'float16' | 'uint8';

/** What a weight's entry says of its bytes. */
export type Quantization = NonNullable<io.WeightsManifestEntry['quantization']>;

/** Fewer numbers than this stay whole: biases and statistics of batch norm cost little and carry much. */
const WORTH_IT = 256;

/**
 * Packs the values of a weight.
 *
 * @param values - Finite floats.
 * @param precision - How.
 * @returns The bytes, and the entry for them; no entry for plain floats.
 */
export function packWeight(values: Float32Array, precision: WeightPrecision): { bytes: Uint8Array; quantization?: Quantization } {
  const plain = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  if (precision === 'float32' || values.length < WORTH_IT) return { bytes: plain };
  if (precision === 'float16') {
    const halves = Uint16Array.from(values, toHalf);
    return { bytes: new Uint8Array(halves.buffer), quantization: { dtype: 'float16' } };
  }
  let [min, max] = [Infinity, -Infinity];
  for (const value of values) {
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  const scale = max > min ? (max - min) / 255 : 1;
  const bytes = Uint8Array.from(values, (value) => Math.round((value - min) / scale));
  return { bytes, quantization: { dtype: 'uint8', scale, min } };
}

/** Bytes that one number takes. */
export function bytesPerValue(quantization: Quantization): number {
  return quantization.dtype === 'uint8' ? 1 : 2;
}

/** Unpacks the values of a weight. */
export function unpackWeight(bytes: Uint8Array, { dtype, scale = 1, min = 0 }: Quantization): Float32Array {
  if (dtype === 'uint8') return Float32Array.from(bytes, (value) => value * scale + min);
  const words = new Uint16Array(Uint8Array.from(bytes).buffer);
  return Float32Array.from(words, dtype === 'float16' ? fromHalf : (value) => value * scale + min);
}

const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

/** Nearest half, ties to even; too large ones become the largest finite half. */
function toHalf(value: number): number {
  float[0] = value;
  const sign = (bits[0] >>> 16) & 0x8000;
  const magnitude = bits[0] & 0x7fffffff;
  if (magnitude >= 0x477ff000) return sign | 0x7bff;
  if (magnitude < 0x38800000) {
    // Below 2⁻¹⁴ halves lie 2⁻²⁴ apart.
    return sign | roundToEven(Math.abs(float[0]) * 16_777_216);
  }
  const kept = magnitude - 0x38000000;
  const half = kept >>> 13;
  const rest = kept & 0x1fff;
  return sign | (half + Number(rest > 0x1000 || (rest === 0x1000 && (half & 1) === 1)));
}

function fromHalf(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >>> 10) & 31;
  const fraction = half & 1023;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

function roundToEven(value: number): number {
  const down = Math.floor(value);
  const rest = value - down;
  return down + Number(rest > 0.5 || (rest === 0.5 && down % 2 === 1));
}
