import { MissingPeerError } from '@filmai/core-tensor/errors';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFountain, parseFountain } from '../fountain/index.js';
import { countSyllables, measureSpoken } from './dubbing.js';
import { translateScript } from './translate-script.js';
import type { TranslationMemory } from './translate-script.js';
import { openTransformersTranslator } from './translator.js';
import type { Translator } from './translator.js';

const text = `Title: The Lamp

INT. LIGHTHOUSE - NIGHT #12A#

Mara lifts *the lamp*. It weighs 4.5 pounds.

MARA (V.O.)
(quietly)
Wait for Tomas, at _10:30_.
He **never** comes early.

> CUT TO:

TOMAS ^
The lamp!
`;
const { screenplay } = parseFountain(text);
const languages = { from: 'en', to: 'de' };
const by = (translate: (text: string) => string): Translator => ({
  id: 'test',
  translate: async (texts) => texts.map(translate),
});
const identity = by((line) => line);

describe('translateScript', () => {
  it('gives an equal script with a translator that changes nothing', async () => {
    const { screenplay: same, remarks } = await translateScript(screenplay, { ...languages, translator: identity });
    expect(same).toEqual(screenplay);
    expect(formatFountain(same)).toBe(text);
    expect(remarks).toEqual([]);
    const piece = fc.constantFrom(
      'INT. X - DAY\n',
      '\n',
      'MARA\n',
      'He *runs* 3 _times_.\n',
      '(low)\n',
      '[1] and [2]\n',
      '**a**b*c*\n',
      '我们 5\n',
      '> x <\n',
      '~la la\n',
      '[[note]] a\n',
      '  \n',
      '()\n',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 14 }), async (pieces) => {
        const original = parseFountain(pieces.join('')).screenplay;
        const glossary = { runs: 'runs', 我们: '我们' };
        const parts = ['dialogue', 'lyrics', 'parenthetical', 'action', 'centered', 'transition', 'section', 'synopsis'] as const;
        const result = await translateScript(original, { ...languages, translator: identity, glossary, parts });
        expect(result.screenplay).toEqual(original);
      }),
    );
  });

  it('keeps structure, cues, headings, names, numbers and emphasis', async () => {
    const { screenplay: loud, method } = await translateScript(screenplay, {
      ...languages,
      translator: by((line) => line.toUpperCase()),
    });
    expect(method).toBe('test');
    expect(formatFountain(loud)).toBe(
      text
        .replace('Mara lifts *the lamp*. It weighs 4.5 pounds.', 'Mara LIFTS *THE LAMP*. IT WEIGHS 4.5 POUNDS.')
        .replace('(quietly)', '(QUIETLY)')
        .replace('Wait for Tomas, at _10:30_.', 'WAIT FOR Tomas, AT _10:30_.')
        .replace('He **never** comes early.', 'HE **NEVER** COMES EARLY.')
        .replace('The lamp!', 'THE LAMP!'),
    );
  });

  it('puts in what the glossary says, whatever the translator does with the words around', async () => {
    const backwards = by((line) => line.split(' ').reverse().join(' '));
    const result = await translateScript(parseFountain('A boat near the old Light House.\n').screenplay, {
      ...languages,
      translator: backwards,
      glossary: { 'Light House': 'Leuchtturm', boat: 'Boot' },
    });
    expect(result.screenplay.elements[0].text).toBe('Leuchtturm. old the near Boot A');
  });

  it('translates in pieces where the translator loses a mark, and says so', async () => {
    const deaf = by((line) => line.replace(/\[\d+\]/g, '').toUpperCase());
    const { screenplay: done, remarks } = await translateScript(screenplay, { ...languages, translator: deaf });
    const action = done.elements.find(({ type }) => type === 'action');
    expect(action?.text).toBe('Mara LIFTS THE LAMP. IT WEIGHS 4.5 POUNDS.');
    expect(action?.styled?.find(({ italic }) => italic)?.text).toBe('THE LAMP');
    expect(remarks[0]).toMatchObject({ element: 1, message: expect.stringContaining('in pieces') as string });
  });

  it('leaves a line that came back empty', async () => {
    const { screenplay: same, remarks } = await translateScript(parseFountain('He runs.\n').screenplay, {
      ...languages,
      translator: by(() => ' '),
    });
    expect(same.elements[0].text).toBe('He runs.');
    expect(remarks.length).toBe(1);
  });

  it('sends each line once, in batches, and goes on from a memory', async () => {
    const script = parseFountain(Array.from({ length: 7 }, (_, i) => `He says ${'abcdefg'[i % 5]}.`).join('\n\n')).screenplay;
    const batches: number[] = [];
    let fail = true;
    const translator: Translator = {
      id: 'test',
      translate: async (texts) => {
        if (batches.length === 2 && fail) throw new Error('cable');
        batches.push(texts.length);
        return texts.map((line) => line.toUpperCase());
      },
    };
    const memory: TranslationMemory = { ...languages, translator: 'test', lines: {} };
    const broken = translateScript(script, { ...languages, translator, batch: 2, memory });
    await expect(broken).rejects.toMatchObject({
      code: 'TRANSLATION_FAILED',
      message: expect.stringContaining('cable, after 4 of 5 lines') as string,
    });
    expect(Object.keys(memory.lines).length).toBe(4);
    fail = false;
    const whole = await translateScript(script, { ...languages, translator, batch: 2, memory: structuredClone(memory) });
    expect(batches).toEqual([2, 2, 1]);
    expect(whole.screenplay.elements[6].text).toBe('HE SAYS B.');
    await expect(translateScript(script, { from: 'en', to: 'fr', translator, memory })).rejects.toThrow(
      'the memory is of test from en to de',
    );
  });

  it('is cancelled between batches with the memory whole', async () => {
    const stop = new AbortController();
    const memory: TranslationMemory = { ...languages, translator: 'slow', lines: {} };
    const translator: Translator = {
      id: 'slow',
      translate: async (texts) => {
        stop.abort(new Error('enough'));
        return [...texts];
      },
    };
    await expect(
      translateScript(screenplay, { ...languages, translator, memory, batch: 1, signal: stop.signal }),
    ).rejects.toThrow('enough');
    expect(Object.keys(memory.lines).length).toBe(0);
  });

  it.each([
    ['too few texts', async () => []],
    ['no texts', async () => [1] as unknown as string[]],
    ['nothing', async () => undefined as unknown as string[]],
  ])('refuses a translator that answers with %s', async (_, translate) => {
    const translated = translateScript(parseFountain('He runs.\n').screenplay, {
      ...languages,
      translator: { id: 'bad', translate },
    });
    await expect(translated).rejects.toMatchObject({ code: 'TRANSLATION_FAILED' });
  });

  it('reports lengths for dubbing', async () => {
    const script = parseFountain('MARA\nWe wait here.\n\nTOMAS\nNo.\n').screenplay;
    const translator = by((line) => (line === 'No.' ? 'Auf gar keinen Fall.' : 'Wir warten hier.'));
    const { lines } = await translateScript(script, { ...languages, translator });
    expect(lines.map(({ character, tooLong }) => [character, tooLong])).toEqual([
      ['MARA', true],
      ['TOMAS', true],
    ]);
    expect(lines[1]).toMatchObject({ element: 3, original: { syllables: 1 }, translated: { syllables: 5 } });
    expect(lines[1].ratio).toBeCloseTo(5 / 5.97 / (1 / 6.19));
  });

  it('names what to install, or which model is missing, where no translator is there', async () => {
    const importPackage = async (): Promise<never> => Promise.reject(new Error('Cannot find package'));
    const error = await openTransformersTranslator({ ...languages, importPackage }).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(MissingPeerError);
    expect((error as Error).message).toContain('npm install @huggingface/transformers');
    await expect(openTransformersTranslator({ ...languages, folder: '/no/models' })).rejects.toMatchObject({
      code: 'NO_MODEL',
      message: expect.stringContaining('Xenova/opus-mt-en-de') as string,
    });
  });

  it('runs a transformers pipeline line by line with the codes of its languages', async () => {
    const seen: unknown[] = [];
    const run = async (line: string, options: Record<string, unknown>): Promise<unknown> => {
      seen.push(line, options.tgt_lang);
      return line === 'bad' ? [{}] : [{ translation_text: `<${line}>` }];
    };
    const importPackage = async (): Promise<unknown> => ({ env: { version: '4' }, pipeline: async () => run });
    const translator = await openTransformersTranslator({
      ...languages,
      importPackage,
      codes: { from: 'eng_Latn', to: 'deu_Latn' },
    });
    expect(await translator.translate(['a', 'b'], languages)).toEqual(['<a>', '<b>']);
    expect(seen).toEqual(['a', 'deu_Latn', 'b', 'deu_Latn']);
    await expect(translator.translate(['bad'], languages)).rejects.toMatchObject({ code: 'MODEL_FAILED' });
  });

  it('refuses wrong options', async () => {
    await expect(translateScript(screenplay, { from: 'English', to: 'de', translator: identity })).rejects.toBeInstanceOf(
      RangeError,
    );
    await expect(translateScript(screenplay, { ...languages, translator: identity, batch: 0 })).rejects.toBeInstanceOf(
      RangeError,
    );
    await expect(translateScript(screenplay, { ...languages, translator: identity, tolerance: -1 })).rejects.toBeInstanceOf(
      RangeError,
    );
    await expect(
      translateScript(screenplay, { ...languages, translator: identity, glossary: { ' ': 'x' } }),
    ).rejects.toBeInstanceOf(TypeError);
    await expect(translateScript({} as typeof screenplay, { ...languages, translator: identity })).rejects.toBeInstanceOf(
      TypeError,
    );
  });
});

describe('countSyllables', () => {
  it.each([
    ['en', 'We wait here', 3],
    ['en', 'lighthouse keeper', 4],
    ['en', 'He wanted to make cakes', 6],
    ['de', 'Leuchtturm', 2],
    ['fr', 'une petite lampe', 4],
    ['es', 'la lámpara', 4],
    ['zh', '你好吗', 3],
    ['en', '', 0],
  ])('in %s: %s', (language, line, count) => {
    expect(countSyllables(line, language)).toBe(count);
  });

  it('takes the mean rate for a language that was not measured', () => {
    expect(measureSpoken('la la la', 'pl').seconds).toBeCloseTo(3 / 6.74);
  });
});
