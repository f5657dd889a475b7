import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixture } from '../../../../tools/fixtures.js';
import { parseFountain } from '../fountain/index.js';
import { measureIntensity } from './intensity.js';
import { BASIC_EMOTIONS, EMOTION_LEXICON_SIZE } from './lexicon.js';
import { emotionalCourse, measureEmotion } from './script-emotion.js';

const valence = (text: string): number => measureEmotion(text).valence;

describe('the feeling of a text', () => {
  it('rests on a lexicon of at least nine hundred words, and says so', () => {
    expect(EMOTION_LEXICON_SIZE).toBeGreaterThan(900);
    expect(measureEmotion('A happy end.')).toMatchObject({
      method: 'lexicon',
      hits: [{ text: 'happy', start: 2, end: 7, negated: false }],
    });
  });

  it.each([
    ['negation turns it', 'I am happy.', 'I am not happy.'],
    ['degree words raise it', 'She is very happy.', 'She is happy.'],
    ['degree words lower it', 'She is happy.', 'She is somewhat happy.'],
    ['exclamation marks raise it', 'She is happy!!', 'She is happy.'],
    ['capitals raise it', 'She is HAPPY today.', 'She is happy today.'],
    ['what follows "but" counts more', 'It was awful but the ending is wonderful.', 'The ending is wonderful but it was awful.'],
    ['a negated horror is no joy, but better than the horror', 'It is not horrible.', 'It is horrible.'],
    ['loss is worse than rain', 'It is raining.', 'My brother is dead.'],
  ])('%s', (_, better, worse) => {
    expect(valence(better)).toBeGreaterThan(valence(worse));
  });

  it.each([
    ['She weeps at the grave.', 'sadness'],
    ['I will kill him, that traitor! Damn him!', 'anger'],
    ['They are terrified. A scream. Danger!', 'fear'],
    ['They laugh and dance, delighted.', 'joy'],
    ['What a revolting stench of rotten filth.', 'disgust'],
    ['I trust you, my loyal friend.', 'trust'],
    ['Suddenly, unexpectedly! Wow, how astonishing!', 'surprise'],
    ['We wait. Tomorrow, hopefully. Eager and curious.', 'anticipation'],
  ])('"%s" is mostly %s', (text, emotion) => {
    const { emotions } = measureEmotion(text);
    expect(BASIC_EMOTIONS.reduce((best, name) => (emotions[name] > emotions[best] ? name : best))).toBe(emotion);
  });

  it('is more aroused by panic than by peace', () => {
    expect(measureEmotion('Panic! They scream in terror!').arousal).toBeGreaterThan(
      measureEmotion('A calm and peaceful evening.').arousal + 0.3,
    );
  });

  it('stays within its ranges for any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc
            .array(fc.constantFrom('not', 'very', 'happy', 'HATE', '!!!', 'but', ',', 'never', 'love', '?'))
            .map((words) => words.join(' ')),
        ),
        (text) => {
          const result = measureEmotion(text);
          expect(Math.abs(result.valence)).toBeLessThanOrEqual(1);
          for (const value of [result.arousal, measureIntensity(text, text), ...Object.values(result.emotions)]) {
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });

  it('is nothing for an empty text, and a TypeError for what is no text', () => {
    expect(measureEmotion('')).toMatchObject({ valence: 0, arousal: 0.2, hits: [] });
    expect(() => measureEmotion(7 as unknown as string)).toThrow(TypeError);
  });

  const demo = fixture('metrics/vader-demo.json');
  it.skipIf(demo === undefined)('goes with the scores of the reference implementation on its demonstration sentences', () => {
    const cases = JSON.parse(readFileSync(demo!, 'utf8')) as { text: string; compound: number }[];
    expect(
      correlation(
        cases.map(({ text }) => valence(text)),
        cases.map(({ compound }) => compound),
      ),
    ).toBeGreaterThan(0.9);
  });
});

describe('the feeling of a script', () => {
  const { screenplay } = parseFountain(
    'INT. A - DAY\n\nThey laugh.\n\nMARA\nI love this wonderful day!\n\nINT. B - DAY\n\nDust.\n\nINT. C - NIGHT\n\nShe weeps. Blood.\n\nTEO\nI hate you. You killed him, you monster!\n',
  );

  it('is given by line, scene, character and as a whole', () => {
    const result = measureEmotion(screenplay);
    expect(result.lines.map(({ scene, character }) => [scene, character])).toEqual([
      [0, undefined],
      [0, 'MARA'],
      [1, undefined],
      [2, undefined],
      [2, 'TEO'],
    ]);
    expect(result.scenes.map((scene) => Math.sign(scene.valence))).toEqual([1, 0, -1]);
    expect(result.characters.map(({ character, valence: own }) => [character, Math.sign(own)])).toEqual([
      ['MARA', 1],
      ['TEO', -1],
    ]);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it('has a course that smoothing flattens and that runs on in time', () => {
    const rough = emotionalCourse(screenplay, { smoothScenes: 0 }).points;
    const smooth = emotionalCourse(screenplay, { smoothScenes: 2 }).points;
    expect(rough.map((point) => point.smoothValence)).toEqual(rough.map((point) => point.valence));
    const spread = (points: typeof rough): number =>
      Math.max(...points.map((point) => point.smoothValence)) - Math.min(...points.map((point) => point.smoothValence));
    expect(spread(smooth)).toBeLessThan(spread(rough));
    expect(rough[0].seconds).toBeLessThan(rough[1].seconds);
    expect(() => emotionalCourse(screenplay, { smoothScenes: -1 })).toThrow(/smoothScenes is -1/);
    expect(emotionalCourse(parseFountain('').screenplay).points).toEqual([]);
  });
});

function correlation(xs: readonly number[], ys: readonly number[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const mx = mean(xs);
  const my = mean(ys);
  const sum = (value: (i: number) => number): number => xs.reduce((total, _, i) => total + value(i), 0);
  return sum((i) => (xs[i] - mx) * (ys[i] - my)) / Math.sqrt(sum((i) => (xs[i] - mx) ** 2) * sum((i) => (ys[i] - my) ** 2));
}
