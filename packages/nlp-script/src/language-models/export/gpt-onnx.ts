/**
 * @file A GPT as an ONNX graph with the inputs and outputs that transformers.js expects of a decoder: tokens, attention mask and keys and
 * values so far go in; logits and keys and values with the new ones come out. A place is counted by the mask, so a batch may be padded on
 * the left.
 */
import type { TransformerModel } from '../language-model.js';
import { GELU_CUBE, GELU_SCALE, NORM_EPSILON } from '../transformer-plan.js';
import { createOnnxGraph, type OnnxGraph, type OnnxValue } from './onnx-graph.js';

/** Added to scores of what must not be seen. */
const HIDDEN = -1e9;

/** The bytes of `model.onnx`. */
export function gptOnnx({ shape, weights, tokenizer }: TransformerModel): Uint8Array {
  const { width, layers, heads, context } = shape;
  const depth = width / heads;
  const graph = createOnnxGraph('gpt');
  const { one, node, wholes } = graph;
  const weight = (name: string): string => graph.floats(name, weights[name].shape, weights[name].values);
  const scalar = (name: string, value: number): string => graph.floats(name, [], Float32Array.of(value));
  const dense = (x: string, name: string): string =>
    one('Add', [one('MatMul', [x, weight(`${name}.weight`)]), weight(`${name}.bias`)]);
  const normalise = (x: string, name: string): string =>
    one('LayerNormalization', [x, weight(`${name}.weight`), weight(`${name}.bias`)], {
      axis: -1,
      epsilon: { float: NORM_EPSILON },
    });

  const { start, mask } = describePlaces(graph, scalar);
  const counted = one('Max', [one('Sub', [one('CumSum', ['attention_mask', wholes(1)]), wholes(1)]), wholes(0)]);
  const own = one('Slice', [counted, one('Unsqueeze', [start, wholes([0])]), wholes([2 ** 31]), wholes([1])]);
  const places = one('Min', [own, wholes(context - 1)]);
  const words = weight('wte.weight');
  let x = one('Add', [
    one('Gather', [words, 'input_ids'], { axis: 0 }),
    one('Gather', [weight('wpe.weight'), places], { axis: 0 }),
  ]);

  const split = wholes([0, 0, heads, depth]);
  const scale = scalar('scale', 1 / Math.sqrt(depth));
  for (let i = 0; i < layers; i++) {
    const asked = dense(normalise(x, `h.${i}.ln_1`), `h.${i}.attn.c_attn`);
    const [q, k, v] = node('Split', [asked, wholes([width, width, width])], { axis: -1 }, 3).map((part) =>
      one('Transpose', [one('Reshape', [part, split])], { perm: [0, 2, 1, 3] }),
    );
    const keys = one('Concat', [`past_key_values.${i}.key`, k], { axis: 2 }, `present.${i}.key`);
    const values = one('Concat', [`past_key_values.${i}.value`, v], { axis: 2 }, `present.${i}.value`);
    const products = one('MatMul', [q, one('Transpose', [keys], { perm: [0, 1, 3, 2] })]);
    const seen = one('Softmax', [one('Add', [one('Mul', [products, scale]), mask])], { axis: -1 });
    const mixed = one('Reshape', [
      one('Transpose', [one('MatMul', [seen, values])], { perm: [0, 2, 1, 3] }),
      wholes([0, 0, width]),
    ]);
    x = one('Add', [x, dense(mixed, `h.${i}.attn.c_proj`)]);
    x = one('Add', [x, dense(gelu(graph, scalar, dense(normalise(x, `h.${i}.ln_2`), `h.${i}.mlp.c_fc`)), `h.${i}.mlp.c_proj`)]);
  }
  one('MatMul', [normalise(x, 'ln_f'), one('Transpose', [words], { perm: [1, 0] })], {}, 'logits');

  const kept = (way: string, length: string): OnnxValue[] =>
    Array.from({ length: layers }, (_, i) =>
      ['key', 'value'].map((part): OnnxValue => ({
        name: `${way}.${i}.${part}`,
        type: 'float',
        shape: ['batch', heads, length, depth],
      })),
    ).flat();
  return graph.bytes(
    [
      { name: 'input_ids', type: 'int64', shape: ['batch', 'length'] },
      { name: 'attention_mask', type: 'int64', shape: ['batch', 'all'] },
      ...kept('past_key_values', 'past'),
    ],
    [{ name: 'logits', type: 'float', shape: ['batch', 'length', tokenizer.size] }, ...kept('present', 'all')],
  );
}

/** Where the new tokens begin, and [batch, 1, length, all] of 0 for what each may see and {@link HIDDEN} for the rest. */
function describePlaces(
  { one, wholes }: OnnxGraph,
  scalar: (name: string, value: number) => string,
): { start: string; mask: string } {
  const sizeOf = (tensor: string): string => one('Gather', [one('Shape', [tensor]), wholes(1)], { axis: 0 });
  const all = sizeOf('attention_mask');
  const start = one('Sub', [all, sizeOf('input_ids')]);
  const asking = one('Unsqueeze', [one('Range', [start, all, wholes(1)]), wholes([1])]);
  const causal = one('LessOrEqual', [one('Range', [wholes(0), all, wholes(1)]), asking]);
  const boolean = 9;
  const unpadded = one('Unsqueeze', [one('Cast', ['attention_mask'], { to: boolean }), wholes([1, 2])]);
  return { start, mask: one('Where', [one('And', [causal, unpadded]), scalar('seen', 0), scalar('hidden', HIDDEN)]) };
}

function gelu({ one }: OnnxGraph, scalar: (name: string, value: number) => string, x: string): string {
  const cube = one('Mul', [one('Mul', [x, x]), scalar('gelu_cube', 2 * GELU_SCALE * GELU_CUBE)]);
  return one('Mul', [x, one('Sigmoid', [one('Mul', [x, one('Add', [cube, scalar('gelu_scale', 2 * GELU_SCALE)])])])]);
}
