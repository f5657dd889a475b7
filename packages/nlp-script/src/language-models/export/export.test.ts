import { mkdtempSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { collectText } from '../../generation/text-generator.js';
import { createBert, createGpt } from '../language-model.js';
import { languageModelGenerator } from '../model-generator.js';
import { openSession } from '../model-session.js';
import { trainTokenizer } from '../tokenizer.js';
import { trainLanguageModel } from '../train.js';
import { exportToGguf } from './gguf.js';
import { exportToTransformers } from './transformers-folder.js';

const prompt = "The lamp won't turn: 3 ships,  and one — 灯 — is late.";
const tokenizer = trainTokenizer([prompt, prompt], { size: 290 });
const model = createGpt(tokenizer, { context: 96, width: 32, layers: 2, heads: 4 });
const root = mkdtempSync(join(tmpdir(), 'filmai-export-'));
const tokens = tokenizer.encode(prompt);

/** The parts of either package that the tests use. */
interface Transformers {
  env: { allowRemoteModels: boolean; localModelPath: string };
  pipeline(task: 'text-generation', name: string, options: object): Promise<TextGeneration>;
}
interface TextGeneration {
  (text: string, options: object): Promise<{ generated_text: string }[]>;
  tokenizer(text: string): { input_ids: { data: BigInt64Array } };
  model(inputs: object): Promise<{ logits: { data: Float32Array } }>;
  dispose(): Promise<unknown>;
}

const load = async (name: string): Promise<unknown> => import(name).catch(() => undefined) as Promise<unknown>;
const packages = ['@huggingface/transformers', '@xenova/transformers'] as const;
const installed = Object.fromEntries(
  await Promise.all(packages.map(async (name) => [name, (await load(name)) as Transformers | undefined] as const)),
);
const llama = (await load('node-llama-cpp')) as typeof import('node-llama-cpp') | undefined;

beforeAll(async () => {
  // Trained, so that what is likeliest is clearly so: other programs round differently.
  const steps = trainLanguageModel(model, prompt.repeat(12), { steps: 60, batchSize: 2, learningRate: 0.01 });
  while (!(await steps.next()).done);
  await exportToTransformers(join(root, 'local', 'mine'), model);
  await exportToGguf(join(root, 'mine.gguf'), model);
});

async function greedy(maxTokens: number): Promise<string> {
  return (await collectText(languageModelGenerator(model), prompt, { temperature: 0, maxTokens })).text;
}

describe('exportToTransformers', () => {
  for (const name of packages) {
    const reason = installed[name] ? '' : ` (skipped: ${name} is not installed)`;
    it.skipIf(!installed[name])(`is loaded by ${name}, with the same tokens, logits and text${reason}`, async () => {
      const { env, pipeline } = installed[name] as Transformers;
      [env.allowRemoteModels, env.localModelPath] = [false, `${root}/`];
      const generate = await pipeline('text-generation', 'local/mine', { quantized: false, dtype: 'fp32', device: 'cpu' });
      const inputs = generate.tokenizer(prompt);
      expect(Array.from(inputs.input_ids.data, Number)).toEqual(tokens);
      const { logits } = await generate.model(inputs);
      const session = openSession(model);
      let worst = 0;
      tokens.forEach((token, i) =>
        session.read([token]).forEach((value, j) => {
          worst = Math.max(worst, Math.abs(value - logits.data[i * tokenizer.size + j]));
        }),
      );
      expect(worst).toBeLessThan(1e-4);
      const [{ generated_text: text }] = await generate(prompt, { max_new_tokens: 12, do_sample: false });
      expect(text).toBe(prompt + (await greedy(12)));
      await generate.dispose();
    });
  }

  it('writes the files that hubs have', async () => {
    const config = JSON.parse(await readFile(join(root, 'local/mine/config.json'), 'utf8')) as Record<string, unknown>;
    expect(config).toMatchObject({
      model_type: 'gpt2',
      n_embd: 32,
      n_head: 4,
      n_layer: 2,
      n_positions: 96,
      vocab_size: tokenizer.size,
    });
  });
});

describe('exportToGguf', () => {
  const reason = llama ? '' : ' (skipped: node-llama-cpp is not installed)';
  it.skipIf(!llama)(`is loaded by node-llama-cpp, with the same tokens and the same text${reason}`, async () => {
    const { getLlama, LlamaCompletion, LlamaLogLevel } = llama as typeof import('node-llama-cpp');
    const runtime = await getLlama({ gpu: false, build: 'never', logLevel: LlamaLogLevel.error });
    const loaded = await runtime.loadModel({ modelPath: join(root, 'mine.gguf') });
    expect(loaded.tokenize(prompt)).toEqual(tokens);
    const context = await loaded.createContext({ contextSize: 96, threads: 1 });
    const completion = new LlamaCompletion({ contextSequence: context.getSequence() });
    expect(await completion.generateCompletion(prompt, { maxTokens: 12, temperature: 0 })).toBe(await greedy(12));
    await runtime.dispose();
  });

  it('begins tensors where they are said to begin', async () => {
    const bytes = await readFile(join(root, 'mine.gguf'));
    expect(bytes.toString('latin1', 0, 4)).toBe('GGUF');
    expect(bytes.readUInt32LE(4)).toBe(3);
    expect(bytes.length % 32).toBe(0);
    const first = Buffer.from(model.weights['wte.weight'].values.buffer);
    expect(bytes.indexOf(first) % 32).toBe(0);
  });
});

describe('both exports', () => {
  it('refuse what is no GPT', async () => {
    const bert = createBert(tokenizer, { width: 8, heads: 2 });
    await expect(exportToTransformers(root, bert)).rejects.toThrow(TypeError);
    await expect(exportToGguf(join(root, 'bert.gguf'), bert)).rejects.toThrow(/kind "gpt", got "bert"/);
  });

  it('write nothing when they are cancelled', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(exportToGguf(join(root, 'never.gguf'), model, { signal })).rejects.toThrow('enough');
    await expect(readFile(join(root, 'never.gguf'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
