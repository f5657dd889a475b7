/**
 * @file An ONNX model of a Gemm node, written by hand: `y = op(a) · op(b)`, with op the identity or the transpose. It is some
 * hundred bytes of protocol buffer (onnx.proto3, IR version 8, operator set 13), so no tool is needed to make it.
 */
import { bytesField, message, textField, wholeField, type Field } from '../protobuf/index.js';

const FLOAT = 1;
const INT_ATTRIBUTE = 2;
/** Operators that ONNX Runtime adds to the standard; its product of batches can transpose. */
const MICROSOFT = 'com.microsoft';

/** Which of the products a model computes. */
export interface GemmModelOptions {
  /** Whether `a` comes as [k, m]. */
  transposeA: boolean;
  /** Whether `b` comes as [n, k]. */
  transposeB: boolean;
  /** Whether a third input `c` is added. */
  accumulate: boolean;
  /** Whether there is a third axis in front: products of equal size, which threads share. Not with `accumulate`. */
  batched: boolean;
  /** Whether an empty sequence, `end`, comes out before `y`. */
  endsWithSequence: boolean;
}

/** Bytes of the model: `y = op(a) · op(b)`, or `y = op(a) · op(b) + c`. */
export function gemmModel({ transposeA, transposeB, accumulate, batched, endsWithSequence }: GemmModelOptions): Uint8Array {
  const inputs = accumulate ? ['a', 'b', 'c'] : ['a', 'b'];
  const node = message(
    ...inputs.map((name) => textField(1, name)),
    textField(2, 'y'),
    textField(4, batched ? 'FusedMatMul' : 'Gemm'),
    ...(batched ? [textField(7, MICROSOFT)] : []),
    transposition('transA', transposeA),
    transposition('transB', transposeB),
  );
  const end = message(textField(2, 'end'), textField(4, 'SequenceEmpty'));
  const graph = message(
    ...(endsWithSequence ? [bytesField(1, end)] : []),
    bytesField(1, node),
    textField(2, 'gemm'),
    ...inputs.map((name) => bytesField(11, matrix(name, batched))),
    ...(endsWithSequence ? [bytesField(12, sequence('end'))] : []),
    bytesField(12, matrix('y', batched)),
  );
  return message(wholeField(1, 8), bytesField(7, graph), operators('', 13), operators(MICROSOFT, 1));
}

function transposition(name: string, on: boolean): Field {
  return bytesField(5, message(textField(1, name), wholeField(3, Number(on)), wholeField(20, INT_ATTRIBUTE)));
}

function operators(domain: string, version: number): Field {
  return bytesField(8, message(textField(1, domain), wholeField(2, version)));
}

/** A matrix of floats, or a batch of them, whose sizes are left open. */
function matrix(name: string, batched: boolean): Uint8Array {
  const axes = batched ? [0, 1, 2] : [0, 1];
  const sizes = message(...axes.map((axis) => bytesField(1, textField(2, `${name}${axis}`))));
  return message(textField(1, name), bytesField(2, bytesField(1, message(wholeField(1, FLOAT), bytesField(2, sizes)))));
}

/** A sequence of tensors of floats. */
function sequence(name: string): Uint8Array {
  const element = bytesField(1, bytesField(1, wholeField(1, FLOAT)));
  return message(textField(1, name), bytesField(2, bytesField(4, element)));
}
