import { describe, expect, it } from 'vitest';
import type { SentenceEncoder } from '../embedding/sentence-encoder.js';
import { parseFountain } from '../fountain/index.js';
import type { Screenplay } from '../screenplay/screenplay.js';
import { findParaphrases } from './paraphrases.js';

const parse = (text: string): Screenplay => parseFountain(text).screenplay;

/** An encoder whose meanings are known: a direction for each group of words. */
const MEANINGS = [
  /\b(?:boat|ship|vessel)\b/,
  /\b(?:sink\w*|sank|under water|drown\w*)\b/,
  /\b(?:captain|skipper)\b/,
  /\b(?:bread|loaf)\b/,
  /\b(?:eat|ate|eats)\b/,
];
const encoder: SentenceEncoder = {
  id: 'test-meanings',
  dimensions: MEANINGS.length + 1,
  embed: (texts, { signal } = {}) => {
    signal?.throwIfAborted();
    return Promise.resolve(
      texts.map((text) => {
        const values = [...MEANINGS.map((meaning) => (meaning.test(text.toLowerCase()) ? 1 : 0)), 0.2];
        return Float32Array.from(values, (value) => value / Math.hypot(...values));
      }),
    );
  },
};

const MINE =
  'INT. BAR - NIGHT\n\nThe old captain watches in silence as his boat sinks into the bay.\n\nMARA\nYou should eat some bread before you go out there again tonight.\n';
const THEIRS =
  'EXT. SHORE - DAY\n\nWithout a word the skipper sees the vessel going under water.\n\nTOM\nNobody came to the funeral except for me and the dog.\n';

describe('paraphrases', () => {
  it('are passages of the same meaning in other words, with both places', async () => {
    const mine = parse(MINE);
    const theirs = parse(THEIRS);
    const { method, model, paraphrases, findings } = await findParaphrases(mine, new Map([['theirs', theirs]]), { encoder });
    expect([method, model]).toEqual(['sentence embeddings', 'test-meanings']);
    expect(paraphrases).toHaveLength(1);
    expect(paraphrases[0]).toMatchObject({ script: 'theirs', quote: mine.elements[1].text, theirQuote: theirs.elements[1].text });
    expect(paraphrases[0].theirSpan.start.line).toBe(3);
    expect(findings[0]).toMatchObject({ rule: 'originality/paraphrase', severity: 'note', scene: 0 });
  });

  it('are no copies: these are left to the comparison of words', async () => {
    const { paraphrases } = await findParaphrases(parse(MINE), new Map([['same', parse(MINE)]]), { encoder });
    expect(paraphrases).toEqual([]);
  });

  it('stop when cancelled, and refuse options out of range', async () => {
    const others = new Map([['theirs', parse(THEIRS)]]);
    await expect(findParaphrases(parse(MINE), others, { encoder, signal: AbortSignal.abort(new Error('stop')) })).rejects.toThrow(
      'stop',
    );
    await expect(findParaphrases(parse(MINE), others, { encoder, minSimilarity: 2 })).rejects.toThrow(RangeError);
    expect((await findParaphrases(parse(''), others, { encoder })).paraphrases).toEqual([]);
  });
});
