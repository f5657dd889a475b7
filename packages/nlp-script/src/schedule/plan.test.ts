import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSchedule } from './check.js';
import { planShoot } from './plan.js';
import type { ShootRules } from './rules.js';
import { SHOOT_COSTS } from './rules.js';
import type { ScheduledDay, ShootingSchedule } from './schedule.js';
import type { Strip } from './strips.js';

function scheduleOf(strips: readonly Strip[], rules: ShootRules, steps?: number): ShootingSchedule {
  const plan = planShoot(strips, rules, steps === undefined ? {} : { steps });
  if (plan.result === 'conflict') throw new Error(`no schedule: ${JSON.stringify(plan)}`);
  return plan;
}

const cases = (count: { minLength: number; maxLength: number }, dates: number) =>
  arbitraryStrips(count).chain((strips) => fc.tuple(fc.constant(strips), arbitraryRules(strips, dates)));

describe('laws of a schedule', () => {
  it('has each scene once, breaks no rule and is no cheaper than its bound', () => {
    fc.assert(
      fc.property(cases({ minLength: 1, maxLength: 14 }, 9), ([strips, rules]) => {
        const plan = planShoot(strips, rules, { steps: 1500 });
        if (plan.result === 'conflict') return;
        expect(checkSchedule(plan, strips, rules)).toEqual([]);
        const shot = plan.days.flatMap((day) => day.strips.map(({ scene }) => scene)).toSorted((a, b) => a - b);
        expect(shot).toEqual(strips.map(({ scene }) => scene));
        expect(plan.gap).toBeGreaterThanOrEqual(0);
        expect(plan.cost).toBeGreaterThanOrEqual(plan.bound.cost - 1e-9);
        expect(plan.cost).toBeCloseTo(costByHand(plan.days, rules), 6);
        if (plan.optimal) expect(plan.gap).toBe(0);
      }),
      { numRuns: 40, seed: 4 },
    );
  });

  it('does not depend on the order that strips are given in', () => {
    const both = cases({ minLength: 2, maxLength: 10 }, 9).chain(([strips, rules]) =>
      fc.tuple(fc.constant(strips), fc.constant(rules), fc.shuffledSubarray(strips, { minLength: strips.length })),
    );
    fc.assert(
      fc.property(both, ([strips, rules, shuffled]) => {
        expect(planShoot(shuffled, rules, { steps: 600 })).toEqual(planShoot(strips, rules, { steps: 600 }));
      }),
      { numRuns: 15, seed: 5 },
    );
  });

  it('agrees with trying out everything: the same least cost, or the same impossibility', () => {
    let possible = 0;
    let impossible = 0;
    fc.assert(
      fc.property(cases({ minLength: 1, maxLength: 4 }, 4), ([strips, rules]) => {
        const best = tryEverything(strips, rules, 4);
        const plan = planShoot(strips, rules);
        if (best === undefined) {
          impossible++;
          expect(plan).toMatchObject({ result: 'conflict', proven: true, minimal: true });
          return;
        }
        possible++;
        expect(plan).toMatchObject({ result: 'schedule', optimal: true, gap: 0 });
        if (plan.result === 'schedule') expect(plan.cost).toBeCloseTo(best, 6);
      }),
      { numRuns: 40, seed: 6 },
    );
    expect(possible).toBeGreaterThan(10);
    expect(impossible).toBeGreaterThan(3);
  });
});

