/**
 * @file How long work reports on itself: plain records to a callback, with a rate and the time left worked out in one place.
 */

/** One report of a running job. */
export interface Progress {
  /** What is being done: `'pictures'`, `'voices'`. */
  stage: string;
  /** How much is done, in `unit`. */
  done: number;
  /** How much there is, in `unit`; absent where it isn't known. */
  total?: number;
  /** What is counted: `'frames'`, `'shots'`, `'bytes'`. */
  unit: string;
  /** Units per second since the stage began; 0 before the first. */
  rate: number;
  /** Estimated seconds until the stage ends; absent where it can't be told. */
  secondsLeft?: number;
}

/** Takes reports; must not throw. */
export type OnProgress = (progress: Progress) => void;

/** What every long-running function takes. */
export interface JobOptions {
  /** Cancels the work; the function then rejects with the signal's reason and leaves nothing half-written. */
  signal?: AbortSignal;
  /** Called as the work goes on. */
  onProgress?: OnProgress;
}

/**
 * Counts the units of one stage and reports each step with rate and time left.
 *
 * @param stage - Name of the stage.
 * @param options - `total` and `unit` as in `Progress`; `onProgress`: where reports go; `now`: clock in milliseconds, for tests.
 * @returns A function to call after each step, with how many units the step did (default 1).
 * @example
 * ```ts
 * import { createProgress } from '@filmai/core-tensor/progress';
 *
 * const step = createProgress('pictures', { total: 2, unit: 'shots', onProgress: (p) => console.log(p.done, p.total) });
 * step(); // 1 2
 * step(); // 2 2
 * ```
 */
export function createProgress(
  stage: string,
  {
    total,
    unit,
    onProgress,
    now = () => performance.now(),
  }: { total?: number; unit: string; onProgress?: OnProgress; now?: () => number },
): (units?: number) => void {
  const begun = now();
  let done = 0;
  return (units = 1) => {
    done += units;
    const seconds = (now() - begun) / 1000;
    const rate = seconds > 0 ? done / seconds : 0;
    const left = total !== undefined && rate > 0 ? { secondsLeft: Math.max(0, (total - done) / rate) } : {};
    onProgress?.({ stage, done, ...(total === undefined ? {} : { total }), unit, rate, ...left });
  };
}
