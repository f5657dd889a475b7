import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs-core';
import { createRuntime } from '@filmai/core-tensor/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crossFeed, tinyGan, weightsOf, type TinyGanOptions } from '../../test/tiny-gan.js';
import { train, type TrainingStep, type TrainOptions } from './index.js';

let before = 0;
const folders: string[] = [];
beforeAll(async () => {
  await createRuntime({ backend: 'wasm' });
  before = tf.memory().numTensors;
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  expect(tf.memory().numTensors).toBe(before);
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'filmai-resume-'));
  folders.push(folder);
  return folder;
}

/** Trains a fresh network; its weights and what was said at the end. */
async function run(
  options: TrainOptions,
  gan: TinyGanOptions = {},
  items = 50,
): Promise<{ weights: number[]; steps: TrainingStep[] }> {
  const trainable = tinyGan({ dropout: 0.2, batchNorm: true, ...gan });
  const steps: TrainingStep[] = [];
  try {
    for await (const step of train(trainable, crossFeed(items), { batchSize: 8, seed: 3, average: 0.9, ...options }))
      steps.push(step);
    return { weights: weightsOf(trainable), steps };
  } finally {
    trainable.dispose();
  }
}

/** A process that trains; `killAt`: it is killed as it has printed that step. Returns what it printed last. */
async function trainInProcess(folder: string, killAt?: number): Promise<string> {
  const script = fileURLToPath(new URL('../../test/train-in-process.ts', import.meta.url));
  const child = spawn(
    process.execPath,
    ['--conditions=@filmai/source', '--import', 'tsx', script, folder, '14', killAt ? '0.05' : '0'],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let [printed, errors] = ['', ''];
  child.stdout.on('data', (text: Buffer) => {
    printed += text.toString();
    if (killAt !== undefined && printed.includes(`step ${killAt}\n`)) child.kill('SIGKILL');
  });
  child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
  const signal = await new Promise<NodeJS.Signals | null>((resolve) => child.on('close', (_, by) => resolve(by)));
  if (killAt === undefined ? !printed.includes('done') : signal !== 'SIGKILL')
    throw new Error(`the process ended early: ${printed}${errors}`);
  return printed.trim().split('\n').at(-1) as string;
}

describe('a resumed training', () => {
  it('equals the unbroken one bit for bit after kill -9: weights, optimisers, averages, data, dropout, spectral vectors', async () => {
    const [whole, broken] = [newFolder(), newFolder()];
    const unbroken = await trainInProcess(whole);
    expect(unbroken).toMatch(/^done [0-9a-f]{64}$/);
    expect(await trainInProcess(broken, 6)).toBe('step 6');
    expect(readdirSync(broken).filter((name) => !name.startsWith('.'))).toEqual(['00001-step-4']);
    expect(await trainInProcess(broken, 11)).toBe('step 11');
    expect(await trainInProcess(broken)).toBe(unbroken);
  });

  it('equals the unbroken one after it was left, in the middle of an epoch', async () => {
    const unbroken = await run({ steps: 9 });
    const folder = newFolder();
    const first = tinyGan({ dropout: 0.2, batchNorm: true });
    const checkpoint = { folder, everySteps: 100, whenStopped: true };
    for await (const { step } of train(first, crossFeed(50), { batchSize: 8, seed: 3, average: 0.9, steps: 9, checkpoint }))
      if (step === 5) break;
    first.dispose();
    const resumed = await run({ steps: 9, checkpoint });
    expect(resumed.steps.map(({ step }) => step)).toEqual([6, 7, 8, 9]);
    expect(resumed.steps[0].resumedFrom).toContain('step-5');
    expect(resumed.steps[1].resumedFrom).toBeUndefined();
    expect(resumed.weights).toEqual(unbroken.weights);
    expect(resumed.steps.at(-1)?.losses).toEqual(unbroken.steps.at(-1)?.losses);
  });

  it('is another one where the seed was another: the comparison above can fail', async () => {
    const [one, other] = [await run({ steps: 3, seed: 1 }), await run({ steps: 3, seed: 2 })];
    expect(one.weights).not.toEqual(other.weights);
  });

  it('goes on where a finished one is given more steps, and does nothing where it is done', async () => {
    const folder = newFolder();
    await run({ steps: 4, checkpoint: folder });
    expect((await run({ steps: 4, checkpoint: folder })).steps).toEqual([]);
    const longer = await run({ steps: 6, checkpoint: folder });
    expect(longer.steps.map(({ step }) => step)).toEqual([5, 6]);
    expect(longer.weights).toEqual((await run({ steps: 6 })).weights);
  });

  it('starts anew where resume is off', async () => {
    const folder = newFolder();
    await run({ steps: 4, checkpoint: folder });
    const { steps } = await run({ steps: 2, checkpoint: folder, resume: false });
    expect(steps.map(({ step }) => step)).toEqual([1, 2]);
  });

  it('takes the checkpoint before a damaged one, and says so', async () => {
    const folder = newFolder();
    await run({ steps: 6, checkpoint: { folder, everySteps: 3 } });
    const newest = readdirSync(folder).sort().at(-1) as string;
    const state = join(folder, newest, 'state.bin');
    const bytes = readFileSync(state);
    bytes[bytes.length >> 1] ^= 1;
    writeFileSync(state, bytes);
    const { steps } = await run({ steps: 6, checkpoint: { folder, everySteps: 3 } });
    expect(steps.map(({ step }) => step)).toEqual([4, 5, 6]);
    expect(steps[0].warnings).toEqual([
      expect.objectContaining({ code: 'damaged-checkpoint', message: expect.stringContaining(newest) as string }),
    ]);
  });

  it('refuses checkpoints of another architecture, seed or data, and leaves the network alone', async () => {
    const folder = newFolder();
    await run({ steps: 2, checkpoint: folder });
    const refused = async (options: Partial<TrainOptions>, gan: TinyGanOptions, items = 50): Promise<unknown> =>
      run({ steps: 4, checkpoint: folder, ...options }, gan, items).then(
        () => 'taken',
        (error: unknown) => error,
      );
    expect(await refused({}, { width: 9 })).toMatchObject({
      code: 'OTHER_ARCHITECTURE',
      message: expect.stringMatching(/width.*9.*24/) as string,
    });
    expect(await refused({ seed: 4 }, {})).toMatchObject({
      code: 'OTHER_RUN',
      message: expect.stringContaining('expected 3, got 4') as string,
    });
    expect(await refused({}, {}, 51)).toMatchObject({ code: 'OTHER_RUN', message: expect.stringContaining('data') as string });
    const fresh = tinyGan({ dropout: 0.2, batchNorm: true });
    const untouched = weightsOf(fresh);
    const steps = train(fresh, crossFeed(51), { steps: 4, seed: 3, batchSize: 8, checkpoint: folder });
    await expect(steps.next()).rejects.toMatchObject({ code: 'OTHER_RUN' });
    expect(weightsOf(fresh)).toEqual(untouched);
    fresh.dispose();
  });
});
