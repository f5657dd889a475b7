/** @file The stripboard as a page: strips in the trade's colours, banners between the days. */
import { formatEighths } from '../screenplay/pages.js';
import { castOrder } from './day-out-of-days.js';
import { escapeHtml, htmlPage } from './html.js';
import type { ScheduledDay, ShootingSchedule } from './schedule.js';
import type { Strip } from './strips.js';

/**
 * The stripboard of a schedule as a self-contained page. White is interior day, yellow exterior day, blue interior night, green
 * exterior night, pink dawn and dusk.
 *
 * @param schedule - From `planShoot`.
 * @param options - `title`: of the production.
 */
export function formatStripboardHtml(schedule: ShootingSchedule, { title = 'Untitled' }: { title?: string } = {}): string {
  const cast = castOrder(schedule.days);
  const numberOf = new Map(cast.map((name, i) => [name, i + 1]));
  const days = schedule.days.map((day) => formatDay(day, numberOf)).join('\n');
  const { counts, gap, optimal } = schedule;
  const quality = optimal ? 'proved to be the best' : `at most ${(gap * 100).toFixed(1)} % above the best`;
  const notes = schedule.notes.map((note) => `<p>${escapeHtml(note)}</p>`).join('');
  const legend = cast.map((name, i) => `<span><b>${i + 1}</b> ${escapeHtml(name)}</span>`).join(' ');
  return htmlPage(
    `${title}: stripboard`,
    STYLE,
    `<h1>${escapeHtml(title)}</h1>
<p class="quiet">Stripboard · ${counts.shootDays} shooting days, ${counts.companyMoves} company moves, ${counts.holdDays} hold days · cost ${schedule.cost.toFixed(2)}, ${quality}</p>
${notes}<p class="cast">${legend}</p>
<table><thead><tr><th>Scene</th><th></th><th>Set and action</th><th>Light</th><th class="number">Pages</th><th>Cast</th><th>Time</th></tr></thead>
${days}
</table>
<p class="quiet legend"><span class="int-day">Interior day</span> <span class="ext-day">Exterior day</span> <span class="int-night">Interior night</span> <span class="ext-night">Exterior night</span> <span class="edge">Dawn, dusk</span></p>`,
  );
}

/** The colour of a strip by setting and light. */
export function stripColour({ setting, light }: Pick<Strip, 'setting' | 'light'>): string {
  if (light === 'dawn' || light === 'dusk') return 'edge';
  return `${setting === 'int' ? 'int' : 'ext'}-${light}`;
}

const STYLE = `.int-day { background: #fff; } .ext-day { background: #fff3b0; } .int-night { background: #cfe3ff; } .ext-night { background: #cdeccf; } .edge { background: #ffdbe3; }
td { border: 1px solid #888; border-width: 0 0 1px; } tbody { break-inside: avoid; } .banner td { background: #222; color: #fff; font-weight: 600; }
.cast span { margin-right: 10px; white-space: nowrap; } .legend span { padding: 2px 8px; border: 1px solid #888; } .scene { font-weight: 700; white-space: nowrap; }`;

function formatDay(day: ScheduledDay, numberOf: ReadonlyMap<string, number>): string {
  const rows = day.strips.map((strip) => {
    const cast = strip.cast.map((name) => numberOf.get(name)!).toSorted((a, b) => a - b);
    const synopsis = strip.synopsis ? `<br><span class="quiet">${escapeHtml(strip.synopsis)}</span>` : '';
    return `<tr class="${stripColour(strip)}"><td class="scene">${escapeHtml(strip.id)}${strip.pinned ? ' <small>pinned</small>' : ''}</td><td>${settingText(strip)}</td><td>${escapeHtml(strip.place || strip.heading || '(no heading)')}${synopsis}</td><td>${strip.light}</td><td class="number">${formatEighths(strip.eighths)}</td><td>${cast.join(', ')}</td><td>${strip.begin}–${strip.end}</td></tr>`;
  });
  const moves = day.companyMoves === 0 ? '' : ` · ${day.companyMoves} company move${day.companyMoves > 1 ? 's' : ''}`;
  const banner = `Day ${day.day} · ${day.weekday} ${day.date} · ${day.kind} ${day.call}–${day.wrap} · ${formatEighths(day.eighths)} pages · ${escapeHtml(day.locations.join(', '))}${moves}`;
  return `<tbody><tr class="banner"><td colspan="7">${banner}</td></tr>\n${rows.join('\n')}</tbody>`;
}

/** The setting as headings write it: `INT`. */
export function settingText({ setting }: Pick<Strip, 'setting'>): string {
  return setting === undefined ? '' : setting === 'int-ext' ? 'INT/EXT' : setting.toUpperCase();
}
