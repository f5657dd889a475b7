import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Breakdown } from '../breakdown/index.js';
import { breakDown } from '../breakdown/index.js';
import { parseFountain } from '../fountain/index.js';
import type { PlanOptions } from './plan.js';
import { planShots } from './plan.js';
import type { Shot } from './shot.js';

const SCRIPTS = ['sample', 'courtroom', 'space-station', 'desert-road', 'school', 'hospital-night'];

function readScript(name: string): string {
  return readFileSync(fileURLToPath(new URL(`../../../../examples/animatic/scripts/${name}.fountain`, import.meta.url)), 'utf8');
}

function plan(text: string, options?: PlanOptions): { shots: Shot[]; breakdown: Breakdown } {
  const { screenplay } = parseFountain(text);
  const breakdown = breakDown(screenplay);
  return { shots: planShots(screenplay, breakdown, options), breakdown };
}

/** All words spoken, in order, by the shots and by the script. */
function expectEverySpeechOnce(shots: readonly Shot[], breakdown: Breakdown): void {
  const bare = (text: string): string => text.replace(/\s+/g, '');
  const said = new Map<string, string>();
  for (const shot of shots)
    for (const speech of shot.speeches) said.set(speech.character, (said.get(speech.character) ?? '') + bare(speech.text));
  const written = new Map<string, string>();
  for (const scene of breakdown.scenes)
    for (const speech of scene.speeches) written.set(speech.character, (written.get(speech.character) ?? '') + bare(speech.text));
  expect(said).toEqual(written);
}

function expectLawful(shots: readonly Shot[], breakdown: Breakdown, maxSeconds = 12): void {
  expectEverySpeechOnce(shots, breakdown);
  expect(new Set(shots.map((shot) => shot.sceneIndex)).size).toBe(breakdown.scenes.length);
  expect(new Set(shots.map((shot) => `${shot.sceneIndex}/${shot.letter}`)).size).toBe(shots.length);
  for (const [i, shot] of shots.entries()) {
    expect(shot.seconds).toBeGreaterThanOrEqual(1.2);
    expect(shot.seconds).toBeLessThanOrEqual(maxSeconds);
    expect(shot.reasons.length).toBeGreaterThan(0);
    expect(shot.span.end.offset).toBeGreaterThanOrEqual(shot.span.start.offset);
    if (i > 0) expect(shot.span.start.offset).toBeGreaterThanOrEqual(shots[i - 1].span.start.offset);
  }
  const sides = new Map<string, string>();
  for (const shot of shots) {
    for (const [name, side] of Object.entries(shot.sides ?? {})) {
      const key = `${shot.sceneIndex}/${name}`;
      expect(sides.get(key) ?? side).toBe(side);
      sides.set(key, side);
    }
  }
}

