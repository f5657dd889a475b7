/**
 * @file The smallest models that the real runtimes load, for tests: each letter decides the next one by a table that the test chooses, so
 * that what a model must write is known by construction. Written as a transformers folder (ONNX) or as a GGUF file.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createOnnxGraph, type OnnxValue } from '../src/language-models/export/onnx-graph.js';

/** What follows what: `{ a: { b: 3, '.': 1 } }`, weights above 0; `$` ends the text. Letters that follow nothing end it too. */
export type LetterTable = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Logit of what never follows. */
const NEVER = -40;

/**
 * Writes a folder that both transformers packages load as `text-generation`.
 *
 * @param path - The folder; created.
 * @param table - Single characters of ASCII.
 */
export async function writeLetterModel(path: string, table: LetterTable): Promise<void> {
  const letters = lettersOf(table);
  const size = letters.length;
  const logits = new Float32Array(size * size).fill(NEVER);
  for (const [from, row] of letters.entries()) {
    for (const [next, weight] of Object.entries(rowOf(table, row)))
      logits[from * size + letters.indexOf(next)] = Math.log(weight);
  }
  await mkdir(join(path, 'onnx'), { recursive: true });
  const model = onnxModel(size, logits);
  // The names that version 2 and version 3 upwards look for.
  for (const name of ['model.onnx', 'decoder_model_merged.onnx']) await writeFile(join(path, 'onnx', name), model);
  const json = (name: string, value: unknown): Promise<void> => writeFile(join(path, name), JSON.stringify(value));
  await json('config.json', {
    model_type: 'gpt2',
    architectures: ['GPT2LMHeadModel'],
    n_layer: 1,
    n_head: 1,
    n_embd: 1,
    vocab_size: size,
    bos_token_id: 0,
    eos_token_id: 0,
  });
  await json('generation_config.json', { bos_token_id: 0, eos_token_id: 0 });
  await json('tokenizer_config.json', {
    tokenizer_class: 'GPT2Tokenizer',
    eos_token: '$',
    unk_token: '$',
    model_max_length: 512,
  });
  const byteLevel = { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: false };
  await json('tokenizer.json', {
    version: '1.0',
    added_tokens: [{ id: 0, content: '$', single_word: false, lstrip: false, rstrip: false, normalized: false, special: true }],
    normalizer: null,
    pre_tokenizer: byteLevel,
    post_processor: null,
    decoder: byteLevel,
    model: {
      type: 'BPE',
      unk_token: '$',
      vocab: Object.fromEntries(letters.map((letter, i) => [letter === ' ' ? 'Ġ' : letter, i])),
      merges: [],
    },
  });
}

/**
 * Writes the same as a GGUF file (version 3): a llama whose one layer adds nothing, so that embedding and output are the table.
 *
 * @param path - The file.
 * @param table - At most 32 characters of ASCII, `$` included.
 */
