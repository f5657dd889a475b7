/** @file A budget as CSV, as a workbook and as a page to print: the same top sheet, lines and drivers in each. */
import { writeFileWhole } from '@filmai/core-tensor/files';
import type { CsvCell } from '../schedule/csv.js';
import { formatCsv } from '../schedule/csv.js';
import { escapeHtml, htmlPage } from '../schedule/html.js';
import type { BudgetEstimate } from './estimate.js';
import type { BudgetSection, Levels } from './rates.js';
import { LEVELS } from './rates.js';

/** Sections in words. */
const SECTION_NAMES: Readonly<Record<BudgetSection, string>> = {
  'above-the-line': 'Above the line',
  production: 'Production',
  post: 'Post-production',
  other: 'Other',
};

/**
 * All lines of a budget as CSV (RFC 4180): account, name, section, unit, and quantity, rate, amount and fringes of the three levels;
 * contingency and total at the end.
 */
export function formatBudgetCsv(budget: BudgetEstimate): string {
  const names = ['quantity', 'rate', 'amount', 'fringes'].flatMap((what) => LEVELS.map((level) => `${what} ${level}`));
  const numbers = (values: Levels): CsvCell[] => LEVELS.map((level) => Number(values[level].toFixed(2)));
  const blank = Array.from({ length: 6 }, () => '');
  return formatCsv([
    ['account', 'name', 'section', 'unit', 'currency', ...names],
    ...budget.lines.map((line) => [
      line.account,
      line.name,
      line.section,
      line.unit,
      budget.currency,
      ...numbers(line.quantity),
      ...numbers(line.rate),
      ...numbers(line.amount),
      ...numbers(line.fringe?.amount ?? { low: 0, mid: 0, high: 0 }),
    ]),
    ['', 'Contingency', '', '', budget.currency, ...blank, ...numbers(budget.contingency.amount), '', '', ''],
    ['', 'Total', '', '', budget.currency, ...blank, ...numbers(budget.total), '', '', ''],
  ]);
}

/**
 * A budget as an Excel workbook: top sheet, lines and drivers as numbers that every program shows, and a sheet of the same lines as
 * formulas: change a quantity, a rate or a share there and the total follows.
 *
 * @returns The bytes of the `.xlsx` file.
 */
export async function encodeBudgetXlsx(budget: BudgetEstimate): Promise<Uint8Array> {
  const { default: writeWorkbook } = await import('write-excel-file/node');
  const widths = (...list: number[]): { width: number }[] => list.map((width) => ({ width }));
  const lineWidths = widths(9, 36, 16, 10, ...Array.from({ length: 13 }, () => 13));
  const workbook = writeWorkbook([
    { data: topSheet(budget), sheet: 'Top sheet', columns: widths(44, 16, 16, 16) },
    { data: lineSheet(budget, 'values'), sheet: 'Lines', columns: lineWidths, stickyRowsCount: 1 },
    { data: driverSheet(budget), sheet: 'Drivers', columns: widths(42, 10, 10, 10, 14, 14, 14, 40) },
    { data: lineSheet(budget, 'formulas'), sheet: 'Recalculate', columns: lineWidths, stickyRowsCount: 1 },
  ]);
  return new Uint8Array(await workbook.toBuffer());
}

/**
 * Writes {@link encodeBudgetXlsx} to a file, whole or not at all.
 *
 * @throws FileError where the file cannot be written.
 */
export async function writeBudgetXlsx(
  path: string,
  budget: BudgetEstimate,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  await writeFileWhole(path, await encodeBudgetXlsx(budget), signal ? { signal } : {});
}

