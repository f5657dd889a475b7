import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MissingPeerError } from '@filmai/core-tensor/errors';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeLetterModel } from '../../test/letter-model.js';
import { openPipeline } from './pipeline.js';
import { retryWithBackOff } from './back-off.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'filmai-pipeline-'));
  await writeLetterModel(join(folder, 'org', 'letters'), { a: { b: 1 } });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A package whose pipeline does what the test says. */
const standIn = (pipeline: (task: string, model: string, options: Record<string, unknown>) => unknown) => {
  const env = { version: '9.9', allowRemoteModels: true, allowLocalModels: false, localModelPath: '/models/' };
  const importPackage = async (): Promise<unknown> => ({
    env,
    pipeline: async (...args: Parameters<typeof pipeline>) => pipeline(...args),
  });
  return { env, importPackage };
};

const offline = (): never => {
  throw new TypeError('fetch failed', { cause: Object.assign(new Error('getaddrinfo ENOTFOUND hub'), { code: 'ENOTFOUND' }) });
};

describe('openPipeline', () => {
  it('names the install line where neither package is installed', async () => {
    const importPackage = async (): Promise<never> => Promise.reject(new Error('Cannot find package'));
    const error = await openPipeline('translation', { model: 'm', importPackage }).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(MissingPeerError);
    expect((error as Error).message).toContain('Run: npm install @huggingface/transformers');
  });

  it('takes the older package where only that is installed', async () => {
    const { importPackage } = standIn(() => async () => 1);
    const pipeline = await openPipeline('summarization', {
      model: 'm',
      importPackage: async (name) => (name === '@xenova/transformers' ? importPackage() : Promise.reject(new Error('none'))),
    });
    expect(pipeline).toMatchObject({ id: 'transformers:m', package: '@xenova/transformers', packageVersion: '9.9' });
  });

  it('points the package at the folder while it loads, and back', async () => {
    const seen: unknown[] = [];
    const { env, importPackage } = standIn((task, model, options) => {
      seen.push(task, model, options.dtype, options.local_files_only, env.localModelPath, env.allowLocalModels);
      return async () => 'ran';
    });
    const pipeline = await openPipeline('text-generation', { model: 'org/letters', folder, importPackage });
    expect(seen).toEqual(['text-generation', join(folder, 'org/letters'), 'fp32', true, `${join(folder, 'org')}/`, true]);
    expect(env).toMatchObject({ allowLocalModels: false, localModelPath: '/models/' });
    expect(await pipeline.run('x')).toBe('ran');
  });

  it('puts the settings back where the load fails, and says which folder', async () => {
    const { env, importPackage } = standIn(() => {
      throw new Error('bad graph');
    });
    const loading = openPipeline('text-generation', { model: join(folder, 'org', 'letters'), importPackage });
    await expect(loading).rejects.toMatchObject({
      code: 'MODEL_FAILED',
      message: expect.stringContaining('bad graph') as string,
    });
    expect(env.localModelPath).toBe('/models/');
  });

  it('names the files that a folder lacks, before anything is loaded', async () => {
    const broken = join(folder, 'broken');
    await mkdir(broken);
    const open = (more: object = {}): Promise<unknown> =>
      openPipeline('translation', { model: 'any', folder: broken, importPackage: standIn(() => 1).importPackage, ...more });
    await expect(open()).rejects.toMatchObject({
      code: 'MODEL_INCOMPLETE',
      message: expect.stringContaining('config.json') as string,
    });
    await writeFile(join(broken, 'config.json'), '{}');
    await expect(open()).rejects.toThrow('tokenizer.json, tokenizer_config.json, onnx/model.onnx');
    await expect(open({ folder: join(folder, 'nowhere') })).rejects.toMatchObject({ code: 'NO_MODEL' });
    await expect(open({ folder: join(folder, 'org'), model: 'letters', precision: 'q8' })).rejects.toThrow(
      'onnx/model_quantized.onnx',
    );
  });

  it('tries a hub that is offline again and then says so', async () => {
    let attempts = 0;
    const { importPackage } = standIn(() => {
      attempts++;
      return offline();
    });
    const error = await openPipeline('translation', { model: 'Xenova/opus', attempts: 2, importPackage }).catch(
      (e: unknown) => e,
    );
    expect(error).toMatchObject({ code: 'HUB_OFFLINE', remedy: expect.stringContaining('Go online') as string });
    expect(attempts).toBe(2);
  });

  it('says that the hub has no such model, at once', async () => {
    let attempts = 0;
    const { importPackage } = standIn(() => {
      attempts++;
      throw new Error('Unauthorized access to file: "https://hub/none/config.json".');
    });
    const opening = openPipeline('translation', { model: 'none', importPackage });
    await expect(opening).rejects.toMatchObject({ code: 'NO_MODEL' });
    expect(attempts).toBe(1);
  });

  it('lets go when it is cancelled in the middle of a load', async () => {
    const { importPackage } = standIn(() => new Promise(() => undefined));
    const stop = new AbortController();
    const opening = openPipeline('translation', { model: 'm', importPackage, signal: stop.signal });
    setTimeout(() => stop.abort(new Error('enough')), 5);
    await expect(opening).rejects.toThrow('enough');
    await expect(openPipeline('translation', { model: 'm', importPackage, signal: stop.signal })).rejects.toThrow('enough');
  });

  it('names model and task where a run fails', async () => {
    const { importPackage } = standIn(() => async () => Promise.reject(new Error('shape')));
    const pipeline = await openPipeline('translation', { model: 'm', importPackage });
    await expect(pipeline.run('x')).rejects.toThrow('transformers:m: failed at translation: shape');
  });

  it('refuses wrong options', async () => {
    await expect(openPipeline('translation', { model: '' })).rejects.toBeInstanceOf(TypeError);
    await expect(openPipeline('translation', { model: 'm', attempts: 0 })).rejects.toBeInstanceOf(RangeError);
    await expect(openPipeline('translation', { model: 'm', precision: 'q2' as 'q8' })).rejects.toBeInstanceOf(RangeError);
    await expect(openPipeline('translation', { model: 'm', package: 'x' as '@xenova/transformers' })).rejects.toBeInstanceOf(
      RangeError,
    );
  });
});

describe('retryWithBackOff', () => {
  it('stops waiting when it is cancelled', async () => {
    const stop = new AbortController();
    const work = retryWithBackOff(async () => Promise.reject(new Error('fetch failed')), {
      attempts: 3,
      firstPauseMs: 60_000,
      signal: stop.signal,
    });
    setTimeout(() => stop.abort(new Error('enough')), 5);
    await expect(work).rejects.toThrow('enough');
  });

  it('does not repeat what will fail again', async () => {
    let runs = 0;
    await expect(
      retryWithBackOff(
        async () => {
          runs++;
          throw new Error('wrong shape');
        },
        { attempts: 5 },
      ),
    ).rejects.toThrow('wrong shape');
    expect(runs).toBe(1);
  });
});
