/** @file What `@filmai/nlp-script/breakdown` gives. */
export { breakDown, elementSheet } from './breakdown.js';
export type { BreakDownOptions, Breakdown, PlaceSummary, SceneBreakdown, SheetEntry } from './breakdown.js';
export type { CharacterSummary, SceneCharacter } from './characters.js';
export { ESTIMATE_RATES } from './estimate.js';
export type { EstimateRates, TimeEstimate } from './estimate.js';
export { TAG_CATEGORIES } from './lexicon/lexicon.js';
export type { ScriptLanguage, TagCategory } from './lexicon/lexicon.js';
export { canonicalName } from './names.js';
export type { Speech, SpeechPart } from './scenes.js';
export type { Pronoun } from './pronouns.js';
export type { BreakdownTag, TagRule } from './tags.js';
export { readTimeOfDay } from './time-of-day.js';
export type { TimeOfDay, TimeWord } from './time-of-day.js';
