/**
 * @file Trains the motion model that comes with this package, on clips of `createMotion`, and writes it into `models/motion` with a card of what was
 * measured on clips that it never saw. From the repository's root:
 *
 *   node --conditions=@filmai/source --import tsx packages/gan/scripts/train-motion.ts [steps]
 *
 * Interrupted, it goes on from its last checkpoint.
 */
import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRandom } from '@filmai/core-tensor/random';
import { fromArrays } from '../src/data/index.js';
import { boneLengthError, footSkate, jerk, motionDiversity } from '../src/measures/index.js';
import { cosineDecay, train } from '../src/training/index.js';
import {
  createMotion,
  createMotionModel,
  jointIndex,
  MOTION_KINDS,
  MOTION_STYLES,
  sampleMotion,
  saveMotionModel,
  transferStyle,
  worldPositions,
  type LabelledMotion,
  type MotionClip,
  type MotionStyleName,
} from '../src/motion/index.js';
import { poseDistance } from '../src/motion/pose-distance.js';

const SEED = 'motion-1';
const CLIPS_EACH = 14;
const steps = Number(process.argv[2] ?? 6000);
const folder = fileURLToPath(new URL('../models/motion/', import.meta.url));
const styles = Object.keys(MOTION_STYLES) as MotionStyleName[];

const { model, windows } = await createMotionModel(clips('training', CLIPS_EACH), {
  latent: 24,
  filters: 80,
  lambda: 0.004,
  seed: SEED,
});
console.log(`${windows.count} windows`);
const features = windows.motion.length / windows.count / model.vae.frames;
const feed = fromArrays({
  motion: { shape: [windows.count, model.vae.frames, features], values: windows.motion },
  labels: { shape: [windows.count, windows.labels.length / windows.count], values: windows.labels },
});
const checkpoint = join(tmpdir(), `filmai-${SEED}`);
for await (const { step, losses, secondsLeft } of train(model.vae, feed, {
  steps,
  batchSize: 32,
  seed: SEED,
  schedule: cosineDecay(),
  average: 0.995,
  checkpoint: { folder: checkpoint, everySteps: 1000 },
})) {
  if (step % 200 === 0) console.log(step, losses, `${Math.round(secondsLeft ?? 0)} s left`);
}

// A folder that holds a model keeps it loadable by giving new weights another name; here the names should stay.
await rm(folder, { recursive: true, force: true });
await saveMotionModel(folder, model, { precision: 'float16' });
const card = { ...(await described()), measured: measured() };
await writeFile(join(folder, 'card.json'), `${JSON.stringify(card, null, 2)}\n`);
console.log(card);
process.exit();

/** What the model is, as its card says. */
async function described(): Promise<Record<string, unknown>> {
  const files = ['motion.json', 'encoder/model.json', 'encoder/weights.bin', 'decoder/model.json', 'decoder/weights.bin'];
  const parts = await Promise.all(files.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })));
  return {
    id: 'filmai-motion-1',
    task: 'motion of a person: sampled, interpolated, in-between, with another style',
    licence: 'Apache-2.0',
    trainedBy: 'packages/gan/scripts/train-motion.ts',
    trainedOn: `${windows.count} windows of clips made by createMotion, ${CLIPS_EACH} of each kind in each style`,
    seed: SEED,
    steps,
    bytes: parts.reduce((sum, { bytes }) => sum + bytes.length, 0),
    sha256: Object.fromEntries(parts.map(({ name, bytes }) => [name, createHash('sha256').update(bytes).digest('hex')])),
    input: `${model.vae.frames} frames at ${model.fps} a second of a skeleton of ${model.skeleton.joints.length} joints`,
    limits:
      'It knows what createMotion makes: one figure on flat ground, eight kinds, six styles; no hands, no objects, no other people.',
  };
}

/** Clips of every kind in every style, of other seeds for training and for measuring. */
function clips(purpose: string, each: number): LabelledMotion[] {
  const random = createRandom(`${SEED}/${purpose}`);
  return MOTION_KINDS.flatMap((kind) =>
    styles.flatMap((style) =>
      Array.from({ length: each }, (_, i): LabelledMotion => {
        const travels = kind === 'walk' || kind === 'run';
        const clip = createMotion({
          kind,
          style,
          seconds: 3.6,
          seed: `${purpose} ${i}`,
          curve: travels && i % 2 === 1 ? random.range(-0.7, 0.7) : 0,
        });
        return { clip, kind, style };
      }),
    ),
  );
}

/** How well clips that were held out come back, and how made motion moves beside motion by rule. */
function measured(): Record<string, number> {
  const heldOut = clips('held out', 1);
  const errors = heldOut.map(({ clip, kind, style }) =>
    poseDistance(clip, transferStyle(model, clip, { kind, style }, style ?? 'neutral')),
  );
  const samples = heldOut.map(({ kind, style }) => sampleMotion(model, { kind, style, seed: 1 }));
  const originals = heldOut.map(({ clip }) => cut(clip, model.vae.frames));
  const mean = (values: readonly number[]): number =>
    Number((values.reduce((sum, value) => sum + value, 0) / values.length).toPrecision(3));
  const feet = ['LeftToe', 'RightToe'].map((name) => jointIndex(model.skeleton, name));
  const lengths = model.skeleton.joints.map(({ offset }) => Math.hypot(...offset));
  const both = (of: (clip: MotionClip) => { value: number }): [number, number] => [
    mean(samples.map((clip) => of(clip).value)),
    mean(originals.map((clip) => of(clip).value)),
  ];
  const [jerkSamples, jerkHeldOut] = both((clip) => jerk(positionsOf(clip)));
  const [footSkateSamples, footSkateHeldOut] = both((clip) => footSkate(positionsOf(clip), { feet }));
  return {
    heldOutPoseErrorMetres: mean(errors),
    jerkSamples,
    jerkHeldOut,
    footSkateSamples,
    footSkateHeldOut,
    boneLengthErrorSamples: mean(samples.map((clip) => boneLengthError(positionsOf(clip), lengths).value)),
    diversitySamples: motionDiversity(samples.map(positionsOf)).value,
    diversityHeldOut: motionDiversity(originals.map(positionsOf)).value,
  };
}

function positionsOf(clip: MotionClip): { positions: Float32Array; parents: number[]; fps: number } {
  return { positions: worldPositions(clip), parents: clip.skeleton.joints.map(({ parent }) => parent), fps: clip.fps };
}

function cut(clip: MotionClip, frames: number): MotionClip {
  const joints = clip.skeleton.joints.length;
  return { ...clip, root: clip.root.slice(0, frames * 3), rotations: clip.rotations.slice(0, frames * joints * 4) };
}
