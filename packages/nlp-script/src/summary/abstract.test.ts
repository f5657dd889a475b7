/** @file Summaries that a model writes: what it is given, what is kept of it, and what happens when it fails. */
import { describe, expect, it } from 'vitest';
import { parseFountain } from '../fountain/index.js';
import type { TextGenerator } from '../generation/text-generator.js';
import type { SummaryPipeline } from './abstract.js';
import { writeSummary } from './abstract.js';

const { screenplay } = parseFountain(
  'INT. CABIN - NIGHT\n\nANNA, 30, hides a key. [[secret note]]\n\nANNA\nThe boat leaves at nine.\n\nEXT. JETTY - DAWN\n\nBen waits.\n',
);

/** Gives back the first words of what it is given. */
const pipeline = (words: number): SummaryPipeline & { given: string[] } => ({
  id: 'transformers:first-words',
  given: [],
  async run(input) {
    this.given.push(String(input));
    return [{ summary_text: String(input).split(/\s+/).slice(0, words).join(' ') }];
  },
});

describe('writeSummary', () => {
  it('sums up each scene, then the whole from the scenes, and names the model', async () => {
    const writer = pipeline(4);
    const summary = await writeSummary(screenplay, { writer });
    expect(summary).toMatchObject({
      method: 'transformers',
      model: 'transformers:first-words',
      scenes: [
        { text: 'INT. CABIN - NIGHT', scenes: [0] },
        { text: 'EXT. JETTY - DAWN', scenes: [1] },
      ],
      script: { text: 'INT. CABIN - NIGHT', scenes: [0, 1] },
    });
    expect(writer.given[0]).toContain('ANNA:\nThe boat leaves at nine.');
    expect(writer.given[0]).not.toContain('secret');
  });

  it('takes a generator and stops it at the end of its paragraph', async () => {
    const prompts: string[] = [];
    const writer: TextGenerator = {
      id: 'by-hand',
      async *generate(prompt, options) {
        prompts.push(prompt);
        expect(options).toMatchObject({ temperature: 0, stop: ['\n\n'], maxTokens: 80 });
        yield { text: ' Anna  hides ' };
        yield { text: 'a key. ', finish: 'end' };
      },
    };
    const summary = await writeSummary(screenplay, { writer, level: 'scene' });
    expect(summary).toMatchObject({ method: 'generator', scenes: [{ text: 'Anna hides a key.' }, {}] });
    expect(summary.script).toBeUndefined();
    expect(prompts[0]).toMatch(/at most 60 words:\n$/);
  });

  it('gives a scene of any length in pieces that fit', async () => {
    const writer = pipeline(3);
    const long = parseFountain(`INT. A - DAY\n\n${'Anna walks on and on along the wall. '.repeat(100)}\n`).screenplay;
    await writeSummary(long, { writer, level: 'scene', inputCharacters: 500 });
    expect(writer.given.length).toBeGreaterThan(7);
    for (const given of writer.given) expect(given.length).toBeLessThanOrEqual(500);
  });

  it('ends with a model that makes nothing shorter', async () => {
    const parrot: SummaryPipeline = { id: 'parrot', run: async (input) => [{ summary_text: input }] };
    const long = parseFountain(`INT. A - DAY\n\n${'Anna walks on. '.repeat(100)}\n`).screenplay;
    await expect(writeSummary(long, { writer: parrot, inputCharacters: 200 })).resolves.toMatchObject({ model: 'parrot' });
  });

  it('reports scenes and can be cancelled between them', async () => {
    const stop = new AbortController();
    const done: number[] = [];
    const running = writeSummary(screenplay, {
      writer: pipeline(3),
      signal: stop.signal,
      onProgress: (progress) => {
        done.push(progress.done);
        stop.abort(new Error('enough'));
      },
    });
    await expect(running).rejects.toThrow('enough');
    expect(done.at(-1)).toBeLessThanOrEqual(1);
  });

  it('refuses a model that writes nothing, and wrong options', async () => {
    const mute: SummaryPipeline = { id: 'mute', run: async () => [{ summary_text: ' ' }] };
    await expect(writeSummary(screenplay, { writer: mute })).rejects.toMatchObject({
      code: 'UNUSABLE_TEXT',
      message: expect.stringContaining('mute') as string,
    });
    await expect(writeSummary(screenplay, { writer: {} as SummaryPipeline })).rejects.toThrow(TypeError);
    await expect(writeSummary(screenplay, { writer: mute, words: 5 })).rejects.toThrow(RangeError);
    await expect(writeSummary(screenplay, { writer: mute, inputCharacters: 10 })).rejects.toThrow(RangeError);
    await expect(writeSummary(screenplay, { writer: mute, level: 'act' as 'scene' })).rejects.toThrow(RangeError);
  });
});
