/** @file What in a script makes it dear: counted from the breakdown, and from the schedule where there is one. */
import type { Breakdown, SceneBreakdown } from '../breakdown/breakdown.js';
import { elementSheet } from '../breakdown/breakdown.js';
import type { TagCategory } from '../breakdown/lexicon/lexicon.js';
import { dayOutOfDays } from '../schedule/day-out-of-days.js';
import type { ShootingSchedule } from '../schedule/schedule.js';
import type { Levels, RateTable } from './rates.js';

/** All drivers. */
export const DRIVER_NAMES = [
  'pages',
  'runningMinutes',
  'shootDays',
  'prepDays',
  'wrapDays',
  'editDays',
  'nightDays',
  'exteriorDays',
  'companyMoves',
  'locations',
  'sets',
  'leads',
  'leadDays',
  'supports',
  'supportDays',
  'dayPlayerDays',
  'holdDays',
  'extraDays',
  'stunts',
  'vehicleDays',
  'animalDays',
  'practicalEffects',
  'visualEffects',
  'props',
  'costumes',
  'makeupScenes',
  'weatherScenes',
  'musicMinutes',
] as const;

/** One of {@link DRIVER_NAMES}. */
export type DriverName = (typeof DRIVER_NAMES)[number];

/** A driver with what it counts. */
export interface BudgetDriver {
  name: DriverName;
  /** In words: `'Shooting days'`. */
  label: string;
  value: Levels;
  /** Scenes (indices from 0) that it comes from; absent where all do. */
  scenes?: number[];
  /** How it was counted. */
  from: 'breakdown' | 'schedule' | 'rate table';
}

/** A part with this share of the scenes or more is a lead, and with this share a support; others play by the day. */
const LEAD_SHARE = 0.35;
const SUPPORT_SHARE = 0.12;
/** Scenes of one actor that are shot in a day on average, where there is no schedule: they are gathered, but never all. */
const GATHERED = 0.75;
/** People of a crowd that one mention of extras stands for. */
const CROWD = 12;
/** Share of the running time with composed music where the script doesn't say. */
const MUSIC_SHARE = 0.3;

/** Counts the drivers of a script. */
export function measureDrivers(breakdown: Breakdown, table: RateTable, schedule?: ShootingSchedule): BudgetDriver[] {
  const { scenes } = breakdown;
  const eighths = scenes.reduce((sum, scene) => sum + scene.eighths, 0);
  const drivers: BudgetDriver[] = [];
  const add = (
    name: DriverName,
    label: string,
    value: number | Levels,
    { from = 'breakdown', at }: { from?: BudgetDriver['from']; at?: readonly number[] } = {},
  ): void => {
    const levels = typeof value === 'number' ? { low: value, mid: value, high: value } : value;
    drivers.push({ name, label, value: levels, ...(at ? { scenes: [...at] } : {}), from });
  };
  const whole = (scene: SceneBreakdown): number => scene.index;
  const shoot: Levels = schedule
    ? each(() => schedule.counts.shootDays)
    : each((level) => Math.ceil(eighths / table.eighthsPerDay[level] - 1e-9));
  const counted = schedule ? 'schedule' : 'breakdown';
  const share = (part: readonly SceneBreakdown[]): number =>
    eighths === 0 ? 0 : part.reduce((sum, scene) => sum + scene.eighths, 0) / eighths;
  const daysOf = (part: readonly SceneBreakdown[]): Levels => each((level) => Math.ceil(shoot[level] * share(part) - 1e-9));
  const minutes = breakdown.totals.seconds / 60;
  add('pages', 'Pages', eighths / 8);
  add('runningMinutes', 'Running time in minutes', minutes);
  add('shootDays', 'Shooting days', shoot, { from: schedule ? 'schedule' : 'rate table' });
  for (const [name, label, key] of [
    ['prepDays', 'Days of preparation', 'prep'],
    ['wrapDays', 'Days of wrap', 'wrap'],
    ['editDays', 'Days of editing', 'edit'],
  ] as const)
    add(
      name,
      label,
      each((level) => Math.ceil(shoot[level] * table.daysPerShootDay[key][level])),
      { from: 'rate table' },
    );
  const night = scenes.filter(({ timeOfDay }) => timeOfDay === 'night');
  const outside = scenes.filter(({ setting }) => setting !== undefined && setting !== 'int');
  const nightDays = schedule?.days.filter(({ kind }) => kind !== 'day').length;
  add('nightDays', 'Nights of shooting', nightDays ?? daysOf(night), { from: counted, at: night.map(whole) });
  add('exteriorDays', 'Days of exteriors', daysOf(outside), { at: outside.map(whole) });
  const locations = new Set(scenes.map(({ placeParts, place }) => (placeParts[0] ?? place).toUpperCase()).filter(Boolean));
  const moves = schedule ? schedule.counts.visits : locations.size;
  add('companyMoves', 'Moves between locations', Math.max(0, moves - 1), { from: counted });
  add('locations', 'Locations', locations.size);
  add('sets', 'Sets', breakdown.places.length);
  addCast(add, breakdown, shoot, schedule);
  addThings(add, scenes, minutes);
  return drivers;
}

