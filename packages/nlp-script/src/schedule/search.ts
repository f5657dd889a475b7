/**
 * @file The search for a good schedule: strips are placed one by one where they cost least, then simulated annealing (Kirkpatrick
 * et al. 1983) moves strips, swaps and shifts days, and now and then takes whole days apart and puts their strips back one by one
 * (ruin and recreate, Schrimpf et al. 2000).
 */
import type { Random } from '@filmai/core-tensor/random';
import type { Arrangement, Move } from './arrangement.js';
import { applyMoves, copyArrangement, emptyArrangement } from './arrangement.js';
import type { Problem } from './problem.js';
import type { ShootingDay } from './shooting-day.js';

/** Options of {@link anneal}. */
export interface AnnealOptions {
  random: Random;
  /** Moves that are tried. */
  steps: number;
  /** Stops as soon as nothing is left to gain. */
  bound?: number;
  /** Stops as soon as every strip has a place. */
  untilPlaced?: boolean;
  signal?: AbortSignal;
  onProgress?: (done: number) => void;
}

/** Steps between looks at the signal and reports. */
const REPORT_STEPS = 2000;
/** One step in so many takes days apart. */
const RUIN_EVERY = 20;

/** Places strips one by one, those with the least choice first. */
export function construct(problem: Problem): Arrangement {
  const arrangement = emptyArrangement(problem);
  const size = new Map<string, number>();
  const groupOf = (index: number): string => `${problem.tasks[index].location}/${problem.tasks[index].need}`;
  for (const [i, { effort }] of problem.tasks.entries()) size.set(groupOf(i), (size.get(groupOf(i)) ?? 0) + effort);
  const choice = problem.allowed.map((slots) => slots.reduce((sum, slot) => sum + slot, 0));
  const free = problem.dates.length;
  const depth = depths(problem);
  const order = problem.tasks.map((_, i) => i);
  const rank = (i: number): number => (problem.tasks[i].pin >= 0 ? 0 : choice[i] < free ? 1 : 2);
  order.sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (rank(a) === 1 ? choice[a] - choice[b] : 0) ||
      depth[a] - depth[b] ||
      size.get(groupOf(b))! - size.get(groupOf(a))! ||
      (groupOf(a) < groupOf(b) ? -1 : groupOf(a) > groupOf(b) ? 1 : 0) ||
      problem.tasks[b].effort - problem.tasks[a].effort ||
      a - b,
  );
  for (const task of order) insert(problem, arrangement, task);
  return arrangement;
}

/**
 * Improves an arrangement.
 *
 * @returns The best that was met; the one given is not changed.
 * @throws The signal's reason.
 */
export function anneal(problem: Problem, start: Arrangement, options: AnnealOptions): Arrangement {
  const { random, steps, bound = -Infinity } = options;
  const state = copyArrangement(start);
  let best = copyArrangement(start);
  const movable = problem.tasks.flatMap(({ pin }, i) => (pin >= 0 ? [] : [i]));
  if (movable.length === 0) return best;
  const { costs } = problem.rules;
  const unit = Math.max(costs.day, costs.companyMove, costs.visit, costs.hold, 1e-9);
  const penalty = unplacedCost(problem);
  const energyOf = ({ cost, unplaced }: Arrangement): number => cost + unplaced * penalty;
  for (let step = 0; step < steps; step++) {
    if (step % REPORT_STEPS === 0) {
      options.signal?.throwIfAborted();
      options.onProgress?.(step);
    }
    if (best.unplaced === 0 && (options.untilPlaced || best.cost <= bound + 1e-9)) break;
    const temperature = 0.12 * unit * 0.02 ** (step / steps);
    const before = energyOf(state);
    const undo =
      step % RUIN_EVERY === RUIN_EVERY - 1
        ? ruin(problem, state, movable, random)
        : tryMoves(problem, state, proposeMoves(problem, state, movable, random));
    if (!undo) continue;
    const change = energyOf(state) - before;
    if (change > 0 && random.next() >= Math.exp(-change / temperature)) undo();
    else if (energyOf(state) < energyOf(best) - 1e-9) best = copyArrangement(state);
  }
  options.onProgress?.(steps);
  return best;
}

/** More than placing any strip anywhere can cost. */
function unplacedCost({ rules: { costs }, resources, dates }: Problem): number {
  const holding = resources.reduce((sum, { holdCost }) => sum + holdCost, 0);
  return 2 * (costs.day + costs.companyMove + 2 * costs.visit) + (costs.idle + holding) * dates.length + 1;
}

function depths(problem: Problem): number[] {
  const known = new Map<number, number>();
  const depthOf = (task: number, above: ReadonlySet<number>): number => {
    if (above.has(task)) return 0;
    let depth = known.get(task);
    if (depth === undefined) {
      const path = new Set(above).add(task);
      depth = problem.tasks[task].after.reduce((most, first) => Math.max(most, depthOf(first, path) + 1), 0);
      known.set(task, depth);
    }
    return depth;
  };
  return problem.tasks.map((_, i) => depthOf(i, new Set()));
}

/** Puts a strip where it costs least; leaves it out where it fits nowhere. Dates long after the last day are tried only at need. */
function insert(problem: Problem, state: Arrangement, task: number): void {
  const near = state.days.findLastIndex((day) => day !== undefined) + 4;
  if (!insertWithin(problem, state, task, 0, near)) insertWithin(problem, state, task, near, problem.dates.length);
}

