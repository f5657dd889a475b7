import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTokenizer, trainTokenizer } from './tokenizer.js';
import { formatTokenizer, parseTokenizer } from './tokenizer-json.js';

const text = `INT. LIGHTHOUSE - NIGHT

The keeper winds the lamp. The lamp does not turn.

KEEPER
We're late. The ships don't wait, and they'll never wait.
`.repeat(4);
const tokenizer = trainTokenizer([text], { size: 330 });

describe('trainTokenizer', () => {
  it('brings every text back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (sample) => {
        expect(tokenizer.decode(tokenizer.encode(sample))).toBe(sample);
      }),
    );
    for (const sample of ['', '   \n\n\t', '守灯人说：“船来了。”', '\uFEFFmark', '<|endoftext|><|mask|>', 'a'.repeat(5000), '\0'])
      expect(tokenizer.decode(tokenizer.encode(sample))).toBe(sample);
  });

  it('takes the most frequent pair first, the lower numbers where two are as frequent', () => {
    const [a, b, c] = createTokenizer([]).encode('abc');
    expect(trainTokenizer(['ab ab bc'], { size: 259 }).merges).toEqual([[a, b]]);
    expect(trainTokenizer(['bc ab'], { size: 300 }).merges).toEqual([]);
    expect(trainTokenizer(['bc', 'ab', 'bc', 'ab'], { size: 300 }).merges).toEqual([
      [a, b],
      [b, c],
    ]);
  });

  it('learns the same from the same texts, and writes what it learnt in fewer tokens', () => {
    expect(trainTokenizer([text], { size: 330 }).merges).toEqual(tokenizer.merges);
    expect(tokenizer.size).toBe(330);
    expect(tokenizer.encode(text).length).toBeLessThan(text.length * 0.55);
  });

  it('never joins over the border of a word', () => {
    expect(tokenizer.vocabulary.filter((word) => /^.+Ġ.*[a-z]/.test(word))).toEqual([]);
  });

  it('keeps special tokens out of texts and leaves them out of what it decodes', () => {
    expect(tokenizer.encode('<|endoftext|>')).not.toContain(tokenizer.endOfText);
    expect(tokenizer.decode([tokenizer.endOfText, ...tokenizer.encode('lamp'), tokenizer.mask])).toBe('lamp');
  });

  it('turns a lone surrogate and a cut character into U+FFFD', () => {
    expect(tokenizer.decode(tokenizer.encode('a\uD800b'))).toBe('a\uFFFDb');
    expect(tokenizer.decode(tokenizer.encode('灯').slice(0, 2))).toBe('\uFFFD');
  });

  it('refuses sizes, merges and tokens that can not be', () => {
    expect(() => trainTokenizer([text], { size: 257 })).toThrow(RangeError);
    expect(() => createTokenizer([[2, 258]])).toThrow(/merge 0 joins 2 and 258/);
    expect(() => createTokenizer([[0, 5]])).toThrow(RangeError);
    expect(() => createTokenizer([[5, 6], [5, 6]])).toThrow(/joined before/); // prettier-ignore
    expect(() => tokenizer.decode([330])).toThrow(/from 0 to 329, got 330/);
  });
});

describe('tokenizer.json', () => {
  it('comes back as it was', () => {
    const again = parseTokenizer(formatTokenizer(tokenizer));
    expect(again.vocabulary).toEqual(tokenizer.vocabulary);
    expect(again.encode(text)).toEqual(tokenizer.encode(text));
  });

  it('is refused where it is damaged, cut off or of another kind', () => {
    const whole = formatTokenizer(tokenizer);
    const other = JSON.parse(whole) as { model: { vocab: Record<string, number> } };
    other.model.vocab['Ġ'] = 7;
    for (const damaged of ['', '{}', whole.slice(0, -40), '{"model":{"vocab":{},"merges":["a"]}}', JSON.stringify(other)])
      expect(() => parseTokenizer(damaged, 'x/tokenizer.json')).toThrow(/^x\/tokenizer.json: /);
  });
});
