import { describe, expect, it } from 'vitest';
import { mouthsOf } from './mouths.js';
import { planFilm, type PlannedShot } from './plan.js';
import { scriptOf } from './test-scripts.js';
import { lineKey, type Line } from './voices.js';

const script = scriptOf('INT. HALL - DAY\n\nANN (30) and BOB (40) stand.\n\nANN\nHello there.\n\nBOB (O.S.)\nHello.\n');
const lineOf = (phones: Line['phones']): Line => ({
  sound: { sampleRate: 8000, channels: [new Float32Array(8000)] },
  seconds: 1,
  words: [],
  phones,
  method: 'flite',
  levelDb: 0,
});
const every = (seconds: number, count: number): Line['phones'] =>
  Array.from({ length: count }, (_, i) => ({
    phone: ['hh', 'aa', 'm', 'ow'][i % 4],
    startSeconds: i * seconds,
    endSeconds: (i + 1) * seconds,
  }));
const shotWith = (name: string, cast: string[]): PlannedShot => {
  const planned = planFilm(script).shots.find((shot) => shot.speeches.some(({ speech }) => speech.character === name));
  if (!planned) throw new Error(`no shot of ${name}`);
  return {
    ...planned,
    shot: { ...planned.shot, cast },
    speeches: planned.speeches.filter(({ speech }) => speech.character === name),
  };
};
const linesFor = (shot: PlannedShot, line: Line): Map<string, Line> =>
  new Map(shot.speeches.map(({ speech }) => [lineKey(speech), line]));

describe('mouths', () => {
  it('move while their character speaks, in the time of the shot', () => {
    const shot = shotWith('ANN', ['ANN']);
    const [{ startSeconds, seconds }] = shot.speeches;
    const [timing, ...others] = mouthsOf(shot, linesFor(shot, lineOf(every(0.1, 4))));
    expect(others).toEqual([]);
    expect(timing).toMatchObject({ name: 'ANN', startSeconds, endSeconds: startSeconds + seconds });
    const mouths = timing.mouths ?? [];
    expect(mouths.map(({ mouth }) => mouth)).toHaveLength(4);
    expect(mouths[0].startSeconds).toBeCloseTo(startSeconds, 9);
    expect(mouths[1].mouth).toBe('a');
    expect(mouths[2].mouth).toBe('m');
  });

  it('change no faster than the eye takes it, however quick the phones', () => {
    const shot = shotWith('ANN', ['ANN']);
    const [{ mouths = [] }] = mouthsOf(shot, linesFor(shot, lineOf(every(0.03, 30))));
    expect(mouths.length).toBeGreaterThan(5);
    for (const [i, one] of mouths.slice(1).entries())
      expect(one.startSeconds - mouths[i].startSeconds).toBeGreaterThanOrEqual(0.08);
  });

  it('of somebody who is heard but not there are still', () => {
    const shot = shotWith('BOB', ['BOB', 'ANN']);
    expect(mouthsOf(shot, linesFor(shot, lineOf(every(0.1, 4))))).toEqual([]);
    const away = shotWith('ANN', ['BOB']);
    expect(mouthsOf(away, linesFor(away, lineOf(every(0.1, 4))))).toEqual([]);
  });

  it('are left to the storyboard where no phones are known', () => {
    const shot = shotWith('ANN', ['ANN']);
    expect(mouthsOf(shot, new Map())[0]).not.toHaveProperty('mouths');
  });
});
