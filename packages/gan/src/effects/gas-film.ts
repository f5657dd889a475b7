/** @file A simulated gas as a film: feed, step, draw, frame after frame. */
import { createFrame, type Frame } from '@filmai/core-tensor/frames';
import type { EffectOptions } from './effect-options.js';
import { createGas, stepGas, type Gas, type GasPhysics } from './fluid.js';
import { domainFor, type GasDomain, type GasReach } from './gas-domain.js';
import { createGasPainter } from './gas-picture.js';
import { createGasTable, type GasLook } from './gas-tones.js';

/** Everything about a kind of burning, in metres. */
export interface GasRecipe {
  reach: GasReach;
  look: GasLook;
  /** As in `GasPhysics`, with metres for cells; wind at full strength. */
  physics: GasPhysics;
  /** Width of the source, metres: a source that is larger in the picture is nearer to the camera and burns alike. */
  sourceMetres: number;
  /** Simulated before the first frame, so that a fire is already burning: 0, or more than a second. */
  warmUpSeconds: number;
}

/** What a kind adds to the gas and to the picture. */
export interface GasFilm {
  /** Puts heat and soot in, at a time in seconds. */
  feed: (gas: Gas, domain: GasDomain, time: number) => void;
  /** Draws over the gas. */
  over?: (frame: Frame, time: number) => void;
}

/** The longest step that still looks smooth; long before the first frame coarser ones will do. */
const LONGEST_STEP = 1 / 20;
const WARM_UP_STEP = 1 / 8;
const SETTLING_SECONDS = 0.6;

/** Films a gas; frames come as they are asked for. */
export function* filmGas(options: EffectOptions, recipe: GasRecipe, film: GasFilm): Generator<Frame, void, undefined> {
  const { width, height, fps, seconds } = options;
  const count = Math.round(seconds * fps);
  if (count === 0) return;
  const domain = domainFor(options, recipe.reach);
  const gas = createGas(domain.columns, domain.rows);
  const painter = createGasPainter(width, height, domain, createGasTable(recipe.look));
  const physics = inCells(recipe, domain, options.wind);
  const advance = (from: number, until: number, longest: number): void => {
    const steps = Math.ceil((until - from) / longest - 1e-6);
    const step = (until - from) / steps;
    for (let i = 0; i < steps; i++) {
      film.feed(gas, domain, from + i * step);
      stepGas(gas, physics, step);
    }
  };
  if (recipe.warmUpSeconds > 0) {
    advance(-recipe.warmUpSeconds, -SETTLING_SECONDS, WARM_UP_STEP);
    advance(-SETTLING_SECONDS, 0, LONGEST_STEP);
  }
  for (let i = 0; i < count; i++) {
    if (i > 0) advance((i - 1) / fps, i / fps, LONGEST_STEP);
    const frame = createFrame(width, height, { seconds: i / fps });
    painter.paint(frame, gas);
    film.over?.(frame, i / fps);
    yield frame;
  }
}

function inCells({ physics, sourceMetres }: GasRecipe, { cellsAcross }: GasDomain, wind: number): GasPhysics {
  const perMetre = cellsAcross / sourceMetres;
  return {
    ...physics,
    buoyancy: physics.buoyancy * perMetre,
    wind: physics.wind * wind * perMetre,
  };
}
