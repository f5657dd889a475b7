/** @file Motion as rows and back, feet held, and a small model that learns and is used. */
import { mkdtemp, readFile, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRuntime } from '@filmai/core-tensor/runtime';
import { fromArrays } from '../data/index.js';
import { train } from '../training/index.js';
import {
  createMotion,
  createMotionModel,
  formatBvh,
  frameCount,
  inbetweenMotion,
  interpolateMotion,
  jointIndex,
  loadMotionModel,
  poseAt,
  readMotionFolder,
  sampleMotion,
  saveMotionModel,
  transferStyle,
  worldPositions,
  type LabelledMotion,
  type MotionClip,
  type MotionModel,
} from './index.js';
import { lockFeet } from './lock-feet.js';
import { featureLayout, fromFeatures, resample, startOf, toFeatures } from './motion-features.js';
import { poseDistance } from './pose-distance.js';

let before = 0;
let folder = '';
let model: MotionModel;
const errors: number[] = [];

const FRAMES = 32;
const clips = (purpose: string, each: number): LabelledMotion[] =>
  (['walk', 'wave'] as const).flatMap((kind) =>
    (['neutral', 'tired'] as const).flatMap((style) =>
      Array.from({ length: each }, (_, i) => ({
        kind,
        style,
        clip: createMotion({ kind, style, seconds: 2, seed: `${purpose} ${i}`, ...(kind === 'walk' ? { speed: 1.3 } : {}) }),
      })),
    ),
  );

beforeAll(async () => {
  await startRuntime();
  before = tf.memory().numTensors;
  folder = await mkdtemp(join(tmpdir(), 'filmai-motion-'));
  const made = await createMotionModel(clips('training', 4), { frames: FRAMES, filters: 24, latent: 8, seed: 3 });
  model = made.model;
  const { motion, labels, count } = made.windows;
  const feed = fromArrays({
    motion: { shape: [count, FRAMES, motion.length / count / FRAMES], values: motion },
    labels: { shape: [count, labels.length / count], values: labels },
  });
  errors.push(heldOutError());
  const options = { steps: 160, batchSize: 16, seed: 1, learningRate: 3e-3, average: 0.9, watch: false } as const;
  for await (const step of train(model.vae, feed, options)) expect(Number.isFinite(step.losses.autoencoder)).toBe(true);
  errors.push(heldOutError());
});

afterAll(async () => {
  model.vae.dispose();
  await rm(folder, { recursive: true, force: true });
  expect(tf.memory().numTensors).toBe(before);
});

/** Mean distance of joints from the hips' frame, metres, over clips that did not train the model. */
function heldOutError(): number {
  const distances = clips('held out', 1).map(({ clip, kind, style }) => {
    const back = transferStyle(model, clip, { kind, style }, style ?? 'neutral');
    return poseDistance(clip, back);
  });
  return distances.reduce((sum, value) => sum + value, 0) / distances.length;
}

describe('rows of a motion', () => {
  it('give the clip back, from where it stood', () => {
    for (const kind of ['walk', 'turn', 'fall', 'jump'] as const) {
      const clip = createMotion({ kind, seconds: 2, curve: kind === 'walk' ? 0.8 : 0, seed: 2 });
      const back = fromFeatures(toFeatures(clip), clip.skeleton, clip.fps, startOf(clip, 0));
      const [p, q] = [worldPositions(clip), worldPositions(back)];
      expect(Math.max(...p.map((value, i) => Math.abs(value - q[i]))), kind).toBeLessThan(2e-3);
    }
  });

  it('do not depend on where the person is and which way it looks', () => {
    const clip = createMotion({ kind: 'walk', seconds: 1, seed: 2 });
    const rows = toFeatures(clip);
    const elsewhere = fromFeatures(rows, clip.skeleton, clip.fps, { place: [5, -3], heading: 2.1 });
    const again = toFeatures(elsewhere);
    expect(Math.max(...rows.map((value, i) => Math.abs(value - again[i])))).toBeLessThan(2e-3);
  });

  it('say which feet stand', () => {
    const clip = createMotion({ kind: 'walk', seconds: 3, seed: 2 });
    const { size, contacts } = featureLayout(clip.skeleton);
    const rows = toFeatures(clip);
    const standing = [0, 1].map((foot) =>
      Array.from({ length: frameCount(clip) }, (_, frame) => rows[frame * size + contacts + foot]),
    );
    for (const foot of standing) {
      const share = foot.reduce((sum, value) => sum + value, 0) / foot.length;
      expect(share).toBeGreaterThan(0.3);
      expect(share).toBeLessThan(0.75);
    }
  });

  it('keep their time at another frame rate', () => {
    const clip = createMotion({ kind: 'wave', seconds: 2, fps: 60, seed: 2 });
    const half = resample(clip, 30);
    expect(frameCount(half)).toBe(60);
    expect(poseAt(half, 20).rotations[7]).toEqual(poseAt(clip, 40).rotations[7]);
  });
});

