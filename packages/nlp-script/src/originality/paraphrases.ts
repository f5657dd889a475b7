/** @file Passages that say the same in other words, by the nearness of their sentence embeddings. Needs an encoder; never mixed with copies. */
import { isTransition, splitScenes } from '../breakdown/scenes.js';
import { countWords } from '../breakdown/tokens.js';
import { cosineSimilarity } from '../embedding/sentence-encoder.js';
import type { SentenceEncoder } from '../embedding/sentence-encoder.js';
import type { Finding } from '../findings/finding.js';
import { createFindings } from '../findings/finding.js';
import type { Screenplay, Span } from '../screenplay/screenplay.js';
import { measureNovelty } from './novelty.js';

/** Two passages that mean nearly the same. */
export interface Paraphrase {
  /** Name of the other script. */
  script: string;
  span: Span;
  theirSpan: Span;
  quote: string;
  theirQuote: string;
  /** Cosine of the two embeddings, −1 to 1. */
  similarity: number;
}

/** What was said in other words. */
export interface ParaphraseReport {
  method: 'sentence embeddings';
  /** Id of the encoder. */
  model: string;
  paraphrases: Paraphrase[];
  /** As findings, `originality/paraphrase`, severity `note`: nearness of meaning is no proof. */
  findings: Finding[];
}

/** Options of {@link findParaphrases}. */
export interface ParaphraseOptions {
  encoder: SentenceEncoder;
  /**
   * Least cosine, 0 to 1. Default 0.8. With the encoder of `openSentenceEncoder` five paraphrases tried lie at 0.69 to 0.88, but sentences alike in
   * form and not in meaning at 0.62 to 0.86: what is found is for a person to read. Another encoder needs its own.
   */
  minSimilarity?: number;
  /** Passages of fewer words are left out: short lines mean the same everywhere. Default 8. */
  minWords?: number;
  /** Passages that share more than this of their two-word shingles are copies, left to `checkOriginality`. Default 0.5. */
  mostShared?: number;
  signal?: AbortSignal;
}

/**
 * Finds passages (a speech part or a paragraph of action) that mean nearly the same as one of another script, in other words.
 *
 * @param screenplay - The script.
 * @param others - Scripts to compare with, by name.
 * @param options - See {@link ParaphraseOptions}.
 * @returns For each passage the nearest of all others, where it is near enough, in the order of the script.
 * @throws RangeError on an option out of range; the signal's reason when cancelled.
 * @example
 * ```ts
 * import type { SentenceEncoder } from '@filmai/nlp-script/embedding';
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 * import { findParaphrases } from '@filmai/nlp-script/originality';
 *
 * async function compare(encoder: SentenceEncoder, mine: string, theirs: string): Promise<void> {
 *   const { screenplay } = parseFountain(mine);
 *   const { paraphrases } = await findParaphrases(screenplay, new Map([['theirs', parseFountain(theirs).screenplay]]), { encoder });
 *   for (const { quote, theirQuote, similarity } of paraphrases) console.log(similarity.toFixed(2), quote, theirQuote);
 * }
 * ```
 */
export async function findParaphrases(
  screenplay: Screenplay,
  others: ReadonlyMap<string, Screenplay>,
  options: ParaphraseOptions,
): Promise<ParaphraseReport> {
  const { encoder, minSimilarity = 0.8, minWords = 8, mostShared = 0.5, signal } = options;
  for (const [name, value] of Object.entries({ minSimilarity, mostShared }))
    if (!(value >= 0 && value <= 1)) throw new RangeError(`findParaphrases: ${name} is ${value}; expected 0 to 1`);
  if (!(minWords >= 1)) throw new RangeError(`findParaphrases: minWords is ${minWords}; expected at least 1`);
  signal?.throwIfAborted();
  const embed = async (passages: readonly Passage[]): Promise<Float32Array[]> =>
    passages.length === 0
      ? []
      : encoder.embed(
          passages.map(({ text }) => text),
          signal ? { signal } : {},
        );
  const own = passagesOf(screenplay, minWords);
  const ownVectors = await embed(own);
  const nearest: (Paraphrase | undefined)[] = own.map(() => undefined);
  for (const [script, other] of others) {
    signal?.throwIfAborted();
    const theirs = passagesOf(other, minWords);
    const vectors = await embed(theirs);
    for (const [i, passage] of own.entries()) {
      for (const [j, vector] of vectors.entries()) {
        const similarity = cosineSimilarity(ownVectors[i], vector);
        if (similarity < minSimilarity || similarity <= (nearest[i]?.similarity ?? -1)) continue;
        if ((measureNovelty(passage.text, [theirs[j].text], { words: 2 }).nearest?.shared ?? 0) > mostShared) continue;
        const { span: theirSpan, text: theirQuote } = theirs[j];
        nearest[i] = { script, span: passage.span, theirSpan, quote: passage.text, theirQuote, similarity };
      }
    }
  }
  const paraphrases = nearest.filter((entry) => entry !== undefined);
  return {
    method: 'sentence embeddings',
    model: encoder.id,
    paraphrases,
    findings: createFindings(
      screenplay,
      paraphrases.map(({ script, span, theirSpan, quote, theirQuote, similarity }) => ({
        rule: 'originality/paraphrase',
        severity: 'note' as const,
        message: `Means nearly the same as a passage of “${script}”, line ${theirSpan.start.line}, in other words.`,
        reason: `The cosine of their embeddings by ${encoder.id} is ${similarity.toFixed(2)}. Nearness of meaning is no proof of copying.`,
        span,
        quote,
        confidence: Math.max(0, Math.min(1, similarity)),
        related: [{ span: theirSpan, quote: theirQuote, script, role: 'nearly the same meaning' }],
      })),
    ),
  };
}

interface Passage {
  text: string;
  span: Span;
}

function passagesOf(screenplay: Screenplay, minWords: number): Passage[] {
  return splitScenes(screenplay).flatMap(({ from, to }) =>
    screenplay.elements
      .slice(from, to)
      .filter(
        (element) =>
          element.type === 'dialogue' || element.type === 'lyrics' || (element.type === 'action' && !isTransition(element)),
      )
      .map(({ text, span }) => ({ text: text.replace(/\s+/g, ' ').trim(), span }))
      .filter(({ text }) => countWords(text) >= minWords),
  );
}
