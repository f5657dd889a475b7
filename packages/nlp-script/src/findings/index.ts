/** @file What `@filmai/nlp-script/findings` gives. */
export type { Anchor } from './anchor.js';
export { applyReview } from './apply-review.js';
export type { AppliedReview, ApplyOptions, SkippedChange } from './apply-review.js';
export { createFindings } from './finding.js';
export type { Finding, FindingDraft, FindingSeverity, RelatedPlace } from './finding.js';
export { readReview, reviewPath, writeReview, writeRevision } from './review-file.js';
export { createReview, decide, matchDecisions, mergeReviews, placeDecisions } from './review.js';
export type {
  Agreement,
  Decision,
  DecisionDraft,
  PlacedDecision,
  PlaceOptions,
  Review,
  ReviewConflict,
  ReviewedFinding,
  Verdict,
} from './review.js';
