/** @file What `@filmai/nlp-script/findings` gives. */
export { createFindings } from './finding.js';
export type { Finding, FindingDraft, FindingSeverity, RelatedPlace } from './finding.js';
