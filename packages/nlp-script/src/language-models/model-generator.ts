/** @file Models of our own as writers: behind the same interface as every other model. */
import { createRandom } from '@filmai/core-tensor/random';
import { drawToken } from '../generation/draw-token.js';
import { createStopFilter } from '../generation/stop-texts.js';
import { completeTextOptions, type TextFinish, type TextGenerator } from '../generation/text-generator.js';
import type { LanguageModel } from './language-model.js';
import { openSession } from './model-session.js';
import { openPretrainedGpt } from './pretrained.js';

/** Milliseconds after which timers and signals get their turn. */
const TURN = 15;

/**
 * A model of our own as a writer.
 *
 * @param model - A `gpt` or a recurrent network.
 * @param options - `id`: how results name it, default `'filmai:gpt'` with its kind.
 * @returns The writer. Same seed, same text; the text may end by itself (`finish` is then `'end'`).
 * @throws TypeError for a masked encoder.
 * @example
 * ```ts
 * import { collectText } from '@filmai/nlp-script/generation';
 * import { createRecurrent, languageModelGenerator, trainLanguageModel, trainTokenizer } from '@filmai/nlp-script/language-models';
 *
 * const text = 'row row row your boat '.repeat(50);
 * const model = createRecurrent(trainTokenizer([text], { size: 270 }), { width: 32 });
 * for await (const { step } of trainLanguageModel(model, text, { steps: 60, batchSize: 4, length: 16 })) if (step === 60) break;
 * const { text: written } = await collectText(languageModelGenerator(model), 'row row', { maxTokens: 12, temperature: 0 });
 * console.log(written.length > 0); // true
 * ```
 */
export function languageModelGenerator(
  model: LanguageModel,
  { id = `filmai:${model.kind}` }: { id?: string } = {},
): TextGenerator {
  openSession(model);
  const { tokenizer } = model;
  return {
    id,
    async *generate(prompt, given) {
      const options = completeTextOptions(prompt, given);
      const session = openSession(model);
      const random = createRandom(options.seed).split('sampling');
      const asked = tokenizer.encode(prompt);
      const history = [...asked];
      const filter = createStopFilter(options.stop);
      const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
      let logits = session.read(asked.length > 0 ? asked : [tokenizer.endOfText]);
      let finish: TextFinish = 'length';
      let written = 0;
      let turn = performance.now();
      while (written < options.maxTokens) {
        if (performance.now() - turn > TURN) {
          await new Promise((resolve) => setTimeout(resolve));
          turn = performance.now();
        }
        options.signal?.throwIfAborted();
        logits[tokenizer.mask] = -Infinity;
        const token = drawToken(logits, history, options, random);
        written++;
        if (token === tokenizer.endOfText) {
          finish = 'end';
          break;
        }
        history.push(token);
        const text = filter.push(decoder.decode(tokenizer.bytesOf(token), { stream: true }));
        if (text !== '') yield { text };
        if (filter.stopped) {
          finish = 'stop';
          break;
        }
        if (written < options.maxTokens) logits = session.read([token]);
      }
      const rest = filter.push(decoder.decode()) + filter.flush();
      yield {
        text: rest,
        finish: filter.stopped ? 'stop' : finish,
        usage: { promptTokens: asked.length, writtenTokens: written },
      };
    },
  };
}

/**
 * The small GPT that comes with this package as a writer; see its card in `models/gpt/card.json` for what it knows and what not.
 *
 * @param options - `model`: another GPT, fine-tuned say. `id`: how results name it.
 * @returns The writer.
 * @throws NlpScriptError where the package's files are incomplete or have changed.
 * @example
 * ```ts
 * import { collectText } from '@filmai/nlp-script/generation';
 * import { gptGenerator } from '@filmai/nlp-script/language-models';
 *
 * const { usage } = await collectText(await gptGenerator(), 'HAMLET\n', { maxTokens: 20, seed: 7 });
 * console.log(usage.writtenTokens); // 20
 * ```
 */
export async function gptGenerator({ model, id }: { model?: LanguageModel; id?: string } = {}): Promise<TextGenerator> {
  if (model) return languageModelGenerator(model, id === undefined ? {} : { id });
  const { model: own, card } = await openPretrainedGpt();
  return languageModelGenerator(own, { id: id ?? `filmai:${card.id}` });
}
