/** @file Feeling by a trained model: heads on the sentence encoder, or any transformer that sorts texts; results shaped as the lexicon's. */
import type { SentenceEncoder } from '../embedding/sentence-encoder.js';
import { NlpScriptError } from '../screenplay/error.js';
import type { Screenplay } from '../screenplay/screenplay.js';
import type { OpenPipelineOptions, TransformersPipeline } from '../transformers/pipeline.js';
import { applyDegree, withoutDegrees } from './degrees.js';
import { applyHeads, packagedHeadsFile, readEmotionHeads } from './emotion-heads.js';
import { headFeatures } from './head-features.js';
import { readLabels } from './labels.js';
import { measureScriptBy } from './script-emotion.js';
import type { ScriptEmotion } from './script-emotion.js';
import type { Emotion } from './sentiment.js';
import { measureText } from './sentiment.js';

/** Measures feeling with a trained model. */
export interface EmotionModel {
  method: 'embedding' | 'transformers';
  /** As results name it. */
  id: string;
  /**
   * Measures one text: a line or a short paragraph.
   *
   * @throws TypeError where it is neither a text nor a screenplay; the signal's reason if cancelled.
   */
  measure(input: string, options?: { signal?: AbortSignal }): Promise<Emotion>;
  /** Measures the lines of a script, and from them scenes, characters and the whole. */
  measure(input: Screenplay, options?: { signal?: AbortSignal }): Promise<ScriptEmotion>;
  /** Measures many texts at once. */
  measureAll(texts: readonly string[], options?: { signal?: AbortSignal }): Promise<Emotion[]>;
  /** Frees what the model opened itself; an encoder or pipeline that was given stays open. */
  close(): Promise<void>;
}

/** Options of {@link openEmotionModel}. */
export interface EmotionModelOptions {
  /** The encoder that the heads were trained on. Default: opened from the optional peer, and closed with the model. */
  encoder?: SentenceEncoder;
  /** File of other heads. Default: those that come with this package. */
  heads?: string;
}

/**
 * Opens the heads on the sentence encoder: logistic regressions for valence, arousal and the eight emotions, that see the vector of a
 * text, the lexicon's measures of it and, for valence, its words. Degree words ("very", "slightly") are weighed by rule, against the same
 * sentence without them. What they were trained on and how well they do on sentences they never
 * saw stands on the card beside them, `models/emotion/README.md`. English only.
 *
 * Emotions are probabilities that, with that of none, sum to 1.
 *
 * @param options - See {@link EmotionModelOptions}.
 * @throws MissingPeerError with the install line; NlpScriptError `BAD_MODEL`; RangeError where the heads belong to another encoder.
 * @example
 * ```ts
 * import { openEmotionModel } from '@filmai/nlp-script/emotion';
 *
 * const model = await openEmotionModel();
 * const { valence, method } = await model.measure('A gorgeous, patient film that earns every tear.');
 * console.log(valence > 0, method); // true embedding
 * await model.close();
 * ```
 */
export async function openEmotionModel(options: EmotionModelOptions = {}): Promise<EmotionModel> {
  const heads = await readEmotionHeads(options.heads ?? (await packagedHeadsFile()));
  // On first use, so that the lexicon alone brings no tensors along.
  const { openSentenceEncoder } = await import('../embedding/open-encoder.js');
  const opened = options.encoder ? undefined : await openSentenceEncoder();
  const encoder = options.encoder ?? opened;
  if (!encoder || encoder.id !== heads.encoder || encoder.dimensions !== heads.dimensions) {
    opened?.close();
    throw new RangeError(
      `openEmotionModel: these heads read ${heads.encoder} with ${heads.dimensions} dimensions; got ${encoder?.id} with ${encoder?.dimensions}.`,
    );
  }
  return createEmotionModel({
    method: 'embedding',
    id: heads.id,
    measureAll: async (texts, signal) => {
      const plain = texts.map(withoutDegrees);
      const all = [...texts, ...plain.flatMap((sentence) => (sentence ? [sentence.text] : []))];
      const vectors = await encoder.embed(all, { signal });
      const readings = all.map((text, i) => applyHeads(heads, headFeatures(text, vectors[i])));
      let next = texts.length;
      return plain.map((sentence, i): Emotion => {
        const reading = readings[i];
        const valence = sentence ? applyDegree(reading.valence, readings[next++].valence, sentence.degree) : reading.valence;
        return { method: 'embedding', model: heads.id, ...reading, valence, hits: [] };
      });
    },
    close: () => Promise.resolve(opened?.close()),
  });
}

