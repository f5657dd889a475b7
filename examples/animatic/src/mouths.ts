/** @file Lips that follow the sound: the phones of each line as mouth shapes. */
import { mouthFor, type ShotSpeechTiming } from '@filmai/storyboard';
import type { PlannedShot } from './plan.js';
import { lineKey, type Line } from './voices.js';

/** Quicker changes than this flicker at 24 frames per second. */
const SHORTEST_SECONDS = 0.08;

/**
 * Who talks when in a shot, with the shapes of the mouth.
 *
 * @param planned - The shot.
 * @param lines - Spoken lines by `lineKey`.
 */
export function mouthsOf(planned: PlannedShot, lines: ReadonlyMap<string, Line>): ShotSpeechTiming[] {
  return planned.speeches
    .filter(
      ({ speech }) =>
        planned.shot.cast.includes(speech.character) &&
        !speech.extensions.some((extension) => /V\.?O|O\.?S|O\.?C/i.test(extension)),
    )
    .map(({ speech, startSeconds, seconds }) => {
      const phones = lines.get(lineKey(speech))?.phones ?? [];
      const mouths: { startSeconds: number; mouth: ReturnType<typeof mouthFor> }[] = [];
      for (const phone of phones) {
        const at = startSeconds + phone.startSeconds;
        if (at - (mouths.at(-1)?.startSeconds ?? -1) >= SHORTEST_SECONDS)
          mouths.push({ startSeconds: at, mouth: mouthFor(phone.phone) });
      }
      return {
        name: speech.character,
        startSeconds,
        endSeconds: startSeconds + seconds,
        ...(mouths.length > 0 ? { mouths } : {}),
      };
    });
}
