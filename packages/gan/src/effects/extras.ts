/** @file What flies about and flashes beside a burning gas: embers of a fire, sparks and the flash of an explosion. */
import type { Frame } from '@filmai/core-tensor/frames';
import { createRandom } from '@filmai/core-tensor/random';
import type { EffectOptions } from './effect-options.js';
import { Sparks } from './sparks.js';

/** Draws over a frame of a gas; frames come in order, times in seconds from the first. */
export type Extras = (frame: Frame, time: number) => void;

/** Width of the source in metres, which gives sparks their scale. */
export const SOURCE_METRES = { fire: 1.2, explosion: 4 } as const;

const FLASH_SECONDS = 0.06;

/** Embers that rise from a fire. */
export function createEmbers(options: EffectOptions): Extras {
  const embers = new Sparks(createRandom(options.seed).split('fire').split('embers'), options, SOURCE_METRES.fire);
  return (frame, time) => {
    embers.rise(12 * options.strength);
    embers.draw(frame, time);
  };
}

/** Sparks that an explosion throws out when it goes off at `start`, and its flash. */
export function createBurst(options: EffectOptions, start: number): Extras {
  const { strength, fps } = options;
  const sparks = new Sparks(createRandom(options.seed).split('explosion').split('sparks'), options, SOURCE_METRES.explosion);
  return (frame, time) => {
    const since = time - start + 1e-6;
    if (since < 0) return;
    if (since < 1 / fps) sparks.burst(Math.round(40 + 130 * strength), 22);
    sparks.draw(frame, time);
    flash(frame, (0.35 + 0.4 * strength) * Math.exp(-since / FLASH_SECONDS));
  };
}

/** Light that fills the whole picture for a moment. */
function flash({ data }: Frame, alpha: number): void {
  if (alpha < 0.01) return;
  for (let i = 0; i < data.length; i += 4) {
    const own = data[i + 3] / 255;
    const union = own + alpha * (1 - own);
    const share = own / union;
    data[i] = data[i] * share + 255 * (1 - share);
    data[i + 1] = data[i + 1] * share + 244 * (1 - share);
    data[i + 2] = data[i + 2] * share + 214 * (1 - share);
    data[i + 3] = union * 255;
  }
}
