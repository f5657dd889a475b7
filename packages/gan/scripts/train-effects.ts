/**
 * @file Trains the effects that this package ships: `node --conditions=@filmai/source --import tsx scripts/train-effects.ts KIND…`
 *
 *   --steps 300     rounds in which pictures are learned
 *   --refine 120    rounds in which a critic judges what no simulation made
 *   --frames 16     of a clip; 1 trains a generator without time, for comparison
 *   --seed 7        of weights, clips and order
 *   --out FOLDER    where KIND.bin is written, default models/effects
 *   --films FOLDER  where simulated films are kept, default .filmai/films
 *
 * A gas is learned in three parts: an encoder and a generator that draw clips again from their codes, the rule by which codes go on
 * (`fitCodeDynamics`), and a refinement in which the generator draws streams by that rule before a critic. Weather is drawn from maps of what falls.
 */
import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as tf from '@tensorflow/tfjs-core';
import { writeFileWhole } from '@filmai/core-tensor/files';
import { createRandom } from '@filmai/core-tensor/random';
import { EFFECT_KINDS, type EffectKind } from '../src/effects/index.js';
import { isGas, type GasKind, type WeatherKind } from '../src/effects/learned/canvas.js';
import { formatEffectFile, type EffectFile } from '../src/effects/learned/effect-file.js';
import { weatherMapCount } from '../src/effects/learned/weather-maps.js';
import type { CodeDynamics } from '../src/effects/learned/code-dynamics.js';
import { createVideoGan, type VideoBatch, type VideoGan, type VideoGanOptions } from '../src/networks/video-gan.js';
import { cosineDecay, train } from '../src/training/index.js';
import { codesOfFilms, cutStreams, emptyCode } from './effect-codes.js';
import { cutBatch, filmsOf, type BatchPlan, type Film } from './effect-clips.js';
import { fitCodeDynamics } from '../src/effects/learned/fit-code-dynamics.js';

/** Films from which is learned; those from 1000 on are for judging. */
const FILMS: Record<EffectKind, number> = { fire: 24, smoke: 24, explosion: 32, rain: 12, snow: 12 };
const CODES = 8;
const PATTERNS = 96;
const SIZE = 64;
const MARGIN = 8;
/** Feature maps: rain and snow are drawn from maps that say more. */
const WIDTH = { gas: 16, weather: 8 } as const;

interface TrainingPlan {
  steps: number;
  refine: number;
  frames: number;
  seed: number;
  out: string;
  films: string;
}

await main();

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      steps: { type: 'string', default: '300' },
      refine: { type: 'string', default: '120' },
      frames: { type: 'string', default: '16' },
      seed: { type: 'string', default: '7' },
      out: { type: 'string', default: new URL('../models/effects', import.meta.url).pathname },
      films: { type: 'string', default: new URL('../.filmai/films', import.meta.url).pathname },
    },
  });
  const plan: TrainingPlan = {
    steps: Number(values.steps),
    refine: Number(values.refine),
    frames: Number(values.frames),
    seed: Number(values.seed),
    out: values.out,
    films: values.films,
  };
  for (const kind of positionals) {
    if (!EFFECT_KINDS.includes(kind as EffectKind)) throw new RangeError(`there is no effect "${kind}"`);
    await trainEffect(kind as EffectKind, plan);
  }
}

async function trainEffect(kind: EffectKind, plan: TrainingPlan): Promise<void> {
  const started = performance.now();
  const films = await filmsOf(kind, { from: 0, count: FILMS[kind] }, plan.films);
  console.log(`${kind}: ${films.length} films of ${films[0].frames} frames`);
  const file = isGas(kind) ? await trainGas(kind, films, plan) : await trainWeather(kind, films, plan);
  const bytes = formatEffectFile(file);
  await mkdir(plan.out, { recursive: true });
  await writeFileWhole(join(plan.out, `${kind}.bin`), bytes);
  const minutes = (performance.now() - started) / 60_000;
  console.log(
    `${kind}: ${bytes.length} bytes, SHA-256 ${createHash('sha256').update(bytes).digest('hex')}, ${minutes.toFixed(1)} minutes`,
  );
}

