/**
 * @file An ONNX model of a single Gemm node, written by hand: `y = op(a) · op(b)`, with op the identity or the transpose. It is some
 * hundred bytes of protocol buffer (onnx.proto3, IR version 8, operator set 13), so no tool is needed to make it.
 */

const FLOAT = 1;
const INT_ATTRIBUTE = 2;

/**
 * Bytes of the model.
 *
 * @param transposeA - Whether `a` comes as [k, m].
 * @param transposeB - Whether `b` comes as [n, k].
 */
export function gemmModel(transposeA: boolean, transposeB: boolean): Uint8Array {
  const node = [
    text(1, 'a'),
    text(1, 'b'),
    text(2, 'y'),
    text(4, 'Gemm'),
    field(5, [text(1, 'transA'), varintField(3, Number(transposeA)), varintField(20, INT_ATTRIBUTE)]),
    field(5, [text(1, 'transB'), varintField(3, Number(transposeB)), varintField(20, INT_ATTRIBUTE)]),
  ];
  const graph = [field(1, node), text(2, 'gemm'), field(11, matrix('a')), field(11, matrix('b')), field(12, matrix('y'))];
  return Uint8Array.from([...varintField(1, 8), ...field(7, graph), ...field(8, [text(1, ''), varintField(2, 13)])]);
}

/** A matrix of floats whose two sizes are left open. */
function matrix(name: string): number[][] {
  const size = (axis: number): number[] => field(1, [text(2, `${name}${axis}`)]);
  return [text(1, name), field(2, [field(1, [varintField(1, FLOAT), field(2, [size(0), size(1)])])])];
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
