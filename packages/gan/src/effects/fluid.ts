/**
 * @file A gas in two dimensions: Stam's "Stable Fluids" (SIGGRAPH 1999) on a staggered grid with the vorticity confinement of Fedkiw,
 * Stam and Jensen (2001). Hot cells rise, cold ones rest; the pressure keeps the gas from being squeezed. Distances are cells.
 *
 * ```
 *   carry the flow along itself → lift and swirl → make it free of divergence → carry heat and soot → cool
 * ```
 */
import { carry, carryFlow, type FaceRoom, type Flow } from './advection.js';
import { createPressurePyramid, projectFlow, type PressurePyramid } from './pressure.js';

/** A gas over a floor, open on the other sides. Rows from the top; velocities in cells per second, downwards positive. */
export interface Gas {
  columns: number;
  rows: number;
  /** Flow through left and right faces, `(columns + 1) × rows`. */
  faceX: Float32Array;
  /** Flow through upper and lower faces, `columns × (rows + 1)`. */
  faceY: Float32Array;
  /** 0 cold … 1 and more burning; at the centres, `columns × rows`. */
  heat: Float32Array;
  /** Density of smoke, 0 and more; at the centres. */
  soot: Float32Array;
  /** Divergence that is wanted, 1/s: burning gas takes more room. At the centres; whoever feeds the gas sets it. */
  expansion: Float32Array;
  /** Memory of `stepGas`. */
  work: { flow: Flow; curl: Float32Array; moved: Float32Array; before: Float32Array; faces: FaceRoom; pyramid: PressurePyramid };
}

/** How a gas moves. */
export interface GasPhysics {
  /** Cells per second² upwards for a heat of 1 (Boussinesq's approximation). */
  buoyancy: number;
  /** Wind high above the floor, cells per second to the right. */
  wind: number;
  /** How strongly small whirls that the grid loses are given back: cells per second² for a curl of 1/s. */
  swirl: number;
  /** Heat lost in a second at a heat of 1 by radiation, which grows with the fourth power (Stefan and Boltzmann). */
  radiation: number;
  /** Part of the heat lost in a second by mixing with cold air. */
  mixing: number;
  /** Soot that is made where a heat of 1 is lost. */
  sooting: number;
  /** Part of the soot that is lost in a second. */
  clearing: number;
}

/** Below this, heat and soot count as none: numbers that fade forever are slow to compute with. */
const NOTHING = 1e-3;
/** Height over which the wind grows from the floor, as a part of the rows. */
const WIND_LAYER = 0.25;

/** A gas at rest. Sides that are multiples of 16 make the pressure quick to find. */
export function createGas(columns: number, rows: number): Gas {
  const cells = (): Float32Array => new Float32Array(columns * rows);
  const faces = (): Float32Array => new Float32Array((columns + 1) * (rows + 1));
  return {
    columns,
    rows,
    faceX: new Float32Array((columns + 1) * rows),
    faceY: new Float32Array(columns * (rows + 1)),
    heat: cells(),
    soot: cells(),
    expansion: cells(),
    work: {
      flow: { columns, rows, x: cells(), y: cells() },
      curl: cells(),
      moved: cells(),
      before: cells(),
      faces: { atX: faces(), atY: faces(), before: faces() },
      pyramid: createPressurePyramid(columns, rows),
    },
  };
}

/**
 * Lets a gas move on, in place.
 *
 * @param gas - The gas.
 * @param physics - How it moves.
 * @param seconds - How long; steps below 1/15 s look smooth.
 */
export function stepGas(gas: Gas, physics: GasPhysics, seconds: number): void {
  const { work, faceX, faceY } = gas;
  measureFlow(gas, physics.wind);
  carryFlow(work.flow, faceX, faceY, seconds, work.faces);
  lift(gas, physics.buoyancy * seconds);
  measureFlow(gas, 0);
  confineVorticity(gas, physics.swirl * seconds);
  projectFlow(work.pyramid, faceX, faceY, gas.expansion);
  measureFlow(gas, physics.wind);
  carry(work.flow, gas.heat, seconds, work.moved, work.before);
  carry(work.flow, gas.soot, seconds, work.moved, work.before);
  cool(gas, physics, seconds);
}

/** The flow at the centres of the cells, with a wind that is weaker near the floor. */
function measureFlow({ columns, rows, faceX, faceY, work: { flow } }: Gas, wind: number): void {
  for (let row = 0, i = 0; row < rows; row++) {
    const blown = wind * (1 - Math.exp(-(rows - row) / (WIND_LAYER * rows)));
    for (let column = 0; column < columns; column++, i++) {
      flow.x[i] = 0.5 * (faceX[i + row] + faceX[i + row + 1]) + blown;
      flow.y[i] = 0.5 * (faceY[i] + faceY[i + columns]);
    }
  }
}

function lift({ columns, rows, faceY, heat }: Gas, speed: number): void {
  for (let i = columns; i < columns * rows; i++) faceY[i] -= 0.5 * speed * (heat[i] + heat[i - columns]);
}

/** Pushes along the edges of whirls: N × ω, N the direction in which |ω| grows. */
function confineVorticity({ columns, rows, faceX, faceY, work: { flow, curl } }: Gas, speed: number): void {
  if (speed === 0) return;
  const { x, y } = flow;
  for (let row = 1; row < rows - 1; row++) {
    for (let i = row * columns + 1; i < (row + 1) * columns - 1; i++) {
      curl[i] = 0.5 * (y[i + 1] - y[i - 1] - x[i + columns] + x[i - columns]);
    }
  }
  for (let row = 2; row < rows - 2; row++) {
    for (let i = row * columns + 2; i < (row + 1) * columns - 2; i++) {
      const growX = Math.abs(curl[i + 1]) - Math.abs(curl[i - 1]);
      const growY = Math.abs(curl[i + columns]) - Math.abs(curl[i - columns]);
      const push = (0.5 * speed * curl[i]) / (Math.sqrt(growX * growX + growY * growY) + 1e-4);
      faceX[i + row] += push * growY;
      faceX[i + row + 1] += push * growY;
      faceY[i] -= push * growX;
      faceY[i + columns] -= push * growX;
    }
  }
}

function cool({ heat, soot }: Gas, { radiation, mixing, sooting, clearing }: GasPhysics, seconds: number): void {
  const kept = Math.exp(-clearing * seconds);
  for (let i = 0; i < heat.length; i++) {
    const h = heat[i];
    if (h > 0) {
      // Implicit in the fourth power, so that no step is too long.
      let left = (h * (1 - Math.min(1, mixing * seconds))) / (1 + radiation * seconds * h * h * h);
      if (left < NOTHING) left = 0;
      heat[i] = left;
      soot[i] += sooting * (h - left);
    }
    soot[i] = soot[i] < NOTHING ? 0 : soot[i] * kept;
  }
}