describe('what a schedule is made of', () => {
  it('fills days to the page limit and keeps locations together', () => {
    const strips = ['1', '2', '3', '4'].map((id, i) =>
      makeStrip(id, { eighths: 16, location: i % 2 === 0 ? 'BAR' : 'PIER', place: i % 2 === 0 ? 'BAR' : 'PIER' }),
    );
    const plan = scheduleOf(strips, { start: '2027-03-01', eighthsPerDay: 32 });
    expect(plan.days.map((day) => day.strips.map(({ id }) => id))).toEqual([
      ['1', '3'],
      ['2', '4'],
    ]);
    expect(plan).toMatchObject({ optimal: true, counts: { shootDays: 2, companyMoves: 0, visits: 2 } });
  });

  it('leaves weekends, holidays and the days of absent actors free', () => {
    const strips = [1, 2, 3].map((number) => makeStrip(String(number), { eighths: 40, cast: ['ANN'] }));
    const plan = scheduleOf(strips, {
      start: '2027-03-04',
      daysOff: ['2027-03-05'],
      cast: [{ name: 'ANN', unavailable: ['2027-03-08'] }],
    });
    expect(plan.days.map(({ date }) => date)).toEqual(['2027-03-04', '2027-03-09', '2027-03-10']);
  });

  it('gives a night after which a day cannot follow its rest', () => {
    const strips = [makeStrip('1', { light: 'night', setting: 'ext' }), makeStrip('2')];
    const rules: ShootRules = { start: '2027-03-01', pins: [{ strip: '1', date: '2027-03-01' }] };
    const plan = scheduleOf(strips, { ...rules, before: [{ earlier: '1', later: '2' }] });
    expect(plan.days.map(({ date, kind }) => [date, kind])).toEqual([
      ['2027-03-01', 'night'],
      ['2027-03-03', 'day'],
    ]);
  });

  it('keeps pinned strips where they are, on a Sunday too', () => {
    const strips = [1, 2, 3, 4].map((number) => makeStrip(String(number), { eighths: 30 }));
    const plan = scheduleOf(strips, { start: '2027-03-01', pins: [{ strip: '3', date: '2027-03-07' }] });
    const day = plan.days.find(({ date }) => date === '2027-03-07');
    expect(day?.strips.map(({ id, pinned }) => [id, pinned])).toEqual([['3', true]]);
  });

  it('shoots children first where the day goes on after they must stop', () => {
    const strips = [makeStrip('1', { eighths: 20 }), makeStrip('2', { eighths: 10, cast: ['KID'] })];
    const plan = scheduleOf(strips, {
      start: '2027-03-01',
      cast: [{ name: 'KID', child: { hours: 6, until: '12:00' } }],
    });
    expect(plan.days.map((day) => day.strips.map(({ id }) => id))).toEqual([['2', '1']]);
  });

  it('parts a scene that is longer than a day, in order', () => {
    const plan = scheduleOf([makeStrip('1', { eighths: 70 }), makeStrip('2', { eighths: 4 })], { start: '2027-03-01' });
    const parts = plan.days.flatMap((day) => day.strips).filter(({ part }) => part);
    expect(parts.map(({ id }) => id)).toEqual(['1 part 1', '1 part 2']);
    expect(parts.reduce((sum, { eighths }) => sum + eighths, 0)).toBe(70);
    expect(plan.notes).toEqual(['Scene 1 is longer than a day and is shot in 2 parts.']);
  });

  it('holds an actor, or drops them over a long gap', () => {
    const strips = [1, 2, 3].map((number) => makeStrip(String(number), { eighths: 40, cast: number === 2 ? [] : ['ANN'] }));
    const pins = strips.map(({ id }, i) => ({ strip: id, date: ['2027-03-01', '2027-03-05', '2027-03-12'][i] }));
    const rules: ShootRules = { start: '2027-03-01', pins };
    expect(scheduleOf(strips, rules).counts.holdDays).toBe(8);
    expect(scheduleOf(strips, { ...rules, cast: [{ name: 'ANN', dropAfter: 10 }] }).counts.holdDays).toBe(0);
  });

  it('gives the same schedule for the same seed, and none of its days for an empty script', () => {
    const strips = Array.from({ length: 30 }, (_, i) =>
      makeStrip(String(i + 1), { eighths: 3 + ((i * 7) % 11), location: `L${i % 5}`, cast: [`A${i % 7}`] }),
    );
    const rules: ShootRules = { start: '2027-03-01' };
    expect(planShoot(strips, rules, { seed: 3, steps: 4000 })).toEqual(planShoot(strips, rules, { seed: 3, steps: 4000 }));
    expect(scheduleOf([], rules)).toMatchObject({ days: [], cost: 0, gap: 0, optimal: true });
  });
});

