/**
 * @file Fits the heads of `models/emotion` on the sentence encoder, and measures them on sentences they never saw.
 *
 *   pip download --no-deps --no-binary :all: vaderSentiment==2.5     (its source archive holds hutto_ICWSM_2014.tar.gz)
 *   node --conditions=@filmai/source --import tsx packages/nlp-script/scripts/train-emotion-heads.ts \
 *     --sentences hutto_ICWSM_2014 [--seed 7] [--held-out FILE.tsv] [--vectors FOLDER]
 *
 * Valence: 10,605 sentences of film reviews with the critic's verdict and the mean of twenty people's ratings, and sentences of
 * tweets, product reviews and editorials with ratings (C. Hutto, E. Gilbert, VADER, ICWSM 2014, MIT; the film reviews' verdicts are
 * B. Pang's and L. Lee's, ACL 2005: the first 5,331 are praise). Arousal and emotions: the lines beside this script, written and
 * labelled for it. Every fifth film-review sentence and every fifth labelled line is held out of all fitting.
 *
 * `--held-out` writes the held-out film-review sentences for `npm run bench -- sentiment --data`; `--vectors` keeps the vectors of the
 * sentences in a folder, so that another run needn't encode them again.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeFileWhole } from '@filmai/core-tensor/files';
import { openSentenceEncoder } from '@filmai/nlp-script/embedding';
import { fitLogistic } from '../src/classification/logistic-regression.js';
import type { Sample, SparseVector } from '../src/classification/logistic-regression.js';
import { applyHeads, formatEmotionHeads, packagedHeadsFile, readEmotionHeads } from '../src/emotion/emotion-heads.js';
import { featureCount, headFeatures, WORD_BUCKETS } from '../src/emotion/head-features.js';
import { BASIC_EMOTIONS } from '../src/emotion/lexicon.js';
import { contrastLines } from './emotion-contrasts.js';

/** Ratings run from −4 to 4; this slope makes 2 points sure to 93 %. */
const RATING_SLOPE = 1.3;
/** What sentences count that aren't from film reviews. */
const OTHER_WEIGHT = 0.3;
const FIRST_BLAME = 5332;

const { values: options } = parseArgs({
  options: {
    sentences: { type: 'string' },
    seed: { type: 'string', default: '7' },
    'held-out': { type: 'string' },
    vectors: { type: 'string' },
  },
});
if (options.sentences === undefined) throw new TypeError('--sentences FOLDER is missing; see the head of this script.');

const encoder = await openSentenceEncoder();
const dimensions = featureCount(encoder.dimensions);
const seed = Number(options.seed);

const reviews = await readRatings('movieReviewSnippets', options.sentences);
const others: Rating[] = [];
const otherFeatures: SparseVector[] = [];
for (const name of ['tweets', 'amazonReviewSnippets', 'nytEditorialSnippets']) {
  const ratings = await readRatings(name, options.sentences);
  others.push(...ratings);
  otherFeatures.push(...(await featuresOf(ratings, name)));
}
const lines = await readLines();
const contrasts = contrastLines();

const isHeldOut = (review: Rating): boolean => review.number % 5 === 0;
const isPraise = (review: Rating): boolean => review.number < FIRST_BLAME;

const reviewFeatures = await featuresOf(reviews, 'movieReviewSnippets');
const lineFeatures = await featuresOf(lines);
const contrastFeatures = await featuresOf(contrasts);

const good = (probability: number): number[] => [1 - probability, probability];
const rated = ({ rating }: Rating): number => 1 / (1 + Math.exp(-RATING_SLOPE * rating));
const valence = await fitLogistic(
  [
    ...reviews.flatMap((review, i): Sample[] =>
      isHeldOut(review) ? [] : [{ features: reviewFeatures[i], target: good((rated(review) + (isPraise(review) ? 1 : 0)) / 2) }],
    ),
    ...others.map((other, i): Sample => ({ features: otherFeatures[i], target: good(rated(other)), weight: OTHER_WEIGHT })),
    ...contrasts.map(({ probability }, i): Sample => ({ features: contrastFeatures[i], target: good(probability), weight: 2 })),
    ...lines.flatMap((line, i): Sample[] =>
      line.valence === undefined || line.heldOut ? [] : [{ features: lineFeatures[i], target: good(line.valence), weight: 2 }],
    ),
  ],
  { classes: 2, dimensions, seed: `${seed}/valence`, epochs: 20, learningRate: 0.05, l2: 1e-3 },
);

// A few hundred lines say nothing of single words: these heads read the vector and the lexicon alone.
const wordless = lineFeatures.map(({ indices, values }) => {
  const to = indices.findIndex((index) => index >= dimensions - WORD_BUCKETS);
  return to < 0 ? { indices, values } : { indices: indices.slice(0, to), values: values.slice(0, to) };
});
const fitLines = (target: (line: Line) => number[], name: string): ReturnType<typeof fitLogistic> =>
  fitLogistic(
    lines.flatMap((line, i): Sample[] => (line.heldOut ? [] : [{ features: wordless[i], target: target(line) }])),
    { classes: target(lines[0]).length, dimensions, seed: `${seed}/${name}`, epochs: 60, learningRate: 0.03, l2: 0.01 },
  );