/** A budget as a self-contained page to print: top sheet, what drives it, all lines. */
export function formatBudgetHtml(budget: BudgetEstimate): string {
  const money = (value: number): string => Math.round(value).toLocaleString('en-US');
  const cells = (values: Levels): string => LEVELS.map((level) => `<td class="number">${money(values[level])}</td>`).join('');
  const plus = (one: Levels, other: Levels): Levels => ({
    low: one.low + other.low,
    mid: one.mid + other.mid,
    high: one.high + other.high,
  });
  const head = (first: string): string =>
    `<thead><tr>${first}${LEVELS.map((level) => `<th class="number">${level}</th>`).join('')}</tr></thead>`;
  const sections = budget.sections
    .map(({ section, amount, fringes }) => `<tr><td>${SECTION_NAMES[section]}</td>${cells(plus(amount, fringes))}</tr>`)
    .join('\n');
  const drivers = budget.drivers
    .map(
      (driver) =>
        `<tr><td>${escapeHtml(driver.label)}</td><td class="number">${Number(driver.value.low.toFixed(1))} · ${Number(driver.value.mid.toFixed(1))} · ${Number(driver.value.high.toFixed(1))}</td><td class="number">${(driver.share.mid * 100).toFixed(1)} %</td>${cells(driver.amount)}</tr>`,
    )
    .join('\n');
  const lines = budget.sections
    .map(({ section }) => {
      const own = budget.lines.filter((line) => line.section === section);
      return `<tr class="section"><td colspan="6">${SECTION_NAMES[section]}</td></tr>\n${own
        .map(
          (line) =>
            `<tr><td>${escapeHtml(line.account)}</td><td>${escapeHtml(line.name)}</td><td class="quiet">${LEVELS.map((level) => Number(line.quantity[level].toFixed(1)).toLocaleString('en-US')).join(' · ')} ${escapeHtml(line.unit)}${line.fringe ? `, ${escapeHtml(line.fringe.name)} fringes ${(line.fringe.share * 100).toFixed(0)} %` : ''}</td>${cells(plus(line.amount, line.fringe?.amount ?? { low: 0, mid: 0, high: 0 }))}</tr>`,
        )
        .join('\n')}`;
    })
    .join('\n');
  const films = topDownRows(budget)
    .map(
      ([name, value]) =>
        `<tr><td>${escapeHtml(name)}</td><td class="number">${typeof value === 'number' ? money(value) : escapeHtml(value)}</td></tr>`,
    )
    .join('\n');
  return htmlPage(
    `${budget.title ?? 'Untitled'}: budget`,
    '.section td { font-weight: 700; background: #eee; } .total td { font-weight: 700; border-top: 2px solid #111; }',
    `<h1>${escapeHtml(budget.title ?? 'Untitled')}: budget</h1>
<p class="quiet">${escapeHtml(budget.currency)}, prices of ${budget.priceYear}, ${escapeHtml(budget.country)} · ${escapeHtml(budget.method)}<br>${escapeHtml(budget.rates.name)}: ${escapeHtml(budget.rates.source)}</p>
<h2>Top sheet</h2><table>${head('<th>Section, fringes included</th>')}<tbody>
${sections}
<tr class="total"><td>Direct cost</td>${cells(budget.direct)}</tr>
<tr><td>Contingency (${LEVELS.map((level) => `${(budget.contingency.share[level] * 100).toFixed(0)} %`).join(', ')})</td>${cells(budget.contingency.amount)}</tr>
<tr class="total"><td>Total</td>${cells(budget.total)}</tr>
</tbody></table>
${films === '' ? '' : `<h2>What films of this kind have cost</h2><table><tbody>${films}</tbody></table>`}
<h2>What drives it</h2><table>${head('<th>Driver</th><th class="number">Quantity</th><th class="number">Share</th>')}<tbody>
${drivers}
</tbody></table>
<h2>Lines, fringes included</h2><table>${head('<th>Account</th><th>Line</th><th>Quantity</th>')}<tbody>
${lines}
</tbody></table>`,
  );
}

/** The comparison with known films as rows of a name and a value. */
function topDownRows({ topDown, currency }: BudgetEstimate): [string, number | string][] {
  if (!topDown) return [];
  const per = `${Math.round(topDown.coverage * 100)} %`;
  const { converted, compared } = topDown;
  return [
    [
      `Known films, ${topDown.currency}${topDown.priceYear === undefined ? '' : ` of ${topDown.priceYear}`}: median`,
      topDown.median,
    ],
    [`Low end of the ${per} interval`, topDown.low],
    [`High end of the ${per} interval`, topDown.high],
    ...(converted && compared
      ? ([
          [`Times ${converted.factor}, in ${currency}: median`, converted.median],
          ['Low end', converted.low],
          ['High end', converted.high],
          ['The totals lie', LEVELS.map((level) => `${level} ${compared[level]}`).join(', ')],
        ] as [string, number | string][])
      : []),
    ['Method', `${topDown.method}; ${topDown.source}`],
  ];
}

/** A cell of a workbook. */
type SheetCell =
  | string
  | { value: number; format: string }
  | { value: string; fontWeight: 'bold' }
  | { type: 'Formula'; value: string; format: string };

const MONEY = '#,##0';
const NUMBER = '#,##0.##';

