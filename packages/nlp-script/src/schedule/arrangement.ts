/** @file Strips on dates, and what that costs. The searches move strips; this says what each move would change. */
import type { Problem } from './problem.js';
import type { ShootingDay } from './shooting-day.js';
import { makeDay } from './shooting-day.js';

/** Counts behind a cost. */
export interface CostCounts {
  shootDays: number;
  /** Working days of the calendar without shooting before the last shooting day. */
  idleDays: number;
  companyMoves: number;
  visits: number;
  /** Days that cast or equipment is held without work, all together. */
  holdDays: number;
  /** Cost of those, by each one's own rate. */
  holdCost: number;
}

/** Which strip is shot in which slot; −1 for a strip that has none. Days follow from it. */
export interface Arrangement {
  slotOf: Int32Array;
  days: (ShootingDay | undefined)[];
  unplaced: number;
  cost: number;
}

/** An arrangement without any strip. */
export function emptyArrangement(problem: Problem): Arrangement {
  return {
    slotOf: new Int32Array(problem.tasks.length).fill(-1),
    days: problem.dates.map(() => undefined),
    unplaced: problem.tasks.length,
    cost: 0,
  };
}

/** A copy that shares nothing that changes. */
export function copyArrangement({ slotOf, days, unplaced, cost }: Arrangement): Arrangement {
  return { slotOf: slotOf.slice(), days: [...days], unplaced, cost };
}

/**
 * Counts what an arrangement costs.
 *
 * @returns `undefined` where the rest between two days is too short.
 */
export function countCosts(problem: Problem, days: readonly (ShootingDay | undefined)[]): CostCounts | undefined {
  const { resources, dates, shifts } = problem;
  const turnaround = problem.rules.turnaroundHours * 60;
  lastSlots.length = resources.length;
  lastSlots.fill(-1);
  const counts: CostCounts = { shootDays: 0, idleDays: 0, companyMoves: 0, visits: 0, holdDays: 0, holdCost: 0 };
  let before = -1;
  for (let slot = 0; slot < days.length; slot++) {
    const day = days[slot];
    if (!day) continue;
    counts.shootDays++;
    counts.companyMoves += day.companyMoves;
    counts.idleDays += slot - before - 1;
    if (before < 0) counts.visits += day.locations.length;
    else {
      const last = days[before]!;
      if (shifts[day.kind].call + (dates[slot] - dates[before]) * 1440 - shifts[last.kind].wrap < turnaround) return undefined;
      for (const location of day.locations) if (!last.locations.includes(location)) counts.visits++;
    }
    for (const index of day.resources) {
      const worked = lastSlots[index];
      if (worked >= 0 && slot - worked > 1) {
        const { holdCost, dropAfter } = resources[index];
        if (dates[slot] - dates[worked] - 1 < dropAfter) {
          counts.holdDays += slot - worked - 1;
          counts.holdCost += (slot - worked - 1) * holdCost;
        }
      }
      lastSlots[index] = slot;
    }
    before = slot;
  }
  return counts;
}

/** Reused between calls: the searches count costs some hundred thousand times. */
const lastSlots: number[] = [];

/** The sum that is minimised. */
export function costOf(problem: Problem, counts: CostCounts): number {
  const { costs } = problem.rules;
  return (
    counts.shootDays * costs.day +
    counts.idleDays * costs.idle +
    counts.companyMoves * costs.companyMove +
    counts.visits * costs.visit +
    counts.holdCost
  );
}

/** A strip and the slot that it goes to, or −1. */
export type Move = readonly [task: number, slot: number];

/**
 * Moves strips, if the rules allow.
 *
 * @returns A function that takes the moves back, or `undefined` where a rule forbids them; nothing has changed then.
 */
export function applyMoves(problem: Problem, arrangement: Arrangement, moves: readonly Move[]): (() => void) | undefined {
  const { slotOf, days } = arrangement;
  const changed = new Map<number, number[]>();
  const listOf = (slot: number): number[] => {
    let list = changed.get(slot);
    if (!list) changed.set(slot, (list = [...(days[slot]?.tasks ?? [])]));
    return list;
  };
  const back: Move[] = [];
  const { unplaced, cost } = arrangement;
  const undoSlots = (): void => {
    for (const [task, slot] of back) slotOf[task] = slot;
    arrangement.unplaced = unplaced;
    arrangement.cost = cost;
  };
  for (const [task, slot] of moves) {
    if (slot >= 0 && !problem.allowed[task][slot]) {
      undoSlots();
      return undefined;
    }
    const from = slotOf[task];
    if (from >= 0) {
      const list = listOf(from);
      list.splice(list.indexOf(task), 1);
    } else arrangement.unplaced--;
    if (slot >= 0) listOf(slot).push(task);
    else arrangement.unplaced++;
    back.push([task, from]);
    slotOf[task] = slot;
  }
  const made: [number, ShootingDay | undefined][] = [];
  let possible = moves.every(([task]) => keepsOrder(problem, slotOf, task));
  for (const [slot, tasks] of changed) {
    if (!possible) break;
    const day = tasks.length === 0 ? undefined : makeDay(problem, tasks);
    if (tasks.length > 0 && !day) possible = false;
    made.push([slot, day]);
  }
  if (!possible) {
    undoSlots();
    return undefined;
  }
  const old = made.map(([slot]) => days[slot]);
  const restore = (): void => {
    for (const [i, [slot]] of made.entries()) days[slot] = old[i];
    back.reverse();
    undoSlots();
  };
  for (const [slot, day] of made) days[slot] = day;
  const counts = countCosts(problem, days);
  if (!counts) {
    restore();
    return undefined;
  }
  arrangement.cost = costOf(problem, counts);
  return restore;
}

/** Whether a strip stands between those that must be earlier and later. */
function keepsOrder(problem: Problem, slotOf: Int32Array, task: number): boolean {
  const slot = slotOf[task];
  if (slot < 0) return true;
  const { after, before } = problem.tasks[task];
  for (const other of after) if (slotOf[other] >= slot) return false;
  for (const other of before) if (slotOf[other] >= 0 && slotOf[other] <= slot) return false;
  return true;
}
