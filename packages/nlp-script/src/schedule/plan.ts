/** @file From strips and rules to a schedule, or to the rules that clash. */
import { createRandom } from '@filmai/core-tensor/random';
import type { Arrangement } from './arrangement.js';
import type { ShootBound } from './bound.js';
import { boundCost } from './bound.js';
import type { DateRange } from './calendar.js';
import { dayNumber, dayRange } from './calendar.js';
import type { Feasibility, ScheduleConflict } from './conflict.js';
import { findConflict } from './conflict.js';
import { searchExactly } from './exact.js';
import { isImpossible } from './impossible.js';
import type { Problem } from './problem.js';
import { compileProblem } from './problem.js';
import type { FullRules, ShootRules } from './rules.js';
import { completeRules } from './rules.js';
import type { ShootingSchedule } from './schedule.js';
import { describeSchedule } from './schedule.js';
import { anneal, construct } from './search.js';
import type { Strip } from './strips.js';
import { partLongStrips } from './strips.js';

/** Options of {@link planShoot}. */
export interface PlanShootOptions {
  /** Same seed, same schedule. Default 1. */
  seed?: number | string;
  /** How many changes are tried, 0 to 10 million. Default 300 for each strip, at most 50,000: seconds for a feature. */
  steps?: number;
  /** Stops the search. */
  signal?: AbortSignal;
  /** Steps done so far, and how many there are at most. */
  onProgress?: (done: number, total: number) => void;
}

/** Steps of a search that only asks whether there is any schedule. */
const PROBE_STEPS = 3000;
/** Nodes of the complete search of a small shoot. */
const EXACT_NODES = 60_000;
/** Strips of a small shoot. */
const EXACT_STRIPS = 9;

/**
 * Plans a shoot: which strip is shot on which date, so that days, moves and holding cost least and every rule is kept.
 *
 * @param strips - From `collectStrips`, corrected as needed; their order doesn't matter. A scene that is longer than a day is parted
 *   (`'12 part 1'`), unless it is pinned.
 * @param rules - See {@link ShootRules}; pinned strips stay where they are.
 * @param options - See {@link PlanShootOptions}.
 * @returns A schedule with its distance from a proved bound, or the rules that clash. An empty list gives a schedule without days.
 * @throws RangeError on rules that make no sense or name what no strip has; the signal's reason.
 * @example
 * ```ts
 * import { breakDown } from '@filmai/nlp-script/breakdown';
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 * import { collectStrips, planShoot } from '@filmai/nlp-script/schedule';
 *
 * const script = 'EXT. PIER - DAY\n\nMARA waits.\n\nINT. BAR - NIGHT\n\nMARA drinks.\n\nEXT. PIER - DAY\n\nShe leaves.\n';
 * const strips = collectStrips(breakDown(parseFountain(script).screenplay));
 * const plan = planShoot(strips, { start: '2027-03-01' });
 * if (plan.result === 'schedule') console.log(plan.days.map((day) => day.strips.map(({ id }) => id)), plan.optimal);
 * // [ [ '1', '3' ], [ '2' ] ] true
 * ```
 */
export function planShoot(
  strips: readonly Strip[],
  rules: ShootRules,
  options: PlanShootOptions = {},
): ShootingSchedule | ScheduleConflict {
  const { seed = 1, steps = Math.min(50_000, strips.length * 300), signal, onProgress } = options;
  if (!(Number.isInteger(steps) && steps >= 0 && steps <= 10_000_000))
    throw new RangeError(`steps is ${String(steps)}; expected a whole number from 0 to 10 million.`);
  signal?.throwIfAborted();
  const prepared = prepareShoot(strips, rules);
  const problem = compileProblem(prepared.strips, prepared.rules, slotsFor(prepared.strips, prepared.rules, 'search'));
  const bound = boundCost(problem);
  if (isImpossible(problem) && judge(prepared.strips, prepared.rules, seed) === 'impossible')
    return explainConflict(prepared.strips, prepared.rules, construct(problem), seed, signal);
  const random = createRandom(seed).split('schedule');
  let best = anneal(problem, construct(problem), {
    random,
    steps,
    bound: bound.cost,
    ...(signal ? { signal } : {}),
    ...(onProgress ? { onProgress: (done: number) => onProgress(done, steps) } : {}),
  });
  if (best.unplaced > 0) return explainConflict(prepared.strips, prepared.rules, best, seed, signal);
  const proof = proveBest(problem, best, bound);
  best = proof.best;
  return describeSchedule(problem, best, {
    method: proof.searched ? 'annealing and branch and bound' : 'annealing',
    bound,
    optimal: proof.optimal,
    seed,
    notes: prepared.notes,
  });
}

