import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '@filmai/core-tensor/random';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SentenceEncoder } from '../embedding/sentence-encoder.js';
import { parseFountain } from '../fountain/index.js';
import { loadClassifier, readLabelledFolder, trainClassifier } from './index.js';
import type { LabelledText } from './index.js';
import { fitLogistic, predictLogistic } from './logistic-regression.js';
import { fitTemperature, reportOn, temper } from './report.js';

/** Texts of words that are drawn from a common and an own list, so that what must be found is known. */
function makeTexts(perLabel: number, seed: number, own = 0.35): (LabelledText & { text: string })[] {
  const random = createRandom(seed);
  const common = 'the a door walks says table slowly room looks turns again street morning hand'.split(' ');
  const words: Record<string, string[]> = {
    western: 'horse saloon sheriff dust revolver cattle'.split(' '),
    space: 'airlock orbit captain module reactor hull'.split(' '),
    court: 'judge verdict witness jury objection appeal'.split(' '),
  };
  return Object.entries(words).flatMap(([label, list]) =>
    Array.from({ length: perLabel }, () => ({
      label,
      text: Array.from({ length: 40 }, () => random.pick(random.chance(own) ? list : common)).join(' '),
    })),
  );
}

const quick = { epochs: 8, terms: 2000 };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'filmai-classes-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('training a classifier', () => {
  it('finds labels that words decide, on texts it did not see, and says by which words', async () => {
    const classifier = await trainClassifier(makeTexts(12, 1), { ...quick, task: 'genre' });
    expect(classifier.report.accuracy).toBeGreaterThan(0.95);
    expect(classifier.report).toMatchObject({ texts: 36, folds: 5, majorityAccuracy: 1 / 3 });
    const { label, reasons, probability, method, task } = await classifier.predict('The sheriff rides a horse through the dust.');
    expect({ label, method, task }).toEqual({ label: 'western', method: 'tf-idf', task: 'genre' });
    expect(probability).toBeGreaterThan(0.5);
    expect(
      reasons
        .slice(0, 3)
        .map((reason) => reason.text)
        .sort(),
    ).toEqual(['dust', 'horse', 'sheriff']);
  });

  it('is at chance where labels are drawn by lot, and does not say otherwise', async () => {
    const random = createRandom(5);
    const texts = makeTexts(20, 2, 0).map((text) => ({ ...text, label: random.pick(['a', 'b']) }));
    const { report } = await trainClassifier(texts, quick);
    expect(report.accuracy).toBeLessThan(0.72);
    expect(report.accuracy).toBeGreaterThan(0.28);
    expect(report.logLoss).toBeLessThan(1);
  });

  it('gives probabilities that hold where the labels are partly wrong', async () => {
    const random = createRandom(6);
    const labels = ['western', 'space', 'court'];
    const texts = makeTexts(40, 3).map((text) => (random.chance(0.3) ? { ...text, label: random.pick(labels) } : text));
    const { report } = await trainClassifier(texts, quick);
    expect(report.accuracy).toBeGreaterThan(0.6);
    // Of the labels 0.8 are as the words say and 0.1 each of the others: nothing can do better than this.
    const best = -(0.8 * Math.log(0.8) + 0.2 * Math.log(0.1));
    expect(report.logLoss).toBeGreaterThan(best - 0.15);
    expect(report.logLoss).toBeLessThan(best + 0.15);
    expect(report.calibrationError).toBeLessThan(0.2);
  });

  it('is the same for the same seed', async () => {
    const [first, second] = await Promise.all([1, 2].map(() => trainClassifier(makeTexts(4, 4), { ...quick, seed: 'x' })));
    expect(await first.predict('reactor witness')).toEqual(await second.predict('reactor witness'));
    expect(first.report).toEqual(second.report);
  });

  it('counts a rare label as much as a common one', async () => {
    const texts = makeTexts(20, 7).filter(({ label }, i) => label !== 'court' || i % 5 === 0);
    const { report } = await trainClassifier(texts, quick);
    expect(report.labels.find(({ label }) => label === 'court')?.recall).toBeGreaterThan(0.7);
  });

  it('reads Chinese, which has no spaces', async () => {
    const texts = [
      ...['法官走进法庭。', '法官敲下木槌，宣布判决。', '证人站在法庭上。'].map((text) => ({ text, label: '法庭' })),
      ...['飞船离开轨道。', '船长检查飞船的引擎。', '飞船的引擎熄火了。'].map((text) => ({ text, label: '太空' })),
    ];
    const classifier = await trainClassifier(texts, { ...quick, folds: 3 });
    expect((await classifier.predict('飞船坏了。')).label).toBe('太空');
  });

  it('uses an encoder where one is given, and asks for it again on loading', async () => {
    const encoder: SentenceEncoder = {
      id: 'length',
      dimensions: 2,
      embed: (texts) => Promise.resolve(texts.map((text) => Float32Array.of(text.length > 20 ? 1 : 0, text.length > 20 ? 0 : 1))),
    };
    const long = 'zz yy xx ww vv uu tt ss rr';
    const texts = Array.from({ length: 8 }, (_, i) => ({ text: i % 2 ? long : 'qq', label: i % 2 ? 'long' : 'short' }));
    const classifier = await trainClassifier(texts, { ...quick, encoder });
    expect(classifier.method).toBe('tf-idf+embedding');
    expect((await classifier.predict('These words were never seen before by it.')).label).toBe('long');
    const path = join(folder, 'encoder.json');
    await classifier.save(path);
    await expect(loadClassifier(path)).rejects.toThrow('was trained with the encoder length');
    expect((await (await loadClassifier(path, { encoder })).predict('kk')).label).toBe('short');
  });

  it('sorts scripts and their scenes', async () => {
    const classifier = await trainClassifier(makeTexts(8, 8), quick);
    const { screenplay } = parseFountain(
      'INT. COURT - DAY\n\nThe jury looks at the judge.\n\nEXT. ORBIT - NIGHT\n\nCAPTAIN\nThe hull! The reactor!\n',
    );
    const scenes = await classifier.predictScenes(screenplay);
    expect(scenes.map(({ scene, label }) => [scene, label])).toEqual([
      [0, 'court'],
      [1, 'space'],
    ]);
    expect(classifier.labels).toContain((await classifier.predict(screenplay)).label);
  });

  it('can be cancelled', async () => {
    const stop = new AbortController();
    const training = trainClassifier(makeTexts(10, 9), { signal: stop.signal, epochs: 500 });
    stop.abort(new Error('enough'));
    await expect(training).rejects.toThrow('enough');
  });
});

