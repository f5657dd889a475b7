/** @file Looks on while a game goes wrong, and says why it thinks so. What it has seen is plain JSON, so that a resumed training warns alike. */
import type { Tensor } from '@tensorflow/tfjs-core';
import { pairwiseDiversity } from '../measures/pairwise-diversity.js';

/** Something that a person should know. */
export interface TrainingWarning {
  /**
   * `critic-won`: it knows real from made nearly always. `mode-collapse`: made ones have become alike. `damaged-checkpoint`: an older one was
   * used. `unreadable-files`: some files were skipped.
   */
  code: 'critic-won' | 'mode-collapse' | 'damaged-checkpoint' | 'unreadable-files';
  /** What was seen, with figures, and what may help. */
  message: string;
}

/** What the watch has seen. Plain JSON. */
export interface WatchState {
  /** Sum and number of the last accuracies of each critic, as running means. */
  accuracy: Record<string, { mean: number; count: number; warned: boolean }>;
  diversity: { best: number; low: number; warned: boolean };
}

/** Steps over which a critic's accuracy is averaged, and how near to 1 it then may come. */
const WINDOW = 200;
const WON = 0.995;
/** Share of the data's diversity, and of the best that there was, under which made ones are too alike. */
const LITTLE = 0.5;
const FALLEN = 0.5;

/** A watch that has seen nothing. */
export function newWatch(): WatchState {
  return { accuracy: {}, diversity: { best: 0, low: 0, warned: false } };
}

/**
 * Takes note of a step's losses.
 *
 * @param state - Is changed.
 * @param losses - As `makeMove` gives them.
 * @returns Warnings, once for each time that things go wrong.
 */
export function watchLosses(state: WatchState, losses: Readonly<Record<string, number>>): TrainingWarning[] {
  return Object.entries(losses).flatMap(([name, accuracy]): TrainingWarning[] => {
    if (!name.endsWith('/accuracy')) return [];
    const player = name.slice(0, -'/accuracy'.length);
    const seen = (state.accuracy[player] ??= { mean: 0.5, count: 0, warned: false });
    seen.count++;
    seen.mean += (accuracy - seen.mean) / Math.min(seen.count, WINDOW);
    if (seen.mean < WON || seen.count < WINDOW) {
      seen.warned = false;
      return [];
    }
    if (seen.warned) return [];
    seen.warned = true;
    const percent = (100 * seen.mean).toFixed(1);
    return [
      {
        code: 'critic-won',
        message:
          `${player} put ${percent} % of all real ones above made ones over the last ${WINDOW} steps, so the generator learns little from it: ` +
          'lower its learning rate, smooth its labels, or add R1, augmentation or a spectral norm',
      },
    ];
  });
}

/**
 * Compares how different made ones are from each other with how different real ones are.
 *
 * @param state - Is changed.
 * @param made - Samples [count, …], at least 2.
 * @param real - As many from the data, of the same shape.
 * @returns A warning where diversity has fallen to less than half of its best and of the data's, twice in a row.
 */
export async function watchDiversity(state: WatchState, made: Tensor, real: Tensor): Promise<TrainingWarning[]> {
  const [ours, theirs] = await Promise.all([made, real].map(diversityOf));
  const share = theirs > 0 ? ours / theirs : 1;
  const seen = state.diversity;
  seen.best = Math.max(seen.best, share);
  const fallen = share < FALLEN * seen.best && share < LITTLE;
  seen.low = fallen ? seen.low + 1 : 0;
  if (seen.low < 2) {
    if (!fallen) seen.warned = false;
    return [];
  }
  if (seen.warned) return [];
  seen.warned = true;
  const percent = (value: number): string => `${Math.round(100 * value)} %`;
  return [
    {
      code: 'mode-collapse',
      message:
        `samples differ from each other ${percent(share)} as much as the data do, after ${percent(seen.best)} before: the generator falls back ` +
        'on few things. Try unrolled steps, R1, a Wasserstein game or a lower learning rate of the generator',
    },
  ];
}

async function diversityOf(things: Tensor): Promise<number> {
  const count = things.shape[0];
  const values = await things.data<'float32'>();
  const each = values.length / count;
  return pairwiseDiversity(Array.from({ length: count }, (_, i) => values.subarray(i * each, (i + 1) * each))).value;
}