describe('held feet', () => {
  it('stay in place while they stand, and legs keep their length', () => {
    const clip = createMotion({ kind: 'stand', seconds: 2, seed: 2 });
    const sliding: MotionClip = {
      ...clip,
      root: clip.root.map((value, i) => (i % 3 === 2 ? value + Math.floor(i / 3) * 0.002 : value)),
    };
    const foot = jointIndex(clip.skeleton, 'LeftFoot');
    const contacts = Array.from({ length: frameCount(clip) }, (_, frame) => [frame >= 10 && frame < 50 ? 1 : 0]);
    const held = lockFeet(sliding, [foot], contacts);
    const joints = clip.skeleton.joints.length;
    const places = (of: MotionClip): number[] => {
      const positions = worldPositions(of);
      return Array.from({ length: 40 }, (_, i) => positions[((i + 10) * joints + foot) * 3 + 2]);
    };
    const spread = (values: number[]): number => Math.max(...values) - Math.min(...values);
    expect(spread(places(sliding))).toBeGreaterThan(0.07);
    expect(spread(places(held))).toBeLessThan(0.002);
  });
});

describe('a motion model', () => {
  it('learns: held-out clips come back far nearer than before', () => {
    expect(errors[1]).toBeLessThan(errors[0] * 0.4);
    expect(errors[1]).toBeLessThan(0.12);
  });

  it('makes motion of any length, the same from the same seed', () => {
    const [a, b, c] = [5, 5, 6].map((seed) => sampleMotion(model, { kind: 'walk', style: 'tired', seconds: 2, seed }));
    expect(frameCount(a)).toBe(60);
    expect(a).toEqual(b);
    expect(a.rotations).not.toEqual(c.rotations);
    // Without a jump where one window goes over into the next.
    const hips = Array.from({ length: 60 }, (_, frame) => [a.root[frame * 3], a.root[frame * 3 + 1], a.root[frame * 3 + 2]]);
    const jumps = hips.slice(1).map((place, i) => Math.hypot(...place.map((value, axis) => value - hips[i][axis])));
    expect(Math.max(...jumps)).toBeLessThan(0.12);
    expect(a.root[59 * 3 + 2]).toBeGreaterThan(0.5);
  });

  it('goes from one motion to another through its latents', () => {
    const [walk, other] = clips('held out', 1);
    const [start, end] = [0, 1].map((t) => interpolateMotion(model, walk, other, t));
    const middle = interpolateMotion(model, walk, other, 0.5);
    expect(poseDistance(start, middle)).toBeGreaterThan(0);
    expect(poseDistance(start, middle)).toBeLessThan(poseDistance(start, end) + 0.05);
    expect(() => interpolateMotion(model, walk, other, 2)).toThrow(RangeError);
  });

  it('fills a gap so that both ends are met', () => {
    const clip = createMotion({ kind: 'walk', style: 'neutral', seconds: 2, seed: 'gap', speed: 1.3 });
    const cut = (from: number, to: number): MotionClip => ({
      ...clip,
      root: clip.root.slice(from * 3, to * 3),
      rotations: clip.rotations.slice(from * 21 * 4, to * 21 * 4),
    });
    const gap = inbetweenMotion(model, cut(0, 20), cut(30, 60), { seconds: 10 / 30, kind: 'walk' });
    expect(frameCount(gap)).toBe(10);
    const step = (a: MotionClip, i: number, b: MotionClip, j: number): number => {
      const [p, q] = [poseAt(a, i).root, poseAt(b, j).root];
      return Math.hypot(...p.map((value, axis) => value - q[axis]));
    };
    expect(step(clip, 19, gap, 0)).toBeLessThan(0.1);
    expect(step(gap, 9, clip, 30)).toBeLessThan(0.1);
    expect(poseDistance(gap, cut(20, 30))).toBeLessThan(0.2);
    expect(() => inbetweenMotion(model, cut(0, 20), cut(30, 60), { seconds: 9, kind: 'walk' })).toThrow(/seconds must lie in/);
  });

  it('gives a walk another style: the tired one hangs its head', () => {
    const walk = createMotion({ kind: 'walk', style: 'neutral', seconds: 2, seed: 'style', speed: 1.3 });
    const tired = transferStyle(model, walk, { kind: 'walk', style: 'neutral' }, 'tired');
    const headForward = (clip: MotionClip): number => {
      const positions = worldPositions(clip);
      const [head, hips] = [jointIndex(clip.skeleton, 'Head'), jointIndex(clip.skeleton, 'Hips')];
      const frames = frameCount(clip);
      let sum = 0;
      for (let frame = 0; frame < frames; frame++)
        sum += positions[(frame * 21 + head) * 3 + 2] - positions[(frame * 21 + hips) * 3 + 2];
      return sum / frames;
    };
    expect(headForward(tired)).toBeGreaterThan(headForward(walk) + 0.03);
  });

  it('is the same after saving and loading', async () => {
    const path = join(folder, 'model');
    await saveMotionModel(path, model);
    const loaded = await loadMotionModel(path);
    const request = { kind: 'wave', style: 'neutral', seed: 4 } as const;
    expect(sampleMotion(loaded, request)).toEqual(sampleMotion(model, request));
    loaded.vae.dispose();
  });

  it('says what it does not know and what does not fit', async () => {
    expect(() => sampleMotion(model, { kind: 'swim' })).toThrow(/has not learned the kind "swim"/);
    expect(() => sampleMotion(model, { kind: 'walk', style: 'drunk' })).toThrow(/It knows|has not learned the style/);
    const [walk] = clips('held out', 1);
    const short = createMotion({ kind: 'walk', seconds: 0.5 });
    expect(() => transferStyle(model, short, walk, 'tired')).toThrow(/a window 32/);
    await expect(loadMotionModel(join(folder, 'nothing'))).rejects.toMatchObject({ code: 'NO_MODEL' });
    const damaged = join(folder, 'damaged');
    await saveMotionModel(damaged, model);
    const weights = join(damaged, 'decoder', 'weights.bin');
    await writeFile(weights, (await readFile(weights)).subarray(0, 1000));
    await expect(loadMotionModel(damaged)).rejects.toMatchObject({ code: 'DAMAGED_NETWORK' });
  });
});