describe('files', () => {
  it('reads folders of labels, trains, saves, and loads the same classifier', async () => {
    const root = join(folder, 'set');
    for (const [i, { text, label }] of makeTexts(4, 10).entries()) {
      await mkdir(join(root, label, 'deep'), { recursive: true });
      const script = i % 2 === 0;
      await writeFile(
        join(root, label, script ? '' : 'deep', `${i}.${script ? 'fountain' : 'txt'}`),
        script ? `INT. A - DAY\n\n${text}\n` : text,
      );
    }
    await writeFile(join(root, 'western', 'poster.png'), 'no text');
    expect(await readLabelledFolder(root)).toHaveLength(12);
    const classifier = await trainClassifier(root, { ...quick, folds: 4 });
    const path = join(folder, 'genre.json');
    await classifier.save(path);
    const loaded = await loadClassifier(path);
    expect(loaded.report).toEqual(classifier.report);
    expect(await loaded.predict('the verdict of the jury')).toEqual(await classifier.predict('the verdict of the jury'));
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.slice(0, text.length / 2));
    await expect(loadClassifier(path)).rejects.toMatchObject({ code: 'BAD_MODEL' });
    await writeFile(path, JSON.stringify({ ...(JSON.parse(text) as object), format: 'filmai-classifier/9' }));
    await expect(loadClassifier(path)).rejects.toThrow('filmai-classifier/1');
    await writeFile(path, JSON.stringify({ ...(JSON.parse(text) as object), weights: 'AAAA' }));
    await expect(loadClassifier(path)).rejects.toThrow('cut off');
    await expect(loadClassifier(join(folder, 'none.json'))).rejects.toMatchObject({ code: 'BAD_MODEL' });
  });

  it('says what is wrong with a set that can not be learned from', async () => {
    const empty = join(folder, 'empty');
    await mkdir(empty);
    await expect(trainClassifier(empty)).rejects.toMatchObject({ code: 'BAD_TRAINING_SET' });
    await expect(trainClassifier(join(folder, 'missing'))).rejects.toMatchObject({ code: 'BAD_TRAINING_SET' });
    await expect(trainClassifier([])).rejects.toThrow('no label');
    await expect(
      trainClassifier([
        { text: 'a', label: 'x' },
        { text: 'b', label: 'x' },
      ]),
    ).rejects.toThrow('one label, x');
    await expect(trainClassifier([...makeTexts(2, 1), { text: 'a', label: 'x' }])).rejects.toThrow('x has one text');
    await expect(trainClassifier([...makeTexts(2, 1), { text: ' \n', label: 'x', name: 'x/1.txt' }])).rejects.toThrow(
      'x/1.txt is empty',
    );
    await expect(trainClassifier([{ text: 7 as unknown as string, label: 'x' }])).rejects.toThrow(TypeError);
    await expect(trainClassifier(makeTexts(2, 1), { folds: 1 })).rejects.toThrow(RangeError);
  });
});

