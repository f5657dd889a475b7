import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakDown } from '../breakdown/breakdown.js';
import { parseFountain } from '../fountain/parse.js';
import { collectStrips } from '../schedule/strips.js';
import { planShoot } from '../schedule/plan.js';
import { PLANNING_RATES } from './default-rates.js';
import type { BudgetEstimate } from './estimate.js';
import { estimateBudget } from './estimate.js';
import { checkRateTable, LEVELS } from './rates.js';
import type { RateTable } from './rates.js';
import { encodeBudgetXlsx, formatBudgetCsv, formatBudgetHtml, writeBudgetXlsx } from './tables.js';

const QUIET = 'Title: Quiet\n\nINT. ROOM - DAY\n\nMARA, 30s, sits with TOM, 40s.\n\nMARA\nYes.\n\nTOM\nNo.\n';
const LOUD = `${QUIET}\nEXT. BRIDGE - NIGHT\n\nA truck explodes. MARA jumps from a horse. A crowd screams. Rain.\n\nMARA\nRun!\n`;

const broken = (text: string) => breakDown(parseFountain(text).screenplay);
const amounts = (budget: BudgetEstimate): number[] => LEVELS.map((level) => budget.total[level]);

/** A table small enough to reckon by hand. */
const SMALL: RateTable = {
  name: 'Small',
  currency: 'EUR',
  country: 'FR',
  year: 2025,
  source: 'test',
  eighthsPerDay: { low: 8, mid: 4, high: 2 },
  daysPerShootDay: { prep: { low: 1, mid: 1, high: 1 }, wrap: { low: 0, mid: 0, high: 0 }, edit: { low: 0, mid: 0, high: 0 } },
  fringes: { crew: 0.5 },
  contingency: { low: 0.1, mid: 0.1, high: 0.2 },
  lines: [
    {
      account: '1',
      name: 'Script',
      section: 'above-the-line',
      unit: 'film',
      rate: { low: 10, mid: 20, high: 30 },
      fixed: { low: 1, mid: 1, high: 1 },
    },
    {
      account: '2',
      name: 'Crew',
      section: 'production',
      unit: 'day',
      rate: { low: 100, mid: 100, high: 100 },
      count: { low: 1, mid: 2, high: 3 },
      per: { shootDays: 1, prepDays: 0.5 },
      fringe: 'crew',
    },
  ],
};

