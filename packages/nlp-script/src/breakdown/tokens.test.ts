import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseForms, countWords, splitSentences, tokenize } from './tokens.js';

describe('tokens', () => {
  it('knows where each word stands in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const token of tokenize(text)) expect(text.slice(token.start, token.end)).toBe(token.text);
      }),
    );
  });

  it.each([
    ['knives', 'knife'],
    ['stopped', 'stop'],
    ['lies', 'lie'],
    ['carries', 'carry'],
    ['churches', 'church'],
    ['making', 'make'],
    ['fell', 'fall'],
    ["dog's", 'dog'],
  ])('takes %s back to %s', (word, base) => {
    expect(baseForms(word)).toContain(base);
  });

  it('counts a Chinese character as two thirds of a word', () => {
    expect(countWords('she runs')).toBe(2);
    expect(countWords('她跑了出去吧')).toBe(4);
  });
});

describe('sentences', () => {
  it('are cut at stops, but not behind a title or in an ellipsis that goes on', () => {
    expect(splitSentences('Mr. Vane waits. "No!" he says... and goes.').map(({ text }) => text)).toEqual([
      'Mr. Vane waits.',
      '"No!"',
      'he says... and goes.',
    ]);
  });

  it('together hold everything but white space, in order', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z .!?…\n"“”]*$/), (text) => {
        const sentences = splitSentences(text);
        expect(
          sentences
            .map((sentence) => sentence.text)
            .join('')
            .replace(/\s/g, ''),
        ).toBe(text.replace(/\s/g, ''));
        for (const sentence of sentences) expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
      }),
    );
  });
});