type Add = (
  name: DriverName,
  label: string,
  value: number | Levels,
  options?: { from?: BudgetDriver['from']; at?: readonly number[] },
) => void;

/** Parts by how many scenes they are seen in, and the days that they work. */
function addCast(add: Add, breakdown: Breakdown, shoot: Levels, schedule: ShootingSchedule | undefined): void {
  const seen = new Map<string, number[]>();
  for (const scene of breakdown.scenes)
    for (const { name, seen: visible } of scene.characters) if (visible) seen.set(name, [...(seen.get(name) ?? []), scene.index]);
  const speaking = new Set(breakdown.characters.filter((character) => character.speaking).map(({ name }) => name));
  const parts = [...seen].filter(([name]) => speaking.has(name));
  const count = Math.max(1, breakdown.scenes.length);
  const kindOf = ([, at]: (typeof parts)[number]): 'lead' | 'support' | 'day' =>
    at.length / count >= LEAD_SHARE ? 'lead' : at.length / count >= SUPPORT_SHARE ? 'support' : 'day';
  const rows = schedule ? new Map(dayOutOfDays(schedule).rows.map((row) => [row.name, row])) : undefined;
  const workDays = (kind: 'lead' | 'support' | 'day'): Levels =>
    each((level) =>
      parts
        .filter((part) => kindOf(part) === kind)
        .reduce((sum, [name, at]) => {
          const guess = Math.max(1, Math.ceil(Math.min(at.length, (shoot[level] * at.length) / count / GATHERED)));
          return sum + (rows?.get(name)?.workDays ?? guess);
        }, 0),
    );
  const of = (kind: 'lead' | 'support' | 'day'): typeof parts => parts.filter((part) => kindOf(part) === kind);
  const from = schedule ? 'schedule' : 'breakdown';
  add('leads', 'Leading parts', of('lead').length);
  add('leadDays', 'Days of leading parts', workDays('lead'), { from });
  add('supports', 'Supporting parts', of('support').length);
  add('supportDays', 'Days of supporting parts', workDays('support'), { from });
  add('dayPlayerDays', 'Days of small speaking parts', workDays('day'), { from });
  const hold = rows ? [...rows.values()].reduce((sum, { holdDays }) => sum + holdDays, 0) : 0;
  add('holdDays', 'Days that cast is held', hold, { from });
}

/** Things of the breakdown sheets: each counts once in a scene, however often it is mentioned. */
function addThings(add: Add, scenes: readonly SceneBreakdown[], minutes: number): void {
  const sheets = scenes.map((scene) => ({ index: scene.index, entries: elementSheet(scene) }));
  const inScenes = (test: (category: TagCategory, kind?: 'practical' | 'visual') => boolean): { count: number; at: number[] } => {
    const found = sheets.map(({ index, entries }) => ({
      index,
      count: entries.filter((entry) => test(entry.category, entry.first.kind)).length,
    }));
    const some = found.filter(({ count }) => count > 0);
    return { count: some.reduce((sum, { count }) => sum + count, 0), at: some.map(({ index }) => index) };
  };
  const different = (category: TagCategory): number =>
    new Set(sheets.flatMap(({ entries }) => entries.filter((entry) => entry.category === category).map(({ lemma }) => lemma)))
      .size;
  const put = (name: DriverName, label: string, { count, at }: { count: number; at: number[] }, times = 1): void =>
    add(name, label, count * times, { at });
  put(
    'extraDays',
    'Days of extras (people times days)',
    inScenes((category) => category === 'extra'),
    CROWD,
  );
  put(
    'stunts',
    'Stunts',
    inScenes((category) => category === 'stunt'),
  );
  put(
    'vehicleDays',
    'Picture vehicles (vehicles times scenes)',
    inScenes((category) => category === 'vehicle'),
  );
  put(
    'animalDays',
    'Animals (animals times scenes)',
    inScenes((category) => category === 'animal'),
  );
  put(
    'practicalEffects',
    'Effects on set',
    inScenes((category, kind) => category === 'effect' && kind === 'practical'),
  );
  put(
    'visualEffects',
    'Effects made afterwards',
    inScenes((category, kind) => category === 'effect' && kind !== 'practical'),
  );
  add('props', 'Different props', different('prop'));
  add('costumes', 'Pieces of wardrobe that the script names', different('wardrobe'));
  put(
    'makeupScenes',
    'Special make-up (scenes)',
    inScenes((category) => category === 'makeup'),
  );
  put(
    'weatherScenes',
    'Weather to be made (scenes)',
    inScenes((category) => category === 'weather'),
  );
  add('musicMinutes', 'Minutes of composed music', minutes * MUSIC_SHARE, { from: 'rate table' });
}

function each(value: (level: 'low' | 'mid' | 'high') => number): Levels {
  return { low: value('low'), mid: value('mid'), high: value('high') };
}
