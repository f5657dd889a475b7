import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../findings/index.js';
import { parseFountain } from '../../fountain/index.js';
import type { ContinuityRuleName } from './check-continuity.js';
import { checkContinuity } from './check-continuity.js';
import { isSlip } from './spelling.js';

const check = (text: string, ...rules: ContinuityRuleName[]): Finding[] =>
  checkContinuity(parseFountain(text).screenplay, rules.length > 0 ? { rules } : {});
const quoteOf = (text: string, { span }: Finding): string => text.slice(span.start.offset, span.end.offset);

describe('speaking after death', () => {
  const dies =
    'INT. HALL - NIGHT\n\nMARA and TEO face the door.\n\nTEO\nRun!\n\nMARA\nNo!\n\nA shot. Teo falls. Teo is dead.\n\n';
  const later = (cue: string, heading = 'EXT. ROAD - DAY'): string => `${heading}\n\nMARA\nAlone.\n\n${cue}\nNot quite.\n`;

  it('is found, with the line and the death', () => {
    const text = dies + later('TEO');
    const [finding, ...more] = check(text, 'continuity/speaks-after-death');
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ severity: 'error', scene: 1 });
    expect(quoteOf(text, finding)).toBe('TEO\nNot quite.');
    expect(finding.related?.[0]).toMatchObject({ quote: 'Teo is dead.', role: 'dies here' });
  });

  it.each([
    'Mara kills Teo.',
    'Teo dies.',
    'Teo drowns in the dark water.',
    'Teo, still smiling, dies.',
    "Teo's funeral. Snow.",
    'Teo sinks to the floor. He stops breathing.',
    'Teo is shot dead.',
    'Teo takes a bullet to the chest and dies.',
    'The bullet hits Teo. He collapses, dead.',
    'Mara shoots Teo dead.',
    'They bury him: the body of Teo, in a sheet.',
    "Teo's heart stops.",
    'Teo slumps over the wheel, lifeless.',
  ])('is found after “%s”', (death) => {
    const text = `INT. HALL - NIGHT\n\nTEO\nRun!\n\nMARA\nNo!\n\n${death}\n\n${later('TEO')}`;
    expect(check(text, 'continuity/speaks-after-death')).toHaveLength(1);
  });

  it.each([
    ['a voice over', dies + later('TEO (V.O.)')],
    ['a recording', dies + later('TEO (ON TAPE)')],
    ['a ghost', dies + later("TEO'S GHOST")],
    ['a flashback', dies + later('TEO', 'INT. HALL - FLASHBACK - DAY')],
    ['an earlier day', dies + later('TEO', 'INT. HALL - DAY - TWO YEARS EARLIER')],
    ['somebody who comes round', `${dies}INT. WARD - DAY\n\nTeo opens his eyes.\n\n${later('TEO')}`],
    ['somebody who nearly died', dies.replace('Teo is dead', 'Teo almost dies') + later('TEO')],
    ['somebody who sees another die', dies.replace('Teo is dead', 'Teo watches the horse, dead on its feet') + later('TEO')],
    ['somebody who plays dead', dies.replace('Teo is dead', 'Teo plays dead') + later('TEO')],
    ['another', dies + later('INES')],
    ['a passage in the past', `${dies}EXT. ROAD - DAY\n\nFLASHBACK:\n\n${later('TEO')}\nBACK TO PRESENT\n`],
  ])('is no fault of %s', (_, text) => {
    expect(check(text, 'continuity/speaks-after-death')).toEqual([]);
  });
});

