import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { breakDown } from '../breakdown/breakdown.js';
import { parseFountain } from '../fountain/parse.js';
import { formatScheduleIcs } from './calendar-file.js';
import { encodeCallSheetPdf } from './call-sheet-pdf.js';
import { createCallSheet, formatCallSheetHtml } from './call-sheet.js';
import { dayOutOfDays, formatDayOutOfDaysCsv, formatDayOutOfDaysHtml } from './day-out-of-days.js';
import { planShoot } from './plan.js';
import type { ShootRules } from './rules.js';
import type { ShootingSchedule } from './schedule.js';
import { formatStripboardHtml } from './stripboard.js';
import { collectStrips } from './strips.js';

const SCRIPT = `INT. BAR - DAY

MARA, 30s, waits by a truck. TOM, 40s, enters.

MARA
Late.

EXT. PIER - NIGHT

MARA runs. A dog barks.

INT. BAR - KITCHEN - DAY

TOM cooks. JONAH speaks from outside.

JONAH (O.S.)
Open!
`;

const strips = collectStrips(breakDown(parseFountain(SCRIPT).screenplay));
const RULES: ShootRules = {
  start: '2027-03-01',
  pins: [
    { strip: '1', date: '2027-03-01' },
    { strip: '2', date: '2027-03-05' },
    { strip: '3', date: '2027-03-03' },
  ],
};

function planned(rules: ShootRules = RULES): ShootingSchedule {
  const plan = planShoot(strips, rules);
  if (plan.result === 'conflict') throw new Error('no schedule');
  return plan;
}

describe('strips of a breakdown', () => {
  it('carry who is seen, where the unit is and what is hired', () => {
    expect(strips.map(({ id, location, light, cast }) => ({ id, location, light, cast }))).toEqual([
      { id: '1', location: 'BAR', light: 'day', cast: ['MARA', 'TOM'] },
      { id: '2', location: 'PIER', light: 'night', cast: ['MARA'] },
      { id: '3', location: 'BAR', light: 'day', cast: ['TOM', 'JONAH'] },
    ]);
    expect(strips.map(({ equipment }) => equipment)).toEqual([['truck'], ['dog'], []]);
  });

  it('leave voices at home that are only heard', () => {
    const script = 'INT. BAR - DAY\n\nTOM, 40s, waits.\n\nANNOUNCER (V.O.)\nClosing time.\n';
    expect(collectStrips(breakDown(parseFountain(script).screenplay))[0]?.cast).toEqual(['TOM']);
  });

  it('take real locations and slower work from the user, and reject factors below 1', () => {
    const breakdown = breakDown(parseFountain(SCRIPT).screenplay);
    const [first, second] = collectStrips(breakdown, {
      locations: [{ name: 'Old harbour', places: ['bar', 'PIER'] }],
      slower: { vehicle: 2 },
    });
    expect([first.location, second.location]).toEqual(['Old harbour', 'Old harbour']);
    expect([first.effort / first.eighths, second.effort / second.eighths]).toEqual([2, 1]);
    expect(() => collectStrips(breakdown, { slower: { vehicle: 0.5 } })).toThrow(RangeError);
  });
});

describe('day out of days', () => {
  it('marks start, hold, finish and both in one, as the trade writes them', () => {
    const table = dayOutOfDays(planned());
    expect(table.dates).toEqual(['2027-03-01', '2027-03-02', '2027-03-03', '2027-03-04', '2027-03-05']);
    expect(table.days).toEqual([1, null, 2, null, 3]);
    expect(Object.fromEntries(table.rows.map(({ name, codes }) => [name, codes.join(' ')]))).toEqual({
      MARA: 'SW H H H WF',
      TOM: 'SW H WF  ',
      JONAH: '  SWF  ',
    });
    expect(table.rows.map(({ workDays, holdDays }) => [workDays, holdDays])).toEqual([
      [2, 3],
      [2, 1],
      [1, 0],
    ]);
  });

  it('drops and picks up over a gap that is not held', () => {
    const table = dayOutOfDays(planned({ ...RULES, cast: [{ name: 'MARA', dropAfter: 3 }] }));
    expect(table.rows.find(({ name }) => name === 'MARA')?.codes).toEqual(['SWD', '', '', '', 'PWF']);
  });

  it('holds exactly the days that the schedule counts', () => {
    const plan = planned();
    const held = dayOutOfDays(plan).rows.reduce((sum, { holdDays }) => sum + holdDays, 0);
    const equipment = dayOutOfDays(plan, 'equipment').rows.reduce((sum, { holdDays }) => sum + holdDays, 0);
    expect(held + equipment).toBe(plan.counts.holdDays);
  });

  it('becomes a table of the same cells', () => {
    const csv = formatDayOutOfDaysCsv(dayOutOfDays(planned()));
    expect(csv.split('\r\n')[1]).toBe('1,MARA,SW,H,H,H,WF,2,3,2027-03-01,2027-03-05');
    expect(formatDayOutOfDaysHtml(dayOutOfDays(planned()), { title: 'A & B' })).toContain('A &#38; B');
  });
});

