/** @file Puts ideas in order: how new each is beside the others and beside known texts, and how much of the premise it keeps. */
import { measureNovelty } from '../originality/index.js';
import { tokenize } from '../breakdown/tokens.js';
import type { SentenceEncoder } from '../embedding/index.js';
import type { Idea, Premise } from './story.js';

/** How ideas are compared. */
export interface RankIdeasOptions {
  /** Known stories that an idea should not repeat. */
  against?: readonly string[];
  /** Measures fit by meaning; without one, by words. */
  encoder?: SentenceEncoder;
  signal?: AbortSignal;
}

/** Words that say nothing about a story. */
const EMPTY = new Set(
  'a an the and or but of to in on at for with without from by into out up down over who whom whose which that this these those is are was were be been has have had do does did not no it its they them their he him his she her hers i you we us our as if when while until before after then than so'.split(
    ' ',
  ),
);

/**
 * Ranks ideas, the best first.
 *
 * @param ideas - Their own figures are replaced.
 * @param premise - What they should fit.
 * @param options - See {@link RankIdeasOptions}.
 * @returns The same ideas with `originality`, `fit` and `reasons`, by the mean of both; equals keep their order.
 */
export async function rankIdeas(ideas: readonly Idea[], premise: Premise, options: RankIdeasOptions = {}): Promise<Idea[]> {
  const { against = [], encoder, signal } = options;
  const wanted = `${premise.text} ${premise.genre ?? ''} ${premise.theme ?? ''}`;
  const texts = ideas.map(({ title, logline }) => `${title}. ${logline}`);
  const meanings = encoder ? await encoder.embed([wanted, ...texts], signal ? { signal } : {}) : undefined;
  const words = contentWords(wanted);
  const ranked = ideas.map((idea, i) => {
    const others = [...texts.filter((_, j) => j !== i), ...against];
    const novelty = measureNovelty(texts[i], others, { words: 2 });
    const own = contentWords(texts[i]);
    const shared = [...words].filter((word) => own.has(word));
    const fit = meanings ? Math.max(0, cosine(meanings[0], meanings[i + 1])) : words.size === 0 ? 0 : shared.length / words.size;
    const nearest = novelty.nearest;
    const reasons = [
      `originality ${novelty.value.toFixed(2)}: ${
        nearest && nearest.shared > 0
          ? `shares ${Math.round(nearest.shared * 100)} % of its word pairs with ${nearest.index < ideas.length - 1 ? 'another idea' : 'a known story'}`
          : 'shares no word pair with the others'
      }`,
      meanings
        ? `fit ${fit.toFixed(2)}: nearness of meaning by ${encoder?.id ?? ''}`
        : `fit ${fit.toFixed(2)}: ${shared.length === 0 ? 'none of the words of the premise' : `has ${shared.join(', ')} of the premise`}`,
    ];
    return { ...idea, originality: novelty.value, fit, reasons };
  });
  return ranked
    .map((idea, i) => ({ idea, i }))
    .sort((a, b) => b.idea.originality + b.idea.fit - a.idea.originality - a.idea.fit || a.i - b.i)
    .map(({ idea }) => idea);
}

function contentWords(text: string): Set<string> {
  return new Set(
    tokenize(text)
      .filter(({ word, lower }) => word && lower.length > 2 && !EMPTY.has(lower))
      .map(({ lower }) => lower.replace(/'s$/, '').replace(/(?<=.{3})s$/, '')),
  );
}

function cosine(a: Float32Array, b: Float32Array): number {
  let dot = 0;
  let one = 0;
  let two = 0;
  for (let i = 0; i < a.length; i++) {
    dot += a[i] * b[i];
    one += a[i] * a[i];
    two += b[i] * b[i];
  }
  return one > 0 && two > 0 ? dot / Math.sqrt(one * two) : 0;
}
