/** @file A trained model made to know some texts better, without forgetting when to stop. */
import type { JobOptions } from '@filmai/core-tensor/progress';
import { NlpScriptError } from '../screenplay/error.js';
import { copyModel, type LanguageModel } from './language-model.js';
import { measurePerplexity, type Perplexity } from './perplexity.js';
import { trainLanguageModel } from './train.js';
import type { LanguageModelStep, TrainLanguageModelOptions } from './training-options.js';

/** How a model is fine-tuned. */
export interface FineTuneOptions
  extends
    JobOptions,
    Pick<TrainLanguageModelOptions, 'batchSize' | 'length' | 'seed' | 'learningRate' | 'dropout' | 'checkpoint'> {
  /** Most steps, default 1000; it mostly ends before. */
  steps?: number;
  /** Texts to measure on. Default: the last tenth of each text, at the border of a line, which is then not learnt from. */
  heldOut?: string | readonly string[];
  /** Steps between two measurements, default 25. */
  everySteps?: number;
  /** Measurements in a row that may be no better before it ends, default 3. */
  patience?: number;
  /** Called after each step. */
  onStep?: (step: LanguageModelStep) => void;
}

/** A fine-tuned model, and what it was good for. */
export interface FineTuned<Model extends LanguageModel = LanguageModel> {
  /** The model as it was best on the held-out texts; a new one. */
  model: Model;
  /** On the held-out texts, before and after. `after` is never worse: where nothing helped, the model is what it was. */
  before: Perplexity;
  after: Perplexity;
  /** Steps made. */
  steps: number;
  /** Whether it ended because nothing got better any more. */
  stoppedEarly: boolean;
}

/**
 * Trains a copy of a model on a user's texts, and stops when what it wasn't shown gets no better.
 *
 * @param model - Any trained one: `(await openPretrainedGpt()).model`, or a BERT of your own. It stays as it is.
 * @param texts - Scripts, say. Some pages are enough to gain something.
 * @param options - See {@link FineTuneOptions}; the learning rate is 0.0005 by default, dropout 0.1.
 * @returns The new model, with perplexities before and after.
 * @throws What `trainLanguageModel` throws; NlpScriptError `EMPTY` where there is too little text to hold some of it out.
 * @example
 * ```ts
 * import { fineTune, openPretrainedGpt } from '@filmai/nlp-script/language-models';
 *
 * const { model } = await openPretrainedGpt();
 * const script = 'INT. KITCHEN - DAY\n\nANNA\nThe kettle sings again.\n\nBEN\nLet it sing.\n\n'.repeat(30);
 * const { before, after } = await fineTune(model, script, { steps: 4, batchSize: 2, everySteps: 2 });
 * console.log(after.perTokenPerplexity <= before.perTokenPerplexity); // true
 * ```
 */
export async function fineTune<Model extends LanguageModel>(
  model: Model,
  texts: string | readonly string[],
  options: FineTuneOptions = {},
): Promise<FineTuned<Model>> {
  const { steps = 1000, everySteps = 25, patience = 3, onStep, heldOut, signal, length, ...rest } = options;
  const all = typeof texts === 'string' ? [texts] : texts;
  const { learnt, held } =
    heldOut === undefined ? holdOut(all) : { learnt: all, held: typeof heldOut === 'string' ? [heldOut] : heldOut };
  const tuned = copyModel(model);
  const before = await measurePerplexity(model, held, { signal, length });
  let made = 0;
  let stoppedEarly = false;
  for await (const step of trainLanguageModel(tuned, learnt, {
    learningRate: 0.0005,
    dropout: 0.1,
    ...rest,
    steps,
    length,
    signal,
    heldOut: { texts: held, everySteps, patience },
  })) {
    made = step.step;
    stoppedEarly = step.stopped !== undefined;
    onStep?.(step);
  }
  const after = await measurePerplexity(tuned, held, { signal, length });
  if (after.nats < before.nats) return { model: tuned, before, after, steps: made, stoppedEarly };
  return { model: copyModel(model), before, after: before, steps: made, stoppedEarly };
}

/** The last tenth of each text is held out. */
function holdOut(texts: readonly string[]): { learnt: string[]; held: string[] } {
  const parts = texts.map((text) => {
    const border = text.lastIndexOf('\n', Math.floor(text.length * 0.9));
    const at = border > 0 ? border + 1 : Math.floor(text.length * 0.9);
    return [text.slice(0, at), text.slice(at)];
  });
  const [learnt, held] = [0, 1].map((i) => parts.map((part) => part[i]).filter((part) => part.trim() !== ''));
  if (learnt.length === 0 || held.length === 0)
    throw new NlpScriptError('EMPTY', 'fineTune: there is too little text to hold a tenth of it out', {
      remedy: 'Give some pages of text, or texts to measure on by heldOut.',
    });
  return { learnt, held };
}