describe('a budget from the bottom', () => {
  it('is what the table says, reckoned by hand', () => {
    const breakdown = broken(QUIET);
    const { eighths } = breakdown.totals;
    const budget = estimateBudget(breakdown, { rates: SMALL });
    const days = [8, 4, 2].map((limit) => Math.ceil(eighths / limit));
    const direct = days.map((count, i) => [10, 20, 30][i] + 1.5 * count * 100 * [1, 2, 3][i] * 1.5);
    expect(LEVELS.map((level) => budget.direct[level])).toEqual(direct);
    expect(amounts(budget)).toEqual(direct.map((amount, i) => amount + Math.round(amount * [0.1, 0.1, 0.2][i])));
    expect(budget).toMatchObject({ currency: 'EUR', country: 'FR', priceYear: 2025, title: 'Quiet' });
  });

  it('gives every amount to what causes it: drivers and fixed sums make the direct cost', () => {
    for (const text of [QUIET, LOUD]) {
      const budget = estimateBudget(broken(text));
      for (const level of LEVELS) {
        const sum = budget.drivers.reduce((total, driver) => total + driver.amount[level], budget.fixed[level]);
        expect(Math.abs(sum - budget.direct[level])).toBeLessThan(2 * PLANNING_RATES.lines.length);
      }
    }
  });

  it('grows with what is dear, and names the scenes', () => {
    const [quiet, loud] = [estimateBudget(broken(QUIET)), estimateBudget(broken(LOUD))];
    for (const level of LEVELS) expect(loud.total[level]).toBeGreaterThan(quiet.total[level]);
    const names = loud.drivers.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['practicalEffects', 'vehicleDays', 'animalDays', 'extraDays', 'weatherScenes', 'nightDays']),
    );
    expect(loud.drivers.find(({ name }) => name === 'animalDays')?.scenes).toEqual([1]);
    expect(quiet.drivers.some(({ name }) => name === 'animalDays')).toBe(false);
  });

  it('rises from low to high, and in proportion to exchange and inflation', () => {
    const factor = fc.double({ min: 0.01, max: 200, noNaN: true });
    const plain = estimateBudget(broken(LOUD));
    expect(amounts(plain)).toEqual(amounts(plain).toSorted((a, b) => a - b));
    fc.assert(
      fc.property(factor, factor, (rate, inflation) => {
        const other = estimateBudget(broken(LOUD), {
          exchange: { currency: 'CNY', rate },
          inflation: { year: 2030, factor: inflation },
        });
        expect(other).toMatchObject({ currency: 'CNY', priceYear: 2030 });
        for (const level of LEVELS)
          expect(Math.abs(other.total[level] - plain.total[level] * rate * inflation)).toBeLessThan(150 * (1 + rate * inflation));
      }),
      { numRuns: 20 },
    );
  });

  it('takes days of shooting, cast and holding from a schedule', () => {
    const breakdown = broken(LOUD);
    const strips = collectStrips(breakdown);
    const plan = planShoot(strips, {
      start: '2027-03-01',
      pins: strips.map(({ id }, i) => ({ strip: id, date: `2027-03-0${1 + 3 * i}` })),
    });
    if (plan.result === 'conflict') throw new Error('no schedule');
    const budget = estimateBudget(breakdown, { schedule: plan });
    const valueOf = (name: string): number | undefined => budget.drivers.find((driver) => driver.name === name)?.value.mid;
    expect(budget.method).toContain('schedule');
    expect([valueOf('shootDays'), valueOf('holdDays'), valueOf('leadDays')]).toEqual([2, 2, 3]);
  });

  it('costs no more than its fixed lines for an empty script', () => {
    const budget = estimateBudget(broken(''));
    expect(LEVELS.map((level) => budget.direct[level])).toEqual(LEVELS.map((level) => budget.fixed[level]));
    expect(budget.drivers).toEqual([]);
  });
});

describe('known films beside it', () => {
  it('stand apart: they change no amount, and are converted only by a given factor', () => {
    const breakdown = broken(LOUD);
    const film = { genre: 'horror', rating: 'R', distributor: 'independent' } as const;
    const [without, beside] = [estimateBudget(breakdown), estimateBudget(breakdown, { film })];
    expect(beside.total).toEqual(without.total);
    expect(beside.lines).toEqual(without.lines);
    expect(without.topDown).toBeUndefined();
    expect(beside.topDown?.converted).toBeUndefined();
    const { topDown } = estimateBudget(breakdown, { film, topDownFactor: 2 });
    expect(topDown?.converted?.median).toBeCloseTo(2 * beside.topDown!.median, 3);
    expect(Object.values(topDown!.compared!).every((place) => ['below', 'inside', 'above'].includes(place))).toBe(true);
  });
});

