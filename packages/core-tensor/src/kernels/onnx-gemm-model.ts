/**
 * @file An ONNX model of a Gemm node, written by hand: `y = op(a) · op(b)`, with op the identity or the transpose. It is some
 * hundred bytes of protocol buffer (onnx.proto3, IR version 8, operator set 13), so no tool is needed to make it.
 */

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
  const node = [
    ...inputs.map((name) => text(1, name)),
    text(2, 'y'),
    text(4, batched ? 'FusedMatMul' : 'Gemm'),
    ...(batched ? [text(7, MICROSOFT)] : []),
    field(5, [text(1, 'transA'), varintField(3, Number(transposeA)), varintField(20, INT_ATTRIBUTE)]),
    field(5, [text(1, 'transB'), varintField(3, Number(transposeB)), varintField(20, INT_ATTRIBUTE)]),
  ];
  const end = [text(2, 'end'), text(4, 'SequenceEmpty')];
  const graph = [
    ...(endsWithSequence ? [field(1, end)] : []),
    field(1, node),
    text(2, 'gemm'),
    ...inputs.map((name) => field(11, matrix(name, batched))),
    ...(endsWithSequence ? [field(12, sequence('end'))] : []),
    field(12, matrix('y', batched)),
  ];
  const operators = (domain: string, version: number): number[] => field(8, [text(1, domain), varintField(2, version)]);
  return Uint8Array.from([...varintField(1, 8), ...field(7, graph), ...operators('', 13), ...operators(MICROSOFT, 1)]);
}

/** A matrix of floats, or a batch of them, whose sizes are left open. */
function matrix(name: string, batched: boolean): number[][] {
  const size = (axis: number): number[] => field(1, [text(2, `${name}${axis}`)]);
  return [
    text(1, name),
    field(2, [field(1, [varintField(1, FLOAT), field(2, batched ? [size(0), size(1), size(2)] : [size(0), size(1)])])]),
  ];
}

/** A sequence of tensors of floats. */
function sequence(name: string): number[][] {
  const element = field(1, [field(1, [varintField(1, FLOAT)])]);
  return [text(1, name), field(2, [field(4, [element])])];
}

function field(number: number, parts: number[][]): number[] {
  const body = parts.flat();
  return [...varint((number << 3) | 2), ...varint(body.length), ...body];
}

function text(number: number, value: string): number[] {
  return field(number, [[...new TextEncoder().encode(value)]]);
}

function varintField(number: number, value: number): number[] {
  return [...varint(number << 3), ...varint(value)];
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}
