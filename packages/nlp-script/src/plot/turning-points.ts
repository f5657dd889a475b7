/**
 * @file The five turning points of a film: where they lie by custom, moved to where the script's own scenes speak for a turn. After
 * P. Papalampidi, F. Keller, M. Lapata, "Movie Plot Analysis via Turning Point Identification", EMNLP-IJCNLP 2019.
 */
import type { Breakdown } from '../breakdown/breakdown.js';
import { breakDown } from '../breakdown/breakdown.js';
import type { ScriptEmotion } from '../emotion/script-emotion.js';
import { measureEmotion } from '../emotion/script-emotion.js';
import type { Screenplay, Span } from '../screenplay/screenplay.js';
import { chooseInOrder } from './ordered-choice.js';
import type { SceneFeature } from './scene-features.js';
import { measureScenes, SCENE_FEATURES } from './scene-features.js';
import { FEATURE_REASONS } from './feature-reasons.js';
import { TURNING_WEIGHTS } from './turning-weights.js';

/** The five, in their order. */
export type TurningPointName = 'opportunity' | 'changeOfPlans' | 'pointOfNoReturn' | 'majorSetback' | 'climax';

/** Where a turning point lies by custom, as shares of the film from 0 to 1. */
export interface PositionPrior {
  mean: number;
  deviation: number;
}

/** All five with the means and deviations of the training part of TRIPOD (Papalampidi and others 2019, Table 3). */
export const TURNING_POINT_PRIORS: Readonly<Record<TurningPointName, PositionPrior>> = {
  opportunity: { mean: 0.1139, deviation: 0.0672 },
  changeOfPlans: { mean: 0.3186, deviation: 0.1126 },
  pointOfNoReturn: { mean: 0.5065, deviation: 0.1215 },
  majorSetback: { mean: 0.7415, deviation: 0.084 },
  climax: { mean: 0.8943, deviation: 0.0474 },
};

/** All names in order. */
export const TURNING_POINTS: readonly TurningPointName[] = [
  'opportunity',
  'changeOfPlans',
  'pointOfNoReturn',
  'majorSetback',
  'climax',
];

/** Something that speaks for a scene. */
export interface TurningEvidence {
  feature: SceneFeature | 'position';
  /** By how much it raises the log odds of the scene. */
  weight: number;
  /** For a person: `'people meet for the first time: PRYCE'`. */
  reason: string;
}

/** One turning point. */
export interface TurningPoint {
  name: TurningPointName;
  /** Index of the scene, from 0. */
  scene: number;
  /** The script's number of the scene. */
  number: string;
  heading: string;
  /** Middle of the scene as a share of all scenes, 0 to 1. */
  position: number;
  /** Probability of this very scene under the model, 0 to 1; all five are seen together. */
  confidence: number;
  /** Shortest run of scenes around it that holds at least 80 % of the probability, both ends included. */
  range: { from: number; to: number };
  /** What spoke for it, the strongest first. */
  evidence: TurningEvidence[];
  span: Span;
}

/** What {@link findTurningPoints} gives. */
export interface TurningPoints {
  /** `'position+features'`: position priors and weighted features of scenes; the weights come from the scripts named in the documentation. */
  method: 'position+features' | 'position';
  /** How scenes were compared: by their words, or by the vectors that were given. */
  similarity: 'words' | 'vectors';
  /** Five in order; none for a script without scenes. */
  points: TurningPoint[];
  /** Why the method is what it is, where features could not be used. */
  note?: string;
}

/** Options of {@link findTurningPoints}. */
export interface TurningPointOptions {
  /** The breakdown of the same script, where it is at hand. */
  breakdown?: Breakdown;
  /** The feeling of the same script, from `measureEmotion`, where it is at hand. */
  measured?: ScriptEmotion;
  /** One vector a scene, from {@link encodeScenes} or any other encoder; scenes are compared by them instead of by words. */
  sceneVectors?: readonly ArrayLike<number>[];
  /** `'position'` places the points by position alone, as a baseline. Default `'position+features'`. */
  method?: 'position+features' | 'position';
}

/** Share of the probability that {@link TurningPoint.range} holds. */
const RANGE_MASS = 0.8;