function insertWithin(problem: Problem, state: Arrangement, task: number, from: number, to: number): boolean {
  let bestSlot = -1;
  let bestCost = Infinity;
  for (let slot = from; slot < Math.min(to, problem.dates.length); slot++) {
    if (!problem.allowed[task][slot] || !mayFit(problem, state.days[slot], task)) continue;
    const undo = applyMoves(problem, state, [[task, slot]]);
    if (!undo) continue;
    if (state.cost < bestCost - 1e-9) {
      bestCost = state.cost;
      bestSlot = slot;
    }
    undo();
  }
  return bestSlot >= 0 && applyMoves(problem, state, [[task, bestSlot]]) !== undefined;
}

/** A quick look before the strip is tried for good. */
function mayFit(problem: Problem, day: ShootingDay | undefined, index: number): boolean {
  if (!day) return true;
  const task = problem.tasks[index];
  if (day.effort + task.effort > problem.limit + 1e-6) return false;
  if (!day.locations.includes(task.location) && day.locations.length > problem.rules.companyMovesPerDay) return false;
  return (
    problem.rules.splitDays ||
    task.need === 0 ||
    task.need !== (day.kind === 'night' ? 1 : 2) ||
    (day.kind === 'day' && isOpen(problem, day))
  );
}

/** Whether none of a day's strips needs daylight. */
function isOpen(problem: Problem, day: ShootingDay): boolean {
  return day.tasks.every((task) => problem.tasks[task].need === 0);
}

function tryMoves(problem: Problem, state: Arrangement, moves: readonly Move[]): (() => void) | undefined {
  return moves.length === 0 ? undefined : applyMoves(problem, state, moves);
}

function proposeMoves(problem: Problem, state: Arrangement, movable: readonly number[], random: Random): Move[] {
  const kind = random.next();
  if (kind < 0.5) return proposeRelocation(problem, state, movable, random);
  if (kind < 0.75) {
    const [a, b] = [random.pick(movable), random.pick(movable)];
    return state.slotOf[a] === state.slotOf[b]
      ? []
      : [
          [a, state.slotOf[b]],
          [b, state.slotOf[a]],
        ];
  }
  const used = usedSlots(state);
  if (used.length === 0) return [];
  const from = random.pick(used);
  if (kind < 0.9) {
    const to = random.chance(0.5) ? random.pick(used) : random.integer(0, Math.min(problem.dates.length - 1, used.at(-1)! + 2));
    return from === to ? [] : [...dayMoves(state, from, to), ...dayMoves(state, to, from)];
  }
  return proposeShift(state, used, random);
}

/** A strip to the day of one that it has something in common with, to a day beside it, or anywhere. */
function proposeRelocation(problem: Problem, state: Arrangement, movable: readonly number[], random: Random): Move[] {
  const task = random.pick(movable);
  const other = random.integer(0, problem.tasks.length - 1);
  let slot = state.slotOf[other];
  const choice = random.next();
  if (choice < 0.15 || slot < 0) slot = random.integer(0, problem.dates.length - 1);
  else if (choice < 0.4) slot = Math.min(problem.dates.length - 1, Math.max(0, slot + (random.chance(0.5) ? 1 : -1)));
  else if (problem.tasks[task].location !== problem.tasks[other].location && random.chance(0.6)) return [];
  return slot === state.slotOf[task] || !mayFit(problem, state.days[slot], task) ? [] : [[task, slot]];
}

/** Takes a day out and puts it in elsewhere; those between move up by one. */
function proposeShift(state: Arrangement, used: readonly number[], random: Random): Move[] {
  const from = random.integer(0, used.length - 1);
  const to = random.integer(0, used.length - 1);
  if (from === to) return [];
  const step = from < to ? 1 : -1;
  const moves = dayMoves(state, used[from], used[to]);
  for (let i = from; i !== to; i += step) moves.push(...dayMoves(state, used[i + step], used[i]));
  return moves;
}

/** Takes one or two days apart, or all strips of a location, and puts the strips back in random order. */
function ruin(problem: Problem, state: Arrangement, movable: readonly number[], random: Random): (() => void) | undefined {
  const before = copyArrangement(state);
  const task = random.pick(movable);
  const slots = new Set([state.slotOf[task]]);
  if (random.chance(0.7)) slots.add(state.slotOf[random.pick(movable)]);
  const whole = random.chance(0.3);
  const out = movable.filter(
    (other) =>
      state.slotOf[other] < 0 ||
      slots.has(state.slotOf[other]) ||
      (whole && problem.tasks[other].location === problem.tasks[task].location && random.chance(0.5)),
  );
  applyMoves(
    problem,
    state,
    out.filter((other) => state.slotOf[other] >= 0).map((other) => [other, -1]),
  );
  const order = random.chance(0.5)
    ? random.shuffle(out)
    : random.shuffle(out).toSorted((a, b) => problem.tasks[b].effort - problem.tasks[a].effort);
  for (const other of order) insert(problem, state, other);
  return () => Object.assign(state, before);
}

function dayMoves(state: Arrangement, from: number, to: number): Move[] {
  return (state.days[from]?.tasks ?? []).map((task): Move => [task, to]);
}

function usedSlots(state: Arrangement): number[] {
  const used: number[] = [];
  for (let slot = 0; slot < state.days.length; slot++) if (state.days[slot]) used.push(slot);
  return used;
}