export async function writeLetterGguf(path: string, table: LetterTable): Promise<void> {
  const WIDTH = 32;
  const letters = lettersOf(table);
  const bytes = Array.from({ length: 256 }, (_, byte) => `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`);
  const tokens = ['<unk>', '<s>', '</s>', ...bytes, ...letters.slice(1).map((letter) => (letter === ' ' ? '▁' : letter))];
  const first = 3 + bytes.length - 1;
  const tokenOf = (letter: string): number => (letter === '$' ? 2 : first + letters.indexOf(letter));
  const embedding = new Float32Array(tokens.length * WIDTH);
  const output = new Float32Array(tokens.length * WIDTH).fill(NEVER / Math.sqrt(WIDTH));
  for (const [i, letter] of letters.entries()) {
    embedding[tokenOf(letter) * WIDTH + i] = 1;
    // The norm in front of the output brings a unit vector to the length √width.
    for (const [next, weight] of Object.entries(rowOf(table, letter)))
      output[tokenOf(next) * WIDTH + i] = Math.log(weight) / Math.sqrt(WIDTH);
  }
  const ones = new Float32Array(WIDTH).fill(1);
  const zeros = new Float32Array(WIDTH * WIDTH);
  const square = ['attn_q', 'attn_k', 'attn_v', 'attn_output', 'ffn_gate', 'ffn_up', 'ffn_down'];
  const tensors: [string, number[], Float32Array][] = [
    ['token_embd.weight', [WIDTH, tokens.length], embedding],
    ['output_norm.weight', [WIDTH], ones],
    ['output.weight', [WIDTH, tokens.length], output],
    ['blk.0.attn_norm.weight', [WIDTH], ones],
    ['blk.0.ffn_norm.weight', [WIDTH], ones],
    ...square.map((name): [string, number[], Float32Array] => [`blk.0.${name}.weight`, [WIDTH, WIDTH], zeros]),
  ];
  const text = (value: string): Buffer => Buffer.concat([u64(Buffer.byteLength(value)), Buffer.from(value)]);
  const entry = (key: string, type: number, ...value: Buffer[]): Buffer => Buffer.concat([text(key), u32(type), ...value]);
  const list = (key: string, type: number, values: Buffer[]): Buffer => entry(key, 9, u32(type), u64(values.length), ...values);
  const entries = [
    entry('general.architecture', 8, text('llama')),
    ...Object.entries({
      'llama.context_length': 256,
      'llama.embedding_length': WIDTH,
      'llama.block_count': 1,
      'llama.feed_forward_length': WIDTH,
      'llama.rope.dimension_count': WIDTH,
      'llama.attention.head_count': 1,
      'llama.vocab_size': tokens.length,
      'tokenizer.ggml.bos_token_id': 1,
      'tokenizer.ggml.eos_token_id': 2,
      'tokenizer.ggml.unknown_token_id': 0,
    }).map(([key, value]) => entry(key, 4, u32(value))),
    entry('llama.attention.layer_norm_rms_epsilon', 6, f32(1e-6)),
    entry('tokenizer.ggml.model', 8, text('llama')),
    list('tokenizer.ggml.tokens', 8, tokens.map(text)),
    list(
      'tokenizer.ggml.scores',
      6,
      tokens.map(() => f32(0)),
    ),
    list(
      'tokenizer.ggml.token_type',
      5,
      // Unknown, control, byte, normal, in llama.cpp's numbers.
      tokens.map((_, i) => u32(i === 0 ? 2 : i < 3 ? 3 : i < 3 + bytes.length ? 6 : 1)),
    ),
    entry('tokenizer.ggml.add_bos_token', 7, Buffer.from([1])),
    entry('tokenizer.ggml.add_space_prefix', 7, Buffer.from([0])),
  ];
  let offset = 0;
  const table32 = tensors.map(([name, shape, data]) => {
    const info = Buffer.concat([text(name), u32(shape.length), ...shape.map(u64), u32(0), u64(offset)]);
    offset += Math.ceil(data.byteLength / 32) * 32;
    return info;
  });
  const head = Buffer.concat([Buffer.from('GGUF'), u32(3), u64(tensors.length), u64(entries.length), ...entries, ...table32]);
  await writeFile(path, Buffer.concat([pad(head), ...tensors.map(([, , data]) => pad(Buffer.from(data.buffer)))]));
}

/** The end first, the others in order. */
function lettersOf(table: LetterTable): string[] {
  const all = new Set([...Object.keys(table), ...Object.values(table).flatMap((row) => Object.keys(row))]);
  all.delete('$');
  return ['$', ...[...all].sort()];
}

function rowOf(table: LetterTable, letter: string): Readonly<Record<string, number>> {
  return table[letter] ?? { $: 1 };
}

/** `logits = table[input_ids]`, and a cache that only grows, as the packages expect of a decoder. */
function onnxModel(size: number, logits: Float32Array): Uint8Array {
  const graph = createOnnxGraph('letters');
  const table = graph.floats('table', [size, size], logits);
  const zeros = graph.floats('zeros', [size, 1], new Float32Array(size));
  graph.one('Gather', [table, 'input_ids'], {}, 'logits');
  const flat = graph.one('Gather', [zeros, 'input_ids']);
  const step = graph.one('Unsqueeze', [flat, graph.wholes([1])]);
  const caches = ['key', 'value'];
  for (const name of caches) graph.one('Concat', [`past_key_values.0.${name}`, step], { axis: 2 }, `present.0.${name}`);
  const cache = (name: string, length: string): OnnxValue => ({ name, type: 'float', shape: ['batch', 1, length, 1] });
  return graph.bytes(
    [
      { name: 'input_ids', type: 'int64', shape: ['batch', 'length'] },
      { name: 'attention_mask', type: 'int64', shape: ['batch', 'all'] },
      ...caches.map((name) => cache(`past_key_values.0.${name}`, 'past')),
    ],
    [
      { name: 'logits', type: 'float', shape: ['batch', 'length', size] },
      ...caches.map((name) => cache(`present.0.${name}`, 'all')),
    ],
  );
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

function f32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return bytes;
}

/** To a multiple of 32 bytes, as the format wants tensors to lie. */
function pad(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((32 - (bytes.length % 32)) % 32)]);
}