/**
 * Finds the five turning points of a script.
 *
 * Each scene has a log score for each point: the normal density of its position, and weighted features (who and what is new, feeling,
 * cue words, how central the scene is). All five are then chosen together in order, by the choice that is expected to be right or near.
 * Scripts in other languages than English have no cue words and no measured feeling: they are placed by position, and the result says so.
 *
 * @param screenplay - The script; at least five scenes for points in scenes of their own.
 * @param options - See {@link TurningPointOptions}.
 * @throws RangeError where `sceneVectors` has not one vector for each scene.
 * @example
 * ```ts
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 * import { findTurningPoints } from '@filmai/nlp-script/plot';
 *
 * const scenes = ['A letter comes.', 'They agree to go.', 'The bridge burns.', 'He is dead.', 'They fight.', 'Morning.'];
 * const text = scenes.map((action, i) => `INT. ROOM ${i + 1} - DAY\n\n${action}\n`).join('\n');
 * findTurningPoints(parseFountain(text).screenplay).points.map(({ name }) => name); // ['opportunity', 'changeOfPlans', …]
 * ```
 */
export function findTurningPoints(screenplay: Screenplay, options: TurningPointOptions = {}): TurningPoints {
  const breakdown = options.breakdown ?? breakDown(screenplay);
  const { scenes, language } = breakdown;
  const { sceneVectors } = options;
  if (sceneVectors && sceneVectors.length !== scenes.length)
    throw new RangeError(`sceneVectors holds ${sceneVectors.length} vectors; expected ${scenes.length}, one for each scene.`);
  const asked = options.method ?? 'position+features';
  if (asked !== 'position' && asked !== 'position+features')
    throw new RangeError(`method is ${JSON.stringify(asked)}; expected 'position+features' or 'position'.`);
  const method = language === 'en' ? asked : 'position';
  const note = method === asked ? undefined : `No turning cues for language '${language}': placed by position alone.`;
  const result = { method, similarity: sceneVectors ? 'vectors' : 'words', ...(note ? { note } : {}) } as const;
  if (scenes.length === 0) return { ...result, points: [] };
  const features = measureScenes(screenplay, breakdown, options.measured ?? measureEmotion(screenplay), sceneVectors);
  const position = (scene: number): number => (scene + 0.5) / scenes.length;
  const contributions = (point: number, scene: number): number[] =>
    method === 'position' ? [] : features.rows[scene].map((value, f) => value * TURNING_WEIGHTS[point][f]);
  const prior = (point: number, scene: number): number => {
    const { mean, deviation } = TURNING_POINT_PRIORS[TURNING_POINTS[point]];
    return -((position(scene) - mean) ** 2) / (2 * deviation ** 2);
  };
  const scores = TURNING_POINTS.map((_, point) =>
    scenes.map((_scene, scene) => contributions(point, scene).reduce((sum, value) => sum + value, prior(point, scene))),
  );
  const { chosen, probabilities } = chooseInOrder(scores);
  const points = TURNING_POINTS.map((name, point): TurningPoint => {
    const scene = chosen[point];
    return {
      name,
      scene,
      number: scenes[scene].number,
      heading: scenes[scene].heading,
      position: position(scene),
      confidence: probabilities[point][scene],
      range: shortestRange(probabilities[point], scene),
      evidence: explain(name, position(scene), contributions(point, scene), (feature) =>
        FEATURE_REASONS[feature]({ breakdown, scene, cues: features.cues[scene] }),
      ),
      span: scenes[scene].span,
    };
  });
  return { ...result, points };
}

/** Grows from the chosen scene to the likelier side until the run holds enough. */
function shortestRange(probabilities: readonly number[], scene: number): { from: number; to: number } {
  let [from, to, mass] = [scene, scene, probabilities[scene]];
  while (mass < RANGE_MASS && (from > 0 || to < probabilities.length - 1)) {
    const before = from > 0 ? probabilities[from - 1] : -1;
    const after = to < probabilities.length - 1 ? probabilities[to + 1] : -1;
    if (before > after) mass += probabilities[--from];
    else mass += probabilities[++to];
  }
  return { from, to };
}

/** Log odds below which a feature is not worth a word. */
const LEAST_WEIGHT = 0.15;

function explain(
  name: TurningPointName,
  position: number,
  contributions: readonly number[],
  reasonOf: (feature: SceneFeature) => string,
): TurningEvidence[] {
  const { mean, deviation } = TURNING_POINT_PRIORS[name];
  const percent = (share: number): string => `${Math.round(share * 100)} %`;
  const away = Math.abs(position - mean) / deviation;
  const place: TurningEvidence = {
    feature: 'position',
    // Against a place two deviations away, which is as good as out of the question.
    weight: Math.max(0, 2 - away ** 2 / 2),
    reason: `lies at ${percent(position)}; this point is found at ${percent(mean)} ± ${percent(deviation)} of films`,
  };
  const others = SCENE_FEATURES.map((feature, f): TurningEvidence => ({
    feature,
    weight: contributions[f] ?? 0,
    reason: reasonOf(feature),
  }));
  return [place, ...others].filter(({ weight }) => weight >= LEAST_WEIGHT).sort((a, b) => b.weight - a.weight);
}
