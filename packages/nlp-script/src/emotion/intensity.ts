/** @file How strongly a line is said, in one number, for the camera. */

/**
 * Strength of a spoken line from its marks, capitals and direction.
 *
 * @param text - The line.
 * @param parenthetical - Its direction: `'shouting'`, `'quietly'`.
 * @returns 0 (said in passing) to 1.
 */
export function measureIntensity(text: string, parenthetical?: string): number {
  let value = 0.15;
  value += Math.min(0.5, 0.3 * (text.match(/!/g)?.length ?? 0));
  if (/\b\p{Lu}{3,}\b/u.test(text)) value += 0.2;
  if (/\.{3}|…/.test(text)) value += 0.1;
  if (parenthetical && /\b(?:shout|scream|yell|cry|weep|sob|whisper|furious|angry|desperate|break)/i.test(parenthetical)) value += 0.3;
  return Math.min(1, value);
}