describe('two places at once', () => {
  const kitchen = (line = 'Where is he?'): string => `INT. KITCHEN - NIGHT\n\nMARA\n${line}\n\n`;

  it('is found where headings share a moment', () => {
    const text = `${kitchen()}EXT. PIER - MEANWHILE\n\nMARA\nThere you are.\n`;
    const [finding] = check(text, 'continuity/two-places');
    expect(finding).toMatchObject({ severity: 'error', scene: 1, rule: 'continuity/two-places' });
    expect(finding.message).toContain('Mara is in PIER');
  });

  it('is found where headings share a clock', () => {
    const text = `INT. BANK - 9:15 PM\n\nMara waits.\n\nMARA\nNow.\n\nEXT. PIER - 9:15 PM\n\nMARA\nNow.\n`;
    expect(check(text, 'continuity/two-places')).toHaveLength(1);
  });

  it('is found where the action says so', () => {
    const text = `${kitchen()}EXT. PIER - NIGHT\n\nMeanwhile, Mara unties the boat.\n\nMARA\nGone.\n`;
    expect(check(text, 'continuity/two-places')).toHaveLength(1);
  });

  it.each([
    ['another moment', `${kitchen()}EXT. PIER - LATER\n\nMARA\nThere you are.\n`],
    ['the next room', `INT. HOUSE - KITCHEN - NIGHT\n\nMARA\nWho?\n\nINT. HOUSE - HALL - SAME TIME\n\nMARA\nYou.\n`],
    ['a voice on the line', `${kitchen()}EXT. PIER - SAME TIME\n\nTEO\nHello?\n\nMARA (V.O.)\nIt is me.\n`],
    ['an intercut', `${kitchen()}EXT. PIER - SAME TIME\n\nINTERCUT KITCHEN / PIER\n\nTEO\nHello?\n\nMARA\nIt is me.\n`],
    ['a telephone', `${kitchen()}EXT. PIER - SAME TIME\n\nTeo holds the phone to his ear.\n\nTEO\nHello?\n\nMARA\nIt is me.\n`],
    ['a memory', `${kitchen()}EXT. PIER - SAME TIME - FLASHBACK\n\nMARA\nThere you are.\n`],
  ])('is no fault of %s', (_, text) => {
    expect(check(text, 'continuity/two-places')).toEqual([]);
  });
});

describe('day and night', () => {
  it('clash where no time passes', () => {
    const text = 'EXT. ROAD - NIGHT\n\nMara runs.\n\nINT. BARN - DAY - CONTINUOUS\n\nMara stops.\n';
    expect(check(text, 'continuity/day-night')[0]).toMatchObject({ severity: 'error', scene: 1 });
  });

  it.each([
    'EXT. ROAD - NIGHT\n\nMara runs.\n\nINT. BARN - CONTINUOUS - DAY\n\nMara stops.\n',
    'EXT. ROAD - DAY\n\nMara runs.\n\nINT. BARN - NIGHT\n\nMoments later, Mara stops.\n',
  ])('clash in %j', (text) => {
    expect(check(text, 'continuity/day-night')).toMatchObject([{ severity: 'error', scene: 1 }]);
  });

  it.each([
    ['EXT. ROAD - NIGHT\n\nSunlight falls on the road.\n', 'Sunlight'],
    ['EXT. FIELD - DAY\n\nMoonlight lies on the grass.\n', 'Moonlight'],
  ])('clash in %j', (text, quote) => {
    expect(check(text, 'continuity/day-night').map((finding) => quoteOf(text, finding))).toEqual([quote]);
  });

  it.each([
    'EXT. ROAD - NIGHT\n\nMara runs.\n\nINT. BARN - CONTINUOUS\n\nMara stops.\n',
    'EXT. ROAD - DUSK\n\nMara runs.\n\nINT. BARN - NIGHT - MOMENTS LATER\n\nMara stops.\n',
    'EXT. ROAD - NIGHT\n\nMara runs.\n\nINT. BARN - DAY\n\nMara wakes.\n',
    'EXT. ROAD - NIGHT\n\nHer smile is like sunlight.\n',
    'EXT. ROAD - NIGHT\n\nThey walk through the night until the sun rises.\n',
    'INT. SPACE STATION - DAY\n\nThe moon fills the window.\n',
    'EXT. ROAD - NIGHT\n\nMARA\nI miss the sunlight.\n',
    'INT. ROOM - DAY\n\nA poster of the moon.\n',
  ])('agree in %j', (text) => {
    expect(check(text, 'continuity/day-night')).toEqual([]);
  });
});

