/** @file Effects with alpha: rain, snow, fire, smoke, explosion. */
export { createEffect } from './create-effect.js';
export type { EffectRequest } from './create-effect.js';
export { EFFECT_KINDS } from './effect-options.js';
export type { EffectKind } from './effect-options.js';