const oneOf = (count: number, at: number): number[] => Array.from({ length: count }, (_, i) => (i === at ? 1 : 0));
const arousal = await fitLines((line) => oneOf(3, line.arousal - 1), 'arousal');
const emotions = await fitLines((line) => oneOf(BASIC_EMOTIONS.length + 1, line.emotion), 'emotions');

const file = await packagedHeadsFile();
const id = `filmai-emotion-heads-1 on ${encoder.id}`;
await writeFileWhole(
  file,
  formatEmotionHeads({ id, encoder: encoder.id, dimensions: encoder.dimensions, valence, arousal, emotions }),
  { makeFolder: true },
);

// Measured as shipped, from the file.
const heads = await readEmotionHeads(file);
const share = (hits: boolean[]): string =>
  `${((100 * hits.filter(Boolean).length) / hits.length).toFixed(1)} % of ${hits.length}`;
const unseen = reviews.flatMap((review, i) =>
  isHeldOut(review) ? [{ ...review, value: applyHeads(heads, reviewFeatures[i]).valence }] : [],
);
console.log(`film reviews, critic's verdict: ${share(unseen.map((review) => review.value > 0 === isPraise(review)))}`);
console.log(
  `film reviews, sign of the people's rating: ${share(unseen.map((review) => review.value > 0 === review.rating > 0))}`,
);
const unseenLines = lines.flatMap((line, i) => (line.heldOut ? [{ ...line, read: applyHeads(heads, wordless[i]) }] : []));
console.log(
  `emotion of a line, one of nine: ${share(
    unseenLines.map(({ emotion, read }) => {
      const each = BASIC_EMOTIONS.map((name) => read.emotions[name]);
      const all = [...each, 1 - each.reduce((sum, value) => sum + value, 0)];
      return all.indexOf(Math.max(...all)) === emotion;
    }),
  )}`,
);
console.log(`arousal, one of three: ${share(unseenLines.map((line) => Math.round(line.read.arousal * 2) === line.arousal - 1))}`);
if (options['held-out'] !== undefined)
  await writeFileWhole(
    options['held-out'],
    `label\ttext\n${unseen.map((review) => `${isPraise(review) ? 'positive' : 'negative'}\t${review.text}`).join('\n')}\n`,
  );
encoder.close();

interface Rating {
  number: number;
  /** −4 to 4. */
  rating: number;
  text: string;
}

async function readRatings(name: string, folder: string): Promise<Rating[]> {
  const rows = (await readFile(join(folder, `${name}_GroundTruth.txt`), 'latin1')).split(/\r?\n/).filter(Boolean);
  return rows.map((row, i) => {
    const [number, rating, text] = row.split('\t');
    if (text === undefined || !Number.isFinite(Number(rating)))
      throw new TypeError(`${name}, line ${i + 1}: expected number, rating and text`);
    return { number: Number(number) || i + 1, rating: Number(rating), text };
  });
}

interface Line {
  /** Index among the eight, or 8 for none. */
  emotion: number;
  arousal: number;
  text: string;
  heldOut: boolean;
  /** Where the emotion says it: probability of good. */
  valence?: number;
}

async function readLines(): Promise<Line[]> {
  const rows = (await readFile(fileURLToPath(new URL('emotion-lines.tsv', import.meta.url)), 'utf8')).trim().split('\n').slice(1);
  const certain: Partial<Record<string, number>> = {
    joy: 0.95,
    trust: 0.8,
    fear: 0.12,
    sadness: 0.08,
    disgust: 0.06,
    anger: 0.08,
    neutral: 0.5,
  };
  return rows.map((row, i) => {
    const [name, strength, text] = row.split('\t');
    const at = BASIC_EMOTIONS.findIndex((emotion) => emotion === name);
    const probability = certain[name];
    return {
      emotion: at < 0 ? BASIC_EMOTIONS.length : at,
      arousal: Number(strength),
      text,
      heldOut: i % 5 === 0,
      ...(probability === undefined ? {} : { valence: probability }),
    };
  });
}

/** Features in order; with a name, the vectors are kept in the folder that was asked for. */
async function featuresOf(entries: readonly { text: string }[], name?: string): Promise<SparseVector[]> {
  const texts = entries.map(({ text }) => text);
  const kept = name === undefined || options.vectors === undefined ? undefined : join(options.vectors, `${name}.f32`);
  const { dimensions: width } = encoder;
  if (kept !== undefined && existsSync(kept)) {
    const { buffer, byteOffset, length } = await readFile(kept);
    const all = new Float32Array(buffer.slice(byteOffset, byteOffset + length));
    if (all.length === texts.length * width)
      return texts.map((text, i) => headFeatures(text, all.subarray(i * width, (i + 1) * width)));
  }
  const vectors = await encoder.embed(texts);
  if (kept !== undefined)
    await writeFileWhole(kept, Buffer.concat(vectors.map((vector) => Buffer.from(vector.buffer))), { makeFolder: true });
  return texts.map((text, i) => headFeatures(text, vectors[i]));
}
