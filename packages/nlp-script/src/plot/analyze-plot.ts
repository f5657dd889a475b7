/** @file Everything about the plot of a script in one call. */
import type { Breakdown } from '../breakdown/breakdown.js';
import { breakDown } from '../breakdown/breakdown.js';
import { measureEmotion } from '../emotion/script-emotion.js';
import type { Finding } from '../findings/finding.js';
import type { Screenplay } from '../screenplay/screenplay.js';
import type { Acts } from './acts.js';
import { findActs } from './acts.js';
import { checkContinuity } from './continuity/check-continuity.js';
import type { EmotionalArc } from './emotional-arc.js';
import { findEmotionalArc } from './emotional-arc.js';
import type { Pacing } from './pacing.js';
import { measurePacing } from './pacing.js';
import type { PlotThreads } from './threads.js';
import { findThreads } from './threads.js';
import type { TurningPoints } from './turning-points.js';
import { findTurningPoints } from './turning-points.js';

/** The plot of a script; each part names its method. */
export interface PlotAnalysis {
  turningPoints: TurningPoints;
  acts: Acts;
  arc: EmotionalArc;
  pacing: Pacing;
  threads: PlotThreads;
  findings: Finding[];
}

/** Options of {@link analyzePlot}. */
export interface PlotOptions {
  /** The breakdown of the same script, where it is at hand. */
  breakdown?: Breakdown;
  /** One vector a scene, from {@link encodeScenes}. */
  sceneVectors?: readonly ArrayLike<number>[];
  /** Seed of the search for threads. Default 7. */
  seed?: number;
}

/**
 * Analyses the plot of a script: turning points, acts, emotional arc, pacing, threads, continuity.
 *
 * @param screenplay - The script. One without scenes gives empty parts.
 * @param options - See {@link PlotOptions}.
 * @throws TypeError where it is no screenplay; RangeError on an option out of range.
 * @example
 * ```ts
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 * import { analyzePlot } from '@filmai/nlp-script/plot';
 *
 * const { screenplay } = parseFountain('INT. HALL - DAY\n\nA letter.\n\nEXT. ROAD - DAY\n\nMARA\nWe go.\n');
 * analyzePlot(screenplay).pacing.whole.scenes; // 2
 * ```
 */
export function analyzePlot(screenplay: Screenplay, options: PlotOptions = {}): PlotAnalysis {
  if (typeof screenplay !== 'object' || screenplay === null || !Array.isArray(screenplay.elements))
    throw new TypeError('analyzePlot takes a screenplay, as parseFountain and parseFdx give it.');
  const breakdown = options.breakdown ?? breakDown(screenplay);
  const { sceneVectors, seed } = options;
  const measured = measureEmotion(screenplay);
  const turningPoints = findTurningPoints(screenplay, { breakdown, measured, ...(sceneVectors ? { sceneVectors } : {}) });
  return {
    turningPoints,
    acts: findActs(screenplay, breakdown, turningPoints),
    arc: findEmotionalArc(screenplay, { breakdown, measured }),
    pacing: measurePacing(screenplay, { breakdown }),
    threads: findThreads(breakdown, seed === undefined ? {} : { seed }),
    findings: checkContinuity(screenplay, { breakdown }),
  };
}
