/** @file A model that reads tokens one after another and says what may follow, as fast as one token at a time can be. */
import { isTransformer, type LanguageModel } from './language-model.js';
import { openRecurrentSession } from './recurrent-session.js';
import { openTransformerSession } from './transformer-session.js';

/** A model in the middle of a text. */
export interface ModelSession {
  /**
   * Reads on.
   *
   * @param tokens - At least one.
   * @returns Logits of what follows the last of them, one for each token of the vocabulary.
   */
  read(tokens: readonly number[]): Float32Array;
}

/**
 * Opens a session at the beginning of a text. What was read before costs nothing again: keys and values of attention (or the state of a
 * recurrent network) are kept. Where a transformer's context is full, it goes on with the newer half of it.
 *
 * @param model - A `gpt` or a recurrent network; changes of its weights while the session is open are seen by it.
 * @returns The session.
 * @throws TypeError for a masked encoder, which has no direction to read on in.
 * @example
 * ```ts
 * import { createRecurrent, openSession, trainTokenizer } from '@filmai/nlp-script/language-models';
 *
 * const session = openSession(createRecurrent(trainTokenizer(['ahoy'], { size: 258 }), { width: 8 }));
 * console.log(session.read([5, 6]).length); // 258
 * ```
 */
export function openSession(model: LanguageModel): ModelSession {
  if (model.kind === 'bert')
    throw new TypeError('openSession: a masked encoder ("bert") can not continue a text; use guessMasked');
  const session = isTransformer(model) ? openTransformerSession(model) : openRecurrentSession(model);
  return {
    read(tokens) {
      if (tokens.length === 0) throw new RangeError('openSession: read needs at least one token');
      const wrong = tokens.find((token) => !(Number.isInteger(token) && token >= 0 && token < model.tokenizer.size));
      if (wrong !== undefined)
        throw new RangeError(`openSession: expected tokens from 0 to ${model.tokenizer.size - 1}, got ${wrong}`);
      return session.read(tokens);
    },
  };
}
