/** @file Call sheets: who has to be where and when on a shooting day. Made as data, then written as HTML, PDF or a calendar file. */
import { formatEighths } from '../screenplay/pages.js';
import { clockOf, minutesOfClock } from './calendar.js';
import { castOrder } from './day-out-of-days.js';
import { dayOutOfDays } from './day-out-of-days.js';
import { escapeHtml, htmlPage } from './html.js';
import type { ScheduledStrip, ShootingSchedule } from './schedule.js';
import { settingText, stripColour } from './stripboard.js';

/** What only the production knows. All optional; what is missing is left out of the sheet, never invented. */
export interface CallSheetDetails {
  /** Title of the production. Default `'Untitled'`. */
  title?: string;
  company?: string;
  /** Addresses of locations, by the name on the strips. */
  addresses?: Readonly<Record<string, string>>;
  /** Who plays whom, by character. */
  actors?: Readonly<Record<string, string>>;
  /** `{ role: 'First assistant director', name: 'Kim Lee', phone: '+33 …' }` */
  contacts?: readonly { role: string; name: string; phone?: string }[];
  hospital?: string;
  weather?: string;
  /** `'06:52'`. */
  sunrise?: string;
  sunset?: string;
  notes?: readonly string[];
  /** Minutes from an actor's call to the first scene, for make-up and wardrobe. Default 60. */
  preparationMinutes?: number;
}

/** A call sheet. Plain JSON. */
export interface CallSheet {
  title: string;
  company?: string;
  day: number;
  /** Shooting days of the whole schedule. */
  days: number;
  date: string;
  weekday: string;
  kind: string;
  call: string;
  wrap: string;
  locations: { name: string; address?: string }[];
  scenes: (Pick<ScheduledStrip, 'id' | 'setting' | 'light' | 'place' | 'location' | 'begin' | 'end' | 'eighths' | 'equipment'> & {
    synopsis?: string;
    /** Numbers of the cast, as on the board. */
    cast: number[];
  })[];
  cast: { number: number; character: string; actor?: string; code: string; call: string; onSet: string }[];
  equipment: string[];
  /** The next shooting day in short. */
  next?: { day: number; date: string; call: string; locations: string[]; scenes: string[] };
  contacts: { role: string; name: string; phone?: string }[];
  facts: { label: string; text: string }[];
  notes: string[];
}

/**
 * Makes the call sheet of a shooting day.
 *
 * @param schedule - From `planShoot`.
 * @param day - Number of the day, from 1.
 * @param details - See {@link CallSheetDetails}.
 * @throws RangeError where the schedule has no such day, or minutes are negative.
 * @example
 * ```ts
 * import { breakDown } from '@filmai/nlp-script/breakdown';
 * import { parseFountain } from '@filmai/nlp-script/fountain';
 * import { collectStrips, createCallSheet, planShoot } from '@filmai/nlp-script/schedule';
 *
 * const strips = collectStrips(breakDown(parseFountain('EXT. PIER - DAY\n\nMARA, 30s, waits.\n').screenplay));
 * const plan = planShoot(strips, { start: '2027-03-01' });
 * if (plan.result === 'schedule') console.log(createCallSheet(plan, 1, { title: 'The Pier' }).cast[0]?.call); // 06:00
 * ```
 */
export function createCallSheet(schedule: ShootingSchedule, day: number, details: CallSheetDetails = {}): CallSheet {
  const today = schedule.days[day - 1];
  if (!today) throw new RangeError(`day is ${String(day)}; expected a shooting day from 1 to ${schedule.days.length}.`);
  const preparation = details.preparationMinutes ?? 60;
  if (!(preparation >= 0 && preparation <= 720))
    throw new RangeError(`preparationMinutes is ${String(preparation)}; expected 0 to 720.`);
  const order = castOrder(schedule.days);
  const table = dayOutOfDays(schedule);
  const column = table.dates.indexOf(today.date);
  const next = schedule.days[day];
  const facts: [string, string | undefined][] = [
    ['Weather', details.weather],
    ['Sunrise', details.sunrise],
    ['Sunset', details.sunset],
    ['Nearest hospital', details.hospital],
  ];
  return {
    title: details.title ?? 'Untitled',
    ...(details.company === undefined ? {} : { company: details.company }),
    day,
    days: schedule.days.length,
    date: today.date,
    weekday: today.weekday,
    kind: today.kind,
    call: today.call,
    wrap: today.wrap,
    locations: today.locations.map((name) => ({
      name,
      ...(details.addresses?.[name] === undefined ? {} : { address: details.addresses[name] }),
    })),
    scenes: today.strips.map((strip) => ({
      id: strip.id,
      ...(strip.setting === undefined ? {} : { setting: strip.setting }),
      light: strip.light,
      place: strip.place,
      location: strip.location,
      begin: strip.begin,
      end: strip.end,
      eighths: strip.eighths,
      equipment: strip.equipment,
      ...(strip.synopsis === undefined ? {} : { synopsis: strip.synopsis }),
      cast: strip.cast.map((name) => order.indexOf(name) + 1).toSorted((a, b) => a - b),
    })),
    cast: today.cast
      .map((character) => {
        const number = order.indexOf(character) + 1;
        const onSet = today.strips.find(({ cast }) => cast.includes(character))!.begin;
        return {
          number,
          character,
          ...(details.actors?.[character] === undefined ? {} : { actor: details.actors[character] }),
          code: table.rows[number - 1].codes[column],
          call: clockOf(minutesOfClock(onSet, 'begin') - preparation),
          onSet,
        };
      })
      .toSorted((a, b) => a.number - b.number),
    equipment: today.equipment,
    ...(next
      ? {
          next: {
            day: next.day,
            date: next.date,
            call: next.call,
            locations: next.locations,
            scenes: next.strips.map(({ id }) => id),
          },
        }
      : {}),
    contacts: [...(details.contacts ?? [])],
    facts: facts.flatMap(([label, text]) => (text === undefined ? [] : [{ label, text }])),
    notes: [...(details.notes ?? [])],
  };
}

