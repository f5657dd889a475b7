/** @file What is loaded with the effects: workers that only simulate should not pay for a tensor library. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

/** Makes every module of TensorFlow.js impossible to load. */
const HOOK = `export async function resolve(specifier, context, next) {
  if (specifier.startsWith('@tensorflow/')) throw new Error('somebody loads ' + specifier);
  return next(specifier, context);
}`;
const WITHOUT_TENSORS = asUrl(`import { register } from 'node:module'; register(${JSON.stringify(asUrl(HOOK))});`);

/** What a program prints whose process can't load TensorFlow.js. */
async function printed(program: string): Promise<string> {
  const flags = ['--conditions=@filmai/source', '--import', 'tsx', '--import', WITHOUT_TENSORS, '--input-type=module', '--eval'];
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, program], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
  });
  return stdout.trim();
}

function asUrl(source: string): string {
  return `data:text/javascript,${encodeURIComponent(source)}`;
}

describe('the effects, in a process that has no TensorFlow.js', () => {
  it('are simulated, and learned ones disposed where there are none', async () => {
    const program = `
      import { createEffect, disposeLearnedEffects, EFFECT_CARDS } from '@filmai/gan/effects';
      const frames = [...createEffect({ kind: 'snow', seconds: 0.1, width: 64, height: 48 })];
      await disposeLearnedEffects();
      console.log([frames.length, frames[1].data.some((value) => value > 0), EFFECT_CARDS.snow.id].join(' '));`;
    expect(await printed(program)).toBe('2 true filmai-effect-snow-1');
  });

  it('need it where they are learned, and check what they are asked for before', async () => {
    const program = `
      import { generateEffect } from '@filmai/gan/effects';
      for (const seconds of [-1, 0.1])
        await generateEffect('snow', { seconds }).next().catch((error) => console.log(error.message));`;
    const [range, missing] = (await printed(program)).split('\n');
    expect(range).toContain('generateEffect: seconds must lie in 0…36000, got -1');
    expect(missing).toMatch(/^somebody loads @tensorflow\//);
  });
});
