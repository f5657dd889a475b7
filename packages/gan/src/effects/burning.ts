/** @file Fire and smoke: a gas that is fed from a bed on the floor with heat and soot. */
import type { Frame } from '@filmai/core-tensor/frames';
import { createRandom } from '@filmai/core-tensor/random';
import type { EffectOptions } from './effect-options.js';
import { createEmbers, SOURCE_METRES } from './extras.js';
import { filmGas, type GasFilm, type GasRecipe } from './gas-film.js';
import { visitSource } from './gas-domain.js';
import { createNoise, type Noise } from './noise.js';

const FIRE: GasRecipe = {
  reach: { up: 4, down: 0.2, side: 1.5, bed: 0.11, cells: 20_000 },
  sourceMetres: SOURCE_METRES.fire,
  warmUpSeconds: 2.6,
  // Hot gas has a third of the density of air: it is lifted with about g (McCaffrey 1979 measured 2…5 m/s).
  physics: { buoyancy: 9, wind: 1.6, swirl: 12, radiation: 0.8, mixing: 1.95, sooting: 0.12, clearing: 0.9 },
  look: {
    glow: [0.16, 0.3],
    kelvin: [1090, 1400],
    exposure: 0.8,
    smoke: [
      [58, 56, 60],
      [120, 116, 116],
    ],
    density: 0.55,
    hiding: 0,
  },
};

const SMOKE: GasRecipe = {
  reach: { up: 6, down: 0.2, side: 2.6, bed: 0.09, cells: 20_000 },
  sourceMetres: 1.6,
  warmUpSeconds: 3.8,
  physics: { buoyancy: 4.5, wind: 1.8, swirl: 13, radiation: 0, mixing: 0.45, sooting: 0, clearing: 0.12 },
  look: {
    glow: [10, 11],
    kelvin: [1000, 2000],
    exposure: 1,
    smoke: [
      [84, 85, 92],
      [214, 213, 209],
    ],
    density: 0.95,
    hiding: 1,
  },
};

/** Fire; see `createEffect`. */
export function fire(options: EffectOptions): Generator<Frame, void, undefined> {
  const noise = createNoise(createRandom(options.seed).split('fire').split('bed'));
  const film = bed(options, noise, { heat: 1.5, soot: 0.1, expansion: 11, width: 1 });
  return filmGas(options, FIRE, options.extras ? { ...film, over: createEmbers(options) } : film);
}

/** Smoke; see `createEffect`. */
export function smoke(options: EffectOptions): Generator<Frame, void, undefined> {
  const noise = createNoise(createRandom(options.seed).split('smoke'));
  return filmGas(options, SMOKE, bed(options, noise, { heat: 0.8, soot: 3, expansion: 8, width: 0.8 }));
}

/** A bed that burns unevenly along its width and swells: burning gas takes more room. */
function bed(
  options: EffectOptions,
  noise: Noise,
  { heat, soot, expansion, width }: { heat: number; soot: number; expansion: number; width: number },
): GasFilm {
  const power = 0.25 + 0.75 * options.strength;
  const reach = width * (0.7 + 0.43 * options.strength);
  return {
    feed(gas, domain, time) {
      gas.expansion.fill(0);
      visitSource(gas, domain, options, { x: reach, y: 0.22 }, (i, x, y) => {
        const inside = 1 - (x / reach) ** 4 - Math.max(0, -y / 0.22) ** 2;
        if (inside <= 0) return;
        // Pulses run along the bed; the middle has most fuel.
        const pulse = 0.85 + 0.6 * noise(2 * x, 3 * y, 4 * time) + 0.35 * noise(5 * x, 9, 9 * time);
        const amount = Math.min(1, Math.max(0.4, pulse)) * Math.min(1, 3 * inside) * power;
        const puff = 0.5 + 0.5 * noise(3.2 * x, 5 * y, 10 * time);
        gas.heat[i] = Math.max(gas.heat[i], heat * amount);
        gas.soot[i] = Math.max(gas.soot[i], soot * amount * puff);
        gas.expansion[i] = expansion * amount;
      });
    },
  };
}
