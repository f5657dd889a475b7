/** @file The model that comes with the package: whole, small, and better than standing still. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRuntime } from '@filmai/core-tensor/runtime';
import {
  createMotion,
  frameCount,
  jointIndex,
  loadMotionModel,
  MOTION_KINDS,
  sampleMotion,
  transferStyle,
  worldPositions,
  type MotionClip,
  type MotionModel,
} from './index.js';

interface Card {
  bytes: number;
  sha256: Record<string, string>;
}

const folder = new URL('../../models/motion/', import.meta.url);
let before = 0;
let model: MotionModel;
beforeAll(async () => {
  await startRuntime();
  before = tf.memory().numTensors;
  model = await loadMotionModel();
});
afterAll(() => {
  model.vae.dispose();
  expect(tf.memory().numTensors).toBe(before);
});

const heights = (clip: MotionClip, name: string): number[] => {
  const positions = worldPositions(clip);
  const joint = jointIndex(clip.skeleton, name);
  return Array.from({ length: frameCount(clip) }, (_, frame) => positions[(frame * clip.skeleton.joints.length + joint) * 3 + 1]);
};

describe('the motion model of the package', () => {
  it('is what its card says, and under three megabytes', async () => {
    const card = JSON.parse(await readFile(new URL('card.json', folder), 'utf8')) as Card;
    let bytes = 0;
    for (const [name, expected] of Object.entries(card.sha256)) {
      const content = await readFile(fileURLToPath(new URL(name, folder)));
      bytes += content.length;
      expect(createHash('sha256').update(content).digest('hex'), name).toBe(expected);
    }
    expect(bytes).toBe(card.bytes);
    expect(bytes).toBeLessThan(3 * 2 ** 20);
  });

  it('knows every kind and shows it', () => {
    expect(model.labels.kinds).toEqual([...MOTION_KINDS]);
    const sample = (kind: string): MotionClip => sampleMotion(model, { kind, style: 'neutral', seed: 11 });
    expect(sample('walk').root.at(-1)).toBeGreaterThan(1.5);
    expect(sample('run').root.at(-1)).toBeGreaterThan(3);
    expect(Math.min(...heights(sample('sit'), 'Hips'))).toBeLessThan(0.7);
    expect(Math.max(...heights(sample('wave'), 'RightHand'))).toBeGreaterThan(1.4);
    expect(Math.max(...heights(sample('jump'), 'Hips'))).toBeGreaterThan(1);
    expect(Math.min(...heights(sample('fall'), 'Head'))).toBeLessThan(0.6);
    for (const kind of MOTION_KINDS) {
      const clip = sample(kind);
      for (const { name } of clip.skeleton.joints)
        expect(Math.min(...heights(clip, name)), `${kind} ${name}`).toBeGreaterThan(-1e-5);
    }
  });

  it('makes a proud walk as bowed as a tired one', () => {
    const walk = (style: 'proud' | 'tired'): MotionClip => createMotion({ kind: 'walk', style, seconds: 2.5, seed: 'unseen' });
    const headForward = (clip: MotionClip): number => {
      const positions = worldPositions(clip);
      const stride = clip.skeleton.joints.length * 3;
      const head = jointIndex(clip.skeleton, 'Head') * 3 + 2;
      let sum = 0;
      for (let at = 0; at < positions.length; at += stride) sum += positions[at + head] - positions[at + 2];
      return sum / frameCount(clip);
    };
    const made = transferStyle(model, walk('proud'), { kind: 'walk', style: 'proud' }, 'tired');
    expect(headForward(walk('proud'))).toBeLessThan(0.02);
    expect(Math.abs(headForward(made) - headForward(walk('tired')))).toBeLessThan(0.04);
  });
});