describe('tables of rates', () => {
  it('survive a file', () => {
    const again = checkRateTable(JSON.parse(JSON.stringify(PLANNING_RATES)));
    expect(estimateBudget(broken(LOUD), { rates: again })).toEqual(estimateBudget(broken(LOUD)));
  });

  it.each<[string, unknown, RegExp]>([
    ['nothing', null, /rates is null; expected a record/],
    ['no currency', { ...SMALL, currency: 'euro' }, /rates\.currency/],
    ['no pages a day', { ...SMALL, eighthsPerDay: { low: 0, mid: 1, high: 1 } }, /rates\.eighthsPerDay\.low/],
    ['an unknown driver', { ...SMALL, lines: [{ ...SMALL.lines[0], per: { moons: 1 } }] }, /moons is no driver/],
    ['an unknown fringe', { ...SMALL, lines: [{ ...SMALL.lines[0], fringe: 'moons' }] }, /which rates\.fringes lacks/],
    ['an account twice', { ...SMALL, lines: [SMALL.lines[0], SMALL.lines[0]] }, /that no other line has/],
    [
      'a rate that is text',
      { ...SMALL, lines: [{ ...SMALL.lines[0], rate: { low: '1', mid: 2, high: 3 } }] },
      /lines\[0\]\.rate\.low/,
    ],
  ])('are rejected with %s', (_, table, message) => {
    expect(() => checkRateTable(table)).toThrow(message);
    expect(() => checkRateTable(table)).toThrow(TypeError);
  });

  it('go with factors above 0 only', () => {
    const breakdown = broken(QUIET);
    expect(() => estimateBudget(breakdown, { exchange: { currency: 'EUR', rate: 0 } })).toThrow(/exchange\.rate/);
    expect(() => estimateBudget(breakdown, { exchange: { currency: 'euro', rate: 1 } })).toThrow(/exchange\.currency/);
    expect(() => estimateBudget(breakdown, { inflation: { year: 2030, factor: Number.NaN } })).toThrow(/inflation/);
    expect(() => estimateBudget(breakdown, { film: {}, topDownFactor: -1 })).toThrow(/topDownFactor/);
  });
});

describe('files', () => {
  const budget = estimateBudget(broken(LOUD.replace('Title: Quiet', 'Title: =Quiet & <Loud>')), { film: { genre: 'drama' } });

  it('have every line and the total as CSV', () => {
    const rows = formatBudgetCsv(budget).split('\r\n');
    expect(rows).toHaveLength(budget.lines.length + 4);
    const total = rows.at(-2)!.split(',');
    expect(total[1]).toBe('Total');
    expect(total.slice(11, 14).map(Number)).toEqual(amounts(budget));
  });

  it('have the same amounts in a workbook, and a sheet of formulas', async () => {
    const files = unzip(Buffer.from(await encodeBudgetXlsx(budget)));
    const sheet = (number: number): string => files.get(`xl/worksheets/sheet${number}.xml`)!;
    for (const amount of amounts(budget)) expect(sheet(1)).toContain(`<v>${amount}</v>`);
    expect(sheet(2).match(/<row /g)).toHaveLength(budget.lines.length + 1);
    expect(sheet(2)).not.toContain('<f>');
    expect(sheet(4)).toContain('<f>ROUND(E2*H2,0)</f>');
    expect(sheet(4)).toContain(`<f>K${budget.lines.length + 2}+K${budget.lines.length + 3}</f>`);
  });

  it('are written whole', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'filmai-budget-'));
    try {
      await writeBudgetXlsx(join(folder, 'budget.xlsx'), budget);
      expect((await readFile(join(folder, 'budget.xlsx'))).subarray(0, 2).toString()).toBe('PK');
      await expect(writeBudgetXlsx(join(folder, 'none', 'b.xlsx'), budget)).rejects.toMatchObject({ name: 'FileError' });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('have a page that needs nothing from elsewhere, its text escaped', () => {
    const html = formatBudgetHtml(budget);
    expect(html).toContain('=Quiet &#38; &#60;Loud&#62;');
    expect(html).not.toMatch(/<script|src=|href=|url\(/);
    for (const line of budget.lines) expect(html).toContain(`<td>${line.account}</td>`);
  });
});

/** The texts in a ZIP file by name, found through its central directory (PKWARE APPNOTE 4.3.12). */
function unzip(file: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  const end = file.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  let at = file.readUInt32LE(end + 16);
  for (let count = file.readUInt16LE(end + 10); count > 0; count--) {
    const [method, size, nameLength] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 20), file.readUInt16LE(at + 28)];
    const start = file.readUInt32LE(at + 42);
    const from = start + 30 + file.readUInt16LE(start + 26) + file.readUInt16LE(start + 28);
    const data = file.subarray(from, from + size);
    files.set(
      file.toString('utf8', at + 46, at + 46 + nameLength),
      (method === 0 ? data : inflateRawSync(data)).toString('utf8'),
    );
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return files;
}
