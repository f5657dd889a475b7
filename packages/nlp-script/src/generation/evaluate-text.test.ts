import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '@filmai/core-tensor/random';
import { measureCoherence } from './coherence.js';
import { bleu, evaluateTexts } from './evaluate-text.js';
import { createStory, writeStory } from './write-story.js';
import { storyScript } from './story-files.js';

const words = (text: string): string[] => text.split(' ');

describe('bleu', () => {
  it('is 1 for the same words and near 0 for others', () => {
    expect(bleu(words('the cat sat on the mat'), [words('the cat sat on the mat')])).toBeCloseTo(1);
    expect(bleu(words('a b c d e f'), [words('u v w x y z')])).toBeLessThan(0.15);
  });

  it('is what the paper computes by hand', () => {
    // 3 of 4 words, 2 of 3 pairs, 1 of 2 triples, 0 of 1 (smoothed to 1/2): the fourth root of their product.
    expect(bleu(words('a b c x'), [words('a b c y')])).toBeCloseTo((0.75 * (2 / 3) * 0.5 * 0.5) ** 0.25, 10);
    // A word counts only as often as the reference has it.
    expect(bleu(['a', 'a'], [['a', 'b']])).toBeCloseTo(Math.sqrt(0.5 * 0.5), 10);
  });

  it('stays within 0 and 1', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 9 });
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 3 }), (candidate, references) => {
        const value = bleu(candidate, references);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('measureCoherence', () => {
  it('counts neighbours that share a thing', async () => {
    const { shared } = await measureCoherence(['Mara lifts the lamp.', 'The lamp burns.', 'Rain falls.', 'Dogs bark.']);
    expect(shared).toBeCloseTo(1 / 3);
  });

  it('falls when the sentences of a script are shuffled', async () => {
    const { screenplay } = storyScript(await writeStory(createStory({ text: 'x', pages: 6, seed: 2 })));
    const sentences = screenplay.elements.flatMap((element) =>
      element.type === 'action' || element.type === 'dialogue' ? [element.text] : [],
    );
    const whole = await measureCoherence(sentences);
    const shuffled = await Promise.all([1, 2, 3, 4, 5].map((seed) => measureCoherence(createRandom(seed).shuffle(sentences))));
    for (const { value } of shuffled) expect(value).toBeLessThan(whole.value);
  });

  it('asks the encoder where there is one', async () => {
    const encoder = {
      id: 'e',
      dimensions: 2,
      embed: async (texts: readonly string[]) => texts.map((_, i) => Float32Array.of(i % 2, 1 - (i % 2))),
    };
    expect(await measureCoherence(['Mara sings.', 'Mara stops.'], { encoder })).toMatchObject({ value: 0.5, nearness: 0 });
  });
});

describe('evaluateTexts', () => {
  const good = 'INT. HALL - NIGHT\n\nMara lifts the lamp. The lamp goes out.\n\nMARA\nWho is there with the lamp?\n';

  it('ranks a scene before a stammer, with reasons', async () => {
    const { ranking, method } = await evaluateTexts(['No no no no no no no no no.', good, '']);
    expect(method).toBe('entity grid, n-grams');
    expect(ranking.map(({ index }) => index)).toEqual([1, 0, 2]);
    expect(ranking[0].form).toEqual({ valid: true, scenes: 1, speeches: 1, problems: [] });
    expect(ranking[1].repetition).toBeCloseTo(1 - 1 / 6);
    expect(ranking[1].reasons[0]).toContain('form 0.00');
    expect(ranking[2]).toMatchObject({ score: 0, reasons: ['the text has no words'] });
  });

  it('measures originality against known texts and perplexity by the scorer', async () => {
    const perplexity = (text: string): number => (text === good ? 10 : 40);
    const other = good.replaceAll('lamp', 'bell');
    const { ranking, models } = await evaluateTexts([other, good], { against: [good], scorer: { id: 'gpt', perplexity } });
    const byIndex = [...ranking].sort((a, b) => a.index - b.index);
    expect(byIndex[1]).toMatchObject({ originality: 0, perplexity: 10 });
    // Six of sixteen word triples have the lamp in them.
    expect(byIndex[0].originality).toBeCloseTo(6 / 16);
    expect(byIndex[0].reasons.join()).toContain('likelihood 0.25: perplexity 40.0, the best has 10.0');
    expect(models).toEqual(['gpt']);
    await expect(evaluateTexts([good], { scorer: { perplexity: () => NaN } })).rejects.toBeInstanceOf(RangeError);
  });

  it('ranks a whole script before a short stammer that parses', async () => {
    const { fountain } = storyScript(await writeStory(createStory({ text: 'x', pages: 3, seed: 1 })));
    const { ranking } = await evaluateTexts(['INT. HALL - DAY\n\nNo no no no no no no.\n', fountain]);
    expect(ranking[0].index).toBe(1);
    expect(ranking[1].reasons.join()).not.toContain('coherence');
  });

  it('counts different words', async () => {
    const { ranking } = await evaluateTexts(['a b a b'], { screenplay: false });
    expect(ranking[0].distinct).toEqual([0.5, 2 / 3, 1]);
    expect(ranking[0].selfBleu).toBeUndefined();
  });

  it('refuses what is no list of texts and stops when cancelled', async () => {
    await expect(evaluateTexts([])).rejects.toBeInstanceOf(RangeError);
    await expect(evaluateTexts([1 as unknown as string])).rejects.toBeInstanceOf(TypeError);
    await expect(evaluateTexts([good], { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
  });
});
