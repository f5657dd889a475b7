/** @file Which engine decodes and encodes. */
export { chooseEngine } from './choose-engine.js';
export type { ChooseEngineOptions, EngineChoice } from './choose-engine.js';
export type { EngineName, MediaEngine } from './engine.js';
