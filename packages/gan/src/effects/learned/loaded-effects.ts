/** @file The learned effects of this package that are in use: each is loaded once, with the code that runs it, and kept until it is disposed. */
import type { EffectKind } from '../effect-options.js';
import { EFFECT_CARDS } from './effect-cards.js';
import type { LearnedEffect } from './effect-models.js';

const loaded = new Map<EffectKind, Promise<LearnedEffect>>();

/**
 * Loads an effect of this package; a second call gives the same one.
 *
 * @throws ModelError where its file is missing or is not the one of its card.
 */
export function loadLearnedEffect(kind: EffectKind): Promise<LearnedEffect> {
  let effect = loaded.get(kind);
  if (!effect) {
    effect = import('./effect-models.js').then(({ readCard }) => readCard(EFFECT_CARDS[kind]));
    loaded.set(kind, effect);
    // A failure is no state to keep: the file may be there the next time.
    effect.catch(() => loaded.delete(kind));
  }
  return effect;
}

/**
 * Disposes the effects that were loaded, and the memory they hold. The next `generateEffect` loads them again.
 *
 * @example
 * ```ts
 * import { disposeLearnedEffects, generateEffect } from '@filmai/gan/effects';
 *
 * for await (const { seconds } of generateEffect('snow', { seconds: 0.1, size: 32 })) console.log(seconds.toFixed(2)); // 0.00 0.04
 * await disposeLearnedEffects();
 * ```
 */
export async function disposeLearnedEffects(): Promise<void> {
  const effects = [...loaded.values()];
  loaded.clear();
  for (const effect of await Promise.allSettled(effects)) {
    if (effect.status === 'fulfilled') disposeEffect(effect.value);
  }
}

/** Disposes one. */
export function disposeEffect({ generator }: LearnedEffect): void {
  for (const network of Object.values(generator)) network.dispose();
}
