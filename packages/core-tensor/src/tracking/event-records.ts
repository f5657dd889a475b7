/**
 * @file What TensorBoard reads: records of TensorFlow (length and CRC-32C around each), each an `Event` message of event.proto and
 * summary.proto. Field numbers are those of the files in TensorFlow 2.
 */
import { crc32c } from '../files/crc32.js';
import { encodePng, type Frame } from '../frames/index.js';
import type { Histogram } from './histogram.js';
import {
  bytesField,
  doubleField,
  doublesField,
  floatField,
  message,
  textField,
  wholeField,
  type Field,
} from '../protobuf/index.js';

const STRING_TENSOR = 7;
const RGB_AND_ALPHA = 4;

/** The first record of a file. */
export function versionRecord(seconds: number): Uint8Array {
  return record(message(doubleField(1, seconds), textField(3, 'brain.Event:2')));
}

/** Tells readers that a run goes on from a step: later steps of earlier files are void. */
export function restartRecord(seconds: number, step: number): Uint8Array {
  const start = wholeField(1, 1);
  return record(message(doubleField(1, seconds), wholeField(2, step), bytesField(7, start)));
}

/** One value of one step. */
export function summaryRecord(seconds: number, step: number, value: Uint8Array): Uint8Array {
  return record(message(doubleField(1, seconds), wholeField(2, step), bytesField(5, bytesField(1, value))));
}

/** A number. */
export function scalarValue(tag: string, value: number): Uint8Array {
  return message(textField(1, tag), floatField(2, value));
}

/** A picture, as PNG. */
export function imageValue(tag: string, frame: Frame): Uint8Array {
  const { width, height } = frame;
  const image = message(
    wholeField(1, height),
    wholeField(2, width),
    wholeField(3, RGB_AND_ALPHA),
    bytesField(4, encodePng(frame)),
  );
  return message(textField(1, tag), bytesField(4, image));
}

/** How values are spread. */
export function histogramValue(tag: string, { min, max, count, sum, sumOfSquares, limits, counts }: Histogram): Uint8Array {
  const numbers: Field[] = [min, max, count, sum, sumOfSquares].map((value, i) => doubleField(i + 1, value));
  const histogram = message(...numbers, doublesField(6, limits), doublesField(7, counts));
  return message(textField(1, tag), bytesField(5, histogram));
}

/** Text, shown as Markdown. */
export function textValue(tag: string, text: string): Uint8Array {
  const shape = bytesField(2, wholeField(1, 1));
  const tensor = message(wholeField(1, STRING_TENSOR), bytesField(2, shape), textField(8, text));
  const metadata = bytesField(1, textField(1, 'text'));
  return message(textField(1, tag), bytesField(8, tensor), bytesField(9, metadata));
}

/** Length, its checksum, the bytes, theirs. */
function record(bytes: Uint8Array): Uint8Array {
  const framed = new Uint8Array(bytes.length + 16);
  const view = new DataView(framed.buffer);
  view.setUint32(0, bytes.length, true);
  view.setUint32(8, mask(crc32c(framed.subarray(0, 8))), true);
  framed.set(bytes, 12);
  view.setUint32(12 + bytes.length, mask(crc32c(bytes)), true);
  return framed;
}

/** TensorFlow turns and shifts its checksums, so that checksums of data that hold checksums stay sound. */
function mask(checksum: number): number {
  return (((checksum >>> 15) | (checksum << 17)) + 0xa282ead8) >>> 0;
}