async function trainGas(kind: GasKind, films: Film[], plan: TrainingPlan): Promise<EffectFile> {
  const shape: VideoGanOptions = { frames: plan.frames, size: SIZE, margin: MARGIN, codes: CODES, width: WIDTH.gas };
  const copier = await createVideoGan({ ...shape, adversarial: 0, seed: plan.seed });
  await follow(kind, copier, films, plan, { steps: plan.steps, rate: 2e-3 });
  const codes = codesOfFilms(copier.networks.encode, films);
  const size = codes[0].length / films[0].frames;
  const fitted = fitCodeDynamics(codes, { size, patterns: PATTERNS, aged: kind === 'explosion' });
  const dynamics = plan.frames > 1 ? fitted : withoutTime(fitted);
  const judged = await createVideoGan({ ...shape, streams: true, adversarial: 0.03, seed: `${plan.seed} refined` });
  for (const name of ['encode', 'see', 'move', 'draw']) judged.networks[name].setWeights(copier.networks[name].getWeights());
  const streams = cutStreams(dynamics, { codes: CODES, empty: emptyCode(judged.networks.encode), seed: plan.seed });
  await follow(kind, judged, films, plan, { steps: plan.refine, rate: 5e-4, streams });
  const { feedback, kick, mean, basis, ages } = dynamics;
  const patterns = [PATTERNS, 2 * PATTERNS];
  const file: EffectFile = {
    kind,
    plan: { frames: plan.frames, channels: 4, codes: CODES, maps: 0, width: WIDTH.gas },
    ...(ages ? { ageFrames: ages.frames } : {}),
    arrays: {
      ...weightsOf(judged),
      mean: { shape: [size], values: mean },
      basis: { shape: [PATTERNS, size], values: basis },
      feedback: { shape: patterns, values: feedback },
      kick: { shape: [PATTERNS, PATTERNS], values: kick },
      ...(ages
        ? {
            ageMean: { shape: [ages.frames, PATTERNS], values: ages.mean },
            ageDeviation: { shape: [ages.frames, PATTERNS], values: ages.deviation },
          }
        : {}),
      empty: { shape: [CODES], values: emptyCode(judged.networks.encode) },
    },
  };
  copier.dispose();
  judged.dispose();
  return file;
}

async function trainWeather(kind: WeatherKind, films: Film[], plan: TrainingPlan): Promise<EffectFile> {
  const maps = weatherMapCount(kind);
  const shape: VideoGanOptions = { frames: plan.frames, size: SIZE, margin: MARGIN, conditions: maps, width: WIDTH.weather };
  const copier = await createVideoGan({ ...shape, adversarial: 0, seed: plan.seed });
  await follow(kind, copier, films, plan, { steps: plan.steps, rate: 5e-3 });
  const judged = await createVideoGan({ ...shape, adversarial: 0.01, seed: `${plan.seed} refined` });
  for (const name of ['see', 'move', 'draw']) judged.networks[name].setWeights(copier.networks[name].getWeights());
  await follow(kind, judged, films, plan, { steps: plan.refine, rate: 5e-4 });
  const file: EffectFile = {
    kind,
    plan: { frames: plan.frames, channels: 4, codes: 0, maps, width: WIDTH.weather },
    arrays: weightsOf(judged),
  };
  copier.dispose();
  judged.dispose();
  return file;
}

/** Trains and reports. */
async function follow(
  kind: EffectKind,
  gan: VideoGan,
  films: Film[],
  { frames, seed }: TrainingPlan,
  {
    steps,
    rate,
    streams,
  }: { steps: number; rate: number; streams?: (plan: BatchPlan, random: ReturnType<typeof createRandom>) => tf.Tensor },
): Promise<void> {
  if (steps === 0) return;
  const random = createRandom(seed).split(kind).split(steps);
  const plan: BatchPlan = { clips: clipsOf(kind, frames), frames, size: SIZE, timeMargin: gan.timeMargin, margin: gan.margin };
  function* batches(): Generator<VideoBatch> {
    for (;;) yield { ...cutBatch(films, plan, random), ...(streams ? { codes: streams(plan, random) } : {}) };
  }
  const run = train(gan, batches(), {
    steps,
    seed,
    learningRate: rate,
    schedule: cosineDecay({ to: 0.05 }),
    average: 0.97,
    watch: false,
  });
  for await (const { step, losses, seconds } of run) {
    if (step % 20 !== 0) continue;
    const parts = Object.entries(losses).filter(([name]) => name.includes('/'));
    console.log(
      `${kind} ${step}/${steps} ${seconds.toFixed(0)} s: ${parts.map(([name, loss]) => `${name} ${loss.toFixed(3)}`).join(', ')}`,
    );
  }
}

/** Clips of a batch: drops and flakes are many in every one. */
function clipsOf(kind: EffectKind, frames: number): number {
  const clips = isGas(kind) ? 2 : 1;
  return frames > 1 ? clips : 12 * clips;
}

/** Every frame of such a stream is drawn from chance alone. */
function withoutTime(dynamics: CodeDynamics): CodeDynamics {
  const { patterns, feedback } = dynamics;
  const kick = Float32Array.from({ length: patterns * patterns }, (_, i) => (i % (patterns + 1) === 0 ? 1 : 0));
  return { ...dynamics, feedback: new Float32Array(feedback.length), kick };
}

function weightsOf(gan: VideoGan): EffectFile['arrays'] {
  const arrays: EffectFile['arrays'] = {};
  for (const name of ['see', 'move', 'draw']) {
    for (const [i, weight] of gan.networks[name].getWeights().entries())
      arrays[`${name}.${i}`] = { shape: weight.shape, values: (weight.dataSync() as Float32Array).slice() };
  }
  return arrays;
}
