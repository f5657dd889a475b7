/** @file One drawing of a shot. */
import type { Frame } from '@filmai/core-tensor/frames';
import { createDrawing, flatten } from '../ink/panel.js';
import { drawPrecipitation, layPrecipitation } from '../ink/weather.js';
import type { ShotDescription } from './shot-description.js';
import { type StagedShot, type StageOptions, stageShot } from './stage-shot.js';

/**
 * Draws a shot as one full-bleed picture.
 *
 * @param shot - A description, or a shot that is already staged.
 * @param options - Picture size, seed and places of one's own; ignored where the shot is already staged.
 * @returns The drawing.
 * @throws What `stageShot` throws.
 * @example
 * ```ts
 * import { drawShot } from '@filmai/storyboard';
 *
 * const frame = drawShot({ place: 'FOREST', time: 'NIGHT', size: 'wide', cast: [] }, { width: 320, height: 180 });
 * console.log(frame.data.length); // 230400
 * ```
 */
export function drawShot(shot: ShotDescription | StagedShot, options: StageOptions = {}): Frame {
  const { scene, camera, mood, seed, shadowsFrom, width, height } = 'scene' in shot ? shot : stageShot(shot, options);
  const pixels = flatten(createDrawing(scene, camera, mood, seed, { shadowsFrom }).layers);
  const falling = drawPrecipitation(mood, width, height, seed);
  if (falling) layPrecipitation(pixels, falling);
  return { width, height, data: pixels, seconds: 0 };
}
