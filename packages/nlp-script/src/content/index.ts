/** @file What `@filmai/nlp-script/content` gives. */
export { findContent } from './find-content.js';
export type { ContentFinding, ContentOptions, ContentReport, DismissedContent } from './find-content.js';
export { CONTENT_CATEGORIES } from './lexicon.js';
export type { ContentCategory, ContentLevel, ContentTerm } from './lexicon.js';
export { BBFC_LIKE, MPA_LIKE, suggestRating } from './ratings.js';
export type { RatingRule, RatingScheme, SuggestedRating } from './ratings.js';
export { measureRepresentation } from './representation.js';
export type { AttributeTable, Representation, SpeakingShare } from './representation.js';
