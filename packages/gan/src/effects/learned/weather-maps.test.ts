import { createRandom } from '@filmai/core-tensor/random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulatedParticles } from '../precipitation.js';
import { createWeatherMaps, weatherMapCount, writeParticleMaps, type MapView } from './weather-maps.js';

const VIEW: MapView = { left: 0, top: 0, width: 64, height: 64 };

function mapsAt(kind: 'rain' | 'snow', time: number, { strength = 1, seed = 1, wind = 0, view = VIEW } = {}): Float32Array {
  const maps = createWeatherMaps(kind, { seed, wind, strength });
  const to = new Float32Array(view.width * view.height * maps.count);
  maps.write(to, 0, time, view, 1 / 24);
  return to;
}

const total = (maps: Float32Array): number => maps.reduce((sum, value) => sum + value, 0);

describe('createWeatherMaps', () => {
  it('makes any frame alone, at any time, without an end and without coming again', () => {
    for (const kind of ['rain', 'snow'] as const) {
      expect(mapsAt(kind, 4.5)).toEqual(mapsAt(kind, 4.5));
      expect(total(mapsAt(kind, 86_400))).toBeGreaterThan(0);
      const first = mapsAt(kind, 2);
      for (const later of [4, 10, 60, 600, 86_400]) expect(mapsAt(kind, later)).not.toEqual(first);
    }
  });

  it('shows the same points in whatever part of the canvas one looks at', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }), (left, top) => {
        const wide = mapsAt('snow', 3, { view: { left: -8, top: -8, width: 96, height: 96 } });
        const part = mapsAt('snow', 3, { view: { left, top, width: 32, height: 32 } });
        const count = weatherMapCount('snow');
        for (let y = 8; y < 24; y++) {
          for (let x = 8; x < 24; x++) {
            for (let map = 0; map < count; map++) {
              const inWide = wide[((top + y + 8) * 96 + left + x + 8) * count + map];
              expect(Math.abs(part[(y * 32 + x) * count + map] - inWide)).toBeLessThan(1e-3);
            }
          }
        }
      }),
      { numRuns: 6 },
    );
  });

  it('has as much in the air as it is strong', () => {
    for (const kind of ['rain', 'snow'] as const) {
      const view = { left: 0, top: 0, width: 256, height: 256 };
      const full = total(mapsAt(kind, 1, { view }));
      expect(total(mapsAt(kind, 1, { view, strength: 0.5 })) / full).toBeGreaterThan(0.35);
      expect(total(mapsAt(kind, 1, { view, strength: 0.5 })) / full).toBeLessThan(0.65);
      expect(total(mapsAt(kind, 1, { view, strength: 0 }))).toBe(0);
    }
  });

  it('holds about as much in each range of distances as simulated weather does', () => {
    const side = 256;
    const view = { left: 0, top: 0, width: side, height: side };
    const scene = {
      width: side,
      height: side,
      fps: 24,
      seconds: 1,
      seed: 5,
      strength: 1,
      wind: 0,
      origin: { x: 0.5, y: 0.5 },
      size: 0.4,
    };
    for (const kind of ['rain', 'snow'] as const) {
      const count = weatherMapCount(kind);
      const simulated = new Float64Array(count);
      const endless = new Float64Array(count);
      const particlesAt = simulatedParticles(kind, { ...scene, kind, extras: false });
      for (const frame of [0, 6, 12, 18]) {
        const to = new Float32Array(side * side * count);
        writeParticleMaps(kind, particlesAt(frame), to, 0, view);
        for (const [i, value] of to.entries()) simulated[i % count] += value;
        for (const [i, value] of mapsAt(kind, frame / 3, { view }).entries()) endless[i % count] += value;
      }
      // Few are near, so few that they come and go.
      for (let map = count - 2; map < count; map++) {
        expect(endless[map] / simulated[map]).toBeGreaterThan(0.7);
        expect(endless[map] / simulated[map]).toBeLessThan(1.4);
      }
    }
  });

  it('lets a drop fall along the way that it is smeared', () => {
    const random = createRandom(3);
    const particle = { from: [30, 20] as const, to: [34, 30] as const, depth: 2, diameter: 0.004 + 0.001 * random.next() };
    const to = new Float32Array(64 * 64 * 3);
    writeParticleMaps('rain', [particle], to, 0, VIEW);
    const at = (x: number, y: number): number => to[(y * 64 + x) * 3];
    expect(at(33, 29)).toBeGreaterThan(0);
    expect(at(31, 24)).toBeGreaterThan(0);
    expect(at(40, 40)).toBe(0);
    expect(to.filter((value, i) => i % 3 !== 0 && value > 0)).toHaveLength(0);
  });
});
