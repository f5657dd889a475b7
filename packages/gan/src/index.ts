/** @file Everything of @filmai/gan by name; the subpaths give the same pieces alone. */
export { GanError } from './errors/gan-error.js';
export type { GanErrorCode } from './errors/gan-error.js';
export { createEffect, EFFECT_KINDS } from './effects/index.js';
export type { EffectKind, EffectRequest } from './effects/index.js';