describe('unknown places', () => {
  it('are headings without a place, with a placeholder, and slips', () => {
    const text = `${'INT. LIGHTHOUSE - DAY\n\nRain.\n\n'.repeat(3)}INT. LIGHTHOSUE - NIGHT\n\nRain.\n\nINT. TBD - DAY\n\nRain.\n`;
    const found = check(text, 'continuity/unknown-place');
    expect(found.map(({ scene }) => scene)).toEqual([3, 4]);
    expect(found[0].message).toContain('“LIGHTHOUSE” may be meant');
  });

  it('are cuts to what no heading names', () => {
    const text =
      'INT. KITCHEN - DAY\n\nRain.\n\nBACK TO THE HARBOUR:\n\nINT. OFFICE - DAY\n\nINTERCUT KITCHEN / OFFICE\n\nRain.\n';
    expect(check(text, 'continuity/unknown-place').map(({ message }) => message)).toEqual([
      expect.stringContaining('HARBOUR') as unknown,
    ]);
  });

  it('are none where places differ in a word or by their first letter', () => {
    const places = ['EAST WING', 'WEST WING', 'EAST WING', 'RIDGE', 'BRIDGE', 'RIDGE', 'ROOM 12', 'ROOM 13', 'ROOM 12'];
    const text = places.map((place) => `INT. ${place} - DAY\n\nRain.\n`).join('\n');
    expect(check(text, 'continuity/unknown-place')).toEqual([]);
  });
});

describe('names', () => {
  const speech = (name: string): string => `${name}\nYes.\n\n`;

  it('spelled two ways are found in cues and in action', () => {
    const text = `INT. HALL - DAY\n\n${speech('ANSELM').repeat(3)}Then Anslem looks up, and Ansellm sits.\n\nEXT. ROAD - DAY\n\n${speech('ANSLEM')}`;
    const found = check(text, 'continuity/name-spelling');
    expect(found[0].message).toBe('“Ansellm” may be Anselm.');
    expect(quoteOf(text, found[0])).toBe('Ansellm');
    expect(found[1].message).toBe('ANSLEM (1 line) may be ANSELM (3 lines).');
  });

  it('of two people are left alone', () => {
    const pairs = [
      ['GUARD 1', 'GUARD 2'],
      ['NURSE', 'NURSES'],
      ['MR HOLT', 'MRS HOLT'],
      ['MARA', 'CLARA'],
    ];
    for (const [a, b] of pairs)
      expect(
        check(`INT. HALL - DAY\n\n${speech(a).repeat(4)}EXT. ROAD - DAY\n\n${speech(b)}`, 'continuity/name-spelling'),
      ).toEqual([]);
    const talking = `INT. HALL - DAY\n\n${(speech('JOHN') + speech('JOAN')).repeat(2)}${speech('JOHN')}`;
    expect(check(talking, 'continuity/name-spelling')).toEqual([]);
  });

  it('slip by a letter, or by two in long ones', () => {
    expect(isSlip('ANSELM', 'ANSLEM')).toBe(true);
    expect(isSlip('ANSELM', 'ANSLEMO')).toBe(false);
    expect(isSlip('CONSTANTINE', 'CONSTANTYNA')).toBe(true);
    expect(isSlip('MARA', 'MARA')).toBe(false);
    expect(isSlip('CATHERINE', 'KATHERINE')).toBe(true);
    expect(isSlip('JON', 'JOHN')).toBe(true);
    expect(isSlip('BRIDGE', 'RIDGE')).toBe(false);
  });
});

