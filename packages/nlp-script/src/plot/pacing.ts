/** @file How fast a script runs: lengths of scenes, share of talk, cuts by the page, over the whole and by parts. */
import type { Breakdown } from '../breakdown/breakdown.js';
import { breakDown } from '../breakdown/breakdown.js';
import type { Screenplay } from '../screenplay/screenplay.js';
import { planShots } from '../shots/plan.js';

/** The pace of one scene. */
export interface ScenePace {
  scene: number;
  number: string;
  /** Estimated. */
  seconds: number;
  eighths: number;
  /** Spoken words of all words, 0 to 1. */
  dialogueShare: number;
  /** Shots of the planned shot list. */
  shots: number;
  cutsPerPage: number;
  secondsPerShot: number;
  /** Words a speech; 0 without speech. */
  wordsPerSpeech: number;
  /** Fast against the rest of the script, in standard deviations: short scenes, short shots, short speeches. */
  tempo: number;
}

/** The pace of several scenes together. */
export interface PaceSummary {
  scenes: number;
  seconds: number;
  /** Mean and median seconds of a scene. */
  sceneSeconds: { mean: number; median: number };
  dialogueShare: number;
  cutsPerPage: number;
  secondsPerShot: number;
}

/** The pacing of a script. Plain JSON. */
export interface Pacing {
  /** Seconds by the breakdown's estimate, cuts by the planned shot list. */
  method: 'estimate+shot-plan';
  scenes: ScenePace[];
  whole: PaceSummary;
  /** Four parts of equal running time; a scene belongs to the part that its middle is in. */
  quarters: PaceSummary[];
  /** Runs of at least three scenes that are all slower (or all faster) than the script's mean. */
  stretches: { kind: 'slow' | 'fast'; from: number; to: number; seconds: number }[];
}

const EIGHTHS_A_PAGE = 8;
/** Scenes in a row that make a stretch. */
const LEAST_STRETCH = 3;

/**
 * Measures the pacing of a script.
 *
 * @param screenplay - The script.
 * @param options - `breakdown` of the same script, where it is at hand.
 * @example
 * ```ts
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 * import { measurePacing } from '@filmai/nlp-script/plot';
 *
 * const { screenplay } = parseFountain('INT. HALL - DAY\n\nMARA\nRun!\n\nEXT. ROAD - DAY\n\nShe runs.\n');
 * measurePacing(screenplay).scenes.map(({ dialogueShare }) => dialogueShare); // [1, 0]
 * ```
 */
export function measurePacing(screenplay: Screenplay, options: { breakdown?: Breakdown } = {}): Pacing {
  const breakdown = options.breakdown ?? breakDown(screenplay);
  const shots = breakdown.scenes.map(() => 0);
  for (const { sceneIndex } of planShots(screenplay, breakdown)) shots[sceneIndex]++;
  const measured = breakdown.scenes.map((scene, i): Omit<ScenePace, 'tempo'> => ({
    scene: i,
    number: scene.number,
    seconds: scene.estimate.seconds,
    eighths: scene.eighths,
    dialogueShare: ratio(scene.dialogueWords, scene.words),
    shots: shots[i],
    cutsPerPage: ratio(shots[i] * EIGHTHS_A_PAGE, scene.eighths),
    secondsPerShot: ratio(scene.estimate.seconds, shots[i]),
    wordsPerSpeech: ratio(scene.dialogueWords, scene.speeches.length),
  }));
  const tempos = temposOf(measured);
  const scenes = measured.map((scene, i): ScenePace => ({ ...scene, tempo: tempos[i] }));
  const total = scenes.reduce((sum, { seconds }) => sum + seconds, 0);
  let before = 0;
  const quarterOf = scenes.map(({ seconds }) => {
    const middle = before + seconds / 2;
    before += seconds;
    return total === 0 ? 0 : Math.min(3, Math.floor((4 * middle) / total));
  });
  const breakdownOf = new Map(breakdown.scenes.map((scene) => [scene.index, scene]));
  const summarize = (own: readonly ScenePace[]): PaceSummary => {
    const sum = (value: (scene: ScenePace) => number): number => own.reduce((all, scene) => all + value(scene), 0);
    const words = sum(({ scene }) => breakdownOf.get(scene)!.words);
    return {
      scenes: own.length,
      seconds: sum(({ seconds }) => seconds),
      sceneSeconds: {
        mean: ratio(
          sum(({ seconds }) => seconds),
          own.length,
        ),
        median: median(own.map(({ seconds }) => seconds)),
      },
      dialogueShare: ratio(
        sum(({ scene }) => breakdownOf.get(scene)!.dialogueWords),
        words,
      ),
      cutsPerPage: ratio(
        sum((scene) => scene.shots) * EIGHTHS_A_PAGE,
        sum(({ eighths }) => eighths),
      ),
      secondsPerShot: ratio(
        sum(({ seconds }) => seconds),
        sum((scene) => scene.shots),
      ),
    };
  };
  return {
    method: 'estimate+shot-plan',
    scenes,
    whole: summarize(scenes),
    quarters: [0, 1, 2, 3].map((quarter) => summarize(scenes.filter((_, i) => quarterOf[i] === quarter))),
    stretches: findStretches(scenes),
  };
}

/** Mean of three standardised quickness measures: each is the negative logarithm of a length. */
function temposOf(scenes: readonly Omit<ScenePace, 'tempo'>[]): number[] {
  const columns = [
    scenes.map(({ seconds }) => -Math.log(1 + seconds)),
    scenes.map(({ secondsPerShot }) => -Math.log(1 + secondsPerShot)),
    scenes.map(({ wordsPerSpeech }) => -Math.log(1 + wordsPerSpeech)),
  ].map(standardize);
  return scenes.map((_, i) => columns.reduce((sum, column) => sum + column[i], 0) / columns.length);
}

function findStretches(scenes: readonly ScenePace[]): Pacing['stretches'] {
  const stretches: Pacing['stretches'] = [];
  for (let from = 0; from < scenes.length;) {
    const fast = scenes[from].tempo > 0;
    let to = from;
    while (to + 1 < scenes.length && scenes[to + 1].tempo > 0 === fast) to++;
    if (to - from + 1 >= LEAST_STRETCH && scenes[from].tempo !== 0) {
      const seconds = scenes.slice(from, to + 1).reduce((sum, scene) => sum + scene.seconds, 0);
      stretches.push({ kind: fast ? 'fast' : 'slow', from, to, seconds });
    }
    from = to + 1;
  }
  return stretches;
}

function standardize(values: readonly number[]): number[] {
  const mean = ratio(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );
  const deviation = Math.sqrt(
    ratio(
      values.reduce((sum, value) => sum + (value - mean) ** 2, 0),
      values.length,
    ),
  );
  return values.map((value) => (deviation < 1e-9 ? 0 : (value - mean) / deviation));
}

function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