describe('rules that clash', () => {
  it('names the actor and the deadline, and nothing that has no part in it', () => {
    const strips = [1, 2, 3].map((number) => makeStrip(String(number), { eighths: 30, cast: ['ANN'] }));
    strips.push(makeStrip('4', { cast: ['BOB'] }));
    const plan = planShoot(strips, {
      start: '2027-03-01',
      end: '2027-03-05',
      cast: [
        { name: 'ANN', unavailable: [{ from: '2027-03-02', to: '2027-03-04' }] },
        { name: 'BOB', unavailable: ['2027-03-01'] },
      ],
    });
    expect(plan).toMatchObject({ result: 'conflict', proven: true, minimal: true });
    if (plan.result === 'conflict')
      expect(plan.rules.map(({ rule, about }) => [rule, about])).toEqual([
        ['cast', 'ANN'],
        ['eighthsPerDay', undefined],
        ['end', '2027-03-05'],
      ]);
  });

  it('finds strips that must precede each other in a circle', () => {
    const plan = planShoot([makeStrip('1'), makeStrip('2'), makeStrip('3')], {
      start: '2027-03-01',
      before: [
        { earlier: '1', later: '2' },
        { earlier: '2', later: '1' },
        { earlier: '2', later: '3' },
      ],
    });
    expect(plan).toMatchObject({ result: 'conflict', proven: true, minimal: true });
    if (plan.result === 'conflict') expect(plan.rules.map(({ about }) => about)).toEqual(['1, 2', '2, 1']);
  });

  it('finds a pin on a date when the location is closed', () => {
    const plan = planShoot([makeStrip('1'), makeStrip('2', { location: 'BAR', place: 'BAR' })], {
      start: '2027-03-01',
      locations: [{ name: 'BAR', available: ['2027-03-10'] }],
      pins: [{ strip: '2', date: '2027-03-03' }],
    });
    expect(plan).toMatchObject({ result: 'conflict', proven: true });
    if (plan.result === 'conflict')
      expect(plan.rules.map(({ message }) => message)).toEqual([
        'BAR can only be had on 2027-03-10',
        'strip 2 is pinned to 2027-03-03',
      ]);
  });
});

describe('wrong input', () => {
  const strips = [makeStrip('1', { cast: ['ANN'] })];
  it.each<[string, Partial<ShootRules>, RegExp]>([
    ['a start that is no date', { start: '2027-02-30' }, /rules\.start/],
    ['an end before the start', { end: '2027-02-01' }, /rules\.end/],
    ['a page limit of nothing', { eighthsPerDay: 0 }, /rules\.eighthsPerDay/],
    ['a name that no strip has', { cast: [{ name: 'ANNE' }] }, /"ANNE", which no strip has/],
    ['a clock time that is none', { shifts: { day: { call: '25:00', hours: 12 } } }, /rules\.shifts\.day\.call/],
    ['a range that ends before it begins', { daysOff: [{ from: '2027-03-05', to: '2027-03-02' }] }, /rules\.daysOff\[0\]/],
    ['no working day', { workdays: [] }, /rules\.workdays/],
    ['a negative cost', { costs: { hold: -1 } }, /rules\.costs\.hold/],
    ['one strip pinned twice', { pins: [1, 2].map((day) => ({ strip: '1', date: `2027-03-0${day}` })) }, /pinned twice/],
  ])('rejects %s', (_, rules, message) => {
    expect(() => planShoot(strips, { start: '2027-03-01', ...rules })).toThrow(message);
    expect(() => planShoot(strips, { start: '2027-03-01', ...rules })).toThrow(RangeError);
  });

  it('stops when it is cancelled', () => {
    const controller = new AbortController();
    const many = Array.from({ length: 40 }, (_, i) => makeStrip(String(i + 1), { location: `L${i % 6}`, cast: [`A${i % 5}`] }));
    const onProgress = (done: number): void => {
      if (done > 0) controller.abort(new Error('enough'));
    };
    expect(() => planShoot(many, { start: '2027-03-01' }, { signal: controller.signal, onProgress })).toThrow('enough');
    expect(() => planShoot(many, { start: '2027-03-01' }, { signal: AbortSignal.abort(new Error('before')) })).toThrow('before');
  });
});

/** The cost of days, counted in another way than the search does. */
function costByHand(days: readonly Pick<ScheduledDay, 'date' | 'strips'>[], rules: ShootRules): number {
  const costs = { ...SHOOT_COSTS, ...rules.costs };
  const working = workingDates(days);
  const shot = days.map(({ date, strips }) => ({
    at: working.indexOf(date),
    locations: [...new Set(strips.map(({ location }) => location))],
    moves: strips.filter(({ location }, i) => i > 0 && strips[i - 1].location !== location).length,
    names: new Set(strips.flatMap(({ cast }) => cast)),
  }));
  let cost = shot.length * costs.day + (shot.length === 0 ? 0 : shot.at(-1)!.at + 1 - shot.length) * costs.idle;
  for (const [i, day] of shot.entries())
    cost +=
      day.moves * costs.companyMove +
      day.locations.filter((location) => !shot[i - 1]?.locations.includes(location)).length * costs.visit;
  for (const name of new Set(shot.flatMap(({ names }) => [...names]))) {
    const at = shot.filter(({ names }) => names.has(name)).map((day) => day.at);
    const held = at.at(-1)! - at[0] + 1 - at.length;
    cost += held * (rules.cast?.find((rule) => rule.name === name)?.holdCost ?? costs.hold);
  }
  return cost;
}

