/** @file The heads on the sentence encoder as a file: fitted weights with what they were fitted on, read, written and applied. */
import { predictLogistic } from '../classification/logistic-regression.js';
import type { LogisticModel, SparseVector } from '../classification/logistic-regression.js';
import { NlpScriptError } from '../screenplay/error.js';
import { featureCount, WORD_BUCKETS } from './head-features.js';
import type { BasicEmotion } from './lexicon.js';
import { BASIC_EMOTIONS } from './lexicon.js';

const FORMAT = 'filmai-emotion-heads/1';

/** What a text is said to feel like. */
export interface HeadReading {
  /** −1 to 1. */
  valence: number;
  /** 0 to 1. */
  arousal: number;
  /** Probabilities; with that of no emotion they sum to 1. */
  emotions: Record<BasicEmotion, number>;
}

/** Fitted heads over the features of one encoder. */
export interface EmotionHeads {
  /** Name of the heads, as results carry it. */
  id: string;
  /** Name of the encoder whose vectors they read. */
  encoder: string;
  dimensions: number;
  /** Bad, good. */
  valence: LogisticModel;
  /** Still, moved, excited. */
  arousal: LogisticModel;
  /** The eight emotions in order, then none. */
  emotions: LogisticModel;
}

interface StoredHead {
  classes: number;
  bias: number[];
  /** Weights of the vector and the lexicon's measures: little-endian float32 in base64. */
  dense: string;
  /** Weights of the words: whole numbers of one byte in base64, times `scale`; absent where the head doesn't read words. */
  words?: { scale: number; values: string };
}

interface StoredHeads {
  format: string;
  id: string;
  encoder: string;
  dimensions: number;
  wordBuckets: number;
  heads: Record<'valence' | 'arousal' | 'emotions', StoredHead>;
}

/** Where the heads lie that come with this package. */
export async function packagedHeadsFile(): Promise<string> {
  // Here and not above, so that a page in the browser can load the lexicon.
  const [{ createRequire }, { dirname, join }] = await Promise.all([import('node:module'), import('node:path')]);
  const require = createRequire(import.meta.url);
  return join(dirname(require.resolve('@filmai/nlp-script/package.json')), 'models', 'emotion', 'heads.json');
}

/**
 * Reads heads.
 *
 * @param file - As written by {@link formatEmotionHeads}.
 * @throws NlpScriptError `BAD_MODEL` where it is missing, cut off, or of another version.
 */
export async function readEmotionHeads(file: string): Promise<EmotionHeads> {
  const bad = (found: string, cause?: unknown): NlpScriptError =>
    new NlpScriptError('BAD_MODEL', `${file}: no emotion heads: ${found}`, {
      remedy: 'Install @filmai/nlp-script again, or train heads with its script train-emotion-heads.',
      cause,
    });
  const { readFile } = await import('node:fs/promises');
  let stored: StoredHeads;
  try {
    stored = JSON.parse(await readFile(file, 'utf8')) as StoredHeads;
  } catch (error) {
    throw bad(error instanceof Error ? error.message : String(error), error);
  }
  if (stored?.format !== FORMAT || stored.wordBuckets !== WORD_BUCKETS) throw bad(`it isn't of the format ${FORMAT}`);
  const load = (name: keyof StoredHeads['heads'], classes: number): LogisticModel => {
    const head = stored.heads?.[name];
    const dimensions = featureCount(stored.dimensions);
    const dense = (dimensions - stored.wordBuckets) * classes;
    const denseBytes = Buffer.from(head?.dense ?? '', 'base64');
    if (head?.classes !== classes || head.bias.length !== classes || denseBytes.length !== dense * 4)
      throw bad(`head ${name} is cut off or has other features`);
    const weights = new Float32Array(dimensions * classes);
    for (let i = 0; i < dense; i++) weights[i] = denseBytes.readFloatLE(i * 4);
    if (head.words) {
      const words = Buffer.from(head.words.values, 'base64');
      if (words.length !== weights.length - dense) throw bad(`the words of head ${name} are cut off`);
      for (let i = 0; i < words.length; i++) weights[dense + i] = words.readInt8(i) * head.words.scale;
    }
    return { classes, dimensions, weights, bias: Float32Array.from(head.bias) };
  };
  return {
    id: stored.id,
    encoder: stored.encoder,
    dimensions: stored.dimensions,
    valence: load('valence', 2),
    arousal: load('arousal', 3),
    emotions: load('emotions', BASIC_EMOTIONS.length + 1),
  };
}

/**
 * Heads as the text of a file. Weights of words are kept in one byte each.
 *
 * @param heads - Fitted heads.
 */
export function formatEmotionHeads({ id, encoder, dimensions, valence, arousal, emotions }: EmotionHeads): string {
  const store = ({ classes, weights, bias }: LogisticModel): StoredHead => {
    const dense = (featureCount(dimensions) - WORD_BUCKETS) * classes;
    const denseBytes = Buffer.alloc(dense * 4);
    for (let i = 0; i < dense; i++) denseBytes.writeFloatLE(weights[i], i * 4);
    const words = weights.subarray(dense);
    const most = words.reduce((largest, weight) => Math.max(largest, Math.abs(weight)), 0);
    const scale = most / 127;
    return {
      classes,
      bias: [...bias],
      dense: denseBytes.toString('base64'),
      ...(most === 0
        ? {}
        : {
            words: {
              scale,
              values: Buffer.from(Int8Array.from(words, (weight) => Math.round(weight / scale)).buffer).toString('base64'),
            },
          }),
    };
  };
  const stored: StoredHeads = {
    format: FORMAT,
    id,
    encoder,
    dimensions,
    wordBuckets: WORD_BUCKETS,
    heads: { valence: store(valence), arousal: store(arousal), emotions: store(emotions) },
  };
  return `${JSON.stringify(stored, null, 1)}\n`;
}

/** What heads say of a text. */
export function applyHeads(heads: EmotionHeads, features: SparseVector): HeadReading {
  const [, good] = predictLogistic(heads.valence, features);
  const [, moved, excited] = predictLogistic(heads.arousal, features);
  const emotions = predictLogistic(heads.emotions, features);
  return {
    valence: 2 * good - 1,
    arousal: (moved + 2 * excited) / 2,
    emotions: Object.fromEntries(BASIC_EMOTIONS.map((emotion, i) => [emotion, emotions[i]])) as Record<BasicEmotion, number>,
  };
}
