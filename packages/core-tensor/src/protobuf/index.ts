/** @file The few shapes of protocol buffers (encoding of proto3) that event files and ONNX models are made of. A message is the list of its fields. */

/** Bytes of one field, or of several. */
export type Field = Uint8Array;

const VARINT = 0;
const FIXED64 = 1;
const DELIMITED = 2;
const FIXED32 = 5;

/** A message made of fields. */
export function message(...fields: readonly Field[]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((total, field) => total + field.length, 0));
  let at = 0;
  for (const field of fields) {
    bytes.set(field, at);
    at += field.length;
  }
  return bytes;
}

/** A field of bytes: a message, text, packed numbers. */
export function bytesField(number: number, bytes: Uint8Array): Field {
  return message(key(number, DELIMITED), varint(bytes.length), bytes);
}

/** A field of text. */
export function textField(number: number, text: string): Field {
  return bytesField(number, new TextEncoder().encode(text));
}

/** A field of a whole number from 0 to 2^53. */
export function wholeField(number: number, value: number): Field {
  return message(key(number, VARINT), varint(value));
}

/** A field of 32 bits of floating point. */
export function floatField(number: number, value: number): Field {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setFloat32(0, value, true);
  return message(key(number, FIXED32), bytes);
}

/** A field of 64 bits of floating point. */
export function doubleField(number: number, value: number): Field {
  return message(key(number, FIXED64), doubles([value]));
}

/** A packed field of 64-bit floating point numbers. */
export function doublesField(number: number, values: readonly number[]): Field {
  return bytesField(number, doubles(values));
}

function doubles(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 8);
  const view = new DataView(bytes.buffer);
  values.forEach((value, i) => view.setFloat64(i * 8, value, true));
  return bytes;
}

function key(number: number, type: number): Uint8Array {
  return varint(number * 8 + type);
}

/** Seven bits a byte, the lowest first. */
function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return Uint8Array.from([...bytes, rest]);
}