/** Monday to Friday from 1 March 2027, and whatever else is shot on. */
function workingDates(days: readonly { date: string }[]): string[] {
  const dates = Array.from({ length: 60 }, (_, i) => new Date(Date.UTC(2027, 2, 1 + i)));
  const shot = new Set(days.map(({ date }) => date));
  return dates
    .filter((date) => (date.getUTCDay() >= 1 && date.getUTCDay() <= 5) || shot.has(date.toISOString().slice(0, 10)))
    .map((date) => date.toISOString().slice(0, 10));
}

/** The least cost over every way to put strips on dates, in every order of each day. */
function tryEverything(strips: readonly Strip[], rules: ShootRules, dates: number): number | undefined {
  let best: number | undefined;
  for (let code = 0; code < dates ** strips.length; code++) {
    const slots = strips.map((_, i) => Math.floor(code / dates ** i) % dates);
    const byDate = Array.from({ length: dates }, (_empty, slot) => ({
      date: `2027-03-0${slot + 1}`,
      own: strips.filter((_, i) => slots[i] === slot),
    })).filter(({ own }) => own.length > 0);
    let orders: { date: string; strips: Strip[] }[][] = [[]];
    for (const { date, own } of byDate)
      orders = orders.flatMap((done) => permutations(own).map((order) => [...done, { date, strips: order }]));
    for (const days of orders) {
      const cost = costByHand(days as ScheduledDay[], rules);
      if (best !== undefined && cost >= best) continue;
      if (checkSchedule({ days: days as ScheduledDay[] }, strips, rules).length === 0) best = cost;
    }
  }
  return best;
}

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, i) => permutations(items.toSpliced(i, 1)).map((rest) => [item, ...rest]));
}

/** A strip with defaults for what a test doesn't say. */
function makeStrip(id: string, given: Partial<Strip> = {}): Strip {
  const eighths = given.eighths ?? 8;
  return {
    id,
    scene: Number.parseInt(id, 10) - 1,
    heading: `INT. ROOM ${id} - DAY`,
    setting: 'int',
    light: 'day',
    place: 'ROOM',
    location: 'ROOM',
    eighths,
    effort: eighths,
    cast: [],
    equipment: [],
    ...given,
  };
}

const CAST = ['ANN', 'BOB', 'CAT', 'DAN'];

/** Strips of few places and people. */
function arbitraryStrips(count: { minLength: number; maxLength: number }): fc.Arbitrary<Strip[]> {
  return fc
    .array(
      fc.record({
        eighths: fc.integer({ min: 1, max: 30 }),
        location: fc.constantFrom('BAR', 'PIER', 'ROAD'),
        setting: fc.constantFrom('int' as const, 'ext' as const),
        light: fc.constantFrom('day' as const, 'day' as const, 'night' as const, 'dusk' as const, 'dawn' as const),
        cast: fc.subarray(CAST),
        equipment: fc.subarray(['crane']),
      }),
      count,
    )
    .map((list) => list.map((given, i) => makeStrip(String(i + 1), { ...given, place: given.location })));
}

/** Rules for such strips that may or may not be possible. `dates` working days at most. */
function arbitraryRules(strips: readonly Strip[], dates: number): fc.Arbitrary<ShootRules> {
  const date = fc.integer({ min: 0, max: dates - 1 }).map((day) => `2027-03-0${day + 1}`);
  const names = [...new Set(strips.flatMap(({ cast }) => cast))];
  return fc
    .record({
      eighthsPerDay: fc.integer({ min: 30, max: 45 }),
      companyMovesPerDay: fc.integer({ min: 0, max: 2 }),
      splitDays: fc.boolean(),
      interiorsAnyTime: fc.boolean(),
      away: fc.array(date, { maxLength: 2 }),
      child: fc.option(fc.record({ hours: fc.integer({ min: 5, max: 11 }), until: fc.constantFrom('16:00', '22:00') })),
      ordered: fc.boolean(),
      pin: fc.option(date, { freq: 3 }),
      holdCost: fc.constantFrom(0, 0.05, 0.4),
    })
    .map(({ away, child, ordered, pin, holdCost, ...rules }) => ({
      ...rules,
      start: '2027-03-01',
      end: `2027-03-0${dates}`,
      cast: names.slice(0, 2).map((name, i) => ({
        name,
        holdCost,
        ...(i === 0 ? { unavailable: away } : {}),
        ...(i === 1 && child ? { child } : {}),
      })),
      before: ordered && strips.length > 1 ? [{ earlier: '1', later: '2' }] : [],
      pins: pin === null ? [] : [{ strip: String(strips.length), date: pin }],
    }));
}
