/**
 * @file Frame rates as fractions. 29.97 is a rounding of 30000/1001; written as 2997/100 it would drift by a frame in nine hours
 * and be refused by players that know the standard rates alone.
 */
import type { FrameRate } from './movie-plan.js';

/**
 * The fraction that is meant by a number of frames per second.
 *
 * @throws RangeError where it is not in 0.01…1000.
 */
export function frameRate(fps: number): FrameRate {
  if (!(fps >= 0.01 && fps <= 1000)) throw new RangeError(`writeMovie: video.fps must lie in 0.01…1000, got ${fps}`);
  if (Number.isInteger(fps)) return { numerator: fps, denominator: 1 };
  const whole = Math.ceil(fps);
  // 23.98, 23.976 and 23.976024 all mean 24000/1001.
  if (Math.abs((whole * 1000) / 1001 - fps) < 0.005) return { numerator: whole * 1000, denominator: 1001 };
  for (let denominator = 2; denominator <= 1000; denominator++) {
    const numerator = Math.round(fps * denominator);
    if (Math.abs(numerator / denominator - fps) < 1e-9) return { numerator, denominator };
  }
  return { numerator: Math.round(fps * 1_000_000), denominator: 1_000_000 };
}
