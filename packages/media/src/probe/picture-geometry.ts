/**
 * @file From how a picture is stored to how it is seen: pixel aspect, rotation, and the regularity of its time stamps.
 */

/** Rounds an angle to whole quarter turns clockwise, in degrees. */
export function quarterTurns(degrees: number): 0 | 90 | 180 | 270 {
  return ((((Math.round(degrees / 90) % 4) + 4) % 4) * 90) as 0 | 90 | 180 | 270;
}

/** Size in square pixels after rotation. Wide pixels widen the picture, tall ones heighten it, so that nothing is lost. */
export function displaySize(
  codedWidth: number,
  codedHeight: number,
  pixelAspect: number,
  rotation: number,
): { width: number; height: number } {
  const wide = pixelAspect > 1 ? Math.round(codedWidth * pixelAspect) : codedWidth;
  const high = pixelAspect < 1 ? Math.round(codedHeight / pixelAspect) : codedHeight;
  return rotation % 180 === 0 ? { width: wide, height: high } : { width: high, height: wide };
}

/**
 * The largest size of a picture's shape that fits into a box; a side that isn't given is free.
 *
 * @param size - The picture, in square pixels.
 * @param box - Wanted width, height or both, in pixels.
 */
export function fitSize(
  size: { width: number; height: number },
  box: { width?: number; height?: number },
): { width: number; height: number } {
  if (box.width === undefined && box.height === undefined) return size;
  const scale = Math.min((box.width ?? Infinity) / size.width, (box.height ?? Infinity) / size.height);
  return { width: Math.max(1, Math.round(size.width * scale)), height: Math.max(1, Math.round(size.height * scale)) };
}

/**
 * Whether frames are on screen for different lengths of time. Rounding to a container's clock (1 ms in Matroska) is no
 * difference, nor is anything below a tenth of a frame.
 *
 * @param times - Presentation times in seconds, in any order.
 */
export function isVariable(times: readonly number[]): boolean {
  const sorted = [...times].sort((a, b) => a - b);
  const lengths = sorted.slice(1).map((time, index) => time - sorted[index]);
  if (lengths.length < 2) return false;
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  return Math.max(...lengths) - Math.min(...lengths) > Math.max(0.0021, mean / 10);
}
