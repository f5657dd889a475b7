/** @file The training loop: one for every language model of this room. */
import { createProgress } from '@filmai/core-tensor/progress';
import { NlpScriptError } from '../screenplay/error.js';
import type { LanguageModel } from './language-model.js';
import type { NetworkEngine } from './network-engine.js';
import { drawBatch, streamTokens, type TokenStream } from './token-stream.js';
import { batchLoss, streamLoss, windowLength } from './token-loss.js';
import { planTraining, type LanguageModelStep, type TrainingPlan, type TrainLanguageModelOptions } from './training-options.js';
import type { TrainingState } from './training-state.js';

/**
 * Trains a model to say what follows (a masked encoder: what stands where a token is hidden), a step a turn of the loop. Leaving the loop
 * stops the training. The model's weights change when it ends, however it ends: they are then those of the last step, or with `heldOut`
 * those that were best there.
 *
 * With a folder for checkpoints a training that was stopped, cancelled or killed goes on where the last checkpoint was saved, and comes to
 * the same weights, bit for bit, as one that never stopped (same machine, same backend).
 *
 * @param model - What is trained.
 * @param texts - What it learns from; one text or several, between which it learns to end.
 * @param options - See {@link TrainLanguageModelOptions}.
 * @returns Steps, as they are made.
 * @throws RangeError for an option outside its range. NlpScriptError `EMPTY` where the texts have fewer than two tokens, `NOT_FINITE` where the
 *   loss is no number any more (the weights are those of the step before), `OTHER_TRAINING` where the folder's training had another seed or
 *   other texts. CheckpointError, FileError. The signal's reason if cancelled.
 * @example
 * ```ts
 * import { createGpt, trainLanguageModel, trainTokenizer } from '@filmai/nlp-script/language-models';
 *
 * const text = 'INT. HALL - NIGHT\n\nMARA\nWho is there?\n\n'.repeat(20);
 * const gpt = createGpt(trainTokenizer([text], { size: 280 }), { context: 16, width: 16, layers: 1, heads: 2 });
 * for await (const { step, loss } of trainLanguageModel(gpt, text, { steps: 20, batchSize: 4 })) {
 *   if (step === 20) console.log(loss < 5.6); // true
 * }
 * ```
 */
export async function* trainLanguageModel(
  model: LanguageModel,
  texts: string | Iterable<string>,
  options: TrainLanguageModelOptions,
): AsyncGenerator<LanguageModelStep, void, undefined> {
  const plan = planTraining(options);
  plan.signal?.throwIfAborted();
  const stream = expectTokens(streamTokens(model.tokenizer, texts), 'the texts');
  const heldOut = plan.heldOut && {
    ...plan.heldOut,
    stream: expectTokens(streamTokens(model.tokenizer, plan.heldOut.texts), 'the held-out texts'),
  };
  const [{ openNetwork }, { openState }, { openNotes }] = await Promise.all([
    import('./network-engine.js'),
    import('./training-state.js'),
    import('./training-notes.js'),
  ]);
  const engine = await openNetwork(model);
  const state = openState(engine, model, stream, plan);
  let made = 0;
  let notes: ReturnType<typeof openNotes> | undefined;
  try {
    const restored = plan.resume === 'auto' ? await state.restore() : undefined;
    made = restored?.step ?? 0;
    let resumedFrom = restored?.path;
    notes = openNotes(plan.tracker, made);
    const report = createProgress('training', {
      total: Math.max(0, plan.steps - made),
      unit: 'steps',
      onProgress: plan.onProgress,
    });
    const begun = performance.now();
    const from = made;
    while (made < plan.steps && !isExhausted(state, plan)) {
      await engine.tf.nextFrame();
      plan.signal?.throwIfAborted();
      const loss = await makeStep(engine, state, model, stream, plan, made);
      made++;
      const last = made >= plan.steps;
      const measured =
        heldOut && (last || made % heldOut.everySteps === 0)
          ? await measure(engine, state, model, heldOut.stream, plan)
          : undefined;
      const exhausted = isExhausted(state, plan);
      const saved =
        plan.checkpoint && (last || exhausted || made % plan.checkpoint.everySteps === 0) ? await state.save(made) : undefined;
      notes?.write(made, { loss, ...(measured && { heldOutLoss: measured.heldOutLoss }) });
      report();
      const seconds = (performance.now() - begun) / 1000;
      yield {
        step: made,
        loss,
        learningRate: state.adam.learningRate,
        seconds,
        secondsLeft: (seconds / (made - from)) * (plan.steps - made),
        ...measured,
        ...(saved !== undefined && { saved }),
        ...(resumedFrom !== undefined && { resumedFrom }),
        ...(exhausted && { stopped: 'no better on held-out texts' as const }),
      };
      resumedFrom = undefined;
    }
  } finally {
    const values = state.best?.weights ?? (await engine.read());
    engine.names.forEach((name, i) => model.weights[name].values.set(values[i]));
    state.adam.dispose();
    engine.dispose();
    notes?.close();
  }
}

async function makeStep(
  engine: NetworkEngine,
  { adam }: TrainingState,
  model: LanguageModel,
  stream: TokenStream,
  plan: TrainingPlan,
  step: number,
): Promise<number> {
  const { tf } = engine;
  const length = windowLength(model, stream, plan.length);
  const batch = drawBatch(model, stream, { rows: plan.batchSize, length, seed: plan.seed, step });
  const dropout = { rate: plan.dropout, seed: step * 1000 };
  const { value, grads } = tf.tidy(() => tf.variableGrads(() => batchLoss(engine, batch, { dropout }), [...engine.variables]));
  const [loss] = await value.data();
  try {
    if (!Number.isFinite(loss))
      throw new NlpScriptError('NOT_FINITE', `training of ${model.kind}, step ${step}: the loss is ${loss}`, {
        remedy: 'Lower the learning rate; the weights are those of the step before.',
      });
    adam.learningRate = Math.max(Number.MIN_VALUE, plan.learningRate * plan.schedule(step, plan.steps));
    adam.apply(grads);
  } finally {
    tf.dispose([value, grads]);
  }
  return loss;
}

/** Measures the held-out texts and keeps the weights where they are the best so far. */
async function measure(
  engine: NetworkEngine,
  state: TrainingState,
  model: LanguageModel,
  heldOut: TokenStream,
  { length, signal }: TrainingPlan,
): Promise<{ heldOutLoss: number; best: boolean }> {
  const { nats, tokens } = await streamLoss(engine, model, heldOut, { length, signal });
  const heldOutLoss = nats / tokens;
  const best = heldOutLoss < (state.best?.loss ?? Infinity);
  if (best) state.best = { loss: heldOutLoss, weights: await engine.read(), misses: 0 };
  else if (state.best) state.best.misses++;
  return { heldOutLoss, best };
}

function isExhausted({ best }: TrainingState, { heldOut }: TrainingPlan): boolean {
  return heldOut?.patience !== undefined && best !== undefined && best.misses >= heldOut.patience;
}

function expectTokens(stream: TokenStream, what: string): TokenStream {
  if (stream.characters > 0) return stream;
  throw new NlpScriptError('EMPTY', `trainLanguageModel: ${what} are empty`, { remedy: 'Give at least some thousand words.' });
}
