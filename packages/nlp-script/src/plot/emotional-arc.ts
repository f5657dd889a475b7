/**
 * @file The shape of a story's feeling: which of six arcs its emotional course follows. A. Reagan, L. Mitchell, D. Kiley, C. Danforth,
 * P. Dodds, "The emotional arcs of stories are dominated by six basic shapes", EPJ Data Science, 2016.
 */
import type { Breakdown } from '../breakdown/breakdown.js';
import { breakDown } from '../breakdown/breakdown.js';
import type { CoursePoint, ScriptEmotion } from '../emotion/script-emotion.js';
import { emotionalCourse } from '../emotion/script-emotion.js';
import type { Screenplay } from '../screenplay/screenplay.js';

/** The six shapes, by their names in the paper. */
export type ArcShape = 'rags-to-riches' | 'riches-to-rags' | 'man-in-a-hole' | 'icarus' | 'cinderella' | 'oedipus';

/** What each of them does. */
export const ARC_SHAPES: Readonly<Record<ArcShape, string>> = {
  'rags-to-riches': 'rise',
  'riches-to-rags': 'fall',
  'man-in-a-hole': 'fall, rise',
  icarus: 'rise, fall',
  cinderella: 'rise, fall, rise',
  oedipus: 'fall, rise, fall',
};

/** The arc of a script. */
export interface EmotionalArc {
  /** Feeling by the lexicon; shape by its first three cosine modes. */
  method: 'lexicon+cosine-modes';
  /** Absent where nothing can be said: `reason` says why. */
  shape?: ArcShape;
  /** Share of the course's variation that the shape alone explains, 0 to 1. */
  confidence: number;
  /** The same for every shape; at most three are above 0. */
  shares: Record<ArcShape, number>;
  /** The course as it was classified: 100 values from beginning to end, in units of valence. */
  curve: number[];
  /** By scene, for a chart. */
  points: CoursePoint[];
  reason?: string;
}

/** Places at which the course is read. */
const SAMPLES = 100;
/** Fewer scenes make no arc. */
const LEAST_SCENES = 4;
/** Deviation of valence below which the course is flat. */
const FLAT = 1e-3;

/**
 * Classifies the emotional arc of a script.
 *
 * The smoothed course of valence over the running time is taken apart into cosines (a discrete cosine transform). Half a wave is rise or
 * fall, a whole wave is a hole or a hill, one and a half is Cinderella or Oedipus: the same modes that the paper found by singular value
 * decomposition of 1,327 books. The strongest of the three gives the shape.
 *
 * @param screenplay - The script, in English: other languages have no measured feeling and get no shape.
 * @param options - `breakdown` and `measured` feeling (from `measureEmotion`) of the same script, where they are at hand.
 * @example
 * ```ts
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 * import { findEmotionalArc } from '@filmai/nlp-script/plot';
 *
 * const feelings = ['She weeps in despair.', 'A sad day.', 'She sits.', 'A good day.', 'She laughs, happy and loved.'];
 * const text = feelings.map((action, i) => `INT. ROOM ${i} - DAY\n\n${action}\n`).join('\n');
 * findEmotionalArc(parseFountain(text).screenplay).shape; // 'rags-to-riches'
 * ```
 */
export function findEmotionalArc(
  screenplay: Screenplay,
  options: { breakdown?: Breakdown; measured?: ScriptEmotion } = {},
): EmotionalArc {
  const breakdown = options.breakdown ?? breakDown(screenplay);
  const { measured } = options;
  const { points } = emotionalCourse(screenplay, { breakdown, ...(measured ? { measured } : {}) });
  const curve = points.length === 0 ? [] : sample(points);
  const { shares, deviation } = measureShapes(curve);
  const base = { method: 'lexicon+cosine-modes', shares, curve, points } as const;
  const without = (reason: string): EmotionalArc => ({ ...base, confidence: 0, reason });
  if (breakdown.language !== 'en') return without(`No lexicon of feeling for language '${breakdown.language}'.`);
  if (points.length < LEAST_SCENES) return without(`${points.length} scenes; an arc needs ${LEAST_SCENES}.`);
  if (deviation < FLAT) return without('The words of the script show no change of feeling.');
  const shape = (Object.keys(shares) as ArcShape[]).reduce((best, name) => (shares[name] > shares[best] ? name : best));
  return { ...base, shape, confidence: shares[shape] };
}

/**
 * Shares of the six shapes in a curve.
 *
 * @param curve - Equally spaced values of any unit, at least four.
 * @returns For each shape the share of the curve's variance that its mode explains, and the deviation of the curve.
 */
export function measureShapes(curve: readonly number[]): { shares: Record<ArcShape, number>; deviation: number } {
  const shares = Object.fromEntries(Object.keys(ARC_SHAPES).map((shape) => [shape, 0])) as Record<ArcShape, number>;
  const count = curve.length;
  const mean = curve.reduce((sum, value) => sum + value, 0) / Math.max(1, count);
  const variance = curve.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, count);
  if (variance === 0) return { shares, deviation: 0 };
  const pairs: [ArcShape, ArcShape][] = [
    ['riches-to-rags', 'rags-to-riches'],
    ['man-in-a-hole', 'icarus'],
    ['oedipus', 'cinderella'],
  ];
  for (const [i, [positive, negative]] of pairs.entries()) {
    const mode = i + 1;
    const product = curve.reduce((sum, value, at) => sum + (value - mean) * Math.cos((Math.PI * mode * (at + 0.5)) / count), 0);
    // An orthonormal mode's squared coefficient is its part of the sum of squares.
    shares[product > 0 ? positive : negative] = (2 * product ** 2) / count / (variance * count);
  }
  return { shares, deviation: Math.sqrt(variance) };
}

/** Straight lines between the middles of scenes. */
function sample(points: readonly CoursePoint[]): number[] {
  const [first, last] = [points[0], points.at(-1)!];
  const length = last.seconds - first.seconds;
  let next = 1;
  return Array.from({ length: SAMPLES }, (_, i) => {
    const seconds = first.seconds + (length * i) / (SAMPLES - 1);
    while (next < points.length - 1 && points[next].seconds < seconds) next++;
    const [a, b] = [points[next - 1], points[next] ?? points[next - 1]];
    const share = b.seconds === a.seconds ? 0 : Math.min(1, (seconds - a.seconds) / (b.seconds - a.seconds));
    return a.smoothValence + share * (b.smoothValence - a.smoothValence);
  });
}
