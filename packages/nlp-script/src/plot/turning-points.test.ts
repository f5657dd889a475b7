import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseFountain } from '../fountain/index.js';
import type { Screenplay } from '../screenplay/screenplay.js';
import { encodeScenes } from './encode-scenes.js';
import { findTurningPoints, TURNING_POINTS } from './turning-points.js';
import type { TurningPointName } from './turning-points.js';

/** Scripts that nothing was fitted on. */
const folder = fileURLToPath(new URL('../../../../bench/plot-scripts/held-out/', import.meta.url));
const heldOut = readdirSync(folder)
  .filter((name) => name.endsWith('.fountain'))
  .map((name) => ({
    name,
    screenplay: parseFountain(readFileSync(join(folder, name), 'utf8')).screenplay,
    truth: (
      JSON.parse(readFileSync(join(folder, name.replace('.fountain', '.json')), 'utf8')) as {
        turningPoints: Record<TurningPointName, number>;
      }
    ).turningPoints,
  }));

describe('turning points of scripts that nothing was fitted on', () => {
  const mean = (method: 'position' | 'position+features'): number => {
    const distances = heldOut.flatMap(({ screenplay, truth }) => {
      const scenes = screenplay.elements.filter(({ type }) => type === 'scene-heading').length;
      return findTurningPoints(screenplay, { method }).points.map(
        ({ name, scene }) => Math.abs(scene - (truth[name] - 1)) / scenes,
      );
    });
    return distances.reduce((sum, distance) => sum + distance, 0) / distances.length;
  };

  it('lie nearer to the annotated scenes than placing them by position alone', () => {
    expect(heldOut.length).toBeGreaterThanOrEqual(8);
    expect(mean('position+features')).toBeLessThan(mean('position') * 0.75);
    expect(mean('position+features')).toBeLessThan(0.025);
  });
});

describe('a turning point', () => {
  const { points, method } = findTurningPoints(heldOut[0].screenplay);

  it('has its scene, range, confidence and evidence', () => {
    expect(method).toBe('position+features');
    expect(points.map(({ name }) => name)).toEqual(TURNING_POINTS);
    for (const { scene, range, confidence, position, evidence, number } of points) {
      expect(range.from).toBeLessThanOrEqual(scene);
      expect(range.to).toBeGreaterThanOrEqual(scene);
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
      expect(position).toBeGreaterThan(0);
      expect(position).toBeLessThan(1);
      expect(number).toBe(String(scene + 1));
      expect(evidence.length).toBeGreaterThan(0);
      expect(evidence.map(({ weight }) => weight)).toEqual(evidence.map(({ weight }) => weight).toSorted((a, b) => b - a));
    }
  });

  it('is never before the one before it', () => {
    for (const { screenplay } of heldOut) {
      const scenes = findTurningPoints(screenplay).points.map(({ scene }) => scene);
      expect(scenes).toEqual([...new Set(scenes)].toSorted((a, b) => a - b));
    }
  });

  it('names the words that speak for it', () => {
    const scenes = Array.from({ length: 10 }, (_, i) =>
      i === 7
        ? 'The ambulance comes too late. He is dead. She weeps and screams.'
        : 'They sit at the table and talk of the weather.',
    );
    const { points: found } = findTurningPoints(scriptOf(scenes));
    expect(found[3]).toMatchObject({ name: 'majorSetback', scene: 7 });
    expect(found[3].evidence.find(({ feature }) => feature === 'loss')?.reason).toMatch(/ambulance|dead|weeps/);
  });
});

describe('scripts of other kinds', () => {
  it('without scenes have no turning points', () => {
    expect(findTurningPoints(parseFountain('').screenplay).points).toEqual([]);
  });

  it('of one scene have all five in it, and of three in order', () => {
    expect(findTurningPoints(scriptOf(['A letter.'])).points.map(({ scene }) => scene)).toEqual([0, 0, 0, 0, 0]);
    const three = findTurningPoints(scriptOf(['A letter.', 'They go.', 'The end.'])).points.map(({ scene }) => scene);
    expect(three).toEqual(three.toSorted((a, b) => a - b));
  });

  it('in another language are placed by position, and say so', () => {
    const text = Array.from(
      { length: 8 },
      () => 'INNEN. KÜCHE - NACHT\n\nSie öffnet die Tür und sieht, dass niemand in der Küche ist.\n',
    ).join('\n');
    const result = findTurningPoints(parseFountain(text).screenplay);
    expect(result.method).toBe('position');
    expect(result.note).toContain("'de'");
  });

  it('are compared by vectors where some are given, one for each scene', async () => {
    const { screenplay } = heldOut[0];
    const encoder = {
      id: 'test',
      dimensions: 2,
      embed: (texts: readonly string[]) => Promise.resolve(texts.map((text) => Float32Array.of(text.length, 1))),
    };
    const sceneVectors = await encodeScenes(screenplay, encoder);
    expect(sceneVectors.every((vector) => Math.abs(Math.hypot(...vector) - 1) < 1e-6)).toBe(true);
    expect(findTurningPoints(screenplay, { sceneVectors }).similarity).toBe('vectors');
    expect(() => findTurningPoints(screenplay, { sceneVectors: sceneVectors.slice(1) })).toThrow(RangeError);
  });

  it('stop being encoded when they are cancelled', async () => {
    const encoder = {
      id: 'test',
      dimensions: 1,
      embed: (texts: readonly string[], options?: { signal?: AbortSignal }) => {
        options?.signal?.throwIfAborted();
        return Promise.resolve(texts.map(() => Float32Array.of(1)));
      },
    };
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(encodeScenes(heldOut[0].screenplay, encoder, { signal })).rejects.toThrow('enough');
  });

  it('are refused an unknown method', () => {
    expect(() => findTurningPoints(heldOut[0].screenplay, { method: 'guess' as 'position' })).toThrow(/'position'/);
  });
});

function scriptOf(actions: readonly string[]): Screenplay {
  return parseFountain(actions.map((action, i) => `INT. ROOM ${i + 1} - DAY\n\n${action}\n`).join('\n')).screenplay;
}
