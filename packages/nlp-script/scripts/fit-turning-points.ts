/**
 * @file Fits the weights of the turning points on `bench/plot-scripts/tuning` and writes `src/plot/turning-weights.ts`. From the root:
 *
 *     node --conditions=@filmai/source --import tsx packages/nlp-script/scripts/fit-turning-points.ts
 *
 * For each turning point a softmax over the scenes of a script: the position prior plus weighted features. A weight is the sum of one that
 * all five points share and one of its own, both with a ridge penalty (maximum a posteriori under normal priors). The penalty was chosen by
 * leaving each tuning script out in turn; the scripts of `held-out` are judged once by `npm run bench -- plot` and never fitted.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { breakDown } from '@filmai/nlp-script/breakdown';
import { measureEmotion } from '@filmai/nlp-script/emotion';
import { parseFountain } from '@filmai/nlp-script/fountain';
import { chooseInOrder } from '../src/plot/ordered-choice.js';
import { measureScenes, SCENE_FEATURES } from '../src/plot/scene-features.js';
import type { SceneFeature } from '../src/plot/scene-features.js';
import { TURNING_POINT_PRIORS, TURNING_POINTS } from '../src/plot/turning-points.js';
import type { TurningPointName } from '../src/plot/turning-points.js';

/** Ridge penalties that are tried. */
const PENALTIES = [3, 5, 10];
const STEPS = 600;
const RATE = 0.02;

/** What any turn may have: fitted once for all five. */
const SHARED = new Set<SceneFeature>(['length', 'boundary', 'centrality', 'ensemble', 'lead', 'swing', 'force']);
/** What the definition of each turning point speaks of; all other weights stay 0, or eleven scripts would be learnt by heart. */
const OWN: Readonly<Record<TurningPointName, readonly SceneFeature[]>> = {
  opportunity: ['offer', 'newPeople', 'newPlace'],
  changeOfPlans: ['decision', 'newPlace', 'dialogue'],
  pointOfNoReturn: ['commitment'],
  majorSetback: ['loss', 'feeling', 'fall', 'arousal', 'force'],
  climax: ['clash', 'rest', 'returns', 'ensemble', 'arousal', 'force'],
};

interface Labelled {
  rows: number[][];
  /** Scene index of each turning point. */
  truth: number[];
}

const folder = fileURLToPath(new URL('../../../bench/plot-scripts/tuning/', import.meta.url));
const target = fileURLToPath(new URL('../src/plot/turning-weights.ts', import.meta.url));
const scripts = await readScripts();
const tried = PENALTIES.map((penalty) => ({ penalty, distance: leaveOneOut(penalty) }));
for (const { penalty, distance } of tried) console.log(`penalty ${penalty}: ${distance.toFixed(2)} % away, each script left out`);
const best = tried.reduce((least, each) => (each.distance < least.distance ? each : least));
await writeFile(target, formatWeights(fit(scripts, best.penalty), best));
console.log(`penalty ${best.penalty}, ${scripts.length} scripts → ${target}`);

async function readScripts(): Promise<Labelled[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.fountain')).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const { screenplay } = parseFountain(await readFile(join(folder, name), 'utf8'));
      const labels = JSON.parse(await readFile(join(folder, name.replace('.fountain', '.json')), 'utf8')) as {
        turningPoints: Record<TurningPointName, number>;
      };
      const { rows } = measureScenes(screenplay, breakDown(screenplay), measureEmotion(screenplay));
      return { rows, truth: TURNING_POINTS.map((point) => labels.turningPoints[point] - 1) };
    }),
  );
}

function leaveOneOut(penalty: number): number {
  const distances = scripts.flatMap((script, i) => {
    const weights = fit(scripts.toSpliced(i, 1), penalty);
    const { chosen } = chooseInOrder(TURNING_POINTS.map((_, point) => scoresOf(script.rows, point, weights[point])));
    return script.truth.map((truth, point) => (Math.abs(chosen[point] - truth) / script.rows.length) * 100);
  });
  return distances.reduce((sum, distance) => sum + distance, 0) / distances.length;
}

/** Gradient ascent on the penalised log likelihood. */
function fit(data: readonly Labelled[], penalty: number): number[][] {
  const zeros = (): number[] => SCENE_FEATURES.map(() => 0);
  const shared = zeros();
  const own = TURNING_POINTS.map(zeros);
  for (let step = 0; step < STEPS; step++) {
    const gradients = TURNING_POINTS.map(zeros);
    for (const { rows, truth } of data) {
      for (const [point, scene] of truth.entries()) {
        const scores = scoresOf(
          rows,
          point,
          own[point].map((value, f) => value + shared[f]),
        );
        const most = Math.max(...scores);
        const powers = scores.map((score) => Math.exp(score - most));
        const sum = powers.reduce((total, power) => total + power, 0);
        for (const [i, row] of rows.entries()) {
          const error = (i === scene ? 1 : 0) - powers[i] / sum;
          for (const [f, value] of row.entries()) gradients[point][f] += error * value;
        }
      }
    }
    for (let f = 0; f < shared.length; f++) {
      const total = gradients.reduce((sum, gradient) => sum + gradient[f], 0);
      if (SHARED.has(SCENE_FEATURES[f])) shared[f] += RATE * (total - penalty * shared[f]);
      for (const [point, weights] of own.entries()) {
        if (OWN[TURNING_POINTS[point]].includes(SCENE_FEATURES[f]))
          weights[f] += RATE * (gradients[point][f] - penalty * weights[f]);
      }
    }
  }
  return own.map((weights) => weights.map((value, f) => value + shared[f]));
}

function scoresOf(rows: readonly number[][], point: number, weights: readonly number[]): number[] {
  const { mean, deviation } = TURNING_POINT_PRIORS[TURNING_POINTS[point]];
  return rows.map((row, scene) => {
    const position = (scene + 0.5) / rows.length;
    return row.reduce((sum, value, f) => sum + value * weights[f], -((position - mean) ** 2) / (2 * deviation ** 2));
  });
}

function formatWeights(weights: readonly (readonly number[])[], { penalty, distance }: (typeof tried)[number]): string {
  const rows = weights.map(
    (row, point) => `  // ${TURNING_POINTS[point]}\n  [${row.map((value) => value.toFixed(3)).join(', ')}],`,
  );
  return `/**
 * @file Written by \`scripts/fit-turning-points.ts\`, don't edit: weights of the features for each turning point, from ${scripts.length} scripts with a
 * ridge penalty of ${penalty}; with each of them left out in turn the points lie ${distance.toFixed(2)} % of the scenes away from the annotated ones.
 */

/**
 * One row a turning point, one column a feature: ${SCENE_FEATURES.slice(0, 10).join(', ')},
 * ${SCENE_FEATURES.slice(10).join(', ')}.
 */
export const TURNING_WEIGHTS: readonly (readonly number[])[] = [
${rows.join('\n')}
];
`;
}
