/**
 * @file A table of rates to begin with. The figures are round planning values for a narrative feature in the United States, written
 * for this package; they are no union scale and no quotation. Copy the table, put your own rates in, and say so in `source`.
 */
import type { Levels, RateLine, RateTable } from './rates.js';

/** Rates to begin with: United States, dollars of 2024, planning values. */
export const PLANNING_RATES: RateTable = {
  name: 'Feature film, planning values',
  currency: 'USD',
  country: 'US',
  year: 2024,
  source: 'Round planning values of @filmai/nlp-script; replace them with the rates of your production.',
  eighthsPerDay: levels(44, 30, 18),
  daysPerShootDay: { prep: levels(0.6, 1, 1.6), wrap: levels(0.2, 0.3, 0.4), edit: levels(2, 2.6, 3.2) },
  fringes: { cast: 0.21, crew: 0.24, writer: 0.12 },
  contingency: levels(0.1, 0.1, 0.1),
  lines: [
    line('1100', 'Script and rights', 'above-the-line', 'film', [15_000, 110_000, 900_000], { fixed: 1, fringe: 'writer' }),
    line('1200', 'Producers', 'above-the-line', 'film', [30_000, 250_000, 2_000_000], { fixed: 1 }),
    line('1300', 'Director', 'above-the-line', 'film', [20_000, 220_000, 2_000_000], { fixed: 1, fringe: 'writer' }),
    line('1401', 'Leading cast', 'above-the-line', 'day', [600, 6500, 60_000], { per: { leadDays: 1 }, fringe: 'cast' }),
    line('1402', 'Supporting cast', 'above-the-line', 'day', [400, 1800, 8000], { per: { supportDays: 1 }, fringe: 'cast' }),
    line('1403', 'Day players', 'above-the-line', 'day', [250, 1250, 1600], { per: { dayPlayerDays: 1 }, fringe: 'cast' }),
    line('1404', 'Cast held without work', 'above-the-line', 'day', [200, 1000, 3000], { per: { holdDays: 1 }, fringe: 'cast' }),
    line('1405', 'Casting', 'above-the-line', 'film', [4000, 45_000, 180_000], { fixed: 1 }),
    line('1406', 'Stunt performers and coordination', 'above-the-line', 'stunt', [1200, 4500, 28_000], {
      per: { stunts: 1 },
      fringe: 'cast',
    }),
    crew('2000', 'Production office and assistant directors', [260, 480, 700], [4, 9, 22], {
      shootDays: 1,
      prepDays: 1,
      wrapDays: 1,
    }),
    line('2100', 'Extras', 'production', 'day', [90, 200, 240], { per: { extraDays: 1 }, fringe: 'cast' }),
    crew('2200', 'Art department', [240, 430, 620], [2, 8, 30], { shootDays: 1, prepDays: 1 }),
    line('2300', 'Set building and changes', 'production', 'set', [700, 9000, 85_000], { per: { sets: 1 } }),
    line('2400', 'Set dressing', 'production', 'set', [400, 3500, 22_000], { per: { sets: 1 } }),
    line('2500', 'Props', 'production', 'prop', [40, 180, 900], { fixed: 20, per: { props: 1 } }),
    crew('2600', 'Grips', [240, 440, 560], [2, 6, 18], { shootDays: 1, prepDays: 0.2 }),
    crew('2700', 'Electric', [240, 440, 560], [2, 6, 18], { shootDays: 1, prepDays: 0.2 }),
    line('2701', 'Light and grip equipment', 'production', 'day', [450, 2800, 11_000], { per: { shootDays: 1, nightDays: 0.5 } }),
    crew('2800', 'Camera', [280, 560, 760], [3, 5, 12], { shootDays: 1, prepDays: 0.2 }),
    line('2801', 'Camera equipment', 'production', 'day', [500, 2200, 9000], { per: { shootDays: 1 } }),
    crew('2900', 'Sound on set', [300, 520, 680], [1, 2, 3], { shootDays: 1 }),
    crew('3000', 'Wardrobe crew', [220, 400, 560], [1, 3, 12], { shootDays: 1, prepDays: 0.5 }),
    line('3001', 'Costumes', 'production', 'costume', [80, 450, 2600], {
      fixed: 10,
      per: { costumes: 1, leads: 8, supports: 3, dayPlayerDays: 1 },
    }),
    crew('3100', 'Make-up and hair', [230, 430, 600], [1, 3, 8], { shootDays: 1 }),
    line('3101', 'Special make-up', 'production', 'scene', [300, 2500, 14_000], { per: { makeupScenes: 1 } }),
    line('3200', 'Effects on set', 'production', 'effect', [600, 5500, 48_000], {
      per: { practicalEffects: 1, weatherScenes: 0.5 },
    }),
    line('3300', 'Picture vehicles', 'production', 'day', [120, 550, 2600], { per: { vehicleDays: 1 } }),
    line('3400', 'Animals and handlers', 'production', 'day', [250, 1100, 2600], { per: { animalDays: 1 } }),
    line('3500', 'Transport', 'production', 'day', [350, 3200, 19_000], { per: { shootDays: 1, companyMoves: 0.5 } }),
    line('3600', 'Location fees', 'production', 'location', [700, 6000, 32_000], { per: { locations: 1 } }),
    line('3601', 'Permits, police, base', 'production', 'day', [120, 1300, 7000], { per: { shootDays: 1, exteriorDays: 0.5 } }),
    line('3700', 'Catering', 'production', 'day', [450, 1900, 7500], { per: { shootDays: 1 } }),
    line('3800', 'Night premium and light for nights', 'production', 'night', [300, 3500, 24_000], { per: { nightDays: 1 } }),
    line('3900', 'Recording media and data', 'production', 'day', [80, 450, 1200], { per: { shootDays: 1 } }),
    crew('4500', 'Editing', [260, 520, 720], [1, 2, 4], { editDays: 1 }, 'post'),
    line('4600', 'Visual effects', 'post', 'effect', [800, 9000, 95_000], { per: { visualEffects: 1 } }),
    line('4700', 'Composed music', 'post', 'minute', [250, 2200, 14_000], { per: { musicMinutes: 1 } }),
    line('4800', 'Sound editing and mix', 'post', 'minute', [90, 1100, 5200], { per: { runningMinutes: 1 } }),
    line('4900', 'Grading, titles, deliveries', 'post', 'minute', [60, 700, 2600], { per: { runningMinutes: 1 } }),
    line('6100', 'Insurance', 'other', 'day', [260, 1900, 13_000], { per: { shootDays: 1 } }),
    line('6200', 'Legal and accounting', 'other', 'film', [9000, 85_000, 420_000], { fixed: 1 }),
    line('6300', 'Publicity during the shoot', 'other', 'film', [1500, 20_000, 120_000], { fixed: 1 }),
    line('6400', 'Office and general expense', 'other', 'day', [60, 420, 1900], {
      per: { shootDays: 1, prepDays: 1, editDays: 0.5 },
    }),
  ],
};

function levels(low: number, mid: number, high: number): Levels {
  return { low, mid, high };
}

function line(
  account: string,
  name: string,
  section: RateLine['section'],
  unit: string,
  [low, mid, high]: readonly [number, number, number],
  { fixed, per, fringe }: { fixed?: number; per?: RateLine['per']; fringe?: string },
): RateLine {
  return {
    account,
    name,
    section,
    unit,
    rate: levels(low, mid, high),
    ...(fixed === undefined ? {} : { fixed: levels(fixed, fixed, fixed) }),
    ...(per ? { per } : {}),
    ...(fringe === undefined ? {} : { fringe }),
  };
}

/** People paid by the day: how many of them there are is what sets small and large productions apart. */
function crew(
  account: string,
  name: string,
  rate: readonly [number, number, number],
  [low, mid, high]: readonly [number, number, number],
  per: RateLine['per'],
  section: RateLine['section'] = 'production',
): RateLine {
  return { ...line(account, name, section, 'day', rate, { per, fringe: 'crew' }), count: levels(low, mid, high) };
}
