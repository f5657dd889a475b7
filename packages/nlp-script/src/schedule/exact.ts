/**
 * @file Depth-first branch and bound: proves that a schedule of few strips is the best there is, or that there is none at all.
 * Complete while its count of nodes lasts; it says whether it was.
 */
import type { Arrangement } from './arrangement.js';
import { applyMoves, copyArrangement, countCosts, emptyArrangement } from './arrangement.js';
import type { Problem, Resource } from './problem.js';
import { daysNeeded } from './bound.js';

/** What the search found. */
export interface ExactResult {
  /** The best arrangement of all strips, cheaper than the incumbent; absent where there is none. */
  best?: Arrangement;
  /** True where the whole tree was searched: then nothing cheaper exists. */
  complete: boolean;
}

/**
 * Searches all arrangements that could be cheaper than the incumbent.
 *
 * @param options - `incumbent`: only cheaper ones count. `firstOnly`: any arrangement will do. `nodes`: give up after so many.
 */
export function searchExactly(
  problem: Problem,
  { incumbent = Infinity, firstOnly = false, nodes }: { incumbent?: number; firstOnly?: boolean; nodes: number },
): ExactResult {
  const count = problem.tasks.length;
  const monotone = problem.tasks.every(({ need }) => need !== 0) && !problem.rules.splitDays;
  const partial = monotone ? problem : relax(problem);
  const choice = problem.allowed.map((slots) => slots.reduce((sum, slot) => sum + slot, 0));
  const order = problem.tasks
    .map((_, i) => i)
    .toSorted((a, b) => choice[a] - choice[b] || problem.tasks[b].effort - problem.tasks[a].effort || a - b);
  const fewestDays = daysNeeded(problem, order);
  const state = emptyArrangement(problem);
  let best: Arrangement | undefined;
  let bestCost = incumbent;
  let left = nodes;
  let complete = true;

  const descend = (depth: number): void => {
    if (depth === count) {
      const real = monotone ? state : rebuild(problem, state);
      if (real && real.cost < bestCost - 1e-9) {
        best = copyArrangement(real);
        bestCost = real.cost;
      }
      return;
    }
    const task = order[depth];
    for (let slot = 0; slot < problem.dates.length; slot++) {
      if (!problem.allowed[task][slot]) continue;
      if (left-- <= 0) {
        complete = false;
        return;
      }
      const undo = applyMoves(partial, state, [[task, slot]]);
      if (!undo) continue;
      if (leastCost(partial, state, count - depth - 1, fewestDays) < bestCost - 1e-9) descend(depth + 1);
      undo();
      if (!complete || (firstOnly && best)) return;
    }
  };
  descend(0);
  return { ...(best ? { best } : {}), complete };
}

/**
 * What an arrangement costs at least once the strips that are left have been added: each can fill one idle day, and one day of
 * holding for each resource that it needs; visits may join, so only one for each location is sure.
 */
function leastCost(problem: Problem, state: Arrangement, left: number, fewestDays: number): number {
  const counts = countCosts(problem, state.days)!;
  const { costs } = problem.rules;
  const filled = costs.idle > costs.day ? Math.min(left, counts.idleDays) : 0;
  const days = Math.max(counts.shootDays + filled, fewestDays);
  const idle = Math.max(0, counts.idleDays - (filled > 0 ? filled : costs.idle > 0 ? days - counts.shootDays : 0));
  const dearest = problem.resources.reduce((most, { holdCost }) => most + holdCost, 0);
  const dropped = problem.resources.some(({ dropAfter }) => dropAfter < Infinity);
  const hold = dropped ? 0 : Math.max(0, counts.holdCost - left * dearest);
  return (
    days * costs.day + idle * costs.idle + counts.companyMoves * costs.companyMove + problem.locations.length * costs.visit + hold
  );
}

/**
 * The same shoot without the rules that adding a strip can mend: a day's kind, and with it call and wrap, is open until all strips
 * that may be shot in any light are placed.
 */
function relax(problem: Problem): Problem {
  return {
    ...problem,
    rules: { ...problem.rules, turnaroundHours: -10_000 },
    resources: problem.resources.map(({ name, kind, holdCost, dropAfter }): Resource => ({ name, kind, holdCost, dropAfter })),
    tasks: problem.tasks.map((task) => ({ ...task, children: [] })),
  };
}

function rebuild(problem: Problem, state: Arrangement): Arrangement | undefined {
  const real = emptyArrangement(problem);
  const moves = [...state.slotOf].map((slot, task) => [task, slot] as const);
  return applyMoves(problem, real, moves) ? real : undefined;
}
