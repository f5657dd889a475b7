import { afterAll, expect, it } from 'vitest';
import type { Frame } from '@filmai/core-tensor/frames';
import { releaseStoryboardNetworks } from '@filmai/gan/storyboard';
import { drawShot, stageShot, type CameraMove } from '@filmai/storyboard';
import { draftFrames } from './draft-shot.js';

const staged = (move: CameraMove) =>
  stageShot({ place: 'KITCHEN', time: 'DAY', size: 'wide', move, cast: [] }, { width: 320, height: 180, seed: 1 });

async function film(move: CameraMove): Promise<Frame[]> {
  const frames: Frame[] = [];
  for await (const frame of draftFrames(staged(move), { seconds: 0.5, fps: 24 })) frames.push(frame);
  return frames;
}

afterAll(releaseStoryboardNetworks);

it('drafts a still shot once, in the size and at the times of the film', async () => {
  const frames = await film('static');
  expect(frames).toHaveLength(12);
  expect(frames.map(({ width, height }) => `${width}×${height}`)).toEqual(Array(12).fill('320×180'));
  expect(frames.map(({ seconds }) => seconds)).toEqual(frames.map((_, i) => i / 24));
  expect(new Set(frames.map(({ data }) => data)).size).toBe(1);
});

it('looks like the drawing: the mean difference is less than half of what a grey picture has', async () => {
  const [draft] = await film('static');
  const { data } = drawShot(staged('static'));
  const light = data.reduce((sum, value) => sum + value, 0) / data.length;
  const far = (other: (i: number) => number): number => data.reduce((sum, value, i) => sum + Math.abs(value - other(i)), 0);
  expect(far((i) => draft.data[i])).toBeLessThan(0.5 * far(() => light));
});

it('follows a moving camera a few times a second', async () => {
  const frames = await film('track-left');
  expect(new Set(frames.map(({ data }) => data)).size).toBe(3);
});

it('stops when it is cancelled', async () => {
  const signal = AbortSignal.abort(new Error('enough'));
  await expect(draftFrames(staged('static'), { seconds: 1, fps: 24, signal }).next()).rejects.toThrow('enough');
});
