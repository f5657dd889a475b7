/** @file Vectors of scenes by a sentence encoder, for whoever compares scenes by meaning. */
import type { Breakdown } from '../breakdown/breakdown.js';
import { breakDown } from '../breakdown/breakdown.js';
import { splitSentences } from '../breakdown/tokens.js';
import type { SentenceEncoder } from '../embedding/sentence-encoder.js';
import type { Screenplay } from '../screenplay/screenplay.js';
import { textOf } from './scene-features.js';

/**
 * Encodes each scene as the mean of its sentences.
 *
 * @param screenplay - The script.
 * @param encoder - Any sentence encoder, `openSentenceEncoder()` of `@filmai/nlp-script/embedding` for one.
 * @param options - `breakdown` of the same script where it is at hand; `signal` cancels.
 * @returns One vector a scene, of length 1; zeros for a scene without words.
 * @example
 * ```ts
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 * import { encodeScenes, findTurningPoints } from '@filmai/nlp-script/plot';
 *
 * const letters = { id: 'letters', dimensions: 1, embed: async (texts: readonly string[]) => texts.map((text) => Float32Array.of(text.length)) };
 * const { screenplay } = parseFountain('INT. HALL - DAY\n\nA letter.\n\nINT. HALL - NIGHT\n\nAn answer.\n');
 * const sceneVectors = await encodeScenes(screenplay, letters);
 * findTurningPoints(screenplay, { sceneVectors }).similarity; // 'vectors'
 * ```
 */
export async function encodeScenes(
  screenplay: Screenplay,
  encoder: SentenceEncoder,
  options: { breakdown?: Breakdown; signal?: AbortSignal } = {},
): Promise<Float32Array[]> {
  const { scenes } = options.breakdown ?? breakDown(screenplay);
  const sentences = scenes.map((scene) => splitSentences(textOf(screenplay, scene)).map(({ text }) => text));
  const vectors = await encoder.embed(sentences.flat(), options.signal ? { signal: options.signal } : {});
  let next = 0;
  return sentences.map((own) => meanVector(vectors.slice(next, (next += own.length)), encoder.dimensions));
}

function meanVector(vectors: readonly Float32Array[], dimensions: number): Float32Array {
  const sum = new Float32Array(dimensions);
  for (const vector of vectors) for (let i = 0; i < dimensions; i++) sum[i] += vector[i];
  const norm = Math.hypot(...sum);
  return norm === 0 ? sum : sum.map((value) => value / norm);
}
