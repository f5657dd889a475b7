import { describe, expect, it } from 'vitest';
import { parseFountain } from '../fountain/index.js';
import { continueDialogue } from './continue-dialogue.js';
import { suggestCharacters } from './suggest-characters.js';
import type { TextGenerator } from './text-generator.js';
import { createVoiceModel, joinWords, wordsOf } from './voice-model.js';
import { createStory, writeStory } from './write-story.js';

const sailor =
  'The sea knows my name. The sea waits for no boat. I know the sea and the sea knows me. No boat waits for the tide. I wait for the tide. The tide knows the harbour. My boat knows the harbour. Nobody waits for me in the harbour.';
const clerk =
  'Please sign the second form. The form needs a stamp. The stamp needs a fee. Please pay the fee. The office closes at noon. Noon is when the office closes. Please come back. The second stamp needs a second form.';
const { screenplay } = parseFountain(`INT. OFFICE - DAY\n\nMARA\n${sailor}\n\nMR. KLINE\n${clerk}\n`);

describe('continueDialogue', () => {
  it('uses the words of the character alone, seeded, and says something new', async () => {
    const mara = await continueDialogue(screenplay, 'mara', { lines: 5, seed: 2 });
    expect(mara).toMatchObject({ character: 'MARA', method: 'ngram', learntFrom: 8 });
    expect(mara.lines.length).toBe(5);
    const known = new Set(wordsOf(sailor.toLowerCase()));
    for (const { text, novelty } of mara.lines) {
      for (const word of wordsOf(text.toLowerCase())) expect(known).toContain(word);
      expect(novelty).toBeGreaterThan(0);
    }
    expect(await continueDialogue(screenplay, 'MARA', { lines: 5, seed: 2 })).toEqual(mara);
    expect(await continueDialogue(screenplay, 'MARA', { lines: 5, seed: 3 })).not.toEqual(mara);
  });

  it('tells two voices apart by perplexity', () => {
    const [sea, office] = [sailor, clerk].map((text) => createVoiceModel([text]));
    for (const [line, own, other] of [
      ['The sea waits for me.', sea, office],
      ['Please sign the form.', office, sea],
    ] as const)
      expect(own.perplexity(wordsOf(line))).toBeLessThan(other.perplexity(wordsOf(line)));
  });

  it('shows a model the lines, reads its answer and measures it', async () => {
    let shown = '';
    const writer: TextGenerator = {
      id: 'm',
      async *generate(prompt) {
        shown = prompt;
        yield { text: ' The sea is late.\n2) MARA: "No boat, no name."\n\n- And a third.', finish: 'end' };
      },
    };
    const result = await continueDialogue(screenplay, 'MARA', { writer, lines: 2, context: 'KLINE: Sign here.' });
    expect(result).toMatchObject({ method: 'model', model: 'm' });
    expect(result.lines.map(({ text }) => text)).toEqual(['The sea is late.', 'No boat, no name.']);
    expect(shown).toContain('KLINE: Sign here.');
    expect(shown).not.toContain('stamp needs a fee');
    const mute: TextGenerator = {
      id: 'mute',
      generate: async function* () {
        yield { text: '...' };
      },
    };
    await expect(continueDialogue(screenplay, 'MARA', { writer: mute })).rejects.toMatchObject({ code: 'UNUSABLE_TEXT' });
  });

  it('says who speaks where somebody says too little', async () => {
    await expect(continueDialogue(screenplay, 'Tomas')).rejects.toThrow(
      'Tomas says 0 sentences, at least 8 are needed; who speaks: MARA',
    );
    await expect(continueDialogue(screenplay, 'MARA', { lines: 0 })).rejects.toBeInstanceOf(RangeError);
  });
});

describe('createVoiceModel', () => {
  it('knows one sentence by heart and calls it the likeliest', () => {
    const model = createVoiceModel(['The sea waits.']);
    expect(model.perplexity(wordsOf('The sea waits.'))).toBeLessThan(model.perplexity(wordsOf('waits sea The.')));
    expect(joinWords(wordsOf("Well, I don't (really) know…"))).toBe("Well, I don't (really) know…");
  });
});

describe('suggestCharacters', () => {
  it('fills the parts that nobody plays, with names that can be told apart', async () => {
    const { steps } = await writeStory(createStory({ text: 'A baker fights.', castSize: 3, seed: 5 }), { until: 'characters' });
    const [logline, people] = [steps.logline?.value, steps.characters?.value];
    if (!logline || !people) throw new Error('no story');
    const suggested = suggestCharacters(logline, people);
    expect(suggested.map(({ part }) => part)).toEqual(['witness', 'kin', 'authority']);
    const initials = [...people, ...suggested].map(({ name }) => name[0]);
    expect(new Set(initials).size).toBe(initials.length);
    for (const { reason } of suggested) expect(reason.length).toBeGreaterThan(20);
    expect(suggestCharacters(logline, [...people, ...suggested])).toEqual([]);
  });
});
