/** @file An explosion: a burst of hot gas that swells, rolls up, cools to smoke, with a flash and sparks. */
import type { Frame } from '@filmai/core-tensor/frames';
import { createRandom } from '@filmai/core-tensor/random';
import type { EffectOptions } from './effect-options.js';
import { filmGas, type GasRecipe } from './gas-film.js';
import { visitSource } from './gas-domain.js';
import { createBurst, SOURCE_METRES } from './extras.js';
import { createNoise } from './noise.js';

const BLAST: GasRecipe = {
  reach: { up: 4.5, down: 1.6, side: 2, bed: 0, cells: 24_000 },
  sourceMetres: SOURCE_METRES.explosion,
  warmUpSeconds: 0,
  physics: { buoyancy: 9, wind: 3, swirl: 13, radiation: 0.55, mixing: 0.6, sooting: 0.75, clearing: 0.1 },
  look: {
    glow: [0.14, 0.34],
    kelvin: [1090, 1340],
    exposure: 0.7,
    smoke: [
      [42, 39, 41],
      [146, 138, 132],
    ],
    density: 0.93,
    hiding: 0.92,
  },
};

/** Latest start, so that the picture is seen untouched first. */
const QUIET_SECONDS = 0.25;
const BURN_SECONDS = 0.2;

/** An explosion a quarter of a second into the effect; see `createEffect`. */
export function explosion(options: EffectOptions): Generator<Frame, void, undefined> {
  const { strength, seconds, extras } = options;
  const random = createRandom(options.seed).split('explosion');
  const noise = createNoise(random.split('lumps'));
  const start = blastStart(seconds);
  return filmGas(options, BLAST, {
    feed(gas, domain, time) {
      gas.expansion.fill(0);
      const burnt = (time - start + 1e-6) / BURN_SECONDS;
      if (burnt < 0 || burnt >= 1) return;
      const radius = 0.62;
      visitSource(gas, domain, options, { x: radius * 1.4, y: radius * 1.4 }, (i, x, y) => {
        const lump = noise(3.2 * x, 3.2 * y, 3 * burnt) + 0.6 * noise(9 * x, 9 * y, 6 * burnt);
        const depth = 1 - Math.hypot(x, y) / (radius * (1 + 0.4 * lump));
        if (depth <= 0) return;
        gas.heat[i] = Math.max(gas.heat[i], 1.55 * Math.min(1, 0.55 + 2 * depth) * (0.8 + 0.45 * lump));
        gas.soot[i] = Math.max(gas.soot[i], Math.max(0, 0.7 - 2.4 * lump));
        gas.expansion[i] = (14 + 34 * strength) * (1 - burnt) * Math.max(0, 1 + 2 * lump);
      });
    },
    ...(extras ? { over: createBurst(options, start) } : {}),
  });
}

/** When it goes off, in seconds from the first frame of an effect of that length. */
export function blastStart(seconds: number): number {
  return Math.min(QUIET_SECONDS, seconds / 4);
}