/** Options of {@link openTransformerEmotion}. */
export interface TransformerEmotionOptions extends Partial<OpenPipelineOptions> {
  /** A pipeline for `text-classification` that is open already. */
  pipeline?: Pick<TransformersPipeline, 'id' | 'run'>;
}

/** Sorts film-review sentences into good and bad. */
const DEFAULT_MODEL = 'Xenova/distilbert-base-uncased-finetuned-sst-2-english';
/** Texts that are sorted together. */
const TEXTS_AT_ONCE = 16;

/**
 * Opens a transformer that sorts texts, as a measure of feeling. Its labels may be good and bad (`POSITIVE`, `NEGATIVE`, `NEUTRAL`),
 * stars (`5 stars`), or emotions (`joy`, `sadness`, `anger`, `fear`, `love`, `surprise` …). What a model has no label for, arousal
 * above all, is the lexicon's.
 *
 * The default, `Xenova/distilbert-base-uncased-finetuned-sst-2-english`, is fetched from the hub on first use. It has not been run by the
 * authors of this package, who had no way to the hub; the adapter is tested with local models.
 *
 * @param options - See {@link TransformerEmotionOptions} and `openPipeline`.
 * @throws As `openPipeline`; NlpScriptError `MODEL_FAILED` where the labels say nothing of feeling.
 * @example
 * ```ts
 * import { openTransformerEmotion } from '@filmai/nlp-script/emotion';
 *
 * const pipeline = { id: 'my-model', run: async () => [[{ label: 'POSITIVE', score: 0.9 }, { label: 'NEGATIVE', score: 0.1 }]] };
 * const model = await openTransformerEmotion({ pipeline });
 * console.log((await model.measure('I loved it.')).valence.toFixed(1)); // 0.8
 * ```
 */
export async function openTransformerEmotion({ pipeline, ...options }: TransformerEmotionOptions = {}): Promise<EmotionModel> {
  const { openPipeline } = await import('../transformers/pipeline.js');
  const opened = pipeline ? undefined : await openPipeline('text-classification', { model: DEFAULT_MODEL, ...options });
  const runner = pipeline ?? opened;
  if (!runner) throw new TypeError('openTransformerEmotion: no pipeline.');
  return createEmotionModel({
    method: 'transformers',
    id: runner.id,
    measureAll: async (texts, signal) => {
      const measured: Emotion[] = [];
      for (let from = 0; from < texts.length; from += TEXTS_AT_ONCE) {
        signal?.throwIfAborted();
        const batch = texts.slice(from, from + TEXTS_AT_ONCE);
        // Both packages give all labels for null, under two names of the option.
        const answer = await runner.run(batch, { top_k: null, topk: null });
        if (!Array.isArray(answer) || answer.length !== batch.length)
          throw new NlpScriptError(
            'MODEL_FAILED',
            `${runner.id}: expected ${batch.length} answers, got ${JSON.stringify(answer)?.slice(0, 200)}`,
          );
        for (const [i, text] of batch.entries()) {
          const { arousal, emotions } = measureText(text);
          measured.push({
            method: 'transformers',
            model: runner.id,
            arousal,
            emotions,
            ...readLabels(answer[i], runner.id),
            hits: [],
          });
        }
      }
      return measured;
    },
    close: async () => opened?.dispose(),
  });
}

interface Measurer {
  method: EmotionModel['method'];
  id: string;
  measureAll(texts: readonly string[], signal: AbortSignal | undefined): Promise<Emotion[]>;
  close(): Promise<void>;
}

function createEmotionModel({ method, id, measureAll, close }: Measurer): EmotionModel {
  async function measure(input: string, options?: { signal?: AbortSignal }): Promise<Emotion>;
  async function measure(input: Screenplay, options?: { signal?: AbortSignal }): Promise<ScriptEmotion>;
  async function measure(
    input: string | Screenplay,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<Emotion | ScriptEmotion> {
    signal?.throwIfAborted();
    if (typeof input === 'string') return (await measureAll([input], signal))[0];
    if (typeof input !== 'object' || input === null || !Array.isArray(input.elements))
      throw new TypeError('measure takes a text or a screenplay.');
    const measured = await measureScriptBy(input, (texts) => measureAll(texts, signal));
    return { ...measured, method, model: id };
  }
  return { method, id, measure, measureAll: (texts, { signal } = {}) => measureAll(texts, signal), close };
}
