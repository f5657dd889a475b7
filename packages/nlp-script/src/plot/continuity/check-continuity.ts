/** @file Continuity and coherence: every rule over one script, as findings that a person can accept or reject. */
import type { Breakdown } from '../../breakdown/breakdown.js';
import { breakDown } from '../../breakdown/breakdown.js';
import { createFindings } from '../../findings/finding.js';
import type { Finding } from '../../findings/finding.js';
import type { Screenplay } from '../../screenplay/screenplay.js';
import { findDroppedCharacters, findIsolatedScenes } from './coherence.js';
import { findTimeJumps, findWrongLight } from './daylight.js';
import { findSpeechAfterDeath } from './deaths.js';
import { findTwoPlaces, findUnknownPlaces } from './places.js';
import { findEarlyProps } from './props.js';
import { findSpellings } from './spelling.js';
import type { ContinuityRule } from './story-time.js';
import { readStory } from './story-time.js';

/** Names of the rules, as findings carry them. */
export type ContinuityRuleName =
  | 'continuity/speaks-after-death'
  | 'continuity/two-places'
  | 'continuity/day-night'
  | 'continuity/unknown-place'
  | 'continuity/name-spelling'
  | 'continuity/prop-before-introduction'
  | 'coherence/isolated-scene'
  | 'coherence/dropped-character';

const RULES: Readonly<Record<ContinuityRuleName, readonly ContinuityRule[]>> = {
  'continuity/speaks-after-death': [findSpeechAfterDeath],
  'continuity/two-places': [findTwoPlaces],
  'continuity/day-night': [findTimeJumps, findWrongLight],
  'continuity/unknown-place': [findUnknownPlaces],
  'continuity/name-spelling': [findSpellings],
  'continuity/prop-before-introduction': [findEarlyProps],
  'coherence/isolated-scene': [findIsolatedScenes],
  'coherence/dropped-character': [findDroppedCharacters],
};

/** All rules. */
export const CONTINUITY_RULES = Object.keys(RULES) as ContinuityRuleName[];

/** Options of {@link checkContinuity}. */
export interface ContinuityOptions {
  /** The breakdown of the same script, where it is at hand. */
  breakdown?: Breakdown;
  /** Which rules. Default: all. */
  rules?: readonly ContinuityRuleName[];
  /** Findings below this confidence are left out, 0 to 1. Default 0.5. */
  minConfidence?: number;
}

/**
 * Checks a script for what can't be so: somebody speaks after dying, is in two places at once, day and night in one continuous action,
 * places that nobody knows, names spelled two ways, props used before they come into the story; and for what hangs loose.
 *
 * Rules, no model. Scenes of another time (flashbacks, dreams, recordings) are left out of everything that rests on order; voices over,
 * intercuts, phones and screens are no second place. The rules read English; in another language only headings and cues are checked.
 *
 * @param screenplay - The script.
 * @param options - See {@link ContinuityOptions}.
 * @returns Findings in the order of the text, each with its span, reason, and the other place that it rests on.
 * @throws RangeError on an unknown rule or a confidence out of range.
 * @example
 * ```ts
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 * import { checkContinuity } from '@filmai/nlp-script/plot';
 *
 * const { screenplay } = parseFountain(
 *   'INT. HALL - NIGHT\n\nTEO\nRun!\n\nTeo dies.\n\nEXT. ROAD - DAY\n\nMARA\nAlone now.\n\nTEO\nNot quite.\n',
 * );
 * checkContinuity(screenplay).map(({ message }) => message); // ['Teo speaks in scene 2, but has died in scene 1.']
 * ```
 */
export function checkContinuity(screenplay: Screenplay, options: ContinuityOptions = {}): Finding[] {
  const minConfidence = options.minConfidence ?? 0.5;
  if (!(minConfidence >= 0 && minConfidence <= 1))
    throw new RangeError(`minConfidence is ${minConfidence}; expected a number from 0 to 1.`);
  const rules = options.rules ?? CONTINUITY_RULES;
  for (const rule of rules)
    if (!Object.hasOwn(RULES, rule))
      throw new RangeError(`rules names ${JSON.stringify(rule)}; expected ${CONTINUITY_RULES.join(', ')}.`);
  const story = readStory(screenplay, options.breakdown ?? breakDown(screenplay));
  const drafts = rules.flatMap((rule) => RULES[rule].flatMap((find) => find(story)));
  return createFindings(
    screenplay,
    drafts.filter(({ confidence = 1 }) => confidence >= minConfidence),
  );
}
