/** @file How the size of steps changes over a training: factors of each player's own learning rate. */

/**
 * The factor at a step.
 *
 * @param step - Number of the step, from 0.
 * @param steps - How many there will be; infinite where that isn't known.
 */
export type LearningRateSchedule = (step: number, steps: number) => number;

/**
 * Falls on a straight line.
 *
 * @param options - `from`: share of the training after which it begins to fall, 0 to below 1, default 0. `to`: the factor at the end, default 0.
 * @example
 * ```ts
 * import { linearDecay } from '@filmai/gan/training';
 *
 * const schedule = linearDecay({ from: 0.5 });
 * console.log(schedule(25, 100), schedule(75, 100)); // 1 0.5
 * ```
 */
export function linearDecay({ from = 0, to = 0 }: { from?: number; to?: number } = {}): LearningRateSchedule {
  checkShare('linearDecay: from', from);
  checkFactor('linearDecay: to', to);
  return (step, steps) => {
    const share = steps === Infinity ? 0 : Math.max(0, step / steps - from) / (1 - from);
    return 1 + (to - 1) * Math.min(1, share);
  };
}

/**
 * Falls along half a cosine (Loshchilov and Hutter, 2017, without restarts).
 *
 * @param options - `to`: the factor at the end, default 0.
 * @example
 * ```ts
 * import { cosineDecay } from '@filmai/gan/training';
 *
 * console.log(cosineDecay()(50, 100).toFixed(3)); // 0.500
 * ```
 */
export function cosineDecay({ to = 0 }: { to?: number } = {}): LearningRateSchedule {
  checkFactor('cosineDecay: to', to);
  return (step, steps) => {
    const share = steps === Infinity ? 0 : Math.min(1, step / steps);
    return to + ((1 - to) * (1 + Math.cos(Math.PI * share))) / 2;
  };
}

/**
 * Grows on a straight line over the first steps, then follows another schedule.
 *
 * @param over - How many steps it takes, at least 1.
 * @param then - What follows, counted from the first step of all. Default constant.
 * @example
 * ```ts
 * import { cosineDecay, warmUp } from '@filmai/gan/training';
 *
 * console.log(warmUp(10, cosineDecay())(4, 1000).toFixed(2)); // 0.50
 * ```
 */
export function warmUp(over: number, then: LearningRateSchedule = () => 1): LearningRateSchedule {
  if (!Number.isInteger(over) || over < 1) throw new RangeError(`warmUp: over must be a whole number of at least 1, got ${over}`);
  return (step, steps) => Math.min(1, (step + 1) / over) * then(step, steps);
}

function checkShare(name: string, value: number): void {
  if (!(value >= 0 && value < 1)) throw new RangeError(`${name} must be 0 to below 1, got ${value}`);
}

function checkFactor(name: string, value: number): void {
  if (!(value >= 0 && Number.isFinite(value))) throw new RangeError(`${name} must be at least 0, got ${value}`);
}
