import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { breakDown } from '../breakdown/index.js';
import { parseFountain } from '../fountain/index.js';
import type { Screenplay } from '../screenplay/screenplay.js';
import { planShots } from '../shots/index.js';
import { analyzePlot } from './analyze-plot.js';
import { findActs } from './acts.js';
import { measurePacing } from './pacing.js';
import { findThreads } from './threads.js';
import { findTurningPoints } from './turning-points.js';

const sample = parseFountain(
  readFileSync(fileURLToPath(new URL('../../../../examples/animatic/scripts/sample.fountain', import.meta.url)), 'utf8'),
).screenplay;

describe('the whole analysis', () => {
  it('is plain JSON, and the same each time', () => {
    const analysis = analyzePlot(sample);
    expect(JSON.parse(JSON.stringify(analysis))).toEqual(analysis);
    expect(analyzePlot(sample)).toEqual(analysis);
  });

  it('of an empty script is empty', () => {
    const { turningPoints, acts, pacing, threads, findings } = analyzePlot(parseFountain('').screenplay);
    expect([turningPoints.points, acts.acts, pacing.scenes, threads.threads, findings]).toEqual([[], [], [], [], []]);
    expect(pacing.whole).toEqual({
      scenes: 0,
      seconds: 0,
      sceneSeconds: { mean: 0, median: 0 },
      dialogueShare: 0,
      cutsPerPage: 0,
      secondsPerShot: 0,
    });
  });

  it('refuses what is no script', () => {
    expect(() => analyzePlot('INT. HALL - DAY' as unknown as Screenplay)).toThrow(TypeError);
  });
});

describe('acts', () => {
  it('end with the change of plans and the major setback, and hold every scene once', () => {
    const breakdown = breakDown(sample);
    const turningPoints = findTurningPoints(sample, { breakdown });
    const { method, acts } = findActs(sample, breakdown, turningPoints);
    expect(method).toBe('turning-points');
    expect(acts.map(({ endsWith }) => endsWith)).toEqual(['changeOfPlans', 'majorSetback', undefined]);
    expect(acts.map(({ to }) => to).slice(0, 2)).toEqual([turningPoints.points[1].scene, turningPoints.points[3].scene]);
    expect(acts.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i))).toEqual(
      breakdown.scenes.map(({ index }) => index),
    );
    expect(acts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
  });

  it('are those that the writer marks, where there are any', () => {
    const scene = (name: string): string => `INT. ${name} - DAY\n\nRain.\n\n`;
    const text = `# Act One\n\n${scene('A')}${scene('B')}# Act Two\n\n## A sequence\n\n${scene('C')}# Act Three\n\n${scene('D')}`;
    const { screenplay } = parseFountain(text);
    const breakdown = breakDown(screenplay);
    const { method, acts } = findActs(screenplay, breakdown, findTurningPoints(screenplay, { breakdown }));
    expect(method).toBe('sections');
    expect(acts.map(({ title, from, to }) => [title, from, to])).toEqual([
      ['Act One', 0, 1],
      ['Act Two', 2, 2],
      ['Act Three', 3, 3],
    ]);
  });
});

describe('pacing', () => {
  it('counts cuts as the shot list has them', () => {
    const breakdown = breakDown(sample);
    const pacing = measurePacing(sample, { breakdown });
    const shots = planShots(sample, breakdown);
    expect(pacing.scenes.reduce((sum, scene) => sum + scene.shots, 0)).toBe(shots.length);
    expect(pacing.whole.cutsPerPage).toBeCloseTo((8 * shots.length) / breakdown.totals.eighths, 10);
    expect(pacing.whole.dialogueShare).toBeCloseTo(breakdown.totals.dialogueWords / breakdown.totals.words, 10);
    expect(pacing.quarters.reduce((sum, quarter) => sum + quarter.scenes, 0)).toBe(pacing.scenes.length);
  });

  it('finds where it runs and where it stands', () => {
    const slow = `INT. HALL - DAY\n\n${'MARA\nI have been thinking about everything you said to me last winter when we stood upon the pier together.\n\n'.repeat(6)}`;
    const fast = 'EXT. ROAD - DAY\n\nMARA\nRun!\n\n';
    const { stretches } = measurePacing(parseFountain(slow.repeat(3) + fast.repeat(4)).screenplay);
    expect(stretches.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['slow', 0, 2],
      ['fast', 3, 6],
    ]);
  });
});

describe('threads', () => {
  const scene = (place: string, ...names: string[]): string =>
    `INT. ${place} - DAY\n\n${names.map((name) => `${name}\nIt is late, and we should go now.\n\n`).join('')}`;

  it('part a plot and a subplot that meet at the end', () => {
    const text = [
      scene('BAR', 'MARA', 'TEO'),
      scene('SHIP', 'INES', 'ODD'),
      scene('BAR', 'MARA', 'TEO'),
      scene('SHIP', 'INES', 'ODD'),
      scene('BAR', 'MARA', 'TEO'),
      scene('SHIP', 'INES', 'ODD'),
      scene('BAR', 'MARA', 'TEO'),
    ].join('');
    const { threads, of, modularity } = findThreads(breakDown(parseFountain(text).screenplay));
    expect(of).toEqual([0, 1, 0, 1, 0, 1, 0]);
    expect(threads.map(({ kind }) => kind)).toEqual(['main', 'subplot']);
    expect(threads[1]).toMatchObject({ from: 1, to: 5, longestAbsence: 1, places: ['SHIP'] });
    expect(threads[1].characters.toSorted()).toEqual(['INES', 'ODD']);
    expect(modularity).toBeGreaterThan(0.3);
  });

  it('refuse a resolution of nothing', () => {
    expect(() => findThreads(breakDown(sample), { resolution: 0 })).toThrow(RangeError);
  });
});
