/** @file How strongly a line is said, in one number, for the camera. */
import { measureText } from './sentiment.js';

/**
 * Strength of a spoken line: its feeling, its marks, and its direction.
 *
 * @param text - The line.
 * @param parenthetical - Its direction: `'shouting'`, `'quietly'`.
 * @returns 0 (said in passing) to 1.
 */
export function measureIntensity(text: string, parenthetical?: string): number {
  const { valence, arousal } = measureText(text);
  let value = 0.35 * Math.abs(valence) + 0.5 * Math.max(0, arousal - 0.2);
  value += Math.min(0.45, 0.22 * (text.match(/!/g)?.length ?? 0));
  if (/\.{3}|…/.test(text)) value += 0.1;
  if (
    parenthetical &&
    /\b(?:shout|scream|yell|cr(?:y|ies)|weep|sob|whisper|furious|angr|desperat|break|trembl|hoarse|barely)/i.test(parenthetical)
  )
    value += 0.3;
  return Math.min(1, value);
}
