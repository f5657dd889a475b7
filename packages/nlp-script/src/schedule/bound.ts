/**
 * @file What no schedule can be cheaper than. Days by bin packing (Martello and Toth, "Knapsack Problems", 1990, lower bound L2),
 * company moves by how often a location must be gone to, visits by how many locations there are. Holding counts as nothing.
 */
import type { Problem } from './problem.js';

/** Bounds of a shoot. */
export interface ShootBound {
  /** Fewest shooting days. */
  days: number;
  /** Least cost. */
  cost: number;
}

/** Bounds what any schedule of all strips costs. */
export function boundCost(problem: Problem): ShootBound {
  const all = problem.tasks.map((_, i) => i);
  const days = daysNeeded(problem, all);
  if (all.length === 0) return { days: 0, cost: 0 };
  const { costs } = problem.rules;
  const stops = stopsNeeded(problem, all);
  // A day has at least one move less than stops; so more days can save moves. The sum is piecewise linear, least at a corner.
  const costOf = (count: number): number => count * costs.day + Math.max(0, stops - count) * costs.companyMove;
  const cost = Math.min(costOf(days), costOf(Math.max(days, stops))) + problem.locations.length * costs.visit;
  return { days, cost };
}

/**
 * Fewest days that strips need together, whatever the dates.
 *
 * @param tasks - Indices of tasks.
 */
export function daysNeeded(problem: Problem, tasks: readonly number[]): number {
  const { limit } = problem;
  const byLight = daysByLight(problem, tasks);
  const stops = Math.ceil(stopsNeeded(problem, tasks) / (problem.rules.companyMovesPerDay + 1));
  const minutes = new Map<number, number>();
  const pace = Math.min(...Object.values(problem.minutesPerEighth));
  for (const index of tasks) {
    const { children, effort } = problem.tasks[index];
    for (const child of children) minutes.set(child, (minutes.get(child) ?? 0) + effort * pace);
  }
  const children = [...minutes].map(([child, worked]) =>
    roundUp(worked / Math.max(1e-9, problem.resources[child].childMinutes!)),
  );
  return Math.max(
    byLight,
    binBound(
      tasks.map((index) => problem.tasks[index].effort),
      limit,
    ),
    stops,
    ...children,
  );
}

/** Fewest pairs of a day and a location. */
function stopsNeeded(problem: Problem, tasks: readonly number[]): number {
  const byLocation = new Map<number, number[]>();
  for (const index of tasks) {
    const { location } = problem.tasks[index];
    byLocation.set(location, [...(byLocation.get(location) ?? []), index]);
  }
  let stops = 0;
  for (const group of byLocation.values()) stops += daysByLight(problem, group);
  return stops;
}

function daysByLight(problem: Problem, tasks: readonly number[]): number {
  const efforts = (need?: number): number[] =>
    tasks.filter((index) => need === undefined || problem.tasks[index].need === need).map((index) => problem.tasks[index].effort);
  const together = binBound(efforts(), problem.limit);
  if (problem.rules.splitDays) return together;
  return Math.max(together, binBound(efforts(1), problem.limit) + binBound(efforts(2), problem.limit));
}

/**
 * Bins of size `size` that items need at least: L2 of Martello and Toth.
 *
 * @param items - Sizes above 0; those above `size` count as one bin.
 */
export function binBound(items: readonly number[], size: number): number {
  if (items.length === 0) return 0;
  let best = roundUp(items.reduce((sum, item) => sum + Math.min(item, size), 0) / size);
  for (const threshold of new Set([0, ...items.filter((item) => item <= size / 2)])) {
    let large = 0;
    let middle = 0;
    let middleSize = 0;
    let small = 0;
    for (const item of items) {
      if (item > size - threshold) large++;
      else if (item > size / 2) {
        middle++;
        middleSize += item;
      } else if (item >= threshold) small += item;
    }
    best = Math.max(best, large + middle + Math.max(0, roundUp((small - (middle * size - middleSize)) / size)));
  }
  return best;
}

/** Rounds up, forgiving what adding fractions leaves. */
function roundUp(value: number): number {
  return Math.ceil(value - 1e-6);
}
