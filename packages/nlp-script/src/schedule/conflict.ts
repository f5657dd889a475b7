/**
 * @file Which rules clash where no schedule exists: a set of rules that together make it impossible, and of which none can be left
 * out. Found by leaving out one after the other (the deletion filter of Chinneck and Dravnieks, 1991).
 */
import type { FullRules } from './rules.js';

/** One rule that takes part in a clash. */
export interface ConflictingRule {
  /** Which rule of {@link FullRules}. */
  rule:
    | 'end'
    | 'daysOff'
    | 'eighthsPerDay'
    | 'companyMovesPerDay'
    | 'splitDays'
    | 'turnaroundHours'
    | 'child'
    | 'cast'
    | 'locations'
    | 'equipment'
    | 'before'
    | 'pins';
  /** Whom or what it is about: `'MARA'`, a strip's id. */
  about?: string;
  /** The rule in words: `'MARA can only be had on 2027-03-01'`. */
  message: string;
}

/** The answer where no schedule exists or was found. */
export interface ScheduleConflict {
  result: 'conflict';
  /** True where it is proved that no schedule exists; false where none was found. */
  proven: boolean;
  /**
   * Rules that together leave no schedule. With `minimal`, leaving out any one of them makes a schedule possible (one was found).
   * Empty where nothing is proven.
   */
  rules: ConflictingRule[];
  minimal: boolean;
  /** Strips that found no place in the best attempt. */
  unplaced: string[];
}

/** A rule and the rules without it. */
export interface Loosening extends ConflictingRule {
  without: (rules: FullRules) => FullRules;
}

/** Whether a schedule exists: found, proved impossible, or not known. */
export type Feasibility = 'possible' | 'impossible' | 'unknown';

/**
 * Finds a minimal set of rules that clash.
 *
 * @param rules - Impossible to keep.
 * @param judge - Answers for any rules whether a schedule exists.
 */
export function findConflict(
  rules: FullRules,
  judge: (rules: FullRules) => Feasibility,
): { rules: ConflictingRule[]; minimal: boolean } {
  let kept = rules;
  let minimal = true;
  const clash: ConflictingRule[] = [];
  for (const { without, ...rule } of loosenings(rules)) {
    const looser = without(kept);
    const answer = judge(looser);
    if (answer === 'impossible') kept = looser;
    else {
      clash.push(rule);
      if (answer === 'unknown') minimal = false;
    }
  }
  return { rules: clash, minimal };
}

/** Everything that can be left out, what is changed most easily last, so that it stays in the set rather than what surrounds it. */
function loosenings(rules: FullRules): Loosening[] {
  const list: Loosening[] = [];
  const add = (
    rule: ConflictingRule['rule'],
    about: string | undefined,
    message: string,
    without: (rules: FullRules) => FullRules,
  ): void => {
    list.push({ rule, ...(about === undefined ? {} : { about }), message, without });
  };
  add('turnaroundHours', undefined, `${rules.turnaroundHours} hours of rest between wrap and call`, (all) => ({
    ...all,
    turnaroundHours: -10_000,
  }));
  if (!rules.splitDays)
    add('splitDays', undefined, 'day and night scenes are not shot on one day', (all) => ({ ...all, splitDays: true }));
  add('companyMovesPerDay', undefined, `at most ${rules.companyMovesPerDay} company moves in a day`, (all) => ({
    ...all,
    companyMovesPerDay: Infinity,
  }));
  if (rules.daysOff.length > 0)
    add('daysOff', undefined, `days off: ${rules.daysOff.map((range) => rangeText(range)).join(', ')}`, (all) => ({
      ...all,
      daysOff: [],
    }));
  for (const field of ['equipment', 'locations', 'cast'] as const) {
    for (const { name, available, unavailable } of rules[field]) {
      if (!available && !unavailable?.length) continue;
      const only = available ? `can only be had on ${available.map((range) => rangeText(range)).join(', ') || 'no date'}` : '';
      const never = unavailable?.length ? `cannot be had on ${unavailable.map((range) => rangeText(range)).join(', ')}` : '';
      add(field, name, `${name} ${[only, never].filter(Boolean).join(' and ')}`, (all) => ({
        ...all,
        [field]: all[field].map((other) =>
          other.name === name ? { ...other, available: undefined, unavailable: undefined } : other,
        ),
      }));
    }
  }
  for (const { name, child } of rules.cast) {
    if (!child) continue;
    const until = child.until === undefined ? '' : ` and until ${child.until}`;
    add('child', name, `${name} works at most ${child.hours} hours a day${until}`, (all) => ({
      ...all,
      cast: all.cast.map((other) => (other.name === name ? { ...other, child: undefined } : other)),
    }));
  }
  for (const { earlier, later } of rules.before)
    add('before', `${earlier}, ${later}`, `strip ${earlier} is shot on an earlier day than strip ${later}`, (all) => ({
      ...all,
      before: all.before.filter((other) => other.earlier !== earlier || other.later !== later),
    }));
  for (const { strip, date } of rules.pins)
    add('pins', strip, `strip ${strip} is pinned to ${date}`, (all) => ({
      ...all,
      pins: all.pins.filter((other) => other.strip !== strip),
    }));
  add('eighthsPerDay', undefined, `at most ${rules.eighthsPerDay} eighths of a page in a day`, (all) => ({
    ...all,
    eighthsPerDay: 1e9,
  }));
  if (rules.end !== undefined)
    add('end', rules.end, `the last shooting day is ${rules.end}`, (all) => {
      const { end: _, ...open } = all;
      return open;
    });
  return list;
}

function rangeText(range: string | { from: string; to: string }): string {
  return typeof range === 'string' ? range : `${range.from} to ${range.to}`;
}