const bold = (value: string): SheetCell => ({ value, fontWeight: 'bold' });
const amountCell = (value: number): SheetCell => ({ value, format: MONEY });
const numberCell = (value: number): SheetCell => ({ value: Number(value.toFixed(2)), format: NUMBER });
/** Formulas in a workbook have no sign of equality in front (ECMA-376, 18.3.1.40). */
const formulaCell = (value: string): SheetCell => ({ type: 'Formula', value, format: MONEY });

function topSheet(budget: BudgetEstimate): SheetCell[][] {
  const amounts = (values: Levels): SheetCell[] => LEVELS.map((level) => amountCell(values[level]));
  return [
    [bold(`Budget: ${budget.title ?? 'Untitled'}`)],
    [`${budget.currency}, prices of ${budget.priceYear}, ${budget.country}`],
    [budget.rates.source],
    [`Method: ${budget.method}`],
    [bold('Section, fringes included'), ...LEVELS.map((level) => bold(level))],
    ...budget.sections.map(({ section, amount, fringes }) => [
      SECTION_NAMES[section],
      ...LEVELS.map((level) => amountCell(amount[level] + fringes[level])),
    ]),
    [bold('Direct cost'), ...amounts(budget.direct)],
    ['Contingency', ...amounts(budget.contingency.amount)],
    [bold('Total'), ...amounts(budget.total)],
    ...topDownRows(budget).map(([name, value]) => [name, typeof value === 'number' ? amountCell(Math.round(value)) : value]),
  ];
}

/** Columns: A account, B name, C section, D unit, E–G quantity, H–J rate, K–M amount, N fringe share, O–Q fringes. */
function lineSheet(budget: BudgetEstimate, content: 'values' | 'formulas'): SheetCell[][] {
  const last = budget.lines.length + 1;
  const heads = [
    'Account',
    'Line',
    'Section',
    'Unit',
    ...['Quantity', 'Rate', 'Amount'].flatMap((what) => LEVELS.map((level) => `${what} ${level}`)),
    'Fringe',
    ...LEVELS.map((level) => `Fringes ${level}`),
  ];
  const rows = budget.lines.map((line, i): SheetCell[] => {
    const row = i + 2;
    const amount = (level: number): SheetCell => formulaCell(`ROUND(${'EFG'[level]}${row}*${'HIJ'[level]}${row},0)`);
    const fringe = (level: number): SheetCell => formulaCell(`ROUND(${'KLM'[level]}${row}*N${row},0)`);
    const live = content === 'formulas';
    return [
      line.account,
      line.name,
      line.section,
      line.unit,
      ...LEVELS.map((level) => numberCell(line.quantity[level])),
      ...LEVELS.map((level) => numberCell(line.rate[level])),
      ...LEVELS.map((level, at) => (live ? amount(at) : amountCell(line.amount[level]))),
      { value: line.fringe?.share ?? 0, format: '0%' },
      ...LEVELS.map((level, at) => (live ? fringe(at) : amountCell(line.fringe?.amount[level] ?? 0))),
    ];
  });
  if (content === 'values') return [heads.map((text) => bold(text)), ...rows];
  const total = (name: string, cell: (level: number) => string): SheetCell[] => [
    '',
    bold(name),
    ...Array.from({ length: 8 }, () => ''),
    ...LEVELS.map((_, level) => formulaCell(cell(level))),
  ];
  const share = (level: number): number => budget.contingency.share[LEVELS[level]];
  return [
    heads.map((text) => bold(text)),
    ...rows,
    total('Direct cost', (level) => `SUM(${'KLM'[level]}2:${'KLM'[level]}${last})+SUM(${'OPQ'[level]}2:${'OPQ'[level]}${last})`),
    total('Contingency', (level) => `ROUND(${'KLM'[level]}${last + 1}*${share(level)},0)`),
    total('Total', (level) => `${'KLM'[level]}${last + 1}+${'KLM'[level]}${last + 2}`),
  ];
}

function driverSheet(budget: BudgetEstimate): SheetCell[][] {
  return [
    ['Driver', 'low', 'mid', 'high', 'cost low', 'cost mid', 'cost high', 'accounts'].map((text) => bold(text)),
    ...budget.drivers.map((driver) => [
      driver.label,
      ...LEVELS.map((level) => numberCell(driver.value[level])),
      ...LEVELS.map((level) => amountCell(driver.amount[level])),
      driver.accounts.join(', '),
    ]),
  ];
}
