/** @file Writes ONNX models (onnx.proto, IR version 8, operator set 17) node by node; the few shapes of messages that a network needs. */
import { bytesField, floatField, message, textField, wholeField, type Field } from '@filmai/core-tensor/protobuf';

/** Element types of tensors. */
const FLOAT = 1;
const INT64 = 7;

/** A value of an attribute: a whole number, several, or a float. */
export type OnnxAttribute = number | readonly number[] | { float: number };

/** A tensor that goes in or comes out. */
export interface OnnxValue {
  name: string;
  type: 'float' | 'int64';
  /** A number, or a name for a size that is open. */
  shape: readonly (number | string)[];
}

/** A graph that grows. Every method returns the name of a tensor. */
export interface OnnxGraph {
  /** Adds a node. @returns Names of its outputs. */
  node(
    operator: string,
    inputs: readonly string[],
    attributes?: Readonly<Record<string, OnnxAttribute>>,
    outputs?: number | string[],
  ): string[];
  /** Adds a node with one output. */
  one(operator: string, inputs: readonly string[], attributes?: Readonly<Record<string, OnnxAttribute>>, output?: string): string;
  /** Adds fixed floats. */
  floats(name: string, shape: readonly number[], values: Float32Array): string;
  /** Adds fixed whole numbers: a list, or a scalar. */
  wholes(values: number | readonly number[]): string;
  /** The bytes of the model. */
  bytes(inputs: readonly OnnxValue[], outputs: readonly OnnxValue[]): Uint8Array;
}

/**
 * Begins a graph.
 *
 * @param name - Of the graph.
 */
export function createOnnxGraph(name: string): OnnxGraph {
  const nodes: Field[] = [];
  const fixed = new Map<string, Field>();
  let count = 0;
  const node: OnnxGraph['node'] = (operator, inputs, attributes = {}, outputs = 1) => {
    const names = typeof outputs === 'number' ? Array.from({ length: outputs }, () => `t${count++}`) : outputs;
    const fields = [
      ...inputs.map((input) => textField(1, input)),
      ...names.map((output) => textField(2, output)),
      textField(3, `${operator}_${nodes.length}`),
      textField(4, operator),
      ...Object.entries(attributes).map(([key, value]) => bytesField(5, attribute(key, value))),
    ];
    nodes.push(bytesField(1, message(...fields)));
    return names;
  };
  return {
    node,
    one: (operator, inputs, attributes, output) => node(operator, inputs, attributes, output === undefined ? 1 : [output])[0],
    floats(tensor, shape, values) {
      fixed.set(tensor, initializer(tensor, FLOAT, shape, new Uint8Array(values.buffer, values.byteOffset, values.byteLength)));
      return tensor;
    },
    wholes(values) {
      const list = typeof values === 'number' ? [values] : values;
      const tensor = `${typeof values === 'number' ? 'whole' : 'wholes'}_${list.join('_')}`;
      const bytes = new Uint8Array(BigInt64Array.from(list, BigInt).buffer);
      fixed.set(tensor, initializer(tensor, INT64, typeof values === 'number' ? [] : [list.length], bytes));
      return tensor;
    },
    bytes(inputs, outputs) {
      const graph = message(
        ...nodes,
        textField(2, name),
        ...fixed.values(),
        ...inputs.map((value) => bytesField(11, valueInfo(value))),
        ...outputs.map((value) => bytesField(12, valueInfo(value))),
      );
      return message(
        wholeField(1, 8),
        textField(2, '@filmai/nlp-script'),
        bytesField(7, graph),
        bytesField(8, message(textField(1, ''), wholeField(2, 17))),
      );
    },
  };
}

function attribute(name: string, value: OnnxAttribute): Uint8Array {
  const [single, several, float] = [2, 7, 1];
  if (typeof value === 'number') return message(textField(1, name), integer(3, value), wholeField(20, single));
  if ('float' in value) return message(textField(1, name), floatField(2, value.float), wholeField(20, float));
  return message(textField(1, name), ...value.map((one) => integer(8, one)), wholeField(20, several));
}

/** A field of a whole number that may be negative: ten bytes of two's complement, as int64 has it. */
function integer(number: number, value: number): Field {
  if (value >= 0) return wholeField(number, value);
  const bytes: number[] = [number * 8];
  for (let rest = BigInt.asUintN(64, BigInt(value)); rest > 0n; rest >>= 7n)
    bytes.push(Number(rest & 127n) | (rest > 127n ? 128 : 0));
  return Uint8Array.from(bytes);
}

function initializer(name: string, type: number, shape: readonly number[], bytes: Uint8Array): Field {
  const fields = [...shape.map((size) => wholeField(1, size)), wholeField(2, type), textField(8, name), bytesField(9, bytes)];
  return bytesField(5, message(...fields));
}

function valueInfo({ name, type, shape }: OnnxValue): Uint8Array {
  const sizes = shape.map((size) => bytesField(1, message(typeof size === 'number' ? wholeField(1, size) : textField(2, size))));
  const tensor = message(wholeField(1, type === 'float' ? FLOAT : INT64), bytesField(2, message(...sizes)));
  return message(textField(1, name), bytesField(2, bytesField(1, tensor)));
}