describe('a folder of BVH files', () => {
  it('gives clips labelled by their folders, and says which file is damaged', async () => {
    const root = join(folder, 'bvh');
    await mkdir(join(root, 'walk', 'tired'), { recursive: true });
    await mkdir(join(root, 'wave'), { recursive: true });
    await writeFile(join(root, 'walk', 'tired', 'a.bvh'), formatBvh(createMotion({ kind: 'walk', seconds: 1 })));
    await writeFile(join(root, 'wave', 'b.BVH'), formatBvh(createMotion({ kind: 'wave', seconds: 1 }), { unitsPerMetre: 100 }));
    await writeFile(join(root, 'notes.txt'), 'no motion');
    const { motions } = await readMotionFolder(root);
    expect(motions.map(({ kind, style }) => [kind, style])).toEqual([
      ['walk', 'tired'],
      ['wave', undefined],
    ]);
    await writeFile(join(root, 'broken.bvh'), 'HIERARCHY\n');
    await expect(readMotionFolder(root)).rejects.toThrow(/broken\.bvh: line 2/);
    expect((await readMotionFolder(root, { onUnreadable: 'skip' })).skipped).toHaveLength(1);
    await expect(readMotionFolder(join(root, 'nowhere'))).rejects.toMatchObject({ code: 'NO_MOTION' });
    await mkdir(join(root, 'empty'));
    await expect(readMotionFolder(join(root, 'empty'))).rejects.toMatchObject({ code: 'NO_MOTION' });
  });

  it('must be of one skeleton and of clips as long as a window', async () => {
    const walk = { kind: 'walk', clip: createMotion({ kind: 'walk', seconds: 1 }) };
    const other = { ...walk, clip: { ...walk.clip, skeleton: { joints: walk.clip.skeleton.joints.slice(0, 20) } } };
    await expect(createMotionModel([walk, other])).rejects.toThrow(
      /skeletons differ at joint 20: expected RightToe, got no more/,
    );
    await expect(createMotionModel([walk])).rejects.toMatchObject({ code: 'NO_MOTION' });
    await expect(createMotionModel([])).rejects.toMatchObject({ code: 'NO_MOTION' });
  });
});
