/**
 * @file Proofs that a shoot cannot be scheduled, without searching for a schedule: strips that have no date, circles of strips that
 * must precede each other, and more work than the dates that it may be done on can take.
 */
import { daysNeeded } from './bound.js';
import { searchExactly } from './exact.js';
import type { Problem } from './problem.js';
import { makeDay } from './shooting-day.js';

/** Nodes of the exhaustive search that a proof may take. */
const PROOF_NODES = 4000;

/**
 * Whether it is certain that no schedule exists.
 *
 * @returns `true` only with proof; `false` where there may be a schedule.
 */
export function isImpossible(problem: Problem): boolean {
  if (problem.tasks.length === 0) return false;
  if (problem.tasks.some((_, task) => !makeDay(problem, [task]))) return true;
  const open = narrowedSlots(problem);
  if (!open || open.some((slots) => !slots.includes(1))) return true;
  if (overfull(problem, open)) return true;
  const few = problem.tasks.length <= 40 || open.some((slots) => slots.reduce((sum, slot) => sum + slot, 0) <= 3);
  if (!few) return false;
  const { best, complete } = searchExactly({ ...problem, allowed: open }, { firstOnly: true, nodes: PROOF_NODES });
  return complete && !best;
}

/** Slots of each strip that leave room for those before and after it; `undefined` where strips precede each other in a circle. */
function narrowedSlots(problem: Problem): Uint8Array[] | undefined {
  const open = problem.allowed.map((slots) => slots.slice());
  const order = topological(problem);
  if (!order) return undefined;
  for (const task of order) {
    for (const first of problem.tasks[task].after) {
      const earliest = open[first].indexOf(1);
      open[task].fill(0, 0, earliest < 0 ? open[task].length : earliest + 1);
    }
  }
  for (const task of order.toReversed()) {
    for (const later of problem.tasks[task].before) {
      const latest = open[later].lastIndexOf(1);
      open[task].fill(0, Math.max(0, latest));
    }
  }
  return open;
}

function topological({ tasks }: Problem): number[] | undefined {
  const waiting = tasks.map(({ after }) => after.length);
  const order = tasks.flatMap((_, i) => (waiting[i] === 0 ? [i] : []));
  for (let i = 0; i < order.length; i++)
    for (const later of tasks[order[i]].before) if (--waiting[later] === 0) order.push(later);
  return order.length === tasks.length ? order : undefined;
}

/** Whether strips that fit into some set of slots only need more days than it has. Sets tried: those of strips, of people and places, and ends. */
function overfull(problem: Problem, open: readonly Uint8Array[]): boolean {
  const groups = new Map<string, number[]>();
  const add = (key: string, task: number): void => {
    const group = groups.get(key);
    if (group) group.push(task);
    else groups.set(key, [task]);
  };
  for (const [i, task] of problem.tasks.entries()) {
    add(`slots ${open[i].join('')}`, i);
    add(`location ${task.location}`, i);
    add(`last ${open[i].lastIndexOf(1)}`, i);
    add(`first ${open[i].indexOf(1)}`, i);
    for (const resource of task.resources) add(`resource ${resource}`, i);
    add('all', i);
  }
  const tried = new Set<string>();
  for (const group of groups.values()) {
    const union = new Uint8Array(problem.dates.length);
    for (const task of group) for (let slot = 0; slot < union.length; slot++) union[slot] |= open[task][slot];
    const key = union.join('');
    if (tried.has(key)) continue;
    tried.add(key);
    const inside = open.flatMap((slots, task) => (slots.every((slot, i) => slot <= union[i]) ? [task] : []));
    const size = union.reduce((sum, slot) => sum + slot, 0);
    if (daysNeeded(problem, inside) > size) return true;
  }
  return false;
}