describe('call sheet', () => {
  const details = {
    title: 'The Lamp',
    actors: { MARA: 'Ann Ash' },
    addresses: { BAR: '1 Harbour Street' },
    contacts: [{ role: 'First AD', name: 'Kim Lee', phone: '+33 1' }],
    weather: 'rain',
    notes: ['Closed set.'],
  };

  it('says when each actor is called and on set, and what is next', () => {
    const sheet = createCallSheet(planned(), 1, details);
    expect(sheet).toMatchObject({
      date: '2027-03-01',
      call: '07:00',
      wrap: '19:00',
      days: 3,
      locations: [{ name: 'BAR', address: '1 Harbour Street' }],
    });
    expect(sheet.cast).toEqual([
      { number: 1, character: 'MARA', actor: 'Ann Ash', code: 'SW', call: '06:00', onSet: '07:00' },
      { number: 2, character: 'TOM', code: 'SW', call: '06:00', onSet: '07:00' },
    ]);
    expect(sheet.next).toMatchObject({ day: 2, date: '2027-03-03', scenes: ['3'] });
    expect(createCallSheet(planned(), 3).next).toBeUndefined();
    expect(() => createCallSheet(planned(), 4)).toThrow(/expected a shooting day from 1 to 3/);
  });

  it('is a page without anything from elsewhere, its text escaped', () => {
    const html = formatCallSheetHtml(createCallSheet(planned(), 1, { ...details, title: '<b>"Lamp"</b>' }));
    expect(html).toContain('&#60;b&#62;&#34;Lamp&#34;&#60;/b&#62;');
    expect(html).not.toMatch(/<script|src=|href=|url\(|<b>"Lamp/);
    expect(html).toContain('Ann Ash');
  });

  it('is a PDF that opens, goes on over pages, and is the same each time', async () => {
    const sheet = createCallSheet(planned(), 1, { ...details, notes: Array.from({ length: 150 }, (_, i) => `Note ${i}.`) });
    const bytes = await encodeCallSheetPdf(sheet, { paper: 'letter' });
    const document = await PDFDocument.load(bytes);
    expect(document.getPageCount()).toBeGreaterThan(2);
    expect(document.getPage(0).getSize()).toEqual({ width: 612, height: 792 });
    expect(document.getTitle()).toBe('The Lamp: call sheet, day 1');
    expect(Buffer.from(await encodeCallSheetPdf(sheet, { paper: 'letter' })).equals(Buffer.from(bytes))).toBe(true);
  });

  it('says which character a font lacks, and that bytes are no font', async () => {
    const sheet = createCallSheet(planned(), 1, { title: '灯塔' });
    await expect(encodeCallSheetPdf(sheet)).rejects.toMatchObject({
      code: 'NOT_DRAWABLE',
      message: expect.stringContaining('U+706F') as unknown,
    });
    await expect(encodeCallSheetPdf(sheet, { font: { regular: new Uint8Array(40) } })).rejects.toMatchObject({
      code: 'NOT_DRAWABLE',
    });
    await expect(encodeCallSheetPdf(sheet, { paper: 'a5' as 'a4' })).rejects.toThrow(RangeError);
  });
});

describe('calendar file', () => {
  const stamp = new Date('2027-01-01T00:00:00Z');

  it('follows RFC 5545: CR LF, folded at 75 bytes, escaped, call to wrap in the zone', () => {
    const title = `Die Lampe, ${'ä'.repeat(60)}; Teil 1`;
    const ics = formatScheduleIcs(planned(), { timeZone: 'Europe/Berlin', title, stamp });
    const lines = ics.split('\r\n');
    expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    const unfolded = ics.replaceAll('\r\n ', '');
    expect(unfolded).toContain(String.raw`SUMMARY:Die Lampe\, ${'ä'.repeat(60)}\; Teil 1: day 1 (day)`);
    expect(unfolded).toContain('DTSTART;TZID=Europe/Berlin:20270301T070000\r\nDTEND;TZID=Europe/Berlin:20270301T190000');
    expect(unfolded).toContain('DTSTART;TZID=Europe/Berlin:20270305T180000\r\nDTEND;TZID=Europe/Berlin:20270306T060000');
    expect(unfolded.match(/BEGIN:VEVENT/g)).toHaveLength(3);
    expect(new Set(unfolded.match(/UID:.*/g)).size).toBe(3);
  });

  it('has the zone with its changes of the clock', () => {
    const berlin = formatScheduleIcs(planned(), { timeZone: 'Europe/Berlin', stamp });
    expect(berlin).toContain('BEGIN:DAYLIGHT\r\nDTSTART:20270328T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200');
    expect(berlin).toContain('BEGIN:STANDARD\r\nDTSTART:20261025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100');
    const kolkata = formatScheduleIcs(planned(), { timeZone: 'Asia/Kolkata', stamp });
    expect(kolkata.match(/BEGIN:(?:STANDARD|DAYLIGHT)/g)).toEqual(['BEGIN:STANDARD']);
    expect(kolkata).toContain('TZOFFSETTO:+0530');
    expect(() => formatScheduleIcs(planned(), { timeZone: 'Mars/Base' })).toThrow(/expected an IANA name/);
  });

  it('keeps the identity of a day over revisions, and can be one actor’s own', () => {
    const moved = planned({ ...RULES, pins: RULES.pins!.map((pin) => ({ ...pin, date: pin.date.replace('-03-0', '-03-1') })) });
    const idsOf = (ics: string): unknown => ics.match(/UID:.*/g);
    const options = { timeZone: 'Europe/Paris', stamp };
    expect(idsOf(formatScheduleIcs(moved, { ...options, revision: 2 }))).toEqual(idsOf(formatScheduleIcs(planned(), options)));
    expect(formatScheduleIcs(planned(), { ...options, cast: 'JONAH' }).match(/BEGIN:VEVENT/g)).toHaveLength(1);
  });
});

describe('stripboard', () => {
  it('shows every strip once in its colour, under the banner of its day', () => {
    const html = formatStripboardHtml(planned(), { title: 'The <Lamp>' });
    expect(html.match(/<tr class="(?:int-day|ext-night)"/g)).toEqual([
      '<tr class="int-day"',
      '<tr class="int-day"',
      '<tr class="ext-night"',
    ]);
    expect(html.match(/class="banner"/g)).toHaveLength(3);
    expect(html).toContain('The &#60;Lamp&#62;');
  });
});