describe('props', () => {
  it('used before they come into the story are found', () => {
    const text =
      'INT. HALL - DAY\n\nMARA\nGo.\n\nMara raises the revolver.\n\nEXT. ROAD - DAY\n\nRain.\n\nINT. CELLAR - NIGHT\n\nMara finds a revolver under the stairs.\n';
    const [finding] = check(text, 'continuity/prop-before-introduction');
    expect(finding).toMatchObject({ scene: 0, severity: 'warning' });
    expect(quoteOf(text, finding)).toBe('revolver');
  });

  it('that somebody is given later are found', () => {
    const text =
      'INT. HALL - DAY\n\nMARA\nGo.\n\nMara opens the chest with the key.\n\nEXT. ROAD - DAY\n\nTEO\nHere.\n\nTeo hands Mara a key.\n';
    expect(check(text, 'continuity/prop-before-introduction')).toMatchObject([{ scene: 0, quote: 'key' }]);
  });

  it.each([
    'INT. HALL - DAY\n\nMARA\nGo.\n\nMara finds a revolver.\n\nEXT. ROAD - DAY\n\nMara raises the revolver.\n',
    'INT. HALL - DAY\n\nMARA\nGo.\n\nMara raises the revolver.\n\nEXT. ROAD - DAY\n\nMara finds another revolver.\n',
    'INT. HALL - DAY\n\nMARA\nGo.\n\nTEO\nNo.\n\nTeo raises the revolver.\n\nEXT. ROAD - DAY\n\nMara finds a revolver.\n',
    'INT. HALL - FLASHBACK - DAY\n\nMARA\nGo.\n\nMara raises the revolver.\n\nEXT. ROAD - DAY\n\nMara finds a revolver.\n',
  ])('are in order in %j', (text) => {
    expect(check(text, 'continuity/prop-before-introduction')).toEqual([]);
  });
});

describe('what hangs loose', () => {
  const pair = 'MARA\nIt is late and we have far to go tonight.\n\nTEO\nThen we had better go at once, my friend.\n\n';

  it('is a scene that shares nothing, and a talker who is never seen again', () => {
    const main = (place: string): string => `INT. ${place} - DAY\n\n${pair}`;
    const odd = 'EXT. DESERT - DAY\n\nQUILL\nNobody comes here.\n\n';
    const gone = `INT. BAR - DAY\n\nMARA\nHello.\n\nINES\n${'I could talk about the sea for ever. '.repeat(6)}\n\n`;
    const text = gone + gone + main('BAR') + odd + main('SHIP').repeat(6);
    expect(check(text, 'coherence/isolated-scene').map(({ scene }) => scene)).toEqual([3]);
    expect(check(text, 'coherence/dropped-character').map(({ message }) => message)).toEqual([
      'Ines drops out of the story after scene 2.',
    ]);
  });
});

describe('clean scripts', () => {
  const folders = ['examples/animatic/scripts', 'bench/plot-scripts/tuning', 'bench/plot-scripts/held-out'];
  const texts = folders.flatMap((folder) => {
    const path = fileURLToPath(new URL(`../../../../../${folder}/`, import.meta.url));
    return readdirSync(path)
      .filter((name) => name.endsWith('.fountain'))
      .map((name) => [name, readFileSync(join(path, name), 'utf8')] as const);
  });

  it('give no false alarm: nothing above a note', () => {
    expect(texts.length).toBeGreaterThanOrEqual(28);
    expect(
      texts.flatMap(([name, text]) =>
        check(text)
          .filter(({ severity }) => severity !== 'note')
          .map(({ rule }) => [name, rule]),
      ),
    ).toEqual([]);
  });
});

describe('options', () => {
  it('are checked at the door', () => {
    const { screenplay } = parseFountain('INT. HALL - DAY\n\nRain.\n');
    expect(() => checkContinuity(screenplay, { minConfidence: 2 })).toThrow(RangeError);
    expect(() => checkContinuity(screenplay, { rules: ['continuity/taste' as ContinuityRuleName] })).toThrow(
      /speaks-after-death/,
    );
  });

  it('leave out what is less sure', () => {
    const text = 'EXT. ROAD - NIGHT\n\nSunlight falls on the road.\n';
    expect(checkContinuity(parseFountain(text).screenplay, { minConfidence: 0.8 })).toEqual([]);
  });

  it('find nothing in an empty or cut-off script', () => {
    for (const text of ['', 'INT.', 'MARA', 'INT. HALL - DAY\n\nMARA\n']) expect(check(text)).toEqual([]);
  });
});
