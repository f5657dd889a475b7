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
 * A budget as an Excel workbook: top sheet, lines whose amounts are formulas (change a rate and the total follows), drivers.
 *
 * @returns The bytes of the `.xlsx` file.
 */
export async function encodeBudgetXlsx(budget: BudgetEstimate): Promise<Uint8Array> {
  const { default: writeWorkbook } = await import('write-excel-file/node');
  const money = '#,##0';
  const bold = (value: string) => ({ value, fontWeight: 'bold' as const });
  const formula = (value: string) => ({ type: 'Formula' as const, value, format: money });
  const count = (value: number) => ({ value, format: '#,##0.##' });
  // Columns of the sheet of lines: A account, B name, C section, D unit, E–G quantity, H–J rate, K–M amount, N fringe share, O–Q fringes.
  const last = budget.lines.length + 1;
  const lines = budget.lines.map((line, i) => {
    const row = i + 2;
    return [
      line.account,
      line.name,
      line.section,
      line.unit,
      ...LEVELS.map((level) => count(line.quantity[level])),
      ...LEVELS.map((level) => count(Number(line.rate[level].toFixed(2)))),
      ...[0, 1, 2].map((level) => formula(`=ROUND(${'EFG'[level]}${row}*${'HIJ'[level]}${row},0)`)),
      { value: line.fringe?.share ?? 0, format: '0%' },
      ...[0, 1, 2].map((level) => formula(`=ROUND(${'KLM'[level]}${row}*N${row},0)`)),
    ];
  });
  const sums = (section: BudgetSection) =>
    [0, 1, 2].map((level) => {
      const part = (column: string): string => `SUMIF(Lines!C2:C${last},"${section}",Lines!${column}2:${column}${last})`;
      return formula(`=${part('KLM'[level])}+${part('OPQ'[level])}`);
    });
  const sections = budget.sections.map(({ section }) => [SECTION_NAMES[section], ...sums(section)]);
  const head = 5;
  const [first, end] = [head + 1, head + sections.length];
  const top = [
    [bold(`Budget: ${budget.title ?? 'Untitled'}`)],
    [`${budget.currency}, prices of ${budget.priceYear}, ${budget.country}`],
    [budget.rates.source],
    [`Method: ${budget.method}`],
    [bold('Section'), ...LEVELS.map((level) => bold(level))],
    ...sections,
    [bold('Direct cost'), ...['B', 'C', 'D'].map((column) => formula(`=SUM(${column}${first}:${column}${end})`))],
    ['Contingency', ...LEVELS.map((level, i) => formula(`=ROUND(${'BCD'[i]}${end + 1}*${budget.contingency.share[level]},0)`))],
    [bold('Total'), ...['B', 'C', 'D'].map((column) => formula(`=${column}${end + 1}+${column}${end + 2}`))],
    ...topDownRows(budget).map(([name, value]) => [name, typeof value === 'number' ? { value, format: money } : value]),
  ];
  const drivers = [
    ['Driver', 'low', 'mid', 'high', 'cost low', 'cost mid', 'cost high', 'accounts'].map((text) => bold(text)),
    ...budget.drivers.map((driver) => [
      driver.label,
      ...LEVELS.map((level) => count(Number(driver.value[level].toFixed(2)))),
      ...LEVELS.map((level) => ({ value: driver.amount[level], format: money })),
      driver.accounts.join(', '),
    ]),
  ];
  const heads = [
    'Account',
    'Line',
    'Section',
    'Unit',
    ...['Quantity', 'Rate', 'Amount'].flatMap((what) => LEVELS.map((level) => `${what} ${level}`)),
    'Fringe',
    ...LEVELS.map((level) => `Fringes ${level}`),
  ];
  const widths = (...list: number[]): { width: number }[] => list.map((width) => ({ width }));
  const workbook = writeWorkbook([
    { data: top, sheet: 'Top sheet', columns: widths(34, 16, 16, 16) },
    {
      data: [heads.map((text) => bold(text)), ...lines],
      sheet: 'Lines',
      columns: widths(9, 36, 16, 10, ...Array.from({ length: 13 }, () => 13)),
      stickyRowsCount: 1,
    },
    { data: drivers, sheet: 'Drivers', columns: widths(42, 10, 10, 10, 14, 14, 14, 40) },
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
    [`Known films, ${topDown.currency} of ${topDown.priceYear}: median`, topDown.median],
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
