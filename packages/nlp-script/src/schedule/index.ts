/** @file What `@filmai/nlp-script/schedule` gives. */
export type { CostCounts } from './arrangement.js';
export type { ShootBound } from './bound.js';
export type { DateRange, Weekday } from './calendar.js';
export { checkSchedule } from './check.js';
export type { ScheduleViolation } from './check.js';
export type { ConflictingRule, ScheduleConflict } from './conflict.js';
export { planShoot } from './plan.js';
export type { PlanShootOptions } from './plan.js';
export { SHOOT_COSTS } from './rules.js';
export type { Availability, CastRule, EquipmentRule, FullRules, Shift, ShiftKind, ShootCosts, ShootRules } from './rules.js';
export type { ScheduledDay, ScheduledStrip, ShootingSchedule } from './schedule.js';
export { collectStrips } from './strips.js';
export type { Strip, StripOptions } from './strips.js';
