/**
 * @file A gas in two dimensions on a grid: Stam's "Stable Fluids" (SIGGRAPH 1999) with the vorticity confinement of Fedkiw, Stam and
 * Jensen (2001). Hot cells rise, cold ones rest; the pressure keeps the gas from being squeezed. Distances are cells, times seconds.
 *
 * ```
 *   forces → swirl → advect velocity → make it free of divergence → advect heat and soot → cool
 * ```
 */

/** A gas. All fields are `columns × rows`, rows from the top; velocities in cells per second, downwards positive. */
export interface Gas {
  columns: number;
  rows: number;
  velocityX: Float32Array;
  velocityY: Float32Array;
  /** 0 cold … 1 and more burning. */
  heat: Float32Array;
  /** Density of smoke, 0 and more. */
  soot: Float32Array;
}

/** How a gas moves. */
export interface GasPhysics {
  /** Cells per second² upwards for a heat of 1 (Boussinesq's approximation). */
  buoyancy: number;
  /** Cells per second² sidewards. */
  wind: number;
  /** Strength with which small whirls that the grid loses are given back, 0…1 or more. */
  swirl: number;
  /** Heat lost in a second at a heat of 1; falls with the fourth power, as radiation does (Stefan and Boltzmann). */
  cooling: number;
  /** Part of the soot that is lost in a second. */
  clearing: number;
}

const PRESSURE_ROUNDS = 24;

/** A gas at rest. */
export function createGas(columns: number, rows: number): Gas {
  const field = (): Float32Array => new Float32Array(columns * rows);
  return { columns, rows, velocityX: field(), velocityY: field(), heat: field(), soot: field() };
}

/**
 * Lets a gas move on, in place.
 *
 * @param gas - The gas.
 * @param physics - How it moves.
 * @param seconds - How long; steps below 1/20 s look smooth.
 * @param expansion - Divergence that is wanted in each cell, 1/s: an explosion pushes gas out. Default none.
 */
export function stepGas(gas: Gas, physics: GasPhysics, seconds: number, expansion?: Float32Array): void {
  const { velocityX, velocityY, heat } = gas;
  for (let i = 0; i < heat.length; i++) {
    velocityY[i] -= physics.buoyancy * heat[i] * seconds;
    velocityX[i] += physics.wind * seconds;
  }
  confineVorticity(gas, physics.swirl, seconds);
  const x = velocityX.slice();
  const y = velocityY.slice();
  advect(gas, x, x, y, velocityX, seconds);
  advect(gas, y, x, y, velocityY, seconds);
  project(gas, expansion);
  for (const field of [gas.heat, gas.soot]) advect(gas, field.slice(), velocityX, velocityY, field, seconds);
  const kept = Math.exp(-physics.clearing * seconds);
  for (let i = 0; i < heat.length; i++) {
    const h = heat[i];
    heat[i] = Math.max(0, h - physics.cooling * seconds * (0.25 * h + h ** 4) - 0.02 * seconds);
    gas.soot[i] *= kept;
  }
}

/** Follows the flow back from each cell and takes what was there. */
function advect(
  { columns, rows }: Gas,
  from: Float32Array,
  x: Float32Array,
  y: Float32Array,
  to: Float32Array,
  seconds: number,
): void {
  for (let row = 0, i = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, i++) {
      const sourceX = Math.min(columns - 1.001, Math.max(0, column - x[i] * seconds));
      const sourceY = Math.min(rows - 1.001, Math.max(0, row - y[i] * seconds));
      const left = sourceX | 0;
      const top = sourceY | 0;
      const fx = sourceX - left;
      const fy = sourceY - top;
      const at = top * columns + left;
      const upper = from[at] + (from[at + 1] - from[at]) * fx;
      const lower = from[at + columns] + (from[at + columns + 1] - from[at + columns]) * fx;
      to[i] = upper + (lower - upper) * fy;
    }
  }
}

/** Subtracts the gradient of the pressure that undoes all unwanted divergence; Gauss and Seidel's rounds. Open at the sides and the top, closed below. */
function project({ columns, rows, velocityX: x, velocityY: y }: Gas, expansion?: Float32Array): void {
  const divergence = new Float32Array(columns * rows);
  const pressure = new Float32Array(columns * rows);
  for (let column = 0; column < columns; column++) y[(rows - 1) * columns + column] = 0;
  for (let row = 1; row < rows - 1; row++) {
    for (let i = row * columns + 1; i < (row + 1) * columns - 1; i++) {
      divergence[i] = (x[i + 1] - x[i - 1] + y[i + columns] - y[i - columns]) / 2 - (expansion?.[i] ?? 0);
    }
  }
  for (let round = 0; round < PRESSURE_ROUNDS; round++) {
    for (let row = 1; row < rows - 1; row++) {
      for (let i = row * columns + 1; i < (row + 1) * columns - 1; i++) {
        pressure[i] = (pressure[i - 1] + pressure[i + 1] + pressure[i - columns] + pressure[i + columns] - divergence[i]) / 4;
      }
    }
    // The floor reflects.
    pressure.copyWithin((rows - 1) * columns, (rows - 2) * columns, (rows - 1) * columns);
  }
  for (let row = 1; row < rows - 1; row++) {
    for (let i = row * columns + 1; i < (row + 1) * columns - 1; i++) {
      x[i] -= (pressure[i + 1] - pressure[i - 1]) / 2;
      y[i] -= (pressure[i + columns] - pressure[i - columns]) / 2;
    }
  }
}

/** Pushes along the edges of whirls: N × ω, N the direction in which |ω| grows. */
function confineVorticity({ columns, rows, velocityX: x, velocityY: y }: Gas, swirl: number, seconds: number): void {
  if (swirl === 0) return;
  const curl = new Float32Array(columns * rows);
  for (let row = 1; row < rows - 1; row++) {
    for (let i = row * columns + 1; i < (row + 1) * columns - 1; i++) {
      curl[i] = (y[i + 1] - y[i - 1] - x[i + columns] + x[i - columns]) / 2;
    }
  }
  for (let row = 2; row < rows - 2; row++) {
    for (let i = row * columns + 2; i < (row + 1) * columns - 2; i++) {
      const growX = (Math.abs(curl[i + 1]) - Math.abs(curl[i - 1])) / 2;
      const growY = (Math.abs(curl[i + columns]) - Math.abs(curl[i - columns])) / 2;
      const length = Math.hypot(growX, growY) + 1e-5;
      x[i] += (swirl * seconds * curl[i] * growY) / length;
      y[i] -= (swirl * seconds * curl[i] * growX) / length;
    }
  }
}
