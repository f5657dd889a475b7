/** @file One shooting day: which strips can share it, in which order they are shot, when it begins and ends. */
import type { Problem } from './problem.js';
import type { ShiftKind } from './rules.js';

/** Strips on one date, with everything that the cost of the whole needs. */
export interface ShootingDay {
  tasks: readonly number[];
  kind: ShiftKind;
  effort: number;
  companyMoves: number;
  locations: number[];
  resources: number[];
}

/** Efforts are sums of fractions. */
const ROUNDING = 1e-6;

/**
 * Puts strips together on a day.
 *
 * @param problem - The shoot.
 * @param tasks - At least one.
 * @returns `undefined` where a rule about single days forbids it: page limit, light, company moves, children's hours, or one strip
 *   that must be shot on an earlier day than another of them.
 */
export function makeDay(problem: Problem, tasks: readonly number[]): ShootingDay | undefined {
  let effort = 0;
  let needs = 0;
  let children = false;
  const locations: number[] = [];
  const resources: number[] = [];
  for (const index of tasks) {
    const task = problem.tasks[index];
    effort += task.effort;
    needs |= task.need;
    if (!locations.includes(task.location)) locations.push(task.location);
    for (const resource of task.resources) if (!resources.includes(resource)) resources.push(resource);
    if (task.children.length > 0) children = true;
    for (const first of task.after) if (tasks.includes(first)) return undefined;
  }
  if (effort > problem.limit + ROUNDING) return undefined;
  if (needs === 3 && !problem.rules.splitDays) return undefined;
  const kind: ShiftKind = needs === 3 ? 'split' : needs === 2 ? 'night' : 'day';
  if (locations.length - 1 > problem.rules.companyMovesPerDay) return undefined;
  if (children && !childrenMayWork(problem, tasks, kind)) return undefined;
  let companyMoves = locations.length - 1;
  if (companyMoves > 0 && (kind === 'split' || children)) {
    companyMoves = routeOf(phasesOf(problem, tasks, kind).map((phase) => locationsOf(problem, phase))).moves;
    if (companyMoves > problem.rules.companyMovesPerDay) return undefined;
  }
  return { tasks, kind, effort, companyMoves, locations, resources };
}

/**
 * The order of a day: children first where the day ends after they must stop, day before night on a split day; within that
 * location by location with as few moves as can be, then by light, sets together, in the order of the script.
 *
 * @param previous - Location that the day before ended at, and the one that the next begins at, where they are known.
 */
export function orderTasks(
  problem: Problem,
  tasks: readonly number[],
  kind: ShiftKind,
  { previous = -1, next = -1 }: { previous?: number; next?: number } = {},
): number[] {
  const phases = phasesOf(problem, tasks, kind);
  const { routes } = routeOf(
    phases.map((phase) => locationsOf(problem, phase)),
    previous,
    next,
  );
  const lightOf = (index: number): number => {
    const { light } = problem.tasks[index];
    return kind === 'night' && light === 2 ? -1 : light;
  };
  return phases.flatMap((phase, i) =>
    routes[i].flatMap((location) =>
      phase
        .filter((index) => problem.tasks[index].location === location)
        .toSorted((a, b) => {
          const [left, right] = [problem.strips[a], problem.strips[b]];
          return lightOf(a) - lightOf(b) || compareText(left.place, right.place) || left.scene - right.scene || a - b;
        }),
    ),
  );
}

/** Parts of a day that must follow each other, none empty. */
function phasesOf(problem: Problem, tasks: readonly number[], kind: ShiftKind): number[][] {
  const childrenFirst = stopsChildren(problem, tasks, kind);
  const phases: number[][] = [[], [], [], []];
  for (const index of tasks) {
    const task = problem.tasks[index];
    const late = kind === 'split' && task.need === 2 ? 1 : 0;
    phases[(childrenFirst && task.children.length === 0 ? 2 : 0) + late].push(index);
  }
  return phases.filter((phase) => phase.length > 0);
}

function locationsOf(problem: Problem, tasks: readonly number[]): number[] {
  return [...new Set(tasks.map((index) => problem.tasks[index].location))].toSorted((a, b) => a - b);
}

/**
 * The shortest way through phases of locations. Every location of a phase is visited once in it; a phase begins where the one
 * before ended if it can. Dynamic programming over the last location of each phase.
 *
 * @returns The locations of each phase in order, and the company moves of the day.
 */
export function routeOf(phases: readonly (readonly number[])[], previous = -1, next = -1): { routes: number[][]; moves: number } {
  let ends = new Map<number, { cost: number; routes: number[][] }>([[previous, { cost: 0, routes: [] }]]);
  for (const phase of phases) {
    const after = new Map<number, { cost: number; routes: number[][] }>();
    for (const [from, { cost, routes }] of ends) {
      for (const last of phase) {
        const starts = phase.filter((location) => location !== last || phase.length === 1);
        const first = starts.includes(from) ? from : starts[0];
        const between = phase.filter((location) => location !== first && location !== last);
        const route = phase.length === 1 ? [last] : [first, ...between, last];
        const total = cost + (first === from || from < 0 ? 0 : 1) + phase.length - 1;
        const known = after.get(last);
        if (!known || total < known.cost) after.set(last, { cost: total, routes: [...routes, route] });
      }
    }
    ends = after;
  }
  let best: { cost: number; routes: number[][] } | undefined;
  for (const [last, { cost, routes }] of ends) {
    const total = cost + (next < 0 || last === next ? 0 : 1);
    if (!best || total < best.cost) best = { cost: total, routes };
  }
  const { routes } = best!;
  const way = routes.flat();
  return { routes, moves: way.reduce((moves, location, i) => moves + (i > 0 && location !== way[i - 1] ? 1 : 0), 0) };
}

/** Order of text that is the same on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function stopsChildren(problem: Problem, tasks: readonly number[], kind: ShiftKind): boolean {
  return tasks.some((index) =>
    problem.tasks[index].children.some((child) => (problem.resources[child].childUntil ?? Infinity) < problem.shifts[kind].wrap),
  );
}

/** Each child within its hours, and all their strips, shot first, over before the earliest of them must stop. */
function childrenMayWork(problem: Problem, tasks: readonly number[], kind: ShiftKind): boolean {
  const pace = problem.minutesPerEighth[kind];
  const minutes = new Map<number, number>();
  let together = 0;
  let until = Infinity;
  for (const index of tasks) {
    const task = problem.tasks[index];
    if (task.children.length > 0) together += task.effort * pace;
    for (const child of task.children) {
      minutes.set(child, (minutes.get(child) ?? 0) + task.effort * pace);
      until = Math.min(until, problem.resources[child].childUntil ?? Infinity);
    }
  }
  for (const [child, worked] of minutes) if (worked > problem.resources[child].childMinutes! + ROUNDING) return false;
  return until >= problem.shifts[kind].wrap || problem.shifts[kind].call + together <= until + ROUNDING;
}