/** Strips and rules as the search takes them: in an order of their own, long scenes parted, rules complete and about the parts. */
export function prepareShoot(
  strips: readonly Strip[],
  rules: ShootRules,
): { strips: Strip[]; rules: FullRules; notes: string[] } {
  const pinned = new Set((rules.pins ?? []).map(({ strip }) => strip));
  const limit = rules.eighthsPerDay ?? 40;
  const whole = strips.toSorted((a, b) => a.scene - b.scene || (a.id < b.id ? -1 : 1));
  const valid = limit >= 1 && whole.every(({ effort }) => effort > 0 && effort < 1e6);
  const parted = valid ? whole.flatMap((strip) => (pinned.has(strip.id) ? [strip] : partLongStrips([strip], limit))) : whole;
  const parts = new Map<string, string[]>();
  for (const { id, part } of parted) if (part) parts.set(wholeId(id), [...(parts.get(wholeId(id)) ?? []), id]);
  const inParts = (id: string): string[] => parts.get(id) ?? [id];
  const order = [...parts.values()].flatMap((ids) => ids.slice(1).map((later, i) => ({ earlier: ids[i], later })));
  const before = (rules.before ?? []).flatMap(({ earlier, later }) =>
    inParts(earlier).flatMap((one) => inParts(later).map((other) => ({ earlier: one, later: other }))),
  );
  return {
    strips: parted,
    rules: completeRules({ ...rules, before: [...before, ...order] }, parted),
    notes: [...parts].map(([id, { length }]) => `Scene ${id} is longer than a day and is shot in ${length} parts.`),
  };
}

function wholeId(id: string): string {
  return id.replace(/ part \d+$/, '');
}

/** How many working days the calendar needs: for a search some more than the least; for a proof so many that more make no difference. */
function slotsFor(strips: readonly Strip[], rules: FullRules, purpose: 'search' | 'proof'): number {
  const named = [...rules.cast, ...rules.locations, ...rules.equipment].flatMap(({ available, unavailable }) => [
    ...(available ?? []),
    ...(unavailable ?? []),
  ]);
  const start = dayNumber(rules.start);
  const last = Math.max(start, ...named.map((range: DateRange) => dayRange(range, 'range').to));
  const fewest = Math.ceil(strips.reduce((sum, { effort }) => sum + effort, 0) / rules.eighthsPerDay);
  const beyond = purpose === 'proof' ? strips.length * 4 : Math.min(strips.length * 4, fewest * 2 + 10);
  return Math.min(last - start, 1500) + beyond + 1;
}

/** Whether the best that was found is the best there is. */
function proveBest(
  problem: Problem,
  found: Arrangement,
  bound: ShootBound,
): { best: Arrangement; optimal: boolean; searched: boolean } {
  if (found.cost <= bound.cost + 1e-9) return { best: found, optimal: true, searched: false };
  const free = problem.tasks.filter(({ pin }) => pin < 0).length;
  if (free > EXACT_STRIPS) return { best: found, optimal: false, searched: false };
  const { best, complete } = searchExactly(problem, { incumbent: found.cost, nodes: EXACT_NODES });
  return { best: best ?? found, optimal: complete, searched: complete };
}

function explainConflict(
  strips: readonly Strip[],
  rules: FullRules,
  attempt: Arrangement,
  seed: number | string,
  signal: AbortSignal | undefined,
): ScheduleConflict {
  const unplaced = strips.filter((_, i) => attempt.slotOf[i] < 0).map(({ id }) => id);
  const proven = judge(strips, rules, seed) === 'impossible';
  if (!proven) return { result: 'conflict', proven, rules: [], minimal: false, unplaced };
  const { rules: clash, minimal } = findConflict(rules, (looser) => {
    signal?.throwIfAborted();
    return judge(strips, looser, seed);
  });
  return { result: 'conflict', proven, rules: clash, minimal, unplaced };
}

/** Whether any schedule exists: proved impossible, found by a short search, or not known. */
function judge(strips: readonly Strip[], rules: FullRules, seed: number | string): Feasibility {
  if (isImpossible(compileProblem(strips, rules, slotsFor(strips, rules, 'proof')))) return 'impossible';
  const problem = compileProblem(strips, rules, slotsFor(strips, rules, 'search'));
  const found = anneal(problem, construct(problem), {
    random: createRandom(seed).split('probe'),
    steps: PROBE_STEPS,
    untilPlaced: true,
  });
  return found.unplaced === 0 ? 'possible' : 'unknown';
}
