import { appendFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createRuntime } from '../runtime/index.js';
import { fillNetwork, loadNetwork, loadNetworkFiles, saveNetwork } from './index.js';

let live = 0;
let folder = '';
beforeAll(async () => {
  await createRuntime({ backend: 'cpu' });
  live = tf.memory().numTensors;
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'filmai-network-'));
  return () => rm(folder, { recursive: true, force: true });
});
afterAll(() => expect(tf.memory().numTensors).toBe(live));

/** Two branches, a model inside a model, and weights that aren't trained. */
const build = (seed: number, units = 3): layers.LayersModel => {
  const kernelInitializer = layers.initializers.glorotNormal({ seed });
  const input = layers.input({ shape: [4, 4, 1] });
  const inner = layers.sequential({
    layers: [
      layers.layers.conv2d({ filters: 2, kernelSize: 3, inputShape: [4, 4, 1], kernelInitializer }),
      layers.layers.batchNormalization({}),
    ],
  });
  const left = layers.layers.flatten().apply(inner.apply(input)) as layers.SymbolicTensor;
  const right = layers.layers.flatten().apply(input) as layers.SymbolicTensor;
  const joined = layers.layers.concatenate().apply([left, right]) as layers.SymbolicTensor;
  const outputs = layers.layers.dense({ units, kernelInitializer }).apply(joined) as layers.SymbolicTensor;
  return layers.model({ inputs: input, outputs });
};
const weightsOf = (model: layers.LayersModel): number[][] => model.getWeights().map((one) => Array.from(one.dataSync()));
const answer = (model: layers.LayersModel): number[] =>
  tf.tidy(() => Array.from((model.predict(tf.reshape(tf.linspace(-1, 1, 16), [1, 4, 4, 1])) as tf.Tensor).dataSync()));

describe('a network in files', () => {
  it('comes back with the same weights and answers', async () => {
    const model = build(1);
    await saveNetwork(join(folder, 'made', 'here'), model);
    const loaded = await loadNetwork(join(folder, 'made', 'here', 'model.json'));
    expect(weightsOf(loaded)).toEqual(weightsOf(model));
    expect(answer(loaded)).toEqual(answer(model));
    model.dispose();
    loaded.dispose();
  });

  it('replaces an earlier one without a moment in which neither is whole, and leaves two files', async () => {
    const [first, second, third] = [build(1), build(2), build(3)];
    for (const model of [first, second, third]) await saveNetwork(folder, model);
    expect((await readdir(folder)).sort()).toEqual(['model.json', 'weights.bin']);
    await saveNetwork(folder, first);
    const loaded = await loadNetwork(folder);
    expect(weightsOf(loaded)).toEqual(weightsOf(first));
    for (const model of [first, second, third, loaded]) model.dispose();
  });

  it('written by stock TensorFlow.js is read and fills a network of ours', async () => {
    const [model, target] = [build(1), build(2)];
    await model.save({
      save: async ({ modelTopology, weightSpecs, weightData }) => {
        const weightsManifest = [{ paths: ['a.bin', 'b.bin'], weights: weightSpecs }];
        const bytes = new Uint8Array(weightData as ArrayBuffer);
        await writeFile(join(folder, 'a.bin'), bytes.subarray(0, 10));
        await writeFile(join(folder, 'b.bin'), bytes.subarray(10));
        await writeFile(join(folder, 'model.json'), JSON.stringify({ modelTopology, weightsManifest }));
        return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
      },
    });
    fillNetwork(target, await loadNetworkFiles(folder));
    expect(answer(target)).toEqual(answer(model));
    const loaded = await loadNetwork(folder);
    expect(answer(loaded)).toEqual(answer(model));
    for (const one of [model, target, loaded]) one.dispose();
  });

  it('that is damaged is refused; the message names file or layer', async () => {
    const model = build(1);
    await expect(loadNetwork(folder)).rejects.toMatchObject({ code: 'NO_NETWORK' });
    await saveNetwork(folder, model);
    const weights = join(folder, 'weights.bin');
    const bytes = await readFile(weights);
    await appendFile(weights, 'more');
    await expect(loadNetwork(folder)).rejects.toThrow(`its layers need ${bytes.length} bytes of weights`);
    await truncate(weights, bytes.length - 1);
    await expect(loadNetwork(folder)).rejects.toThrow(/layer dense_Dense\d+: its weight dense_Dense\d+\/bias ends at byte/);
    bytes[0] ^= 1;
    await writeFile(weights, bytes);
    await expect(loadNetwork(folder)).rejects.toThrow('its weights have changed: expected SHA-256');
    await rm(weights);
    await expect(loadNetwork(folder)).rejects.toThrow("its weights weights.bin can't be read");
    await writeFile(join(folder, 'model.json'), '{"a":');
    await expect(loadNetwork(folder)).rejects.toThrow('it is not JSON');
    await writeFile(join(folder, 'model.json'), '{}');
    await expect(loadNetwork(folder)).rejects.toMatchObject({ code: 'DAMAGED_NETWORK' });
    model.dispose();
  });

  it('of other layers fills nothing; the message names the layer', async () => {
    const [model, other] = [build(1), build(2, 5)];
    await saveNetwork(folder, model);
    const before = weightsOf(other);
    const saved = await loadNetworkFiles(folder);
    expect(() => fillNetwork(other, saved, 'judge')).toThrow(
      /judge, layer \d "dense_Dense\d+", weights.kernel\[1\]: expected 5, got 3/,
    );
    const fewer = layers.sequential({ layers: [layers.layers.flatten({ inputShape: [4, 4, 1] })] });
    expect(() => fillNetwork(fewer, saved)).toThrow(
      /network, layer 0 "flatten_Flatten\d+", kind: expected "Flatten", got "InputLayer"/,
    );
    expect(weightsOf(other)).toEqual(before);
    for (const one of [model, other, fewer]) one.dispose();
  });
});
