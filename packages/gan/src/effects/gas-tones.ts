/**
 * @file The colours of burning gas and smoke, worked out once into a table: light by heat (Planck's law), smoke by its thickness (Beer and
 * Lambert) and by the light that falls on it. Both are drawn in few soft-edged tones with a dark rim, as a brush and ink would.
 */

/** Steps of the table. */
export const HEAT_STEPS = 64;
export const COVER_STEPS = 64;
export const LIGHT_STEPS = 16;
/** The heat of the table's last step. */
export const HOTTEST = 1.6;

/** How a gas looks. */
export interface GasLook {
  /** Heat at which light begins to be seen and at which it covers all behind it. */
  glow: readonly [number, number];
  /** Kelvin at a heat of 0 and of 1. */
  kelvin: readonly [number, number];
  /** The camera's exposure: 1 leaves red light of a heat of 0 a little below the film's middle. */
  exposure: number;
  /** Smoke in shade and in light, red, green, blue 0…255. */
  smoke: readonly [Colour, Colour];
  /** Most that smoke covers, 0…1. */
  density: number;
  /** How much smoke hides light behind it, 0…1. */
  hiding: number;
}

type Colour = readonly [number, number, number];

/** Dark rims: of flames, and of smoke. */
const EMBER_INK: Colour = [96, 26, 14];
const SMOKE_INK: Colour = [44, 45, 52];
const TONES = 4;

/** Works out the table: `[heat][cover][light]`, four bytes each, alpha straight. */
export function createGasTable(look: GasLook): Uint32Array {
  const bytes = new Uint8ClampedArray(HEAT_STEPS * COVER_STEPS * LIGHT_STEPS * 4);
  let i = 0;
  for (let h = 0; h < HEAT_STEPS; h++) {
    const heat = (h * HOTTEST) / (HEAT_STEPS - 1);
    const glow = smoothstep(look.glow[0], look.glow[1], heat);
    const rim = 1 - smoothstep(look.glow[1], look.glow[1] + 0.5 * (look.glow[1] - look.glow[0]), heat);
    const light = mix(glowColour(steps(heat / HOTTEST, 2 * TONES, 0.7) * HOTTEST, look), EMBER_INK, 0.75 * rim);
    for (let c = 0; c < COVER_STEPS; c++) {
      const cover = c / (COVER_STEPS - 1);
      const smokeAlpha = smoothstep(0.1, 0.55, cover) * look.density;
      const smokeRim = smoothstep(0.08, 0.2, cover) * (1 - smoothstep(0.2, 0.5, cover));
      // Soot lets red light through before green and blue (its extinction goes with 1/wavelength).
      const clear = 1 - 0.9 * look.hiding * smoothstep(0.3, 1, cover) * (1 - smoothstep(0.8, 1.5, heat));
      const reddening = [clear ** 0.25, clear ** 0.8, clear ** 1.6];
      for (let l = 0; l < LIGHT_STEPS; l++, i += 4) {
        const lit = steps(l / (LIGHT_STEPS - 1), TONES, 0.55);
        const smoke = mix(mix(look.smoke[0], look.smoke[1], lit), SMOKE_INK, 0.55 * smokeRim);
        // Light over smoke, dimmed by the smoke before it.
        const through = glow * (1 - look.hiding * smoothstep(0.5, 1, cover) * (1 - smoothstep(0.5, 1.1, heat)));
        const alpha = through + smokeAlpha * (1 - through);
        const share = alpha > 0 ? through / alpha : 0;
        for (let channel = 0; channel < 3; channel++) {
          bytes[i + channel] = light[channel] * reddening[channel] * share + smoke[channel] * (1 - share);
        }
        bytes[i + 3] = alpha * 255;
      }
    }
  }
  return new Uint32Array(bytes.buffer);
}

/** The colour of a glowing body as a camera sees it: Planck's law at three wavelengths against daylight, on film that saturates. */
function glowColour(heat: number, { kelvin: [cold, hot], exposure }: GasLook): Colour {
  const kelvin = cold + (hot - cold) * heat;
  const redOfCold = planck(610e-9, cold) / planck(610e-9, 6500);
  const channel = (metres: number): number => {
    const light = planck(metres, kelvin) / planck(metres, 6500) / redOfCold;
    return 255 * (1 - Math.exp(-Math.sqrt(exposure * light)));
  };
  return [channel(610e-9), channel(550e-9), channel(465e-9)];
}

function planck(metres: number, kelvin: number): number {
  const secondRadiationConstant = 0.014388;
  return 1 / (metres ** 5 * (Math.exp(secondRadiationConstant / (metres * kelvin)) - 1));
}

/** Draws a ramp towards a staircase of `count` steps with soft edges; `amount` 0 leaves it a ramp. */
function steps(value: number, count: number, amount: number): number {
  const scaled = value * count;
  const whole = Math.floor(scaled);
  const stair = (whole + smoothstep(0.3, 0.7, scaled - whole)) / count;
  return value + (stair - value) * amount;
}

function mix(from: Colour, to: Colour, share: number): Colour {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share, from[2] + (to[2] - from[2]) * share];
}

/** 0 below `from`, 1 above `to`, smooth in between. */
export function smoothstep(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}
