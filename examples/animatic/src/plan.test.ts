import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ShotSpeech } from '@filmai/nlp-script/shots';
import { DISSOLVE_FRAMES, FRAME_RATE, planFilm, type FilmPlan } from './plan.js';
import { longerFilm, scriptOf } from './test-scripts.js';

const words = fc.lorem({ maxCount: 40, mode: 'words' });
const speech = fc.record({
  name: fc.constantFrom('ANN', 'BOB', 'CY (V.O.)'),
  text: words,
  dual: fc.boolean(),
});
const scene = fc
  .record({
    heading: fc.constantFrom('INT. HALL - DAY', 'EXT. SEA - NIGHT', 'INT. CAR - DAY #7#'),
    action: words,
    speeches: fc.array(speech, { maxLength: 5 }),
    transition: fc.constantFrom('', 'DISSOLVE TO:', 'FADE TO BLACK.', 'CUT TO:', '> FADE IN:'),
  })
  .map(({ heading, action, speeches, transition }) =>
    [
      heading,
      `${action}.`,
      ...speeches.map(({ name, text, dual }, i) => `${name}${dual && i > 0 ? ' ^' : ''}\n${text}.`),
      ...(transition ? [transition] : []),
    ].join('\n\n'),
  );
const screenplay = fc.array(scene, { minLength: 1, maxLength: 5 }).map((scenes) => `${scenes.join('\n\n')}\n`);
const pace = fc.option(fc.double({ min: 0, max: 12, noNaN: true }), { nil: undefined });

/** A film from any script, spoken at any pace. */
const films = fc
  .tuple(screenplay, pace)
  .map(([text, seconds]) => planFilm(scriptOf(text), seconds === undefined ? undefined : () => seconds));

const everyFilm = (law: (plan: FilmPlan) => void): void => fc.assert(fc.property(films, law), { numRuns: 60, seed: 11 });

describe('the plan of a film', () => {
  it('has shots of at least a frame, one after another, and black where the script fades', () => {
    everyFilm(({ shots, frames, endBlackFrames, seconds }) => {
      let at = 0;
      for (const shot of shots) {
        expect(Number.isInteger(shot.frames) && shot.frames >= 1).toBe(true);
        expect(shot.blackFrames).toBeGreaterThanOrEqual(0);
        expect(shot.startFrame).toBe(at + shot.blackFrames);
        at = shot.startFrame + shot.frames;
      }
      expect(frames).toBe(at + endBlackFrames);
      expect(endBlackFrames).toBeGreaterThan(0);
      expect(seconds).toBe(frames / FRAME_RATE);
    });
  });

  it('keeps every speech inside its shot, with air at both ends', () => {
    everyFilm(({ shots }) => {
      for (const { speeches, frames } of shots) {
        for (const one of speeches) {
          expect(one.startSeconds).toBeGreaterThan(0);
          expect(one.startSeconds + one.seconds).toBeLessThan(frames / FRAME_RATE);
        }
      }
    });
  });

  it('lets nobody speak over another but the two sides of a dual dialogue, and these together', () => {
    everyFilm(({ shots }) => {
      for (const { speeches } of shots) {
        for (const [i, later] of speeches.entries()) {
          for (const earlier of speeches.slice(0, i)) {
            const pair = later.speech.dual !== undefined && later.speech.dual === earlier.speech.dual;
            if (pair) expect(later.startSeconds).toBe(earlier.startSeconds);
            else expect(later.startSeconds).toBeGreaterThanOrEqual(earlier.startSeconds + earlier.seconds);
          }
        }
      }
    });
  });

  it('counts every speech once, in order', () => {
    everyFilm(({ shots }) => {
      const indices = shots.flatMap(({ speeches }) => speeches.map(({ index }) => index));
      expect(indices).toEqual(indices.map((_, i) => i));
    });
  });

  it('draws more than it shows only where the next shot dissolves in, or black does', () => {
    everyFilm(({ shots }) => {
      for (const [i, shot] of shots.entries()) {
        const next = shots[i + 1] as (typeof shots)[number] | undefined;
        const dissolves = !next || next.blackFrames > 0 || next.shot.transition === 'dissolve';
        expect(shot.tailFrames).toBe(dissolves ? DISSOLVE_FRAMES : 0);
      }
    });
    const tails = planFilm(scriptOf(longerFilm)).shots.map(({ tailFrames }) => tailFrames);
    expect(tails).toContain(0);
    expect(tails.at(-1)).toBe(DISSOLVE_FRAMES);
  });

  it('calls no two shots the same, whatever numbers the script gives its scenes', () => {
    everyFilm(({ shots }) => {
      const ids = shots.map(({ id }) => id.toLowerCase());
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^[\p{L}\p{N}-]+$/u);
    });
    const numbered = planFilm(scriptOf('INT. A - DAY #1#\n\nx.\n\nINT. B - DAY #1#\n\ny.\n\nINT. C - DAY #../..#\n\nz.\n'));
    expect(numbered.shots.map(({ id }) => id)).toContain('01A-2');
    for (const { id } of numbered.shots) expect(id).not.toMatch(/[./\\]/);
  });

  it('takes the time that a voice takes', () => {
    const script = scriptOf(longerFilm);
    const talk = (plan: FilmPlan): number =>
      plan.shots.flatMap(({ speeches }) => speeches).reduce((sum, one) => sum + one.seconds, 0);
    const [short, long] = [1, 9].map((seconds) => planFilm(script, () => seconds));
    expect(talk(long)).toBeCloseTo(9 * talk(short), 6);
    expect(long.frames).toBeGreaterThan(short.frames);
  });

  it('films the chosen scenes alone', () => {
    const script = scriptOf(longerFilm);
    const part = planFilm({ ...script, scenes: [script.scenes[1]] });
    expect(new Set(part.shots.map(({ shot }) => shot.sceneIndex))).toEqual(new Set([script.scenes[1]]));
    expect(part.shots[0]).toMatchObject({ startFrame: part.shots[0].blackFrames, index: 0 });
  });

  it('has no speech out of nothing', () => {
    const spoken: ShotSpeech[] = planFilm(scriptOf('INT. A - DAY\n\nNobody.\n')).shots.flatMap(({ speeches }) =>
      speeches.map((one) => one.speech),
    );
    expect(spoken).toEqual([]);
  });
});
