import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { chmod, mkdtemp, open, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRuntime } from '../runtime/index.js';
import { listCheckpoints, loadCheckpoint, saveCheckpoint } from './index.js';
import { packState, unpackState } from './plain-state.js';

let live = 0;
let folder = '';
beforeAll(async () => {
  await createRuntime({ backend: 'cpu' });
  live = tf.memory().numTensors;
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'filmai-checkpoint-'));
  return () => rm(folder, { recursive: true, force: true });
});
afterAll(() => expect(tf.memory().numTensors).toBe(live));

const build = (units = 4, seed = 1): layers.LayersModel =>
  layers.sequential({
    layers: [
      layers.layers.dense({ units, inputShape: [3], kernelInitializer: layers.initializers.glorotNormal({ seed }) }),
      layers.layers.batchNormalization({}),
      layers.layers.leakyReLU({}),
      layers.layers.dense({ units: 1, kernelInitializer: layers.initializers.glorotNormal({ seed: seed + 1 }) }),
    ],
  });
const weightsOf = (model: layers.LayersModel): number[][] => model.getWeights().map((one) => Array.from(one.dataSync()));
const architecture = { kind: 'test', options: { size: 28, colours: 1 } };
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

describe('a checkpoint', () => {
  it('gives back networks, arrays and numbers bit for bit', async () => {
    const [saved, loaded] = [build(4, 1), build(4, 9)];
    const moments = Float32Array.of(0.1, -0, Number.MIN_VALUE, 1e-45, Number.NaN, Number.POSITIVE_INFINITY);
    const state = {
      step: 12,
      architecture,
      networks: { judge: saved },
      optimisers: { judge: { steps: 12, first: [moments], counters: Int32Array.of(1, -1) } },
      averages: { judge: { values: [new Float64Array([Math.PI])] } },
      data: { epoch: 2, order: Uint8Array.of(3, 1, 2) },
      random: { seed: 7, words: [1, 2, 3, 4] },
      extra: { best: Number.NEGATIVE_INFINITY, none: null, minus: -0 },
    };
    await saveCheckpoint(folder, state);
    const { checkpoint, skipped, path } = await loadCheckpoint(folder, { architecture, networks: { judge: loaded } });
    expect({ ...checkpoint, networks: state.networks }).toEqual(state);
    const bits = (array: Float32Array): number[] => [...new Uint32Array(array.buffer)];
    expect(bits((checkpoint.optimisers as typeof state.optimisers).judge.first[0])).toEqual(bits(moments));
    expect(weightsOf(loaded)).toEqual(weightsOf(saved));
    expect(skipped).toEqual([]);
    const stock = await layers.loadLayersModel({
      load: async () => {
        const { modelTopology, weightsManifest } = JSON.parse(
          await readFile(join(path, 'networks/judge/model.json'), 'utf8'),
        ) as tf.io.ModelJSON;
        const bytes = await readFile(join(path, 'networks/judge', weightsManifest[0].paths[0]));
        return { modelTopology, weightSpecs: weightsManifest[0].weights, weightData: Uint8Array.from(bytes).buffer };
      },
    });
    expect(weightsOf(stock)).toEqual(weightsOf(saved));
    for (const model of [saved, loaded, stock]) model.dispose();
  });

  it('keeps the newest ones, also where the step went back', async () => {
    for (const step of [10, 20, 30, 15]) await saveCheckpoint(folder, { step, architecture, networks: {} }, { keep: 2 });
    expect((await listCheckpoints(folder)).map(({ step }) => step)).toEqual([15, 30]);
    expect((await loadCheckpoint(folder)).checkpoint.step).toBe(15);
    expect(await readdir(folder)).toHaveLength(2);
  });

  it('that is damaged or half-written is passed over with the reason, for the one before', async () => {
    const model = build();
    for (let step = 1; step <= 6; step++)
      await saveCheckpoint(folder, { step, architecture, networks: { judge: model }, extra: new Float32Array(9) }, { keep: 9 });
    const [cut, flipped, lost, header, version] = (await listCheckpoints(folder)).map(({ path }) => path);
    await truncate(join(cut, 'state.bin'), 5);
    const weights = await readFile(join(flipped, 'networks/judge/weights.bin'));
    weights[3] ^= 1;
    await writeFile(join(flipped, 'networks/judge/weights.bin'), weights);
    await rm(join(lost, 'networks/judge/model.json'));
    await truncate(join(header, 'checkpoint.jsonl'), 200);
    const text = await readFile(join(version, 'checkpoint.jsonl'), 'utf8');
    await writeFile(join(version, 'checkpoint.jsonl'), text.replace('"version":1', '"version":9'));
    const { checkpoint, skipped } = await loadCheckpoint(folder, { networks: { judge: model } });
    expect(checkpoint.step).toBe(1);
    expect(skipped.map(({ path }) => path)).toEqual([cut, flipped, lost, header, version]);
    const reasons = skipped.map(({ reason }) => reason);
    expect(reasons[0]).toBe('state.bin has 5 of 40 bytes');
    expect(reasons[1]).toMatch(/^networks\/judge\/weights.bin has changed: expected SHA-256 \w{64}, got \w{64}$/);
    expect(reasons[2]).toBe('networks/judge/model.json is missing');
    expect(reasons[3]).toMatch(/^checkpoint.jsonl has changed/);
    expect(reasons[4]).toBe('its format has version 9, this program reads 1');
    model.dispose();
  });

  it('says when there is none, or none that is whole', async () => {
    await expect(loadCheckpoint(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'NO_CHECKPOINT' });
    const path = await saveCheckpoint(folder, { step: 1, architecture, networks: {} });
    await rm(join(path, 'checkpoint.jsonl'));
    await expect(loadCheckpoint(folder)).rejects.toThrow('none of 1 checkpoints is whole');
  });

  it('of another architecture is refused, with the first difference, and changes nothing', async () => {
    const [saved, wide] = [build(4), build(5, 3)];
    await saveCheckpoint(folder, { step: 1, architecture, networks: { judge: saved } });
    const other = { kind: 'test', options: { size: 64, colours: 3 } };
    await expect(loadCheckpoint(folder, { architecture: other })).rejects.toThrow(
      'another architecture: options.size: expected 64, got 28',
    );
    const before = weightsOf(wide);
    await expect(loadCheckpoint(folder, { networks: { judge: wide } })).rejects.toThrow(
      /^judge, layer 0 "dense_Dense\d+", weights.kernel\[1\]: expected 5, got 4/,
    );
    await expect(loadCheckpoint(folder, { networks: { painter: wide } })).rejects.toThrow(
      'networks: expected painter, got judge',
    );
    expect(weightsOf(wide)).toEqual(before);
    saved.dispose();
    wide.dispose();
  });

  it('leaves nothing behind where it is cancelled or can not be written', async () => {
    const state = { step: 1, architecture, networks: {} };
    const cancelled = new AbortController();
    const writing = saveCheckpoint(folder, { ...state, extra: new Float32Array(3_000_000) }, { signal: cancelled.signal });
    cancelled.abort(new Error('enough'));
    await expect(writing).rejects.toThrow('enough');
    expect(await readdir(folder)).toEqual([]);
    await writeFile(join(folder, 'file'), '');
    await expect(saveCheckpoint(join(folder, 'file', 'run'), state)).rejects.toMatchObject({ code: 'NO_FOLDER' });
    await expect(saveCheckpoint(folder, { ...state, extra: { work: () => 1 } })).rejects.toThrow(
      'state.extra.work: only plain data can be saved, got a function',
    );
    await expect(saveCheckpoint(folder, state, { keep: 0 })).rejects.toThrow('keep must be a whole number of at least 1');
    await expect(saveCheckpoint(folder, { ...state, step: 0.5 })).rejects.toThrow('step must be a whole number of at least 0');
    expect(await readdir(folder)).toEqual(['file']);
  });

  it('says that the disk is full, and keeps what there was', async () => {
    const state = { step: 1, architecture, networks: {} };
    await saveCheckpoint(folder, state);
    const handle = await open(join(folder, 'file'), 'w');
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    const write = vi.spyOn(Object.getPrototypeOf(handle) as typeof handle, 'writeFile').mockRejectedValueOnce(full);
    await expect(saveCheckpoint(folder, { ...state, step: 2 }, { keep: 1 })).rejects.toMatchObject({ code: 'DISK_FULL' });
    write.mockRestore();
    await handle.close();
    expect((await readdir(folder)).sort()).toEqual(['00001-step-1', 'file']);
    expect((await loadCheckpoint(folder)).checkpoint.step).toBe(1);
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('says that a folder may not be written', async () => {
    await chmod(folder, 0o500);
    await expect(saveCheckpoint(folder, { step: 1, architecture, networks: {} })).rejects.toMatchObject({ code: 'NOT_WRITABLE' });
    await chmod(folder, 0o700);
  });

  it('survives kill −9 while the next one is written', async () => {
    const program = `
      import { saveCheckpoint } from '@filmai/core-tensor/checkpoints';
      for (let step = 1; ; step++)
        await saveCheckpoint(process.argv[1], { step, architecture: {}, networks: {}, extra: new Float32Array(4e6).fill(step) });`;
    const flags = ['--conditions=@filmai/source', '--import', 'tsx', '--input-type=module', '-e', program, folder];
    const child = spawn(process.execPath, flags, { cwd: root, stdio: 'ignore' });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const killed = await new Promise<boolean>((resolve) => {
      const watch = setInterval(() => {
        const names = readdirSync(folder);
        const half = names.some((name) => name.includes('.part.') && !name.startsWith('.gone'));
        if (child.exitCode === null && !(half && names.includes('00002-step-2'))) return;
        clearInterval(watch);
        resolve(child.kill('SIGKILL'));
      }, 1);
    });
    await ended;
    expect(killed).toBe(true);
    const { checkpoint, skipped } = await loadCheckpoint(folder);
    expect(skipped).toEqual([]);
    expect(checkpoint.step).toBeGreaterThanOrEqual(2);
    expect((checkpoint.extra as Float32Array).every((value) => value === checkpoint.step)).toBe(true);
    await saveCheckpoint(folder, { step: 99, architecture: {}, networks: {} });
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

describe('plain state', () => {
  it('comes back as it was, whatever it is made of', () => {
    const leaf = fc.oneof(
      fc.double(),
      fc.string(),
      fc.boolean(),
      fc.constant(null),
      fc.float32Array(),
      fc.int32Array(),
      fc.uint8Array(),
    );
    const tree = fc.letrec((tie) => ({
      node: fc.oneof({ maxDepth: 3 }, leaf, fc.array(tie('node')), fc.dictionary(fc.string({ minLength: 1 }), tie('node'))),
    })).node;
    fc.assert(
      fc.property(tree, (value) => {
        let packed: ReturnType<typeof packState>;
        try {
          packed = packState(value, 'state');
        } catch (error) {
          expect((error as Error).message).toMatch(/a key can't begin with \$/);
          return;
        }
        expect(unpackState({ json: JSON.parse(JSON.stringify(packed.json)), bytes: packed.bytes })).toEqual(value);
      }),
      { numRuns: 60 },
    );
  });
});
