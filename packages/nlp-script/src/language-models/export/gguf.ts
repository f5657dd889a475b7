/**
 * @file A GPT as a GGUF file (version 3, https://github.com/ggml-org/ggml/blob/master/docs/gguf.md), architecture `gpt2`: what llama.cpp, and
 * with it node-llama-cpp, loads. Weights stay float32; matrices are turned, since there a row is an output.
 */
import { writeFileWhole } from '@filmai/core-tensor/files';
import type { LanguageModel } from '../language-model.js';
import type { Tokenizer } from '../tokenizer.js';
import { NORM_EPSILON, type TransformerShape } from '../transformer-plan.js';
import type { Weight } from '../weights.js';
import { requireGpt } from './require-gpt.js';

/** Types of values in the header. */
const UINT32 = 4;
const INT32 = 5;
const FLOAT32 = 6;
const BOOL = 7;
const STRING = 8;
const ARRAY = 9;
/** Tensors begin at multiples of this. */
const ALIGNMENT = 32;
/** Types of tokens. */
const NORMAL = 1;
const CONTROL = 3;

/**
 * Writes a GPT as a GGUF file.
 *
 * @param path - The file; its folder is made.
 * @param model - A `gpt`.
 * @param options - `name`: stands in the file, default `'filmai-gpt'`. `signal`: cancels.
 * @throws TypeError for another kind of model; FileError where it can't be written.
 * @example
 * ```ts
 * import { createGpt, exportToGguf, trainTokenizer } from '@filmai/nlp-script/language-models';
 * import { mkdtempSync, readFileSync } from 'node:fs';
 * import { tmpdir } from 'node:os';
 * import { join } from 'node:path';
 *
 * const file = join(mkdtempSync(join(tmpdir(), 'filmai-')), 'mine.gguf');
 * await exportToGguf(file, createGpt(trainTokenizer(['ahoy'], { size: 258 }), { width: 8, heads: 2 }));
 * console.log(readFileSync(file).toString('latin1', 0, 4)); // GGUF
 * ```
 */
export async function exportToGguf(
  path: string,
  model: LanguageModel,
  { name = 'filmai-gpt', signal }: { name?: string; signal?: AbortSignal } = {},
): Promise<void> {
  const gpt = requireGpt('exportToGguf', model);
  const values = [...describeShape(name, gpt.shape), ...describeTokenizer(gpt.tokenizer)];
  const tensors = tensorsOf(gpt.shape, gpt.weights);
  const parts: Uint8Array[] = [Buffer.from('GGUF'), uint32(3), uint64(tensors.length), uint64(values.length), ...values];
  let offset = 0;
  for (const tensor of tensors) {
    // Sizes begin with the one that changes fastest.
    const sizes = [...tensor.shape].reverse();
    parts.push(text(tensor.name), uint32(sizes.length), ...sizes.map(uint64), uint32(0), uint64(offset));
    offset += padded(tensor.values.byteLength);
  }
  const head = Buffer.concat(parts);
  const bodies = tensors.map(({ values: { buffer, byteOffset, byteLength } }) =>
    Buffer.concat([new Uint8Array(buffer, byteOffset, byteLength)], padded(byteLength)),
  );
  await writeFileWhole(path, Buffer.concat([Buffer.concat([head], padded(head.length)), ...bodies]), {
    signal,
    makeFolder: true,
  });
}

function describeShape(name: string, { context, width, layers, heads }: TransformerShape): Uint8Array[] {
  return [
    entry('general.architecture', STRING, text('gpt2')),
    entry('general.name', STRING, text(name)),
    entry('gpt2.context_length', UINT32, uint32(context)),
    entry('gpt2.embedding_length', UINT32, uint32(width)),
    entry('gpt2.feed_forward_length', UINT32, uint32(4 * width)),
    entry('gpt2.block_count', UINT32, uint32(layers)),
    entry('gpt2.attention.head_count', UINT32, uint32(heads)),
    entry('gpt2.attention.layer_norm_epsilon', FLOAT32, float32(NORM_EPSILON)),
  ];
}

function describeTokenizer({ vocabulary, merges, endOfText, mask }: Tokenizer): Uint8Array[] {
  const types = vocabulary.map((_, token) => (token === endOfText || token === mask ? CONTROL : NORMAL));
  return [
    entry('tokenizer.ggml.model', STRING, text('gpt2')),
    entry('tokenizer.ggml.pre', STRING, text('gpt-2')),
    entry('tokenizer.ggml.tokens', ARRAY, list(STRING, vocabulary.map(text))),
    entry('tokenizer.ggml.token_type', ARRAY, list(INT32, types.map(uint32))),
    entry(
      'tokenizer.ggml.merges',
      ARRAY,
      list(
        STRING,
        merges.map(([a, b]) => text(`${vocabulary[a]} ${vocabulary[b]}`)),
      ),
    ),
    entry('tokenizer.ggml.bos_token_id', UINT32, uint32(endOfText)),
    entry('tokenizer.ggml.eos_token_id', UINT32, uint32(endOfText)),
    entry('tokenizer.ggml.add_bos_token', BOOL, Uint8Array.of(0)),
  ];
}

interface NamedWeight extends Weight {
  name: string;
}

/** The weights by the names of llama.cpp. */
function tensorsOf({ layers }: TransformerShape, weights: Readonly<Record<string, Weight>>): NamedWeight[] {
  const plain = (name: string, from: string): NamedWeight => ({ name, ...weights[from] });
  const pair = (name: string, from: string): NamedWeight[] => [
    { name: `${name}.weight`, ...turned(weights[`${from}.weight`]) },
    plain(`${name}.bias`, `${from}.bias`),
  ];
  const norm = (name: string, from: string): NamedWeight[] =>
    ['weight', 'bias'].map((part) => plain(`${name}.${part}`, `${from}.${part}`));
  return [
    plain('token_embd.weight', 'wte.weight'),
    plain('position_embd.weight', 'wpe.weight'),
    ...Array.from({ length: layers }, (_, i) => [
      ...norm(`blk.${i}.attn_norm`, `h.${i}.ln_1`),
      ...pair(`blk.${i}.attn_qkv`, `h.${i}.attn.c_attn`),
      ...pair(`blk.${i}.attn_output`, `h.${i}.attn.c_proj`),
      ...norm(`blk.${i}.ffn_norm`, `h.${i}.ln_2`),
      ...pair(`blk.${i}.ffn_up`, `h.${i}.mlp.c_fc`),
      ...pair(`blk.${i}.ffn_down`, `h.${i}.mlp.c_proj`),
    ]).flat(),
    ...norm('output_norm', 'ln_f'),
    plain('output.weight', 'wte.weight'),
  ];
}

function turned({ shape: [rows, columns], values }: Weight): Weight {
  const result = new Float32Array(values.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) result[column * rows + row] = values[row * columns + column];
  return { shape: [columns, rows], values: result };
}

function entry(key: string, type: number, value: Uint8Array): Uint8Array {
  return Buffer.concat([text(key), uint32(type), value]);
}

function list(type: number, values: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat([uint32(type), uint64(values.length), ...values]);
}

function text(value: string): Uint8Array {
  const bytes = new TextEncoder().encode(value);
  return Buffer.concat([uint64(bytes.length), bytes]);
}

function uint32(value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function uint64(value: number): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

function float32(value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return bytes;
}

function padded(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT;
}
