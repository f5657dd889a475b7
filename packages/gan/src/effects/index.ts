/** @file Effects with alpha: rain, snow, fire, smoke, explosion. */
export { createEffect } from './create-effect.js';
export type { EffectRequest } from './create-effect.js';
export { EFFECT_KINDS } from './effect-options.js';
export type { EffectKind } from './effect-options.js';
export { generateEffect } from './learned/generate-effect.js';
export type { GenerateEffectOptions } from './learned/generate-effect.js';
export { EFFECT_CARDS } from './learned/effect-cards.js';
export type { EffectCard } from './learned/effect-cards.js';
export { disposeLearnedEffects } from './learned/loaded-effects.js';