describe('the laws of a shot list', () => {
  it.each(SCRIPTS)('hold for %s, and it runs as long as the breakdown says, within a third', (name) => {
    const { shots, breakdown } = plan(readScript(name));
    expectLawful(shots, breakdown);
    const seconds = shots.reduce((sum, shot) => sum + shot.seconds, 0);
    expect(Math.abs(seconds / breakdown.totals.seconds - 1)).toBeLessThan(0.35);
  });

  it('hold for whatever is written', () => {
    const words = fc.constantFrom(
      'Mara walks.',
      'A knife!',
      'CLOSE ON the door.',
      'She looks at Teo, who runs, and falls; then nothing',
      'No.',
      'WE FOLLOW',
      'and and '.repeat(60),
      '你好，世界。'.repeat(20),
      '...',
      'Why? Because! Well... yes.',
    );
    const paragraph = fc.oneof(
      fc.constantFrom(
        'INT. HALL - NIGHT',
        'EXT. SEA - DAY',
        'INT. HALL - CONTINUOUS',
        'CUT TO:',
        '> FADE OUT.',
        'DISSOLVE TO:',
        '> THE END <',
        '[[note]]',
        '# Act',
        '= Synopsis',
      ),
      words,
      fc
        .tuple(fc.constantFrom('MARA', 'TEO', 'MARA (V.O.)', 'TEO (O.S.)', 'THE CROWD', 'MARA AND TEO'), words)
        .map(([cue, line]) => `${cue}\n${line}`),
      fc.tuple(words, words).map(([a, b]) => `MARA\n(low)\n${a}\n\nTEO ^\n${b}`),
      words.map((line) => `TEO\n${line}\n(beat)\n${line}`),
    );
    fc.assert(
      fc.property(
        fc.array(paragraph, { maxLength: 14 }),
        fc.double({ min: 1, max: 12, noNaN: true }),
        fc.integer({ min: 4, max: 30 }),
        (paragraphs, secondsPerShot, maxSeconds) => {
          const { shots, breakdown } = plan(`${paragraphs.join('\n\n')}\n`, { secondsPerShot, maxSeconds });
          expectLawful(shots, breakdown, maxSeconds + 0.001);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('are the same twice', () => {
    expect(plan(readScript('sample'))).toEqual(plan(readScript('sample')));
  });
});

describe('coverage', () => {
  it('establishes a place, puts two in a frame, then goes over shoulders, and keeps each on their side', () => {
    const { shots } = plan(
      'EXT. HARBOUR - DAY\n\nGulls.\n\nMARA\nYou came all the way out here to tell me that.\n\nTEO\nI came because of the letter that you wrote.\n\nMARA\nWhich letter do you mean?\n',
    );
    expect(shots.map(({ size }) => size)).toEqual(['extreme-wide', 'two-shot', 'over-shoulder', 'over-shoulder']);
    expect(shots[1].sides).toEqual({ MARA: 'left', TEO: 'right' });
    expect(shots[2]).toMatchObject({ cast: ['TEO', 'MARA'], sides: { MARA: 'left', TEO: 'right' } });
  });

  it('comes closer as voices rise', () => {
    const { shots } = plan(
      'INT. HALL - DAY\n\nDust.\n\nMARA\nGood morning to you.\n\nTEO\nIs that what you call it these days?\n\nMARA\nI hate you! You killed him!\n\nTEO\nStop it! STOP! You will kill us both!\n',
    );
    expect(shots.at(-1)!.size).toMatch(/close/);
    expect(shots.some((shot) => shot.move === 'push-in')).toBe(true);
  });

  it('shows the listener while somebody is heard off screen or in a machine', () => {
    const { shots } = plan(
      'INT. HALL - DAY\n\nMARA, 30, waits.\n\nTEO (O.S.)\nMara!\n\nMARA\nHere.\n\nBOB (V.O.)\n(on the radio)\nCome in.\n',
    );
    const heard = shots.filter((shot) => shot.speeches.some(({ character }) => character === 'TEO' || character === 'BOB'));
    expect(heard.map(({ cast }) => cast)).toEqual([['MARA'], ['MARA']]);
  });

  it('lays a voice over the place where nobody hears it', () => {
    const { shots } = plan('EXT. SEA - DAY\n\nWaves.\n\nMARA (V.O.)\nThat was the year of the storm.\n');
    expect(shots[1]).toMatchObject({ size: 'wide', cast: [] });
  });

  it('keeps a dual dialogue in one frame, for as long as the longer side', () => {
    const { shots } = plan('INT. HALL - DAY\n\nDust.\n\nMARA\nNo.\n\nTEO ^\nYes, of course, whatever you say.\n');
    const dual = shots.find((shot) => shot.speeches.length === 2)!;
    expect(dual).toMatchObject({ size: 'two-shot', cast: ['MARA', 'TEO'] });
    expect(dual.speeches.map((speech) => speech.dual)).toEqual([1, 1]);
    expect(dual.seconds).toBeLessThan(3.5);
  });

  it('parts a long speech at the ends of sentences', () => {
    const sentence = 'There was a time when all of this was water and nobody came. ';
    const { shots } = plan(`INT. HALL - DAY\n\nMARA\n${sentence.repeat(6).trim()}\n`);
    const pieces = shots.flatMap((shot) => shot.speeches);
    expect(pieces.length).toBeGreaterThan(3);
    for (const { text } of pieces) expect(text).toMatch(/came\.$/);
  });

  it('speaks to nobody before they arrive', () => {
    const { shots } = plan(
      'EXT. ROAD - DAY\n\nLEO, 30, sits.\n\nLEO\nHot again.\n\nCORA DEAN, 40, steps out of the dust.\n\nCORA\nTrouble?\n',
    );
    expect(shots.find((shot) => shot.speeches[0]?.character === 'LEO')!.cast).toEqual(['LEO']);
  });

  it('knows who she is', () => {
    const { shots } = plan(
      'INT. HALL - DAY\n\nMRS VANE, 60, sits. MR KOS, 40, stands.\n\nMR KOS\nNow?\n\nShe looks at the window behind her for a long time.\n\nMRS VANE\nNow.\n',
    );
    expect(shots.find((shot) => shot.action.startsWith('She looks'))!.cast).toEqual(['MRS VANE']);
  });
});

describe('what the script says', () => {
  it('goes before what the planner would do', () => {
    const { shots } = plan(
      'EXT. ROAD - DAY\n\nA road.\n\nCLOSE ON the knife on the table.\n\nHIGH ANGLE. The road.\n\nThe camera cranes up.\n',
    );
    expect(shots[1]).toMatchObject({ size: 'insert', object: 'knife' });
    expect(shots[2]).toMatchObject({ angle: 'high' });
    expect(shots[3]).toMatchObject({ move: 'crane-up' });
    expect(shots[1].reasons[0]).toContain('CLOSE ON');
  });

  it('carries an insert over to the paragraph that it announces', () => {
    const { shots } = plan('INT. A - DAY\n\nDust.\n\nINSERT - THE FORM\n\nA pen strikes out a word.\n');
    expect(shots[1]).toMatchObject({ size: 'insert', object: 'form', action: 'A pen strikes out a word.' });
  });

  it('decides transitions: into the film, between scenes, and out of it', () => {
    const { shots } = plan(
      '> FADE IN:\n\nINT. A - DAY\n\nDust.\n\nDISSOLVE TO:\n\nINT. B - DAY\n\nDust.\n\nSMASH CUT TO:\n\nINT. C - DAY\n\nDust.\n\n> FADE OUT.\n',
    );
    expect(shots.map(({ transition }) => transition)).toEqual(['fade-in', 'dissolve', 'smash-cut']);
    expect(shots.map(({ ending }) => ending)).toEqual([undefined, undefined, 'fade-out']);
  });
});

describe('huge input', () => {
  it.each([
    ['a sentence without end', 'and like no knife falls as a dog without '.repeat(8_000)],
    ['a word without end', 'a'.repeat(300_000)],
    ['marks without end', '!?..., '.repeat(40_000)],
    ['capitals without end', 'MARA, CLOSE ON '.repeat(15_000)],
    ['Chinese without end', '他拿起刀'.repeat(10_000)],
  ])('of %s is read to its end, in action and in speech', (_, text) => {
    const { shots, breakdown } = plan(`INT. HALL - DAY\n\n!${text}\n\nMARA\n${text}\n`);
    expectEverySpeechOnce(shots, breakdown);
  });
});

describe('a screenplay made by hand', () => {
  it('is planned like one that was read, though all its spans are the same', () => {
    const { screenplay } = parseFountain(readScript('courtroom'));
    const nowhere = { start: { offset: 0, line: 1, column: 1 }, end: { offset: 0, line: 1, column: 1 } };
    const { source: _, ...rest } = screenplay;
    const byHand = {
      ...rest,
      notes: [],
      boneyards: [],
      elements: screenplay.elements.map((element) => ({ ...element, span: nowhere })),
    };
    const bare = (shots: readonly Shot[]): unknown =>
      shots.map(({ size, move, cast, action, speeches }) => ({
        size,
        move,
        cast,
        action,
        said: speeches.map(({ text }) => text),
      }));
    expect(bare(planShots(byHand, breakDown(byHand)))).toEqual(bare(planShots(screenplay, breakDown(screenplay))));
  });
});

describe('time', () => {
  it('is that of the real voice where one has spoken, and the cuts stay the same', () => {
    const text = readScript('courtroom');
    const guessed = plan(text).shots;
    const real = plan(text, { speechSeconds: () => 2 }).shots;
    const cuts = (shots: readonly Shot[]): unknown =>
      shots.map(({ speeches, size, letter, cast }) => ({ speeches, size, letter, cast }));
    expect(cuts(real)).toEqual(cuts(guessed));
    const single = real.find((shot) => shot.speeches.length === 1)!;
    expect(single.seconds).toBeCloseTo(2.4, 3);
  });

  it('refuses options out of range by name', () => {
    expect(() => plan('', { secondsPerShot: 0 })).toThrow(/secondsPerShot is 0/);
    expect(() => plan('', { maxSeconds: Number.NaN })).toThrow(/maxSeconds is NaN/);
    expect(() => plan('INT. A\n\nMARA\nHello.\n', { speechSeconds: () => -1 })).toThrow(/speechSeconds gave -1/);
  });

  it('is none for an empty script, and a breath for a heading alone', () => {
    expect(plan('').shots).toEqual([]);
    expect(plan('INT. HALL - DAY\n').shots).toHaveLength(1);
  });
});
