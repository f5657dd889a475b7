/**
 * @file The measures of made pictures against values worked out elsewhere in double precision: Fréchet distances (singular covariances
 * included), inception scores, square roots of matrices; and the time that distances between 2048 samples of 512 features take.
 *
 * `--data FILE` is a JSON file with any of `frechet: [{ mu1, sigma1, mu2, sigma2, fid }]`, `inception_score: [{ p, splits, mean, std }]` and
 * `sqrtm: [{ M, sqrtm }]`.
 */
import { readFile } from 'node:fs/promises';
import { createRandom } from '@filmai/core-tensor/random';
import { frechetDistance, inceptionScore, kernelDistance, matrixSquareRoot } from '@filmai/gan/measures';
import type { FeatureMatrix } from '@filmai/gan/measures';
import { fixture } from '../tools/fixtures.js';
import type { BenchOptions, Figures } from './run.js';

interface MetricCases {
  frechet?: { mu1: number[]; sigma1: number[][]; mu2: number[]; sigma2: number[][]; fid: number }[];
  inception_score?: { p: number[][]; splits: number; mean: number; std: number }[];
  sqrtm?: { M: number[][]; sqrtm: number[][] }[];
}

const SAMPLES = 2048;
const FEATURES = 512;
const REPEATS = 3;

/** Runs the benchmark. */
export async function run({ data, seed }: BenchOptions): Promise<Figures> {
  const [a, b] = ['real', 'made'].map((name) => normals(name, seed));
  const times = { unit: `seconds for ${SAMPLES} × ${FEATURES} features on each side`, n: REPEATS, seed };
  return {
    ...(await errors(data ?? fixture('metrics/gan-metric-cases.json'))),
    frechetSeconds: { value: fastest(() => frechetDistance(a, b)), ...times },
    kernelSeconds: { value: fastest(() => kernelDistance(a, b)), ...times },
  };
}

/** The largest difference of each measure, and of all. */
async function errors(file: string | undefined): Promise<Figures> {
  const unit = 'absolute error';
  if (file === undefined) return { worstAbsoluteError: { value: null, unit, reason: 'no cases: give a file by --data' } };
  const cases = JSON.parse(await readFile(file, 'utf8')) as MetricCases;
  const found = {
    frechet: (cases.frechet ?? []).map(({ mu1, sigma1, mu2, sigma2, fid }) =>
      Math.abs(frechetDistance({ mean: mu1, covariance: sigma1 }, { mean: mu2, covariance: sigma2 }).value - fid),
    ),
    inceptionScore: (cases.inception_score ?? []).map(({ p, splits, mean, std }) => {
      const { value, deviation } = inceptionScore(p, { splits });
      return Math.max(Math.abs(value - mean), Math.abs(deviation - std));
    }),
    squareRoot: (cases.sqrtm ?? []).map(({ M, sqrtm }) => {
      const truth = sqrtm.flat();
      return worst([...matrixSquareRoot(M.flat(), M.length)].map((value, i) => Math.abs(value - truth[i])));
    }),
  };
  const all = Object.values(found).flat();
  if (all.length === 0) throw new Error(`${file}: no case in it; expected frechet, inception_score or sqrtm`);
  return {
    worstAbsoluteError: { value: worst(all), unit, n: all.length },
    ...Object.fromEntries(
      Object.entries(found)
        .filter(([, each]) => each.length > 0)
        .map(([name, each]) => [`${name}.worstAbsoluteError`, { value: worst(each), unit, n: each.length }]),
    ),
  };
}

/** Not a number is worse than any error. */
function worst(values: readonly number[]): number {
  return values.reduce((most, value) => (value <= most ? most : value), 0);
}

function normals(name: string, seed: number): FeatureMatrix {
  const random = createRandom(seed).split(name);
  return {
    rows: SAMPLES,
    columns: FEATURES,
    data: Float64Array.from({ length: SAMPLES * FEATURES }, () => random.normal()),
    features: 'normal',
  };
}

function fastest(work: () => void): number {
  return Math.min(
    ...Array.from({ length: REPEATS }, () => {
      const begun = performance.now();
      work();
      return (performance.now() - begun) / 1000;
    }),
  );
}
