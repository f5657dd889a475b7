/**
 * @file Cues in order and without overlap, as subtitle tracks need them: where cues overlap, their texts stand together.
 */
import type { SoftCue } from './movie-plan.js';

/**
 * @param cues - In any order.
 * @returns Cues in order, none overlapping; what is shown at any moment is what was shown before.
 * @throws RangeError for a time that is negative or not a number, or a cue that ends before it begins.
 */
export function flattenCues(cues: readonly SoftCue[]): SoftCue[] {
  for (const [index, { startSeconds, endSeconds }] of cues.entries()) {
    if (!(startSeconds >= 0 && endSeconds > startSeconds && endSeconds < Infinity)) {
      throw new RangeError(`writeMovie: cue ${index} runs from ${startSeconds} to ${endSeconds} s, expected 0 ≤ start < end`);
    }
  }
  const ordered = cues.filter(({ text }) => text.trim() !== '').sort((a, b) => a.startSeconds - b.startSeconds);
  const edges = [...new Set(ordered.flatMap(({ startSeconds, endSeconds }) => [startSeconds, endSeconds]))].sort((a, b) => a - b);
  const flat: SoftCue[] = [];
  let shown: SoftCue[] = [];
  let next = 0;
  for (const [index, startSeconds] of edges.slice(0, -1).entries()) {
    shown = shown.filter((cue) => cue.endSeconds > startSeconds);
    while (next < ordered.length && ordered[next].startSeconds <= startSeconds) shown.push(ordered[next++]);
    if (shown.length === 0) continue;
    const text = shown.map((cue) => cue.text).join('\n');
    const endSeconds = edges[index + 1];
    flat.push({ startSeconds, endSeconds, text });
  }
  return flat;
}