/** A call sheet as a self-contained page to print. */
export function formatCallSheetHtml(sheet: CallSheet): string {
  const text = escapeHtml;
  const scenes = sheet.scenes
    .map(
      (scene) =>
        `<tr class="${stripColour(scene)}"><td><b>${text(scene.id)}</b></td><td>${settingText(scene)} ${text(scene.place)}${scene.synopsis ? `<br><span class="quiet">${text(scene.synopsis)}</span>` : ''}</td><td>${scene.light}</td><td>${scene.cast.join(', ')}</td><td class="number">${formatEighths(scene.eighths)}</td><td>${text(scene.location)}</td><td>${scene.begin}</td></tr>`,
    )
    .join('\n');
  const cast = sheet.cast
    .map(
      (actor) =>
        `<tr><td class="number">${actor.number}</td><td>${text(actor.character)}</td><td>${text(actor.actor ?? '')}</td><td>${actor.code}</td><td>${actor.call}</td><td>${actor.onSet}</td></tr>`,
    )
    .join('\n');
  const list = (heading: string, lines: readonly string[]): string =>
    lines.length === 0
      ? ''
      : `<div class="keep"><h2>${heading}</h2><ul>${lines.map((line) => `<li>${text(line)}</li>`).join('')}</ul></div>`;
  const style =
    '.int-day { background: #fff; } .ext-day { background: #fff3b0; } .int-night { background: #cfe3ff; } .ext-night { background: #cdeccf; } .edge { background: #ffdbe3; } header { display: flex; justify-content: space-between; border-bottom: 3px solid #111; padding-bottom: 8px; } header div:last-child { text-align: right; } .call { font-size: 22px; font-weight: 700; }';
  return htmlPage(
    `${sheet.title}: call sheet day ${sheet.day}`,
    style,
    `<header><div><h1>${text(sheet.title)}</h1>${text(sheet.company ?? '')}</div><div>Call sheet · day ${sheet.day} of ${sheet.days}<br>${sheet.weekday} ${sheet.date}<br><span class="call">Call ${sheet.call}</span><br>wrap ${sheet.wrap}</div></header>
${list(
  'Locations',
  sheet.locations.map(({ name, address }) => (address ? `${name}: ${address}` : name)),
)}
<h2>Scenes</h2><table><thead><tr><th>Scene</th><th>Set</th><th>Light</th><th>Cast</th><th class="number">Pages</th><th>Location</th><th>About</th></tr></thead><tbody>
${scenes}
</tbody></table>
<h2>Cast</h2><table><thead><tr><th class="number">No.</th><th>Character</th><th>Actor</th><th>Status</th><th>Call</th><th>On set</th></tr></thead><tbody>
${cast}
</tbody></table>
${list('Vehicles, animals, effects, equipment', sheet.equipment)}
${list(
  'Contacts',
  sheet.contacts.map((contact) => contactLine(contact)),
)}
${list(
  'Good to know',
  sheet.facts.map(({ label, text: fact }) => `${label}: ${fact}`),
)}
${list('Notes', sheet.notes)}
${sheet.next ? `<div class="keep"><h2>Next: day ${sheet.next.day}, ${sheet.next.date}</h2><p>Call ${sheet.next.call} · ${text(sheet.next.locations.join(', '))} · scenes ${text(sheet.next.scenes.join(', '))}</p></div>` : ''}`,
  );
}

/** A contact in one line. */
export function contactLine({ role, name, phone }: CallSheet['contacts'][number]): string {
  return `${role}: ${name}${phone ? `, ${phone}` : ''}`;
}