describe('the parts', () => {
  it('logistic regression finds a plane that parts two clouds', async () => {
    const random = createRandom(3);
    const samples = Array.from({ length: 200 }, (_, i) => {
      const side = i % 2;
      return {
        features: { indices: Int32Array.of(0, 1), values: Float32Array.of(random.normal(side * 4 - 2), random.normal()) },
        target: [1 - side, side],
      };
    });
    const model = await fitLogistic(samples, { classes: 2, dimensions: 2, seed: 1, learningRate: 0.3 });
    const right = samples.filter(({ features, target }) => predictLogistic(model, features)[1] > 0.5 === (target[1] === 1));
    expect(right.length).toBeGreaterThan(190);
  });

  it('precision, recall and confusion follow from the judgements by hand', () => {
    const sure = (label: number): number[] => [0, 1].map((i) => (i === label ? 0.9 : 0.1));
    const report = reportOn(
      [
        { truth: 0, probabilities: sure(0) },
        { truth: 0, probabilities: sure(1) },
        { truth: 0, probabilities: sure(0) },
        { truth: 1, probabilities: sure(1) },
      ],
      ['a', 'b'],
      2,
    );
    expect(report.confusion).toEqual([
      [2, 1],
      [0, 1],
    ]);
    expect(report.accuracy).toBe(0.75);
    expect(report.majorityAccuracy).toBe(0.75);
    expect(report.labels).toEqual([
      { label: 'a', support: 3, precision: 1, recall: 2 / 3, f1: 0.8 },
      { label: 'b', support: 1, precision: 0.5, recall: 1, f1: 2 / 3 },
    ]);
    expect(report.calibrationError).toBeCloseTo(0.15, 10);
  });

  it('a temperature keeps the order and the sum, and cools what was too sure', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 2, maxLength: 5 }),
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        (raw, t) => {
          const total = raw.reduce((sum, value) => sum + value, 0);
          const tempered = temper(
            raw.map((value) => value / total),
            t,
          );
          expect(tempered.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
          expect(tempered[raw.indexOf(Math.max(...raw))]).toBeCloseTo(Math.max(...tempered), 12);
        },
      ),
    );
    // Six that are right are no proof of certainty.
    const few = Array.from({ length: 6 }, () => ({ truth: 0, probabilities: [0.6, 0.4] }));
    expect(temper([0.6, 0.4], fitTemperature(few))[0]).toBeCloseTo(7 / 8, 2);
    // Said with 0.99, right in four of five: the temperature that fits brings 0.99 to 0.8.
    const judgements = Array.from({ length: 1000 }, (_, i) => ({ truth: i % 5 === 0 ? 1 : 0, probabilities: [0.99, 0.01] }));
    expect(temper([0.99, 0.01], fitTemperature(judgements))[0]).toBeCloseTo(0.8, 2);
  });
});
