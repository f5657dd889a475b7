import { assertShotDescription } from '@filmai/storyboard';
import { describe, expect, it } from 'vitest';
import { castFilm } from './casting.js';
import { directShot, type DirectedShot } from './direct-shot.js';
import { planFilm, type PlannedShot } from './plan.js';
import { longerFilm, scriptOf, tinyFilm } from './test-scripts.js';

const direct = (text: string, seed = 7): { planned: PlannedShot; directed: DirectedShot }[] => {
  const script = scriptOf(text);
  const cast = castFilm(script.breakdown, seed);
  return planFilm(script).shots.map((planned) => ({ planned, directed: directShot(planned, script, cast, seed) }));
};
const effectsOf = (text: string): string[] => direct(text).flatMap(({ directed }) => directed.effects.map(({ kind }) => kind));

describe('directing', () => {
  it.each([tinyFilm, longerFilm])('gives the storyboard descriptions that it can draw', (text) => {
    for (const { planned, directed } of direct(text)) {
      expect(() => assertShotDescription(directed.description)).not.toThrow();
      expect(directed.description.cast.map(({ name }) => name)).toEqual(planned.shot.cast);
      expect(directed.description).toMatchObject({ size: planned.shot.size, angle: planned.shot.angle, move: planned.shot.move });
    }
  });

  it('lets those speak whose lines the shot has', () => {
    for (const { planned, directed } of direct(tinyFilm)) {
      const speakers = new Set(planned.shot.speeches.map(({ character }) => character));
      for (const member of directed.description.cast) expect(member.speaking).toBe(speakers.has(member.name));
    }
  });

  it('keeps a place the same through all its shots, and another place apart', () => {
    const seeds = new Map<string, Set<unknown>>();
    for (const { directed } of direct(longerFilm)) {
      const { place, seed } = directed.description;
      seeds.set(place, (seeds.get(place) ?? new Set()).add(seed));
    }
    for (const one of seeds.values()) expect(one.size).toBe(1);
    expect(new Set([...seeds.values()].flatMap((one) => [...one])).size).toBe(seeds.size);
  });

  it('gives each character a look and a mark to keep', () => {
    const looks = new Map<string, Set<string>>();
    for (const { directed } of direct(longerFilm)) {
      for (const { name, look } of directed.description.cast)
        looks.set(name, (looks.get(name) ?? new Set()).add(JSON.stringify(look)));
    }
    expect(looks.size).toBeGreaterThan(0);
    for (const one of looks.values()) expect(one.size).toBe(1);
  });

  it('lets it rain and snow outside alone, with the words that call for it', () => {
    expect(new Set(effectsOf('EXT. FIELD - DAY\n\nIt rains hard.\n'))).toEqual(new Set(['rain']));
    expect(new Set(effectsOf('EXT. FIELD - DAY\n\nIt snows.\n'))).toEqual(new Set(['snow']));
    expect(effectsOf('INT. KITCHEN - DAY\n\nIt rains hard.\n')).toEqual([]);
    expect(effectsOf('EXT. FIELD - DAY\n\nThe sun shines.\n')).toEqual([]);
    const [{ directed }] = direct('EXT. FIELD - DAY\n\nIt rains hard.\n');
    expect(directed.effects[0].evidence).toMatch(/rain/i);
    expect(directed.effects[0].strength).toBeGreaterThan(0);
  });

  it('directs the same way for the same seed, and casts anew for another', () => {
    expect(direct(tinyFilm)).toEqual(direct(tinyFilm));
    expect(direct(tinyFilm, 8)).not.toEqual(direct(tinyFilm, 7));
  });
});
